"""Scans, photos and letters that belong to records: bringing them in, showing them, giving them out again."""
