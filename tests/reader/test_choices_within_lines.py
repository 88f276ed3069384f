"""Adoption agreements whose choice stands within a sentence, and lines that are filled in without a box of their own."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reader.said import tiers

from megaroth.reader import work

HEAD = (
    "ADOPTION AGREEMENT for the Specimen 401(k) Plan\n\nARTICLE 2 - CONTRIBUTIONS\n2.1 Loans: [X] Yes [ ] No\n"
    "2.2 Roth Deferrals: [X] Permitted [ ] Not permitted\n"
)


def _fields(text: str) -> dict[str, Any]:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, f"{HEAD}{text}\n".encode())
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told["fields"].items()}


CATCH_UP = "2.3 Catch-Up Contributions.\n   {line}\n   [ ] (b) Not permitted.\n"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("[X] (a) Allowed, and [ ] will [X] will not be eligible to receive Matching Contributions.", "no"),
        ("[X] (a) Allowed, and [X] will [ ] will not be eligible to receive Matching Contributions.", "yes"),
        ("[X] (a) are permitted and [ ] are [X] are not considered for the match.", "no"),
        ("[X] (a) are permitted. Catch-Up Contributions [X] shall [ ] shall not be counted in determining Matching Contributions.", "yes"),
        ("[X] (a) Allowed [X] matched [ ] not matched", "yes"),
        ("[X] (a) Allowed [ ] matched [X] not matched", "no"),
        # neither, or both, is no answer; nor is what is asked of something else, or stands behind an empty box
        ("[X] (a) Allowed, and [ ] will [ ] will not be eligible to receive Matching Contributions.", None),
        ("[X] (a) Allowed, and [X] will [X] will not be eligible to receive Matching Contributions.", None),
        ("[X] (a) Allowed, and [ ] will [X] will not be counted for the ADP test.", None),
        ("[ ] (a) Allowed, and [ ] will [X] will not be eligible to receive Matching Contributions.", None),
        ("[X] (a) Allowed. Roth Deferrals [ ] are [X] are not considered for the match.", None),
    ],
)  # fmt: skip
def test_a_choice_within_a_line(line: str, value: str | None) -> None:
    assert _fields(CATCH_UP.format(line=line)).get("match_on_catch_up") == value


@pytest.mark.parametrize(("boxes", "value"), [("[ ] will [X] will", "no"), ("[X] will [ ] will", "yes")])
def test_the_money_is_named_before_the_choice(boxes: str, value: str) -> None:
    text = (
        "2.4 Employee (After-Tax) Contributions.\n   [X] (a) Permitted, up to 7% of Compensation.\n"
        f"   If elected, Employee (after-tax) Contributions {boxes} not be taken into account for Matching Contributions.\n"
    )
    assert _fields(text).get("match_on_after_tax") == value


def test_a_limit_of_the_form_is_of_the_money_of_its_own_label() -> None:
    text = (
        "A. Elective Deferrals. An Employee may elect to defer (choose one):\n   [ ] 1. any amount\n"
        "   [X] 2. not less than 2 % and not more than 55 % of Compensation.\n\n"
        "B. Voluntary (After-Tax) Employee Contributions\n   [ ] 1. are not permitted.\n"
        "   [X] 2. are permitted in an amount not to exceed 6 % of Compensation.\n"
    )
    read = _fields(text)
    assert (read.get("deferral_cap_percent"), read.get("after_tax_cap_percent")) == ("55", "6")


def test_lines_filled_in_below_a_tick() -> None:
    text = (
        "3. AUTOMATIC ENROLLMENT\n   a. [X] Applies to Employees hired after 3/1/2021\n"
        "        Default percentage 4 %     Annual increase 1 % to 9 %\n   b. [ ] Does not apply\n"
        "4. MATCHING CONTRIBUTIONS\n   a. [X] The Employer shall make a Matching Contribution equal to\n"
        "   (1) 100 % of deferrals not in excess of 3 % of Compensation, plus\n   (2) 40 % of the next 2 % of Compensation.\n"
        "   b. Annual limit per Participant: [X] $6,000 [ ] none\n"
    )
    read = _fields(text)
    assert (read.get("auto_enrolment_percent"), read.get("auto_increase_percent")) == ("4", "1")
    assert read.get("match") == tiers((100, 3), (40, 2))
    assert read["match_limits"]["max_dollars"] == "6000"


@pytest.mark.parametrize(("boxes", "value"), [(("[ ]", "[X]"), "no"), (("[X]", "[ ]"), "yes")])
def test_an_option_that_denies_what_it_names(boxes: tuple[str, str], value: str) -> None:
    text = (
        "ARTICLE 5 - MATCHING CONTRIBUTIONS\n5.1 Formula: [X] 60% of deferrals up to 5% of pay [ ] none\n"
        f"5.2 Deferrals taken into account {boxes[0]} include {boxes[1]} do not include Catch-Up Contributions.\n"
    )
    assert _fields(text).get("match_on_catch_up") == value
