"""The interview: what it writes passes the reader, leads to the safe path when one is not sure, and is all or nothing."""

from __future__ import annotations

import datetime
import os
import random
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from megaroth import questions
from megaroth.doors.cli import talk
from megaroth.doors.cli.interview import interview
from megaroth.kit.money import AmountError, Money
from megaroth.questions import outlook

TODAY = datetime.date(2026, 11, 24)
WHOLE = """2026
no


ana
1981
Amazon
no
yes
$500,000
yes
480k
no
no
0
no
"""


def answers(text: str) -> Callable[[str], str]:
    lines = iter(text.splitlines())

    def hear(prompt: str) -> str:
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    return hear


def written(tmp_path: Path, text: str) -> dict[str, Any]:
    file = tmp_path / "household.toml"
    told: list[str] = []
    assert interview(file, TODAY, answers(text), told.append) == 0, told
    assert told[-1] == f"Now run: megaroth plan {file}"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_a_whole_interview_gives_the_guides_case(tmp_path: Path) -> None:
    file = written(tmp_path, WHOLE)
    assert file["people"]["ana"]["born"] == datetime.date(1981, 12, 31)
    assert file["jobs"][0]["pay"] == 500_000
    answer = questions.room(tmp_path / "household.toml", TODAY)
    assert not isinstance(answer, list)
    assert str(answer.jobs[0].after_tax_room) == "$40,300.00"


def test_not_sure_everywhere_leads_to_the_safe_path(tmp_path: Path) -> None:
    lines = "\n".join(["not sure"] * 4 + ["ns", "not sure", "not sure", "not sure", "not sure"] + ["not sure"] * 30)
    file = written(tmp_path, lines)
    answer = questions.room(tmp_path / "household.toml", TODAY)
    assert not isinstance(answer, list)
    job = answer.jobs[0]
    assert job.may_i == "ask"
    assert str(job.case.room.after_tax_planned) == "$0.00"
    assert str(job.catch_up) == "$0.00"
    assert file["jobs"][0]["plan"]["match"] == "unknown"


def test_a_bad_answer_is_asked_again_with_help(tmp_path: Path) -> None:
    told: list[str] = []
    text = "1899\n?\n" + WHOLE.replace("$500,000", "lots\n500k")
    assert interview(tmp_path / "h.toml", TODAY, answers(text), told.append) == 0
    assert "    [!] Please type a whole number from 2019 to 2027. Type ? for help." in told
    assert "    A calendar year. “not sure” is fine too." in told
    assert any("Please type an amount in dollars" in line for line in told)


def test_terms_typed_by_hand(tmp_path: Path) -> None:
    lines = [
        "", "no", "joint", "250k", "ana", "1961", "Zorb", "no", "yes", "auto", "not sure",
        "100% of the first 3% then 50% of the next 2%", "yes", "$7,500", "200000", "yes", "not sure", "140000.50",
        "yes", "2026-11-13", "150000", "20000", "0", "1,000", "4000", "no", "0",
        "yes", "ben", "1990", "Qwx", "no", "no", "no", "no", "none", "90000", "no", "2026-03-02", "no", "no", "500", "no",
    ]  # fmt: skip
    file = written(tmp_path, "\n".join(lines))
    job = file["jobs"][0]
    assert job["plan"]["match"] == [
        {"rate_percent": 100, "up_to_percent_of_pay": 3},
        {"rate_percent": 50, "up_to_percent_of_pay": 2},
    ]
    assert job["plan"]["match_limits"] == {"max_dollars": 7500}
    assert job["last_year_fica_wages"] == 140000.5
    assert job["so_far"]["after_tax"] == 1000
    assert "last_year_pay" not in job
    assert file["jobs"][1]["starts"] == datetime.date(2026, 3, 2)
    assert file["elsewhere"] == [{"person": "ben", "elective_deferrals": 500}]
    assert (file["filing"], file["magi"]) == ("joint", 250_000)


