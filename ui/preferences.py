"""What the window remembers between sittings: theme, sizes, recent files, the person's name; nothing of a plan."""

import base64
import contextlib
import getpass
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import msgspec

APPLICATION = "creative-partnership-workbook"
MOST_RECENT = 8
_NOT_KEPT = ("path", "name_people")


def default_path() -> Path:
    """Return where this person's settings are kept; `CPW_CONFIG` names another folder."""
    given = os.environ.get("CPW_CONFIG")
    if given:
        return Path(given) / "window.json"
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False) / "window.json"


def _operator() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


@dataclass
class Preferences:
    """Read once at the start and written when something changes; a broken or missing file means the defaults."""

    path: Path | None = None
    theme: str = "system"
    text_size: int = 100
    language: str = "en"
    formats: str = ""
    """How dates and numbers are written in the window; empty: as the language of the workbook."""
    paper: str = ""
    document_language: str = ""
    """In which language documents are made; empty: each in its own, an agreement's or the plan's."""
    operator: str = ""
    operator_confirmed: bool = False
    geometry: str = ""
    recent: list[str] = field(default_factory=list)
    pinned: list[str] = field(default_factory=list)
    splitters: dict[str, list[int]] = field(default_factory=dict)
    guides: dict[str, bool] = field(default_factory=dict)
    """On which pages the help is shown; where nothing is said, while the page is empty."""
    cards: dict[str, bool] = field(default_factory=dict)
    """Which tables are shown as cards."""
    folds: dict[str, bool] = field(default_factory=dict)
    """Which parts of a page are folded out."""
    export_folder: str = ""
    attach_folder: str = ""
    copies_left: list[str] = field(default_factory=list)
    """Conflicted copies beside workbooks that were brought in or left alone, as they were then."""
    name_people: bool = False
    """Documents name people in this sitting; never kept, so that it is ticked anew each time."""

    @classmethod
    def load(cls, path: Path) -> "Preferences":
        preferences = cls(path)
        try:
            data: Any = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            data = {}
        for one in fields(cls):
            if isinstance(data, dict) and one.name in data and one.name not in _NOT_KEPT:
                with contextlib.suppress(msgspec.ValidationError):  # what somebody wrote by hand need not fit
                    setattr(preferences, one.name, msgspec.convert(data[one.name], one.type))
        preferences.operator = preferences.operator or _operator()
        return preferences

    def save(self) -> None:
        """Write them whole; a folder that cannot be written costs the person nothing but their window size."""
        if self.path is None:
            return
        data = {name: value for name, value in asdict(self).items() if name not in _NOT_KEPT}
        temporary = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")
            temporary.replace(self.path)
        except OSError:
            temporary.unlink(missing_ok=True)

    def opened(self, path: Path) -> None:
        """Put a workbook at the head of the recent ones."""
        text = str(path.resolve())
        recent = [text, *(other for other in self.recent if other != text)]
        loose = [other for other in recent if other not in self.pinned][:MOST_RECENT]
        self.recent = [other for other in recent if other in loose or other in self.pinned]
        self.save()

    @property
    def recent_first(self) -> list[str]:
        """The recent workbooks in the order in which they are shown: the pinned ones, then the latest."""
        return sorted(self.recent, key=lambda path: path not in self.pinned)

    def pin(self, path: str) -> None:
        """Keep a workbook at the head of the recent ones, or let it go from there."""
        self.pinned = [one for one in self.pinned if one != path] if path in self.pinned else [*self.pinned, path]
        self.save()

    def forget(self, path: str) -> None:
        self.recent = [other for other in self.recent if other != path]
        self.pinned = [other for other in self.pinned if other != path]
        self.save()

    def keep_geometry(self, data: bytes) -> None:
        self.geometry = base64.b64encode(data).decode("ascii")

    @property
    def geometry_bytes(self) -> bytes:
        try:
            return base64.b64decode(self.geometry)
        except ValueError:
            return b""
