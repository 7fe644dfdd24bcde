"""Every action of the window, declared once: menus, toolbar and palette are built from this list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from ui.documents.offered import DOCUMENTS, Document


class Situation(NamedTuple):
    """What decides whether an action makes sense just now."""

    is_open: bool = False
    undo: str = ""
    redo: str = ""
    offers: frozenset[str] = frozenset()


Enabled = Callable[[Situation], bool]


def _always(_now: Situation) -> bool:
    return True


def _open(now: Situation) -> bool:
    return now.is_open


@dataclass(frozen=True)
class ActionSpec:
    """One action. `by_page` actions are carried out by the page in front, and enabled when it offers them."""

    id: str
    title: str
    menu: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    enabled: Enabled = _always
    by_page: bool = False
    separated: bool = False
    checkable: bool = False
    keywords: str = ""


FILE, EDIT, RECORD, TABLE, DOCUMENTS_MENU = "&File", "&Edit", "&Record", "&Table", "&Documents"
VIEW, HELP = "&View", "&Help"
MENUS = (FILE, EDIT, RECORD, TABLE, DOCUMENTS_MENU, VIEW, HELP)


def _make(document: Document) -> ActionSpec:
    """Return the action that makes a document; formats beside the first one follow it."""
    says_so = document.program in document.title.lower()
    title = f"{document.title}…" if says_so else f"{document.title} as {document.program}…"
    apart = not document.beside
    return ActionSpec(
        f"export_{document.key}",
        title,
        DOCUMENTS_MENU,
        (),
        document.icon if apart else "note-pencil",
        _open,
        separated=apart,
        keywords=f"export make {document.suffix[1:]}",
    )


ACTIONS = (
    ActionSpec("new", "&New workbook…", FILE, ("Ctrl+Shift+N",), "file-plus", keywords="template example start"),
    ActionSpec("open", "&Open…", FILE, ("Ctrl+O",), "folder-open"),
    ActionSpec(
        "take_in_tracker",
        "Take in a returned trac&ker…",
        FILE,
        (),
        "download-simple",
        _open,
        keywords="excel spreadsheet partner import",
    ),
    ActionSpec(
        "bring_together",
        "&Bring together with another copy…",
        FILE,
        (),
        "arrows-in-line-horizontal",
        _open,
        keywords="merge conflicted copy sync two files join",
    ),
    ActionSpec(
        "bring_in",
        "Bring &in a spreadsheet…",
        FILE,
        (),
        "table",
        _open,
        keywords="import excel csv list contacts vcard budget work plan",
    ),
    ActionSpec("start", "&Start screen", FILE, (), "house", _open, separated=True, keywords="close recent"),
    ActionSpec("quit", "&Quit", FILE, ("Ctrl+Q",), "sign-out", separated=True),
    ActionSpec("undo", "&Undo", EDIT, ("Ctrl+Z",), "arrow-u-up-left", lambda now: bool(now.undo)),
    ActionSpec("redo", "&Redo", EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "arrow-u-up-right", lambda now: bool(now.redo)),
    ActionSpec("cut", "Cu&t cells", EDIT, ("Ctrl+X",), "scissors", by_page=True, separated=True),
    ActionSpec("copy", "&Copy cells", EDIT, ("Ctrl+C",), "copy", by_page=True, keywords="excel spreadsheet"),
    ActionSpec(
        "copy_with_headings", "Copy with &headings", EDIT, ("Ctrl+Shift+C",), "table", by_page=True, keywords="excel"
    ),
    ActionSpec("paste", "&Paste cells", EDIT, ("Ctrl+V",), "clipboard", by_page=True, keywords="excel spreadsheet"),
    ActionSpec(
        "paste_as_new", "Paste as &new rows", EDIT, ("Ctrl+Shift+V",), "clipboard-text", by_page=True, keywords="excel"
    ),
    ActionSpec("fill_down", "Fill &down", EDIT, ("Ctrl+D",), "arrow-line-down", by_page=True, keywords="several rows"),
    ActionSpec("fill_right", "Fill &across", EDIT, ("Ctrl+R",), "arrow-line-right", by_page=True),
    ActionSpec("filter", "&Filter this table", EDIT, ("Ctrl+F",), "funnel", by_page=True, separated=True),
    ActionSpec("search", "&Search or go to…", EDIT, ("Ctrl+K",), "magnifying-glass", _open),
    ActionSpec("add", "&Add…", RECORD, ("Ctrl+N",), "plus", by_page=True),
    ActionSpec("duplicate", "&Duplicate", RECORD, ("Ctrl+Shift+D",), "copy-simple", by_page=True),
    ActionSpec("remove", "&Remove", RECORD, ("Ctrl+Backspace",), "trash", by_page=True),
    ActionSpec(
        "draft_clauses", "Draft clauses from the &library", RECORD, (), "article", by_page=True, keywords="agreement"
    ),
    ActionSpec(
        "add_clause", "Add &clause…", RECORD, ("Ctrl+Alt+N",), "plus-circle", by_page=True, keywords="library agreement"
    ),
    ActionSpec("leave_out", "Leave this clause &out, or take it in", RECORD, (), "eye-slash", by_page=True),
    ActionSpec("reset_clause", "Library &wording again", RECORD, (), "arrow-counter-clockwise", by_page=True),
    ActionSpec(
        "next_step",
        "Next step of this a&greement",
        RECORD,
        (),
        "arrow-right",
        by_page=True,
        keywords="review sign seal",
    ),
    ActionSpec(
        "draft_amendment", "Draft a&mendment", RECORD, (), "git-diff", by_page=True, keywords="change agreement"
    ),
    ActionSpec(
        "issue_report", "&Issue this report…", RECORD, (), "lock", by_page=True, keywords="give out freeze seal"
    ),
    ActionSpec("preview", "&Preview of the pages", VIEW, ("Ctrl+Alt+P",), "eye", by_page=True, keywords="print pdf"),
    ActionSpec("gap_matrix", "&Matrix or table of needs", RECORD, ("Ctrl+Shift+M",), "grid-four", by_page=True),
    ActionSpec(
        "plan_capacity_action",
        "Plan an action for this &need",
        RECORD,
        (),
        "student",
        by_page=True,
        keywords="training",
    ),
    ActionSpec(
        "record_attendance",
        "Record attenda&nce…",
        RECORD,
        ("Ctrl+Shift+A",),
        "users-three",
        by_page=True,
        keywords="session participants list paste count",
    ),
    ActionSpec("plan_follow_up", "Plan follow-&up…", RECORD, ("Ctrl+Shift+U",), "calendar-plus", by_page=True),
    ActionSpec(
        "name_state",
        "Name or rename this state…",
        RECORD,
        ("F2",),
        "tag",
        by_page=True,
        keywords="history snapshot moment",
    ),
    ActionSpec(
        "erase_person",
        "&Erase this person…",
        RECORD,
        (),
        "eraser",
        by_page=True,
        keywords="privacy personal data forget gdpr delete history",
    ),
    ActionSpec("delete_names", "Delete names past their da&y", RECORD, (), "eraser", by_page=True, keywords="privacy"),
    ActionSpec(
        "attach", "A&ttach file…", RECORD, ("Ctrl+Shift+I",), "paperclip", _open, keywords="scan photo attachment"
    ),
    ActionSpec("cards", "Show as car&ds or table", TABLE, (), "squares-four", by_page=True, keywords="partners"),
    ActionSpec("adopt", "Ado&pt this mechanism…", RECORD, (), "puzzle-piece", by_page=True, keywords="library"),
    ActionSpec("plan_meeting", "Plan the next &meeting", RECORD, (), "calendar-plus", by_page=True),
    ActionSpec("ask_in_room", "As&k partners in the room…", RECORD, (), "chats-circle", by_page=True, separated=True),
    ActionSpec(
        "make_forms", "Make &forms of the check…", RECORD, (), "table", by_page=True, keywords="excel cooperation round"
    ),
    ActionSpec(
        "take_in_forms",
        "Take in returned f&orms…",
        RECORD,
        (),
        "download-simple",
        by_page=True,
        keywords="excel cooperation check answers import",
    ),
    ActionSpec(
        "forget_answers",
        "Remove the answers of a partner…",
        RECORD,
        (),
        "eraser",
        by_page=True,
        keywords="cooperation check round forget privacy",
    ),
    ActionSpec(
        "next_state",
        "Move to the next &state",
        RECORD,
        ("Ctrl+E",),
        "arrow-right",
        by_page=True,
        separated=True,
        keywords="pledged committed delivered verified resource ledger",
    ),
    ActionSpec("choose_state", "&Choose a state…", RECORD, ("Ctrl+Shift+E",), "list-bullets", by_page=True),
    ActionSpec(
        "value_in_kind",
        "Value in &kind…",
        RECORD,
        ("Ctrl+Shift+K",),
        "calculator",
        by_page=True,
        keywords="calculator rate hours valuation contribution",
    ),
    ActionSpec(
        "match_offer", "&Match an offer with the need", RECORD, ("Ctrl+M",), "link", by_page=True, keywords="cover link"
    ),
    ActionSpec("unlink_offer", "&Unlink an offer", RECORD, ("Ctrl+Alt+M",), "link-break", by_page=True),
    ActionSpec(
        "link_activity", "&Link: what begins after it…", RECORD, ("Ctrl+L",), "link", by_page=True, separated=True
    ),
    ActionSpec(
        "shift_following",
        "&Shift what follows",
        RECORD,
        ("Ctrl+Shift+J",),
        "arrow-fat-line-right",
        by_page=True,
        keywords="dependencies move later",
    ),
    ActionSpec(
        "agree_chosen", "Set agreed dates: c&hosen activities", RECORD, (), "flag", by_page=True, keywords="baseline"
    ),
    ActionSpec(
        "agree_all", "Set agreed dates: &where there are none", RECORD, (), "flag", by_page=True, keywords="baseline"
    ),
    ActionSpec(
        "send_again",
        "Send this tracker a&gain…",
        RECORD,
        (),
        "paper-plane-tilt",
        by_page=True,
        separated=True,
        keywords="excel partner",
    ),
    ActionSpec("change_due", "Change when it is due &back…", RECORD, (), "calendar-blank", by_page=True),
    ActionSpec(
        "copy_reminder",
        "Copy a reminder for an e-mail",
        RECORD,
        ("Ctrl+Shift+R",),
        "envelope-simple",
        by_page=True,
        keywords="tracker overdue late mail",
    ),
    ActionSpec(
        "stop_waiting",
        "Wait no longer for this tracker…",
        RECORD,
        (),
        "x-circle",
        by_page=True,
        keywords="withdrawn lost not expected",
    ),
    ActionSpec("wait_again", "Wait for this tracker again", RECORD, (), "clock", by_page=True),
    ActionSpec(
        "translate",
        "Trans&late…",
        RECORD,
        ("Ctrl+Shift+X",),
        "translate",
        by_page=True,
        separated=True,
        keywords="language bilingual second own words",
    ),
    ActionSpec("details", "Go to &details", RECORD, ("F4",), "list-dashes", by_page=True, separated=True),
    ActionSpec("record_history", "&History of this record", RECORD, ("F7",), "clock-counter-clockwise", by_page=True),
    ActionSpec("next_finding", "Next &finding", RECORD, ("F8",), "warning-circle", by_page=True),
    ActionSpec("columns", "&Choose columns…", TABLE, ("Ctrl+Shift+H",), "columns", by_page=True, keywords="headings"),
    ActionSpec("sort", "&Sort by this column", TABLE, ("Ctrl+Shift+S",), "sort-ascending", by_page=True),
    ActionSpec("filter_values", "Filter by &values…", TABLE, ("Ctrl+Shift+L",), "funnel-simple", by_page=True),
    ActionSpec("group", "&Group by this column", TABLE, ("Ctrl+Shift+G",), "rows", by_page=True),
    ActionSpec(
        "transpose", "Turn rows into &columns", TABLE, ("Ctrl+Shift+T",), "swap", by_page=True, keywords="transpose"
    ),
    ActionSpec("fold_all", "&Fold all groups", TABLE, (), "caret-up", by_page=True, separated=True),
    ActionSpec("unfold_all", "&Unfold all groups", TABLE, (), "caret-down", by_page=True),
    ActionSpec("show_all", "Show &all rows", TABLE, ("Ctrl+Shift+F",), "list", by_page=True, separated=True),
    ActionSpec(
        "save_table",
        "Save this table as CS&V…",
        TABLE,
        (),
        "download-simple",
        by_page=True,
        separated=True,
        keywords="export excel spreadsheet file",
    ),
    ActionSpec("as_usual", "&Table as usual", TABLE, (), "arrow-counter-clockwise", by_page=True, keywords="reset"),
    *(_make(document) for document in DOCUMENTS.values()),
    ActionSpec(
        "send_trackers",
        "Send trac&kers…",
        DOCUMENTS_MENU,
        ("Ctrl+Alt+T",),
        "paper-plane-tilt",
        _open,
        separated=True,
        keywords="excel partners several export spreadsheet due back",
    ),
    ActionSpec(
        "timeline_nearer", "Timeline: &less time", VIEW, ("Ctrl++", "Ctrl+="), "magnifying-glass-plus", by_page=True
    ),
    ActionSpec("timeline_farther", "Timeline: &more time", VIEW, ("Ctrl+-",), "magnifying-glass-minus", by_page=True),
    ActionSpec("timeline_all", "Timeline: all &dates", VIEW, ("Ctrl+0",), "arrows-out-line-horizontal", by_page=True),
    ActionSpec("timeline_today", "Timeline: go to t&oday", VIEW, ("Ctrl+T",), "calendar-check", by_page=True),
    ActionSpec("section_previous", "&Previous section", VIEW, ("Ctrl+PgUp",), "caret-up", _open),
    ActionSpec("section_next", "&Next section", VIEW, ("Ctrl+PgDown",), "caret-down", _open),
    ActionSpec("tab_next", "Next &tab", VIEW, ("Ctrl+Tab",), "caret-right", by_page=True),
    ActionSpec("tab_previous", "Pre&vious tab", VIEW, ("Ctrl+Shift+Tab",), "caret-left", by_page=True),
    ActionSpec("back", "&Back", VIEW, ("Alt+Left",), "arrow-left", _open),
    ActionSpec("theme_system", "Theme: as the &desktop", VIEW, (), "desktop", separated=True, checkable=True),
    ActionSpec("theme_light", "Theme: &light", VIEW, (), "sun", checkable=True),
    ActionSpec("theme_dark", "Theme: d&ark", VIEW, (), "moon", checkable=True),
    ActionSpec("theme_high_contrast", "Theme: high &contrast", VIEW, (), "circle-half", checkable=True),
    ActionSpec(
        "preferences",
        "&Preferences…",
        VIEW,
        ("Ctrl+,",),
        "sliders-horizontal",
        separated=True,
        keywords="settings options language text size theme paper",
    ),
    ActionSpec("operator", "Your &name…", VIEW, (), "user", separated=True, keywords="operator author sign"),
    ActionSpec("guide", "Help and &example on this page", HELP, ("Shift+F1",), "lightbulb", by_page=True),
    ActionSpec("keys", "&Keyboard…", HELP, ("F1",), "keyboard", keywords="shortcuts help"),
    ActionSpec("about", "&About", HELP, (), "info"),
)
BY_ID = {spec.id: spec for spec in ACTIONS}


def plain_title(spec: ActionSpec) -> str:
    """Return the title without its mnemonic and dots, as the palette shows it."""
    return spec.title.replace("&", "").removesuffix("…")
