"""What a command says: lines for people or one JSON object for scripts, and refusals in one line on stderr."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


class UserError(Exception):
    """Something the user asked for cannot be had; the message is the sentence to show."""


@dataclass
class Answer:
    """The result of a command. `trouble` is said on stderr and makes the exit status 1."""

    lines: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    trouble: str = ""


def told(command: Callable[[], Answer], *, as_json: bool) -> int:
    """Run a command and say what came of it; turn every refusal into its sentence, and nothing else."""
    from exports.writing import NotWritten
    from storage.errors import FileProblem
    from workbook.operations import Refused

    try:
        answer = command()
    except Refused as refused:
        sentences = [str(problem) for problem in refused.problems]
        answer = Answer(
            sentences[:-1], {"problems": [problem._asdict() for problem in refused.problems]}, sentences[-1]
        )
        if len(sentences) > 1:
            answer.lines, answer.trouble = [], "; ".join(sentences)
    except (FileProblem, NotWritten, UserError) as problem:
        answer = Answer(trouble=str(problem))
    if as_json:
        trouble = {"error": answer.trouble} if answer.trouble else {}
        sys.stdout.write(json.dumps({**answer.data, **trouble}, ensure_ascii=False, indent=2, default=str) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in answer.lines)
    if answer.trouble:
        sys.stderr.write(f"{answer.trouble}\n")
    return 1 if answer.trouble else 0
