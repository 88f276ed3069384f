"""What is said of money that leaves the plan, as slots: the act, the occasion, how freely, leave and denial, each a word of its own.

`You don't have to quit to get at your after-tax money` becomes `you #free to #out your @at money`: the rules of `while_employed`
see classes of phrases and no phrase of their own. A class is widened here, and all of them know it.
"""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_WHO = r"(?:you(?:'ve)?|i|we|they|he or she|he|she|(?:an?|the|any|each|such|every) (?:\w+ )?(?:participant|employee|member|associate|person)|(?:participants|employees|members|associates|people))"
_WHOSE = r"(?:(?:your|my|his or her|his|her|their|our|the|an?|any|actual|date|day|time|of|on which|when|that|participant's|member's|employee's|such|other) )*"
_AT_WHOM = r"(?: (?:from|of|with|by|the|your|my|his or her|his|her|their|our|us|active|here|all|this|company|service|employment|employer|job|work|firm|bank|institute|cooperative|hospital|university|membership|foundation|school|plan sponsor|behind)\b)*(?:(?<= from| with) the [a-z]+\b(?! (?:plan|account|trust)))?"
_ENDS = (
    r"(?:sever(?:ance|ed|s)\b|terminat(?:ion|ed|es?|ing)\b|separat(?:ion|ed|es|ing)\b|separate(?=\W*$|[.,;]| from| or\b)|retir(?:ement|ed|es?|ing)\b(?! (?:plans?|savings|accounts?|program|benefits?))"
    r"|leav(?:es?|ing)\b(?! (?:of absence|it\b|them\b|your (?!company|job|employer|work|employment)|the (?:plan|money|account|balance)|money|any\b|that\b|in\b))|(?<=have )left\b|(?<=has )left\b|(?<=you've )left\b|quit(?:s|ting)?\b|resign(?:s|ed|ing|ation)?\b|depart(?:s|ed|ure|ing)?\b|stop(?:s|ped|ping)? work(?:ing)?\b"
    r"|ceas(?:e|es|ed|ing) (?:to (?:be (?:employed|an? \w+)|work)|employment|work|service)\b|cessation of (?:employment|service)|end(?:s|ed|ing)?(?: of)? (?:your |his or her |their |the )?(?:employment|service|job)\b|(?:employment|service|job|work)(?: with (?:us|the [a-z]+|[a-z]+))? (?:ends?|ended|has ended|is over|terminates|stops|ceases|comes to an end)\b|last day(?: (?:at|of|on|in|with|here|us|work|the|job|employment|service|company))*"
    r"|lay-?offs?\b|laid off\b|deaths?\b|dies?\b|(?:become |becomes |becoming )?disab(?:led|ility)\b|(?:are|is|have|has|you've) gone\b|part(?:ed)? ways\b|out the door\b|(?:are |is )?no longer (?:work\w*|employed|an? (?:active )?(?:employee|participant|member))\b|(?:former|terminated|retired) (?:employees?|participants?|members?)\b)"
)
_TURN = r"(?:(?:have |has |been |be |is |are |at |after |from |upon |on |reach(?:ed|es|ing)? |attain(?:ed|s|ing|ment)? |turn(?:ed|s|ing)? |the |age |of |least |over |older |than |that |an? |your )*)"
_THEN = r"(?:,|/| or| and| and/or| nor| upon| on| at| after| when| if| once| in| case| for| of| by| reason| the| your| his| her| their| an?| any| event|you|become|(?<=\W)(?:you|they|he or she|a participant|it)\b| earlier| later| other| ?\(|\)| being)*"

_BLANKS = Pattern(r" {2,}")


def _with_its_money(found: re.Match[str]) -> str:
    """`take your after-tax money out`: the act, and behind it the money that stood within."""
    return f" #out {' '.join(_MONEY.findall(found[0]))} "


def _one_of_several(found: re.Match[str]) -> str:
    """Occasions in a row: nothing but ends of employment, ends and others, or an age beside a need."""
    kinds = set(_KINDS.findall(found[0]))
    if len(kinds) == 1:
        return f" {kinds.pop()} "
    return " #mix " if "#end" in kinds else " #age_need "


_KINDS = Pattern(r"#(?:end|age|need)")
_MONEY = Pattern(r"(?:(?:your|the|of|from|to) )?@\w+(?: contributions?| accounts?| money| ira)?|\b(?:them|it)\b")