def test_the_self_employed_are_asked_for_profit_and_no_match(tmp_path: Path) -> None:
    lines = ["", "no", "", "", "ana", "1980", "My firm", "yes", "yes", "on-request", "no", "120k", "no", "0", "no"]
    job = written(tmp_path, "\n".join(lines))["jobs"][0]
    assert (job["self_employed"], job["profit"], job["plan"]["match"]) == (True, 120_000, "none")
    assert "pay" not in job


def test_money_beside_the_plan_and_the_years_to_come(tmp_path: Path) -> None:
    lines = [
        "", "yes", "", "", "ca", "ana", "1986", "92,500", "0", "Zorb", "no", "yes", "auto", "no", "50% up to 6%", "yes", "", "200k", "120k",
        "yes", "190k", "no", "no", "0", "no",
        "30k", "6000", "not sure", "0", "yes", "card", "4000", "22%", "yes", "car", "not sure", "4.5", "no", "self", "500", "15", "10",
        "55", "60", "not sure",
    ]  # fmt: skip
    file = written(tmp_path, "\n".join(lines))
    assert (file["state"], file["people"]["ana"]["ira"]) == ("CA", {"year_end_value": 92_500, "basis": 0})
    assert file["cash"] == {"savings": 30_000, "monthly_spending": 6_000, "needed_within_five_years": 0}
    assert file["debts"] == [{"name": "card", "balance": 4_000, "rate_percent": 22}]
    assert file["hsa"] == {"coverage": "self", "employer": 500}
    assert file["espp"] == [{"job": "Zorb", "discount_percent": 15, "max_percent": 10}]
    assert (file["jobs"][0]["other_wages"], file["vests"]) == (120_000, [{"job": "Zorb", "value": 120_000}])
    assert file["outlook"] == {"work_until_age": 55, "spend_age": 60}
    first = outlook.first(tmp_path / "household.toml", TODAY)
    assert not isinstance(first, list)
    assert [place.step for place in first.places if place.room is None] == []


def test_no_debt_is_an_answer_and_not_sure_is_none(tmp_path: Path) -> None:
    usual = [
        "",
        "yes",
        "",
        "",
        "",
        "ana",
        "1986",
        "",
        "Zorb",
        "no",
        "yes",
        "auto",
        "no",
        "none",
        "200k",
        "0",
        "yes",
        "190k",
        "no",
        "no",
        "0",
        "no",
    ]
    none = written(tmp_path, "\n".join([*usual, *[""] * 4, "no", "none", "0", *["not sure"] * 3]))
    assert (none["debts"], none["hsa"]) == ([], {"coverage": "none"})
    unsure = written(tmp_path, "\n".join(["yes", *usual, *["not sure"] * 10]))
    assert not {"debts", "hsa", "cash", "espp", "vests", "outlook", "state"} & set(unsure)


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_answered_the_file_passes_the_reader(seed: int, tmp_path: Path) -> None:
    """A person who types at random, half the time what fits: the reader takes every file that is written."""
    luck = random.Random(seed)
    usual = ["", "yes", "no", "not sure", "12", "6.5%", "CA", "family", "1961", "1990", "250k", "90,000", "50% up to 6%", "none", "amazon", "microsoft",
             "2026-05-01", "2026-10-30", "0", "joint", "x y", "automatic", "[ \"quoted\"", "é", "100% of 3% then 50%", "$4,000.55"]  # fmt: skip

    def endless() -> Iterator[str]:
        for _ in range(400):
            yield luck.choice(usual)
        while True:
            yield luck.choice(["no", "not sure", "0"])

    typed = endless()
    file = tmp_path / "h.toml"
    told: list[str] = []
    assert interview(file, TODAY, lambda _: next(typed), told.append) == 0, told[-3:]
    answer = questions.room(file, TODAY)
    assert not isinstance(answer, list)
    assert not isinstance(questions.ira(file, TODAY), list)
    assert not isinstance(outlook.first(file, TODAY), list)
    assert not isinstance(outlook.should(file, TODAY), list)


