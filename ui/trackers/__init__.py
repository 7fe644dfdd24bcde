"""Trackers that come home: read beside the window, shown against the plan, taken in as one step."""
