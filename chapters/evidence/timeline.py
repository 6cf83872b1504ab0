"""When and where missions began: start years, who disputes them, which countries can be named.

`claims` and `countries` are the tables of that name (tables.claims(), tables.table("countries")).
"""

import math

import pandas as pd

from .bounds import Interval, of
from .words import listed

# Topics whose claims about one country speak of Cuban health workers there.
TOPICS = ("stock", "mission", "timeline", "henry_reeve", "pandemic")
# Measures of those topics that do not show health workers in the country: offers, plans, vaccines,
# and counts that mix in workers of other sectors (whose first year may be another sector's).
NOT_PRESENCE = {
    "doctors_offered",
    "offered_brigade_size",
    "planned_doctors",
    "planned_workers",
    "exam_passes",
    "mission_all_sector_workers",
    "mission_cumulative_all_sector_workers",
    "excess_deaths_per_100000",
    "vaccine_doses_contracted",
    "vaccine_doses_donated",
    "vaccine_doses_sold",
    "vaccine_export_value",
}
START = "mission_start_year_"
KINDS = ("long-term", "disaster", "epidemic", "unspecified")
# Stakes of publishers that state the Cuban side's own account or are allied with it.
OWN_SIDE = ("cuban_state", "cuba_allied")


def kind(measure: str) -> str:
    """What kind of mission a measure speaks of: one of KINDS, or "listed" for a mere mention."""
    if measure == "presence_reported":
        return "listed"
    if "disaster" in measure:
        return "disaster"
    epidemic = ("pandemic_workers", "medical_services", "lives_saved", "brigade_extension")
    if "epidemic" in measure or measure.startswith(("brigade_stay", *epidemic)):
        return "epidemic"
    lasting = "long_term" in measure or measure.startswith(("mission_tour", "tour_extension"))
    return "long-term" if lasting else "unspecified"


def year_of(claim: pd.Series) -> int | None:
    """The first year that a claim about a country speaks of; None where it carries no date.

    A start-year claim speaks of its value; any other of the start of its period, else of its date.
    """
    if claim["measure"].startswith(START):
        return int(claim["value"])
    text = claim["date_start"] or claim["as_of"] or claim["date_end"]
    return int(text[:4]) if text else None


