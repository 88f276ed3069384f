"""Of when a document is: what it says of itself, or its title. The year of the limits that it gives is told apart."""

from __future__ import annotations

import re

from megaroth.reader import dated_by
from megaroth.reader.amendment_day import is_past, of_amendment
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit
from megaroth.reader.when import DATE, date_in, iso

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_OF = Pattern(
    r"(?:^recorded|effective|as of|updated?|revised|restated|published|posted|reviewed|edited|modified|printed|issued|executed|in effect|edition|dated?|description|version|prepared|revision|rev\.|export(?:ed)?\b|captured|archived|retrieved)(?:[^.]|\b(?:[a-z]|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.|(?<=\d)\.(?=\d)){0,40}?\b((?:19|20)\d\d)\b|^(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2},)? ((?:19|20)\d\d)$"
)
_OF_THE_DOCUMENT = Pattern(
    r"\b(?:document|summary|summaries|description|guide|booklet|handbook|brochure|highlights|overview|notice|edition|version|restate[ds]|revised|updated|published|printed|current as of|information|provisions)\b"
)
_LIMIT_YEAR = Pattern(
    r"(?:\$\d[\d,]+[^.;]{0,40}\b(?:for|in)(?: the)?(?: calendar year| year| plan year)? ?\(?((?:20)\d\d)|(?<!hired )\b(?:in|for) ((?:20)\d\d)\b(?! or )[^.;]{0,80}\$\d|^(?:for|in) (?:calendar |plan |tax )?(?:year )?((?:20)\d\d)(?: they are| these are| the (?:irs )?limits are)?:$|\b((?:20)\d\d) (?:401k|irs|annual|limit|contribution|tax year|calendar year)|\(((?:20)\d\d)(?: limit)?\)|^((?:20)\d\d) [a-z@/ ()-]{2,40}:? \$\d|\b(?:amounts?|figures?|numbers?|limits?|maximums?|rates?)(?: (?:shown|given|listed|stated|here|above|below|on this (?:page|sheet)|in this \w+|are|is|all|those|as of))* (?:for|of|in|as of) ((?:20)\d\d)\b(?! (?:or|and) ))"
)


