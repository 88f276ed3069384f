"""What a unit cannot say alone: which money a plain "after-tax" is, from when, for whom, under which condition, ticked or not."""

from __future__ import annotations

import itertools
import re
from datetime import date
from functools import lru_cache

from megaroth.reader import boxes, handbook, names
from megaroth.reader.amended import without_old_text, without_old_texts
from megaroth.reader.asked import ANSWER, ASKED_APART, ASKED_TO_CONVERT, ASKS_TO_CONVERT, YES, fits, knows_no_roth
from megaroth.reader.beside_roth import UNDER_THE_DEFERRAL_LIMIT, tell_added, tell_own_terms, tell_third_items
from megaroth.reader.clauses import ROLLOVER, without_rollovers
from megaroth.reader.conditions import CONDITIONS, NO_CONDITION
from megaroth.reader.genre import is_general, is_template
from megaroth.reader.old_columns import tell_old_columns
from megaroth.reader.pattern import Pattern
from megaroth.reader.sources import EITHER, is_no_roth, resolved, tagged
from megaroth.reader.taken import denied
from megaroth.reader.told_apart import is_roth_in_disguise, told_apart
from megaroth.reader.units import Unit
from megaroth.reader.when import SAME_DATE, SINCE, UNTIL, iso
from megaroth.reader.whom import NAMED_PART, PEOPLE_OF, SCOPE, besides, of_the_title, scope_of
from megaroth.reader.words import all_plain, plain

_FOR_IT = Pattern(
    r"^(?:they|these(?: contributions| amounts| savings)?|such contributions)(?= (?:are|may|can|will|do|cannot)\b)|^(?:they|these|those|this|that|it)(?= (?:(?:was|were|is|are|has been|have been) (?:then |all )?(?:discontinued|stopped|ended|closed|eliminated|frozen|abolished|phased out|done away with)|ended|stopped|ceased|came to an end)\b)|(?<=pull )(?:it|them)(?= out\b)|(?<=have )(?:it|them)(?= (?:switched|moved|converted|changed|rolled|turned)\b)|\b(?:that|this) (?:kind|sort|type) of (?:contributions?|savings?|money)\b|^it(?= (?:can|may) be (?:withdrawn|taken|converted)\b)|\b(?:this|that) money\b|(?<=withdraw )(?:it|them)\b|(?<=withdraw from )(?:it|them)\b|(?<=part of )(?:it|them)\b|(?<=all of )(?:it|them)\b|(?<=take )(?:it|them)(?= out\b)|(?<=draw )(?:it|them)(?= out\b)|(?<=cash )(?:it|them)(?= out\b|\b)|(?<=roll )(?:it|them)(?= (?:out|over)\b)|(?<=get )(?:it|them)(?= (?:out|back)\b)|(?<=ask for )(?:it|them)(?= to be paid\b)|(?<=have )(?:it|them)(?= paid\b)|(?<=some of )(?:it|them)\b|(?<=any of )(?:it|them)\b|(?<=convert )(?:it|them)\b|(?:(?<=moves )|(?<=sweeps )|(?<=converts )|(?<=transfers )|(?<=rolls ))(?:it|them)(?=(?: over)? (?:in)?to\b)|(?<=contribute )(?:it|them)\b|(?<=add to )(?:it|them)\b|(?<=you elect )(?:these|them)\b|(?<=may elect )(?:these|them)\b|(?<=you make )(?:these|them)\b|(?<=may make )(?:these|them)\b|(?<=can make )(?:these|them)\b|\b(?:these|those|such) (?:contributions?|amounts|funds|dollars|savings)\b",
    "it", "money", "such", "them", "these", "they", "those",
)  # fmt: skip

_ASKED_OF_IT = Pattern(r"\b(make|makes|making|withdraw|convert|stop|change|start) (?:them|these|those)\b")
_KIND_ASKED = Pattern(r"@(?:pre|roth|at|amb)\b", "@")
_THESE = Pattern(r"^(?:these|those|such) (?:contributions|savings)\b", "these", "those", "such")

