"""Conversion, withdrawal and spillover by their grammar: every slot varied, and what stands near without saying it."""

from __future__ import annotations

import itertools

import pytest
from tests.reader.said import fields

from megaroth.reader.become_roth import converts
from megaroth.reader.come_out import withdraws
from megaroth.reader.conversion_act import asks, is_act
from megaroth.reader.frequency import per_year
from megaroth.reader.spill import spills

TAKES = "You may make pre-tax, Roth and traditional after-tax contributions.\n\n"

CONVERSION = [
    ("Anyone in the plan is free to shift after-tax savings into Roth, whenever it suits.", "on-request"),
    ("Convert after-tax to Roth online in two clicks.", "on-request"),
    ("Roth in-plan conversion: available for after-tax money.", "on-request"),
    ("In-plan Roth conversion | Yes", "on-request"),
    ("In-Plan Roth Rollovers: permitted at any time", "on-request"),
    ("You'll find the Convert to Roth button on the savings page; use it to convert your after-tax balance.", "on-request"),
    ("Our plan has in-plan Roth conversions.", "on-request"),
    ("Once a quarter you can roll your after-tax balance into your Roth account inside the plan.", "on-request"),
    ("Is in-plan conversion possible?\nYes. Give us a call.", "on-request"),
    ("Can I turn my after-tax money into Roth?\nYes, at any time, through the website.", "on-request"),
    ("How do I convert my after-tax contributions to Roth?\nCall the service center and ask for an in-plan conversion.", "on-request"),
    ("To request a Roth conversion of your after-tax account, complete Form 12.", "on-request"),
    ("Employees can elect to convert their after-tax account into a Roth account within the plan.", "on-request"),
    ("The plan lets you turn after-tax contributions into Roth dollars without leaving the plan.", "on-request"),
    ("In-plan conversion of after-tax contributions to Roth is offered up to four times a year.", "on-request"),
    ("Participants are entitled to move any part of their after-tax account to the Roth account in the plan.", "on-request"),
    ("After-tax money may at any time become Roth by an in-plan conversion.", "on-request"),
    ("It is possible to have after-tax amounts converted to Roth in the plan upon request.", "on-request"),
    ("We support mega backdoor Roth: after-tax contributions plus in-plan conversion.", "on-request"),
    ("In-Plan Roth Conversions\nAvailable on request, no limit.", "on-request"),
    ("In-plan Roth conversions\nYou may do this at any time by calling the recordkeeper.", "on-request"),
    ("An in-plan Roth conversion option exists for after-tax contributions; ask HR.", "on-request"),
    ("Log in and pick Convert to start an in-plan Roth conversion.", "on-request"),
    ("Conversion to Roth: at your request, as many times as you wish, for after-tax money.", "on-request"),
    ("Savers can reclassify after-tax balances as Roth through an in-plan conversion.", "on-request"),
    ("Through in-plan conversion, after-tax dollars can be made Roth; the request is made by phone.", "on-request"),
    ("The following features are part of the plan: loans, in-plan Roth conversions of after-tax money, and hardship withdrawals.", "on-request"),
    ("You choose when to convert your after-tax contributions to Roth within the plan.", "on-request"),
    ("Roth conversion is done by request only; nothing moves by itself. You may convert after-tax money.", "on-request"),
    ("In-plan Roth conversions are offered. Limit: one each month.", "on-request"),
    ("Does our 401(k) offer in-plan Roth conversion? Yes, for after-tax contributions.", "on-request"),
    ("Under the in-plan Roth conversion provision you are able to move after-tax amounts to your Roth account.", "on-request"),
    ("After-tax contributions may be transferred to your Roth account in the plan on any business day.", "on-request"),
    ("How do I convert? Open the app, tap Convert to Roth in-plan, and pick your after-tax source.", "on-request"),
    ("You may request daily that your after-tax contributions be converted to Roth in the plan.", "on-request"),
    ("You can convert your after-tax balance to Roth in the plan each month by calling.", "on-request"),
    ("There is no automatic conversion. To convert after-tax money to Roth in the plan, call us.", "on-request"),
    ("When you request a conversion to Roth in the plan, your after-tax money is moved automatically within two days.", "on-request"),
    ("You may convert after-tax contributions to Roth in the plan. Your request is processed the same day.", "on-request"),
    ("After-tax contributions are swept into Roth every payday.", "automatic"),
    ("Every two weeks, right after payroll posts, the plan moves your after-tax contributions to Roth automatically.", "automatic"),
    ("Automatic in-plan conversion: Yes", "automatic"),
    ("Turn on automatic conversion and your after-tax money goes to Roth each pay period.", "automatic"),
    ("You can set up automatic daily conversion of after-tax contributions to Roth.", "automatic"),
    ("Auto-convert is available: your after-tax contributions convert to Roth the day they are deposited.", "automatic"),
    ("Each after-tax contribution is converted to Roth the next business day; you need do nothing.", "automatic"),
    ("How often are conversions done? \nAfter-tax contributions convert to Roth automatically each night.", "automatic"),
    ("In-plan Roth conversion | Automatic, each payroll", "automatic"),
    ("The recordkeeper converts after-tax contributions to Roth as they are received.", "automatic"),
    ("By standing election your after-tax deposits become Roth at once and without further action.", "automatic"),
    ("Your after-tax contributions will be converted to Roth automatically every pay period.", "automatic"),
    ("We convert your after-tax contributions to Roth for you each payday.", "automatic"),
    ("Daily automatic conversion of after-tax contributions to Roth is available.", "automatic"),
    ("With Auto Convert, after-tax contributions become Roth the moment they are posted.", "automatic"),
    ("Once enrolled in automatic conversion, all after-tax contributions are moved to Roth each night.", "automatic"),
    ("Conversion to Roth (in-plan): automatic and daily", "automatic"),
    ("Is the conversion to Roth automatic?\nYes.", "automatic"),
    ("After-tax contributions are automatically rolled to your Roth 401(k) account within the plan.", "automatic"),
    ("The plan offers an automated after-tax to Roth conversion.", "automatic"),
    ("Sign up once for recurring conversion of after-tax contributions to Roth.", "automatic"),
    ("Elect once, and every after-tax deposit is turned into Roth the same day.", "automatic"),
    ("In-plan conversions run automatically after each payroll.", "automatic"),
    ("Set it and forget it: after-tax contributions convert to Roth every payday.", "automatic"),
    ("You can choose to have after-tax contributions converted to Roth automatically, or ask for a conversion by phone.", "automatic"),
    ("The plan offers no in-plan Roth conversions.", "no"),
    ("In-plan Roth conversion: not available", "no"),
    ("After-tax money can't be converted to Roth in the plan.", "no"),
    ("Does the plan allow in-plan conversions?\nNo.", "no"),
    ("In-plan Roth rollovers are not permitted.", "no"),
    ("We do not offer in-plan conversion of after-tax contributions.", "no"),
    ("There is no in-plan Roth conversion feature.", "no"),
    ("Conversions to Roth within the plan are not possible at this time.", "no"),
    ("The plan has no feature for converting after-tax contributions to Roth.", "no"),
    ("Sorry, our plan does not have in-plan Roth conversions.", "no"),
    ("In-plan conversions: none", "no"),
    ("Currently, in-plan Roth conversions are not offered.", "no"),
    ("Participants cannot convert after-tax contributions to Roth within the plan.", "no"),
    ("You can't do an in-plan Roth conversion.", "no"),
]  # fmt: skip
NO_WORD_OF_CONVERSION = [
    "You may owe tax when you convert after-tax money to Roth.",
    "If your plan permits it, you may convert after-tax contributions to Roth.",
    "Some plans let you convert after-tax contributions to Roth.",
    "You may withdraw amounts from your Roth conversion account after five years.",
    "You may roll your after-tax contributions to a Roth IRA when you leave.",
    "Amounts converted to Roth are reported on Form 1099-R.",
    "You may change your contributions from after-tax to Roth at any time.",
    "Starting in 2028 you will be able to convert after-tax contributions to Roth in the plan.",
    "Before 2019 participants could convert after-tax contributions to Roth in the plan.",
    "You can convert your accrued vacation to after-tax contributions, Roth contributions or cash.",
    "Pre-tax contributions may be converted to Roth in the plan.",
    "Employees of the Tulsa plant may convert after-tax contributions to Roth in the plan.",
    "Your spouse may convert his or her inherited account to Roth.",
    "A conversion chart for investment funds is available online; Roth and after-tax funds are listed.",
    "The company considered adding in-plan Roth conversions in 2022.",
    "Contact the benefits center with questions about tax on in-plan Roth conversions.",
    "Withdrawals of in-plan Roth conversions are subject to special rules.",
    "See page 12 for in-plan Roth conversions.",
    "The five-year period for an in-plan Roth conversion begins on January 1 of the year of the conversion.",
    "When your old employer's plan is merged, your balances will be converted to Roth and pre-tax sources in our plan.",
    "Your Roth conversion election is irrevocable and may not be changed.",
    "In-plan conversion of after-tax contributions is under review by the committee.",
    "In-plan Roth conversions can be complex; you may wish to talk to a tax professional.",
    "You may designate a beneficiary for your in-plan Roth conversion account.",
    "Ask whether your new employer's plan offers in-plan Roth conversions.",
    "Choose how your in-plan Roth conversion account is invested.",
    "You must pay taxes on any in-plan Roth conversion from sources other than the plan.",
    "You may cancel an in-plan Roth conversion until 4 p.m. on the day of the request.",
    "After-tax contributions are automatically converted to shares of company stock each pay period; Roth contributions are not.",
    "Your deferrals automatically convert to after-tax contributions once you reach the Roth and pre-tax limit.",
    "In-plan Roth conversions are taxable events and are reported to the IRS.",
    "The law allows plans to offer in-plan Roth conversions.",
    "Your plan may offer in-plan Roth conversions.",
    "Any in-plan Roth conversion you have made in the past is shown on your statement.",
    "You may take a loan from your in-plan Roth conversion account.",
    "Earnings in a converted Roth account may be withdrawn tax-free after five years.",
    "You may request a distribution from your Roth account or from amounts converted in the plan.",
    "You cannot undo an in-plan Roth conversion.",
    "You cannot convert more than your vested after-tax balance to Roth.",
    "Beneficiaries may not convert to Roth in the plan.",
    "Upon termination of employment you may convert your account to a Roth IRA.",
    "You may convert your after-tax account to an annuity at retirement; Roth amounts are paid in cash.",
    "You can elect to contribute on a pre-tax, Roth or after-tax basis, and change this election at any time.",
    "The in-plan conversion feature was removed in 2021 for after-tax and Roth money.",
    "The committee may decide to permit in-plan Roth conversions.",
    "A friend's plan lets her convert after-tax money to Roth each day.",
    "Only pre-tax and employer contributions may be converted to Roth in the plan.",
    "You may direct how after-tax contributions and Roth conversions are invested.",
    "Amounts that you could withdraw because you are 59½ may be converted to Roth in the plan.",
    "For an example, suppose you convert $5,000 of after-tax contributions to Roth.",
    "You should consider taxes before converting after-tax contributions to Roth.",
    "Stock in the plan may be converted to cash automatically; Roth and after-tax sources are sold first.",
    "Your after-tax rate will automatically change to Roth when you reach the limit.",
    "Upon plan merger, Roth accounts were converted to the new recordkeeper automatically.",
    "When automatic enrollment begins, contributions are Roth; after-tax contributions convert nothing.",
    "The Roth conversion account may be rolled over to an IRA upon request.",
    "If you do not request an in-plan conversion, your after-tax earnings are taxed at withdrawal.",
    "Retirees may convert after-tax contributions to Roth in the plan.",
    "We are negotiating in-plan Roth conversion with the recordkeeper.",
    "Learn what an in-plan Roth conversion is in our glossary.",
    "Participants automatically enrolled contribute as Roth; after-tax contributions are optional.",
    "Your Roth account is automatically rebalanced each quarter; after-tax money is converted to units.",
    "Dividends on after-tax and Roth sources are automatically reinvested each quarter.",
    "The after-tax catch-up converts automatically to Roth by law in 2026.",
    "A conversion of pre-tax deferrals to Roth may be requested in the plan.",
    "What happens when you convert after-tax contributions to Roth?",
    "The recordkeeper's system can convert after-tax contributions to Roth for other clients daily.",
    "In-plan Roth conversions: see the separate brochure.",
    "Call 800-555-0100 for more about in-plan Roth conversions.",
    "Fees: in-plan Roth conversion $25.",
    "Is there a fee to convert after-tax money to Roth?\nNo.",
    "Can conversions to Roth be reversed?\nNo.",
    "Is my in-plan Roth conversion taxed?\nYes.",
    "Do I have to convert my after-tax contributions to Roth?\nNo.",
    "Will I get a 1099-R for an in-plan Roth conversion?\nYes.",
    "Are after-tax contributions matched?\nYes. Roth conversions are not a contribution.",
    "Roth conversion ladder strategies may be available to you outside the plan with after-tax money.",
    "Roll your after-tax money to a Roth IRA at any time.",
]  # fmt: skip
WITHDRAWAL = [
    ("Take your after-tax money out whenever you like.", "yes"),
    ("After-tax contributions: withdraw any time.", "yes"),
    ("Want cash? Your after-tax contributions can be cashed out at any time, for any reason.", "yes"),
    ("While still employed you may withdraw from your after-tax account.", "yes"),
    ("In-service withdrawal of after-tax contributions: Yes, anytime", "yes"),
    ("Can I get at my after-tax contributions while I work here?\nYes, at any time.", "yes"),
    ("After-tax savings are available for withdrawal at any age.", "yes"),
    ("The plan gives you access to your after-tax contributions any time you need it.", "yes"),
    ("In-Service Withdrawals\nAfter-tax contributions: up to two per year", "yes"),
    ("You may roll your after-tax account to a Roth IRA while you are working.", "yes"),
    ("No hardship is needed to take a distribution of after-tax contributions.", "yes"),
    ("You don't have to wait for age 59½ to withdraw your after-tax contributions.", "yes"),
    ("An active participant may request a payment of his after-tax account once every six months.", "yes"),
    ("In-service distributions of after-tax contributions are permitted.", "yes"),
    ("Active employees: all or part of the after-tax account may be paid out on request.", "yes"),
    ("Withdrawals while you work. You may take out: \n- after-tax contributions at any time\n- pre-tax contributions after age 59½", "yes"),
    ("Money in the after-tax source may be drawn on at any time.", "yes"),
    ("Employees can pull after-tax money from the plan as often as they like.", "yes"),
    ("Withdrawals During Employment\nAt any time you may withdraw: your after-tax contributions and earnings.", "yes"),
    ("Participants in active employment shall be permitted to withdraw after-tax contributions for any reason.", "yes"),
    ("After-tax account - may be withdrawn at any time, once per quarter.", "yes"),
    ("You may withdraw, without penalty or restriction, your after-tax contributions.", "yes"),
    ("Subject to a $500 minimum, you may withdraw after-tax contributions while you are still employed.", "yes"),
    ("You may request an in-service distribution of your after-tax account and have it rolled into a Roth IRA.", "yes"),
    ("Types of withdrawals available while employed: after-tax (any time), hardship, age 59½.", "yes"),
    ("While you are working you have access to: after-tax contributions at any time; rollover contributions at any time; pre-tax at 59½.", "yes"),
    ("Non-hardship withdrawals\nYou may withdraw after-tax contributions without giving a reason.", "yes"),
    ("Your after-tax contributions and their earnings can come out of the plan whenever you want.", "yes"),
    ("Employee after-tax contributions may be distributed upon request during employment.", "yes"),
    ("You can get your after-tax money out at any age.", "yes"),
    ("All after-tax sources are eligible for in-service withdrawal at any time.", "yes"),
    ("In-service withdrawals\nYou may withdraw all or part of your after-tax account twice in any plan year.", "yes"),
    ("After-tax contributions cannot be withdrawn while you are employed.", "no"),
    ("In-service withdrawals of after-tax contributions are not allowed.", "no"),
    ("You may not take your after-tax money out until you leave the company.", "no"),
    ("Your after-tax account is locked up until you terminate employment.", "no"),
    ("No in-service withdrawals of after-tax contributions are permitted.", "no"),
    ("After-tax contributions may not be withdrawn before you terminate employment.", "no"),
    ("The plan does not allow withdrawals of after-tax contributions while you are employed.", "no"),
    ("While you work here you cannot take out after-tax contributions.", "no"),
    ("In-service withdrawal (after-tax money): not allowed.", "no"),
]  # fmt: skip
NO_WORD_OF_WITHDRAWAL = [
    "In-service withdrawals of after-tax contributions\nYou are always fully vested in your after-tax contributions.",
    "In-service withdrawals of after-tax contributions\nThe fees of a fund are shown before you choose it.",
    "In-service withdrawals of after-tax contributions\nA tax form is sent for each year in which something is paid.",
    "After-tax withdrawals while employed\nYou may change your investments at any time.",
    "After-tax contributions may be withdrawn after age 59½.",
    "After-tax contributions can be withdrawn in a hardship.",
    "When you leave, your after-tax contributions may be paid to you at any time.",
    "You may change or stop your after-tax contributions at any time.",
    "You may withdraw your rollover contributions at any time. After-tax contributions are always vested.",
    "If you are over 59½ you can withdraw after-tax contributions at any time.",
    "After-tax rollover contributions may be withdrawn at any time.",
    "Earnings on after-tax withdrawals are taxed at any age.",
    "You may borrow from your after-tax account at any time.",
    "Many plans let you withdraw after-tax contributions at any time.",
    "After-tax contributions held for at least 24 months may be withdrawn at any time.",
    "Former employees may withdraw their after-tax account at any time.",
    "You may withdraw your consent to after-tax contributions at any time.",
    "A beneficiary may withdraw the after-tax account at any time.",
    "Until 2020, after-tax contributions could be withdrawn at any time.",
    "You can withdraw money for any reason after you retire, including after-tax contributions.",
    "Withdrawals of after-tax contributions are not subject to the 10% penalty at any age.",
    "While employed you may withdraw pre-tax, Roth and after-tax contributions only for hardship.",
    "You may request a statement of your after-tax withdrawals at any time.",
    "A QDRO may award after-tax contributions to an alternate payee at any time.",
    "Excess after-tax contributions may be distributed at any time during the year.",
    "You can enroll in after-tax contributions any time; withdrawals are described on page 9.",
    "While you are employed you can access your after-tax account online at any time.",
    "You may be able to withdraw after-tax contributions while employed. Check the plan document.",
    "After-tax contributions made before 1987 may be withdrawn at any time.",
    "While on military leave you may withdraw your after-tax contributions.",
    "You may receive information on after-tax withdrawals while employed.",
    "After-tax payroll deductions for insurance can be withdrawn from your pay at any time.",
    "During an open window each spring, union members may withdraw after-tax contributions.",
    "In-service withdrawals are available from the following: rollover (any time), after-tax (age 59½).",
    "After-tax contributions may be withdrawn at any time after you reach age 59½.",
    "You may withdraw after-tax contributions once you have completed five years of participation.",
    "Unlike after-tax contributions, Roth money may be withdrawn at any time.",
    "After age 59½, you may withdraw pre-tax and after-tax contributions for any reason.",
    "If you become disabled, you may withdraw after-tax contributions at any time.",
    "Your plan may permit in-service withdrawals of after-tax contributions.",
    "After-tax contributions may be withdrawn only to buy a home.",
    "In-service withdrawals of after-tax contributions are taxed on earnings.",
    "You can increase your after-tax contributions at any time; in-service loans are described below.",
    "Any time you withdraw after-tax contributions, a pro rata share of earnings comes too.",
    "When you withdraw after-tax contributions, contributions are suspended for six months.",
    "Employees hired before 1995 may withdraw after-tax contributions at any time.",
    "Members of Local 12 may withdraw after-tax contributions at any time.",
    "You may withdraw from the prior plan after-tax account at any time.",
    "Your spouse must consent if you withdraw after-tax contributions while employed.",
    "After-tax contributions are made by payroll deduction and may be stopped at any time.",
    "If you die while employed, your after-tax account may be paid at any time to your beneficiary.",
    "Starting in 2029, after-tax contributions may be withdrawn at any time.",
    "The IRS lets participants withdraw after-tax contributions at any time.",
    "The minimum in-service withdrawal is $500, or your after-tax balance if less.",
    "An in-service withdrawal may not include after-tax contributions under $100.",
    "For rollover money: withdraw any time. For after-tax money: see HR.",
    "You may move your after-tax contributions among funds at any time while employed.",
    "Company contributions may be withdrawn at any time; after-tax contributions are matched.",
    "You pay no tax on after-tax contributions you withdraw at any time.",
    "The trustee may withdraw after-tax contributions at any time to correct a mistake.",
    "After leaving you may withdraw after-tax contributions as often as you like.",
    "Are after-tax withdrawals taxed?\nNo.",
    "Is there a penalty when I withdraw after-tax contributions while employed?\nNo.",
    "Do I have to withdraw my after-tax contributions before I retire?\nNo.",
    "Can I withdraw my after-tax contributions?\nYes, after you leave.",
    "After-tax contributions: any time election changes; withdrawals: hardship only.",
    "Age 59½ withdrawals\nYou may withdraw your after-tax contributions at any time.",
    "After You Leave\nYou may withdraw your after-tax contributions at any time.",
    "You may take a hardship withdrawal of after-tax contributions at any time.",
    "After-tax contributions are withdrawn first when you take a hardship withdrawal while employed.",
    "While employed, you can view your after-tax withdrawals at any time in the app.",
    "You may withdraw vested company contributions after five years; after-tax contributions are always yours.",
    "In-service withdrawals come first from after-tax contributions.",
    "You may withdraw pre-tax contributions while employed if you are 59½. After-tax contributions follow the same rule.",
    "The plan permits in-service withdrawals at age 59½ from all sources, including after-tax.",
    "Deferrals can be stopped any time. Roth, pre-tax and after-tax money is payable at separation.",
]  # fmt: skip
SPILLOVER = [
    ("When you hit the IRS deferral limit, your contributions keep going as after-tax automatically.", "yes"),
    ("Spillover: contributions above the 402(g) limit go into the after-tax source.", "yes"),
    ("Once your pre-tax and Roth savings reach the annual limit, payroll switches you to after-tax with no action on your part.", "yes"),
    ("If you max out before December, your election simply continues as after-tax contributions.", "yes"),
    ("Anything over the annual deferral limit is treated as an after-tax contribution.", "yes"),
    ("After the limit is reached, deferrals roll over to after-tax for the rest of the year.", "yes"),
    ("Your contributions will automatically change to after-tax for the rest of the year after you reach the IRS limit.", "yes"),
    ("Deferrals in excess of the IRS limit are recharacterized as after-tax contributions.", "yes"),
    ("Contributions do not automatically continue as after-tax contributions when you reach the limit.", "no"),
    ("When you reach the annual limit your deferrals stop; they do not spill over to after-tax.", "no"),
    ("There is no spillover to after-tax.", "no"),
    ("Your contributions stop at the IRS limit unless you separately elect after-tax contributions.", "no"),
    ("When you reach the limit you can continue saving by electing after-tax contributions.", None),
    ("After-tax contributions may be made once you reach the annual limit.", None),
    ("Your after-tax contributions stop automatically when the annual limit is reached.", None),
    ("Your after-tax contributions are automatically converted to Roth until you reach the plan limit.", None),
    ("You are automatically enrolled at 3%; the maximum for after-tax contributions is 10%.", None),
    ("After-tax contributions count toward the annual limit and automatic increases stop at the cap.", None),
    ("If you are highly compensated your after-tax contributions will be limited automatically once you reach 6%.", None),
]  # fmt: skip
HOW_OFTEN = [
    ("You may convert after-tax contributions to Roth in the plan up to four times a year.", "conversions_per_year", 4),
    ("In-plan Roth conversions are limited to one per calendar quarter.", "conversions_per_year", 4),
    ("You can request an in-plan Roth conversion once a month.", "conversions_per_year", 12),
    ("In-plan Roth conversions of after-tax money are permitted. No more than two conversions may be made in any plan year.", "conversions_per_year", 2),
    ("In-plan Roth conversion | Yes, twice per year", "conversions_per_year", 2),
    ("You may request no more than one (1) in-plan Roth conversion each plan year.", "conversions_per_year", 1),
    ("You may convert after-tax money to Roth in the plan once every three months.", "conversions_per_year", 4),
    ("In-plan Roth conversions are offered. You can withdraw hardship money twice a year.", "conversions_per_year", None),
    ("In-plan Roth conversions are offered. Investment changes are limited to two per month.", "conversions_per_year", None),
    ("You may convert after-tax to Roth in the plan; call us. You may change contributions once a month.", "conversions_per_year", None),
    ("You may withdraw your after-tax contributions at any time, but only twice a year.", "withdrawals_per_year", 2),
    ("While employed you may take up to four after-tax withdrawals per year.", "withdrawals_per_year", 4),
    ("After-tax withdrawals are permitted while employed, limited to one every six months.", "withdrawals_per_year", 2),
    ("After-tax contributions may be withdrawn while employed, not more often than once per quarter.", "withdrawals_per_year", 4),
    ("In-service withdrawals of after-tax contributions are allowed once per calendar year.", "withdrawals_per_year", 1),
    ("You may withdraw after-tax contributions while employed. Loans are limited to one per year.", "withdrawals_per_year", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), CONVERSION)
