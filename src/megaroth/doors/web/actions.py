"""What the buttons of the form do to a scenario: add and take away people, jobs and payments; undo. `job:0` says which."""

from __future__ import annotations

import copy
from typing import Any

from megaroth.doors.web.form import directory_name
from megaroth.doors.web.shape import plan_of_directory
from megaroth.doors.web.shelf import Scenario

_NOT_TERMS = ("aliases", "history", "conflicts", "employer", "read_on")


def act(scenario: Scenario, done: str) -> str:
    """Do it; the place on the page to come back to. What cannot be done is left undone."""
    if done == "undo":
        scenario.undo()
        return ""
    if done == "redo":
        scenario.redo()
        return ""
    made = copy.deepcopy(scenario.household)
    anchor = _do(made, done)
    scenario.change(made)
    return anchor


def _do(made: dict[str, Any], done: str) -> str:
    people, jobs = made.setdefault("people", {}), made.setdefault("jobs", [])
    names = list(people)
    match done.split(":"):
        case ["add-person"] if len(names) < 10:
            name = next(n for n in ("Spouse", *(f"Person {k}" for k in range(2, 20))) if n not in people)
            people[name] = {}
            jobs.append({"name": f"Job {len(jobs) + 1}", "person": name, "plan": "unknown"})
            return f"person-{len(names)}"
        case ["remove-person", number] if (i := _number(number, names)) is not None and len(names) > 1:
            del people[names[i]]
            made["jobs"] = [job for job in jobs if job.get("person") != names[i]]
            made["elsewhere"] = [each for each in made.get("elsewhere", []) if each.get("person") != names[i]]
        case ["add-job", number] if (i := _number(number, names)) is not None and len(jobs) < 30:
            jobs.append({"name": f"Job {len(jobs) + 1}", "person": names[i], "plan": "unknown"})
            return f"job-{len(jobs) - 1}-pay"
        case ["remove-job", number] if (i := _number(number, jobs)) is not None and len(jobs) > 1:
            del jobs[i]
        case [("add-extra" | "add-raise") as what, number] if (i := _number(number, jobs)) is not None:
            pay = jobs[i].get("pay", "")
            table = pay if isinstance(pay, dict) else {"annual": pay} if pay else {}
            table.setdefault("extra" if what == "add-extra" else "raises", []).append({})
            jobs[i]["pay"] = table
            return f"job-{i}-pay"
        case [("remove-extra" | "remove-raise") as what, number, item] if (i := _number(number, jobs)) is not None:
            pay = jobs[i].get("pay")
            rows = pay.get("extra" if what == "remove-extra" else "raises", []) if isinstance(pay, dict) else []
            if (k := _number(item, rows)) is not None:
                del rows[k]
            return f"job-{i}-pay"
        case ["own-terms", number] if (i := _number(number, jobs)) is not None:
            jobs[i]["plan"] = terms_of(jobs[i].get("plan"))
            return f"job-{i}-plan"
        case ["directory", number] if (i := _number(number, jobs)) is not None:
            jobs[i]["plan"] = directory_name(str(jobs[i].get("name", ""))) or jobs[i].get("plan", {})
            return f"job-{i}-plan"
    return ""


def terms_of(plan: Any) -> Any:
    """The directory's terms as a table of one's own, evidence and all, so that each can be corrected."""
    name = directory_name(plan) if isinstance(plan, str) else ""
    if not name:
        return plan if isinstance(plan, dict) else {}
    return {key: value for key, value in plan_of_directory(name).items() if key not in _NOT_TERMS}


def _number(text: str, items: list[Any]) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 4 and int(text) < len(items) else None
