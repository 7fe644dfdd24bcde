"""Places that may be read and not written."""

from pathlib import Path

import pytest

import storage
from tests.faults.disks import made_read_only
from tests.storage.making import ANA, add_partner, is_one_sentence, left_alone, partner_names, small_file


@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_may_not_be_written_opens_for_reading_only(what: str, tmp_path: Path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    path = small_file(folder)
    with made_read_only(folder if what == "folder" else path), left_alone(path):
        with pytest.raises(storage.FileReadOnly) as caught:
            storage.open_workbook(path, ANA)
        assert is_one_sentence(str(caught.value))
        with storage.open_workbook(path, ANA, read_only=True) as opened:
            assert opened.read_only
            assert len(partner_names(opened)) == 2
            with pytest.raises(storage.FileReadOnly):
                add_partner(opened)
            assert len(partner_names(opened)) == 2
        assert isinstance(storage.inspect(path), storage.Healthy)


def test_nothing_new_is_made_in_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    folder = tmp_path / "share"
    folder.mkdir()
    with made_read_only(folder), storage.open_workbook(path, ANA) as opened:
        with pytest.raises(storage.FileReadOnly):
            storage.create(folder / "new.cpw", ANA)
        with pytest.raises(storage.FileReadOnly, match="copy"):
            opened.save_copy(folder / "copy.cpw")
        with pytest.raises(storage.FileReadOnly):
            storage.rescue(path, folder / "rescued.cpw", ANA)
        assert list(folder.iterdir()) == []
