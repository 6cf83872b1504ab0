"""At either end of every assumption the headline chapters run, and no headline verdict turns."""

import json

import pytest

from evidence import assumptions
from tools import rerun

HEADLINES = ("professionals", "countries", "defections")


def verdicts(page: str) -> dict[str, str]:
    """Each verdict of a chapter. A record that contradicts its evidence stops the run."""
    return {name: json.loads(told)["verdict"]
            for (kind, name), told in rerun.shown(page).items() if kind == "verdict"}  # fmt: skip


@pytest.mark.parametrize("page", HEADLINES)
def test_no_assumption_turns_a_headline_verdict(page):
    """The chapter on the verdicts says so in words."""
    with assumptions.reading() as read:
        before = verdicts(page)
    ends = [(name, row[end]) for name, row in assumptions.table().items() if name in read
            for end in ("low", "high") if row[end] != row["value"]]  # fmt: skip
    assert ends
    for name, value in ends:
        with assumptions.assumed(**{name: value}):
            assert verdicts(page)[page] == before[page], (name, value)
