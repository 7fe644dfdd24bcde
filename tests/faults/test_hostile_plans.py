"""Plan files that were made to do harm: one sentence each, soon, and no file is left behind."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from exports.plan import read
from ui.command_line import main
from workbook.operations import Refused

REAL = Path(__file__).parents[3] / "shared" / "real" / "hostile"
JSON = '{"format": "creative-partnership-plan", "version": 1, '
YAML = "format: creative-partnership-plan\nversion: 1\n"


def refused(tmp_path: Path, name: str, content: bytes, capsys: pytest.CaptureFixture[str]) -> str:
    """Offer a plan to `new`, which has to refuse it in one line and make nothing."""
    source, target = tmp_path / name, tmp_path / "x.cpw"
    source.write_bytes(content)
    assert main(["new", str(target), "--from", str(source)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert len(said.err) < 20_000
    assert "mistake" not in said.err
    assert list(tmp_path.iterdir()) == [source]
    return said.err


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", JSON + '"activities": [{"title": "a", "done": 1e99999999999999999999}]}', "nothing can hold"),
        ("a.yaml", YAML + "activities: [{title: a, done: 1e99999999999999999999}]", "nothing can hold"),
        ("a.json", JSON + '"partners": [' + "{}," * 500_000 + "{}]}", "more than 500,000 objects and lists"),
        ("a.json", JSON + "".join(f'"k{i}":1,' for i in range(200_000)) + '"k7":1}', "has the key “k7” twice"),
        ("a.json", JSON + '"' + "k" * 100_000 + '": 1}', "is not a part of a plan; take it out"),
        ("a.json", JSON + '"pl\\ud800an": 1}', "is not a part of a plan"),
        ("a.json", JSON + '"partners": [{"name": "a", "sector": "\\udfff"}]}', "is not allowed here"),
        ("a.json", JSON + '"contacts": [{"name": "a", "partner": "P\\n9"}]}', "names “P 9”, which is the code of no"),
        ("a.yaml", YAML + 'partners: [{name: "a", "k\\ne\\ny": 1}]', "“k e y” is not a key of Partners"),
    ],
    ids=lambda value: value[-30:] if isinstance(value, str) else None,
)
def test_each_is_told_in_one_line(
    name: str, text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in refused(tmp_path, name, text.encode(), capsys)


def test_yaml_with_too_many_values_is_left_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.plan.reading.MOST_YAML_PARTS", 100)
    with pytest.raises(Refused, match="in line 100: there are too many values before it for YAML"):
        read((YAML + "partners:\n" + "- {}\n" * 200).encode(), "plan.yaml")
    assert read((YAML + "partners:\n" + "- {}\n" * 90).encode(), "plan.yaml")


def _files() -> Iterable[Path]:
    return sorted(path for path in REAL.rglob("*") if path.is_file()) if REAL.is_dir() else ()


def read_or_said(path: Path, ending: str) -> object:
    try:
        return read(path.read_bytes(), f"{path.name}.{ending}")
    except Refused as refusal:
        return [str(problem) for problem in refusal.problems]


@pytest.mark.skipif(not REAL.is_dir(), reason="the collection of hostile files is not beside this clone")
@pytest.mark.parametrize("ending", ["json", "yaml"])
def test_no_file_of_another_kind_is_a_plan(ending: str) -> None:
    for path in _files():
        found = read_or_said(path, ending)
        assert not isinstance(found, dict), path
        if isinstance(found, list):
            assert len(found) == 1, path
            assert len(str(found[0]).splitlines()) == 1, path
