"""What was signed and issued: to be looked at and checked, never to be added, edited or removed by hand."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.layouts import button
from ui.pages.record_panel import RecordPanel
from ui.problems import problems_of
from workbook.records import Seal

_HOW = "A seal is made when a signed agreement is sealed or a report is issued; nobody adds one by hand."

_NOT_OFFERED = frozenset({"remove", "duplicate", "cut", "paste", "paste_as_new", "fill_down"})


class SealsPanel(RecordPanel):
    """A table of seals with two steps: open the document as it was, and say whether all of them still hold."""

    def __init__(self, desk: Desk, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "seals", icon_name, parent)
        self.empty.say("Nothing is sealed yet", _HOW, "")
        self.tools.add_button.hide()
        self.tools.remove_button.hide()
        opening = button("Open the document", "", "Open a copy of the chosen document, as it was signed or issued")
        opening.clicked.connect(self.open_document)
        checking = button("Check all seals", "", "Say whether each document and its state are what was recorded")
        checking.clicked.connect(self.check_all)
        self.add_tool(opening)
        self.add_tool(checking)

    def add(self) -> None:
        """Say how seals are made."""
        self.desk.say(_HOW)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {
            name: step for name, step in super().offers().items() if name not in ("remove", "duplicate", "paste_as_new")
        }

    def enter(self) -> None:
        (self.view if self.model.rowCount() else self).setFocus()

    def open_document(self) -> None:
        """Hand a copy of the chosen document to the desktop."""
        seal = self.desk.bridge.book.one(Seal, self.view.current_id())
        if seal is None:
            self.desk.say("Choose a seal first.")
            return
        name = f"{seal.code} {seal.title}.pdf"
        try:
            known = self.desk.copies.open(name, self.desk.bridge.workbook.content(seal.sha256))
        except Exception as error:
            problems = problems_of(error)
            if not problems:
                raise
            self.desk.say(" ".join(problem.sentence for problem in problems), "warning")
            return
        if known:
            self.desk.say(f"A copy of {name} was opened; the sealed one stays as it is.")
        else:
            self.desk.say("No program for PDF was found on this computer.", "warning")

    def check_all(self) -> None:
        """Say of every seal whether it holds: what does not comes first, in its own words."""
        verdicts = self.desk.bridge.workbook.verdicts()
        broken = [verdict.sentence for verdict in verdicts if not verdict.holds]
        if broken:
            self.desk.say(" ".join(broken), "error")
        elif len(verdicts) == 1:
            self.desk.say(verdicts[0].sentence, "information")
        else:
            said = f"All {len(verdicts)} sealed documents match what was recorded." if verdicts else _HOW
            self.desk.say(said, "information")
