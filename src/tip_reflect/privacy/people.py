"""People's names and initials: a list, and what stands around a word, before a capital alone (DEIDENTIFICATION.md).

A capitalised word that is in no English dictionary is a name until the writer says otherwise. Where there are no
capitals, a word in no dictionary is one too, unless it is a slip of the keyboard; and a name that is also a word needs
what people do, or who they are to someone, beside it.
"""

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from tip_reflect.privacy.cues import (
    ACTS,
    AUXILIARIES,
    HONORIFICS,
    KIN,
    LEADS,
    LETTERED,
    MASS,
    NOT_FAMILY,
    PARTICLES,
    PET,
    SMALL_WORDS,
    TITLES,
    VERB_NAMES,
    WEAK_LEADS,
)
from tip_reflect.privacy.dictionary import GROUPED_BY, Dictionary, Flag
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.tokens import Token

SURE, LOOK = Level.SURE, Level.LOOK
JOIN = re.compile(r"[ \t\u00a0]{1,3}|\.[ \t]?|[ \t]?[‐‑-][ \t]?")
"""What may stand between the parts of one name."""
INITIALS_LONGEST = 3
LONGEST_JOIN = 4
SLIP_LENGTH = 4
SPELLED_LETTERS = 4
LONGEST_WORD = 24


_WHOM = frozenset("him her them me himself herself it wean baby".split())
_CALLS = frozenset("call calls called calling name named names cry cries nickname nicknamed".split())
_GREETINGS = frozenset("hi hiya hello hey dear cheers thanks ta sorry right".split())
_NAMING = frozenset("called named told telt asked".split())
_SPOKEN_TO = frozenset("told telt asked phoned rang texted messaged emailed thanked hugged".split())
"""What one does to a person and to no thing."""
_SAYS = frozenset(
    "said says phoned rang texted asked told telt replied laughed cried smiled nodded shrugged shouted".split()
)
_TAKES_A_PERSON = frozenset(
    "with wi told telt asked saw met phoned rang called texted messaged emailed visited helped supported thanked hugged "
    "named about for to from against beside and miss missed love loved like liked tell ask see meet phone ring text visit "
    "seeing meeting visiting hi hiya hello dear thanks cheers sorry that says is was it's its".split()
)
_AFTER_A_PERSON = {
    "",
    *"and or but about at on in today again for when who who's after before if so because cos then too as from with".split(),
}
_DETERMINES = frozenset(
    "a an the this that some any no more much my your his her our their of such what every each".split()
)
_NOT_BEFORE_A_NAME = frozenset(
    "of in on into with like as by through under over be being is are was were very too so".split()
)
_JOINS = frozenset(
    "and but so when then that because cos if as says said after before while where since until later".split()
)
_OBJECTS = frozenset("the a an of her his him them it me us my their out up that this".split())
_TELLS = frozenset(
    "said says told tells asked asks replied answered phoned texted rang laughed cried smiled nodded shrugged shouted "
    "whispered disclosed attended reported presented engaged grinned sighed wants wanted thinks thought knows came went "
    "sat stood left arrived refused agreed admitted explained telt kens kent who".split()
)
_SMALL_NAMES = frozenset("he can so do an you her my ma to no".split())
"""Names in Chinese, Turkish, Vietnamese or Hmong, and small words in English."""
_SHORTENED = HONORIFICS | {"fr", "st", "capt"}
"""Before these parts of a name a full stop ends no sentence: Dr. Khan."""
_TIMES = frozenset("spring summer autumn winter august dawn".split())
_SOMEONE_IS = frozenset(
    "in at on there here upset late fine ok okay home away off out asleep scared angry quiet ill unwell drunk sober safe "
    "alone back tired ready sorry happy sad worried annoyed furious raging crying greetin greeting".split()
)
"""What people are, more than things."""
_IS = frozenset("was is wis wasn't isn't wisnae wasnae isnae wasnt isnt".split())
_WORD_OR_NAME = Flag.COMMON | Flag.ALSO_WORD
_NO_NAMES = SMALL_WORDS | ACTS | AUXILIARIES
_BEFORE_A_PERSON = KIN | _TAKES_A_PERSON | PET
_GREETED = _TAKES_A_PERSON | PET | _GREETINGS
_LEADS = KIN | LEADS | TITLES | PET


