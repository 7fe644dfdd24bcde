"""Why something cannot be done as asked: what every refusal in the program is made of."""

from typing import NamedTuple


class Problem(NamedTuple):
    """Why something cannot be done as asked: where, and one sentence that says what to do.

    `place` is a path for people, such as ``partners[3].sector`` or ``P-03 Museum: Sector``.
    """

    sentence: str
    place: str = ""
    type: str = ""
    id: str = ""
    field: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class Refused(Exception):  # noqa: N818 - an answer to the user, not a failure of the program
    """An operation that cannot be done; carries every problem at once, and nothing has been changed."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(*(str(problem) for problem in problems))
