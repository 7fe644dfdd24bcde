"""Questions that need an answer before anything goes on; one module each."""
