"""What is said instead: a vague account rather than a false one, two people never one, and English beside its neighbours."""

import re
import sys

import pytest
from reading_corpus import read_part

from tip_reflect.journal.watching import WatchedName
from tip_reflect.privacy.blurring import blur
from tip_reflect.privacy.check import find
from tip_reflect.privacy.finding import Kind, Tier

PEOPLE = (Kind.PERSON, Kind.INITIALS)


def roles(text, watched=()):
    """What each finding of a person is called first, in order."""
    return [one.suggestions[0].casefold().rstrip(".") for one in find(text, watched) if one.kind in PEOPLE]


@pytest.mark.parametrize(
    ("text", "blurred"),
    [
        ("Kayleigh rang. She was upset.", "The woman rang. She was upset."),
        ("I rang Kayleigh. She was out.", "I rang the woman. She was out."),
        ("Tam rang. He'd been out.", "The man rang. He'd been out."),
        ("Mrs Khan rang and Mr Smith came.", "The woman rang and the man came."),
        ("A Mrs Khan rang.", "The woman rang."),
        ("The lady Morag rang.", "The woman rang."),
    ],
)
def test_she_and_he_are_said_on_plain_evidence(text, blurred):
    assert blur(text) == blurred


@pytest.mark.parametrize(
    "text",
    [
        'Kayleigh said "he\'s no coming back".',
        'Kayleigh rang. "She was out," I said.',
        "Kirsty's son hit him. Kirsty cried.",
        "Kirsty's mum rang. She was upset.",
        "I told Ruaridh's granny she was right.",
        "Gordon took her coat off the hook for her.",
        "Kayleigh rang her mum. She was upset.",
        "Kirsty was in bed. Tam shouted. She cried.",
        "She was in bed. Tam shouted. She cried.",
        "The nurse came. Tam hid. She laughed.",
        "Kayleigh rang. She was upset. Kayleigh lost his keys.",
        "Kayleigh rang. She was upset. Kayleigh sat. He was upset.",
        "Kayleigh and Tam came. She was upset.",
        "Tam said she was tired.",
        "Kayleigh rang.\n\nShe was upset.",
    ],
)
def test_a_pronoun_that_could_mean_another_says_nothing(text):
    assert {role.split()[-1] for role in roles(text)} <= {"person"}


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("Ruaridh's three in April.", "the child"),
        ("Jamie (P4) came in.", "the child"),
        ("Jamie, 7, came in.", "the child"),
        ("Jamie is seven.", "the child"),
        ("wee Jamie came in", "the child"),
        ("I picked Jamie up from school.", "the child"),
        ("Jamie's bedtime was hard.", "the child"),
        ("Ruaridh is 14.", "the young person"),
        ("Kirsty works at the school.", "the person"),
        ("Kirsty is 34.", "the person"),
        ("Kirsty is 18.", "the person"),
        ("Kirsty's 14-year-old is off school.", "the person"),
        ("Kirsty's 14 year old son is off school.", "the person"),
        ("Kirsty is sixteen weeks pregnant.", "the person"),
        ("Kirsty, P4 teacher, rang.", "the person"),
        ("I sat with Kirsty for seven minutes.", "the person"),
    ],
)
def test_a_child_is_one_by_an_age_or_what_only_a_child_has(text, child):
    assert roles(text) == [child]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Kayleigh Smith came. K.S. agreed. Kayleigh-Ann Smith was there too.", 1),
        ("Kayleigh-Ann Smith came. K.A.S. agreed.", 1),
        ("Anne Marie came. Anne-Marie sat. Annemarie left.", 1),
        ("Anne-Marie Smith came. Anne-Louise Smith sat.", 2),
        ("Anne-Marie rang. Marie rang.", 2),
        ("Mrs O'Brien came. Mrs OBrien sat. Mrs O Brien was ill. Kathleen O'Brien laughed.", 1),
        ("Kirsty Smith-Jones rang. Kirsty Smith laughed. Ms Smith-Jones agreed.", 1),
        ("Robert Munro rang. Rab was late. Bobby laughed.", 1),
        ("Elizabeth rang. Liz was late. Beth laughed.", 1),
        ("Katherine rang. Kate was late.", 1),
        ("Katherine rang. Kate was late. Catherine rang.", 3),
        ("Margaret rang. Peggy was late.", 1),
        ("Rab rang. Bobby laughed.", 2),
        ("Rab and Bobby fought. Robert slept.", 2),
        ("Tam and Thomas fought.", 2),
        ("Robert Smith sat. Robert Jones stood. Rab rang.", 3),
        ("Rab Smith and Rab Jones came. Robert Smith rang.", 2),
        ("Wee Jamie hit big Jamie.", 2),
        ("Young Tam and old Tam came in. Old Tam sat.", 2),
        ("Wee Jamie cried. Wee Jamie ran. Jamie slept.", 1),
        ("Mr and Mrs Khan came in. Mrs Khan sat down.", 2),
        ("Kirsty McGuigan rang. The McGuigans are tired.", 2),
        ("Kayleigh rang. Both Kayleighs came in.", 2),
    ],
)
def test_one_person_is_one_in_every_spelling_and_two_are_two(text, people):
    found = [one for one in find(text) if one.kind in PEOPLE]
    assert len({one.subject for one in found}) == people
    assert len(set(roles(text))) == people


