import pytest

from tests.golden.small import FOLDER, documents

NAMES = ("agreement", "report", "brief", "review", "statement", "workplan", "agreement_word", "calendar")


@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_every_page_is_as_it_was(name: str) -> None:
    expected = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")

    assert documents()[name] == expected, "If this is wanted: python -m tests.golden.renew, and look at the difference."
