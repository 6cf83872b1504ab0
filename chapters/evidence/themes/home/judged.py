"""The verdicts of the chapter, each with how sure it is and on what it rests."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import flows
from evidence.show import say
from evidence.themes.home import access, facilities, home, layers, series, then_and_now
from evidence.themes.home.series import ends
from evidence.weigh import calibrated

said = say.of("home")


def counts() -> pd.DataFrame:
    """The counts of doctors abroad that bear, for years with a total of their own."""
    alone = series.alone_shares()
    return calibrated.bearing(alone[alone["own_total"]])


def judge_thinner(years: pd.DataFrame) -> None:
    """Show the verdict on lower numbers of doctors at home."""
    (first, last), start = series.first_and_last(years), then_and_now.before()
    late = home.trend(ends(first), ends(last))
    early, whole = home.trend(start, ends(first)), home.trend(start, ends(last))
    spoken = (then_and_now.START, first["year"], last["year"])
    share = (last["share_low"], last["share_high"])
    since = then_and_now.since_last(years)
    judged = say.parts("home", "thinner", *home.thinner(share, early, late, whole, spoken, since))
    # late is what every number that the statements allow comes to: a proof where it is decided
    sure = calibrated.decided(None if late == "not decided" else late == "fell")
    that = said("fewer at home", year=str(first["year"]), until=str(last["year"]))
    inputs = [
        *series.behind(last["year"]),
        *series.behind(first["year"]),
        "doctors-total.cuba.2024.cibercuba",
    ]
    show.verdict("home-thinner", "pb-doctors-at-home", judged, sure, that, inputs, inputs)


def judge_layers() -> None:
    """Show the verdict on the layers of care."""
    measures = [*layers.LAYERS.values(), "research_institutes"]
    counts = {m: tables.claims(measure=m) for m in measures}
    sources = {m: rows["source_id"].nunique() for m, rows in counts.items()}
    newest = {m: int(flows.dated(rows)["time"].iloc[-1]) for m, rows in counts.items()}
    outcome = facilities.layers_counted(sources, layers.moves(), newest)
    judged = say.parts("home", "layers_counted", *outcome)
    places = calibrated.bearing(tables.claims(measure=list(layers.LAYERS.values())))
    sure, that = calibrated.weigh(places, places["value"] > 0), said("layers are there")
    ids = list(places["id"])
    show.verdict("home-layers", "ge-care-layers", judged, sure, that, ["ge-specialties"], ids)


def judge_abroad() -> None:
    """Show the verdict on high numbers of doctors abroad."""
    own = counts()
    outcome = home.share_abroad((own["share_low"].min(), own["share_high"].max()))
    judged, sure = say.parts("home", "share_abroad", *outcome), calibrated.decided(None)
    that, ids = said("high numbers"), list(own["id"])
    show.verdict(
        "home-abroad",
        "pb-doctors-abroad",
        judged,
        sure,
        that,
        ["doctors-abroad.2020-03.europa-press"],
        ids,
    )


def word(subject: str, measures: list[str]) -> tuple[dict[str, str], pd.Series, list[str]]:
    """Verdict and why, how sure they are, and the claims (ids) on a word about access.

    A vague word fits no number, so nothing bears on it, a national count included.
    """
    claims = tables.claims(measure=measures)
    some = claims[claims["scope"] == "cuba"]
    nearness = some["source_id"].map(tables.sources().set_index("source_id")["nearness"])
    national = calibrated.bearing(some[nearness == "counter"])
    outcome = access.unmeasured(len(national), len(claims) - 1, subject)
    return say.parts("home", "unmeasured", *outcome), calibrated.decided(None), list(some["id"])


def hardship() -> tuple[dict[str, str], pd.Series, list[str]]:
    """Verdict and why, how sure they are, and the claims (ids) on shortages of care.

    “A lot” has no least number: who states a shortage is told, and nothing is held against it.
    """
    rows = calibrated.bearing(tables.claims(measure=tables.measures_in("shortage")))
    short = access.states_shortage(rows)
    sure = calibrated.weigh(rows, short)
    judged = say.parts("home", "shortages", access.shortages(set(rows.loc[short, "origin"]), sure))
    return judged, calibrated.decided(None), ["ge-difficulties", *rows["id"]]


def judge_access() -> None:
    """Show the verdicts on waiting, hardship and continuity."""
    waits, keeps = said("waiting"), said("continuity")
    for name, (judged, sure, ids), that in [
        ("waiting", word(waits, tables.measures_in("wait")),
         said("describes the country", subject=waits)),
        ("hardship", hardship(), said("short of much")),
        ("continuity", word(keeps, ["interviewees_reporting"]),
         said("describes the country", subject=keeps)),
    ]:  # fmt: skip
        show.verdict(f"home-{name}", ids[0], judged, sure, that, ids, ids)
