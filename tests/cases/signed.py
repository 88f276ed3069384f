"""Signed cases: what an accountant could sign, read from TOML and held against the program to the cent.

Knows five kinds: one rule applied to facts, one household answered, one amount indexed, one ledger folded, one workforce
tested. Refuses keys and parameters
that it does not know, numbers that are not written as decimal strings, and law of a year that nobody stated.
"""

from __future__ import annotations

import dataclasses
import datetime
import importlib
import inspect
import json
import tomllib
import typing
from collections.abc import Container, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

import megaroth
from megaroth import questions
from megaroth.kit.finding import Finding
from megaroth.kit.money import NO_CAP, NO_LIMIT, Money, Rate, dollars, parse_money, percent
from megaroth.kit.reading import check, parse_json
from megaroth.kit.rule import REGISTRY, Cite, Limit
from megaroth.law import indexing
from megaroth.law.book import Law, PhaseOut, known_years, law_for, statutory_rows
from megaroth.law.income_tax import IncomeTax, income_tax_for
from megaroth.law.withholding import Bracket, Withholding, withholding_for
from megaroth.law.withholding_of_states import StateTable, state_editions
from megaroth.plan.draft import draft_of, finish
from megaroth.plan.file import PlanFile
from megaroth.plan.model import Plan

HERE = Path(__file__).parent
TODAY = datetime.date(2026, 1, 2)
NOT_CASES = {"deferred", "ids", "known_defects"}
"""Files beside the cases that hold none."""


