"""The judge of unseen texts counts as an honest expert would."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reader import judge

TEXT = """Acme 401(k) Plan. Summary of benefits, 2026.

You may make traditional after-tax contributions of up to 10% of your pay. They are not Roth contributions.
The company matches 100% of the first 3% and 50% of the next 2% of eligible pay that you contribute, each pay period.
Call Fidelity at 1-800-835-5097.
"""
GOLD = """documents:
  acme:
    expect:
      after_tax_allowed: ["yes"]
      after_tax_cap_percent: ["12%"]
      match: [[100, 3], [50, 2]]
      in_plan_conversion: ["automatic"]
      phone: ["(800) 835-5097"]
    ungraded: [date, recordkeeper, eligible_pay, roth_deferrals]
"""


def test_right_wrong_and_missed(tmp_path: Path) -> None:
    (tmp_path / "acme.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.yaml").write_text(GOLD, encoding="utf-8")
    scores, faults = judge.judge(tmp_path)
    counted = {
        name: (len(s.right), len(s.wrong), len(s.missed))
        for name, s in scores.items()
        if s.right or s.wrong or s.missed
    }
    assert counted == {
        "after_tax_allowed": (1, 0, 0),
        "after_tax_cap_percent": (0, 1, 1),  # the text says 10%
        "match": (1, 0, 0),
        "in_plan_conversion": (0, 0, 1),  # the text says nothing
        "match_period": (0, 1, 0),  # stated, and the gold says it is not
        "phone": (1, 0, 0),
    }
    assert len(faults) == 4


@pytest.mark.parametrize(
    ("name", "want", "have", "is_right"),
    [
        ("match", [[100, 3], [50, 2]], [[100.0, 3.0], [50.0, 2.0]], True),
        ("match", [[100, 3]], [[100.0, 3.0], [50.0, 2.0]], False),
        ("match", "none", "none", True),
        ("recordkeeper", "Fidelity Investments", "Fidelity", True),
        ("recordkeeper", "Empower", "Fidelity", False),
        ("deferral_cap_percent", "75", "75%", True),
        ("match_limit_dollars", "12,250", "$12,250.00", True),
        ("after_tax_allowed", "frozen", "no", False),
    ],
)
def test_what_agrees(name: str, want: object, have: object, is_right: bool) -> None:
    assert judge.agrees(name, want, have) is is_right


def test_a_date_or_a_year_and_what_may_be_missed() -> None:
    assert judge.agrees("date", "2026-01-01", "2026")
    assert judge.agrees("date", "2026", "2026-01-01")
    assert not judge.agrees("date", "2026-01-01", "2026-07-01")


def test_an_answer_that_may_be_missed_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "acme.txt").write_text(TEXT, encoding="utf-8")
    gold = GOLD.replace("phone:", 'spillover: ["no", "not stated"]\n      phone:')
    (tmp_path / "gold.yaml").write_text(gold, encoding="utf-8")
    scores, _ = judge.judge(tmp_path)
    assert not scores["spillover"].missed
