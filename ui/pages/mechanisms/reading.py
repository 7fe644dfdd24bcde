"""The reading side of the library: one mechanism, whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.bridge import Bridge
from ui.layouts import clear, column, label
from ui.theme import room, set_role, space
from workbook import vocabularies as terms
from workbook.mechanisms import LibraryActivity, LibraryMechanism

_WIDEST = 680


class Reading(QScrollArea):
    """What a mechanism is, who does what, what it takes, what to watch out for, and where that was read."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.entry: LibraryMechanism | None = None
        set_role(self, "reading")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("About this mechanism")
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setMaximumWidth(room(_WIDEST))
        self.box = column(inner, "tight")
        self.box.setContentsMargins(space("large"), 0, space("large"), space("large"))
        self.setWidget(inner)

    def show_entry(self, entry: LibraryMechanism | None) -> None:
        """Show an entry from its beginning, or nothing."""
        if entry == self.entry:
            return
        self.entry = entry
        clear(self.box)
        if entry is not None:
            self._fill(self.box, entry)
        self.verticalScrollBar().setValue(0)

    def _fill(self, box: QVBoxLayout, entry: LibraryMechanism) -> None:
        box.addWidget(label(entry.summary, "lead", wrap=True))
        facts = (
            f"{terms.LEVELS.title(entry.level)} level",
            terms.DRIVER_TYPES.title(entry.driver_type).lower(),
            "for " + ", ".join(terms.URBAN_CHALLENGES.title(one).lower() for one in entry.urban_challenges),
        )
        box.addWidget(label(" · ".join(facts), "caption", wrap=True))
        partners = ", ".join(terms.SECTORS.title(sector) for sector in entry.sectors)
        self._part("Who usually takes part", (partners,))
        self._part("Who does what", [_in_words(one) for one in entry.responsibilities], marked=True)
        needs = [f"{one.title} ({terms.CONTRIBUTION_TYPES.title(one.type).lower()})" for one in entry.needs]
        self._part("What it takes", needs, marked=True)
        self._part("Before you begin", (entry.preconditions,))
        self._part("Watch out for", (entry.watch_outs,))
        counted = [
            f"{one.title}, in {one.unit}, {terms.FREQUENCIES.title(one.frequency).lower()}" for one in entry.indicators
        ]
        self._part("How one sees that it works", counted, marked=True)
        self._part("An example", (entry.example,))
        day = self.bridge.formats.date(entry.checked)
        self._part("Where this was read", (f"{entry.source_title}. Checked on {day}: {entry.confirmed}",))
        address = label(entry.url, "caption", wrap=True)
        address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        address.setAccessibleName(f"Address of the source: {entry.url}")
        box.addWidget(address)
        advice = "Who does what, needs, indicators and advice are this program's suggestions; change them freely."
        box.addWidget(label(advice, "caption", wrap=True))
        box.addStretch(1)

    def _part(self, title: str, sentences: tuple[str, ...] | list[str], *, marked: bool = False) -> None:
        heading = label(title, "label", wrap=True)
        heading.setContentsMargins(0, space("small"), 0, 0)
        self.box.addWidget(heading)
        for sentence in sentences:
            self.box.addWidget(label(f"• {sentence}" if marked else sentence, wrap=True))


def _in_words(activity: LibraryActivity) -> str:
    roles = (
        f"{terms.RACI.title(letter).lower()}: "
        + ", ".join(terms.SECTORS.title(sector) for sector, letters in activity.roles.items() if letter in letters)
        for letter in terms.RACI.keys
        if any(letter in letters for letters in activity.roles.values())
    )
    return f"{activity.title} ({'; '.join(roles)})"
