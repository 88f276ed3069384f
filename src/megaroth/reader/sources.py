"""Sources of money as tags, which are the heart of the reader.

`@at` is true after-tax money, `@roth` are Roth deferrals, also where they are called after-tax, `@pre` pre-tax, `@amb` an
"after-tax" of which nobody can say yet which it is, `@basis` a mere way to be taxed.
"""

from __future__ import annotations

import re

from megaroth.reader.pattern import Pattern

_QUALIFIED = (
    r"(?:traditional|regular|conventional|non-?qualified|classic|standard|true|pure|voluntary|supplemental|employee|basic|"
    r"unmatched|additional voluntary|optional)"
)
_NAMING = (
    r"[(\"']*(?:also |sometimes |otherwise |commonly |often |or )?(?:\(|\"|known as|called|referred to as|named|labell?ed|i\.?e\.?,?|that is,?|"
    r"aka|a/k/a|meaning|via|through) ?(?:a |an |the |your )?[(\"']*"
)
_AFTER_NOUN = (
    r"(?: (?:contributions?|deferrals?|savings?|money|account|basis|option|source|dollars|feature|bucket|pay))*"
)
_TAGS: tuple[tuple[Pattern, str], ...] = tuple(
    (Pattern(pattern, *needs), put)
    for pattern, put, *needs in (
        # `Pre-tax / Roth / After-tax`: three of a list.
        (
            r"(@pre(?: 401k| contributions?| savings)? ?[-/|+] ?)(?:designated )?roth((?: 401k| contributions?| savings)? ?[-/|+] ?)(?:traditional |regular |voluntary )?after-tax\b(?! roth)",
            r"\1@roth\2@true",
            "@pre",
        ),
        # Said not to be Roth.
        (
            r"after-tax("
            + _AFTER_NOUN
            + r"),? ?[(\[]?(?:this is |these are |i\.?e\.?,? |which (?:is|are) |that (?:is|are) )?(?:nonroth|not including roth|that (?:is|are) not (?:designated )?roth|other than (?:designated )?roth|excluding roth|which (?:is|are) not roth|not (?:the same as )?roth|as opposed to roth)(?: contributions?| deferrals?| money)?[)\]]?",
            r"@true\1",
        ),
        (
            r"(?:\b(?:traditional|regular|conventional|voluntary) )?\(?\bnonroth\)?,? (?:\(?voluntary\)? )?\(?after-tax",
            "@true",
            "nonroth",
        ),
        (
            r"\b(?:(?:voluntary|employee|participant|nondeductible) )+\(after-tax\)(?= (?:employee )?(?:contributions?|savings)\b)",
            "@true",
            "(after-tax)",
        ),
        (
            r"after-tax(" + _AFTER_NOUN + r") \((?:traditional|regular|voluntary)\)",
            r"@true\1",
            "(tradition",
            "(regular",
            "(voluntary",
        ),
        (r"after-tax(?=" + _AFTER_NOUN + r" \(unmatched\))", "@true", "(unmatched"),
        # Dollars that are said to be no Roth, or stand beside Roth dollars, are money and no way to be taxed.
        (
            r"\b(?:traditional|regular|voluntary|classic|nonroth|plain|ordinary) after-tax (?:dollars|money)\b",
            "@true contributions",
            " after-tax dollars",
            " after-tax money",
        ),
        (
            r"(\broth(?: 401k)? (?:dollars|money)\b(?:(?!\b(?:is|are|be|as|made|makes?|comes?|with|using|from|in|means?|being|which|that|your)\b)[^.;@()]){0,50}?\b(?:put in|add|save|contribute|and|or|,) ?)after-tax (?:dollars|money)\b",
            r"\1@true contributions",
            " after-tax dollars",
            " after-tax money",
        ),
        # Dollars put in beyond the limit of the law on deferrals cannot be Roth.
        (
            r"\b((?:contribut|add|sav|put|invest)\w* [^.;]{0,40}?)after-tax (?:dollars|money|pay|income)\b(?=[^.;]{0,60}\b(?:beyond|above|over and above|past|on top of|in excess of|more than)\b[^.;]{0,60}\b(?:limits?|maximum|402|deferrals?)\b)",
            r"\1@true contributions",
            "after-tax dollars",
            "after-tax income",
            "after-tax money",
            "after-tax pay",
        ),
        (
            r"\bafter-tax (?:dollars|money)(?=[^.;]{0,60}\b(?:conver\w*|turn(?:ed|s)?|mov(?:e|es|ed)|swept|chang\w+|roll(?:ed|s)?)\b[^.;]{0,30}\b(?:to|into) (?:an? |your )?roth(?! ira))",
            "@true contributions",
            "after-tax dollars",
            "after-tax money",
        ),
        (r"\bafter-tax (?=spill[- ]?over)", "@true "),
        (r"\bafter-tax \(?@mega\)?", "@true "),
        (r"\bmade (?:with|from) after-tax (?:dollars|money|income|pay)", "made with @basis", "made"),
        # Roth under the name of after-tax.
        (
            r"(\bdesignat\w+ [^.;]{0,110}\bas )after-tax(?: contributions?)? (?:in)?to (?:an? |the |their )?(?:designated )?roth\b",
            r"\1@roth",
            "designat",
        ),
        (
            r"\bafter-tax(?: basis| contributions?)?,? (?:\(?as|in the form of|using|by designating|by making|(?:which |that )?includ(?:e|es|ing)) (?:an? |the |their )?(?:plan's )?[\"']*(?:(?:traditional|regular) 401k (?:and|or|and/or) )?(?:designated )?roth\b(?! (?:and|or|and/or) (?:traditional|regular|voluntary|after-tax|non))(?:[^.;@,]{0,20}\bas roth\b)?",
            "@roth",
            "as ",
            "by designating ",
            "by making ",
            "in the form of ",
            "includ",
            "using ",
        ),
        (
            r"\b(?:utilizing|using) after-tax (?:contributions?|funds?)\b",
            "using @basis",
            "using after-tax",
            "utilizing after-tax",
        ),
        (
            r"\bafter-tax ((?:annual |gross |eligible |base |covered )*(?:compensation|wages|salary|earned income)\b(?! (?:deferral|reduction|contribution)))",
            r"@basis \1",
            "compensation",
            "earned income",
            "salary",
            "wages",
        ),
        (
            r"\broth(?: 401k| ira)?(?:[- ]type| elective| salary)?(?: deferral| contribution)?s? ?[(\"/-]* ?(?:401k )?after-tax\b",
            "@roth",
        ),
        (r"\broth(?: 401k)? \(?(?:(?:i\.?e\.?|that is|meaning),? )?(?:an? )?after-tax", "@roth"),
        # `The new Roth, after-tax assets` are one thing, where no list of three is opened or closed.
        (
            r"(?<!@pre, )(?<!@pre )\broth, after-tax(?= (?:assets|money|accounts?|contributions?|savings)\b(?!,? (?:and|or)\b))",
            "@roth",
            "roth, after-tax",
        ),
        (
            r"\bafter-tax (?:basis|contributions?|money)? ?\(?(?:if|when|where) you (?:choose|elect|pick|select|use)(?: the)? roth\b",
            "@roth",
        ),
        (r"\bafter-tax[ (\"'/-]+(?:401k )?roth\b", "@roth"),
        (
            r"\bafter-tax"
            + _AFTER_NOUN
            + r"[ ,]*"
            + _NAMING
            + r"(?:designated )?roth\b(?! (?:is|are) (?:separate|different|another|apart)| (?:in-?plan|conversions?|converting|rollovers?|transfers?))",
            "@roth",
        ),
        (r"(?<!@)\broth\b", "@roth"),
        (
            rf"\b{_QUALIFIED} after-tax\b(?! dollars| income| pay\b| purchase| premium| cost| spending)",
            "@true",
            "basic after-tax",
            "classic after-tax",
            "conventional after-tax",
            "employee after-tax",
            "optional after-tax",
            "pure after-tax",
            "qualified after-tax",
            "regular after-tax",
            "standard after-tax",
            "supplemental after-tax",
            "traditional after-tax",
            "true after-tax",
            "unmatched after-tax",
            "voluntary after-tax",
        ),
        (
            r"\b(takes?|moves?|sweeps?|converts?|rolls?|transfers?|moving|converting) ((?:your |the |all |any )*)after-tax dollars",
            r"\1 \2after-tax contributions",
            "after-tax dollars",
        ),
        (r"\bafter-tax (?=rollover (?:sub-?)?(?:accounts?|contributions?|sources?|money|balances?))", ""),
        (
            r"(@pre(?: dollars| money)?(?:,| and| or| ?/) ?(?:and |or )?@?roth(?: 401k)?(?: dollars| money| contributions)?(?:,| and| or|,? and/or| ?/) ?(?:and |or |and/or )?)after-tax (?:dollars|money|savings)\b",
            r"\1@true contributions",
            "after-tax dollars",
            "after-tax money",
            "after-tax savings",
        ),
        # `Contribute after-tax dollars to the Plan`: as open as after-tax contributions.
        (
            r"\b(contribut(?:e|es|ing)|save|saving|put|invest)((?: up to| from| between| and| to| another| an additional| additional| \$?[\d,.]+(?:-\d+)?%?| your| of| eligible| annual| base| covered| pay| compensation| earnings| salary)*(?:(?<=pay) in|(?<=compensation) in|(?<=earnings) in|(?<=salary) in|(?<=\d%) in)?) after-tax (?:dollars|money)\b(?! (?:in)?to (?:an? |your |the )?roth)",
            r"\1\2 after-tax contributions",
            " after-tax dollars",
            " after-tax money",
        ),
        # What converts, or stands in a list of what goes in, is money and no way to be taxed.
        (
            r"\bafter-tax (?:dollars|money)(?= (?:\w+ ){0,2}(?:converts?|converted|swept|moved?|moves|rolled)\b)",
            "after-tax contributions",
            "after-tax dollars ",
            "after-tax money ",
        ),
        (
            r"(@pre (?:dollars|money),? ?(?:and |or |and/or |/ ?)*)after-tax (?:dollars|money)\b",
            r"\1after-tax contributions",
            "after-tax dollars",
            "after-tax money",
        ),
        # A deduction beside a pre-tax one is a contribution, and no premium.
        (
            r"(@pre (?:salary |wage |payroll |401k )*(?:reductions?|deductions?|contributions?|savings)(?: to the plan)?(?:,| and| or| plus)+ (?:the |your |any |an? )?)after-tax (?:payroll )?deductions?\b",
            r"\1after-tax contributions",
            "after-tax deduction",
            "after-tax payroll",
        ),
        # A way to be taxed, no source.
        (
            r"(?<!going )(?<!continue )(?<!go on )(?<!withdrawal )(?<!withdrawals )(?<!conversion )(?<!conversions )(?<!distribution )(?<!distributions )(?<!transfer )(?<!transfers )(?<!rollover )\b(?:with|using|(?<!pay )(?<!compensation )(?<!earnings )(?<!salary )(?<!wages )in|(?<=contribution )of|(?<=contributions )of|(?<=made )from|(?<=contribute )from|(?<=paid )from|(?<=come )from|(?<=comes )from|(?<=funded )from|(?<=deducted )from) (?:your )?after-tax (?:money|savings)\b(?! (?:sub-?)?(?:accounts?|contributions?|sources?|balances?))",
            "with @basis",
            "after-tax money",
            "after-tax savings",
        ),
        (
            r"\bafter-tax (?:dollars|take-?home|net\b|income|pay\b|paycheck|character|nature|cost|treatment|return|yield|value|rate(?!s? (?:may|can|cannot|must not|shall not|(?:is|are) (?:limited|capped|restricted|held)|together|combined)\b|s? (?:of |from |between )?(?:between |from |up to )?\d)|terms|earnings|proceeds|funds? of|spouse|premium|purchase|deduction)",
            "@basis",
            "after-tax character",
            "after-tax cost",
            "after-tax d",
            "after-tax earnings",
            "after-tax fund",
            "after-tax income",
            "after-tax nature",
            "after-tax p",
            "after-tax r",
            "after-tax n",
            "after-tax spouse",
            "after-tax t",
            "after-tax value",
            "after-tax yield",
        ),
        (r"\bafter-tax (?:employee|nondeductible|participant|voluntary|member)\b", "@true"),
    )
)


