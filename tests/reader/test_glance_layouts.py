"""At-a-glance tables copied as text: labels that hang over several lines, values below labels, columns, rows a kind of money, short answers."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import work


def _fields(text: str) -> dict[str, Any]:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, text.encode())
    assert isinstance(told, dict), told
    return {name: field["value"] for name, field in told["fields"].items()}


@pytest.mark.parametrize("opens", ["Yes. Specimen matches:", "Specimen matches:", "Each payday we put in:"])
@pytest.mark.parametrize("second", ["   50% of the next 3% of pay you contribute.", "   50% of the next 3% you save."])
def test_a_formula_on_lines_of_its_own_is_read_without_a_break(opens: str, second: str) -> None:
    text = (
        "Specimen 401(k) Plan\nPLAN HIGHLIGHTS\n\nDOES SPECIMEN MATCH MY CONTRIBUTIONS?\n"
        f"{opens}\n   100% of the first 3% of pay you contribute, plus\n{second}\nThe match is paid each pay period.\n"
    )
    tiers = [
        {"rate_percent": "100", "up_to_percent_of_pay": "3"},
        {"rate_percent": "50", "up_to_percent_of_pay": "3"},
    ]
    assert _fields(text).get("match", tiers) == tiers


# --- forms

TOP_OF_FORM = (
    "ADOPTION AGREEMENT\nSpecimen Works 401(k) Plan\n\nPART A. STATUS\n1. [X] Restatement   [ ] New plan\n\n"
    "PART B. EMPLOYEE (AFTER-TAX) CONTRIBUTIONS\n2. Voluntary Employee Contributions   [X] permitted   [ ] not permitted\n\n"
)


def _form(part: str, *lines: str) -> dict[str, Any]:
    return _fields(f"{TOP_OF_FORM}{part}\n" + "\n".join(lines) + "\n")


YES_NO = [("[X] applies   [ ] does not apply", "yes"), ("[ ] yes   [X] no", "no"), ("[X] adopted   [ ] not adopted", "yes"),
          ("[ ] permitted   [X] not permitted", "no")]  # fmt: skip


@pytest.mark.parametrize(
    "label",
    ["Increased limit for ages 60–63", "d. Higher catch-up (ages 60 through 63):", "Catch-up for ages 60, 61, 62 and 63",
     "Super catch-up for those 60 to 63:"],
)  # fmt: skip
@pytest.mark.parametrize(("boxes", "value"), YES_NO)
@pytest.mark.parametrize("part", ["PART C. ELECTIVE DEFERRALS", "4. ELECTIVE DEFERRALS", "SECTION 3 - CATCH-UP"])
def test_the_larger_catch_up_of_a_form(part: str, label: str, boxes: str, value: str) -> None:
    assert _form(part, f"{label}   {boxes}").get("super_catch_up") == value


@pytest.mark.parametrize(
    "money",
    ["Voluntary Employee Contributions", "After-Tax Employee Contributions", "Employee (After-Tax) Contributions", "Voluntary After-Tax Contributions"],
)  # fmt: skip
@pytest.mark.parametrize(
    "label", ["21. Matched Contributions include:", "Contributions eligible for match:", "Deferrals matched:"]
)
@pytest.mark.parametrize(("box", "value"), [("[ ]", "no"), ("[X]", "yes")])
def test_which_money_a_form_matches(money: str, label: str, box: str, value: str) -> None:
    lines = (label, "   [X] Pre-tax Elective Deferrals", "   [X] Roth Elective Deferrals", f"   {box} {money}")
    assert _form("PART E. MATCHING CONTRIBUTIONS", *lines).get("match_on_after_tax") == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("33. Voluntary Employee Contribution Account at any time   [X] yes   [ ] no", "yes"),
        ("33. After-Tax Employee Contributions, at any time:   [X] permitted   [ ] not permitted", "yes"),
        ("c. Withdrawal of After-Tax Contributions at any time and for any reason   [X] yes   [ ] no", "yes"),
        ("33. Voluntary Employee Contribution Account   [X] at any time   [ ] not available", "yes"),
        ("33. At any time:   [ ] Pre-tax   [X] Voluntary Employee Contributions   [X] Rollovers", "yes"),
        ("33. Voluntary Employee Contribution Account at any time   [ ] yes   [X] no", None),
        ("33. Voluntary Employee Contribution Account at any time after age 59½   [X] yes   [ ] no", None),
        ("33. Rollover Account at any time   [X] yes   [ ] no", None),
        ("33. At any time:   [ ] Voluntary Employee Contributions   [X] Rollovers", None),
        ("33. At any time after age 59½:   [X] Voluntary Employee Contributions   [X] Rollovers", None),
    ],
)
def test_what_a_form_lets_out(line: str, value: str | None) -> None:
    lines = ("31. Age 59½   [X] yes   [ ] no", "32. Hardship   [X] yes   [ ] no", line)
    assert _form("PART G. IN-SERVICE DISTRIBUTIONS", *lines).get("in_service_withdrawal") == value


@pytest.mark.parametrize(
    ("often", "value"),
    [("limited to 12 per Plan Year", 12), ("no more than 4 per year", 4), ("one per quarter", 4), ("once each calendar year", 1)],
)  # fmt: skip
def test_how_often_a_form_converts(often: str, value: int) -> None:
    lines = (
        "34. In-Plan Roth Rollovers   [X] permitted   [ ] not permitted",
        "   a. Sources: [ ] all vested   [X] Voluntary Employee Contribution Account only",
        f"   b. Frequency: [ ] no limit   [X] {often}",
    )
    fields = _form("PART G. IN-SERVICE DISTRIBUTIONS", *lines)
    assert (fields.get("in_plan_conversion"), fields.get("conversions_per_year")) == ("on-request", value)
    other = (*lines[:2], "   b. Frequency: [X] no limit   [ ] limited to 12 per Plan Year")
    assert "conversions_per_year" not in _form("PART G. IN-SERVICE DISTRIBUTIONS", *other)


@pytest.mark.parametrize("start", ["Yes — 6 % of Plan Compensation", "Yes, at 6% of pay", "EACA, 6 % of Compensation"])
@pytest.mark.parametrize("noun", ["automatic increase", "annual escalation", "with an automatic increase"])
@pytest.mark.parametrize("rise", ["1 % annually to 10 %", "1% each year, up to 10%"])
def test_a_box_within_an_option_goes_on_with_it(start: str, noun: str, rise: str) -> None:
    fields = _form(
        "PART C. DEFERRALS", "C2. Automatic enrollment", "    ☐ No", f"    ☒ {start}; {noun} ☒ {rise} ☐ none"
    )
    assert fields.get("auto_enrolment_percent") == "6"
    assert fields.get("auto_increase_percent") == "1"
    none = _form("PART C. DEFERRALS", "C2. Automatic enrollment", "    ☐ No", f"    ☒ {start}; {noun} ☐ {rise} ☒ none")
    assert (none.get("auto_enrolment_percent"), none.get("auto_increase_percent")) == ("6", None)


@pytest.mark.parametrize(
    "words", ["may make, limited to 9 %", "may contribute up to 9%", "limited to 9% of Compensation"]
)
def test_the_cap_of_the_highly_compensated(words: str) -> None:
    lines = ("3. Highly Compensated Employees:", f"   [ ] may not make   [X] {words}")
    assert _form("PART D. AFTER-TAX EMPLOYEE CONTRIBUTIONS", *lines).get("hce_after_tax_cap_percent") == "9"


@pytest.mark.parametrize(
    "head", ["2. COMPENSATION (for allocation and deferral purposes)", "PART B. COMPENSATION (deferrals and match)"]
)
def test_pay_is_pay_whatever_it_is_for(head: str) -> None:
    fields = _form(
        head, "   [X] W-2 wages     [ ] 3401(a) wages     [ ] 415 safe harbor", "   Exclusions:", "   [X] Bonuses"
    )
    assert "eligible_pay" in fields
