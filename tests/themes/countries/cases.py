"""What chooses the sentences of the chapter, each outcome once at least."""

from collections import namedtuple

import pandas as pd

from evidence.themes.countries import tiles, verdict

Row = namedtuple("Row", "un_region members members_named others_named")
NONE, SOME = pd.DataFrame({"drop": []}), pd.DataFrame({"drop": [1.0]})


def hosts(*values):
    times = [2010.1, 2010.2, 2020.1, 2020.2]
    return pd.DataFrame({"time": times, "value": values, "qualifier": "exact"})


CASES = [
    (verdict.running_count, "never fell", NONE, True),
    (verdict.running_count, "fell", SOME, True),
    (verdict.running_count, "not confirmed", NONE, False),
    (verdict.agreeing, "no other", 0, 0),
    (verdict.agreeing, "all", 3, 3),
    (verdict.agreeing, "most", 2, 4),
    (verdict.agreeing, "fewer", 1, 3),
    (verdict.agreeing, "none", 0, 4),
    (verdict.sectors, "below both", 103, 154, 102),
    (verdict.sectors, "between", 103, 154, 103),
    (verdict.sectors, "between", 103, 154, 153),
    (verdict.sectors, "above both", 103, 154, 154),
    (verdict.fig_countries_title, "fell", SOME),
    (verdict.fig_countries_title, "never fell", NONE),
    (verdict.fig_hosts_title, "fewer, agree", hosts(70, 70, 60, 60)),
    (verdict.fig_hosts_title, "fewer, differ", hosts(70, 66, 60, 60)),
    (verdict.fig_hosts_title, "more, agree", hosts(60, 60, 70, 70)),
    (verdict.fig_hosts_title, "more, differ", hosts(60, 60, 70, 71)),
    (verdict.fig_hosts_title, "as many, agree", hosts(60, 60, 60, 60)),
    (verdict.fig_hosts_title, "as many, differ", hosts(59, 61, 60, 60)),
    (tiles.known, "none found", float("nan")),
    (tiles.known, "named in a list only", "listed"),
    (tiles.known, "more than a mention", "long-term, listed"),
    (tiles.region, "members", Row("Africa", 2, 1, 0)),
    (tiles.region, "members and others", Row("Americas", 2, 1, 1)),
]
