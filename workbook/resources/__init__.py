"""The ledger of needs, offers and commitments: how a line moves on, answers a need and is valued (domain: 4)."""

from workbook.resources.delivery import (
    Facts,
    asked_for,
    asked_for_all,
    fitting_agreements,
    promised,
    the_agreement,
    undecided,
)
from workbook.resources.matching import AddAnswer, MatchOffers, UnlinkOffers, suggested_for
from workbook.resources.moving import MoveLines
from workbook.resources.steps import EXITS, LADDER, SHOWN_ORDER, next_state, standing_of, steps_from
from workbook.resources.valuing import (
    Guidance,
    RememberedRate,
    ValueInKind,
    guidance_for,
    remembered_rate,
    valuation,
    worth,
)

__all__ = [
    "EXITS",
    "LADDER",
    "SHOWN_ORDER",
    "AddAnswer",
    "Facts",
    "Guidance",
    "MatchOffers",
    "MoveLines",
    "RememberedRate",
    "UnlinkOffers",
    "ValueInKind",
    "asked_for",
    "asked_for_all",
    "fitting_agreements",
    "guidance_for",
    "next_state",
    "promised",
    "remembered_rate",
    "standing_of",
    "steps_from",
    "suggested_for",
    "the_agreement",
    "undecided",
    "valuation",
    "worth",
]
