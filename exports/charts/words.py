"""Words in charts: cut or broken so that they stay in their place."""

from collections.abc import Iterable

from exports.charts.marks import Measure

SIZE = 7.5


def cut(text: str, room: float, measure: Measure, size: float = SIZE, bold: bool = False) -> str:
    """Return words that fit into a width, ending in an ellipsis where some are left out."""
    if measure(text, size, bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + "…", size, bold) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def column_width(texts: Iterable[str], measure: Measure, most: float, size: float = SIZE) -> float:
    """Return the width of a column of labels: as wide as the widest of them, up to a limit."""
    return min(max((measure(text, size, False) for text in texts), default=0.0) + 8, most)
