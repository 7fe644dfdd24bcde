"""After any edits, what a checker that followed them found is what a fresh one finds: whole sentences, in order."""

import datetime
import functools
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbook.checks.building import TODAY, Builder, days
from workbook.book import PLAN_ID
from workbook.checks import LIMITS, Checker
from workbook.fields import Field
from workbook.money import Money
from workbook.operations import AcceptFinding, EditRecord, RemoveRecords, SetResponsibilities
from workbook.operations.base import Refused
from workbook.records import RECORD_TYPES

# Types that no rule looks at are left out, so that more of the edits can matter.
SEEN = [
    "partners", "contacts", "objectives", "activities", "responsibilities", "resources", "agreements", "clauses",
    "signatures", "governance_bodies", "members", "decisions", "issues", "follow_ups", "indicators", "readings",
    "capacity_needs", "capacity_actions", "training_sessions", "participants", "health_rounds", "health_responses",
    "reports", "drivers", "challenges", "thresholds",
]  # fmt: skip
TOPICS = ["parties", "disputes", "exit_legacy", "amendment", "scope", ""]
EDITS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def any_value(random: Random, builder: Builder, field: Field) -> Any:
    """Any value that a field may hold, from few enough that records meet."""
    if field.kind in ("reference", "references"):
        ids = sorted(builder.book.table(field.target))
        chosen = random.sample(ids, min(len(ids), random.randint(0, 2)))
        return chosen if field.kind == "references" else (chosen[0] if chosen else None)
    if field.kind == "choice":
        assert field.vocabulary is not None
        return random.choice((None, *field.vocabulary.keys[:6], *field.vocabulary.keys))
    if field.kind == "choices":
        assert field.vocabulary is not None
        return random.sample(field.vocabulary.keys, random.randint(0, 2))
    simple: dict[str, Any] = {
        "line": lambda: random.choice(TOPICS if field.name == "topic" else ["", "one", "two"]),
        "text": lambda: random.choice(["", "some words"]),
        "whole": lambda: random.choice([None, random.randint(1, 5), int(field.maximum or 9)]),
        "number": lambda: random.choice([None, Decimal(random.randint(1, 5))]),
        "percent": lambda: random.choice([None, Decimal(50)]),
        "money": lambda: random.choice(
            [None, Money(Decimal(random.randint(1, 9) * 100), random.choice(["EUR", "GBP"]))]
        ),
        "date": lambda: random.choice([None, days(random.randint(-400, 400))]),
        "moment": lambda: random.choice([None, datetime.datetime.combine(days(-50), datetime.time(), datetime.UTC)]),
        "flag": lambda: random.random() < 0.5,
    }
    return simple[field.kind]()


def any_fields(random: Random, builder: Builder, type_name: str, *, new: bool) -> dict[str, Any]:
    fields = [f for f in RECORD_TYPES[type_name].fields if f.name != "code"]
    if type_name == "thresholds" and new:
        return {"name": random.choice(sorted(LIMITS)), "value": Decimal(random.randint(0, 60))}
    chosen = {f.name for f in random.sample(fields, min(len(fields), random.randint(1, 6)))}
    wanted = [f for f in fields if f.name in chosen or (new and (f.required or random.random() < 0.5))]
    return {f.name: any_value(random, builder, f) for f in wanted}


def any_step(random: Random, builder: Builder, checker: Checker) -> Any:
    """One thing that somebody may do; it may be refused."""
    book, kind = builder.book, random.choice(["add", "add", "add", "edit", "edit", "remove", "role", "accept", "plan"])
    if kind == "plan":
        given_ = any_fields(random, builder, "plan", new=False)
        return EditRecord("plan", PLAN_ID, {k: v for k, v in given_.items() if k not in ("title", "plan")})
    if kind == "accept" and checker.findings:
        finding = random.choice(checker.findings)
        return AcceptFinding(finding.rule, finding.id, random.choice(["We know.", "So it is."]), TODAY)
    activities, partners = sorted(book.table("activities")), sorted(book.table("partners"))
    if kind == "role" and activities and partners:
        letters = tuple(random.sample("RACI", random.randint(0, 2)))
        return SetResponsibilities({(random.choice(activities), random.choice(partners)): letters})
    type_name = random.choice(SEEN)
    ids = sorted(book.table(type_name))
    if kind == "add" or not ids:
        return builder.adding(type_name, any_fields(random, builder, type_name, new=True))
    if kind == "remove":
        return RemoveRecords(type_name, (random.choice(ids),))
    return EditRecord(type_name, random.choice(ids), any_fields(random, builder, type_name, new=False))


