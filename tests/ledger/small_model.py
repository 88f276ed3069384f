"""A small model of the ledger, written from the law alone: fractions, queues of money, no module of the program.

It is told the same things as the ledger, one after the other, and must come to the same cents. A thing that cannot be
raises `Impossible`. Days never repeat, but for payments that are one distribution.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

Day = datetime.date


class Impossible(Exception):
    """More is taken than there is."""


def half_up(amount: Fraction) -> int:
    return floor(amount + Fraction(1, 2))


def share(amount: int, basis: int, value: int) -> int:
    """Basis in a payment: its proportion, never more than the payment or what is left."""
    return min(half_up(Fraction(amount * basis, value)), amount, basis) if value else 0


@dataclass
class Pay:
    """One payment: `to` is an account, "plan" for a conversion inside it, or "" for cash."""

    key: str
    source: str
    amount: int
    to: str = ""
    basis: int | None = None


@dataclass
class Back:
    key: str
    day: Day
    to: str
    amount: int


@dataclass
class Outcome:
    basis: int
    taxable: int
    recaptured: int = 0


@dataclass
class Model:
    born: Day
    separate: dict[str, bool]
    pots: defaultdict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    after_tax: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    roth: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    inside: defaultdict[str, list[list[int]]] = field(default_factory=lambda: defaultdict(list))
    first: dict[str, int] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    ira: list[tuple[Day, str, int, int]] = field(default_factory=list)
    """Day, what, amount, year: nondeductible, rolled_in, distributed, converted, outstanding."""
    roth_ira: list[tuple[Day, str, int, int, int, tuple[tuple[int, int], ...]]] = field(default_factory=list)
    """Day, what, year, amount, untaxed, tail."""
    year_ends: dict[int, int] = field(default_factory=dict)
    day: Day = Day.min
    came: int = 0
    went: int = 0

    def at(self, day: Day) -> None:
        for year in range(self.day.year, day.year) if self.day > Day.min else ():
            self.year_ends[year] = self.pots["ira", "traditional"]
        self.day = day

    def close(self, day: Day) -> None:
        self.at(day)
        self.year_ends[day.year] = self.pots["ira", "traditional"]

    def put(self, account: str, source: str, amount: int) -> None:
        if self.pots[account, source] + amount < 0:
            raise Impossible
        self.pots[account, source] += amount
        self.came += amount

    def take(self, account: str, source: str, amount: int) -> None:
        if amount > self.pots[account, source]:
            raise Impossible
        self.pots[account, source] -= amount
        self.went += amount

    def contribute(self, day: Day, account: str, source: str, amount: int, basis: int = 0, year: int = 0) -> None:
        self.at(day)
        self.put(account, source, amount)
        if source == "after_tax":
            self.after_tax[account] += amount
        elif source == "roth":
            self.roth[account] += amount
            self._first(account, day.year)
        elif source == "traditional":
            self.ira.append((day, "nondeductible", basis, year))
        elif source == "regular":
            self.roth_ira.append((day, "regular", year, amount, 0, ()))

    def earn(self, day: Day, account: str, source: str, amount: int) -> None:
        self.at(day)
        self.put(account, source, amount)

    def value(self, day: Day, account: str, source: str, amount: int) -> None:
        self.at(day)
        self.put(account, source, amount - self.pots[account, source])

    def _first(self, plan: str, year: int) -> None:
        self.first[plan] = min(self.first.get(plan, year), year)

    def basis_in(self, plan: str, pays: list[Pay]) -> int:
        whole = sum(pay.amount for pay in pays)
        if pays[0].source in ("roth", "converted"):
            return share(whole, self.roth[plan], self.pots[plan, "roth"] + self.pots[plan, "converted"])
        if self.separate[plan]:
            own = sum(pay.amount for pay in pays if pay.source == "after_tax")
            return share(own, self.after_tax[plan], self.pots[plan, "after_tax"])
        value = sum(self.pots[plan, source] for source in ("pre_tax", "match", "after_tax"))
        return share(whole, self.after_tax[plan], value)

    def pay_from_plan(self, day: Day, plan: str, pays: list[Pay], backs: list[Back]) -> None:
        """One distribution. What `backs` receive is put there by `arrive`, on its own day."""
        self.at(day)
        wanted: defaultdict[str, int] = defaultdict(int)
        for pay in pays:
            wanted[pay.source] += pay.amount
        if any(amount > self.pots[plan, source] for source, amount in wanted.items()):
            raise Impossible
        of_roth = pays[0].source in ("roth", "converted")
        basis = self.basis_in(plan, pays)
        pretax = sum(pay.amount for pay in pays) - basis
        (self.roth if of_roth else self.after_tax)[plan] -= basis
        direct, cash = [p for p in pays if p.to], [p for p in pays if not p.to]
        old_enough = self._old_enough(day)
        qualified = of_roth and old_enough and day.year >= self.first[plan] + 5
        # Cash: pre-tax money that did not fit into direct rollovers; what is rolled over within 60 days takes it first.
        paid_out = max(pretax - sum(p.amount for p in direct), 0)
        rolled = sum(back.amount for back in backs)
        into_roth, left = 0, min(paid_out, rolled)
        for back in backs:
            part = min(left, back.amount)
            left -= part
            if back.to == "rothira" and not of_roth:
                into_roth += part
            self._bound[back.key] = (back, back.amount - part, of_roth, [])
        taxable, pre_left, rolled_left = max(paid_out - rolled, 0), paid_out, rolled
        for pay in sorted(cash, key=lambda p: p.key):
            pre, tax, back_part = min(pre_left, pay.amount), min(taxable, pay.amount), min(rolled_left, pay.amount)
            pre_left, taxable, rolled_left = pre_left - pre, taxable - tax, rolled_left - back_part
            taken = self._layers(plan, pay.amount - back_part - tax) if pay.source == "converted" else []
            recaptured = sum(t for year, t, _ in taken if day.year < year + 5)
            income = 0 if qualified else tax
            self.outcomes[pay.key] = Outcome(pay.amount - pre, income + into_roth, recaptured)
            self.take(plan, pay.source, pay.amount)
            into_roth = 0
        if backs and cash[0].source == "converted":
            for back in backs:
                where, kept, roth_money, _ = self._bound[back.key]
                self._bound[back.key] = (where, kept, roth_money, self._layers(plan, kept))
        left = min(pretax, sum(p.amount for p in direct))
        for pay in direct:
            part = pay.amount - pay.basis if pay.basis is not None else 0
            left -= part
        for pay in sorted(direct, key=lambda p: p.key):
            if pay.basis is None:
                part = min(left, pay.amount)
                left -= part
            else:
                part = pay.amount - pay.basis
            kept = pay.amount - part
            self.take(plan, pay.source, pay.amount)
            layers = self._layers(plan, kept) if pay.source == "converted" else []
            taxed = part if pay.to in ("plan", "rothira") and not of_roth else 0
            self.outcomes[pay.key] = Outcome(kept, taxed)
            if pay.to == "plan":
                self.put(plan, "converted", pay.amount)
                self.roth[plan] += pay.amount
                self._first(plan, day.year)
                self._join(plan, [[day.year, part, kept]])
            else:
                self._receive(day, pay.to, pay.amount, kept, of_roth, qualified, layers, self.first.get(plan))

    _bound: dict[str, tuple[Back, int, bool, list[list[int]]]] = field(default_factory=dict)

    def arrive(self, key: str) -> None:
        back, kept, of_roth, layers = self._bound.pop(key)
        self.at(back.day)
        self._receive(back.day, back.to, back.amount, kept, of_roth, False, layers, None)

    def _receive(
        self, day: Day, to: str, amount: int, kept: int, of_roth: bool, qualified: bool, layers: list[list[int]],
        first: int | None,
    ) -> None:  # fmt: skip
        if to == "ira":
            self.put("ira", "traditional", amount)
            self.ira.append((day, "rolled_in", kept, day.year))
        elif to == "rothira":
            self.put("rothira", "regular", amount)
            if of_roth:
                tail = tuple((year, taxed) for year, taxed, _ in layers)
                self.roth_ira.append((day, "regular", day.year, amount if qualified else kept, 0, tail))
            else:
                self.roth_ira.append((day, "conversion", day.year, amount, kept, ()))
        elif of_roth:
            self.put(to, "roth", amount)
            self.roth[to] += kept
            self._first(to, first or day.year)
            self._join(to, layers)
        else:
            self.put(to, "pre_tax", amount - kept)
            self.put(to, "after_tax", kept)
            self.after_tax[to] += kept

    def _join(self, plan: str, layers: list[list[int]]) -> None:
        merged = {year: [year, taxed, untaxed] for year, taxed, untaxed in self.inside[plan]}
        for year, taxed, untaxed in layers:
            mine = merged.setdefault(year, [year, 0, 0])
            mine[1] += taxed
            mine[2] += untaxed
        self.inside[plan] = sorted(merged.values())

    def _layers(self, plan: str, basis: int) -> list[list[int]]:
        taken = []
        for layer in self.inside[plan]:
            taxed = min(basis, layer[1])
            untaxed = min(basis - taxed, layer[2])
            basis -= taxed + untaxed
            layer[1] -= taxed
            layer[2] -= untaxed
            if taxed + untaxed:
                taken.append([layer[0], taxed, untaxed])
        return taken

    def _old_enough(self, day: Day) -> bool:
        year, month = self.born.year + 59, self.born.month + 6
        year, month = (year + 1, month - 12) if month > 12 else (year, month)
        last = (Day(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)).day
        return day >= Day(year, month, min(self.born.day, last))

    def pay_from_ira(self, day: Day, key: str, amount: int, to: str) -> None:
        self.at(day)
        self.take("ira", "traditional", amount)
        self.outcomes[key] = Outcome(0, 0)
        if to == "":
            self.ira.append((day, "distributed", amount, day.year))
        elif to == "rothira":
            self.ira.append((day, "converted", amount, day.year))
            self.put("rothira", "regular", amount)
            self.roth_ira.append((day, "from_ira", day.year, amount, 0, ()))
        else:
            self.put(to, "pre_tax", amount)

    def pay_from_roth_ira(self, day: Day, key: str, amount: int) -> None:
        self.at(day)
        self.take("rothira", "regular", amount)
        self.outcomes[key] = Outcome(0, 0)
        self.roth_ira.append((day, "out", day.year, amount, 0, ()))

    def ira_years(self) -> dict[int, dict[str, int]]:
        """Form 8606 Part I of every year, by fractions."""
        found, basis = {}, 0
        for year in range(
            min([d.year for d, *_ in self.ira] + [y for *_, y in self.ira], default=9999), self.day.year + 1
        ):

            def added(what: str, of: int = year) -> int:
                return sum(amount for _, kind, amount, y in self.ira if kind == what and y == of)

            late = sum(a for d, kind, a, y in self.ira if kind == "nondeductible" and y == year and d.year > year)
            basis += added("rolled_in") + added("nondeductible")
            whole = self.year_ends.get(year, 0) + added("distributed") + added("converted")
            ratio = min(Fraction(basis - late, whole), Fraction(1)) if whole else Fraction(0)
            converted = min(half_up(added("converted") * ratio), basis - late)
            distributed = min(half_up(added("distributed") * ratio), basis - late - converted)
            basis -= converted + distributed
            found[year] = {
                "converted": added("converted"), "untaxed": converted, "basis": basis,
                "taxed": added("distributed") - distributed + added("converted") - converted,
            }  # fmt: skip
        return found

    def roth_years(self) -> dict[int, dict[str, object]]:
        """Queues of money: contributions first, then every conversion year's taxed and untaxed dollars, then earnings."""
        ira = self.ira_years()
        first = min((year for _, what, year, *_ in self.roth_ira if what != "out"), default=9999)
        regular, tail, queue, found = 0, [], [], {}
        for year in range(first, self.day.year + 1):
            converted = sum(a for _, what, y, a, *_ in self.roth_ira if what == "from_ira" and y == year)
            if converted:
                untaxed = ira[year]["untaxed"]
                queue.append([year, converted - untaxed, untaxed])
            for _, what, y, amount, kept, followed in self.roth_ira:
                if y != year:
                    continue
                if what == "regular":
                    regular += amount
                    tail += [list(each) for each in followed]
                elif what == "conversion":
                    queue.append([year, amount - kept, kept])
            tail.sort()
            # One queue of single conversions a year: taxed dollars of a year before its untaxed ones.
            years = sorted({q[0] for q in queue})
            queue = [[y, sum(q[1] for q in queue if q[0] == y), sum(q[2] for q in queue if q[0] == y)] for y in years]
            taxable = recaptured = early = 0
            for day, what, y, amount, *_ in sorted(self.roth_ira, key=lambda e: e[0]):
                if what != "out" or y != year:
                    continue
                left = amount
                part = min(left, regular)
                free = max(regular - sum(t for _, t in tail), 0)
                hit = []
                over = max(part - free, 0)
                for each in tail:
                    piece = min(over, each[1])
                    over -= piece
                    each[1] -= piece
                    hit.append((each[0], piece))
                regular -= part
                left -= part
                for layer in queue:
                    for place in (1, 2):
                        piece = min(left, layer[place])
                        layer[place] -= piece
                        left -= piece
                        if place == 1:
                            hit.append((layer[0], piece))
                qualified = self._old_enough(day) and year >= first + 5
                income = 0 if qualified else left
                back = sum(piece for y2, piece in hit if year < y2 + 5)
                taxable += income
                recaptured += back
                early += 0 if self._old_enough(day) else income + back
            found[year] = {
                "regular": regular, "taxable": taxable, "recaptured": recaptured, "early": early,
                "layers": [(y, t, u) for y, t, u in queue if t + u],
            }  # fmt: skip
        return found
