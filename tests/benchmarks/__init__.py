"""Speed, measured as ratios to a floor in the same run; `make bench` runs it, the test suite does not."""
