"""Checks L1 to L3: long-term value (domain: indicators 6.3, capacity 5, value for people, systems and country)."""

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal

from workbook.book import Book
from workbook.checks.base import (
    NOTHING_YET,
    PRESENCE,
    YES,
    Context,
    Each,
    Hit,
    Path,
    Rule,
    Tally,
    Whole,
    by,
    everyone,
    hit,
    listed,
    needs,
    plan_hit,
)
from workbook.measures.capacity import gap_of, sums_by_sex
from workbook.measures.dates import months_later
from workbook.measures.follow_ups import FOLLOW_UP_MONTHS
from workbook.measures.indicators import WINDOW_MONTHS, is_recent, readings_of
from workbook.records import (
    CapacityAction,
    CapacityNeed,
    FollowUp,
    Indicator,
    Objective,
    Participant,
    Plan,
    Reading,
    TrainingSession,
)
from workbook.wording import Sentence

_NEEDED = {
    "unit": Sentence("unit"),
    "baseline": Sentence("baseline"),
    "target": Sentence("target"),
    "responsible": Sentence("responsible partner"),
    "frequency": Sentence("frequency"),
}
_LASTING = {
    "value_for_people": Sentence("value for people"),
    "value_for_systems": Sentence("value for systems"),
    "value_for_country": Sentence("value for the country"),
    "sustainability_plan": Sentence("what comes after the funding"),
    "exit_plan": Sentence("exit and legacy"),
}
EVALUATED = frozenset({"learning", "behaviour", "results"})


def missing_of(indicator: Indicator) -> list[str]:
    """Return the words for what an indicator lacks; a target to be kept needs no baseline beside it."""
    kept = indicator.direction == "maintain" and indicator.target is not None
    return [
        word
        for name, word in _NEEDED.items()
        if getattr(indicator, name) in (None, "") and not (kept and name == "baseline")
    ]


def _measured(ctx: Context, objective: Objective) -> Iterator[Hit]:
    """L1 for objectives: at least one indicator that says all it has to."""
    if objective.status == "dropped":
        return
    indicators = ctx.book.where(Indicator, objective=objective.id)
    if not indicators:
        yield hit(objective, "indicators", "{objective} has no indicator.", objective=ctx.name(objective))
        return
    nearest = min(indicators, key=lambda indicator: (len(missing_of(indicator)), indicator.id))
    lacking = missing_of(nearest)
    if lacking:
        text = "No indicator of {objective} is complete; {indicator} lacks {missing}."
        given = {"indicator": ctx.code("indicators", nearest.id), "missing": listed(lacking)}
        yield hit(objective, "indicators", text, objective=ctx.name(objective), **given)


def _followed(ctx: Context, indicator: Indicator) -> Iterator[Hit]:
    """L1 for indicators: a target that differs from the baseline, and a reading when one is due."""
    same = indicator.baseline is not None and indicator.baseline == indicator.target
    if same and indicator.direction != "maintain":
        text = "The target of {indicator} equals its baseline, so nothing would change."
        yield hit(indicator, "target", text, "warning", indicator=ctx.name(indicator))
    due = reading_due_since(ctx.book, indicator)
    if due is None or due > ctx.as_of:
        return
    readings = [r for r in readings_of(ctx.book, indicator) if r.date is not None and r.date <= ctx.as_of]
    if not readings:
        yield hit(indicator, "readings", "{indicator} has no reading yet.", "warning", indicator=ctx.name(indicator))
    elif not is_recent(indicator, readings[-1], ctx.as_of):
        text = "The last reading of {indicator} is of {date}; a newer one is due."
        yield hit(indicator, "readings", text, "warning", indicator=ctx.name(indicator), date=readings[-1].date)


def reading_due_since(book: Book, indicator: Indicator) -> datetime.date | None:
    """Return the day on which the first reading was or is due; None where nothing says when.

    One window after the baseline or the start of the partnership; for what is measured once, its target date.
    """
    if indicator.frequency == "once":
        return indicator.target_date or book.plan.end
    start, months = indicator.baseline_date or book.plan.start, WINDOW_MONTHS.get(indicator.frequency or "")
    return None if start is None or months is None else months_later(start, months)


def _open_gap(ctx: Context, need: CapacityNeed) -> Iterator[Hit]:
    gap = gap_of(ctx.book, need)
    if gap.size is not None and gap.size >= ctx.limits["L2_gap"] and not gap.actions:
        text = "{need} is at {current} and wanted at {desired}, and no action closes the gap."
        yield hit(need, "desired", text, need=ctx.name(need), current=need.current, desired=need.desired)


def _unevaluated(ctx: Context, action: CapacityAction) -> Iterator[Hit]:
    if action.type == "training" and action.status != "cancelled" and action.evaluation not in EVALUATED:
        text = "{action} is training, and nothing says how learning will be looked at."
        yield hit(action, "evaluation", text, action=ctx.name(action))


