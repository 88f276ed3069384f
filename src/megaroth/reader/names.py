"""Names of its own that a document gives to a kind of money: `Class C`, `Supplemental Contributions`, `bucket three`, `under 2.3`.

Where a sentence defines such a name by how the money is taxed, the name is replaced by the plain word everywhere, before
anything is matched. What is quoted stays the document's own.
"""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Unit

TAXED = Pattern(
    r"\bafter-tax\b(?! (?:income|cost|return|yield|value|spouse))|\bnon-?deductible\b|\bnot (?:tax[- ])?deductible\b|\b(?:already )?taxed (?:pay|money|income|earnings|wages|salary|dollars)\b|\b(?:has|have|was|were|is|are|been) (?:already )?(?:been )?taxed\b(?! when)"
    r"|\b(?:on|upon) which (?:[^.;,]{0,40}\b)?(?:tax|taxes)\b[^.;,]{0,30}\b(?:paid|withheld|taken|deducted)|\b(?:on|upon) which (?:you|they|he|she|the \w+) (?:have|has|had) (?:already )?paid[^.;,]{0,25}\btax|\b(?:paid|pay) (?:your |the |income )*tax(?:es)? on (?:this|that|it|them) (?:money |already|first|before|now)"
    r"|\bincludible in [^.;]{0,40}gross income|\bincluded in [^.;]{0,40}(?:gross|taxable) income (?:for the year|when (?:made|contributed|withheld)|in the year)|\bnot (?:excluded|excludable|excludible) from [^.;]{0,30}income"
    r"|\bafter (?:the )?(?:federal |state |income |all |your |and )*tax(?:es)?\b(?! (?:year|season|return|law|reform|deadline|day|is (?:due|filed)))|\b(?:once|when) (?:federal |income )*tax(?:es)? (?:is|are|has been|have been) (?:withheld|taken|deducted|paid|figured)"
    r"|\bpaid (?:your |the |income )*tax(?:es)? on\b|\bnet pay\b|\btake-home pay\b|\b(?:does|do|will) not (?:reduce|lower) (?:your |the |current |participant's )*(?:taxable (?:income|pay|wages)|income tax)|\bnot reducing taxable\b|\bno (?:current )?(?:tax )?deduction\b",
    "tax",
    "deductible",
    "gross income",
    "net pay",
    "take-home",
    "deduction",
)
_NOT_ROTH = Pattern(
    r"\bnonroth\b|\bnot (?:\w+ ){0,4}(?:designated )?roth\b|\bneither [^.;]{0,60}\bnor (?:\w+ ){0,3}roth\b|\bnor (?:\w+ ){0,3}roth\b|\b(?:unlike|other than|confused with|different from|distinct from|apart from|not the same as) (?:\w+ ){0,3}roth\b|\bnot (?:\w+ ){0,3}tax-free\b|\bis no roth\b"
)
_PRE = Pattern(
    r"@pre\b|\bwithout current (?:income )?tax|\bbefore (?:federal |income |any |state )*tax(?:es)?\b|\btax-deferred\b|\breduces? (?:your |the )*(?:taxable|pay on which)|\bnot (?:currently )?taxed\b|\bexcluded from (?:your |current |gross )*income"
)
_BESIDE = Pattern(
    r"\b(?:@pre|roth)\b[^.;]{0,60}\broth\b[^.;]{0,60}\b(?:also|in addition|as well)\b[^.;]{0,60}\bafter-tax\b|\b(?:in addition to|beyond|on top of|besides|over and above)\b[^.;]{0,60}\broth\b[^.;]{0,80}\bafter-tax\b",
    "also", "as well", "besides", "beyond", "in addition", "on top of", "over and above",
)  # fmt: skip
_ROTH = Pattern(r"\broth\b", "roth")
_KIND = r"(?:[Cc]lass|[Bb]ucket|[Tt]ype|[Kk]ind|[Ss]ource|[Oo]ption|[Cc]ategory|[Pp]ot|[Ll]ane|[Bb]asket|[Pp]ocket|[Pp]ool|[Ff]orm|[Tt]ier|[Dd]rawer|[Ll]ayer|[Bb]ox|[Bb]in|[Tt]rack|[Cc]hannel|[Ss]tream|[Ll]evel)"
_ORDINAL = r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[A-Da-d]|[1-4]|I{1,3}|IV|\([a-d1-4]\))"
_NOUN = r"(?:[Cc]ontributions?|[Ss]avings|[Dd]eposits?|[Dd]eferrals?|[Mm]oney|[Aa]mounts?|[Ff]orm|[Oo]ption|[Pp]ayments?|[Ss]hares?|[Ff]unds|[Aa]dditions?|[Dd]ollars)"
_CAPITAL = rf"(?:[A-Z][\w'’/&-]*(?: (?:and|of|or))? ){{1,4}}{_NOUN[:-1]})"
_COINED = rf"(?:{_KIND} {_ORDINAL}(?![\w-])(?: {_NOUN})?|{_CAPITAL})"
_QUOTED = Pattern(r"[\"“]([^\"”“]{2,50}?),?[\"”]", '"', "“")
_MEANS = Pattern(
    r"\b(?:means?|called|calls?|known as|designated|termed|refer(?:red)? to|labell?ed|named|shall be|are|is)\b"
)
_OPENS = Pattern(
    rf"^(?:[\d.]+\W+|\(?[\da-zA-Z]{{1,3}}\) )*(?:Your |The |An? |All )?(?P<name>{_COINED})(?P<how>,? (?:are|is|come|comes|shall|means?|will|go|goes|made|consists?|may be made|taken|paid)\b|: | [-–—] | \()"
)
_WHICH = Pattern(rf"(?P<name>{_COINED}),? (?:which|that) (?:are|is|come|comes|you (?:make|fund))\b")
_BEFORE_BRACKETS = Pattern(rf"(?P<what>[^(),;.]{{5,80}})\((?:the |called )?[\"“]?(?P<name>{_CAPITAL})[\"”]?\)")
_CALLS = ("call", "known as", "designated", "termed", "referred", "named")
_CALLED = Pattern(
    rf"\b(?:called|known as|designated(?: as)?|termed|calls? (?:it|them|those|these|this)|referred to as|named) (?:the |your )?[\"“]?(?P<name>{_COINED})",
    "call it ", "call th", "called ", "calls", "designated ", "known as ", "named ", "referred to as ", "termed ",
)  # fmt: skip
_BEFORE_A_NAME = ("(", ": ", " - ", " – ", " — ", " | ")
_IN_BRACKETS = Pattern(rf"(?P<name>{_COINED}) ?(?:\(|[-–—:|] )(?P<what>[^()]{{0,60}})")
_ACCOUNT = Pattern(
    r"^(?:[\d.]+ |\([a-z\d]+\) )?[\"“](?P<name>[A-Z][\w' -]{3,50} (?:Sub-?)?[Aa]ccount),?[\"”] means\b", "means"
)
_ACCOUNT_HOLDS = Pattern(
    r"^(?:[\d.]+ |\([a-z\d]+\) |[-•*] ?)?(?:Your |The )?(?!Health|Flexible|Dependent|Medical|Brokerage)(?P<name>[A-Z][\w' -]{2,40} (?:Sub-?)?[Aa]ccount)(?:,? (?:which )?(?:holds?|contains?|consists? of|is for|is made up of|records?)|:| [-–—]) (?:the |your |any |all |of )*"
)
"""`Thrift Account — your after-tax contributions`."""
_KEPT_IN = Pattern(
    r"\b(?:kept|held|credited|placed|deposited|recorded|stay|stays|stayed|remain|remains|go|goes|went|are|is)(?: \w+)? (?:in|into|to) (?:your|the|an?|his or her|a separate|their) (?:[\"“](?P<quoted>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})[,.]?[\"”](?: [Aa]ccount)?|(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2} (?:Sub-?)?[Aa]ccount))",
    "ccount",
)
"""`Such contributions are kept in your Voluntary Account.`"""
_SUCH = Pattern(
    r"^(?:such|these|those|they|it|all of it|this money|the money|(?:amounts|contributions|money|balances|deposits) (?:so |already )?(?:contributed|made|saved|paid)|what you (?:had|have|put|saved|paid))\b"
)
_ANY_ACCOUNT = Pattern(
    r"^(?:(?:account|subaccount|plan|savings|retirement|participant|member|individual|employee|contributions?|total|personal|own|trust|401k?|investment|company|employer|match\w*|elective|salary|deferrals?|vested|roth|pre-tax|rollover|tax)s?\W*)+$"
)
_SHORT = Pattern(r"\(\s*(?:the |each,? an? |or |collectively,? )?[\"“']*([A-Z]{2,5}s?)[\"”']*\s*\)")
_OR_SHORT = Pattern(r",? or [\"“]?([A-Z]{2,5}s?)[\"”]?(?=[.,;)])")
_TITLE = Pattern(
    rf"^(?:(?:Section |Article |§ ?)?(?P<number>\d{{1,2}}(?:\.\d{{1,2}})?|[A-Z]|[IVX]+)[.):]?\s+)?(?:The )?(?P<name>{_COINED})\W*$"
)
_ASKS_WHAT = Pattern(
    r"^(?:Q\d*[.:)]? ?|\d+[.)] )?What(?: is|'s|’s| are) (?:an? |the |my )?(?P<name>[\w' -]{1,40}\b(?:[Cc]ontributions?|[Ss]avings|[Dd]eposits?|[Mm]oney|[Aa]ccount|[Bb]ucket|[Ss]ource|[Oo]ption))\?$"
)
_IS = Pattern(
    r"^(?:a\d*[.:] )?(?:it's|it is|they(?:'re| are)|these are|this is|money|an? (?:\w+ )?contribution|contributions)\b"
)
"""`What is a voluntary contribution? It's money from pay that has been taxed.`"""
_ITEM = Pattern(r"^\(?(?P<letter>[A-Da-d1-4])[).]\s")
_BACK = Pattern(
    r"^(?:they|these|those|it|it's|this|that|such|(?:savings|contributions?|money|amounts?|deposits?) (?:in|of|under) this|in this|you (?:pay|give|put|make|fund) (?:it|them|these))\b"
)
_NO_NAMES = frozenset(
    [
        "contribution contributions",
        "employee contributions",
        "employee contribution",
        "your contributions",
        "my contributions",
        "savings",
        "after-tax",
        "taxes",
        "plan contributions",
        "the contributions",
        "company contributions",
        "employer contributions",
        "matching contributions",
        "match",
        "elective deferrals",
        "elective contributions",
        "elective contribution",
        "salary reduction contributions",
        "salary deferral contributions",
        "deferrals",
        "catch-up contributions",
        "rollover contributions",
        "other contributions",
        "basic contributions",
        "total contributions",
        "all contributions",
        "participant contributions",
        "eligible employee contributions",
        "payroll contributions",
        "employee savings",
        "retirement savings",
        "additional contributions",
        "annual contributions",
        "plan savings",
        "member contributions",
        "compensation",
        "pay",
        "net pay",
        "earnings",
    ]
)
_NO_MONEY = Pattern(
    r"^(?:the )?(?:irs|irc|erisa|code|act|law|plan|plans|trust|company|companies|employers?|sponsor|firm|bank|corporation|university|participants?|employees?|members?|associates?|trustee|recordkeeper|administrator|committee|secure.*|qaca|eaca|hces?|nhces?|usd|spd|smm|eligible (?:compensation|pay|earnings)|annual (?:additions?|limit))$"
)
"""What a sentence on after-tax money names as well."""
_OF_MONEY = Pattern(
    r"contribut|saving|deposit|money|amount|deferral|account|dollar|fund|payment|source|pay\b", flags=re.I
)
_TAIL = r"(?: (?:contributions?|savings|deposits?|money|amounts?|deferrals?|funds|dollars))?"
_WEAK = frozenset(
    [
        "employee",
        "participant",
        "member",
        "my",
        "your",
        "personal",
        "savings",
        "basic",
        "plan",
        "company",
        "regular",
        "the",
        "roth",
        "elective",
        "salary",
        "payroll",
    ]
)
PLAIN = {
    "@at": "nonroth after-tax",
    "after-tax": "after-tax",
    "roth": "roth",
    "@pre": "@pre",
    "account": "nonroth after-tax",
}


