"""What comes first, as lines: the steps in order with room and what the cash fills, then pay beside the plan."""

from __future__ import annotations

from megaroth.kit.money import NO_LIMIT, ZERO, Money
from megaroth.kit.trace import Step
from megaroth.outlook.first import FirstAnswer
from megaroth.outlook.places import Place
from megaroth.report.glossary import word_lines
from megaroth.report.lines import BLANK, Line, meter, wrapped
from megaroth.report.text import finding_lines, why_lines

_WORDS = (
    "Deferral",
    "Match",
    "Catch-up contribution",
    "Mega-backdoor Roth",
    "After-tax contribution",
    "Roth",
    "Pro-rata rule",
    "Taxable account",
)


def first_lines(answer: FirstAnswer, width: int = 80, why: bool = False) -> list[Line]:
    """The whole answer; `why` adds the rules that gave each number."""
    year = answer.household.year
    head = f"What comes first: the next dollar of {year}"
    lines = wrapped(head, width, role="title")
    if answer.to_save is not None:
        text = f"You can put aside {answer.to_save}; it goes down the list, and each step takes what it may."
        lines += wrapped(text, width, "  ")
    else:
        lines += wrapped(
            "Each step with its room this year. With [cash] to_save your money is poured down the list.", width, "  "
        )
    for number, place in enumerate(answer.places, 1):
        lines += [BLANK, *_place(number, place, width)]
    if answer.to_save is not None and answer.left is not None and answer.left > ZERO:
        lines += [BLANK, *wrapped(f"{answer.left} is left over.", width)]
    lines += _beside(answer, width)
    if answer.findings:
        lines += [BLANK, Line("To know and to do", "title"), *finding_lines(list(answer.findings), width)]
    if why:
        lines += [BLANK, Line("Why", "title"), *(line for part in _trees(answer) for line in why_lines(part, width))]
    lines += [BLANK, *word_lines(_WORDS, width)]
    text = (
        "The order is common advice, not law: change it with order = [...] in [first]. The rooms are law and your plan."
        + ("" if why else " --why shows the rules behind each number.")
    )
    return [*lines, BLANK, *wrapped(text, width, role="faint")]


def room_of(place: Place) -> str:
    """The room in words."""
    if place.room is None:
        return "not known yet"
    return "no limit" if place.room >= NO_LIMIT else str(place.room)


def _place(number: int, place: Place, width: int) -> list[Line]:
    head = f"{number:>2}. {place.called}"
    if place.fills is not None and place.room is not None:
        full = place.room > ZERO and place.room < NO_LIMIT
        of = "" if place.room >= NO_LIMIT else f" of {place.room}"
        filled = meter(int(place.fills.cents), int(place.room.cents), 10) if full else ""
        # The bar itself only where the window is wide enough for it; its percentage always.
        share = f" {filled if width >= 90 else filled.partition('] ')[2].strip()}" if full else ""
        said = "nothing to do" if place.room == ZERO else f"{place.fills}{of}{share}"
    else:
        room = room_of(place)
        said = "nothing to do" if place.room == ZERO else room if room == "no limit" else f"room {room}"
    beside = f"{head:<42}{said}"
    if len(head) < 42 and len(beside) <= width:
        lines = [Line(beside, "title")]
    else:
        lines = [*wrapped(head, width, role="title"), *wrapped(said, width, "    ", role="title")]
    lines += wrapped(place.why, width, "    ", "    ")
    if place.cost is not None and place.fills is not None and place.cost < place.fills:
        lines += wrapped(
            f"It costs only {place.cost} of take-home pay, for it is not taxed now.", width, "    ", "    "
        )
    for note in place.notes:
        lines += wrapped(note, width, "    ", "    ")
    if place.ask:
        lines += wrapped(f"-> {place.ask}", width, "    ", "       ", "unsure")
    if place.source:
        lines += wrapped(f"({place.source})", width, "    ", "    ", "faint")
    return lines


def _beside(answer: FirstAnswer, width: int) -> list[Line]:
    lines: list[Line] = []
    for vest in answer.vests:
        lines += [BLANK, *wrapped(f"Stock that vests at {vest.job}: {vest.value}", width, role="title")]
        lines += wrapped(
            f"Withheld for federal income tax: {vest.withheld} ({vest.withheld_how}). Due on it: {vest.due}. "
            + (f"So {vest.short} will be missing next April: keep it aside, or pay it as an estimate." if vest.short > ZERO
               else "So nothing will be missing."),
            width, "  ",
        )  # fmt: skip
        lines += wrapped(
            f"Sold on the day, the shares leave about {vest.cash} after income tax (Social Security and Medicare come off too). It "
            "cannot go into the plan itself, but you can live on it while your pay goes into the plan.",
            width, "  ",
        )  # fmt: skip
    for each in answer.deferred:
        lines += [BLANK, *wrapped(f"Deferred compensation at {each.job}: {each.amount}", width, role="title")]
        sure = {"yes": "lowers", "no": "does not lower", "unknown": "may lower (ask; assumed here)"}[
            each.lowers_eligible_pay
        ]
        lines += wrapped(
            f"It {sure} eligible pay: after-tax room {_or(each.room_without)} without it, {_or(each.room_with)} with it. It leaves "
            f"the pay that the limit on annual additions counts, 415 pay ({each.pay_415_with} with it), and stays in the wages that Social "
            "Security and Medicare tax (FICA wages), so it does not help with the Roth catch-up rule. "
            + ("You stay highly compensated next year." if each.is_hce_next_year
               else "With it you would not count as highly compensated next year by pay."),
            width, "  ",
        )  # fmt: skip
    if answer.roth_or_pre_tax:
        lines += [BLANK, Line("Roth or pre-tax, 401(k) or IRA", "title")]
        for reason in answer.roth_or_pre_tax:
            lines += wrapped(f"- {reason.says}", width, "  ", "    ")
            lines += wrapped(f"({reason.source})", width, "    ", "    ", "faint")
    return lines


def _trees(answer: FirstAnswer) -> list[Step]:
    """The explanations in the order of the page."""
    beside = [each.why for each in answer.vests] + [each.why for each in answer.deferred]
    return [place.because for place in answer.places] + beside + [each.why for each in answer.roth_or_pre_tax]


def _or(amount: Money | None) -> str:
    return "not known" if amount is None else str(amount)
