"""A sector is left out on purpose, for a reason, and asked for again."""

import pytest

from tests.workbook.checks.building import Builder
from workbook.measures.coverage import sector_coverage
from workbook.operations import NeedSector, Refused, WaiveSector


def state_of(builder: Builder, sector: str) -> tuple[str, str]:
    (one,) = (one for one in sector_coverage(builder.book) if one.sector == sector)
    return one.state, one.reason


def test_a_sector_is_left_out_with_a_reason_and_needed_again() -> None:
    builder = Builder()
    builder.workbook.do(WaiveSector("media", "The city has a channel of its own."))
    assert state_of(builder, "media") == ("not_needed", "The city has a channel of its own.")
    builder.workbook.do(WaiveSector("media", "Covered by the traders."))
    assert state_of(builder, "media") == ("not_needed", "Covered by the traders.")
    done = builder.workbook.do(NeedSector("media"))
    assert done is not None
    assert done.title == "Sector needed after all: Media"
    assert state_of(builder, "media") == ("missing", "")


def test_no_reason_no_waiver() -> None:
    builder = Builder()
    with pytest.raises(Refused, match="Why it is not needed cannot be empty"):
        builder.workbook.do(WaiveSector("media", " "))
    with pytest.raises(Refused, match="not left out"):
        builder.workbook.do(NeedSector("media"))