_SLOTS = (
    # what ends employment, an age, a need
    (Pattern(r"\bnon-? ?hardship\b(?= (?:withdrawals?|distributions?|payments?))", "hardship"), " #free "),
    (Pattern(r"\bin[- ](?:the )?service\b(?= (?:of|from|with)? ?(?:or|nor) )"), " #work "),
    (Pattern(rf"\b{_TURN}59_5(?: years)?(?: old| of age)?(?: (?:or|and) (?:older|over|later|above|up))?", "59_5"), " #age "),
    (Pattern(r"\b(?:at |after |reach |attain |age |of )*(?:age (?:5[05]|6\d|7\d)|(?:normal )?retirement age)\b", "age"), " #age "),
    (
        Pattern(
            r"(?<!\w)(?:(?:an?|any|the|financial|proving|showing|proof of|prove|show|demonstrat\w+|severe|immediate|documented|case of|event of|account of|for|in|on|giving|give|state|stating|approved|claim|having|have) )*(?:hardships?|emergenc(?:y|ies)|financial needs?|(?<=age or )need|(?<=age nor )need)\b(?: (?:withdrawals?|distributions?|reasons?|expenses?)\b)?",
            "hardship", "emergenc", "need",
        ),
        " #need ",
    ),
    (Pattern(rf"\b(?:{_WHO} (?:actually |ever )?(?:have |has |are |is )?)?{_WHOSE}{_ENDS}{_AT_WHOM}"), " #end "),
    (Pattern(r"(?: #end)+\b", "#end"), " #end "),
    # several of them are one: of them only the end, or others besides
    (Pattern(rf" #(?:end|age|need)(?:(?=,| ?/| or\b| and\b| nor\b| ?\(){_THEN} #(?:end|age|need)\b)+", "#end", "#age", "#need"), _one_of_several),
    # neither of them is asked for
    (
        Pattern(
            r"(?:\bthe )?(?:(?:#age_need|#age|#need|#mix|withdrawal|these|those|such|same|in-service|usual|normal) )+(?:rules?|restrictions?|requirements?|limits?|limitations?|conditions?|tests?) (?:do|does) not apply (?:to|for)\b",
            "not apply",
        ),
        " #free for ",
    ),
    (
        Pattern(
            r"\bnot (?:be )?(?:subject to|bound by|limited by|restricted by|governed by) (?:(?:the|any|these|those|such|same|withdrawal|in-service|distribution|usual|normal|#age_need|#age|#need|#mix) )*(?:restrictions?|rules?|limits?|limitations?|conditions?)\b(?: (?:that|which|as) apply to [^.;]*?(?=,| and (?:can|may)\b|\.|;| $))?",
            "not ",
        ),
        " #free ",
    ),
    (
        Pattern(
            r"\b(?:(?:need|must|do|does|will|would) not (?:(?:have|need|be required|be|ever|wait|to) )*|not required to |no need (?:to|for) |no longer (?:have|need) to |without (?:having to |first |(?:any )?regard to |waiting )?|regardless of |irrespective of |no matter |whether or not |non-? ?|no |nor |even if |never (?:have|need) to )(?:(?:wait|until|till|for|have|be|been|reach|attain|in|any|proof|of|your|when|whether|prove|show|a|the|#age|age|reason|length|years|or|nor|and|to|is|required) )*#(?:end|age_need|age|need|mix)(?: (?:is |are )?(?:needed|required|necessary|requirement\w*|restriction\w*|or not))?",
            "#end", "#age", "#need", "#mix",
        ),
        " #free ",
    ),
    (Pattern(r"#(?:end|age_need|age|need|mix) (?:is|are|need|must|do|does) not (?:be )?(?:needed|required|necessary|necessarily|a condition|asked|shown|apply)\b|\b(?:no|non) ?- ?#need|#need or not\b", "#"), " #free "),
    (
        Pattern(
            r"\bwithout (?:any )?(?:age )?(?:restrictions?|conditions?|limits?|limitations?)\b|\bwithout (?:giving |stating |needing )?(?:an?|any) reason\b|\b(?:no|without)(?: \w+)? (?:questions? (?:asked)?|reasons? (?:is |are )?(?:needed|required|asked|given)?|approval(?: needed)?)|\bneeds? no (?:approval|reason|excuse|justification)\b|\b(?:no|not? an?|without an?y?|there is no)(?: minimum)? (?:age(?: (?:limit|requirement|restriction|minimum|condition))?s?|minimum age|restrictions?|conditions?)\b(?! (?:on|for) loan)|\bage (?:requirements?|limits?|restrictions?): (?:none|no)\b"
            r"|\b(?:need|must|do|does) not (?:(?:have|need|to) )*(?:tell|say|explain|give|state|show|prove|justify)\b[^.;,]{0,20}|\b(?:never|not) (?:\w+ )?ask (?:why|for a reason)\b",
            "without", "no ", "not ", "never", "age ",
        ),
        " #free ",
    ),
    (
        Pattern(
            r"\b(?:at |any ?time, )*any ?time\b(?! (?:you|they|he or she|i|an?|the|participants?) (?!like|want|wish|ask|choose|please|need|decide))(?: (?:you|they|he or she|participants?)(?: (?:like|want|wish|ask|choose|please|need|decide)\w*)*(?: (?:it|them|to)\b)*)?|\bwhen(?:ever)? (?:you|they|he or she|one)(?: would|'d)? (?:likes?|wants?|wish(?:es)?|asks?|chooses?|pleases?|needs?|decides?)(?: (?:it|them|to|for it)\b)*|\b(?:for )?(?:any|whatever) reason(?: (?:at all|whatsoever|you like))?|\bat will\b|\bas (?:you|they) (?:please|like|wish|see fit)\b|\b(?:on|upon) (?:(?:written|his or her|their|your|a|an) )*(?:request|demand|application)\b|\bfreely\b|\bunrestricted\b|\bat all times\b|\b(?:at|of) any age\b|\ball ages\b|(?:regardless|irrespective) of (?:\w+ )?(?:age|reason)\b|\bwithout regard to age\b|\bwhatever (?:your|their) age\b|\bat any point\b|\b(?:still )?(?:working|employed) or not\b|\bwhether (?:or not )?(?:you are )?(?:employed|working|still here)(?: or not)?\b",
        ),
        " #free ",
    ),
    (Pattern(r"#free (?:,? ?(?:or|nor|and) (?:(?:any|the|your|in|for) )*(?:need|reason|age|cause|#age|#need|#free) )+", "#free"), " #free "),
    (Pattern(r"\bin-service (?:options|access|availability|choices|rules)\b", "in-service"), " #work #out "),
    # while one works
    (
        Pattern(
            rf"\b(?:who|that|has|have|had|is|are) (?:has |have |is |are )*not (?:yet )?(?:(?:had|incurred|experienced|been) )?(?:an? )?#(?:end|mix)|\b(?:before|prior to)(?: or |/)after #end|\b(?:who|that) (?:is|are)(?: \w+)? (?:employed|working|active)\b|\bthose (?:still )?(?:at work|working|employed|in service)\b|\b(?:active|current|working) (?:\w+ )?(?:employees?|participants?|members?|associates?|staff|team members?|workers?|employment|service)\b|\bin (?:active |the )*(?:service|employment|employ)\b(?! (?:of|charge))|\bin-?service\b"
            rf"|\b(?:(?:even )?(?:while|when|if|as long as|so long as|for as long as|during the time)(?: {_WHO})?|still)(?: (?:are|is|remains?|stays?|still|actively|continues? to|yet))* (?:be )?(?:employed|employees?|an? (?:active )?employee|in (?:our |the )?employ(?:ment)?|works?\b|working|at work|active|on (?:the|our) (?:job|payroll|staff)|on staff|here|in service|with (?:us|the company|the \w+)|one of us)(?: (?:here|by|for|with|at|in) ?(?:us|the company|the \w+|[a-z]+)?)?\b(?! of\b)|\bduring (?:your |their |his or her |active |the )*(?:employment|service|working years|career)\b|\bon (?:the|our) payroll\b|\bon the job\b|\bemployment (?:continues|lasts)\b|\bwhile employed\b",
            "not", "before", "prior", "who", "that", "those", "active", "current", "working", "in", "while", "when", "as long", "so long", "during", "still", "on ", "employment", "if ",
        ),
        " #work ",
    ),
    (Pattern(r"\b(?:under|below|younger than|not yet|less than|has not|have not|not)(?: yet)? #age", "#age"), " #young "),
    (Pattern(rf"\b(?:before|prior to|sooner than|earlier than|ahead of|short of|in advance of)(?: (?:{_WHO}|{_WHOSE.rstrip(')*')})*))? ?#(?P<what>end|age_need|age|mix)", "#"), r" #before_\g<what> "),
    (Pattern(rf"\b(?:until|till|unless)(?: (?:after|the|{_WHO}|your|have|has|and|in the|by reason of|upon|in|on|for|either|is|are|it is))* ?#(?P<what>end|age_need|age|mix|need)", "#"), r" #until_\g<what> "),
    # how often
    (
        Pattern(
            r"\b(?:(?:not|no|nor|but|up to|limit(?:ed)?(?: to| of)?|more|than|often|at most|only|maximum of) )*(?:once|twice|one|two|three|four|six|\d+)(?: (?:times?|such|withdrawals?|distributions?|requests?|of them))*(?: (?:per|a|an|each|every|in|during|within|any|calendar|plan|rolling))+ (?:calendar |plan |fiscal |\d+-? ?)?(?:year|quarter|month|12-month period|half-year|six months|\d+ months|period|half)s?\b|\b(?:quarterly|monthly|annually|yearly)\b|\b(?:(?:not|no|up to|more|than|often|at most|only) )*(?:once |twice )?(?:every|in any|in every) (?:two|three|four|six|twelve|\d+) months\b|\b(?:each|every) (?:calendar |plan )?(?:year|quarter|month|spring|fall)\b",
            "year", "quarter", "month", "annually", "period", "half", "spring", "fall",
        ),
        " #often ",
    ),
    # the act
    (
        Pattern(
            r"\bwithdr[ae]w\w*|\bdistribut(?:e|es|ed|ing|ions?|able)\b|\b(?:take|takes|taken|taking|get|gets|getting|pull|pulled|pulling|move|moved|moving|come|comes|coming|paid|pay|pays|paying|roll|rolled|rolling|rolls|cash|cashed|cashing) (?:[^.;:#]{0,60}? )?(?:back out|out|over)\b(?! (?:your|the) (?:limit|cap|maximum))(?: of (?:the|your) plan)?|\b(?:get|gets|getting) (?:at|to)\b(?= (?:it|them|the|your|my|their|money|@at|this|that))|\b(?:take|taken|taking|have|get|getting|receive|given) (?:(?:[^.;:#]{0,50} )?back)\b|\b(?:have|has) (?:[^.;:#]{0,50} )?paid (?:to|out)\b"
            r"|\b(?:take|takes|taken|taking)\b(?= (?:(?:your|their|my|his|her|the|all|any|some|part|of|or|from|this|these|a portion|everything) )*(?:@at|it\b|them\b|money\b|cash\b))|\btaken\b(?! (?:into|for|from your pay|as))|\b(?:send|sent|sends|pay|pays|paid|mail|mailed|payable)\b(?= (?:(?:you|to you|to (?:him|her|them|an?|the|any)|out|any part|all|up to|before|prior|while|your @at|#)))|\bpay-?outs?\b|\bin-service payments?\b|\bpayments?(?= (?:of|from|to) )|\bdr(?:aw|awn|awing|aws)\b(?: (?:on|from|down|upon))?|\btap(?:s|ped|ping)?\b(?: into)?|\baccess(?:ed|ible|ing|es)?\b|\breach(?= (?:your |the |their |my )?(?:@at|it\b|them\b|that money))|\btouch(?:ed)?\b|\bremov(?:e|ed|ing|al)\b|\breleas(?:e|es|ed|ing)\b|\bliquid\b|\b(?:get|gets|getting)\b(?= (?:(?:your|my|their|the) )?@at)|\b(?:at|to) (?:your|his or her|their|an employee's) (?:full )?disposal\b|\bdip(?:ped)? into\b|\bwithin reach\b"
            r"|\b(?:roll|rolled|rolling|rolls|move|moved|moving|transfer|transferred|transferring|send|sent|go|goes|going|directed)\b(?= [^.;:#]{0,60}\bto (?:[\w'-]+ ){0,3}?(?:@roth )?iras?\b)|\brollovers?(?= (?:of|from) [^.;:#]{0,30}@at)|\breceive\b(?= (?:your|their|his|her|an? |any|all|part|@at))|\bavailable\b(?= (?:#work|#free|#before|#young|in cash))",
        ),
        _with_its_money,
    ),
)  # fmt: skip


def slots(text: str) -> str:
    """A sentence with its slots in place of the phrases."""
    text = f" {text.replace('59.5', '59_5')} "  # its dot ends no sentence
    for pattern, put in _SLOTS:
        put_in = pattern.sub(put, text)
        if put_in is not text:
            text = _BLANKS.sub(" ", put_in)
    return text.replace(" ,", ",").replace(" .", ".").strip()
