"""A match that has ended: from which day there is none, and what was told of it before."""

from __future__ import annotations

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.when import DATE, DATES, iso

_PERIODS = r"(?:(?:for|in|with respect to) (?:any |all |each )?(?:(?:payroll|pay|plan|calendar|later|fiscal) )*(?:periods?|years?|dates?|paychecks?|payrolls?|compensation|deferrals?|contributions?)(?: (?:made|paid|earned|withheld|beginning|starting|commencing|ending|dated))* )?"
_FROM_THEN = r"(?:on (?:or|and) after|from and after|after|as of|effective(?: as of)?|from|beginning(?: on| with)?|starting(?: on| with)?|since)"
_FROM_A_DAY = Pattern(
    rf",? ?\b{_PERIODS}{_FROM_THEN}(?: (?:the )?(?:close of (?:business )?on|payroll (?:of|dated)|pay date of))? {DATE}(?! (?:and|but|until|through|to)\b),?",
    "after", "as of", "effective", "from", "beginning", "starting", "since",
)  # fmt: skip
_FROM_THAT_DAY = Pattern(
    r"^(?:(?:on and |from and )?after|from|as of|beginning(?: on)?|starting(?: on)?) that (?:date|day|time|payroll|point)(?: on| onwards?)?,? |^thereafter,? ",
    "that ", "thereafter",
)  # fmt: skip


def without_its_day(document: Document, place: int, text: str) -> tuple[str, str]:
    """A sentence without the day from which it holds, and that day where it has come; the sentence as it is where there is none."""
    today = document.today.isoformat()
    if (found := _FROM_A_DAY.search(text)) and (day := iso(found)) <= today:
        return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split()).replace(" .", "."), day
    if that := _FROM_THAT_DAY.match(text):
        for unit in reversed(document.units[max(0, place - 4) : place]):
            if named := list(DATES.finditer(unit.norm)):
                day = iso(named[-1])
                return (text[that.end() :], day) if day <= today else (text, "")
    return text, ""


_TOLD = Pattern(
    r"\b(?:we|you|they|it|notice|letter|company|employer|plan|sponsor)\b[^.;]{0,60}\b(?:told|informed|notified|advised|announced|wrote|were told|had said|said)\b[^.;%]{0,20}\bthat\b[^.;%]{0,60}\b(?:would|was|were|had|could)\b",
    "told", "informed", "notified", "advised", "announced", "wrote", "said",
)  # fmt: skip


_WAS_SO = Pattern(
    r"^(?:through|until|up to|up until|before|prior to) (?:the end of )?(?:last year|this year|now|(?:[a-z]+ \d{1,2}, )?20\d\d),? (?:the |our )?[a-z&.]+(?: [a-z&.]+)? (?:also |only )?(?:matched|contributed|gave|added|put in|used to)\b(?!.*\b(?:now|today|since|and still)\b)",
    "through", "until", "up to", "before", "prior to",
)  # fmt: skip


def was_so(text: str) -> bool:
    """`Through last year we matched 50% of the first 6%`: what is no more."""
    return bool(_WAS_SO.match(text))


def was_told(text: str) -> bool:
    """`We told you that the Company would match 100% of …`: what was said then, and not what is so."""
    return bool(_TOLD.search(text))


COULD_BE_LESS = Pattern(
    r"\b(?:could|might|may|would) (?:(?:still|well|then|also) )?(?:receive|get|have|earn|end up with|be (?:credited|left) with|be given) (?:less|a smaller|only a part|fewer)\b",
    " less", "smaller", "a part", "fewer",
)  # fmt: skip
"""`If your savings vary you could get less than 60% of 4% of your pay for the year`: no formula, and no period."""