def tagged(text: str) -> str:
    """The sources of money in a plain text as tags; "after-tax" stays where it could be either."""
    if "after-tax" not in text and "roth" not in text:
        return text
    for pattern, put in _TAGS:
        text = pattern.sub(put, text)
    text = _CLOSES.sub(lambda found: found[0] if found["open"] else found[0][:-1], text)
    if "after-tax" in text or "@true" in text:
        text = _by_the_sentence(text)
        text = _DEFERRED.sub(lambda found: found[0].replace("after-tax", "@amb"), text)
    return re.sub(r" {2,}", " ", text)


_CLOSES = Pattern(r"(?P<open>\([^()]{8,90})?(?:@true|@roth(?: 401k)?)\)")
"""The end of a bracket that a tag took the beginning of; one that is whole stays."""
_DEFERRED = Pattern(
    r"\bdeferrals?(?: contributions?| amounts?)?\b[^.;@]{0,60}\b(?:designated|treated|characterized|made|as|either)\b[^.;@]{0,30}(?:@pre\b[^.;@]{0,30})?\bafter-tax\b(?! deferral)"
    r"|@pre(?:,|,? or|,? and| ?/|,? and/or) after-tax (?:elective |salary |employee )*deferrals\b"
    r"|\b(?:defer|deferrals?)\b(?! the)[^.;@]{0,90}\bon (?:either )?an? (?:@pre (?:basis )?(?:and/or|or|and) (?:an )?after-tax|after-tax (?:basis )?(?:and/or|or|and) (?:an? )?@pre) basis",
    "after-tax",
)
"""Deferrals that are made "after-tax" are Roth by law, or they are no deferrals: nobody can say."""
EITHER = Pattern(
    r"@pre(?: basis| contributions?)?(?:,? (?:and/or|or)| ?/) (?:on )?(?:an? )?after-tax (?:basis|compensation|contributions?|deferrals?)|\bafter-tax(?: basis)?(?:,? (?:and/or|or)| ?/) (?:on )?(?:an? )?@pre (?:basis|compensation)|@pre basis[^.;@]{0,12}, (?:on )?(?:an )?after-tax basis|\bafter-tax (?:basis )?(?:rather than|instead of) (?:on )?(?:an? )?@pre\b|(?:\beither|\bpay,?|\bsalary,?|\bcompensation,?|\bearnings,?|%) @pre or after-tax(?=\W*$|[,.;] | (?:each|every|to|into) )",
    "after-tax",
)
"""On one basis or the other: so one writes of Roth too."""
_CONVERTS = Pattern(
    r"\bconver|\bsweep|\bswept|\bturn(?:s|ed|ing)? |\bsen(?:d|ds|ding|t) |\bthen (?:applied|treated|continued) (?:as|on)\b|\broll(?:ed|ing|s)? |\btransfer|\binto @roth|\bmov(?:es?|ed|ing) |\bshift|\bflow|\b(?:re-?)?(?:direct|rout|channel)\w* (?:in)?to |\bdivert|\b(?:switch|chang)(?:es?|ing)? (?=(?:your |the |any |their |his |her )?after-tax[^.;]*\b(?:in|inside|within) (?:the|this|our|your) (?:\w+ )?plan\b)"
)
_ROTH_IS = Pattern(
    r"(@roth(?: 401k)?(?:(?!\b(?:and|or|plus) (?:up to|from|an additional|\d|(?:as|on an?|in) after-tax))[^,.;|@)]){0,40}?\b(?:is|are|be|made|contributed|withheld|deducted|taken|come out|treated|considered|as|basis|allows? you to (?:make|contribute))\b(?![^,.;|@]{0,45}\b(?:and|or) (?:up to|from|an additional|\d))[^,.;|@]{0,45}?)\bafter-tax\b",
    "@roth",
)
_ROTH_SO_MADE = Pattern(
    r"(@roth(?: 401k)? (?:(?:elective |salary )?(?:contributions?|deferrals?))(?: (?:to|under|in) the plan)?)(?:,? (?:which|that) (?:are|is)(?: made)?| made)? (?:on an? )?after-tax(?: basis| contributions?)?(?=[.,;)]|$| and (?:earn|grow|are)| up to| subject| in accord)",
    "@roth",
)
_LIST_END = r"(?:,|/|\||;| \+| and| or| &| plus| as well as|\band/or\b|\bto\b)"


