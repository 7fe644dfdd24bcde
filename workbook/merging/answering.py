"""Answers that were given because nobody would read them stay closed when copies come together (domain: 7.1)."""

from collections.abc import Iterable

from workbook.book import Book
from workbook.changes import Change
from workbook.merging.conflicts import Comparison, Conflict, RecordKey, edit_of, key_of
from workbook.records import HealthResponse, HealthRound

_FIELD = "show_single"


def answers_kept_closed(ours: Book, theirs: Book, changes: Iterable[Change]) -> Comparison:
    """Return the changes so that no answer may be read that was given in a closed round, and say where that was so.

    A round that theirs opened stays closed where ours has answers; one that ours opened closes where theirs, in which
    it was closed, has answers to bring.
    """
    made = list(changes)
    answered = {
        str((change.after or {}).get("round") or getattr(theirs.one(HealthResponse, change.id), "round", ""))
        for change in made
        if change.type == "health_responses" and change.after is not None
    }
    kept: dict[RecordKey, Change] = {}
    conflicts: list[Conflict] = []
    for change in made:
        opened = change.type == "health_rounds" and change.before is not None and (change.after or {}).get(_FIELD)
        if opened and ours.count_where(HealthResponse, round=change.id):
            conflicts.append(_kept_closed(change.id, ours=False))
            rest = {name: plain for name, plain in (change.after or {}).items() if name != _FIELD}
            edit = edit_of(ours, change.type, change.id, rest)
            kept |= {} if edit is None else {key_of(edit): edit}
        else:
            kept[key_of(change)] = change
    for round_id in sorted(answered):
        here, there = ours.one(HealthRound, round_id), theirs.one(HealthRound, round_id)
        if here is not None and here.show_single and there is not None and not there.show_single:
            conflicts.append(_kept_closed(round_id, ours=True))
            more = kept.get(("health_rounds", round_id))
            values = {**((more.after if more else None) or {}), _FIELD: False}
            edit = edit_of(ours, "health_rounds", round_id, values)
            kept |= {} if edit is None else {key_of(edit): edit}
    return Comparison((*kept.values(),), (*conflicts,))


def _kept_closed(round_id: str, *, ours: bool) -> Conflict:
    return Conflict("health_rounds", round_id, _FIELD, "answers kept closed", False, ours, not ours)
