"""What a form asks, and what is ticked for it: each group of boxes with the labels above it, nearest first.

A box answers for the words before it on its line, or else for the last label above that stands further left. What stands further right below an option
belongs to this option: to an empty box belongs nothing that counts. Numbers (`(a)`, `1.`, `6B-1`) tell levels apart where all stands at one margin.
"""

from __future__ import annotations

import re

from megaroth.reader import boxes
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Line, Page, Unit
from megaroth.reader.words import folded

_BOX = Pattern(rf"(?:{boxes.ON}|{boxes.OFF}|■)\s*")
_BARE_BOXES = Pattern(rf"(?:{boxes.ON}|{boxes.OFF}|■|(?<!\w)n/a(?!\w))\s*", flags=re.I)
_ENDS_WITH_A_BOX = Pattern(rf"(?:{boxes.ON}|{boxes.OFF}|■)\s*$")
_ON = Pattern(rf"(?:{boxes.ON}|■)")
_NUMBER = Pattern(
    r"^\W{0,2}?(?:(?:section|article|item|part|question|no\.) )?(?:(?P<point>\d{1,2}[a-z]?(?:[.-]\d{1,3})+)|(?P<paren>\(?(?:[a-z]{1,4}|\d{1,2})\)(?:\([a-z\d]{1,3}\))*)|(?P<dot>(?:[a-z]|[ivx]{1,4}|\d{1,3}[a-z]?)\.))[.:)]?(?:\s+|$)",
    flags=re.I,
)
_HEADING = Pattern(
    r"^(?:(?:SECTION|Section|ARTICLE|Article|PART|Part)\s+[\dA-Z]+\b|(?:(?:[A-Z]{1,3} )?§{1,2} ?\d{1,2}[A-Z]?\s+|\d{1,2}[A-Z]?(?:[.-]\d{1,3}[A-Z]?)*[.)]?\s+|[A-Z]\.\s+|[IVX]+\.\s+)?[A-Z][A-Z0-9 /&(),’'-]{4,}(?: \([^()]*\))?$)"
)
_OPEN = Pattern(
    r"(?::| [-–—]|\b(?:of|than|by|from|at|to|every|each|within|is|are|upon|following|for|the|on|with)"
    r"|[;,–—-] (?:(?:and|plus|with|an?|the|automatic|annual|yearly|default|initial|its|their|overall) )*(?:increases?|escalation|step-?ups?|limits?|maximum|minimum|frequency|rate|percentage|amount|sources?))\W*$"
)
"""A sentence whose boxes stand within it: `not more often than [ ] once [X] 4 times`, `Yes, at 6%; automatic increase [X] 1%`."""
_VALUE = Pattern(
    r"^(?P<label>[^:%$]{3,80}?)(?:: | ?[-–] (?=\d))(?P<said>(?:(?:minimum|maximum|min|max|up to|from|between|at|of|least|not?|more|less|than|exceed) )*_*\d[\d.]*_* ?%[^:]{0,90}?)(?: +(?P<next>[A-Z][^:%]{2,60}:))?$",
    "%",
)
"""`Initial percentage: 5 %`, and what stands beside it on its line: `Applied to:`."""
_UP_TO = Pattern(
    r"^(?P<label>[^%$]{0,90}\b(?:contributions?|deferrals?|defer|contribute)\b[^%$]{0,50}?) (?P<said>(?:not to exceed|not exceeding|no(?:t)? more than|up to|limited to) _*\d[\d.]*_* ?%(?! of (?:the|each|any) )[^:%]{0,90})$",
    "%",
    flags=re.I,
)
"""`A Deferral Contribution not to exceed 60 % of Compensation`: filled in within its sentence."""
_SUM = Pattern(
    r"^(?P<label>[^:%$]{3,80}?): (?P<said>\$ ?_*\d[\d,]*(?:\.\d\d)?_*(?: [^:%$]{0,60})?)$",
    "$",
)
"""`Limit on Matching Contributions: $ 3,000 per Participant`."""
_TIER = Pattern(r"^_*\d[\d.]*_* ?%", "%")
_ASKS = Pattern(r"[^:\[☐☒(]{2,60}(?:\([^()\[☐☒]*\))?: ?(?:$|[\[☐☒(/]|_*\$?\d)", ":")
"""Opens a question of its own, on the line of another one: `Limit: 30%`."""
_GOES_ON = Pattern(r"^(?:[a-z]|\d[\d.]* ?%|\$|and |or )")


