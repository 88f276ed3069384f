"""Whether Roth deferrals are taken: as plans, their amendments and their auditors say it."""

from __future__ import annotations

import pytest

from megaroth.reader import work


def _roth(text: str) -> str | None:
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"}, f"The Exemplar 401(k) Plan\n\n{text}\n".encode()
    )
    assert isinstance(told, dict)
    field = told["fields"].get("roth_deferrals")
    return field["value"] if field else None


@pytest.mark.parametrize(
    "text",
    [
        # A list of what may go in, glued to one line.
        "The following contribution types are allowed by the Plan: • Salary deferrals • Roth deferrals • Match • Rollovers",
        "Rollover, Roth and catch-up contributions are also permitted.",
        "Roth contributions may also be made by payroll deduction.",
        "The Plan permits pre-tax and Roth elective deferrals, a company match, and rollover contributions.",
        # An amendment.
        "The Plan was amended in 2023 to add Roth deferrals and in-plan Roth rollovers.",
        "Effective July 1, 2024, the Plan was amended to allow participant loans and Roth salary deferrals.",
        "In March 2025 the Company began allowing after-tax (Roth) salary deferrals.",
        # Beside rollovers from elsewhere.
        "Participants may also contribute amounts representing distributions from other qualified plans, as well as Roth contributions.",
        "Members may make rollover contributions and Roth after-tax contributions.",
        # Limits deny nothing.
        "Each year staff may defer no less than 2% and up to 60% of pay as pre-tax or Roth contributions, not to exceed the limit of the Code.",
        "Employees can contribute to a Roth account in the Plan, not exceeding the annual limit.",
        "The Plan has a Roth feature whereby participants may elect to make after-tax contributions.",
        "Deferrals are excluded from income or can be made after-tax in the form of a Roth contribution.",
        "Participants may contribute up to the most that is permitted by federal law as pre-tax or Roth contributions.",
        # What goes without saying.
        "Participants are immediately vested in their pre-tax and Roth contributions.",
        "Each account is credited with the participant's pre-tax deferrals, Roth deferrals and the match.",
        "The Company matches half of pre-tax salary deferrals and Roth deferrals.",
    ],
)
def test_roth_is_taken(text: str) -> None:
    assert _roth(text) == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "The Plan does not allow for Roth contributions.",
        "Roth deferrals are prohibited under the Plan.",
        "After-tax Roth contributions are not permitted by the Plan.",
    ],
)
def test_roth_is_refused(text: str) -> None:
    assert _roth(text) == "no"


@pytest.mark.parametrize(
    "text",
    [
        "The Plan was amended to allow in-plan Roth rollover contributions.",
        "Participants may elect to have vested balances converted to Roth contributions.",
        "The Plan accepts rollovers of designated Roth contributions from other plans.",
        "Rollovers of Roth contributions are not permitted.",
        "Roth contributions are allowed under the Plan, if elected by the adopting employer.",
        "Participants may transfer amounts to a designated Roth account in the Plan.",
        "Participants may borrow from their accounts, except from Roth deferrals.",
        "Roth deferrals may not be withdrawn on account of hardship.",
        "Amounts may be rolled over into a Roth IRA.",
        "The Company may not make Roth matching contributions.",
    ],
)
def test_what_is_no_word_on_roth_deferrals(text: str) -> None:
    assert _roth(text) is None


MERGED = "For former Sample Works employees\n\nRoth contributions\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # One of two ways, whatever the sentence does with them.
        ("Pre-tax, Roth or a mix of them. $23,500 this year.", "yes"),
        ("Employee savings: Pre-tax and Roth, up to the IRS limit", "yes"),
        ("What comes out of your check: Roth or regular", "yes"),
        ("Payroll source codes: traditional 401(k) / Roth 401(k)", "yes"),
        # A question that takes it for granted.
        ("Q: Should I choose Roth or pre-tax?\nA: That is up to you.", "yes"),
        ("Q: Does it change anything if I pick Roth or regular?\nA: Not with us, no.", "yes"),
        ("Q: Should I choose Roth or pre-tax?\nA: We do not offer Roth, so pre-tax.", "no"),
        ("Q: Can I choose between a Roth IRA and a traditional IRA?\nA: Ask your bank.", None),
        # Headings one below the other.
        ("PRE-TAX CONTRIBUTIONS\nYou save before income taxes.\n\nROTH AFTER-TAX CONTRIBUTIONS\nYou save after income taxes. Later you owe none.", "yes"),
        # A label with its answer below the subject.
        ("Roth contributions\nExemplar: available", "yes"),
        (MERGED + "Sample Works: not available\nExemplar: available", "yes"),
        # Near misses.
        ("The company may add a choice of pre-tax or Roth later.", None),
        ("Traditional or Roth IRAs: ask your bank", None),
        ("Many employers have pre-tax and Roth contributions.", None),
        ("Roth conversions\nExemplar: available", None),
        ("We are considering adding Roth beside pre-tax, or Roth and pre-tax catch-up.", None),
    ],
)  # fmt: skip
def test_roth_beside_pre_tax(text: str, said: str | None) -> None:
    assert _roth(text) == said
