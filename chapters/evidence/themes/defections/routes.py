"""Other ways out: people said to have left, stayed or waited."""

from evidence import show
from evidence.ledger import tables
from evidence.show import say, words
from evidence.themes.defections import counted

said = say.of("defections")
MEASURES = [
    "people_stayed_after_mission", "people_stayed_with_consent", "people_left_missions",
    "people_in_transit",
]  # fmt: skip
ESTIMATE = "ngo_"  # how the measures of estimates by campaign groups begin


def show_routes() -> None:
    """Show every number of people that left another way than the programme's, as stated."""
    labels = tables.measures().set_index("measure")["label"]
    estimates = [measure for measure in labels.index if measure.startswith(ESTIMATE)]
    rows = tables.claims(measure=[*MEASURES, *estimates])
    rows = rows.sort_values(["country_iso3", "as_of", "id"], kind="stable")
    country = rows["country_iso3"].map(tables.country_names())
    table = rows.assign(
        country=country.fillna(said("tab-routes", "no country")),
        number=rows["id"].map(show.claim),
        what=rows["measure"].map(labels),
        period=counted.periods(rows, said("tab-routes", "no period")),
        date=[words.dated(row) for _, row in rows.iterrows()],
        publisher=counted.publishers(rows),
    )
    show.worded(table, "defections", "tab-routes")