_PAY_OF_A_YEAR = Pattern(
    r"\b(?:earn|made|wages|paid|pay|compensation)\w*\b[^.;$]{0,50}\$\d[\d,]*[^.;$]{0,40}?\b(?:in|for) (?:20)\d\d\b|\bin (?:20)\d\d (?:is|was|were)\b[^.;]{0,30}\b(?:more|less) than \$[\d,]+"
)
"""What somebody earned in a year is no limit of that year."""
_REVISED = Pattern(
    r"\brev(?:\b|is(?:ed|ion)\b)|\blast (?:[a-z]+ )?(?:modified|reviewed|updated|edited|changed)\b|\bupdated\b|\bedited\b",
    "changed", "edited", "modified", "rev", "updated",
)  # fmt: skip
_REVISED_IN = Pattern(
    r"\b(?:rev(?:\.|ised|ision)?|updated|printed|edition) ?(?:in |on |date)?:? ?(\d{1,2})[/-](?:20)?(\d\d)\b(?!\d|[/-])"
)
"""`Rev. 4/23`: a month and the end of a year."""
_OF_LIMITS = (
    "$",
    "year 20",
    "401k",
    "irs",
    "annual",
    "limit",
    "contribution",
    "(20",
    "amount",
    "figure",
    "number",
    "maximum",
    "rate",
)
_PLAN_YEAR = Pattern(r"\bplan year (20\d\d)\b")
_NOT_ITS_OWN = Pattern(
    r"\b(?:original(?:ly)?|first|former(?:ly)?|initial(?:ly)?) (?:effective|adopted|established|plan)|\bagreement effective\b|\b(?:became|first took|has been in|(?:was|were) (?:first |made )?)(?: ?effect(?:ive)?)\b|\bcommenced\b|\bestablish\w*|\bwill begin\b|\b(?:amended|changed|modified) (?:[a-z]+ ){0,3}to\b|\bhired\b|\b(?:closed|frozen|ended|discontinued|ceased|no longer|no new|suspended)\b|\b(?:was|were) (?:folded|merged|moved|added|transferred|spun)\b"
)
"""Since when there has been a plan, or who was hired when, is not of when the document is."""
_RESTATED = Pattern(
    rf"\brestat\w*(?: [^.;]{{0,90}}?)?\b(?:effective|as of|in effect|on|from|dated?|in)\b[^.;]{{0,30}}?\b(?P<on>{DATE})|\beffective(?: as of)? (?P<of>{DATE})[^.;]{{0,60}}\brestat|\b(?:this (?:summary|document|description|booklet|guide))\b[^.;]{{0,60}}\b(?:effective|as of|in effect)\b[^.;]{{0,30}}?\b(?P<says>{DATE})",
    "restat", "this ",
)  # fmt: skip
_NOT_RESTATED = Pattern(r"\b(?:will|shall|may|before|prior to|until|since|not|if)\b[^.;]{0,40}$")
_PAPERS = "highlights|summary|guide|booklet|handbook|document|description|overview|notice|spd|brochure|page|pages|chapter|section|sheet|leaflet|pamphlet|edition|material|version|memo|newsletter"
_DESCRIBES = Pattern(
    rf"\b(?:reflects?|describes?|summari[sz]es?|explains?|outlines?|sets? (?:out|forth)|covers?|based on|summary (?:of|for)|description (?:of|for)|highlights of|spd (?:of|for))\b[^.;]{{0,80}}\b(?:plan|program|provisions|benefits?|rules|terms|features)\b[^.;]{{0,50}}?\b(?:as (?:it (?:is|was|stands|stood|exists?|existed|reads?)|they (?:are|were|stand)|amended|in effect|in force|restated|of)|in effect|in force|amended)\b[^.;]{{0,25}}?\b(?P<on>{DATE})"
    rf"|\b(?:this|these) (?:highlights|summary|guide|booklet|handbook|document|description|overview|notice|spd|brochure|provisions|page)\b[^.;]{{0,20}}\b(?:is|are|apply|applies|was|were)\b[^.;]{{0,20}}\b(?:for|to) (?:the |our )?plan years? (?:that )?(?:starts?|starting|begins?|beginning|commencing)(?: on)? (?P<of>{DATE})"
    rf"|\b(?:this|these) (?:[a-z]+ )?(?:{_PAPERS})\b(?! (?:for|of) )(?: and [a-z ]{{3,30}})? (?:is|are|was|were|has been|have been)(?: last)? (?:printed|prepared|published|issued|written|revised|updated|reviewed|edited|produced|compiled|current|correct|accurate)(?: [a-z ]{{3,25}}?)??(?: on| in| as of| through)?:? (?P<made>{DATE})",
    "19", "20",
)  # fmt: skip
"""`It describes the Plan as it is on July 1, 2024`."""
_FOR_PLAN_YEAR = Pattern(
    rf"\b(?:{_PAPERS}|disclosures?|statement)\b(?: \([^()]{{2,40}}\))?(?: to [a-z ]{{3,40}}?)?(?: (?:is|are|applies|given|provided|effective))*(?:,| -|:)? (?:(?:for|to|covers|covering|of) )?(?:the |our )?plan year(?: (?:of|from|that|starts|starting|begins|beginning|commencing|on))*:? (?:(?P<month>{_MONTHS}) (?P<day>\d{{1,2}}) ?(?:-|to|through|until) ?)?(?P<to>{DATE})",
    "plan year",
)
"""`Notice for the plan year January 1 - December 31, 2022`, in one of the first lines."""
_OF_ANOTHER = Pattern(
    r"\b(?:your copy of|(?:keep|file|read|use|place|put|store)\b[^.;]{0,25}\bwith|together with|attach\w* to|along with|supplements?|accompan\w+|updates?|modif\w+|changes? (?:to|in)|replac\w+|supersed\w+)\b(?:(?!\bis (?:the|your|our)\b)[^.;]){0,60}\b(?<!is the )(?:summary plan description|spds?|booklet|handbook|guide|summary|edition|smm|ones?)\b[^.;]{0,40}$"
)
"""The date of the booklet that a notice is kept with, or that is replaced, is that booklet's."""
_ITS_OWN = Pattern(
    rf"^\W*(?:this|date of (?:this|the)) (?:spd|summary(?: plan description)?|booklet|guide|document|edition|handbook|page|version|notice|description)(?:'s date| date| is| dated| as of| printed| updated)*\W+(?P<on>{DATE}|(?:{_MONTHS}) (?:19|20)\d\d|\d{{1,2}}/20\d\d)\W*$|^\W*for use in (?:the )?(?:plan )?(?:year )?(?P<used>{DATE})\W*$|^\W*(?:as )?(?:amended|restated)(?: and restated)?(?: (?:through|effective|as of|on|to))+ (?P<amended>{DATE})\W*$",
    "this ", "date of ", "amended ", "restated ", "for use in ",
)  # fmt: skip
"""`This SPD: 1/1/2023`, in a row of facts on the plan."""
_NAME_AND_YEAR = Pattern(r"^[A-Z][\w&'’.]*(?: (?:[A-Z&][\w&'’.]*|of|and)){0,4}, (20\d\d)$", "20")
"""`Exemplar Investments, 2023`, below the title: who made the sheet, and when."""
_AT_THE_END = Pattern(
    rf"(?:^|\. |[,|(\u00b7\u2013\u2014-] ?|\b[a-z]+\.? |\b(?:rev|v|version|edition|no)\.? ?[\d.]+,? )(?P<on>(?:{_MONTHS}) (?:\d{{1,2}}, ?)?(?:19|20)\d\d|(?<=[|(\u00b7\u2013\u2014-] )\d{{1,2}}/\d{{1,2}}/20\d\d|(?<= v\d )\d{{1,2}}/\d{{1,2}}/20\d\d)\)?$",
    "19",
    "20",
)
"""`Exemplar Benefits Communications, March 2024`, on the last lines."""
_LABELLED = Pattern(
    rf"^\W*(?:[^|]{{2,40}} \| )?(?:(?:last|date|page|was|been|faqs?) )*(?:reviewed|refreshed|approved|posted|issued|printed|published|prepared|created|produced|effective|ratified|adopted|signed|dated?|as of|current(?: as of)?|modified|edited|updated|revised)(?: (?:date|on|in|as of|by (?!the irs|congress|law)[a-z. ]{{2,30}}?))*\W+(?P<on>{DATE})\W*$",
    "19", "20",
)  # fmt: skip
"""`Reviewed 4/22/2024`, all of one of the last lines."""
_SIGNED = Pattern(
    rf"^\W*(?:(?:execution|signatures?)\W+)?(?:in witness whereof\b[^.;]{{0,120}}?\b)?(?:(?:the )?(?:adopting |undersigned |plan )*(?:employer|company|sponsor|parties|undersigned) (?:(?:has|have|hereby|duly) )*)?(?:(?:execute[sd]?|sign(?:s|ed)?|agreed|entered into|dated|adopt(?:s|ed)?|done|ratified)(?: (?:and|to|,|this [a-z ]{{3,30}}?(?= (?:at|in|on|as of|effective))))* ?)+(?:at|in|on|as of|by(?! the irs| congress| law)|this|effective)\b[^.;]{{0,60}}?\b(?P<on>{DATE})\W*$",
    "execute", "sign", "agreed", "entered", "dated", "adopt", "done", "ratified",
)  # fmt: skip
"""`Signed at Exemplar City this 4th day of May, 2022`, below an agreement."""
_IN_BRACKETS = Pattern(
    rf"\b(?:summary plan description|summary of (?:plan )?provisions|spd|booklet|handbook|plan (?:summary|highlights|guide))\W+\((?:(?:as )?(?:effective|revised|restated|updated|amended|dated|printed|prepared|issued)(?: (?:and|restated|as of|on|through|effective|in))* |as of )(?P<on>{DATE})\)",
    "description", "provisions", "spd", "booklet", "handbook", "summary", "highlights", "guide",
)  # fmt: skip
"""`… Summary Plan Description (effective July 1, 2024) …`, in a title that ran into the text."""
_BY_INITIALS = Pattern(r"^\W*(?P<letters>[a-z]{2,6})\W{1,3}(?P<on>\d{1,2}/(?:\d{1,2}/)?20\d\d)\W*$", "20")
"""`SMM 3/1/2024`, below a title of which these are the first letters."""
_ONLY_YEAR = Pattern(r"^((?:19|20)\d\d)$", "19", "20")
_KIND = r"(?:guide|summary|edition|booklet|handbook|highlights|disclosure|notice|brochure|overview|enrollment|benefits|provisions|description|spd|plan year|version|newsletter|faqs?|at a glance|snapshot|comparison|fact sheet|quick facts|plan information|bulletin|memo(?:randum)?)"
_TITLE = Pattern(
    rf"\b{_KIND}\b(?:[^.;$%]|(?<=\b[a-z])\.|(?<=\d)\.(?=(?:19|20)\d\d)){{0,40}}?\b((?:19|20)\d\d)\b(?!,? ?(?:-|to|through) ?\d)|\b((?:19|20)\d\d)\b(?:[^.;$%]|(?<=\b[a-z])\.){{0,40}}?\b{_KIND}\b",
    "at a glance", "benefits", "booklet", "brochure", "description", "disclosure", "edition", "enrollment", "faq", "guide", "handbook",
    "highlights", "newsletter", "notice", "overview", "plan year", "provisions", "spd", "summary", "version",
    "glance", "information", "snapshot", "comparison", "fact", "bulletin", "memo",
)  # fmt: skip
_ONLY_DATE = Pattern(rf"^(?:{_MONTHS}) (?:\d{{1,2}}, ?)?(?:19|20)\d\d$", "19", "20")
"""A date alone on its line, on the front page."""
_AT_FIRST_MADE = Pattern(
    r"\b(?:first|originally|initially) (?:printed|published|issued|written|prepared|posted|created|released)\b[^.;]{0,20}?\b(?:19|20)\d\d\b|\b(?:old|earlier|previous|prior|former|superseded) (?:booklet|guide|handbook|spd|summary|edition|version|document)s?\b[^.;]{0,20}\b(?:printed|dated|issued|published|revised|updated)\b[^.;]{0,20}?\b(?:19|20)\d\d\b",
    "19", "20",
)  # fmt: skip
_FROM_WHEN = Pattern(r"effective|as of|in effect|description|version|edition")
_OF_AN_EVENT = Pattern(
    r"\b(?:you|your|we|our|they|who|is|are|was|were|will|shall|may|can|must|has|have|had|since|[a-z]+(?<!restat)(?<!updat)(?<!revis)(?<!publish)(?<!print)(?<!review)(?<!adopt)(?<!amend)ed)\b"
)
"""What happens, or happened, on a day: of when the document is that says nothing."""
_ONLY_DIGITS = Pattern(r"^\W*(?:\d{1,2}[./-]){1,2}20\d\d\W*$", "20")
_MONTH_OF = Pattern(
    rf"\b(?:spring|summer|fall|autumn|winter),? ((?:19|20)\d\d)\b(?! (?:or|and) )|\b(?:{_MONTHS}),? ((?:19|20)\d\d)\b(?! (?:or|and) )|\brev\. ?\d{{1,2}}/((?:19|20)\d\d)"
)