_NAMED = Pattern(
    r"\bemployee contributions? \(?(?:voluntary )?@at\b|@at\)? \(?employee contributions?\b|\bemployee \(?@at\)? contributions?\b|\bemployee contributions?\W{1,4}participants? (?:may|can) [^.;]{0,40}@at\b",
    "employee",
)
_NAMED_SO = Pattern(
    r"\bemployee \((?:voluntary )?after-?tax\) contribution|\bvoluntary \(after-?tax\) contribution", flags=re.I
)
_UNNAMED = Pattern(
    r"(?<!@at )(?<!matching )(?<!matched )\b(?:voluntary employee|voluntary|employee) contributions?(?: \((?:voluntary )?@at\))?"
)
"""A form that heads a part `Employee Contributions (after-tax)` means nothing else by the words anywhere."""


_BLANK = Pattern(r"_+ ?(\$?\d[\d,.]*) ?_+", "_")
"""A blank that was filled in."""


_SEE = Pattern(
    r"[.;,]? \(?(?:see|refer to)(?: also)? (?:sections?|articles?|elections?|items?|parts?|questions?) .*$",
    "see",
    "refer",
)
"""`Roth deferrals. See Section 3.02 and Election 20.`: where it is said in full is no part of it."""


_HOW_TO = Pattern(
    r" ?\((?:check|leave|select|choose|insert|specify|fill in|complete|enter) [^()]*\)",
    "(check", "(leave", "(select", "(choose", "(insert", "(specify", "(fill", "(complete", "(enter",
)  # fmt: skip
"""`(leave blank if none)`: how the form is filled in says nothing of the plan."""
_EMPTY = Pattern(r"[☐□🞎▢❏❑]", "☐", "□", "🞎", "▢", "❏", "❑")
_NAMES_X = "".join(
    f"(?<!{word} )"
    for word in (
        "lass",
        "ection",
        "chedule",
        "roup",
        "itle",
        "ype",
        "rticle",
        "ppendix",
        "xhibit",
        "art",
        "hapter",
        "ivision",
        "tem",
        "lause",
    )
)
_BARE_X = Pattern(rf"(?:^|(?<=[ /])){_NAMES_X}X(?= +(?:[a-z]|\(?[a-z\d]{{1,2}}[.)]|Option\b))", "X")
_X_FIRST = Pattern(
    r"^X(?= +(?:Option|Election|Choice|Alternative|Yes|No|None|Not|Permitted|Allowed)\b| +\(?[a-z\d]{1,2}[.)])", "X"
)


def _with_its_boxes(text: str) -> str:
    """A line of a form that has empty boxes, with an X that stands where a box would be as one that is ticked: `X does / □ does not`."""
    return _X_FIRST.sub(boxes.X_ALONE, _BARE_X.sub(boxes.X_ALONE, text) if _EMPTY.search(text) else text)


_NEXT_NUMBER = Pattern(r"(?<=[.;])\s*\([a-z\d]{1,3}\)\s*$|(?<=[a-z])\s+\([a-z\d]{1,2}\)\s*$", ")")
"""`None. (b)`, `Matched (2)`: the number of the next option, which has its box behind it."""
_INNER_LABEL = Pattern(
    rf"(?<=[.;]) (?=[A-Z][A-Za-z ,/&()-]{{2,60}}: (?:\(\w{{1,3}}\) ?)?(?:{boxes.ON}|{boxes.OFF}))"
    rf"|(?<=[A-Za-z%][.;]) (?=[A-Z][A-Za-z ,/&()-]{{2,60}}: _*\d[\d.]*_* ?%)"
    rf"|(?<=[a-z][.;]) (?=[A-Z][a-z]+,?(?: [A-Za-z/()’'-]+,?){{2,18}} (?:{boxes.ON}|{boxes.OFF}) ?(?:will|shall|does|do|is|are)\b)",
    ". ", "; ",
)  # fmt: skip
"""`(b) [X] Limit: 6%. Matching: (c) [X] None.`, `[X] Plan Year. The Employer [X] will [ ] will not …`: a question of its own in a paragraph of boxes."""
_NUMBER_ALONE = Pattern(r"^\W?(?:[A-Za-z]{1,3}|\d{1,2})[.)]{1,2}$")
_LETTERED = Pattern(r"^(?P<open>\(?)(?:(?P<a>[a-z])|(?P<nine>\d{1,2}))[.)] ", flags=re.I)


