"""The example: three years of pay stubs and Forms 1099-R, with every figure worked out by hand beside it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest

from megaroth.kit.money import Money, dollars, parse_money
from megaroth.ledger.answer import FormsAnswer, LedgerAnswer, WithdrawAnswer, forms, show, withdraw
from megaroth.ledger.conversions import at_rate
from megaroth.ledger.convert import Assumed, ConvertAnswer, convert
from megaroth.ledger.read import Book, ledger_of, read_ledger

EXAMPLE = Path(__file__).parents[2] / "examples" / "ledger" / "ana.toml"
TODAY = datetime.date(2026, 11, 24)


def book() -> Book:
    read = read_ledger(EXAMPLE)
    assert isinstance(read, Book), read
    return read


def shown() -> dict[str, Any]:
    answer = show(book(), TODAY)
    assert isinstance(answer, LedgerAnswer)
    return answer.as_json()


def test_balances_by_source_and_basis() -> None:
    initech, ira, roth = shown()["accounts"]
    assert initech["sources"] == {
        "pre_tax": "75000.00", "match": "28000.00", "after_tax": "0.00", "converted": "54900.00"
    }  # fmt: skip
    # 2024: 24 x 1,000 = 24,000 of contributions and 210 taxed; 2026: 10 x 2,800, nothing taxed: 52,210 of basis.
    assert initech["roth_basis"] == "52210.00"
    assert initech["converted"] == [
        {"year": 2024, "taxed": "210.00", "untaxed": "24000.00"},
        {"year": 2026, "taxed": "0.00", "untaxed": "28000.00"},
    ]
    assert (ira["value"], roth["value"]) == ("560.00", "47000.00")


def test_basis_layers_and_clocks_of_the_person() -> None:
    (ana,) = shown()["people"]
    # 2025: 7,000 x 7,000 / (550 + 7,000) = 6,490.07 untaxed, 509.93 taxed; basis 7,000 - 6,490.07 stays.
    assert ana["traditional_ira_basis"] == "509.93"
    assert ana["roth_ira_contributions"] == "6500.00"
    # Two rollovers of 15,000 and the untaxed part of the backdoor.
    assert ana["roth_ira_conversions"] == [{"year": 2025, "taxed": "509.93", "untaxed": "36490.07"}]
    assert [(clock["first_year"], clock["ends_after"]) for clock in ana["clocks"]] == [
        (2023, 2027), (2024, 2028), (2024, 2028), (2025, 2029)
    ]  # fmt: skip
    assert ana["of_age_from"] == "2044-12-14"


@pytest.mark.parametrize(
    ("year", "form", "lines"),
    [
        (2024, "1040", {"5a": 24_210, "5b": 210}),
        (2024, "W-2", {"12 D": 22_800}),
        (2025, "1040", {"4a": 7_000, "4b": "509.93", "5a": 30_540, "5b": 0}),
        (2025, "8606", {"1": 7_000, "5": 7_000, "6": 550, "8": 7_000, "9": 7_550, "11": "6490.07", "14": "509.93", "18": "509.93"}),
        (2026, "1040", {"5a": 28_000, "5b": 0}),
        (2026, "W-2", {"12 D": 20_000}),
    ],
)  # fmt: skip
def test_forms_of_each_year(year: int, form: str, lines: dict[str, Any]) -> None:
    answer = forms(book(), year, TODAY)
    assert isinstance(answer, FormsAnswer)
    found = answer.forms[0].find(form)
    assert found is not None
    assert {name: found.lines[name] for name in lines} == {name: parse_money(amount) for name, amount in lines.items()}


@pytest.mark.parametrize(("year", "matches"), [(2024, 1), (2025, 3)])
def test_received_forms_match(year: int, matches: int) -> None:
    answer = forms(book(), year, TODAY)
    assert isinstance(answer, FormsAnswer)
    assert [match.says for match in answer.matches] == ["match"] * matches
    # In 2025 the earnings went to a traditional IRA, and the backdoor conversion of that year paid for it.
    told = [finding.code for finding in answer.findings if finding.severity != "info"]
    assert told == (["earnings-spoil-backdoor"] if year == 2025 else [])


def test_what_may_come_out_today() -> None:
    answer = withdraw(book(), TODAY)
    assert isinstance(answer, WithdrawAnswer)
    slices = answer.slices["ana"]
    roth = [(s.amount, s.income, s.additional_tax) for s in slices if s.account == "roth"]
    assert roth == [
        (dollars(6_500), dollars(0), dollars(0)),
        (Money(50_993), dollars(0), Money(5_099)),  # taxed in 2025: 10% until 2029
        (Money(3_649_007), dollars(0), dollars(0)),
        (dollars(3_500), dollars(3_500), dollars(350)),  # 47,000 - 43,500
    ]
    # Nothing beyond the contributions comes out before the part that costs 10%.
    assert answer.as_json()["people"][0]["free_now"] == "6500.00"
    in_plan = next(s for s in slices if s.what == "Roth in the plan")
    # 54,900 - 52,210 = 2,690 of earnings, and 210 taxed in 2024: 10% of 2,900.
    assert (in_plan.income, in_plan.additional_tax, in_plan.access) == (dollars(2_690), dollars(290), "ask")
    assert next(s for s in slices if s.what == "pre-tax deferrals").access == "no"


def test_the_later_life_of_the_same_ledger() -> None:
    """At 59½, after every clock, all Roth money is free; a plan left at 55 has no 10% tax."""
    later = withdraw(book(), datetime.date(2044, 12, 14))
    assert isinstance(later, WithdrawAnswer)
    assert {s.additional_tax for s in later.slices["ana"]} == {dollars(0)}
    assert {s.income for s in later.slices["ana"] if "roth" in (s.account, s.what[:4].lower())} == {dollars(0)}
    text = EXAMPLE.read_text(encoding="utf-8").replace(
        'in_service = "yes"', "separated = 2041-02-01\nin_service = 'no'"
    )
    left = ledger_of(text, "left.toml", EXAMPLE.parent)
    assert isinstance(left, Book)
    at_56 = withdraw(left, datetime.date(2041, 3, 1))
    assert isinstance(at_56, WithdrawAnswer)
    plan = [s for s in at_56.slices["ana"] if s.account == "initech"]
    assert {(s.access, s.additional_tax) for s in plan} == {("yes", dollars(0))}


def test_a_box_that_differs_is_named(tmp_path: Path) -> None:
    for file in EXAMPLE.parent.iterdir():
        shutil.copy(file, tmp_path)
    path = tmp_path / "forms-1099r.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("30000.00,0.00,,30000.00", "30000.00,300.00,,29700.00") + "2024,roth,50.00,,,,J,,\n",
        encoding="utf-8",
    )
    read = read_ledger(tmp_path / "ana.toml")
    assert isinstance(read, Book)
    answer = forms(read, 2025, TODAY)
    assert isinstance(answer, FormsAnswer)
    differs = [match for match in answer.matches if match.says == "mismatch"]
    assert [box for box, _, _ in differs[0].differs] == ["box_2a", "box_5"]
    finding = next(f for f in answer.findings if f.code == "form-1099r-differs")
    assert "box 2a says $300.00, the ledger $0.00" in finding.message
    assert finding.where == "forms-1099r.csv:3"
    assert "Initech Retirement Services" in finding.remedy
    extra = forms(read, 2024, TODAY)
    assert isinstance(extra, FormsAnswer)
    assert [match.says for match in extra.matches] == ["match", "unexpected"]


def test_a_form_that_did_not_come_is_asked_for(tmp_path: Path) -> None:
    for file in EXAMPLE.parent.iterdir():
        shutil.copy(file, tmp_path)
    path = tmp_path / "forms-1099r.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if not row.startswith("2025,ira")), encoding="utf-8")
    read = read_ledger(tmp_path / "ana.toml")
    assert isinstance(read, Book)
    answer = forms(read, 2025, TODAY)
    assert isinstance(answer, FormsAnswer)
    assert [f.code for f in answer.findings if f.severity == "warning"] == [
        "earnings-spoil-backdoor",
        "form-1099r-missing",
    ]


def test_both_paychecks_on_one_form_match_as_well(tmp_path: Path) -> None:
    for file in EXAMPLE.parent.iterdir():
        shutil.copy(file, tmp_path)
    path = tmp_path / "forms-1099r.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    rows[2:4] = ["2025,initech,30540.00,0.00,,30000.00,G,,"]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    read = read_ledger(tmp_path / "ana.toml")
    assert isinstance(read, Book)
    answer = forms(read, 2025, TODAY)
    assert isinstance(answer, FormsAnswer)
    assert {match.says for match in answer.matches} == {"match"}


def test_a_conversion_in_between() -> None:
    """On 15 June 2024 the second quarter's 4,000 of contributions are there, at cost."""
    from megaroth.kit.money import percent

    answer = convert(book(), datetime.date(2024, 6, 29), Assumed(at_rate(percent(35)), percent(6)))
    assert isinstance(answer, ConvertAnswer)
    # 28 June: worth 6,045 with 6,000 of basis.
    assert (answer.amount, answer.basis, answer.taxable) == (dollars(6_045), dollars(6_000), dollars(45))
    assert answer.tax == Money(1_575)
    assert answer.as_json()["waiting"][0]["tax"] == "0.00"