_WORDS = ("tax", "roth", "gross income", "deductible", "net pay", "@pre")


_VOLUNTARY = re.compile(r"\bvoluntary (?:employee |participant )?contributions?\b")
"""What is short for the voluntary after-tax contributions of a document that knows no other voluntary ones."""
_OTHER_VOLUNTARY = Pattern(
    r"\bvoluntary (?:employee |participant )?(?:@?pre\b|pre-tax|salary|elective|@?roth|deferrals?|tax-deferred|payroll|rollover)|\bvoluntary contributions?,? (?:\(|which |that |means|made (?:on|as))[^.;]{0,40}(?:@pre|pre-tax|roth|deferral)",
    "voluntary",
)


def given(units: list[Unit], texts: list[str]) -> list[tuple[re.Pattern[str], str]]:
    """What to look for and what to put for it: a pattern for each name that the document gives to a kind of money."""
    if not any(TAXED.search(text) for text in texts):
        return []
    found: dict[str, set[str]] = {}
    of_tax = [any(word in text for word in _WORDS) for text in texts]
    for place, unit in enumerate(units):
        if unit.kind in ("contents", "question") or not (
            any(of_tax[place : place + 2]) or _says_yes(units, texts, place)
        ):
            continue
        for name, kind in _defined(units, texts, place):
            found.setdefault(name, set()).add(kind)
    rules = []
    for name, kinds in found.items():
        if "@at" in kinds:
            kinds.discard("after-tax")
        if len(kinds) != 1:
            continue
        kind = kinds.pop()
        if kind == "after-tax" and not _is_roth(name, texts):
            kind = "@at"
        rules.append((_anywhere(name), kind))
    if any("voluntary after-tax" in text for text in texts) and not any(
        _OTHER_VOLUNTARY.search(text) for text in texts
    ):
        rules.append((_VOLUNTARY, "@at"))
    rules += _accounts(units, texts, rules)
    return sorted(rules, key=lambda rule: -len(rule[0].pattern))