_FROM_THEN = Pattern(
    rf"\b(?:on|effective|starting|beginning|as of|from)(?: (?:on|in|with|from))? {DATE}(?=[^.;]*\b(?:will|we are (?:pleased|changing|adding|moving)|new|changes)\b)"
)
_NEW_FOR = Pattern(
    rf"\b(?:what's new|what is (?:new|changing)|what's changing|changes|news)(?: (?:to|in|with) (?:the|your|our) [a-z0-9]+(?: plan)?)? (?:for|from|on|effective|as of|starting|beginning)(?: on)? {DATE}",
    "19", "20",
)  # fmt: skip
"""`What's new for January 1, 2026`, as a title."""
_NOT_ANNOUNCED = Pattern(
    r"\b(?:hired|born|before|prior to|until|since|after|was|were|became|limits?|vest\w*|if you|who)\b|\$\d"
)
_PERIOD = Pattern(
    rf"\b(?:financial statements|net assets(?: available for benefits)?|supplement\w+ schedules?)\W+(?:as of |at )?(?:{_MONTHS}) \d{{1,2}},? (?:20)\d\d|\b(?:years?|periods?)(?: then)? ended,? (?:{_MONTHS}) \d{{1,2}},? (?:20)\d\d|\b(?:{_MONTHS}) \d{{1,2}},? (?:20)\d\d and (?:20)\d\d\b(?! respectively)",
    " ended", " and 20", "financial statements", "net assets", "schedule",
)  # fmt: skip
_DURING = Pattern(
    r"\b(?:during|for)(?: (?:the )?(?:plan |fiscal |calendar )?years?)? 20\d\d(?= and 20|,? (?:the|each|participant)\b)",
    "during",
    "for ",
)
_YOU = Pattern(r"\byour?\b", "you")
"""Who says `you` to the participants keeps no accounts."""
_ACCOUNTS = Pattern(
    r"\bnet assets available\b|\bnotes to (?:the )?financial statements\b|\bindependent auditor|\bstatements? of changes in\b",
    "net assets", "notes to ", "auditor", "statement",
)  # fmt: skip
_COPYRIGHT = Pattern(
    r"(?:©|\(c\)|\bcopyright) ?(?:[a-z][\w.&'-]* ){0,4}(?:19\d\d ?- ?|20\d\d ?- ?)?(20\d\d)\b", "©", "(c)", "copyright"
)


