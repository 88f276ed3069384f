"""Terms as plain sentences and captions say them: pay, contact, Roth, catch-up at 60, caps, when the match is made, the year put right.

The second value is what is accepted; `stated` where only that something is; `None` where nothing may be.
"""

from __future__ import annotations

import itertools

import pytest
from tests.reader.said import fields

from megaroth.reader import work


def titled(title: str, text: str) -> dict[str, object]:
    """The accepted values of a text below this title."""
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, f"{title}\n\n{text}\n".encode())
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told["fields"].items()}


CASES: dict[str, list[tuple[str, str | None]]] = {
    'eligible_pay': [
        ('Eligible Earnings are all flight pay, guarantee pay, holiday pay, sick and vacation pay and profit sharing payments.', 'stated'),
        ('For this purpose pay means compensation taxable under the Railroad Retirement Tax Act, including arbitraries, overtime, and vacation pay, but not including buyouts.', 'stated'),
        ('Benefits-eligible pay = salary + overtime + incentive pay + commissions, up to $250,000.', 'stated'),
        ('"Compensation" is all flight pay, guarantee pay, sick pay, vacation pay, training pay and profit sharing.', 'stated'),
        ('Pay\nRegular earnings, overtime and incentive awards, up to the IRS pay limit of $360,000.', 'stated'),
        ('What counts as pay?\nHourly wages, shift premium and holiday pay, but no signing bonuses.', 'stated'),
        ('Under the Plan, "Eligible Pay" consists of your salary and any lead pay.', 'stated'),
        ('Certified Earnings are the hourly rate plus longevity pay.', 'stated'),
        ('The term considered compensation refers to all amounts reported in Box 1 of your W-2, plus salary deferrals.', 'stated'),
        ('Savings Plan Pay: base salary and sales commissions (no bonuses or equity).', 'stated'),
        ('Plan compensation. Your W-2 wages for the plan year, including bonuses, but not taxable fringe benefits, or severance.', 'stated'),
        ('By pay we mean base pay, on-call pay and lead-worker pay.', 'stated'),
        ('Recognized compensation = straight time + overtime.', 'stated'),
        ('Your deferrals are taken from regular pay, overtime and call-back pay but not from per diem.', 'stated'),
        ('For Plan purposes, earnings comprise hazard pay and base wages up to the IRS limit ($360,000 for 2026).', 'stated'),
        ('Covered earnings exclude imputed income and moving allowances.', 'stated'),
        ('Your pay is deposited every other Friday.', None),
        ('Overtime is paid at time and a half.', None),
        ('Disability pay is 60% of base salary.', None),
        ('Severance pay is paid in a lump sum.', None),
        ('Earnings are credited to your account each day.', None),
        ('Your eligible pay is limited to $360,000.', None),
        ('The vacation pay policy is described in the handbook.', None),
        ('Holiday pay and sick pay are subject to tax.', None),
    ],
    'recordkeeper': [
        ('Who runs it?\nT. Rowe Price, 800-354-2351', 'T. Rowe Price'),
        ('Whom can I call?\nPrincipal at 1-800-547-7754, or Dot Hargrave in Human Resources, extension 214.', 'Principal'),
        ('If you log in to your Principal account next week you might notice a deposit.', 'Principal'),
        ('For a copy of the SPD or to make a change\nHuman Interest: 1-855-555-0122. Plan Administrator: Dellwood Brands, Inc.', 'Human Interest'),
        ('Fidelity Management Trust Company serves as trustee and an affiliate serves as recordkeeper.', 'Fidelity'),
        ('Questions? Contact the Principal participant line at 800-547-7754.', 'Principal'),
        ('To change your rate, call T. Rowe Price at 800-922-9945 or log in at rps.troweprice.com.', 'T. Rowe Price'),
        ("J.P. Morgan keeps the Plan's records.", 'J.P. Morgan'),
        ('Call Guideline: 888-344-5188', 'Guideline'),
        ("Enroll through Principal's website or by phone.", 'Principal'),
        ('Nationwide, 800-772-2182', 'Nationwide'),
        ('Who do I call?\nAlight (855-550-0100)', 'Alight'),
        ('Need help? Human Interest, 855-622-7824', 'Human Interest'),
        ('Lincoln, 800-234-3500, keeps your account.', 'Lincoln'),
        ('The principal amount of a loan is repaid by payroll deduction; call 800-555-0100.', None),
        ('Our principal office is at 800 Main Street.', None),
        ('Principal and interest are repaid over five years.', None),
        ('This guideline applies nationwide.', None),
        ('Your payments are applied to principal, then interest.', None),
        ('The Principal Investigator of the study can be reached at 800-555-0101.', None),
    ],
    'phone': [
        ('Who do I call?\nEmpower, 1-844-555-0130. From abroad call collect, 1-303-555-0131.', '1-844-555-0130'),
        ('Call Vanguard at 800-523-1188. Outside the U.S. dial 610-669-1000.', '800-523-1188'),
        ('Fidelity: 800-835-5097 (TTY 800-610-4015)', '800-835-5097'),
        ('International callers: 1-303-555-0131. Empower participants in the US: 844-555-0130.', '844-555-0130'),
        ("Fax your form to 800-555-0199. Voya's number is 800-584-6001.", '800-584-6001'),
    ],
    'roth_deferrals': [
        ("The Company does not offer advice on whether to make Roth contributions.", None),
        ("Roth contributions will not be matched but are permitted.", "yes"),
        ('Roth Account — your designated Roth contributions', 'yes'),
        ('The parties did not agree to add a Roth option, and the Plan does not take after-tax savings.', 'no'),
        ('You choose the tax treatment of your 401(k) contributions: traditional (not taxed until paid out) or Roth (taxed now, not taxed when paid out in a qualified distribution).', 'yes'),
        ('The Company elected not to offer Roth contributions.', 'no'),
        ('We have decided against adding a Roth feature.', 'no'),
        ('The bargaining committee never agreed to a Roth 401(k) option.', 'no'),
        ('The Plan has not been amended to permit Roth deferrals.', 'no'),
        ('There is no Roth feature under this Plan.', 'no'),
        ('Neither Roth nor after-tax contributions are accepted.', 'no'),
        ('Your elective Roth contributions are kept in an account of their own.', 'yes'),
        ('You decide how your money is taxed: pre-tax (you pay no tax today) or Roth (you do).', 'yes'),
        ('Your own Roth savings go into your Roth account.', 'yes'),
        ('The Company has declined to add Roth contributions.', 'no'),
        ("Roth isn't available in our plan.", 'no'),
        ('The Plan did not agree to add in-plan Roth conversions.', None),
        ('Your Roth IRA contributions are kept elsewhere.', None),
        ('The Company has not yet decided whether to add a Roth option.', None),
        ('You may not convert your account to Roth.', None),
        ('If you do not have Roth contributions, your whole account is taxed when paid.', None),
    ],
    'super_catch_up': [
        ('Pilots who are 50 or older may make catch-up contributions, including the enhanced catch-up during the years in which they turn 60 through 63.', None),
        ("Turning 50 this calendar year? You can contribute an extra $8,000. Between 60 and 63? It's $11,250.", 'yes'),
        ("Turning 50 this year?\nYou get to save extra. If you're age 60, 61, 62 or 63, your extra is even bigger ($11,250 in 2026).", 'yes'),
        ('Are you 60 to 63?\nYour catch-up limit is $11,250 instead of $8,000.', 'yes'),
        ('If you turn 60, 61, 62 or 63 during the year you may put in $3,250 more than other catch-up contributors.', 'yes'),
        ("Age 60-63? Then it's $11,250 for catch-up.", 'yes'),
        ('Employees between the ages of 60 and 63 get a bigger catch-up allowance.', 'yes'),
        ('Catch-up: $8,000 (ages 50-59 and 64+) or $11,250 (ages 60-63).', 'yes'),
        ('Are you 60 to 63?\nOur plan has not adopted the larger catch-up.', 'no'),
        ('Is there a higher catch-up for ages 60 to 63?\nNo.', 'no'),
        ('You may retire between 60 and 63.', None),
        ('At ages 60 through 63 you may take your pension with a larger benefit.', None),
    ],
    'combined_cap_percent': [
        ('In no event may the total of all your contributions be more than 90% of your Eligible Pay, since room has to be left for payroll taxes and benefit premiums.\nAfter-tax contributions can be up to 50% of your pay.', '90'),
    ],
    'deferral_cap_percent': [
        ("After 5% of pay is deferred, the match will be 50%.", None),
        ("Effective January 1, 2029, the maximum deferral becomes 90% instead of 50% of pay.", None),
        ('You may authorize the Company to reduce your Pay by 1% to 50% and contribute the amount to the Plan.', '50'),
        ('Subject to the limits in D below you may have your salary reduced by 2% to 40%, to be contributed to the plan before taxes.', '40'),
        ('Is there a limit on how much I can contribute?\nYou may contribute from 1% to 80% of your eligible pay each payday.', '80'),
        ('Contributions\n• Minimum: $20 per paycheck\n• Maximum: 50% of gross pay, or the IRS limit, whichever comes first', '50'),
        ('STEP 2. PICK A RATE\nAnywhere from 1% to 50%.', '50'),
        ('If I do nothing, how much will be taken from my pay?\n3% of your eligible pay will be taken on a pre-tax basis in your first year.', None),
        ('Default\n6% of eligible pay, pre-tax, if you do nothing in your first 45 days', None),
        ('The most you may save goes from 25% to 50% of pay effective January 1, 2025.', '50'),
        ('You can defer up to 75% of pay instead of 50%.', '75'),
        ('The maximum pre-tax deferral, now 25% of pay, becomes 60% of pay on January 1, 2026.', '60'),
        ('How much can I save?\nUp to 60%.', '60'),
        ('Choose your rate\n1% to 75% of pay', '75'),
        ('Payroll may withhold no more than 80% of your pay for the Plan, because other deductions come first.', '80'),
    ],
    'match_period': [
        ("When do you pay?\nWe are paid every two weeks.", None),
        ("How much does the company match?\n50% of the first 6% of your pay each pay period", "payday"),
        ("The match is 100% of the first 4% of pay. It's per paycheck and there's no true-up, so don't front-load so hard that you hit $24,500 in June.", 'payday'),
        ('Each payroll period the Company matches 100% of the first 3% of covered compensation that you contribute, and 50% of the next 3%.\nTrue-Up. As soon as practicable following the end of the plan year, the Company makes an additional matching contribution to each participant whose matching contributions for the year are less than the amount determined by applying the formula on an annual basis.', 'payday'),
        ('The match will become 75% of the first 6%. It will continue to be made every payroll period.', 'payday'),
        ("When does Tarn's money go in?\nThe same day as yours - twice a month. It's figured on that pay check alone.", 'payday'),
        ('The match is 50% of the first 6% of pay. We do it monthly.', 'month'),
        ('The Company matches 50% of the first 6%. This is worked out quarter by quarter.', 'quarter'),
        ('When is the match paid?\nEvery other Friday, with your paycheck.', 'payday'),
        ('The match is 100% of the first 4% of pay. Per pay period; no true-up.', 'payday'),
        ("How is the match figured?\nOn the whole year's pay, once the year is over.", 'year'),
        ('Who gets the match?\nThose who save each pay period at their own rate.', None),
        ('Dividends are paid quarterly. The match is 50% of the first 6% of pay.', None),
        ('You can change your rate each pay period. The match is 50% of the first 6% of pay.', None),
    ],
    'true_up': [
        ('Although deposits are made each payroll period, the Company makes an additional deposit after the end of the year if your match deposits came to less than 6% of pay.', 'yes'),
        ('If you hit the IRS limit before year-end your match stops with your contributions. Our true-up adds any match you missed, usually by the end of March.', 'yes'),
        ('The true-up fills in whatever match you lost.', 'yes'),
        ('Each spring a true-up restores match dollars you would otherwise lose.', 'yes'),
        ('After year-end we top up your match with a supplemental deposit if you were shorted.', 'yes'),
        ('Payroll recomputes the match in January and credits any shortfall to your account.', 'yes'),
        ('The Company does not make an additional match deposit after the end of the year.', 'no'),
        ("There's no true-up, so spread your savings evenly.", 'no'),
        ('The Company may make a true-up deposit after the year ends.', None),
        ('A true-up is what some plans use to give missed match.', None),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "value"), [(name, *each) for name, cases in CASES.items() for each in cases])
