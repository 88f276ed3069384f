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


# --- a label that hangs over rows of its own

VESTING = f"{'Vesting':<30}{'Match':<28}3 years\n{'':<30}{'After-tax':<28}Immediate\n"


def _hanging(label: str, rows: list[tuple[str, str]], after: str = "", gap: str = "\n") -> dict[str, Any]:
    """`label` may hold line breaks; the rows begin on its first line."""
    labels = label.split("\n")
    lines = [
        f"{labels[at] if at < len(labels) else '':<30}{(rows[at][0] if at < len(rows) else ''):<28}{rows[at][1] if at < len(rows) else ''}"
        for at in range(max(len(labels), len(rows)))
    ]
    text = (
        "Specimen Works 401(k) Plan\nPlan at a glance\n\n"
        + f"{'Eligibility':<30}First of the month after 30 days.\n"
        + gap
    )
    return _fields(text + "\n".join(lines) + f"\n{gap}{after}" + f"{'Loans':<30}One at a time\n")


KINDS = [
    (("Pre-tax deferrals", "Roth deferrals", "After-tax", "All combined"), ("1% - 40% of pay", "1% - 40% of pay", "1% - 10% of pay", "50% of pay")),
    (("Pre-tax salary deferral", "Roth salary deferral", "Voluntary after-tax", "Everything together"), ("Up to 40% of pay", "Up to 40% of pay", "Up to 10% of pay", "not over 50% of pay")),
    (("Pre-tax contributions", "Roth contributions", "After-tax contributions", "All sources combined"), ("1% to 40%", "1% to 40%", "1% to 10%", "up to 50%")),
]  # fmt: skip


@pytest.mark.parametrize(
    "label",
    ["HOW MUCH CAN I SAVE?", "Contributions", "Your\ncontributions", "HOW MUCH\nCAN I SAVE?", "Contribution limits"],
)
@pytest.mark.parametrize(("names", "values"), KINDS)
@pytest.mark.parametrize("gap", ["\n", ""])
def test_rows_for_each_kind_of_money_below_one_label(
    label: str, names: tuple[str, ...], values: tuple[str, ...], gap: str
) -> None:
    fields = _hanging(label, list(zip(names, values, strict=True)), gap=gap)
    assert fields.get("after_tax_allowed") == "yes"
    assert fields.get("after_tax_cap_percent") == "10"
    assert fields.get("combined_cap_percent") == "50"
    assert fields.get("deferral_cap_percent") in (None, "40")


@pytest.mark.parametrize(
    "label", ["Withdrawals while\nemployed", "CAN I TAKE MONEY OUT\nWHILE EMPLOYED?", "In-service withdrawals", "Withdrawals while working"]
)  # fmt: skip
@pytest.mark.parametrize("when", ["Any time", "At any time", "any time"])
def test_what_may_be_taken_out_below_one_label(label: str, when: str) -> None:
    rows = [("After-tax", when), ("Rollover", "Any time"), ("Pre-tax", "Age 59½"), ("Roth", "Age 59½")]
    assert _hanging(label, rows, VESTING).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize(
    "label", ["After you leave", "Vesting", "Loans", "Match", "Distributions after\ntermination", "If you retire"]
)
def test_rows_below_another_label_say_nothing_of_withdrawal(label: str) -> None:
    rows = [("After-tax", "Any time"), ("Rollover", "Any time"), ("Pre-tax", "Any time"), ("Roth", "Any time")]
    assert "in_service_withdrawal" not in _hanging(label, rows)


@pytest.mark.parametrize("label", ["CAN I TAKE MONEY OUT\nWHILE EMPLOYED?", "WHAT MAY I WITHDRAW\nWHILE I AM WORKING?"])
@pytest.mark.parametrize("bullet", ["- ", "• ", ""])
def test_items_beside_a_question_of_two_lines(label: str, bullet: str) -> None:
    items = [
        "Loans (one at a time)",
        "Hardship",
        "Age 59 1/2",
        "Rollover money: any time",
        "Voluntary after-tax contributions: any time",
    ]
    fields = _hanging(label, [(f"{bullet}{item}", "") for item in items])
    assert fields.get("in_service_withdrawal") == "yes"


def test_labels_one_below_the_other_stay_apart() -> None:
    text = (
        "Specimen Works 401(k) Plan\nPlan at a glance\n\nCOMPANY MATCH\nWhat we match         First 3% of pay         100%\n"
        "                      Next 3% of pay          50%\nBased on              Each pay period\nCatch-up              Not matched\n"
    )
    assert _fields(text).get("match_on_catch_up") == "no"


