"""Tables that people already have: what stands in a sheet, which records its rows are, and taking them in."""
