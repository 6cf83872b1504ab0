"""Numbers, hedges and dates in the words a person would use."""

import math

import pandas as pd

from evidence.reckon.bounds import Interval

HEDGES = {
    "exact": "",
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "nearly": "nearly ",
    "up_to": "up to ",
    "fewer_than": "fewer than ",
}
MONTHS = (
    "January February March April May June July August September October November December"
).split()
SPELLED = "zero one two three four five six seven eight nine ten eleven twelve".split()
FRACTIONS = {1 / 4: "a quarter", 1 / 3: "a third", 1 / 2: "half", 2 / 3: "two thirds"}
# Whose side a publisher is on, in a reader's words.
STAKES = {
    "cuban_state": "Cuban state",
    "cuba_allied": "allies of Cuba",
    "us_government": "US government",
    "cuba_critical": "critics of the programme",
    "host_government": "host governments",
    "un_body": "UN bodies",
    "academic": "academics",
    "press": "press",
    "data_provider": "data providers",
    "none_declared": "none declared",
}
# Units whose numbers name something rather than count it: no thousands separator.
NAMES = {"year", "tier", "brigade_number"}
# Units that what is measured does not tell; the others count what the label names.
MEASURES = {"percent", "years", "months", "days", "hours"}


def number(value: float, unit: str = "") -> str:
    """A value as printed in prose: 400,000; 4.86; 1963 for a year."""
    if math.isinf(value):
        return "no upper limit"
    if unit in NAMES:
        return f"{value:.0f}"
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def spelled(count: int) -> str:
    """A small count in letters, as prose has it: "four"; above twelve in digits."""
    return SPELLED[count] if count < len(SPELLED) else number(count)


def often(times: int) -> str:
    """A small number of times: "twice"; above that "three times"."""
    return {1: "once", 2: "twice"}.get(times, f"{spelled(times)} times")


def fraction(share: float) -> str:
    """A share that a rule draws a line at, in words: "half" for 0.5. Raises KeyError for others."""
    return FRACTIONS[share]


def amount(value: float, unit: str = "") -> str:
    """As number, with "billion" where four decimals leave nothing out: 6.4 billion."""
    if unit in NAMES or value < 1e9 or value % 1e5 != 0:
        return number(value, unit)
    return f"{number(value / 1e9)} billion"


def figure(claim: pd.Series) -> str:
    """A claim's hedge and number: "more than 400,000", "34,000 to 50,000", "hundreds of".

    A vague claim prints its own words, which its note quotes first; an event has no number, so
    "stated".
    """
    if claim["unit"] == "event":
        return "stated"
    if claim["qualifier"] == "vague":
        return vague_words(claim["note"])
    text = amount(claim["value"], claim["unit"])
    if not math.isnan(claim["value_high"]):
        text = f"{text} to {amount(claim['value_high'], claim['unit'])}"
    return HEDGES[claim["qualifier"]] + text


def with_unit(claim: pd.Series) -> str:
    """A claim's hedge and number, with its unit if that is a measure: "3 years", "37 percent"."""
    return figure(claim) + (f" {claim['unit']}" if claim["unit"] in MEASURES else "")


def vague_words(note: str) -> str:
    """The words a vague claim uses: those that its note quotes first, in lower case."""
    parts = note.split('"')
    if len(parts) < 3:
        raise ValueError(f"the note of a vague claim quotes no words: {note!r}")
    return parts[1][:1].lower() + parts[1][1:]


def when(text: str) -> str:
    """A partial date in words: 2019-05 is May 2019; an empty one is "undated"."""
    if not text:
        return "undated"
    year, *rest = text.split("-")
    month = f"{MONTHS[int(rest[0]) - 1]} " if rest else ""
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{month}{year}"


def period(start: str, end: str) -> str:
    """Two partial dates as a period: "2006 to 2016", "since May 2019", "to 2014", or nothing."""
    if start == end:
        return when(start) if start else ""
    if not end:
        return f"since {when(start)}"
    return f"{when(start)} to {when(end)}" if start else f"to {when(end)}"


def dated(claim: pd.Series) -> str:
    """The date a claim speaks of, else its period, else "undated"."""
    if claim["as_of"]:
        return when(claim["as_of"])
    return period(claim["date_start"], claim["date_end"]) or "undated"


def spread(interval: Interval, digits: int = 0) -> str:
    """An interval in prose: "3.1 to 3.4", "at least 0.9", "7.1" where both ends print alike."""
    if math.isinf(interval[1]):
        step = 10**digits  # rounded down, so that "at least" stays true
        return f"at least {math.floor(interval[0] * step + 1e-9) / step:,.{digits}f}"
    low, high = (f"{end:,.{digits}f}" for end in interval)
    return low if low == high else f"{low} to {high}"


def listed(items: list[str]) -> str:
    """Items as a phrase: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
