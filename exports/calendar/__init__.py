"""The dates of a plan as a calendar file, for Outlook, Google Calendar, Thunderbird and telephones."""

import datetime

from exports.edition import Edition, Progress, no_progress


def to_ics(
    edition: Edition, moment: datetime.datetime | None = None, partner: str = "", progress: Progress = no_progress
) -> bytes:
    """Return a calendar of everything that is dated, or of what concerns one partner, named by its id.

    `moment` is when the state of the edition came about: a calendar that was taken in before takes from it what is
    newer. Without one, the day of the edition stands for it. The same edition and moment always give the same bytes.
    """
    from exports.calendar.writing import written

    return written(edition, moment, partner, progress)
