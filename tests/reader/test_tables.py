"""What only a table, a tick box or two pages together say."""

from __future__ import annotations

from typing import Any

import pytest

from megaroth.reader import boxes, formula, pdf, work


def _fields(text: str) -> dict[str, Any]:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-25"}, text.encode())
    assert isinstance(told, dict)
    return {name: field["value"] for name, field in told["fields"].items()}


SERVICE = """The Plan. Company match on the first 6% of pay you save:
  Less than 5 years of service: 50%
  5 or more years of service: 75%
"""


def test_a_match_by_years_of_service_is_one_formula() -> None:
    assert _fields(SERVICE)["match"] == [
        {"rate_percent": "50", "up_to_percent_of_pay": "6", "service_from": 0, "service_below": 5},
        {"rate_percent": "75", "up_to_percent_of_pay": "6", "service_from": 5},
    ]


@pytest.mark.parametrize(
    "text",
    [
        SERVICE.replace("5 or more", "7 or more"),  # nobody says what holds from 5 to 7
        SERVICE.replace("match on the first 6% of pay you save", "contributions vest"),
        SERVICE.replace("Company match on the first 6% of pay you save", "Company match"),
    ],
)
def test_a_table_of_service_with_a_gap_is_no_formula(text: str) -> None:
    assert "match" not in _fields(text)


def test_a_table_of_pairs_is_steps_or_tiers_by_what_it_says() -> None:
    table = "The 401(k) Plan\n\nYou contribute     The Company matches\n{}"
    jumps = _fields(
        table.format("2% of pay          4% of pay\n4% of pay          7% of pay\n6% of pay          8% of pay\n")
    )
    assert jumps["match_steps"][1] == {"deferring_percent": "4", "earns_percent_of_pay": "7"}
    rows = "".join(f"{n}% of pay          {earns}% of pay\n" for n, earns in enumerate(("1", "2", "3", "3.5", "4"), 1))
    assert _fields(table.format(rows))["match"] == [
        {"rate_percent": "100", "up_to_percent_of_pay": "3"},
        {"rate_percent": "50", "up_to_percent_of_pay": "2"},
    ]


FORM = """ADOPTION AGREEMENT for the Exemplar 401(k) Plan

PART 3. WHAT EMPLOYEES PUT IN
3.01 Roth Deferral Contributions.
  [X] Permitted
  [ ] Not permitted
3.02 After-Tax Employee Contributions.
  [X] (a) Not permitted
  [ ] (b) Permitted
3.03 In-Plan Roth Conversions. Select one.
  [ ] (a) Available
  [X] (b) Not available
"""


def test_boxes_below_a_numbered_title_answer_it() -> None:
    told = _fields(FORM)
    assert (told["roth_deferrals"], told["after_tax_allowed"], told["in_plan_conversion"]) == ("yes", "no", "no")


def test_boxes_below_a_sentence_answer_no_title_before_it() -> None:
    form = FORM.replace(
        "After-Tax Employee Contributions.", "After-Tax Employee Contributions.\nThe rest is about loans."
    )
    assert "after_tax_allowed" not in _fields(form)


BARS = """The 401(k) Plan

 | Pre-tax | Roth | After-tax
--- | --- | --- | ---
What is the most you may put in? | 40% of pay (pre-tax and Roth together) | 40% of pay (pre-tax and Roth together) | 9% of pay
Is it matched? | Yes | Yes | No
Withdrawal while you are employed, younger than 59½ | Only for hardship | Only for hardship | Yes, once a year
Can it be converted to Roth inside the plan? | No | n/a | Yes, by telephone
"""


def test_between_bars_each_column_answers_for_its_own_money() -> None:
    told = _fields(BARS)
    assert (told["after_tax_cap_percent"], told["match_on_after_tax"]) == ("9", "no")
    assert (told["in_service_withdrawal"], told["in_plan_conversion"]) == ("yes", "on-request")


def test_a_yes_for_other_money_or_another_age_is_none_for_after_tax_money() -> None:
    told = _fields(
        BARS.replace("n/a | Yes, by telephone", "n/a | See below").replace("younger than 59½", "59½ or older")
    )
    assert not told.keys() & {"in_plan_conversion", "in_service_withdrawal"}


def test_a_row_and_a_column_say_together_when_after_tax_money_may_leave() -> None:
    table = "The 401(k) plan\n\nWithdrawals\n              Any time   59 1/2   Hardship\nAfter-tax     {}        Yes      Yes\nPre-tax       No         Yes      Yes\nRoth          No         Yes      No\n"
    assert _fields(table.format("Yes"))["in_service_withdrawal"] == "yes"
    assert "in_service_withdrawal" not in _fields(table.format("No "))


