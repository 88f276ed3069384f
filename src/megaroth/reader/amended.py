"""Of a sentence that amends a document, the words that it takes out: they hold no more, and say nothing. Knows no term of a plan."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

_PASSAGE = r"(?:statement|sentence|paragraph|section|language|wording|provision|text|answer|line|bullet|words?)s?"
_SAYING = r"(?:stat(?:es|ed|ing)|sa(?:ys|id|ying)|provid(?:es|ed|ing)|read(?:s|ing)?)"
_GONE = r"(?:deleted|removed|stricken|struck|eliminated|rescinded|superseded|replaced|amended (?:in (?:its|their) entirety )?to (?:read|provide|state)|no longer (?:accurate|correct|valid))"
_WORDS = (
    "delet",
    "remov",
    "stricken",
    "supersed",
    "replac",
    "no longer",
    "correct",
    "struck",
    "strik",
    "eliminat",
    "rescind",
    "amended",
)
_ANY = (
    "delet",
    "remov",
    "stri",
    "supersed",
    "replac",
    "no longer",
    "correct",
    "struck",
    "eliminat",
    "rescind",
    "amended",
)
"""In whatever one of the patterns finds there is one of these."""
_WHICH_SAID = Pattern(
    rf",? ?\b(?:which|that) (?:\w+ )?{_SAYING}\b[^;:]*?,? (?=(?:is|are|was|were|has been|have been|shall be) (?:hereby )?{_GONE}\b)",
    *_WORDS,
)
"""`The paragraph which said that … , is deleted`."""
_TAKES_OUT = Pattern(
    rf"\b(?:replac|supersed|delet|correct|remov|strik|eliminat|rescind)(?:es|ing|s)\b [^.;\":]{{0,50}}\b{_PASSAGE}\b[^.;\":]{{0,60}}(?:\b(?:that|{_SAYING})\b|\").*?(?=\b(?:and (?:replac|insert|add|substitut)\w+|(?:with|by) the following)\b|$)",
    *_WORDS,
)
"""`This replaces the statement on page 9 that …`."""
_QUOTED = Pattern(rf"\b{_PASSAGE}\b(?![^\"]*\b(?:replac|read|insert|add))[^\"]*\b{_GONE}\b[^\"]*: ?\"[^\"]*\"", *_WORDS)
"""`The following sentence is removed from page 4: "…"`."""


_STRUCK = Pattern(
    r"\b(?:striking|deleting|removing|replacing)(?: out)?(?: the (?:words?|phrases?|terms?|figures?|numbers?|sentences?|text|clause))? ?\"(?!\d[\d.]*%|\$)[^\"]*(?:\"|$)(?: (?:where(?:ver)?|each (?:time|place)) it (?:appears|occurs))?",
    "striking", "deleting", "removing", "replacing",
)  # fmt: skip
"""`By striking "two times" and inserting "four times"`: the words struck."""


def without_old_text(text: str) -> str:
    """A plain sentence without what it quotes only to take it out."""
    for pattern in (_WHICH_SAID, _TAKES_OUT, _QUOTED, _STRUCK):
        if pattern.search(text):
            text = pattern.sub(" ", text)
    return text


def without_old_texts(texts: list[str]) -> list[str]:
    """All sentences of a document so; most documents amend nothing, and are looked through once."""
    whole = "\n".join(texts)
    words = [word for word in _ANY if word in whole]
    return (
        [without_old_text(text) if any(word in text for word in words) else text for text in texts] if words else texts
    )


def takes_out(text: str) -> bool:
    """Whether a plain sentence quotes something only to take it out."""
    return without_old_text(text) != text
