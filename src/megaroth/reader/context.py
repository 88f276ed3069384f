"""What a unit cannot say alone: which money a plain "after-tax" is, from when, for whom, under which condition, ticked or not."""

from __future__ import annotations

import re
from datetime import date

from megaroth.reader.units import Unit
from megaroth.reader.words import plain, resolved, tagged

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(_MONTHS)
_DATE = rf"(?:(?:({_MONTH}) (\d{{1,2}}),? ((?:19|20)\d\d))|(?:(\d{{1,2}})/(\d{{1,2}})/((?:19|20)\d\d))|(?:({_MONTH}) ((?:19|20)\d\d))|((?:19|20)\d\d))"
_SINCE = re.compile(
    rf"\b(?:effective(?: date)?(?: as of| from| on| beginning)?|as of|beginning(?: on| in| with)?|starting(?: on| in| with)?|on and after|on or after|since|from)(?: the plan year beginning)?(?: on)?:? {_DATE}"
)
_UNTIL = re.compile(rf"\b(?:before|prior to|until|through|ended? on|up to|no later than) {_DATE}")
_DATES = re.compile(rf"\b{_DATE}")
_CONDITION = re.compile(
    r"\bif (?:the|your|a|this) (?:plan|employer|company|adoption agreement)(?: document| sponsor)?\b"
    r"|\bif (?:so )?(?:permitted|allowed|elected|authori[sz]ed|selected|available|offered|provided|applicable)\b"
    r"|\b(?:to the extent|as|where|unless|only if|when)(?: otherwise)? (?:permitted|allowed|elected|authori[sz]ed|provided|selected|specified)\b(?! by (?:law|the (?:code|irs|internal)|section|applicable))"
    r"|\b(?:plan|employer|sponsor|company|administrator) may (?:permit|allow|elect to|offer|provide|choose to (?:permit|allow))"
    r"|\b(?:under|by) (?:federal|applicable|current|tax) law\b|\bthe (?:law|code|irs) (?:allows|permits|lets)\b|\ba (?:401k )?plan (?:may|can)\b|\b(?:401k )?plans (?:may|can)\b|\bwhether (?:the|your) (?:plan|employer|company)\b|\b(?:some|many|most|certain other|other) (?:401k )?plans\b|\bdepend(?:s|ing) on (?:your|the) plan\b|\bdifferent plans\b"
    r"|\bmay (?:be|become) (?:permitted|allowed|offered|available) in the future|\bis considering\b|\bunder consideration\b|\bproposed\b|\bcheck (?:with|whether|if)\b|\bask (?:your|the)\b[^.]{0,40}\b(?:if|whether)\b"
)
_SCOPE = re.compile(
    r"\b(union|hourly|salaried|puerto rico|collective(?:ly)?[- ]bargain\w*|bargaining unit|local \d+|part-time|seasonal|temporary|interns?|leased|expatriates?|"
    r"hired (?:on or )?(?:before|after|prior to)[^,.;:]{0,25}|rehired|grandfathered|legacy [a-z]+|former (?!employer)[a-z]+ (?:employees|participants)|non-?u\.?s\.?|pilots?|nurses?|physicians|faculty|executives?)\b"
)
_NAMED_PLAN = re.compile(r"\b(plan [a-d1-4]|tier [1-4i]+|group [a-d1-4]|class [a-d1-4]|schedule [a-d1-4])\b(?! year)")
_TICKED = re.compile(
    r"^\s*(?:[☑☒■✓✔🗹🗷⊠\uf0fe\uf078\uf0fd]|\[\s*[xX✓]\s*\]|\(\s*[xX]\s*\)|[xX]\s+(?=\(?[a-z0-9]{1,2}[.)]))"
)
_UNTICKED = re.compile(r"^\s*(?:[☐□🞎▢❏❑\uf06f\uf0a8\uf071]|\[\s*\]|\(\s*\)|_{2,4}\s)")
_BOX = re.compile(r"[☑☒■✓✔🗹🗷⊠☐□🞎▢❏❑\uf0fe\uf078\uf0fd\uf06f\uf0a8\uf071\[(_]")
_ANY_TICK = re.compile(r"[☑☒■✓✔🗹🗷⊠☐□🞎▢❏❑\uf0fe\uf078\uf0fd\uf06f\uf0a8\uf071]|\[\s*[xX✓]?\s*\]")
_YES_NO_BOX = re.compile(
    r"(?P<a>[☑☒■✓✔🗹🗷⊠☐□🞎▢❏❑\uf0fe\uf078\uf0fd\uf06f\uf0a8]|\[\s*[xX✓]?\s*\])\s*(?P<first>yes|no|does not|does|is not|is|are not|are|shall not|shall|will not|will|permitted|not permitted)\b[\s,/]*(?:or )?"
    r"(?P<b>[☑☒■✓✔🗹🗷⊠☐□🞎▢❏❑\uf0fe\uf078\uf0fd\uf06f\uf0a8]|\[\s*[xX✓]?\s*\])\s*(?P<second>yes|no|does not|does|is not|is|are not|are|shall not|shall|will not|will|permitted|not permitted)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"^(yes|no)\b")
_ROLLOVER = re.compile(
    r"\brollovers?\b|\broll(?:ed|ing|s)? (?:over|in)|\bdirect transfer|\bfrom (?:a|an|another|your|the|any) (?:prior|previous|former|other|another|eligible|qualified|tax-qualified)|\btransferred from|\beligible retirement plan"
)


class Document:
    """The units of one document, prepared; `open_after_tax` where its "after-tax" could be either."""

    def __init__(self, units: list[Unit], today: date) -> None:
        self.units = units
        self.today = today
        self._tag()
        self.text = "\n".join(unit.norm for unit in units)
        self.has_roth = any("@roth" in unit.norm for unit in units if unit.kind != "contents")
        self.template = self._is_template()
        self._placed: set[int] = set()
        self._ticks()
        self._answers()

    # --- tags

    def _tag(self) -> None:
        leads: dict[str, str] = {}
        for unit in self.units:
            unit.norm = tagged(plain(unit.raw))
            if unit.lead and unit.lead not in leads:
                leads[unit.lead] = tagged(plain(unit.lead))
        self._third_items()
        spoken = [unit for unit in self.units if unit.kind != "contents"]
        roth = any("@roth" in unit.norm for unit in spoken)
        strong = any(
            "@true" in unit.norm and not _ROLLOVER.search(unit.norm) and unit.kind != "question" for unit in spoken
        )
        self.after_tax_is_true: bool | None = True if strong or not roth else None
        heads: dict[str, str] = {}
        for unit in self.units:
            for head in unit.heads:
                if head not in heads:
                    heads[head] = resolved(tagged(plain(head)), self.after_tax_is_true)
        for unit in self.units:
            near = heads[unit.heads[0]] if unit.heads else ""
            under_roth = "@roth" in near and "@at" not in near and not re.search(r"conver|roll|transfer|in-plan", near)
            unit.norm = resolved(unit.norm, None if under_roth else self.after_tax_is_true)
        self.heads = heads
        self.leads = {lead: resolved(text, self.after_tax_is_true) for lead, text in leads.items()}

    def _third_items(self) -> None:
        """Short items or headings that name pre-tax, Roth and after-tax beside one another."""
        short = [unit for unit in self.units if len(unit.raw.split()) <= 7 and unit.kind in ("item", "heading", "cell")]
        named = [[unit for unit in short if tag in unit.norm and not any(other in unit.norm for other in others)]
                 for tag, others in (("@pre", ("@roth", "after-tax")), ("@roth", ("after-tax",)), ("after-tax", ("@roth", "@pre")))]  # fmt: skip
        if all(named):
            roth_places = {unit.page for unit in named[1]}
            for unit in named[2]:
                if any(abs(unit.page - page) <= 3 for page in roth_places):
                    unit.norm = unit.norm.replace("after-tax", "@true")

    def lead_of(self, unit: Unit) -> str:
        """The lead-in of a unit, tagged."""
        return self.leads.get(unit.lead, "")

    def heads_of(self, unit: Unit, most: int = 4) -> str:
        """The headings above a unit, tagged, nearest first."""
        return " < ".join(self.heads[head] for head in unit.heads[:most])

    def full(self, unit: Unit) -> str:
        """A unit with its lead-in."""
        lead = self.lead_of(unit)
        return f"{lead} {unit.norm}" if lead else unit.norm

    # --- what surrounds

    def _is_template(self) -> bool:
        """Whether it is a form that an employer fills in, or the basic document behind it: its sentences decide nothing."""
        spoken = [unit for unit in self.units if unit.kind not in ("contents", "heading")]
        to_you = sum(bool(re.search(r"\byou\b|\byour\b", unit.norm)) for unit in spoken)
        conditions = sum(
            bool(_CONDITION.search(unit.norm)) and bool(re.search(r"@at|@amb|@roth|conver|withdraw", unit.norm))
            for unit in spoken
        )
        named = sum(
            "adoption agreement" in unit.norm or re.search(r"\baa section", unit.norm) is not None for unit in spoken
        )
        ticks = sum(
            unit.ticked is not None
            or (bool(_ANY_TICK.search(unit.raw)) and not unit.raw.lstrip().startswith(("■", "□")))
            for unit in spoken
        )
        third_person = to_you < 0.15 * max(len(spoken), 1)
        return third_person and (conditions > 0 or named > 1 or ticks > 3)

    def place(self, unit: Unit) -> None:
        """Find out from when a unit holds and for whom: done for units that claim something, once."""
        if id(unit) in self._placed:
            return
        self._placed.add(id(unit))
        text = unit.norm
        near = self.heads[unit.heads[0]] if unit.heads else ""
        if since := _SINCE.search(text) or (_SINCE.search(near) if near else None):
            unit.since = _iso(since)
        if until := _UNTIL.search(text):
            unit.until = _iso(until)
        unit.scope = _scope_of(text, near, self.lead_of(unit))

    def _ticks(self) -> None:
        for unit in self.units:
            if unit.ticked is None and ("x " in unit.raw[:4].lower() or _BOX.search(unit.raw)):
                if _TICKED.match(unit.raw) or _TICKED.match(_before_label(unit.raw)):
                    unit.ticked = True
                elif _UNTICKED.match(unit.raw):
                    unit.ticked = False
            elif unit.ticked is None and _TICKED.match(_before_label(unit.raw)):
                unit.ticked = True

    def _answers(self) -> None:
        """`Can I …? Yes.`: the answer takes the question along, and is quoted with it."""
        for place, unit in enumerate(self.units[1:], 1):
            asked = self.units[place - 1]
            if asked.kind == "question" and _ANSWER.match(unit.norm) and abs(unit.page - asked.page) <= 1:
                unit.answer_to = asked.norm

    def is_condition(self, unit: Unit) -> bool:
        """Whether a unit only says what would be if the plan allowed it."""
        return bool(_CONDITION.search(self.full(unit)))

    def is_rollover(self, unit: Unit) -> bool:
        """Whether a unit speaks of money from elsewhere."""
        return bool(_ROLLOVER.search(unit.norm)) or "rollover" in (self.heads[unit.heads[0]] if unit.heads else "")

    def current(self, unit: Unit) -> bool:
        """Whether what a unit says holds today, by the dates it names."""
        today = self.today.isoformat()
        return not (unit.until and unit.until < today and not unit.since) and not (unit.since and unit.since > today)


def box_choice(raw: str) -> str:
    """`☐ does ☒ does not`: the words that are ticked; empty where there is no such pair or not exactly one tick."""
    found = _YES_NO_BOX.search(raw)
    if not found:
        return ""
    ticks = [bool(re.match(r"[☑☒■✓✔🗹🗷⊠\uf0fe\uf078\uf0fd]|\[\s*[xX✓]\s*\]", found[name])) for name in ("a", "b")]
    if sum(ticks) != 1:
        return ""
    return found["first" if ticks[0] else "second"].lower()


def has_box(raw: str) -> bool:
    """Whether a tick box stands in a text."""
    return bool(_ANY_TICK.search(raw))


def _before_label(raw: str) -> str:
    found = re.search(r"\s([xX])\s+(?=\(?[a-z0-9]{1,2}[.)]\s)", raw)
    return raw[found.start() + 1 :] if found else ""


def _scope_of(text: str, near: str, lead: str) -> str:
    label = re.match(r"^([^.;:]{3,60}?\b(?:plan|employees?|participants?|associates?|members?))\s*(?::| - )", text)
    if (
        label
        and len({each[1] for each in _SCOPE.finditer(label[1])} | {each[1] for each in _NAMED_PLAN.finditer(label[1])})
        > 1
    ):
        return ""
    if label and (found := _SCOPE.search(label[1]) or _NAMED_PLAN.search(label[1])):
        return found[1]
    opening = re.match(r"^(?:if you (?:are|were) (?:an? )?|for |in the case of |only )?([^.;]{0,90})", text)
    if opening and (found := _SCOPE.search(opening[1])):
        return found[1]
    only = re.search(r"\b(?:only|solely|exclusively)\b[^.;]{0,60}", text)
    if only and (inner := _SCOPE.search(only[0])):
        return inner[1]
    for other in (near, lead):
        if len(other) < 110 and (found := _SCOPE.search(other) or _NAMED_PLAN.search(other)):
            return found[1]
    found = _NAMED_PLAN.search(text)
    return found[1] if found else ""


def date_in(text: str) -> str:
    """The first date of a text, as ISO; empty where there is none."""
    found = _DATES.search(text)
    return _iso(found) if found else ""


def _iso(found: re.Match[str], last: bool = False) -> str:
    month, day, year, m2, d2, y2, month3, y3, y4 = found.groups()[-9:]
    if year:
        return f"{year}-{_MONTHS.index(month) + 1:02d}-{int(day):02d}"
    if y2:
        return f"{y2}-{int(m2):02d}-{int(d2):02d}"
    if y3:
        return f"{y3}-{_MONTHS.index(month3) + 1:02d}-01"
    return f"{y4}-01-01"
