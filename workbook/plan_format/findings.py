"""What is wrong with a plan file: collected, each with its path, and told in the order of the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Path = tuple[str | int, ...]


class Flaw(NamedTuple):
    """One thing that is wrong with a file: a sentence, and the path of the place, such as ``partners[3].sector``."""

    sentence: str
    place: str = ""
    type: str = ""
    field: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class Unreadable(Exception):  # noqa: N818 - an answer about the file, not a failure of the program
    """A plan file that cannot be taken in; carries every flaw at once. `ImportPlan` makes a refusal of it."""

    def __init__(self, *flaws: Flaw) -> None:
        self.flaws = flaws
        super().__init__(*(str(flaw) for flaw in flaws))


def shown(path: Path) -> str:
    """Write a path as ``partners[3].sector``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


@dataclass
class Findings:
    """Flaws under the paths at which they stand."""

    document: Mapping[str, object]
    found: list[tuple[Path, str, str]] = field(default_factory=list)

    def add(self, path: Path, sentence: str, type_name: str = "") -> None:
        self.found.append((path, sentence, type_name))

    def __bool__(self) -> bool:
        return bool(self.found)

    def flaws(self) -> tuple[Flaw, ...]:
        """Return the flaws in the order in which their places stand in the file."""
        placed = sorted(self.found, key=lambda entry: self._position(entry[0]))
        return tuple(
            Flaw(sentence, shown(path), type_name, field=str(path[-1]) if path else "")
            for path, sentence, type_name in placed
        )

    def _position(self, path: Path) -> tuple[int, ...]:
        position: list[int] = []
        here: object = self.document
        for part in path:
            if isinstance(here, dict):
                keys = list(here)
                position.append(keys.index(part) if part in here else len(keys))
                here = here.get(part)
            elif isinstance(here, list) and isinstance(part, int):
                position.append(part)
                here = here[part] if part < len(here) else None
        return tuple(position)
