"""Whatever people do, in whatever order: the file, the book and the log say the same."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import storage
from tests.properties.sittings import work
from tests.storage.making import ANA


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_after_any_sitting_the_file_the_book_and_the_log_agree(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.cpw"
        with storage.create(path, ANA) as opened:
            states = work(opened.workbook, data)
            book = opened.workbook.book
            assert not opened.store.load().difference(book)
            assert storage.check_file(opened.store) == ()
        with storage.open_workbook(path, ANA) as again:
            assert again.workbook.book.locked == ()
            assert not again.workbook.book.difference(book)
            for seq, state in enumerate(states[: again.workbook.seq + 1]):
                assert not again.workbook.at(seq).difference(state)
            while again.workbook.next_undo is not None:
                again.workbook.undo()
            assert storage.check_file(again.store) == ()
