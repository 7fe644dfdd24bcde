"""Keeps a fault of PySide6 6.12 from ending the program on Python 3.11.

Each `Signal.emit()` hands back True without counting the reference. From Python 3.12 on, True is immortal (PEP 683) and
nothing happens; on 3.11 its count sinks by one with every emission, until the interpreter aborts ("deallocating True or
False"). So True is given, once, more references than emissions could ever take.
"""

import sys

_PLENTY = 2**40


def make_true_immortal() -> None:
    """Do for Python 3.11 what 3.12 does by itself. Calling it again does no harm."""
    if sys.version_info < (3, 12):
        import ctypes

        count = ctypes.c_ssize_t.from_address(id(True))
        if count.value < _PLENTY // 2:
            count.value += _PLENTY
