"""The vocabularies: the choices that domain.md fixes, and the promises that every list keeps."""

from __future__ import annotations

import copy
import dataclasses
import importlib
import pickle
import re
from collections import Counter

import pytest

from workbook import vocabularies
from workbook.vocabularies import ALL, Term, UnknownTermError, Vocabulary, VocabularyError

MODULES = ("partnership", "partners", "work", "resources", "agreements", "capacity", "monitoring")

# Keys stand in the files of users: one may be added here, and none renamed or taken away.
FIXED_KEYS = {
    "STAGES": "idea exploring building agreed delivering reviewing renewing closing closed",
    "DIMENSIONS": "social economic environmental",
    "CHALLENGE_DIMENSIONS": "social economic environmental institutional",
    "DRIVER_TYPES": "policy legislation initiative good_practice",
    "LEVELS": "neighbourhood local regional national international",
    "CONFIDENTIALITY": "public internal confidential",
    "SECTORS": "cultural_institution creative_industry technology other_business local_government national_government "
    "education_training research civil_society community_group foundation international_organisation media "
    "individual_artist",
    "PARTNER_ROLES": "lead accountable_body secretariat broker funder implementer host knowledge training_provider "
    "technology creative community_representative advisor champion regulator communications evaluation",
    "PARTNER_STATUSES": "prospective invited engaged signed suspended withdrawn completed",
    "APPROVAL_STATUSES": "not_started in_progress approved refused",
    "STAKEHOLDER_TYPES": "city_manager planner elected_member entrepreneur artist technologist educator researcher "
    "community_representative other",
    "CONTACT_CHANNELS": "email phone post messaging in_person",
    "OBJECTIVE_TYPES": "shared own",
    "OBJECTIVE_STATUSES": "not_started on_track at_risk off_track achieved dropped",
    "PRIORITIES": "high medium low",
    "ACTIVITY_CATEGORIES": "programme event research infrastructure policy technology communication management other",
    "ACTIVITY_STATUSES": "not_started in_progress done late blocked cancelled",
    "RACI": "R A C I",
    "BODY_TYPES": "steering executive working_group advisory community_panel secretariat",
    "DECISION_RULES": "consensus majority two_thirds lead_decides",
    "SEATS": "chair voting observer",
    "MEETING_FREQUENCIES": "weekly monthly two_monthly quarterly half_yearly yearly as_needed",
    "DECISION_STATUSES": "proposed taken done superseded withdrawn",
    "MEETING_STATUSES": "planned held cancelled",
    "RESOURCE_KINDS": "need offer commitment",
    "RESOURCE_CATEGORIES": "cash staff_time expertise volunteers space equipment materials technology "
    "data_collections networks communications rights_content legitimacy",
    "CONTRIBUTION_TYPES": "cash in_kind non_valued",
    "UNITS": "hour day month m2_day item licence lump person",
    "VALUATION_BASES": "actual_cost pay_rate market_rent market_price published_volunteer_rate expert_estimate "
    "not_valued",
    "RESOURCE_STATUSES": "needed offered pledged committed part_delivered delivered verified withdrawn lapsed replaced",
    "AGREEMENT_LEVELS": "letter_of_intent terms_of_reference mou agreement annex amendment",
    "AGREEMENT_STATUSES": "draft in_review partner_approval ready_to_sign part_signed in_force expired terminated "
    "superseded",
    "CLAUSE_ASSESSMENTS": "not_relevant not_in_place partly fully",
    "SIGNATURE_METHODS": "wet_ink stamped e_sign",
    "APPROVAL_STEPS": "legal finance management committee council board supervision other",
    "APPROVAL_ANSWERS": "waiting approved refused not_needed",
    "LANGUAGE_LAYOUTS": "side_by_side one_after_other",
    "SEAL_KINDS": "signed_agreement part_signed_agreement issued_report",
    "DRIFT_CLASSES": "correction contribution_small contribution_large results extension party roles dates governance "
    "wording other",
    "MATERIALITIES": "material minor none",
    "DRIFT_ANSWERS": "nothing note amendment council_decision",
    "REPORT_PERIODS": "month quarter half_year year whole other",
    "REPORT_SECTIONS": "summary changes results work resources capacity cooperation risks decisions next_period annex",
    "CAPACITY_LEVELS": "individual organisation enabling_environment",
    "CAPACITY_PILLARS": "structure competencies management_systems enabling_policies knowledge_learning leadership",
    "ACTION_TYPES": "collaboration capacity_building training education",
    "ACTION_FORMS": "course workshop coaching mentoring peer_exchange study_visit secondment community_of_practice "
    "policy_development toolkit education_programme residency hackathon conference e_learning systems",
    "ACTION_STATUSES": "idea planned confirmed in_progress delivered evaluated postponed cancelled",
    "EVALUATION_LEVELS": "none reaction learning behaviour results",
    "SEXES": "woman man other undisclosed",
    "AGE_BANDS": "under_18 age_18_29 age_30_59 age_60_plus undisclosed",
    "MODES": "in_person online hybrid",
    "COMPETENCE_SCALE": "1 2 3 4 5",
    "INDICATOR_LEVELS": "output outcome impact",
    "DIRECTIONS": "increase decrease maintain",
    "FREQUENCIES": "once monthly quarterly half_yearly yearly",
    "RISK_CATEGORIES": "financial political legal delivery reputation social technology safety staff",
    "RISK_STATUSES": "open mitigating accepted closed occurred",
    "ISSUE_SEVERITIES": "low medium high critical",
    "ISSUE_STATUSES": "open in_progress resolved closed",
    "FOLLOW_UP_STATUSES": "open done cancelled",
    "RATINGS": "off_track at_risk on_track no_data",
    "REPORT_STATUSES": "draft issued",
    "TRACKER_STATUSES": "issued returned not_expected",
    "FOUNDATIONS": "cooperation resources responsibility trust long_term_value",
    "GUIDING_QUESTIONS": "Q1 Q2 Q3 Q4 Q5",
    "SEVERITIES": "error warning information",
    "HEALTH_STATEMENTS": " ".join(f"s{number:02}" for number in range(1, 21)),
    "HEALTH_SCALE": "1 2 3 4 5",
    "SDG_TARGETS": "1.4 4.4 4.7 5.5 7.2 8.3 8.6 8.9 9.1 9.c 10.2 11.2 11.3 11.4 11.7 12.b 13.1 13.3 16.7 16.10 17.9 "
    "17.16 17.17",
    "CULTURE_2030": " ".join(str(number) for number in range(1, 23)),
    "CULTURE_21": " ".join(str(number) for number in range(1, 10)),
}

