"""Form 8606 of a person and year: Part I basis, Part II conversions, Part III Roth IRA distributions.

A rollover from a plan to a Roth IRA needs none of it; it joins line 24 of a later year, and the notes say so.
"""

from __future__ import annotations

from megaroth.kit.money import ZERO, Money
from megaroth.ledger.form import Form
from megaroth.ledger.model import total_of
from megaroth.ledger.years import IraYear, PersonYears, RothYear


def form_8606(years: PersonYears, owner: str, year: int) -> Form | None:
    """The parts that apply, or None where none does."""
    ira, roth = years.ira.get(year), years.roth.get(year)
    if ira is None or roth is None:
        return None
    lines: dict[str, Money] = {}
    notes: list[str] = []
    if needs_part_1(ira):
        lines |= part_1(ira)
        if "9" in lines:
            notes.append(f"Line 10 is {line_10(lines['5'], lines['9'])}; lines 11 and 12 are of the exact ratio.")
        if not ira.ended:
            notes.append("The year is not over: lines 6 to 18 are as of the last day the ledger knows.")
    if ira.converted > ZERO:
        lines |= {"16": ira.converted, "17": ira.untaxed_converted, "18": ira.taxed_converted}
    if any(not taking.qualified or taking.payment.reason == "first-home" for taking in roth.takings):
        lines |= part_3(roth)
        notes.append(
            "Line 24 holds conversions and rollovers from plans; line 22 what was regular, Roth in a plan too."
        )
    if any(taking.recaptured > ZERO and taking.regular > ZERO and roth.tail for taking in roth.takings):
        notes.append("No authority says when in-plan rollovers inside line 22 come out; they were counted last.")
    return Form("8606", owner, lines, tuple(notes)) if lines else None


def needs_part_1(ira: IraYear) -> bool:
    """Nondeductible contributions, or a distribution or conversion while there is basis."""
    used = ira.distributed + ira.converted > ZERO
    return bool((ira.nondeductible > ZERO) | ((ira.basis_before > ZERO) & used))


def part_1(ira: IraYear) -> dict[str, Money]:
    """Lines 1 to 15c; line 10 is the exact ratio of line 5 to line 9."""
    line_3 = ira.nondeductible + ira.basis_before
    lines = {"1": ira.nondeductible, "2": ira.basis_before, "3": line_3}
    if ira.distributed + ira.converted == ZERO:
        return {**lines, "14": line_3}
    return {
        **lines,
        "4": ira.made_after,
        "5": line_3 - ira.made_after,
        "6": ira.value,
        "7": ira.distributed,
        "8": ira.converted,
        "9": ira.value + ira.distributed + ira.converted,
        "11": ira.untaxed_converted,
        "12": ira.untaxed_distributed,
        "13": ira.untaxed_converted + ira.untaxed_distributed,
        "14": ira.basis_after,
        "15a": ira.taxed_distributed,
        "15c": ira.taxed_distributed,
    }


def line_10(basis: Money, whole: Money) -> str:
    """The ratio of line 5 to line 9 to five places, half up; 1.00000 at most."""
    if whole == ZERO:
        return "1.00000"
    top, bottom = int(basis.cents), int(whole.cents)
    places = min((2 * top * 100_000 + bottom) // (2 * bottom), 100_000)
    return f"{places // 100_000}.{places % 100_000:05}"


def part_3(roth: RothYear) -> dict[str, Money]:
    """Lines 19 to 25c: distributions that are not qualified, and those for a first home (line 20 takes them off)."""
    homes = [taking for taking in roth.takings if taking.qualified and taking.payment.reason == "first-home"]
    takings = [taking for taking in roth.takings if not taking.qualified] + homes
    line_19 = total_of(taking.amount for taking in takings)
    line_20 = total_of(taking.amount for taking in homes)
    line_21 = line_19 - line_20
    line_23 = line_21 - roth.regular_before if line_21 > roth.regular_before else ZERO
    line_24 = total_of(layer.taxed + layer.untaxed for layer in roth.conversions_before)
    line_25 = line_23 - line_24 if line_23 > line_24 else ZERO
    return {
        "19": line_19,
        "20": line_20,
        "21": line_21,
        "22": roth.regular_before,
        "23": line_23,
        "24": line_24,
        "25a": line_25,
        "25c": line_25,
    }
