"""A word at a time: whether it is a name, by a list and by what stands around it."""

from collections.abc import Sequence
from string import ascii_lowercase

from tip_reflect.privacy.cues import (
    ACTS,
    AUXILIARIES,
    HONORIFICS,
    KIN,
    LEADS,
    LETTERED,
    MASS,
    PET,
    SMALL_WORDS,
    TITLES,
    VERB_NAMES,
    WEAK_LEADS,
)
from tip_reflect.privacy.dictionary import GROUPED_BY, Dictionary, Flag
from tip_reflect.privacy.finding import Level
from tip_reflect.privacy.name_words import (
    AFTER_A_PERSON,
    BEFORE_A_PERSON,
    BEFORE_INITIALS,
    CALLS,
    DETERMINES,
    GREETED,
    GREETINGS,
    INITIALS_LONGEST,
    IS,
    JOIN,
    JOINS,
    LONGEST_JOIN,
    LONGEST_WORD,
    NAMING,
    NO_NAMES,
    NOT_BEFORE_A_NAME,
    QUOTATION,
    SAYS,
    SHORTENED,
    SLIP_LENGTH,
    SMALL_NAMES,
    SOMEONE_IS,
    SPOKEN_TO,
    TAKES_A_PERSON,
    TELLS,
    TIMES,
    WHOM,
)
from tip_reflect.privacy.tokens import Token

SURE, LOOK = Level.SURE, Level.LOOK


