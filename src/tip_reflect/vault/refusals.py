"""What it means to a person when the disk refuses."""

import errno

from tip_reflect.errors import DiskFull, ReadOnlyPlace, TipReflectError

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
NOT_ALLOWED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def refusal(error: OSError, what: str) -> TipReflectError:
    """Make the error to raise instead of `error`; `what` is the start of a sentence: 'vault.json could not be saved'."""
    if error.errno in NO_ROOM:
        return DiskFull(
            f"There is no room left on the disk, so {what}. What was there before is still there, whole. "
            "Make some room, then try again."
        )
    if error.errno in NOT_ALLOWED:
        return ReadOnlyPlace(
            f"The journal's folder does not allow writing, so {what}. What was there before is still there, whole. "
            "Check that the disk is not read-only and that the folder is yours, then try again."
        )
    return TipReflectError(
        f"The disk refused ({error.strerror or 'it did not say why'}), so {what}. "
        "What was there before is still there, whole. Check the journal's folder, then try again."
    )
