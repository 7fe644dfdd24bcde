"""What a file from outside holds: read once, and no more of it than it may have."""

from pathlib import Path

from exports.incoming.limits import refuse


def content_of(path: Path, most_bytes: int) -> bytes:
    """Return what a file holds, one byte more than it may have where it is larger; raise `Refused` where it is none.

    A pipe would be waited for, and a device has no end, so neither is opened.
    """
    try:
        if path.is_dir():
            refuse(path.name, "This is a folder; choose the file that is meant.")
        if path.exists() and not path.is_file():
            refuse(path.name, "This is a device or a pipe and no file; choose the file that is meant.")
        with path.open("rb") as file:
            return file.read(most_bytes + 1)
    except FileNotFoundError:
        refuse(path.name, "The file does not exist; check the name.")
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        reason = (getattr(error, "strerror", None) or "its name cannot be a file's").lower()
        refuse(path.name, f"The file could not be read: {reason}; check it, or choose another.")
