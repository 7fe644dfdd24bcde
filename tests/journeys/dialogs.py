"""Every dialog of the window as it comes up at work: for pictures, and for looking for leaks."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from exports.agreement.library import clause_library
from exports.sheets.finding import found_tables
from exports.sheets.reading import spellings
from tests.journeys.returned_trackers import mixed_return, read
from tests.properties.sittings import copy_of
from ui.bridge import Bridge
from ui.bringing_in.dialog import BringInDialog
from ui.bringing_in.questions import ATTENDANCE
from ui.dialogs.about import AboutDialog, KeysDialog
from ui.dialogs.ask_name import NameDialog
from ui.dialogs.ask_text import TextDialog
from ui.dialogs.choose_record import ChooseRecordDialog
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.fault import FaultDialog
from ui.dialogs.locked import LockedDialog
from ui.dialogs.new_workbook import NewWorkbookDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.problem import ProblemDialog
from ui.dialogs.problem_list import ProblemListDialog
from ui.forms.new_record import NewRecordDialog
from ui.forms.translate_dialog import TranslateDialog
from ui.mechanism_library import mechanism_library
from ui.merging.dialog import MergeDialog
from ui.pages.agreements.add_clause import AddClauseDialog
from ui.pages.agreements.asking import approval_dialog, end_dialog, signature_dialog, signer_dialog
from ui.pages.agreements.classes_card import class_dialog
from ui.pages.agreements.new_agreement import NewAgreementDialog
from ui.pages.agreements.signing_panel import seal_dialog
from ui.pages.capacity.attendance_dialog import AttendanceDialog
from ui.pages.cooperation.asking import AskingDialog
from ui.pages.mechanisms.adopt_dialog import AdoptDialog
from ui.pages.reports_panel import issue_dialog, narrative_dialog
from ui.pages.resources.calculator import InKindDialog
from ui.pages.resources.move_dialog import MoveDialog
from ui.pages.trackers.asking import due_dialog, giving_up_dialog
from ui.palette import Palette
from ui.preferences import Preferences
from ui.session import Session
from ui.tables.columns_dialog import ColumnsDialog
from ui.trackers.review import TrackerReview
from ui.trackers.send_dialog import SendDialog
from ui.workspace import Workspace
from workbook.book import PLAN_ID, LockedRecord
from workbook.bringing_in.columns import look_at
from workbook.drifting import weights
from workbook.merging import meet
from workbook.operations import EditRecord, Problem, RemoveRecords
from workbook.records import RECORD_TYPES, Activity, Agreement, Partner, Report, Resource, Tracker, TrainingSession
from workbook.resources.delivery import asked_for
from workbook.surfaces import TABLE_COLUMNS


def dialogs(workspace: Workspace) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Yield each dialog by its name, made when it is asked for."""
    window = workspace.window
    session = workspace.session
    assert session is not None
    sentence = (
        "“Depot.cpw” is open elsewhere: by Anna Berg on CULTURE-07, since 09:12; ask her to close it, or open a copy."
    )
    yield "new", lambda: NewWorkbookDialog(window)
    yield "name", lambda: NameDialog("Anna Berg", window)
    yield "text", lambda: TextDialog("Name this state", "&Name", "Such as: as sent to the council", window)
    yield "add-contact", lambda: NewRecordDialog(session.bridge, "contacts", {}, window)
    yield "add-resource", lambda: NewRecordDialog(session.bridge, "resources", {}, window)
    yield "choose", lambda: ChooseRecordDialog(session.bridge, "agreements", "Agreement", window)
    yield (
        "confirm",
        lambda: ConfirmDialog(
            "Go back to this moment?", "12 records will change. It can be undone.", "Go back", window
        ),
    )
    yield (
        "problem",
        lambda: ProblemDialog("This workbook was not opened", sentence, window, {"read": "Open a copy for reading"}),
    )
    yield "fault", lambda: FaultDialog("Traceback (most recent call last):\n  …\nKeyError: 'x'", window)
    yield "keys", lambda: KeysDialog(window)
    yield "about", lambda: AboutDialog(window)
    yield "bring-in", lambda: _bring_in_dialog(workspace, "Our network.csv", _network(workspace))
    yield "bring-in-periods", lambda: _bring_in_dialog(workspace, "Grants.csv", _GRANTS)
    yield "bring-in-people", lambda: _bring_in_dialog(workspace, "Sign-in.csv", _LIST.replace("\t", ";"), ATTENDANCE)

    def palette(text: str) -> QWidget:
        found = Palette(session.desk, session.search, window.actions_by_id, workspace.run, window)
        found.line.setText(text)
        return found

    yield "search", lambda: palette("")
    yield "search-words", lambda: palette("tram")
    yield "merge", lambda: _merging(session, window)
    yield "tracker-review", lambda: _reviewing(window)
    yield from _of_pages(workspace)


_LIST = """Name\tOrganisation\tSex\tAge\tGroup\tCompleted
Rosa Lind\tTram and Harbour Museum\tf\t34\tartist\tyes
Ibrahim Okafor\tBrightrail Software\tm\t52\ttechnologist\tno
Mei Tanaka\t\tx\t17\t\tyes"""


def _merging(session: Session, window: QWidget) -> QWidget:
    """What Ben did in his copy, some of it otherwise than here; and somebody asked to be erased."""
    ours, theirs = copy_of(session.bridge.workbook, "Anna Berg"), copy_of(session.bridge.workbook)
    first, second = (one.id for one in ours.book.all(Activity)[:2])
    ours.do(EditRecord("activities", first, {"title": "Open the old depot", "note": "With the mayor"}))
    theirs.do(EditRecord("activities", first, {"title": "Open the depot to everybody"}))
    theirs.do(RemoveRecords("activities", (second,)))
    theirs.erase("contacts", theirs.book.records("contacts")[0].id)
    ours.do(EditRecord("activities", second, {"note": "Settled with the owner"}))
    return MergeDialog(meet(ours, theirs, "Depot (1).cpw"), session.bridge.formats, window)


