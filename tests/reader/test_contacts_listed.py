"""Whose telephone number it is: the one behind the keeper's name, before those of other houses and other benefits."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

KEPT = [
    ("Retirement: T. Rowe Price 1-888-555-0108\nStock: Computershare 1-888-555-0110\nTDX: Newport 1-888-555-0116", "T. Rowe Price", "1-888-555-0108"),
    ("401(k): Vanguard (800) 555-0108\nHSA: Fidelity 1-888-555-0110", "Vanguard", "(800) 555-0108"),
    ("The 401(k) is kept at Transamerica.\n\nFSA and HSA\nsee page 9\n\nTransamerica 800-555-0107\nLincoln (disability) 877-555-0109", "Transamerica", "800-555-0107"),
    ("The 401(k) plan is with Voya.\n\nJoin: Voya site or 888.555.0145\n\nQuestions about your paycheck? Payroll Services 888.555.0146", "Voya", "888.555.0145"),
    ("Save up to 50% of pay in the 401(k).\n\nWhat about the old pension?\nIt is frozen. Call 1-800-555-0197 (Mercer).\n\nWho helps?\nEmpower 1-877-555-0196", "Empower", "1-877-555-0196"),
    ("If a check of yours is lost call Unclaimed Property, 1-800-555-0106.\n\nAsk: Schwab 1-800-555-0171 / in the break room", "Schwab", "1-800-555-0171"),
    ("Sign up for the increase on the Alight site.\n\nEmployee stock\nComputershare 800-555-0182.\n\nContact: Benefits Center (Alight) 1-800-555-0181", "Alight", "1-800-555-0181"),
    ("You enroll in the 401(k) on the Empower site.\n\nWhat about the HSA?\nIt goes on.\nWhom do I ask? benefits@sample.example, or Empower at 833-555-0155", "Empower", "833-555-0155"),
    ("Changes of 2019\n\n• Match. Raised.\n• Recordkeeper. Wells Fargo Institutional Retirement. [Now Principal, after the transfer. 800-555-0151.]", "Principal", "800-555-0151"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "keeper", "phone"), KEPT)
def test_the_number_behind_the_keepers_name_is_the_plans(text: str, keeper: str, phone: str) -> None:
    said = fields(text)
    assert (said.get("recordkeeper"), said.get("phone")) == (keeper, phone)


OTHERS = [
    "HSA\nFidelity 800-555-0102\n\nOur 401(k) is at Fidelity.",
    "Lincoln (life and AD&D) 877-555-0109",
    "What about the old pension?\nIt is frozen. Call 1-800-555-0197 (Mercer).",
    "Questions about your paycheck?\nCall 888-555-0100.",
    "If money of yours is missing call Unclaimed Funds, 1-800-555-0106.",
    "Stock plan: Fidelity 1-800-555-0106",
]


@pytest.mark.parametrize("text", OTHERS)
def test_a_number_for_other_things_is_not(text: str) -> None:
    assert "phone" not in fields(f"You may contribute up to 50% of your pay to the 401(k) plan.\n\n{text}")
