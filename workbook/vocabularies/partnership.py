"""Words for the partnership as a whole: its stage, what it is for, and the frameworks it can be tagged with.

Sources of the lists: domain.md 1 (challenges, drivers), 6.4-6.6 (Culture 2030, SDG targets, Culture 21), 10.1 (plan).
"""

from __future__ import annotations

from workbook.vocabularies.base import Term, Vocabulary

STAGES = Vocabulary(
    "stages",
    (
        Term("idea", "Idea", "Somebody has a thought worth testing; nobody has been asked yet."),
        Term("exploring", "Exploring", "Possible partners are talking about what they could do together."),
        Term("building", "Building", "Objectives, roles and resources are being worked out in detail."),
        Term("agreed", "Agreed", "The partners have signed, and the work has not started yet."),
        Term("delivering", "Delivering", "Activities are under way."),
        Term("reviewing", "Reviewing", "The partners are looking back at results and at how they work together."),
        Term("renewing", "Renewing", "The partners intend to go on and are updating what they agreed."),
        Term("closing", "Closing", "Work is ending; equipment, works, records and promises are being settled."),
        Term("closed", "Closed", "Everything is settled and the lessons are written down."),
    ),
)

URBAN_CHALLENGES = Vocabulary(
    "urban_challenges",
    (
        # The six that the dialogue names stay first, in its order (domain.md 1, sentence 2).
        Term(
            "employment", "Employment", "Too few decent jobs or ways to earn a living, for instance for young people."
        ),
        Term("poverty", "Poverty", "Households that cannot afford what they need, and places where they concentrate."),
        Term("inequality", "Inequality", "Unequal chances between groups of people or between parts of the city."),
        Term("basic_services", "Basic services", "Access to water, sanitation, waste collection and similar services."),
        Term("mobility", "Mobility", "Getting around the city safely, affordably and without pollution."),
        Term("renewable_energy", "Renewable energy", "Moving homes, buildings and transport to clean energy."),
        Term("housing", "Housing", "Homes that are affordable, sound and well placed."),
        Term("climate_resilience", "Climate resilience", "Coping with heat, floods, drought and storms."),
        Term("public_space", "Public space", "Streets, squares and parks that are safe, open to all and cared for."),
        Term("heritage_loss", "Loss of heritage", "Buildings, places, skills or traditions that are disappearing."),
        Term(
            "migration_inclusion",
            "Migration and inclusion",
            "Newcomers and long-standing residents finding their place side by side.",
        ),
        Term("digital_divide", "Digital divide", "People left out because they lack connection, devices or skills."),
        Term("ageing", "Ageing population", "Older residents staying active, connected and well served."),
        Term("safety", "Safety", "Crime, violence or fear that keeps people from using the city."),
        Term("education", "Education", "Learning opportunities that are missing, poor or out of reach."),
        Term("health", "Health and well-being", "Physical and mental health, including isolation and loneliness."),
    ),
)

DIMENSIONS = Vocabulary(
    "dimensions",
    (
        Term("social", "Social", "Effects on people, communities and fairness."),
        Term("economic", "Economic", "Effects on jobs, income, businesses and public money."),
        Term("environmental", "Environmental", "Effects on nature, climate, resources and the built surroundings."),
    ),
)

CHALLENGE_DIMENSIONS = Vocabulary(
    "challenge_dimensions",
    (
        Term("social", "Social", "The obstacle lies with people, communities or fairness."),
        Term("economic", "Economic", "The obstacle lies with money, markets or jobs."),
        Term("environmental", "Environmental", "The obstacle lies with climate, land, resources or surroundings."),
        Term("institutional", "Institutional", "The obstacle lies with rules, procedures, staffing or politics."),
    ),
)

