"""Pages with cells, and a chart, as short as a test needs them."""

from tinybook import NOTEBOOK

# what matplotlib draws: letters as outlines
CHART = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<g transform="translate(5 6) scale(0.1 -0.1)"><defs><path id="SourceSansPro-Regular-41" d="M 0 0"/>
</defs>{uses}</g></svg>"""


def cell(code, options=""):
    return f"```{{code-cell}}\n{options}{code}\n```\n"


def page(*parts):
    return f"{NOTEBOOK}\n# One\n\n" + "\n".join(parts)


def html_cell(html):
    """A cell that shows some HTML."""
    code = f"from IPython.display import display\ndisplay({{'text/html': {html!r}}}, raw=True)"
    return cell(code, ":tags: [remove-input]\n")
