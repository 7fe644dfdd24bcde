"""Which column of a pasted list is what: by its heading, else by what stands in it, in the order people write it."""

from collections.abc import Callable, Sequence

from workbook.training.words import HEADINGS, age_of, group_of, plain, sex_of, yes_or_no

FIELDS = {
    "name": "Name",
    "given_name": "First name",
    "family_name": "Last name",
    "organisation": "Organisation",
    "sex": "Sex",
    "age": "Age",
    "disability": "Disability",
    "stakeholder_type": "Group",
    "came": "Came",
    "completed": "Completed",
}
"""What a column can be, in the order in which a list without a heading is read; titles are source strings."""

_Cells = tuple[str, ...]


def headed(cells: _Cells) -> tuple[str, ...] | None:
    """Return what the cells of a heading mean, or None where the line is no heading."""
    meanings = [HEADINGS.get(plain(cell), "") for cell in cells]
    known = [meaning for meaning in meanings if meaning and meaning != "skip"]
    certain = [cell for cell, meaning in zip(cells, meanings, strict=True) if meaning and not _is_value(cell)]
    if not known or not certain or len(known) * 2 < len([cell for cell in cells if cell]):
        return None
    if "name" not in known and "given_name" in known and "family_name" not in known:
        meanings = ["name" if meaning == "given_name" else meaning for meaning in meanings]
    if "name" not in known and "family_name" in known and "given_name" not in known:
        meanings = ["name" if meaning == "family_name" else meaning for meaning in meanings]
    return _each_once(meanings)


def columns_of(rows: Sequence[_Cells], width: int) -> tuple[str, ...]:
    """Say what the columns of a list without a heading are.

    A disability is nothing to guess: a column of yes and no is taken for one only where the order says so, with the
    group right after it or with all three columns of yes and no there; else it tells who came, and who completed.
    """
    kinds = [_kind([cells[place] for cells in rows if cells[place]], place) for place in range(width)]
    flags = [place for place, kind in enumerate(kinds) if kind == "flag"]
    names = ["came", "completed"]
    if len(flags) > 2 or (flags and "stakeholder_type" in kinds[flags[0] : flags[0] + 2]):
        names.insert(0, "disability")
    for place, name in zip(flags, [*names, *["skip"] * width], strict=False):
        kinds[place] = name
    texts = (name for name in ("name", "organisation", *["skip"] * width) if name not in kinds)
    return _each_once([kind or next(texts, "skip") for kind in kinds])


def _is_value(cell: str) -> bool:
    """Say whether a word stands in lists as an answer too, as “present” does."""
    return any(reads(cell) is not None for _kind, reads in _READERS)


def _kind(values: list[str], place: int) -> str:
    if not values:
        return "skip"
    if place == 0 and _is_counting(values):
        return "skip"
    if all("@" in value and " " not in value for value in values):
        return "skip"
    for kind, reads in _READERS:
        if place and _mostly(values, reads):
            return kind
    return ""


def _is_counting(values: list[str]) -> bool:
    numbers = [value.strip(". )") for value in values]
    return all(number.isdecimal() for number in numbers) and len({*numbers}) == len(numbers)


def _mostly(values: list[str], reads: Callable[[str], str | None]) -> bool:
    """Say whether most of a column can be read as something; one odd cell must not turn it into a name."""
    read = sum(reads(value) is not None for value in values)
    return read * 3 >= len(values) * 2


def _sex_not_flag(text: str) -> str | None:
    """Read a sex; a cross alone says that somebody came, and a dash nothing."""
    return None if plain(text) in ("x", "o", "-", "?") else sex_of(text)


def _age_not_flag(text: str) -> str | None:
    return None if text in ("0", "1") else age_of(text)


_READERS: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("sex", _sex_not_flag),
    ("flag", yes_or_no),
    ("age", _age_not_flag),
    ("stakeholder_type", group_of),
)


def _each_once(meanings: Sequence[str]) -> tuple[str, ...]:
    """Let the first column of a meaning have it; what has none is read past."""
    taken: list[str] = []
    for meaning in meanings:
        taken.append(meaning if meaning and meaning not in taken else "skip")
    return tuple(taken)
