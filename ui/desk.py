"""What a page is given: the workbook, the findings, the way to other places and somebody to tell."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol

from ui.bridge import Bridge
from ui.copies import Copies
from ui.findings import Findings
from ui.preferences import Preferences
from ui.views import Views
from workbook.measures import Rows


class GoTo(Protocol):
    """The one way from place to place: a record, one of its fields, or only the section of a type."""

    def __call__(self, type_name: str, record_id: str = "", field: str = "") -> None: ...


class Say(Protocol):
    """Tells the person something; each further pair of a title and what it does becomes a button."""

    def __call__(self, text: str, tone: str = "information", *actions: tuple[str, Callable[[], object]]) -> None: ...


class ShowRows(Protocol):
    """Leads to all the records that a figure was counted from, and says which figure that is."""

    def __call__(self, rows: Rows, about: str) -> None: ...


def _stay(rows: Rows, about: str) -> None:
    """Lead nowhere, where there is no window around."""


class SendTrackers(Protocol):
    """Asks to whom trackers go, with these partners ticked (None: the whole plan); with none, those that lack one."""

    def __call__(self, chosen: Collection[str | None]) -> None: ...


def _send_nothing(chosen: Collection[str | None]) -> None:
    """Ask nobody, where there is no window around."""


@dataclass(frozen=True)
class Desk:
    """Handed to every page; pages know nothing of the main window or of each other."""

    bridge: Bridge
    findings: Findings
    preferences: Preferences
    go_to: GoTo
    say: Say
    start: Callable[[str], None]
    """Starts an action of the window by its id."""
    open_section: Callable[[str], None]
    show_history: Callable[[str, str], None]
    """Shows what happened to one record, by its type and id."""
    views: Views = field(default_factory=Views)
    copies: Copies = field(default_factory=Copies)
    """Copies of attachments that were handed to other programs."""
    at_end: list[Callable[[], object]] = field(default_factory=list)
    """What has to be called before the workbook closes, such as the end of a worker."""
    show_rows: ShowRows = _stay
    send_trackers: SendTrackers = _send_nothing
    workbook_id: str = ""
    """Which workbook this is, wherever its file lies: what a form that comes back is known by."""
