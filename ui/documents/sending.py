"""Trackers that go out: from which state they are made, and how the workbook keeps that they are out."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from exports.edition import Edition
from workbook.returning.issuing import IssueTrackers, Sent, state_to_send
from workbook.sealing import State
from workbook.workbook import Workbook

TRACKERS = ("tracker", "partner_tracker")
"""The kinds of document that come back."""


def to_send(workbook: Workbook, edition: Edition) -> Edition:
    """Return the edition of the last state in which more was done than sending trackers."""
    last = State(edition.state, edition.fingerprint)
    state = state_to_send(workbook.history, last)
    if state == last:
        return edition
    return replace(edition, book=workbook.at(state.seq), state=state.seq, fingerprint=state.hash)


def sending(
    edition: Edition,
    sent: Sequence[Sent],
    today: datetime.date,
    due: datetime.date | None = None,
    *,
    replaces: bool = False,
) -> IssueTrackers:
    """Return what keeps that trackers made from an edition are out."""
    state = State(edition.state, edition.fingerprint)
    return IssueTrackers(sent, state, edition.formats.language, today, due, replaces)


def not_on_record(reasons: Sequence[object]) -> str:
    """Say that something is out and the workbook does not know it, and why."""
    why = " ".join(str(reason) for reason in reasons)
    return f"This is not on record in the workbook: {why}"