# Lists that may still grow, in any order; the keys named here stay.
GROWING_KEYS = {
    "URBAN_CHALLENGES": "employment poverty inequality basic_services mobility renewable_energy housing "
    "climate_resilience public_space heritage_loss migration_inclusion digital_divide ageing safety education health",
    "TECHNOLOGIES": "ai robotics open_data digital_fabrication xr sensors_iot geospatial digital_heritage platforms "
    "blockchain renewable_energy_tech biotech",
    "TERRITORY_TERMS": "municipality council city local_government_unit commune county",
    "SUBFIELDS": "music film design craft museums heritage media_arts gastronomy literature architecture "
    "performing_arts games festivals",
}

EVERY = pytest.mark.parametrize("vocabulary", ALL.values(), ids=list(ALL))


def constant(name: str) -> Vocabulary:
    """Look a constant up the way that other rooms import it."""
    found = getattr(vocabularies, name)
    assert isinstance(found, Vocabulary)
    return found


class TestWhatTheDomainFixes:
    """Counts, keys and order that domain.md and product.md settle."""

    @pytest.mark.parametrize("name", FIXED_KEYS)
    def test_keys_and_their_order(self, name: str) -> None:
        assert constant(name).keys == tuple(FIXED_KEYS[name].split())

    @pytest.mark.parametrize("name", GROWING_KEYS)
    def test_keys_that_stay_in_lists_that_may_grow(self, name: str) -> None:
        assert set(GROWING_KEYS[name].split()) <= set(constant(name).keys)

    def test_the_six_challenges_of_the_dialogue_come_first(self) -> None:
        assert constant("URBAN_CHALLENGES").keys[:6] == (
            "employment",
            "poverty",
            "inequality",
            "basic_services",
            "mobility",
            "renewable_energy",
        )

    @pytest.mark.parametrize(
        ("name", "count"),
        [
            ("RESOURCE_CATEGORIES", 13),
            ("RESOURCE_STATUSES", 10),
            ("CULTURE_2030", 22),
            ("CULTURE_21", 9),
            ("PARTNER_ROLES", 17),
            ("SECTORS", 14),
            ("SDG_TARGETS", 23),
            ("HEALTH_STATEMENTS", 20),
        ],
    )
    def test_counts(self, name: str, count: int) -> None:
        assert len(constant(name)) == count

    def test_statements_are_spread_over_the_foundations(self) -> None:
        foundations = constant("FOUNDATIONS")
        spread = Counter(term.group for term in constant("HEALTH_STATEMENTS"))
        assert [spread[key] for key in foundations.keys] == [4, 4, 4, 5, 3]
        assert [term.group for term in foundations] == ["C", "R", "S", "T", "L"]

    def test_culture_2030_indicators_are_spread_over_four_themes(self) -> None:
        assert list(Counter(term.group for term in constant("CULTURE_2030")).values()) == [5, 7, 5, 5]

    def test_sdg_titles_begin_with_the_code_and_are_grouped_by_goal(self) -> None:
        for term in constant("SDG_TARGETS"):
            assert term.title.startswith(f"{term.key} ")
            assert term.group == f"SDG {term.key.split('.')[0]}"

    def test_titles_that_other_documents_quote(self) -> None:
        assert constant("SECTORS").title("national_government") == "National or regional government"
        assert [term.title for term in constant("RATINGS")] == ["Off track", "At risk", "On track", "No data"]


