"""Rows as the household they are: for people with several jobs, whose limits are shared, and to explain any row.

The answer is that of `megaroth room`: the same function, one person at a time.
"""

from __future__ import annotations

import datetime
from typing import Any

import numpy as np

from megaroth.household.model import Household, Job, Person, SoFar, Wishes
from megaroth.kit.money import NO_LIMIT, ZERO, Money, Rate
from megaroth.room.answer import JobAnswer, RoomAnswer, room_answer
from megaroth.workforce.checks import Clean
from megaroth.workforce.facts import _is_roth, last_year, service_known, service_of
from megaroth.workforce.fields import ALL
from megaroth.workforce.limits import AMOUNTS, DECIDED, MAY_I, Answers
from megaroth.workforce.settings import Sponsor
from megaroth.workforce.testing import law_for_year, rows_of

_BEGINNING = datetime.date(1970, 1, 1)


def household_of_rows(clean: Clean, sponsor: Sponsor) -> Household:
    """All rows of one person and year as a household, wishing as much as allowed in every job.

    Deferrals at employers outside the file count once: the largest that one of the rows says.
    """
    year = int(clean.year[0])
    born = datetime.date(year - int(clean.values["age"][0]), 1, 1)
    if "born" in clean.values and clean.is_known("born")[0]:
        born = _BEGINNING + datetime.timedelta(days=int(clean.values["born"][0]))
    elsewhere = max(
        int(cents) for cents in np.broadcast_to(np.asarray(clean.money("deferred_elsewhere").cents), len(clean))
    )
    jobs = tuple(_job(rows_of(clean, np.array([at])), sponsor, at) for at in range(len(clean)))
    return Household(year, "single", {"employee": Person("employee", born)}, jobs, {"employee": Money(elsewhere)})


def _job(row: Clean, sponsor: Sponsor, at: int) -> Job:
    terms = sponsor.plans[int(row.plan[0])]

    def money(name: str) -> Money:
        return Money(int(np.asarray(row.money(name).cents).reshape(-1)[0]))

    def day(name: str) -> datetime.date | None:
        known = name in row.values and row.is_known(name)[0]
        return _BEGINNING + datetime.timedelta(days=int(row.values[name][0])) if known else None

    def before(name: str) -> Money | None:
        cents = int(np.asarray(last_year(row, name).cents).reshape(-1)[0])
        return None if cents >= NO_LIMIT.cents else Money(cents)

    so_far = SoFar(
        sponsor.as_of or datetime.date.min,
        money("pay_so_far"),
        money("pre_tax"),
        money("roth"),
        money("after_tax"),
        money("match"),
    )
    served = int(np.asarray(service_of(row)).reshape(-1)[0]) if service_known(row)[0] else None
    return Job(
        name=f"{terms.name} ({at + 1})" if at else terms.name,
        person="employee",
        plan=terms.finished,
        group=terms.group,
        pay=money("pay"),
        last_year_pay=before("last_year_pay"),
        last_year_fica_wages=before("last_year_fica_wages"),
        owns=Rate(int(np.asarray(row.rate("owner_percent").top).reshape(-1)[0]), ALL),
        top_paid_from=Money(terms.top_paid.get(int(row.year[0]), 0)),
        service_years=served,
        forfeitures=money("forfeitures"),
        starts=day("hired"),
        ends=day("left"),
        wishes=Wishes(is_roth=bool(np.asarray(_is_roth(row)).reshape(-1)[0])),
        so_far=so_far,
    )


def explained(clean: Clean, sponsor: Sponsor) -> RoomAnswer:
    """The whole answer, with every rule applied, for the rows of one person and year."""
    household = household_of_rows(clean, sponsor)
    return room_answer(law_for_year(sponsor, household.year), household, sponsor.as_of)


def answer_people(answers: Answers, clean: Clean, places: Any, sponsor: Sponsor) -> None:
    """Answers in place of those of single rows, for the rows at `places`, which are one person's in one year."""
    answer = explained(rows_of(clean, places), sponsor)
    excess = answer.people[0].excess_deferral
    for place, job in zip(places, answer.jobs, strict=True):
        _put(answers, int(place), job, excess, clean, sponsor)


def _put(answers: Answers, place: int, job: JobAnswer, excess: Money, clean: Clean, sponsor: Sponsor) -> None:
    made = job.case.facts
    left = job.elective_deferral + job.catch_up - made.deferral_made
    told: dict[str, Money | None] = {
        **{name: getattr(job, name) for name in AMOUNTS[:2]},
        "catch_up_limit": job.case.room.catch_up_limit,
        **{name: getattr(job, name) for name in AMOUNTS[3:10]},
        "deferral_left": left,
        "after_tax_left": job.after_tax_left,
        "excess_deferral": excess,
    }
    for name, amount in told.items():
        answers.amounts[name][place] = ZERO.cents if amount is None else amount.cents
        if amount is None or name in answers.unknown:
            answers.mark_unknown((name,), place, amount is None)
    answers.flags["is_hce"][place] = bool(job.is_hce)
    if job.is_hce is None or "is_hce" in answers.unknown:
        answers.mark_unknown(("is_hce",), place, job.is_hce is None)
    answers.flags["catch_up_must_be_roth"][place] = job.catch_up_must_be_roth
    answers.decided[place] = DECIDED.index(job.decided_by)
    answers.may_i[place] = MAY_I.index(job.may_i)
