"""People's names and initials: a list, and what stands around a word, before a capital alone (DEIDENTIFICATION.md).

A capitalised word that is in no English dictionary is a name until the writer says otherwise. Where there are no
capitals, a word in no dictionary is one too, unless it is a slip of the keyboard; and a name that is also a word needs
what people do, or who they are to someone, beside it.
"""

from collections.abc import Iterator

from tip_reflect.privacy.cues import (
    ACTS,
    HONORIFICS,
    MASS,
    NOT_FAMILY,
    PARTICLES,
    PET,
    SMALL_WORDS,
    TITLES,
    VERB_NAMES,
)
from tip_reflect.privacy.dictionary import Flag
from tip_reflect.privacy.finding import Kind, Level, Span
from tip_reflect.privacy.name_words import OBJECTS, SMALL_NAMES, SPELLED_LETTERS, WORD_OR_NAME
from tip_reflect.privacy.names import LOOK, SURE, Names
from tip_reflect.privacy.tokens import Token


class People(Names):
    """One look at one text, its names whole."""

    def recognise(self) -> Iterator[Span]:
        """Spans of people and of initials, in order, each name whole."""
        after_title = False
        for token, taken in zip(self.words, self.taken, strict=True):
            everyday = token.flags & WORD_OR_NAME == Flag.COMMON and not token.capital and len(token.text) > 1
            if not taken and (after_title or not everyday):
                self.levels[token.index] = self.judge(token)
            after_title = token.key in TITLES
        self._decide_once()
        self._spelled()
        yield from self._whole_names()

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
            if at and not (letter.index == before.index + 1 and self.close(before, letter)):
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
            if not self.close(before, token) or self.levels[at - 1] is not None:
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
                or (before.key in SMALL_NAMES and self._is_a_family(before))
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
        return self.words[at].key in HONORIFICS and self.close(self.words[at], self.words[at + 1])

    def _reach_on(self, at: int) -> int:
        """On through family names, initials and particles."""
        while at + 1 < len(self.words):
            token, following = self.words[at], self.words[at + 1]
            if token.possessive or self.taken[at + 1] or not self.close(token, following):
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
                and self.close(following, self.words[at + 2])
            ):
                at += 2
            else:
                break
        return at

    def _family_follows(self, token: Token, following: Token) -> bool:
        if self.initials[token.index] and not following.capital:
            return False
        named = following.cased and following.capital and not following.begins and not following.shouted
        if named and following.key in SMALL_NAMES:
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
        return not following.flags and not self.slip(following.key)

    def _then_goes_on(self, token: Token) -> bool:
        """A noun or an article after it: the word is at work as a word."""
        following = self.after(token)
        return following is not None and self.same_clause(token, following) and following.key in OBJECTS
