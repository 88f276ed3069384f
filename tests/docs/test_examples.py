"""The shipped examples answer with figures worked out by hand from IRS Notice 2025-67 and the terms in the files.

Limits of 2026: deferrals 24,500; catch-up 8,000 from 50, 11,250 at 60 to 63; annual additions 72,000; pay counts to
360,000. Highly compensated: 2025 pay above 160,000. Catch-up must be Roth: 2025 FICA wages above 150,000.
"""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

from megaroth import questions
from megaroth.kit.reading import check, parse_toml
from megaroth.plan.check import check_draft
from megaroth.plan.draft import draft_of, questions_for
from megaroth.plan.file import PlanFile

EXAMPLES = Path(__file__).parents[2] / "examples"
HOUSEHOLDS = sorted((EXAMPLES / "households").glob("*.toml"))
PLANS = sorted((EXAMPLES / "plans").glob("*.toml"))
TODAY = datetime.date(2026, 1, 20)

# Initech: match 100% of the first 3% and 50% of the next 3% of pay, so 4.5% of pay (at most 12,000) for 6% deferred;
# 2% of pay besides; after-tax 15% of pay, 10% for the highly compensated, at most 30,000.
EXPECTED: dict[str, dict[str, dict[str, Any]]] = {
    "amazon": {
        "Amazon": {
            "may_i": "yes",
            "elective_deferral": 24_500,
            "catch_up": 0,  # 45
            "match": 7_200,  # 50% x 4% x 360,000: pay of 500,000 counts to 360,000 only
            "after_tax_room": 40_300,  # 72,000 - 24,500 - 7,200
            "decided_by": "annual_additions",
            "total": 72_000,
        }
    },
    "paydays": {
        "Initech": {
            "may_i": "yes",
            "elective_deferral": 24_500,
            "match": 6_600,  # 50% x 6% x (180,000 + 40,000)
            "after_tax_room": 40_900,  # 72,000 - 24,500 - 6,600
            "total": 72_000,
        }
    },
    "next-dollar": {
        "Initech": {
            "may_i": "yes",
            "elective_deferral": 24_500,
            "match": 6_600,  # 50% x 6% x 220,000
            "after_tax_room": 40_900,  # 72,000 - 24,500 - 6,600
            "total": 72_000,
        }
    },
    "meta": {
        "Meta": {
            "may_i": "yes",
            "elective_deferral": 24_500,
            "catch_up": 8_000,  # 52
            "catch_up_must_be_roth": True,  # 240,000 > 150,000
            "match": 16_250,  # 50% x (24,500 + 8,000)
            "after_tax_room": 31_250,  # 72,000 - 24,500 - 16,250: catch-up itself does not count, its match does
            "decided_by": "annual_additions",
            "total": 80_000,  # 72,000 + 8,000
        }
    },
    "dell": {
        "Dell": {
            "may_i": "ask",  # the way into Roth is not known
            "elective_deferral": 24_500,
            "catch_up": 11_250,  # 61
            "catch_up_must_be_roth": True,  # 290,000 > 150,000
            "match": 7_500,  # 6% x 300,000 = 18,000, at most 7,500
            "after_tax_room": 40_000,  # 72,000 - 24,500 - 7,500
            "decided_by": "annual_additions",
            "total": 83_250,  # 72,000 + 11,250
        }
    },
    "two-jobs": {
        # The matches need 6% x 180,000 = 10,800 and 3% x 90,000 = 2,700; what is left of 24,500 goes to the first job:
        # 10,800 + (24,500 - 10,800 - 2,700) = 21,800.
        "Initech": {
            "may_i": "yes",
            "is_hce": True,  # 175,000 > 160,000
            "elective_deferral": 21_800,
            "match": 8_100,  # 4.5% x 180,000
            "nonelective": 3_600,  # 2% x 180,000
            "after_tax_room": 18_000,  # 10% x 180,000; the law leaves 72,000 - 21,800 - 8,100 - 3,600 = 38,500
            "decided_by": "plan_hce_cap",
            "total": 51_500,  # 21,800 + 8,100 + 3,600 + 18,000
        },
        "Initrode": {
            "may_i": "yes",
            "is_hce": False,  # 85,000
            "annual_additions_limit": 72_000,  # one of its own; pay of 90,000 is more
            "elective_deferral": 2_700,
            "match": 2_700,  # 100% x 3% x 90,000
            "after_tax_room": 9_000,  # 10% x 90,000; the law leaves 72,000 - 2,700 - 2,700 = 66,600
            "decided_by": "plan_after_tax_cap",
            "total": 14_400,  # 2,700 + 2,700 + 9,000
        },
    },
    "job-changer": {
        "Globex": {  # over: what was contributed stays
            "elective_deferral": 12_000,
            "match": 3_000,  # 50% x 8% x 75,000
            "after_tax_planned": 5_000,
            "after_tax_left": 0,
            "total": 20_000,  # 12,000 + 3,000 + 5,000
        },
        "Initech": {
            "is_hce": False,  # no pay from this employer last year
            "annual_additions_limit": 72_000,
            "elective_deferral": 12_500,  # 24,500 - 12,000
            "match": 4_950,  # 4.5% x 110,000; 12,500 is more than the 6,600 it needs
            "nonelective": 2_200,  # 2% x 110,000
            "after_tax_room": 16_500,  # 15% x 110,000; the law leaves 72,000 - 12,500 - 4,950 - 2,200 = 52,350
            "decided_by": "plan_after_tax_cap",
            "total": 36_150,  # 12,500 + 4,950 + 2,200 + 16,500
        },
    },
    "solo-401k": {
        # Net earnings 200,000 x 92.35% = 184,700. Tax: 12.4% x 184,500 (the wage base) = 22,878.00 and
        # 2.9% x 184,700 = 5,356.30, so 28,234.30; half is 14,117.15. Earned income 185,882.85, of which the limit
        # is all of it less the own contribution, or 72,000: 72,000.
        "Noor Consulting": {
            "may_i": "yes",
            "is_hce": True,  # owns more than 5%
            "annual_additions_limit": 72_000,
            "elective_deferral": 24_500,
            "nonelective": 10_000,  # as wished; 20% of 185,882.85 would be the most
            "after_tax_room": 37_500,  # 72,000 - 24,500 - 10,000
            "decided_by": "annual_additions",
            "total": 72_000,
        }
    },
    "couple": {
        "Initech": {
            "may_i": "yes",
            "is_hce": True,  # 280,000
            "elective_deferral": 24_500,
            "match": 12_000,  # 4.5% x 290,000 = 13,050, at most 12,000
            "nonelective": 5_800,  # 2% x 290,000
            "after_tax_room": 29_000,  # 10% x 290,000; the law leaves 72,000 - 24,500 - 12,000 - 5,800 = 29,700
            "decided_by": "plan_hce_cap",
            "total": 71_300,  # 24,500 + 12,000 + 5,800 + 29,000
        },
        "County hospital": {
            "may_i": "no",
            "elective_deferral": 24_500,
            "catch_up": 11_250,  # 61
            "catch_up_must_be_roth": False,  # 128,000 is not above 150,000
            "match": 6_500,  # 100% x 5% x 130,000
            "after_tax_room": 0,
            "total": 42_250,  # 24,500 + 11,250 + 6,500
        },
    },
}


