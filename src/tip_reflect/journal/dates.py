"""Dates as words, in plain British English, whatever the machine's locale says."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOON, EVENING = 12, 18


def full_date(day: date) -> str:
    """Sunday 22 November 2026"""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Sunday 22 November"""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def day_words(day: date) -> str:
    """Sun 22"""
    return f"{DAYS[day.weekday()][:3]} {day.day:>2}"


def month_words(month: str) -> str:
    """November 2026, from 2026-11"""
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def greeting(now: datetime) -> str:
    if now.hour < NOON:
        return "Good morning."
    return "Good afternoon." if now.hour < EVENING else "Good evening."


def days_ago(day: date, today: date) -> str:
    """from today, from yesterday, from Friday, from 12 November"""
    gone = (today - day).days
    if gone <= 0:
        return "from today"
    if gone == 1:
        return "from yesterday"
    if gone < len(DAYS):
        return f"from {DAYS[day.weekday()]}"
    return f"from {day.day} {MONTHS[day.month - 1]}"


def read_day(written: str) -> date | None:
    """A day as a person writes it, 12/11/2026 or 2026-11-12; None where nothing is written. Raises ValueError."""
    written = written.strip()
    if not written:
        return None
    if british := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", written):
        day, month, year = (int(part) for part in british.groups())
        return date(year, month, day)
    return date.fromisoformat(written)
