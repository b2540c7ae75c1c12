"""The master secret: 128 random bits that are also 12 words on paper, and the database key made from them.

The secret never changes for the life of a journal. A passphrase only wraps it (see `wrapping`), so whoever
holds the words needs neither passphrase nor header.
"""

import os
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tip_reflect.errors import WrongRecoveryWords

SECRET_BYTES = 16
WORD_COUNT = 12
DATABASE_KEY_BYTES = 32

# Fixed for ever: another value here makes another key, and no existing journal would open.
DATABASE_KEY_SALT = b"tip-reflect/vault/1"
DATABASE_KEY_INFO = b"journal.db raw key"


@dataclass(frozen=True, slots=True)
class Secret:
    """The 16 bytes that everything else is made from; they stay out of its repr."""

    _bits: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self._bits) != SECRET_BYTES:
            raise ValueError("a secret is 16 bytes")

    @staticmethod
    def new(random: Callable[[int], bytes] = os.urandom) -> "Secret":
        """Make a fresh secret from a random source."""
        return Secret(random(SECRET_BYTES))

    @staticmethod
    def from_words(words: str) -> "Secret":
        """Find the secret that 12 words stand for, forgiving of case, spacing, commas and numbering.

        Raises WrongRecoveryWords: not 12 words, a word that is not in the list (by place, never by name),
        or words that do not fit together.
        """
        # Imported when used: the lock screen is painted before any key is worked out.
        from mnemonic import Mnemonic  # noqa: PLC0415

        given = _words_in(words)
        if len(given) != WORD_COUNT:
            raise WrongRecoveryWords(_count_sentence(len(given)))
        language = Mnemonic("english")
        known = frozenset(language.wordlist)
        if strangers := [place for place, word in enumerate(given, start=1) if word not in known]:
            raise WrongRecoveryWords(_strangers_sentence(strangers))
        try:
            return Secret(bytes(language.to_entropy(given)))
        except ValueError:
            # The 12 words carry four check bits: one slip in sixteen gets past them, and opens nothing.
            raise WrongRecoveryWords(
                "Each of these 12 words could be on a recovery sheet, but they do not fit together. "
                "Nothing has changed. Perhaps two have changed places, or one was read as another: "
                "check them against the sheet, in order, and try again."
            ) from None

    def words(self) -> tuple[str, ...]:
        """Give the 12 recovery words (BIP-39, English), in order."""
        from mnemonic import Mnemonic  # noqa: PLC0415 (as above)

        return tuple(Mnemonic("english").to_mnemonic(self._bits).split(" "))

    def database_key(self) -> bytes:
        """Make the 32 bytes that SQLCipher takes as its raw key (HKDF-SHA256, RFC 5869)."""
        from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 (as above)
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 (as above)

        return HKDF(SHA256(), DATABASE_KEY_BYTES, DATABASE_KEY_SALT, DATABASE_KEY_INFO).derive(self._bits)


def _words_in(text: str) -> list[str]:
    """Take what was typed or pasted, without numbering and punctuation: '1. Legal, 2) winner' is two words."""
    parts = re.split(r"[\W_]+", unicodedata.normalize("NFKC", text).casefold())
    bare = (part.strip("0123456789") for part in parts)
    return [word for word in bare if word]


def _count_sentence(count: int) -> str:
    found = "none were given" if count == 0 else f"{count} {'was' if count == 1 else 'were'} given"
    return (
        f"A recovery sheet has {WORD_COUNT} words, and {found}. Nothing has changed. "
        "Type all of them in order, with a space between, and try again."
    )


def _strangers_sentence(places: Sequence[int]) -> str:
    if len(places) == 1:
        which = f"Word {places[0]} is not one"
    else:
        which = f"Words {', '.join(str(place) for place in places[:-1])} and {places[-1]} are not ones"
    return (
        f"{which} that a recovery sheet can hold. Nothing has changed. "
        "Check the spelling against the sheet and try again."
    )
