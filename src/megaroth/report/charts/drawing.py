"""A chart as a picture, for paper: drawn by vl-convert, offline, with the font we ship."""

from __future__ import annotations

from importlib import resources
from typing import Any

WIDTH = 640


def svg_of(spec: dict[str, Any], width: int = WIDTH) -> str:
    """The chart as SVG text, `width` CSS pixels wide. Needs the `report` extra (vl-convert)."""
    import vl_convert as vlc

    with resources.as_file(resources.files("megaroth.report") / "fonts") as fonts:
        vlc.register_font_directory(str(fonts))
        return str(vlc.vegalite_to_svg({**spec, "width": width, "autosize": {"type": "fit-x", "contains": "padding"}}))
