"""What states and assessments look like: a symbol and the role of a colour beside the word that says it."""

from collections.abc import Mapping

STATUSES: Mapping[str, tuple[str, str]] = {
    "draft": ("pencil-simple", "muted"),
    "in_review": ("eye", "information"),
    "partner_approval": ("hourglass", "information"),
    "ready_to_sign": ("pen-nib", "warning"),
    "part_signed": ("circle-half", "warning"),
    "in_force": ("check-circle", "good"),
    "expired": ("clock", "muted"),
    "terminated": ("prohibit", "muted"),
    "superseded": ("arrow-counter-clockwise", "muted"),
}
ASSESSMENTS: Mapping[str, tuple[str, str]] = {
    "fully": ("check-circle", "good"),
    "partly": ("circle-half", "warning"),
    "not_in_place": ("x-circle", "error"),
    "not_relevant": ("minus-circle", "muted"),
}
NOT_ASSESSED = ("circle-dashed", "muted")
NEEDS = {"required": "needed", "recommended": "recommended", "optional": "optional", "omit": "unusual here"}
WORDINGS = {
    "library": "library wording",
    "values": "library wording, own values",
    "edited": "edited wording",
    "own": "own clause",
}
TRANSLATIONS = {"lacking": "not translated", "old": "changed since it was translated"}
ANSWERS: Mapping[str, tuple[str, str]] = {
    "waiting": ("hourglass", "warning"),
    "approved": ("check-circle", "good"),
    "refused": ("x-circle", "error"),
    "not_needed": ("minus-circle", "muted"),
}
MATERIALITIES: Mapping[str, tuple[str, str]] = {
    "material": ("warning", "error"),
    "minor": ("info", "warning"),
    "none": ("minus-circle", "muted"),
}
