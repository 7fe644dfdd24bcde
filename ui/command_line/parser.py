"""The words of the command line; only what works is named here."""

import argparse
import datetime
import re
from pathlib import Path

from babel.numbers import is_currency

from exports.papers import PAPERS
from workbook.bringing_in.kinds_of_rows import ROW_KINDS

COMMANDS = (
    "new",
    "export",
    "import",
    "merge",
    "check",
    "history",
    "undo",
    "redo",
    "erase",
    "schema",
    "demo",
    "-h",
    "--help",
)
_DAY = re.compile(r"(1[5-9]|2[0-4])\d\d-\d\d-\d\d")  # the years that dates in a workbook may have
WHAT = (
    "agreement",
    "report",
    "brief",
    "review",
    "statement",
    "workplan",
    "sign-in-sheet",
    "certificates",
    "calendar",
    "tracker",
    "plan",
    "sealed",
)


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the arguments; wrong usage ends the process with status 2, as argparse does."""
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="Creative Partnership Workbook. With a file, or nothing, the window opens.",
        epilog="Exit status: 0 done, 1 refused or a decision is needed (said in one line on stderr), 2 wrong usage, "
        "130 stopped by Ctrl+C.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    window = commands.add_parser("window", help="open the window, on a workbook if one is named; may be left out")
    window.add_argument("file", type=Path, nargs="?", default=None)
    _keeping(commands)
    _documents(commands)
    return parser.parse_args(arguments)


def _keeping(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    new = commands.add_parser("new", help="make a workbook")
    new.add_argument("file", type=Path)
    start = new.add_mutually_exclusive_group()
    start.add_argument("--from", dest="plan", type=Path, metavar="PLAN", help="a plan in JSON or YAML")
    start.add_argument("--template", metavar="NAME", help="one of the templates that come with the program")
    start.add_argument("--example", action="store_true", help="the worked example")
    bring = commands.add_parser("import", help="bring in a plan (JSON or YAML), a returned tracker or any spreadsheet")
    bring.add_argument("file", type=Path)
    bring.add_argument("source", type=Path)
    bring.add_argument("--preview", action="store_true", help="say what would change, and change nothing")
    _rows(bring)
    _returned(bring)
    _json(bring)
    merge = commands.add_parser("merge", help="bring in what was done in another copy of the same workbook")
    merge.add_argument("file", type=Path)
    merge.add_argument("other", type=Path)
    merge.add_argument("--preview", action="store_true", help="say what would change, and change nothing")
    decide = "which side stays where both changed the same; without it such places are listed and nothing is changed"
    merge.add_argument("--prefer", choices=("ours", "theirs"), help=decide)
    people = "erase here too, for good, whoever was erased in the other copy; without it they are named only"
    merge.add_argument("--erase", action="store_true", help=people)
    _json(merge)
    check = commands.add_parser("check", help="the file's health, then the structure checks")
    check.add_argument("file", type=Path)
    _json(check)
    history = commands.add_parser("history", help="every change: when, who, what")
    history.add_argument("file", type=Path)
    _json(history)
    for name, help_ in (("undo", "take back the last change"), ("redo", "do again what was undone")):
        commands.add_parser(name, help=help_).add_argument("file", type=Path)
    erase = commands.add_parser("erase", help="erase a person for good, from the history too; it cannot be undone")
    erase.add_argument("file", type=Path)
    erase.add_argument("contact", help="the code of the contact, such as K-01")


def _rows(bring: argparse.ArgumentParser) -> None:
    """What has to be said about a spreadsheet where it does not say so itself."""
    bring.add_argument(
        "--as", dest="kind", choices=(*ROW_KINDS, "attendance"), help="what the rows are: %(choices)s; else found out"
    )
    bring.add_argument("--table", default="", metavar="PLACE", help="which table, by its sheet or place as listed")
    fields = "which field a column is, such as “Organisation=name”; nothing leaves it out, + keeps it in the note"
    bring.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD", help=fields)
    year = "the year of headings that name none, such as “30/04” or “March” over a column"
    bring.add_argument("--year", type=_year, metavar="YEAR", help=year)
    bring.add_argument("--session", metavar="CODE", help="which session was attended, by its code: --as attendance")
    similar = "whether records with nearly the same name are the same or new; without it such rows are listed"
    bring.add_argument("--similar", choices=("same", "new"), default="", help=similar)
    partners = "add the partners that rows name and that are not here; without it their names stand in the notes"
    bring.add_argument("--with-partners", action="store_true", help=partners)
    currency = "the currency of amounts that name none; else that of the partnership"
    bring.add_argument("--currency", type=_currency, default="", metavar="CODE", help=currency)
    orders = bring.add_mutually_exclusive_group()
    first = "how dates such as 03/04/2027 are meant"
    orders.add_argument("--day-first", dest="order", action="store_const", const="day", default="", help=first)
    orders.add_argument("--month-first", dest="order", action="store_const", const="month", help=first)


def _returned(bring: argparse.ArgumentParser) -> None:
    """What has to be decided about a returned tracker, where something has."""
    policies = "what happens with records whose row was taken out: %(choices)s; else %(default)s"
    bring.add_argument("--policy", choices=("leave", "ask", "close"), default="ask", help=policies)
    bring.add_argument("--prefer", choices=("ours", "theirs"), help="whose value counts where both changed it")
    guesses = "what happens with rows that lost their id and were found by code or name; else they are listed"
    bring.add_argument("--guesses", choices=("take", "leave"), default="", help=guesses)
    bring.add_argument("--rest", action="store_true", help="take what can be taken where some cells cannot")


def _documents(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = commands.add_parser("export", help="make a document")
    export.add_argument("file", type=Path)
    export.add_argument("what", choices=WHAT, help="what to make: %(choices)s")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help="the file to write")
    export.add_argument("--agreement", metavar="REF", help="which agreement, by its reference")
    export.add_argument("--session", metavar="CODE", help="which session, by its code: sign-in-sheet, certificates")
    export.add_argument(
        "--partner", metavar="CODE", help="only of one partner, by its code: calendar, statement, tracker"
    )
    due = "when the tracker is to come back, such as 2027-03-31"
    export.add_argument("--due", type=_day, metavar="DATE", help=due)
    export.add_argument("--seal", metavar="CODE", help="which sealed document, as it was signed or issued")
    export.add_argument(
        "--as-of", type=_day, metavar="DATE", help="as the workbook stood at the end of that day, such as 2027-03-31"
    )
    export.add_argument("--paper", choices=PAPERS, help="%(choices)s; else the usual one of the plan's country")
    export.add_argument("--language", metavar="TAG", help="the language of the document, such as fr; else the plan's")
    names = "name people (contacts, signatories); a plan then holds single answers to cooperation checks too"
    export.add_argument("--names", action="store_true", help=names)
    commands.add_parser("schema", help="the JSON Schema of the plan format").set_defaults(json=True)
    demo = commands.add_parser("demo", help="the worked example, with every document made from it")
    demo.add_argument("directory", type=Path, nargs="?", default=Path("demo"), metavar="DIR")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")


def _day(text: str) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not _DAY.fullmatch(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a date; write it like 2027-03-31")
    return day


def _year(text: str) -> int:
    if not re.fullmatch(r"(19|20|21)\d\d", text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a year; write it like 2027")
    return int(text)


def _currency(text: str) -> str:
    if text and not is_currency(text.upper()):
        raise argparse.ArgumentTypeError(f"“{text}” is not a currency; write its three letters, such as EUR")
    return text.upper()