@pytest.mark.parametrize("total", ["Total", "Your total", "Together", ""])
def test_a_last_column_of_sums_is_no_match(total: str) -> None:
    rows = [
        ("1%", "1%", "2%"),
        ("2%", "2%", "4%"),
        ("3%", "3%", "6%"),
        ("4%", "3.5%", "7.5%"),
        ("5%", "4%", "9%"),
        ("6% or more", "4%", "10% or more"),
    ]
    lines = [
        f"{one:<22}{two:<22}{three if total else ''}"
        for one, two, three in [("If you save", "Specimen adds", total), *rows]
    ]
    fields = _fields(
        "Specimen Works 401(k) Plan\nPlan at a glance\n\nTHE MATCH\n\n"
        + "\n".join(lines)
        + "\n\nVESTING\nMatch after 3 years.\n"
    )
    assert fields.get("match") == [
        {"rate_percent": "100", "up_to_percent_of_pay": "3"},
        {"rate_percent": "50", "up_to_percent_of_pay": "2"},
    ]
    assert "combined_cap_percent" not in fields


# --- a label and one value a line; rows a topic; short answers

PAGE = "Specimen Works 401(k) Plan\nPlan at a glance — 2026\n\n"
YOURS = "Your contributions\nPre-tax: up to 60% of eligible pay\nRoth: up to 60% of eligible pay\nAfter-tax: up to 20% of eligible pay\n\n"
END = "\nLoans\nOne at a time; $1,000 minimum\n"


def _page(*blocks: str) -> dict[str, Any]:
    return _fields(PAGE + "\n\n".join(blocks) + "\n" + END)


@pytest.mark.parametrize(
    "label",
    ["SAVE", "You can save", "What you can contribute", "Your savings", "Employee contributions", "YOUR CONTRIBUTIONS"],
)
@pytest.mark.parametrize("most", ["1% to 50% of pay", "Up to 50% of eligible pay", "1%–50% of your pay"])
@pytest.mark.parametrize(
    "kinds", ["Pretax or Roth", "Roth and pre-tax", "Traditional, Roth, or both", "Choose pre-tax or Roth"]
)
def test_what_may_be_saved_on_lines_of_its_own(label: str, most: str, kinds: str) -> None:
    fields = _page(f"{label}\n{most}\n{kinds}\n$24,500 is the top IRS limit for 2026")
    assert fields.get("deferral_cap_percent") == "50"
    assert fields.get("roth_deferrals") == "yes"


@pytest.mark.parametrize("label", ["Withdrawals", "Vesting", "Conversion", "Taxes", "Roth IRA"])
def test_pre_tax_or_roth_below_another_label_says_nothing(label: str) -> None:
    assert "roth_deferrals" not in _page(f"{label}\nPre-tax or Roth\nSee the plan document")


ROWS = [
    "Pre-tax        Combined 85% of pay   Yes          59½ / hardship",
    "Roth           (see above)           Yes          59½ / hardship",
]


def test_a_row_of_roth_money_with_a_limit() -> None:
    head = "Source         Limit                 Matched?     In-service access"
    rows = "\n".join(
        [
            head,
            *ROWS,
            "After-tax      20% of pay            No           Any time",
            "Rollover       n/a                   No           Any time",
        ]
    )
    fields = _page("SOURCES\n", rows)
    assert fields.get("roth_deferrals") == "yes"
    assert (fields.get("after_tax_allowed"), fields.get("after_tax_cap_percent")) == ("yes", "20")
    assert fields.get("match_on_after_tax") == "no"
    without = "\n".join([head, ROWS[0], "Roth           Not offered           No           n/a"])
    assert _page("SOURCES\n", without).get("roth_deferrals") in (None, "no")


@pytest.mark.parametrize("label", ["CATCH-UP", "Catch-up contributions", "Age 50+ catch-up"])
@pytest.mark.parametrize(
    ("said", "value"), [("unmatched", "no"), ("not matched", "no"), ("matched", "yes"), ("eligible for match", "yes")]
)
@pytest.mark.parametrize(
    "line", ["Age 50 or older in 2026: $8,000 additional, {}.", "$8,000 more from age 50; {}", "$8,000 ({})"]
)
def test_whether_catch_up_is_matched_at_the_end_of_its_line(label: str, said: str, value: str, line: str) -> None:
    assert _page(f"{label}\n{line.format(said)}").get("match_on_catch_up") == value