def test_every_example_has_its_figures() -> None:
    assert {path.stem for path in HOUSEHOLDS} == set(EXPECTED)


@pytest.mark.parametrize("path", HOUSEHOLDS, ids=lambda path: path.stem)
def test_the_answer_is_the_one_worked_by_hand(path: Path) -> None:
    answer = questions.room(path, TODAY)
    assert not isinstance(answer, list), answer
    shown = answer.as_json()
    assert not [finding for finding in shown["findings"] if finding["severity"] == "error"]
    jobs = {job["name"]: job for job in shown["jobs"]}
    found = {name: {field: jobs[name][field] for field in fields} for name, fields in EXPECTED[path.stem].items()}
    assert found == {
        name: {field: _written(value) for field, value in fields.items()}
        for name, fields in EXPECTED[path.stem].items()
    }
    assert jobs.keys() == found.keys()


def _written(value: Any) -> Any:
    return f"{value}.00" if type(value) is int else value


@pytest.mark.parametrize("path", [*HOUSEHOLDS, *PLANS], ids=lambda path: path.stem)
def test_an_editor_finds_the_schema(path: Path) -> None:
    kind = path.parent.name.removesuffix("s")
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"#:schema ../../docs/schema/{kind}.schema.json"


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_an_example_plan_is_complete_and_without_contradiction(path: Path) -> None:
    source = parse_toml(path.read_text(encoding="utf-8"), path.name)
    file = check(source, PlanFile)  # type: ignore[arg-type]
    assert isinstance(file, PlanFile)
    draft = draft_of(file)
    assert check_draft(draft) == []
    assert questions_for(draft) == ()
    alternatives = {"match_alternative", "match_steps", "profit_sharing"}  # other ways to pay employer money
    alternatives |= {"election_step_dollars"}  # instead of percents
    beside = {"aliases", "phone", "website", "conflicts", "history"}
    assert PlanFile.model_fields.keys() - file.model_fields_set <= alternatives | beside
    assert tomllib.loads(path.read_text(encoding="utf-8"))["evidence"].keys() <= PlanFile.model_fields.keys()