_BARE_ROTH = Pattern(
    r"^\W*(?:\d[.)] )?(?:Designated )?R(?:oth|OTH)(?: 401\(k\)| 403\(b\))?(?: (?:contributions?|deferrals?|option))?\W*$",
    flags=re.I,
)
_TAXED_PAY = Pattern(r"\bafter-tax (?:dollars|money|pay|income)\b", "after-tax")
"""`Contribute after-tax dollars`, below the bare heading `Roth`: what Roth is, and no money of its own."""


_BESIDE_SAVING = Pattern(
    r"\b(?:insurance|premiums?|medical|dental|disability|gym|discounts?|stock purchase|espp|commuter|parking|fsa|hsa|529)\b"
)
"""What is paid after tax beside the plan says nothing of what goes into it."""
_TURNED_INTO = Pattern(
    r"\bconver\w* [^.;]{0,40}@pre\b[^.;@]{0,30} (?:to|into) (?:an? |your )?(?:after-tax|@true)\b", "conver"
)
"""What pre-tax money is converted to is Roth, whatever it is called."""


OTHER_SUBJECT = Pattern(
    r"^(?:(?:the|your|an?|any|our|each|company|employer|this) )*(?:match\w*|iras?|rollovers?|loans?|pension|profit[- ]sharing|bonus\w*|brokerage)\b",
    "match", "ira", "rollover", "loan", "pension", "profit", "bonus", "brokerage",
)  # fmt: skip
"""`The match is made each quarter. It …`, below a title on after-tax money."""


def _other_money_in(text: str) -> str:
    """A sentence on `them` without the money that they become, or are."""
    text = _CONVERT_THEM.sub(" ", text.replace("@roth ira", ""))
    return text.replace("@at", "") if _THESE.match(text) else text


_CONVERT_THEM = Pattern(
    r"\b(?:convert|move|roll|turn|change)\w* (?:it|them|this money|these)(?: over)? (?:in)?to (?:an? |your |the |their )?@roth\b",
    "to @roth",
    "@roth",
)


def _was_ended(spoken: list[Unit]) -> bool:
    """Whether "after-tax" contributions were ended in a plan that has Roth: so they were none."""
    return any(
        "@roth" not in unit.norm and denied(_OF_ROLLOVERS.sub(" ", unit.norm.replace("after-tax", "@at"))) == "frozen"
        for unit in spoken
        if "after-tax contribution" in unit.norm and unit.kind != "question"
    )


_OF_ROLLOVERS = Pattern(r"\brollover (?:after-tax|@at)\b|\b(?:after-tax|@at) rollover", "rollover")
_NOT_ROTH = Pattern(
    r"\bafter-tax\b(?: (?:contributions?|money|savings|dollars|option|account))?[^.;@]{0,30}\b(?:is|are) nonroth\b",
    "nonroth",
)


WHOLE = 150
"""So many sentences are a description of the plan and no excerpt."""


