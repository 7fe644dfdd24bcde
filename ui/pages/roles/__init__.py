"""The grid of roles: what it shows, what one does in it, and what is said about a cell."""
