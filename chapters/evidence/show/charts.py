"""The house style, and the one function that finishes a chart."""

import base64
import io
import json
import zlib
from pathlib import Path

import font_source_sans_pro
import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display
from matplotlib import font_manager
from matplotlib.backends.backend_svg import FigureCanvasSVG

from evidence.ledger import tables
from evidence.show import say
from evidence.show.edges import cut_off

# Okabe-Ito colours, which colour-blind readers can tell apart; contrast with white beside each.
BLUE = "#0072B2"  # 5.2 : 1
VERMILION = "#B34700"  # 5.5 : 1 (darkened, so that text in it can be read)
GREY = "#5A5A5A"  # 6.9 : 1
WIDTH = 5.2  # inches: the text block of the printed page

for weight in ("Regular", "Semibold", "It"):
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    font_manager.fontManager.addfont(str(folder / f"SourceSansPro-{weight}.ttf"))

STYLE = {
    "font.family": "Source Sans Pro",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.axisbelow": True,
    "grid.color": "#DDDDDD",
    "grid.linewidth": 0.6,
    "axes.edgecolor": GREY,
    "axes.labelcolor": "#222222",
    "text.color": "#222222",
    "xtick.color": GREY,
    "ytick.color": GREY,
    "svg.fonttype": "path",
}
matplotlib.rcParams.update(STYLE)


def new(height: float, width: float = WIDTH) -> tuple[plt.Figure, plt.Axes]:
    """An empty chart in the house style; sizes in inches."""
    figure, axes = plt.subplots(figsize=(width, height), layout="constrained")
    FigureCanvasSVG(figure)  # measured as it is printed, whatever shows figures here
    return figure, axes


def source_line(rows: pd.DataFrame) -> list[str]:
    """The ids of the sources behind the plotted rows, most used first, none twice."""
    known = set(tables.sources()["source_id"])
    ids = list(rows["source_id"].value_counts().index)
    unknown = [i for i in ids if i not in known]
    if unknown:
        raise KeyError(f"no such source: {', '.join(unknown)}")
    return ids


def packed(text: str) -> str:
    """A long text in few letters, for the page: the book's reader looks at each of them."""
    return base64.b64encode(zlib.compress(text.encode())).decode()


def finish(
    figure: plt.Figure,
    name: str,
    title: str,
    caption: str,
    alt: str,
    rows: pd.DataFrame,
    inputs: pd.DataFrame | None = None,
) -> None:
    """Show a chart with its title, caption, alt text, source line and data.

    `rows` are the plotted rows: the download is made from them, and the source line from their
    `source_id`, or from that of `inputs` where the rows are results of many. `alt` tells what is
    seen. Raises ValueError where a text is missing or the axes would cut off a mark.
    """
    for label, text in {"title": title, "caption": caption, "alt": alt}.items():
        if len(text.split()) < 3:
            raise ValueError(f"chart {name!r}: the {label} says too little: {text!r}")
    if inputs is not None:
        rows = rows.assign(source_id="; ".join(source_line(inputs)))
    figure.suptitle(title, x=0.01, ha="left", fontsize=11.5, fontweight=600)
    buffer = io.StringIO()
    figure.get_layout_engine().execute(figure)
    if beyond := cut_off(figure):
        raise ValueError(f"chart {name!r}: its axes cut off {'; '.join(beyond)}")
    figure.set_layout_engine("none")  # laid out: saving need not draw once more to find out
    with plt.rc_context({"svg.hashsalt": name}):  # the same ids in every build
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)
    svg = buffer.getvalue()
    payload = {
        "svg": packed(svg),
        "csv": rows.to_csv(index=False, lineterminator="\n"),
        "title": title.strip(),
        "caption": caption,
        "alt": alt,
        "sources": source_line(rows) if inputs is None else source_line(inputs),
    }
    display(
        {
            "text/markdown": f"````{{chart}} {name}\n{json.dumps(payload)}\n````",
            "text/html": svg[svg.index("<svg") :],  # without the prolog of a file
        },
        raw=True,
    )


def worded(
    figure: plt.Figure,
    chapter: str,
    name: str,
    rows: pd.DataFrame,
    inputs: pd.DataFrame | None = None,
    title: str | None = None,
    **fills: str,
) -> None:
    """As finish, in the words of the chapter's catalogue.

    Its entry `name` has `title`, `caption` and `alt`; `title` here is the outcome that chooses the
    title, where it depends on one.
    """
    texts = {part: say.text(chapter, name, part, **fills) for part in ("caption", "alt")}
    chosen = say.text(chapter, name, "title", *([title] if title else []), **fills)
    finish(figure, name, chosen, rows=rows, inputs=inputs, **texts)
