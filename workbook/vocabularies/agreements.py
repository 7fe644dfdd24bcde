"""Words for what partners sign and how far each document has come.

Sources of the lists: domain.md 2.1 (internal approval), 2.3 (levels of instrument), 10.1 (agreement, clause,
signature).
"""

from __future__ import annotations

from workbook.vocabularies.base import Term, Vocabulary

AGREEMENT_LEVELS = Vocabulary(
    "agreement_levels",
    (
        Term(
            "letter_of_intent",
            "Letter of intent",
            "A short, non-binding letter for early talks or a funding bid: who, what for, and until when it is valid.",
        ),
        Term(
            "terms_of_reference",
            "Terms of reference",
            "Non-binding rules for a group that meets: purpose, members, chair, decisions, reporting, review date.",
        ),
        Term(
            "mou",
            "Memorandum of understanding (MoU)",
            "The usual choice when no money moves between partners. It has to say that it is not legally binding.",
        ),
        Term(
            "agreement",
            "Partnership agreement",
            "Usually binding: for when money, staff, assets or liability move. Have it checked by a lawyer.",
        ),
        Term(
            "annex",
            "Annexed contract",
            "A contract, grant or licence for one transfer, such as premises, artists' rights or data.",
        ),
        Term(
            "amendment",
            "Amendment",
            "A numbered change to a document already signed. All parties whom it affects sign it.",
        ),
    ),
)

AGREEMENT_STATUSES = Vocabulary(
    "agreement_statuses",
    (
        Term("draft", "Draft", "It is being written."),
        Term("in_review", "In review", "The partners are reading and commenting."),
        Term("partner_approval", "Partner approval", "Each partner is asking its own council, board or lawyers."),
        Term("ready_to_sign", "Ready to sign", "All partners have approved, and nobody has signed yet."),
        Term("part_signed", "Part-signed", "Some of the parties have signed."),
        Term("in_force", "In force", "All parties have signed and its term has not ended."),
        Term("expired", "Expired", "Its end date has passed."),
        Term("terminated", "Terminated", "It was ended before its end date."),
        Term("superseded", "Superseded", "A newer version or document took its place."),
    ),
)

CLAUSE_ASSESSMENTS = Vocabulary(
    "clause_assessments",
    (
        Term("not_relevant", "Not relevant", "This partnership does not need it. Say why in the comment."),
        Term("not_in_place", "Not in place", "It is needed, and nothing is written or agreed yet."),
        Term("partly", "Partly in place", "Something is there; something that matters is still missing."),
        Term("fully", "Fully in place", "It is written, and the partners agree with it."),
    ),
)

SIGNATURE_METHODS = Vocabulary(
    "signature_methods",
    (
        Term("wet_ink", "Signed by hand", "Signed with a pen on paper."),
        Term("stamped", "Stamped or sealed", "Signed and stamped, or sealed, where that is the rule."),
        Term("e_sign", "Signed electronically", "Signed with an electronic signature service."),
    ),
)

APPROVAL_STEPS = Vocabulary(
    "approval_steps",
    (
        Term("legal", "Legal review", "Somebody who knows the law has read it."),
        Term("finance", "Finance", "The money, rooms or hours that it promises are there and may be used for it."),
        Term("management", "Management", "The head of the office or organisation agrees."),
        Term("committee", "Committee", "A committee of the council or board has advised on it."),
        Term("council", "Council", "The elected council has decided."),
        Term("board", "Board", "The board or the trustees have decided."),
        Term("supervision", "Supervising authority", "A higher authority or a funder has to agree as well."),
        Term("other", "Other step", "Say in the notes what it is."),
    ),
)

APPROVAL_ANSWERS = Vocabulary(
    "approval_answers",
    (
        Term("waiting", "Waiting", "It has been asked for, or will be, and there is no answer yet."),
        Term("approved", "Approved", "The answer is yes."),
        Term("refused", "Refused", "The answer is no. Write down why, and talk before anything is signed."),
        Term("not_needed", "Not needed", "This partner can sign without this step. Say why in the notes."),
    ),
)

LANGUAGE_LAYOUTS = Vocabulary(
    "language_layouts",
    (
        Term("side_by_side", "Side by side", "Both languages stand in two columns, clause beside clause."),
        Term("one_after_other", "One after the other", "The whole text in one language, then in the other."),
    ),
)

SEAL_KINDS = Vocabulary(
    "seal_kinds",
    (
        Term("signed_agreement", "Signed agreement", "What all parties signed."),
        Term("part_signed_agreement", "Part-signed agreement", "What some of the parties signed, for a given reason."),
        Term("issued_report", "Issued report", "A report as it was given out."),
    ),
)

DRIFT_CLASSES = Vocabulary(
    "drift_classes",
    (
        Term("correction", "Correction", "A spelling, a name or a number put right; nobody promises anything else."),
        Term("contribution_small", "Contribution changed a little", "Up to the limit, of the amount that was agreed."),
        Term(
            "contribution_large", "Contribution changed much", "Beyond the limit, new or withdrawn, or not in figures."
        ),
        Term("results", "Change of results", "An objective, a target or a deliverable is another than agreed."),
        Term("extension", "Extension without cost", "It goes on longer, and nobody brings more for that."),
        Term("party", "A party joins or leaves", "Another partner takes part, or one no longer does."),
        Term("roles", "Change of roles", "Somebody else answers for a result or does the work."),
        Term("dates", "Dates moved", "Work, contributions or targets are due on other days."),
        Term("governance", "Change of governance", "Who decides, how often, or by which rule."),
        Term("wording", "Change of wording", "A clause or a term of the agreement itself reads differently."),
        Term("other", "Other change", "Anything else that the agreement speaks of."),
    ),
)

MATERIALITIES = Vocabulary(
    "materialities",
    (
        Term("material", "Material", "It changes what a party promised or may expect."),
        Term("minor", "Minor", "It is worth writing down, and touches no promise."),
        Term("none", "Not material", "Nobody has to do anything about it."),
    ),
)

DRIFT_ANSWERS = Vocabulary(
    "drift_answers",
    (
        Term("nothing", "Nothing", "It may stay as it is."),
        Term("note", "Note in the decision log", "Write down who agreed to it, and when."),
        Term("amendment", "Amendment", "It needs a numbered amendment that all parties affected sign."),
        Term("council_decision", "Council decision", "It needs a decision of the council, and then an amendment."),
    ),
)
