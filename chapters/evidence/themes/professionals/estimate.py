"""How many were sent: people, postings and doctors, estimated from the stock and the stay."""

from typing import Literal

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import flows
from evidence.reckon.estimates import held_out, scenarios, sent
from evidence.reckon.estimates.draws import drawn
from evidence.show import charts, estimates, marks, say, words
from evidence.themes.professionals import stated

said = say.of("professionals")
DOCUMENTED = "pb-professionals"
MISSIONS = "cumulative-missions.2018.adelante"
NEVER = 0.01  # the chance below which something is taken to be ruled out
LABELS = {"postings": (2019.8, 1.03), "people": (2025.5, 0.55)}  # year, times the median there
COLOURS = {"people": charts.BLUE, "postings": charts.VERMILION}
TABLES = {
    "people": "tab-estimate-people",
    "postings": "tab-estimate-postings",
    "doctors": "tab-estimate-doctors",
    "every doctor": "tab-estimate-every-doctor",
}
OF = {"people": sent.people, "postings": sent.postings}


def models(known: pd.DataFrame) -> dict[str, tuple[scenarios.Model, float]]:
    """Each estimate by name: its model, and the stated number that it is held against.

    All are of the date of that number; `known` as sent.documented.
    """
    counts = sent.doctor_counts()

    def by(of: str, claim_id: str) -> tuple[scenarios.Model, float]:
        claim = tables.claim(claim_id)
        time = flows.decimal_year(claim["as_of"])
        some = sent.near(known, time)
        return lambda draw: sent.at(OF[of](draw, some), some, time), claim["value"]

    claim = tables.claim(counts["sent"])
    time = flows.decimal_year(claim["as_of"])
    then = sent.near(known, time)
    return {
        "people": by("people", DOCUMENTED),
        "postings": by("postings", DOCUMENTED),
        "missions": by("postings", MISSIONS),
        "doctors": (lambda draw: sent.doctors(draw, then, time, counts), claim["value"]),
        "every doctor": (lambda draw: sent.every_doctor(draw, counts), claim["value"]),
    }


def tell(known: pd.DataFrame) -> None:
    """Show each estimate as a result, with how likely it reaches the stated number; `known` as
    sent.documented."""
    doctors = list(sent.doctor_counts().values())
    inputs = {
        "people": [DOCUMENTED], "postings": [DOCUMENTED], "missions": [MISSIONS],
        "doctors": doctors, "every doctor": doctors,
    }  # fmt: skip
    for name, (model, least) in models(known).items():
        found = scenarios.summary(model(drawn()), least)
        told = said("fig-estimate", "told", name, estimates.fills(found))
        show.result(f"estimate-{name.replace(' ', '-')}", told, inputs[name])
    # of the last: every doctor whom there was to send
    enough = said("doctors_enough", doctors_enough(found["chance"]))
    show.result("estimate-doctors-enough", enough, inputs["every doctor"])


def doctors_enough(chance: float) -> Literal["too few", "open"]:
    """Whether there can have been as many doctors as are said to have been sent, by its chance."""
    return "too few" if chance < NEVER else "open"


def show_scenarios(known: pd.DataFrame) -> None:
    """Show people, postings and doctors with other inputs; `known` as sent.documented."""
    found = models(known)
    for name, key in TABLES.items():
        caption = said(key, "caption", number=words.number(found[name][1]))
        estimates.scenarios_of(*found[name], key, caption, unit=1000)


