"""Between the form of the page and the household as a file has it: what is typed goes in as it is, right or wrong.

Knows where each field belongs. Refuses to judge: the reader of household files does, and its findings come back to the fields.
"""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

from megaroth.doors.web.first_fields import put_row, row_value
from megaroth.kit.toml_places import path_of
from megaroth.plan import companies

Mapping: TypeAlias = dict[str, Any]
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?|\d+(\.\d*)?")
_DAYS = {"semimonthly": [15, 31], "monthly": [31]}
_WHOLE = (
    "service_years", "election_lead_days", "conversions_per_year", "work_until_age", "spend_age", "early_age", "closed_from",
    "allowances", "children",
)  # fmt: skip
_YES = ("step_2_checkbox", "exempt", "state_taxes_hsa")
"""Fields that a file has as true."""
_PLAIN_TEXT = ("name", "recordkeeper", "employer_group")
_MOST_TEXT = 200
UNNAMED = re.compile(r"Job \d+")
_AMOUNT_WISHES = ("deferral", "after_tax", "employer")


def with_fields(household: Mapping, pairs: Iterable[tuple[str, str]]) -> Mapping:
    """The household with what the fields of a form say. A field that is not of the form is left out."""
    made = copy.deepcopy(household)
    people, jobs = list(made.get("people", {})), made.get("jobs", [])
    renamed: dict[str, str] = {}
    for name, given in pairs:
        text = given.strip()[:_MOST_TEXT]
        match name.split("."):
            case ["return", ("filing" | "state" | "magi") as key]:
                _put(made, key, amount_of(text) if key == "magi" else text)
            case ["return", "year"]:
                _put(made, "year", int(text) if text.isdecimal() else text)
            case [("outlook" | "cash" | "hsa" | "first" | "tax") as table, key]:
                _put_below(made, [table, key], _value(key, text))
                if made.get(table) == {}:
                    del made[table]
            case ["debts" as table, "0", "balance" | "rate_percent" as key] | [
                "espp" as table,
                "0",
                "discount_percent" as key,
            ]:
                put_row(made, table, key, _value(key, text))
            case ["people", number, "name"] if (who := _item(people, number)) is not None:
                renamed[who] = text or who
            case ["people", number, *rest] if (who := _item(people, number)) is not None:
                _person(made, who, rest, text)
            case ["jobs", number, *rest] if (job := _item(jobs, number)) is not None:
                _job(job, int(number), rest, text)
    for job in jobs:
        _tidy(job, made.get("year"))
    return _rename(made, renamed)


def written(household: Mapping, name: str) -> str:
    """What stands in a field, as the page shows it."""
    people, jobs = list(household.get("people", {})), household.get("jobs", [])
    match name.split("."):
        case ["return", key]:
            return _shown(household.get(key, ""), money=key == "magi")
        case ["debts" | "espp" as table, "0", key]:
            return _shown(row_value(household, table, key))
        case ["outlook" | "cash" | "hsa" | "first" | "tax", _] as path:
            return _shown(_at(household, path), money=path[-1] not in _WHOLE)
        case ["people", number, "name"]:
            return str(people[int(number)])
        case ["people", number, "born"]:
            return str(household["people"][people[int(number)]].get("born", "")).removesuffix("-12-31")
        case ["people", number, "elsewhere"]:
            who = people[int(number)]
            return next(
                (_shown(x.get("elective_deferrals", "")) for x in _elsewhere(household) if x.get("person") == who), ""
            )
        case ["people", number, *rest]:
            return _shown(_at(household["people"][people[int(number)]], rest))
        case ["jobs", number, *rest]:
            return _of_job(jobs[int(number)], rest)
    return ""


