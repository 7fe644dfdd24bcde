"""The window as another process meets it: over the accessibility bus of a real display, as a screen reader does."""
