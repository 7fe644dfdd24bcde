"""What is wrong with a plan file: collected, each with its path, and told in the order of the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbook.problems import Problem

Path = tuple[str | int, ...]


def shown(path: Path) -> str:
    """Write a path as ``partners[3].sector``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


@dataclass
class Findings:
    """Problems under the paths at which they stand."""

    document: Mapping[str, object]
    found: list[tuple[Path, str, str]] = field(default_factory=list)

    def add(self, path: Path, sentence: str, type_name: str = "") -> None:
        self.found.append((path, sentence, type_name))

    def __bool__(self) -> bool:
        return bool(self.found)

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems in the order in which their places stand in the file."""
        placed = sorted(self.found, key=lambda entry: self._position(entry[0]))
        return tuple(
            Problem(sentence, shown(path), type_name, field=str(path[-1]) if path else "")
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
