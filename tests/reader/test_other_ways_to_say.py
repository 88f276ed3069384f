"""After-tax, Roth, conversion, withdrawal, caps, pay: slots that stand in another place, and what looks alike and says something else."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reader.said import fields

from megaroth.reader import work

AT = "You may make pre-tax, Roth and after-tax contributions."
GROUPS = "What is different for each group\n\nSalaried Mill Hourly Converting"
WIDE = "The same for everyone: loans, one at a time, of a term of one to five years at the most."
SAID: list[tuple[str, str, Any]] = [
    # What is moved stands behind the `but`.
    (f"{AT} The firm gives no match on them, yet you may convert them to Roth inside the plan at any time.", "in_plan_conversion", "on-request"),
    (f"{AT} Each after-tax dollar is moved to Roth in the plan the day it lands, so there is scarcely any gain to tax.", "in_plan_conversion", "automatic"),
    (f"{AT} You may direct that your after-tax account, or any amounts that you may withdraw, be converted to Roth in the plan.", "in_plan_conversion", "on-request"),
    (f"{AT}\n\nRoth in-plan conversion\nEligible sources: After-tax, match\nNumber allowed each calendar year: 2\nAutomatic conversion: No\nCall to request.", "in_plan_conversion", "on-request"),
    (f"{AT}\n\nRoth in-plan conversion\nEligible sources: After-tax, match\nNumber allowed each calendar year: 2\nAutomatic conversion: No\nCall to request.", "conversions_per_year", 2),
    (f"{AT}\n\nIn-plan Roth conversions\nSources: Employee after-tax\nAutomatic conversion: Daily", "in_plan_conversion", "automatic"),
    (f'{AT}\nSection 7.6, "In-Plan Roth Conversions", is amended by striking "one time in a Plan Year" and inserting "six times in a Plan Year". As amended, Section 7.6 permits a Member to convert after-tax contributions to Roth in the plan upon request.', "conversions_per_year", 6),
    ("Perks and benefits\n\n• 401(k) with a company match\n• Mega backdoor Roth through after-tax contributions and in-plan conversion\n• Snacks", "in_plan_conversion", "on-request"),
    ("Perks and benefits\n\n• 401(k) with a company match\n• Mega backdoor Roth through after-tax contributions and in-plan conversion\n• Snacks", "after_tax_allowed", "yes"),
    # Each money its own age.
    (f"{AT} In-service withdrawals are permitted at age 59½ and, from your after-tax account, at any time.", "in_service_withdrawal", "yes"),
    (f"{AT} Withdrawals while employed are available after 59½, and at any age for after-tax money.", "in_service_withdrawal", "yes"),
    (f"{AT}\n\nDistributions on hardship or at age 59½. Your after-tax account may be withdrawn twice a year.", "in_service_withdrawal", "yes"),
    (f"{AT}\nSection 6, under which a Member in service may withdraw after-tax contributions once in each quarter, is unchanged, except that \"$900\" is changed to \"$200\".", "in_service_withdrawal", "yes"),
    (f"{AT}\n\nTaking money out before you leave\nSource                   Any age?    59½?    Hardship?\nPre-tax                  No          Yes     Yes\nRoth                     No          Yes     Yes\nAfter-tax                Yes         Yes     n/a", "in_service_withdrawal", "yes"),
    # After-tax contributions: what is denied or over is something else.
    (f"{AT}\nSpillover: pre-tax to after-tax: Not permitted", "after_tax_allowed", "yes"),
    ("A Member may make after-tax contributions of 1% to 20% of pay. A Member whose Pre-Tax and Roth Contributions stop at the limit may make after-tax contributions only by authorization.", "after_tax_allowed", "yes"),
    ("Roth is offered. Through March 31, 2011, the plan also accepted traditional after-tax contributions.", "after_tax_allowed", "frozen"),
    ("Roth is offered.\n\nVoluntary After-Tax Contributions\nNo such contributions have ever been permitted.", "after_tax_allowed", "no"),
    # Roth.
    ("Does the plan have Roth? Since July 2019.", "roth_deferrals", "yes"),
    ("The board has looked at Roth contributions, but at present they are not offered.", "roth_deferrals", "no"),
    (f"{GROUPS}\nPre-tax / Roth 1–50% 1–25% 1–50%\n{WIDE}", "roth_deferrals", "yes"),
    (f"{AT} They are limited to 1% to 10% of pay.\nChange effective July 1, 2024: after-tax contributions are no longer permitted.", "after_tax_allowed", "frozen"),
    (f"{AT} After-tax contributions are welcome. Once per pay period the plan moves them into the Roth account for you.", "in_plan_conversion", "automatic"),
    ("Our plan goes further. By supporting after-tax contributions and in-plan Roth conversions, we enable you to save far more than the usual limit allows.", "after_tax_allowed", "yes"),
    ("Roth is not offered.\n\nTransferred after-tax accounts. After-tax contributions made to the Smith plan were moved to this Plan. You can't add to them here.", "after_tax_allowed", "no"),
    (f"{AT} The Plan permits quarterly conversions of after-tax money to Roth; to convert, complete the form.", "conversions_per_year", 4),
    (f"{AT} You may ask for an in-plan conversion of after-tax money in January, May and September.", "conversions_per_year", 3),
    # Caps.
    ("Save up to 60% of pay. Split it any way you like among pre-tax, Roth and after-tax.", "combined_cap_percent", "60"),
    (f"{AT} After-tax contributions are not allowed to go over $10,000 in a year.", "after_tax_cap_dollars", "10000"),
    (f"{AT} Your after-tax rate must not be higher than 12% of pay.", "after_tax_cap_percent", "12"),
    ("You may save from 2 to 35 percent of your pay, then choose which kind: pre-tax, Roth or after-tax.", "combined_cap_percent", "35"),
    ("You may save 1% to 30% of pay, and you choose the type: pre-tax, Roth or after-tax, or some of each. The 30% limit is for all three together.", "combined_cap_percent", "30"),
    ("When you join you pick how much to save, 1% to 60% of pay before tax.", "deferral_cap_percent", "60"),
    ("You decide what goes in: from 1% to 80% of base pay, pre-tax or Roth.", "deferral_cap_percent", "80"),
    ("New hires are enrolled at 4% pre-tax. You may choose a different rate whenever you like, up to 75% of pay.", "deferral_cap_percent", "75"),
    (f"{AT} After-tax contributions are limited to 20% of pay. If you made above $150,000 last year, your after-tax limit is 8% of pay instead of 20%.", "hce_after_tax_cap_percent", "8"),
    (f"{AT} The limits are:\n\n                               All employees           Highly compensated\nPre-tax plus Roth        50%                  30%\nTraditional after-tax           20%                    6%\nRollovers                        none                  none", "hce_after_tax_cap_percent", "6"),
    # Pay.
    ("Compensation is everything you are paid for your work, including overtime and commissions.", "eligible_pay", "Compensation is everything you are paid for your work, including overtime and commissions."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "value"), SAID)
def test_it_is_said(text: str, field: str, value: Any) -> None:
    assert fields(text).get(field) == value


NOT_SAID = [
    ("Roth is offered. Prior to July 1, 2018, participants could not make after-tax contributions.", "after_tax_allowed"),
    ("Roth is offered. Until March 1, 2016 the plan took no after-tax contributions.", "after_tax_allowed"),
    ("Some plans, by supporting after-tax contributions and in-plan conversions, let people save more than the limit allows.", "after_tax_allowed"),
    ("The law permits you to save after-tax more than the limit allows. Roth is offered.", "after_tax_allowed"),
    (f"{AT} You may convert after-tax money to Roth in the plan online. You get a quarterly conversion statement.", "conversions_per_year"),
    (f"{AT} You may convert after-tax money to Roth in the plan online. Conversions in March and June 2025 were delayed.", "conversions_per_year"),
    (f"{AT} After-tax contributions are welcome. If you ask, the plan moves them to a Roth IRA.", "in_plan_conversion"),
    (f"{AT} After-tax contributions are welcome. The plan transfers them to the trust each pay day.", "in_plan_conversion"),
    ("You may put away 1%-50% of your check. Not more than half of that may be after-tax. Roth is allowed.", "deferral_cap_percent"),
    (f"{AT}\nSpillover: after-tax contributions are no longer permitted.", "after_tax_allowed"),
    (f"{AT}\n\nRoth in-plan conversion\nEligible sources: After-tax (terminated participants)\nNumber allowed each calendar year: 2\nCall to request.", "in_plan_conversion"),
    (f"{AT}\n\nRoth in-plan conversion for retirees\nEligible sources: After-tax\nNumber allowed each calendar year: 2\nCall to request.", "in_plan_conversion"),
    (f"{AT} In-service withdrawals are not available at age 59½ and, for after-tax balances, at any time.", "in_service_withdrawal"),
    (f"{AT}\n\nTaking money out after you leave\nSource                   Any age?    59½?    Hardship?\nPre-tax                  No          Yes     Yes\nRoth                     No          Yes     Yes\nAfter-tax                Yes         Yes     n/a", "in_service_withdrawal"),
    (f"{GROUPS}\nPre-tax / Roth 1–50% None 1–50%\n{WIDE}", "roth_deferrals"),
    (f"{GROUPS}\nPre-tax / Roth 1–50% 1–25% 1–50%\nAfter-tax 1–10% Not available 1–5%\n{WIDE}", "after_tax_allowed"),
    (f"{AT} After-tax money is hardly ever converted to Roth in the plan.", "in_plan_conversion"),
    (f"{AT} Amounts from which you could receive a distribution may be converted to Roth in the plan only at 59½.", "in_plan_conversion"),
    (f"{AT}\n\nRoth in-plan conversion\nEligible sources: Pre-tax, match\nNumber allowed each calendar year: 2\nCall to request.", "in_plan_conversion"),
    (f"{AT}\n\nRoth in-plan conversion\nEligible sources: After-tax\nNot available while employed", "in_plan_conversion"),
    (f"{AT}\n\nRoth in-plan conversion\nEligible sources: After-tax\nAutomatic conversion: Call us", "in_plan_conversion"),
    ("Perks and benefits\n\n• 401(k) with a match\n• Mega backdoor Roth via after-tax contributions + in-plan conversion. Coming in spring.\n• Snacks", "after_tax_allowed"),
    ("Benefits that other firms give\n\n• 401(k) with a match\n• Mega backdoor Roth via after-tax contributions + in-plan conversion\n• Snacks", "after_tax_allowed"),
    ("Benefits you asked about\n\n• 401(k) with a match\n• Mega backdoor Roth via after-tax contributions + in-plan conversion\n• Snacks", "in_plan_conversion"),
    ("Glossary\n\n• Mega backdoor Roth via after-tax contributions + in-plan conversion\n• Match: what we add", "after_tax_allowed"),
    ("Perks and benefits\n\n• Mega backdoor Roth via after-tax contributions + in-plan conversion. Only in Ohio.\n• Snacks", "after_tax_allowed"),
    (f"{AT} In-service withdrawals are permitted at age 59½ and, for after-tax balances, after five years.", "in_service_withdrawal"),
    (f"{AT} In-service withdrawals are permitted at age 59½ and at any time for rollover balances.", "in_service_withdrawal"),
    (f"{AT}\n\nAfter age 59½. Your after-tax account may be withdrawn twice a year.", "in_service_withdrawal"),
    (f"{AT}\n\nTaking money out before you leave\nSource                   Any age?    59½?    Hardship?\nPre-tax                  No          Yes     Yes\nRoth                     No          Yes     Yes\nAfter-tax                No          Yes     Yes", "in_service_withdrawal"),
    ("Until January 1, 2015, the plan accepted after-tax contributions only up to 3% of pay; the limit is now 10%. Roth is another thing.", "after_tax_allowed"),
    ("Pot          Ceiling             Matched?\nPre-tax      80% of pay          yes\nRoth         80% of pay          yes\nRoth is one thing.", "match_on_after_tax"),
    ("Can I use Roth? Since 2031.", "roth_deferrals"),
    ("The board has looked at Roth contributions, and it is not done with them.", "roth_deferrals"),
    (f"{AT} Your after-tax rate of return cannot be higher than 12% of pay.", "after_tax_cap_percent"),
    ("We match 50% of the first 6% that you save pre-tax, Roth or after-tax. The 6% is for all three together.", "combined_cap_percent"),
    ("You may save 1% to 30% of pay of each: pre-tax, Roth and after-tax.", "combined_cap_percent"),
    ("When you enroll you will be set at 6% of pay, pre-tax.", "deferral_cap_percent"),
    ("New hires are enrolled at 4% pre-tax and go up each year. You may choose another rate of increase, up to 30%.", "deferral_cap_percent"),
    ("New hires are enrolled at 4% pre-tax. You may choose another rate, up to 12%.", "deferral_cap_percent"),
    ("Your deferral rate applies to the bonus too unless you set a separate bonus election.", "eligible_pay"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field"), NOT_SAID)
def test_what_looks_alike_says_something_else(text: str, field: str) -> None:
    assert field not in fields(text)


FILLER = "You may defer pay. " * 15


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Summary Plan Description\n\nMarch 2022 as applicable to staff and counsel\n\nYou may defer pay.", "2022-03-01"),
        ("Summary Plan Description\n\nMarch 2022 edition\n\nYou may defer pay.", "2022-03-01"),
        ("You may defer pay.\n\nThis website gives an overview of the benefits of Exemplar for 2024. The plan governs.", "2024-01-01"),
        ("You may defer pay.\n\nThis page describes the 2024 retirement benefits.", "2024-01-01"),
        (f"{FILLER}\n\nThis website gives an overview of the benefits for 2023 and 2024.", ""),
        (f"{FILLER}\n\nThis page gives information on the plan for 2024 limits of $23,000.", ""),
    ],
)  # fmt: skip
def test_of_when_it_is(text: str, date: str) -> None:
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"}, f"The Exemplar 401(k) Plan\n\n{text}\n".encode()
    )
    assert isinstance(told, dict)
    assert str(told["date"]) == date