def dated(document: Document) -> tuple[str, int | None]:
    """From when the document is: an ISO date if it says one, and its year."""
    ended = _end_of_accounts(document, _PERIOD)
    auditors = not _YOU.search(document.text)
    if ended and (auditors or any(_ACCOUNTS.search(unit.norm) for unit in document.units)):
        return ended, int(ended[:4])
    date, year = _dated(document)
    if auditors and (during := _end_of_accounts(document, _DURING)) > date:
        return during, int(during[:4])
    if not date and (known := ended or _copyright(document)):
        return known, int(known[:4])
    return date, year


def _end_of_accounts(document: Document, pattern: Pattern) -> str:
    """The last day, or year, that accounts are of; empty where none is named."""
    ends = {date_in(found[0]) for unit in document.units if "20" in unit.norm for found in pattern.finditer(unit.norm)}
    return max((end for end in ends if end <= document.today.isoformat()), default="")


def _copyright(document: Document) -> str:
    years = {found[1] for unit in document.units[-12:] if (found := _COPYRIGHT.search(unit.norm))}
    return f"{years.pop()}-01-01" if len(years) == 1 else ""


def _dated(document: Document) -> tuple[str, int | None]:
    front = [
        unit
        for unit in document.units
        if unit.page <= 2
        and "undated" not in unit.norm  # `Date: undated (2023+)`: what somebody guessed
        and (unit.kind != "contents" or _ONLY_DATE.match(unit.norm) or _LABELLED.match(unit.norm))
    ][:60]
    limits = _limit_year(document)
    if document.template and (day := _of_form(document, front)):
        return day, int(day[:4])
    if (amended := of_amendment(document)) is not None:
        return amended, int(amended[:4]) if amended else None
    own_days = [said for unit in front if (said := _of_itself(document, unit))]
    if own_days:
        said = _whole(own_days)
        return said, limits or int(said[:4])
    for unit in front:
        if len(unit.raw.split()) < 6 and (said := _in_digits(document, unit)):
            return said, limits or int(said[:4])
    for unit in document.units[-8:]:
        if _REVISED.search(unit.norm) and (said := _of_itself(document, unit) or _in_digits(document, unit)):
            return said, limits or int(said[:4])
    own = {
        date_in(found["on"] or found["amended"] or found["used"])
        for unit in document.units
        if (found := _ITS_OWN.match(unit.norm))
    } - {""}
    if len(own) == 1 and is_past(document, (day := own.pop())[:4]):
        return day, limits or int(day[:4])
    if (
        day := _of_title_in_text(document, front)
        or _described(document)
        or _restated(document)
        or _below(document, _LABELLED, 8)
        or _below(document, _SIGNED, 16)
        or _at_the_end(document)
        or _of_its_number(document)
        or dated_by.below_the_title(document, front)
        or dated_by.year_told(document)
    ):
        return day, limits or int(day[:4])
    titles = {year for unit in front[:14] if (year := _of_title(document, unit))}
    if not titles:
        alone = [found[1] for unit in front[:5] if unit.kind == "heading" and (found := _ONLY_YEAR.match(unit.norm))]
        alone = alone or [found[1] for unit in front[:5] if (found := _NAME_AND_YEAR.match(unit.raw))]
        titles = {int(year) for year in alone if is_past(document, year)}
    if len(titles) > 1:
        return "", None  # two versions in one text
    year = titles.pop() if titles else _plan_year(document)
    if not year and (begins := _of_changes(document, front[:12])):
        return begins, int(begins[:4])
    return (f"{year}-01-01", limits or year) if year else ("", limits)


