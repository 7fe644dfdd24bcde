"""Trackers that come home: what somebody wrote in a spreadsheet that we sent, against the plan as it went out and is.

`returned` says what stands in the file, `typed` and `numerals` read what people type, `naming` and `matching` find the
records of rows, `finding` and `roles` turn cells into edits, `preview` compares them with the plan of today,
`accepting` takes them in as one step.
"""

from workbook.returning.returned import RACI, RECORD_ID, Cell, Origin, Returned, Row, Sheet

__all__ = ["RACI", "RECORD_ID", "Cell", "Origin", "Returned", "Row", "Sheet"]
