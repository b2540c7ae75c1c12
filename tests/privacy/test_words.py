"""The packed lists are the lists, and small."""

import zlib

import making_words

from tip_reflect.privacy.dictionary import OURS, PUBLIC, WORDS, sections, unpacked


def test_our_packed_lists_hold_what_the_text_files_say():
    assert zlib.decompress(OURS.read_bytes()).decode() == making_words.ours(
        unpacked(*sections(PUBLIC.read_bytes()))
    )


def test_the_packaged_words_stay_under_two_megabytes():
    assert sum(path.stat().st_size for path in WORDS.iterdir()) < 2_000_000
