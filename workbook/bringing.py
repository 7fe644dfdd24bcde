"""Taking in what another copy of this workbook did since the two were one."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from workbook.book import Book
from workbook.brought import BROUGHT, Decision, Memory, noted, steps_there
from workbook.changes import Change, change_between
from workbook.contents import GivenFile, verified
from workbook.erasing import people_named
from workbook.fields import LINE_LENGTH
from workbook.formats import Formats
from workbook.merging import Choices, Conflict, Meeting, ToldConflict, resolution, told_conflicts
from workbook.merging.conflicts import RecordKey
from workbook.operations.editing import made_record
from workbook.problems import Problem, Refused
from workbook.records import RECORD_TYPES
from workbook.workbook import Workbook

ContentOf = Callable[[str], bytes | None]
_SNAPSHOTS = RECORD_TYPES["snapshots"]
_WITH_CONTENTS = ("attachments", "seals")
_BEFORE = "Before {name} was brought in"


class _Brought(Mapping[str, bytes]):
    """Contents that are read from the other copy when they are written, as they may not fit in memory together."""

    def __init__(self, content_of: ContentOf) -> None:
        self._content_of = content_of
        self._fingerprints: dict[str, None] = {}

    def take(self, sha256: str) -> bool:
        """Say whether a content is there and is what its fingerprint says; if so it will be brought."""
        try:
            verified(sha256, self._content_of(sha256))
        except Refused:
            return False
        self._fingerprints[sha256] = None
        return True

    def __getitem__(self, sha256: str) -> bytes:
        if sha256 not in self._fingerprints:
            raise KeyError(sha256)
        return verified(sha256, self._content_of(sha256))

    def __iter__(self) -> Iterator[str]:
        return iter(self._fingerprints)

    def __len__(self) -> int:
        return len(self._fingerprints)


@dataclass
class BringTogether:
    """Add what another copy did, as one step; each conflict without a choice stays as it is here.

    `content_of` reads what attachments hold there; `is_here` says what this workbook has already. An attachment whose
    file is lost there comes with its name only, a seal without its document; `lost` then names them. The step remembers
    who did what in the other copy, and how each conflict was settled; the state before it gets a name, which is not
    among what was `brought`.
    """

    meeting: Meeting
    content_of: ContentOf
    is_here: Callable[[str], bool]
    today: datetime.date
    choices: Choices = field(default_factory=dict)
    formats: Formats = field(default_factory=Formats)
    title: str = field(default="Bring together with {name}", init=False)
    lost: tuple[str, ...] = field(default=(), init=False)
    brought: tuple[Change, ...] = field(default=(), init=False)
    contents: Mapping[str, bytes] = field(default_factory=dict, init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)
    _planned: tuple[Change, ...] | None = field(default=None, init=False)

    def prepared(self, workbook: Workbook) -> "BringTogether":
        """Work out the changes and write what attachments hold ahead of the step; may be called by a worker."""
        self._planned = self.plan(workbook.book)
        for sha256 in self.contents:
            workbook.keep_ahead(GivenFile("", self.contents[sha256]))
        return self

    def plan(self, book: Book) -> tuple[Change, ...]:
        if self._planned is not None and book is self.meeting.ours:
            return self._planned
        if book is not self.meeting.ours:
            sentence = "The plan has changed since the two copies were compared; compare them again."
            raise Refused(Problem(sentence))
        if self.meeting.brings_nothing:
            return ()
        kept = resolution(self.meeting.comparison, book, self.choices)
        self.brought = self._with_contents(_of_this_history(change, self.meeting.common) for change in kept.changes)
        self.values = {"name": self.meeting.name, BROUGHT: self._memory(kept.conflicts)}
        return (*self.brought, *self._name_state_before(book.apply(self.brought)))

    def _with_contents(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        brought, lost = _Brought(self.content_of), list[str]()
        found = []
        for change in changes:
            sha256 = str((change.after or {}).get("sha256") or "") if change.type in _WITH_CONTENTS else ""
            if not sha256 or self.is_here(sha256) or brought.take(sha256):
                found.append(change)
                continue
            lost.append(str((change.after or {}).get(RECORD_TYPES[change.type].label) or change.id))
            found.append(_by_name_only(change) if change.type == "attachments" else change)
        self.contents, self.lost = brought, tuple(lost)
        return tuple(found)

    def _memory(self, settled: Iterable[Conflict]) -> str:
        conflicts = {one.key: one for one in (*self.meeting.comparison.conflicts, *settled)}
        told = told_conflicts(self.meeting, conflicts.values(), self.formats)
        steps = steps_there(self.meeting.new_steps, self.meeting.here)
        also = self.meeting.known - self.meeting.here - {one.hash for one in steps}
        return noted(Memory(steps, tuple(map(self._decision, told)), tuple(sorted(also))))

    def _decision(self, one: ToldConflict) -> Decision:
        stayed = self.choices.get(one.conflict.key, "ours") if one.conflict.is_open else one.conflict.reason
        theirs = f"{one.theirs} → {one.becomes}" if one.becomes else one.theirs
        return Decision(one.record, one.field, one.was, one.ours, theirs, stayed)

    def _name_state_before(self, after: Book) -> tuple[Change, ...]:
        if not self.meeting.our_last:
            return ()
        given = {
            "name": _BEFORE.format(name=self.meeting.name)[:LINE_LENGTH],
            "state": self.meeting.our_last,
            "date": self.today,
        }
        named = made_record(after, _SNAPSHOTS, given)
        # Without a code: the name stays with this file, and what other copies name keeps the code that it has there.
        change = change_between(_SNAPSHOTS, None, msgspec.structs.replace(named, code=""))
        return () if change is None else (change,)


def still_named(workbook: Workbook, people: Iterable[RecordKey]) -> Iterator[RecordKey]:
    """Yield the people of whom a name stands anywhere in a workbook at the time when they are reached.

    So they can be erased one after the other: who is erased takes entries of the same name along.
    """
    for person in people:
        if person in people_named(workbook.book, workbook.history()):
            yield person


def _of_this_history(change: Change, common: int) -> Change:
    """Return a named state of the other copy without its number where that lies in a history which is not here."""
    if change.type != "snapshots" or change.before is not None or change.after is None:
        return change
    state = change.after.get("state")
    if not isinstance(state, int) or state <= common:
        return change
    return msgspec.structs.replace(change, after={name: one for name, one in change.after.items() if name != "state"})


def _by_name_only(change: Change) -> Change:
    after = {name: value for name, value in (change.after or {}).items() if name != "sha256"}
    return msgspec.structs.replace(change, after=after if change.before is None else {**after, "sha256": ""})
