"""Checks T1 to T6: mutual trust (domain: agreements 2, cooperation check 7.1, decisions and reports 6; 10.2)."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator

from workbook.book import Book
from workbook.changes import Change
from workbook.checks.base import (
    NOT_APPLICABLE,
    NOTHING_YET,
    YES,
    Context,
    Drifting,
    Each,
    Hit,
    Rule,
    Whole,
    by,
    hit,
    listed,
    plan_hit,
)
from workbook.checks.clause_topics import REQUIRED_TOPICS, TOPIC_TITLES
from workbook.drifting import classified, weights
from workbook.measures.agreements import (
    LEVELS_THAT_STAND_ALONE,
    clause_state,
    covers,
    days_to_expiry,
    terms_in_effect,
)
from workbook.measures.cooperation import RoundResult, latest_round, round_result
from workbook.measures.dates import months_later
from workbook.measures.work import ENDED_AGREEMENTS
from workbook.records import RECORD_TYPES, Agreement, Clause, Decision, FollowUp, Issue, Record, Report
from workbook.vocabularies import FOUNDATIONS
from workbook.wording import Sentence

SIGNED_STAGES = frozenset({"agreed", "delivering", "reviewing", "renewing", "closing"})
WORKING_STAGES = SIGNED_STAGES - {"agreed"}
SHOWN_TOPICS = 5


def _live_agreements(book: Book) -> str:
    """A rule about agreements has something to look at once there is one that has not ended."""
    ended = sum(book.count_where(Agreement, status=status) for status in ENDED_AGREEMENTS)
    return YES if book.count("agreements") > ended else NOTHING_YET


def _in_force_scope(book: Book) -> str:
    return YES if book.count_where(Agreement, status="in_force") else NOTHING_YET


def _none_in_force(ctx: Context) -> Iterator[Hit]:
    """T1: after signing an agreement has to cover today; before that, its absence is no finding, but not met either."""
    if ctx.book.plan.stage not in SIGNED_STAGES:
        return
    candidates = ctx.book.where(Agreement, status="in_force")
    if not any(a.level in LEVELS_THAT_STAND_ALONE and covers(ctx.book, a, ctx.as_of) for a in candidates):
        yield plan_hit("agreements", "No agreement covers today ({date}).", date=ctx.as_of)


def _term(ctx: Context, agreement: Agreement) -> Iterator[Hit]:
    if agreement.status != "in_force" or agreement.level == "amendment":
        return
    terms = terms_in_effect(ctx.book, agreement)
    name, days = ctx.name(agreement), days_to_expiry(terms, ctx.as_of)
    if days is not None and days < 0:
        text = "{agreement} ended on {date}, and still counts as in force."
        yield hit(agreement, "expiry", text, agreement=name, date=terms.expiry)
    elif days is not None and days <= ctx.limits["T1_soon"]:
        urgent = days <= ctx.limits["T1_urgent"]
        text = "{agreement} ends very soon, in {days} days." if urgent else "{agreement} ends in {days} days."
        yield hit(agreement, "expiry", text, "warning", agreement=name, days=days)
    if terms.review is None:
        yield hit(agreement, "review", "{agreement} has no date for its review.", "warning", agreement=name)
    elif terms.review < ctx.as_of:
        text = "{agreement} was to be reviewed on {date}; set the next review."
        yield hit(agreement, "review", text, "warning", agreement=name, date=terms.review)


def _is_judged(agreement: Agreement) -> bool:
    return agreement.status not in ENDED_AGREEMENTS and agreement.level is not None


def _complete(ctx: Context, agreement: Agreement) -> Iterator[Hit]:
    """T2: every required topic fully in place, or not relevant for a reason that is written down."""
    if not _is_judged(agreement):
        return
    clauses = _by_topic(ctx.book, agreement)
    required = sorted(REQUIRED_TOPICS[agreement.level or ""])
    missing = [topic for topic in required if topic not in clauses]
    partial = [clause for topic in required for clause in clauses.get(topic, []) if not _is_settled(clause)]
    name = ctx.name(agreement)
    if missing:
        text = "{agreement} has no clause for {count} of {of} required topics: {topics}."
        words = listed((topic.replace("_", " ") for topic in missing[:SHOWN_TOPICS]), len(missing))
        yield hit(agreement, "clauses", text, agreement=name, count=len(missing), of=len(required), topics=words)
    if partial:
        text = "{agreement} has {count} required clauses that are not fully in place: {clauses}."
        words = listed((f"“{clause.heading}”" for clause in partial[:SHOWN_TOPICS]), len(partial))
        yield hit(agreement, "assessment", text, agreement=name, count=len(partial), clauses=words)


def _by_topic(book: Book, agreement: Agreement) -> dict[str, list[Clause]]:
    found: dict[str, list[Clause]] = {}
    for clause in book.where(Clause, agreement=agreement.id):
        found.setdefault(clause.topic, []).append(clause)
    return found


def _is_settled(clause: Clause) -> bool:
    state = clause_state(clause)
    return state == "fully" or (state == "not_relevant" and bool(clause.comment.strip()))


def _ways_out(ctx: Context, agreement: Agreement) -> Iterator[Hit]:
    """T3: differences, end and change are spoken of where the level asks for it; leaving has a notice."""
    if not _is_judged(agreement):
        return
    required = REQUIRED_TOPICS[agreement.level or ""]
    clauses = _by_topic(ctx.book, agreement)
    absent = [
        word
        for topic, word in TOPIC_TITLES.items()
        if topic in required and not any(_is_there(clause) for clause in clauses.get(topic, []))
    ]
    if absent:
        text = "{agreement} does not say {what}."
        yield hit(agreement, "clauses", text, agreement=ctx.name(agreement), what=listed(map(Sentence, absent)))
    if "joining_leaving" in required and agreement.notice_days is None:
        text = "{agreement} sets no days of notice for leaving."
        yield hit(agreement, "notice_days", text, agreement=ctx.name(agreement))


def _is_there(clause: Clause) -> bool:
    if clause.assessment == "not_relevant":
        return _is_settled(clause)
    return not clause.left_out and bool(clause.body.strip())


def _drifted(ctx: Context, agreement: Record, sealed: Book, changes: Iterable[Change]) -> Iterator[Hit]:
    """T4: what the plan says differently from what was signed; it weighs little where no promise is touched."""
    found = tuple(changes)
    weighed = classified(sealed, ctx.book, found, weights(ctx.book))
    severity = "" if any(one.is_material for one in weighed) else "information"
    counts = Counter(change.type for change in found)
    what = listed(
        Sentence("{what} ({count})", what=Sentence(RECORD_TYPES[name].titles), count=count)
        for name, count in sorted(counts.items())
    )
    text = "Since {agreement} was sealed, the plan has changed in what it binds: {what}."
    yield hit(agreement, "sealed_state", text, severity, agreement=ctx.name(agreement), what=what)


def _sealed_scope(book: Book) -> str:
    unsealed = book.count_where(Agreement, sealed_state=None)
    return YES if book.count("agreements") > unsealed else NOT_APPLICABLE


def _cooperation_scope(book: Book) -> str:
    """T5 applies once the work has begun, or as soon as somebody ran a check."""
    return YES if book.plan.stage in WORKING_STAGES or book.count("health_responses") else NOT_APPLICABLE


def _cooperation(ctx: Context) -> Iterator[Hit]:
    """T5: a recent round, enough answers, and a dated follow-up for each dimension that is low."""
    if _cooperation_scope(ctx.book) != YES:
        return
    latest, limits = latest_round(ctx.book, ctx.as_of), ctx.limits
    months = limits.whole("T5_months")
    if latest is None or latest.date is None:
        yield plan_hit("health_rounds", "Nobody has been asked yet how the cooperation goes.")
        return
    name = ctx.name(latest)
    if latest.date < months_later(ctx.as_of, -months):
        text = "The last cooperation check, {round}, is more than {months} months old ({date})."
        yield hit(latest, "date", text, round=name, months=months, date=latest.date)
    result = round_result(ctx.book, latest)
    if result.response_rate is not None and result.response_rate < limits["T5_response"]:
        text = "Only {answered} of {asked} partners answered in {round}."
        yield hit(latest, "asked", text, round=name, answered=len(result.answered), asked=len(result.asked))
    yield from _low_and_apart(ctx, result, name)


def _low_and_apart(ctx: Context, result: RoundResult, name: str) -> Iterator[Hit]:
    for foundation, value in result.dimensions.items():
        if value is not None and value < ctx.limits["T5_act"] and not _has_follow_up(ctx.book, result, foundation):
            text = "In {round}, {foundation} is at {mean} of 5, and no dated follow-up answers it."
            title, mean = Sentence(FOUNDATIONS.title(foundation)), round(value, 1)
            yield hit(result.round, "follow_ups", text, round=name, foundation=title, mean=mean)
    if result.perception_gaps:
        text = "In {round}, partners see these statements very differently, so talk about them: {statements}."
        numbers = listed(s.key.removeprefix("s").lstrip("0") for s in result.perception_gaps)
        yield hit(result.round, "statement", text, "information", round=name, statements=numbers)


def _has_follow_up(book: Book, result: RoundResult, foundation: str) -> bool:
    held = book.where(FollowUp, round=result.round.id, foundation=foundation)
    return any(follow_up.due is not None and follow_up.status != "cancelled" for follow_up in held)


def _overdue_decision(ctx: Context, decision: Decision) -> Iterator[Hit]:
    if decision.status in ("proposed", "taken", None) and not decision.note.strip():
        yield from _overdue(ctx, decision, decision.due)


def _overdue_issue(ctx: Context, issue: Issue) -> Iterator[Hit]:
    said = issue.note.strip() or issue.resolution.strip()
    if issue.status in ("open", "in_progress", None) and not said:
        yield from _overdue(ctx, issue, issue.due)


def _overdue(ctx: Context, record: Record, due: datetime.date | None) -> Iterator[Hit]:
    days = 0 if due is None else (ctx.as_of - due).days
    if days > ctx.limits["T6_overdue"]:
        text = "{record} is {days} days overdue, and no note says why."
        yield hit(record, "due", text, record=ctx.name(record), days=days)


def _reported(ctx: Context) -> Iterator[Hit]:
    """T6: while the work goes on, reports follow each other; before the first is due, none is missed."""
    plan, days = ctx.book.plan, ctx.limits.whole("T6_report")
    if plan.stage not in WORKING_STAGES:
        return
    issued = ctx.book.where(Report, status="issued")
    dates = [r.issued_at.date() if r.issued_at else r.period_end for r in issued]
    last = max((date for date in dates if date is not None), default=None)
    if last is None and plan.start is not None and (ctx.as_of - plan.start).days > days:
        yield plan_hit("reports", "No report has been issued since the start on {date}.", date=plan.start)
    elif last is not None and (ctx.as_of - last).days > days:
        yield plan_hit(
            "reports", "The last report is of {date}, {days} days ago.", date=last, days=(ctx.as_of - last).days
        )


def _log_scope(book: Book) -> str:
    begun = book.plan.stage in WORKING_STAGES or book.count("decisions") or book.count("issues")
    return YES if begun else NOT_APPLICABLE


_CLAUSES = by(Clause, "agreement")

RULES = (
    Rule(
        "T1",
        "An agreement covers today, and its review lies ahead",
        "error",
        "trust",
        ("Q1", "Q3"),
        "Agreements run out unnoticed, and then nobody is bound by what everybody believes to be agreed.",
        "Sign or renew the agreement in time, and set the date of the next review.",
        _in_force_scope,
        (
            Whole(
                _none_in_force,
                {"agreements": ("status", "effective", "expiry", "level", "parent", "number"), "plan": ("stage",)},
            ),
            Each(Agreement, _term, (by(Agreement, "parent"),)),
        ),
        ("T1_soon", "T1_urgent"),
    ),
    Rule(
        "T2",
        "The agreement speaks to everything its level requires",
        "error",
        "trust",
        ("Q1", "Q3"),
        "What is not written is remembered differently by each partner.",
        "Write the clause, assess it as fully in place, or as not relevant and say why in its comment.",
        _live_agreements,
        (Each(Agreement, _complete, (_CLAUSES,)),),
    ),
    Rule(
        "T3",
        "Differences, leaving, change and the end are settled beforehand",
        "error",
        "trust",
        ("Q1", "Q3"),
        "These are easy to agree on while all is well, and hardly ever afterwards.",
        "Add the clauses on differences, end and amendment, and set the days of notice.",
        _live_agreements,
        (Each(Agreement, _ways_out, (_CLAUSES,)),),
    ),
    Rule(
        "T4",
        "The plan still says what was signed",
        "warning",
        "trust",
        ("Q1", "Q3"),
        "Partners signed what stood in the plan on that day; what has changed since binds nobody.",
        "Look at the drift and prepare an amendment, or change the plan back.",
        _sealed_scope,
        (Drifting(_drifted),),
    ),
    Rule(
        "T5",
        "Partners are asked how the cooperation goes, and it is answered",
        "warning",
        "trust",
        ("Q1", "Q3"),
        "Trust is lost quietly; a check every half year brings it up while it can be mended.",
        "Run a cooperation check with at least two partners, and set a dated follow-up where it is low.",
        _cooperation_scope,
        (
            Whole(
                _cooperation,
                {
                    "health_rounds": (),
                    "health_responses": (),
                    "follow_ups": ("round", "foundation", "due", "status"),
                    "partners": ("status",),
                    "plan": ("stage",),
                },
            ),
        ),
        ("T5_months", "T5_response", "T5_act"),
    ),
    Rule(
        "T6",
        "Decisions, issues and reports are not left lying",
        "warning",
        "trust",
        ("Q1", "Q3"),
        "What is decided and not done, and what is promised and not reported, costs trust.",
        "Settle it, set a new date, or note why it waits; issue the report that is due.",
        _log_scope,
        (
            Each(Decision, _overdue_decision),
            Each(Issue, _overdue_issue),
            Whole(_reported, {"reports": ("status", "issued_at", "period_end"), "plan": ("stage", "start")}),
        ),
        ("T6_overdue", "T6_report"),
    ),
)
