"""The team for Italy: its size, and whether an earlier host is known."""

import pandas as pd

from .flows import dated


def team(value: float, others: pd.Series) -> tuple[str, str]:
    """Verdict on the size of one team, from the sizes that other sources give (people)."""
    same = (others == value).sum()
    if not same:
        return "contradicted", "No other source gives the team this size."
    if same == len(others):
        return "supported", "All other sources give the team the same size."
    if same > len(others) - same:
        return "supported with a caveat", (
            "Most other sources give the team the same size, some another."
        )
    return "supported with a caveat", "At most as many other sources give this size as another."


def earlier_hosts(starts: pd.DataFrame, countries: pd.DataFrame, host: str) -> pd.DataFrame:
    """Starts of missions in the same region of the world before a host's first of them.

    `starts`: claims with date_start, country_iso3 and measure; `countries` has iso3, name and
    un_region. Returns the earlier claims in time order, with name and same_kind (whether the
    measure is that of the host's first). Raises ValueError where the host has no start.
    """
    by_code = countries.set_index("iso3")
    rows = dated(starts.assign(as_of=starts["date_start"]))
    mine = rows[rows["country_iso3"] == host]
    if mine.empty:
        raise ValueError(f"no start of a mission in {host!r}")
    first = mine.iloc[0]
    region = rows["country_iso3"].map(by_code["un_region"]) == by_code.loc[host, "un_region"]
    found = rows[region & (rows["country_iso3"] != host) & (rows["time"] < first["time"])]
    return found.assign(
        name=found["country_iso3"].map(by_code["name"]),
        same_kind=found["measure"] == first["measure"],
    ).reset_index(drop=True)


def first_host(earlier: pd.DataFrame) -> tuple[str, str]:
    """Verdict on "the first country of its region", from earlier_hosts."""
    if earlier["same_kind"].any():
        return "contradicted", "Another country of the region took in such a team earlier."
    if len(earlier):
        return "supported with a caveat", (
            "The ledger has no earlier team against an epidemic in Europe. But Cuban health "
            "workers had served in Europe before; the article does not say which countries it "
            "takes as developed, or whether missions other than against an epidemic count."
        )
    return "supported", "The ledger has no earlier mission in the region."
