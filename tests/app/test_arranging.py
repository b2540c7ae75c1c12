"""Lines of a pack among its parts: moving loses none, changes none, and asks for the check again."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from tip_reflect.journal.arranging import moved, open_parts, places, under, with_line, without_line
from tip_reflect.journal.entry import Moment
from tip_reflect.journal.pack import Guess, Pack, PackLine, PackState, Part

NOW = Moment(at=datetime(2026, 11, 22, 12, tzinfo=UTC))
PACKS = st.builds(
    lambda parts, with_impact: Pack(
        id=UUID(int=1),
        made=NOW,
        state=PackState.READY,
        guess=Guess.NO,
        with_impact=with_impact,
        lines=tuple(PackLine(part=part, text=f"line {at}") for at, part in enumerate(parts)),
    ),
    st.lists(st.sampled_from(list(Part)), min_size=1, max_size=8),
    st.booleans(),
)


def in_order(pack):
    """What is read from top to bottom: part by part."""
    return [pack.lines[at].text for part in Part for at in places(pack, part)]


@given(pack=PACKS, data=st.data())
def test_a_moved_line_goes_one_place_on_the_page_and_no_line_is_lost(pack, data):
    at = data.draw(st.integers(0, len(pack.lines) - 1))
    by = data.draw(st.sampled_from((-1, 1)))
    text = pack.lines[at].text
    new, there = moved(pack, at, by)
    assert new.lines[there].text == text
    assert sorted(in_order(new)) == sorted(in_order(pack))
    others = [line for line in in_order(pack) if line != text]
    assert [line for line in in_order(new) if line != text] == others
    before, after = in_order(pack).index(text), in_order(new).index(text)
    if new.lines[there].part is pack.lines[at].part:
        assert after == before + by or new is pack
    else:
        assert after == before
        assert new.lines[there].part in open_parts(pack)


@given(pack=PACKS, data=st.data())
def test_whatever_changes_the_lines_asks_for_the_check_again(pack, data):
    at = data.draw(st.integers(0, len(pack.lines) - 1))
    part = data.draw(st.sampled_from(list(Part)))
    for new in (
        with_line(pack, part, "new"),
        without_line(pack, at),
        under(pack, at, part)[0],
        moved(pack, at, 1)[0],
    ):
        if new.lines != pack.lines:
            assert (new.state, new.guess) == (PackState.DRAFT, Guess.NOT_ASKED)
        else:
            assert new is pack


@given(pack=PACKS, data=st.data())
def test_a_line_put_under_another_part_is_its_last(pack, data):
    at = data.draw(st.integers(0, len(pack.lines) - 1))
    part = data.draw(st.sampled_from(list(Part)))
    new, there = under(pack, at, part)
    assert (new.lines[there].part, new.lines[there].text) == (part, pack.lines[at].text)
    if new is not pack:
        assert places(new, part)[-1] == there