class _Case(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    name: str
    source: str
    covers: list[str] = []
    """Items of the two lists of worked examples that this case is, or is a part of."""
    working: str = ""
    """The arithmetic in words, and where the source's figure is of another form."""
    rows: list[dict[str, Any]] = []
    """The same case with other figures: every key but those of the outcome joins the facts."""


class RuleCase(_Case):
    """One rule, applied to facts. `published` is the outcome as the source prints it, in whole dollars."""

    rule: str
    year: int | None = None
    law: dict[str, Any] = {}
    given: dict[str, Any] = {}
    expect: Any = None
    published: str | None = None

    @model_validator(mode="after")
    def _has_one_outcome(self) -> RuleCase:
        if (self.expect is None) == (not self.rows):
            raise ValueError("a rule case has either one expect, or rows that each have their own")
        return self


class HouseholdCase(_Case):
    """One household file and what must be answered; `{key}` in the text takes the value of a row's key."""

    household: str
    today: datetime.date = TODAY
    expect: dict[str, Any] = {}
    findings: list[str] = []
    without: list[str] = []
    refused: list[str] = []


class IndexedCase(_Case):
    """One amount moved with prices: the index values as the source prints them, and the amount of each year."""

    indexed: str
    index_of_q3: dict[str, list[str]]
    expect: dict[str, str]


class LedgerCase(_Case):
    """One ledger file, and what its forms, balances, layers and clocks must say of a year; see `tests/cases/ledger.py`."""

    ledger: str
    of_year: int
    expect: dict[str, str | int] = {}
    refused: list[str] = []
    """What the ledger finds wrong with it; it then answers nothing."""


class ExcessCase(_Case):
    """What was put in too much, and the answer: keys of its JSON, and the findings that must be there."""

    excess: dict[str, Any]
    expect: dict[str, Any]
    findings: list[str] = []


class CensusCase(_Case):
    """A workforce, and what its ADP and ACP tests must say; see `tests/cases/workforce.py`."""

    people: list[dict[str, Any]]
    sponsor: str
    expect: dict[str, Any]


class WorthCase(_Case):
    """One household file, and what each way of `worth` must leave: `WAY after_tax`, `WAY ahead_by` …, in dollars."""

    worth: str
    expect: dict[str, str]


Case: typing.TypeAlias = RuleCase | HouseholdCase | IndexedCase | LedgerCase | CensusCase | WorthCase | ExcessCase


@dataclass(frozen=True)
class Signed:
    """One case, or one row of it, ready to be checked."""

    label: str
    case: Case
    row: dict[str, Any]


def signed_cases() -> Iterator[Signed]:
    """Every case of every file, row by row."""
    for path in sorted(HERE.glob("*.toml")):
        if path.stem in NOT_CASES:
            continue
        for written in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            case = _read(written, path.name)
            for number, row in enumerate(case.rows or [{}], 1):
                yield Signed(f"{path.stem}: {case.name}" + (f" ({number})" if case.rows else ""), case, row)


def _read(written: dict[str, Any], file: str) -> Case:
    kinds: dict[str, type[Case]] = {
        "rule": RuleCase,
        "household": HouseholdCase,
        "indexed": IndexedCase,
        "ledger": LedgerCase,
        "people": CensusCase,
        "worth": WorthCase,
        "excess": ExcessCase,
    }
    kind = [model for key, model in kinds.items() if key in written]
    if len(kind) != 1:
        raise ValueError(f"{file}: {written.get('name')} must be one of {', '.join(kinds)}")
    return kind[0].model_validate(written)


def import_rules() -> None:
    """Import every module that holds a rule, so that the registry is whole."""
    package = Path(megaroth.__file__).parent
    for path in sorted(package.rglob("*.py")):
        if "@rule(" in path.read_text(encoding="utf-8"):
            importlib.import_module(".".join(("megaroth", *path.relative_to(package).with_suffix("").parts)))


def differences(signed: Signed) -> list[str]:
    """What the program answers otherwise than the case says; empty when they agree to the cent."""
    if isinstance(signed.case, RuleCase):
        return _rule_differences(signed.case, signed.row)
    if isinstance(signed.case, HouseholdCase):
        return _household_differences(signed.case, signed.row)
    if isinstance(signed.case, WorthCase):
        return _worth_differences(signed.case)
    if isinstance(signed.case, LedgerCase):
        return _of_ledger(signed.case, signed.row)
    if isinstance(signed.case, ExcessCase):
        return _excess_differences(signed.case)
    if isinstance(signed.case, CensusCase):
        from tests.cases.workforce import workforce_differences

        return workforce_differences(signed.case.people, signed.case.sponsor, signed.case.expect)
    return _index_differences(signed.case)


# Every way to use the same money


def _worth_differences(case: WorthCase) -> list[str]:
    from megaroth.questions import outlook

    answer = outlook.worth(case.worth, TODAY)
    if isinstance(answer, list):
        return [finding.message for finding in answer]
    wrong = []
    for name, expected in case.expect.items():
        way, what = name.split()
        found = next(getattr(each, what) for each in answer.ways if each.name == way)
        wrong += [] if found == parse_money(expected) else [f"{name} is {found}, signed is {expected}"]
    return wrong


# One ledger


def _of_ledger(case: LedgerCase, row: dict[str, Any]) -> list[str]:
    from tests.cases.ledger import ledger_differences

    outcome = {name: row.get(name, getattr(case, name)) for name in ("expect", "refused")}
    if bool(outcome["expect"]) == bool(outcome["refused"]):
        raise ValueError("a ledger case either expects something or is refused")
    text = filled(case.ledger, row, outcome)
    return ledger_differences(text, case.of_year, outcome["expect"], outcome["refused"])


def filled(text: str, row: dict[str, Any], outcome: Container[str]) -> str:
    """The text with a row's values in the places of their names."""
    for key, value in row.items():
        if key not in outcome:
            if "{" + key + "}" not in text:
                raise ValueError(f"the case has no place for {key}")
            text = text.replace("{" + key + "}", str(value))
    return text


# An excess


def _excess_differences(case: ExcessCase) -> list[str]:
    from megaroth.questions import ask

    answer = ask("excess", case.excess, TODAY).value
    codes = [finding["code"] for finding in answer["findings"]]
    wrong = _json_differences(answer, case.expect, "answer")
    return wrong + [f"{code} is not found" for code in case.findings if code not in codes]


# One rule


def _rule_differences(case: RuleCase, row: dict[str, Any]) -> list[str]:
    outcome = {"expect": case.expect, "published": case.published} | {
        key: value for key, value in row.items() if key in ("expect", "published")
    }
    given = _merged(case.given, {key: value for key, value in row.items() if key not in outcome})
    rule = REGISTRY[case.rule].function
    kinds = typing.get_type_hints(rule)
    kinds.pop("return")
    law = _law(case) if "law" in kinds else None
    if law is None and (case.year is not None or case.law):
        raise ValueError(f"{case.rule} reads no law: year and law do not belong here")
    defaults = {name for name, each in inspect.signature(rule).parameters.items() if each.default is not each.empty}
    if not kinds.keys() - {"law"} - defaults <= given.keys() <= kinds.keys() - {"law"}:
        raise ValueError(f"{case.rule} takes {', '.join(kinds)}; given are {', '.join(given)}")
    values = {
        name: law if name == "law" else _value(given[name], kinds[name], law)
        for name in kinds
        if name in given or name == "law"
    }
    found = rule(**values)
    wrong = _compared(found, outcome["expect"], case.rule)
    if outcome["published"] is not None and not wrong:
        whole = (found.cents + 50) // 100
        if str(whole) != outcome["published"]:
            wrong.append(f"{found} is {whole} in whole dollars, the source prints {outcome['published']}")
    return wrong


def _compared(found: Any, expected: Any, what: str) -> list[str]:
    if isinstance(expected, dict):
        return [d for key, value in expected.items() for d in _compared(getattr(found, key), value, f"{what}.{key}")]
    kind = type(found)
    if kind is bool and type(expected) is not bool:
        raise ValueError(f"{what} is true or false, not {expected!r}")
    signed = expected if kind is bool else _value(expected, kind, None)
    if kind is Rate:
        found, signed = Fraction(found.top, found.bottom), Fraction(signed.top, signed.bottom)
    right = found is signed if kind is bool else bool(found == signed)
    return [] if right else [f"{what} is {found}, signed is {expected}"]


def _value(written: Any, kind: Any, law: Law | None) -> Any:
    """A value as a rule takes it, from how the case writes it."""
    if kind is Money:
        return NO_LIMIT if written == "no limit" else parse_money(_text(written))
    if kind is Rate:
        return NO_CAP if written == "no cap" else percent(_text(written))
    if kind in (int, bool):
        if type(written) is not kind:
            raise TypeError(f"expected {kind.__name__}, found {written!r}")
        return written
    if kind is Plan:
        return _plan(written)
    if kind is Withholding:
        return withholding_for(written)
    if kind is StateTable:
        since, state, periods, status = written.split()
        editions = {str(day): method for day, method in state_editions(int(since[:4]), state)}
        return editions[since if "-" in since else f"{since}-01-01"].table(status, int(periods))
    if kind is Bracket and isinstance(written, str):
        over, base, rate = written.split()
        return Bracket(parse_money(over), parse_money(base), percent(rate))
    if kind is IncomeTax:
        year, filing = written.split()
        return income_tax_for(int(year), filing)
    if kind is PhaseOut and isinstance(written, str):
        return getattr(law, written)
    if typing.get_origin(kind) is tuple:
        return tuple(_value(each, typing.get_args(kind)[0], law) for each in written)
    kinds = typing.get_type_hints(kind)
    return kind(**{name: _value(value, kinds[name], law) for name, value in written.items()})


def _text(written: Any) -> str:
    if not isinstance(written, str):
        raise TypeError(f'amounts and rates are decimal strings like "24500.00", found {written!r}')
    return written


def _plan(terms: dict[str, Any]) -> Plan:
    source = parse_json(json.dumps(terms), "the case's plan")
    file = [source] if isinstance(source, Finding) else check(source, PlanFile)
    if isinstance(file, list):
        raise ValueError(f"the case's plan cannot be read: {file}")
    return finish(draft_of(file)).plan


def _merged(base: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    return base | {
        key: _merged(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value
        for key, value in more.items()
    }


# The law of the case's own year


class _NotStated:
    """Stands where a case outside the book states no number; touching it is a mistake of the case."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, _: str) -> Any:
        raise ValueError(f"this year is not in the book: the case must state law.{self._name}")


def _law(case: RuleCase) -> Law:
    if case.year is None:
        raise ValueError(f"{case.rule} reads the law: state the year")
    stated: dict[str, Any] = {}
    for name, written in case.law.items():
        cite = Cite(f"stated by the case: {case.source}")
        stated[name] = written if type(written) is bool else Limit(parse_money(_text(written)), cite)
    if case.year in known_years():
        return dataclasses.replace(law_for(case.year), **stated)
    enacted = law_for(known_years()[-1])
    for field in dataclasses.fields(Law):
        if field.name not in stated and field.name not in statutory_rows():
            stated[field.name] = _NotStated(field.name)
    if case.year < 2024:  # IRC §414(v)(7) begins with 2024
        stated |= {"roth_catch_up_in_force": False, "roth_catch_up_wages": Limit(NO_LIMIT, Cite("no such rule yet"))}
    return dataclasses.replace(enacted, **(stated | {"year": case.year}))


# One household


def _household_differences(case: HouseholdCase, row: dict[str, Any]) -> list[str]:
    outcome = {name: row.get(name, getattr(case, name)) for name in ("expect", "findings", "without", "refused")}
    text = filled(case.household, row, outcome)
    answer = questions.room(text, case.today)
    if isinstance(answer, list):
        codes = sorted(finding.code for finding in answer)
        return [] if codes == sorted(outcome["refused"]) else [f"refused with {codes}: {answer}"]
    if outcome["refused"]:
        return [f"answered, although it must be refused with {outcome['refused']}"]
    if not outcome["expect"]:
        raise ValueError("a household case expects an answer or is refused")
    found = answer.as_json()
    for names in ("jobs", "people"):
        found[names] = {each["name"]: each for each in found[names]}
    reported = {each["code"] for each in found["findings"]}
    errors = {each["code"] for each in found["findings"] if each["severity"] == "error"}
    wrong = _json_differences(found, outcome["expect"], "answer")
    wrong += [f"{code} is not found" for code in outcome["findings"] if code not in reported]
    wrong += [f"{code} is found" for code in outcome["without"] if code in reported]
    return wrong + [f"error {code} is found" for code in sorted(errors - set(outcome["findings"]))]


def _json_differences(found: Any, expected: Any, what: str) -> list[str]:
    if isinstance(expected, dict):
        return [d for key, value in expected.items() for d in _json_differences(found[key], value, f"{what}.{key}")]
    if expected == "not known":
        same = found is None
    elif isinstance(found, str) and isinstance(expected, str) and found[:1].isdigit():
        same = bool(parse_money(found) == parse_money(expected))
    else:
        same = type(found) is type(expected) and found == expected
    return [] if same else [f"{what} is {found!r}, signed is {expected!r}"]


# One indexed amount


def _index_differences(case: IndexedCase) -> list[str]:
    wrong = []
    series = indexing.cpi_u()
    for year, points in case.index_of_q3.items():
        shipped = [series[int(year), month] for month in (7, 8, 9)]
        if shipped != [Fraction(each) for each in points]:
            wrong.append(f"the index of {year} is {shipped}, the source prints {points}")
    for year, amount in case.expect.items():
        found = dollars(indexing.indexed_415d(case.indexed, int(year), series))
        wrong += _compared(found, amount, f"{case.indexed} {year}")
        # The book's own row of that year must be the same number; the look-back row stands in the next year's law.
        law_year = int(year) + 1 if case.indexed == "hce_pay" else int(year)
        if law_year in known_years():
            wrong += _compared(getattr(law_for(law_year), case.indexed).amount, amount, f"book {case.indexed} {year}")
    return wrong
