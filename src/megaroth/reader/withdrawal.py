"""After-tax money out of the plan while still employed. What is not said outright is not claimed."""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.clauses import own_clause
from megaroth.reader.context import Document
from megaroth.reader.frequency import per_year
from megaroth.reader.pattern import Pattern
from megaroth.reader.phrases import MAY, PERMITS, PLAN, TAIL, WHO
from megaroth.reader.units import Claim, Unit
from megaroth.reader.words import folded


def claims_of(document: Document) -> list[Claim]:
    """Every claim about withdrawal in service."""
    found: list[Claim] = []
    section = ""
    before: Unit | None = None
    for unit in document.units:
        last, before = before, unit
        if last is not None and _THE_SAME.match(unit.norm):
            found += _the_same(document, unit, last)
        if unit.kind == "contents":
            continue
        short = (
            unit.kind == "sentence" and "@" not in unit.norm and len(unit.raw.split()) < 8 and unit.raw[-1:].isalpha()
        )
        if unit.kind in ("question", "heading") or short:
            section = _section(unit, section)
            continue
        if unit.ticked is False:
            continue
        heads, full = document.heads_of(unit, 3), document.full(unit)
        spoken_of = (
            "withdr" in full
            or "distribut" in full
            or "in-service" in unit.norm
            or " roll" in unit.norm
            or "withdr" in unit.answer_to
            or "withdr" in heads
            or "distribut" in heads
        )
        if spoken_of or section or ("@at" in unit.norm and (_MONEY_OUT.search(unit.norm) or _ROW.match(unit.norm))):
            found += _withdrawal(document, unit, heads, section)
    return found or closed_lists(document)


_MONEY_OUT = Pattern(
    r"\bask for\b|\bdrawn?\b|\bcome out\b|\btak(?:e|en)\b|\bpaid out|\bpay-?out|\bcash|\baccess|\bmoney out|\bavailable"
)

_CLOSED_LIST = Pattern(
    r"\b(?:withdraw\w*|take (?:money|out|amounts)|access)\b[^.;]{0,90}\bonly\b|\bonly\b[^.;]{0,60}\b(?:withdraw\w*|take (?:money|amounts))\b"
)
_KNOWN_REASON = Pattern(
    r"\b(?:loans?|hardship|59\.5|age \d\d|disab\w*|death|rollovers?|birth|adoption|disaster|emergency|military|deployed|domestic abuse|terminal\w*|retire\w*|terminat\w*|sever\w*|separat\w*)\b"
)
_OTHER_REASON = Pattern(
    r"@at|\bvoluntary|\bnonroth|\bany (?:reason|time|purpose)|\bother\b|\bemployee contributions|\bthrift|\bnondeductible|\ball (?:accounts|amounts)|\bvested"
)


def closed_lists(document: Document) -> list[Claim]:
    """`You may withdraw only for: loan, hardship, 59½`: a list without after-tax money that says it is the whole list."""
    if "@at" not in document.text or document.template or document.general:
        return []
    found: list[Claim] = []
    for place, unit in enumerate(document.units):
        text = unit.norm
        if "only" not in text:
            continue
        if (unit.kind in ("contents", "question", "heading") and not text.endswith(":")) or document.is_condition(unit):
            continue
        if not _CLOSED_LIST.search(text) or not (
            _IN_SERVICE.search(text) or _IN_SERVICE.search(document.heads_of(unit, 1))
        ):
            continue
        if text.endswith(":"):
            items = []
            for each in document.units[place + 1 : place + 12]:
                if each.lead != unit.raw:
                    break
                items.append(each)
            listed = [re.sub(r"\brollover contributions?, (?:at )?any ?time", "rollover", each.norm) for each in items]
        else:
            items, listed = [unit], re.split(r",| or |\(\d\)|\([a-z]\)", re.split(r"\bonly\b", text, maxsplit=1)[-1])
            listed = [part for part in listed if len(part.split()) > 1 or _KNOWN_REASON.search(part)]
        known = [bool(_KNOWN_REASON.search(part)) and not _OTHER_REASON.search(part) for part in listed]
        if len(known) > 1 and all(known):
            note = "implied: the list of withdrawals is closed, and after-tax money is not on it"
            found.append(
                Claim("in_service_withdrawal", "no", unit, 1, note, tuple(each for each in items if each is not unit))
            )
    return found


