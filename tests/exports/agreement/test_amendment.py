"""An amendment shows what was agreed before and what is agreed from now on."""

from dataclasses import replace
from decimal import Decimal

from exports import agreement
from exports.agreement.library import clause_library
from exports.outline import Table
from tests.golden.plans import edition
from tests.workbook.sealing.signing import add, edit, sealed_partnership
from ui.documents.wanting import agreed_in
from workbook.agreements import DraftAmendment
from workbook.money import Money


def test_the_table_of_an_amendment_tells_before_and_after_group_by_group() -> None:
    workbook = sealed_partnership()
    main = workbook.book.records("agreements")[0]
    museum = workbook.book.records("partners")[0]
    grant = {"title": "Grant", "kind": "commitment", "type": "cash", "provider": museum.id}
    add(workbook, "resources", **grant, value=Money(Decimal(9000), "EUR"), status="committed")
    edit(workbook, "partners", museum.id, name="City Museum and Archive")
    amendment = DraftAmendment(main.id, clause_library())
    workbook.do(amendment)
    made = replace(edition(workbook.book), agreed=agreed_in(workbook, workbook.book, workbook.seq))
    document = agreement.document(made, amendment.record_id)
    table = next(
        block.as_text()
        for block in document.blocks
        if isinstance(block, Table) and block.columns[-1].title == "From now on"
    )

    assert table[0] == ("What", "As agreed before", "From now on")
    assert ("Contributions",) in table
    assert any("City Museum and Archive" in row[-1] for row in table[1:])
    assert any("9,000" in row[-1] and row[1] == "–" for row in table[1:] if len(row) > 1)


def test_an_amendment_of_nothing_says_so() -> None:
    workbook = sealed_partnership()
    amendment = DraftAmendment(workbook.book.records("agreements")[0].id, clause_library())
    workbook.do(amendment)
    made = replace(edition(workbook.book), agreed=agreed_in(workbook, workbook.book, workbook.seq))
    said = [getattr(block, "text", "") for block in agreement.document(made, amendment.record_id).blocks]

    assert "The plan says nothing else than what was agreed before." in said
