"""A household as the form can hold it: tables where tables belong. What stands in the fields may be right or wrong."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from decimal import Decimal
from typing import Any

import tomlkit

from megaroth.doors.web.first_fields import whole_rows
from megaroth.kit.finding import Finding
from megaroth.kit.reading import parse_json, parse_toml
from megaroth.plan import companies

_DATES = ("born", "starts", "ends", "as_of", "first_payday", "on", "from", "to", "paydays", "read_on", "date")
_TEXTS = ("name", "person", "plan", "employer_group", "recordkeeper", "phone", "website", "vesting", "eligible_pay", "quote", "note", "source", "employer", "aliases", "conflicts", "history", "confidence")  # fmt: skip
_TABLES_OF_A_JOB = ("wishes", "so_far", "current_elections", "deductions")
_ROWS_OF_PAY = ("extra", "raises", "unpaid")
_TABLES_OF_A_PLAN = ("match_limits", "nonelective", "profit_sharing", "evidence")


def is_shaped(household: Any) -> bool:
    """Whether every table that the form reaches into is one."""
    if not isinstance(household, dict):
        return False
    if not all(isinstance(household.get(name, {}), dict) for name in ("outlook", "cash", "hsa", "first", "tax")):
        return False
    if not all(_rows(household.get(name, [])) for name in ("debts", "espp")):
        return False
    people, jobs, elsewhere = household.get("people"), household.get("jobs"), household.get("elsewhere", [])
    if not (isinstance(people, dict) and people and _rows(jobs) and jobs and _rows(elsewhere)):
        return False
    return all(_person(each) for each in people.values()) and all(
        _job(job) and job.get("person") in people for job in jobs
    )


def _person(person: Any) -> bool:
    return isinstance(person, dict) and all(isinstance(person.get(name, {}), dict) for name in ("ira", "w4"))


def _job(job: dict[str, Any]) -> bool:
    pay, plan = job.get("pay", ""), job.get("plan", "unknown")
    fine = all(isinstance(job.get(name, {}), dict) for name in _TABLES_OF_A_JOB) and not isinstance(pay, list)
    if isinstance(pay, dict):
        fine = fine and all(_rows(pay.get(name, [])) for name in _ROWS_OF_PAY)
    if isinstance(plan, dict):
        match = plan.get("match", "")
        fine = fine and all(isinstance(plan.get(name, {}), dict) for name in _TABLES_OF_A_PLAN)
        fine = fine and (isinstance(match, str) or _rows(match))
    return fine and isinstance(plan, dict | str)


def _rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def household_read(text: str) -> dict[str, Any] | list[Finding]:
    """A household file in TOML or JSON as the form holds it, or why it cannot be taken."""
    is_json = text.lstrip().startswith("{")
    read = parse_json(text, "household") if is_json else parse_toml(text, "household")
    if isinstance(read, Finding):
        return [read]
    household = json.loads(json.dumps(read.values, default=str))
    if not is_shaped(household):
        remedy = "Open a file that megaroth has saved (“Save as a file”)."
        return [
            Finding(
                "not-a-household", "error", "This is not a saved scenario, or only a part of one.", "household", remedy
            )
        ]
    made: dict[str, Any] = household
    return made


def household_toml(household: dict[str, Any]) -> str:
    """The household as a TOML file that every command reads."""
    head = "# Written by the megaroth app. Amounts are dollars; leave out what you do not know.\n"
    return head + tomlkit.dumps(_toml(whole_rows(household)))


def _toml(table: dict[str, Any]) -> dict[str, Any]:
    made = {key: _value(key, value) for key, value in table.items()}
    # In TOML the plain values of a table come before its tables.
    return dict(sorted(made.items(), key=lambda item: isinstance(item[1], dict | list)))


def _value(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return _toml(value)
    if isinstance(value, list):
        return [_value(key, each) for each in value]
    if isinstance(value, str) and key in _DATES and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    if isinstance(value, str) and key not in _TEXTS and re.fullmatch(r"\d{1,12}(\.\d{1,4})?", value):
        return tomlkit.float_(value) if "." in value else int(value)
    return value


def plan_of_directory(name: str) -> dict[str, Any]:
    """The directory's entry as a plan table, evidence and all."""
    text = (companies.DIRECTORY / f"{name}.toml").read_text(encoding="utf-8")
    values: dict[str, Any] = json.loads(json.dumps(tomllib.loads(text, parse_float=Decimal), default=str))
    return values