class Names:
    """One look at the words of one text, one at a time: is it a name? `taken` says which words are already something else."""

    def __init__(self, text: str, words: Sequence[Token], known: Dictionary, taken: Sequence[bool]) -> None:
        self.text = text
        self.words = words
        self.known = known
        self.taken = taken
        self.levels: list[Level | None] = [None] * len(words)
        self.initials: list[bool] = [False] * len(words)

    def judge(self, token: Token) -> Level | None:
        if len(token.text) == 1 or (token.cased and token.shouted and len(token.text) <= INITIALS_LONGEST):
            return self._initials(token)
        if not token.english and (
            token.accented or not (token.text.isascii() or token.capital or token.text.islower())
        ):
            return SURE  # with accents, or in letters that have no capitals: 李娜
        if token.key == "ye" and not (token.cased and token.capital):
            return None
        previous, following = self.before(token), self.after(token)
        if previous is not None and previous.key in TITLES and self.close(previous, token):
            honoured = previous.key in HONORIFICS or (previous.capital and token.cased)
            if honoured and self._may_be_honoured(token):
                return SURE
        if token.key in TITLES or (token.key in SMALL_WORDS and not token.flags & Flag.ALSO_WORD):
            return None
        if token.capital and token.name and token.cased and self._is_in_marks(token):
            return SURE
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

    def _is_in_marks(self, token: Token) -> bool:
        """`Alasdair ("Ally")`: one word in quotation marks, beside a name or in brackets."""
        before, after = self.text[max(0, token.start - 2) : token.start], self.text[token.end : token.end + 2]
        return (
            before[-1:] in QUOTATION
            and after[:1] in QUOTATION
            and before[:1] in ("(", " ")
            and after[1:2] in (")", " ", "")
        )

    def _may_be_honoured(self, token: Token) -> bool:
        """After a title: a capital where there are any, and where there are none no everyday word."""
        if token.cased and token.capital:
            return True
        title = self.words[token.index - 1].key
        small = token.key in NO_NAMES and token.key not in SMALL_NAMES
        if title in ("mr", "mrs", "ms") and not small:
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
        return whom.key in WHOM and verb.key in CALLS and self.same_clause(whom, token)

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
            return SURE if not self.slip(token.key) else LOOK
        return (
            LOOK
            if self.text[token.end : token.end + 1] in (":", ",", '"', "”") or not self.slip(token.key)
            else None
        )

    def _small(self, token: Token, previous: Token | None) -> Level | None:
        """No capital where others have them: a slip of the hand, if it is a name at all."""
        if token.flags & Flag.GIVEN:
            met = previous is not None and (previous.key in BEFORE_A_PERSON or previous.key in LEADS)
            return SURE if met and not token.english else LOOK
        if token.flags:
            return None
        kin = previous is not None and previous.key in KIN
        return LOOK if kin and not self.slip(token.key) else None

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
        if previous is not None and previous.key in KIN and self.same_clause(previous, token):
            return SURE
        if self.slip(token.key):
            return LOOK if token.possessive or (evidence and self._acts(following)) else None
        return SURE if evidence else LOOK

    def _rare_word(self, token: Token, previous: Token | None, following: Token | None) -> Level | None:
        """An English word no list calls a name. A rare one with a capital amid a sentence may be one yet."""
        if not token.cased and token.name and not token.flags & Flag.COMMON:
            left = previous.key if previous is not None and self.same_clause(previous, token) else ""
            right = following.key if following is not None and self.same_clause(token, following) else ""
            if left in BEFORE_A_PERSON or right in TELLS or (token.possessive and left not in DETERMINES):
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
        left = previous.key if previous is not None and self.same_clause(previous, token) else ""
        right = following.key if following is not None and self.same_clause(token, following) else ""
        if token.cased and not token.capital:
            slip = token.flags & Flag.GIVEN and right in SAYS and (not left or left in JOINS)
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
        if left in SPOKEN_TO:
            return SURE
        if right == "by" and following is not None and self._key_after(following) == "name":
            return SURE  # Frank by name
        if left not in DETERMINES and right in IS and self._someone_is(following):
            return LOOK if token.key in TIMES else SURE
        if token.key in MASS and token.begins and acts and right not in TELLS:
            return LOOK
        if token.key in VERB_NAMES:
            if right in IS and token.key not in MASS and left not in DETERMINES:
                return SURE if token.cased and token.capital else LOOK
            if token.possessive and left not in DETERMINES:
                return LOOK if token.key in MASS else SURE
            if acts and (not left or left in JOINS or (left in KIN and right in TELLS)):
                return SURE
            alone = right in ("", "and", "at", "about", "in", "on", "again", "who", "but") or acts
            if right == "from" and token.begins and token.cased:
                return LOOK
            return SURE if left in GREETED and alone else None
        if left in KIN or left in PET or left in NAMING or left in GREETINGS:
            return SURE
        if left in DETERMINES:
            return None
        if acts or token.possessive or right in TELLS:
            return SURE
        if right in AUXILIARIES and token.key not in MASS:
            return SURE
        if left in TAKES_A_PERSON and (right in AFTER_A_PERSON or token.key not in MASS):
            return SURE if right in AFTER_A_PERSON and token.key not in MASS else LOOK
        if token.cased:
            return (
                LOOK
                if not (token.key in MASS and (right in AUXILIARIES or right in ("of", "for", "the")))
                else None
            )
        if token.key in MASS:
            return LOOK if right in AUXILIARIES and left not in ("of", "in", "with", "to") else None
        return LOOK if left not in NOT_BEFORE_A_NAME else None

    def _someone_is(self, being: Token | None) -> bool:
        """Whether what follows `was` is said of people: in the kitchen, crying, upset."""
        after = self.after(being) if being is not None else None
        if after is None or being is None or not self.same_clause(being, after):
            return False
        return after.key in SOMEONE_IS or (after.key.endswith("ing") and len(after.key) > SLIP_LENGTH)

    def _key_after(self, token: Token) -> str:
        after = self.after(token)
        return after.key if after is not None and self.same_clause(token, after) else ""

    def _family_or_word(self, token: Token, left: str, right: str) -> Level | None:
        """Brown, Young: by itself a name only where someone does something."""
        if not token.capital or not token.cased:
            return None
        if right in TELLS and not token.begins:
            return SURE
        if (left in TAKES_A_PERSON or left in KIN) and not token.begins and right in AFTER_A_PERSON:
            return LOOK
        return LOOK if not token.flags & (Flag.COMMON | Flag.WORD) and not token.begins else None

    def _seldom_a_name(
        self, token: Token, left: str, right: str, following: Token | None, *, amid: bool
    ) -> Level | None:
        if left in ("called", "named") or (
            right in TELLS and left not in DETERMINES and token.key not in KIN
        ):
            return LOOK if token.key not in VERB_NAMES and token.key not in SMALL_WORDS else None
        if amid and left not in DETERMINES and (left in BEFORE_A_PERSON or right in ACTS):
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
        previous, following = self.before(token), self.after(token)
        left = previous.key if previous is not None and self.close(previous, token) else ""
        right = following.key if following is not None and self.same_clause(token, following) else ""
        dotted = self.text[token.end : token.end + 1] == "." and len(token.text) == 1
        if len(token.text) == INITIALS_LONGEST and token.text[0] in "OD" and token.text[1] in QUOTATION:
            self.initials[token.index] = True
            return SURE  # A.O'N.
        if len(token.text) > 1:
            if token.key in self.known.acronyms:
                return None
            if token.key in SMALL_WORDS or token.flags & (Flag.COMMON | Flag.CAPITAL):
                if len(token.text) > 2 or right not in SAYS:
                    return None
                self.initials[token.index] = True
                return SURE  # ME said to write it down
            if token.flags & Flag.GIVEN and not token.english:
                return SURE
            self.initials[token.index] = True
            known = left in BEFORE_INITIALS or right in ACTS or right in AUXILIARIES or token.possessive
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

    def before(self, token: Token) -> Token | None:
        return self.words[token.index - 1] if token.index else None

    def after(self, token: Token) -> Token | None:
        return self.words[token.index + 1] if token.index + 1 < len(self.words) else None

    def close(self, left: Token, right: Token) -> bool:
        """Whether nothing but a space or a full stop of an abbreviation parts them."""
        if right.start - left.end > LONGEST_JOIN or not JOIN.fullmatch(self.text, left.end, right.start):
            return False
        shortened = (
            len(left.text) == 1
            or left.key in SHORTENED
            or (left.shouted and len(left.text) <= INITIALS_LONGEST)
        )
        return shortened or self.text[left.end] != "."

    def same_clause(self, left: Token, right: Token) -> bool:
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
            and self.close(*((beside, token) if beside.index < token.index else (token, beside)))
            for beside in (previous, following)
        )

    def slip(self, key: str) -> bool:
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