SDG_TARGETS = Vocabulary(
    "sdg_targets",
    (
        Term(
            "1.4", "1.4 Access to basic services", "Everyone can reach and afford the services of daily life.", "SDG 1"
        ),
        Term("4.4", "4.4 Skills for employment", "More people have skills that lead to decent work.", "SDG 4"),
        Term(
            "4.7",
            "4.7 Skills for sustainable development and cultural diversity",
            "Learners understand sustainability and value cultural diversity.",
            "SDG 4",
        ),
        Term("5.5", "5.5 Participation of women", "Women take part and lead at every level of decisions.", "SDG 5"),
        Term("7.2", "7.2 Share of renewable energy", "More of the energy used is renewable.", "SDG 7"),
        Term(
            "8.3",
            "8.3 Policies for jobs, entrepreneurship, creativity and innovation",
            "Rules and support help people to start businesses, create and hire.",
            "SDG 8",
        ),
        Term("8.6", "8.6 Youth employment", "Fewer young people are without work, education or training.", "SDG 8"),
        Term(
            "8.9",
            "8.9 Sustainable tourism promoting local culture and products",
            "Tourism creates jobs and helps local culture and products.",
            "SDG 8",
        ),
        Term(
            "9.1", "9.1 Quality, equitable infrastructure", "Infrastructure is reliable and serves everyone.", "SDG 9"
        ),
        Term("9.c", "9.c Access to information and communications technology", "Everyone can get online.", "SDG 9"),
        Term("10.2", "10.2 Social inclusion", "Nobody is shut out of social, economic or political life.", "SDG 10"),
        Term("11.2", "11.2 Transport and mobility", "Transport is safe, affordable and usable by all.", "SDG 11"),
        Term(
            "11.3",
            "11.3 Participatory, inclusive urbanisation",
            "Residents take part in planning how their city grows.",
            "SDG 11",
        ),
        Term(
            "11.4",
            "11.4 Protection of cultural and natural heritage",
            "Heritage is cared for and kept for those who come later.",
            "SDG 11",
        ),
        Term("11.7", "11.7 Safe, inclusive public space", "Public and green spaces are open to all.", "SDG 11"),
        Term("12.b", "12.b Tourism monitoring", "The effects of tourism are measured and acted on.", "SDG 12"),
        Term("13.1", "13.1 Climate resilience", "Places can withstand and recover from climate hazards.", "SDG 13"),
        Term("13.3", "13.3 Climate education", "People and institutions know what they can do on climate.", "SDG 13"),
        Term("16.7", "16.7 Participatory decisions", "Decisions are made openly and with those affected.", "SDG 16"),
        Term("16.10", "16.10 Access to information", "People can find out what public bodies know and do.", "SDG 16"),
        Term("17.9", "17.9 Capacity building", "Institutions gain the abilities they need to deliver.", "SDG 17"),
        Term(
            "17.16",
            "17.16 Multi-stakeholder partnerships",
            "Different kinds of organisations share knowledge, technology and money.",
            "SDG 17",
        ),
        Term(
            "17.17",
            "17.17 Public, public-private and civil-society partnerships",
            "Partnerships across sectors are encouraged and learn from experience.",
            "SDG 17",
        ),
    ),
)

_ENVIRONMENT = "Environment and resilience"
_PROSPERITY = "Prosperity and livelihoods"
_KNOWLEDGE = "Knowledge and skills"
_INCLUSION = "Inclusion and participation"

CULTURE_2030 = Vocabulary(
    "culture_2030",
    (
        Term("1", "Expenditure on heritage", "What is spent on looking after heritage.", _ENVIRONMENT),
        Term("2", "Sustainable management of heritage", "How well heritage is looked after.", _ENVIRONMENT),
        Term("3", "Climate adaptation and resilience", "How culture helps to cope with climate change.", _ENVIRONMENT),
        Term("4", "Cultural facilities", "How many places for culture there are and where.", _ENVIRONMENT),
        Term("5", "Open space for culture", "Outdoor public places that are used for culture.", _ENVIRONMENT),
        Term("6", "Culture in GDP", "The part of the economy that comes from culture.", _PROSPERITY),
        Term("7", "Cultural employment", "How many people work in culture.", _PROSPERITY),
        Term("8", "Cultural businesses", "How many businesses work in culture and how they fare.", _PROSPERITY),
        Term("9", "Household expenditure", "What households spend on culture.", _PROSPERITY),
        Term("10", "Trade in cultural goods and services", "Culture that is sold to other countries.", _PROSPERITY),
        Term("11", "Public finance for culture", "What public budgets give to culture.", _PROSPERITY),
        Term("12", "Governance of culture", "Rules and institutions that support culture.", _PROSPERITY),
        Term("13", "Education for sustainable development", "Sustainability and diversity in teaching.", _KNOWLEDGE),
        Term("14", "Cultural knowledge", "How knowledge of culture is handed on.", _KNOWLEDGE),
        Term("15", "Multilingual education", "Teaching in more than one language.", _KNOWLEDGE),
        Term("16", "Cultural and artistic education", "Arts and culture taught at school and beyond.", _KNOWLEDGE),
        Term("17", "Cultural training", "Professional training for work in culture.", _KNOWLEDGE),
        Term("18", "Culture for social cohesion", "Understanding and trust between groups.", _INCLUSION),
        Term("19", "Artistic freedom", "Artists can create and earn a living without interference.", _INCLUSION),
        Term("20", "Access to culture", "Everyone can reach places and offers of culture.", _INCLUSION),
        Term("21", "Cultural participation", "How many people take part in culture.", _INCLUSION),
        Term("22", "Participatory processes", "Communities have a say in cultural decisions.", _INCLUSION),
    ),
)

