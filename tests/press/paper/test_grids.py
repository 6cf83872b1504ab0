"""Tables for paper: their columns fit the page, and no cell is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from press.paper.grids import CODE, LINE, PADDING, SMALL, fit, grid, rows_of, shares, widths


def table(*rows, head=()):
    def lines(tag, part):
        found = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in part)
        return f"<{tag}>{found}</{tag}>"

    return etree.fromstring(
        f"<div><table>{lines('thead', head)}{lines('tbody', rows)}</table></div>"
    )


def fitted(root):
    fit(root.find("table"))
    return root.findall("table")


def columns(root):
    """The shares of the columns of a table that stays whole."""
    (whole,) = fitted(root)
    return [float(share) for share in whole.get("columns").split()]


def cells(whole, part="tbody"):
    return [["".join(c.itertext()) for c in row] for row in whole.find(part)]


def test_texts_that_fit_have_their_length():
    assert columns(table(["ab cd", "e"], ["f", "ghi"])) == [5 + PADDING, 3 + PADDING]


def test_what_is_left_goes_by_how_much_longer_the_text_is():
    found = columns(table(["word", "some words " * 30]))
    assert sum(found) == pytest.approx(LINE, abs=0.1)
    assert found[0] == 4 + PADDING  # one word wishes no more


def test_a_word_ends_at_a_hyphen_or_a_stroke_and_code_is_wider():
    assert columns(table([f"{'a' * 50}-{'b' * 20}/{'c' * 50}", "d"]))[0] < 121
    assert columns(table(["<code>abcd</code>"])) == [4 * CODE + PADDING]


def test_a_cell_over_columns_or_rows_only_counts_them():
    root = etree.fromstring(
        '<div><table><tr><td colspan="2">a long heading</td><td>x</td></tr>'
        '<tr><td rowspan="2">a</td><td>bcd</td><td>e</td></tr>'
        "<tr><td>fghi</td><td>j</td></tr></table></div>"
    )
    assert columns(root) == [1 + PADDING, 4 + PADDING, 1 + PADDING]


def test_a_table_of_html_has_all_its_rows_and_is_even():
    root = etree.fromstring(
        "<div><table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr>"
        '<tr><td rowspan="9">2</td><td>3</td></tr><tfoot><tr><td>4</td><td>5</td></tr></tfoot>'
        "</table></div>"
    )
    (whole,) = fitted(root)
    assert cells(whole, "thead") == [["A", "B"]]
    assert cells(whole) == [["1", ""], ["2", "3"], ["4", "5"]]
    assert not whole.xpath(".//td[@rowspan > 1]")  # it ends with its part of the table


@pytest.mark.parametrize(("count", "size"), [(5, 1), (7, LINE / (7 * 16))])
def test_a_table_a_little_too_wide_has_smaller_letters(count, size):
    (whole,) = fitted(table(["a" * 14] * count))
    assert float(whole.get("size")) == pytest.approx(size, abs=0.001)


def test_a_table_that_is_far_too_wide_is_set_in_parts_beside_their_first_column():
    heads = [f"head{n}" for n in range(30)]
    parts = fitted(table([f"cell{n} words" for n in range(30)], head=[heads]))
    assert len(parts) > 1
    found = [cells(part, "thead")[0] for part in parts]
    assert {row[0] for row in found} == {"head0"}
    assert [head for row in found for head in row[1:]] == heads[1:]
    for part in parts:
        assert sum(map(float, part.get("columns").split())) <= LINE / SMALL + 1
        assert float(part.get("size")) >= SMALL - 0.01


def test_rows_are_headed_by_all_columns_of_heads():
    row = "<th>a</th><th>b</th>" + "<td>somelongwords</td>" * 12
    root = etree.fromstring(f"<div><table><tbody><tr>{row}</tr></tbody></table></div>")
    parts = fitted(root)
    assert len(parts) > 1
    assert all(cells(part)[0][:2] == ["a", "b"] for part in parts)


def test_later_parts_have_no_ids_and_no_note_twice_and_say_that_they_go_on():
    row = '<th id="x">a<note id="n" number="1">N</note></th>' + "<td>somelongwords</td>" * 12
    caption = '<caption number="Table 1" id="c">Words</caption>'
    root = etree.fromstring(f"<div><table>{caption}<tbody><tr>{row}</tr></tbody></table></div>")
    first, *others = fitted(root)
    assert first.findtext(".//note") == "N"
    for part in others:
        assert not part.xpath(".//@id|.//note")
        assert part.xpath("string(.//a/@href)") == "#n"
        assert "".join(part.find("caption").itertext()) == "Words (continued)"
        assert part.find("caption").get("number") == "Table 1"


def test_what_pandas_shows_stands_at_the_right_as_on_the_page():
    for kind, found in (("dataframe", ["count", "1"]), ("other", [])):
        root = etree.fromstring(
            f'<div><table class="{kind}"><thead><tr><th>name</th><th>count</th></tr></thead>'
            "<tbody><tr><th>a</th><td>1</td></tr></tbody></table></div>"
        )
        (whole,) = fitted(root)
        cells = whole.iter("th", "td")
        assert [cell.text for cell in cells if cell.get("class") == "text-right"] == found


def test_a_long_word_may_be_broken_where_the_table_does_not_fit():
    (whole,) = fitted(table(["x" * 300, "y"]))
    assert cells(whole)[0][0].replace("\u200b", "") == "x" * 300
    assert sum(columns(table(["x" * 300, "y"]))) <= LINE + 0.2


@pytest.mark.parametrize("word", ["y" * 31, "lands_that_are_named:" * 2, "ab|" * 20])
def test_only_what_is_no_word_is_broken_before_the_letters_get_smaller(word):
    (whole,) = fitted(table([word, *["z" * 13] * 4]))
    found = cells(whole)[0]
    assert found[1:] == ["z" * 13] * 4  # an ordinary word stays whole
    assert ("\u200b" in found[0]) is (len(word) > 31)
    assert all(part.endswith((":", "|")) for part in found[0].split("\u200b")[:-1])


@pytest.mark.parametrize(("rows", "short"), [(9, True), (60, False)])
def test_only_a_short_table_stays_on_one_page(rows, short):
    (whole,) = fitted(table(*[["x"]] * rows))
    assert ("short" in whole.get("class", "")) is short


@pytest.mark.parametrize(("words", "long"), [(20, False), (2000, True)])
def test_a_row_higher_than_a_page_may_be_parted(words, long):
    (whole,) = fitted(table(["word " * words, "b"]))
    assert all(("long" in cell.get("class", "")) is long for cell in whole.find("tbody")[0])


TEXTS = st.lists(st.text("ab c-", max_size=200), min_size=3, max_size=3)
SPANS = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), min_size=1, max_size=4)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_column_has_room_for_its_longest_word(rows):
    root = table(*rows)
    least, most = widths(grid(rows_of(root.find("table"))[1]))
    for column, share in enumerate(shares(least, most)):
        words = [w for row in rows for w in row[column].replace("-", "- ").split()]
        assert share >= PADDING + max(map(len, words), default=0) - 1e-9


@given(st.lists(SPANS, min_size=1, max_size=5), st.booleans())
def test_no_cell_is_lost_whatever_it_spans(rows, wide):
    names, lines = iter(range(99)), []
    for row in rows:
        line = "".join(
            f'<td colspan="{right}" rowspan="{down}">c{next(names)}{"-word" * 9 * wide}</td>'
            for right, down in row
        )
        lines.append(f"<tr>{line}</tr>")
    root = etree.fromstring(f"<div><table>{''.join(lines)}</table></div>")
    before = {cell.text.split("-")[0] for cell in root.iter("td")}
    after = {"".join(c.itertext()).split("-")[0] for t in fitted(root) for c in t.iter("td")}
    assert before <= after
    for part in root.findall("table"):
        places = [grid(list(section)) for section in part if section.tag != "caption"]
        assert all(None not in row for section in places for row in section)
