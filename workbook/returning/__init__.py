"""Trackers that come home: what somebody wrote in a spreadsheet that we sent, against the plan as it went out and is.

`returned` says what stands in the file, `typed` reads what people type, `matching` finds the records of rows, `finding`
turns cells into edits, `preview` compares them with the plan of today, `accepting` takes them in as one step.
"""

from workbook.returning.returned import RACI, RECORD_ID, Cell, Origin, Returned, Row, Sheet

__all__ = ["RACI", "RECORD_ID", "Cell", "Origin", "Returned", "Row", "Sheet"]
