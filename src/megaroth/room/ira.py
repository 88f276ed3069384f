"""How much may go to an IRA: the limit, what may go to a Roth IRA directly, what by the back door, and what is taxed.

Knows the household's pay and income. Refuses to know rollovers of plan money: they use no IRA limit and no pro-rata.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from megaroth.household.model import Household, Ira, Person
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.kit.trace import Step, explaining
from megaroth.law.book import Law, PhaseOut
from megaroth.law.s219_ira import after_phase_out, ira_contribution_limit
from megaroth.law.s408_ira_basis import (
    basis_carried_forward,
    ira_value_for_basis,
    taxed_part_of_conversion,
    untaxed_part_of_conversion,
)
from megaroth.room.household import JobRoom, find_rooms


@dataclass(frozen=True, slots=True)
class BackDoor:
    """A non-deductible contribution that is converted at once, in whole cents."""

    converted: Money
    untaxed: Money
    taxed: Money
    basis_left: Money


@dataclass(frozen=True, slots=True)
class PersonIra:
    """One person's IRAs in a year. Amounts are None where income or the IRAs' values are not stated."""

    name: str
    age: int
    compensation: Money
    contribution_limit: Money
    is_active_participant: bool
    roth_direct: Money | None
    deductible: Money | None
    back_door: Money | None
    conversion: BackDoor | None
    why: Step

    def as_json(self) -> dict[str, Any]:
        """Amounts as strings with two decimals, null where not known."""
        done = self.conversion
        return {
            "name": self.name,
            "age": self.age,
            "compensation": self.compensation.plain(),
            "contribution_limit": self.contribution_limit.plain(),
            "is_active_participant": self.is_active_participant,
            "roth_direct": _plain(self.roth_direct),
            "deductible": _plain(self.deductible),
            "back_door": _plain(self.back_door),
            "conversion": done
            and {
                "converted": done.converted.plain(),
                "untaxed": done.untaxed.plain(),
                "taxed": done.taxed.plain(),
                "basis_left": done.basis_left.plain(),
            },
        }


@dataclass(frozen=True, slots=True)
class IraAnswer:
    """The answer for a household."""

    household: Household
    law: Law
    people: tuple[PersonIra, ...]
    findings: tuple[Finding, ...]
    why: Step

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {
            "format": 1,
            "year": self.household.year,
            "law_status": self.law.status,
            "filing": self.household.filing,
            "magi": _plain(self.household.magi),
            "people": [person.as_json() for person in self.people],
            "findings": [finding.as_json() for finding in self.findings],
            "why": self.why.as_json(),
        }


def ira_answer(law: Law, household: Household, today: datetime.date | None = None) -> IraAnswer:
    """The IRAs of every person of a household under one year's law."""
    cases = find_rooms(law, household, today)
    own = {name: _compensation(name, cases) for name in household.people}
    active = {name: _is_active(name, cases) for name in household.people}
    counted = _counted_pay(law, household, own)
    people = []
    for name, person in household.people.items():
        spouse_active = household.filing in ("joint", "separate") and any(
            active[other] for other in household.people if other != name
        )
        people.append(_person_ira(law, household, person, counted[name], active[name], spouse_active))
    findings = _findings(law, household, people)
    why = Step("ira", f"The IRAs of every person in {household.year}.", "", parts=[person.why for person in people])
    return IraAnswer(household, law, tuple(people), tuple(findings), why)


def _compensation(name: str, cases: list[JobRoom]) -> Money:
    """Taxable pay: wages less pre-tax deferrals (W-2 box 1), earned income less the own contributions, §219(f)(1)."""
    pay = ZERO
    for case in cases:
        if case.job.person != name:
            continue
        room, facts = case.room, case.facts
        pre_tax = ZERO if facts.is_roth else room.elective_deferral
        if not facts.is_roth and not room.catch_up_must_be_roth:
            pre_tax = pre_tax + room.catch_up
        pay = pay + facts.pay + case.job.other_wages - pre_tax - facts.own_employer_contribution
    return pay if pay > ZERO else ZERO


def _is_active(name: str, cases: list[JobRoom]) -> bool:
    """Whether anything is contributed to a plan for the person in the year, §219(g)(5)."""
    return any(case.job.person == name and case.room.total + case.facts.match_made > ZERO for case in cases)


def _counted_pay(law: Law, household: Household, own: dict[str, Money]) -> dict[str, Money]:
    """Pay that limits each person's IRAs: the own; on a joint return the lower earner counts the couple's, §219(c)."""
    if household.filing != "joint" or len(own) != 2:
        return own
    higher, lower = sorted(own, key=lambda name: -int(own[name].cents))
    age = household.people[higher].age_at_end_of(household.year)
    left = own[higher] - ira_contribution_limit(law, age, own[higher])
    return {higher: own[higher], lower: own[lower] + left}


