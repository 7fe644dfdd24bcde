"""How the cooperation feels to those in it: rounds of the cooperation check and their answers."""

import datetime
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, day, flag, line, reference, references, text, whole
from workbook.records.base import Record, record


@record("health_rounds", "Cooperation check", "Cooperation checks", label="title", code="H")
class HealthRound(Record, frozen=True, gc=False):
    """One round of the check (domain.md 7.1)."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Title", required=True)] = ""
    date: Annotated[datetime.date | None, day("Date", expected=True)] = None
    asked: Annotated[tuple[str, ...], references("Partners asked", "partners")] = ()
    show_single: Annotated[
        bool, flag("Single answers may be shown", "Only if every partner agreed to it beforehand.")
    ] = False
    comment: Annotated[str, text("Comments")] = ""
    note: Annotated[str, text("Notes")] = ""


@record("health_responses", "Answer", "Answers", label="statement", key=("round", "partner", "statement"))
class HealthResponse(Record, frozen=True, gc=False):
    """One partner's answer to one statement; no score means “don't know”."""

    round: Annotated[str | None, reference("Round", "health_rounds", owned=True)] = None
    partner: Annotated[str | None, reference("Partner", "partners", owned=True)] = None
    statement: Annotated[str | None, choice("Statement", terms.HEALTH_STATEMENTS, required=True)] = None
    score: Annotated[int | None, whole("Score", "1 not at all, 5 fully.", minimum=1, maximum=5)] = None
    comment: Annotated[str, line("Comment")] = ""
