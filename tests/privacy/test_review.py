"""The review's state: whatever is decided, in any order and in any script, the words that should go are gone."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tip_reflect.errors import UsageProblem
from tip_reflect.journal.entry import Answer, Entry, Moment, PathId
from tip_reflect.journal.pack import Pack
from tip_reflect.journal.watching import Watched, WatchedName
from tip_reflect.privacy.blurring import replaced
from tip_reflect.privacy.check import find
from tip_reflect.privacy.entries import count_in
from tip_reflect.privacy.finding import Finding, Kind, Level, Tier
from tip_reflect.privacy.packs import keeping, pieces_of, reviewed
from tip_reflect.privacy.review import Choice, Mention, Piece, Review, look

TEXT = (
    "Kirsty had asked me to come early. I met Kirsty's mum at Loanhead Primary. KIRSTY rang from 07700 900123. "
    "kirstys brother Jamie McKay came too."
)


def subject_of(review, words):
    return next(one for one in review.mentions if words in one.finding.text)


@pytest.fixture
def review():
    return look([Piece(text=TEXT, title="What happened")])


def test_a_swap_changes_every_mention_of_one_person_each_in_its_own_form(review):
    first = subject_of(review, "Kirsty")
    after = review.use(first, 0)
    words = after.text_of(0)
    assert "kirsty" not in words.casefold()
    assert words.startswith(f"{first.finding.suggestions[0]} had asked")
    assert first.finding.suggestions[0][0].isupper()
    assert re.search(r"I met \w+ \w+'s mum", words)
    assert re.search(r"\w+'s brother|\w+'s child", words)


def test_own_words_take_the_capital_and_the_possessive_of_each_mention(review):
    words = review.word(subject_of(review, "Kirsty").subject, "  the   auntie ").text_of(0)
    assert words.startswith("The auntie had asked")
    assert "I met the auntie's mum" in words
    assert "The auntie rang" in words


def test_numbers_and_addresses_cannot_be_kept_nor_said_again(review):
    phone = subject_of(review, "07700")
    with pytest.raises(UsageProblem):
        review.keep(phone.subject)
    with pytest.raises(UsageProblem):
        review.word(phone.subject, "ring 07700 900123")
    assert "07700" not in review.use(phone).text_of(0)


def test_a_name_may_be_kept_when_the_writer_says_so(review):
    name = subject_of(review, "Jamie")
    assert review.keep(name.subject).text_of(0) == TEXT
    assert review.keep(name.subject).decisions[name.subject].choice is Choice.KEEP


def test_initials_come_last_and_say_what_they_are(review):
    options = review.options(subject_of(review, "Jamie McKay"))
    assert options[-1] == ("J.M.", "initials still point to someone")
    name = subject_of(review, "Jamie McKay")
    assert "J.M. came too." in review.use(name, len(options) - 1).text_of(0)
    assert not any(option.note for option in review.options(subject_of(review, "07700")))


def test_initials_at_a_sentences_end_make_one_full_stop():
    review = look([Piece(text="We waited for Kirsty McKay. Then we left.")])
    name = subject_of(review, "Kirsty")
    assert review.use(name, len(review.options(name)) - 1).text_of(0) == "We waited for K.M. Then we left."


def test_what_is_left_and_looked_at_is_counted_by_subject(review):
    assert (review.looked_at, review.total) == (0, len(review.subjects))
    for subject in review.subjects:
        review = review.use(review.of(subject)[0])
    assert (review.left, review.looked_at) == ((), review.total)


def test_one_person_is_one_subject_through_all_pieces_and_titles_are_not_looked_at():
    review = look(
        [Piece(text="Kirsty rang.", title="About Kirsty"), Piece(text=""), Piece(text="I saw Kirsty.")]
    )
    assert {one.piece for one in review.mentions} == {0, 2}
    assert len(review.subjects) == 1
    result = review.use(review.mentions[0]).result()
    assert [piece.title for piece in result] == ["About Kirsty", "", ""]
    assert "Kirsty" not in "".join(piece.text for piece in result)


def test_words_picked_by_hand_go_everywhere_in_any_case():
    review = look([Piece(text="The purple door. A PURPLE  DOOR."), Piece(text="purple doors, purple\ndoor")])
    after = review.blur(0, 4, 15, "the place")
    assert [after.text_of(at) for at in range(2)] == [
        "The the place. A the place.",
        "purple doors, the place",
    ]
    assert after.about in after.by_hand
    assert after.undo() == review


def test_picked_words_win_over_what_was_found_among_them(review):
    start = TEXT.index("Kirsty's")
    after = review.blur(0, start, start + len("Kirsty's mum at Loanhead Primary"), "the family")
    assert "I met the family. " in after.text_of(0)
    assert subject_of(after, "KIRSTY").subject == subject_of(review, "KIRSTY").subject


def test_a_pick_that_cuts_a_finding_takes_all_of_it_and_cannot_be_kept(review):
    start = TEXT.index("900123")
    after = review.blur(0, start - 2, start + 6, "by phone")
    assert "rang from by phone." in after.text_of(0)
    with pytest.raises(UsageProblem):
        after.keep(after.about)


def test_nothing_is_no_pick(review):
    with pytest.raises(UsageProblem):
        review.blur(0, 6, 7)


def test_a_pick_can_be_a_line_of_the_watch_list(review):
    start = TEXT.index("brother Jamie")
    line = review.watched(0, start, start + 7, what=Watched.NAME, instead="a relative")
    assert line == WatchedName(words="brother", what=Watched.NAME, instead="a relative")


def test_a_name_in_words_put_in_by_hand_is_asked_about_and_goes_with_them():
    review = look([Piece(text="I saw the purple door.")])
    assert review.again() is review
    bad = review.blur(0, 10, 21, "house of Shona McAllister").again()
    assert [bad.of(one)[0].finding.text for one in bad.left] == ["Shona McAllister"]
    assert (bad.looked_at, bad.total) == (1, 2)
    assert bad.undo() == review
    mended = bad.word(bad.left[0], "the aunt")
    assert mended.text_of(0) == "I saw the house of the aunt."
    assert mended.again() is mended
    assert mended.blur(0, 10, 21, "thing").subjects == (2,)
    other = review.blur(0, 10, 16, "red")
    assert other.again() is other


def test_a_watch_list_line_is_the_words_picked_without_the_small_ones_before_them(review):
    text = "We met at the St Ninians youth club on it."
    review = look([Piece(text=text)])
    start, end = text.index("at the"), text.index(" on it")
    assert review.watched(0, start, end, what=Watched.PLACE).words == "St Ninians youth club"
    assert review.watched(0, 7, 13, what=Watched.PLACE).words == "at the"


@pytest.fixture
def finds(monkeypatch):
    """Makes the check find just these: words, and whether it is sure of them."""

    def only(*patterns):
        def find(text, watched=()):
            del watched
            found = sorted(
                (*match.span(), level) for words, level in patterns for match in re.finditer(words, text)
            )
            return tuple(
                mention(text, start, end, number, ("the person",)).finding._replace(level=level)
                for number, (start, end, level) in enumerate(found)
            )

        monkeypatch.setattr("tip_reflect.privacy.review.find", find)

    return only


def test_what_was_kept_or_swapped_is_not_asked_about_for_its_new_company(finds):
    finds(("Kayleigh", Level.SURE), ("St Ninian's( the person| recently)?", Level.SURE), ("on Thursday", Level.SURE),
          ("right(?= the person)", Level.SURE))  # fmt: skip
    review = look([Piece(text="Saw St Ninian's on Thursday. Was it right Kayleigh left?")])
    place, day, who = review.subjects
    review = review.keep(place).use(review.of(day)[0]).use(review.of(who)[0])
    assert review.text_of(0) == "Saw St Ninian's the person. Was it right the person left?"
    assert [one.finding.text for one in look(review.result()).mentions] == ["St Ninian's the person", "right"]
    assert review.again() is review
    worded = review.word(day, "recently")
    assert [one.finding.text for one in look(worded.result()).mentions] == ["St Ninian's recently", "right"]
    assert worded.again() is worded, "own words that tell nothing by themselves"


def test_of_what_is_found_over_a_kept_word_only_the_new_words_are_asked_about(finds):
    finds(("St Ninian's( in Leith)?|(?<!s )in Leith", Level.SURE), ("on Thursday", Level.SURE))
    review = look([Piece(text="Saw St Ninian's on Thursday.")])
    place, day = review.subjects
    again = review.keep(place).word(day, "in Leith").again()
    assert [again.of(one)[0].finding.text for one in again.left] == ["in Leith"]
    assert again.use(again.of(again.left[0])[0]).text_of(0) == "Saw St Ninian's the person."
    assert again.looked_at == 2


def test_a_number_that_comes_together_only_in_the_result_is_asked_about():
    text = "Card 4111 1111 zz 1111 1111."
    review = Review(pieces=(Piece(text=text),), mentions=(mention(text, 15, 17, 0, ("",)),))
    assert not any(one.tier is Tier.DIRECT for one in find(text))
    again = review.use(review.mentions[0]).again()
    (subject,) = again.left
    assert not again.may_keep(subject)
    assert [one.finding.text for one in again.of(subject)] == ["4111 1111", "1111 1111"]
    done = again.use(again.of(subject)[0])
    assert "1111" not in done.text_of(0)
    assert done.again() is done


def test_people_of_later_words_are_told_apart_from_those_before_and_one_person_stays_one():
    review = look([Piece(text="Saw Kayleigh there on Thursday. On Thursday it rained.")])
    kayleigh, thursday = review.subjects
    review = review.use(review.of(kayleigh)[0])
    again = review.word(thursday, "when I met Eilidh and Kayleigh at Nando's").again()
    eilidh = again.left[0]
    assert [again.of(one)[0].finding.text for one in again.left] == ["Eilidh", "Nando's"]
    for subject in again.left:
        again = again.use(again.of(subject)[0])
    there = "hen I met the other person and the person at a service"
    assert again.text_of(0) == f"Saw the person there w{there}. W{there} it rained."
    more = again.word(again.subjects[-1], "Morag's pal").again()
    more = more.use(more.of(more.left[0])[0])
    roles = [more.words_for(more.of(one)[0]) for one in (kayleigh, eilidh, more.about)]
    assert len(set(roles)) == len(roles)


def test_every_decision_can_be_changed_after_a_later_look_and_takes_what_stood_in_its_words_along():
    review = look([Piece(text="Saw Kayleigh there on Thursday.")])
    kayleigh, thursday = review.subjects
    review = review.use(review.of(kayleigh)[0]).word(thursday, "when I met Eilidh").again()
    review = review.word(review.left[0], "Morag Tulloch").again()
    review = review.keep(review.left[0])
    assert review.text_of(0) == "Saw the person there when I met Morag Tulloch."
    assert review.again() is review
    assert review.keep(kayleigh).text_of(0) == "Saw Kayleigh there when I met Morag Tulloch."
    assert review.word(thursday, "when I met Eilidh").text_of(0).endswith("when I met Eilidh.") is False
    back = review.keep(thursday)
    assert back.text_of(0) == "Saw the person there on Thursday."
    assert back.subjects == (kayleigh, thursday)
    assert back.left == ()


def mention(text, start, end, subject, suggestions):
    return Mention(
        piece=0,
        finding=Finding(
            start=start,
            end=end,
            text=text[start:end],
            kind=Kind.PERSON,
            level=Level.SURE,
            subject=subject,
            suggestions=suggestions,
        ),
    )


# For any text, in any script

NAMES = (
    "Kirsty",
    "Wojciech Nowak",
    "Ngozi",
    "Mrs Akhtar",
    "07700 900123",
    "EH20 9NX",
    "jo.b@example.org",
    "AB123456C",
)
FILLER = (
    "we talked", "in the garden", "\r\n", "e\u0301te\u0301", "👩‍👧", "שלום", "中文", ".", "and then", "\u2028", "it was late.", "\t"
)  # fmt: skip
texts = st.lists(st.sampled_from([*NAMES, *FILLER]), max_size=14).map(" ".join)


@st.composite
def reviews(draw):
    """A review of any pieces with some steps taken."""
    review = look([Piece(text=text) for text in draw(st.lists(texts, min_size=1, max_size=3))])
    for _ in range(draw(st.integers(0, 8))):
        review = step(draw, review)
    return review


def step(draw, review):  # noqa: PLR0911
    what = draw(st.sampled_from(["use", "word", "keep", "blur", "undo", "again"]))
    if what == "undo":
        return review.undo()
    if what == "again":
        return review.again()
    if what == "blur":
        piece = draw(st.integers(0, len(review.pieces) - 1))
        length = len(review.pieces[piece].text)
        start = draw(st.integers(0, length))
        try:
            return review.blur(
                piece,
                start,
                draw(st.integers(start, length)),
                draw(st.sampled_from(["", "someone", "Shona Reid"])),
            )
        except UsageProblem:
            return review
    if not review.mentions:
        return review
    one = draw(st.sampled_from(review.mentions))
    if what == "use":
        return review.use(one, draw(st.integers(0, len(review.options(one)) - 1)))
    if what == "word":
        return review.word(
            one.subject, draw(st.sampled_from(["", "somebody", "ünß 👩‍👧", "Eilidh's mum and Kirsty"]))
        )
    try:
        return review.keep(one.subject)
    except UsageProblem:
        return review


@given(reviews())
@settings(deadline=None)
def test_offsets_are_right_whatever_was_decided(review):
    for at, piece in enumerate(review.pieces):
        runs = list(review.runs(at))
        place = start = 0
        for run in runs:
            assert run.start == place or (run.start, run.end) == (start, place), (
                "own words may be several runs"
            )
            start, place = run.start, run.end
            if run.mention is None:
                assert run.text == piece.text[run.start : run.end]
        assert place == len(piece.text)
        assert review.text_of(at) == "".join(run.text for run in runs)
    for one in review.mentions:
        text = review.pieces[one.piece].text if one.inside is None else review.decisions[one.inside].words
        assert one.finding.text == text[one.finding.start : one.finding.end]


@given(reviews())
@settings(deadline=None)
def test_undo_goes_back_to_the_very_beginning(review):
    undone = review
    while undone.before is not None:
        undone = undone.undo()
    assert undone == look(undone.pieces)
    assert undone.undo() is undone
    assert undone.result() == undone.pieces


@given(reviews())
@settings(deadline=None)
def test_no_step_keeps_a_number_or_an_address_once_all_is_decided(review):
    for subject in review.left:
        review = review.use(review.of(subject)[0])
    for one in review.mentions:
        decision = review.decisions[one.subject]
        assert not (one.finding.tier is Tier.DIRECT and decision.choice is Choice.KEEP)
    whole = "\n".join(piece.text for piece in review.result())
    for name in ("07700 900123", "EH20 9NX", "jo.b@example.org", "AB123456C"):
        assert name not in whole or any(name in words for words in kept(review))


def kept(review):
    """Words that stand because the writer kept a larger finding around them, or put them in."""
    return [one.finding.text for one in review.mentions if review.words_for(one) is None]


@given(texts)
@settings(deadline=None)
def test_the_result_holds_none_of_the_words_that_were_decided_away(text):
    review = look([Piece(text=text)])
    for subject in review.left:
        review = review.use(review.of(subject)[0])
    for one in review.mentions:
        review = review.word(one.subject, "x") if one.finding.tier is not Tier.DIRECT else review
    for _ in range(6):
        review = review.again()
        for subject in review.left:
            review = review.use(review.of(subject)[0])
    whole = review.text_of(0).casefold()
    for name in ("kirsty", "wojciech", "nowak", "ngozi", "akhtar", "07700", "9nx", "example.org", "123456"):
        assert name not in whole


@given(texts)
@settings(deadline=None)
def test_the_words_stand_where_blurring_puts_them(text):
    findings = find(text)
    review = look([Piece(text=text)])
    for subject in review.left:
        review = review.use(review.of(subject)[0])
    chosen = {(one.finding.start, one.finding.end): review.words_for(one) for one in review.mentions}
    assert review.text_of(0) == replaced(text, findings, lambda one: chosen[(one.start, one.end)])


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
@settings(deadline=None)
def test_any_words_can_be_picked_and_no_character_is_split(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    review = Review(pieces=(Piece(text=text),), mentions=())
    try:
        after = review.blur(0, start, end, "…")
    except UsageProblem:
        assert not text[start:end].strip()
        return
    first = after.mentions[0].finding
    assert after.text_of(0).startswith(text[: first.start])
    assert after.undo() == review
    assert replace(after, decisions={}).text_of(0) == text


def test_what_was_decided_stays_decided_however_often_it_is_looked_at_again():
    review = look([Piece(text="O'Hara-Smith rang Kirsty at nineteen and Wee Malky came from Leith.")])
    kept = [one for one in review.subjects if review.of(one)[0].finding.text.startswith("O'Hara")]
    for subject in review.subjects:
        review = review.keep(subject) if subject in kept else review.use(review.of(subject)[0])
    once = review.again()
    for subject in once.left:
        once = once.keep(subject)
    assert once.again() is once
    assert "O'Hara-Smith" in once.text_of(0)


def test_a_name_in_the_writer_s_own_words_is_asked_about():
    review = look([Piece(text="I saw Kirsty there.")])
    (subject,) = review.subjects
    again = review.word(subject, "Morag Tulloch").again()
    assert [again.of(one)[0].finding.text for one in again.left] == ["Morag Tulloch"]
    assert review.word(subject, "the mother").again().left == ()


def test_a_pack_that_is_taken_up_again_is_asked_only_about_what_was_not_looked_at(finds):
    finds(("Kayleigh|Eilidh|Tam", Level.SURE), ("right(?= the person)|St Ninian's( the person)?", Level.SURE))
    pack = Pack(id=UUID(int=1), made=Moment(at=datetime(2026, 1, 1, tzinfo=UTC)),
                question="Was it right Kayleigh left? Was St Ninian's Tam there? I saw Eilidh.")  # fmt: skip
    review = look(pieces_of(pack))
    kayleigh, place, tam, eilidh = review.subjects
    review = review.use(review.of(kayleigh)[0]).keep(place).use(review.of(tam)[0])
    stopped = reviewed(pack, review)
    assert stopped.question == "Was it right the person left? Was St Ninian's the person there? I saw Eilidh."
    again = keeping(look(pieces_of(stopped)), stopped.kept)
    assert [again.of(one)[0].finding.text for one in again.left] == ["Eilidh"]
    named = reviewed(pack, review.word(eilidh, "Kayleigh's pal"))
    again = keeping(look(pieces_of(named)), named.kept)
    assert [again.of(one)[0].finding.text for one in again.left] == ["Kayleigh"], "a name in own words"


def test_the_own_copy_counts_as_the_review_does():
    text = "Kirsty came. Kirsty left with Jamie McKay. Jamie rang Kirsty."
    entry = Entry(id=UUID(int=1), path=PathId.FREE, written=Moment(at=datetime(2026, 1, 1, tzinfo=UTC)),
                  answers=(Answer(text=text, prompt="", prompt_id=""),))  # fmt: skip
    assert count_in([entry]) == look([Piece(text=text)]).total == 2
