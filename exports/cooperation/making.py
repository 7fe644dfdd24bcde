"""Making the forms of a round: one file for each partner that is asked, with nothing in it about the others."""

import re
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection

from exports.cooperation.sheet import fill_form, fill_meta
from exports.cooperation.words import META, SHEET
from exports.edition import Edition, Progress, no_progress
from exports.tracker.archive import packed
from workbook.measures.rounds import asked_partners
from workbook.records import HealthRound, Partner

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_LONGEST, _LONGEST_SHEET_NAME = 80, 31


@dataclass(frozen=True)
class Form:
    """The form of one partner, under the name that its file is to have."""

    name: str
    partner_id: str
    content: bytes


def forms_of(edition: Edition, round: HealthRound, progress: Progress = no_progress) -> tuple[Form, ...]:
    """Make the form of every partner asked. The same edition gives the same bytes.

    Raises `Cancelled` when `progress` does.
    """
    asked, made, names = asked_partners(edition.book, round), [], set[str]()
    for place, partner in enumerate(asked):
        progress("Making forms", place, len(asked))
        name = _name(edition, round, partner)
        while name.casefold() in names:
            name = f"{name} ({partner.id[-4:]})"
        names.add(name.casefold())
        made.append(Form(f"{name}.xlsx", partner.id, _content(edition, round, partner)))
    return tuple(made)


def _content(edition: Edition, round: HealthRound, partner: Partner) -> bytes:
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = _in_name(edition.say(SHEET))[:_LONGEST_SHEET_NAME] or SHEET
    fill_form(sheet, edition, round, partner)
    fill_meta(workbook.create_sheet(META), edition, round, partner)
    workbook.security = WorkbookProtection(lockStructure=True)
    return packed(workbook, round.title, edition.as_of)


def _name(edition: Edition, round: HealthRound, partner: Partner) -> str:
    """Name a file by its round and the partner's code, short enough for any disk."""
    title, code = _in_name(round.title or round.code), _in_name(partner.code or partner.name)
    say = edition.say
    return f"{title or say('Cooperation check')} - {code or say('partner')}"


def _in_name(said: str) -> str:
    return " ".join(_NOT_IN_NAMES.sub(" ", said).split())[:_LONGEST].strip(" .")
