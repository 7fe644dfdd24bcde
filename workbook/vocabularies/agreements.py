"""Words for what partners sign and how far each document has come.

Sources of the lists: domain.md 2.3 (levels of instrument), 10.1 (agreement, clause, signature).
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
