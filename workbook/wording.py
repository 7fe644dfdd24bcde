"""Our own words: English source strings with values in braces, translated only where they are shown."""

from collections.abc import Mapping


def fill(sentence: str, values: Mapping[str, str]) -> str:
    """Put values into the braces of a source string; a name without a value stays as it is."""
    for name, value in values.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence


def source(text: str) -> str:
    """Mark words that are translated somewhere else, when they are shown; translators find them by this mark."""
    return text
