"""The chain of hashes over the history, by which copies find their last common state.

Each change set carries the hash of the one before and a salted digest of its changes. The chain runs over digests, not
over the changes themselves: when a person's data is erased, the payload and its salt go, the digest stays, and the
chain still holds. It shows that a file matches what was recorded; it proves nothing about who recorded it.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable

import msgspec

from workbook.changes import ChangeSet

_encoder = msgspec.json.Encoder(order="deterministic")


def new_salt() -> str:
    """Return what makes a digest impossible to guess from likely content."""
    return secrets.token_hex(16)


def digest_of(change_set: ChangeSet) -> str:
    """Return the salted digest of what a change set changes, as hexadecimal SHA-256."""
    content = _encoder.encode([change_set.changes, change_set.values])
    return hashlib.sha256(change_set.salt.encode() + content).hexdigest()


def hash_of(change_set: ChangeSet) -> str:
    """Return the hash of a change set in its chain, as hexadecimal SHA-256."""
    head = [
        change_set.previous,
        change_set.seq,
        change_set.id,
        change_set.at.isoformat(),
        change_set.operator,
        change_set.device,
        change_set.operation,
        change_set.source,
        change_set.undoes,
        change_set.digest,
    ]
    return hashlib.sha256(_encoder.encode(head)).hexdigest()


def chained(change_set: ChangeSet, previous: str) -> ChangeSet:
    """Return the change set sealed into the chain after the one with the hash `previous`."""
    salted = msgspec.structs.replace(change_set, salt=new_salt(), previous=previous)
    digested = msgspec.structs.replace(salted, digest=digest_of(salted))
    return msgspec.structs.replace(digested, hash=hash_of(digested))


def last_common(our_hash: Callable[[int], str], their_hash: Callable[[int], str], most: int) -> int:
    """Return the number of the last step that two chains have in common, 0 where there is none; `most` is the shorter.

    Each hash covers all before it, so that the place is found by halves.
    """
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if our_hash(middle) == their_hash(middle) else (low, middle - 1)
    return low


def first_break(change_sets: Iterable[ChangeSet], previous: str = "") -> ChangeSet | None:
    """Return the first change set that does not continue the chain or whose content is not what was recorded.

    `previous` is the hash of the step before them.
    """
    for change_set in change_sets:
        erased = not change_set.salt
        if change_set.previous != previous or hash_of(change_set) != change_set.hash:
            return change_set
        if not erased and digest_of(change_set) != change_set.digest:
            return change_set
        previous = change_set.hash
    return None
