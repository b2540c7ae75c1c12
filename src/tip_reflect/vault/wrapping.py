"""How a passphrase wraps the secret: Argon2id makes a key from it, ChaCha20-Poly1305 seals the secret under that.

All of a header but the sealed bytes is authenticated with them, so a header that asks for a weaker derivation
than it was sealed with opens for no one.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tip_reflect.errors import WrongPassphrase
from tip_reflect.vault.passphrase import normalise
from tip_reflect.vault.secret import SECRET_BYTES, Secret

FORMAT = "tip-reflect vault"
VERSION = 1
KDF = "argon2id"
CIPHER = "chacha20-poly1305"

SALT_BYTES = 16
NONCE_BYTES = 12
KEY_BYTES = 32
TAG_BYTES = 16

# Below: a passphrase gets cheap to guess. Above: a damaged or hostile header could hold the machine for minutes.
MEMORY_KIB = range(8 * 1024, 1024 * 1024 + 1)
ITERATIONS = range(1, 10 + 1)
LANES = range(1, 16 + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapParameters:
    """What one Argon2id derivation costs. The defaults are RFC 9106's second recommended option.

    Raises ValueError out of bounds, so that no derivation is ever started with such parameters.
    """

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        if self.memory_kib not in MEMORY_KIB or self.iterations not in ITERATIONS or self.lanes not in LANES:
            raise ValueError("these key derivation parameters are out of bounds")


DEFAULT_PARAMETERS = WrapParameters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A wrapped secret and all that is needed, beside the passphrase, to unwrap it."""

    parameters: WrapParameters
    salt: bytes
    nonce: bytes
    wrapped: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if (len(self.salt), len(self.nonce), len(self.wrapped)) != (
            SALT_BYTES,
            NONCE_BYTES,
            SECRET_BYTES + TAG_BYTES,
        ):
            raise ValueError("a part of the header has the wrong length")

    def open_fields(self) -> dict[str, object]:
        """Everything but the sealed bytes, as the file names it."""
        return open_fields(self.parameters, self.salt, self.nonce)


def open_fields(parameters: WrapParameters, salt: bytes, nonce: bytes) -> dict[str, object]:
    """Spell out what a header says openly; these are the names in `vault.json`."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "kdf": {
            "name": KDF,
            "memory_kib": parameters.memory_kib,
            "iterations": parameters.iterations,
            "lanes": parameters.lanes,
        },
        "cipher": CIPHER,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
    }


def canonical(fields: Mapping[str, object]) -> bytes:
    """One spelling of the same fields, whatever order and spacing a file has them in."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def seal(
    secret: Secret,
    passphrase: str,
    *,
    parameters: WrapParameters = DEFAULT_PARAMETERS,
    random: Callable[[int], bytes] = os.urandom,
) -> Header:
    """Wrap a secret under a passphrase, with a new salt and nonce each time.

    Raises UsageProblem when the passphrase is not text.
    """
    # Imported when used: the lock screen is painted before any key is worked out.
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    salt, nonce = random(SALT_BYTES), random(NONCE_BYTES)
    key = _wrapping_key(passphrase, salt, parameters)
    authenticated = canonical(open_fields(parameters, salt, nonce))
    wrapped = ChaCha20Poly1305(key).encrypt(nonce, secret._bits, authenticated)  # noqa: SLF001 (the one reader)
    return Header(parameters=parameters, salt=salt, nonce=nonce, wrapped=wrapped)


def unseal(header: Header, passphrase: str) -> Secret:
    """Unwrap the secret in a header. Raises WrongPassphrase, or UsageProblem when the passphrase is not text."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 (as above)
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415 (as above)

    key = _wrapping_key(passphrase, header.salt, header.parameters)
    try:
        bits = ChaCha20Poly1305(key).decrypt(header.nonce, header.wrapped, canonical(header.open_fields()))
    except InvalidTag:
        # A header that someone edited with care looks the same from here, so the sentence has a way on for both.
        raise WrongPassphrase(
            "That passphrase did not open the journal. Nothing has changed. Try again, or use your "
            "12 recovery words: tip-reflect recover. They work even if the key file has been changed."
        ) from None
    return Secret(bits)


def _wrapping_key(passphrase: str, salt: bytes, parameters: WrapParameters) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 (as above)

    derivation = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=parameters.iterations,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    )
    return derivation.derive(normalise(passphrase))