def _uncounted(ctx: Context, session: TrainingSession) -> Iterator[Hit]:
    if session.status == "cancelled":
        return
    came = session.attended or ctx.book.count_where(Participant, session=session.id, attended=True)
    if came and not sums_by_sex(session, ctx.book):
        text = "{session} counts {count} people, and not how many of them are women and men."
        yield hit(session, "women", text, session=ctx.name(session), count=came)


def _programmes(book: Book, action: CapacityAction) -> Iterator[tuple[tuple[str, ...], Decimal]]:
    """Count training, and training that is looked at again three to six months later."""
    if action.type != "training" or action.status == "cancelled":
        return
    yield ("training",), Decimal(1)
    sessions = book.where(TrainingSession, action=action.id)
    low, high = FOLLOW_UP_MONTHS
    asked = (f for session in sessions for f in book.where(FollowUp, session=session.id) if f.status != "cancelled")
    later = any(f.months_after is not None and low <= f.months_after <= high for f in asked)
    end = action.end or action.start
    dated = action.follow_up is not None and (
        end is None or months_later(end, low) <= action.follow_up <= months_later(end, high)
    )
    if later or dated:
        yield ("followed",), Decimal(1)


def _never_followed(_: Context, sums: Mapping[tuple[str, ...], Decimal]) -> Iterator[Hit]:
    if ("training",) in sums and ("followed",) not in sums:
        text = "No training is followed up three to six months later, so nobody will know what people use of it."
        yield plan_hit("follow_up", text)


def _action_of_session(book: Book, session_id: str | None) -> tuple[str | None, ...]:
    session = book.one(TrainingSession, session_id)
    return () if session is None else (session.action,)


def _has_long_term(book: Book) -> bool:
    return any(getattr(book.plan, name).strip() for name in _LASTING)


def _is_begun(book: Book) -> str:
    """L3 has something to look at once the plan has a title, a purpose, objectives or partners."""
    plan = book.plan
    begun = plan.title or plan.purpose or book.count("objectives") or book.count("partners") or _has_long_term(book)
    return YES if begun or book.count("drivers") or book.count("challenges") else NOTHING_YET


def _lasting(ctx: Context) -> Iterator[Hit]:
    if _is_begun(ctx.book) != YES:
        return
    missing = {name: word for name, word in _LASTING.items() if not getattr(ctx.book.plan, name).strip()}
    if missing:
        text = "The plan does not say yet: {missing}."
        yield plan_hit(next(iter(missing)), text, missing=listed(missing.values()))
    if not ctx.book.count("drivers"):
        yield plan_hit("drivers", "No driver is recorded: no policy, law, initiative or good practice.")
    if not ctx.book.count("challenges"):
        yield plan_hit("challenges", "No challenge is recorded that stands in the way.")


RULES = (
    Rule(
        "L1",
        "Every objective can be seen to be reached",
        "error",
        "long_term_value",
        ("Q1", "Q3"),
        "Without a baseline, a target and somebody who reads the figure, nobody can say what the partnership achieved.",
        "Add an indicator with unit, baseline, target, responsible partner and frequency; enter readings when due.",
        needs(Objective),
        (
            Each(Objective, _measured, (by(Indicator, "objective", *_NEEDED, "direction"),)),
            Each(Indicator, _followed, (by(Reading, "indicator"), everyone(Plan, Indicator, "start", "end"))),
        ),
    ),
    Rule(
        "L2",
        "Capacity gaps are closed, and learning is looked at",
        "warning",
        "long_term_value",
        ("Q1", "Q2"),
        "What people and organisations can do afterwards is what remains when the money is spent.",
        "Plan an action for each wide gap, say how learning is evaluated, follow a programme up, count women and men.",
        needs(CapacityNeed, CapacityAction),
        (
            Each(CapacityNeed, _open_gap, (by(CapacityAction, "need", "status"),)),
            Each(CapacityAction, _unevaluated),
            Each(TrainingSession, _uncounted, (by(Participant, "session"),)),
            Tally(
                CapacityAction,
                _programmes,
                _never_followed,
                (
                    by(TrainingSession, "action"),
                    Path(
                        "follow_ups",
                        lambda book, follow_up: _action_of_session(book, follow_up.session),
                        frozenset(),
                        ((FollowUp, ("session",)), (TrainingSession, ("action",))),
                    ),
                ),
            ),
        ),
        ("L2_gap",),
    ),
    Rule(
        "L3",
        "It is said what lasts, and what helps and hinders",
        "warning",
        "long_term_value",
        ("Q1", "Q4"),
        "Who plans the end leaves something behind; who does not leaves equipment and broken promises.",
        "Fill in long-term value, what comes after the funding, and exit; record a driver and a challenge.",
        _is_begun,
        (
            Whole(
                _lasting,
                {
                    "plan": ("title", "purpose", *_LASTING),
                    "objectives": (PRESENCE,),
                    "partners": (PRESENCE,),
                    "drivers": (PRESENCE,),
                    "challenges": (PRESENCE,),
                },
            ),
        ),
    ),
)
