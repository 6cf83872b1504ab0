"""What chooses the sentences of the chapter, each outcome once at least."""

from collections import namedtuple

import pandas as pd
from weighed import weighed

from evidence.themes.countries import tiles, verdict

Row = namedtuple("Row", "un_region members members_named others_named")
NONE, SOME = pd.DataFrame({"drop": []}), pd.DataFrame({"drop": [1.0]})


def own(*values):
    """Totals of 2017, 2018 and 2019."""
    rows = {"id": list("abc"), "as_of": ["2017", "2018", "2019"], "value": map(float, values)}
    return pd.DataFrame(rows).assign(qualifier="exact", value_high=float("nan"))


def hosts(*values):
    times = [2010.1, 2010.2, 2020.1, 2020.2]
    return pd.DataFrame({"time": times, "value": values, "qualifier": "exact"})


CASES = [
    (verdict.running_count, "never fell", own(120, 164, 164), "2018", 164, weighed(2, 1)),
    (verdict.running_count, "disputed", own(120, 164, 164), "2018", 164, weighed(3, 1)),
    (verdict.running_count, "fell", own(120, 164, 150), "2018", 164, weighed(2, 2)),
    (verdict.running_count, "not confirmed", own(164, 150, 130), "2018", 164, weighed(2, 1)),
    (verdict.agreeing, "nothing", weighed(0, 0), (58, 67)),
    (verdict.agreeing, "all", weighed(3, 3), (58, 67)),
    (verdict.agreeing, "most", weighed(4, 2), (58, 67)),
    (verdict.agreeing, "fewer", weighed(3, 1), (58, 67)),
    (verdict.agreeing, "none", weighed(4, 0), (58, 67)),
    (verdict.sectors, "below both", (103, 2008), (154, 2008), (102, 2018)),
    (verdict.sectors, "between", (103, 2008), (154, 2008), (103, 2018)),
    (verdict.sectors, "between", (103, 2008), (154, 2008), (153, 2018)),
    (verdict.sectors, "all sectors likelier", (120, 2014), (154, 2008), (164, 2018)),
    (verdict.sectors, "health likelier", (120, 2008), (154, 2016), (164, 2018)),
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
