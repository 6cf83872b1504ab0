"""Documented figures on diplomacy that stand alone, each with its verdict."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import confidence, say
from evidence.themes.diplomacy import sanction_counts
from evidence.themes.diplomacy.katrina import upper

said = say.of("diplomacy")


def judge() -> None:
    """Show a verdict on each figure, and a table of them."""
    claims, labels = tables.claims(), tables.measures().set_index("measure")["label"]
    parts, that = tables.judgements("weighed-alone").set_index("item")["part"], said("is right")
    rows = []
    for _, row in claims[claims["id"].isin(parts.index)].iterrows():
        other = claims["source_id"] != row["source_id"]
        same = claims[(claims["measure"] == row["measure"]) & other]
        how, bears = sanction_counts.sure_of(row, same), [row["id"], *same["id"]]
        judged = say.parts("diplomacy", "compared", sanction_counts.compared(row, how))
        show.verdict(f"diplomacy-{row['id']}", row["id"], judged, how, that, [], bears)
        rows.append({
            "figure": show.measured(row["id"]),
            "what": f"{upper(labels[row['measure']])} {parts[row['id']]}".strip(),
            "verdict": judged["verdict"].capitalize(),
            "why": " ".join(judged[part] for part in ("why", "decides") if part in judged),
            "sure": confidence.sentence(how, that),
        })  # fmt: skip
    show.worded(pd.DataFrame(rows), "diplomacy", "tab-diplomacy-alone")