def test_whole_rows_that_no_column_of_blanks_aligns_are_read_in_their_order() -> None:
    rows = (
        "The 401(k) plan\n\nIf you contribute...   Firm contributes...\n1%   1%\n2%   2%\n3%   2.5%\n4% or more   3%\n"
    )
    assert _fields(rows)["match"] == [
        {"rate_percent": "100", "up_to_percent_of_pay": "2"},
        {"rate_percent": "50", "up_to_percent_of_pay": "2"},
    ]


def test_a_column_of_its_own_says_what_after_tax_money_may() -> None:
    told = _fields(
        "The 401(k) Plan\n\n                    Pre-tax      Roth         After-tax\nYour limit          50% of pay   50% of pay   8% of pay\n"
        "Company match       Yes          Yes          No\n"
    )
    assert (told["after_tax_cap_percent"], told["match_on_after_tax"]) == ("8", "no")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Plan \u2610 does \u2612 does not permit", "does not"),
        ("The Plan \u25a1 does / X does not (check one) permit", "does not"),
        ("C. Contributions: / / permitted   /X/ not permitted", "not permitted"),
        ("\u00fe Yes \u00a8 No", "yes"),
        ("\u00a8 Yes \u00a8 No", ""),
        ("\u00fe Yes \u00fe No", ""),
        ("[X] Yes [ ] No. Then [ ] Yes [X] No", ""),
    ],
)
def test_the_tick_decides(text: str, said: str) -> None:
    assert boxes.choice(text) == said


def test_boxes_in_one_paragraph_are_options_of_their_own() -> None:
    told = _fields(
        "Adoption Agreement of the 401(k) Plan\n\n6(e). Employee After-Tax Contributions. (select one): \u00a8 (1) Employee After-Tax Contributions are"
        " permitted under the Plan. \u00fe (2) Employee After-Tax Contributions are not permitted under the Plan.\n"
    )
    assert told["after_tax_allowed"] == "no"


def test_a_sentence_over_the_page_is_one_and_quoted_on_both() -> None:
    text = "The Plan. In addition to pre-tax and Roth contributions you may make traditional\n\fafter-tax contributions of up to 12% of your eligible pay.\n"
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-25"}, text.encode())
    assert isinstance(told, dict)
    field = told["fields"]["after_tax_allowed"]
    assert (field["value"], field["page"], field["more"][0]["page"]) == ("yes", 1, 2)
    assert field["more"][0]["quote"].startswith("after-tax contributions of up to 12%")


def test_a_formula_and_its_example_that_disagree_are_not_believed() -> None:
    good = "The 401(k) Plan. We match 50% of every dollar you contribute up to 6% of pay. If you contribute 6% of pay, the Company will contribute 3%.\n"
    assert _fields(good)["match"] == [{"rate_percent": "50", "up_to_percent_of_pay": "6"}]
    assert "match" not in _fields(good.replace("contribute 3%", "contribute 2%"))


def test_an_example_tells_the_most_of_the_match_from_the_most_that_is_matched() -> None:
    text = "The 401(k) Plan. We match 50% of every dollar you contribute up to a maximum of 3%. If you contribute 6% of pay, the Company will contribute 3%.\n"
    assert _fields(text)["match"] == [{"rate_percent": "50", "up_to_percent_of_pay": "6"}]
    assert "match" not in _fields(text.replace("contribute 6%", "contribute 5%"))


def test_the_greater_of_two_formulas() -> None:
    one, two = formula.greater_of(
        "the company matches the greater of 100% of the first $3,000 you contribute or 50% of your total contributions"
    )
    assert one == [{"rate_percent": "100", "up_to_dollars": "3000"}]
    assert two == [{"rate_percent": "50"}]
    assert formula.greater_of(
        "the lesser of the greater of 100% of the first 3% or 50% of your contributions and $500"
    ) == ([], [])


def test_a_text_on_plans_in_general_is_no_plan() -> None:
    text = (
        "Most employers offer a 401(k). Some plans permit voluntary after-tax contributions. If your plan allows it, you may convert after-tax money to"
        " Roth. You can make voluntary after-tax contributions up to the limit.\n"
    )
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-25"}, text.encode())
    assert isinstance(told, dict)
    assert told["general"]
    assert told["fields"] == {}


