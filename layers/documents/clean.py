"""Text from files as XML can hold it: what is no character there is shown as an unknown one."""

from __future__ import annotations

import re

BARRED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAKS = re.compile("[\t\n\r\v\f\u0085\u2028\u2029]+")


def clean(text: str) -> str:
    """Return a text of one line that XML can hold."""
    return BARRED.sub("\ufffd", BREAKS.sub(" ", text))
