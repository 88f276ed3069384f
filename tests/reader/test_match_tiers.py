"""A formula read number by number: what adds up is one, what does not is none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.reader.said import fields as _fields

from megaroth.reader.formula import tiers_of
from megaroth.reader.tiers import tiers_in

Read = list[tuple[str, str | None]] | None


def _match(text: str) -> Read:
    match = _fields(text).get("match")
    return match and [
        (tier["rate_percent"], tier.get("up_to_percent_of_pay") or tier.get("up_to_dollars")) for tier in match
    ]


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        # The second tier says how far both reach.
        ("The Firm matches 100% of deferrals up to 2% of pay plus 50% of deferrals up to 8% of pay.", [("100", "2"), ("50", "6")]),
        ("The Firm matches 100% of the first 2% of pay and 50% of additional deferrals that do not exceed 7% of pay.", [("100", "2"), ("50", "5")]),
        ("The Firm matches 150% of each member's contributions not in excess of 2% of pay, plus 50% of contributions in excess of 2%, but not in excess of 8%, of pay.", [("150", "2"), ("50", "6")]),
        ("The Firm makes a matching contribution of 100% of contributions that are less than or equal to 2% and 40% of contributions greater than 2%, but less than or equal to 7%, of pay.", [("100", "2"), ("40", "5")]),
        ("The Firm matches 100% of salary deferral amounts on the first 2% of earnings and 50% of salary deferral amounts on the next 6% of earnings.", [("100", "2"), ("50", "6")]),
        ("The Firm matches 100% up to the first 2% of pay and 50% up to the next 4% of pay.", [("100", "2"), ("50", "4")]),
        # Whole percents: the range begins one above the last.
        ("The match is 100% of deferrals up to 2% of pay and 50% of deferrals from 3% to 8% of pay.", [("100", "2"), ("50", "6")]),
        ("The match is 30% of the first 4% of pay deferred and 60% of deferrals between 5 and 9% of pay.", [("30", "4"), ("60", "5")]),
        ("The match is 100% of the first 2% and 50% of 2-7% of pay deferred.", [("100", "2"), ("50", "5")]),
        ("The match is 100% on the first 2% of pay and 50% thereafter up to 7% of pay.", [("100", "2"), ("50", "5")]),
        ("The match is 100% of the first 2% of pay, 75% of the second 2% and 25% of the third 2%.", [("100", "2"), ("75", "2"), ("25", "2")]),
        # What bounds the match tells how far an open tier reaches.
        ("The Firm matches 100% of contributions up to 2% of pay and 50% of contributions over 2% with a maximum match of 5%.", [("100", "2"), ("50", "6")]),
        ("The Firm matches 100% of deferrals up to 4% of pay and 50% of deferrals up to 2% of pay, for a maximum match of 5% of pay.", [("100", "4"), ("50", "2")]),
        ("The Firm matches 25% of the member's first 8% of contributions, not to exceed 2% of pay.", [("25", "8")]),
        ("The Firm matches 40% of members' deferrals, for a maximum match of 2% of pay.", [("40", "5")]),
        ("The Firm matches 33.33% of the first 6% of pay, up to 2% of pay.", [("33 1/3", "6")]),
        # The first rate is not said: as much as is put in.
        ("The Firm contributes an amount equal to the member's deferrals up to 2% of pay, plus 50% of deferrals over 2% but not over 6% of pay as a matching contribution.", [("100", "2"), ("50", "4")]),
        # Said twice.
        ("The Firm matches 40% of deferrals, not to exceed 40% of the first 5% of pay.", [("40", "5")]),
        ("The Firm matches 40% of deferrals up to 40% of 5% of pay.", [("40", "5")]),
        # Words between the rate and its reach.
        ("Each payday the Firm makes a fully vested matching contribution of 100% of each dollar of a member's contributions each payroll period, disregarding contributions in excess of 5% of pay.", [("100", "5")]),
        ("The Firm matches 70% of members' deferred compensation up to 5%.", [("70", "5")]),
        ("The matching contribution is 30% of each 1% of pay a member contributes, up to 7% of pay.", [("30", "7")]),
        ("The matching contribution is a 100% (dollar-for-dollar) match of deferrals up to and including 7% of pay.", [("100", "7")]),
        ("The Firm makes a matching contribution of 100% of up to 3% of his or her pay plus 50% of contributions over 3% but not 6% of pay.", [("100", "3"), ("50", "3")]),
        # What changed, as it is since.
        ("Effective January 1, 2024, the match was increased from 50% of the first 5% of pay to 75% of the first 6% of pay.", [("75", "6")]),
        # Other money in the same breath.
        ("The Firm matches 100% of the first 2% of pay and makes a safe harbor nonelective contribution equal to 3% of pay.", [("100", "2")]),
        ("The Firm makes a nonelective contribution of 4% of pay and a matching contribution of 100% of deferrals up to 2% of pay.", [("100", "2")]),
        ("The Firm contributes to the plan a matching contribution of 35% of the first 7% of pay.", [("35", "7")]),
        ("If you contribute between 1% and 7% of pay, the Firm makes a matching contribution of 40%.", [("40", "7")]),
        ("The Firm matches 40% of contributions to any investment choice up to 5% of pay.", [("40", "5")]),
        # All that is put in.
        ("The Firm makes a matching contribution equal to 30% of a participant's elective deferrals.", [("30", None)]),
        ("The match is 30% of each member's contributions each payroll period.", [("30", None)]),
        ("The Firm made a 100% discretionary match on the first 2% of pay, with an additional 50% match on deferrals up to a maximum of 6% of pay.", [("100", "2"), ("50", "4")]),
        # The lesser of two.
        ("The match is the lesser of 40% of deferrals or 2% of pay.", [("40", "5")]),
        ("The match is equal to the lesser of (a) 25% of the first 8% of pay deferred or (b) 2% of pay.", [("25", "8")]),
        ("The match is the lesser of 60% of contributions or 60% of the first 5% of pay.", [("60", "5")]),
        ("The match is the lesser of 40% of the first 5% of pay or $1,400.", [("40", "5")]),
        # From which percent on, the first tier tells.
        ("The match is 100% of the first 2% and 50% of the next 3% to 6% of pay.", [("100", "2"), ("50", "4")]),
        ("The match is 100% of the first 2% and 50% of the next 2%-6% of pay.", [("100", "2"), ("50", "4")]),
        # Sums.
        ("The Firm matches 75% of the first $800 and 25% of the next $800 a member defers.", [("75", "800"), ("25", "800")]),
    ],
)  # fmt: skip
def test_numbers_that_add_up(text: str, tiers: Read) -> None:
    assert _match(text) == tiers


@pytest.mark.parametrize(
    "text",
    [
        # Two tiers that both begin with the first percent.
        "The Firm matches 100% of the first 5% of pay and 50% of the first 7% of pay.",
        "The Firm matches 100% of deferrals up to 5% of pay and 50% of deferrals up to 3% of pay.",
        "The Firm matches 50% of the first 5% of pay, and 50% of deferrals up to 8% of pay.",
        "The Firm matches 100% of deferrals up to 4% of pay, or 50% of deferrals over 4% up to 6% of pay.",
        # A tier that does not begin where the last one ended.
        "The Firm matches 100% of deferrals up to 4% of pay plus 50% of deferrals between 2% and 7% of pay.",
        "The Firm matches 50% of deferrals over 2% up to 6% of pay.",
        # Without its reach, or with a most that it does not give.
        "The Firm matches 100% of the first 4% of pay plus 50% of deferrals over 4%.",
        "The Firm matches 100% of the first 4% of pay plus 50% of the next 3%, but not more than 5% of pay.",
        "The Firm matches 50% of the first 9% of pay, not to exceed 4% of pay.",
        "The match is 4% of pay plus 50% of deferrals up to 7% of pay.",
        "The Firm matched 20% of deferrals up to 4% of pay in the first quarter, 40% up to 7% in the second.",
        # Two numbers for one.
        "Effective January 1, 2025, the match percentage was changed from 20% to 40%.",
        "The Firm matches 40% and 60% of deferrals up to 5% of pay for 2024 and 2023.",
        "The Firm matches 60% of the first 5% and 7% of pay, respectively.",
        "The Firm matches 45% to 90% of the first 5% of pay.",
        "The match is 100% of deferrals up to 8% of pay for directors, and up to 5% for others.",
        # Of what is matched, or of the match?
        "The Firm matches 50% of deferrals, not to exceed 3% of pay.",
        "The Firm matches 25% of deferrals up to 1.25% of pay.",
        "The Firm matches 100% of deferrals up to 3% of pay, plus 50% of deferrals over 3% up to a maximum of 4% of pay.",
        "The Firm matches 25% of deferrals, for a maximum match of 5% of pay.",
        "Contributions over 2% of pay are matched at 50% of the excess for a maximum match of 4%.",
        "The match is the greater of 40% of the first 5% of pay or $700.",
        "The Firm matches 40% of deferrals up to the lesser of 5% of pay or $3,100.",
        "The Firm matches 40% of deferrals up to 5% of pay or $3,100, whichever is less.",
        "The match is 100% of the first 2% and 50% of the next 5% to 8% of pay.",
        "The Firm makes a matching contribution equal to 30% of a participant's deferrals, subject to limits of the plan.",
        "The Firm makes a matching contribution equal to 30% of deferrals on pay below the wage base.",
        # Each payday, no one knows how many.
        "The Firm matches 100% of the first $60 a member defers per pay period.",
        "The Firm matches 200% of the first $300 and 100% of contributions over $300 up to 5% of pay.",
        "The Firm matches 50% of deferrals up to 6% of pay or makes a nonelective contribution of 3% of pay.",
    ],
)  # fmt: skip
def test_numbers_that_do_not(text: str) -> None:
    assert _match(text) is None


def test_an_example_tells_what_the_bound_is_of() -> None:
    said = "The Firm matches 50% of deferrals up to a maximum of 2% of pay."
    assert _match(said) is None
    assert _match(f"{said} If you contribute 2% of pay, the Firm contributes 1%.") == [("50", "2")]
    assert _match(f"{said} If you contribute 4% of pay, the Firm contributes 2%.") == [("50", "4")]


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("The Firm matches:\n\n• 100% of your deferrals up to 2% of pay, plus\n• 50% of your deferrals between 2% and 6% of pay.", [("100", "2"), ("50", "4")]),
        ("The Firm makes a matching contribution equal to the sum of:\n\n(a) 100% of deferrals that do not exceed 2% of pay; plus\n(b) 50% of deferrals that exceed 2% but do not exceed 6% of pay.", [("100", "2"), ("50", "4")]),
        ("The Firm matches 100% of deferrals up to 2% of pay. It also matches 50% of deferrals over 2% up to 6% of pay.", [("100", "2"), ("50", "4")]),
        ("The Firm matches:\n\n• 150% of the first 2% of pay\n• 50% of the next 4% of pay", [("150", "2"), ("50", "4")]),
        ("Company match\n\n100% on the first 2%\n50% on contributions from 3% to 6%", [("100", "2"), ("50", "4")]),
        # The second does not begin where the first ends, or nobody can say what it is.
        ("The Firm matches 100% of deferrals up to 2% of pay. It also matches 50% of deferrals over 4% up to 6% of pay.", None),
        ("The Firm matches:\n\n• 100% of deferrals up to 2% of pay, plus\n• a further share of what you save as a match.", None),
        # A second tier whose rate stands behind its reach.
        ("The Firm matches the first 2% of pay dollar for dollar. Your next 4% is matched at 50 cents on the dollar.", [("100", "2"), ("50", "4")]),
        ("The Firm matches the first 2% of pay dollar for dollar. Contributions from 2% to 6% are matched at 50%.", [("100", "2"), ("50", "4")]),
        ("The Firm matches the first 2% of pay dollar for dollar. Deferrals over 3% and up to 6% of pay earn a match of 50%.", None),
        ("The Firm matches the first 2% of pay dollar for dollar. The next 4% is matched at half that rate.", None),
        # Somebody else's second tier is not everybody's.
        ("The Firm matches 100% of deferrals up to 2% of pay. For hourly employees it also matches 50% of deferrals over 2% up to 6% of pay.", [("100", "2")]),
    ],
)  # fmt: skip
def test_tiers_in_lines_of_their_own(text: str, tiers: Read) -> None:
    assert _match(text) == tiers


def test_tiers_are_exact() -> None:
    assert tiers_in("match 100% of up to 2.5% of pay and 37.5% of contributions over 2.5% up to 7.25% of pay") == [
        (Fraction(100), Fraction(5, 2)),
        (Fraction(75, 2), Fraction(19, 4)),
    ]
    assert tiers_of("match 66.67% of the first 6% of pay")[0]["rate_percent"] == "66 2/3"


def test_where_there_is_no_formula_there_is_none_to_refuse() -> None:
    assert tiers_in("members may contribute up to 60% of pay") is None
    assert tiers_in("match 50% of the first 6% of pay and 25% of the first 6% of pay") == []