def test_a_watched_name_is_one_person_however_it_is_spelled():
    watched = (WatchedName(words="Willow Way"), WatchedName(words="Toots", instead="the teenager"))
    text = "I saw willow way. Willow-way hid. I said T o o t s and Toots came."
    assert roles(text, watched)[:2] == ["the person", "the person"]
    assert roles(text, watched)[-2:] == ["the teenager", "the teenager"]


@pytest.mark.parametrize(
    ("text", "blurred"),
    [
        ("The man shouted. Mr Khan shouted back.", "The man shouted. The other man shouted back."),
        (
            "The man shouted. The other man laughed. Mr Khan sat.",
            "The man shouted. The other man laughed. The third man sat.",
        ),
        (
            "The person at the desk sighed. Kirsty sighed.",
            "The person at the desk sighed. The other person sighed.",
        ),
        ("The child ran. Wee Tam ran.", "The child ran. The other child ran."),
        ("Her mother Morag came. The mother cried.", "The mother came. The mother cried."),
        ("I see the woman in her. Mrs Khan sat.", "I see the woman in her. The other woman sat."),
    ],
)
def test_words_that_the_text_says_of_anybody_are_told_apart(text, blurred):
    assert blur(text) == blurred


def test_a_later_round_of_blurring_gives_nobody_a_role_that_is_given(monkeypatch):
    """What hid Morag from the first look is gone in the second."""
    from tip_reflect.privacy import blurring

    looks = []

    def first_without_her(text, watched=()):
        looks.append(text)
        return tuple(one for one in find(text, watched) if len(looks) > 1 or "Morag" not in one.text)

    monkeypatch.setattr(blurring, "find", first_without_her)
    assert blur("My mum Donna rang. Her mum Morag laughed. Tam and Kirsty sat.") == (
        "The mother rang. The parent laughed. The person and the other person sat."
    )
    looks.clear()
    assert blur("Tam and Kirsty sat. Morag laughed.") == (
        "The person and the other person sat. The third person laughed."
    )