def test_conversion(text: str, said: str) -> None:
    assert fields(TAKES + text).get("in_plan_conversion") == said


@pytest.mark.parametrize("text", NO_WORD_OF_CONVERSION)
def test_no_word_of_conversion(text: str) -> None:
    assert "in_plan_conversion" not in fields(TAKES + text)


@pytest.mark.parametrize(("text", "said"), WITHDRAWAL)
def test_withdrawal(text: str, said: str) -> None:
    assert fields(TAKES + text).get("in_service_withdrawal") == said


@pytest.mark.parametrize("text", NO_WORD_OF_WITHDRAWAL)
def test_no_word_of_withdrawal(text: str) -> None:
    assert "in_service_withdrawal" not in fields(TAKES + text)


@pytest.mark.parametrize(("text", "said"), SPILLOVER)
def test_spillover(text: str, said: str | None) -> None:
    assert fields(TAKES + text).get("spillover") == said


@pytest.mark.parametrize(("text", "field", "times"), HOW_OFTEN)
def test_how_often(text: str, field: str, times: int | None) -> None:
    assert fields(TAKES + text).get(field) == times


WHO = ("you", "participants", "an active employee", "members of the plan")
MAY = ("may", "can", "are able to", "have the right to", "are free to", "may elect to", "can at any time")
CONVERTS = (
    "convert {money} to @roth",
    "roll {money} into a @roth account in the plan",
    "have {money} converted to @roth",
    "request an in-plan conversion of {money}",
    "move {money} into the plan's @roth source",
)
MONEY = ("@at contributions", "all or part of the @at account", "your @at money and its earnings")


