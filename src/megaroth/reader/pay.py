"""What counts as pay: any sentence that names parts of pay and says whether they are in or out."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS = {
    "base": r"base (?:salary|pay|wages?|earnings|compensation|rate|hourly)|salary(?! (?:reduction|deferral|redirection))|straight[- ]time|gross (?:pay|wages|earnings)|regular (?:pay|wages|earnings)|wages",
    "w-2": r"w-2",
    "bonus": r"(?<!safety )bonus(?:es)?",
    "overtime": r"overtime",
    "commission": r"commissions?",
    "incentive": r"(?:short[- ]term |annual |sales |cash )?incentives?(?! match)|awards?",
    "stock": r"rsus?|equity|stock(?! (?:fund|purchase|ownership|match))|stock options?",
    "differential": r"(?:shift )?(?:differentials?|premiums?)",
    "allowance": r"per diem|allowances?|stipends?|tips|reimbursements?|fringe benefits?|imputed income|gross-?ups?|moving|relocation|living expenses",
    "severance": r"severance",
    "time off": r"(?:holiday|sick|vacation|call(?:-in)?|flight|military) pay|vacation|pto",
}
_NAMED = {name: Pattern(rf"\b(?:{words})\b") for name, words in _PARTS.items()}
_ANY = rf"(?:{'|'.join(_PARTS.values())})"
_IN_OR_OUT = r"(?:count(?:s|ed|ing)?|eligible|ineligible|includ\w+|exclud\w+|used|matched|part of|left out|in (?:the |your )?(?:pay|earnings|compensation)|considered|taken into account|apply|applies|deferrable|pensionable)"
_ONE = Pattern(
    rf"\b{_ANY}\b[^.;$]{{0,60}}\b(?:(?:do|does|is|are|was|were)(?: not|n't)?|not|isn't|aren't|doesn't|don't) (?:be |also |all |both )*{_IN_OR_OUT}\b|\b(?:includ\w+|exclud\w+|excluding|but not|no|not|without|less|minus|plus|other than)\b[^.;$%]{{0,40}}\b{_ANY}\b|\bbase (?:salary|pay|wages) only\b|\b{_ANY}\b,? (?:yes|no)\b|\b{_ANY} (?:counts?|doesn't|don't|does not count|do not count)\b"
)
_BESIDE_BASE = "|".join(words for name, words in _PARTS.items() if name not in ("base", "w-2"))
_COMES_FROM = Pattern(
    rf"\b(?:elections?|deferrals?|contributions?|percentages?|rates?|savings)\b[^.;$%]{{0,30}}\b(?:appl(?:y|ies)|comes?|(?:is|are|be) (?:also )?(?:taken|withheld|deducted|made))\b[^.;$%]{{0,20}}\b(?:to|from|out of)\b[^.;$%]{{0,30}}\b(?:{_BESIDE_BASE})\b",
    "allowance", "award", "bonus", "call", "commission", "differential", "equity", "flight pay", "fringe benefit", "gross",
    "holiday pay", "imputed income", "incentive", "living expenses", "military pay", "moving", "overtime", "per diem", "premium",
    "pto", "reimbursement", "relocation", "rsu", "severance", "sick pay", "stipend", "stock", "tips", "vacation",
)  # fmt: skip
"""`Your election applies to your bonus, too`."""
_ASKED = Pattern(
    rf"\b(?:{_BESIDE_BASE})\b[^?$]{{0,40}}\b(?:{_IN_OR_OUT}|pay)\b|\b(?:contribut|defer|sav|put|deduct|taken|come|elect)\w*\b[^?$]{{0,40}}\b(?:from|out of|of|on)\b[^?$]{{0,30}}\b(?:{_BESIDE_BASE})\b"
)
_ANSWER = Pattern(
    rf"^(?:a\W+)?(?:yes|no|some|only|all)\b|\b{_ANY}\b[^.;$?]{{0,20}}\b(?:yes|no|do|does|don't|doesn't|is|are|isn't|aren't|count|counts)\b"
)
_OF_PAY = Pattern(
    r"\b(?:pay|paychecks?|compensation|comp|earnings|salary|wages|remuneration|w-2|eligible|counts?|elections?|deferrals?|contribut\w+|save|match\w*|overtime)\b"
)
_LISTED = Pattern(rf"\b{_ANY}\b ?(?:,|\+|&|/|and|plus|or)[^.;$]{{0,60}}\b{_ANY}\b")
_ELSEWHERE = Pattern(
    r"\b(?:insurance|disabilit\w+|life|medical|dental|hsa|fsa|pension formula|profit sharing is|loans?|hardship|vest\w*|fica|exceed\w*|invest\w*|funds?|dividends?|shares?|espp|recruit\w*|referral program|salary range|severance plan|earned (?:more|over)|highly|hces?|prior year|last year|automatic\w*|auto-?enrol\w*|example|if your|trustee|deposited|direct-deposit\w*|stub|statement|target)\b|\$\d"
)


WORDS = (
    "base ", "salary", "straight", "gross", "regular ", "wages", "w-2", "bonus", "overtime", "commission", "incentive", "award", "rsu",
    "equity", "stock", "differential", "premium", "per diem", "allowance", "stipend", "tips", "reimbursement", "fringe",
    "imputed", "moving", "relocation", "living expenses", "severance", " pay", "vacation", "pto",
)  # fmt: skip
"""Of which every part of pay has one."""


def tells(text: str, words: Sequence[str] = WORDS) -> bool:
    """Whether a sentence says which parts of pay are in or out; `words`: those of `WORDS` that its document has at all."""
    for word in words:
        if word in text:
            break
    else:
        return False
    if _ELSEWHERE.search(text) or not _OF_PAY.search(text):
        return False
    if _COMES_FROM.search(text):
        return True
    named = sum(bool(pattern.search(text)) for pattern in _NAMED.values())
    return bool(named and (_ONE.search(text) or (named > 1 and _LISTED.search(text))))


def answers(asked: str, text: str) -> bool:
    """Whether an answer to `Are bonuses included?` says so."""
    if not asked or not _ASKED.search(asked) or _ELSEWHERE.search(f"{asked} {text}") or "match" in asked:
        return False
    return bool(_ANSWER.search(text))