_MADE_ROTH = Pattern(
    r"\bafter-tax(?: contributions?| deferrals?| savings?| money| basis)? (?:in)?to (?:an? |the |your |their )?(?:plan's )?(?:elective (?:and |or |and/or ))?(?:designated )?@roth(?! ira)",
    "after-tax",
)
_COMBINATION = Pattern(
    r"\bcombination of (?:both )?(?:@pre(?: contributions?)?,? (?:and|or|&) after-tax|after-tax (?:and|or|&) @pre)\b",
    "combination of ",
)
_BESIDE_BOTH = Pattern(
    rf"@pre\b[^.;]{{0,90}}?@roth\b[^.;@]{{0,60}}?{_LIST_END}[^.;@]{{0,40}}?\bafter-tax\b"
    rf"|@roth\b[^.;]{{0,90}}?@pre\b[^.;@]{{0,60}}?{_LIST_END}[^.;@]{{0,40}}?\bafter-tax\b"
    rf"|@pre\b[^.;@]{{0,40}}?{_LIST_END}[^.;@]{{0,30}}?\bafter-tax\b[^.;@]{{0,40}}?{_LIST_END}[^.;@]{{0,30}}?@roth\b"
    rf"|\bafter-tax\b[^.;@]{{0,40}}?{_LIST_END}[^.;@]{{0,30}}?@(?:pre|roth)\b[^.;@]{{0,40}}?{_LIST_END}[^.;@]{{0,30}}?@(?:pre|roth)\b",
    "after-tax",
)
_MAY_BE_CONVERTED = Pattern(
    r"(?:in-?plan @roth|@roth in-?plan|automatic @roth|@roth) (?:conversions?|rollovers?|transfers?) of [^.;]{0,30}after-tax|after-tax (?:contributions? )?(?:with|and)[^.;]{0,30}in-?plan @roth|after-tax (?:employee )?(?:contributions?|savings)(?: option| feature| source)?\b[^.;@]{0,60}(?:,|\band\b|\bor\b) (?:an? |the )?(?:@roth )?in-?plan (?:@roth )?(?:conver|roll|transf)",
    "@roth",
    "after-tax",
)
_ROTH_CALLED_SO = Pattern(
    r"\b(?:either|both) (?:an? )?@pre,? (?:or|and) (?:an? )?after-tax(?![^.;]*,)|after-tax basis,? \(?(?:including|for example|such as|e\.g\.,?|like) (?:\w+ )?@roth",
    "after-tax",
)
_SAID_TO_DIFFER = Pattern(
    r"\broth\b[^.;)]{0,25} (?:is|are) (?:separate|different|apart|another|distinct|not the same)|(?:unlike|in contrast to|in addition to|beyond|above|on top of|separate from|alternative to|different from|apart from)"
    r"[^.;]{0,60}@roth[^.;]{0,80}after-tax|after-tax[^.;]{0,60}(?:unlike|(?<!such )\bas with|\b(?:just|much|exactly) like|in addition to|beyond|above|on top of|separate from|alternative to|different from)[^.;]{0,60}@roth",
    "roth",
)


