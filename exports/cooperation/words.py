"""What a form says, and the words by which it is known again when it comes back."""

from workbook.vocabularies import HEALTH_SCALE

FORM_VERSION = 1
SHEET, META = "Form", "_form"
DONT_KNOW = "don't know"
STATEMENT, ANSWER, COMMENT = "Statement", "Answer", "Comment"
HEADS = ("Key (leave as it is)", "No.", STATEMENT, ANSWER, COMMENT)
CHOICES = (*HEALTH_SCALE.keys, DONT_KNOW)

HOW_TO = (
    "Please answer for your organisation, together if you can: how true is each of the twenty statements today?",
    "Click a cell in the column Answer and choose from its list, or type the number.",
    "Choose “don't know” where you cannot tell; leave a cell empty where you would rather not answer.",
    "A comment is welcome and never needed. It is shown without a name, and only where three or more have answered.",
    "Save the file as it is, as an Excel workbook (.xlsx), and send it back to whoever sent it to you.",
)
OPEN_ROUND = "In this round single answers may be shown with the name of the partner, as all have agreed."
PRIVATE_ROUND = (
    "Your answers are shown only together with those of others, as means. Whoever takes in this file could read it."
)
