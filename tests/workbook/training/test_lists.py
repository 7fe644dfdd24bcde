"""Lists as people really paste them: rough, in any language, with and without a heading."""

import pytest

from workbook.training import AttendanceList, counted, read_list
from workbook.training.words import age_of


def people(listed: AttendanceList) -> list[tuple[str, str, str | None, str | None]]:
    return [(p.name, p.organisation, p.sex, p.age_band) for p in listed.people]


def test_a_list_from_excel_in_the_order_people_write_it() -> None:
    listed = read_list(
        "Ann Doe\tCity museum\tw\t34\tno\tArtist or creative\tyes\tyes\n"
        "\n"
        "  Ben   Doe \t\tm\t18-29\tyes\tplanner\tx\t\n"
        "Cem Doe\tTram depot\tx\t60+\t\t\tno\tno\n"
    )
    assert listed.columns == (
        "name", "organisation", "sex", "age", "disability", "stakeholder_type", "came", "completed",
    )  # fmt: skip
    assert people(listed) == [
        ("Ann Doe", "City museum", "woman", "age_30_59"),
        ("Ben Doe", "", "man", "age_18_29"),
        ("Cem Doe", "Tram depot", "other", "age_60_plus"),
    ]
    counts = counted(listed)
    assert (counts.attended, counts.completed, counts.registered, counts.with_disability) == (2, 1, 3, 1)
    assert counts.by_sex == {"woman": 1, "man": 1, "other": 0, "undisclosed": 0}
    assert counts.by_group == {"planner": 1, "artist": 1}
    assert listed.notes == ()


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Name;Einrichtung;Geschlecht;Alter\nMüller, Änne;Straßenbahnmuseum;weiblich;34",
            ("Müller, Änne", "Straßenbahnmuseum", "woman", "age_30_59"),
        ),
        (
            "Nom,Prénom,Sexe,Âge\nLefèvre,Hélène,femme,moins de 18 ans",
            ("Hélène Lefèvre", "", "woman", "under_18"),
        ),
        (
            "Nombre\tApellidos\tSexo\tEdad\nJosé\tNúñez Ibáñez\tH\t61",
            ("José Núñez Ibáñez", "", "man", "age_60_plus"),
        ),
        ("الاسم\tالجهة\tالجنس\tالعمر\nليلى حداد\tالبلدية\tأنثى\t٣٤", ("ليلى حداد", "البلدية", "woman", "age_30_59")),
    ],
)
def test_headings_and_words_in_other_languages(text: str, person: tuple[str, str, str, str]) -> None:
    listed = read_list(text)
    assert people(listed) == [person]
    assert listed.notes == ()


def test_in_a_list_with_h_for_men_m_is_a_woman() -> None:
    assert [p[2] for p in people(read_list("Ana\tX\tM\nLuis\tX\tH"))] == ["woman", "man"]
    assert [p[2] for p in people(read_list("Ann\tX\tF\nBen\tX\tM"))] == ["woman", "man"]


def test_an_e_mail_gives_its_names() -> None:
    listed = read_list("Ann Doe <ann@example.org>; Ben Doe <ben@example.org>, cem@example.org")
    assert [p.name for p in listed.people] == ["Ann Doe", "Ben Doe", "cem@example.org"]
    listed = read_list("1. Ann Doe\n2) Ben Doe\n - Cem Doe\n")
    assert [p.name for p in listed.people] == ["Ann Doe", "Ben Doe", "Cem Doe"]


def test_a_name_with_a_comma_is_one_name() -> None:
    assert [p.name for p in read_list("Doe, Ann\nDoe, Ben\n").people] == ["Ann Doe", "Ben Doe"]
    assert people(read_list("Ann Doe, City museum\nBen Doe, Depot"))[0][:2] == ("Ann Doe", "City museum")


def test_numbers_of_lines_sums_and_doubles_are_no_people() -> None:
    listed = read_list("1\tAnn Doe\tMuseum\n2\tBen Doe\tMuseum\n3\tann  doe \tmuseum\n\tTotal\t3")
    assert [p.name for p in listed.people] == ["Ann Doe", "Ben Doe"]
    assert [(note.line, note.sentence) for note in listed.notes] == [
        (3, "“ann doe” stands in line 1 already and is counted once."),
        (4, "“Total” is a sum and not a person; it is left out."),
    ]


def test_what_cannot_be_read_is_not_said_and_noted_with_its_line() -> None:
    listed = read_list("Name\tSex\tAge\tGroup\nAnn\tyes\t1987\tastronaut\nBen\tn/a\t25-34\t?\n")
    assert [note.line for note in listed.notes] == [2, 2, 2, 3]
    assert listed.notes[1].sentence == "“1987” was not understood as age; it is left as not said."
    assert [(p.sex, p.age_band, p.stakeholder_type) for p in listed.people] == [
        (None, None, None),
        ("undisclosed", None, None),
    ]
    assert counted(listed).by_sex == {"woman": 0, "man": 0, "other": 0, "undisclosed": 2}


def test_one_column_of_crosses_says_who_came_and_never_a_disability() -> None:
    listed = read_list("Ann\tMuseum\tx\nBen\tMuseum\t\nCem\tDepot\tx")
    assert listed.columns == ("name", "organisation", "came")
    counts = counted(listed)
    assert (counts.attended, counts.completed, counts.with_disability) == (2, None, None)


def test_a_presence_word_is_no_heading() -> None:
    assert [p.came for p in read_list("Ann Doe;anwesend\nBen Doe;entschuldigt").people] == [True, False]


def test_the_person_can_say_what_a_column_is() -> None:
    listed = read_list("Ann\tMuseum\tx\nBen\tDepot\t", ("name", "organisation", "disability"))
    counts = counted(listed)
    assert (counts.attended, counts.with_disability) == (2, 1)


def test_nothing_pasted_is_nothing_counted() -> None:
    assert counted(read_list("  \n\t\n")).attended is None


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("17", "under_18"), ("<18", "under_18"), ("unter 18", "under_18"), ("18", "age_18_29"),
        ("18 – 29", "age_18_29"), ("30 bis 59", "age_30_59"), ("45 ans", "age_30_59"), ("34.0", "age_30_59"),
        ("60 and over", "age_60_plus"),
        ("60+", "age_60_plus"), ("> 60", "age_60_plus"), ("18+", None), ("25-34", None), ("1987", None), ("old", None),
        ("k. A.", "undisclosed"),
    ],
)  # fmt: skip
def test_ages(text: str, band: str | None) -> None:
    assert age_of(text) == band
