"""Figures about a partnership: pure functions of the book and a date, each with its formula and the rows behind it.

One module per concern: `resources` and `budget` (money and what it buys), `indicators` (results), `capacity`
(training), `work` (dates), `coverage` (who takes part and who carries what), `cooperation` (the cooperation check) and
`agreements` (what is written). What cannot be known is None, never 0; currencies are never added (domain: 10.5).
"""

from workbook.measures.figure import Figure, Rows, percent

__all__ = ["Figure", "Rows", "percent"]
