"""The partners' own words in a second language: entered, put in place, and missed where a document shows them."""

import pytest

from tests.workbook.sealing.signing import edit, partnership
from workbook.book import PLAN_ID, Book
from workbook.operations import AddRecord, Refused, RemoveRecords, Translate
from workbook.records import RECORD_TYPES, Activity, Translation
from workbook.translating import grown_old, has_grown_old, in_language, lacking, translatable, translated


def test_what_is_translated_holds_words_and_no_codes() -> None:
    for type_name in RECORD_TYPES:
        for field in translatable(type_name):
            assert field.kind in ("line", "text")
            assert field.name not in ("code", "currency", "language")
    assert "statement" in [field.name for field in translatable("objectives")]


def test_a_document_lacks_what_it_shows_and_nobody_has_translated() -> None:
    workbook = partnership()
    edit(workbook, "plan", PLAN_ID, purpose="To open a workshop", context="Nobody  shows this")
    clause = workbook.book.records("clauses")[0].id
    shown = ("1. Purpose", "To open\na workshop.", "A-01 Open the workshop", "Lab agreement", "Labels")

    found = {(one.type, one.field) for one in lacking(workbook.book, "fr", shown)}
    assert found == {
        ("plan", "title"),
        ("plan", "purpose"),
        ("activities", "title"),
        ("agreements", "title"),
        ("clauses", "heading"),
        ("clauses", "body"),
    }
    assert ("plan", "title") not in [(one.type, one.field) for one in lacking(workbook.book, "fr", ("Labels",))]
    assert lacking(workbook.book, "en-GB", shown) == ()

    workbook.do(Translate("clauses", clause, "fr", {"body": "Ouvrir un atelier.", "heading": "But"}))
    assert "clauses" not in [one.type for one in lacking(workbook.book, "fr", shown)]


def test_translations_are_kept_apart_and_go_with_their_record() -> None:
    workbook = partnership()
    clause = workbook.book.records("clauses")[0].id
    workbook.do(Translate("clauses", clause, "fr", {"body": "Ouvrir un atelier."}))
    workbook.do(Translate("clauses", clause, "fr-CA", {"body": "Ouvrir un atelier ici."}))
    assert translated(workbook.book, "clauses", clause, "body", "fr-CA") == "Ouvrir un atelier ici."
    assert translated(workbook.book, "clauses", clause, "body", "fr-BE") == "Ouvrir un atelier."

    workbook.do(Translate("clauses", clause, "fr", {"body": "Ouvrir l'atelier."}))
    assert workbook.book.count("translations") == 2
    workbook.do(Translate("clauses", clause, "fr-CA", {"body": " "}))
    assert [one.wording for one in workbook.book.all(Translation)] == ["Ouvrir l'atelier."]
    workbook.do(RemoveRecords("clauses", (clause,)))
    assert not workbook.book.count("translations")


def test_a_book_in_a_language_says_what_was_translated_and_leaves_the_rest() -> None:
    workbook = partnership()
    activity = workbook.book.records("activities")[0].id
    workbook.do(Translate("activities", activity, "fr", {"title": "Ouvrir l'atelier"}))
    given = {"record_type": "activities", "record_id": activity, "language": "fr"}
    for field, words in (("deliverable", "Un atelier"), ("end", "hier"), ("code", "A-99")):
        workbook.do(AddRecord("translations", {**given, "field": field, "wording": words}))

    spoken = in_language(workbook.book, "fr-CA").one(Activity, activity)
    assert spoken is not None
    assert (spoken.title, spoken.deliverable, spoken.code) == ("Ouvrir l'atelier", "", "A-01")
    assert in_language(workbook.book, "es") is workbook.book


def test_a_translation_that_its_field_cannot_hold_counts_for_nothing() -> None:
    workbook = partnership()
    activity = workbook.book.records("activities")[0].id
    given = {"record_type": "activities", "record_id": activity, "language": "fr", "field": "title"}
    workbook.do(AddRecord("translations", {**given, "wording": "trop long " * 100}))
    assert in_language(workbook.book, "fr") is workbook.book
    assert in_language(Book.empty(), "fr").plan.title == ""


def test_only_words_are_translated_and_into_a_language() -> None:
    workbook = partnership()
    activity = workbook.book.records("activities")[0].id
    with pytest.raises(Refused, match="holds no words"):
        workbook.do(Translate("activities", activity, "fr", {"end": "Fin"}))
    with pytest.raises(Refused, match="has to look like fr or en-GB"):
        workbook.do(Translate("activities", activity, "french, please", {"title": "Ouvrir"}))
    with pytest.raises(Refused, match="longer than"):
        workbook.do(Translate("activities", activity, "fr", {"title": "Ouvrir" * 200}))
    assert not workbook.book.count("translations")


def test_a_translation_grows_old_when_its_original_changes_until_somebody_looks_at_it() -> None:
    workbook = partnership()
    activity = workbook.book.records("activities")[0].id
    key = ("activities", activity, "title", "fr-CA")
    workbook.do(Translate("activities", activity, "fr", {"title": "Ouvrir l'atelier"}))
    assert not has_grown_old(workbook.book, *key)

    edit(workbook, "activities", activity, title="Close the workshop")
    assert has_grown_old(workbook.book, *key)
    assert grown_old(workbook.book, "fr", ("1. Ouvrir l'atelier",)) == (key[:3],)
    assert grown_old(workbook.book, "fr", ("1. Fermer l'atelier",)) == ()
    edit(workbook, "activities", activity, title="Open the workshop")
    assert not has_grown_old(workbook.book, *key)

    edit(workbook, "activities", activity, title="Open the Workshop")
    assert has_grown_old(workbook.book, *key)
    workbook.do(Translate("activities", activity, "fr", {"title": "Ouvrir l'atelier"}))
    assert grown_old(workbook.book, "fr", ("Ouvrir l'atelier",)) == ()


def test_a_translation_that_nobody_noted_the_original_of_is_not_called_old() -> None:
    workbook = partnership()
    activity = workbook.book.records("activities")[0].id
    given = {"record_type": "activities", "record_id": activity, "language": "fr", "field": "title"}
    workbook.do(AddRecord("translations", {**given, "wording": "Ouvrir"}))
    edit(workbook, "activities", activity, title="Close the workshop")

    assert not has_grown_old(workbook.book, "activities", activity, "title", "fr")
    assert not has_grown_old(workbook.book, "activities", "gone", "title", "fr")