def _accounts(
    units: list[Unit], texts: list[str], rules: list[tuple[re.Pattern[str], str]]
) -> list[tuple[re.Pattern[str], str]]:
    """`"Employee Account" means the account to which Voluntary Contributions are credited`: the account of that money."""
    found = []
    for unit, text in zip(units, texts, strict=True):
        if "account" in text and (opens := _ACCOUNT.match(unit.raw)) and "match" not in text and "employer" not in text:
            name = opens["name"].lower()
            said = plainly_named(text[text.find("means") :], rules)
            if ("nonroth after-tax" in said or "voluntary employee contribution" in said) and "@pre" not in said:
                found.append((re.compile(rf"\b{re.escape(name)}s?\b(?= )"), "account"))
    return found


def _kind_of(text: str) -> str:
    """Which money a definition speaks of; empty where that is open."""
    taxed, denied = TAXED.search(text), _NOT_ROTH.search(text)
    if taxed and denied:
        return "@at"
    if "free" in text and re.search(r"\btax[- ]?free\b", text):
        return "roth" if taxed else ""
    if taxed and _BESIDE.search(text):
        return "@at"
    if _ROTH.search(text):
        return "roth" if not denied and not (taxed and _PRE.search(text)) else ""
    if taxed and _PRE.search(text[: taxed.start()]):
        return ""
    if taxed:
        return "after-tax"
    return "@pre" if _PRE.search(text) else ""


