"""How fast it is: `make bench` prints a table."""
