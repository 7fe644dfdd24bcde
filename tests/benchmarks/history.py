"""The history of a workbook with many change sets, on its page: opened, filtered and scrolled.

The floor is a bare `QTableView` over a list of the same texts, or the bare reading of the same rows of the log.
"""
