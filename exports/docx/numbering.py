"""Lists that Word numbers itself: every numbered list begins anew."""

from exports.docx.xml import Element, make, twips

_BULLETS, _NUMBERS = 1, 2


class Numbering:
    """The numbering of one document; `root` is the element that holds it."""

    def __init__(self, root: Element) -> None:
        self._root = root
        for old in list(root):
            root.remove(old)
        root.append(_abstract(0, "bullet", "•", 14))
        root.append(_abstract(1, "decimal", "%1.", 20))
        root.append(make("w:num", make("w:abstractNumId", val=0), numId=_BULLETS))
        root.append(make("w:num", make("w:abstractNumId", val=1), numId=_NUMBERS))
        self._last = _NUMBERS

    def bullets(self) -> int:
        """Return the number of the list without an order."""
        return _BULLETS

    def begin(self, start: int) -> int:
        """Begin a list at a number, and return how its points refer to it."""
        self._last += 1
        override = make("w:lvlOverride", make("w:startOverride", val=start), ilvl=0)
        self._root.append(make("w:num", make("w:abstractNumId", val=1), override, numId=self._last))
        return self._last


def _abstract(number: int, form: str, text: str, indent: float) -> Element:
    level = make(
        "w:lvl",
        make("w:start", val=1),
        make("w:numFmt", val=form),
        make("w:lvlText", val=text),
        make("w:lvlJc", val="left"),
        make("w:pPr", make("w:ind", left=twips(indent), hanging=twips(indent - 2))),
        make("w:rPr", make("w:color", val="1F5F6B", themeColor="accent1")),
        ilvl=0,
    )
    return make("w:abstractNum", make("w:multiLevelType", val="singleLevel"), level, abstractNumId=number)