@pytest.mark.parametrize(("who", "may"), [*itertools.product(WHO, MAY)])
def test_who_may_convert(who: str, may: str) -> None:
    said = [f"{who} {may} {act.format(money=money)}." for act, money in itertools.product(CONVERTS, MONEY)]
    assert {text: converts(text) for text in said} == dict.fromkeys(said, "on-request")


@pytest.mark.parametrize("veil", ["pay tax when they ", "be taxed if they ", "not ", "consult an adviser before they "])
def test_leave_for_something_else_is_no_leave_to_convert(veil: str) -> None:
    said = [
        f"{who} may {veil}{act.format(money=money)}." for who, act, money in itertools.product(WHO, CONVERTS, MONEY)
    ]
    assert not {text for text in said if converts(text) in ("on-request", "automatic")}


@pytest.mark.parametrize(
    "how", ["automatically", "each pay period", "every payday", "on the day they are deposited", "without any action"]
)
def test_what_goes_on_by_itself(how: str) -> None:
    said = [
        f"@at contributions are {how} {done}."
        for done in ("converted to @roth", "swept into the @roth account", "moved to @roth")
    ] + [f"the plan converts @at contributions to @roth {how}."]
    assert {text: converts(text) for text in said} == dict.fromkeys(said, "automatic")


