"""How the highly compensated are named."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern

HCE = Pattern(
    r"\bhighly[- ](?:compensated|paid)|\bhces?\b|\b(?:made|earn(?:s|ed|ing)?|paid|pay|wages|salary|compensation)\b[^.;]{0,30}\b(?:more than|over|above) \$\d{3},\d{3}|\b(?:made|earn(?:s|ed|ing)?|paid|pay|base|wages|salary|compensation)\b[^.;]{0,30}\$\d{3},\d{3} or (?:more|over|above|higher)\b|^if you(?:'re| are) (?:one of them|in (?:this|that) group)\b",
    "highly", "hce", ",000", "one of them", "group",
)  # fmt: skip