_IN_SERVICE = Pattern(
    r"\bin-?service\b|\bin service (?:withdrawals?|distributions?)\b|\bwhile (?:you are |you're |i am |i'm |they are |they're |we're |he is |she is |he or she is |still |actively |you remain |remaining |you |they |i |(?:a|the) participant is )*(?:employed|working|work|an active|an employee|in (?:active )?service|in the employ|on the job)\b|\bin the (?:active )?(?:employ|service) of the (?:employer|company|firm|bank)\b|\b(?:has|have) not (?:had a |incurred a |yet )?(?:severance|separat\w+|terminated|left|retired)\b|\bduring (?:\w+ )?employment\b|\bstill (?:employed|working)\b|\bduring (?:your )?(?:employment|active service)\b|\bactive (?:participants?|employees?)\b|\bactively employed\b|\bwithout (?:leaving|terminating)\b"
    r"|\bbefore (?:(?:you|i|they|he|she|a participant) )?(?:terminat|leav|separat|retir)|\bprior to (?:his |her |their |your )?(?:termination|separation|retirement|severance)(?: (?:from|of) (?:employment|service))?|\bon the payroll\b|\b(?:do not|don't) (?:have to|need to) (?:leave|terminate|retire|separate)[^.;]{0,30}|\bnot required to (?:cease|terminate|leave|sever)[^.;]{0,40}|\bwho is an (?:active )?(?:employee|participant)\b|\bnon-?hardship withdrawal"
)
_ANY_TIME = Pattern(
    r"\b(?:at )?any ?time\b|\bat any point\b|\bwhatever time\b|\bfor any reason\b|\bany reason\b|\bregardless of (?:your )?age\b|\bat any age\b|\b(?:under|before|prior to)(?: reaching| attaining)?(?: the)? (?:age )?59\.5\b|\bwithout (?:any )?(?:restriction|age|regard to)\b|\bwithout [^.;]{0,30}\bhardship\b|\bno (?:age|restriction)|\bno hardship (?:is )?(?:required|needed|necessary)\b|\bwhenever (?:you|they|he|she) (?:like|want|wish|choose|need)|\bas often as\b|\bno waiting\b|\bwhenever (?:it|that) suits\b|\bwhatever (?:the |your )?(?:age|reason|purpose)\b|\bno matter (?:how old|your age|what age|the reason|why)\b|\bfreely\b|\bwithout (?:giving |having to give |stating )?(?:a |any )?reason\b|\bno reason (?:is |need be |has to be )?(?:needed|required|given|necessary)?\b|\bunrestricted\b|\bno (?:age|other) requirement\b|\bfor any purpose\b|\bas (?:you|they) (?:please|like|wish|see fit)\b"
)
_FROM_THEN_ON = Pattern(r"\b(?:thereafter|afterwards?|after that|from then on)\b")
_AGED = Pattern(
    r"\b(?:after|once|upon|reach\w*|attain\w*|at least|over|until|age|older|on or after)\b[^.;]{0,25}(?<!under )(?<!before )\b(?:59\.5|55|60|62|65|70)\b"
)
_HARD = Pattern(
    r"\bhardship|\bdisab|\bterminat|\bseparat|\bretire(?:s|ment|d)? ?(?:,|or|date|age)?|\bdeath\b|\bdie\b|\bsever|\bbirth or adoption|\bdisaster|\bmilitary\b|\bleave (?:the company|employment|mmc)|\bemergency"
)
_TAKES = r"(?:withdraw|take|receive|request|obtain|access|elect|make|get|pull|draw|roll(?: over)?|cash|ask for (?:all|any|part|a portion|payment))"
_OUT = r"(?:withdrawn|distributed|taken(?: out| in cash)?|rolled|paid(?: out)?|cashed out|accessed|removed|pulled|drawn(?: upon| on| out)?|received)"
_MAY_TAKE = Pattern(
    rf"\b{WHO}\b[^.;@]{{0,80}}?\b{MAY}\b(?P<gap>[^.;]{{0,60}}?)\b{_TAKES}\b[^.;]{{0,150}}?@at\b|@at\b[^.;@]{{0,70}}\b(?:may|can)(?P<gap2>[^.;]{{0,20}}?) (?:be {_OUT}|come out)\b|\b{PLAN}\b[^.;@]{{0,30}}\b(?:allows?|permits?|lets)\b(?P<gap6>[^.;]{{0,30}}?)@at\b[^.;]{{0,40}}\bto be {_OUT}"
    rf"|@at\b[^.;]{{0,60}}\b(?:is|are)(?P<gap3>(?: also| always| generally)?) (?:available|eligible) (?:for|to be)[^.;]{{0,30}}(?:withdraw|distribut)|\b{PLAN}\b[^.;@]{{0,40}}\b(?:permits?|allows?|offers?|provides? for)\b(?P<gap4>[^.;]{{0,60}}?)\b(?:withdrawals?|distributions?)\b[^.;]{{0,60}}@at\b"
    rf"|\b(?:plans?|program)\b[^.;@]{{0,20}}\b(?:lets?|allows?|permits?)(?P<gap9>(?: \w+){{0,5}}?) {_TAKES}\b[^.;]{{0,60}}?@at\b"
    rf"|\b(?:withdrawals?|distributions?) (?:of|from) (?:your |the |an? )?@at[^.;]{{0,50}}\b(?:(?:are|is)(?P<gap5>(?: also| generally)?) (?:permitted|allowed|available)|(?:can|may) be (?:requested|made|taken|elected|processed))"
    r"|\b(?:withdrawals?|distributions?)\b(?P<gap7>(?:(?! may | can )[^.;@]){0,60}?) (?:of|from|with respect to|for)\b[^.;]{0,60}?@at\b"
    r"|@at\b[^.;@]{0,60}[:,-] ?(?:and )?(?:you|they|participants?|members?) (?:may|can) (?:withdraw|take) (?:it|them)\b"
)
_FREE = Pattern(
    r"\bno (?:\w+ )?(?:restrictions?|limits?|limitations?|conditions?)\b[^.;@]{0,50}\b(?:withdraw\w*|distribut\w*|tak(?:e|ing))\b[^.;@]{0,40}@at\b"
    r"|\b(?:withdrawals?|distributions?|payments?) (?:of|from) (?:your |the |an? )?@at\b[^.;@]{0,50}\b(?:(?:are|is) (?:un|not )restricted|(?:are|is) (?:freely|always) (?:available|permitted|allowed))"
    r"|\b(?:unrestricted|free|full|immediate) access to (?:your |their |the )?@at\b|\bno (?:age|hardship)\b[^.;@]{0,30}\brequirements?\b[^.;@]{0,30}\bwithdraw\w*[^.;@]{0,30}@at\b"
    r"|\brestrictions?\b(?:59\.5|[^.;@]){0,80}\b(?:do|does) not (?:apply|extend) to (?:your |the |any |amounts (?:in|from) )*@at\b"
    r"|\b(?:do|does|need) not (?:need|have|require)?\b ?(?:to (?:have|show|prove) )?(?:an? |any )?(?:financial )?(?:hardship|reason)[^.;@]{0,30}\b(?:to|before you|in order to) (?:withdraw|take|receive|get)\b[^.;]{0,40}@at\b"
    r"|@at\b[^.;@]{0,60}\b(?:is|are) (?:always |also )?(?:available|accessible|open)(?: to you)?\b|@at\b[^.;@]{0,30}\bthere (?:is|are) no (?:such )?(?:restrictions?|limits?|limitations?)\b|@at\b[^.;,@]{0,30}, which (?:you|they|participants?|members?) (?:may|can) (?:withdraw|take)\b",
    "@at",
)
"""No leave is given outright: what hinders other money does not hinder this."""
_ROW = Pattern(
    r"^\W*(?:(?:in-?service )?(?:withdrawals?|distributions?)(?: while [^:;.@]{0,30})?: |while [^:;.@]{0,40}: )?(?:[\d.]+ |\([a-z\d]\) |[a-z]-\d+ )?(?:all |from |first,? )?(?:your |the )?(?:(?:in-?service )?(?:withdrawals?|distributions?) (?:of|from) )?(?:your |the )?@at(?:,? (?:and|&) (?:@roth )?(?:rollover|@?\w+))?(?: (?:contributions?|savings?|money|balances?|accounts?|sub-?accounts?|sources?))*(?: \([^)]{0,40}\))?(?: \| (?:when|rule|terms|conditions?|availability|withdrawals?|access))?\W{1,4}"
    r"(?:(?:yes|yeah|sure|yep),? |available |may be (?:withdrawn|taken) |withdrawals? )?(?:at )?(?:any ?time|any age|whenever|whatever|up to (?:once|twice|\w+ times?|\w+ withdrawals?|\w+ (?:per|a|each))|once|twice|as often|freely|no (?:age )?restrictions?|for any|any reason|\w+ withdrawals? (?:per|a|each|every)|\w+ (?:times )?(?:per|a|each|every) (?:\w+ )?(?:year|month|quarter))\b|^\W*in-?service (?:withdrawals?|distributions?)\W{1,3}(?:of |from )?@at[^.;:]{0,30}\W{1,4}(?:yes|allowed|permitted|available)\b",
    "@at",
)
"""A row of a list or a table of withdrawals: which money, and how freely."""
_OTHER_ROWS = Pattern(
    r"\bloan|\bborrow|\bafter (?:you|your|leaving|separation|termination|retirement)|\bwhen you (?:leave|retire|terminate)|\binvest|\bcontribut|\bmatch|\bconver|\bhardship"
)
_NEED_NOT_LEAVE = Pattern(
    r"\b(?:not required to|(?:do|does) not (?:have|need) to|need not) (?:cease|terminate|leave|separate|retire)\b[^.;]{0,40}\b(?:to|in order to|before you can) (?:receive|take|obtain|request|withdraw|get)\b[^.;]{0,50}@at\b"
)
_ITEM_LEAD = Pattern(r"\b(?:withdraw|distribut)")
_ALL_OR_PART = Pattern(r"^(?:all|any|a portion|part|some|up to 100%)\b[^.;]{0,60}@at\b")
_COUNTED_NOT = r"\bthat (?:have|has) not (?:yet )?been converted\b|\bwhether or not\b|\bnot (?:more (?:often )?than|to exceed|subject to|limited|roth)|\b(?:may|can) not (?=withdraw [^.;]{0,60}more (?:often )?than)"
_NO_TAKE = (
    Pattern(
        r"@at\b[^.;@]{0,60}\b(?:may not|cannot|can not|can't|are not (?:permitted|allowed|eligible) to) be (?:withdrawn|distributed|taken out|paid out|paid|removed|accessed)\b(?P<why>[^.;]{0,90})"
    ),
    Pattern(
        r"\b(?:may not|cannot|can not|can't|are not (?:permitted|allowed|able) to)\b (?:\w+ )?(?:withdraw|take|receive|get (?:at|to)?|access)\b[^.;@]{0,40}@at\b(?P<why>[^.;]{0,90})"
    ),
    Pattern(
        r"\b(?:in-?service )?(?:withdrawals?|distributions?) (?:of|from) (?:your |the )?@at\b[^.;@]{0,40}\b(?:are|is) not (?:permitted|allowed|available)\b(?P<why>[^.;]{0,60})"
    ),
    Pattern(
        r"@at\b[^.;@]{0,50}\b(?:is|are) not (?:available|eligible) for (?:an? )?(?:in-?service )?(?:withdrawals?|distributions?)(?P<why>[^.;]{0,60})"
    ),
    Pattern(
        r"@at\b[^.;@]{0,40}\b(?:is|are) not (?:available|payable|accessible) (?P<why>)(?:until|before) (?:you |your |they )?(?:leave|terminat|separat|retire|employment ends|sever)"
    ),
    Pattern(
        rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:does not|doesn't|will not) (?:currently )?(?:permit|allow|offer|provide for)\b[^.;@]{{0,20}}(?:in-?service )(?:withdrawals?|distributions?)(?: (?:of|from) (?:your |the )?@at[^.;]{{0,25}})?(?P<why>{TAIL})"
    ),
    Pattern(
        r"\bno (?:in-?service )?(?:withdrawals?|distributions?|access) (?:of|from|to) (?:your |the )?@at\b(?P<why>(?: contributions?| accounts?| money| savings)*(?: (?:are|is) (?:permitted|allowed|available))? (?:while|during|before|prior to|until)\b[^.;]{0,60})"
    ),
    Pattern(
        r"^\W*@at(?: contributions?| accounts?| money| savings)*\W{1,3}(?:no|not|none)\b[^.;]{0,15}(?:in-?service|withdraw\w*|available)\b(?P<why>[^.;]{0,40})"
    ),
    Pattern(
        rf"\b{PLAN}\b[^.;@]{{0,30}}\b(?:does not|doesn't|will not|do not|don't) (?:currently )?(?:let|allow|permit) (?:any |active |current )*(?:employees?|participants?|members?|you|associates?)\b[^.;@]{{0,30}}\b(?:withdraw|take|receive|access)\b[^.;@]{{0,20}}@at\b(?P<why>[^.;]{{0,60}})"
    ),
    Pattern(
        r"\bno (?:in-?service )(?:withdrawals?|distributions?)(?: of @at[^.;]{0,25})? (?:are|is) (?:permitted|allowed|available)(?P<why>[^.;]{0,40})"
    ),
)
_WHILE_EMPLOYED = Pattern(
    r"^\s*(?:account|contributions?|money|balance)?[^.;]{0,20}(?:$|\b(?:while|during|before|prior to|until) (?:after )?(?:you |your |they |he or she |a participant |the participant )?(?:are |is |remain )?(?:still |actively )?(?:employ|work|terminat|separat|leav|in service|sever|retire))"
)