def _lettered(words: str) -> str:
    """How an option is numbered: `(a) `, `1. `; empty where it is not."""
    found = _LETTERED.match(words)
    return f"{found['open']}{'a' if found['a'] else '9'}" if found else ""


class Entry:
    """One question of a form: its labels, nearest first, its boxes, and the lines they stand on."""

    __slots__ = ("alive", "boxed", "header", "options", "page", "path", "text")

    def __init__(self, page: int, path: tuple[str, ...], text: str, alive: bool, boxed: bool = True) -> None:
        self.page, self.path, self.text, self.alive, self.boxed = page, path, text, alive, boxed
        self.header: tuple[str, ...] = ()
        self.options: list[tuple[bool, str]] = []

    @property
    def label(self) -> str:
        """The nearest label."""
        return self.path[0] if self.path else ""

    @property
    def ticked(self) -> list[str]:
        """The words of what is ticked."""
        return [words for on, words in self.options if on]

    def unit(self) -> Unit:
        """What is quoted for it."""
        made = Unit(self.page, self.text, kind="item", ticked=True)
        made.norm = self.label
        return made


class _Level:
    __slots__ = ("alive", "box", "label", "style", "x0")

    def __init__(self, x0: float, label: str, style: str, box: bool, alive: bool) -> None:
        self.x0, self.label, self.style, self.box, self.alive = x0, label, style, box, alive


class _Row:
    """A line, or the part of one that asks a thing of its own."""

    def __init__(
        self, page: int, text: str, x0: float, letter: float, flat: float, cells: tuple[str, ...] = ()
    ) -> None:
        self.page, self.x0, self.flat, self.cells = page, x0, flat, cells
        self.text = text.replace(boxes.X_ALONE, "X")  # as it is quoted
        found = list(_BOX.finditer(text)) if boxes.has_box(text) else []
        if found and not _BARE_BOXES.sub("", text[found[0].start() :]).strip():
            found = list(_BARE_BOXES.finditer(text))  # a row of a grid, whose columns have their heads above
        ends = [*(each.start() for each in found[1:]), *([len(text)] if found else [])]
        self.before = text[: found[0].start()].strip() if found else text.strip()
        self.options = [
            (bool(_ON.match(each[0])), _NEXT_NUMBER.sub("", text[each.end() : end]).strip().removesuffix(" /"))
            for each, end in zip(found, ends, strict=True)
        ]
        if len(found) > 1 and not self.options[-1][1] and all(words for _, words in self.options[:-1]):
            self._boxes_behind()
        self.box_x = x0 + letter * found[0].start() if found else x0
        numbered = _NUMBER.match(self.before)
        self.style = _style(numbered) if numbered else ""
        self.own = self.before[numbered.end() :].strip() if numbered else self.before

    def _boxes_behind(self) -> None:
        """`After-tax: Yes [X] No [ ]`: a line that ends with a box has each box behind its words."""
        label, colon, first = self.before.rpartition(":")
        if colon and first.strip():
            words = [first.strip(), *(said for _, said in self.options[:-1])]
            self.before = f"{label}:"
            self.options = [(ticked, said) for (ticked, _), said in zip(self.options, words, strict=True)]

    def is_heading(self) -> bool:
        """Whether a part of the form begins here."""
        return (
            not self.options
            and len(self.text.split()) < 14
            and not self.text.endswith((":", ".", ";"))
            and bool(_HEADING.match(self.text))
        )


def _style(numbered: re.Match[str]) -> str:
    kind = numbered.lastgroup or ""
    mark = re.sub(r"\W", "", numbered[kind])
    return kind + ("9" if mark[:1].isdigit() else "A" if mark[:1].isupper() else "a")


def entries_of(pages: list[Page], document: Document) -> list[Entry]:
    """Every question of a form's pages, in order."""
    return _Reader(document).read([row for page in pages for row in _rows(page)])


