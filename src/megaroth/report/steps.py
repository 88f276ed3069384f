"""The four steps of a mega-backdoor Roth, made concrete for one job."""

from __future__ import annotations

from megaroth.room.answer import JobAnswer


def steps_of(job: JobAnswer) -> list[str]:
    """What to do, in order: confirm, know the amount, arrange the way into Roth, elect."""
    draft = job.case.job.plan.draft
    if job.may_i == "no":
        return [
            "Nothing to elect: the plan gives no way. Ask the employer to add after-tax contributions and conversions."
        ]
    return [_confirm(job), _amount(job), _into_roth(job, draft.says("in_plan_conversion")), _elect(job)]


def _confirm(job: JobAnswer) -> str:
    questions = job.case.job.plan.questions
    if job.may_i == "ask":
        return "Before anything else ask the plan's administrator: " + " ".join(q.ask for q in questions[:3])
    source = (
        "your plan document"
        if not job.case.job.plan.draft.from_directory
        else "public sources; confirm it in your plan document"
    )
    return f"The plan takes after-tax contributions, by {source}."


def _amount(job: JobAnswer) -> str:
    if job.after_tax_room is None or job.match is None:
        return "The amount is not known before the match is."
    used = f"{job.annual_additions_limit} less deferrals {job.elective_deferral}, match {job.match}"
    if job.nonelective.cents:
        used += f", other employer money {job.nonelective}"
    return f"{used}: room for {job.after_tax_room} after tax (decided by {job.decided_by.replace('_', ' ')})."


def _into_roth(job: JobAnswer, inside: str) -> str:
    draft = job.case.job.plan.draft
    keeper = " ".join(str(draft.value(name, "")) for name in ("recordkeeper", "phone")).strip() or "the recordkeeper"
    if inside == "automatic":
        return f"Have {keeper} turn on the automatic conversion to Roth before the first after-tax contribution."
    if inside == "on-request":
        return (
            f"Ask {keeper} for an in-plan conversion to Roth after each contribution, or as often as the plan allows."
        )
    if draft.says("in_service_withdrawal") == "yes":
        return f"Ask {keeper} to roll the after-tax money directly to your Roth IRA, as often as the plan allows."
    return f"Ask {keeper} how after-tax money gets into Roth while you work there; do not start before you know."


def _elect(job: JobAnswer) -> str:
    if job.after_tax_left is None:
        return "Elect after-tax contributions only once the questions are answered."
    facts = job.case.facts
    so_far = job.case.job.so_far
    pay_left = int(facts.pay.cents) - int(so_far.pay.cents if so_far else 0)
    if pay_left <= 0 or job.after_tax_left.cents == 0:
        return "Nothing more to elect this year."
    whole = job.after_tax_left.cents * 100 // pay_left
    return (
        f"Elect after-tax contributions: {job.after_tax_left} still to go, about {whole}% of the {_money(pay_left)} of pay to come "
        "(rounded down to a whole percent)."
    )


def _money(cents: int) -> str:
    return f"${cents // 100:,}"
