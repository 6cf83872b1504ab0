"""One cell of a table: whether its text is what its column may hold, and which day a date means."""

import math
import re
from datetime import date
from unicodedata import category


def is_number(text: str) -> bool:
    """Whether a text is a number as tables write it: digits, a point, a minus sign at most."""
    return bool(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text)) and math.isfinite(float(text))


def _is_integer(text: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]+", text))


def first_day(text: str) -> str:
    """The first day that a partial date can mean, YYYY-MM-DD."""
    return text + "-01-01"[len(text) - 4 :]


def partial_date(text: str) -> tuple[int, int, int] | None:
    """Year, month, day of YYYY[-MM[-DD]] (0 where not given), or None where no such date exists."""
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
    if not match:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        date(year, month if match[2] else 1, day if match[3] else 1)
    except ValueError:
        return None
    return year, month, day


# control, format, private and separator characters other than spaces: none belongs in a table
INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
# a spreadsheet runs text that begins so; a plain number, as -2.5, is no formula
FORMULA_STARTS = "=+-@"
WRONG_TYPE = {
    "number": (is_number, "is not a number"),
    "integer": (_is_integer, "is not a whole number"),
    "year": (lambda text: bool(re.fullmatch(r"[0-9]{4}", text)), "is not a year"),
    "string": (lambda text: True, ""),
}


def fault_in_cell(text: str, field: dict) -> str | None:
    """What is wrong with a text in a column as the descriptor has it, None where nothing is."""
    rules = field.get("constraints", {})
    if not text:
        return "is empty but required" if rules.get("required") else None
    fits, complaint = WRONG_TYPE[field["type"]]
    if not fits(text):
        return complaint
    if text != text.strip() or any(category(c) in INVISIBLE for c in text):
        return "has white space at an end or invisible control characters"
    if field["type"] == "string" and text[0] in FORMULA_STARTS and not is_number(text):
        return f"begins like a formula of a spreadsheet ({' '.join(FORMULA_STARTS)})"
    if "enum" in rules and text not in rules["enum"]:
        return f"is not one of: {', '.join(rules['enum'])}"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], text):
        return f"does not have the form {rules['pattern']}"
    if field.get("date") and partial_date(text) is None:
        return "is not a possible date (YYYY, YYYY-MM or YYYY-MM-DD)"
    if "minimum" in rules and float(text) < rules["minimum"]:
        return f"is below {rules['minimum']}"
    if "maximum" in rules and float(text) > rules["maximum"]:
        return f"is above {rules['maximum']}"
    return None