_TAKING_OUT = Pattern(
    r"\bwithdraw|\bdistribut|\b(?:tak(?:e|ing)|get(?:ting)?)\b[^.;]*\bout\b|\bneed (?:it|your money|the money) (?:back|early|sooner)|\bmoney out\b|\bgetting (?:at|to)\b|\baccess(?:ing)?\b|\bdraw(?:ing)? (?:on|from|upon)\b|\breceiv|\bpayments?\b|\bpaid\b"
)


def _section(unit: Unit, before: str) -> str:
    """Whether a heading opens, keeps or closes a section on withdrawals in service."""
    text = unit.norm
    if _TAKING_OUT.search(text) and _IN_SERVICE.search(text):
        return text
    if re.search(r"\bin-service\b", text):
        return text
    if (
        before
        and re.search(r"withdraw|rollover|age 59|employer|hardship|@at|qualif|option|request|available|availab", text)
        and not re.search(r"\bterminat|\bleav|\bretire|\bdeath|\bafter\b", text)
    ):
        return before
    return ""


_THE_SAME = Pattern(
    r"^(?:the same|this)(?: rule)? (?:also )?(?:applies|is true|goes|holds)(?: true)? (?:to|for|of) (?:your |the )?@at\b",
    "@at",
)
_OTHER_MONEY = Pattern(
    r"(?:@pre|@roth|rollover|match(?:ing)?|(?:company|employer)(?: match)?)(?: contributions?| deferrals?| money)*(?= (?:account|balance|source|contribution|money))"
)


