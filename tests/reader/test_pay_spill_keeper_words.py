"""Which pay counts where it is only said in passing; whether deferrals go on as after-tax; who keeps the records; 60 to 63."""

from __future__ import annotations

import pytest
from tests.reader.said import fields as _fields

TRUE = "You may make pre-tax, Roth and traditional after-tax contributions. "


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Participants may contribute up to 55% of base wages.", True),
        ("Staff may defer from 2% to 65% of their gross salary as pre-tax or Roth deferrals.", True),
        ("New hires are automatically enrolled to defer 4% of W-2 wages.", True),
        ("Members may elect to contribute up to 80% of annual compensation, excluding overtime.", True),
        ("Participants can defer up to 50% of pay (including bonuses and commissions).", True),
        ("Participants may contribute up to 55% of eligible compensation.", False),
        ("You may contribute up to 5% of your Base Pay.", False),
        ("The Company matches contributions up to 4% of base salary.", False),
        ("For the year, the Company matched half of the first 6% of annual pay (excluding bonuses).", False),
        ("The match is 50% of deferrals up to 5% of base compensation, which includes overtime and bonuses.", False),
        ("The Company makes nonelective contributions; participants may elect none. They are 3% of gross pay.", False),
    ],
)
def test_pay_said_in_passing(text: str, stated: bool) -> None:
    assert ("eligible_pay" in _fields(text)) == stated


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("All contributions above the 402(g) limit are made on an after-tax basis.", "yes"),
        ("You may choose to automatically make after-tax contributions after reaching the limit on deferrals.", "yes"),
        ("When participants reach the annual limit they are automatically enrolled in after-tax contributions.", "yes"),
        ("If the limit is exceeded, your election is automatically switched to after-tax contributions.", "yes"),
        (
            "Contributions may be made pre-tax, or participants elect to make them on an after-tax basis, subject to the maximum of the Plan.",
            None,
        ),
        ("Loans may not be made from after-tax contributions, which count toward the maximum of the loan.", None),
        ("Participants who have reached the limit may make after-tax contributions.", None),
    ],
)
def test_spillover_at_the_limit(text: str, value: str | None) -> None:
    assert _fields(TRUE + text).get("spillover") == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sturdy Trust Company is the Plan’s record keeper and keeps the participants' accounts.", "Sturdy Trust Company"),
        ("Harbor Benefits Group serves as the custodian and recordkeeper of the Plan.", "Harbor Benefits Group"),
        (
            "Contributions go to Harbor Benefits Group, the Plan's recordkeeper, and are held by Charles Schwab Trust Bank, the custodian.",
            "Harbor Benefits Group",
        ),
        ("T.\nRowe Price is the recordkeeper of the Plan.", "T. Rowe Price"),
        ("Fidelity, the trustee and recordkeeper, invests as participants direct.", "Fidelity"),
        ("The Company is the recordkeeper of its own time cards.", None),
        ("Records of hours are kept; Charles Schwab Trust Bank is the custodian.", None),
    ],
)  # fmt: skip
def test_who_keeps_the_records(text: str, name: str | None) -> None:
    assert _fields(text).get("recordkeeper") == name


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Plan elected to adopt catch-up contributions for those aged 60 to 63 from January 1, 2025.", "yes"),
        ("The Company implemented increased catch-up contributions for participants aged 60-63 in 2025.", "yes"),
        ("Key provisions include enhanced catch-up limits for participants ages 60-63, effective 2025.", None),
        ("Enhanced catch-up limits for participants aged 60 to 63 are under review.", None),
        ("Catch-up: age 50 or over; larger catch-up amount for ages 60-63.", "yes"),
        ("Catch-up from 50; a special limit at ages 60 to 63. No match on it.", "yes"),
        ("Ages 60-63: increased catch-up limit. Ages 50 and up: regular limit.", "yes"),
        ("If you are 60 to 63 you have a higher catch-up limit than the regular catch-up limit.", "yes"),
        ("Super catch-up: not offered.", "no"),
        ("Super catch-up is not in our plan.", "no"),
        ("Ages 60-63 keep the regular catch-up limit.", "no"),
        ("For ages 60 to 63 the catch-up stays at the usual limit.", "no"),
        ("Congress made an optional larger catch-up limit for ages 60 to 63.", None),
        ("If your plan takes it, a larger catch-up limit for ages 60-63.", None),
        ("The fund mix is larger for ages 60 to 63.", None),
        (
            "The Company adopted optional new-baby withdrawals and increased catch-up contributions for ages 60-63.",
            "yes",
        ),
    ],
)
def test_catch_up_from_60_to_63(text: str, value: str | None) -> None:
    assert _fields(text).get("super_catch_up") == value


FORM = "401(k) ADOPTION AGREEMENT\n\nAdopting Employer: Sample Works LLC\n\n14. COMPENSATION. W-2 wages; exclusions:\n"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Good to know: your deferral rate applies to your spring bonus as well.", True),
        ("Your contributions are also taken from commissions and overtime.", True),
        ("Q: Is overtime included?\nA: Yes, and so are tips.", True),
        ("Q: Can I defer from my bonus?\nA: No.", True),
        ("Q: Do commissions count?\nA: Field commissions yes, house commissions no.", True),
        ("Q: Are bonuses matched?\nA: No.", False),
        ("Q: Is life insurance figured with overtime included?\nA: Yes.", False),
        ("Q: When is the bonus paid?\nA: In spring.", False),
        ("Your savings grow. Bonuses are paid in spring.", False),
        (f"{FORM}   [ ] none   [X] bonuses   [ ] overtime", True),
        (f"{FORM}   [ ] bonuses   [ ] overtime", False),
    ],
)
def test_pay_by_its_parts(text: str, stated: bool) -> None:
    assert ("eligible_pay" in _fields(text)) == stated