class Document:
    """The units of one document, prepared; `open_after_tax` where its "after-tax" could be either."""

    def __init__(self, units: list[Unit], today: date) -> None:
        self.units = units
        self.today = today
        self.own_date = ""
        """The day that it bears, once that is known."""
        self.doubts: list[str] = []
        self._tag()
        self.text = "\n".join(unit.norm for unit in units)
        self.has_roth = any("@roth" in unit.norm for unit in units if unit.kind != "contents")
        self.template = is_template(units)
        self.general = is_general(units)
        self.follows: dict[int, str] = {}
        self._placed: set[int] = set()
        self._parts: dict[str, bool] = {}
        self.for_whom = of_the_title([unit.norm for unit in units if unit.kind == "heading"])
        groups = SCOPE.within(self.text)
        named = {found[1].rstrip("s") for unit in units for found in groups.finditer(unit.norm)}
        self.of_one_group = bool(named) and not besides(named, self.for_whom)
        self._ticks()
        self._questions_for_it()
        self._answers()
        self._words_for_it()

    # --- tags

    def _tag(self) -> None:
        self._open_lists()
        tell_old_columns(self.units)
        leads: dict[str, str] = {}
        whole = (unit.raw if unit.rest is None else f"{unit.raw} {unit.rest.raw}" for unit in self.units)
        texts = without_old_texts(all_plain(whole))
        self.mixed = handbook.is_mixed(
            [text for unit, text in zip(self.units, texts, strict=True) if unit.kind != "contents"]
        )
        said = [n for n, text in enumerate(texts) if not self.mixed or handbook.of_savers(text)]
        self.names = names.given([self.units[n] for n in said], [texts[n] for n in said])
        for unit, text in zip(self.units, texts, strict=True):
            if unit.heads and "after-tax" in text and _BARE_ROTH.match(unit.heads[0]):
                text = _TAXED_PAY.sub("@basis", text)
            unit.norm = tagged(names.plainly_named(text, self.names))
            if unit.lead and unit.lead not in leads:
                leads[unit.lead] = tagged(names.plainly_named(without_old_text(plain(unit.lead)), self.names))
        if self.mixed:
            handbook.tell_taxed_apart(self.units, texts)
        tell_third_items(self.units)
        tell_added(self.units)
        tell_own_terms(self.units)
        spoken = [unit for unit in self.units if unit.kind != "contents"]
        none = knows_no_roth(spoken)
        roth = any("@roth" in unit.norm for unit in spoken) and not none
        if any(_TURNED_INTO.search(unit.norm) for unit in spoken):
            for unit in spoken:
                unit.norm = unit.norm.replace("@true", "after-tax")
        strong = any(
            "@true" in unit.norm
            and not ROLLOVER.search(without_rollovers(unit.norm))
            and (unit.kind != "question" or ASKED_TO_CONVERT.match(unit.norm) or ASKED_APART.search(unit.norm))
            for unit in spoken
        )
        # An "after-tax" that shares the limit on deferrals, or catches up, is Roth in a text that never says Roth.
        disguised = not none and any(
            UNDER_THE_DEFERRAL_LIMIT.search(unit.norm)
            for before, unit in itertools.pairwise([*spoken[:1], *spoken])
            if "after-tax" in unit.norm or ("after-tax" in before.norm and "limit" in unit.norm)
        )
        disguised = disguised or (not roth and not none and is_roth_in_disguise(spoken))
        # A whole description that knows no Roth means it plainly; a page or two, where it is more than one of two ways to be taxed.
        plainly = len(spoken) > WHOLE or any(
            "after-tax" in EITHER.sub(" ", unit.norm) and not _BESIDE_SAVING.search(unit.norm)
            for unit in spoken
            if "after-tax" in unit.norm
        )
        strong = strong or any(_NOT_ROTH.search(unit.norm) for unit in spoken)
        strong = strong or any(
            asked.kind == "question" and ASKS_TO_CONVERT.match(asked.norm) and YES.match(unit.norm)
            for asked, unit in itertools.pairwise(spoken)
        )
        strong = strong or (
            not disguised
            and any(
                is_no_roth(f"{leads.get(unit.lead, '')} {unit.norm}") or "@mega" in unit.norm
                for unit in spoken
                if unit.kind != "question"
            )
        )
        strong = strong or (roth and not disguised and (_was_ended(spoken) or told_apart(spoken)))
        self.after_tax_is_true: bool | None = True if strong or (plainly and not (roth or disguised)) else None
        heads: dict[str, str] = {}
        for unit in self.units:
            for head in unit.heads:
                if head not in heads:
                    heads[head] = resolved(tagged(names.plainly_named(plain(head), self.names)), self.after_tax_is_true)
        for unit in self.units:
            near = heads[unit.heads[0]] if unit.heads else ""
            under_roth = (
                unit.kind != "question"
                and "@roth" in near
                and "@at" not in near
                and "@pre" not in near
                and not re.search(r"conver|roll|transfer|in-plan|\bira\b|\bmax(?:ed|ing)?\b|\blimit|\breach", near)
            )
            unit.norm = resolved(unit.norm, None if under_roth else self.after_tax_is_true)
        self.heads = heads
        self.leads = {lead: resolved(text, self.after_tax_is_true) for lead, text in leads.items()}

    def _open_lists(self) -> None:
        """Lines without bullets after a colon complete it like items, as long as each ends open, as in `three ways: A; B; and C`."""
        for before, unit in itertools.pairwise(self.units):
            if unit.kind != "sentence" or unit.lead or unit.cell or before.cell or abs(unit.page - before.page) > 1:
                continue
            if before.raw.endswith(":") and before.kind in ("sentence", "heading"):
                unit.lead = before.raw
            elif (
                before.lead
                and before.kind == "sentence"
                and before.raw.endswith((";", ",", "; and", "; or", ", and", ", or"))
            ):
                unit.lead = before.lead

    def norm_of(self, raw: str) -> str:
        """Words that are no unit of the document, made fit for matching like its own."""
        return resolved(tagged(names.plainly_named(plain(raw), self.names)), self.after_tax_is_true)

    def lead_of(self, unit: Unit) -> str:
        """The lead-in of a unit, tagged."""
        return self.leads.get(unit.lead, "")

    def heads_of(self, unit: Unit, most: int = 4) -> str:
        """The headings above a unit, tagged, nearest first."""
        return " < ".join(self.heads[head] for head in unit.heads[:most])

    def heading(self, unit: Unit) -> str:
        """The heading above a unit, and the one above that where the first is a question or only a short sentence."""
        if not unit.heads:
            return ""
        first = self.heads[unit.heads[0]]
        if not unit.heads[0].endswith((".", "?")):
            return first
        above = next((head for head in unit.heads[1:] if not head.endswith("?")), "")
        return f"{first} < {self.heads[above]}" if above else first

    def full(self, unit: Unit) -> str:
        """A unit with its lead-in."""
        lead = self.lead_of(unit)
        return f"{lead} {unit.norm}" if lead else unit.norm

    # --- what surrounds

    def place(self, unit: Unit, said: str = "") -> None:
        """Find out from when a unit holds and for whom: done for units that claim something, once; `said`: the part that claims it."""
        if id(unit) in self._placed:
            return
        self._placed.add(id(unit))
        text = said or unit.norm
        near = self.heads[unit.heads[0]] if unit.heads else ""
        if since := SINCE.search(text) or (SINCE.search(near) if near else None):
            unit.since = iso(since)
        unit.since = unit.since or self._since_before(unit) or self._since_above(unit)
        if until := UNTIL.search(_WAS.sub("", text)):
            unit.until = iso(until)
            if unit.until < unit.since and not SINCE.search(text):
                unit.since = (
                    ""  # `(Until December 31, the match is …)` below a heading that says from when the new one is
                )
        elif near and not unit.since and _HOW_IT_WAS.match(near):
            unit.until = _LONG_AGO
        unit.scope = self._part_of(unit) or scope_of(text, near, self.lead_of(unit))

    def _since_above(self, unit: Unit) -> str:
        """A day to come that a lead-in or a heading further up names: what stands below holds from then on at the earliest."""
        for text in (self.lead_of(unit), *(self.heads[head] for head in unit.heads[1:])):
            if "20" in text and (since := SINCE.search(text)) and iso(since) > self.today.isoformat():
                return iso(since)
        return ""

    def _since_before(self, unit: Unit) -> str:
        """`On the same date`, or `will` under a heading of which a sentence before names a day to come: from that day."""
        same = bool(SAME_DATE.search(unit.norm))
        if (not same and " will " not in unit.norm) or unit not in self.units:
            return ""
        place = self.units.index(unit)
        for before in reversed(self.units[max(0, place - 8) : place]):
            if SAME_DATE.search(before.norm):
                self.place(before)
            since = before.since
            if not since and (date := SINCE.search(before.norm)):
                since = iso(date)
            if since and (same or (before.heads == unit.heads and since > self.today.isoformat())):
                return since
        return ""

    def _part_of(self, unit: Unit) -> str:
        """The part of the plan that a unit, its row or a heading above it names; empty where they name none or several."""
        for text in (unit.raw, unit.lead, *unit.heads):
            if len(text) < 400 and (named := {each[1].lower() for each in NAMED_PART.finditer(text)}):
                name = named.pop()
                return name if not named and self._is_part(name) else ""
        return ""

    def _is_part(self, name: str) -> bool:
        if name not in self._parts:
            people = re.compile(PEOPLE_OF.format(re.escape(name)), re.I)
            self._parts[name] = any(people.search(unit.raw) for unit in self.units if unit.kind != "contents")
        return self._parts[name]

    def _ticks(self) -> None:
        title = ""
        for unit in self.units:
            if unit.ticked is None and unit.kind != "contents" and not _SELECT.match(unit.norm):
                numbered = unit.kind == "sentence" and unit.raw[:1].isdigit() and _NUMBERED_TITLE.match(unit.raw)
                title = unit.raw if numbered else ""
                self.heads.setdefault(title, unit.norm)
            elif title and unit.ticked is not None and unit.kind == "item" and title not in unit.heads:
                unit.heads = (title, *unit.heads)
            if unit.ticked is not None:
                continue
            if boxes.is_ticked(unit.raw) or boxes.is_ticked(_before_label(unit.raw)):
                unit.ticked = True
            elif boxes.is_unticked(unit.raw):
                unit.ticked = False

    def _answers(self) -> None:
        """`Can I …? Yes.`: the answer takes the question along, and is quoted with it."""
        for place, unit in enumerate(self.units[1:], 1):
            asked = self.units[place - 1]
            if asked.kind != "question" or abs(unit.page - asked.page) > 1:
                continue
            self.follows[id(unit)] = asked.norm
            kind = self.lead_of(unit).rpartition(" | ")[2] if unit.cell and " | " in unit.lead else ""
            if re.search(r"@(?:pre|roth)\b|\bmatch", kind) and "@at" not in kind:
                continue  # a column of other money; `tables` reads the one of after-tax money
            if (answer := ANSWER.match(unit.norm)) and fits(asked.norm, unit.norm):
                unit.answer_to = asked.norm
                unit.norm = ("yes" if answer["yes"] else "no") + unit.norm[answer.end() :]

    def _questions_for_it(self) -> None:
        """`Who may make them?`, where the question before asked of after-tax contributions and of nothing else."""
        asked = ""
        for unit in self.units:
            if unit.kind != "question":
                continue
            if "@" not in unit.norm and asked:
                unit.norm = _ASKED_OF_IT.sub(r"\1 @at contributions", unit.norm)
            kinds = set(_KIND_ASKED.findall(unit.norm))
            asked = unit.norm if kinds == {"@at"} and "match" not in unit.norm else ""

    def _words_for_it(self) -> None:
        """`They`, `these contributions`, `this money`: after-tax money, where the sentence before spoke of nothing else."""
        for before, unit in itertools.pairwise(self.units):
            if (
                "@" in _other_money_in(unit.norm)
                or unit.kind not in ("sentence", "item", "cell")
                or abs(unit.page - before.page) > 1
            ):
                continue
            head = next((text for each in unit.heads[:2] if "@" in (text := self.heads[each])), "")
            only = [
                text
                for text in (before.norm, head)
                if "@at" in text and not re.search(r"@(?:pre|amb)|catch-up|(?<!not )match", text)
            ]
            if not only or (before.norm != only[0] and ("@" in before.norm or OTHER_SUBJECT.match(before.norm))):
                continue
            if (
                before.norm in only
                and "@roth" in before.norm
                and not re.search(r"@roth(?: \w+)?[^.;]{0,40}@at", before.norm)
            ):
                continue
            unit.norm = _FOR_IT.sub("@at contributions", unit.norm, count=2)

    @staticmethod
    def is_title(unit: Unit) -> bool:
        """Whether a unit is the first cell of a row, that only says what the others are about."""
        first = unit.cell is not None and unit.cell[2] == 0
        return first and len(unit.raw.split()) < 8 and not unit.raw.endswith(".")

    def is_condition(self, unit: Unit, besides: Pattern | None = None) -> bool:
        """Whether a unit only says what would be if the plan allowed it; `besides`: what is no condition here."""
        text = without_rollovers(self.full(unit))
        return _is_condition(besides.sub("", text) if besides else text)

    def decides(self, unit: Unit) -> bool:
        """Whether a sentence can decide: not in a form or an article, but where it tells what *your* agreement says."""
        return not (self.template or self.general) or bool(not self.general and _YOUR_AGREEMENT.search(unit.norm))

    def is_rollover(self, unit: Unit) -> bool:
        """Whether a unit speaks of money from elsewhere, and not only of it beside after-tax contributions."""
        head = self.heads[unit.heads[0]] if unit.heads else ""
        lead = self.lead_of(unit) if unit.cell or unit.ticked else ""
        return bool(ROLLOVER.search(without_rollovers(unit.norm))) or any(
            "rollover" in each and "in-plan" not in each for each in (head, lead)
        )

    def current(self, unit: Unit) -> bool:
        """Whether what a unit says holds today, by the dates it names."""
        today = self.today.isoformat()
        return not (unit.until and unit.until < today and not unit.since) and not (unit.since and unit.since > today)


