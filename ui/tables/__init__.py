"""Records as rows: one model, one way of drawing and one way of editing for every table."""
