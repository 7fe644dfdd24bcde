"""Words for building the abilities the partnership needs, and for who took part.

Sources of the lists: domain.md 5.1 (levels, pillars), 5.2 (kinds and forms), 5.3 (statuses), 5.4 (log), 5.5 (scales).
"""

from __future__ import annotations

from workbook.vocabularies.base import Term, Vocabulary

CAPACITY_LEVELS = Vocabulary(
    "capacity_levels",
    (
        Term("individual", "Individual", "What people know, can do and are willing to do."),
        Term("organisation", "Organisation", "How an office, company or group works."),
        Term("enabling_environment", "Enabling environment", "The rules, budgets and habits around all of them."),
    ),
)

CAPACITY_PILLARS = Vocabulary(
    "capacity_pillars",
    (
        Term("structure", "Structure", "Offices, posts and who reports to whom."),
        Term("competencies", "Competencies", "Knowledge, skills and attitudes of the people."),
        Term("management_systems", "Management systems", "Procedures, tools and records that the work runs on."),
        Term("enabling_policies", "Enabling policies", "Rules and decisions that allow or support the work."),
        Term("knowledge_learning", "Knowledge and learning", "How experience is kept, shared and used."),
        Term("leadership", "Leadership", "Direction, example and backing from the top."),
    ),
)

ACTION_TYPES = Vocabulary(
    "action_types",
    (
        Term("collaboration", "Collaboration", "Learning by working side by side across organisations."),
        Term("capacity_building", "Capacity building", "Strengthening how an organisation or system works."),
        Term("training", "Training", "Teaching a skill that people need for a task."),
        Term("education", "Education", "Broader, longer learning, usually with a school, college or university."),
    ),
)

ACTION_FORMS = Vocabulary(
    "action_forms",
    (
        Term("course", "Course", "Several lessons with a set content."),
        Term("workshop", "Workshop", "A day or less of working and learning together."),
        Term("coaching", "On-the-job coaching", "Guidance at the workplace while the work is done."),
        Term("mentoring", "Mentoring", "An experienced person accompanies another for some time."),
        Term("peer_exchange", "Peer exchange", "People with the same task learn from each other."),
        Term("study_visit", "Study visit", "Going to see how others do it."),
        Term("secondment", "Secondment", "Working in a partner's organisation for a while."),
        Term(
            "community_of_practice", "Community of practice", "A group that keeps meeting to get better at something."
        ),
        Term("policy_development", "Policy or manual development", "Writing the rules or manual that people will use."),
        Term("toolkit", "Toolkit", "Templates, guides and examples that people can use by themselves."),
        Term(
            "education_programme", "Curriculum or education programme", "Content for a school, college or university."
        ),
        Term("residency", "Residency", "A creative or technical person works in a host organisation."),
        Term("hackathon", "Hackathon or lab", "A short, intensive time of inventing and trying out."),
        Term("conference", "Conference", "A larger meeting with talks and discussion."),
        Term("e_learning", "E-learning", "Learning online at one's own pace."),
        Term("systems", "Equipment or structure change", "A new system, tool or set-up that raises ability by itself."),
    ),
)

ACTION_STATUSES = Vocabulary(
    "action_statuses",
    (
        Term("idea", "Idea", "Suggested, and not planned yet."),
        Term("planned", "Planned", "It has a date, a provider and a target group in mind."),
        Term("confirmed", "Confirmed", "Provider, place and money are settled."),
        Term("in_progress", "In progress", "It has begun."),
        Term("delivered", "Delivered", "It took place."),
        Term("evaluated", "Evaluated", "It took place, and what it achieved has been looked at."),
        Term("postponed", "Postponed", "It will take place later than planned."),
        Term("cancelled", "Cancelled", "It will not take place."),
    ),
)

EVALUATION_LEVELS = Vocabulary(
    "evaluation_levels",
    (
        Term("none", "None", "No evaluation is planned."),
        Term("reaction", "Reaction", "Did people find it good and useful? Ask at the end."),
        Term("learning", "Learning", "What do they know or can they do now? Compare before and after."),
        Term("behaviour", "Behaviour", "Do they work differently? Ask again after three to six months."),
        Term("results", "Results", "What has changed for the organisation or the city because of it?"),
    ),
)

SEXES = Vocabulary(
    "sexes",
    (
        Term("woman", "Woman", "As the person states it."),
        Term("man", "Man", "As the person states it."),
        Term("other", "Other", "As the person states it."),
        Term("undisclosed", "Not disclosed", "The person did not say or was not asked."),
    ),
)

AGE_BANDS = Vocabulary(
    "age_bands",
    (
        Term("under_18", "Under 18", "A child or young person; check what consent is needed."),
        Term("age_18_29", "18-29", "A young adult."),
        Term("age_30_59", "30-59", "An adult in the middle years."),
        Term("age_60_plus", "60 and over", "An older person."),
        Term("undisclosed", "Not disclosed", "The person did not say or was not asked."),
    ),
)

MODES = Vocabulary(
    "modes",
    (
        Term("in_person", "In person", "Everybody is in the same place."),
        Term("online", "Online", "Everybody joins from a distance."),
        Term("hybrid", "Hybrid", "Some are in the room and some join online."),
    ),
)

COMPETENCE_SCALE = Vocabulary(
    "competence_scale",
    (
        Term("1", "No knowledge", "It is new to them."),
        Term("2", "Aware", "They have heard of it and know what it is for."),
        Term("3", "Can do it with help", "They manage when somebody stands by."),
        Term("4", "Can do it alone", "They manage ordinary cases without asking."),
        Term("5", "Can lead and teach", "They handle hard cases and can show others how."),
    ),
)
