"""Points to clauses that this level asks for and the agreement has not, with one press to add each."""

from collections.abc import Callable
from functools import partial

from ui.desk import Desk
from ui.pages.agreements.words import NEEDS
from ui.widgets.to_do import ToDo, ToDoCard
from workbook.agreements import AddLibraryClause, ClauseLibrary, offered
from workbook.records import Agreement

_MOST = 4


class OftenMissing(ToDoCard):
    """Shown only while something is missing."""

    def __init__(self, desk: Desk, library: Callable[[], ClauseLibrary], added: Callable[[str], object]) -> None:
        super().__init__("Missing at this level", "")
        self.desk, self._library, self._added = desk, library, added

    def show_agreement(self, agreement: Agreement) -> None:
        """List the needed clauses first, then the recommended ones."""
        found = offered(self.desk.bridge.book, agreement, self._library())
        missing = [(clause, need) for clause, need in found if need != "optional"]
        self.show_all(
            [
                ToDo(
                    clause.heading,
                    NEEDS[need],
                    "warning" if need == "required" else "star",
                    "warning" if need == "required" else "muted",
                    "Add",
                    do=partial(self._put_in, agreement.id, clause.topic),
                    target=clause.topic + agreement.id,
                )
                for clause, need in missing[:_MOST]
            ]
        )
        rest = len(missing) - _MOST
        self.heading.setText("Missing at this level" + (f" (and {rest} more)" if rest > 0 else ""))
        self.setVisible(bool(missing))

    def _put_in(self, agreement_id: str, topic: str) -> None:
        operation = AddLibraryClause(agreement_id, topic, self._library())
        if self.desk.bridge.do(operation, self):
            self._added(operation.record_id)
