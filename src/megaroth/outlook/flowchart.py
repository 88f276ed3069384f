"""The flowchart “Can I make a mega-backdoor Roth contribution?”, with the path this person takes marked.

Plain data; who draws it decides how. Every question has the household's own answer and the number or term that gave it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from megaroth.kit.money import ZERO, Money
from megaroth.outlook.answers import Brief
from megaroth.outlook.first import FirstAnswer
from megaroth.room.answer import JobAnswer, RoomAnswer

Kind: TypeAlias = Literal["question", "end"]
TITLE = "Can I make a mega-backdoor Roth contribution?"


@dataclass(frozen=True, slots=True)
class Node:
    """A question or an end. `answer` is this household's; `because` what gave it. Ends have neither."""

    key: str
    kind: Kind
    text: str
    answer: str = ""
    because: str = ""
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """An answer that leads on."""

    start: str
    to: str
    label: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Flowchart:
    """Questions top to bottom: the way on is down, every way out is to the side."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def path(self) -> tuple[Node, ...]:
        """The nodes this household passes, in order."""
        return tuple(node for node in self.nodes if node.taken)

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {
            "title": self.title,
            "nodes": [
                {
                    "key": n.key,
                    "kind": n.kind,
                    "text": n.text,
                    "answer": n.answer,
                    "because": n.because,
                    "taken": n.taken,
                }
                for n in self.nodes
            ],
            "edges": [{"from": e.start, "to": e.to, "label": e.label, "taken": e.taken} for e in self.edges],
        }


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question: this household's answer, why, and where each answer leads (`None`: on to the next question)."""

    key: str
    text: str
    answer: str
    because: str
    ways: dict[str, tuple[str, str] | None]


def flowchart(
    room: RoomAnswer, job: JobAnswer, first: FirstAnswer, amount: Money | None, worth: Brief | None
) -> Flowchart:
    """The chart for one job; `amount` is what the decision puts in this year, where it is known."""
    test = [] if job.case.job.self_employed else [_test(room, job)]
    asked = [
        _figures(room), _allowed(job), _roth(job), _room(job, first), _ahead(worth), *test, _spare(first, amount), _automatic(job),
    ]  # fmt: skip
    shown = "as much as you can spare" if amount is None else f"up to {amount}"
    nodes: list[Node] = []
    edges: list[Edge] = []
    on_path = True
    for number, question in enumerate(asked):
        nodes.append(Node(question.key, "question", question.text, question.answer, question.because, on_path))
        after = asked[number + 1].key if number + 1 < len(asked) else "go"
        goes_on = on_path
        for label, out in question.ways.items():
            chosen = on_path and label == question.answer
            to = after if out is None else f"{question.key}-{label.replace(' ', '-')}"
            edges.append(Edge(question.key, to, label, chosen))
            if out is not None:
                nodes.append(Node(to, "end", out[1], taken=chosen))
                goes_on = goes_on and not chosen
        on_path = goes_on
    nodes.append(
        Node("go", "end", f"Yes: elect {shown} after tax, and see that each contribution is converted.", taken=on_path)
    )
    return Flowchart(TITLE, tuple(nodes), tuple(edges))


_TERMS = {
    "after_tax_allowed": "after-tax contributions",
    "in_plan_conversion": "conversion to Roth in the plan",
    "in_service_withdrawal": "payment to a Roth IRA while you work there",
    "separate_accounting": "after-tax money kept apart",
}


def _said(job: JobAnswer, field: str) -> str:
    says = job.case.job.plan.draft.says(field)
    return f"{_TERMS[field]}: {'not stated' if says == 'unknown' else says}"


def _figures(room: RoomAnswer) -> _Asked:
    wrong = [finding for finding in room.findings if finding.severity == "error"]
    return _Asked(
        "figures", "Are the figures of your file in order, and within the limits?", "no" if wrong else "yes", wrong[0].message if wrong else "no error was found",
        {"yes": None, "no": ("ask", "Not before it is mended: what is wrong is said with what to do.")},
    )  # fmt: skip


def _allowed(job: JobAnswer) -> _Asked:
    says = job.case.job.plan.draft.says("after_tax_allowed")
    answer = {"yes": "yes", "no": "no", "frozen": "no"}.get(says, "not known")
    return _Asked(
        "after-tax", "Does the plan take after-tax contributions (beside Roth and pre-tax)?", answer, _said(job, "after_tax_allowed"),
        {"yes": None, "no": ("no", "No. Ask the employer to add them; the ordinary deferral, the match and the catch-up stay open."),
         "not known": ("ask", "Ask the plan first; elect nothing after tax until it has answered.")},
    )  # fmt: skip