def field_named(where: str, household: Mapping) -> str:
    """The field that a finding's `where` means: `input:8:10 jobs[0].pay` is `jobs.0.pay.annual`."""
    dotted = where.partition(" ")[2] if re.match(r"input:\d+:\d+", where) else where
    match [str(part) for part in path_of(dotted)]:
        case ["people", who, *rest] if who in household.get("people", {}):
            return ".".join(["people", str(list(household["people"]).index(who)), *rest])
        case ["jobs", number, "pay"]:
            return f"jobs.{number}.pay.annual"
        case ["jobs", number, "pay", "first_payday" | "days_of_month"]:
            return f"jobs.{number}.pay.payday"
        case ["jobs", number, "wishes", wish] if wish in _AMOUNT_WISHES:
            return f"jobs.{number}.wishes.{wish}_amount"
        case ["jobs", number, "plan", "match"]:
            return f"jobs.{number}.plan.match_kind"
        case ["jobs", _, *_] as parts:
            return ".".join(parts)
        case ["elsewhere", number, _] if (other := _item(_elsewhere(household), number)) is not None:
            people = list(household.get("people", {}))
            return f"people.{people.index(other['person'])}.elsewhere" if other.get("person") in people else ""
        case [("outlook" | "cash" | "hsa" | "first" | "tax") as table, key]:
            return f"{table}.{key}"
        case ["debts" | "espp", "0", _] as parts:
            return ".".join(parts)
        case [("year" | "filing" | "state" | "magi") as key]:
            return f"return.{key}"
    return ""


# --- the parts of a household


def _person(made: Mapping, who: str, rest: list[str], text: str) -> None:
    person = made["people"][who]
    if rest == ["born"]:
        _put(person, "born", f"{text}-12-31" if re.fullmatch(r"\d{4}", text) else day_of(text))
    elif rest == ["elsewhere"]:
        others = [each for each in _elsewhere(made) if each.get("person") != who]
        amount = amount_of(text)
        made["elsewhere"] = [
            *others,
            *([{"person": who, "elective_deferrals": amount}] if amount not in ("", "0") else []),
        ]
    elif rest[:1] == ["ira"] and len(rest) == 2:
        _put_below(person, rest, amount_of(text))
    elif rest[:1] == ["w4"] and len(rest) == 2:
        _put_below(person, rest, _value(rest[1], text))
        if person.get("w4") == {}:
            del person["w4"]


def _job(job: Mapping, number: int, rest: list[str], text: str) -> None:
    match rest:
        case ["name"]:
            _employer(job, text or f"Job {number + 1}")
        case ["self_employed"]:
            _put(job, "self_employed", True if text == "yes" else "")
        case ["pay", "annual" | "frequency" | "payday" | "days" | "day" as key]:
            _pay(job, key, text)
        case ["pay", "extra" | "raises" as table, item, key]:
            row = _item(job["pay"].get(table, []) if isinstance(job.get("pay"), dict) else [], item)
            if row is not None:
                row[key] = text if key == "kind" else day_of(text) if key in ("on", "from") else amount_of(text)
        case ["plan", "match_kind"] if isinstance(job.get("plan"), dict):
            plan = job["plan"]
            if text == "formula" and not isinstance(plan.get("match"), list):
                plan["match"] = [{}]
            elif text != "formula":
                _put(plan, "match", text)
        case ["plan", "match", item, key] if isinstance(job.get("plan"), dict):
            tiers = job["plan"].get("match")
            if isinstance(tiers, list) and item in ("0", "1"):
                while len(tiers) <= int(item):
                    tiers.append({})
                _put(tiers[int(item)], key, amount_of(text))
        case ["plan", *below] if isinstance(job.get("plan"), dict):
            was = _at(job["plan"], below)
            _put_below(job["plan"], below, _value(below[-1], text))
            if _at(job["plan"], below) != was:  # what proved the old value does not prove this one
                job["plan"].get("evidence", {}).pop(below[0], None)
        case ["wishes", "deferral" | "after_tax" | "employer" as key]:
            wishes = job.setdefault("wishes", {})
            if text != "amount":
                wishes[key] = text
            elif wishes.get(key, "max") in ("max", "match", "none"):
                wishes[key] = ""
        case ["wishes", "deferral_amount" | "after_tax_amount" | "employer_amount" as key]:
            wishes, key = job.get("wishes", {}), key.removesuffix("_amount")
            if wishes.get(key, "max") not in ("max", "match", "none"):
                wishes[key] = amount_of(text)
        case ["wishes", "deferral_kind" | "catch_up" | "shape" | "least_net_pay" as key]:
            _put(job.setdefault("wishes", {}), key, _value(key, text))
        case ["so_far", key]:
            _put(job.setdefault("so_far", {}), key, day_of(text) if key == "as_of" else amount_of(text))
        case ["current_elections", "pre_tax" | "roth" | "after_tax" as key]:
            _put(job.setdefault("current_elections", {}), key, amount_of(text))
        case ["deductions", key]:
            _put(job.setdefault("deductions", {}), key, _value(key, text))
        case ["starts" | "ends" as key]:
            _put(job, key, day_of(text))
        case [("profit" | "other_wages" | "last_year_pay" | "last_year_fica_wages" | "service_years" | "owner_percent" | "employer_group") as key]:  # fmt: skip
            _put(job, key, _value(key, text))