TAKES_OUT = (
    "withdraw {money}",
    "take a distribution of {money}",
    "take {money} out of the plan",
    "request a payment of {money}",
)
FREELY = (
    "at any time",
    "for any reason",
    "while still employed",
    "before leaving the company",
    "at any age",
    "whenever they like",
)


@pytest.mark.parametrize(("who", "freely"), [*itertools.product(WHO, FREELY)])
def test_who_may_withdraw(who: str, freely: str) -> None:
    money = ("@at contributions", "all or part of the @at account")
    said = [f"{who} may {act.format(money=each)} {freely}." for act, each in itertools.product(TAKES_OUT, money)]
    said += [f"{freely}, {who} can {act.format(money=each)}." for act, each in itertools.product(TAKES_OUT, money)]
    assert {text: withdraws(text) for text in said} == dict.fromkeys(said, "yes")


@pytest.mark.parametrize(
    "but",
    [
        "after age 59.5",
        "in a hardship",
        "once they retire",
        "if disabled",
        "after leaving",
        "upon termination of employment",
    ],
)
def test_what_is_hindered_is_not_free(but: str) -> None:
    said = [
        f"{who} may {act.format(money='@at contributions')} at any time {but}."
        for who, act in itertools.product(WHO, TAKES_OUT)
    ]
    assert not [text for text in said if withdraws(text)]