def _reviewing(window: QWidget) -> QWidget:
    """A tracker that came back with something of everything."""
    held, content = mixed_return()
    workbook = copy_of(held, "Anna Berg")
    bridge = Bridge(workbook)
    preview = read(workbook, content)
    dialog = TrackerReview(bridge, preview, lambda order: lambda _: read(workbook, content, order), window)
    bridge.setParent(dialog)
    return dialog


_GRANTS = """Beneficiary;Remarks;Budget 2025;Budget 2026;Budget 2027
Tram and Harbour Museum;Winter programme;12,000;14,500;14,500
Riverside Choir;New;;2,400;2,400
Total;;12,000;16,900;16,900"""


def _network(workspace: Workspace) -> str:
    """A list of partners with a name that is nearly there, one twice and a line without a name."""
    assert workspace.session is not None
    known = workspace.session.bridge.book.all(Partner)[0].name
    lines = ["Organisation;Web;Remarks;Budget 2026", f"{known}x;one.example;Met at the fair;1200"]
    lines += [f"Club {n};club{n}.example;;{n}00" for n in range(12)]
    return "\n".join([*lines, "Club 3;;;", ";lost.example;;", "Total;;;7800"])


def _bring_in_dialog(workspace: Workspace, name: str, text: str, kind: str = "") -> QWidget:
    """What a file holds, once it is read."""
    session, window = workspace.session, workspace.window
    assert session is not None
    tables = [look_at(one, spellings) for one in found_tables(text.encode(), name)]
    dialog = BringInDialog(session.desk, name, tables, window)
    if kind:
        dialog.questions.show_kind(kind)
        dialog.questions.kind_chosen.emit()
    if dialog.beside.job is not None:
        dialog.beside.job.wait()
    return dialog


def _of_pages(workspace: Workspace) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Yield the dialogs that belong to one page."""
    window, session = workspace.window, workspace.session
    assert session is not None
    bridge, book = session.bridge, session.bridge.book
    preferences = Preferences(theme="light", operator="Anna Berg")
    yield "send-trackers", lambda: SendDialog(session.desk, (), window)
    out = Tracker("t", code="TR-03", file="OTD-2026 Tracker P-03.xlsx", due=bridge.today())
    yield "tracker-due", lambda: due_dialog(session.desk, out, window)
    yield "tracker-given-up", lambda: giving_up_dialog(session.desk, out, window)
    yield "preferences", lambda: PreferencesDialog(preferences, "en", lambda: None, window)
    usual = TABLE_COLUMNS["partners"]
    yield "columns", lambda: ColumnsDialog(RECORD_TYPES["partners"], usual, usual, window)
    problems = (Problem("Due “soon” is not a date; write it such as 31 March 2027.", "Row 3: Due"),)
    unread = LockedRecord(
        "partners", "1", {"code": "P-99", "name": "Harbour Guild", "sector": "new"}, "Sector “new” is not allowed here."
    )
    yield "locked", lambda: LockedDialog((unread,), window)
    yield "problem-list", lambda: ProblemListDialog("Nothing was pasted", problems, window)

    def similar() -> QWidget:
        made = NewRecordDialog(bridge, "partners", {}, window)
        editor = made.rows["name"].editor
        editor.show_value("Harbour Museum")
        return made

    def attendance() -> QWidget:
        made = AttendanceDialog(bridge, book.all(TrainingSession)[0], window)
        made.list.text.setPlainText(_LIST)
        return made

    def asking() -> QWidget:
        made = AskingDialog(session.desk, book.records("health_rounds")[0].id, window)
        made.begin(book.records("partners")[7].id)
        return made

    yield from _of_agreements(session, window)
    line = next(one for one in book.all(Resource) if one.type == "in_kind" and one.kind == "commitment")
    yield (
        "move",
        lambda: MoveDialog(bridge, (line,), {line.id: "delivered"}, asked_for(book, [line], "delivered"), window),
    )
    yield "in-kind", lambda: InKindDialog(session.desk, window, line=line)
    yield "add-partner", similar
    yield "attendance", attendance
    yield "adopt", lambda: AdoptDialog(bridge, mechanism_library()[3], window)
    yield "asking", asking
    yield "translate", lambda: TranslateDialog(bridge, "plan", PLAN_ID, window)


def _of_agreements(session: Session, window: QWidget) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Yield the dialogs on the way from the first clause to the seal, and the one that issues a report."""
    desk, book = session.desk, session.bridge.book
    agreement = book.all(Agreement)[0]
    partner = agreement.parties[0]
    report = book.all(Report)[0]
    yield "agreement-new", lambda: NewAgreementDialog(desk, window)
    yield "agreement-clause", lambda: AddClauseDialog(desk, agreement, clause_library(), "", window)
    yield "agreement-signer", lambda: signer_dialog(desk, agreement, partner, window)
    yield "agreement-approval", lambda: approval_dialog(desk, agreement, partner, None, window)
    yield "agreement-signature", lambda: signature_dialog(desk, agreement, partner, window)
    yield "agreement-class", lambda: class_dialog(desk, weights(book)["contribution_small"], window)
    yield "agreement-end", lambda: end_dialog(desk, agreement, window)
    yield "agreement-seal", lambda: seal_dialog(desk, agreement, window)
    yield "report-words", lambda: narrative_dialog(desk, report, "results", window)
    yield "report-issue", lambda: issue_dialog(desk, report, window)