@pytest.mark.parametrize(
    ("text", "blurred"),
    [
        ("Mr and Mrs Khan came in.", "The couple came in."),
        ("The McGuigans are tired.", "The family are tired."),
        ("I saw the mcguigans today. The McGuigans are tired", "I saw the family today. The family are tired"),
        ("We saw all the Stewarts there.", "We saw all the family there."),
        ("The Kax family came. Kax families came.", "The family came. The families came."),
        ("Both Kayleighs came in.", "Both people came in."),
        ("The two Kayleighs came in.", "The two people came in."),
        ("I met the Khans and the Stewarts.", "I met the family and the other family."),
        ("Her own mother Morag came.", "Her own mother came."),
        ("My own Kirsty came.", "My own person came."),
        ("Poor Kirsty came.", "Poor person came."),
        ("I saw the same Kirsty.", "I saw the same person."),
        ("Dear Kayleigh,", "Dear someone,"),
        ("Hi Kirsty. Tommy rang me.", "Hi someone. The person rang me."),
        ("hello mrs khan", "hello someone"),
        ("Hello. Kirsty rang.", "Hello. The person rang."),
        ("A woman called Kirsty rang.", "A woman called someone rang."),
        ("I called Kirsty.", "I called the person."),
        ("I met Mr H-W. Worker RB wrote it up.", "I met the man. A colleague wrote it up."),
        ("DONNA'S MUM SHONA RANG.", "THE PERSON'S MOTHER RANG."),
        ("Amina's sister Fatima rang. Fatima cried.", "The person's sibling rang. The sibling cried."),
        ("Seven-year-old Jamie ran.", "The primary-age child ran."),
        ("My 14 year old Kirsty cried.", "My teenage young person cried."),
        ("Kirsty saw another colleague Jean and my colleague Anne.", "The person saw another colleague and another colleague."),
    ],
)  # fmt: skip
def test_a_person_reads_as_english_beside_their_neighbours(text, blurred):
    assert blur(text) == blurred


@pytest.mark.parametrize(
    ("text", "blurred"),
    [
        ("A wee lad of seven came in.", "A wee lad of primary age came in."),
        ("Mum of five under seven was tired.", "Mum of several under that age was tired."),
        ("On her 18th birthday she moved.", "On her birthday she moved."),
        ("An 18th birthday.", "A birthday."),
        ("It was his 40th.", "It was his birthday."),
        ("Ruaridh's 14.", "The young person's a teenager."),
        ("Kirsty's 14-year-old is off school.", "The person's teenager is off school."),
        ("Kirsty's 14 year old son is off school.", "The person's teenage son is off school."),
        ("The seven-year-old ran.", "The primary-age child ran."),
        ("A 7 year old boy ran.", "A primary-age boy ran."),
        ("She has a P2 at home.", "She has a primary-age child at home."),
        ("He is P6 now.", "He is in primary now."),
        ("P6 was hard.", "Primary was hard."),
        ("Tam is in nursery.", "The child is of pre-school age."),
        ("Between nine and ten of us.", "Between nine and ten of us."),
        ("aged 4 years 1 month", "of pre-school age"),
        ("SHE IS 9 AND TIRED.", "SHE IS OF PRIMARY AGE AND TIRED."),
    ],
)
def test_an_age_reads_as_english_beside_its_neighbours(text, blurred):
    assert blur(text) == blurred


@pytest.mark.parametrize(
    ("text", "blurred"),
    [
        ("We went to the Christmas party.", "We went to the recent party."),
        ("We had a Christmas party.", "We had a recent party."),
        ("It was the October week.", "It was the recent week."),
        ("The Monday meeting was long.", "The recent meeting was long."),
        ("before the Christmas holidays we met", "before the recent holidays we met"),
        ("I missed next Tuesday's review.", "I missed that day's review."),
        ("It was Hogmanay.", "It was that day."),
        ("The hearing is on Tuesday.", "The hearing is that day."),
        ("I met her on Thursday.", "I met her recently."),
        ("Her Thursday visit was short.", "Her recent visit was short."),
        ("She moves next Tuesday.", "She moves soon."),
        ("Every Tuesday she sings.", "Regularly she sings."),
        ("Her date of birth is 12/03/2011.", "Her date of birth is [removed]."),
        ("DOB 12/03/2011 for Kirsty", "DOB [removed] for the person"),
        ("He was born in 2011.", "He was born [removed]."),
        ("On monday the review was long", "Recently the review was long"),
        ("He lives at 12 High Street.", "He lives at their home."),
        ("I sent it to 12 High Street.", "I sent it to an address."),
        ("He lives in Loanhead now.", "He lives in their area now."),
        ("We met at Loanhead.", "We met at a local place."),
        ("We saw Drumchapel Thistle.", "We saw a local club."),
        ("She is with Women's Aid now.", "She is with a support service now."),
        ("The Khan family came.", "The family came."),
        ("SHE LIVES IN LEITH. EH6 7AB is the postcode.", "SHE LIVES IN THEIR AREA. Their area is the postcode."),
        ("SHE IS TIRED OF IT. 010101 1237 was her CHI.", "SHE IS TIRED OF IT. [removed] was her CHI."),
        ("HER CHI IS 010101 1237 AND SHE IS TIRED.", "HER CHI IS [removed] AND SHE IS TIRED."),
    ],
)  # fmt: skip
def test_a_date_a_place_or_a_number_reads_as_english_beside_its_neighbours(text, blurred):
    assert blur(text) == blurred


