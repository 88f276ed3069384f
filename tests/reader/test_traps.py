"""Sentences that look like an answer and are none. A wrong yes, and a wrong no, on the three critical fields."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import work

ROTH_ONLY = "Exemplar 401(k) Plan. You may make pre-tax and Roth 401(k) contributions.\n\n"
TAKES = "Exemplar 401(k) Plan. You can make pre-tax, Roth and after-tax contributions.\n\n"
HAS_ALL = (
    TAKES.strip()
    + " You may request an in-plan Roth conversion of your after-tax account. You may withdraw your after-tax account at any"
    " time while employed.\n\n"
)
NOT_IN_A_ROTH_PLAN = [
    ("You may not roll over after-tax contributions from an IRA into the Plan.", "after_tax_allowed"),
    ("The Plan does not accept rollovers of after-tax contributions.", "after_tax_allowed"),
    ("After-tax contributions are accepted as rollovers only.", "after_tax_allowed"),
    ("You can choose to pay your loan with after-tax contributions.", "after_tax_allowed"),
    (
        "Your spouse may waive the benefit. After-tax contributions you made before 1987 may be withdrawn tax free.",
        "after_tax_allowed",
    ),
    (
        "Employees of the Puerto Rico subsidiary may make after-tax contributions of up to 10% of pay.",
        "after_tax_allowed",
    ),
    ("You may make contributions on a pre-tax and/or after-tax basis.", "after_tax_allowed"),
    ("The total of your pre-tax and after-tax contributions cannot exceed 50% of pay.", "after_tax_allowed"),
    ("If you make after-tax contributions to another employer's plan, tell us.", "after_tax_allowed"),
    (
        "Participants in the Prior Plan could make after-tax contributions. The Plan holds these amounts in an After-Tax Account.",
        "after_tax_allowed",
    ),
    ("The Plan may be amended to allow after-tax contributions.", "after_tax_allowed"),
    ("The Plan previously permitted voluntary after-tax contributions.", "after_tax_allowed"),
    ("Under federal law, a plan may accept voluntary after-tax contributions.", "after_tax_allowed"),
    (
        "Examples of contributions that count toward the limit: pre-tax, Roth and after-tax contributions.",
        "after_tax_allowed",
    ),
    (
        "Annual additions include pre-tax, Roth, and after-tax contributions, and employer contributions.",
        "after_tax_allowed",
    ),
    ("You may convert a traditional IRA to a Roth IRA.", "in_plan_conversion"),
    (
        "When you leave, you may roll your account to a Roth IRA; this is called a Roth conversion.",
        "in_plan_conversion",
    ),
    (
        "Amounts converted in an in-plan Roth conversion before 2015 are held in a separate account.",
        "in_plan_conversion",
    ),
]
NOT_IN_A_PLAN_THAT_TAKES_IT = [
    (
        "You may roll over your after-tax contributions to a Roth IRA after you terminate employment.",
        "in_plan_conversion",
    ),
    ("In-plan Roth conversions made by former employees are not permitted.", "in_plan_conversion"),
    ("You may not convert outstanding loan balances in an in-plan Roth conversion.", "in_plan_conversion"),
    (
        "Contributions are automatically converted to after-tax contributions once you reach the limit.",
        "in_plan_conversion",
    ),
    ("Company stock dividends are automatically converted to shares.", "in_plan_conversion"),
    ("Taxes are not automatically withheld from an in-plan Roth conversion.", "in_plan_conversion"),
    ("You may withdraw your after-tax contributions if you have a financial hardship.", "in_service_withdrawal"),
    ("You may withdraw your after-tax contributions after age 59 1/2 while still employed.", "in_service_withdrawal"),
    ("When you retire you may withdraw your after-tax contributions at any time.", "in_service_withdrawal"),
    ("You may change or stop your after-tax contributions at any time.", "in_service_withdrawal"),
    ("If you withdraw after-tax contributions, the earnings are taxable.", "in_service_withdrawal"),
    (
        "You may not withdraw your pre-tax contributions while employed. After-tax contributions are held in trust.",
        "in_service_withdrawal",
    ),
    ("A beneficiary may withdraw the after-tax account at any time.", "in_service_withdrawal"),
    ("After you terminate employment you may withdraw your after-tax account at any time.", "in_service_withdrawal"),
    ("You may take a loan from your after-tax account at any time.", "in_service_withdrawal"),
    ("You may request a distribution of excess after-tax contributions while employed.", "in_service_withdrawal"),
    ("In-service withdrawals are not available from your after-tax account until age 59 1/2.", "in_service_withdrawal"),
    (
        "In-service withdrawals from the match account are not permitted. After-tax contributions are always vested.",
        "in_service_withdrawal",
    ),
    ("Alternate payees may take a distribution of the after-tax account at any time.", "in_service_withdrawal"),
    ("You can withdraw rollover contributions at any time, but not after-tax contributions.", "in_service_withdrawal"),
]
CHANGES_NOTHING = [
    "After-tax contributions are not matched.",
    "You may not make after-tax contributions while on unpaid leave.",
    "After-tax contributions will be discontinued when you reach the annual limit.",
    "You cannot make after-tax contributions by personal check.",
    "Roth contributions may not be converted to after-tax contributions.",
    "In-plan Roth conversions cannot be reversed.",
    "In-plan Roth conversions are not subject to withholding.",
    "In-plan Roth conversions are not permitted for beneficiaries.",
    "Withdrawals of after-tax contributions are not subject to the 10% tax on the basis.",
    "You may not repay a withdrawal of after-tax contributions.",
    "Contributions after tax are no longer deductible on state returns.",
    "Pre-tax contributions may not be withdrawn while you are employed.",
    "In-service withdrawals of match money are not permitted.",
    "If you take a hardship withdrawal, you are no longer suspended from making after-tax contributions.",
    "Effective January 1, 2019, the suspension of after-tax contributions following a withdrawal was eliminated.",
    "The 10% cap on after-tax contributions was eliminated in 2022.",
    "After-tax contributions are not available to interns.",
    "The Plan no longer limits after-tax contributions to 10% of pay.",
    "The Plan does not permit after-tax contributions in excess of 15% of pay.",
    "After-tax contributions that exceed the limit are not permitted to remain in the Plan.",
    "The Plan does not allow partial in-plan Roth conversions of less than $500.",
    "Employer contributions are not available for in-service withdrawal before age 59 1/2.",
    "Participants hired before 2001 may have after-tax contributions that were made under a prior plan.",
]

NO_AFTER_TAX_YET = [
    "Starting with the first paycheck of May 2031 you can make voluntary after-tax contributions.",
    "Not every plan offers voluntary after-tax contributions.",
    "The proposal that participants may make voluntary after-tax contributions found no majority.",
    "That participants may make voluntary after-tax contributions of up to 6% of pay was discussed and was not approved.",
    "The Plan keeps a separate After-Tax Account for contributions made before 2009.",
    "Voluntary after-tax contributions made under the Acme Plan were transferred to this Plan.",
    "You may elect to pay for your medical coverage with voluntary after-tax contributions.",
    "Employees of Acme Canada may make voluntary after-tax contributions.",
    "The Retirement Committee may allow voluntary after-tax contributions in the future.",
    "You may make voluntary after-tax contributions to the Retiree Medical Account.",
    "Voluntary after-tax contributions may be withdrawn at any time.",
    "The total of all contributions, including voluntary after-tax contributions, may not exceed the Section 415 limit.",
    "Employee voluntary after-tax contributions are included in the ACP test.",
    "You may repay a loan with after-tax contributions of any size.",
    "You may make up missed contributions for military service, including voluntary after-tax contributions.",
    "Union employees at the Dayton plant may contribute up to 10% on a non-Roth after-tax basis.",
    "The Nonqualified Plan allows voluntary after-tax contributions.",
    'Definition. "Voluntary After-Tax Contributions" means contributions made by a Participant that are includible in gross income.',
    "If you elected voluntary after-tax contributions under the prior plan, your election ended at the merger.",
    "No voluntary after-tax contributions may be made unless the Committee so determines.",
    "Ask whether you can make voluntary after-tax contributions.",
    "You may make pre-tax contributions with after-tax savings intact.",
    "Your election form has a line for voluntary after-tax contributions; leave it blank.",
    "Effective January 1, 2031, participants may make voluntary after-tax contributions.",
    "Voluntary after-tax contributions may be made only by participants in the Legacy Plan.",
    "Interns may make voluntary after-tax contributions.",
    "You will be able to make voluntary after-tax contributions if the IRS approves.",
    "Former Acme participants' voluntary after-tax contributions remain in the Plan.",
    "Rollovers may include voluntary after-tax contributions.",
    "Contribution types: pre-tax 50%, Roth 50%, voluntary after-tax 0%.",
    "Q. May I make voluntary after-tax contributions? A. Please see your adoption agreement.",
    "Participants may not, except as provided in Appendix A, make voluntary after-tax contributions.",
]
NO_LEAVE_TO_CONVERT = [
    "Conversions\nStarting with the first paycheck of May 2031 the Plan will offer more. From that date, participants may elect in-plan Roth conversions.",
    "Conversions\nBeginning in May 2031 our menu grows. Effective that day, after-tax money will be converted to Roth automatically. It will be moved to Roth every week.",
    "Conversions\nThe Plan adds a service from March 1, 2031. Each after-tax contribution will be converted to Roth automatically.",
    "It was moved that the Plan convert after-tax contributions to Roth automatically every pay period, and the motion was not adopted.",
    "Imagine Mr. K. His plan automatically converts after-tax contributions to Roth every night.",
    "Not every employer offers in-plan Roth conversions of after-tax contributions.",
    "The Plan does not provide for in-plan Roth transfers of amounts that could not be distributed.",
    "Your In-Plan Roth Conversion Account is always 100% vested.",
    "Loans are not available from your in-plan Roth conversion balance.",
    "You may name a beneficiary for your Roth conversion account.",
    "Amounts in your Roth in-plan conversion source may be distributed after five years.",
    "You can change the investment of your in-plan Roth rollover balance daily.",
    "Pretax balances automatically converted under the merger in 2014 are shown separately.",
    "Your statement shows in-plan Roth conversions you have made.",
    "A fee of $25 is charged for each in-plan Roth conversion.",
    "You will receive a Form 1099-R for any in-plan Roth conversion.",
    "Ask your tax adviser before you make an in-plan Roth conversion.",
    "In-plan Roth conversions count as distributions for tax purposes.",
    "If you leave, you may convert your after-tax account to a Roth IRA.",
    "The Committee is reviewing whether to offer in-plan Roth conversions.",
    "Some recordkeepers convert after-tax money to Roth every night.",
    "You may convert your group life insurance to an individual policy automatically.",
    "The Plan will automatically convert foreign currency dividends daily.",
    "Deferrals are automatically switched to Roth catch-up contributions once you reach the limit.",
    "Catch-up contributions are automatically made as Roth if your wages exceed the threshold.",
    "Effective January 1, 2030, participants may elect in-plan Roth conversions.",
    "You may request a Roth conversion of your IRA through our brokerage affiliate.",
    "Your after-tax contributions are automatically invested in the target date fund each pay period and moved to your Roth target fund.",
    "After-tax contributions will automatically be recharacterized as Roth if you made an error.",
    "Excess after-tax contributions may be converted or refunded.",
    "You should review how in-plan Roth conversions work before retirement.",
    "The tax rules permit in-plan Roth conversions of after-tax contributions.",
    "A spouse beneficiary may elect an in-plan Roth conversion.",
    "Only participants who have attained age 59 1/2 may elect an in-plan Roth conversion.",
    "You may elect an in-plan Roth conversion only after you reach age 59 1/2.",
    "Terminated participants may request an in-plan Roth conversion.",
    "Once converted in an in-plan Roth conversion, amounts may be withdrawn tax free.",
    "The first in-plan Roth conversions took place in 2013.",
    "Our sister company's plan offers in-plan Roth conversions.",
    "You may roll your Roth conversion account to a Roth IRA.",
    "The amount of your Roth conversion is included in income automatically each year.",
    "Contributions that exceed the limit are converted to after-tax automatically.",
    "Stock options convert automatically each quarter. Roth contributions are made by payroll.",
    "Your after-tax contributions may be rolled to a Roth IRA each quarter after you leave.",
]
NO_LEAVE_TO_WITHDRAW = [
    "Your account is payable when you leave. You may withdraw your after-tax contributions at any time thereafter.",
    "The rollover account, including after-tax amounts in it, may be withdrawn at any time.",
    "Your after-tax contributions may be withdrawn at any time after you separate from service.",
    "You may at any time change the beneficiary of your after-tax account.",
    "After-tax contributions and in-service withdrawals are described in Appendix C.",
    "You may request a withdrawal at any time by calling the service center. After-tax contributions are taxed differently.",
    "If you are age 59 1/2, you may withdraw your after-tax contributions at any time.",
    "Withdrawals of after-tax contributions made before 1987 are available at any time.",
    "In-service withdrawals from the rollover account are permitted at any time; after-tax contributions are not available.",
    "You may withdraw after-tax contributions in the event of a federally declared disaster while employed.",
    "While on military leave, you may withdraw your after-tax contributions.",
    "You may stop after-tax contributions at any time and withdraw from participation.",
    "Former employees may withdraw their after-tax account at any time.",
    "You may withdraw your rollover contributions, including rolled over after-tax contributions, at any time.",
    "Dividends on company stock bought with after-tax contributions may be taken in cash at any time.",
    "Your spouse must consent to any withdrawal of your after-tax account.",
    "Hardship withdrawals may be taken from your after-tax account.",
    "The minimum withdrawal from your after-tax account is $500.",
    "Required minimum distributions are taken from the after-tax account first.",
    "You may not withdraw after-tax contributions during your first two years of participation.",
    "After you have been a participant for five years, you may withdraw after-tax contributions while employed.",
    "You may withdraw company match that vested before 2005, and after-tax contributions made before 2005, at any time.",
    "You may access your after-tax contributions when you become disabled.",
    "Withdrawals: See the section on after-tax contributions at any time for details.",
    "You may ask at any time whether after-tax contributions can be withdrawn while employed.",
    "An in-service withdrawal of after-tax contributions is subject to approval and only for hardship.",
    "In-service withdrawals of after-tax contributions were available before 2020.",
    "After-tax contributions to the prior plan may be withdrawn at any time.",
    "Members of Local 9 may withdraw after-tax contributions at any time.",
    "You may withdraw after-tax contributions at any time if you are totally disabled.",
    "You may withdraw after-tax contributions at any time within 60 days of enrollment if you were enrolled by mistake.",
    "Alternate payees and beneficiaries may withdraw after-tax amounts at any time.",
    "You may withdraw pre-tax contributions at age 59 1/2 while working; after-tax contributions are described below.",
    "A participant on a leave of absence may withdraw after-tax contributions.",
]

IN_MANY_WORDS = [
    ("Employees can also save on a traditional after-tax basis.", "after_tax_allowed", "yes"),
    ("Beyond pre-tax and Roth, the plan is open to after-tax savings of up to 15% of pay.", "after_tax_allowed", "yes"),
    ("Voluntary after-tax contributions are welcome, up to 10% of pay.", "after_tax_allowed", "yes"),
    (
        "Once you hit the IRS limit, extra savings can go in as non-Roth after-tax contributions.",
        "after_tax_allowed",
        "yes",
    ),
    ("A participant is permitted to contribute on a voluntary after-tax basis.", "after_tax_allowed", "yes"),
    ("After-tax (non-Roth) savings: you can elect 0% to 20%.", "after_tax_allowed", "yes"),
    ("We added a traditional after-tax option in 2023.", "after_tax_allowed", "yes"),
    ("You have three choices: pre-tax, Roth and after-tax.", "after_tax_allowed", "yes"),
    ("Your payroll election offers pre-tax, Roth 401(k) and after-tax.", "after_tax_allowed", "yes"),
    ("Contributions can be pre-tax, Roth, after-tax or a mix.", "after_tax_allowed", "yes"),
    ("The Plan accepts Employee After-Tax Contributions.", "after_tax_allowed", "yes"),
    (
        "Eligible Employees shall be entitled to make Voluntary Employee Contributions on an after-tax (non-Roth) basis.",
        "after_tax_allowed",
        "yes",
    ),
    (
        "Employees may elect to contribute a percentage of pay from 1% to 5% as Supplemental After-Tax Contributions.",
        "after_tax_allowed",
        "yes",
    ),
    ("Make traditional after-tax contributions of up to 8% of base pay.", "after_tax_allowed", "yes"),
    ("It is possible to make non-Roth after-tax contributions.", "after_tax_allowed", "yes"),
    ("Mega backdoor Roth: available.", "after_tax_allowed", "yes"),
    ("The plan supports the mega backdoor Roth.", "after_tax_allowed", "yes"),
    ("If you want to save more, elect the traditional after-tax option.", "after_tax_allowed", "yes"),
    ("In-plan Roth conversion: yes.", "in_plan_conversion", "on-request"),
    (
        "You are allowed to convert after-tax money to the Roth source whenever you like.",
        "in_plan_conversion",
        "on-request",
    ),
    ("Roth in-plan conversions can be requested online.", "in_plan_conversion", "on-request"),
    ("The Plan lets participants convert any vested money to Roth.", "in_plan_conversion", "on-request"),
    ("Convert your after-tax balance to Roth by calling 800-555-0100.", "in_plan_conversion", "on-request"),
    ("Participants may make an In-Plan Roth Transfer of vested amounts.", "in_plan_conversion", "on-request"),
    ("You can set up automatic conversion of after-tax contributions to Roth.", "in_plan_conversion", "automatic"),
    ("After-tax contributions are converted to Roth automatically each pay period.", "in_plan_conversion", "automatic"),
    ("A daily automatic in-plan Roth conversion feature is available.", "in_plan_conversion", "automatic"),
    (
        "You can have each after-tax contribution converted to Roth as soon as it is deposited.",
        "in_plan_conversion",
        "automatic",
    ),
    ("In-plan Roth rollovers are permitted once per year.", "in_plan_conversion", "on-request"),
    ("You can roll after-tax money into your Roth 401(k) account inside the plan.", "in_plan_conversion", "on-request"),
    ("The after-tax-to-Roth conversion can be done online at any time.", "in_plan_conversion", "on-request"),
    (
        "Once a quarter you may move after-tax dollars to your Roth account within the Plan.",
        "in_plan_conversion",
        "on-request",
    ),
    ("Our plan has never been amended to permit in-plan Roth conversions.", "in_plan_conversion", "no"),
    ("In-plan Roth conversions are not offered.", "in_plan_conversion", "no"),
    ("The Plan does not provide for Roth in-plan conversions.", "in_plan_conversion", "no"),
    ("There is no in-plan Roth conversion feature.", "in_plan_conversion", "no"),
    (
        "You can withdraw your after-tax contributions and earnings anytime while employed.",
        "in_service_withdrawal",
        "yes",
    ),
    ("In-service withdrawals of after-tax contributions are available at any age.", "in_service_withdrawal", "yes"),
    ("After-tax money is available for withdrawal at any time, for any reason.", "in_service_withdrawal", "yes"),
    (
        "While employed you can take a distribution of your after-tax account twice a year.",
        "in_service_withdrawal",
        "yes",
    ),
    ("Active employees can request a payout of after-tax contributions at any time.", "in_service_withdrawal", "yes"),
    ("You may roll after-tax contributions to a Roth IRA while you are still working.", "in_service_withdrawal", "yes"),
    ("After-tax contributions: may be withdrawn in service without restriction.", "in_service_withdrawal", "yes"),
    ("You do not have to leave the company to withdraw your after-tax account.", "in_service_withdrawal", "yes"),
    (
        "The after-tax account can be withdrawn at any time, but not more than once every six months.",
        "in_service_withdrawal",
        "yes",
    ),
    ("You may not withdraw after-tax contributions while employed.", "in_service_withdrawal", "no"),
    ("After-tax contributions are not available until you leave the company.", "in_service_withdrawal", "no"),
]


NO_SUCH_TERM = [
    ("Employee contributions other than pre-tax and Roth contributions are not accepted.", "roth_deferrals", "no"),
    (
        "A saver with a match of $4,000 would have room for $30,000 of after-tax contributions.",
        "match_on_after_tax",
        "yes",
    ),
    ("We asked for cheaper loans and for a match on after-tax contributions.", "match_on_after_tax", "yes"),
    ("Article 7 (True-Up Contributions) is deleted.", "true_up", "yes"),
    ("Nearly everybody asks about the true-up: is it made here too.", "true_up", "yes"),
    ("The Committee shall not recompute matching contributions on an annual basis.", "match_period", "year"),
    (
        "The Company matches 40% of deferrals (of either kind) not exceeding 8% of pay, in place of 30% of deferrals not exceeding 8% of pay.",
        "match",
        [{"rate_percent": "30", "up_to_percent_of_pay": "8"}],
    ),
]


@pytest.mark.parametrize(("text", "field", "value"), NO_SUCH_TERM)
def test_what_was_left_deleted_or_asked_for_is_no_term(text: str, field: str, value: Any) -> None:
    assert _fields(TAKES + text).get(field) != value


OF_OTHER_MONEY = [
    "Can I convert my match to Roth? Yes, call us.",
    "A participant may, on request, transfer vested pre-tax deferrals or matching contributions to a Roth account in the Plan.",
    "The Plan allows in-plan Roth conversions of any vested pre-tax or employer money.",
]


@pytest.mark.parametrize("text", OF_OTHER_MONEY)
def test_conversion_of_other_money_does_not_answer_for_after_tax_money(text: str) -> None:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-25"}, (TAKES + text).encode())
    assert isinstance(told, dict)
    assert "in_plan_conversion" not in told["fields"]
    assert any("says nothing of after-tax money" in remark for remark in told["remarks"])


def _fields(text: str) -> dict[str, Any]:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-25"}, text.encode())
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told["fields"].items()}


@pytest.mark.parametrize(("text", "field"), NOT_IN_A_ROTH_PLAN)
def test_it_says_nothing_of_the_field(text: str, field: str) -> None:
    assert field not in _fields(ROTH_ONLY + text)


@pytest.mark.parametrize(("text", "field"), NOT_IN_A_PLAN_THAT_TAKES_IT)
def test_it_says_nothing_of_the_field_where_after_tax_is_taken(text: str, field: str) -> None:
    assert field not in _fields(TAKES + text)


@pytest.mark.parametrize("text", CHANGES_NOTHING)
def test_a_limit_beside_a_permission_does_not_take_it_back(text: str) -> None:
    told = _fields(HAS_ALL + text)
    assert told["after_tax_allowed"] == "yes"
    assert told["in_plan_conversion"] == "on-request"
    assert told["in_service_withdrawal"] == "yes"


@pytest.mark.parametrize("text", NO_AFTER_TAX_YET)
def test_a_mention_is_no_leave_to_contribute(text: str) -> None:
    assert "after_tax_allowed" not in _fields(ROTH_ONLY + text)


@pytest.mark.parametrize("text", NO_LEAVE_TO_CONVERT)
def test_a_mention_is_no_leave_to_convert(text: str) -> None:
    assert "in_plan_conversion" not in _fields(TAKES + text)


@pytest.mark.parametrize("text", NO_LEAVE_TO_WITHDRAW)
def test_a_mention_is_no_leave_to_withdraw(text: str) -> None:
    assert "in_service_withdrawal" not in _fields(TAKES + text)


@pytest.mark.parametrize(("text", "field", "value"), IN_MANY_WORDS)
def test_it_is_understood_in_many_words(text: str, field: str, value: str) -> None:
    assert _fields((ROTH_ONLY if field == "after_tax_allowed" else TAKES) + text)[field] == value
