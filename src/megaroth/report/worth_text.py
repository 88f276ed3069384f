"""Is it worth it, as lines: the answer first, then every way beside the others, then what could change it, then what was assumed.

Amounts of years to come are shown in whole dollars: cents would promise what nobody can know. JSON has the cents.
"""

from __future__ import annotations

from megaroth.household.outlook_file import OutlookFile
from megaroth.kit.money import Money
from megaroth.outlook.answers import AGAINST, Brief, Way, WorthAnswer, chance
from megaroth.outlook.run import Uncertain
from megaroth.report.glossary import word_lines
from megaroth.report.lines import BLANK, Line, labelled, wrapped
from megaroth.report.text import finding_lines, why_lines

MARKETS = {
    "history": "Every stretch of 1928-2025",
    "bootstrap": "1928-2025 in new order",
    "lognormal": "Random around the assumed return",
}
"""How a market is called."""
_BAR = 24
_WORDS = ("Mega-backdoor Roth", "After-tax contribution", "Conversion", "Roth", "Taxable account", "Today's dollars")


def whole(amount: Money, sign: bool = False) -> str:
    """An amount in whole dollars, half a dollar up, with its sign if wished."""
    dollars = (abs(int(amount.cents)) + 50) // 100
    minus = int(amount.cents) < 0 and dollars > 0
    return f"{'-' if minus else '+' if sign else ''}${dollars:,}"


def verdict(answer: WorthAnswer | Brief) -> str:
    """The answer in one sentence, with its number."""
    way = answer.ways[0]
    end = f"at {answer.made.spend_age}, after all taxes and in today's dollars"
    size = Money(abs(int(way.ahead_by.cents)))
    if int(way.ahead_by.cents) > 0:
        return f"Yes: the same money leaves {whole(size)} more than a taxable account would, {end}."
    if int(way.ahead_by.cents) < 0:
        return f"No: the same money would leave {whole(size)} less than a taxable account, {end}."
    return f"It makes no difference: the same money leaves as much as a taxable account, {end}."


def worth_lines(answer: WorthAnswer, width: int = 80, why: bool = False) -> list[Line]:
    """The whole answer; `why` adds each figure as a sum, with the rules behind it."""
    good = int(answer.ways[0].ahead_by.cents) > 0
    jobs = " and ".join(f"{job.name} ({job.person})" for job in answer.jobs)
    lines = wrapped(f"Is it worth it? {jobs}, {answer.household.year}", width, role="title")
    lines += labelled("Worth it?", verdict(answer), width, 15, "good" if good else "bad")
    lines += labelled("Leave it alone", when(answer), width, 15)
    lines += labelled("This year", this_year(answer), width, 15)
    if answer.made.saving_years > 1:
        lines += labelled("One more year", f"The last year of contributions {_adds(answer.one_more_year)}.", width, 15)
    if (bootstrap := _market(answer, "bootstrap")) and (spread := bootstrap.of(answer.ways[0].name)):
        text = (
            f"Ahead of a taxable account in {_share(spread.ahead, bootstrap.futures)} futures drawn from 1928-2025; in eight of "
            f"ten by {whole(spread.difference_low)} to {whole(spread.difference_high)}."
        )
        lines += labelled("How sure?", text, width, 15)
    lines += [BLANK, *_ways(answer, width)]
    if answer.uncertain:
        lines += [BLANK, *_uncertain(answer, width)]
    if answer.sensitivity:
        lines += [BLANK, *_sensitivity(answer, width)]
    lines += [BLANK, *_path(answer, width), BLANK, *_assumed(answer, width)]
    if answer.findings:
        lines += [BLANK, Line("To know and to do", "title"), *finding_lines(list(answer.findings), width)]
    if why:
        lines += [BLANK, Line("Why", "title"), *(line for part in answer.why.parts for line in why_lines(part, width))]
    lines += [BLANK, *word_lines(_WORDS, width)]
    text = "A planning aid, not advice. Returns are assumed, not promised."
    more = "" if why else " --why shows how each figure came about."
    return [*lines, BLANK, *wrapped(text + more, width, role="faint")]


def _share(ahead: int, futures: int) -> str:
    """`all 10,000`, or a share of them."""
    return f"all {futures:,}" if ahead == futures else f"{chance(ahead, futures)}% of {futures:,}"


def this_year(answer: WorthAnswer) -> str:
    """What this year's contribution alone is worth."""
    return f"This year's contribution alone {_adds(answer.this_year)}."


def _adds(amount: Money) -> str:
    if int(amount.cents) < 0:
        return f"takes {whole(Money(-int(amount.cents)))} of that away"
    return f"adds {whole(amount)} to that"


def free(answer: WorthAnswer) -> str:
    """What the column of early access means."""
    return (
        f"“Free at {answer.made.early_age}”: what could be taken out then without the 10% penalty, taxes on gains off. Of Roth and "
        "after-tax money that is what was put in, and from 59½ on all of it."
    )


def when(answer: WorthAnswer | Brief) -> str:
    """The break-even year in a sentence."""
    if answer.break_even is None:
        return (
            f"If all of it were taken out at once, even at {answer.made.spend_age}, a taxable account would leave more."
        )
    if answer.break_even == answer.household.year:
        return "It is never behind a taxable account, even if all of it were taken out at once in any year."
    return (
        f"From {answer.break_even} on it is no worse than a taxable account even if all of it were taken out at once; before, taxes "
        "and penalties on its growth would make a taxable account the better one."
    )


