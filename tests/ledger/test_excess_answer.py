"""The question of an excess: amounts worked by hand, lines and codes of the forms, and what makes no sense."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from megaroth.doors.cli import run
from megaroth.questions import ask

TODAY = datetime.date(2026, 11, 25)


def answer(**said: Any) -> dict[str, Any]:
    answered = ask("excess", {"year": 2025, "paid": "2026-03-10", **said}, TODAY)
    assert isinstance(answered.value, dict)
    return answered.value


def steps(told: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(step["what"], step["returned"], step["forfeited"]) for step in told["steps"]]


def test_after_tax_above_the_limit_goes_back_first() -> None:
    """1,250 too much with 40 of earnings: 1,290 comes back, 40 of it is income of the year it is paid, code E."""
    told = answer(kind="415c", excess=1_250, earnings=40, unmatched_after_tax=30_000, unmatched_deferrals=23_500)
    assert steps(told) == [("unmatched after-tax contributions", "1250.00", "0.00")]
    assert (told["paid_to_you"], told["income"], told["codes"]) == ("1290.00", {"2026": "40.00"}, ["E"])
    assert (told["ten_percent_tax"], told["may_be_rolled_over"]) == (False, False)
    assert told["lines"] == [
        "Form 1099-R of 2026: box 1 $1,290.00, 2a $40.00, 5 $1,250.00, 7 E.",
        "Form 1040 of 2026: line 5a $1,290.00, line 5b $40.00.",
    ]


def test_john_as_the_irs_has_it() -> None:
    """18,000 deferred, 11,000 matched dollar for dollar, 35,000 of profit sharing, limit 53,000: 11,000 too much."""
    told = answer(kind="415c", excess=11_000, unmatched_deferrals=7_000, matched_deferrals=11_000, match=11_000,
                  other_employer=35_000, match_rate_percent=100)  # fmt: skip
    assert steps(told) == [("unmatched deferrals", "7000.00", "0.00"), ("matched deferrals", "2000.00", "2000.00")]
    assert told["income"] == {"2026": "9000.00"}
    assert told["uncovered"] == "0.00"
    roth = answer(kind="415c", excess=7_000, unmatched_deferrals=7_000, earnings=70, roth=True)
    assert (roth["income"], roth["codes"]) == ({"2026": "70.00"}, ["EB"])


def test_a_loss_makes_less_come_back() -> None:
    told = answer(kind="415c", excess=1_000, earnings="-100", unmatched_after_tax=1_000)
    assert (told["paid_to_you"], told["income"]) == ("900.00", {"2026": "0.00"})


def test_a_deferral_returned_in_time_and_too_late() -> None:
    told = answer(kind="402g", excess=500, earnings=20)
    assert (told["income"], told["codes"]) == ({"2025": "500.00", "2026": "20.00"}, ["P", "8"])
    assert "Form 1040 of 2025: line 1h $500.00." in told["lines"]
    assert answer(kind="402g", excess=500, paid="2026-04-15")["paid_to_you"] == "500.00"
    late = answer(kind="402g", excess=500, paid="2026-04-16")
    assert (late["paid_to_you"], late["income"]) == ("0.00", {})
    assert late["findings"][0]["code"] == "excess-taxed-twice"


def test_an_acp_refund() -> None:
    """5,000: 4,000 after-tax, 1,000 of match at 60%; 60 of earnings. Paid 4,660, income 660, forfeited 400."""
    told = answer(kind="acp", excess=5_000, earnings=60, unmatched_after_tax=4_000, vested_percent=60)
    assert steps(told) == [("after-tax contributions", "4000.00", "0.00"), ("match", "600.00", "400.00")]
    assert (told["paid_to_you"], told["income"], told["codes"]) == ("4660.00", {"2026": "660.00"}, ["8"])


@pytest.mark.parametrize(("where", "code"), [("in_plan", "excess-in-roth-source"), ("roth_ira", "excess-in-roth-ira")])
def test_converted_already(where: str, code: str) -> None:
    told = answer(kind="415c", excess=10, unmatched_after_tax=10, converted=where)
    assert told["findings"][0]["code"] == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"kind": "415c", "excess": 10}, "excess-uncovered"),
        ({"kind": "402g", "excess": 10, "paid": "2024-12-31"}, "paid-before"),
        ({"kind": "acp", "excess": 10, "earnings": -11}, "loss-above-excess"),
        ({"kind": "403b", "excess": 10}, "bad-value"),
        ({"kind": "402g", "excess": -10}, "bad-value"),
    ],
)
def test_what_makes_no_sense(said: dict[str, Any], code: str) -> None:
    assert answer(**said)["findings"][0]["code"] == code


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["excess", "415c", "1250", "--year", "2025", "--paid", "2026-03-10", "--unmatched-after-tax", "30000"]
    assert run(words) == 0
    assert "$1,250.00 comes back to you" in capsys.readouterr().out
    assert run([*words, "--earnings", "1,5"]) == 2
    assert run(["excess", "402g", "500", "--year", "2025", "--paid", "2026-05-01"]) == 1
