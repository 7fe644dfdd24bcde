"""Structure checks: whether the partnership is built so that it can hold (domain: 28 checks, 10.2).

`findings` runs them once; a `Checker` keeps them up to date after every change; `scores` counts what is met.
"""

from workbook.checks.base import Finding, Rule
from workbook.checks.catalogue import RULES
from workbook.checks.checker import Checker, blocking, findings
from workbook.checks.clause_topics import REQUIRED_TOPICS
from workbook.checks.drift import drift
from workbook.checks.scores import RuleState, Score, question_scores, rule_states, scores
from workbook.checks.thresholds import LIMITS

__all__ = [
    "LIMITS",
    "REQUIRED_TOPICS",
    "RULES",
    "Checker",
    "Finding",
    "Rule",
    "RuleState",
    "Score",
    "blocking",
    "drift",
    "findings",
    "question_scores",
    "rule_states",
    "scores",
]
