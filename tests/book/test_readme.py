"""What the README tells of the findings is what the book computes."""

import csv
import io
import re

import built
import pytest

FIGURES = {"professionals": "400,000", "countries": "164", "defections": "7,000"}


def verdicts() -> dict[str, dict[str, str]]:
    """The verdicts that the built book has computed, by name."""
    made = (built.BUILD / "work" / "doctrees" / "results.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(made, newline=""))
    return {row["name"]: row for row in rows if row["kind"] == "verdict"}


@pytest.mark.parametrize(("name", "figure"), FIGURES.items())
def test_a_finding_is_the_verdict_and_its_reason(name, figure):
    readme = (built.ROOT / "README.md").read_text(encoding="utf-8")
    (found, *more) = re.findall(
        rf"^- \*\*[^*]*{figure} [^*:]*: ([^*.]+)\.\*\* (.+)$", readme, re.MULTILINE
    )
    assert not more
    record = verdicts()[name]
    assert found == (record["title"].lower(), record["text"])
