"""A code in place of an employee's number: the same person has the same code, and only the key can make it."""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import Any

from megaroth.workforce.mapping import Mapping

SOCIAL_SECURITY = re.compile(r"^\s*\d{3}-\d{2}-\d{4}\s*$")


def masked(employee: Any, mapping: Mapping) -> str:
    """How an employee appears in what is written: a code where the mapping says so, the number otherwise.

    A social security number never appears, whatever the mapping says: without a key its last four digits do.
    """
    text = "" if employee is None else str(employee)
    if SOCIAL_SECURITY.match(text) and not mapping.key:
        return f"***-**-{text.strip()[-4:]}"
    if mapping.mask or SOCIAL_SECURITY.match(text):
        return hmac.new(mapping.key.encode(), text.strip().encode(), hashlib.sha256).hexdigest()[:12] if text else ""
    return text


def masked_column(employees: Any, mapping: Mapping) -> Any:
    """A column of employees as it may be written."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not mapping.mask:
        if pa.types.is_integer(employees.type):
            return employees
        if not pc.any(pc.match_substring_regex(employees, r"^\s*\d{3}-\d{2}-\d{4}\s*$")).as_py():
            return employees
    return pa.array([masked(each, mapping) for each in employees.to_pylist()], pa.string())