CULTURE_21 = Vocabulary(
    "culture_21",
    (
        Term("1", "Cultural rights", "Everyone may take part in, create and shape culture."),
        Term("2", "Heritage, diversity and creativity", "What is inherited is kept, and what is new finds room."),
        Term("3", "Culture and education", "Schools and culture work together for learners of every age."),
        Term("4", "Culture and environment", "Culture helps people to live within nature's limits."),
        Term("5", "Culture and economy", "Creative work earns a fair living and strengthens the local economy."),
        Term("6", "Culture, equality and social inclusion", "Culture reaches and includes those who are left out."),
        Term("7", "Culture, urban planning and public space", "Planning takes account of culture and its places."),
        Term("8", "Culture, information and knowledge", "Information and technology are open for cultural use."),
        Term("9", "Governance of culture", "Cultural policy is made openly and with those concerned."),
    ),
)

TECHNOLOGIES = Vocabulary(
    "technologies",
    (
        Term("ai", "Artificial intelligence", "Software that learns from examples, writes, sees or predicts."),
        Term("robotics", "Robotics and automation", "Machines that act by themselves or with people, drones included."),
        Term("open_data", "Open data", "Data that anybody may use, and the portals that offer it."),
        Term(
            "digital_fabrication", "Digital fabrication", "3D printing, laser cutting and similar making by computer."
        ),
        Term("xr", "Virtual and augmented reality", "Digital scenes, or digital layers over the real place."),
        Term("sensors_iot", "Sensors and connected devices", "Devices that measure the city and send what they find."),
        Term("geospatial", "Maps and geospatial data", "Digital maps, satellite and aerial images, location services."),
        Term("digital_twin", "Digital twins and simulation", "Computer models of a building, district or city."),
        Term("digital_heritage", "Digital heritage", "Scanning, recording and showing heritage by digital means."),
        Term("interactive_media", "Interactive and projected media", "Light, sound, projection and responsive works."),
        Term("games", "Games and game engines", "Play, and the tools of games, used for learning or taking part."),
        Term("platforms", "Online platforms and apps", "Services where people meet, share, book, learn or take part."),
        Term("blockchain", "Blockchain", "Shared registers that show who owns or did what."),
        Term("renewable_energy_tech", "Renewable energy technology", "Solar, wind, storage and energy-saving systems."),
        Term("smart_mobility", "Mobility technology", "Electric, shared and connected transport."),
        Term("biotech", "Biotechnology and biomaterials", "Living organisms or natural materials put to new use."),
        Term("new_materials", "New and circular materials", "Materials that are new, reused or made to be reused."),
        Term("connectivity", "Connectivity", "Public wireless networks, mobile networks and broadband."),
        Term("other", "Other technology", "A technology that this list does not name; say which in the notes."),
    ),
)

DRIVER_TYPES = Vocabulary(
    "driver_types",
    (
        Term("policy", "Policy", "A strategy, plan or political commitment that supports the partnership."),
        Term("legislation", "Legislation", "A law, by-law or regulation that allows, requires or funds it."),
        Term("initiative", "Practical initiative", "A programme or project already running that it can build on."),
        Term("good_practice", "Good practice", "An example from elsewhere that has worked and can be learned from."),
    ),
)

LEVELS = Vocabulary(
    "levels",
    (
        Term("neighbourhood", "Neighbourhood", "One quarter, street or community."),
        Term("local", "Local", "The whole city or municipality."),
        Term("regional", "Regional", "A metropolitan area, county, province or state."),
        Term("national", "National", "The whole country."),
        Term("international", "International", "More than one country."),
    ),
)

CONFIDENTIALITY = Vocabulary(
    "confidentiality",
    (
        Term("public", "Public", "Anybody may read it."),
        Term("internal", "Internal", "For the partners and their own staff."),
        Term("confidential", "Confidential", "Only for the people who are named as readers."),
    ),
)

TERRITORY_TERMS = Vocabulary(
    "territory_terms",
    (
        Term("municipality", "Municipality", "The usual word in many countries, and the one used at the start."),
        Term("council", "Council", "Where people say the council when they mean the local authority."),
        Term("city", "City", "Where the authority is simply called the city."),
        Term("town", "Town", "Where the authority is simply called the town."),
        Term("local_government_unit", "Local government unit", "Also known as LGU."),
        Term("local_authority", "Local authority", "A general word for any council or municipality."),
        Term("commune", "Commune", "The lowest level of government in many French-speaking and other countries."),
        Term("county", "County", "Where the partnership is led by a county."),
        Term("district", "District", "Where local government is organised by districts."),
        Term("borough", "Borough", "A part of a large city with a council of its own."),
        Term("ward", "Ward", "A part of a city or district with an office of its own."),
        Term("prefecture", "Prefecture", "Where the partnership is led by a prefecture."),
        Term("province", "Province", "Where the partnership is led by a province."),
        Term("region", "Region", "Where the partnership is led by a region."),
        Term("metropolitan_area", "Metropolitan area", "Several municipalities governed or planned together."),
    ),
)
