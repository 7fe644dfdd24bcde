"""What is wrong with a plan file: collected, each with its path, and told in the order of the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbook.problems import Problem, Refused

Path = tuple[str | int, ...]

MOST = 1_000
"""How many problems are told; a file with more is not one that somebody corrects by hand."""
_LONGEST_PART = 80


def shown(path: Path) -> str:
    """Write a path as ``partners[3].sector``."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            name = " ".join(part[:_LONGEST_PART].split())
            text += f".{name}" if text else name
    return text


@dataclass
class Findings:
    """Problems under the paths at which they stand."""

    document: Mapping[str, object]
    found: list[tuple[Path, str, str]] = field(default_factory=list)

    def add(self, path: Path, sentence: str, type_name: str = "") -> None:
        """Take in one problem; raise `Refused` with all there are when they become too many."""
        self.found.append((path, sentence, type_name))
        if len(self.found) >= MOST:
            raise Refused(*self.problems(), Problem("There are more problems than these; correct them and try again."))

    def __bool__(self) -> bool:
        return bool(self.found)

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems in the order in which their places stand in the file."""
        places: dict[int, dict[object, int]] = {}
        placed = sorted(self.found, key=lambda entry: self._position(entry[0], places))
        return tuple(
            Problem(sentence, shown(path), type_name, field=str(path[-1]) if path else "")
            for path, sentence, type_name in placed
        )

    def _position(self, path: Path, places: dict[int, dict[object, int]]) -> tuple[int, ...]:
        position: list[int] = []
        here: object = self.document
        for part in path:
            if isinstance(here, dict):
                known = places.get(id(here))
                if known is None:
                    known = places[id(here)] = {key: place for place, key in enumerate(here)}
                position.append(known.get(part, len(known)))
                here = here.get(part)
            elif isinstance(here, list) and isinstance(part, int):
                position.append(part)
                here = here[part] if part < len(here) else None
        return tuple(position)