def _the_same(document: Document, unit: Unit, before: Unit) -> list[Claim]:
    """What the sentence before says of other money, where `the same applies to your after-tax account`."""
    told = Unit(before.page, before.raw, before.heads, before.lead, before.kind)
    told.norm = _OTHER_MONEY.sub("@at", before.norm)
    if told.norm == before.norm or before.heads != unit.heads:
        return []
    found = _withdrawal(document, told, document.heads_of(unit, 3), "")
    return [Claim(claim.field, claim.value, unit, 2, also=(before,)) for claim in found if claim.value in ("yes", "no")]


def _withdrawal(document: Document, unit: Unit, heads: str, section: str) -> list[Claim]:
    text, full = own_clause(unit.norm), document.full(unit)
    if text != unit.norm:
        full = full.replace(unit.norm, text)
    if (
        unit.answer_to
        and re.search(
            r"withdr|distribut|roll|\btake\b[^.;?]*\bout\b|\bget (?:at|to)\b|\baccess|\bcome out", unit.answer_to
        )
        and "@at" in unit.answer_to
        and not document.is_condition(unit)
    ):
        if _IN_SERVICE.search(unit.answer_to + text) or _ANY_TIME.search(unit.answer_to + text):
            if text.startswith("yes"):
                return (
                    []
                    if _AGED.search(text) and not _ANY_TIME.search(text)
                    else [Claim("in_service_withdrawal", "yes", unit, 3)]
                )
            return [] if _AGED.search(text) or _HARD.search(text) else [Claim("in_service_withdrawal", "no", unit, 3)]
        return []
    if unit.answer_to:
        text = re.sub(r"^(?:yes|no)[.;:!] (?=\w+ \w+ \w+)", "", text)
        full = text
    if text.startswith(("example", "for example")) or (
        (document.is_condition(unit) or not document.decides(unit) or boxes.has_box(unit.raw)) and not unit.ticked
    ):
        return []
    lead = document.lead_of(unit)
    if re.search(r"\bloans?\b|\bborrow", text) and not re.search(r"\bwithdr|\bdistribut|\broll", full):
        return []
    if "@at" not in full and not re.search(r"in-?service", text):
        return []
    if _SEASONED.search(text):
        return []
    if "@at" in text and (
        bounded := re.search(
            r"\b(?:may|can)(?:not| not) withdraw\b[^.;]{0,60}@at[^.;]{0,60}more (?:often )?than (?P<times>once|twice)[^.;]*",
            text,
        )
    ):
        often = per_year(bounded["times"] + bounded.group().split(bounded["times"], 1)[1])
        if often and (_IN_SERVICE.search(text) or _IN_SERVICE.search(heads)):
            return [Claim("in_service_withdrawal", "yes", unit, 3), Claim("withdrawals_per_year", often, unit, 2)]
    if _NEED_NOT_LEAVE.search(text) and not re.search(r"59\.5|\bhardship", text):
        return [Claim("in_service_withdrawal", "yes", unit, 3)]
    if free_of := _FREE.search(text):
        in_time = _ANY_TIME.search(text) or _IN_SERVICE.search(f"{text} {heads} {section}")
        spoken = re.search(
            r"withdraw|distribut|\bcash|\btake|money out|available to you|\baccess", f"{text} {heads} {section}"
        )
        if (
            in_time
            and spoken
            and not _bound(_BEFORE_AN_AGE.sub(" ", text), lead, True)
            and not _STATEMENTS.search(text)
        ):
            return [Claim("in_service_withdrawal", "yes", unit, 3 if "restrict" in free_of.group() else 2)]
    for pattern in _NO_TAKE:
        hit = pattern.search(text)
        if not hit:
            continue
        why = hit["why"]
        if re.search(r"\bunless\b|\bexcept\b|\bother than\b|59\.5|\bhardship|\bmore than\b|\bif\b|\bonly\b", text) or (
            pattern in _NO_TAKE[:2] and not _WHILE_EMPLOYED.search(why)
        ):
            return []
        return [Claim("in_service_withdrawal", "no", unit, 3)]
    if "@at" not in full or re.search(
        r"\b(?:not|cannot|no longer|never)\b[^.;]{0,40}@at|@at[^.;]{0,60}\b(?:not|cannot|no longer)\b",
        re.sub(_COUNTED_NOT, " ", full),
    ):
        return []
    if _FROM_THEN_ON.search(text) and not _IN_SERVICE.search(text):
        return []  # after what, the sentence before says: mostly the end of employment
    if (
        "@roth ira" in text
        and "withdr" not in text
        and "distrib" not in text
        and not re.search(r"\broll|\btak(?:e|en) out|\bpaid out", text)
    ):
        return []
    if re.search(r"\b(?:tax(?:ed|able|es)?|penalty)\b", text) and not _MAY_TAKE.search(text) and not lead:
        return []
    hit = _MAY_TAKE.search(full)
    row, head = _ROW.match(f"{lead} : {text}" if unit.cell and lead else text), document.heads_of(unit, 2)
    if _OTHER_ROWS.search(head.split(" < ")[0]):
        row = None
    asked = document.follows.get(id(unit), "")
    of_withdrawals = _TAKING_OUT.search(f"{lead} {head} {asked}") and _ANY_TIME.search(text)
    if (
        row
        and (section or of_withdrawals or _IN_SERVICE.search(f"{lead} {head} {text}"))
        and not _AGED.search(text)
        and not _HARD.search(text)
    ):
        often = per_year(text)
        return [
            Claim("in_service_withdrawal", "yes", unit, 3),
            *([Claim("withdrawals_per_year", often, unit, 2)] if often else []),
        ]
    listed = bool(lead and _ITEM_LEAD.search(lead) and "@at" in text) or bool(section and _ALL_OR_PART.match(text))
    if hit and hit["gap7"] is not None and not PERMITS.search(text):
        hit = _MAY_TAKE.compiled.search(full, hit.start() + 1)
        hit = hit if hit and hit["gap7"] is None else None
    if not hit and not listed:
        return []
    if hit and not listed and "@at" not in text:
        return []
    gaps = " ".join(gap for gap in hit.groups() if gap) if hit else ""
    if hit and re.search(r"\b(?:no|not|never|neither)\W+(?:\S+ ){0,2}$", full[: hit.start()]):
        return []
    if re.search(r"\bnot\b|\bconver|\bcontribut|\bonly\b", gaps):
        return []
    around = f"{full} {section}"
    in_service = bool(_IN_SERVICE.search(around)) or bool(_IN_SERVICE.search(heads))
    free = bool(_ANY_TIME.search(full))
    counted = per_year(text)
    if not (in_service or free or counted):
        return []
    if _bound(text, lead, free) or re.search(
        r"\bexcess\b|\bcorrective|\brefund|\bbeneficiar|\balternate payee|\bspous|\bdividend|\bformer (?:employee|participant)|\bterminated (?:employee|participant)|\bretirees?\b|\brolled[- ]over @at|\brollover @at|@at rollover|\brollover (?:account|contributions?|source|balance)s?,? (?:including|with)\b[^.;]{0,25}@at|\bmilitary|\bprior plan\b|\bpredecessor\b|\bmade (?:before|prior to)\b|\bpre-?(?:19|20)\d\d|\bafter (?:you have |he has |completing )?(?:been|completed|participated)?[^.;]{0,30}\b(?:\d+|two|three|five|ten) years of|\bparticipant for (?:at least )?(?:\d+|two|three|five|ten) years",
        text,
    ):
        return []
    found = [Claim("in_service_withdrawal", "yes", unit, 3 if free or in_service else 2)]
    if counted:
        found.append(Claim("withdrawals_per_year", counted, unit, 2))
    if free:
        words = _ANY_TIME.search(full)
        found.append(Claim("withdrawal_terms", words.group() if words else "", unit, 2))
    if re.search(r"\bsuspen", text):
        found.append(Claim("withdrawal_suspension", folded(unit.raw), unit, 2))
    return found