def _kept_in(units: list[Unit], texts: list[str], place: int) -> list[str]:
    """The account in which after-tax money is kept, where this sentence or one of the next on the same money says so."""
    found = []
    for at in range(place, min(place + 5, len(units))):
        each = units[at]
        if each.heads != units[place].heads or (at > place and (_ROTH.search(texts[at]) or _PRE.search(texts[at]))):
            break
        kept = _KEPT_IN.search(each.raw)
        if kept is None or not (
            _SUCH.match(texts[at]) if at > place else TAXED.search(each.raw[: kept.start()].lower())
        ):
            continue
        name = (kept["name"] or kept["quoted"]).lower()
        if not _ANY_ACCOUNT.match(name) and not re.search(r"\broth\b|\bmatch|\brollover|\btax\b", name):
            found.append(name)
    return found


def _says_yes(units: list[Unit], texts: list[str], place: int) -> bool:
    """Whether a sentence stands behind a bare yes, and so goes on about what the question named: `These are called …`."""
    return (
        place > 1
        and units[place - 2].kind == "question"
        and len(texts[place - 1]) < 8
        and texts[place - 1][:3] == "yes"
    )


def _defined(units: list[Unit], texts: list[str], place: int) -> list[tuple[str, str]]:
    """The names that one sentence defines, with the kind of money."""
    unit, text = units[place], texts[place]
    if _BY_OTHERS.search(text):
        return []
    kind = _kind_of(text)
    found: list[tuple[str, str]] = []

    def take(name: str, kind: str, ordinal_only: bool = False) -> None:
        name = " ".join(name.split()).lower().strip(" .,:;'’\"“”")
        known = (
            name in _NO_NAMES
            or re.search(
                r"^(?:these|those|this|that|such|your|our|the|all|any|other|both|each|my|his|their) |\b(?:after|post|pre|before)-?\s?tax|\broth\b|@|\b401|\bmatch|\bcatch-up|\brollover|\bemployer|\bcompany\b|^(?:\w+ )?elective (?:contributions?|deferrals?|savings)$|\bsalary (?:deferral|reduction)|^(?:because|since|as|when|if|while|although|though|after|before|once|for|with|under|in|on|to|from|by|most|some|many|few|no|each|every|only|even|note|remember|unlike|how|why|whether|what|do|does|can|may|are|is) |\b(?:loan|premium|insurance|dues|fees?|repay\w*|deductions?|benefits?|hsa|fsa|espp|stock|parking|commut\w*|alimony|charit\w*|donations?|gifts?)\b",
                name,
            )
            or _NO_MONEY.match(name)
        )
        of_ordinal = re.match(rf"^{_KIND} {_ORDINAL}", name, re.I)
        if (
            name
            and kind
            and not known
            and len(name) > 1
            and (of_ordinal or kind in ("after-tax", "@at"))
            and not (ordinal_only and not of_ordinal)
        ):
            found.append((re.sub(rf" {_NOUN}$", "", name, flags=re.I) if of_ordinal else name, kind))

    raw = unit.raw
    if place and units[place - 1].kind == "question" and (asked := _ASKS_WHAT.match(units[place - 1].raw)):
        goes_on = texts[place + 1] if place + 1 < len(units) and _BACK.match(texts[place + 1]) else ""
        if _IS.match(text) and not _KIND_ELSE.search(text):
            take(asked["name"], _kind_of(f"{text} {goes_on}"))
    for each in _QUOTED.finditer(raw):
        if not each[1][:1].isupper() and not re.match(rf"^{_KIND} {_ORDINAL}", each[1]):
            continue
        if (
            _MEANS.search(raw)
            or raw[max(0, each.start() - 1)] == "("
            or "(the" in raw[max(0, each.start() - 5) : each.start()]
        ):
            before = raw[max(0, each.start() - 70) : each.start()]
            phrase = re.split(r"[,;()]", before[:-1])[-1] if before.endswith("(") else ""
            nearest = _kind_of(_plainly(phrase))
            if phrase and not nearest and not _OF_MONEY.search(phrase):
                continue  # `… limits of the Internal Revenue Code (the "Code")` in a sentence on after-tax money
            own = (
                nearest
                or kind
                or (
                    _kind_of(texts[place - 2] if _says_yes(units, texts, place) else texts[place - 1])
                    if place and re.search(r"\b(?:those|these|this|that|it|them|they)\b", text)
                    else ""
                )
            )
            take(each[1], own)
            if short := _SHORT.search(raw, each.end()):
                take(short[1], own)
    for each in _WHICH.finditer(raw) if ", which " in raw or " that " in raw or " which " in raw else ():
        take(each["name"], _kind_of(text))
    if any(word in text for word in _CALLS) and (called := _CALLED.search(raw)):
        take(called["name"], kind or (_kind_of(texts[place - 2]) if _says_yes(units, texts, place) else ""))
    if opens := _OPENS.match(raw):
        how = opens["how"].strip()
        rest = text[len(opens[0]) - 4 :] if how == "(" else text
        own = kind
        if (
            not own
            and place + 1 < len(units)
            and _BACK.match(texts[place + 1])
            and units[place + 1].page - unit.page < 2
            and not _KIND_ELSE.search(text)
        ):
            own = _kind_of(texts[place + 1])
        take(opens["name"], _kind_of(rest) or own, how == "(" and not _kind_of(rest))
    for each in _IN_BRACKETS.finditer(raw) if any(mark in raw for mark in _BEFORE_A_NAME) else ():
        take(each["name"], _kind_of(_plainly(each["what"])))
    if kind in ("after-tax", "@at") and "called" in text and (or_short := _OR_SHORT.search(raw)):
        take(or_short[1], kind)
    if (
        "after-tax" in text
        and re.search(r"\bafter-tax\b", text)
        and (short := _SHORT.search(raw))
        and kind in ("after-tax", "@at")
    ):
        take(short[1], kind)
    for each in _BEFORE_BRACKETS.finditer(raw) if "(" in raw else ():
        take(each["name"], _kind_of(_plainly(each["what"])))
    if (
        kind in ("after-tax", "@at")
        and unit.heads
        and (title := _TITLE.match(unit.heads[0]))
        and not _KIND_ELSE.search(text)
    ):
        near = [
            each
            for each in units[max(0, place - 3) : place]
            if each.heads == unit.heads and each.kind in ("sentence", "item")
        ]
        number = title["number"] or ""
        around = units[max(0, place - 4) : place + 5]
        in_parts = any(each.heads == unit.heads and _ITEM.match(each.raw) for each in around)
        # `These are after-tax contributions …` defines what the sentences before it spoke of.
        if len(near) < (3 if _BACK.match(text) else 2) and not in_parts:
            take(title["name"], kind)
            if "." in number:
                found.append((number, kind))
    if holds := _ACCOUNT_HOLDS.match(raw):
        name = holds["name"].lower()
        if _kind_of(_plainly(raw[holds.end() :])) in ("after-tax", "@at") and not re.search(
            r"\btax\b|roth|rollover", name
        ):
            found.append((name, "account"))
    if kind in ("after-tax", "@at"):
        found += [(name, "account") for name in _kept_in(units, texts, place)]
    if kind in ("after-tax", "@at", "roth") and (item := _ITEM.match(raw)):
        found.append((f"({item['letter'].lower()})", kind))
    for each in _PART.finditer(text):
        if part := _kind_of(each["what"]):
            found.append((f"({each['letter']})", part))
    return found


