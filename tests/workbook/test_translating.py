"""The partners' own words in a second language: entered, found again, and missed where a document needs them."""

import pytest

from tests.workbook.sealing.signing import add, edit, partnership
from workbook.book import PLAN_ID
from workbook.operations import Refused, RemoveRecords
from workbook.records import RECORD_TYPES, Agreement, Translation
from workbook.translating import (
    IN_AGREEMENTS,
    IN_REPORTS,
    Translate,
    lacking_in_agreement,
    lacking_in_report,
    translated,
)


def test_the_fields_that_documents_repeat_hold_words() -> None:
    for fields in (IN_AGREEMENTS, IN_REPORTS):
        for type_name, names in fields.items():
            assert {RECORD_TYPES[type_name].by_name[name].kind for name in names} <= {"line", "text"}, type_name


def test_a_document_in_another_language_lacks_what_nobody_has_translated() -> None:
    workbook = partnership()
    edit(workbook, "plan", PLAN_ID, purpose="To open a workshop")
    (agreement,) = workbook.book.all(Agreement)
    clause = workbook.book.records("clauses")[0].id
    lacking = lacking_in_agreement(workbook.book, agreement, "fr")
    assert [(one.type, one.field, one.text) for one in lacking] == [
        ("plan", "title", "Lab"),
        ("plan", "purpose", "To open a workshop"),
        ("activities", "title", "Open the workshop"),
        ("agreements", "title", "Lab agreement"),
        ("clauses", "heading", "Purpose"),
        ("clauses", "body", "To open a workshop."),
    ]
    assert lacking_in_agreement(workbook.book, agreement, "en-GB") == ()
    workbook.do(Translate("clauses", clause, "body", "fr", "Ouvrir un atelier."))
    workbook.do(Translate("clauses", clause, "body", "fr-CA", "Ouvrir un atelier ici."))
    assert translated(workbook.book, "clauses", clause, "body", "fr-CA") == "Ouvrir un atelier ici."
    assert translated(workbook.book, "clauses", clause, "body", "fr-BE") == "Ouvrir un atelier."
    assert len(lacking_in_agreement(workbook.book, agreement, "fr")) == len(lacking) - 1
    workbook.do(Translate("clauses", clause, "body", "fr", "Ouvrir l'atelier."))
    assert workbook.book.count("translations") == 2
    workbook.do(Translate("clauses", clause, "body", "fr-CA", " "))
    assert [one.wording for one in workbook.book.all(Translation)] == ["Ouvrir l'atelier."]
    workbook.do(RemoveRecords("clauses", (clause,)))
    assert not workbook.book.count("translations")


def test_a_report_lacks_its_own_narratives_only() -> None:
    workbook = partnership()
    first, second = (add(workbook, "reports", title=title) for title in ("First", "Second"))
    for report in (first, second):
        add(workbook, "report_narratives", report=report, section="work", wording=f"Of {report}.")
    found = [one for one in lacking_in_report(workbook.book, first, "fr") if one.type.startswith("report")]
    assert [one.text for one in found] == ["First", f"Of {first}."]


def test_only_words_are_translated_and_into_a_language() -> None:
    workbook = partnership()
    activity = workbook.book.records("activities")[0].id
    with pytest.raises(Refused, match="holds no words"):
        workbook.do(Translate("activities", activity, "end", "fr", "Fin"))
    with pytest.raises(Refused, match="has to look like fr or en-GB"):
        workbook.do(Translate("activities", activity, "title", "french, please", "Ouvrir"))
