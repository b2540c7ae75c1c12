"""What is so only where files have modes and words are bytes."""

import json


def test_a_tag_that_is_not_text_is_code_2(journal, tip_process):
    assert tip_process("add", "--tag", "\udcff", stdin=b"A line.").code == 2
    assert tip_process("search", "\udcff").code == 2


def test_doctor_sees_what_others_may_read(locked, tip):
    locked.home.chmod(0o755)
    locked.journal.chmod(0o640)
    found = {one["about"]: one for one in json.loads(tip("doctor", "--json").out)}
    assert not found["Folder permissions"]["well"]
    assert not found["Journal permissions"]["well"]
    assert found["Key file permissions"]["well"]
