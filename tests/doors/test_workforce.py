"""The commands of a workforce: what they print, write and refuse."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from megaroth.doors.cli import run


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("acme")
    assert run(["workforce", "example", str(folder), "--people", "3000"]) == 0
    return folder


def given(acme: Path) -> list[str]:
    return [str(acme / "census.parquet"), "--sponsor", str(acme / "sponsor.toml")]


def test_the_limits_are_written(acme: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("limits.csv", "limits.xlsx", "limits.parquet", "folder"):
        assert run(["workforce", "limits", *given(acme), "--out", str(tmp_path / name), "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["rows"], told["answered"], told["rejected"]) == (3_000, 3_000, {})
    rows = list(csv.DictReader((tmp_path / "limits.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 3_000
    assert rows[0]["decided_by"] == "plan_allows"
    assert run(["workforce", "limits", *given(acme), "--out", str(tmp_path / "limits.doc")]) == 2
    assert "nothing is written as" in capsys.readouterr().out
    assert run(["workforce", "limits", *given(acme), "--out", str(tmp_path / "folder"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["parts_kept"] == 1


def test_the_tests_are_told(acme: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refunds = tmp_path / "refunds.csv"
    assert run(["workforce", "test", *given(acme), "--refunds", str(refunds)]) == 0
    assert "ACP test, Acme 401(k), 2026: passed" in capsys.readouterr().out
    assert refunds.read_text(encoding="utf-8").startswith("row,employee,plan")


def test_the_offer_is_told(acme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["workforce", "offer", *given(acme)]) == 0
    assert "Offer it with a cap of" in capsys.readouterr().out
    assert run(["workforce", "offer", *given(acme), "--cap", "25", "--json"]) == 0
    (plan,) = json.loads(capsys.readouterr().out)["plans"]
    assert plan["at_cap"]["cap_percent"] == 25
    assert plan["at_cap"]["passes"] is False
    assert run(["workforce", "offer", *given(acme), "--hce", "101"]) == 2


def test_a_row_is_explained(acme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["workforce", "explain", str(acme / "census.parquet"), "17", *given(acme)[1:]]) == 0
    assert "find room" in capsys.readouterr().out
    assert run(["workforce", "explain", str(acme / "census.parquet"), "99999", *given(acme)[1:]]) == 2


def test_a_census_of_lines_with_bad_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "census.csv"
    file.write_text(
        "Employee ID,DOB,Annual Pay,Prior Year Pay,YTD After Tax,Note\n"
        "=cmd(),1980-05-05,100000,90000,1000,x\n"
        '2,1980-05-05,"$250,000.00",200000,2000,x\n'
        "3,1980-13-05,100000,90000,0,x\n"
        "4,1980-05-05,abc,90000,0,x\n"
        "5,1980-05-05,100000,90000,0\n"
        "6,1980-05-05,100000,90000,0,x\n"
        "6,1980-05-05,100000,90000,0,x\n",
        encoding="utf-8",
    )
    out, rejects = tmp_path / "out.csv", tmp_path / "rejects.csv"
    words = ["workforce", "limits", str(file), "--plan", "amazon", "--year", "2026", "--out", str(out)]
    assert run([*words, "--rejects", str(rejects)]) == 0
    assert "2 people answered, 5 rows rejected" in capsys.readouterr().out
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert [row["employee"] for row in rows] == ["'=cmd()", "2"]
    assert rows[1]["is_hce"] == "yes"
    told = [
        (row["row"], row["field"], row["reason"])
        for row in csv.DictReader(rejects.read_text(encoding="utf-8").splitlines())
    ]
    assert told == [
        ("4", "born", "not-a-date"), ("5", "pay", "not-dollars"), ("6", "", "wrong-cells"), ("7", "employee", "twice"),
        ("8", "employee", "twice"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["{acme}/census.parquet"], "Nothing says which plan"),
        (["{acme}/nothing.parquet", "--plan", "amazon"], "cannot be read"),
        (["{acme}/census.parquet", "--plan", "amazn"], 'Did you mean "amazon"'),
        (["{acme}/sponsor.toml", "--plan", "amazon"], "is not a kind of file"),
        (["{acme}/census.parquet", "--sponsor", "{acme}/nothing.toml"], "There is no file"),
    ],
)
def test_what_cannot_be_used_is_refused(
    words: list[str], says: str, acme: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["workforce", "test", *(word.format(acme=acme) for word in words)]) == 2
    assert says in capsys.readouterr().out