NOT_EVERY = "Exemplar 401(k) Plan. You may make pre-tax and Roth contributions of up to 60% of pay.\n\n"


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("You may contribute up to 10% of pay as traditional after-tax contributions, besides pre-tax and Roth contributions.", "after_tax_cap_percent", "10"),
        ("In addition to pre-tax and Roth contributions you may contribute up to 10% of pay after-tax.", "after_tax_cap_percent", "10"),
        ("The Plan has not accepted after-tax contributions since January 1, 2016.", "after_tax_allowed", "frozen"),
        ("Employees can make either pre-tax or after-tax contributions, up to $23,000.", "after_tax_allowed", None),
        ("Your plan allows non-Roth after-tax money to be withdrawn at any age.", "after_tax_allowed", None),
        ("You can make traditional after-tax contributions. You can request an in-plan Roth conversion daily.", "in_plan_conversion", "on-request"),
        ("Traditional after-tax money is swept to Roth the night it posts, unless you opt out.", "in_plan_conversion", "automatic"),
        ("You can make voluntary after-tax contributions. They are not matched.", "match_on_after_tax", "no"),
        ("Is the traditional after-tax money matched?\nNo, the match applies to pre-tax and Roth only.", "match_on_after_tax", "no"),
        ("Is the traditional after-tax money matched?\nNo, the match applies to pre-tax and Roth only.", "after_tax_allowed", None),
        ("You may withdraw money from your in-plan Roth conversion sub-accounts at any time.", "in_plan_conversion", None),
        ("You may withdraw your after-tax sub-account for any reason, up to twice per calendar year.", "withdrawals_per_year", 2),
        ("You may take a loan from your voluntary after-tax account at any time.", "in_service_withdrawal", None),
        ("The health system's contributions range from 3% to 8.5% of eligible earnings.", "deferral_cap_percent", "60"),
    ],
)  # fmt: skip
def test_what_first_readings_got_wrong(text: str, field: str, value: str | None) -> None:
    assert _fields(NOT_EVERY + text).get(field) == value


def _filled_form(hidden: bool = False) -> bytes:
    import io

    from reportlab.lib.pagesizes import letter
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    page = Canvas(made, pagesize=letter, invariant=1)
    page.setFont("Helvetica", 11)
    page.drawString(72, 740, "ADOPTION AGREEMENT of the Exemplar 401(k) Plan")
    page.drawString(72, 700, "6C. After-Tax Employee Contributions")
    flags = "hidden" if hidden else ""
    for row, (text, ticked) in enumerate(
        (
            ("(a) Not permitted.", False),
            ("(b) Permitted. Participants may make After-Tax Employee Contributions.", True),
        )
    ):
        page.acroForm.checkbox(x=72, y=674 - 24 * row, size=12, checked=ticked, name=f"c{row}", annotationFlags=flags)
        page.drawString(92, 676 - 24 * row, text)
    page.drawString(92, 620, "The maximum After-Tax Employee Contribution is            % of Plan Compensation.")
    page.acroForm.textfield(
        x=342, y=616, width=30, height=14, value="8", name="cap", borderWidth=0, annotationFlags=flags
    )
    page.save()
    return made.getvalue()


def test_what_a_form_was_filled_in_with_is_read() -> None:
    told = work.work({"do": "read", "kind": "pdf", "today": "2026-11-25"}, _filled_form())
    assert isinstance(told, dict)
    assert told["fields"]["after_tax_allowed"]["value"] == "yes"
    lines = [line.text for line in pdf.read_pages(pdf.open_pdf(_filled_form()))[0].lines]
    assert "8 % of Plan Compensation." in lines


def test_hidden_fields_of_a_form_say_nothing() -> None:
    told = work.work({"do": "read", "kind": "pdf", "today": "2026-11-25"}, _filled_form(hidden=True))
    assert isinstance(told, dict)
    assert "after_tax_allowed" not in told["fields"]


@pytest.mark.parametrize("heading", ["Loans from each account", "VESTING", "Hardship withdrawals", "Beneficiaries"])
def test_a_table_on_another_matter_says_nothing_of_what_goes_in(heading: str) -> None:
    rows = "Pre-tax            100%\nRoth               Not permitted\nAfter-tax          No\nMatch              No\n"
    told = _fields(f"The 401(k) Plan\n\n{heading}\n{rows}")
    assert not told.keys() & {"roth_deferrals", "after_tax_allowed", "deferral_cap_percent", "match"}
    goes_in = _fields(f"The 401(k) Plan\n\nContributions\n{rows}")
    assert (goes_in["roth_deferrals"], goes_in["match"]) == ("no", "none")


def test_a_bare_answer_below_a_heading_on_withdrawals_refuses_no_contributions() -> None:
    assert "after_tax_allowed" not in _fields(
        "The 401(k) Plan\n\nWITHDRAWALS\n\nAfter-tax contributions\n\nNot available.\n"
    )
