"""Training and capacity: how many people, who they were, and what they can do now (domain: 5.4, 5.5, 10.5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from workbook import vocabularies as terms
from workbook.book import Book
from workbook.measures.figure import Figure, Rows, mean, percent, rows_of
from workbook.records import CapacityAction, CapacityNeed, Participant, SessionGroup, TrainingSession
from workbook.wording import Sentence, source

Sessions = Iterable[TrainingSession] | None
ABLE_FROM = 4
NAME_DELETED = "(name deleted)"
"""Stands in the place of a name that was deleted while a rating of that person is still needed."""
_SEX_COUNTS = {"woman": "women", "man": "men", "other": "other_sex", "undisclosed": "undisclosed_sex"}
_AGE_COUNTS = {key: key for key in ("under_18", "age_18_29", "age_30_59", "age_60_plus")} | {"undisclosed": ""}


def held_sessions(book: Book, sessions: Sessions = None) -> tuple[TrainingSession, ...]:
    """Return the sessions that count: all, or those given, without the cancelled ones."""
    chosen = book.all(TrainingSession) if sessions is None else tuple(sessions)
    return tuple(session for session in chosen if session.status != "cancelled")


def attendees(book: Book, session: TrainingSession) -> tuple[Participant, ...]:
    """Return the named people who came to a session."""
    return book.where(Participant, session=session.id, attended=True)


def people_trained(book: Book, sessions: Sessions = None) -> Figure:
    """Count the people trained, each once as far as that is known (domain: 10.5).

    Where names are held for everybody who came, each name (with its organisation) counts once over all sessions; else
    a session's own count of different people is used; else its attendances, and then the formula says so.
    """
    named: set[tuple[str, str]] = set()
    counted: list[int] = []
    attended: list[int] = []
    used: list[TrainingSession] = []
    for session in held_sessions(book, sessions):
        people = attendees(book, session)
        are_named = all(person.name != NAME_DELETED for person in people)
        if people and are_named and len(people) >= (session.attended or 0):
            named |= {(p.name.strip().casefold(), p.organisation.strip().casefold()) for p in people}
        elif session.unique_people is not None:
            counted.append(session.unique_people)
        elif session.attended is not None:
            attended.append(session.attended)
        else:
            continue
        used.append(session)
    value = len(named) + sum(counted) + sum(attended) if used else None
    return Figure("People trained", value, "people", _count_formula(named, counted, attended), rows_of(used))


def _count_formula(named: set[tuple[str, str]], counted: list[int], attended: list[int]) -> str:
    parts = []
    if named:
        parts.append("different names held")
    if counted:
        parts.append(
            "different people per session (may double count between sessions)"
            if len(counted) > 1
            else "different people per session"
        )
    if attended:
        parts.append("attendances (may double count)")
    if not parts:
        return "no session with a count yet"
    whole = Sentence(parts[0])
    for part in parts[1:]:
        whole = Sentence("{one} + {other}", one=whole, other=Sentence(part))
    return whole


def by_sex(book: Book, sessions: Sessions = None) -> tuple[Figure, ...]:
    """Return attendances by sex as people stated it, and how many were not recorded by sex at all."""
    return _broken_down(book, sessions, terms.SEXES, _SEX_COUNTS, "sex")


def by_age(book: Book, sessions: Sessions = None) -> tuple[Figure, ...]:
    """Return attendances by age band, and how many were not recorded by age at all."""
    return _broken_down(book, sessions, terms.AGE_BANDS, _AGE_COUNTS, "age_band")


def by_group(book: Book, sessions: Sessions = None) -> tuple[Figure, ...]:
    """Return attendances by stakeholder type, and how many were not recorded by it: as counted, else by the names."""
    used = held_sessions(book, sessions)
    sums: dict[str, int | None] = dict.fromkeys((*terms.STAKEHOLDER_TYPES.keys, ""))
    for session in used:
        found = group_counts(book, session)
        for key, number in found.items():
            sums[key] = _plus(sums[key], number)
        if session.attended is not None:
            sums[""] = _plus(sums[""], max(session.attended - sum(found.values()), 0))
    formula = "attendances by group as counted, else by the names held; not recorded: those without a group"
    titles = {key: terms.STAKEHOLDER_TYPES.title(key) for key in terms.STAKEHOLDER_TYPES.keys} | {
        "": source("Not recorded")
    }
    return tuple(Figure(titles[key], number, "people", formula, rows_of(used)) for key, number in sums.items())


def group_counts(book: Book, session: TrainingSession) -> dict[str, int]:
    """Return how many of each stakeholder type came to a session; a count goes before what the names say."""
    counted = book.where(SessionGroup, session=session.id)
    if counted:
        return {group.stakeholder_type or "other": group.people for group in counted if group.people is not None}
    stated = [person.stakeholder_type for person in attendees(book, session)]
    return {key: stated.count(key) for key in terms.STAKEHOLDER_TYPES.keys if key in stated}


def with_disability(book: Book, sessions: Sessions = None) -> Figure:
    """Return attendances of people with a disability, of the sessions that asked; nobody is guessed."""
    used: list[TrainingSession] = []
    total = 0
    for session in held_sessions(book, sessions):
        named = sum(person.disability for person in attendees(book, session))
        if session.with_disability is not None or named:
            used.append(session)
            total += named if session.with_disability is None else session.with_disability
    formula = "attendances of people with a disability, in the sessions that recorded it"
    return Figure("With a disability", total if used else None, "people", formula, rows_of(used))


def _broken_down(
    book: Book, sessions: Sessions, bands: terms.Vocabulary, counts: dict[str, str], field: str
) -> tuple[Figure, ...]:
    sums: dict[str, int | None] = dict.fromkeys((*bands.keys, ""))
    used = held_sessions(book, sessions)
    for session in used:
        found = {key: getattr(session, name) for key, name in counts.items() if name}
        people = attendees(book, session)
        if all(number is None for number in found.values()) and people:
            stated = [getattr(person, field) for person in people]
            found = {key: stated.count(key) for key in bands.keys if any(stated)}
        for key, number in found.items():
            sums[key] = _plus(sums[key], number)
        if session.attended is not None:
            known = sum(number or 0 for number in found.values())
            sums[""] = _plus(sums[""], max(session.attended - known, 0))
    formula = "attendances; not recorded: those of whom their session does not say it"
    titles = {key: bands.title(key) for key in bands.keys} | {"": source("Not recorded")}
    return tuple(Figure(titles[key], number, "people", formula, rows_of(used)) for key, number in sums.items())


def _plus(sum_: int | None, number: int | None) -> int | None:
    return sum_ if number is None else (sum_ or 0) + number


def sums_by_sex(session: TrainingSession, book: Book) -> bool:
    """Say whether a session recorded the sex of those who came, in counts or by name."""
    counted = any(getattr(session, name) is not None for name in _SEX_COUNTS.values())
    return counted or any(person.sex is not None for person in attendees(book, session))


@dataclass(frozen=True, slots=True)
class PlannedAgainstDone:
    """People planned for an action and people reached in its sessions."""

    action: CapacityAction
    planned: int | None
    done: int | None
    percent: Decimal | None
    formula: str
    rows: Rows


def planned_against_done(book: Book) -> tuple[PlannedAgainstDone, ...]:
    """Return, per action that is not cancelled, the people reached as a percentage of those planned (domain: 5.4)."""
    found = []
    for action in book.all(CapacityAction):
        if action.status == "cancelled":
            continue
        figure = people_trained(book, book.where(TrainingSession, action=action.id))
        done = figure.value if isinstance(figure.value, int) else None
        share = None if done is None or action.planned_people is None else percent(done, action.planned_people)
        formula = Sentence("{count} / people planned", count=figure.formula)
        found.append(
            PlannedAgainstDone(action, action.planned_people, done, share, formula, rows_of([action]) + figure.rows)
        )
    return tuple(found)


def completion_percent(book: Book, sessions: Sessions = None) -> Figure:
    """Return how many of those who attended also completed, over the sessions that recorded both (domain: 10.5)."""
    both = [s for s in held_sessions(book, sessions) if s.attended is not None and s.completed is not None]
    completed = sum(s.completed or 0 for s in both)
    attended = sum(s.attended or 0 for s in both)
    return Figure("Completed", percent(completed, attended), "%", "completed / attended", rows_of(both))


def training_hours(book: Book, sessions: Sessions = None) -> Figure:
    """Return person-hours of training: one day and three months are not the same unit (domain: 5.4)."""
    known = [s for s in held_sessions(book, sessions) if s.attended is not None and s.hours is not None]
    total = sum(((s.hours or Decimal(0)) * (s.attended or 0) for s in known), Decimal(0))
    return Figure("Training hours", total if known else None, "hours", "hours x attended, per session", rows_of(known))


@dataclass(frozen=True, slots=True)
class CompetenceChange:
    """What people say they could do before and can do now, both asked at the end (domain: retrospective form, 5.5)."""

    people: int
    before: Decimal | None
    after: Decimal | None
    change: Decimal | None
    able_percent: Decimal | None
    rows: Rows
    formula: str = "mean of ratings from 1 to 5 of those who gave both; able: share now at 4 or 5"


def competence_change(book: Book, sessions: Sessions = None) -> CompetenceChange:
    """Return the change in competence over everybody who rated both moments."""
    rated = [
        person
        for session in held_sessions(book, sessions)
        for person in book.where(Participant, session=session.id)
        if person.rating_before is not None and person.rating_after is not None
    ]
    before = mean(person.rating_before or 0 for person in rated)
    after = mean(person.rating_after or 0 for person in rated)
    able = sum((person.rating_after or 0) >= ABLE_FROM for person in rated)
    change = None if before is None or after is None else after - before
    return CompetenceChange(len(rated), before, after, change, percent(able, len(rated)), rows_of(rated))


@dataclass(frozen=True, slots=True)
class Gap:
    """A capacity need: how far today is from what is wanted, and what is done about it."""

    need: CapacityNeed
    size: int | None
    actions: tuple[CapacityAction, ...]


def gaps(book: Book) -> tuple[Gap, ...]:
    """Return all capacity needs, widest gap first; needs that nobody rated come last (domain: 5.1)."""
    found = [gap_of(book, need) for need in book.all(CapacityNeed)]
    return tuple(sorted(found, key=lambda gap: (gap.size is None, -(gap.size or 0), gap.need.id)))


def gap_of(book: Book, need: CapacityNeed) -> Gap:
    """Return how wide one gap is and the actions that close it, without the cancelled ones."""
    size = None if need.current is None or need.desired is None else need.desired - need.current
    actions = book.where(CapacityAction, need=need.id)
    return Gap(need, size, tuple(action for action in actions if action.status != "cancelled"))