def test_said_plainly(name: str, text: str, value: str | None) -> None:
    said = fields(text).get(name)
    assert ("stated" if value == "stated" and said else said) == value


NAMES_OF_PAY = ("Eligible pay", "For Plan purposes, certified earnings", '"Compensation"', "Benefits-eligible pay")
VERBS = ("means", "=", "consists of", "includes", "is defined as")
PARTS = ("flight pay and guarantee pay", "base wages, overtime and shift pay", "salary and commissions, up to $360,000")


@pytest.mark.parametrize(("name", "verb", "parts"), list(itertools.product(NAMES_OF_PAY, VERBS, PARTS)))
def test_pay_by_any_name(name: str, verb: str, parts: str) -> None:
    assert "eligible_pay" in fields(f"{name} {verb} {parts}.")


DENIALS = ("did not agree to", "has declined to", "decided not to", "never voted to", "does not")
ACTS = ("add", "offer", "permit", "accept")
WHAT = ("Roth contributions", "a Roth option", "designated Roth deferrals")


@pytest.mark.parametrize(("denial", "act", "what"), list(itertools.product(DENIALS, ACTS, WHAT)))
def test_roth_refused(denial: str, act: str, what: str) -> None:
    assert fields(f"The Company {denial} {act} {what}.").get("roth_deferrals") == "no"
    assert "roth_deferrals" not in fields(f"The Company {denial} {act} conversion to Roth.")


@pytest.mark.parametrize(
    ("name", "joint"),
    list(
        itertools.product(("Principal", "Nationwide", "Human Interest", "T. Rowe Price"), (", ", ": ", " at ", " - "))
    ),
)
def test_a_name_and_its_number(name: str, joint: str) -> None:
    told = fields(f"Who can help me?\n{name}{joint}800-555-0123")
    assert (told.get("recordkeeper"), told.get("phone")) == (name, "800-555-0123")


@pytest.mark.parametrize("reason", ["since", "because", "so that", "as"])
def test_a_reason_is_none_of_the_cap(reason: str) -> None:
    text = f"You may defer up to 60% of pay, {reason} the rest of your check has to cover taxes and insurance premiums."
    assert fields(text).get("deferral_cap_percent") == "60"


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Exemplar Pilots' Retirement Savings Plan", "yes"),
        ("Exemplar Savings Plan for Pilots and Nurses", None),
        ("Exemplar Savings Plan", None),
    ],
)
def test_who_is_everybody(title: str, value: str | None) -> None:
    text = "Pilots of 50 may make catch-up contributions, including the higher amount for those who turn 60 through 63."
    assert titled(title, text).get("super_catch_up") == value
