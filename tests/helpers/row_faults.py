"""Rules that find a kind of fault in every row of the ledger; each gives the ids it finds.

A rule may take a sound row for a fault: `data/judgements.csv` has those, each with its reason.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import combinations

Rows = Iterable[dict]
Sources = dict[str, dict]

ONE_NAME = {
    "acn": "cuban news agency", "agencia cubana de noticias": "cuban news agency",
    "ap": "associated press", "eiu": "economist intelligence unit",
    "hrw": "human rights watch", "nyt": "new york times",
    "paho": "pan american health organization", "rhc": "radio havana cuba",
    "radio habana cuba": "radio havana cuba", "wsj": "wall street journal",
}  # fmt: skip
PASSED_ON = re.compile(r"\b(relaying|quoting|citing|on)\b.*")  # what a page passes on is another's
BETWEEN = re.compile(r"[;,/()\[\]]|\bvia\b|\bfrom\b|\b(?:retelling|summarising|repost of)\b")
KIND_OF_PAGE = re.compile(
    r"\b(editorial|repost(ed)?|copied text|copy|mirror|blog|service|english|portuguese|italian"
    r"|investigation|synthesis|citation|release)\b"
)


def names(text: str) -> set[str]:
    """The names in an attribution or a publisher, each in its one spelling."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    parts = (KIND_OF_PAGE.sub("", part).strip() for part in BETWEEN.split(plain))
    parts = (part.removeprefix("the ") for part in parts)
    return {ONE_NAME.get(part, part) for part in parts if part}


def names_itself(rows: Rows, sources: Sources, places: set[str]) -> set[str]:
    """Attributed to whoever writes or publishes the page, though that is no counter."""
    found = set()
    for row in rows:
        source = sources[row["source_id"]]
        if source["nearness"] == "counter" or source["read_as"].startswith("dataset"):
            continue
        agencies = " ; ".join(re.findall(r"[(\[]([^)\]]*)[)\]]", source["title"]))
        makers = (source["publisher"], source["author"], agencies)
        own = set().union(*(names(PASSED_ON.sub("", maker)) for maker in makers))
        if names(row["attributed_to"]) & (own - places):
            found.add(row["id"])
    return found


def overlap(first: str, second: str) -> bool:
    """Whether two partial dates, or one and none, can mean the same day."""
    return first.startswith(second) or second.startswith(first)


def same_number(rows: Rows) -> set[str]:
    """The later of two rows with the same number, place and date from one page."""
    rows = [r for r in rows if r["value"] and r["unit"] not in ("year", "event", "tier")]
    by_page: dict[tuple, list[dict]] = {}
    for row in rows:
        key = (row["source_id"], float(row["value"]), row["value_high"], row["unit"], row["scope"])
        by_page.setdefault(key, []).append(row)
    return {
        b["id"]
        for page in by_page.values()
        for a, b in combinations(page, 2)
        if overlap(a["country_iso3"], b["country_iso3"]) and overlap(a["as_of"], b["as_of"])
    }


def later_than_page(rows: Rows, sources: Sources) -> set[str]:
    """Rows with a date after the publication of their page."""

    def after(text: str, published: str) -> bool:
        return bool(text) and not overlap(text, published) and text > published

    return {
        row["id"]
        for row in rows
        if any(
            after(row[column], sources[row["source_id"]]["published"])
            for column in ("date_start", "date_end", "as_of")
            if sources[row["source_id"]]["published"]
        )
    }


def after_its_period(rows: Rows) -> set[str]:
    """Rows that speak of a date after the end of the period they count."""
    return {
        r["id"]
        for r in rows
        if r["date_end"] and not overlap(r["as_of"], r["date_end"]) and r["as_of"] > r["date_end"]
    }


def eve_dated_later(rows: Rows) -> set[str]:
    """Rows that by their note speak of the time before the pandemic teams, dated after it."""
    eve = re.compile(r"before the (pandemic\b(?! brigade)|emergency|outbreak)|before new teams"
                     r"|(excludes|apart from) (the )?(pandemic|covid)", re.IGNORECASE)  # fmt: skip
    return {r["id"] for r in rows if eve.search(r["note"]) and r["as_of"] > "2020-03"}