def presences(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims that put Cuban health workers in one country, with `year` (Int64) and `kind`."""
    rows = claims[
        (claims["scope"] == "country")
        & (claims["country_iso3"] != "CUB")
        & claims["topic"].isin(TOPICS)
        & ~claims["measure"].isin(NOT_PRESENCE)
    ]
    years = pd.Series([year_of(row) for _, row in rows.iterrows()], rows.index, dtype="Int64")
    return rows.assign(year=years, kind=rows["measure"].map(kind))


def named_countries(claims: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Every country or territory that the ledger can name one by one as a host.

    One row each, by name: iso3, name, un_region, un_member, first_year (Int64: the first year any
    claim speaks of, not the year the mission began; NA where none is dated), first_claim (its id,
    or ""), kinds (joined by ", "), claims (list of ids). Raises KeyError for an unknown country.
    """
    places = countries.set_index("iso3")
    found = []
    for iso3, rows in presences(claims).groupby("country_iso3"):
        place = places.loc[iso3]
        first = rows.dropna(subset=["year"]).sort_values(["year", "id"]).head(1)
        kinds = sorted(set(rows["kind"]), key=(*KINDS, "listed").index)
        found.append(
            {
                "iso3": iso3,
                "name": place["name"],
                "un_region": place["un_region"],
                "un_member": place["un_member"],
                "first_year": None if first.empty else first["year"].item(),
                "first_claim": "" if first.empty else first["id"].item(),
                "kinds": ", ".join(kinds),
                "claims": sorted(rows["id"]),
            }
        )
    columns = "iso3 name un_region un_member first_year first_claim kinds claims".split()
    table = pd.DataFrame(found, columns=columns).astype({"first_year": "Int64"})
    return table.sort_values("name", kind="stable").reset_index(drop=True)


def others_name(
    named: pd.DataFrame, claims: pd.DataFrame, sources: pd.DataFrame
) -> "pd.Series[bool]":
    """For each named country: does any publisher outside OWN_SIDE put health workers there?"""
    publisher = claims.set_index("id")["source_id"]
    stake = sources.set_index("source_id")["stake"]
    return named["claims"].map(lambda ids: any(stake[publisher[i]] not in OWN_SIDE for i in ids))


def starts(claims: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Every stated start of a mission, in order of year: id, iso3, name, un_region, kind, year
    (int), date (as given, else the year), source_id."""
    rows = presences(claims)
    rows = rows[rows["measure"].str.startswith(START)]
    places = countries.set_index("iso3").loc[rows["country_iso3"]]
    table = pd.DataFrame(
        {
            "id": rows["id"].to_numpy(),
            "iso3": rows["country_iso3"].to_numpy(),
            "name": places["name"].to_numpy(),
            "un_region": places["un_region"].to_numpy(),
            "kind": rows["kind"].to_numpy(),
            "year": rows["year"].astype(int).to_numpy(),
            "date": rows["date_start"].to_numpy(),
            "source_id": rows["source_id"].to_numpy(),
        }
    )
    table["date"] = table["date"].where(table["date"] != "", table["year"].astype(str))
    return table.sort_values(["year", "date", "id"], kind="stable").reset_index(drop=True)


def events(starts: pd.DataFrame) -> pd.DataFrame:
    """The starts without repeats: each country once for its lasting mission (earliest year), and
    once a year for teams sent against a disaster or an epidemic. Columns as in `starts`."""
    lasting = starts["kind"].isin(["long-term", "unspecified"])
    once = starts[lasting].drop_duplicates(["iso3", "kind"])
    teams = starts[~lasting].drop_duplicates(["iso3", "kind", "year"])
    return pd.concat([once, teams]).sort_values(["year", "date", "id"]).reset_index(drop=True)


def datings(starts: pd.DataFrame) -> pd.DataFrame:
    """Lasting missions that two or more sources date: iso3, name, years (tuple), ids, disputed.

    Teams for disasters and epidemics are left out: two years can be two teams.
    """
    found = [
        (iso3, rows["name"].iloc[0], tuple(sorted(set(rows["year"]))), list(rows["id"]))
        for iso3, rows in starts[starts["kind"] == "long-term"].groupby("iso3")
        if rows["source_id"].nunique() > 1
    ]
    table = pd.DataFrame(found, columns=["iso3", "name", "years", "ids"])
    table = table.assign(disputed=table["years"].map(len) > 1)
    return table.sort_values(["years", "name"], kind="stable").reset_index(drop=True)


def running(years: pd.Series) -> pd.DataFrame:
    """How many by the end of each year, from one year for each country (NA left out): year, new,
    total."""
    new = years.dropna().astype(int).value_counts().sort_index()
    table = pd.DataFrame({"year": new.index, "new": new.to_numpy()})
    return table.assign(total=table["new"].cumsum())


def decade(year: int) -> str:
    """The decade of a year in words: 1963 gives "1960s"."""
    return f"{year // 10 * 10}s"


def names_by_decade(named: pd.DataFrame) -> pd.DataFrame:
    """The named countries as lists: decade, un_region, number, names; undated ones last."""
    when = named["first_year"].map(lambda y: "undated" if pd.isna(y) else decade(int(y)))
    groups = named.assign(decade=when).groupby(["decade", "un_region"])["name"]
    return groups.agg(number="size", names=lambda names: "; ".join(sorted(names))).reset_index()


def counted_and_named(claims: pd.DataFrame, starts: pd.DataFrame) -> pd.DataFrame:
    """New hosts of lasting missions by period: as one publisher counts them, as the ledger names.

    Returns id (the count's claim), start, end (years), counted, named: countries for which any
    source puts the start of a lasting mission in the period, the most generous reading. Where the
    count has no stated end, end and named are NA: the two cannot be compared.
    """
    rows = claims[claims["measure"] == "new_long_term_host_countries"]
    lasting = starts[starts["kind"] == "long-term"]
    found = []
    for row in rows.sort_values("date_start").itertuples():
        start, end = int(row.date_start[:4]), int(row.date_end[:4]) if row.date_end else None
        named = lasting[lasting["year"].between(start, end)]["iso3"].nunique() if end else None
        found.append((row.id, start, end, int(row.value), named))
    table = pd.DataFrame(found, columns=["id", "start", "end", "counted", "named"])
    return table.astype({"end": "Int64", "named": "Int64"})


def teams(claims: pd.DataFrame) -> pd.DataFrame:
    """Stated sizes of single teams of health workers of all professions, dated or not, with `kind`.

    Several rows can speak of one team: sources differ, and the ledger does not number teams.
    """
    measures = [f"brigade_size_{name}" for name in ("long_term", "disaster", "epidemic")]
    rows = claims[claims["measure"].isin(measures) & (claims["scope"] == "country")]
    return rows.assign(kind=rows["measure"].map(kind)).reset_index(drop=True)


def match_year(year: int, others: list[int]) -> tuple[str, str]:
    """Verdict on a documented year against the years that other sources give for the same thing."""
    if not others:
        return "not checkable", "No other source in the ledger gives a year for it."
    same = [other == year for other in others]
    if all(same):
        return "supported", "Every other source in the ledger that dates it gives the same year."
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
    if (lasting.loc[~own, "year"] < claimed["year"]).any():
        return "contradicted", f"A source dates a lasting mission elsewhere before that to {name}."
    verdict, year = match_year(claimed["year"], list(lasting.loc[own, "year"]))
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


def against_total(named: int, claimed: int) -> str:
    """What the number of named countries says about a claimed total of countries."""
    if named >= claimed:
        return "The ledger can name at least as many hosts as the total claims."
    return (
        "The ledger cannot name as many hosts as the total claims. That does not refute the total: "
        "the ledger names only those that its sources happen to name."
    )


def opening(starts: pd.DataFrame) -> str:
    """The message of the chart of starts: which kind of mission is dated first."""
    first = starts.groupby("kind")["year"].min()
    if first["disaster"] < first["long-term"]:
        return "A relief team is dated first, then a lasting mission"
    if first["disaster"] > first["long-term"]:
        return "A lasting mission is dated first, then a relief team"
    return "The first relief team and lasting mission share a year"


def against_counts(table: pd.DataFrame) -> str:
    """How the ledger's names compare with the counts of periods that ended (counted_and_named)."""
    closed = table.dropna(subset=["named"])
    below = closed["named"] < closed["counted"]
    if below.all():
        return "In every period with an end the ledger can name fewer than were counted."
    if below.any():
        return "In some periods the ledger can name fewer than were counted, in others not."
    return "In no period with an end can the ledger name fewer than were counted."


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
        years = [year_of(row) for _, row in rows[rows["id"] != claim_id].iterrows()]
        return match_year(int(by_id.loc[claim_id, "value"]), [y for y in years if y])

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


def places(rows: pd.DataFrame, by: list[str]) -> pd.Series:
    """The place of each row, from 0, in its stack of rows that agree in the columns `by`."""
    return rows.groupby(by).cumcount()


def spread_out(rows: pd.DataFrame, step: float = 0.08, width: float = 0.12) -> "pd.Series[float]":
    """How far to lift each dot of a row of dots on a log scale, so that near ones do not hide.

    Dots of one `kind` whose values agree within `width` (in powers of ten) are stacked by `step`.
    """
    place = (rows["value"].map(math.log10) / width).round()
    return rows.groupby([rows["kind"], place]).cumcount() * step


def spread_message(sizes: pd.DataFrame) -> str:
    """The message of the chart of team sizes: in which kind the largest team stands."""
    top = sizes.loc[sizes["value"].idxmax(), "kind"]
    names = {"long-term": "opened a lasting mission", "disaster": "followed a disaster"}
    return f"The largest team stated {names.get(top, 'went against an epidemic')}"


def disagreement(datings: pd.DataFrame) -> str:
    """The message of the chart of years: how often sources that date one mission agree."""
    share = datings["disputed"].mean()
    if share == 1:
        return "Where two sources date a mission, they never agree"
    if share > 0.5:
        return "Where two sources date a mission, they seldom agree"
    return "Where two sources date a mission, they mostly agree"


def naming_title(named: int, claimed: int) -> str:
    """The message of the chart of named countries against a claimed total."""
    if named >= claimed:
        return "As many hosts can be named as are claimed"
    return "Fewer hosts can be named than are claimed"
