"""The match on adoption agreements: a rate and its end on lines apart, sums that are filled in, an X without a box beside empty boxes."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reader.said import tiers

from megaroth.reader import work


def _fields(text: str) -> dict[str, Any]:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, text.encode())
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told["fields"].items()}


HEAD = "ADOPTION AGREEMENT for the Specimen 401(k) Plan\n\nSECTION 1 - PLAN\n1.1 Plan year: {on} calendar year {off} other\n1.2 Loans: {on} Yes {off} No\n\n"
RATE = (
    "SECTION 5 - MATCHING CONTRIBUTIONS\n5.1 Matching Contributions. The Employer shall contribute\n"
    "     a. {on} 30% of the Elective Contributions of each Participant.\n"
)
ENDS = (
    ("     b. {on} Elective Contributions in excess of 5% of Compensation shall not be matched.\n", tiers((30, 5))),
    ("     b. {on} Deferrals above 5% of Plan Compensation are disregarded.\n", tiers((30, 5))),
    ("     b. {on} No match shall be made on deferrals exceeding 5% of pay.\n", tiers((30, 5))),
    ("5.2 Limits on Eligible Contributions: not exceeding 5% of Compensation.\n", tiers((30, 5))),
    ("     b. {off} Elective Contributions in excess of 5% of Compensation shall not be matched.\n", [{"rate_percent": "30"}]),
    ("     b. {on} Matching Contributions shall not exceed 5% of Compensation.\n", None),
    ("     b. {on} Another 5% as the Board shall say.\n", None),
    ("     b. {on} Deferrals above 5% of pay are disregarded.\n     c. {on} Deferrals above 6% of pay are disregarded.\n", None),
)  # fmt: skip


@pytest.mark.parametrize("marks", [("[X]", "[ ]"), ("☒", "☐"), ("/ X /", "/   /")])
@pytest.mark.parametrize(("row", "value"), ENDS)
def test_a_rate_with_the_end_that_another_line_gives(row: str, value: Any, marks: tuple[str, str]) -> None:
    text = (HEAD + RATE + row).replace("{on}", marks[0]).replace("{off}", marks[1])
    assert _fields(text).get("match") == value


SUMS = (
    ("5.4 Limit on Matching Contributions: $ 2,500 per Participant per Plan Year.\n", "2500"),
    ("5.4 Maximum match: $_2,500_ for any Plan Year\n", "2500"),
    ("5.4 Maximum Compensation for the match: $ 2,500\n", None),
    ("5.4 Limit on Matching Contributions: $ 100 per payroll period.\n", None),
    ("5.4 Limit on Matching Contributions: $ ____\n", None),
)


@pytest.mark.parametrize(("row", "most"), SUMS)
def test_a_sum_that_is_filled_in(row: str, most: str | None) -> None:
    text = (HEAD + RATE + row).replace("{on}", "☒").replace("{off}", "☐")
    assert (_fields(text).get("match_limits") or {}).get("max_dollars") == most


BARE = """ELECTIONS OF THE ADOPTING EMPLOYER
Specimen 401(k) Plan

Item 3. Loans. The Plan X does / □ does not (check one) permit loans.

Item 8. Matching contributions.
□ Option #1: None.
X Option #2: Fixed: 100 % of the first 3 % of pay, plus 50 % of the next 2 % of pay contributed as elective deferrals.
Matching contributions shall be computed for each □ payroll period X calendar quarter □ Plan Year.
(c) After-tax contributions □ are / X are not matched.
"""


def test_an_x_beside_empty_boxes_is_a_tick() -> None:
    read = _fields(BARE)
    assert read["match"] == tiers((100, 3), (50, 2))
    assert read["match_period"] == "quarter"
    assert read["match_on_after_tax"] == "no"
    turned = _fields(BARE.replace("□ are / X are not", "X are / □ are not"))
    assert turned["match_on_after_tax"] == "yes"


def test_an_x_is_no_tick_where_it_names_a_thing_or_no_box_is_empty() -> None:
    named = BARE.replace(
        "□ payroll period X calendar quarter □ Plan Year", "□ payroll period of Class X employees □ Plan Year"
    )
    assert "match_period" not in _fields(named)
    assert not {"match", "match_period", "match_on_after_tax"} & _fields(BARE.replace("X ", "□ ")).keys()


PARTS = """ADOPTION AGREEMENT for the Specimen 401(k) Plan

AA §6B MATCHING CONTRIBUTIONS

6B-2 Formula:
   ☐ (a) Discretionary match
   ☒ (b) Fixed match. The Employer will make a Matching Contribution equal to:
       ☒ (1)  60 % of Eligible Contributions

6B-3 Eligible Contributions:  ☒ Pre-tax Deferrals  ☒ Roth Deferrals  ☐ After-Tax Employee Contributions  ☒ Catch-Up Contributions

6B-4 Limits on Eligible Contributions:  only those not exceeding  4 % of Plan Compensation.

AA §6C AFTER-TAX EMPLOYEE CONTRIBUTIONS

6C-1 After-Tax Employee Contributions:  ☒ permitted  ☐ not permitted
6C-2 Limit:  ☒ (a)  5 % of Plan Compensation   ☐ (b) $______
"""


def test_parts_that_a_sign_numbers() -> None:
    read = _fields(PARTS)
    assert read["match"] == tiers((60, 4))
    assert (read["match_on_after_tax"], read["match_on_catch_up"]) == ("no", "yes")
    assert (read["after_tax_allowed"], read["after_tax_cap_percent"]) == ("yes", "5")