def _by_the_sentence(text: str) -> str:
    """What the other sources of the sentence tell about its "after-tax": a third item beside pre-tax and Roth is true."""
    if "after-tax" not in text:
        return text
    if not _CONVERTS.search(text):
        text = _MADE_ROTH.sub("@roth", text)
        text = _ROTH_SO_MADE.sub(r"\1", text)
        before = None
        while before != text:
            before = text
            text = _ROTH_IS.sub(r"\1@roth-basis", text)
    if "@roth" in text:
        # `… or Roth, or a combination of pre-tax and after-tax`: of the two that were named.
        text = _COMBINATION.sub("combination", text)
    if "after-tax" not in text:
        return text
    listed = _BESIDE_BOTH.search(text)
    listed = listed or _LISTED_AS_TRADITIONAL.search(text)
    if "@mega" in text or _MAY_BE_CONVERTED.search(text):
        return re.sub(r"\bafter-tax\b", "@true", text)
    if listed and not _ROTH_CALLED_SO.search(text):
        return re.sub(r"\bafter-tax\b", "@true", text)
    distinct = _SAID_TO_DIFFER.search(text)
    if distinct or _ACCOUNTS_APART.search(text):
        return re.sub(r"\bafter-tax\b", "@true", text)
    if any(sign.search(text) for sign in _TRUE_SIGNS):
        return re.sub(r"\bafter-tax\b", "@true", text)
    if (
        "@true" not in text
        and re.search(
            r"after-tax[^.;]{0,80}(?:taxe?[sd]? (?:up ?front|first|now)[^.;]*)?(?:earnings|growth|gains)[^.;]{0,50}(?:are|is|will be|as) (?:taxable|taxed|subject to|(?:tax-)?deferred)|after-tax contributions?\b[^.;]{0,80}\btaxes on (?:the |any |your )?(?:earnings|growth|gains)[^.;]{0,40}\bdeferred",
            text,
        )
        and "@roth" not in text
    ):
        return re.sub(r"\bafter-tax\b", "@true", text)
    return text


