"""The verdicts of the chapter, each with how sure it is and on what it rests."""

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.reckon import doctors, flows
from evidence.show import say
from evidence.themes.home import access, facilities, home, layers, series, then_and_now
from evidence.themes.home.series import ends
from evidence.weigh import calibrated, voices

said = say.of("home")


def own_counts() -> pd.DataFrame:
    """Counts of doctors abroad by the Cuban state for years with a total of their own."""
    alone = series.alone_shares()
    own = calibrated.own_counts(calibrated.bearing(alone[alone["own_total"]]), voices.CUBAN_STATE)
    return own.assign(basis=doctors.DOCTORS)


def judge_thinner(years: pd.DataFrame) -> None:
    """Show the verdict on lower numbers of doctors at home."""
    (first, last), start = series.first_and_last(years), then_and_now.before()
    late = home.trend(ends(first), ends(last))
    early, whole = home.trend(start, ends(first)), home.trend(start, ends(last))
    spoken = (then_and_now.START, first["year"], last["year"])
    share = (last["share_low"], last["share_high"])
    since = then_and_now.since_last(years)
    judged = say.parts("home", "thinner", *home.thinner(share, early, late, whole, spoken, since))
    own = own_counts()
    later = own[own["year"] > first["year"]].reset_index(drop=True)
    left = home.at_home(doctors.ledger_totals(), later, series.persons())
    moved = [home.trend(ends(first), ends(row)) for _, row in left.iterrows()]
    sure = calibrated.weigh(later, pd.Series(moved) == late)
    that = said("moved at home", became=said("trend", late), year=str(first["year"]))
    inputs = [
        *series.behind(last["year"]),
        *series.behind(first["year"]),
        "doctors-total.cuba.2024.cibercuba",
    ]
    show.verdict(
        "home-thinner", "pb-doctors-at-home", judged, sure, that, inputs, list(later["id"])
    )


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


def judge_abroad(years: pd.DataFrame) -> None:
    """Show the verdict on high numbers of doctors abroad, and the threshold."""
    known, own = series.counted(years), own_counts()
    outcome = home.share_abroad((known["share_low"].min(), known["share_high"].max()))
    judged = say.parts("home", "share_abroad", outcome)
    show.result("home-high-share", f"{assumptions.high_share:.0f}%")
    sure = calibrated.weigh(own, own["share_low"] >= assumptions.high_share)
    that, ids = said("above the threshold"), list(own["id"])
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

    A vague word fits no number, and only a national count could be held against it.
    """
    claims = tables.claims(measure=measures)
    some = claims[claims["scope"] == "cuba"]
    nearness = some["source_id"].map(tables.sources().set_index("source_id")["nearness"])
    counts = calibrated.bearing(some[nearness == "counter"])
    outcome = access.unmeasured(len(counts), len(claims) - 1, subject)
    sure = calibrated.weigh(counts, pd.Series(False, index=counts.index))
    return say.parts("home", "unmeasured", *outcome), sure, list(some["id"])


def hardship() -> tuple[dict[str, str], pd.Series, list[str]]:
    """Verdict and why, how sure they are, and the claims (ids) on shortages of care."""
    rows = calibrated.bearing(tables.claims(measure=tables.measures_in("shortage")))
    official = int((rows["origin"] == voices.CUBAN_STATE).sum())
    judged = say.parts("home", "shortages", access.shortages(official, len(rows) - official))
    sure = calibrated.weigh(rows, access.states_shortage(rows))
    return judged, sure, ["ge-difficulties", *rows["id"]]


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
