"""A session's date for a calendar: a neutral title and a time, and nothing else (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from tip_reflect.errors import UsageProblem

TITLE = "Peer session"
MAKER = "-//Session//EN"
"""RFC 5545 3.7.3 asks for a name of what made the file: this one says nothing of what did."""

LONGEST = 24 * 60
NO_ZONE = "This time does not say which clock it is on, so no file was made. Nothing was changed. Give a time with its zone."
NO_LENGTH = (
    "A session lasts from 1 minute to a day, so no file was made. Nothing was changed. Choose another length."
)
NO_SUCH_DAY = (
    "That day cannot be written in a calendar, so no file was made. Nothing was changed. Choose another."
)


def session_event(start: datetime, minutes: int = 45, *, uid: UUID | None = None) -> bytes:
    """The bytes of an .ics file. `start` is aware; a `uid` is for tests. Raises UsageProblem.

    The time is written in UTC, which every calendar shows in its own zone, so that no place is named. RFC 5545 3.8.7.2
    asks when the event was made: its own start stands there.
    """
    from icalendar import Calendar, Event

    if start.tzinfo is None or start.utcoffset() is None:
        raise UsageProblem(NO_ZONE)
    if not 1 <= minutes <= LONGEST:
        raise UsageProblem(NO_LENGTH)
    try:
        begins = start.astimezone(UTC).replace(microsecond=0)
        ends = begins + timedelta(minutes=minutes)
    except OverflowError:
        raise UsageProblem(NO_SUCH_DAY) from None
    event = Event()
    event.add("uid", str(uid or uuid4()))
    event.add("dtstamp", begins)
    event.add("dtstart", begins)
    event.add("dtend", ends)
    event.add("summary", TITLE)
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made