def draw(known: pd.DataFrame) -> None:
    """Show the chart of what the model gives by year, with every stated total on it; `known` as
    sent.documented."""
    model, least = models(known)["people"]
    figure, axes = charts.new(height=4.2)
    times, rows = sent.times(known)[1:], []  # from the end of the study
    for name, of in OF.items():
        ends = held_out.bands(of(drawn(), known)[:, 1:])
        estimates.band(axes, times, ends, COLOURS[name], unit=1000)
        year, share = LABELS[name]
        axes.text(year, share * ends[1][-1] / 1000, said("fig-estimate", "of", name),
                  color=COLOURS[name], fontsize=9, fontweight=600, ha="right")  # fmt: skip
        rows.append(estimates.as_rows(times, ends, name))
    drawn_totals = marks.over_time(axes, stated.totals(), unit=1000)
    missions = flows.dated(tables.claims(measure="cumulative_missions"))
    axes.plot(missions["time"], missions["value"] / 1000, "D", mfc="white", mec=charts.BLUE)
    axes.set(ylabel=said("fig-estimate", "y"), ylim=(0, 720), xlim=(1999, 2028))
    marks.key(axes, "upper left")
    last = [estimates.rounded(table["median"].iloc[-1]) for table in rows]
    charts.worded(
        figure, "professionals", "fig-estimate", pd.concat(rows), drawn_totals,
        fig_estimate_title(scenarios.summary(model(drawn()), least)["chance"]),
        people=last[0], postings=last[1], number=words.number(len(drawn_totals)),
    )  # fmt: skip


def checked(known: pd.DataFrame) -> pd.DataFrame:
    """Each stated total of people or missions that the model was not given, first statement of each
    number: date, id, model of people and of postings (low, median, high), and the finding of
    held_out.can_count."""
    rows = pd.concat([stated.totals(), tables.claims(measure="cumulative_missions")])
    given = rows["id"].isin(scenarios.given(models(known)["people"][0]))
    rows = rows[~rows["value"].isin(rows.loc[given, "value"])]
    rows = flows.dated(rows[rows["qualifier"] != "vague"]).drop_duplicates("value")
    rows = rows[rows["time"].between(sent.STUDY_END, known["time"].iloc[-1])]
    tables_of = {name: of(drawn(), known) for name, of in OF.items()}
    found = []
    for row in rows.to_dict("records"):
        draws = {name: sent.at(table, known, row["time"]) for name, table in tables_of.items()}
        where = [held_out.lies(row["value"], some) for some in draws.values()]
        ends = {name: held_out.bands(some[:, None])[:, 0] for name, some in draws.items()}
        found.append({**row, **ends, "finding": held_out.can_count(*where)})
    return pd.DataFrame(found)


def show_check(known: pd.DataFrame) -> None:
    """Show the model beside totals that it was not given, and how many of them fit."""
    rows = checked(known)

    def spread(ends: pd.Series) -> str:
        start, end = (estimates.rounded(end / 1000, 3) for end in (ends[0], ends[2]))
        return said("period", start=start, end=end)

    table = rows.assign(
        date=rows["as_of"].map(words.when),
        total=rows["id"].map(show.claim),
        people=rows["people"].map(spread),
        postings=rows["postings"].map(spread),
        finding=[said("can_count", finding) for finding in rows["finding"]],
    )
    show.worded(table, "professionals", "tab-check", right=("total", "people", "postings"))
    ids = list(rows["id"])
    show.result("check-all", words.number(len(rows)), ids)
    for name in OF:
        some = rows["finding"].isin([name, "either"]).sum()
        show.result(f"check-{name}", words.number(some), ids)
    show.result("check-missed", said("misses", *misses(rows)), ids)


def misses(
    rows: pd.DataFrame,
) -> tuple[Literal["none", "above", "below", "both ways"], dict[str, str]]:
    """Which totals fit neither people nor postings; `rows` as checked (time, finding)."""
    missed = rows[rows["finding"].isin(["above both", "below both", "between"])]
    if missed.empty:
        return "none", {}
    fills = {
        "missed": words.number(len(missed)),
        "years": words.listed([f"{y}" for y in sorted(set(missed["time"].astype(int)))]),
    }
    ways = set(missed["finding"])
    one = ways in ({"above both"}, {"below both"})
    return min(ways).split()[0] if one else "both ways", fills


def fig_estimate_title(chance: float) -> Literal["fewer", "open", "as many"]:
    """Whether as many people can have been sent as the article says."""
    return estimates.reach(chance)
