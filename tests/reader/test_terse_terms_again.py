"""Rows, answers and short sentences on the match, on enrolment and on its step; what only looks like them."""

import pytest
from tests.reader.said import fields, tiers

TAKES = "You may save pre-tax, Roth or traditional after-tax money.\n\n"
MATCH = TAKES + "Company Match\n\nThe company matches 50% of the first 6% of pay that you save. "


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        (MATCH + "Does catch-up get a match? Yes. Does after-tax? No.", "match_on_after_tax", "no"),
        (MATCH + "\n\nWhich money earns the match?\nYes: pre-tax, Roth\nNo: traditional after-tax\n", "match_on_after_tax", "no"),
        (MATCH + "Traditional after-tax savings\nUp to 10% of pay; eligible for match: N", "match_on_after_tax", "no"),
        (MATCH + "While after-tax savings can be made Roth, they are not eligible for the match.", "match_on_after_tax", "no"),
        (MATCH + "Add traditional after-tax contributions (unmatched) once you are at the limit.", "match_on_after_tax", "no"),
        (MATCH + "Only regular pre-tax and Roth savings are considered. Catch-up and after-tax amounts are not.", "match_on_catch_up", "no"),
        (MATCH + "It is made on pre-tax, Roth and after-tax contributions (but not rollover contributions).", "match_on_after_tax", "yes"),
        (MATCH + "Catch-up contributions: the company does not contribute on these.", "match_on_catch_up", "no"),
        (MATCH + "\n\nTraditional after-tax savings are your money. No match, no vesting.", "match", tiers((50, 6))),
        (MATCH + "\n\nCatch-up (from 50): $8,000 extra. This money is not matched.", "match", tiers((50, 6))),
        (TAKES + "Catch-up (from 50): $8,000 extra. This money is not matched.", "match", None),
        (TAKES + "Traditional after-tax savings are your money. No match, no vesting.", "match", None),
        (MATCH + "We are looking at adding a true-up in 2027.", "true_up", None),
        (MATCH + "Is there a true-up? There is, every March.", "true_up", "yes"),
        (MATCH + "You may save 1% to 50% of pay pre-tax, Roth or traditional after-tax.", "match_on_after_tax", None),
        (MATCH + "Pre-tax and Roth savings count toward the limit. After-tax does not.", "match_on_after_tax", None),
        (MATCH + "Pre-tax and Roth savings may be withdrawn at 59½. Nothing else is.", "match_on_after_tax", None),
        (TAKES + "Contributions and matching\n\nRoth: yes\nCatch-up: yes", "match_on_catch_up", None),
        (MATCH + "Each paycheck stands on its own.", "match_period", "payday"),
        (MATCH + "It is made at the same time as your payroll deduction.", "match_period", "payday"),
        (MATCH + "True-up: the plan does not provide for one.", "true_up", "no"),
        (MATCH + "True-up explained: with a true-up, employers check the total at year end.", "true_up", None),
        (MATCH + "The plan features a true-up match.", "true_up", "yes"),
        (MATCH + "A true-up is made for those who did not get the whole match.", "true_up", "yes"),
        (MATCH + "Each year the company decides whether to fund a true-up.", "true_up", None),
        (MATCH + "Who stops early loses match. The plan has no provision to make it up.", "true_up", "no"),
        (MATCH + "Do I lose match? No. A true-up takes care of that in the first quarter.", "true_up", "yes"),
        (MATCH + "There is no separate match for catch-up contributions.", "match_on_catch_up", None),
        (TAKES + "The catch-up limit for ages 60 to 63 is the same as for age 50.", "super_catch_up", "no"),
        (TAKES + "Company match: 100% of the first 6%, with a $10,000 yearly ceiling on the match.", "match_period", None),
        (TAKES + "Ages 60-63: higher catch-up limit not elected", "super_catch_up", "no"),
        (TAKES + "Does the plan have the larger catch-up at 60 to 63? It sure does.", "super_catch_up", "yes"),
    ],
)  # fmt: skip
def test_rows_and_answers(text: str, field: str, said: object) -> None:
    assert fields(text).get(field) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("On the first 8% of pay that you save the company puts in 50 cents on the dollar.", tiers((50, 8))),
        ("The company contributes 80% of your deferrals, but it does not count deferrals of more than 5% of pay.", tiers((80, 5))),
        ("The first 4% you save is matched 2-to-1.", tiers((200, 4))),
        ("The first 3% you save is matched in full, and the following 2% at half.", tiers((100, 3), (50, 2))),
        ("For each $1 in pre-tax and Roth contributions the company gives you $0.75 up to 6% of pay.", tiers((75, 6))),
        ("For every dollar you save on the first 3% of pay it gives you a dollar, and on the next 2% a bit less.", None),
        ("On the first 8% of pay that you save you pay no tax. Our dollar is stable.", None),
    ],
)  # fmt: skip
def test_formulas_the_other_way_round(text: str, said: object) -> None:
    assert fields(f"Company Match\n\n{text}").get("match") == said


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("Nothing done after 45 days? You are in at 4%, and every April 1% on top until you get to 10%.", "auto_enrolment_percent", "4"),
        ("You will be enrolled automatically after 45 days. Your rate will be 6%, pre-tax.", "auto_enrolment_percent", "6"),
        ("Staff with an appointment of 50% or more are automatically enrolled at 4% after 31 days.", "auto_enrolment_percent", "4"),
        ("Automatic enrollment: at 2% of salary, with the college adding its 4%, unless you decline.", "auto_enrolment_percent", "2"),
        ("The plan does not have automatic enrollment. Most people start at 6%.", "auto_enrolment_percent", None),
        ("You must enroll; nobody is enrolled automatically. A good start is 5%.", "auto_enrolment_percent", None),
        ("You are enrolled automatically at 5%. Each year on February 1, 1% is added until you reach 15%.", "auto_increase_percent", "1"),
        ("You are enrolled automatically at 5%. 1% is added on the first pay date of each March until you reach 10%.", "auto_increase_percent", "1"),
        ("If you do not sign up, 3% is deducted. In the second year it will be 4%, in the third 5%, and in the fourth and later years 6%.", "auto_increase_percent", "1"),
        ("You are enrolled automatically at 5%. 1% is added to the account each year as a dividend.", "auto_increase_percent", None),
        ("Vesting: in the second year it will be 4%, in the third 5%, and in the fourth 6%.", "auto_increase_percent", None),
    ],
)  # fmt: skip
def test_enrolled_and_raised(text: str, field: str, said: str | None) -> None:
    assert fields(f"Joining\n\n{text}").get(field) == said


def test_heads_without_a_corner_stand_above_the_cell_to_their_right() -> None:
    table = "Pre-tax | Roth | Traditional after-tax | Company match\n{}\nMatched? | Yes | Yes | No | n/a\nWhile employed? | Hardship | Hardship | Any time | No\n"
    said = fields(table.format("Taxed going in? | No | Yes | Yes | No"))
    assert said.get("match_on_after_tax") == "no"
    said = fields(
        "Feature | Pre-tax | Roth | Traditional after-tax\nMatched? | Yes | Yes | No\nTaxed going in? | No | Yes | Yes\n"
    )
    assert said.get("match_on_after_tax") == "no"
    said = fields(
        "Feature | Pre-tax | Roth | Traditional after-tax\nMatched? | No | No | Yes\nTaxed going in? | No | Yes | Yes\n"
    )
    assert said.get("match_on_after_tax") == "yes"
