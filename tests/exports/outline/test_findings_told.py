"""What a structure check found is told whole in the language of a document, the words in its sentence too."""

from dataclasses import replace

from exports.languages import formats_in
from exports.outline.showing import Showing
from tests.golden.plans import edition
from tests.workbook.checks.building import Builder


def test_words_and_numbers_in_a_finding_are_told_in_the_language_of_the_document() -> None:
    builder = Builder()
    builder.partner("City", "local_government")
    builder.partner("Museum", "cultural_institution")
    builder.add("governance_bodies", name="Board")
    builder.activity()
    need = builder.line("need", unit="hour", quantity="4000", title="Teaching")
    builder.line("offer", unit="hour", quantity="1500.5", covers=need)
    showing = Showing(replace(edition(builder.book), formats=formats_in("fr")))
    found = builder.found("C1") + builder.found("C7") + builder.found("R1")
    told = " | ".join(map(showing.found, found)).replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")

    for words in (
        "Institution culturelle, Administration locale",
        "présidence, règle de décision, rythme des réunions",
        "37,5\N{NO-BREAK SPACE}%",
        "4\N{NO-BREAK SPACE}000 (Heure)",
    ):
        assert words in told