_LISTED_AS_TRADITIONAL = Pattern(
    rf"\btraditional(?: 401k| contributions?)*(?:,| and| or|/)[^.;@]{{0,12}}@roth\b[^.;@]{{0,30}}?{_LIST_END}[^.;@]{{0,20}}?\bafter-tax\b|@roth\b(?: 401k| contributions?)*(?:,| and| or|/)[^.;@]{{0,12}}\btraditional(?: 401k| contributions?)*(?:,| and| or|/)[^.;@]{{0,20}}?\bafter-tax\b",
    "traditional",
)
"""`Roth, traditional, and after-tax contributions`."""
_TRUE_SIGNS = tuple(
    Pattern(text, *needs)
    for text, *needs in (
        (
            r"\bdifferences? between [^.;?]{0,40}(?:@roth\b[^.;?]{0,30}\bafter-tax|\bafter-tax\b[^.;?]{0,30}@roth)",
            "difference",
        ),
        # Each kind has a range of its own.
        (
            r"@roth\b[^.;@]{0,40}\d%[^.;@]{0,30}[;,] ?(?:and )?(?:up to )?after-tax\b[^.;@]{0,20}\d",
            "@roth",
        ),
        # Its earnings are taxed in the end, which those of Roth are not.
        (
            r"\b(?:earnings|growth|gains|income) on (?:your |the |any |those |such )*after-tax (?:contributions?|savings|money|account)s?[^.;]{0,50}\b(?:are|is|will be|be) (?:subject to|taxable|taxed|included in)",
            "earnings on ",
            "gains on ",
            "growth on ",
            "income on ",
        ),
        (
            r"\bafter-tax (?:savings|contributions?|money) (?:is|are) an? (?:third|separate|different)\b[^.;]{0,30}\b(?:kind|type|source|bucket)",
            "are a",
            "is a",
        ),
        (
            r"\b(?:third|fourth) (?:\w+ )?(?:kind|type|place|way|source|bucket|option|choice)\b[^.;@]{0,30}\bafter-tax\b",
            "third",
            "fourth",
        ),
        # It becomes Roth, so it is none.
        (r"conver[a-z]*[^.;]{0,60}after-tax[^.;]{0,60}\b(?:to|into) (?:an? |the |your )?@roth",),
        (
            r"after-tax (?:contributions?|savings|money)\b[^.;]{0,40}(?:; |, |\. )(?:they|these|which|it|those) (?:can|may)(?: also| later| then)? be (?:converted|moved|rolled|transferred|swept|turned)\b[^.;]{0,30}\b(?:in)?to (?:an? |the |your )?@roth(?! ira)",
            "converted",
            "moved",
            "rolled",
            "transferred",
            "swept",
            "turned",
        ),
        (
            r"after-tax[^.;]{0,80}\b(?:moved?|moves|swept|sweeps?|converts?|converted|transferr?(?:ed|s)?|turn(?:ed|s)?|rolled|rolls)\b[^.;]{0,50}\b(?:to|into) (?:an? |the |your |their )?@roth(?! ira)",
        ),
        (
            r"\b(?:move|sweep|turn|transfer)s?\b[^.;]{0,30}after-tax[^.;]{0,40}\b(?:to|into) (?:an? |the |your )?@roth(?! ira)",
            "move",
            "sweep",
            "transfer",
            "turn",
        ),
        # `Roth and after-tax contributions` are two.
        (
            r"\b(?:allows?|permits?|accepts?|offers?|mak(?:e|ing)|includ\w+|consist of)\b(?![^.;]*\bdesignat)[^.;]{0,40}@roth(?: 401k)?(?: elective)?(?: contributions?| deferrals?)?,? (?:and|as well as|and also) (?:voluntary |employee )*after-tax (?:employee )?contributions?\b(?! to an? @roth)",
            "contribution",
        ),
        (
            r"\bafter-tax contributions?(?:,| and) @roth(?: 401k)? (?:contributions?|deferrals?)(?:,| and)",
            "after-tax contribution",
        ),
        # Each has a limit of its own in one sentence.
        (
            r"\d%[^.;@%]{0,70}(?:@pre[^.;@%]{0,25})?@roth[^.;@%]{0,60}\b(?:and|plus|while)\b[^.;@%]{0,50}\d%[^.;@%]{0,60}\bafter-tax\b|(?:@pre[^.;@%]{0,25})?@roth[^.;@%]{0,60}\d%[^.;@%]{0,80}\b(?:and|plus|while)\b[^.;@%]{0,30}\bafter-tax\b[^.;@%]{0,40}\d%",
            "@roth",
        ),
        # It is said in the next breath.
        (r"after-tax[^.;]{0,80}[;,] (?:these|they|such|this|it)\b[^.;]{0,40}\b(?:are|is) nonroth", "nonroth"),
        # It begins where deferrals end.
        (
            r"\b(?:once|when|after|if|as soon as)\b[^.;]{0,60}@(?:pre|roth)[^.;]{0,100}\b(?:limit|maximum|402|cap|ceiling)\b[^.;]{0,120}\bafter-tax\b",
            "cap",
            "ceiling",
            "402",
            "limit",
            "maximum",
        ),
        (
            r"\bafter-tax\b[^.;]{0,100}\b(?:once|when|after|if|as soon as)\b[^.;]{0,60}@(?:pre|roth)[^.;]{0,60}\b(?:limit|maximum|402)",
            "402",
            "limit",
            "maximum",
        ),
        (
            r"\bafter-tax\b[^.;]{0,60}\b(?:once|when|after|if|as soon as|upon)\b[^.;@]{0,60}\b(?:limit\w*|maximum) (?:on|of|for) (?:your |their |the )?@(?:pre|roth)",
            " for @pre",
            " of @pre",
            " on @pre",
            "@roth",
            "the",
            "your @pre",
        ),
        # It may be taken out at any time, which the law does not allow of deferrals.
        (
            r"^(?!.*(?:59\.5|rollover|terminat|retire|former employee))(?=.*\b(?:any ?time|any reason|any age)\b).*\bwithdraw[^.;]{0,70}after-tax (?:contributions?|(?:\w+ )?(?:sub-?)?accounts?|money|savings|balance)",
        ),
        # It goes on beside Roth.
        (r"after-tax[^.;]{0,60}\b(?:while also|as well as|besides|at the same time as)\b[^.;]{0,40}@roth",),
        (r"\b(?:besides|while also|as well as)\b[^.;]{0,60}@roth[^.;]{0,60},[^.;]{0,60}after-tax",),
    )
)
_NO_ROTH_DOES = tuple(
    Pattern(text, *needs)
    for text, *needs in (
        # It is of the old kind, or has not what Roth has.
        (r"\bafter-tax[\"']? (?:contributions?|savings|money|dollars)\b[^.;@]{0,30}\b(?:are|is|means?|refers? to) (?:of )?(?:the |an? )?(?:traditional|regular|conventional|ordinary|old-fashioned|classic|usual),? (?:kind|sort|type|variety|form)\b|\bafter-tax[\"']? (?:contributions?|savings|money|dollars)\b[^.;@]{0,60}\b(?:without|lack|(?:do|does|are|is) not (?:have|get|enjoy|share|carry|offer|receive|come with)|not the same as|different from|unlike)\b[^.;@]{0,40}@roth\b|^\W*unlike @roth\b[^.;@]{0,30}, after-tax (?:contributions?|savings|money)", "traditional", "regular", "conventional", "ordinary", "old-fashioned", "classic", "usual", "without", "lack", "not", "different", "unlike"),
        # The limit on deferrals leaves it alone.
        (r"\bafter-tax (?:contributions?|savings|money|dollars)\b[^.;@]{0,30}(?:\bnot\b|n't\b)[^.;@]{0,30}\b(?:count|subject|appl|limited|included)\w*\b[^.;@]{0,40}\b(?:402\S*|irs|annual|deferral|elective|\$\d\d,\d{3})[^.;@]{0,25}\b(?:limit|maximum)|@roth\b[^.;@]{0,60}\b(?:402\S*|irs|annual|deferral)[^.;@]{0,20}limit\b[^.;@]{0,10}[,;] (?:but |while |and )?after-tax (?:contributions?|savings|money) (?:are|is|do|does) not\b", "limit", "maximum"),
        # It goes on up to the limit on all that is put in.
        (r"\bafter-tax\b[^.;@]{0,60}\b(?:up to|until|to|reach\w*)\b[^.;@]{0,30}\b(?:overall|415\S*|annual additions?)\b[^.;@]{0,25}\blimit", "limit"),
        # It is converted.
        (r"\bafter-tax\b(?! \(?@?roth)[^.;]{0,90}\b(?:conver\w+|swept|sweeps?)\b|\b(?:conver\w+|sweep\w*|swept)\b(?![^.;]{0,60}\b(?:to|into|from @pre to) (?:an? |your )?after-tax)[^.;]{0,70}\bafter-tax\b", "conver", "swe"),
        (r"\b(?:chang|turn|mov|transfer|shift|switch)\w*\b(?! (?:to|from) (?:@pre|@roth))[^.;]{0,60}\bafter-tax\b(?! (?:or @roth|percent\w*|elections?|rate|deferrals?|contribution (?:rate|percent|election)))[^.;]{0,40}\b(?:in)?to (?:[\w'-]+ ){0,2}?@roth\b(?! ira)", "@roth"),
        # It may be taken out without an age or a reason.
        (r"^(?!.*(?:59\.5|hardship|terminat|retire|former employee|qualified|basis)).*(?:\b(?:withdr\w+|taken? out|distribut\w+)\b[^.;]*\bafter-tax\b(?! rollover)[^.;]*\b(?:any ?time|any reason|any age|no restrictions?|without restrictions?|(?:once|twice|times|one|two|four) (?:\w+ ){0,3}(?:year|quarter|months))\b|\bafter-tax\b(?! rollover)[^.;]*\b(?:withdr\w+|taken? out|distribut\w+)\b[^.;]*\b(?:any ?time|any reason|no restrictions?|without restrictions?|(?:once|twice|times|one|two|four) (?:\w+ ){0,3}(?:year|quarter|months))\b|\b(?:any ?time|any reason)\b[^.;]*\bwithdr\w+[^.;]*\bafter-tax\b(?! rollover)|\b(?:once|twice|times) (?:\w+ ){0,4}(?:year|quarter|months)\b[^.;]*\bwithdr\w+[^.;]*\bafter-tax\b(?! rollover))", "withdr", "out", "distrib"),
        # The test holds it down.
        (r"\bafter-tax (?:contributions?|savings)\b[^.;]{0,80}\b(?:highly compensated|hces?)\b|\b(?:highly compensated|hces?)\b[^.;]{0,80}\bafter-tax (?:contributions?|savings)\b", "highly", "hce"),
        (r"^(?!.*@(?:pre|roth)).*(?:\bafter-tax\b[^.;]{0,60}\b(?:highly compensated|hces?)\b|\b(?:highly compensated|hces?)\b[^.;]{0,60}\bafter-tax\b)", "highly", "hce"),
        # It begins where deferrals end.
        (r"\b(?:limit|maximum|reach\w*|max)\b[^.;]{0,110}\b(?:continu\w*|go(?:es)? on|switch\w*|spill\w*|keep\w*|carr(?:y|ies) on|roll(?:s|ed)? over|flow\w*)\b[^.;]{0,50}\bafter-tax\b|\bspill[- ]?over\b[^.;]{0,60}\bafter-tax\b", "limit", "maximum", "reach", "max", "spill"),
        # It goes to a Roth IRA of people who still work, which the law does not allow of deferrals.
        (r"^(?!.*59\.5)(?=.*\bwhile (?:(?:you are|you|they are|they|an employee is|still|actively) ){1,3}(?:work|employ)).*(?:\bafter-tax\b[^.;@]{0,90}\b(?:mov\w+|roll\w*|transfer\w*|tak\w+)|\b(?:mov\w+|roll\w*|transfer\w*|tak\w+)\b[^.;@]{0,30}\bafter-tax)\b[^.;@]{0,60}@roth ira", "@roth ira"),
        # It goes in beyond the limit on deferrals.
        (r"^(?!.*(?:@roth|catch)).*\b(?:beyond|above|over|past|in excess of|exceed\w*|more than) (?:the |your |that |this |your annual |the annual )*(?:(?:irs|402\S*|deferral|elective|salary|legal|regular|@pre|contribution|dollar|\$\d\d,\d{3}) ){1,4}?(?:limits?|maximum)\b[^.;]{0,60}\bafter-tax (?:contributions?|savings|money|dollars)\b", "limit", "maximum"),
        # Beside Roth it is another.
        (r"(?<!/)@roth(?: (?!after|basis)[a-z0-9]+){0,4},? (?:and|&|as well as|plus) (?:voluntary |employee |new |on-going |ongoing )*after-tax (?:contributions?|savings)\b(?! to)|\bafter-tax contributions?,? (?:and|&|as well as|plus) @roth (?:elective |salary |401k )*(?:contributions?|deferrals?|in-plan|conver)", "@roth"),
    )
)  # fmt: skip
"""What is said of after-tax money and never of Roth deferrals."""