def _whole(days: list[str]) -> str:
    """The first day; where it is but a year, the first that names more of the same year."""
    first = days[0]
    year_alone = first.endswith("-01-01")
    return (
        next((day for day in days if day[:4] == first[:4] and not day.endswith("-01-01")), first)
        if year_alone
        else first
    )


def _of_title_in_text(document: Document, front: list[Unit]) -> str:
    """The day behind the name of the document, in brackets or behind its initials; empty where none or several are given."""
    days = {date_in(found["on"]) for unit in front if (found := _IN_BRACKETS.search(unit.norm))}
    letters = {"".join(word[0] for word in _WORDS.findall(unit.norm)) for unit in front[:6]} | {"spd", "smm"}
    days |= {
        date_in(found["on"])
        for unit in front[:8]
        if (found := _BY_INITIALS.match(unit.norm)) and found["letters"] in letters
    }
    day = days.pop() if len(days) == 1 else ""
    return day if day and is_past(document, day[:4]) else ""


_WORDS = Pattern(r"\b(?!(?:of|the|and|for|to|in)\b)[a-z][\w'’.-]*")


def _described(document: Document) -> str:
    """The day as of which a document says that it describes the plan; empty where it names none, or several."""
    days = {
        date_in(found["on"] or found["of"] or found["made"])
        for unit in document.units
        if "20" in unit.norm and unit.kind in ("sentence", "item", "heading") and len(unit.raw) < 400
        for found in _DESCRIBES.finditer(unit.norm)
        if not _NOT_RESTATED.search(unit.norm[: found.start()])
    } or {
        _begin_of(found)
        for unit in document.units[:14]
        if "plan year" in unit.norm and len(unit.raw) < 400
        for found in _FOR_PLAN_YEAR.finditer(unit.norm)
    }
    day = days.pop() if len(days) == 1 else ""
    return day if day and is_past(document, day[:4]) else ""


