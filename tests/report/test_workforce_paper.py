"""The paper of a workforce: what must be acted on comes first, the largest amounts are named, the bytes are the same."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from megaroth.questions import workforce as questions
from megaroth.questions import workforce_paper
from megaroth.report.paper import workforce as paper
from megaroth.workforce.offer import Adoption

DAY = datetime.date(2026, 11, 2)
SPONSOR = """
year = 2026
as_of = 2026-09-30
paydays = [2026-10-15, 2026-11-15, 2026-12-15]
[plans."P <b>"]
plan = { after_tax_allowed = "yes", match = "none" }
"""


@pytest.fixture
def opened(tmp_path: Path) -> Any:
    (tmp_path / "sponsor.toml").write_text(SPONSOR, encoding="utf-8")
    rows: list[dict[str, Any]] = [
        {"employee": f"#h{at} *x*", "last_year_pay": "200000", "pay": "200000", "after_tax": str(9_000 + 3_000 * at)}
        for at in range(6)
    ]
    rows += [{"employee": f"n{at}", "last_year_pay": "50000", "pay": "50000", "after_tax": "500"} for at in range(20)]
    rows += [{"employee": "over", "last_year_pay": "90000", "pay": "90000", "pre_tax": "30000"}]
    rows += [
        {"employee": "will", "last_year_pay": "90000", "pay": "90000", "pre_tax": "22000", "pre_tax_percent": "50"}
    ]
    rows += [{"employee": "bad", "last_year_pay": "90000", "pay": "much"}]
    names = ("employee", "last_year_pay", "pay", "after_tax", "pre_tax", "pre_tax_percent")
    columns = {name: pa.array([row.get(name, "0") for row in rows], pa.string()) for name in names}
    columns |= {"age": pa.array(["40"] * len(rows)), "plan": pa.array(["P <b>"] * len(rows))}
    columns["pay_so_far"] = pa.array(["67500" if row["employee"] == "will" else row["pay"] for row in rows])
    pq.write_table(pa.table(columns), tmp_path / "census.parquet")
    found = questions.open_workforce(tmp_path / "census.parquet", tmp_path / "sponsor.toml", "", 2026, None)
    assert not isinstance(found, list), found
    return found


def pdf(tmp_path: Path, name: str, answer: Any, found: Any, opened: Any) -> bytes:
    path = tmp_path / f"{name}.pdf"
    workforce_paper.write_pdf(answer, tuple(found), opened, path, DAY)
    return path.read_bytes()


def test_the_test_paper_begins_with_what_failed(opened: Any, tmp_path: Path) -> None:
    answer = questions.nondiscrimination(opened, lambda rows: None)
    assert not isinstance(answer, list)
    found = questions.test_findings(answer)
    told = paper.test_paper(answer, found, 2026, False, DAY)
    assert [group["severity"] for group in told["findings"]] == ["error", "warning"]
    assert told["tiles"][0]["figure"] == "1"
    tables = {each["heading"]: each for each in told["tables"]}
    assert next(iter(tables)) == "Correct by"
    most = [row[0] for row in tables["Who gives back most"]["rows"]]
    excess = [float(row[3].replace(",", "")) for row in tables["Who gives back most"]["rows"]]
    assert most[0] == "#h5 *x*"
    assert excess == sorted(excess, reverse=True)
    assert tables["All tests"]["rows"][0][1] == "FAILED"
    assert tables["Rows that are not in the answer"]["rows"] == [["not-dollars", "1"]]
    pytest.importorskip("typst")
    one = pdf(tmp_path, "one", answer, found, opened)
    assert one.startswith(b"%PDF")
    assert one == pdf(tmp_path, "two", answer, found, opened)


def test_the_limits_paper_names_who_is_beyond_a_limit(opened: Any, tmp_path: Path) -> None:
    done = questions.limits(opened, tmp_path / "out.parquet", None, 1, lambda rows: None)
    assert not isinstance(done, list)
    assert [(each.employee, each.what, each.amount.plain()) for each in done.worst] == [
        ("over", "excess_deferral", "5500.00"),
        # 22,000 and half of three paychecks of 7,500 are 33,250: 8,750 above 24,500.
        ("will", "projected_excess_deferral", "8750.00"),
    ]
    assert done.worst[1].on == datetime.date(2026, 10, 15)
    told = paper.limits_paper(done, questions.limits_findings(done), 2026, True, DAY)
    # At the year's end both are beyond it.
    assert [each["figure"] for each in told["tiles"]] == ["1", "2", "1"]
    pytest.importorskip("typst")
    assert pdf(tmp_path, "limits", done, questions.limits_findings(done), opened).startswith(b"%PDF")


def test_the_offers_paper_says_how_sure(opened: Any, tmp_path: Path) -> None:
    offers = questions.offer(opened, Adoption(), None, None, lambda rows: None)
    assert not isinstance(offers, list)
    told = paper.offer_paper(offers.plans, (), 2026, False, DAY)
    assert "of 200 draws" in told["tiles"][0]["note"]
    assert len(told["maps"][0]["rows"]) == 10
    pytest.importorskip("typst")
    assert pdf(tmp_path, "offer", offers, (), opened).startswith(b"%PDF")


def test_a_summary_that_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    assert workforce_paper.check_pdf(tmp_path / "a.txt")[0].code == "out-kind"
    assert workforce_paper.check_pdf(tmp_path / "none" / "a.pdf")[0].code == "out-folder"
