"""Write the expected texts anew, after looking at what changed: `python -m tests.golden.renew`, then `git diff`."""

from tests.golden.small import FOLDER, documents


def main() -> None:
    """Write one file for each document."""
    for name, text in documents().items():
        (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
