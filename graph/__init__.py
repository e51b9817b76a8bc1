"""What a notice graph is, where it is kept, and what follows from it. Imports no other room."""
