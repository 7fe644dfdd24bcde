"""A file is read in a process of its own, which ends whatever the file makes of it."""

import multiprocessing
import sys

import pytest

from exports.edition import Cancelled
from exports.incoming import apart
from exports.incoming.apart import read_apart
from exports.incoming.child import Work
from tests.exports.incoming import works
from workbook.operations import Refused


def test_what_is_read_there_arrives_here() -> None:
    content = bytes(range(256)) * 10_000
    assert read_apart(works.repeating, content, "a.csv") == ["a.csv", content, content]


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (works.refusing, "The sheet is no list; choose another."),
        (works.hanging, "takes more than 1 seconds"),
        (works.endless, "takes more than 1 seconds|more memory than a list"),
        (works.stumbling, "is damaged"),
        pytest.param(
            works.greedy,
            "more memory than a list",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only here the system limits the memory"),
        ),
        pytest.param(
            works.aborting,
            "more memory than a list",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="a process there ends without a signal"),
        ),
    ],
)
def test_whatever_a_file_makes_of_its_reader_is_one_sentence_and_no_process_is_left(
    work: Work, said: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(apart, "SECONDS", 1)
    with pytest.raises(Refused, match=said) as refused:
        read_apart(work, b"x", "a.xlsx")
    (problem,) = refused.value.problems
    assert problem.place == "a.xlsx"
    assert capfd.readouterr() == ("", "")
    assert not multiprocessing.active_children()


def test_reading_ends_at_once_when_somebody_cancels() -> None:
    told = []

    def progress(what: str, _done: int, _of: int) -> None:
        told.append(what)
        if len(told) > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_apart(works.hanging, b"x", "a.xlsx", progress)
    assert set(told) == {"Reading the file"}
    assert not multiprocessing.active_children()
