"""Looking through what somebody else says differently: was, theirs and ours side by side, decided line by line."""
