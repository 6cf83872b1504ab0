"""Images on paper: each form that can be printed, as large as on its page."""

import base64
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from press.paper.pictures import HEIGHT, LINE, gather

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}><rect width="9" height="9"/></svg>'


def png(width=40, height=20, form="PNG"):
    buffer = BytesIO()
    Image.new("RGB", (width, height)).save(buffer, form)
    return buffer.getvalue()


@pytest.fixture
def shown(tmp_path):
    """Width of an image on paper, its name there and its bytes."""

    def show(content, name="a.png", attributes=""):
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        tree = etree.fromstring(
            f'<book><chapter title="One"><img src="{name}" {attributes}/></chapter></book>'
        )
        found = gather(tree, {name: str(tmp_path / name)})
        (image,) = tree.iter("img")
        return float(image.get("width")), image.get("src"), found[image.get("src")]

    return show


@pytest.mark.parametrize(
    ("attributes", "width"),
    [
        ("", 30), ('width="20"', 15), ('style="width: 50%;"', LINE / 2), ('style="width:1in"', 72),
        ('height="10"', 15), ('style="height: 40px"', 60), ('width="auto"', 30), ('width="0"', 30),
        ('style="width: 900px"', LINE), ('style="max-width: 10px"', 30), ('width="2cm"', 56.7),
    ],
)  # fmt: skip
def test_an_image_is_as_wide_as_it_is_told(shown, attributes, width):
    assert shown(png(), attributes=attributes)[0] == pytest.approx(width, abs=0.1)


def test_an_image_fits_the_page(shown):
    assert shown(png(9000, 10))[0] == LINE
    assert shown(png(100, 9000))[0] == pytest.approx(HEIGHT / 90, abs=0.1)


@pytest.mark.parametrize(
    ("form", "end"), [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif"), ("WEBP", "webp")]
)
def test_a_form_that_can_be_printed_stays_whatever_its_name(shown, form, end):
    content = png(form=form)
    assert shown(content, "b.img")[1:] == (f"b.img.{end}", content)


@pytest.mark.parametrize("form", ["BMP", "TIFF", "PPM"])
def test_another_form_becomes_one(shown, form):
    _, name, content = shown(png(form=form), "c.img")
    assert name == "c.img.png"
    assert Image.open(BytesIO(content)).size == (40, 20)


@pytest.mark.parametrize(
    ("attributes", "width"),
    [
        ('width="40" height="20"', 30), ('viewBox="0 0 40 20" width="40"', 30),
        ('viewBox="0 0 40 20" height="20"', 30), ('viewBox="0 0 40 20"', LINE), ("", 225),
        ('viewBox="0 0 40 20" width="100%"', LINE),
    ],
)  # fmt: skip
def test_a_drawing_has_the_size_that_a_browser_gives_it(shown, attributes, width):
    assert shown(SVG.format(attributes), "d.svg")[0] == pytest.approx(width, abs=0.1)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"no image", "a.png", "“One”: the image a.png is none that can be read"),
        (b"<svg", "a.svg", "“One”: the image a.svg is no SVG"),
        (SVG.format("").replace("<rect", "<foreignObject/><rect"), "a.svg", "foreignObject"),
    ],
)
def test_what_cannot_be_printed_is_named(shown, content, name, said):
    with pytest.raises(ValueError, match=said):
        shown(content, name)


@pytest.mark.parametrize("kind", ["image/png;base64", "image/svg+xml;base64", "image/svg+xml;utf8"])
def test_an_image_may_stand_in_its_address(kind):
    content = png() if "png" in kind else SVG.format('width="40" height="20"').encode()
    text = base64.b64encode(content).decode()
    if "utf8" in kind:
        text = content.decode().replace("<", "%3C").replace('"', "'")
    tree = etree.Element("book")
    chapter = etree.SubElement(tree, "chapter", title="One")
    image = etree.SubElement(chapter, "img", src=f"data:{kind},{text}")
    (found,) = gather(tree, {})
    assert image.get("src") == found
    assert image.get("width") == "30.0"


def test_an_image_that_is_no_file_of_the_book_is_named():
    tree = etree.fromstring('<book><chapter title="One"><img src="x.png"/></chapter></book>')
    with pytest.raises(ValueError, match=r"“One”: the image x\.png is no file of the book"):
        gather(tree, {})