def _employer(job: Mapping, name: str) -> None:
    """A name of the directory brings its plan; another name leaves terms of one's own alone."""
    was = job.get("name")
    job["name"] = name
    plan = job.get("plan", "unknown")
    if name == was and plan != "unknown":
        return
    found = directory_name(name)
    if isinstance(plan, str) or not plan:
        job["plan"] = found or {}


@cache
def directory_name(name: str) -> str:
    """The directory's own name of an employer, empty where it has none."""
    entry = companies.entry(name)
    return next((each for each in companies.names() if entry and companies.entry(each) is entry), "")


def _pay(job: Mapping, key: str, text: str) -> None:
    pay = job.get("pay", "")
    table = pay if isinstance(pay, dict) else {"annual": pay} if pay != "" else {}
    job["pay"] = table
    if key == "annual":
        _put(table, "annual", amount_of(text))
    elif key == "frequency":
        _put(table, "frequency", text)
    elif key == "payday":
        _put(table, "first_payday", day_of(text))
    elif (key == "days" and table.get("frequency") == "semimonthly") or (
        key == "day" and table.get("frequency") == "monthly"
    ):
        days = [int(part) for part in text.split() if part.isdecimal()]
        if days:
            table["days_of_month"] = days


def _tidy(job: Mapping, year: Any) -> None:
    """What follows from the fields together: one form of pay, the first payday, no empty tables."""
    pay = job.get("pay")
    if isinstance(pay, dict):
        frequency = pay.get("frequency")
        if frequency in ("semimonthly", "monthly"):
            pay.pop("first_payday", None)
            days = pay.get("days_of_month")
            if not isinstance(days, list) or len(days) != len(_DAYS[frequency]):
                pay["days_of_month"] = _DAYS[frequency]
        elif frequency in ("weekly", "biweekly"):
            pay.pop("days_of_month", None)
            if isinstance(pay.get("first_payday"), str):
                pay["first_payday"] = first_payday(pay["first_payday"], frequency, year, job.get("starts"))
        elif frequency is None and not (pay.get("extra") or pay.get("raises") or pay.get("unpaid")):
            job["pay"] = pay.get("annual", "")
        if job.get("pay") == "":
            del job["pay"]
    if job.get("self_employed"):
        for key in ("pay", "current_elections", "last_year_pay", "last_year_fica_wages", "other_wages"):
            job.pop(key, None)
        if isinstance(job.get("plan"), dict):
            job["plan"].setdefault("match", "none")
    else:
        job.pop("profit", None)
        if isinstance(job.get("wishes"), dict):
            job["wishes"].pop("employer", None)
    plan = job.get("plan")
    if isinstance(plan, dict) and isinstance(plan.get("match"), list):
        plan["match"] = [tier for number, tier in enumerate(plan["match"]) if tier or number == 0]
    if isinstance(plan, dict) and not isinstance(plan.get("match"), list):
        plan.pop("match_limits", None)
    for table in ("so_far", "current_elections", "wishes", "deductions"):
        if job.get(table) == {}:
            del job[table]


def first_payday(given: str, frequency: str, year: Any, starts: Any) -> str:
    """The first payday of the year, or of the job, in step with any one that was given; what is no day stays as it is."""
    try:
        day = datetime.date.fromisoformat(given)
        first = datetime.date(int(year), 1, 1)
        begun = datetime.date.fromisoformat(str(starts)) if starts else first
    except (TypeError, ValueError):
        return given
    first = max(first, begun) if begun.year == first.year else first
    if day.year != first.year:
        return given
    return str(first + (day - first) % datetime.timedelta(days=7 if frequency == "weekly" else 14))


