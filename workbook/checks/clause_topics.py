"""Which topics an agreement has to speak to, by its level (domain: clause list, 2.4).

The three levels of that list are the letter of intent, the memorandum and the agreement; for the others see 2.3. The
keys are those of the clause library in `resources/clauses`, which a test compares with this table.
"""

_EVERYWHERE = frozenset({"title_reference", "parties", "term_renewal", "status_law"})
_SIGNED = _EVERYWHERE | {"representatives", "signatures"}
_MOU = _SIGNED | {
    "background",
    "vision_purpose",
    "shared_objectives",
    "partner_objectives",
    "principles",
    "scope",
    "work_plan",
    "roles",
    "contributions_cash",
    "contributions_in_kind",
    "governance",
    "decisions",
    "management",
    "monitoring",
    "transparency",
    "communications",
    "disputes",
    "joining_leaving",
    "exit_legacy",
    "amendment",
    "annexes",
    "version_history",
}

REQUIRED_TOPICS: dict[str, frozenset[str]] = {
    "letter_of_intent": _SIGNED | {"vision_purpose"},
    "terms_of_reference": _EVERYWHERE
    | {
        "vision_purpose",
        "shared_objectives",
        "scope",
        "governance",
        "decisions",
        "management",
        "monitoring",
        "joining_leaving",
        "amendment",
        "version_history",
    },
    "mou": _MOU,
    "agreement": _MOU
    | {
        "finance",
        "procurement_conflicts",
        "intellectual_property",
        "data_confidentiality",
        "safeguarding_inclusion",
        "risks",
        "insurance_liability",
    },
    "annex": _SIGNED | {"background", "scope", "finance", "intellectual_property", "insurance_liability", "disputes"},
    "amendment": _EVERYWHERE | {"background", "amendment", "signatures", "version_history"},
}

TOPIC_TITLES: dict[str, str] = {
    "disputes": "what happens when partners disagree",
    "exit_legacy": "what happens at the end",
    "amendment": "how it is changed",
}
"""Words for the topics that check T3 speaks of; others are shown by the headings of the library."""
