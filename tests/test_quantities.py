"""What counts as a number in a text: digits, words, years and what is none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import tables
from press.quantities import CARDINALS, bare_numbers, countable

NOUNS = countable(["doctors", "health_workers", "people"], ["nurses abroad", "has been", "beds"])


@pytest.mark.parametrize(
    "text",
    [
        "No number at all.",
        "In 1963 the first team left; the 1990s were lean.",
        "from 1960 to 2000, and 1999–2001, 2008–09, 2019/20, 2018, 2019 or 2020",
        "On 27 January 2022 and on 5 May; on January 27, 2022.",
        "read on 2022-01-27 and dated 2016-09, in version 0.1.0",
        "see section 3.2, Figure 4.1 and table 2",
        "the millionaire of Halfway, often a tenant of great weight",
        "one source, both sides, the two doctors, two sides, a pair, the first, once, several",
        "a third reading, the third of May, a quarter of 2025, the second quarter of 2020",
        "double counting, from zero, in thousands, (million dollars), in billions of dollars",
        "the 2020 article; Cuba’s 2019 report; this 2022 page; early 2020, mid-2022 (2019)",
        "The count of 2019 gives doctors and that of 2020 names nurses.",
        "In 2000, doctors left. Until 2000 the doctors stayed.",
        "May 2019 doctors were few",
        "per 1,000 people, for each 100,000 births, in every hundred",
        "with its 95 percent interval, under CC BY 4.0, in percent",
        "2019 was long. 2020 had no end.",
    ],
)
def test_what_passes(text):
    assert bare_numbers(text, NOUNS) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There were 25 of them.", ["25"]),
        ("more than 400,000.", ["400,000"]),
        ("a rate of 1.5, or so", ["1.5"]),
        ("½ of it, ٣ people", ["½", "٣"]),
        ("a few thousand people", ["thousand"]),
        ("Millions of patients", ["Millions"]),
        ("ten percent, one percent, a few percent", ["ten", "one percent", "few percent"]),
        ("40% of it", ["40"]),
        ("half of them and dozens more", ["half", "dozens"]),
        (
            "twelve, Twice, doubled, tenfold, thrice",
            ["twelve", "Twice", "doubled", "tenfold", "thrice"],
        ),
        ("a third of it, by a third, two thirds", ["a third", "a third", "two thirds"]),
        ("half as high again", ["half"]),
        ("two doctors, two trained nurses", ["two", "two"]),
        ("in 1963 there were 56", ["56"]),
        ("2,022 is no year", ["2,022"]),
        ("1850000 is no year", ["1850000"]),
        ("2100 is beyond the report’s years, 1799 before", ["2100", "1799"]),
        ("27 Januaries", ["27"]),
        ("“a title of 12” and “7,000 doctors”", ["12", "7,000"]),
        ("US$8 billion", ["8", "billion"]),
        ("figure 4 of 12", ["12"]),
        ("2000 doctors", ["2000"]),
        ("In 2000 doctors left", ["2000"]),
        ("a team of 2000 Cuban nurses", ["2000"]),
        ("the 2000 doctors", ["2000"]),
        ("some 2000, about 1900, at least 1998, nearly 2010", ["2000", "1900", "1998", "2010"]),
        ("there were 2000 of them", ["2000"]),
        ("sent 2000 abroad", ["2000"]),
        ("cows and 1900 pigs", ["1900"]),
        ("US$2000, 2000%, 2000 %, 2000.5", ["2000", "2000", "2000", "2000.5"]),
        ("1,2019", ["1,2019"]),
    ],
)
def test_what_fails(text, found):
    assert bare_numbers(text, NOUNS) == found


WORDS = st.lists(st.sampled_from("there were so many of them in all the years to come".split()))


@given(
    st.integers(min_value=0, max_value=10**9).filter(lambda n: not 1800 <= n <= 2099), WORDS, WORDS
)
def test_every_whole_number_that_is_no_year_is_found(number, before, after):
    for shown in (f"{number:,}", str(number)):
        # a unit follows "per"; a number alone is no unit
        assert bare_numbers(" ".join([*before, shown, *after])) == [shown]


@given(st.integers(1800, 2099), st.sampled_from(sorted(NOUNS)), WORDS)
def test_a_year_before_something_counted_is_a_quantity(number, noun, before):
    assert bare_numbers(" ".join([*before, str(number), noun]), NOUNS) == [str(number)]


@given(st.integers(1800, 2099), st.sampled_from(["in", "since", "until", "before", "of", "the"]))
def test_a_year_after_a_preposition_is_a_date(number, word):
    assert bare_numbers(f"It was so {word} {number}.", NOUNS) == []
    assert bare_numbers(f"It was so {word} {number}, doctors left.", NOUNS) == []


@given(st.sampled_from(CARDINALS), WORDS, WORDS)
def test_every_cardinal_is_found_in_any_case(word, before, after):
    if before[-1:] != ["in"] and word != "zero":
        for shown in (word, word.capitalize(), word.upper()):
            assert bare_numbers(" ".join([*before, shown, *after])) == [shown]


def test_the_ledger_counts_doctors_and_no_verbs():
    measures = tables.measures()
    nouns = countable(list(measures["unit"]), list(measures["label"]))
    assert {"doctors", "nurses", "workers", "people", "countries", "patients"} <= nouns
    assert not {"has", "as", "pays", "states", "this"} & nouns