def _rename(made: Mapping, renamed: dict[str, str]) -> Mapping:
    people = made.get("people", {})
    wanted = {who: renamed.get(who, who) for who in people}
    if len(set(wanted.values())) < len(wanted):  # two people of one name: the second keeps the old one
        wanted = {who: who for who in people}
    made["people"] = {wanted[who]: person for who, person in people.items()}
    for item in (*made.get("jobs", []), *_elsewhere(made)):
        item["person"] = wanted.get(item.get("person"), item.get("person"))
    if not made.get("elsewhere"):
        made.pop("elsewhere", None)
    return made


def _of_job(job: Mapping, rest: list[str]) -> str:
    pay, plan = job.get("pay", ""), job.get("plan", {})
    match rest:
        case ["name"]:
            return "" if UNNAMED.fullmatch(str(job.get("name", ""))) else str(job.get("name", ""))
        case ["self_employed"]:
            return "yes" if job.get("self_employed") else ""
        case ["pay", *below] if not isinstance(pay, dict):
            return _shown(pay) if below == ["annual"] else ""
        case ["pay", "payday"]:
            return str(pay.get("first_payday", ""))
        case ["pay", "days" | "day"]:
            return " ".join(str(day) for day in pay.get("days_of_month", []))
        case ["plan", "match_kind"]:
            match_ = plan.get("match", "") if isinstance(plan, dict) else ""
            return "formula" if isinstance(match_, list) else "" if match_ == "unknown" else str(match_)
        case ["wishes", "deferral" | "after_tax" | "employer" as key]:
            wish = job.get("wishes", {}).get(key, "none" if key == "employer" else "max")
            return wish if wish in ("max", "match", "none") else "amount"
        case ["wishes", ("deferral_amount" | "after_tax_amount" | "employer_amount") as key]:
            wish = job.get("wishes", {}).get(key.removesuffix("_amount"), "")
            return "" if wish in ("max", "match", "none") else _shown(wish)
    found = _at(job, rest)
    return "" if found == "unknown" else _shown(found, money=rest[-1] not in _WHOLE and rest[-1] not in _PLAIN_TEXT)


def _elsewhere(household: Mapping) -> list[Mapping]:
    found = household.get("elsewhere", [])
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


# --- small change


def _item(items: list[Any], number: str) -> Any:
    return items[int(number)] if number.isdecimal() and len(number) < 4 and int(number) < len(items) else None


def _at(table: Any, path: list[str]) -> Any:
    for part in path:
        if isinstance(table, dict):
            table = table.get(part, "")
        elif isinstance(table, list) and part.isdecimal() and int(part) < len(table):
            table = table[int(part)]
        else:
            return ""
    return table


def _put(table: Mapping, key: str, value: Any) -> None:
    """What is empty is not stated."""
    if value == "":
        table.pop(key, None)
    else:
        table[key] = value


def _put_below(table: Mapping, path: list[str], value: Any) -> None:
    *outer, last = path
    for part in outer:
        if value == "" and part not in table:
            return
        below = table.setdefault(part, {})
        if not isinstance(below, dict):
            return
        table = below
    _put(table, last, value)


def _value(key: str, text: str) -> Any:
    if key in _YES:
        return True if text == "yes" else text
    if key in _WHOLE:
        return int(text) if text.isdecimal() and len(text) < 9 else text
    if key in _PLAIN_TEXT or text.isalpha():
        return text
    return amount_of(text)


def amount_of(text: str) -> str:
    """`$1,234.50` as `1234.50`, `300k` as `300000`, `8%` as `8`; what is no number stays for the reader to find."""
    plain = text.replace("$", "").replace("%", "").replace(" ", "")
    if thousands := re.fullmatch(r"(\d+(?:\.\d+)?)[kK]", plain):
        value = Decimal(thousands[1]) * 1000
        return str(value.quantize(Decimal(1)) if value == value.to_integral_value() else value)
    return plain.replace(",", "").removesuffix(".") if _GROUPED.fullmatch(plain) else text


def day_of(text: str) -> str:
    """`3/14/1981`, as Americans write it, as `1981-03-14`."""
    american = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    return f"{american[3]}-{int(american[1]):02}-{int(american[2]):02}" if american else text


def _shown(value: Any, money: bool = True) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    text = str(value).replace("_", "") if not isinstance(value, dict | list) else ""
    if money and re.fullmatch(r"\d{4,}(\.\d+)?", text):
        whole, point, cents = text.partition(".")
        return f"{int(whole):,}{point}{cents}"
    return text
