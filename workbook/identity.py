"""Ids that records carry from the moment they are thought of, before any file knows them."""

from uuid import NAMESPACE_URL, UUID, uuid5

import uuid_utils

_DERIVED = uuid5(NAMESPACE_URL, "urn:creative-partnership-workbook:derived")


def new_id() -> str:
    """Return a UUIDv7: ordered by time, unique across copies that are edited apart (RFC 9562)."""
    return str(uuid_utils.uuid7())


def derived_id(type_name: str, *key: str) -> str:
    """Return the id of a record that is its natural key, so that two people who fill the same cell meet in it."""
    return str(uuid5(_DERIVED, "\x1f".join((type_name, *key))))


def is_id(text: object) -> bool:
    """Say whether a value from outside is an id in the form that we write."""
    try:
        return isinstance(text, str) and str(UUID(text)) == text
    except ValueError:
        return False
