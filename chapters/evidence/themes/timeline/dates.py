"""The documented dates, weighed: years, the first mission, its length, the first in Europe."""

import pandas as pd

from evidence.reckon.bounds import Interval, of
from evidence.reckon.hosts import first_year
from evidence.show.words import listed
from evidence.themes.timeline.beginnings import starts


def match_year(year: int, others: list[tuple[int, int]]) -> tuple[str, str]:
    """Verdict on a documented year against the first and last year that each other source allows
    for the same thing."""
    if not others:
        return "not checkable", "No other source in the ledger gives a year for it."
    same = [first <= year <= last for first, last in others]
    if all(same):
        alone = all(first == last for first, last in others)
        found = "Every other source in the ledger that dates it gives the same year"
        return "supported", found + ("." if alone else ", though not each gives that year alone.")
    if any(same):
        return "supported with a caveat", "Some other sources give the same year, some do not."
    return "contradicted", "Every other source in the ledger gives a different year."


def first_mission(starts: pd.DataFrame, target: str) -> tuple[str, str]:
    """Verdict on a claim (id `target`) that one lasting mission was the first and on its year.

    `starts` as above; raises ValueError where it does not hold the target.
    """
    if target not in set(starts["id"]):
        raise ValueError(f"no start {target!r}")
    claimed = starts.set_index("id").loc[target]
    lasting = starts[(starts["kind"] == "long-term") & (starts["id"] != target)]
    own = lasting["iso3"] == claimed["iso3"]
    name = claimed["name"]
    if (lasting.loc[~own, "last"] < claimed["year"]).any():
        return "contradicted", f"A source dates a lasting mission elsewhere before that to {name}."
    others = lasting.loc[own, ["year", "last"]].itertuples(index=False, name=None)
    verdict, year = match_year(claimed["year"], list(others))
    sentence = f"No source in the ledger dates a lasting mission elsewhere before that to {name}. "
    relief = starts[(starts["kind"] == "disaster") & (starts["year"] < claimed["year"])]
    if len(relief):
        where = listed(sorted(set(relief["name"])))
        sentence += f"A relief team to {where} is dated earlier, but that is another kind. "
    sentence += f"The article gives {claimed['year']}. {year}"
    return verdict, sentence


def duration(stated: Interval, spans: dict[str, int]) -> tuple[str, str]:
    """Verdict on a stated length of the programme; spans: {start in words: calendar years}."""
    fits = [name for name, years in spans.items() if stated[0] <= years <= stated[1]]
    if len(fits) == len(spans):
        return "supported", "In calendar years it fits every start that the sources give."
    if fits:
        return "supported with a caveat", f"In calendar years it fits only from {listed(fits)}."
    return "contradicted", "In calendar years it fits no start that the sources give."


def latest_day(date: str) -> str:
    """The last day that a partial date allows, for comparing: 2009-08 gives 2009-08-31."""
    return date + "YYYY-12-31"[len(date) :]


def first_european(europe: pd.DataFrame, target: str) -> tuple[str, str]:
    """Verdict on "the first European country to accept": `europe` are the starts there, `target`
    the ISO 3166 code of the country. Raises ValueError where it has no team against an epidemic."""
    own = europe[(europe["iso3"] == target) & (europe["kind"] == "epidemic")]
    if own.empty:
        raise ValueError(f"no epidemic team dated in {target!r}")
    others = europe[europe["iso3"] != target]
    earlier = others[others["date"].map(latest_day) < own["date"].min()]
    if earlier.empty:
        return "supported", "No other European host is dated earlier in the ledger."
    if (earlier["kind"] == "epidemic").any():
        return "contradicted", "Another European country took a team against an epidemic earlier."
    where = listed(sorted(set(earlier["name"])))
    return "supported with a caveat", (
        "Of teams against an epidemic it holds: the ledger dates none to another European country "
        f"earlier. Of Cuban health workers of any kind it does not hold for Europe: {where} had "
        "them before. Whether a developed country is among these depends on a word that the "
        "article does not define."
    )


