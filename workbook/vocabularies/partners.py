"""Words for who takes part: sectors, fields, roles, and where each partner stands.

Sources of the lists: domain.md 1 (sectors), 3.1 (roles), 10.1 (partner, contact).
"""

from __future__ import annotations

from workbook.vocabularies.base import Term, Vocabulary

SECTORS = Vocabulary(
    "sectors",
    (
        Term("cultural_institution", "Cultural institution", "A museum, library, theatre, archive or similar body."),
        Term("creative_industry", "Creative industry or business", "A business that lives from creative work."),
        Term("technology", "Technology and innovation", "A business, lab or hub that works with new technology."),
        Term("other_business", "Other business", "Any other company, shop, trade or chamber of commerce."),
        Term("local_government", "Local government", "The municipality, its departments and its own companies."),
        Term(
            "national_government",
            "National or regional government",
            "A ministry, agency or authority above the municipality.",
        ),
        Term("education_training", "Education and training", "A school, college or provider of training."),
        Term("research", "Research", "A university or institute that takes part for its research."),
        Term("civil_society", "Civil society or NGO", "An association, union or non-profit organisation."),
        Term("community_group", "Community group", "Residents who organise themselves, registered or not."),
        Term("foundation", "Foundation or donor", "An organisation whose purpose is to give money or support."),
        Term("international_organisation", "International organisation", "A body formed by several countries."),
        Term("media", "Media", "A newspaper, broadcaster, publisher of news or online channel."),
        Term("individual_artist", "Individual artist or expert", "A person who takes part in their own name."),
    ),
)

SUBFIELDS = Vocabulary(
    "subfields",
    (
        Term("architecture", "Architecture", "Buildings, landscape and the shaping of places."),
        Term("community_arts", "Community arts", "Work made by and with residents."),
        Term("craft", "Craft", "Skilled making by hand, traditional or new."),
        Term("design", "Design", "Products, graphics, services and interiors."),
        Term("fashion", "Fashion and textiles", "Clothes, fabrics and accessories."),
        Term("festivals", "Festivals and events", "Celebrations and gatherings that return or happen once."),
        Term("film", "Film and video", "Making, showing and keeping moving images."),
        Term("games", "Games", "Video games, board games and play."),
        Term("gastronomy", "Gastronomy", "Food, cooking and the culture around them."),
        Term("heritage", "Heritage", "Buildings, sites, traditions and knowledge handed down."),
        Term("libraries_archives", "Libraries and archives", "Places that keep and lend books, records and documents."),
        Term("literature", "Literature and publishing", "Writing, translating, publishing and telling stories."),
        Term("marketing_communication", "Advertising and communication", "Campaigns, branding and public relations."),
        Term("media_arts", "Media arts", "Art made with digital, electronic or interactive means."),
        Term("museums", "Museums and galleries", "Places that collect, keep and show."),
        Term("music", "Music", "Making, recording, performing and teaching music."),
        Term("performing_arts", "Performing arts", "Theatre, dance, circus and street performance."),
        Term("photography", "Photography", "Taking, showing and keeping photographs."),
        Term("software", "Software and digital services", "Programs, websites, apps and data services."),
        Term("tourism", "Cultural tourism", "Visits, tours and hospitality built on culture."),
        Term("visual_arts", "Visual arts", "Painting, sculpture, murals and art in public places."),
        Term("mixed", "Several fields", "Work across many fields without one that leads."),
        Term("other", "Other field", "A field that this list does not name."),
    ),
)

PARTNER_ROLES = Vocabulary(
    "partner_roles",
    (
        Term("lead", "Lead or convenor", "Brings the parties together, sets the tone and mends trust when it suffers."),
        Term("accountable_body", "Accountable body or fund holder", "Holds the money in law and answers to auditors."),
        Term(
            "secretariat", "Secretariat or backbone", "Staffs the coordination, keeps shared figures and news flowing."
        ),
        Term("broker", "Broker or intermediary", "Guides talks between partners without taking sides."),
        Term("funder", "Funder", "Gives money or finds it elsewhere."),
        Term("implementer", "Implementer or delivery partner", "Carries out activities."),
        Term("host", "Host or venue provider", "Offers rooms, land or a platform where things happen."),
        Term("knowledge", "Knowledge or research partner", "Brings evidence, studies and links to universities."),
        Term("training_provider", "Training provider", "Designs courses and teaches them."),
        Term("technology", "Technology partner", "Brings tools, data and know-how in new technology."),
        Term("creative", "Creative or artistic partner", "Brings creative direction, artists and content."),
        Term(
            "community_representative",
            "Community or beneficiary representative",
            "Speaks for the people whom the work affects.",
        ),
        Term("advisor", "Advisor or expert", "Is asked for advice and does not deliver."),
        Term("champion", "Champion or patron", "Lends public or political weight."),
        Term("regulator", "Regulator or enabling authority", "Decides on permits, land use or rules."),
        Term("communications", "Communications partner", "Keeps everybody informed and reaches networks and media."),
        Term("evaluation", "Monitoring or evaluation partner", "Checks results independently."),
    ),
)

PARTNER_STATUSES = Vocabulary(
    "partner_statuses",
    (
        Term("prospective", "Prospective", "We think of them; they may not know it yet."),
        Term("invited", "Invited", "They were asked and have not answered yet."),
        Term("engaged", "Engaged", "They take part, and have not signed."),
        Term("signed", "Signed", "They signed the current agreement."),
        Term("suspended", "Suspended", "They pause with everyone's knowledge and mean to come back."),
        Term("withdrawn", "Withdrawn", "They left before the end."),
        Term("completed", "Completed", "They did what they had agreed to do, and their part is over."),
    ),
)

APPROVAL_STATUSES = Vocabulary(
    "approval_statuses",
    (
        Term("not_started", "Not started", "The partner has not asked its own council, board or lawyers yet."),
        Term("in_progress", "In progress", "The partner's own people are looking at it."),
        Term("approved", "Approved", "The partner's own body has agreed, so its representative may sign."),
        Term("refused", "Refused", "The partner's own body has said no; talk before anything else is signed."),
    ),
)

STAKEHOLDER_TYPES = Vocabulary(
    "stakeholder_types",
    (
        Term("city_manager", "City manager", "Runs a municipal department, service or programme."),
        Term("planner", "Planner", "Plans land use, transport, housing or public space."),
        Term("elected_member", "Elected member", "A mayor, councillor or other elected person."),
        Term("entrepreneur", "Entrepreneur", "Owns, starts or runs a business."),
        Term("artist", "Artist or creative", "Makes creative work, for a living or not."),
        Term("technologist", "Technologist", "Develops or runs technology."),
        Term("educator", "Educator or trainer", "Teaches or trains others."),
        Term("researcher", "Researcher", "Studies and publishes."),
        Term("community_representative", "Community representative", "Speaks for residents or a group of them."),
        Term("other", "Other", "None of the groups above."),
    ),
)

CONTACT_CHANNELS = Vocabulary(
    "contact_channels",
    (
        Term("email", "E-mail", "Write to the e-mail address."),
        Term("phone", "Phone", "Call the number given."),
        Term("post", "Post", "Send a letter."),
        Term("messaging", "Messaging app", "Send a short message to the phone number given."),
        Term("in_person", "In person", "Meet or visit."),
    ),
)