_PART = Pattern(
    r"\((?P<letter>[a-d1-4])\) (?P<what>[^()]{8,200})", "(a) ", "(b) ", "(c) ", "(d) ", "(1) ", "(2) ", "(3) ", "(4) "
)
_BY_OTHERS = Pattern(
    r"\b(?:made|paid|funded|given|contributed) by (?:the |your )?(?:employer|company|firm|bank)|\b(?:are|is) (?:employer|company) (?:money|contributions?)|\bafter-tax profits?\b",
    "after-tax profit", "by bank", "by firm", "by the", "by your", "company", "employer",
)  # fmt: skip
"""Money that no employee puts in."""
_KIND_ELSE = Pattern(
    r"\bmatch(?:ed|es|ing)?\b|\bemployer\b|\bwithdr|\bloan|\bdistribut",
    "match",
    "employer",
    "withdr",
    "loan",
    "distribut",
)


def _plainly(raw: str) -> str:
    from megaroth.reader.words import plain

    return plain(raw)


def _is_roth(name: str, texts: list[str]) -> bool:
    """Whether a sentence may say that the named money is Roth."""
    stem = re.escape(re.sub(r"s$", "", name))
    equal = re.compile(
        rf"\b{stem}s?\b[^.;]{{0,30}}(?:\(|\bare\b|\bis\b|\bas\b|\bor\b|-|:|\bthrough\b|\bknown\b|\bcalled\b)[^.;,]{{0,30}}\broth\b|\broth\b[^.;,]{{0,25}}(?:\(|\bor\b|\bcalled\b|\bas\b|\bis\b|\bare\b|\bknown\b)[^.;,]{{0,20}}\b{stem}"
    )
    return any("roth" in text and equal.search(text) and not _NOT_ROTH.search(text) for text in texts)


