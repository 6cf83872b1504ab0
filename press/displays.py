"""What a cell shows, checked before it is printed: it must be printable, and the same each time."""

import re

from myst_nb.core.config import NbParserConfig
from myst_nb.core.render import base_render_priority
from nbformat import NotebookNode

from .faults import CellError

# an object that has no words for itself is shown with what differs in every run
ADDRESS = re.compile(r"<[^<>\n]* (?:at 0x[0-9a-f]{6,}|display_id=[0-9a-f]{32})>")
KINDS = base_render_priority()["html"]  # those that a page can show, and how much each is wanted
IMAGES = {kind for kind in KINDS if kind.startswith("image/")}
UNSEEN = {"remove-output", "remove_output", "remove-cell", "remove_cell"}


def tags(cell: NotebookNode) -> list[str]:
    """The tags of a cell."""
    return cell.metadata.get("tags", [])


def check(cell: NotebookNode, place: str, config: NbParserConfig) -> None:
    """Raise CellError, which names the place, for an output that cannot be printed as it is."""
    settings = cell.metadata.get(config.cell_metadata_key, {})
    on_stderr = settings.get("output_stderr", config.output_stderr)
    if UNSEEN & set(tags(cell)):
        return
    for output in cell.outputs:
        if output.get("name") == "stderr":
            if on_stderr == "error" and "remove-stderr" not in tags(cell):
                raise CellError(
                    f"{place}: it printed to stderr; mend what it warns of, or give the cell the"
                    f" tag remove-stderr:\n{output.text[-1000:].strip()}"
                )
        elif "data" in output:
            check_data(output.data, place, settings)
        elif output.get("name") == "stdout":
            check_text(output.text, place)


def check_data(data: dict, place: str, settings: dict) -> None:
    """Check one display; of its forms, those that no page can show are dropped."""
    for kind in sorted(set(data) - set(KINDS)):
        if set(data) <= {kind, "text/plain"}:
            raise CellError(
                f"{place}: it shows {kind}, which no page can print; show a picture, HTML or text"
            )
        del data[kind]
    wanted = "text/markdown" if "text/markdown" in data else min(data, key=KINDS.get, default="")
    if wanted == "text/plain":
        check_text(data[wanted], place)
    if wanted in IMAGES and not settings.get("image", {}).get("alt", "").strip():
        raise CellError(
            f"{place}: its picture has no alt text: finish a chart with charts.finish, or tell in"
            " the options of the cell what is seen (mystnb: image: alt: ...)"
        )


def check_text(text: str, place: str) -> None:
    """Check a text that is printed as it stands."""
    if address := ADDRESS.search(text):
        raise CellError(
            f"{place}: it prints {address[0]}, which is another in every build: end the line with"
            " a semicolon, or print what you mean"
        )
