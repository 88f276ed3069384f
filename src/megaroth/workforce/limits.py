"""The limits and the room of every row: the rules of `megaroth room`, plan by plan over columns.

`answer_batch` is the one function for a batch, on one machine and on Spark alike. What one person's file would leave
unknown is empty here too, and says why in `decided_by`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from megaroth.kit.column import groups_of
from megaroth.kit.money import Money
from megaroth.kit.trace import explaining
from megaroth.kit.worksheet import over_columns
from megaroth.law.book import Law
from megaroth.law.s402g_deferrals import excess_deferral
from megaroth.law.s414v_catch_up import catch_up_limit
from megaroth.law.s415c_annual_additions import annual_additions, excess_annual_additions, left_of_annual_additions
from megaroth.plan.model import Plan
from megaroth.room.room import Facts, Room, after_tax_room, find_room
from megaroth.workforce.cells import Column, Flags
from megaroth.workforce.checks import Clean
from megaroth.workforce.corrections import catch_up_made
from megaroth.workforce.facts import facts_of_rows, is_over_of, service_known
from megaroth.workforce.projection import PROJECTED, project
from megaroth.workforce.settings import Sponsor, Terms
from megaroth.workforce.testing import law_for_year, rows_of

AMOUNTS = (
    "annual_additions_limit", "elective_deferral", "catch_up_limit", "catch_up", "match", "nonelective", "after_tax_room",
    "after_tax_room_absolute", "after_tax_planned", "total", "deferral_left", "after_tax_left", "excess_deferral",
    "excess_additions",
)  # fmt: skip
FLAGS = ("is_hce", "catch_up_must_be_roth")
DECIDED = (
    "annual_additions", "plan_after_tax_cap", "plan_after_tax_dollar_cap", "plan_hce_cap", "plan_combined_cap", "pay_left",
    "plan_allows", "job_is_over", "match_unknown",
)  # fmt: skip
"""What decides the after-tax room, as `megaroth room` calls it."""
MAY_I = ("yes", "no", "ask")
CENTS = pa.decimal64(18, 2)
_DICTIONARY = pa.dictionary(pa.int8(), pa.string())


def schema(sponsor: Sponsor, employee: Any, projected: bool) -> Any:
    """The columns of the answer; `employee` is the type of the census's own."""
    del sponsor
    fields = [("row", pa.int64()), ("employee", employee), ("plan", pa.dictionary(pa.int32(), pa.string()))]
    fields += [("year", pa.int16()), ("may_i", _DICTIONARY), ("decided_by", _DICTIONARY)]
    fields += [(name, pa.bool_()) for name in FLAGS]
    fields += [(name, CENTS) for name in AMOUNTS]
    if projected:
        fields += list(PROJECTED.items())
    return pa.schema(fields)


class Answers:
    """The columns of a batch while they are filled, plan by plan."""

    def __init__(self, length: int) -> None:
        self.amounts: dict[str, Column] = {}
        self.unknown: dict[str, Flags] = {}
        self.flags: dict[str, Flags] = {}
        self.decided: Any = np.zeros(0, np.int8)
        self.may_i = np.empty(length, np.int8)
        self.length = length

    def put(self, places: Any, amounts: Any, flags: Any, decided: Any) -> None:
        """The answers at these places. Those of a whole batch are kept as they are, and may be shared: see `own`."""
        kinds: list[Any] = [
            (self.amounts, AMOUNTS, [each.cents for each in amounts], np.int64),
            (self.flags, FLAGS, flags, np.bool_),
        ]
        for columns, names, values, kind in kinds:
            for name, value in zip(names, values, strict=True):
                columns[name] = self._with(columns.get(name), places, value, kind)
        self.decided = self._with(self.decided if len(self.decided) else None, places, decided, np.int8)

    def _with(self, column: Any, places: Any, value: Any, kind: Any) -> Any:
        if column is None and isinstance(places, slice) and places == slice(0, self.length):
            return value if isinstance(value, np.ndarray) else np.full(self.length, value, kind)
        column = np.empty(self.length, kind) if column is None else column
        column[places] = value
        return column

    def own(self) -> None:
        """Copies of all columns, to be changed in single rows."""
        self.amounts = {name: np.array(column) for name, column in self.amounts.items()}
        self.flags = {name: np.array(column) for name, column in self.flags.items()}
        self.decided = np.array(self.decided)

    def mark_unknown(self, names: tuple[str, ...], places: Any, rows: Any) -> None:
        """These cells are not known in these rows."""
        for name in names:
            flags = self.unknown.setdefault(name, np.zeros(self.length, np.bool_))
            flags[places] = rows


