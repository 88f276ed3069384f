"""The IRA answer as lines: how much, which door, what is taxed, what to do until when."""

from __future__ import annotations

from megaroth.kit.money import ZERO, Money
from megaroth.report.lines import BLANK, Line, labelled, wrapped
from megaroth.report.text import finding_lines, why_lines
from megaroth.room.ira import IraAnswer, PersonIra


def ira_lines(answer: IraAnswer, width: int = 80, why: bool = False) -> list[Line]:
    """Each person's IRA numbers and steps, the findings, and with `why` the rules."""
    year = answer.household.year
    magi = f"income {answer.household.magi}" if answer.household.magi is not None else "income not stated"
    lines = [Line(f"IRAs in {year}, filing {answer.household.filing}, {magi}", "faint")]
    for person in answer.people:
        lines += [BLANK, Line(f"{person.name}, {person.age} this year", "title")]
        lines += _amount_lines(person, width)
        lines += [BLANK, *_step_lines(person, year, width)]
    if answer.findings:
        lines += [BLANK, Line("To know and to do", "title"), *finding_lines(list(answer.findings), width)]
    if why:
        lines += [BLANK, Line("Why", "title"), *(line for part in answer.why.parts for line in why_lines(part, width))]
    return lines


def _amount_lines(person: PersonIra, width: int) -> list[Line]:
    rows: list[tuple[str, Money | None]] = [
        ("May contribute", person.contribution_limit),
        ("To a Roth IRA directly", person.roth_direct),
        ("Through the back door", person.back_door),
        ("Deductible instead", person.deductible),
    ]
    if done := person.conversion:
        rows += [
            ("Converted", done.converted),
            ("  of it taxed", done.taxed),
            ("Basis left after it", done.basis_left),
        ]
    return [
        line
        for label, amount in rows
        for line in labelled(label, "not known" if amount is None else f"{amount!s:>11}", width, 26)
    ]


def _step_lines(person: PersonIra, year: int, width: int) -> list[Line]:
    lines = [Line("  Your steps", "title")]
    for number, step in enumerate(ira_steps(person, year), 1):
        lines += wrapped(f"{number}. {step}", width, "  ", "     ")
    return lines


def ira_steps(person: PersonIra, year: int) -> list[str]:
    """What to do, in order."""
    if person.contribution_limit == ZERO:
        return ["Nothing may be contributed without taxable pay."]
    until = f"by 15 April {year + 1}"
    if person.back_door is None:
        return ["State the year's modified adjusted gross income first: it decides which door is open."]
    if person.back_door == ZERO:
        return [f"Contribute up to {person.contribution_limit} to a Roth IRA directly, {until}."]
    direct = ZERO if person.roth_direct is None else person.roth_direct
    steps = [f"Contribute {direct} to a Roth IRA directly, {until}."] if direct > ZERO else []
    if person.conversion is None or person.conversion.taxed > ZERO:
        steps.append(
            "Before the back door: pre-tax money in any traditional, SEP or SIMPLE IRA on 31 December of the year of "
            "the conversion makes part of it taxable; roll such money into your 401(k), if the plan takes it."
        )
    steps += [
        f"Contribute {person.back_door} to a traditional IRA, without deducting it, {until}.",
        "Convert it to the Roth IRA soon, so that little is earned, and taxed, in between.",
        f"File Form 8606 with the return of {year} for the contribution, and of the year of the conversion for that.",
    ]
    return steps
