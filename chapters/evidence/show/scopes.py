"""Where a claim holds, in words."""

import pandas as pd

from evidence.show import words

# names that are not written with one capital and spaces
NAMES = {
    "association_of_caribbean_states": "Association of Caribbean States",
    "brics": "BRICS",
    "camaguey": "Camagüey",
    "central_south_america": "Central and South America",
    "elam": "ELAM",
    "europe_middle_east": "Europe and the Middle East",
    "henry_reeve": "Henry Reeve",
    "la_habana": "La Habana",
    "latin_america": "Latin America",
    "latin_america_caribbean": "Latin America and the Caribbean",
    "mais_medicos": "Mais Médicos",
    "santa_clara": "Santa Clara",
    "santiago_de_cuba": "Santiago de Cuba",
    "un_general_assembly": "UN General Assembly",
    "west_africa": "West Africa",
}


def place(claim: pd.Series, countries: pd.Series) -> str:
    """A country's name, several of them, or the scope's own; `countries` gives names by code."""
    if claim["scope"] == "country":
        return countries.get(claim["country_iso3"], claim["country_iso3"])
    kind, _, name = claim["scope"].partition(":")
    if kind == "countries":
        return words.listed([countries.get(code, code) for code in name.split("+")])
    return NAMES.get(name, (name or kind).replace("_", " ").capitalize())