def _begin_of(found: re.Match[str]) -> str:
    """The first day of `the plan year January 1 - December 31, 2022`."""
    end = date_in(found["to"])
    if not found["month"]:
        return end
    month = f"{_MONTHS.split('|').index(found['month']) + 1:02d}"
    return f"{int(end[:4]) - (month > end[5:7])}-{month}-{int(found['day']):02d}"


def _below(document: Document, pattern: Pattern, last: int) -> str:
    """The one day that the last units give all by itself, with no more than a word for what was done then."""
    days = {date_in(found["on"]) for unit in document.units[-last:] if (found := pattern.match(unit.norm))}
    day = days.pop() if len(days) == 1 else ""
    return day if day and day <= document.today.isoformat() and is_past(document, day[:4]) else ""


def _at_the_end(document: Document) -> str:
    """A month that ends one of the last lines, which names who publishes and says nothing."""
    for unit in reversed(document.units[-3:]):
        found = _AT_THE_END.search(unit.norm)
        if found is None or len(unit.raw.rsplit(". ", 1)[-1].split()) > 9 or unit.raw.endswith((".", ":", "?")):
            continue
        text = unit.norm[: found.start("on")].rsplit(". ", 1)[-1]
        if (
            not (_OF_AN_EVENT.search(text) or "limit" in text)
            and (day := date_in(found["on"])) <= document.today.isoformat()
        ):
            return day
    return ""


