"""Doctors at home before, during and after the years with a usable count, printed one by one."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds, doctors
from evidence.reckon.bounds import Interval
from evidence.show import doctor_words, say, words
from evidence.themes.home import home, series
from evidence.themes.home.series import ends

said = say.of("home")
START, NEWEST = 2000, 2024  # years without a usable count of doctors abroad


def value(claim_id: str) -> float:
    """The number that a claim states."""
    return tables.claim(claim_id)["value"]


def totals() -> pd.DataFrame:
    """All doctors in the count, by year: low, high."""
    return doctors.ledger_totals().set_index("year")


def before() -> Interval:
    """Doctors at home per 1,000 at the start, if none to the mean of all workers were away."""
    least, most = totals().loc[START, ["low", "high"]]
    inhabitants = series.people()[START]
    return 1000 * (
        least - value("mean-workers-abroad-per-year.2000.wikipedia")
    ) / inhabitants, 1000 * most / inhabitants


def worst(last: pd.Series) -> float:
    """Doctors at home per 1,000 in the last year, if all health workers abroad were doctors."""
    year = last["year"]
    everyone = series.workers().set_index("year").loc[year, "high"]
    return 1000 * (totals().loc[year, "low"] - everyone) / series.people()[year]


def since_last(years: pd.DataFrame) -> str:
    """What became of doctors at home after the last counted year, in a sentence."""
    _, last = series.first_and_last(years)
    abroad, total = series.doctors_abroad().set_index("year"), totals()
    left = bounds.subtract(ends(total.loc[last["year"]]), ends(abroad.loc[last["year"]]))
    rate = home.trend(ends(last), ends(years.set_index("year").loc[NEWEST]))
    counted = ends(total.loc[NEWEST])
    return said("since", *home.since(left, counted, rate, last["year"], NEWEST))


def tell_counts(years: pd.DataFrame) -> None:
    """Show how many counts of doctors abroad are used, and their first and last year."""
    alone, (first, last) = series.alone_shares(), series.first_and_last(years)
    show.result("home-beside", doctor_words.beside_sentence(alone), list(alone["id"]))
    show.result("home-kept", words.number(len(series.alone())))
    show.result("home-said", words.number(len(doctors.ledger_counts())))
    show.result("home-first", str(first["year"]))
    show.result("home-last", str(last["year"]))


def tell_years(years: pd.DataFrame) -> None:
    """Show the share abroad and the doctors at home of three counted years."""
    first, last = series.first_and_last(years)
    for name, year in {"first": first["year"], "2014": 2014, "last": last["year"]}.items():
        row = years.set_index("year").loc[year]
        totalled = series.heads("doctors_total", scope="cuba", as_of=str(year))
        inputs = [*series.behind(year), *totalled["id"]]
        share = words.spread((row["share_low"], row["share_high"]))
        show.result(f"home-share-{name}", f"{share}%", inputs)
        show.result(f"home-density-{name}", words.spread(ends(row), 1), inputs)


def tell_before(years: pd.DataFrame) -> None:
    """Show the doctors at home before the first usable count, as far as they are bounded."""
    first, _ = series.first_and_last(years)
    inhabitants, total = series.people(), totals()
    show.result(
        "home-before",
        words.spread(before(), 1),
        ["mean-workers-abroad-per-year.2000.wikipedia", "doctors-total.cuba.2000.who-gho"],
    )
    limit = total.loc[START, "low"] - first["high"] * inhabitants[START] / 1000
    inputs = [*series.behind(first["year"]), "doctors-total.cuba.2000.who-gho"]
    show.result("home-limit", said("under", *home.under(limit)), inputs)
    rest = (
        1000
        * (total.loc[2005, "high"] - value("mission-doctors.venezuela.2005-08.boston-globe"))
        / inhabitants[2005]
    )
    show.result(
        "home-2005-most",
        said("at most", number=f"{rest:.1f}"),
        ["mission-doctors.venezuela.2005-08.boston-globe", "doctors-total.cuba.2005.who-gho"],
    )


def tell_trends(years: pd.DataFrame) -> None:
    """Show how doctors at home moved, as counted and on other assumptions."""
    first, last = series.first_and_last(years)
    least, whole = worst(last), tuple(first[["total_low", "total_high"]])
    show.result("home-worst", f"{least:.1f}")
    earlier = series.counted(years).iloc[:-1]
    risen = sum(home.trend(ends(row), ends(last)) == "rose" for _, row in earlier.iterrows())
    some = {"some": f"{risen}", "all": f"{len(earlier)}"}
    show.result("home-risen", said("some of the", some))
    inputs = [
        *series.behind(first["year"]),
        *series.behind(last["year"]),
        "mean-workers-abroad-per-year.2000.wikipedia",
    ]
    for name, pair in {
        "early": (before(), ends(first)), "late-words": (ends(first), ends(last)),
        "worst-trend": (ends(first), (least, least)), "none-away": (whole, ends(last)),
    }.items():  # fmt: skip
        show.result(f"home-{name}", home.became(*pair), inputs)


def tell_fall(years: pd.DataFrame) -> None:
    """Show the fall of the count after its highest, and what it leaves."""
    top, end = ("doctors-total.cuba.2021.cibercuba", "doctors-total.cuba.2024.cibercuba")
    lost, newest = value(top) - value(end), years.set_index("year").loc[NEWEST]
    gone = series.workers().set_index("year").loc[NEWEST]
    show.result("home-lost-share", f"{100 * lost / value(top):.0f}%", [top, end])
    compared = home.loss_against_abroad(lost, ends(gone))
    show.result("home-lost-abroad", said("loss_against_abroad", compared), [top, end])
    show.result(
        "home-gained",
        words.number(value(top) - value("doctors-total.cuba.2018.who-gho")),
        [top, "doctors-total.cuba.2018.who-gho"],
    )
    whole = words.spread((newest["total_low"], newest["total_high"]), 1)
    show.result(
        "home-total-2024",
        whole,
        [
            end,
            "population.cuba.2024-12-31.oncuba-news-b",
            "population.cuba.2024.pan-american-health",
        ],
    )
    show.result(
        "home-home-2024",
        words.spread(ends(newest), 1),
        [end, "population.cuba.2024-12-31.oncuba-news-b"],
    )


def tell_newest(years: pd.DataFrame) -> None:
    """Show what would be left if as many were away as the newest count of doctors abroad has."""
    (first, last), newest = series.first_and_last(years), series.alone_shares().iloc[-1]
    away = pd.DataFrame([newest[["low", "high"]]]).assign(year=NEWEST, basis=doctors.DOCTORS)
    then = ends(home.at_home(doctors.ledger_totals(), away, series.persons()).iloc[0])
    show.result(
        "home-newest",
        words.spread(then, 1),
        [
            newest["id"],
            "doctors-total.cuba.2024.cibercuba",
            "population.cuba.2024-12-31.oncuba-news-b",
        ],
    )
    for name, row in {"trend": first, "fall": last}.items():
        inputs = [newest["id"], *series.behind(row["year"])]
        show.result(f"home-newest-{name}", home.became(ends(row), then), inputs)


def tell(years: pd.DataFrame) -> None:
    """Show all of these."""
    for show_some in (tell_counts, tell_years, tell_before, tell_trends, tell_fall, tell_newest):
        show_some(years)
