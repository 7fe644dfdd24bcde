"""Which icon stands for which sector; the word always stands beside it."""

SECTOR_ICONS = {
    "cultural_institution": "bank",
    "creative_industry": "paint-brush",
    "technology": "cpu",
    "other_business": "storefront",
    "local_government": "buildings",
    "national_government": "flag",
    "education_training": "student",
    "research": "flask",
    "civil_society": "heart",
    "community_group": "users-three",
    "foundation": "currency-circle-dollar",
    "international_organisation": "globe",
    "media": "newspaper",
    "individual_artist": "palette",
}
UNKNOWN = "question"


def sector_icon(sector: str | None) -> str:
    """Return the icon of a sector, also where none has been chosen yet."""
    return SECTOR_ICONS.get(sector or "", UNKNOWN)
