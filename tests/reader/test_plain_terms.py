"""Plain sentences on the plan's smaller terms, each slot varied: the year put right, how often, enrolment, caps, Roth, catch-up at 60."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

TAKES = "You may save pre-tax, Roth and traditional after-tax contributions.\n\n"
MATCH = "The company matches 50% of the first 6% of pay that you save. "


def test_tiers_below_a_question_do_not_stop_the_reader() -> None:
    said = fields(
        "DOES EXEMPLAR MATCH?\nYes. Exemplar matches:\n   100% of the first 3% of pay you contribute, plus\n   50% of the next 3% of pay you contribute.\n"
    )
    assert said["match"] == tiers((100, 3), (50, 3))


# --- the year put right

GIVEN = ["the difference is paid in March", "we deposit the shortfall", "any shortfall will be added to your account"]
REFUSED = [
    "the company will not make up the difference",
    "we do not restore the missed match",
    "we never pay the shortfall",
]


@pytest.mark.parametrize("when", ["Each February", "After the close of each year"])
@pytest.mark.parametrize("act", ["recalculates the match", "compares your match", "reviews each match"])
@pytest.mark.parametrize("given", GIVEN)
def test_what_is_lacking_is_given_after_the_year_is_compared(when: str, act: str, given: str) -> None:
    text = f"{when}, the company {act} with what the full year gives. If it was less, {given}."
    assert fields(TAKES + MATCH + text).get("true_up") == "yes"
    assert fields(TAKES + MATCH + text.replace("is paid", "may be paid").replace("we deposit", "we may deposit").replace("will be", "may be")).get("true_up") != "yes"  # fmt: skip


@pytest.mark.parametrize(
    "because", ["If you received less match because you reached the limit early, ", "At year's end "]
)
@pytest.mark.parametrize("refused", REFUSED)
def test_what_is_lacking_is_refused(because: str, refused: str) -> None:
    assert fields(f"{TAKES}{MATCH}{because}{refused}.").get("true_up") == "no"


@pytest.mark.parametrize("act", ["does not make", "will not make", "never pays"])
@pytest.mark.parametrize("what", ["an additional contribution", "any further matching contribution", "extra money"])
@pytest.mark.parametrize("when", ["at the end of the year", "to make up for periods without deferrals"])
def test_no_further_contribution_after_the_year(act: str, what: str, when: str) -> None:
    assert fields(f"{TAKES}{MATCH}The company {act} {what} {when}.").get("true_up") == "no"


@pytest.mark.parametrize(
    "text",
    [
        "Do not miss out on the match: save 6%.",
        "The loan balance due after the year ends is a distribution.",
        "The company makes an additional profit sharing contribution at the end of the year.",
        "The trustee pays the difference in fees.",
    ],
)
def test_what_puts_no_year_right(text: str) -> None:
    assert "true_up" not in fields(TAKES + MATCH + text)


def test_the_excess_over_what_was_made() -> None:
    text = "After each plan year the employer shall contribute the excess, if any, of (a) the matching contribution that would have been made had section 4 been applied to the entire plan year, over (b) the matching contributions made."
    assert fields(TAKES + MATCH + text)["true_up"] == "yes"


# --- how often

PERIODS = [
    ("one paycheck at a time", "payday"),
    ("on compensation for the plan year", "year"),
    ("on your full-year numbers", "year"),
    ("on the basis of the entire plan year", "year"),
    ("on a payroll period basis", "payday"),
]


@pytest.mark.parametrize("who", ["Matching contributions are", "The match is"])
@pytest.mark.parametrize("act", ["figured", "calculated", "determined"])
@pytest.mark.parametrize(("when", "period"), PERIODS)
def test_how_often(who: str, act: str, when: str, period: str) -> None:
    assert fields(f"{TAKES}{MATCH}\n\n{who} {act} {when}.")["match_period"] == period


@pytest.mark.parametrize("what", ["For purposes of calculating this contribution, pay is", "Both contributions are"])
def test_how_often_straight_after_the_match(what: str) -> None:
    assert fields(f"{TAKES}{MATCH}{what} determined on a payroll period basis.")["match_period"] == "payday"


# --- enrolment


@pytest.mark.parametrize("people", ["faculty and staff", "physicians and staff", "full-time and part-time employees"])
@pytest.mark.parametrize("act", ["who make no election are enrolled at", "are automatically enrolled at"])
def test_two_groups_that_are_everybody(people: str, act: str) -> None:
    assert fields(f"{TAKES}New {people} {act} 4% pre-tax.")["auto_enrolment_percent"] == "4"


@pytest.mark.parametrize("now", ["Currently", "Today", "At present"])
@pytest.mark.parametrize("rate", ["the rate will be", "the default rate becomes", "the contribution rate will be"])
def test_the_rate_that_follows_today(now: str, rate: str) -> None:
    text = f"{now} new employees are enrolled at 2%. For anyone hired on or after May 8, 2026, {rate} 4%."
    assert fields(TAKES + text)["auto_enrolment_percent"] == "4"
    later = text.replace("2026", "2027")
    assert fields(TAKES + later).get("auto_enrolment_percent") != "4"


@pytest.mark.parametrize(
    "how",
    ['replacing "3%" with "6%"', 'replacing "three percent (3%)" wherever it appears with "six percent (6%)"',
     'substituting "6%" for "3%"', 'deleting "3%" and inserting "6%"', 'striking the figure "3%" and substituting in its place "6%"'],
)  # fmt: skip
@pytest.mark.parametrize("more", ["", ', and by adding: "It rises by 1% each year to 10%."'])
def test_an_amendment_puts_one_figure_for_another(how: str, more: str) -> None:
    assert (
        fields(f"{TAKES}Section 4 (Automatic Enrollment) is amended by {how}{more}.")["auto_enrolment_percent"] == "6"
    )


# --- caps


@pytest.mark.parametrize(
    "brings",
    [
        "The Plan will accept traditional after-tax contributions.",
        "You may also make voluntary after-tax contributions.",
    ],
)
@pytest.mark.parametrize("who", ["You will be able to", "Participants may", "Employees are able to"])
@pytest.mark.parametrize(
    "how", ["contribute from 1% to 8% of pay", "elect up to 8% of pay", "save between 1% and 8% of pay"]
)
def test_a_cap_of_the_money_of_the_sentence_before(brings: str, who: str, how: str) -> None:
    said = fields(f"You may save pre-tax and Roth contributions.\n\n{brings} {who} {how}.")
    assert (said["after_tax_cap_percent"], said.get("combined_cap_percent")) == ("8", None)


@pytest.mark.parametrize(
    "before",
    [
        "After-tax contributions are not matched.",
        "Pre-tax and after-tax contributions are accepted.",
        "After-tax contributions may not be withdrawn.",
    ],
)
def test_a_cap_after_other_words_on_after_tax_money(before: str) -> None:
    assert "after_tax_cap_percent" not in fields(f"{TAKES}Saving\n\n{before} You may contribute from 1% to 8% of pay.")


@pytest.mark.parametrize("asks", ["Is there a lower limit for HCEs?", "I'm an HCE. Is there a limit for me?"])
@pytest.mark.parametrize("lead", ["For traditional after-tax, yes. ", "After-tax money has one. "])
@pytest.mark.parametrize("answer", ["It's 12% in the current plan year.", "The limit is 12% of pay.", "Currently 12%."])
def test_the_limit_of_the_highly_compensated_below_its_question(asks: str, lead: str, answer: str) -> None:
    assert fields(f"{TAKES}{asks}\n{lead}{answer}").get("hce_after_tax_cap_percent") == "12"
    assert "hce_after_tax_cap_percent" not in fields(f"{TAKES}Is there a limit?\n{lead}{answer}")


@pytest.mark.parametrize(
    "more", ["", " and are further subject to section 415", ", but always within the limits of the law"]
)
def test_a_cap_in_dollars_beside_the_law(more: str) -> None:
    text = f"Traditional after-tax contributions may not exceed $9,000 in any plan year{more}."
    assert fields(TAKES + text)["after_tax_cap_dollars"] == "9000"
    assert "after_tax_cap_dollars" not in fields(TAKES + "After-tax contributions may not exceed the 415 limit of $72,000 a year.")  # fmt: skip


@pytest.mark.parametrize("pay", ["Compensation is", "pay will be"])
@pytest.mark.parametrize("most", ["by up to 60%", "by 1% to 60%"])
def test_pay_reduced_by_up_to(pay: str, most: str) -> None:
    text = (
        f"You may enter into an agreement under which your {pay} reduced {most} and contributed as pre-tax deferrals."
    )
    assert fields(text)["deferral_cap_percent"] == "60"


@pytest.mark.parametrize("rest", ["for a total of 30%", "bringing your total contributions to 30%"])
def test_basic_and_supplementary_make_a_total(rest: str) -> None:
    text = f"Basic contributions may be pre-tax, Roth or after-tax. Beside a basic contribution of 6% you may make supplementary contributions of up to 24% of pay, {rest}."
    assert fields(TAKES + text)["combined_cap_percent"] == "30"


def test_no_cap_of_an_example() -> None:
    assert "after_tax_cap_percent" not in fields(
        TAKES + "Ana's pay is $5,000 a month and she may elect up to 5% after-tax."
    )


# --- Roth, catch-up at 60, keeper


@pytest.mark.parametrize("what", ["Deferrals", "Your contributions"])
@pytest.mark.parametrize("unless", ["unless you elect Roth", "unless the participant chooses Roth deferrals"])
def test_pre_tax_unless_roth(what: str, unless: str) -> None:
    assert fields(f"{what} are pre-tax {unless}.")["roth_deferrals"] == "yes"
    assert "roth_deferrals" not in fields(f"{what} are pre-tax unless you convert to a Roth IRA.")


@pytest.mark.parametrize("asked", ["Traditional or Roth?", "Pre-tax or Roth?"])
@pytest.mark.parametrize("answer", ["Either one.", "It's up to you.", "Both.", "Your choice."])
def test_either_of_two(asked: str, answer: str) -> None:
    assert fields(f"{asked}\n{answer} Many of us do some of both.")["roth_deferrals"] == "yes"
    assert "roth_deferrals" not in fields(f"{asked}\nNot decided. The plan takes only one.")


@pytest.mark.parametrize(
    "asked", ["I'm 61. Do I get the bigger catch-up?", "Is there a higher catch-up for someone 62?"]
)
@pytest.mark.parametrize(("answer", "value"), [("Yes, the plan adopted it.", "yes"), ("No, it did not.", "no")])
def test_the_larger_catch_up_of_an_age(asked: str, answer: str, value: str) -> None:
    assert fields(f"You may save pre-tax.\n\n{asked}\n{answer}").get("super_catch_up") == value
    assert "super_catch_up" not in fields(f"You may save pre-tax.\n\nI'm 51. Is there a catch-up?\n{answer}")


def test_a_keeper_known_by_its_site() -> None:
    assert (
        fields("You may save pre-tax.\n\nGo to myplan.johnhancock.com or call 800-555-0153.")["recordkeeper"]
        == "John Hancock"
    )