def test_answers_that_end_early_write_nothing(tmp_path: Path) -> None:
    lines = WHOLE.splitlines()
    for count in range(len(lines) - 1):
        told: list[str] = []
        assert interview(tmp_path / "h.toml", TODAY, answers("\n".join(lines[:count])), told.append) == 2
        assert list(tmp_path.iterdir()) == []
        assert "nothing was written" in told[-1]


def test_an_interruption_writes_nothing(tmp_path: Path) -> None:
    def hear(prompt: str) -> str:
        raise KeyboardInterrupt

    assert interview(tmp_path / "h.toml", TODAY, hear, lambda _: None) == 130
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_never_written_over_unasked(tmp_path: Path) -> None:
    file = tmp_path / "h.toml"
    file.write_text("precious", encoding="utf-8")
    for reply in ("", "no", "not sure"):
        assert interview(file, TODAY, answers(f"{reply}\n{WHOLE}"), lambda _: None) == 2
        assert file.read_text(encoding="utf-8") == "precious"
    assert interview(file, TODAY, answers(f"yes\n{WHOLE}"), lambda _: None) == 0
    assert "precious" not in file.read_text(encoding="utf-8")


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    written(tmp_path, WHOLE)
    if os.name == "posix":
        assert (tmp_path / "household.toml").stat().st_mode & 0o077 == 0


def test_a_folder_that_is_not_there_is_said_before_the_questions(tmp_path: Path) -> None:
    told: list[str] = []
    assert interview(tmp_path / "no" / "h.toml", TODAY, answers(""), told.append) == 2
    assert "there is no folder" in told[0]
    assert interview(tmp_path, TODAY, answers(""), told.append) == 2


def test_piped_answers(tmp_path: Path) -> None:
    file = tmp_path / "h.toml"
    done = subprocess.run(
        [sys.executable, "-m", "megaroth", "new", str(file)],
        input=WHOLE,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(f"Now run: megaroth plan {file}\n")


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("300000", 30_000_000), ("$300,000", 30_000_000), ("300k", 30_000_000), ("1.2m", 120_000_000), ("1.2345k", 123_450),
     ("0", 0), ("115_384.62", 11_538_462), (".5k", 50_000), ("12.5", 1_250)],
)  # fmt: skip
def test_amounts_as_people_type_them(typed: str, cents: int) -> None:
    assert talk.amount(typed) == Money(cents)


@pytest.mark.parametrize("typed", ["-5", "5%", "1.2.3", "k", "1e5", "12.345", "300 thousand", "٣"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises((talk.Unclear, AmountError)):
        talk.amount(typed)


@pytest.mark.parametrize(
    ("typed", "tiers"),
    [
        ("none", []),
        ("50% up to 4%", [("50", "4")]),
        ("50 percent of everything", [("50", None)]),
        ("dollar for dollar up to 6%", [("100", "6")]),
        ("100% of 3%, 50% of 2%", [("100", "3"), ("50", "2")]),
        ("100% of the first 3% and 25.5% of the rest", [("100", "3"), ("25.5", None)]),
    ],
)
def test_match_formulas_as_people_type_them(typed: str, tiers: list[tuple[str, str | None]]) -> None:
    def plain(rate: Any) -> Decimal | None:
        return None if rate is None else Decimal(rate.top) * 100 / Decimal(rate.bottom)

    read = [(plain(tier["rate_percent"]), plain(tier.get("up_to_percent_of_pay"))) for tier in talk.match_tiers(typed)]
    assert read == [(Decimal(rate), None if width is None else Decimal(width)) for rate, width in tiers]


@pytest.mark.parametrize("typed", ["half", "50% then 20%", "50% of 4% of 3%", "9999%", "50% of 400%", "and"])
def test_match_formulas_that_say_too_little_or_too_much(typed: str) -> None:
    with pytest.raises((talk.Unclear, AmountError)):
        talk.match_tiers(typed)
