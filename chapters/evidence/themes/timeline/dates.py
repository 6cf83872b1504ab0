"""The documented dates, weighed: years, the first mission, its length, the first in Europe."""

from functools import partial
from typing import Literal

import pandas as pd

from evidence import assumptions
from evidence.reckon.bounds import Interval, of
from evidence.reckon.hosts import year_of
from evidence.show import say
from evidence.show.words import listed, spread
from evidence.themes.timeline.beginnings import starts

said = say.of("timeline")
judged = partial(say.parts, "timeline")  # the verdict and the why of an outcome


def match_year(
    year: int, others: list[tuple[int, int]]
) -> Literal["nobody else", "same", "same or near", "some differ", "most differ", "all differ"]:
    """A documented year against the first and last year that each other source allows for the
    same thing."""
    if not others:
        return "nobody else"
    same = [first <= year <= last for first, last in others]
    if all(same):
        return "same" if all(first == last for first, last in others) else "same or near"
    if not any(same):
        return "all differ"
    return "some differ" if most(same) else "most differ"


def most(fits: list[bool]) -> bool:
    """Whether most fit, as agreement reads it (calibrated.agreement)."""
    return sum(fits) >= assumptions.agreement_medium * len(fits)


def first_mission(
    starts: pd.DataFrame, target: str
) -> tuple[
    Literal["elsewhere before", "most differ", "nobody else", "relief before", "first"],
    dict[str, str],
]:
    """A claim (id `target`) that one lasting mission was the first, and on its year.

    `starts` as above; raises ValueError where it does not hold the target.
    """
    if target not in set(starts["id"]):
        raise ValueError(f"no start {target!r}")
    claimed = starts.set_index("id").loc[target]
    lasting = starts[(starts["kind"] == "long-term") & (starts["id"] != target)]
    own = lasting["iso3"] == claimed["iso3"]
    others = lasting.loc[own, ["year", "last"]].itertuples(index=False, name=None)
    matched = match_year(claimed["year"], list(others))
    relief = starts[(starts["kind"] == "disaster") & (starts["year"] < claimed["year"])]
    earlier = lasting[~own & (lasting["last"] < claimed["year"])]
    fills = {
        "place": claimed["name"],
        "year": f"{claimed['year']}",
        "earliest": f"{earlier['year'].min()}",
        "relief": listed(sorted(set(relief["name"]))),
        "verdict": said("match_year", matched, "verdict"),
        "others": said("match_year", matched, "why"),
    }
    if len(earlier):
        return "elsewhere before", fills
    if matched == "most differ":
        return "most differ", fills
    if matched == "nobody else":
        return "nobody else", fills
    return "relief before" if len(relief) else "first", fills


def duration(
    stated: Interval, spans: list[tuple[str, int]]
) -> tuple[Literal["every start", "some starts", "few starts", "no start"], dict[str, str]]:
    """A stated length of the programme; spans: each start in words, the calendar years since."""
    fits = [stated[0] <= years <= stated[1] for _, years in spans]
    named = [name for (name, _), fit in zip(spans, fits, strict=True) if fit]
    since = [years for _, years in spans]
    fills = {
        "starts": listed(list(dict.fromkeys(named))),
        "range": spread((min(since), max(since))),
    }
    if all(fits):
        return "every start", fills
    if not any(fits):
        return "no start", fills
    return "some starts" if most(fits) else "few starts", fills


def latest_day(date: str) -> str:
    """The last day that a partial date allows, for comparing: 2009-08 gives 2009-08-31."""
    return date + "YYYY-12-31"[len(date) :]


def first_european(
    europe: pd.DataFrame, target: str
) -> tuple[Literal["first", "another team before", "other work before"], dict[str, str]]:
    """Whether one was "the first European country to accept": `europe` are the starts there,
    `target` the ISO 3166 code of the country. Raises ValueError where it has no team against an
    epidemic."""
    own = europe[(europe["iso3"] == target) & (europe["kind"] == "epidemic")]
    if own.empty:
        raise ValueError(f"no epidemic team dated in {target!r}")
    others = europe[europe["iso3"] != target]
    earlier = others[others["date"].map(latest_day) < own["date"].min()]
    fills = {"hosts": listed(sorted(set(earlier["name"])))}
    if earlier.empty:
        return "first", fills
    if (earlier["kind"] == "epidemic").any():
        return "another team before", fills
    return "other work before", fills


