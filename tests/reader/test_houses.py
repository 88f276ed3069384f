"""Who keeps the records, by a name that is on no list."""

from __future__ import annotations

import pytest
from tests.reader.said import fields


@pytest.mark.parametrize(
    ("text", "keeper"),
    [
        # Beside somebody else who holds the money.
        ("North Pass Trust Company serves as trustee; Summit Crest Retirement Services keeps the participants' records.", "Summit Crest Retirement Services"),
        ("North Pass Trust N.A. is the trustee, and its affiliate North Pass Benefit Services performs recordkeeping.", "North Pass Benefit Services"),
        ("North Pass Trust is trustee and its affiliate, North Pass Workplace, is the third-party recordkeeper.", "North Pass Workplace"),
        # Trustee and keeper in one, and appointed.
        ('Summit Crest Trust, N.A. (the "Trustee") is trustee and recordkeeper of the Plan.', "Summit Crest Trust"),
        ("The Committee has engaged Summit Crest Trust Company as the Plan's recordkeeper.", "Summit Crest Trust Company"),
        ("Summit Crest Pension Services, our recordkeeper, mails a statement.", "Summit Crest Pension Services"),
        ("Daily recordkeeping is carried out by Summit Crest Benefit Services.", "Summit Crest Benefit Services"),
        # In brackets, by a label, by a heading, by a question.
        ("Call the recordkeeper (Summit Crest Workplace) for a form.", "Summit Crest Workplace"),
        ('Ask the recordkeeper (see "Contacting Summit Crest Retirement").', "Summit Crest Retirement"),
        ("Recordkeeper Summit Crest Benefit Services, 1-800-555-0100", "Summit Crest Benefit Services"),
        ("Recordkeeper and custodian: Summit Crest Trust", "Summit Crest Trust"),
        ("Recordkeeper\nSummit Crest Trust, reached at 800-555-0100.", "Summit Crest Trust"),
        ("Q. Who is the recordkeeper?\nA. Summit Crest Trust Company.", "Summit Crest Trust Company"),
        # By what the house calls itself, and what one does there.
        ("Ring Summit Crest Retirement and ask for daily conversion.", "Summit Crest Retirement"),
        ("Phone the Savings Line at Summit Crest Retirement, 1-800-555-0100.", "Summit Crest Retirement"),
        ("Summit Crest 401k, 1-800-555-0100, helps with your account.", "Summit Crest 401k"),
        # In the words of definitions, signatures and news.
        ('"Recordkeeper" means Summit Crest Trust Company or a successor that the Committee names.', "Summit Crest Trust Company"),
        ("Signed by Summit Crest Record Services, as record keeper.", "Summit Crest Record Services"),
        ("Record keeping services are provided to the Plan by Summit Crest Plan Services.", "Summit Crest Plan Services"),
        ("The Board named Summit Crest Trust Company trustee and recordkeeper.", "Summit Crest Trust Company"),
        ("The Plan changed its recordkeeper to Summit Crest Retirement Services on June 1, 2020.", "Summit Crest Retirement Services"),
        ("Effective July 1, 2024, the recordkeeper changes from Oak Retirement Services to Summit Crest Retirement Services.", "Summit Crest Retirement Services"),
        ("Our provider, Summit Crest Retirement, mails a statement.", "Summit Crest Retirement"),
        ("The Plan will change its recordkeeper to Summit Crest Retirement Services.", None),
        ("Effective July 1, 2031, the recordkeeper changes from Oak Retirement Services to Summit Crest Retirement Services.", None),
        ("Recordkeeping is provided by Summit Crest Trust Company and Oak Hill Services.", None),
        ("Your FSA is kept by Summit Crest Benefit Services: 800-555-0100.", None),
        ("State of Ohio Retirement Services, 1-800-555-0100", None),
        ("The Committee may appoint a Recordkeeper. The Recordkeeper, Investment Manager, and any agent shall be paid.", None),
        # The employer, its offices, and terms of the document.
        ("Exemplar Retirement Services helps. Call Exemplar Retirement Services at 1-800-555-0100.", None),
        ("The Human Resources Department keeps the records of the Plan.", None),
        ("The Plan Administrator, Exemplar Corporation, maintains records of service.", None),
        ("The recordkeeper, Plan Administrator, and Trustee are not liable.", None),
        ("Recordkeeper\nContact the benefits office.", None),
        ("Recordkeeper\nVesting Schedule\nYou are vested at once.", None),
        # Once, somebody else's, other money.
        ("Until 2019, Summit Crest Trust was the recordkeeper.", None),
        ("Summit Crest Trust is not the recordkeeper.", None),
        ("You may roll over from the Oak Hill Retirement Plan or from Oak Hill Retirement.", None),
        ("Ask Oak Hill Retirement Advisors, 1-800-555-0100.", None),
        ("Write to Oak Hill Retirement, the investment advisor.", None),
        ("For dental questions call Summit Crest Benefit Services at 1-800-555-0100.", None),
        ("Do not mix them up with Roth 401(k) contributions, or with a Traditional 401(k).", None),
        ("Call about Willow 401(k) contributions. It is paid by Phased Retirement, or with Late Retirement.", None),
        ("Normal Retirement: 1-800-555-0100", None),
    ],
)  # fmt: skip
def test_the_keeper(text: str, keeper: str | None) -> None:
    assert fields(text).get("recordkeeper") == keeper


def test_the_number_of_a_house_that_is_named_for_pensions() -> None:
    told = fields("Recordkeeper: Summit Crest Pension Administrators, 1-800-555-0100. For hearing impaired, 711.")
    assert told["phone"] == "1-800-555-0100"
    assert "phone" not in fields("Questions on your pension benefit? Pension Department, 1-800-555-0100.")
