"""Four people and their work with the window, key by key; `test_stories.py` lives them through."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from tests.journeys.person import (
    Press,
    Step,
    Story,
    TabTo,
    Until,
    Write,
    dialog_in_front,
    focused,
    name_of,
    window_in_front,
)
from ui.pages.agreements import AgreementsPage
from ui.pages.agreements.drift_panel import DriftPanel
from ui.pages.agreements.parties_panel import PartiesPanel
from ui.pages.agreements.signing_panel import SigningPanel
from ui.preview.fixing import SealDialog
from ui.session import Session
from ui.workspace import Workspace
from workbook.book import Book
from workbook.records import Activity

Teller = Callable[[Workspace], Story]


def session_of(workspace: Workspace) -> Session:
    assert workspace.session is not None
    return workspace.session


def book_of(workspace: Workspace) -> Book:
    return session_of(workspace).bridge.book


def going_to(workspace: Workspace, section: str, words: str) -> Iterator[Step]:
    """Find a section through the palette, as somebody does who has learnt one shortcut."""
    yield Press("Ctrl+K")
    yield Until("the palette", dialog_in_front)
    yield Write(words)
    yield Press("Return")
    yield Until(f"the page {section}", lambda: session_of(workspace).section == section)
    yield Until("something to type into", window_in_front)


def adding(workspace: Workspace, type_name: str, *names: str) -> Iterator[Step]:
    """Add records that need only a name, one after the other."""
    for name in names:
        before = book_of(workspace).count(type_name)
        yield Press("Ctrl+N")
        yield Until("the dialog", dialog_in_front)
        yield Write(name)
        yield Press("Return")
        yield Until(f"{name} on disk", partial(_is_added, workspace, type_name, before))
        yield Until("the page again", window_in_front)


def _is_added(workspace: Workspace, type_name: str, before: int) -> bool:
    return book_of(workspace).count(type_name) == before + 1


def exporting(workspace: Workspace, words: str, suffix: str) -> Iterator[Step]:
    """Make a document by name, where the file dialog proposes it."""
    folder = Path(workspace.preferences.export_folder)
    yield Press("Ctrl+K")
    yield Until("the palette", dialog_in_front)
    yield Write(words)
    yield Press("Return")
    yield Until("the file dialog", lambda: isinstance(dialog_in_front(), QFileDialog))
    yield Press("Return")
    yield Until("the document", lambda: any(folder.glob(f"*{suffix}")))
    yield Until("the document whole", lambda: workspace.exports.worker is None)


def newcomer(workspace: Workspace) -> Story:
    """A municipal planner's first afternoon: from the start screen to the first document."""
    yield Press("Ctrl+Shift+N")
    yield Until("the dialog", dialog_in_front)
    yield Write("River Quarter Workshop")
    yield Press("Return")
    yield Until("the workbook", lambda: workspace.session is not None and workspace.session.section == "partnership")
    yield TabTo("Vision")
    yield Write("The old boathouse is open to everybody who wants to make things.")
    yield TabTo("Purpose")
    yield Write("open the boathouse and run it together")
    yield from going_to(workspace, "partners", "partners & contacts")
    yield from adding(workspace, "partners", "City of Port Lindell", "Boathouse Makers", "School of Design")
    yield from going_to(workspace, "objectives", "objectives & indicators")
    yield from adding(workspace, "objectives", "Open the boathouse three days a week by 2028")
    yield from going_to(workspace, "work", "work plan")
    yield from adding(workspace, "activities", "Survey the boathouse", "Open the boathouse")
    yield from going_to(workspace, "roles", "roles")
    yield from _roles(workspace)
    yield from going_to(workspace, "resources", "resources")
    yield from _adding_one(workspace, "resources", "Tools for the workshop", "Need or offer", "N")
    yield from going_to(workspace, "capacity", "capacity & training")
    yield from adding(workspace, "capacity_needs", "Lending boats safely")
    yield from _agreement(workspace)
    yield from going_to(workspace, "overview", "overview")
    yield from exporting(workspace, "progress report as pdf", "report.pdf")
    yield from exporting(workspace, "tracker as excel", ".xlsx")


def _adding_one(workspace: Workspace, type_name: str, name: str, field: str, chosen: str) -> Iterator[Step]:
    """Add the first record of a type, and choose in one field what its title begins with."""
    yield Press("Ctrl+N")
    yield Until("the dialog", dialog_in_front)
    yield Write(name)
    yield TabTo(field)
    yield Write(chosen)
    yield Press("Return")
    yield Until(f"{name} on disk", lambda: book_of(workspace).count(type_name) == 1)