def _rows(page: Page) -> list[_Row]:
    at: dict[int, list[Line]] = {}
    for line in page.lines:
        at.setdefault(round(line.top), []).append(line)
    rows: list[_Row] = []
    bare = any(_EMPTY.search(line.text) for line in page.lines)
    flat = 0.5 if page.width <= 100.0 else 4.0
    for _, lines in sorted(at.items()):
        lines.sort(key=lambda line: line.x0)
        text, x0, letter = "", 0.0, 1.0
        cells = tuple(_with_its_boxes(folded(line.text)) if bare else folded(line.text) for line in lines)
        for line, cell in zip(lines, cells, strict=True):
            asks = (
                text
                and not _ENDS_WITH_A_BOX.search(text)
                and (boxes.has_box(text) or _VALUE.match(text))
                and re.match(r"[A-Za-z(\d]", cell)
                and boxes.tick_of(cell) is None
            )
            if asks and _ASKS.match(cell):
                rows.append(_Row(page.number, text, x0, letter, flat))
                text = ""
            if not text:
                x0, letter = line.x0, (line.x1 - line.x0) / max(len(line.text), 1) or 1.0
            text = f"{text} {cell}".strip()
        if text:
            first, *inner = _INNER_LABEL.split(text) if boxes.has_box(text) else [text]
            if inner and _NUMBER_ALONE.match(first):
                first = f"{first} {inner.pop(0)}"
            rows.append(_Row(page.number, first, x0, letter, flat, cells))
            apart = next(
                (line.x0 for line, cell in zip(lines, cells, strict=True) if boxes.tick_of(cell) is not None), x0
            )
            rows[-1].box_x = max(rows[-1].box_x, apart)  # the blanks before a box count
            rows += [_Row(page.number, each, x0 + 2 * flat, letter, flat) for each in inner]
    return rows


_Options = list[tuple[bool, str]]


