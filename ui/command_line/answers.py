"""What a command says: lines for people or one JSON object for scripts, and refusals in one line on stderr."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ui.command_line.saying import can_show, complain, one_line, say

MOST_SENTENCES = 20
"""How many problems one line names; `--json` has them all."""


class UserError(Exception):
    """Something the user asked for cannot be had; the message is the sentence to show."""


@dataclass
class Answer:
    """The result of a command. `trouble` is said on stderr and makes the exit status 1, a `warning` only is said."""

    lines: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    trouble: str = ""
    warning: str = ""


def told(command: Callable[[], Answer], *, as_json: bool) -> int:
    """Run a command and say what came of it; turn every refusal into its sentence, and nothing else."""
    from exports.edition import NotMade
    from exports.writing import NotWritten
    from storage.errors import FileProblem
    from workbook.operations import Refused

    try:
        answer = command()
    except Refused as refused:
        sentences = [str(problem) for problem in refused.problems]
        answer = Answer([], {"problems": [problem._asdict() for problem in refused.problems]}, _together(sentences))
    except (FileProblem, NotMade, NotWritten, UserError) as problem:
        answer = Answer(trouble=str(problem))
    failed = say(sys.stdout, _json(answer) if as_json else "".join(f"{one_line(line)}\n" for line in answer.lines))
    if answer.warning:
        complain(answer.warning)
    for trouble in filter(None, (answer.trouble, failed)):
        complain(trouble)
        return 1
    return 0


def _together(sentences: list[str]) -> str:
    more = len(sentences) - MOST_SENTENCES
    rest = [f"and {more:,} more like these"] if more > 0 else []
    return "; ".join(sentences[:MOST_SENTENCES] + rest)


def _json(answer: Answer) -> str:
    content = {**answer.data, **({"error": answer.trouble} if answer.trouble else {})}
    text = json.dumps(content, ensure_ascii=False, indent=2, default=str) + "\n"
    return text if can_show(sys.stdout, text) else json.dumps(content, indent=2, default=str) + "\n"
