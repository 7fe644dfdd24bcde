"""The cooperation check as an Excel form: one for each partner of a round, and what comes back (domain.md 7.1)."""

from exports.cooperation.making import Form, forms_of
from exports.cooperation.returned import Expected, FormReturned, taken_in
from exports.cooperation.taking import Returned, Taken, read_together

__all__ = ["Expected", "Form", "FormReturned", "Returned", "Taken", "forms_of", "read_together", "taken_in"]
