"""Words for what partners need and bring, and how a promise becomes a delivery.

Sources of the lists: domain.md 4.1 (categories), 4.2 (line fields), 4.3 (valuation), 4.4 (states).
"""

from __future__ import annotations

from workbook.vocabularies.base import Term, Vocabulary

RESOURCE_KINDS = Vocabulary(
    "resource_kinds",
    (
        Term("need", "Need", "Something that the work requires, whoever brings it."),
        Term("offer", "Offer", "Something that a partner could bring and has not promised."),
        Term("commitment", "Commitment", "Something that a partner has promised to bring."),
    ),
)

RESOURCE_CATEGORIES = Vocabulary(
    "resource_categories",
    (
        Term("cash", "Cash funding", "Money that is paid out or spent for the partnership."),
        Term("staff_time", "Staff time or secondment", "Paid working time of a partner's own people."),
        Term("expertise", "Expertise and technical know-how", "Knowledge and skill, such as legal or design advice."),
        Term("volunteers", "Volunteers", "Time given by people who are not paid for it."),
        Term("space", "Space, venues and land", "Rooms, halls, workshops, squares or plots to use."),
        Term("equipment", "Equipment and tools", "Things that are used and given back, such as lights or vehicles."),
        Term("materials", "Materials and goods", "Things that are used up, such as paint, paper or food."),
        Term("technology", "Technology, software and platforms", "Licences, systems and a partner's own platforms."),
        Term("data_collections", "Data, collections and archives", "Records, data sets, objects and documents to use."),
        Term("networks", "Networks, audiences and convening", "Contacts, members, and the ability to bring people in."),
        Term("communications", "Communications and media", "Channels, campaigns, advertising space and press work."),
        Term("rights_content", "Rights, licences and content", "Permission to use works, images, music or texts."),
        Term(
            "legitimacy",
            "Legitimacy, permits and political support",
            "Backing and permission. It is recorded and never given a money value.",
        ),
    ),
)

CONTRIBUTION_TYPES = Vocabulary(
    "contribution_types",
    (
        Term("cash", "Cash", "Money. It is always shown apart from in-kind."),
        Term("in_kind", "In-kind", "Something other than money, given a value on a stated basis."),
        Term("non_valued", "Not valued", "It counts, but has no money value and is never added to totals."),
    ),
)

UNITS = Vocabulary(
    "units",
    (
        Term("hour", "Hour", "One hour of somebody's time or of use."),
        Term("day", "Day", "One working day, or one day of use."),
        Term("month", "Month", "One calendar month."),
        Term("m2_day", "Square metre per day", "One square metre of space for one day."),
        Term("item", "Item", "One piece of something."),
        Term("licence", "Licence", "One licence or permission to use."),
        Term("lump", "Lump sum", "One amount for the whole line."),
        Term("person", "Person", "One person, for instance per participant."),
    ),
)

VALUATION_BASES = Vocabulary(
    "valuation_bases",
    (
        Term(
            "actual_cost",
            "Actual cost",
            "What the partner really paid. Keep the invoice or receipt. Cost that already counts as match for another "
            "grant cannot be counted here again.",
        ),
        Term(
            "pay_rate",
            "Pay rate",
            "For a partner's own staff: what the employer really pays for the hour, including social charges and a "
            "fair share of overheads. Keep timesheets made at the time.",
        ),
        Term(
            "market_rent",
            "Market rent",
            "For rooms, land and borrowed equipment: what renting something comparable would cost here for the same "
            "time. Keep a price list or a letter from the owner.",
        ),
        Term(
            "market_price",
            "Market price",
            "For goods that are given: what they would sell for on the day they are given, at their age and in their "
            "condition. Keep the donor's letter or a comparable offer.",
        ),
        Term(
            "published_volunteer_rate",
            "Published volunteer rate",
            "For volunteers: the usual pay for the work they do here, from a rate your funder or country publishes. "
            "A lawyer who paints a wall counts at a painter's rate.",
        ),
        Term(
            "expert_estimate",
            "Expert estimate",
            "Where there is no price to compare with: a written estimate by somebody who knows the field and has no "
            "interest in the result. Keep the estimate with name and date.",
        ),
        Term(
            "not_valued",
            "Not valued",
            "Support, permits or goodwill that no money figure would describe honestly. It is listed and counted, and "
            "stays out of every total.",
        ),
    ),
)

RESOURCE_STATUSES = Vocabulary(
    "resource_statuses",
    (
        Term("needed", "Needed", "Nobody has offered it yet: this is a gap."),
        Term("offered", "Offered", "Somebody has said that they could bring it."),
        Term("pledged", "Pledged", "Somebody has promised it in writing, by letter or e-mail."),
        Term("committed", "Committed", "It stands in a signed agreement."),
        Term("part_delivered", "Part-delivered", "Some of it has arrived."),
        Term("delivered", "Delivered", "All of it has arrived."),
        Term("verified", "Verified", "It has arrived, and the evidence is on file."),
        Term("withdrawn", "Withdrawn", "The partner took the promise back."),
        Term("lapsed", "Lapsed", "Its time passed without delivery."),
        Term("replaced", "Replaced", "Something else took its place."),
    ),
)
