"""Which records of a table somebody wants to see: by the terms of a field, or by a condition on its text or value."""

from workbook.narrowing.conditions import RANGE, WAYS, Condition, is_sound, read_condition
from workbook.narrowing.matching import Wish, in_words, matcher, shown_ends

__all__ = ["RANGE", "WAYS", "Condition", "Wish", "in_words", "is_sound", "matcher", "read_condition", "shown_ends"]