def active_with_a_start(rows: Rows) -> set[str]:
    """Rows that count those at work on one date, and have a first date besides."""
    return {r["id"] for r in rows if r["measure"].endswith("_active") and r["date_start"]}


def nameless(rows: Rows) -> set[str]:
    """Attributed to a person without name or office, and not marked as unnamed."""
    people = re.compile(r"anonymous|unnamed|interview|\binsiders\b|nurse|\bsources?$|\bsource in\b"
                        r"|health workers?\b|^Cuban staff", re.IGNORECASE)  # fmt: skip
    return {
        r["id"]
        for r in rows
        if people.search(r["attributed_to"]) and not r["attributed_to"].startswith("unnamed")
    }


def in_note(rows: Rows, words: str, holds: dict[str, tuple[str, ...]]) -> set[str]:
    """Rows whose note has the words, and whose columns hold one of the values."""
    said = re.compile(words, re.IGNORECASE)
    return {
        row["id"]
        for row in rows
        if said.search(row["note"]) and all(row[c].startswith(v) for c, v in holds.items())
    }


PRESENT = ("arrivals", "brigade_size", "brigade_doctors", "mission_doctors", "mission_stock",
           "pandemic_workers_sent", "pandemic_workers_active")  # fmt: skip


def estimate_in_note(rows: Rows) -> set[str]:
    """Rows without a hedge whose note speaks of an estimate."""
    return in_note(rows, r"\bestimate", {"qualifier": ("exact",)})


def doctors_in_note(rows: Rows) -> set[str]:
    """Health workers, by the columns, that the note has the page call doctors."""
    return in_note(rows, r"worded as doctors|says doctors\b(?! and)", {"unit": ("health_workers",)})


def plan_in_note(rows: Rows) -> set[str]:
    """People counted as sent or present whose note speaks of a plan or a contract."""
    plan = r"\b(planned|projected|as announced|expected|contracted|under contract|pledged?)\b"
    return in_note(rows, plan, {"measure": PRESENT})


def sum_in_note(rows: Rows) -> set[str]:
    """One team, by the columns, that the note calls a sum or several teams."""
    several = r"\bsum of\b|added up|whole brigade|several teams|both (groups|teams)|total of"
    return in_note(rows, several, {"measure": ("brigade_size", "brigade_doctors")})


def serial_number(rows: Rows, sources: Sources) -> set[str]:
    """Totals of teams whose note or page title has the same number as a serial one."""

    def told(row: dict) -> str:
        return row["note"] + " " + sources[row["source_id"]]["title"]

    return {
        row["id"]
        for row in rows
        if row["unit"] == "brigades" and row["value"]
        and re.search(rf"\b{float(row['value']):.0f}(st|nd|rd|th)\b", told(row))
    }  # fmt: skip


def turned_round(rows: Rows) -> set[str]:
    """Shares of pay of which one speaker, of one place and day, has the worker and the state each
    get more than half: one of the two is turned round."""
    halves: dict[tuple, dict[bool, set[str]]] = {}
    for row in rows:
        shared = re.search(r"share_of_(pay|host_payment)|(worker|state)_share", row["measure"])
        if shared and row["attributed_to"] and float(row["value"] or 0) > 50:
            speaker = re.split(r",? via ", row["attributed_to"])[0]
            key = (speaker, row["country_iso3"], row["as_of"][:7])
            sides = halves.setdefault(key, {True: set(), False: set()})
            sides["worker" in row["measure"]].add(row["id"])
    return set().union(*(s[True] | s[False] for s in halves.values() if s[True] and s[False]))


def no_other_count(rows: Rows, documents: tuple[str, ...]) -> set[str]:
    """Figures of the documents of which nobody else states one in the same measure."""
    rows = list(rows)
    elsewhere = {row["measure"] for row in rows if row["source_id"] not in documents}
    return {
        row["id"]
        for row in rows
        if row["source_id"] in documents and row["measure"] not in elsewhere
    }
