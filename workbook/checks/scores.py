"""How many checks are met, per foundation and per guiding question: "n of m", never only a percentage.

A check is *met* when it has something to look at and finds nothing, or only what the team accepted with a reason. A
check with nothing to look at yet counts as not met: a plan that has hardly begun must not look finished. Checks that do
not apply (no activity is meant to cross sectors, nothing was sealed) are not counted (domain: 10.2, 10.5).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from workbook.book import Book
from workbook.checks.base import NOT_APPLICABLE, NOTHING_YET, YES, Finding, Rule
from workbook.checks.catalogue import RULES
from workbook.vocabularies import FOUNDATIONS, GUIDING_QUESTIONS
from workbook.wording import Sentence

WEIGHTS = {"error": 3, "warning": 2, "information": 1}
MET, ACCEPTED, NOT_MET = "met", "accepted", "not_met"


@dataclass(frozen=True, slots=True)
class RuleState:
    """One check: met, accepted (all its findings are), not_met, nothing_yet or not_applicable; and its findings."""

    rule: Rule
    state: str
    findings: tuple[Finding, ...]

    @property
    def is_met(self) -> bool:
        return self.state in (MET, ACCEPTED)

    @property
    def is_counted(self) -> bool:
        return self.state != NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class Score:
    """How many checks of a foundation or a question are met.

    `met` includes the `accepted` ones; weights are error 3, warning 2, information 1.
    """

    key: str
    met: int
    of: int
    accepted: int
    weight_met: int
    weight_of: int
    states: tuple[RuleState, ...]
    formula: str = "checks met / checks that apply; weights: error 3, warning 2, information 1"

    @property
    def title(self) -> str:
        said = Sentence("{met} of {of} checks met", met=self.met, of=self.of)
        return (
            Sentence("{said} ({count} accepted with a reason)", said=said, count=self.accepted)
            if self.accepted
            else said
        )


def rule_states(book: Book, found: Iterable[Finding], unjudged: frozenset[str] = frozenset()) -> tuple[RuleState, ...]:
    """Return the state of every check, in the order of the rules; `unjudged` ones do not apply."""
    held: dict[str, list[Finding]] = {}
    for finding in found:
        held.setdefault(finding.rule, []).append(finding)
    return tuple(
        RuleState(rule, NOT_APPLICABLE if rule.id in unjudged else _state(rule, book, own), tuple(own))
        for rule, own in ((rule, held.get(rule.id, [])) for rule in RULES.values())
    )


def _state(rule: Rule, book: Book, own: list[Finding]) -> str:
    if own:
        return ACCEPTED if all(finding.accepted for finding in own) else NOT_MET
    scope = rule.scope(book)
    return MET if scope == YES else scope


def scores(book: Book, found: Iterable[Finding], unjudged: frozenset[str] = frozenset()) -> dict[str, Score]:
    """Return the score of each foundation, in their order."""
    states = rule_states(book, found, unjudged)
    return {key: _score(key, [s for s in states if s.rule.foundation == key]) for key in FOUNDATIONS.keys}


def question_scores(book: Book, found: Iterable[Finding], unjudged: frozenset[str] = frozenset()) -> dict[str, Score]:
    """Return the score of each guiding question over the checks that help to answer it, in their order."""
    states = rule_states(book, found, unjudged)
    return {key: _score(key, [s for s in states if key in s.rule.questions]) for key in GUIDING_QUESTIONS.keys}


def _score(key: str, states: list[RuleState]) -> Score:
    counted = [state for state in states if state.is_counted]
    met = [state for state in counted if state.is_met]
    return Score(
        key,
        len(met),
        len(counted),
        sum(state.state == ACCEPTED for state in met),
        sum(WEIGHTS[state.rule.severity] for state in met),
        sum(WEIGHTS[state.rule.severity] for state in counted),
        tuple(states),
    )


__all__ = [
    "NOTHING_YET",
    "RuleState",
    "Score",
    "question_scores",
    "rule_states",
    "scores",
]
