"""What only a screen can show leaves a sentence with a link on paper; pages need no network."""

import lxml.html
import pytest
from drafts import cell, html_cell, page
from tinybook import TinyBook


@pytest.fixture
def tiny(tmp_path, monkeypatch, capsys):
    tiny = TinyBook(tmp_path, monkeypatch, capsys)
    for name in ("film.mp4", "map.html"):
        tiny.write(f"chapters/{name}", "a file beside the chapter")
    return tiny


def parts(html, kind):
    found = lxml.html.fromstring(html).xpath(f'//*[contains(@class, "{kind}")]')
    return [" ".join(e.text_content().split()) for e in found], found


SHOWN = {
    "<div id=a></div><script>a.textContent = 'CHART'</script>": (
        "an interactive figure",
        "one.html",
    ),
    '<iframe src="https://example.com/map" title="A map"></iframe>': (
        "another page (“A map”)",
        "https://example.com/map",
    ),
    '<video controls><source src="film.mp4"></video>': ("a video", "one.html"),
    '<audio src="//example.com/voice.ogg"></audio>': ("a recording", "//example.com/voice.ogg"),
}


@pytest.mark.parametrize("html", SHOWN)
@pytest.mark.parametrize("where", [str, html_cell, "Words before {} and after.".format])
def test_a_sentence_with_a_link_stands_on_paper(tiny, html, where):
    kind, address = SHOWN[html]
    found = tiny.succeeds(page(where(html), "", "More words."))
    said, elements = parts(found, "print-only")
    assert len(said) == 1
    assert f"On the screen, {kind} stands here: " in said[0]
    assert address in elements[0].xpath(".//a/@href")[0]
    left = lxml.html.fromstring(found)
    for box in left.xpath('//*[contains(@class, "screen-only")]'):
        box.drop_tree()
    assert not left.xpath("//article//*[self::iframe or self::video or self::audio]")
    assert "CHART" not in left.xpath("//article")[0].text_content()


@pytest.mark.parametrize("where", [str, html_cell])
def test_an_author_may_give_a_picture_instead(tiny, where):
    tiny.write("chapters/map.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    instead = ":::{container} print-only\n![A map of the world](map.svg)\n:::"
    found = tiny.succeeds(page(where("<iframe src='map.html'></iframe>"), "", instead))
    said, elements = parts(found, "print-only")
    assert said == [""]
    assert elements[0].xpath(".//img/@alt") == ["A map of the world"]


def test_a_widget_leaves_a_sentence_everywhere(tiny):
    view = "{'application/vnd.jupyter.widget-view+json': {'model_id': 'a'}, 'text/plain': 'W()'}"
    code = f"from IPython.display import display\ndisplay({view}, raw=True)"
    found = tiny.succeeds(page(cell(code)))
    assert "The chapter shows an interactive figure here when it is open in JupyterLab." in found
    assert "widget-view" not in found.split("</div>\n</div>\n")[-1]


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example/plot.js"></script>',
        '<img alt="x" src="//cdn.example/x.png">',
        '<link rel="stylesheet" href="http://cdn.example/x.css">',
        "![badge](https://cdn.example/x.svg)",
    ],
)
def test_a_page_loads_nothing_from_the_network(tiny, html):
    said = tiny.fails(page("Words.", "", html))
    assert "chapters/one, line " in said
    assert "cdn.example" in said
    assert "must work without a network" in said


def test_what_stands_still_is_left_alone(tiny):
    found = tiny.succeeds(
        page("<div>plain</div>", "", html_cell("<table><tr><td>x</td></tr></table>"))
    )
    assert "print-only" not in found
