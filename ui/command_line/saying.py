"""Words on their way out: whatever the terminal can show, in one line where one is promised, to whoever still reads."""

import codecs
import contextlib
import os
import re
import sys
from typing import TextIO

_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_REVERSALS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")  # would make a line read otherwise than it is written
_PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "×": "x", "→": "->"}


def one_line(text: str) -> str:
    """Return a text as one line, without what would break or turn it."""
    return _REVERSALS.sub("", _BREAKS.sub(" ", text)).strip()


def can_show(stream: TextIO | None, text: str) -> bool:
    """Say whether a stream can write this text as it is."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    errors = getattr(stream, "errors", None)
    try:
        text.encode(encoding, errors if errors == "surrogateescape" else "strict")
    except UnicodeEncodeError:
        return False
    return True


def say(stream: TextIO | None, text: str) -> str:
    """Write a text and send it off; return why that failed, or nothing. A reader who has left misses nothing."""
    if stream is None:
        return ""  # a program without a console, or one whose output was closed
    if not can_show(stream, text):
        encoding = stream.encoding or "utf-8"
        text = text.encode(encoding, _PLAINLY).decode(encoding)
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _give_up(stream)
    except OSError as error:
        _give_up(stream)
        return f"The answer could not be written: {(error.strerror or 'unknown reason').lower()}."
    return ""


def complain(sentence: str) -> None:
    """Say in one line on the error stream why something was not done."""
    say(sys.stderr, f"{one_line(sentence)}\n")


def _plainly(error: UnicodeError) -> tuple[str | bytes, int]:
    """Write what a stream cannot show in the nearest sign of everybody's, or by its number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    characters = error.object[error.start : error.end]
    shown = (_PLAIN.get(one) or one.encode("ascii", "backslashreplace").decode() for one in characters)
    return "".join(shown), error.end


_PLAINLY = "creative-partnership-plainly"
codecs.register_error(_PLAINLY, _plainly)


def _give_up(stream: TextIO) -> None:
    """Send nowhere what is still waiting, so that the end of the program does not try again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