def weighed(claims: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """The documented dates with their verdicts: id, what, verdict, sentence, against.

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
    spans = {f"{r.name} in {r.year}": now - r.year for r in openings.itertuples(index=False)}
    founding = claims[claims["measure"].str.startswith("contingent_founding")]
    namesake = claims[claims["measure"] == by_id.loc["pb-reeve-1868", "measure"]]
    speech = claims[claims["measure"] == by_id.loc["pb-castro-2005", "measure"]]

    def by_year(claim_id: str, rows: pd.DataFrame) -> tuple[str, str]:
        years = [first_year(row) for _, row in rows[rows["id"] != claim_id].iterrows()]
        return match_year(int(by_id.loc[claim_id, "value"]), [(y, y) for y in years if y])

    italy = first_european(europe, by_id.loc["pb-first-european", "country_iso3"])
    found = [
        ("pb-first-mission", "First mission of long duration, to Algeria",
         first_mission(begun, "pb-first-mission"), openings),
        ("pb-duration", "Years for which professionals have been sent",
         duration(of(length), spans), openings),
        ("pb-brigade-2005", "The Henry Reeve brigade is formed",
         by_year("pb-brigade-2005", founding), founding),
        ("pb-reeve-1868", "The man it is named after supports Cuban independence",
         by_year("pb-reeve-1868", namesake), namesake),
        ("pb-castro-2005", "Fidel Castro speaks of cooperation in crises",
         by_year("pb-castro-2005", speech), speech),
        ("pb-first-european", "Italy is the first developed country of Europe to accept help",
         italy, europe),
    ]  # fmt: skip
    return pd.DataFrame(
        [
            (i, what, *verdict, [a for a in held["id"] if a != i])
            for i, what, verdict, held in found
        ],
        columns=["id", "what", "verdict", "sentence", "against"],
    )


def bearing_on_dates(claims: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """For each documented date a statement, the claims that bear on it and those that fit it.

    Returns id, statement (completes "confidence that ..."), bears, fits (lists of claim ids). A
    start that is dated earlier elsewhere bears on a "first" and does not fit it; where there is
    one, the later starts tell nothing and do not bear.
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
    europe = begun[(begun["un_region"] == "Europe") & ~italy]
    earlier = europe["date"].map(latest_day) < arrived
    europe = europe[earlier] if earlier.any() else europe
    length = by_id.loc["pb-duration"]
    low, high = of(length)
    now = int(length["as_of"][:4])

    def of_years(claim_id: str) -> tuple[list[str], list[str]]:
        years = {i: first_year(by_id.loc[i]) for i in against[claim_id]}
        stated = by_id.loc[claim_id, "value"]
        return [i for i, y in years.items() if y], [i for i, y in years.items() if y == stated]

    given = (lasting["year"] <= target["value"]) & (target["value"] <= lasting["last"])
    openings = begun[begun["id"].isin(against["pb-duration"])]
    found = [
        ("pb-first-mission", "the first lasting mission went to Algeria in the year given",
         list(lasting["id"]), list(lasting.loc[home & given, "id"])),
        ("pb-duration", "professionals had been sent for that long",
         list(openings["id"]),
         list(openings.loc[(now - openings["year"]).between(low, high), "id"])),
        ("pb-brigade-2005", "the brigade was formed in that year", *of_years("pb-brigade-2005")),
        ("pb-reeve-1868", "the year is right", *of_years("pb-reeve-1868")),
        ("pb-castro-2005", "the year is right", *of_years("pb-castro-2005")),
        ("pb-first-european", "Italy was first in Europe for Cuban health workers of any kind",
         list(europe["id"]), [] if earlier.any() else list(europe["id"])),
    ]  # fmt: skip
    return pd.DataFrame(found, columns=["id", "statement", "bears", "fits"])
