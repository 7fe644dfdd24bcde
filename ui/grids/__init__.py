"""A grid of cells with titles down and across: roles, needs against offers, gaps, answers.

A page makes a model and gives it to the view::

    class Gaps(MatrixModel):
        def row_title(self, row: str) -> Title: ...              # Title(words, under, mark, note, role, tip)
        def column_title(self, column: str) -> Title: ...
        def face(self, row: str, column: str) -> Face: ...       # what is painted: words, badges, mark, small, ground
        def said(self, row: str, column: str) -> str: ...        # tooltip and what a screen reader says

    model = Gaps(self)
    model.show(level_keys, pillar_keys)                          # keys, most often ids of records, in their order
    view = MatrixView(model, "Gaps: levels down, pillars across", cell_width=110)

Everything is spoken of by *keys*; the model alone knows at which place a key stands, and whether the grid is transposed
(`model.transpose(True)` shows the same cells with rows across). Tell it narrowly what changed: `cell_changed(row,
column)`, `row_changed(row)`, `column_changed(column)`, `titles_changed()` or `all_changed()`, none of which loses the
place. `show` with the same keys changes nothing; with others the current cell stays where its keys still are.

Titles are the headers of the table, so they never scroll away; their `mark` (an icon by name), `note` (a word or
figure) and `role` (of a colour) stand beside them. A title with `strong` heads a group: give such a row no faces. The
column of titles down is made wider with the mouse at its edge or with Alt+Shift+arrows.

The view moves with arrows, Home and End, Ctrl+Home and Ctrl+End, and Ctrl+arrow goes to the edge of what is filled, all
with Shift too. Ctrl+C copies the selection for Excel and Word, Ctrl+Shift+C with its titles; `view.copy()` does the
same for the action "copy". It emits `cell_chosen(row, column)` when the current cell moves, `open_requested(row,
column)` for Enter, F2 and double click, `clear_requested()` for Delete, `paste_requested()` for Ctrl+V and
`typed(text)` for a letter, digit or sign. `chosen()` returns the keys of the selected cells, `current()` of the current
one, `go_to(row, column)` moves there.
"""

from ui.grids.faces import Badge, Face, Title
from ui.grids.model import MatrixModel
from ui.grids.view import MatrixView

__all__ = ["Badge", "Face", "MatrixModel", "MatrixView", "Title"]