_SEASONED = Pattern(
    r"\bfor (?:at least |more than |a minimum of )?(?:\d+|two|three|five|ten|twelve|twenty-four) (?:full |consecutive |plan )?(?:months|years)\b|\b(?:in|held in|remained in) (?:the|your) (?:plan|account) (?:for )?(?:at least|more than|a minimum)|\bafter (?:\d+|two|three|five|ten) (?:full )?(?:months|years)\b",
    "months",
    "years",
    "at least",
    "more than",
    "minimum",
)
"""Money, or a participant, that has to have been there for some time."""
_BEFORE_AN_AGE = Pattern(r"\b(?:under|before|prior to)(?: reaching| attaining)?(?: the)?(?: age)? ?59\.5", "59.5")
_STATEMENTS = Pattern(r"\bstatements?\b|\brecords?\b|\binformation\b|\bloans?\b|\binvest|\bonline\b|\bfor conversion")


def _bound(text: str, lead: str, free: bool) -> bool:
    """Whether the permission hangs on age, hardship or an end of employment."""
    if ";" in text and not text.startswith(("if ", "when ", "after ", "once ")):
        # Of a list between semicolons, what is said of after-tax money.
        text = " ".join(part for part in text.split(";") if "@at" in part) or text
    text = _BEFORE_AN_AGE.sub(" ", text)
    if free:
        return bool(
            re.search(
                r"\b(?:after|once|upon|following|when) you(?:r)? (?:terminat|separat|retire|leave|sever|employment ends)|any ?time (?:after|following|on or after|once)"
                r"|\b(?:if|once|when|after|upon|provided|at least|attain\w*|reach\w*)\b[^.;]{0,30}\b(?:59\.5|age \d\d)"
                r"|\b(?:if|when|upon|due to|because of|on account of|in the event of|for)\b[^.;]{0,40}\b(?:disab|hardship|disaster|emergency|death|birth|leave)|\bwithin \d+ days\b",
                text,
            )
        )
    both = _IN_SERVICE.sub(" ", f"{lead} {text}")
    return bool(_AGED.search(both)) or bool(_HARD.search(both))
