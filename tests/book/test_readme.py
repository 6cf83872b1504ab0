"""What the README tells of the findings is what the book computes."""

import re

import built
import pytest

FIGURES = {"professionals": "400,000", "countries": "164", "defections": "7,000"}


def computed(name: str) -> str:
    (entry,) = built.page(f"chapters/{name.split('-')[0]}").xpath(f'//*[@id="result-{name}"]')
    return built.text(entry.find(".//strong"))


@pytest.mark.parametrize(("chapter", "figure"), FIGURES.items())
def test_a_finding_is_the_verdict_and_its_sentence(chapter, figure):
    readme = (built.ROOT / "README.md").read_text(encoding="utf-8")
    (verdict, sentence), *more = re.findall(
        rf"^- \*\*[^*]*{figure} [^*:]*: ([^*.]+)\.\*\* (.+)$", readme, re.MULTILINE
    )
    assert not more
    assert verdict == computed(f"{chapter}-verdict").lower()
    assert sentence == computed(f"{chapter}-sentence")
