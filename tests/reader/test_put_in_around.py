"""What may be put in, as the sentences around it tell: a third kind beside two, one beyond the limit, what goes on at the limit."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

_BOTH = "You may save from 1% to 60% of eligible pay, pre-tax, Roth or a mix of the two."


@pytest.mark.parametrize(
    "said",
    [
        "How much may I contribute?\nAs much as 40% of your earnings pre-tax, Roth or a mix of the two. In addition, you may contribute up to 12% of your earnings on an after-tax basis.",
        "You may make pre-tax and Roth contributions. Voluntary after-tax contributions may be up to 14% of eligible pay, or 6% if you are a highly compensated colleague on the first day of the year.",
        f"{_BOTH}\n\nI hear that there are after-tax contributions. What are those?\nThey are a third way to save, for people who want to go past the IRS limit on pre-tax and Roth. You can put in up to 13% of eligible pay. After-tax money can be converted to Roth in the plan on request.",
    ],
)  # fmt: skip
def test_it_goes_in(said: str) -> None:
    assert fields(said).get("after_tax_allowed") == "yes"


@pytest.mark.parametrize(
    "said",
    [
        f"{_BOTH} In addition, catch-up contributions of up to 10% may be made on an after-tax basis.",
        f"{_BOTH} After-tax contributions (the so-called mega backdoor) beyond the IRS deferral limit are not part of our plan at this time.",
        f"{_BOTH} There is no after-tax (non-Roth) option, and none is planned.",
    ],
)
def test_it_does_not(said: str) -> None:
    assert fields(said).get("after_tax_allowed") != "yes"


@pytest.mark.parametrize(
    "said",
    [
        "After-tax contributions beyond the IRS deferral limit (the so-called mega backdoor) are not part of our plan.",
        "Our plan takes pre-tax and Roth only; there is no after-tax (non-Roth) option, and none is planned.",
        "There are no plans to add after-tax contributions that are not Roth; the plan does not offer them.",
    ],
)
def test_it_is_denied(said: str) -> None:
    assert fields(f"{_BOTH} {said}").get("after_tax_allowed") == "no"


def test_three_as() -> None:
    """`As pre-tax, as Roth and as after-tax contributions`: the third is no Roth."""
    told = fields(
        "A Member may contribute from 1% to 6% of Compensation. The Member shall designate the portion to be made as Pre-Tax Contributions, "
        "as Roth Contributions and as After-Tax Contributions. After-Tax Contributions may be withdrawn at any time while employed."
    )
    assert told.get("in_service_withdrawal") == "yes"
    roth = fields("You may contribute pre-tax. Roth contributions are made as after-tax contributions.")
    assert roth.get("after_tax_allowed") != "yes"


def test_a_failed_test_makes_no_form() -> None:
    """`If the plan does not pass its test` is no choice of an employer's, and the page no form."""
    rows = "Employee contributions: 1% to 70% of pay as before-tax, Roth, or both.\n\nEligibility: All employees.\n\nVesting: At once.\n\nVoluntary after-tax contributions: 1% to 6% of pay.\n\n"
    told = fields(
        f"{rows}Voluntary after-tax contributions of highly compensated participants may be refunded if the plan doesn't pass its annual test.\n"
    )
    assert told.get("after_tax_allowed") == "yes"
    form = fields(f"{rows}Voluntary after-tax contributions may be made if the plan permits them.\n")
    assert form.get("after_tax_allowed") != "yes"


_THREE = "You may make pre-tax, Roth and traditional after-tax contributions.\n\n"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("If you reach the IRS amount before December, your contributions will not carry over to after-tax by themselves.", "no"),
        ("You may elect spillover to after-tax. Without spillover, contributions stop for the year at the IRS limit.", "yes"),
        ("I'll hit the IRS limit in July. Do my deductions turn into after-tax ones?\nNo. They stop until January.", "no"),
        ("What happens when I reach the IRS limit?\nYour pre-tax and Roth contributions stop. Your after-tax contributions continue. You are not moved over automatically.", "no"),
        ("When your pre-tax and Roth contributions reach the annual limit, the percentage you had elected keeps coming out of each check and goes into your after-tax account. If you would rather that deductions end at the limit, say so.", "yes"),
        ("Your pre-tax or Roth rate is then applied as after-tax when the annual IRS limit has been met.", "yes"),
        ("The match goes in each pay period and doesn't apply to after-tax contributions. You may reach the IRS limit early.", None),
        ("What happens at the IRS limit? You are not moved to another fund automatically. After-tax contributions are matched.", None),
    ],
)  # fmt: skip
def test_what_goes_on_at_the_limit(said: str, value: str | None) -> None:
    assert fields(_THREE + said).get("spillover") == value
