"""The page of mechanisms: the library to read and adopt from, and what the plan uses."""
