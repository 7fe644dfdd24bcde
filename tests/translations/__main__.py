"""`make translations`: put new source strings into the catalogues and take gone ones out."""

import sys

from tests.translations.catalogues import LANGUAGES, untranslated, updated, write
from tests.translations.sources import messages


def main() -> int:
    """Update every catalogue and say what is still to be translated."""
    wanted = messages()
    for language in LANGUAGES:
        catalogue = updated(language, wanted)
        write(language, catalogue)
        sys.stdout.write(f"{language}: {len(wanted) - len(untranslated(catalogue))} of {len(wanted)} translated\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