@pytest.mark.parametrize("other", ["@pre contributions and ", "@roth and ", "the match and "])
def test_money_that_cannot_leave_freely_is_not_meant(other: str) -> None:
    said = [f"{who} may withdraw {other}@at contributions at any time." for who in WHO]
    assert not [text for text in said if withdraws(text) and "match" not in text]


@pytest.mark.parametrize(
    "limit",
    ["once you reach the annual limit", "when the irs maximum is reached", "after deferrals hit the 402(g) limit"],
)
def test_what_goes_on_at_the_limit(limit: str) -> None:
    goes = ("continue as", "switch automatically to", "are automatically made as", "carry on as", "spill over to")
    said = [f"{limit}, your contributions {each} @at contributions." for each in goes]
    assert {text: spills(text, "") for text in said} == dict.fromkeys(said, "yes")
    may = [f"{limit}, you may {each} @at contributions." for each in ("elect", "begin", "choose to make")]
    assert {text: spills(text, "") for text in may} == dict.fromkeys(may, "")


def test_how_often_a_year() -> None:
    often = {
        ("once", "{} {}"): 1,
        ("twice", "{} {}"): 2,
        ("up to four times", "{} {}"): 4,
        ("no more than two withdrawals", "{} {}"): 2,
    }
    of = {"a year": 1, "per quarter": 4, "in any month": 12, "every six months": 2, "during a plan year": 1}
    for ((times, form), count), (period, per) in itertools.product(often.items(), of.items()):
        assert per_year(form.format(times, period)) == count * per, (times, period)


@pytest.mark.parametrize(
    "text",
    [
        "within two days each month",
        "6% of pay per year",
        "one of the accounts",
        "2 loans a year are few",
        "three years",
    ],
)
def test_what_counts_something_else(text: str) -> None:
    assert per_year(text) is None


def test_a_question_asks_for_leave_or_for_something_else() -> None:
    assert asks("can i convert my @at contributions to @roth?")
    assert asks("is in-plan conversion possible?")
    assert not asks("is a conversion to @roth taxed?")
    assert not asks("do i have to convert my @at contributions to @roth?")


def test_the_account_is_not_the_act() -> None:
    assert is_act("an in-plan @roth conversion")
    assert not converts("you may withdraw from the in-plan @roth conversion account.")
    assert not converts("you may convert your life insurance.", "", "@roth contributions")
