"""200 texts that would run as a script, break out of an attribute, a tag or a template, if anything let them."""

from __future__ import annotations

from itertools import product

_RUNS = "window.pwned=1"
_SCRIPTS = (
    "<script>{run}</script>", "<ScRiPt>{run}</sCrIpT>", "<script/x>{run}</script>", "<img src=x onerror={run}>", "<svg onload={run}>",
    "<svg><script>{run}</script></svg>", "<iframe srcdoc='<script>parent.{run}</script>'>", "<body onload={run}>", "<details open ontoggle={run}>",
    "<input autofocus onfocus={run}>", "<a href='javascript:{run}'>x</a>", "<math><mtext></form><form><mglyph><style></math><img src onerror={run}>",
    "<template><script>{run}</script></template>", "<noscript><p title=\"</noscript><img src=x onerror={run}>\">", "<object data='javascript:{run}'>",
    "<button formaction='javascript:{run}'>x</button>", "<base href='javascript:{run}//'>", "<meta http-equiv=refresh content='0;url=javascript:{run}'>",
    "<div hx-on:click='{run}' hx-get='/' hx-trigger=load>", "<div hx-on::load='{run}'>",
)  # fmt: skip
_BREAKS = ("", '"', "'", '">', "'>", "</textarea>", "</title>", "</script>", "-->", "]]>")
PAYLOADS: tuple[str, ...] = tuple(
    f"{break_}{script.format(run=_RUNS)}" for script, break_ in product(_SCRIPTS, _BREAKS)
)