def weighed(claims: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """The documented dates with their verdicts: id, verdict, why, against.

    `against` lists the ids of the claims that a date was held against.
    """
    by_id = claims.set_index("id")
    begun = starts(claims, countries)
    home = begun["iso3"] == by_id.loc["pb-first-mission", "country_iso3"]
    lasting = begun[home & (begun["kind"] == "long-term")]
    relief = begun[begun["kind"] == "disaster"].head(1)
    europe = begun[begun["un_region"] == "Europe"]
    length = by_id.loc["pb-duration"]
    now = int(length["as_of"][:4])
    openings = pd.concat([relief, lasting])
    spans = [
        (said("start", place=r.name, year=f"{r.year}"), now - r.year)
        for r in openings.itertuples(index=False)
    ]
    founding = claims[claims["measure"].str.startswith("contingent_founding")]
    namesake = claims[claims["measure"] == by_id.loc["pb-reeve-1868", "measure"]]
    speech = claims[claims["measure"] == by_id.loc["pb-castro-2005", "measure"]]

    def by_year(claim_id: str, rows: pd.DataFrame) -> dict[str, str]:
        years = [year_of(row) for _, row in rows[rows["id"] != claim_id].iterrows()]
        stated = int(by_id.loc[claim_id, "value"])
        return judged("match_year", match_year(stated, [(y, y) for y in years if y]))

    italy = first_european(europe, by_id.loc["pb-first-european", "country_iso3"])
    found = {
        "pb-first-mission": (
            judged("first_mission", *first_mission(begun, "pb-first-mission")), openings),
        "pb-duration": (judged("duration", *duration(of(length), spans)), openings),
        "pb-brigade-2005": (by_year("pb-brigade-2005", founding), founding),
        "pb-reeve-1868": (by_year("pb-reeve-1868", namesake), namesake),
        "pb-castro-2005": (by_year("pb-castro-2005", speech), speech),
        "pb-first-european": (judged("first_european", *italy), europe),
    }  # fmt: skip
    return pd.DataFrame(
        {"id": i, **outcome, "against": [a for a in held["id"] if a != i]}
        for i, (outcome, held) in found.items()
    )


def bearing_on_dates(claims: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """For each documented date the claims that bear on it and those that fit it.

    Returns id, bears, fits (lists of claim ids). A start that is dated earlier elsewhere bears on a
    "first" and does not fit it; where there is one, the later starts tell nothing and do not bear.
    Italy was first with a team against an epidemic, or it was not: so such teams bear.
    """
    by_id = claims.set_index("id")
    begun = starts(claims, countries)
    against = weighed(claims, countries).set_index("id")["against"]
    target = by_id.loc["pb-first-mission"]
    first = begun["last"] < target["value"]
    home = begun["iso3"] == target["country_iso3"]
    lasting = begun[(begun["kind"] == "long-term") & (begun["id"] != target.name) & (home | first)]
    italy = begun["iso3"] == by_id.loc["pb-first-european", "country_iso3"]
    arrived = begun.loc[italy & (begun["kind"] == "epidemic"), "date"].min()
    europe = begun[(begun["un_region"] == "Europe") & ~italy & (begun["kind"] == "epidemic")]
    earlier = europe["date"].map(latest_day) < arrived
    europe = europe[earlier] if earlier.any() else europe
    length = by_id.loc["pb-duration"]
    low, high = of(length)
    now = int(length["as_of"][:4])

    def of_years(claim_id: str) -> tuple[list[str], list[str]]:
        years = {i: year_of(by_id.loc[i]) for i in against[claim_id]}
        stated = by_id.loc[claim_id, "value"]
        return [i for i, y in years.items() if y], [i for i, y in years.items() if y == stated]

    given = (lasting["year"] <= target["value"]) & (target["value"] <= lasting["last"])
    openings = begun[begun["id"].isin(against["pb-duration"])]
    found = [
        ("pb-first-mission", list(lasting["id"]), list(lasting.loc[home & given, "id"])),
        ("pb-duration", list(openings["id"]),
         list(openings.loc[(now - openings["year"]).between(low, high), "id"])),
        ("pb-brigade-2005", *of_years("pb-brigade-2005")),
        ("pb-reeve-1868", *of_years("pb-reeve-1868")),
        ("pb-castro-2005", *of_years("pb-castro-2005")),
        ("pb-first-european", list(europe["id"]), [] if earlier.any() else list(europe["id"])),
    ]  # fmt: skip
    return pd.DataFrame(found, columns=["id", "bears", "fits"])
