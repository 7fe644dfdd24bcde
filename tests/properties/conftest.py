"""Ids in the order in which they are made, whatever the clock does: the same example draws the same again."""

from collections.abc import Iterator
from itertools import count
from uuid import UUID

import pytest

_UUID_7 = 7 << 76 | 2 << 62
"""The bits that say so; the numbers stand before them, where the time would."""


@pytest.fixture(scope="module", autouse=True)
def ids_in_order() -> Iterator[None]:
    numbers = count(1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("uuid_utils.uuid7", lambda: UUID(int=next(numbers) << 80 | _UUID_7))
        yield