def _person_ira(
    law: Law, household: Household, person: Person, pay: Money, active: bool, spouse_active: bool
) -> PersonIra:
    age = person.age_at_end_of(household.year)
    roth = deductible = back_door = conversion = None
    with explaining() as why:
        limit = ira_contribution_limit(law, age, pay)
        if household.magi is not None:
            roth = after_phase_out(law, limit, household.magi, _roth_range(law, household))
            lost = _deduction_range(law, household, active, spouse_active)
            deductible = after_phase_out(law, limit, household.magi, lost) if lost else limit
            back_door = limit - roth
            if person.ira is not None and back_door > ZERO:
                conversion = _convert(person.ira, back_door)
    why.rule, why.says = "ira_of_a_person", f"{person.name}'s IRAs."
    return PersonIra(person.name, age, pay, limit, active, roth, deductible, back_door, conversion, why)


def _convert(ira: Ira, contributed: Money) -> BackDoor:
    basis = ira.basis + contributed
    value = ira_value_for_basis(ira.year_end_value, ira.distributed, contributed)
    untaxed = untaxed_part_of_conversion(contributed, basis, value)
    used = untaxed
    if ira.distributed > ZERO:
        used = used + untaxed_part_of_conversion(ira.distributed, basis - untaxed, value - contributed)
    return BackDoor(
        contributed, untaxed, taxed_part_of_conversion(contributed, untaxed), basis_carried_forward(basis, used)
    )


def _roth_range(law: Law, household: Household) -> PhaseOut:
    """By filing status as Pub. 590-A reads the statute: a surviving spouse as on a joint return."""
    return {
        "joint": law.roth_phase_out_joint,
        "survivor": law.roth_phase_out_joint,
        "separate": law.roth_phase_out_separate,
    }.get(household.filing, law.roth_phase_out_single)


def _deduction_range(law: Law, household: Household, active: bool, spouse_active: bool) -> PhaseOut | None:
    """The range over which the deduction goes; None where no plan stands in its way, §219(g)(1), (7)."""
    if household.filing == "separate":
        return law.ira_deduction_phase_out_separate if active or spouse_active else None
    if not active:
        return law.ira_deduction_phase_out_spouse_active if spouse_active else None
    joint = household.filing in ("joint", "survivor")
    return law.ira_deduction_phase_out_joint if joint else law.ira_deduction_phase_out_single


def _findings(law: Law, household: Household, people: list[PersonIra]) -> list[Finding]:
    found = list(household.findings)
    used = (law.ira_contribution, law.ira_catch_up, _roth_range(law, household).start)
    if any(limit.status == "projected" for limit in used):
        message = f"The IRA limits of {household.year} are projected; no notice has announced them."
        found.append(Finding("law-projected", "warning", message, "year", f"See `megaroth limits {household.year}`."))
    if household.magi is None:
        found.append(
            Finding(
                "magi-unknown",
                "warning",
                "Modified adjusted gross income is not stated, so it is not known how much may go to a Roth IRA directly.",
                "magi",
                f"Add `magi = …`. Direct Roth contributions shrink from {_roth_range(law, household).start.amount} on; "
                "the back door is open at any income.",
                "IRC §408A(c)(3)",
            )
        )
    if household.filing == "separate":
        found.append(
            Finding(
                "separate-return",
                "info",
                "Married filing separately: the range starts at nothing, unless you lived apart all year.",
                "filing",
                'If you lived apart from your spouse all year, plan with filing = "single".',
                "IRC §219(g)(4), §408A(c)(3)",
            )
        )
    for person in people:
        found.extend(_findings_of(household, person))
    return found


def _findings_of(household: Household, person: PersonIra) -> list[Finding]:
    where = f"people.{person.name}.ira"
    given = household.people[person.name].ira
    found = []
    if person.back_door is not None and person.back_door > ZERO and given is None:
        found.append(
            Finding(
                "ira-values-unknown",
                "warning",
                f"{person.name}: whether a conversion is taxed depends on all traditional, SEP and SIMPLE IRAs; none is stated.",
                where,
                f"Add [{where}] with year_end_value and basis (0 if there is none).",
                "IRC §408(d)(2)",
            )
        )
    if person.conversion is not None and person.conversion.taxed > ZERO:
        done = person.conversion
        found.append(
            Finding(
                "pro-rata",
                "warning",
                f"{person.name}: {done.taxed} of the {done.converted} converted would be taxed, for pre-tax IRA money counts along.",
                where,
                "Roll pre-tax IRA money into your 401(k) before 31 December, if the plan takes it; then nothing is taxed.",
                "IRC §408(d)(2); Form 8606",
            )
        )
    if person.contribution_limit == ZERO:
        message = f"{person.name}: no taxable pay, so nothing may go to an IRA."
        found.append(Finding("no-compensation", "warning", message, where, "", "IRC §219(b)(1)(B)"))
    return found


def _plain(amount: Money | None) -> str | None:
    return None if amount is None else amount.plain()