_NUMBERED = Pattern(
    r"(?:^|[\w.] )\((?:ed\.?|rev\.?|edition|revised|printed)? ?(?P<month>\d{1,2})/(?P<year>20\d\d)\)\W*(?:page \d+)?\W*$|\b(?=[a-z-]*\d)[a-z]{2,5}-?[\da-z-]{1,12} \((?:ed\.?|rev\.?)? ?(?P<month2>\d{1,2})[/-](?P<year2>\d\d)\)\W*$|^\W*(?P<month3>\d{1,2})/(?P<year3>(?:20)?\d\d)\W*$|^\W*(?P<month4>\d{1,2})\.(?P<day4>\d{1,2})\.(?P<year4>\d\d)\W*$",
    "/",
    "-",
    ".",
)
"""`NR-201 (11/24)`, `(Ed. 1/2026)`: a form's number and its month, on the last lines."""


def _of_its_number(document: Document) -> str:
    """The month that stands beside the number of a form at the very end, or alone on the last line; empty where there is none."""
    last = document.units[-4:]
    for before, unit in reversed([*zip([None, *last], last, strict=False)]):
        cut = before is not None and before.norm.endswith(("(ed.", "(rev."))
        found = _NUMBERED.search(f"{before.norm} {unit.norm}" if before and cut else unit.norm)
        if not found or ((found["month3"] or found["month4"]) and unit is not last[-1]):
            continue
        month = found["month"] or found["month2"] or found["month3"] or found["month4"]
        year = f"20{(found['year'] or found['year3'] or found['year2'] or found['year4'])[-2:]}"
        day = f"{year}-{int(month):02d}-{int(found['day4'] or 1):02d}"
        if 1 <= int(month) <= 12 and day <= document.today.isoformat():
            return day
    return ""


def _restated(document: Document) -> str:
    """The day of the last restatement that anything names; not when the plan first began."""
    days = {""}
    for unit in document.units:
        if "20" in unit.norm and unit.ticked is not False and len(unit.raw) < 400:
            text = _AT_FIRST.sub(" ", unit.norm)
            for found in _RESTATED.finditer(text):
                day = date_in(found["on"] or found["of"] or found["says"])
                if not _NOT_RESTATED.search(text[: found.start()]) and is_past(document, day[:4]):
                    days.add(day)
    return max(days)


_ADOPTED = Pattern(
    rf"\b(?:restat\w+|amend(?:ment|ed|s)? and restat\w+|this (?:amendment|adoption agreement|agreement|plan document))\b[^.;]{{0,120}}?\b(?P<on>{DATE})|\beffective(?: date)?\b[^.;]{{0,40}}?\b(?P<of>{DATE})[ ,(-]{{1,3}}(?:the |as |date of )*(?:this |an |a )?(?:amend\w+ and )?restate\w*",
    "restat", "this ",
)  # fmt: skip


def _of_form(document: Document, units: list[Unit]) -> str:
    """From when the restatement holds that a form adopts: a ticked line, or a blank filled in; not when the plan first began."""
    for unit in units:
        whole = unit.norm if unit.ticked is not False and "effective" in f"{unit.norm} {document.lead_of(unit)}" else ""
        text = _AT_FIRST.sub(" ", whole)
        found = _ADOPTED.search(text) if text and not _NOT_ITS_OWN.search(text) else None
        if found and is_past(document, (day := date_in(found["on"] or found["of"]))[:4]):
            return day
    return ""


_AT_FIRST = Pattern(
    rf"\b(?:original|initial|first|former|previous)\w*\b[^.;]{{0,50}}?{DATE}",
    "original",
    "initial",
    "first",
    "former",
    "previous",
)


def _in_digits(document: Document, unit: Unit) -> str:
    """`Rev. 4/23` as ISO; empty where there is none."""
    found = _REVISED_IN.search(unit.norm)
    if not found or not 1 <= int(found[1]) <= 12 or not is_past(document, f"20{found[2]}"):
        return ""
    return f"20{found[2]}-{int(found[1]):02d}-01"