def answer_rows(clean: Clean, sponsor: Sponsor) -> Answers:
    """The answers of usable rows, each as one job of one person."""
    answers = Answers(len(clean))
    for places, terms, law in plan_by_plan(clean, sponsor):
        few = (
            clean if isinstance(places, slice) and len(clean) == places.stop - places.start else rows_at(clean, places)
        )
        _answer_plan(answers, places, few, terms, law, sponsor)
    if not len(clean):
        nothing = Money(np.zeros(0, np.int64))
        answers.put(slice(0, 0), [nothing] * len(AMOUNTS), [np.zeros(0, np.bool_)] * len(FLAGS), np.zeros(0, np.int8))
    return answers


def plan_by_plan(clean: Clean, sponsor: Sponsor) -> Any:
    """The places of the rows of each plan and year, with terms and law."""
    number = clean.plan * 256 + (clean.year - 2000)
    if len(clean) and number[0] == number[-1] and (number == number[0]).all():
        yield slice(0, len(clean)), *_terms(number[0], sponsor)
        return
    codes, which = np.unique(number, return_inverse=True)
    for group, places in groups_of(which):
        yield places, *_terms(codes[group], sponsor)


def _terms(number: Any, sponsor: Sponsor) -> tuple[Terms, Law]:
    plan, year = divmod(int(number), 256)
    return sponsor.plans[plan], law_for_year(sponsor, year + 2000)


def rows_at(clean: Clean, places: Any) -> Clean:
    """Some of the rows; a slice copies nothing."""
    if not isinstance(places, slice):
        return rows_of(clean, places)
    return Clean(
        clean.rows[places],
        clean.employee.slice(places.start, places.stop - places.start),
        clean.plan[places],
        clean.year[places],
        {name: column[places] for name, column in clean.values.items()},
        {name: None if flags is None else flags[places] for name, flags in clean.known.items()},
    )


def _answer_plan(answers: Answers, places: Any, few: Clean, terms: Terms, law: Law, sponsor: Sponsor) -> None:
    facts = facts_of_rows(law, terms, few, sponsor.as_of)
    of_employer = few.money("employer_money")
    told = over_columns(answer_columns, law, terms.finished.plan, facts, few.money("deferred_elsewhere"), of_employer)
    answers.put(places, *told)
    answers.may_i[places] = MAY_I.index(terms.finished.may_i)
    _unknowns(answers, places, few, terms, facts, law, sponsor)


def answer_columns(law: Law, plan: Plan, facts: Facts, elsewhere: Money, of_employer: Money) -> tuple[Any, Any, Any]:
    """The amounts of `AMOUNTS`, the flags of `FLAGS`, and what decided, of rows of one plan: all that the law's rules say.

    In one piece, so that it is written on one worksheet (`kit/worksheet.py`).
    """
    room, decided = _room(law, plan, facts)
    deferred = facts.deferral_made
    most_catch_up = catch_up_limit(law, facts.age, plan.super_catch_up)
    catch_up = catch_up_made(deferred, law.elective_deferrals.amount, room.catch_up_limit)
    over = excess_deferral(law, deferred, catch_up)
    additions = annual_additions(
        deferred - catch_up - over, facts.match_made + of_employer, facts.forfeitures, facts.after_tax_made
    )
    amounts = (
        *(getattr(room, name) for name in AMOUNTS[:10]),
        room.elective_deferral + room.catch_up - deferred,
        room.after_tax_planned - facts.after_tax_made,
        excess_deferral(law, deferred + elsewhere, most_catch_up),
        excess_annual_additions(room.annual_additions_limit, additions),
    )
    flags = (room.is_hce, room.catch_up_must_be_roth & (facts.age >= law.catch_up_age))
    return amounts, flags, decided


