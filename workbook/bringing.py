"""Taking in what another copy of this workbook did since the two were one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from workbook.book import Book
from workbook.changes import Change
from workbook.contents import verified
from workbook.merging import Side, compare, resolved
from workbook.problems import Refused

ContentOf = Callable[[str], bytes | None]


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
    """Add what another copy did since `base`, as one step; each conflict without a choice stays as it is here.

    `name` is that of the other file, for the history. `content_of` reads what attachments hold there; `is_here` says
    what this workbook has already. An attachment whose file is lost there comes with its name only, and `lost` then
    holds that name.
    """

    base: Book
    theirs: Book
    name: str
    content_of: ContentOf
    is_here: Callable[[str], bool]
    choices: Mapping[tuple[str, str, str], Side] = field(default_factory=dict)
    title: str = field(default="Bring together with {name}", init=False)
    lost: tuple[str, ...] = field(default=(), init=False)
    contents: Mapping[str, bytes] = field(default_factory=dict, init=False)

    @property
    def values(self) -> dict[str, str]:
        return {"name": self.name}

    def plan(self, book: Book) -> tuple[Change, ...]:
        changes = resolved(compare(self.base, book, self.theirs), book, self.choices)
        brought, lost = _Brought(self.content_of), list[str]()
        found = []
        for change in changes:
            sha256 = str((change.after or {}).get("sha256") or "") if change.type == "attachments" else ""
            if not sha256 or self.is_here(sha256) or brought.take(sha256):
                found.append(change)
            else:
                found.append(_by_name_only(change))
                lost.append(str((change.after or {}).get("name") or change.id))
        self.contents, self.lost = brought, tuple(lost)
        return tuple(found)


def _by_name_only(change: Change) -> Change:
    after = {name: value for name, value in (change.after or {}).items() if name != "sha256"}
    return msgspec.structs.replace(change, after=after if change.before is None else {**after, "sha256": ""})