def furnished(random: Random) -> Builder:
    """A small plan, with limits so low that edits soon meet each other and something is found."""
    return _furnished(tuple(random.choice(["need", "other", ""]) for _ in range(3))).again()


@functools.cache
def _furnished(covered: tuple[str, ...]) -> Builder:
    builder = Builder(stage="delivering", start=days(-300), end=days(300))
    partners = [builder.partner(name, sector) for name, sector in (("City", "local_government"), ("Hall", "media"))]
    objective = builder.add("objectives", statement="Reach it")
    for number, which in enumerate(covered):
        activity = builder.activity(f"Do {number}", objective=objective, cross_sector=True)
        builder.role(activity, partners[number % 2], "A", "R")
        need = builder.line("need", category="cash", activity=activity, value="500 EUR")
        other = builder.line("need", category="cash", activity=activity, value="200 EUR")
        given = {"category": "cash", "activity": activity, "provider": partners[number % 2], "status": "committed"}
        builder.line(covers={"need": need, "other": other}.get(which), value="300 EUR", **given)
        builder.line(value="100 EUR", **given)
    part = builder.activity("Do a part", parent=activity, objective=objective)
    person = builder.add("contacts", partner=partners[0], name="Jo Doe")
    builder.add("responsibilities", activity=part, partner=partners[0], letters=["A"], person=person)
    for name, value in (("S3_roles", 1), ("S3_partners", 2), ("S3_person", 0), ("S5_consulted", 0), ("L2_gap", 1)):
        builder.add("thresholds", name=name, value=value)
    need = builder.add("capacity_needs", title="Gap", current=1, desired=5)
    action = builder.add("capacity_actions", title="Course", type="training", need=need)
    builder.add("training_sessions", title="Day one", action=action, attended=3)
    builder.add("indicators", title="People", objective=objective, frequency="monthly", baseline=0, target=5)
    builder.add("governance_bodies", name="Group", chair=partners[0])
    agreement = builder.add("agreements", title="Memo", level="mou", parties=partners)
    builder.add("signatures", agreement=agreement, partner=partners[0], signed=True)
    return builder


@EDITS
@given(st.randoms(use_true_random=False), st.integers(1, 25))
def test_following_edits_finds_what_a_fresh_look_finds(random: Random, count: int) -> None:
    builder = furnished(random)
    checker = builder.checker
    for _ in range(count):
        try:
            builder.workbook.do(any_step(random, builder, checker))
        except Refused:
            continue
        assert checker.findings == Checker(TODAY).run(builder.book)


@EDITS
@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_many_edits_at_once_and_undo_are_followed_too(random: Random, count: int) -> None:
    builder = furnished(random)
    checker = builder.checker
    start, first = builder.book, checker.findings
    done = 0
    for _ in range(count):
        try:
            done += builder.workbook.do(any_step(random, builder, checker)) is not None
        except Refused:
            continue
    at_once = Checker(TODAY)
    at_once.run(start)
    assert at_once.update(builder.book, start.difference(builder.book)) == checker.findings
    for _ in range(done):
        builder.workbook.undo()
    assert checker.findings == first


@EDITS
@given(st.randoms(use_true_random=False), st.integers(1, 15))
def test_drift_is_followed_like_everything_else(random: Random, count: int) -> None:
    builder = furnished(random)
    (agreement,) = builder.book.table("agreements")
    builder.edit("agreements", agreement, status="in_force", sealed_state=1)
    sealed = {agreement: builder.book}
    checker = Checker(TODAY, sealed)
    checker.run(builder.book)
    for _ in range(count):
        try:
            change_set = builder.workbook.do(any_step(random, builder, checker))
        except Refused:
            continue
        if change_set is not None:
            assert checker.update(builder.book, change_set.changes) == Checker(TODAY, sealed).run(builder.book)
