"""What stands in an outline: all its words, and its tables."""

from exports.outline import BulletList, Document, Heading, Note, NumberedList, Paragraph, SignatureBlock, Table, plain


def words_of(document: Document) -> str:
    """Return every word of a document but those of its edges, block by block."""
    return "\n".join(text for block in document.blocks for text in _texts(block))


def tables_of(document: Document) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the last table under each heading."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    heading = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            found[heading] = block.as_text()
    return found


def _texts(block: object) -> list[str]:
    match block:
        case Heading() | Paragraph() | Note():
            return [plain(block.text)]
        case BulletList() | NumberedList():
            return [plain(item) for item in block.items]
        case Table():
            return [" | ".join(row) for row in block.as_text()]
        case SignatureBlock():
            return [f"{party.organisation} {party.name}".strip() for party in block.parties]
        case _:
            return []
