"""The matrix of needs: one row for each need, one column for each partner, and how far each need is answered."""

from PySide6.QtCore import QObject

from ui.bridge import Bridge
from ui.grids import Face, MatrixModel, Title
from ui.pages.resources.states import COVERAGE
from workbook.changes import Change
from workbook.measures.matrix import Answer, MatrixRow, NeedsMatrix, needs_matrix
from workbook.measures.needs_following import matrix_after
from workbook.records import Partner
from workbook.resources.wording import in_unit, missing_in_words
from workbook.vocabularies import RESOURCE_CATEGORIES

COVERED = "coverage"
NOBODY = "nobody"
_NOTHING = NeedsMatrix((), ())


class NeedsModel(MatrixModel):
    """Keys of rows are needs; keys of columns are partners, after the column that says how far a need is answered."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.matrix = _NOTHING
        self.only_state = ""
        self._held: dict[str, MatrixRow] = {}
        self._faces: dict[str, dict[str, Face]] = {}

    def refresh(self) -> None:
        """Read the book again; the chosen cell stays where its keys still are."""
        self.matrix = needs_matrix(self.bridge.book)
        self._faces = {}
        self._show_matrix()
        self.all_changed()

    def follow(self, changes: tuple[Change, ...]) -> None:
        """Have only those rows written anew that some changes touch."""
        self.matrix, touched = matrix_after(self.matrix, self.bridge.book, changes)
        for need_id in touched:
            self._faces.pop(need_id, None)
        self._show_matrix()
        for need_id in touched:
            self.whole_row_changed(need_id)
        if any(change.type == "partners" for change in changes):
            self.titles_changed()

    def _show_matrix(self) -> None:
        self._held = {row.coverage.need.id: row for row in self.matrix.rows}
        wanted = self.only_state
        rows = [need_id for need_id, row in self._held.items() if wanted in ("", row.coverage.state)]
        self.show(rows, [COVERED, *(provider or NOBODY for provider in self.matrix.providers)])

    def show_state(self, state: str) -> None:
        """Show only the needs in one state, or with nothing all."""
        self.only_state = state
        self.refresh()

    def row(self, need_id: str) -> MatrixRow | None:
        return self._held.get(need_id)

    def answer(self, need_id: str, column: str) -> Answer | None:
        """Return what a partner brings to a need, if anything."""
        row = self._held.get(need_id)
        return None if row is None else row.answers.get(provider_of(column))

    def row_title(self, row: str) -> Title:
        need = self._held[row].coverage.need
        category = RESOURCE_CATEGORIES.title(need.category) if need.category else "no category"
        words = f"{need.code} {need.title}".strip()
        return Title(words, tip=f"{words}. {category}.")

    def column_title(self, column: str) -> Title:
        if column == COVERED:
            return Title("Coverage", tip="How far each need is answered by all partners together.")
        partner = self.bridge.book.one(Partner, provider_of(column))
        if partner is None:
            return Title("No provider", tip="Lines that do not say who brings them.")
        return Title(partner.short_name or partner.name, partner.code, tip=f"{partner.code} {partner.name}")

    def face(self, row: str, column: str) -> Face:
        faces = self._faces.setdefault(row, {})
        if column not in faces:
            faces[column] = self._coverage_face(row) if column == COVERED else self._answer_face(row, column)
        return faces[column]

    def said(self, row: str, column: str) -> str:
        held = self._held[row]
        need = held.coverage.need.title
        if column == COVERED:
            word = COVERAGE[held.coverage.state][0]
            return f"{need}: {word}. {missing_in_words(held.coverage, self.bridge.formats)}"
        who = self.column_title(column).words
        answer = held.answers.get(provider_of(column))
        if answer is None:
            return f"{who} brings nothing to: {need}"
        lines = "; ".join(f"{line.code} {line.title}".strip() for line in answer.lines)
        how = "" if answer.is_linked else " Not linked: it answers because category and activity are the same."
        return f"{who}, {need}: {self._amount(held, answer)}, {_firmness(answer)} ({lines}).{how}"

    def _coverage_face(self, row: str) -> Face:
        coverage = self._held[row].coverage
        word, mark, role = COVERAGE[coverage.state]
        answered = coverage.offered + coverage.committed
        small = ""
        if coverage.unit:
            formats = self.bridge.formats
            small = f"{formats.number(answered)} of {in_unit(coverage.required, coverage.unit, formats)}"
        return Face(word, mark=mark, small=small, role=role, strong=True)

    def _answer_face(self, row: str, column: str) -> Face:
        held = self._held[row]
        answer = held.answers.get(provider_of(column))
        if answer is None:
            return Face()
        mark = "link" if answer.is_linked else "link-break"
        return Face(self._amount(held, answer), mark=mark, small=_firmness(answer))

    def _amount(self, row: MatrixRow, answer: Answer) -> str:
        if row.coverage.unit and not answer.amount:
            return "in another unit" if answer.uncounted else "no amount"
        return in_unit(answer.amount, row.coverage.unit, self.bridge.formats)


def provider_of(column: str) -> str | None:
    """Return the partner that a column stands for."""
    return None if column in (NOBODY, COVERED) else column


def _firmness(answer: Answer) -> str:
    if answer.committed and answer.offered:
        return "partly committed"
    if answer.committed:
        return "committed"
    pledged = any(line.status == "pledged" for line in answer.lines)
    return "pledged" if pledged else "offered"
