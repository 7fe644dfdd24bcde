"""What is done to the plan from its timeline: the operations, and what is offered when one breaks another's dates."""

import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.confirm import confirm
from ui.pages.work.choose_activity import ChooseActivityDialog
from workbook.operations import Operation
from workbook.records import Activity
from workbook.scheduling import (
    AgreeDates,
    LinkActivities,
    PlaceActivity,
    ShiftFollowing,
    UnlinkActivities,
    breaks,
)
from workbook.scheduling.baseline import has_agreed_dates
from workbook.scheduling.following import How
from workbook.scheduling.links import broken_after, end_of, short, waits_for

_FIRST_DAYS = 14


class Planning(QObject):
    """Carries wishes out and says what came of them."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.owner = desk, parent

    def carry_out(self, operation: Operation, activity_id: str) -> None:
        """Do what a gesture meant; where links are broken by it, offer to shift what follows."""
        if self.desk.bridge.do(operation, self.owner):
            self.offer_shift(activity_id)

    def offer_shift(self, activity_id: str) -> None:
        """Say what now begins too early, with the two ways to mend it."""
        book = self.desk.bridge.book
        activity = book.one(Activity, activity_id)
        if activity is None:
            return
        after = broken_after(book, activity)
        if not after:
            self._warn_of_earlier(activity)
            return
        name, days = short(book, activity_id), max(found.days for found in after)
        which = ", ".join(short(book, found.after.id) for found in after[:3]) + (" and others" if after[3:] else "")
        verb = "begins" if len(after) == 1 else "begin"
        self.desk.say(
            f"{which} {verb} before {name} ends.",
            "warning",
            ("Shift what follows as needed", lambda: self.shift(activity_id)),
            (f"Shift all of it by {_days(days)}", lambda: self.shift(activity_id, "together")),
        )

    def shift(self, activity_id: str, how: How = "needed") -> None:
        """Move what follows an activity, or say that nothing has to move."""
        operation = ShiftFollowing(activity_id, how)
        before = self.desk.bridge.workbook.seq
        if self.desk.bridge.do(operation, self.owner) and self.desk.bridge.workbook.seq > before:
            done = f"{operation.values['count']} moved later."
            self.desk.say(done, "information", ("Undo", lambda: self.desk.start("undo")))

    def shift_around(self, activity_id: str) -> None:
        """Mend the links from an activity; where those hold, the ones to it."""
        book = self.desk.bridge.book
        activity = book.one(Activity, activity_id)
        if activity is None:
            return
        if broken_after(book, activity):
            self.shift(activity_id)
            return
        before = breaks(book, activity)
        if before:
            self.shift(before[0].before.id)
        else:
            self.desk.say(f"Everything that waits for {short(book, activity_id)} begins after it.")

    def link(self, before_id: str) -> None:
        """Ask which activity is to begin after this one, and link them."""
        book = self.desk.bridge.book
        activity = book.one(Activity, before_id)
        if activity is None:
            return
        choices = self._may_follow(activity)
        if not choices:
            self.desk.say("There is no other activity that could begin after this one.", "warning")
            return
        dialog = ChooseActivityDialog(
            f"What begins after {book.label('activities', before_id)}?", choices, self.owner.window()
        )
        chosen = dialog.chosen() if dialog.exec() else ""
        dialog.deleteLater()
        if chosen:
            self.carry_out(LinkActivities(before_id, chosen), before_id)

    def unlink(self, before_id: str, after_id: str) -> None:
        """Take out one link."""
        self.desk.bridge.do(UnlinkActivities(before_id, after_id), self.owner)

    def place(self, activity_id: str) -> None:
        """Give an activity first dates: two weeks from today, or from when what it waits for ends."""
        book = self.desk.bridge.book
        activity = book.one(Activity, activity_id)
        if activity is None:
            return
        ends = [end for end in map(end_of, waits_for(book, activity)) if end is not None]
        first = max([self.desk.bridge.today(), *ends])
        self.carry_out(PlaceActivity(activity_id, first, first + datetime.timedelta(days=_FIRST_DAYS - 1)), activity_id)

    def agree(self, activity_ids: tuple[str, ...] = ()) -> None:
        """Set the agreed dates of some or all; those that are there are replaced for chosen ones alone, when asked."""
        again = False
        if activity_ids and has_agreed_dates(self.desk.bridge.book, activity_ids):
            many = "This activity has" if len(activity_ids) == 1 else "Some of these activities have"
            sentence = (
                f"{many} agreed dates, which show how far the plan has moved since. Replace them only if the "
                "partners have agreed on new ones. It can be undone."
            )
            again = confirm("Replace the agreed dates?", sentence, "Replace them", self.owner.window())
            if not again:
                return
        operation = AgreeDates(activity_ids, again)
        if self.desk.bridge.do(operation, self.owner):
            self.desk.say(f"The agreed dates of {operation.values['count']} are set.")

    def _warn_of_earlier(self, activity: Activity) -> None:
        book = self.desk.bridge.book
        before = breaks(book, activity)
        if before:
            name, other = short(book, activity.id), before[0].before
            self.desk.say(
                f"{name} begins {_days(before[0].days)} before {short(book, other.id)} ends.",
                "warning",
                (f"Shift what follows {short(book, other.id)}", lambda: self.shift(other.id)),
            )

    def _may_follow(self, activity: Activity) -> list[tuple[str, str]]:
        """Return what may wait for an activity: not itself, not what it waits for itself, not what already does."""
        book = self.desk.bridge.book
        upstream, waiting = {activity.id}, [activity]
        while waiting:
            for one in waits_for(book, waiting.pop()):
                if one.id not in upstream:
                    upstream.add(one.id)
                    waiting.append(one)
        return [
            (one.id, book.label("activities", one.id))
            for one in book.all(Activity)
            if one.id not in upstream and activity.id not in one.depends_on
        ]


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