class TestEveryList:
    """Promises that hold for each vocabulary, so that a new one is tested on the day it is written."""

    def test_all_holds_every_constant_under_its_own_name(self) -> None:
        declared = {
            name: value
            for module in MODULES
            for name, value in vars(importlib.import_module(f"workbook.vocabularies.{module}")).items()
            if isinstance(value, Vocabulary)
        }
        assert {name.lower(): value for name, value in declared.items()} == ALL
        assert set(FIXED_KEYS) | set(GROWING_KEYS) == set(declared)
        for name, value in declared.items():
            assert getattr(vocabularies, name) is value
            assert name in vocabularies.__all__
            assert ALL[value.name] is value

    @EVERY
    def test_keys_are_stable_ascii(self, vocabulary: Vocabulary) -> None:
        for key in vocabulary.keys:
            assert re.fullmatch(r"[a-z][a-z0-9_]*|[0-9]+(\.[0-9a-z]+)?|[RACI]|Q[1-5]", key), key

    @EVERY
    def test_texts_are_clean_sentences(self, vocabulary: Vocabulary) -> None:
        for term in vocabulary:
            for text in (term.title, term.help, term.group):
                assert text == " ".join(text.split())
                assert text.isascii()
            assert term.title[0].isupper() or term.title[0].isdigit()
            assert not term.help or (not term.help[0].islower() and term.help[-1] in ".?")
            if vocabulary.name != "health_statements":
                assert term.help

    @EVERY
    def test_every_term_is_found_however_it_is_typed(self, vocabulary: Vocabulary) -> None:
        for term in vocabulary:
            for typed in (
                term.key,
                term.title,
                term.title.upper(),
                f"\t {term.title.replace(' ', '  ')}\u00a0\n",
                term.key.replace("_", " "),
                term.key.replace("_", "-").title(),
                f"{term.key} {term.title}",
                f"{term.key} - {term.title}",
            ):
                if typed.startswith(f"{term.key} ") and term.title.startswith(f"{term.key} "):
                    continue  # the code would stand there twice
                assert vocabulary.find(typed) == term.key, typed

    @EVERY
    def test_order_length_and_membership_agree(self, vocabulary: Vocabulary) -> None:
        assert [term.key for term in vocabulary] == list(vocabulary.keys)
        assert len(vocabulary) == len(vocabulary.terms) == len(vocabulary.keys)
        assert all(key in vocabulary and vocabulary[key].key == key for key in vocabulary.keys)


