"""Names as people give them: any letters, and as long as the system allows."""

import os
from pathlib import Path

import pytest

import storage
from tests.storage.making import ANA, add_partner, is_one_sentence, partner_names, small_file

NAMES = [
    "Zürich – Kunst.cpw",
    "A\u0308 decomposed.cpw",
    "شراكة.cpw",
    "創造.cpw",
    "🎭 100% #1?&=;'\".cpw",
    " space .cpw",
    "x",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_any_letters_works(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name.removesuffix(".cpw")
    folder.mkdir()
    path = small_file(folder, name)
    with storage.open_workbook(path, ANA) as opened:
        add_partner(opened, "Chœur")
        storage.rotate_backups(opened.store, folder / "backups", opened.workbook.now())
        opened.save_copy(folder / f"copy of {name}")
    with storage.open_workbook(folder / f"copy of {name}", ANA, read_only=True) as opened:
        assert partner_names(opened)[-1] == "Chœur"
    assert storage.check_file(path) == ()
    assert sorted(file.name for file in folder.iterdir()) == sorted([name, f"copy of {name}", "backups"])


def deep_folder(root: Path, length: int) -> Path:
    folder = root
    while len(os.fsencode(folder)) + 51 < length:
        folder /= "d" * 50
        folder.mkdir()
    return folder


@pytest.mark.parametrize("length", [280, 430, 505, 900])
def test_a_long_path_works_or_is_refused_in_one_sentence(length: int, tmp_path: Path) -> None:
    folder = deep_folder(tmp_path, length)
    path = folder / ("p" * max(5, length - len(os.fsencode(folder)) - 5) + ".cpw")
    assert len(os.fsencode(path)) >= length
    try:
        storage.create(path, ANA).close()
    except storage.NameTooLong as problem:
        said = str(problem)
        assert length > 490 or os.name != "posix"  # SQLite's own limit is 512
        assert list(folder.iterdir()) == []
    else:
        said = storage.inspect(path).sentence
    assert is_one_sentence(said)


def test_a_name_longer_than_any_file_system_takes_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / ("é" * 130 + ".cpw"), tmp_path / ("p" * 250 + ".cpw")):
        for action in (storage.create, storage.open_workbook):
            with pytest.raises(storage.NameTooLong) as caught:
                action(path, ANA)
            assert is_one_sentence(str(caught.value))
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_replaces_nothing_and_needs_its_folder(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    before = path.read_bytes()
    with pytest.raises(storage.FileExists):
        storage.create(path, ANA)
    with pytest.raises(storage.FolderMissing):
        storage.create(tmp_path / "none" / "plan.cpw", ANA)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_link_leads_to_the_one_file_and_its_lock(tmp_path: Path) -> None:
    folder = tmp_path / "real"
    folder.mkdir()
    path, link = small_file(folder), tmp_path / "link.cpw"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("links may not be made here")
    with storage.open_workbook(link, ANA) as opened:
        add_partner(opened)
        with pytest.raises(storage.OpenElsewhere):
            storage.open_workbook(path, ANA)
    assert link.is_symlink()
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["link.cpw", "plan.cpw", "real"]