def _roth(job: JobAnswer) -> _Asked:
    draft = job.case.job.plan.draft
    inside, outside = draft.says("in_plan_conversion"), draft.says("in_service_withdrawal")
    if inside in ("automatic", "on-request") or outside == "yes":
        answer = "yes"
    else:
        answer = "no" if inside == "no" and outside == "no" else "not known"
    return _Asked(
        "into-roth", "Can that money get into Roth while you work there: converted in the plan, or paid out in service?", answer,
        f"{_said(job, 'in_plan_conversion')}, {_said(job, 'in_service_withdrawal')}",
        {"yes": None, "no": ("no", "No. Its growth would be taxed as income; a taxable account is mostly better."),
         "not known": ("ask", "Ask the plan how after-tax money gets into Roth; do not start before you know.")},
    )  # fmt: skip


def _room(job: JobAnswer, first: FirstAnswer) -> _Asked:
    place = first.place("after-tax")
    room = job.after_tax_room if place is None or place.room is None else place.room
    answer = "not known" if room is None else "yes" if room > ZERO else "no"
    if job.case.ended:
        answer, because = "no", "the job is over"
    elif room is None:
        because = "the match is not known"
    elif not job.case.facts.pay_415 > ZERO:
        because = "there is no pay, and no more than pay may go in"
    else:
        because = f"{room} is left for it; the limit of all that goes in is {job.annual_additions_limit}"
    return _Asked(
        "room", "Is there room after your deferral, the match and other employer money?", answer, because,
        {"yes": None, "no": ("no", "No. Nothing more fits into this plan this year."),
         "not known": ("ask", "Ask for the match formula: the match uses the same limit.")},
    )  # fmt: skip


def _ahead(worth: Brief | None) -> _Asked:
    way = worth.ways[0] if worth is not None and worth.ways[0].name == "mega" else None
    if worth is None or way is None:
        answer, because = "not known", "the ways could not be compared"
    else:
        answer = "yes" if way.ahead_by > ZERO else "no"
        because = (
            f"at {worth.made.spend_age} it leaves {way.after_tax}, a taxable account {way.after_tax - way.ahead_by}"
        )
    return _Asked(
        "worth", "Does it leave more than a taxable account in the end, after all taxes?", answer, because,
        {"yes": None, "not known": None,
         "no": ("no", "No. A taxable account leaves as much or more, and money may be taken from it at any time.")},
    )  # fmt: skip


def _test(room: RoomAnswer, job: JobAnswer) -> _Asked:
    line = room.law.hce_pay.amount
    pay = job.case.job.last_year_pay
    answer = {True: "yes", False: "no", None: "perhaps"}[job.is_hce]
    because = f"last year's pay {'not stated' if pay is None else pay}; the line is {line}"
    return _Asked(
        "acp", "Are you highly compensated, so that part of it may come back? (The ACP test compares what the well paid and the "
        "others put in.)", answer, because,
        {"yes": None, "perhaps": None, "no": None},
    )  # fmt: skip


def _spare(first: FirstAnswer, amount: Money | None) -> _Asked:
    place = first.place("after-tax")
    fills = place.fills if place else None
    if place is None:
        answer, because = "no", "your own order of steps has none for it"
    elif fills is None:
        answer, because = "not stated", "to_save is not stated"
    else:
        spare = fills if amount is None else amount
        answer, because = ("yes" if spare > ZERO else "no"), f"after what comes first, your cash fills {spare}"
    return _Asked(
        "cash", "Is cash left after emergency money, the match, high-rate debt, HSA, deferral and Roth IRA, not needed within five years?",
        answer, because,
        {"yes": None, "not stated": None, "no": ("wait", "Not yet. Serve what comes first: `megaroth first` shows it.")},
    )  # fmt: skip


def _automatic(job: JobAnswer) -> _Asked:
    draft = job.case.job.plan.draft
    inside = draft.says("in_plan_conversion")
    separate = draft.says("separate_accounting")
    answer = "by itself" if inside == "automatic" else "on request" if inside == "on-request" else "by rollover"
    because = _said(job, "in_plan_conversion") + (f", {_said(job, 'separate_accounting')}" if separate else "")
    return _Asked(
        "convert", "How does it get converted? (What it earns before is taxed as income; the rest is not taxed again.)", answer, because,
        {"by itself": None, "on request": None, "by rollover": None},
    )  # fmt: skip