def _agreement(workspace: Workspace) -> Iterator[Step]:
    """Add a letter of intent, and draft its clauses from the library."""
    yield from going_to(workspace, "agreements", "agreements")
    yield from _adding_one(workspace, "agreements", "Letter of intent for the boathouse", "Level", "L")
    yield Press("Ctrl+K")
    yield Until("the palette", dialog_in_front)
    yield Write("draft clauses")
    yield Press("Return")
    yield Until("the clauses", lambda: book_of(workspace).count("clauses") > 5)
    yield from exporting(workspace, "agreement as pdf", "AG-01.pdf")


def _roles(workspace: Workspace) -> Iterator[Step]:
    yield Write("ar")
    yield Press("Down")
    yield Write("a")
    yield Press("Right")
    yield Write("r")
    yield Until("the roles", lambda: book_of(workspace).count("responsibilities") == 3)


def coordinator(workspace: Workspace) -> Story:
    """A coordinator's Monday: what partners said on the phone and sent by mail goes in, and the tracker goes out."""
    yield Until("the workbook", lambda: workspace.session is not None)
    yield from _finding(workspace, "A-05", "work")
    yield Press("F4")
    yield TabTo("Done")
    yield Press("Ctrl+A")
    yield Write("80")
    yield Press("Tab")
    yield Until("80 % on disk", lambda: _activity(workspace, "A-05").done == 80)
    yield from going_to(workspace, "partners", "partners & contacts")
    yield Press("Ctrl+Tab")
    before = book_of(workspace).count("contacts")
    QApplication.clipboard().setText(CONTACTS)
    yield Press("Ctrl+End")
    yield Press("Ctrl+V")
    yield Until("two more contacts", lambda: book_of(workspace).count("contacts") == before + 2)
    yield Press("Ctrl+Z")
    yield Until("none of them", lambda: book_of(workspace).count("contacts") == before)
    yield Press("Ctrl+Shift+Z")
    yield Until("both again", lambda: book_of(workspace).count("contacts") == before + 2)
    yield from exporting(workspace, "tracker as excel", ".xlsx")


CONTACTS = "Name\tPartner\tE-mail\nRosa Lind\tP-03\trosa@museum.example\nIbrahim Okafor\tP-05\tibrahim@rail.example"
"""As it comes from a spreadsheet, heads and all."""


def _finding(workspace: Workspace, code: str, section: str) -> Iterator[Step]:
    yield Press("Ctrl+K")
    yield Until("the palette", dialog_in_front)
    yield Write(code)
    yield Press("Return")
    yield Until(f"the page {section}", lambda: session_of(workspace).section == section)
    yield Until("something to type into", window_in_front)


def _activity(workspace: Workspace, code: str) -> Activity:
    found = book_of(workspace).by_code("activities", code)
    assert isinstance(found, Activity)
    return found


def leader(workspace: Workspace) -> Story:
    """A leader's two minutes: how does it stand, what is late, what is to be decided; nothing is changed."""
    yield Until("the workbook", lambda: workspace.session is not None)
    yield Until("the checks", lambda: session_of(workspace).findings.is_ready)
    yield from going_to(workspace, "overview", "overview")
    yield TabTo("Status")
    yield TabTo("Late")
    yield Press("Return")
    yield Until("what is late", lambda: "late" in focused().accessibleName())
    yield Press("Return")
    yield Until("the activity that is late", lambda: session_of(workspace).section == "work")
    yield Press("Alt+Left")
    yield Until("the overview again", lambda: session_of(workspace).section == "overview")
    yield from exporting(workspace, "progress report as pdf", ".pdf")