def _of_changes(document: Document, units: list[Unit]) -> str:
    """The day from which what is announced will hold: `On July 1, 2023, the two plans will merge`; empty where several are named."""
    days = {
        iso(found)
        for unit in units
        if unit.kind in ("sentence", "heading") and "20" in unit.norm and not _NOT_ANNOUNCED.search(unit.norm)
        for found in (*_FROM_THEN.finditer(unit.norm), *_NEW_FOR.finditer(unit.norm))
    }
    day = days.pop() if len(days) == 1 else ""
    return day if day and is_past(document, day[:4]) else ""


def _plan_year(document: Document) -> int | None:
    """`Plan year 2026` at the foot of a page; none where several are named."""
    years = {
        found[1]
        for unit in document.units
        if "plan year 2" in unit.norm and len(unit.raw.split()) < 9 and not unit.raw.endswith((".", ":"))
        for found in _PLAN_YEAR.finditer(unit.norm)
    }
    return int(years.pop()) if len(years) == 1 else None


def _of_itself(document: Document, unit: Unit) -> str:
    text = unit.norm
    if _ONLY_DIGITS.match(text) and unit.heads:
        text = f"{document.heads[unit.heads[0]]} {text}"  # `Rev.` and `1/2026`, in two cells
    text = _AT_FIRST_MADE.sub(" ", text)
    found = _OF.search(text)
    if found and _OF_ANOTHER.search(text[: found.start()]):
        return ""
    if not found or unit.ticked is not None or _NOT_ITS_OWN.search(unit.norm):
        return ""
    if re.search(r"\b(?:before|after|until|since|prior to)\b", found[0]):
        return ""  # `claims reviewed after …`
    if re.search(
        r"\b(?:since|before|until|prior to|after|ended|ceased|(?:will|shall|may|to) be(?: amended and)?)\W*$",
        text[: found.start()],
    ):
        return ""
    document.place(unit)
    if len(unit.raw.split()) > 14 and not _OF_THE_DOCUMENT.search(unit.norm):
        return ""  # from when a provision holds, not the document
    if _FROM_WHEN.match(found[0]) and _OF_AN_EVENT.search(text) and not _OF_THE_DOCUMENT.search(text):
        return ""
    year = found[1] or found[2]
    if (unit.kind == "cell" and len(unit.raw.split()) > 12) or "limit" in unit.norm or len(unit.raw) >= 260:
        return ""
    if not is_past(document, year):
        return ""
    said = date_in(found[0])
    return next((date for date in (unit.since, said) if date.startswith(year)), f"{year}-01-01")


def _of_title(document: Document, unit: Unit) -> int | None:
    """The year in a title: `401(k) Enrollment Guide 2026`, `A booklet for members - 2024 edition`."""
    if len(re.findall(r"\w\S*", unit.raw)) > 14 or "limit" in unit.norm or "$" in unit.norm or "hired" in unit.norm:
        return None
    if _ENROLS_WHEN.search(unit.norm):
        return None
    if unit.raw.endswith((".", ":")) and _OF_AN_EVENT.search(unit.norm):
        return None
    found = _TITLE.search(unit.norm) or (_MONTH_OF.search(unit.norm) if unit.kind == "heading" else None)
    year = next((group for group in found.groups() if group), "") if found else ""
    if found and _OF_ANOTHER.search(unit.norm[: unit.norm.rfind(year, 0, found.end())]):
        return None
    return int(year) if year and is_past(document, year) else None


_ENROLS_WHEN = Pattern(
    rf"\benrol\w*(?: (?:period|window|dates?|deadline|begins|runs|is|ends|closes|opens|starts))*\W{{0,3}}(?:from |on )?(?:(?:{_MONTHS}) \d{{1,2}}\b|\d{{1,2}}/\d)|\bnext\b",
    "enrol",
    "next",
)
"""`Open enrollment: October 27 - November 14, 2025` is no title."""


def _limit_year(document: Document) -> int | None:
    years = [
        int(next(group for group in found.groups() if group))
        for unit in document.units
        if "20" in unit.norm and "undated" not in unit.norm and any(word in unit.norm for word in _OF_LIMITS)
        for found in _LIMIT_YEAR.finditer(_PAY_OF_A_YEAR.sub(" ", unit.norm) if "$" in unit.norm else unit.norm)
    ]
    years = [year for year in years if 2000 <= year <= document.today.year + 1]
    return max(set(years), key=lambda year: (years.count(year), year)) if years else None