def _within(options: _Options) -> tuple[_Options, list[tuple[tuple[bool, str], _Options]]]:
    """The options of a line, and those that one of them asks: `[X] (c) 4% of Compensation, for each: [X] Plan Year [ ] quarter [ ] (d) none`."""
    own: _Options = []
    inner: list[tuple[tuple[bool, str], _Options]] = []
    for on, words in options:
        style = _lettered(words)
        asks = bool(own) and _lettered(own[-1][1]) and own[-1][1].endswith(":") and len(own[-1][1].split()) > 3
        if asks and not style:
            if not inner or inner[-1][0] != own[-1]:
                inner.append((own[-1], []))
            inner[-1][1].append((on, words))
        else:
            own.append((on, words))
    return own, inner


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.section = ""
        self.levels: list[_Level] = []
        self.entries: list[Entry] = []
        self.last: Entry | None = None
        self.header: tuple[str, ...] = ()

    def read(self, rows: list[_Row]) -> list[Entry]:
        for row in rows:
            if row.is_heading():
                self.section, self.levels, self.last = self._norm(_NUMBER.sub("", row.text, count=1)), [], None
            elif row.options:
                self._boxes(row)
            else:
                self._words(row)
        if any(_NAMED_SO.search(row.text) for row in rows) or any(
            _NAMED.search(each) for entry in self.entries for each in (*entry.path, *entry.ticked)
        ):
            for entry in self.entries:
                entry.path = tuple(_UNNAMED.sub("@at contributions", label) for label in entry.path)
                entry.options = [(on, _UNNAMED.sub("@at contributions", words)) for on, words in entry.options]
        return self.entries

    def _norm(self, words: str) -> str:
        """On a form Roth has a line of its own: what is called after-tax beside it is no Roth."""
        text = _HOW_TO.sub("", self.document.norm_of(_BLANK.sub(r"\1", words)))
        return text if "@roth" in text else text.replace("@amb", "@at")

    def _back_to(self, row: _Row, box: bool) -> None:
        """Leave the levels that end where this row begins."""
        if row.style:
            same = [
                place
                for place, level in enumerate(self.levels)
                if level.style == row.style and abs(level.x0 - row.x0) <= 2 * row.flat
            ]
            if same:
                del self.levels[same[-1] :]
                return
        while self.levels:
            last = self.levels[-1]
            at = row.box_x if box and last.box else row.x0
            level_with = abs(last.x0 - at) <= row.flat
            above = self.levels[-2] if len(self.levels) > 1 else None
            if last.box and last.alive and row.style and not box and above is not None and not above.box:
                # `A. Safe harbor: [X] Enhanced match`, and at the same margin `1. Computed:`: of what is ticked above it.
                styles = {level.style for level in self.levels}
                if above.style and row.style not in styles and abs(above.x0 - row.x0) <= row.flat < last.x0 - row.x0:
                    break
            if (
                last.x0 > at + row.flat
                or (level_with and (last.box if not row.style else not last.style or last.box))
                or (level_with and not box and not (last.style and last.style != row.style))
            ):
                self.levels.pop()
            else:
                break

    def _path(self) -> tuple[str, ...]:
        return (*(level.label for level in reversed(self.levels)), self.section)

    def _alive(self) -> bool:
        return all(level.alive for level in self.levels)

    def _add(self, row: _Row, path: tuple[str, ...], options: list[tuple[bool, str]], alive: bool) -> Entry:
        entry = Entry(row.page, path, row.text, alive)
        entry.header = self.header
        entry.options = [(on, _SEE.sub("", self._norm(words))) for on, words in options]
        self.entries.append(entry)
        return entry

    def _boxes(self, row: _Row) -> None:
        asks = bool(re.search(r"[A-Za-z]{3}", row.own))
        self._back_to(row, not asks)
        if asks and len(row.options) == 1 and not row.options[0][1]:
            # `Roth deferrals [X]`: the box stands behind what it ticks
            self.last = self._add(row, self._path(), [(row.options[0][0], row.own)], self._alive())
            return
        if asks:
            own = row.own
            if value := _VALUE.match(own):
                self._filled(row, value["label"], value["said"])
                own = value["next"] or value["label"]
            self.levels.append(_Level(row.x0, self._norm(own), row.style, False, self._alive()))
        options = row.options
        x0 = row.box_x
        if not asks and len(options) > 1 and len(options[0][1].split()) > 2 and _OPEN.search(options[0][1]):
            on, words = options[0]
            self.last = self._add(row, self._path(), options[:1], self._alive())
            self.levels.append(_Level(x0, self._norm(words), row.style, True, on))
            x0, options = x0 + 2 * row.flat, options[1:]
        options, inner = _within(options)
        self.last = self._add(row, self._path(), options, self._alive())
        for (on, words), asked in inner:
            path = (self._norm(words), *self._path())
            self._add(row, path, asked, self._alive() and on)
        ticked = [words for on, words in options if on]
        if len(options) == 1 or len(ticked) == 1:
            words = ticked[0] if ticked else options[0][1]
            style = row.style if not asks and row.style else ""
            self.levels.append(_Level(x0, self._norm(words), style, True, bool(ticked)))

    def _words(self, row: _Row) -> None:
        if len(row.cells) > 1:
            self.header = row.cells
        if (
            self.last is not None
            and self.last.options
            and (not row.style or _TIER.match(row.own))
            and not row.text.endswith(":")
        ):
            below = self.levels[-1] if self.levels and self.levels[-1].box else None
            if (
                below is not None
                and (row.x0 > below.x0 + row.flat or _GOES_ON.match(row.own if _TIER.match(row.own) else row.text))
                and not (_VALUE.match(row.text) or _SUM.match(row.own))
            ):
                on, words = self.last.options[-1]
                self.last.options[-1] = on, f"{words} {self._norm(row.own if _TIER.match(row.own) else row.text)}"
                self.last.text += f" {row.text}"
                return
        self._back_to(row, False)
        if value := _VALUE.match(row.own) or _UP_TO.match(row.own) or _SUM.match(row.own):
            self._filled(row, value["label"], value["said"].replace("$ ", "$"))
            return
        if len(row.own.split()) <= 24:
            self.levels.append(_Level(row.x0, self._norm(row.own), row.style, False, self._alive()))
            self.last = None

    def _filled(self, row: _Row, label: str, said: str) -> None:
        """A line that was filled in, without a box."""
        self._add(
            row, (self._norm(label), *self._path()), [(True, said.replace("_", " "))], self._alive()
        ).boxed = False