def is_no_roth(text: str) -> bool:
    """Whether a tagged sentence says of its "after-tax" money what cannot be said of Roth deferrals."""
    return "after-tax" in text and any(sign.search(text) for sign in _NO_ROTH_DOES)


_NOUN = r"(?: (?:elective|salary|employee|voluntary|401k|savings|nondeductible))*(?: (?:contributions?|deferrals?|accounts?|subaccounts?|sources?))+"
_ACCOUNTS_APART = Pattern(
    rf"(?:@pre|tax-deferred){_NOUN},? (?:and |or )?(?:your |the |an? |his or her )?@roth{_NOUN},? (?:and |or |and/or )?(?:your |the |an? |his or her )?after-tax{_NOUN}|"
    rf"@roth{_NOUN},(?![^.;]{{0,160}}\b(?:is|are|which|that|made|means|known|called|also)\b[^.;]{{0,100}}after-tax)[^.;]{{0,160}}?(?:,|\band|\bor|and/or) (?:\(\w+\) )?(?:an? |the |his |her |your |any |such )*after-tax{_NOUN}"
    rf"|after-tax{_NOUN},(?![^.;]{{0,160}}\b(?:is|are|which|that|made|means|known|called|also)\b[^.;]{{0,100}}@roth)[^.;]{{0,160}}?(?:,|\band|\bor|and/or) (?:\(\w+\) )?(?:an? |the |his |her |your |any |such )*@roth{_NOUN}",
    ",",
)
"""A list that names a Roth account and an after-tax account as two things."""


_KNOWN = Pattern(r"@true")
_OPEN = Pattern(r"\bafter-tax\b")


def resolved(text: str, after_tax_is_true: bool | None) -> str:
    """The tags when the whole document is known: a plain "after-tax" is true (True), open (None) or Roth (False)."""
    if "@true" in text:
        text = _KNOWN.sub("@at", text)
    if "after-tax" in text:
        text = _OPEN.sub({True: "@at", None: "@amb", False: "@amb"}[after_tax_is_true], text)
    return text