def _room(law: Law, plan: Plan, facts: Facts) -> tuple[Room, Any]:
    """The room, and which term decided the after-tax part (a position in `DECIDED`)."""
    if plan.match_on_after_tax:
        with explaining() as why:
            room = find_room(law, plan, facts)
        step = why.parts[0].find("after_tax_room")
    else:
        room = find_room(law, plan, facts)
        left = left_of_annual_additions(
            room.annual_additions_limit,
            room.elective_deferral,
            room.match,
            room.nonelective,
            facts.forfeitures,
            facts.other_plans,
        )
        with explaining() as why:
            after_tax_room(law, plan, facts, room.is_hce, left, room.elective_deferral, room.catch_up)
        step = why.parts[0]
    assert step is not None  # noqa: S101  (every room has this step)
    decided = step.decided_by
    return room, DECIDED.index(decided) if isinstance(decided, str) else decided


def _unknowns(
    answers: Answers, places: Any, few: Clean, terms: Terms, facts: Facts, law: Law, sponsor: Sponsor
) -> None:
    """What is not known, as the answer for one person says it (`room/answer`)."""
    finished = terms.finished
    unsaid = facts.last_year_pay.cents >= 2 * 10**12
    if np.any(unsaid):
        from megaroth.law.s414q_hce import more_than_5_percent_owner

        owner = more_than_5_percent_owner(law, facts.owns)
        answers.mark_unknown(("is_hce",), places, np.broadcast_to(unsaid & ~np.asarray(owner, np.bool_), len(few)))
    over = np.broadcast_to(is_over_of(few, sponsor.as_of), len(few))
    tiers = (*finished.plan.match, *finished.plan.match_alternative)
    by_service = any(tier.by_service for tier in tiers)
    known = np.full(len(few), finished.match_known)
    if by_service:
        known &= service_known(few)
    takes = finished.draft.says("after_tax_allowed") not in ("no", "frozen")
    room_known = known | over | (not takes)
    match_known = over | (known & (room_known | (not finished.plan.match_on_after_tax)))
    if not room_known.all():
        names = ("after_tax_room", "after_tax_room_absolute", "after_tax_planned", "after_tax_left")
        answers.mark_unknown(names, places, ~room_known)
        decided = np.array(answers.decided)
        decided[places] = np.where(room_known, decided[places], DECIDED.index("match_unknown"))
        answers.decided = decided
    if not match_known.all():
        answers.mark_unknown(("match",), places, ~match_known)
    if not (room_known & match_known).all():
        answers.mark_unknown(("total",), places, ~(room_known & match_known))
    if not finished.after_tax_known:
        answers.mark_unknown(("after_tax_left",), places, True)


def table_of_answers(answers: Answers, clean: Clean, sponsor: Sponsor, employee: Any) -> Any:
    """The answers as a record batch; `employee` is the column as it may be shown."""
    columns = [
        pa.array(clean.rows),
        employee,
        _coded(clean.plan.astype(np.int32), sponsor.names),
        pa.array(clean.year.astype(np.int16)),
        _coded(answers.may_i, MAY_I),
        _coded(answers.decided, DECIDED),
    ]
    columns += [_flag(answers.flags[name], answers.unknown.get(name)) for name in FLAGS]
    columns += [_cents(answers.amounts[name], answers.unknown.get(name)) for name in AMOUNTS]
    names = ["row", "employee", "plan", "year", "may_i", "decided_by", *FLAGS, *AMOUNTS]
    if can_project(clean, sponsor):
        for name, column in project(clean, answers.amounts, sponsor).items():
            columns.append(column)
            names.append(name)
    return pa.RecordBatch.from_arrays(columns, names=names)


def can_project(clean_or_fields: Any, sponsor: Sponsor) -> bool:
    """Whether elections and paydays are known, so that the rest of the year can be projected."""
    fields = clean_or_fields.values if isinstance(clean_or_fields, Clean) else clean_or_fields
    elected = {"pre_tax_percent", "roth_percent", "after_tax_percent"} & set(fields)
    return bool(elected) and "pay_so_far" in fields and ("paydays_left" in fields or bool(sponsor.paydays))


def _coded(codes: Any, names: Any) -> Any:
    return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(list(names), pa.string()))


def _flag(flags: Flags, unknown: Flags | None) -> Any:
    return pa.array(flags, mask=unknown)


def _cents(cents: Column, unknown: Flags | None) -> Any:
    bits = None if unknown is None else pa.py_buffer(np.packbits(~unknown, bitorder="little"))
    return pa.Array.from_buffers(CENTS, len(cents), [bits, pa.py_buffer(cents)])
