"""The tables of a Form W-4 and of deductions: read as written, mistakes told."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from megaroth.household.cash_file import DeductionsFile, W4File
from megaroth.kit.money import ZERO, dollars, percent


def test_left_out_is_as_for_one_who_gave_no_form() -> None:
    form = W4File()
    assert (form.status, form.step_2_checkbox, form.step_3_credits, form.allowances) == ("single", False, ZERO, None)


def test_a_form_is_read() -> None:
    form = W4File.model_validate({"status": "joint", "step_2_checkbox": True, "step_3_credits": 4_400})
    assert form.step_3_credits == dollars(4_400)
    old = W4File.model_validate({"allowances": 2, "step_4c_extra": 50})
    assert (old.allowances, old.step_4c_extra) == (2, dollars(50))


def test_deductions_are_read() -> None:
    table = DeductionsFile.model_validate({"hsa": 100, "state_percent": 9, "supplemental": "aggregate"})
    assert (table.hsa, table.state_percent, table.supplemental) == (dollars(100), percent("9"), "aggregate")


@pytest.mark.parametrize(
    "wrong",
    [
        {"allowances": 1, "step_2_checkbox": True},
        {"allowances": 0, "status": "head"},
        {"allowances": 0, "step_4a_other_income": 1},
        {"allowances": -1},
        {"step_4c_extra": -5},
        {"status": "married"},
        {"unknown": 1},
    ],
)
def test_what_no_form_says_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        W4File.model_validate(wrong)