def signer(workspace: Workspace) -> Story:
    """A letter of intent of two partners, from its first clause to its seal, and to what the plan says since."""
    yield Until("the workbook", lambda: workspace.session is not None)
    yield from going_to(workspace, "agreements", "agreements")
    yield Press("Ctrl+N")
    yield Until("the dialog", dialog_in_front)
    yield Write("Letter for the tram hall")
    yield TabTo("Level")
    yield Write("L")
    for partner in book_of(workspace).records("partners")[2:]:
        yield TabTo(book_of(workspace).label("partners", partner.id))
        yield Press("Space")
    yield Press("Return")
    yield Until("the letter", lambda: book_of(workspace).count("agreements") == 3)
    letter = agreements_of(workspace).chosen
    yield Until("the page again", window_in_front)
    yield Press("Ctrl+Tab", 2)
    yield from _stepping(workspace, "in_review")
    yield from _palette("next step of")
    yield Until("the parties", lambda: isinstance(agreements_of(workspace).current, PartiesPanel))
    yield TabTo("Add a step for P-01 Culture Department")
    yield Press("Return")
    yield Until("the dialog", dialog_in_front)
    yield Write("L")
    yield TabTo("Answer")
    yield Write("A")
    yield TabTo("Answered on")
    yield Write("2026-11-02")
    yield Press("Return")
    yield Until("the answer", lambda: letter.agreement and letter.agreement.status == "partner_approval")
    yield Until("the page again", window_in_front)
    yield Press("Ctrl+Tab")
    yield Until("the tab", lambda: isinstance(agreements_of(workspace).current, SigningPanel))
    yield from _accepting(workspace)
    yield from _stepping(workspace, "ready_to_sign")
    yield from _sealing(workspace)
    yield from _amending(workspace)


def _sealing(workspace: Workspace) -> Iterator[Step]:
    """Record both signatures as they come in, and seal what was signed."""
    letter = agreements_of(workspace).chosen
    for status in ("part_signed", "in_force"):
        yield from _palette("next step of")
        yield Until("the signature", dialog_in_front)
        yield Press("Return")
        yield Until(status, partial(_stands_at, workspace, status))
        yield Until("the page again", window_in_front)
    yield from _palette("next step of")
    yield Until("the pages", lambda: isinstance(one := dialog_in_front(), SealDialog) and one.keep.isEnabled())
    yield Press("Return")
    yield Until("the seal", lambda: letter.agreement and letter.agreement.sealed_state)
    yield Until("the page again", window_in_front)


def _amending(workspace: Workspace) -> Iterator[Step]:
    """Let the plan end later, see what that asks for, and begin the amendment."""
    yield from going_to(workspace, "partnership", "partnership")
    yield TabTo("End")
    yield Press("Ctrl+A")
    yield Write("2029-12-31")
    yield Press("Tab")
    yield Until("the new end", lambda: str(book_of(workspace).plan.end) == "2029-12-31")
    yield from going_to(workspace, "agreements", "agreements")
    yield Press("Ctrl+Tab")
    yield Until("the tab", lambda: isinstance(agreements_of(workspace).current, DriftPanel))
    yield Until("what changed", lambda: "1 of them material" in drift_of(workspace).summary.text())
    yield from _palette("draft amendment")
    yield Until("the amendment", lambda: book_of(workspace).count("agreements") == 4)


def _stepping(workspace: Workspace, status: str) -> Iterator[Step]:
    yield from _palette("next step of")
    yield Until(status, partial(_stands_at, workspace, status))
    yield Until("the page again", window_in_front)


def _stands_at(workspace: Workspace, status: str) -> bool:
    agreement = agreements_of(workspace).chosen.agreement
    return agreement is not None and agreement.status == status


def _accepting(workspace: Workspace) -> Iterator[Step]:
    """Write down for each open finding why it does not keep anybody from signing."""
    panel = agreements_of(workspace).current
    assert isinstance(panel, SigningPanel)
    while panel.next.buttons:
        before, first = book_of(workspace).count("acceptances"), panel.next.buttons[0]
        yield TabTo(name_of(panel.next.buttons[0]))
        yield Press("Return")
        yield Until("the reason", dialog_in_front)
        yield Write("It is settled before the work begins.")
        yield Press("Return")
        yield Until("the acceptance", partial(_is_added, workspace, "acceptances", before))
        yield Until("what is left", partial(_is_gone, panel, first))
        yield Until("the page again", window_in_front)


def _is_gone(panel: SigningPanel, line: QPushButton) -> bool:
    return line not in panel.next.buttons


def _palette(words: str) -> Iterator[Step]:
    yield Until("the page", window_in_front)
    yield Press("Ctrl+K")
    yield Until("the palette", dialog_in_front)
    yield Write(words)
    yield Press("Return")


def agreements_of(workspace: Workspace) -> AgreementsPage:
    page = session_of(workspace).page
    assert isinstance(page, AgreementsPage)
    return page


def drift_of(workspace: Workspace) -> DriftPanel:
    panel = agreements_of(workspace).current
    assert isinstance(panel, DriftPanel)
    return panel


STORIES: dict[str, Teller] = {"newcomer": newcomer, "coordinator": coordinator, "leader": leader, "signer": signer}
