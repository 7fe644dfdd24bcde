"""Making documents beside the window: what is asked, the worker, and the bar that shows how far it is."""
