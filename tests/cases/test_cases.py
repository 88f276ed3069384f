"""The one loop over all signed cases: zero tolerance, and a known defect must still be one."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from tests.cases.signed import HERE, Signed, differences, import_rules, signed_cases

import_rules()
CASES = list(signed_cases())
KNOWN_DEFECTS: dict[str, str] = {
    each["case"]: each["reason"]
    for each in tomllib.loads((HERE / "known_defects.toml").read_text(encoding="utf-8")).get("defect", [])
}


def _parameter(signed: Signed) -> Any:
    reason = KNOWN_DEFECTS.get(signed.label)
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)] if reason else []
    return pytest.param(signed, id=signed.label, marks=marks)


@pytest.mark.parametrize("signed", [_parameter(signed) for signed in CASES])
def test_the_program_agrees_to_the_cent(signed: Signed) -> None:
    assert differences(signed) == []


def test_every_case_has_its_own_name() -> None:
    labels = [signed.label for signed in CASES]
    assert sorted(labels) == sorted(set(labels))


def test_every_known_defect_is_a_case() -> None:
    assert KNOWN_DEFECTS.keys() <= {signed.label for signed in CASES}


def test_every_case_has_a_source() -> None:
    assert [signed.label for signed in CASES if len(signed.case.source) < 8] == []