@pytest.mark.parametrize(
    "label", ["Annual Increase Program", "Auto-escalation", "Automatic increase", "Annual increase"]
)
@pytest.mark.parametrize(
    "text",
    [
        "+2% every April, up to 15%",
        "+ 2% each January. Opt out at any time",
        "Increases 2% each March 1",
        "Up 2% a year, to 15%",
        "2% every April, stops at 12%",
    ],
)
def test_how_the_rate_rises(label: str, text: str) -> None:
    assert _page(f"{label}\n{text}").get("auto_increase_percent") == "2"
    assert (
        _fields(f"{PAGE}{'Default rate':<30}5% pre-tax, day 30\n{label:<30}{text}\n{'Loans':<30}One\n").get(
            "auto_increase_percent"
        )
        == "2"
    )


@pytest.mark.parametrize("answer", ["Not available.", "Not offered.", "None.", "No.", "Not permitted at this time."])
@pytest.mark.parametrize(
    "rest",
    ["When you reach the IRS limit your pre-tax/Roth contributions stop.", "Your contributions stop at the limit."],
)
def test_a_short_answer_below_its_label_is_no_heading(answer: str, rest: str) -> None:
    assert _page(YOURS.strip(), f"Spillover\n{answer} {rest}").get("spillover") == "no"


@pytest.mark.parametrize(
    "head", ["Roth in-plan conversion", "In-plan Roth conversions", "Converting to Roth inside the plan"]
)
@pytest.mark.parametrize(
    ("text", "value"),
    [("automatic with each payroll once you opt in", "automatic"), ("on request", "on-request"), ("not available", "no"), ("age 59½ only", None), ("planned for 2027", None)],
)  # fmt: skip
def test_after_tax_money_below_conversion(head: str, text: str, value: str | None) -> None:
    fields = _page(YOURS.strip(), f"{head}\nAfter-tax: {text}\nPre-tax and match: by phone, age 59½ only")
    assert fields.get("in_plan_conversion") == value


@pytest.mark.parametrize("question", ["Traditional or Roth?", "Roth or pre-tax?", "Which one? Pre-tax or Roth?"])
@pytest.mark.parametrize(
    "answer", ["Either one.", "Both.", "Your choice.", "It's up to you. Many of us do some of both."]
)
def test_which_of_two(question: str, answer: str) -> None:
    assert _page("The basics", f"{question} {answer}").get("roth_deferrals") == "yes"


ANSWERS = [("They do, if you haven't already gotten the max.", "yes"), ("They do.", "yes"), ("Yes.", "yes"), ("Yep!", "yes"),
           ("They don't.", "no"), ("Nope.", "no"), ("No.", "no")]  # fmt: skip


@pytest.mark.parametrize("mark", ["Q: {}\nA: {}", "{}\n{}", "7. {}\n{}"])
@pytest.mark.parametrize(("answer", "value"), ANSWERS)
def test_short_answers(mark: str, answer: str, value: str) -> None:
    about = mark.format("Do catch-up dollars get matched?", answer)
    assert _page(YOURS.strip(), about).get("match_on_catch_up") == value


@pytest.mark.parametrize(
    "answer", ["No. Match is 100% of pre-tax and Roth on the first 4% of pay.", "It does not.", "We don't."]
)
def test_a_question_after_one_on_a_roth_ira_is_not_of_roth(answer: str) -> None:
    before = "What if I'd rather send it to my Roth IRA?\nYou can, at any time."
    assert _page(YOURS.strip(), before, f"Does Specimen match after-tax?\n{answer}").get("match_on_after_tax") == "no"


def test_how_often_money_is_taken_out_is_not_how_often_it_is_converted() -> None:
    before = "Automatic Roth in-plan conversion\nOnce you enroll, every after-tax deposit is converted to Roth in the plan overnight."
    fields = _page(
        YOURS.strip(),
        before,
        "Taking money out while you work here\n• After-tax contributions: at any time, up to four times a year\n• Rollovers: at any time",
    )
    assert "conversions_per_year" not in fields


def test_a_row_on_the_larger_catch_up_that_is_asked_for() -> None:
    asked = "I'm 61. Do I get the bigger catch-up?\n"
    assert (
        _page(f"{asked}Yes, the plan adopted it: up to $11,250 in 2026 rather than $8,000.").get("super_catch_up")
        == "yes"
    )
    assert _page(f"{asked}No, the plan has not adopted it.").get("super_catch_up") == "no"