@lru_cache(maxsize=2**12)
def _is_condition(text: str) -> bool:
    """Rules on many terms ask it of the same sentence."""
    text = NO_CONDITION.sub("", text)
    return any(condition.search(text) for condition in CONDITIONS)


_YOUR_AGREEMENT = Pattern(
    r"\byour (?:adoption agreement|employer's adoption agreement|plan's adoption agreement) (?:permits|allows|provides|says|does not|elects|has)",
    "adoption agreement",
)
_NUMBERED_TITLE = Pattern(r"^\d{1,2}\.\d{1,2} [A-Z][^.;:%$]{3,70}\.$")
"""`5.02 Roth Contributions.` on a line of a form: the boxes on the lines below it speak of that."""
_LONG_AGO = "1900-01-01"
_HOW_IT_WAS = Pattern(
    r"^\W*(?:(?:what|how) it (?:was|used to be|worked before)|how it used to work|what (?:we|you) had(?: before)?|as it was|(?:the )?(?:old|former|prior|previous) (?:rules?|design|provisions?|terms|formula)|(?:for )?(?:history|historical reference))\b[^.;:%]{0,40}$",
    "it was", "used to", "before", "had", "old", "former", "prior", "previous", "histor",
)  # fmt: skip
"""`What it was (for reference)`, above what holds no more."""
_WAS = Pattern(
    r"\((?:it |this |that |which |the (?:rate|limit|cap) )?(?:was|were|used to be|had been) [^()]*\)|\(\d[\d.]*% (?:before|until|through|prior to|up to) [^()%]*\)",
    "% before", "% until", "% through", "% prior", "% up", "(was", "(were", "(it ", "(this ", "(that ", "(which ", "(the ", "(used", "(had",
)  # fmt: skip
"""`(it was 8% through 2023)`, `6% (5% before July 2022)`: not what the sentence says ends there."""
_SELECT = Pattern(
    r"^\(?(?:select|check|choose) one\b",
    "check one", "choose one", "select one",
)  # fmt: skip
_LABELLED = Pattern(r"\s([xX])\s+(?=\(?[a-z0-9]{1,2}[.)]\s)", " x ", " X ")


def _before_label(raw: str) -> str:
    found = _LABELLED.search(raw)
    return raw[found.start() + 1 :] if found else ""
