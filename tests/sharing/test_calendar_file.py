"""A session in a calendar: a neutral title and a time, and nothing else."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from icalendar import Calendar

from tip_reflect.errors import UsageProblem
from tip_reflect.sharing.calendar_file import session_event

START = datetime(2026, 11, 22, 14, 5, 30, 123, tzinfo=timezone(timedelta(hours=1)))


def test_it_holds_a_title_and_a_time_and_nothing_else():
    assert session_event(START, uid=UUID(int=5)).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Session//EN",
        "BEGIN:VEVENT",
        "SUMMARY:Peer session",
        "DTSTART:20261122T130530Z",
        "DTEND:20261122T135030Z",
        "DTSTAMP:20261122T130530Z",
        "UID:00000000-0000-0000-0000-000000000005",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_calendar_reads_it():
    (event,) = Calendar.from_ical(session_event(START, 60)).walk("VEVENT")
    assert event["DTSTART"].dt == START.replace(microsecond=0).astimezone(UTC)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=60)
    assert set(event) == {"SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID"}
    assert event.walk("VALARM") == []


def test_its_id_is_random_and_tells_nothing():
    first, second = (Calendar.from_ical(session_event(START)).walk("VEVENT")[0]["UID"] for _ in range(2))
    assert first != second
    assert UUID(str(first)).version == 4


def test_a_time_on_no_clock_is_refused():
    with pytest.raises(UsageProblem, match="which clock"):
        session_event(datetime(2026, 11, 22, 14, 5))  # noqa: DTZ001 - that is what is refused


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_a_length_that_makes_no_sense_is_refused(minutes):
    with pytest.raises(UsageProblem, match="1 minute to a day"):
        session_event(START, minutes)


def test_the_last_day_a_calendar_knows_is_refused_calmly():
    with pytest.raises(UsageProblem, match="cannot be written"):
        session_event(datetime(9999, 12, 31, 23, 50, tzinfo=UTC))
    with pytest.raises(UsageProblem, match="cannot be written"):
        session_event(datetime(1, 1, 1, 0, 0, tzinfo=timezone(timedelta(hours=1))))
