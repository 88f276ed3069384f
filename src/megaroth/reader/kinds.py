"""What kind of file some bytes are, by what they are and not by their name; and why a document is not read."""

from __future__ import annotations

import re


class Unreadable(Exception):
    """Why a document cannot be read: a code and a sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def kind_of(data: bytes) -> str:
    """Pdf | docx | image | html | text | other."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"P5", b"P6")):
        return "image"
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff") and b"\x00" in data[:8192]:
        return "other"
    return "html" if re.search(rb"<(!doctype html|html|body|div|p|table|head)\b", data[:4096].lower()) else "text"


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-8, UTF-16 with its mark, else the Western code page of old exports."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