def _market(answer: WorthAnswer, model: str) -> Uncertain | None:
    return next((each for each in answer.uncertain if each.model == model and each.futures), None)


def _ways(answer: WorthAnswer, width: int) -> list[Line]:
    made = answer.made
    lines = wrapped(
        f"The same take-home money, every way: {whole(answer.ways[0].paid)} put in (today's dollars)",
        width,
        role="title",
    )
    early = f"free at {made.early_age}"
    lines.append(Line(f"  {'':<30}{f'left at {made.spend_age}':>14}{'vs taxable':>14}{early:>16}", "faint"))
    for way in answer.ways:
        if way.name == "none":
            continue
        beside = "" if way.name == AGAINST else whole(way.ahead_by, sign=True)
        mark = "title" if way is answer.ways[0] else ""
        lines.append(Line(f"  {way.called:<30}{whole(way.after_tax):>14}{beside:>14}{whole(way.early):>16}", mark))  # type: ignore[arg-type]
    top = max(int(way.after_tax.cents) for way in answer.ways)
    lines.append(BLANK)
    for way in answer.ways:
        if way.name != "none":
            lines.append(Line(f"  {way.called:<30}{_bar(way, top)}"))
    lines.append(BLANK)
    for way in answer.ways:
        if way.name != "none":
            lines += labelled(way.called, way.says, width, 30, "faint")
    return lines + wrapped(free(answer), width, "  ", "  ", "faint")


def _bar(way: Way, top: int) -> str:
    filled = max(int(way.after_tax.cents), 0) * _BAR // top if top else 0
    return "#" * filled + "-" * (_BAR - filled)


def _uncertain(answer: WorthAnswer, width: int) -> list[Line]:
    lines = wrapped(
        f"If markets go otherwise: ahead of a taxable account at {answer.made.spend_age} by", width, role="title"
    )
    lines.append(Line(f"  {'':<34}{'1 in 10 below':>14}{'middle':>13}{'1 in 10 above':>14}", "faint"))
    first = answer.ways[0].name
    for found in answer.uncertain:
        spread = found.of(first)
        if spread is None:
            continue
        low, middle, high = (whole(each) for each in (spread.difference_low, spread.difference, spread.difference_high))
        lines.append(Line(f"  {MARKETS[found.model]:<34}{low:>14}{middle:>13}{high:>14}"))
        text = (
            f"{found.futures:,} futures, ahead in {chance(spread.ahead, found.futures)}%; it ends with {whole(spread.low)} to "
            f"{whole(spread.high)}, middle {whole(spread.middle)}"
        )
        lines += wrapped(text, width, "    ", "    ", "faint")
    text = "Every way meets the same futures, so the difference is that of the ways, not of luck."
    return lines + wrapped(text, width, "  ", "  ", "faint")


def _sensitivity(answer: WorthAnswer, width: int) -> list[Line]:
    """Each assumption with both answers, and where they lie between the least and the most of all; `|` is the answer as assumed."""
    lines = wrapped("What moves the answer most (ahead of a taxable account by)", width, role="title")
    ends = [int(each.cents) for moved in answer.sensitivity for each in (moved.ahead_low, moved.ahead_high)]
    base = int(answer.ways[0].ahead_by.cents)
    least, most = min([*ends, base]), max([*ends, base])
    for moved in answer.sensitivity:
        low, high = moved.low.removesuffix(".00"), moved.high.removesuffix(".00")
        text = f"{whole(moved.ahead_low)} if {low}, {whole(moved.ahead_high)} if {high}"
        lines += labelled(moved.what, text, width, 34)
        bar = _between(int(moved.ahead_low.cents), int(moved.ahead_high.cents), base, least, most)
        lines.append(Line(f"  {'':<34}{bar}", "faint"))
    scale = f"from {whole(Money(least))} to {whole(Money(most))}; | is the answer as assumed"
    return lines + wrapped(f"The bars run {scale}.", width, "  ", "  ", "faint")


def _between(one: int, other: int, base: int, least: int, most: int) -> str:
    """A stretch of a scale of some characters."""

    def at(value: int) -> int:
        return (value - least) * (_BAR - 1) // (most - least) if most > least else 0

    low, high, middle = at(min(one, other)), at(max(one, other)), at(base)
    marks = ["#" if low <= place <= high else "-" for place in range(_BAR)]
    marks[middle] = "|"
    return "".join(marks)


def _path(answer: WorthAnswer, width: int) -> list[Line]:
    lines = wrapped("What goes in, year by year (dollars of that year)", width, role="title")
    paid = [year for year in answer.years if int(year.after_tax.cents) > 0]
    shown = paid if len(paid) <= 8 else [*paid[:5], *paid[-2:]]
    for at, year in enumerate(shown):
        if at and year.year != shown[at - 1].year + 1:
            lines.append(Line("  …"))
        mark = "" if year.status != "projected" or answer.made.yearly_amount is not None else "  PROJECTED limit"
        lines.append(Line(f"  {year.year}  age {year.age}  {whole(year.after_tax):>10}{mark}"))
    return lines


def _assumed(answer: WorthAnswer, width: int) -> list[Line]:
    head = "Assumed (* as you say; each is changed by its name in [outlook] of your file)"
    lines = wrapped(head, width, role="title")
    for each in answer.assumed:
        name = f" ({each.name})" if each.name in OutlookFile.model_fields else ""
        lines += wrapped(f"{'*' if each.stated else '-'} {each.says}{name}", width, "  ", "    ")
    return lines
