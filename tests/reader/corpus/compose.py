"""Plan documents of our own: facts drawn by a seed, said in clauses, hidden among what such documents also say."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from tests.reader.corpus import clauses as say
from tests.reader.corpus.filler import CONTENTS_QUESTIONS, FILLER, SECTIONS

LAYOUTS = (
    "plain",
    "columns",
    "interleaved",
    "tables",
    "small-print",
    "questions",
    "contents",
    "bullets",
    "dark-bars",
    "scans",
)
SENTENCES = {"small-print": 95, "columns": 48, "tables": 44, "interleaved": 42, "plain": 36, "contents": 36}
"""About how many fill a page."""
KEEPERS = (
    "Fidelity",
    "Vanguard",
    "Schwab",
    "Empower",
    "Alight",
    "T. Rowe Price",
    "Principal Financial",
    "Merrill",
    "Voya",
    "Transamerica",
)
EMPLOYERS = (
    "Initrode",
    "Vandelay Industries",
    "Hooli",
    "Globex",
    "Wernham Hogg",
    "Pied Piper",
    "Stark & Sons",
    "Wayne Freight",
    "Umbrella Foods",
    "Acme Works",
)


@dataclass
class Block:
    """One piece of a document: heading, paragraph, item, question, or row of a table; `key` where a fact stands in it."""

    kind: str
    text: str
    label: str = ""
    key: bool = False


@dataclass
class Made:
    """A document, and what is true of its plan; a field that is not in `truth` is not stated."""

    name: str
    layout: str
    pages: int
    blocks: list[Block] = field(default_factory=list)
    truth: dict[str, Any] = field(default_factory=dict)


class _Writer:
    def __init__(self, seed: int, held_out: bool) -> None:
        self.draw = random.Random(seed)
        self.held_out = held_out
        self.truth: dict[str, Any] = {}
        self.sections: dict[str, list[str]] = {}

    def pick(self, family: list[str]) -> str:
        """A sentence of a family: held-out documents use every third, the others the rest."""
        chosen = [text for place, text in enumerate(family) if (place % 3 == 2) == self.held_out]
        return self.draw.choice(chosen or family)

    def tell(self, section: str, text: str) -> None:
        self.sections.setdefault(section, []).append(text)

    def chance(self, share: float) -> bool:
        return self.draw.random() < share


def make(number: int, held_out: bool, most_pages: int = 80) -> Made:
    """Document `number`; its layout goes round, its facts and words come from its seed."""
    w = _Writer(number * 7919 + held_out, held_out)
    _facts(w)
    layout = LAYOUTS[number % len(LAYOUTS)]
    employer = EMPLOYERS[(number * 3) % len(EMPLOYERS)]
    made = Made(f"{employer} 401(k) Savings Plan", layout, min(w.draw.randint(38, 80), most_pages), truth=w.truth)
    _write(made, w)
    return made


def _facts(w: _Writer) -> None:
    allowed = w.draw.choices(["yes", "no", "frozen", None], [60, 18, 12, 10])[0]
    _say_after_tax(w, allowed)
    if allowed == "yes":
        _after_tax_terms(w)
    elif allowed == "frozen" and w.chance(0.7):
        w.truth["in_service_withdrawal"] = "yes"
        _withdraw(w, "yes")
    if w.chance(0.75):
        w.truth["deferral_cap_percent"] = percent = w.draw.choice([25, 50, 60, 75, 80, 90])
        w.tell("Your Contributions", w.pick(say.DEFERRAL_CAP).format(deferral=percent))
        w.truth["roth_deferrals"] = "yes"
    if w.chance(0.8) or allowed is None:
        w.truth["roth_deferrals"] = "yes"
        w.tell("Your Contributions", w.pick(say.ROTH["yes"]))
    if allowed is None:
        w.truth["roth_deferrals"] = "yes"
        for text in w.draw.sample(say.DISGUISES, 2):
            w.tell("Your Contributions", text)
    _match(w)
    _pay(w)
    _other(w)


def _say_after_tax(w: _Writer, allowed: str | None) -> None:
    if allowed is None:
        return
    w.truth["after_tax_allowed"] = allowed
    where = w.draw.choice(
        ["Your Contributions", "After-Tax Contributions" if allowed != "no" else "Types of Contributions"]
    )
    text = w.pick(say.AFTER_TAX[allowed])
    w.tell(where, text)
    if (
        "Roth and after-tax" in text
        or "Roth, and after-tax" in text
        or "Roth or after-tax" in text
        or "pre-tax and Roth" in text
    ):
        w.truth.setdefault("roth_deferrals", "maybe")
    if "only two ways" in text or "other than Roth" in text or "Roth 401(k), and after-tax" in text:
        w.truth.setdefault("roth_deferrals", "maybe")
    if allowed == "frozen":
        w.tell(where, w.draw.choice(say.STALE))
    w.truth.setdefault("roth_deferrals", "maybe")


def _after_tax_terms(w: _Writer) -> None:
    if w.chance(0.6):
        w.truth["after_tax_cap_percent"] = cap = w.draw.choice([6, 8, 10, 12, 15, 20, 25, 35])
        w.tell("After-Tax Contributions", w.pick(say.AFTER_TAX_CAP).format(cap=cap))
        if w.chance(0.5):
            w.truth["hce_after_tax_cap_percent"] = hce = w.draw.choice([2, 3, 4, 5])
            w.tell("After-Tax Contributions", w.pick(say.HCE_CAP).format(hce=hce))
    if w.chance(0.5):
        w.truth["combined_cap_percent"] = combined = w.draw.choice([85, 92, 95, 100])
        w.tell("After-Tax Contributions", w.pick(say.COMBINED_CAP).format(combined=combined))
    mode = w.draw.choices(["automatic", "on-request", "no", None], [35, 35, 12, 18])[0]
    if mode:
        w.truth["in_plan_conversion"] = mode
        w.tell("Converting to Roth", w.pick(say.CONVERSION[mode]))
    taken = w.draw.choices(["yes", "no", None], [55, 20, 25])[0]
    if taken:
        w.truth["in_service_withdrawal"] = taken
        _withdraw(w, taken)
    for name, family, section in (
        ("spillover", say.SPILLOVER, "After-Tax Contributions"),
        ("match_on_after_tax", say.AFTER_TAX_MATCH, "Company Match"),
    ):
        if w.chance(0.55):
            w.truth[name] = value = w.draw.choice(["yes", "no", "no"])
            w.tell(section, w.pick(family[value]))


def _withdraw(w: _Writer, taken: str) -> None:
    text = w.pick(say.WITHDRAWAL[taken])
    w.tell("Withdrawals While You Work", text)
    for words, often in (("once per calendar quarter", 4), ("twice per calendar year", 2), ("six-month period", 2)):
        if words in text:
            w.truth["withdrawals_per_year"] = often


def _match(w: _Writer) -> None:
    kind = w.draw.choices(["one", "two", "full", "dollars", None], [40, 25, 15, 10, 10])[0]
    if kind is None:
        return
    rate, reach = w.draw.choice([25, 50, 60, 75]), w.draw.choice([3, 4, 5, 6, 8])
    given = {
        "rate": rate, "cents": rate, "dollars": f"0.{rate:02d}", "reach": reach, "rate2": w.draw.choice([20, 30, 40]),
        "reach2": 2, "upper": reach + 2, "first": "3,000", "next": "6,000",
    }  # fmt: skip
    w.tell("Company Match", w.pick(say.MATCH_TIERS[kind]).format(**given))
    tiers = {
        "one": [(rate, reach, None)], "two": [(rate, reach, None), (given["rate2"], 2, None)], "full": [(100, reach, None)],
        "dollars": [(100, None, 3000), (50, None, 6000)],
    }[kind]  # fmt: skip
    w.truth["match"] = tiers
    if kind != "dollars" and w.chance(0.35):
        w.truth["match_limits"] = most = w.draw.choice([4000, 6000, 7500, 12000])
        w.tell("Company Match", w.pick(say.MATCH_MOST).format(most=f"{most:,}"))
    if w.chance(0.7):
        w.truth["match_period"] = period = w.draw.choice(list(say.MATCH_PERIOD))
        w.tell("Company Match", w.pick(say.MATCH_PERIOD[period]))
    for name, family, share in (("true_up", say.TRUE_UP, 0.6), ("match_on_catch_up", say.CATCH_UP_MATCH, 0.6)):
        if w.chance(share) and not (name == "true_up" and w.truth.get("match_period") == "year"):
            w.truth[name] = value = w.draw.choice(["yes", "no"])
            w.tell("Company Match", w.pick(family[value]))


def _pay(w: _Writer) -> None:
    if not w.chance(0.85):
        return
    out = w.draw.sample(["equity", "severance", "overtime"], w.draw.randint(1, 3))
    inside = [word for word in ("bonus", "commission") if w.chance(0.7)] or ["bonus"]
    names = {"bonus": "annual bonuses", "commission": "sales commissions"}
    excluded = (
        " and ".join(
            [", ".join(w.draw.choice(say.EXCLUDES[each]) for each in out[:-1]), w.draw.choice(say.EXCLUDES[out[-1]])]
        )
        if len(out) > 1
        else w.draw.choice(say.EXCLUDES[out[0]])
    )
    w.tell(
        "Eligible Pay",
        w.pick(say.ELIGIBLE_PAY).format(includes=" and ".join(names[each] for each in inside), excludes=excluded),
    )
    w.truth["eligible_pay"] = True
    w.truth["pay_excludes"] = sorted(out)


def _other(w: _Writer) -> None:
    if w.chance(0.5):
        w.truth["super_catch_up"] = value = w.draw.choice(["yes", "no"])
        w.tell("Catch-Up Contributions", w.pick(say.SUPER[value]))
    if w.chance(0.6):
        w.truth["auto_enrolment_percent"] = rate = w.draw.choice([3, 4, 5, 6])
        w.tell("Enrolling", w.pick(say.AUTO_ENROL).format(auto=rate))
        if w.chance(0.6):
            w.truth["auto_increase_percent"], w.truth["auto_increase_up_to_percent"] = step, top = (
                1,
                w.draw.choice([10, 12, 15]),
            )
            w.tell("Enrolling", w.pick(say.AUTO_INCREASE).format(step=step, ceiling=top))
    if w.chance(0.3):
        w.truth["nonelective"] = rate = w.draw.choice([2, 3, 4])
        w.tell("Other Company Contributions", w.pick(say.NONELECTIVE).format(ne=rate))
    keeper, phone = w.draw.choice(KEEPERS), f"800-555-01{w.draw.randint(10, 99)}"
    w.truth["recordkeeper"], w.truth["phone"] = keeper.removesuffix(" Financial"), phone
    w.tell("Administration", w.pick(say.KEEPER).format(keeper=keeper, phone=phone))
    if w.chance(0.4):
        w.truth["safe_harbor"] = "yes"
        w.tell("Administration", w.pick(say.SAFE_HARBOR))
    w.truth["plan_year_ends"] = "December 31"
    w.tell("Administration", w.pick(say.PLAN_YEAR))


def _write(made: Made, w: _Writer) -> None:
    blocks = made.blocks
    blocks.append(Block("title", made.name))
    blocks.append(Block("p", f"Summary Plan Description, effective January 1, {w.draw.choice([2024, 2025, 2026])}"))
    if made.layout in ("contents", "questions", "plain"):
        blocks.append(Block("contents", "\n".join([*w.sections, *SECTIONS, *CONTENTS_QUESTIONS])))
    order = list(w.sections)
    w.draw.shuffle(order)
    fillers = [FILLER[w.draw.randrange(len(FILLER))] for _ in range(int(made.pages * SENTENCES.get(made.layout, 31)))]
    share = max(len(fillers) // (len(order) + len(SECTIONS)), 1)
    names = [*order, *SECTIONS]
    w.draw.shuffle(names)
    for name in names:
        blocks.append(
            Block(
                "question" if made.layout == "questions" and name in order else "h",
                f"What about {name.lower()}?" if made.layout == "questions" and name in order else name,
            )
        )
        told = [Block("p", text, key=True) for text in w.sections.get(name, [])]
        if made.layout == "bullets" and told:
            _bullets(blocks, told)
        elif made.layout == "tables" and len(told) > 1:
            blocks += [
                Block("row", block.text, label=f"{name} ({place})", key=True) for place, block in enumerate(told, 1)
            ]
        else:
            blocks += told
        batch, fillers = fillers[:share], fillers[share:]
        for place in range(0, len(batch), 5):
            text = batch[place : place + 5]
            if w.chance(0.35):
                text.insert(w.draw.randrange(len(text) + 1), w.draw.choice(say.TRAPS))
            blocks.append(Block("p", " ".join(text)))


def _bullets(blocks: list[Block], told: list[Block]) -> None:
    blocks.append(Block("p", "The following applies:"))
    blocks += [Block("li", block.text, key=True) for block in told]
