"""Several returned forms at once: what can be taken is taken, and the rest is named with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from exports.cooperation.returned import Expected, FormReturned, taken_in
from exports.edition import Progress, no_progress
from exports.incoming.content import content_of
from exports.incoming.limits import FORM
from workbook.measures.rounds import answers_of
from workbook.problems import Problem, Refused


@dataclass(frozen=True)
class Returned:
    """A form that can be taken in: how many of its answers are new, and how many differ from what is kept.

    Only counts, because whoever takes forms in is not to read them.
    """

    form: FormReturned
    new: int
    different: int


@dataclass(frozen=True)
class Taken:
    """Everything that was chosen: the forms in the order of the files, and the problems of files and cells left out."""

    forms: tuple[Returned, ...]
    problems: tuple[Problem, ...]


def read_together(paths: Iterable[Path], expected: Expected, progress: Progress = no_progress) -> Taken:
    """Read files; two different forms of one partner are both left out, because nobody knows which one counts."""
    chosen = tuple(dict.fromkeys(paths))
    forms: list[FormReturned] = []
    problems: list[Problem] = []
    for place, path in enumerate(chosen):
        follow = partial(_follow, progress, place, len(chosen))
        follow()
        try:
            forms.append(taken_in(content_of(path, FORM.most_bytes), path.name, expected, follow))
        except Refused as refused:
            problems += refused.problems
    kept, doubled = _one_each(forms, expected)
    left_out = (problem for form in kept for problem in form.left_out)
    return Taken(tuple(_compared(form, expected) for form in kept), (*problems, *doubled, *left_out))


def _follow(progress: Progress, place: int, of: int, *_reading: object) -> None:
    """Say which form is read, as often as its reader says anything."""
    progress("Reading forms", place, of)


def _one_each(forms: list[FormReturned], expected: Expected) -> tuple[list[FormReturned], list[Problem]]:
    by_partner: dict[str, list[FormReturned]] = {}
    for form in forms:
        by_partner.setdefault(form.partner_id, []).append(form)
    kept, problems = [], []
    for partner_id, held in by_partner.items():
        if all(form.answers == held[0].answers for form in held):
            kept.append(held[0])
            continue
        name = expected.book.label("partners", partner_id)
        problems += [
            Problem(f"{len(held)} forms of {name} say different things; choose only the one that counts.", form.file)
            for form in held
        ]
    return kept, problems


def _compared(form: FormReturned, expected: Expected) -> Returned:
    held = answers_of(expected.book, expected.round.id, form.partner_id)
    new = sum(statement not in held for statement in form.answers)
    different = sum(
        statement in held and (held[statement].score, held[statement].comment) != tuple(answer)
        for statement, answer in form.answers.items()
    )
    return Returned(form, new, different)
