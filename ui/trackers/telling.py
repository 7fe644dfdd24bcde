"""What came of trackers that were taken in together, in a few sentences at the end."""

from collections.abc import Callable, Iterable

from ui.desk import Say
from workbook.problems import Problem


class Told:
    """Collects a sentence for each file; the last step that was made can be undone from there."""

    def __init__(self, count: int = 0) -> None:
        self.count = count
        self._sentences: list[str] = []
        self._steps = 0
        self._is_warning = False

    def add(self, sentence: str, file: str = "", *, is_step: bool = False) -> None:
        """Keep what came of a file; its name is put before it where there are several."""
        self._sentences.append(f"{file}: {sentence}" if file and self.count > 1 else sentence)
        self._steps += is_step

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Keep why nothing was taken from a file."""
        self._sentences.extend(str(problem) for problem in problems)
        self._is_warning = True

    def tell(self, say: Say, undo: Callable[[], object]) -> None:
        """Say all of it."""
        title = "Undo" if self._steps == 1 else "Undo the last"
        ways = ((title, undo),) if self._steps else ()
        say(" ".join(self._sentences), "warning" if self._is_warning else "information", *ways)