class People:
    """One look at one text. `taken` says which words are already something else."""

    def __init__(self, text: str, words: Sequence[Token], known: Dictionary, taken: Sequence[bool]) -> None:
        self.text = text
        self.words = words
        self.known = known
        self.taken = taken
        self.levels: list[Level | None] = [None] * len(words)
        self.initials: list[bool] = [False] * len(words)

    def recognise(self) -> Iterator[Span]:
        """Spans of people and of initials, in order, each name whole."""
        after_title = False
        for token, taken in zip(self.words, self.taken, strict=True):
            everyday = (
                token.flags & _WORD_OR_NAME == Flag.COMMON and not token.capital and len(token.text) > 1
            )
            if not taken and (after_title or not everyday):
                self.levels[token.index] = self._judge(token)
            after_title = token.key in TITLES
        self._decide_once()
        self._spelled()
        yield from self._whole_names()

    # One word at a time

    def _judge(self, token: Token) -> Level | None:
        if len(token.text) == 1 or (token.cased and token.shouted and len(token.text) <= INITIALS_LONGEST):
            return self._initials(token)
        if not token.english and (
            token.accented or not (token.text.isascii() or token.capital or token.text.islower())
        ):
            return SURE  # with accents, or in letters that have no capitals: 李娜
        if token.key == "ye" and not (token.cased and token.capital):
            return None
        previous, following = self._before(token), self._after(token)
        if previous is not None and previous.key in TITLES and self._close(previous, token):
            honoured = previous.key in HONORIFICS or (previous.capital and token.cased)
            if honoured and self._may_be_honoured(token):
                return SURE
        if token.key in TITLES or (token.key in SMALL_WORDS and not token.flags & Flag.ALSO_WORD):
            return None
        if self._is_called(token) and (token.flags & Flag.ALSO_WORD or not token.english):
            return SURE
        if token.flags & Flag.ALSO_WORD and token.english:
            return self._name_or_word(token, previous, following)
        if token.flags & Flag.CAPITAL and not token.name:
            return None
        if token.english and not (token.name and not token.flags & (Flag.COMMON | Flag.WORD)):
            return self._rare_word(token, previous, following)
        if token.cased:
            return (
                self._capital(token, previous, following) if token.capital else self._small(token, previous)
            )
        return self._caseless(token, previous, following)

    def _may_be_honoured(self, token: Token) -> bool:
        """After a title: a capital where there are any, and where there are none no everyday word."""
        if token.cased and token.capital:
            return True
        title = self.words[token.index - 1].key
        small = token.key in _NO_NAMES and token.key not in _SMALL_NAMES
        if not token.cased and title in ("mr", "mrs", "ms") and not small:
            return True
        return (
            token.key not in SMALL_WORDS
            and not (token.cased and token.english)
            and (not token.flags & Flag.COMMON or bool(token.flags & Flag.ALSO_WORD))
        )

    def _is_called(self, token: Token) -> bool:
        """`they call him Duke`."""
        if token.index < 2:
            return False
        whom, verb = self.words[token.index - 1], self.words[token.index - 2]
        return whom.key in _WHOM and verb.key in _CALLS and self._same_clause(whom, token)

    def _capital(self, token: Token, previous: Token | None, following: Token | None) -> Level | None:
        """A capital, and no ordinary word."""
        if token.shouted and token.key.upper().lower() in self.known.acronyms:
            return None
        if token.name:
            return SURE
        if token.shouted and len(token.text) <= 5:
            return SURE if self._evidence(previous, following) else LOOK
        if not token.begins:
            return SURE
        if self._acts(following) or token.possessive:
            return SURE if not self._slip(token.key) else LOOK
        return (
            LOOK
            if self.text[token.end : token.end + 1] in (":", ",", '"', "”") or not self._slip(token.key)
            else None
        )

    def _small(self, token: Token, previous: Token | None) -> Level | None:
        """No capital where others have them: a slip of the hand, if it is a name at all."""
        if token.flags & Flag.GIVEN:
            return SURE if previous is not None and (previous.key in KIN or previous.key in LEADS) else LOOK
        if token.flags:
            return None
        kin = previous is not None and previous.key in KIN
        return LOOK if kin and not self._slip(token.key) else None

    def _caseless(self, token: Token, previous: Token | None, following: Token | None) -> Level | None:
        """No capitals, or nothing else: lists and the company a word keeps have to do."""
        if token.key in self.known.acronyms or len(token.key) < 3:
            if not token.flags & Flag.GIVEN or token.key in self.known.acronyms:
                return None
            if token.possessive or self._evidence(previous, following):
                return SURE
            return (
                LOOK if token.possessive or (following is not None and following.key in AUXILIARIES) else None
            )
        evidence = self._evidence(previous, following)
        if token.flags & Flag.GIVEN:
            return SURE
        if token.flags & Flag.FAMILY:
            return SURE if evidence else LOOK
        if previous is not None and previous.key in KIN and self._same_clause(previous, token):
            return SURE
        if self._slip(token.key):
            return LOOK if token.possessive or (evidence and self._acts(following)) else None
        return SURE if evidence else LOOK

    def _rare_word(self, token: Token, previous: Token | None, following: Token | None) -> Level | None:
        """An English word no list calls a name. A rare one with a capital amid a sentence may be one yet."""
        if not token.cased and token.name and not token.flags & Flag.COMMON:
            left = previous.key if previous is not None and self._same_clause(previous, token) else ""
            right = following.key if following is not None and self._same_clause(token, following) else ""
            if left in _BEFORE_A_PERSON or right in _TELLS or (token.possessive and left not in _DETERMINES):
                return SURE if token.flags & Flag.GIVEN else LOOK
            return LOOK if right in KIN else None
        if not (token.cased and token.capital) or token.begins or token.shouted:
            return None
        if self._in_title_phrase(token, previous, following):
            return None
        if token.flags & Flag.COMMON:
            named = previous is not None and previous.key in PET
            return LOOK if named and self._acts(following) else None
        if token.flags & Flag.CAPITAL:
            return None
        return SURE if self._evidence(previous, following) else LOOK

    def _name_or_word(self, token: Token, previous: Token | None, following: Token | None) -> Level | None:
        """Grace, Will, Brown: a name where the word makes no sense."""
        left = previous.key if previous is not None and self._same_clause(previous, token) else ""
        right = following.key if following is not None and self._same_clause(token, following) else ""
        if token.cased and not token.capital:
            slip = token.flags & Flag.GIVEN and right in _SAYS and (not left or left in _JOINS)
            return SURE if slip and not token.flags & Flag.SELDOM and token.key not in MASS else None
        amid = token.cased and not token.begins
        if amid and (token.shouted or self._in_title_phrase(token, previous, following)):
            return None
        if not token.flags & Flag.GIVEN:
            return self._family_or_word(token, left, right)
        if token.flags & Flag.SELDOM:
            return self._seldom_a_name(token, left, right, following, amid=amid)
        if amid:
            return SURE if left not in ("a", "the", "an", "this") else LOOK
        if (
            right
            and following is not None
            and self._is_family(following)
            and not following.flags & Flag.COMMON
        ):
            return SURE
        acts = right in ACTS
        if left in _SPOKEN_TO:
            return SURE
        if left not in _DETERMINES and right in _IS and self._someone_is(following):
            return LOOK if token.key in _TIMES else SURE
        if token.key in MASS and token.begins and acts and right not in _TELLS:
            return LOOK
        if token.key in VERB_NAMES:
            if right in _IS and token.key not in MASS and left not in _DETERMINES:
                return SURE if token.cased and token.capital else LOOK
            if token.possessive and left not in _DETERMINES:
                return LOOK if token.key in MASS else SURE
            if acts and (not left or left in _JOINS or (left in KIN and right in _TELLS)):
                return SURE
            alone = right in ("", "and", "at", "about", "in", "on", "again", "who", "but") or acts
            if right == "from" and token.begins and token.cased:
                return LOOK
            return SURE if left in _GREETED and alone else None
        if left in KIN or left in PET or left in _NAMING or left in _GREETINGS:
            return SURE
        if left in _DETERMINES:
            return None
        if acts or token.possessive or right in _TELLS:
            return SURE
        if right in AUXILIARIES and token.key not in MASS:
            return SURE
        if left in _TAKES_A_PERSON and (right in _AFTER_A_PERSON or token.key not in MASS):
            return SURE if right in _AFTER_A_PERSON and token.key not in MASS else LOOK
        if token.cased:
            return (
                LOOK
                if not (token.key in MASS and (right in AUXILIARIES or right in ("of", "for", "the")))
                else None
            )
        if token.key in MASS:
            return LOOK if right in AUXILIARIES and left not in ("of", "in", "with", "to") else None
        return LOOK if left not in _NOT_BEFORE_A_NAME else None

    def _someone_is(self, being: Token | None) -> bool:
        """Whether what follows `was` is said of people: in the kitchen, crying, upset."""
        after = self._after(being) if being is not None else None
        if after is None or being is None or not self._same_clause(being, after):
            return False
        return after.key in _SOMEONE_IS or (after.key.endswith("ing") and len(after.key) > SLIP_LENGTH)

    def _family_or_word(self, token: Token, left: str, right: str) -> Level | None:
        """Brown, Young: by itself a name only where someone does something."""
        if not token.capital or not token.cased:
            return None
        if right in _TELLS and not token.begins:
            return SURE
        if (left in _TAKES_A_PERSON or left in KIN) and not token.begins and right in _AFTER_A_PERSON:
            return LOOK
        return LOOK if not token.flags & (Flag.COMMON | Flag.WORD) and not token.begins else None

    def _seldom_a_name(
        self, token: Token, left: str, right: str, following: Token | None, *, amid: bool
    ) -> Level | None:
        if left in ("called", "named") or (
            right in _TELLS and left not in _DETERMINES and token.key not in KIN
        ):
            return LOOK if token.key not in VERB_NAMES and token.key not in SMALL_WORDS else None
        if amid and left not in _DETERMINES and (left in _BEFORE_A_PERSON or right in ACTS):
            return SURE
        if (
            not amid
            and following is not None
            and token.capital
            and following.capital
            and following.flags & Flag.FAMILY
        ):
            return SURE if token.cased and not following.english else None
        return None

    def _initials(self, token: Token) -> Level | None:
        """J., JM, wee K: letters for a person. Plan B, ward C and a known abbreviation are none."""
        previous, following = self._before(token), self._after(token)
        left = previous.key if previous is not None and self._close(previous, token) else ""
        right = following.key if following is not None and self._same_clause(token, following) else ""
        dotted = self.text[token.end : token.end + 1] == "." and len(token.text) == 1
        if len(token.text) > 1:
            if (
                token.key in self.known.acronyms
                or token.key in SMALL_WORDS
                or token.flags & (Flag.COMMON | Flag.CAPITAL)
            ):
                return None
            if token.flags & Flag.GIVEN and not token.english:
                return SURE
            self.initials[token.index] = True
            known = left in _LEADS or right in ACTS or right in AUXILIARIES or token.possessive
            return SURE if known else LOOK
        if (
            left in LETTERED and "." not in self.text[token.start - 2 : token.start]
        ) or self._letter_of_a_word(token):
            return None
        if token.text == "n":
            return None  # fish n chips
        honour = left in HONORIFICS or left in PET
        acts = right in ACTS or token.possessive
        company = honour or acts or left in KIN
        if token.capital and token.cased:
            if (
                token.key == "i"
                and not (dotted and following is not None and len(following.text) == 1)
                and not honour
            ):
                return None
            if token.key == "a" and (token.begins or right) and not (acts or honour or dotted):
                return None
            self.initials[token.index] = True
            return SURE if company or dotted or right in AUXILIARIES else LOOK
        if token.cased or token.key in "ia":
            if not (honour or (token.key == "a" and acts and left in WEAK_LEADS)):
                return None
        elif not (company or dotted or left in LEADS or right in AUXILIARIES) or (
            token.key in "uknrcxyots" and not (honour or acts)
        ):
            return None
        self.initials[token.index] = True
        return SURE if company else LOOK

    def _letter_of_a_word(self, token: Token) -> bool:
        """A&E, T-shirt, 3 a.m., O's: a letter that belongs to what touches it."""
        before, after = self.text[max(0, token.start - 1) : token.start], self.text[token.end : token.end + 1]
        return (
            before in ("&", "'", "’", "/", "@", "_", "#")
            or before.isdigit()
            or after in ("&", "@", "_")
            or after.isdigit()
        )

    # What stands around a word

    def _before(self, token: Token) -> Token | None:
        return self.words[token.index - 1] if token.index else None

    def _after(self, token: Token) -> Token | None:
        return self.words[token.index + 1] if token.index + 1 < len(self.words) else None

    def _close(self, left: Token, right: Token) -> bool:
        """Whether nothing but a space or a full stop of an abbreviation parts them."""
        if right.start - left.end > LONGEST_JOIN or not JOIN.fullmatch(self.text, left.end, right.start):
            return False
        shortened = (
            len(left.text) == 1
            or left.key in _SHORTENED
            or (left.shouted and len(left.text) <= INITIALS_LONGEST)
        )
        return shortened or self.text[left.end] != "."

    def _same_clause(self, left: Token, right: Token) -> bool:
        between = self.text[left.end : right.start]
        return between.strip(" \t\u00a0'’s") == "" and "\n" not in between

    def _acts(self, following: Token | None) -> bool:
        return following is not None and (following.key in ACTS or following.key in AUXILIARIES)

    def _evidence(self, previous: Token | None, following: Token | None) -> bool:
        left = previous is not None and (previous.key in KIN or previous.key in LEADS or previous.key in PET)
        return left or (following is not None and following.key in ACTS)

    def _is_family(self, token: Token) -> bool:
        if token.key in SMALL_WORDS or len(token.key) == 1 or (token.cased and not token.capital):
            return False
        return bool(token.flags & Flag.FAMILY) or (token.cased and not token.english)

    def _in_title_phrase(self, token: Token, previous: Token | None, following: Token | None) -> bool:
        """Community Payback Order: capitals of a title, each an ordinary word."""
        return any(
            beside is not None
            and beside.capital
            and not beside.begins
            and not beside.name
            and bool(beside.flags & (Flag.COMMON | Flag.WORD))
            and beside.key not in TITLES
            and beside.key not in PET
            and beside.key != "i"
            and self._close(*((beside, token) if beside.index < token.index else (token, beside)))
            for beside in (previous, following)
        )

    def _slip(self, key: str) -> bool:
        """Whether the word is one slip of the keyboard from an everyday word."""
        if len(key) < SLIP_LENGTH:
            return True
        if len(key) > LONGEST_WORD:
            return False
        flags = self.known.flags
        common = Flag.COMMON | Flag.WORD
        for at in range(len(key) + 1):
            head, tail = key[:at], key[at:]
            known = flags.beside if at >= GROUPED_BY else flags.get
            if tail and known(head + tail[1:], 0) & common:
                return True
            if len(tail) > 1 and known(head + tail[1] + tail[0] + tail[2:], 0) & common:
                return True
            if at > 3 and len(tail) > 3 and flags[head] & Flag.COMMON and flags[tail] & Flag.COMMON:
                return True
            for letter in ascii_lowercase:
                if known(head + letter + tail, 0) & common:
                    return True
                if tail and len(key) > SLIP_LENGTH and known(head + letter + tail[1:], 0) & common:
                    return True
        return False

    # One decision through the whole text, and each name whole

    def _decide_once(self) -> None:
        """What is a name in one place is one everywhere, but for a word that is also an ordinary one."""
        best: dict[str, Level] = {}
        for token, level in zip(self.words, self.levels, strict=True):
            if level is not None and not self.initials[token.index] and best.get(token.key) is not SURE:
                best[token.key] = level
        for token in self.words if best else ():
            key = token.key
            if key in best and not self.taken[token.index]:
                if self.levels[token.index] is None and self._stays_a_word(token):
                    continue
                self.levels[token.index] = best[key]
            elif key[-1:] == "s" and key[:-1] in best and not token.english and not token.flags:
                self.levels[token.index] = best[key[:-1]]

    def _stays_a_word(self, token: Token) -> bool:
        """Whether this one is the word, though the same word is a name elsewhere: I will tell Will."""
        if token.key in VERB_NAMES:
            return token.begins or token.english
        named = token.capital and token.cased
        return token.english and not named and (token.cased or token.key in MASS)

    def _spelled(self) -> None:
        """S I O B H A N: a name said letter by letter."""
        letters = [token for token in self.words if len(token.text) == 1]
        first = 0  # of a run of letters side by side
        for at, letter in enumerate(letters):
            before = letters[at - 1]
            if at and not (letter.index == before.index + 1 and self._close(before, letter)):
                first = at
            length = at - first + 1
            if length >= SPELLED_LETTERS:
                for each in letters[first if length == SPELLED_LETTERS else at : at + 1]:
                    self.levels[each.index] = SURE

    def _whole_names(self) -> Iterator[Span]:
        done = 0
        for at, level in enumerate(self.levels):
            if level is None or at < done:
                continue
            first, last = self._reach_back(at), self._reach_on(at)
            levels = {self.levels[n] for n in range(at, last + 1)}
            only_initials = all(self.initials[n] for n in range(at, last + 1))
            end = self.words[last].end
            if self.initials[last] and self.text[end : end + 1] == "." and len(self.words[last].text) == 1:
                end += 1
            yield Span(
                self.words[first].start,
                end,
                Kind.INITIALS if only_initials else Kind.PERSON,
                SURE if SURE in levels else LOOK,
            )
            done = last + 1

    def _reach_back(self, at: int) -> int:
        """A title, a pet word and an initial before a name belong to it."""
        while at and not self.taken[at - 1]:
            token, before = self.words[at], self.words[at - 1]
            if not self._close(before, token) or self.levels[at - 1] is not None:
                break
            if (
                (
                    before.key in TITLES
                    and (
                        before.key in HONORIFICS
                        or before.key not in ("sister", "brother", "father", "doctor", "cousin")
                        or before.capital
                    )
                )
                or (
                    before.key in PET
                    and (before.capital or before.key in ("wee", "big", "auld", "old", "young"))
                )
                or (before.key in _SMALL_NAMES and self._is_a_family(before))
            ):
                at -= 1
            elif before.key == "and" and token.key in HONORIFICS and at > 1 and self._titled(at - 2):
                at -= 2
            else:
                break
        return at

    def _is_a_family(self, before: Token) -> bool:
        """He Guiying, and amid a sentence So Jin-ho: a name with a capital, before the name it goes with."""
        if not (before.cased and before.capital) or before.shouted:
            return False
        return before.key == "he" or not before.begins

    def _titled(self, at: int) -> bool:
        """The first title of `Mr and Mrs Tannahill`."""
        return self.words[at].key in HONORIFICS and self._close(self.words[at], self.words[at + 1])

    def _reach_on(self, at: int) -> int:
        """On through family names, initials and particles."""
        while at + 1 < len(self.words):
            token, following = self.words[at], self.words[at + 1]
            if token.possessive or self.taken[at + 1] or not self._close(token, following):
                break
            if (
                "." in self.text[token.end : following.start]
                and len(token.text) > 1
                and token.key not in TITLES
            ):
                break
            if self.levels[at + 1] is not None:
                at += 1
            elif (
                token.key in ("mac", "nic")
                and following.key in ("an", "na", "a")
                and at + 2 < len(self.words)
            ):
                at += 2  # Mac an t-Saoir
            elif self._family_follows(token, following):
                self.levels[at + 1] = self.levels[at]
                at += 1
            elif (
                following.key in PARTICLES
                and at + 2 < len(self.words)
                and self.levels[at + 2] is not None
                and self._close(following, self.words[at + 2])
            ):
                at += 2
            else:
                break
        return at

    def _family_follows(self, token: Token, following: Token) -> bool:
        if self.initials[token.index] and not following.capital:
            return False
        named = following.cased and following.capital and not following.begins and not following.shouted
        if named and following.key in _SMALL_NAMES:
            return True  # Esra Can
        if following.key in NOT_FAMILY or following.key in SMALL_WORDS or following.key in ACTS:
            return False
        if following.cased:
            listed = following.flags & Flag.FAMILY or (named and following.flags & Flag.GIVEN)
            return (
                following.capital
                and not following.shouted
                and bool(listed or not following.flags & Flag.COMMON)
            )
        if following.flags & Flag.FAMILY:
            return following.key not in VERB_NAMES and not (
                following.flags & Flag.COMMON and self._then_goes_on(following)
            )
        return not following.flags and not self._slip(following.key)

    def _then_goes_on(self, token: Token) -> bool:
        """A noun or an article after it: the word is at work as a word."""
        following = self._after(token)
        return following is not None and self._same_clause(token, following) and following.key in _OBJECTS