class TestFind:
    """What importers rely on."""

    @pytest.mark.parametrize(
        ("name", "typed", "key"),
        [
            ("SECTORS", "Education & training", "education_training"),
            ("SECTORS", "  local   GOVERNMENT ", "local_government"),
            ("AGREEMENT_LEVELS", "MoU", "mou"),
            ("ACTIVITY_STATUSES", "In-progress", "in_progress"),
            ("ACTIVITY_STATUSES", "inprogress", "in_progress"),
            ("AGE_BANDS", "18\u201329", "age_18_29"),
            ("RACI", " a ", "A"),
            ("SDG_TARGETS", "11.4", "11.4"),
            ("SDG_TARGETS", "Protection of cultural and natural heritage", "11.4"),
            ("SDG_TARGETS", "11.4 Protection of cultural and natural heritage", "11.4"),
            ("SDG_TARGETS", "9.C", "9.c"),
            ("CULTURE_2030", "22 Participatory processes", "22"),
            ("COMPETENCE_SCALE", "4 - Can do it alone", "4"),
            ("CONTRIBUTION_TYPES", "In\u2011kind", "in_kind"),
            ("UNITS", "m\u00b2 day", "m2_day"),
            ("MODES", "\ufeffOnline", "online"),
        ],
    )
    def test_odd_spellings(self, name: str, typed: str, key: str) -> None:
        assert constant(name).find(typed) == key

    @pytest.mark.parametrize("typed", ["", "   ", "-", "_", "nobody knows", "R/A", "=1+1"])
    def test_nothing_is_guessed(self, typed: str) -> None:
        assert constant("RACI").find(typed) is None

    def test_neighbouring_codes_are_kept_apart(self) -> None:
        assert constant("SDG_TARGETS").find("16.1") is None


class TestConstruction:
    """What a vocabulary refuses, and what it is once made."""

    @pytest.mark.parametrize(
        ("terms", "complaint"),
        [
            ((Term("a", "One"), Term("a", "Two")), "used twice"),
            ((Term("a", "Same"), Term("b", "Same")), "could mean"),
            ((Term("a", "In progress"), Term("b", "in-PROGRESS ")), "could mean"),
            ((Term("a_b", "One"), Term("ab", "Two")), "could mean"),
            ((Term("a", "One"), Term("b", "A")), "could mean"),
            ((Term("1", "1 Word"), Term("2", "2 Word")), "could mean"),
            ((Term("", "One"),), "needs both"),
            ((Term("a", " "),), "needs both"),
        ],
    )
    def test_what_could_be_confused_is_refused(self, terms: tuple[Term, ...], complaint: str) -> None:
        with pytest.raises(VocabularyError, match=complaint):
            Vocabulary("test", terms)

    def test_an_unknown_key_is_named_in_a_sentence(self) -> None:
        with pytest.raises(UnknownTermError) as caught:
            constant("SEATS").title("throne")
        assert str(caught.value) == "The vocabulary 'seats' has no term 'throne'."
        assert (caught.value.vocabulary, caught.value.key) == ("seats", "throne")

    @pytest.mark.parametrize("value", [None, 1, ["chair"], "Chair", ""])
    def test_only_exact_keys_are_members(self, value: object) -> None:
        assert value not in constant("SEATS")

    def test_groups_keep_the_order(self) -> None:
        statements = constant("HEALTH_STATEMENTS")
        assert [term.key for term in statements.in_group("trust")] == ["s13", "s14", "s15", "s16", "s17"]
        assert statements.in_group("nothing") == ()

    def test_terms_and_vocabularies_cannot_be_changed(self) -> None:
        with pytest.raises(dataclasses.FrozenInstanceError):
            constant("SEATS").name = "other"  # type: ignore[misc]
        with pytest.raises(dataclasses.FrozenInstanceError):
            constant("SEATS")["chair"].title = "Other"  # type: ignore[misc]

    def test_a_copy_is_equal_and_still_works(self) -> None:
        seats = constant("SEATS")
        for twin in (copy.deepcopy(seats), pickle.loads(pickle.dumps(seats))):
            assert twin == seats
            assert hash(twin) == hash(seats)
            assert twin.find("CHAIR") == "chair"

    def test_an_unknown_term_error_survives_copying(self) -> None:
        error = UnknownTermError("seats", "throne")
        assert str(copy.copy(error)) == str(pickle.loads(pickle.dumps(error))) == str(error)
