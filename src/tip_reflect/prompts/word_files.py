"""The files of words that are not prompts: notices, the check-in and the contacts."""

from dataclasses import fields

from tip_reflect.prompts.pack import CheckIn, CheckInItem, Contact, Notices, Support
from tip_reflect.prompts.strict import Table, did_you_mean, plain

_NOTICES = tuple(notice.name for notice in fields(Notices) if notice.name != "first_run")


def read_notices(top: Table) -> Notices:
    top.only("first_run", *_NOTICES)
    return Notices(first_run=top.texts("first_run", needed=True), **{key: top.text(key) for key in _NOTICES})


def read_check_in(top: Table) -> CheckIn:
    """Item ids are whole numbers, each used once."""
    top.only(
        "name",
        "shown_every_time",
        "time_frame",
        "rather_not_say",
        "frequencies",
        "offer",
        "offer_draft",
        "item",
    )
    items: list[CheckInItem] = []
    for table in top.tables("item"):
        item = _item(table)
        if any(item.id == other.id for other in items):
            raise table.problem("id", f"item {item.id} is given twice")
        items.append(item)
    return CheckIn(
        name=top.text("name"),
        shown_every_time=top.text("shown_every_time"),
        time_frame=top.text("time_frame"),
        rather_not_say=top.text("rather_not_say"),
        frequencies=top.texts("frequencies", needed=True),
        offer=top.text("offer"),
        offer_draft=top.text("offer_draft"),
        items=tuple(items),
    )


def _item(table: Table) -> CheckInItem:
    table.only("id", "ask", "answers", "offer_support_after")
    item = CheckInItem(
        id=table.number("id"),
        ask=table.text("ask"),
        answers=table.texts("answers"),
        offer_support_after=table.texts("offer_support_after"),
    )
    for at, answer in enumerate(item.offer_support_after):
        if answer not in item.answers:
            raise table.file.problem(
                (*table.where, "offer_support_after", at),
                f"“{plain(answer)}” is not one of the answers{did_you_mean(answer, item.answers)}",
            )
    return item


def read_support(top: Table) -> Support:
    top.only("region", "checked", "note", "yours", "always", "staff", "helplines")
    return Support(
        region=top.text("region"),
        checked=top.day("checked"),
        note=top.text("note"),
        always=_contacts(top, "always", needed=True),
        yours=tuple(Contact(who=who) for who in top.texts("yours")),
        staff=_contacts(top, "staff"),
        helplines=_contacts(top, "helplines"),
    )


def _contacts(top: Table, key: str, *, needed: bool = False) -> tuple[Contact, ...]:
    contacts = []
    for table in top.tables(key, needed=needed):
        table.only("who", "contact", "hours", "also")
        contacts.append(
            Contact(
                who=table.text("who"),
                contact=table.text("contact"),
                hours=table.text("hours", ""),
                also=table.text("also", ""),
            )
        )
    return tuple(contacts)