def test_pay_stubs_read_again_add_nothing() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    stubs = text[text.index("[[imports]]") : text.index('[[imports]]\nkind = "form_1099r"')]
    twice = ledger_of(text + "\n" + stubs, "twice.toml", EXAMPLE.parent)
    assert isinstance(twice, Book)
    assert twice.ledger == book().ledger


def test_too_little_withheld_and_which_plan() -> None:
    text = """
    [people.a]
    born = 1986-01-01
    [accounts.one]
    kind = "plan"
    [accounts.two]
    kind = "plan"
    [[entries]]
    on = 2026-01-01
    kind = "open"
    account = "one"
    source = "pre_tax"
    amount = 10_000
    [[entries]]
    on = 2026-03-01
    kind = "distribute"
    account = "one"
    source = "pre_tax"
    amount = 5_000
    withheld = 999.99
    """
    read = ledger_of(text, "a.toml", Path())
    assert isinstance(read, Book)
    answer = forms(read, 2026, TODAY)
    assert isinstance(answer, FormsAnswer)
    low = next(finding for finding in answer.findings if finding.code == "withholding-low")
    assert "$1,000.00 is expected" in low.message
    assert low.where.startswith("a.toml:14:")
    from megaroth.kit.money import percent

    for name in ("", "three"):
        refused = convert(read, TODAY, Assumed(at_rate(percent(35)), percent(6)), name)
        assert isinstance(refused, list)
        assert refused[0].code == "which-plan"
    known = convert(read, TODAY, Assumed(at_rate(percent(35)), percent(6)), "two")
    assert isinstance(known, ConvertAnswer)
    assert known.waiting == ()


