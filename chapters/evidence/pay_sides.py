"""Who is speaking of money: officials, critics or others."""

import matplotlib.pyplot as plt
import pandas as pd

from . import charts
from .bounds import with_bounds

# Who is speaking, by the origin a claim names. A press story can carry a minister's figure and a
# critic's site a ministry's, so the origin decides; where none is named, the publisher does.
OFFICIALS = {
    "Angolan presidential decree",
    "Arthur Chioro",  # Brazil's health minister
    "Auditoria Superior de la Federacion",  # Mexico's federal auditor
    "Calabria health department",
    "Despacho Presidencial 144/25",  # Angola
    "Diario Oficial da Uniao",  # Brazil's gazette
    "Algerian official gazette",
    "Kenya Salaries and Remuneration Commission",
    "Mmamoloko Kubayi-Ngubane",  # South Africa's acting health minister
    "Gilberto Castano Martinez",  # head of a Cuban polyclinic
    "Granma",  # paper of Cuba's ruling party
    "Roberto Occhiuto",  # president of Calabria
    "Silvia Lutucuta",  # Angola's health minister
    "Zoe Robledo (IMSS)",  # head of Mexico's social security institute
}

CRITICS = {
    "Cuba Archive",
    "J. C. Alfonso, Solidaridad Sin Fronteras",
    "Sen. Julen Rementeria (PAN)",
    "UN Special Rapporteurs, via Prisoners Defenders",
    "plaintiffs, Matos v. PAHO",
}

SIDES = {
    "Officials": (charts.BLUE, "o"),
    "Critics": (charts.VERMILION, "s"),
    "Others": (charts.GREY, "^"),
}

BY_STAKE = {
    "cuban_state": "Officials",
    "host_government": "Officials",
    "cuba_critical": "Critics",
    "us_government": "Critics",
}


def side(origin: str, stake: str) -> str:
    """Who is speaking: Officials (of Cuba or a host), Critics (or the US government), Others."""
    if origin in OFFICIALS:
        return "Officials"
    if origin in CRITICS:
        return "Critics"
    unnamed = origin == "" or origin.startswith("unnamed")
    return BY_STAKE.get(stake, "Others") if unnamed else "Others"


def year_of(claim: pd.Series) -> str:
    """The year a sum of money is of: where its period starts or ends, else its date; or ""."""
    return (claim["date_start"] or claim["date_end"] or claim["as_of"])[:4]


def with_sides(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The claims with `low`, `high` (in their own unit), `said_by` (a side) and `year`."""
    stakes = claims["source_id"].map(sources.set_index("source_id")["stake"])
    said_by = [side(o, s) for o, s in zip(claims["attributed_to"], stakes, strict=True)]
    years = [year_of(row) for _, row in claims.iterrows()]
    return with_bounds(claims).assign(said_by=said_by, year=years)


def side_key(axes: plt.Axes, where: str, **more: object) -> None:
    """Name the sides by their marks, without a box."""
    handles = [
        axes.plot([], [], mark, color=colour, ms=5.5, ls="", label=name)[0]
        for name, (colour, mark) in SIDES.items()
    ]
    axes.legend(handles=handles, loc=where, frameon=False, fontsize=8.5, handletextpad=0.2,
                borderaxespad=0.2, **more)  # fmt: skip