def test_only_a_leading_article_goes():
    (one,) = [one for one in find("I met her on Thursday.") if one.kind is Kind.DATE]
    assert one.suggestions == ("recently", "early in the work", "that week")


def test_an_acronym_beside_initials_is_no_shouting():
    assert roles("I gave K.L. CAMHS' number.") == ["the person"]
    assert "the person" in blur("I gave K.L. CAMHS' number.")


@pytest.mark.parametrize(
    ("text", "words", "offered"),
    [
        ("The twins are P3 now.", "twins", {"children", "family"}),
        ("He speaks Polish with his mum.", "speaks Polish", {"has their own background"}),
        ("Her dad works on the rigs.", "works on the rigs", {"works"}),
        ("Her mum has the dementia.", "dementia", {"health need", "health"}),
        ("Mum of five came.", "Mum of", {"Part of the family of", "In the family of", ""}),
    ],
)
def test_a_telling_fact_is_offered_words_of_its_own_shape(text, words, offered):
    (one,) = [one for one in find(text) if one.tier is Tier.JIGSAW and one.text == words]
    assert set(one.suggestions) == offered


BROKEN = re.compile(
    r"\b(?:the|an?|my|our|her|his|own|both|dear|hi|hello|another) (?:the|an?|their|another|some|that)\b"
    r"|\bof of\b|\b(?:the|an?|my|his|our) (?:recently|soon|of|is)\b|\b(?:under|over|nearly|almost|in|at) of\b"
    r"|\bis recently\b|\bperson are\b",
    re.IGNORECASE,
)


def test_blurred_text_has_no_broken_english_that_the_writer_did_not_write():
    """Of a corpus in many hands; what the finder cuts amiss is the only room left."""
    texts = read_part("develop")[:300]
    broken = 0
    for text in (one.text for one in texts):
        own = {match.casefold() for match in BROKEN.findall(text)}
        broken += sum(match.casefold() not in own for match in BROKEN.findall(blur(text)))
    assert broken <= len(texts) // 50


@pytest.mark.parametrize(
    "piece",
    ["Kirsty rang. She sat. ", "Kirsty Kax{} rang. ", "Mr {0}kax and Mrs {0}kax sat. ", "{0}k.{0}. sat. ", "The person sat. Kax{} sat. "],
)  # fmt: skip
def test_many_people_take_steps_in_proportion_to_their_number(piece):
    def steps(count):
        letters = "bcdfghjklm"
        text = "".join(piece.format("".join(letters[int(digit)] for digit in str(at))) for at in range(count))
        calls = 0

        def counted(_frame, event, _argument):
            nonlocal calls
            calls += event in ("call", "c_call")

        find(text)
        before = sys.getprofile()
        sys.setprofile(counted)
        try:
            find(text)
        finally:
            sys.setprofile(before)
        return calls

    assert steps(400) < 8 * 1.25 * steps(50) + 200