def test_a_loss_at_a_total_conversion_leaves_a_finding() -> None:
    text = """
    [people.a]
    [accounts.one]
    kind = "plan"
    separate_contract = "unknown"
    [[entries]]
    on = 2026-01-01
    kind = "open"
    account = "one"
    source = "after_tax"
    amount = 900
    basis = 1_000
    [[entries]]
    on = 2026-03-01
    kind = "convert"
    account = "one"
    source = "after_tax"
    amount = 900
    """
    read = ledger_of(text, "a.toml", Path())
    assert isinstance(read, Book)
    answer = show(read, TODAY)
    assert isinstance(answer, LedgerAnswer)
    assert [finding.code for finding in answer.findings] == ["basis-left-over"]
    asked = withdraw(read, TODAY)
    assert isinstance(asked, WithdrawAnswer)
    assert [finding.code for finding in asked.findings] == ["born-unknown"]
    mixed = ledger_of(
        text + '[[entries]]\non = 2026-01-01\nkind = "open"\naccount = "one"\nsource = "match"\namount = 5\n',
        "a.toml",
        Path(),
    )
    assert isinstance(mixed, Book)
    unknown = show(mixed, TODAY)
    assert isinstance(unknown, LedgerAnswer)
    assert "separate-contract-unknown" in {finding.code for finding in unknown.findings}


def test_only_what_was_rolled_over_is_marked() -> None:
    answer = forms(book(), 2025, TODAY)
    assert isinstance(answer, FormsAnswer)
    form = answer.forms[0].find("1040")
    assert form is not None
    assert [note[:12] for note in form.notes] == ["Mark line 5 ", "A rollover f"]
