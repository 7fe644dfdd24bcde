"""Files that were made to do harm, every door that a file may come in by, and a process that watches what happens.

``python -m tests.faults.hostile DIR`` offers every file below a folder to every door and prints what came of it.
"""
