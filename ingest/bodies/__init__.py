"""From the printed name of a unit to the body that is meant."""