def _anywhere(name: str) -> re.Pattern[str]:
    """A name wherever it stands: in the singular, with its account, without its noun."""
    if re.fullmatch(r"\d+\.\d+", name):
        number = re.escape(name.replace(".", "-"))
        own = re.escape(name)
        return re.compile(
            rf"\b(?:(?:contributions?|savings|amounts?|deposits?) (?:made )?(?:under|described in|pursuant to|of|attributable to) (?:section |paragraph |article )?(?:{number}|{own})(?![\d(-])|(?:section )?(?:{number}|{own}) (?:contributions?|savings|amounts?|deposits?))"
        )
    if re.fullmatch(r"\([a-d1-4]\)", name):
        return re.compile(
            rf"\b(?:contributions?|savings|amounts?|money) of (?:kind|type|class) {re.escape(name)}|\b(?:kind|type|class) {re.escape(name)}(?: (?:contributions?|savings|amounts?|money))?"
        )
    stem = re.sub(rf" {_NOUN}$", "", name, flags=re.I)
    said = re.escape(re.sub(r"s$", "", name)) + "s?"
    if re.match(rf"^{_KIND} {_ORDINAL}$", name, re.I):
        return re.compile(
            rf"\b(?:(?:contributions?|savings|money|amounts?) (?:in|of|under|from) (?:the )?)?{re.escape(name)}(?![\w-]){_TAIL}"
        )
    if stem == name or stem in _WEAK or len(stem) < 4:
        return re.compile(rf"\b{said}\b")
    return re.compile(
        rf"\b(?:(?:contributions?|savings|money|amounts?) (?:in|of|under|from) (?:the )?)?(?:{said}(?! form)|{re.escape(stem)}(?= (?:sub-?account|account|source|balance|bucket)s?\b))"
    )


def plainly_named(text: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
    """A plain text with the plain word for each name."""
    for pattern, kind in rules:
        if pattern.search(text):
            text = pattern.sub(lambda found, kind=kind: _put(found, kind), text)  # type: ignore[misc]
    return _TWICE.sub(r"\1", text)


_TWICE = Pattern(
    r"\b((?:nonroth )?after-tax(?: (?:contributions?|savings|money|source))?) \((?:nonroth )?after-tax contributions?\)",
    "(nonroth after-tax contribution",
    "(after-tax contribution",
)
"""`After-tax (AFT)`, of which the one is the name of the other."""


def _put(found: re.Match[str], kind: str) -> str:
    if kind == "account":
        return "nonroth after-tax account"
    goes_on = re.match(r" (?:(?:sub-?)?accounts?|sources?|balances?|buckets?)\b", found.string[found.end() :])
    return PLAIN[kind] if goes_on else f"{PLAIN[kind]} contributions"
