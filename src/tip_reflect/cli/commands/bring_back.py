"""`bring-back`: what came back with you from a session, and the small things to try."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from tip_reflect.cli.options import json_option
from tip_reflect.cli.peers.groups import UsualGroup
from tip_reflect.cli.peers.words import WORDS, WORDS_METAVAR, any_given
from tip_reflect.journal.entry import After

if TYPE_CHECKING:
    from tip_reflect.cli.surroundings import Surroundings
    from tip_reflect.cli.writing.conversation import Conversation
    from tip_reflect.journal.bring_back import Action, BringBack
    from tip_reflect.journal.pack import Pack
    from tip_reflect.store.store import Store

SEE = "tip-reflect bring-back list"
NOTHING_YET = "Nothing is brought back yet. After a session: tip-reflect bring-back"
NOTHING_KEPT = "Nothing was written, so nothing was kept."
NO_PACK = "It is linked to no pack: none was taken, or each has something brought back. Give a PACK to link it to one."
IN_THE_PACK = "It is in the pack now, under what you have tried."


@click.group("bring-back", cls=UsualGroup, usual="new")
def bring_back_command() -> None:
    """What came back with you from a session with peers. `bring-back [PACK]` is short for `bring-back new [PACK]`."""


@bring_back_command.command("new")
@click.argument("pack_id", metavar="[PACK]", required=False)
@click.option(
    "--landing", type=WORDS, metavar=WORDS_METAVAR, help="How you are after the session: one word is plenty."
)
@click.option("--after", type=click.Choice([one.value for one in After]), help="Compared with before it.")
@click.option("--keep", type=WORDS, metavar=WORDS_METAVAR, help="What you heard that helped.")
@click.option("--new-view", type=WORDS, metavar=WORDS_METAVAR, help="What you see in a new way.")
@click.option("--leave", type=WORDS, metavar=WORDS_METAVAR, help="What did not fit.")
@click.option(
    "--try",
    "to_try",
    type=WORDS,
    metavar=WORDS_METAVAR,
    multiple=True,
    help="A thing to try, up to three: what, with whom and by about when, a line for each.",
)
@click.option(
    "--recorded", is_flag=True, help="It changed what you will do, and it is or will be in the record."
)
@click.pass_obj
def new(
    around: Surroundings,
    *,
    pack_id: str | None,
    landing: str | None,
    after: str | None,
    keep: str | None,
    new_view: str | None,
    leave: str | None,
    to_try: tuple[str, ...],
    recorded: bool,
) -> int:
    """Bring something back from a session.

    With no options, by question and answer.

    PACK is the start of a pack's id. Without it, the newest pack that was taken and has nothing brought
    back yet. With options, prints the new id.
    """
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers.bringing import Bringing, day_only
    from tip_reflect.cli.peers.brought import actions_from, began, waiting_pack
    from tip_reflect.cli.peers.naming import pack_named
    from tip_reflect.cli.peers.talking import conversation, talk_through
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.entry import Moment
    from tip_reflect.prompts.reading import packs_folder, read_library

    library = read_library(packs_folder())
    with store_for_writing(around) as store:
        pack = pack_named(store, pack_id) if pack_id else waiting_pack(store)
        if pack is None:
            say(NO_PACK)
        brought = began(Moment(at=around.clock()), pack)
        if any_given((landing, after, keep, new_view, leave, to_try, recorded)):
            brought = replace(
                brought,
                landing=landing or "",
                after=After(after) if after else None,
                keep=keep or "",
                new_view=new_view or "",
                leave=leave or "",
                actions=actions_from(to_try, brought.id),
                recorded=day_only(brought.at) if recorded else None,
            )
            store.save_bring_back(brought)
            click.echo(str(brought.id))
            _say_of_support(brought, library.check_in.offer)
            return 0
        with conversation(store, library) as talk:
            bringing = Bringing(talk, library, store, brought)
            code = talk_through(talk, bringing.run)
        if not bringing.is_kept:
            say(NOTHING_KEPT)
        return code


def _say_of_support(brought: BringBack, offer: str) -> None:
    from tip_reflect.cli.terminal import say

    if brought.after is After.HEAVIER:
        say(f"{offer} :support in tip-reflect write, or F5 in the app, shows who you could speak to.")


@bring_back_command.command("list")
@click.option("--entry", "entry_id", metavar="ID", help="Only what belongs to this entry.")
@json_option
@click.pass_obj
def list_(around: Surroundings, entry_id: str | None, as_json: bool) -> None:
    """List what was brought back, and the things to try.

    The oldest comes first. Nothing is ever overdue.
    """
    from tip_reflect.cli.naming import named
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.peers.brought import as_json as one_as_json
    from tip_reflect.cli.peers.brought import print_bring_backs
    from tip_reflect.cli.printing import print_json
    from tip_reflect.cli.terminal import say

    with store_for_reading(around) as store:
        every = store.bring_backs(named(store, entry_id) if entry_id else None)
    if as_json:
        print_json([one_as_json(one) for one in every])
        return
    print_bring_backs(every)
    if not every:
        say(NOTHING_YET)


@bring_back_command.command("show")
@click.argument("brought_id", metavar="ID")
@json_option
@click.pass_obj
def show(around: Surroundings, brought_id: str, as_json: bool) -> None:
    """Show all of what was brought back from one session."""
    from tip_reflect.cli.opening import store_for_reading
    from tip_reflect.cli.peers.brought import as_json as one_as_json
    from tip_reflect.cli.peers.brought import print_bring_back
    from tip_reflect.cli.printing import print_json

    with store_for_reading(around) as store:
        one = _brought(store, brought_id)
    if as_json:
        print_json(one_as_json(one))
    else:
        print_bring_back(one)


@bring_back_command.command("tried")
@click.argument("action_id", metavar="ACTION")
@click.option("--happened", type=WORDS, metavar=WORDS_METAVAR, help="What happened.")
@click.option("--tell", type=WORDS, metavar=WORDS_METAVAR, help="What you would tell the group.")
@click.option("--to-pack", "pack_id", metavar="PACK", help="Add it to this pack, under what you have tried.")
@click.pass_obj
def tried(
    around: Surroundings, *, action_id: str, happened: str | None, tell: str | None, pack_id: str | None
) -> int:
    """Say that a thing was tried, and what happened.

    ACTION is the start of its id, as bring-back list shows it. With no options, by question and answer.
    """
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers.bringing import tell_of
    from tip_reflect.cli.peers.naming import pack_named
    from tip_reflect.cli.peers.talking import conversation, talk_through
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.bring_back import Trying
    from tip_reflect.prompts.reading import packs_folder, read_library

    code = 0
    with store_for_writing(around) as store:
        pack = pack_named(store, pack_id) if pack_id else None
        action = replace(_action(store, action_id), state=Trying.TRIED)
        if any_given((happened, tell, pack_id)):
            action = replace(
                action,
                happened=action.happened if happened is None else happened,
                tell=action.tell if tell is None else tell,
            )
            store.save_action(action)
        else:
            library = read_library(packs_folder())
            store.save_action(action)
            with conversation(store, library) as talk:
                code = talk_through(
                    talk, lambda: _offer_a_pack(store, tell_of(talk, action, store.save_action), talk)
                )
        if pack is not None:
            _put_in(store, pack, action)
            say(IN_THE_PACK)
    say("Kept as tried.")
    return code


@bring_back_command.command("let-go")
@click.argument("action_id", metavar="ACTION")
@click.pass_obj
def let_go(around: Surroundings, action_id: str) -> None:
    """Let a thing to try go. That is a fine end for it."""
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.bring_back import Trying

    with store_for_writing(around) as store:
        store.save_action(replace(_action(store, action_id), state=Trying.LET_GO))
    say("Let go. It stays in the list, with what you wrote.")


@bring_back_command.command("delete")
@click.argument("brought_id", metavar="ID")
@click.option(
    "--yes", is_flag=True, help="Delete without asking; needed where there is no terminal to ask on."
)
@click.pass_obj
def delete(around: Surroundings, brought_id: str, yes: bool) -> None:
    """Delete what was brought back from one session.

    Its things to try go with it, for good.
    """
    from tip_reflect.cli.opening import store_for_writing
    from tip_reflect.cli.peers.agreeing import agreed
    from tip_reflect.cli.terminal import say
    from tip_reflect.journal.dates import full_date

    with store_for_writing(around) as store:
        one = _brought(store, brought_id)
        if agreed(full_date(one.at.local_date), yes=yes):
            store.delete_bring_back(one.id)
            say("Deleted.")


def _offer_a_pack(store: Store, action: Action, talk: Conversation) -> None:
    """Offer to add what was tried to the newest pack that is not taken yet (BB10)."""
    from tip_reflect.cli import plain
    from tip_reflect.journal.pack import PackState

    pack = next((one for one in store.packs() if one.state is not PackState.TAKEN), None)
    if pack is None:
        return
    question = f"Add it to your next pack, under what you have tried? {plain.line(pack.title)}"
    if talk.agrees(question, otherwise="no"):
        _put_in(store, pack, action)
        talk.say(IN_THE_PACK)


def _put_in(store: Store, pack: Pack, action: Action) -> None:
    from tip_reflect.cli.peers.brought import tried_line
    from tip_reflect.cli.peers.packs import with_lines

    store.save_pack(with_lines(pack, [tried_line(action)]))


def _brought(store: Store, start: str) -> BringBack:
    from tip_reflect.cli.peers.naming import the_one

    return the_one(store.bring_backs(), start, id_of=lambda one: one.id, see=SEE)


def _action(store: Store, start: str) -> Action:
    from tip_reflect.cli.peers.naming import the_one

    return the_one(store.actions(), start, id_of=lambda one: one.id, see=SEE)
