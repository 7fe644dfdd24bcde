"""What a partnership plan is: records, changes, checks and measures, with no window, no database and no files."""
