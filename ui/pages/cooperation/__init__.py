"""The cooperation check: a round in the room or by form, its result, and what follows from it."""