@pytest.mark.parametrize("capital", [True, False])
def test_a_short_label_does_not_run_into_the_question_below_it(capital: bool) -> None:
    rows = [("Topic", "Pre-tax", "Roth", "After-tax"), ("How much", "1% - 60%", "1% - 60%", "1% - 12%"), ("Matched?", "Yes", "Yes", "No"),
            ("Withdraw while working", "Age 59½", "Age 59½", "Any time")]  # fmt: skip
    table = "\n".join("".join(f"{cell.upper() if capital else cell:<24}" for cell in row) for row in rows)
    fields = _page(table)
    assert fields.get("match_on_after_tax") == "no"
    assert fields.get("after_tax_cap_percent") == "12"


# --- leaders

LED = [("Pre-tax contributions", "1% to 60% of pay"), ("Roth contributions", "1% to 60% of pay"), ("After-tax contributions", "1% to 12% of pay"),
       ("Match frequency", "Each pay period"), ("True-up", "Yes"), ("Withdrawals of after-tax money while employed", "Any time"),
       ("In-plan Roth conversion of after-tax money", "Yes, on request"), ("Automatic enrollment", "5%"), ("Automatic increase", "1% each year up to 10%")]  # fmt: skip


@pytest.mark.parametrize("dots", [".", ". ", "…"])
@pytest.mark.parametrize("width", [50, 60])
def test_dots_lead_from_a_label_to_its_value(dots: str, width: int) -> None:
    lines = [f"{label} {dots * ((width - len(label)) // len(dots))} {value}" for label, value in LED]
    fields = _fields("Specimen Works 401(k) Plan\nPlan Highlights\n\n" + "\n".join(lines) + "\n")
    assert (fields.get("after_tax_allowed"), fields.get("after_tax_cap_percent")) == ("yes", "12")
    assert (fields.get("in_service_withdrawal"), fields.get("in_plan_conversion")) == ("yes", "on-request")
    assert (fields.get("true_up"), fields.get("match_period")) == ("yes", "payday")
    assert (fields.get("auto_enrolment_percent"), fields.get("auto_increase_percent")) == ("5", "1")


def test_dots_that_lead_to_pages_say_nothing() -> None:
    lines = [f"{label} {'.' * (50 - len(label))} {page}" for page, (label, _) in enumerate(LED, 3)]
    fields = _fields("Specimen Works 401(k) Plan\nTable of Contents\n\n" + "\n".join(lines) + "\n")
    assert not {"after_tax_allowed", "in_plan_conversion", "in_service_withdrawal"} & set(fields)


@pytest.mark.parametrize("answer", ["Yes", "Available", "Offered"])
def test_an_answer_below_the_name_of_roth_money(answer: str) -> None:
    assert _page("Roth contributions", answer, "Company match", "None").get("roth_deferrals") == "yes"


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Do we have after-tax contributions?", "They do, at another company. We asked."), ("Can I make after-tax contributions?", "You can, if your plan allows it."),
     ("Can I make after-tax contributions?", "They can, in the union plan."), ("Will we get after-tax contributions?", "You may, one day."),
     ("Can I make after-tax contributions?", "You can't.")],
)  # fmt: skip
def test_a_short_answer_of_others_or_with_an_if_gives_no_leave(question: str, answer: str) -> None:
    fields = _page(
        "Your contributions\nPre-tax: up to 60% of eligible pay\nRoth: up to 60% of eligible pay",
        f"{question}\n{answer}",
    )
    assert fields.get("after_tax_allowed") in (None, "no")


HEADS_OF_OTHERS = ["LOANS", "ROTH IRA", "AFTER YOU LEAVE", "VESTING", "ROLLOVERS", "WITHDRAWALS", "CONVERSIONS"]


@pytest.mark.parametrize("head", HEADS_OF_OTHERS)
@pytest.mark.parametrize("answer", ["Yes", "No", "Not available", "Any time"])
def test_a_row_on_after_tax_money_below_another_head_is_none_on_contributions(head: str, answer: str) -> None:
    fields = _hanging(head, [("After-tax", answer), ("Pre-tax", "Yes"), ("Roth", "No")])
    assert "after_tax_allowed" not in fields or (answer == "Any time" and head == "WITHDRAWALS")
