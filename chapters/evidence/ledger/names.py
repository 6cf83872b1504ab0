"""The name of a claim, in words a person can read: measure, place, date and publisher.

`cumulative-workers.2019-05.radio-habana` is the total of workers ever sent, in all the world, as
Radio Habana had it in May 2019. The rule stands here alone, for every claim that is named.
"""

import re
import unicodedata
from collections.abc import Collection
from string import ascii_lowercase

from evidence.ledger.checks import DataError

SMALL_WORDS = {"the", "of", "and", "for", "de", "la", "del"}
# where the name of a publisher ends, and what else a source tells of it begins
ENDS = re.compile(r"\s*[;,/:]\s|, | via | on | republish| repost| reprint")
MONTH, DAY = len("2019-05"), len("2019-05-20")


def slug(text: str, most: int) -> str:
    """The first words of a text, at most so many, in small Latin letters with hyphens between."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    words = re.split(r"[^a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    return "-".join([word for word in words if word and word not in SMALL_WORDS][:most])


def publisher(source: dict[str, str]) -> str:
    """A source in a word or three: its publisher, or its title where that has no Latin letter."""
    name = re.sub(r"\s*\(.*", "", source["publisher"] or source["title"])
    return slug(ENDS.split(name)[0], 3) or slug(source["title"], 3)


def place(claim: dict[str, str], country: str) -> str:
    """What a claim covers: its country, by the name `country`, or the end of its scope; "" for
    the world."""
    if claim["country_iso3"]:
        return slug(country, 3)
    scope = claim["scope"].split(":")[-1]
    return "" if scope == "world" else slug(scope, 3)


def stem(
    claim: dict[str, str], source: dict[str, str], country: str = "", until: int = MONTH
) -> str:
    """The name of a claim before others are looked at, dated to the month, or to the DAY.

    `claim` and `source` are rows as text, `country` the short name of the claim's country.
    """
    date = claim["as_of"] or claim["date_end"] or claim["date_start"]
    measure = slug(claim["measure"].replace("_", " "), 9)
    dated = date[:until] or "undated"
    parts = (measure, place(claim, country), dated, publisher(source))
    return ".".join(part for part in parts if part)


def free(
    claim: dict[str, str], source: dict[str, str], country: str, taken: Collection[str]
) -> str:
    """A name for a new claim that none of those `taken` has: dated to the month, else to the day,
    else with the next letter. Raises DataError after z."""
    month, day = (stem(claim, source, country, until) for until in (MONTH, DAY))
    if month not in taken and f"{month}-a" not in taken:
        return month
    if day not in taken and f"{day}-a" not in taken:
        return day
    letters = {name[-1] for name in taken if re.fullmatch(rf"{re.escape(day)}-[a-z]", name)}
    later = ascii_lowercase.partition(max(letters, default="a"))[2]
    if not later:
        raise DataError([f"every name up to {day}-z is taken: give the claim its day"])
    return f"{day}-{later[0]}"
