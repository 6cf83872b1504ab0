"""The data dictionary, printed from `data/datapackage.json`: tables, columns, rules, licences."""

from pathlib import PurePosixPath

from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from evidence.ledger import tables
from press.base.templates import render
from press.book.filled import add_block


def rule(field: dict) -> str:
    """A column's constraints in words."""
    rules = dict(field.get("constraints", {}))
    said = [word for word in ("required", "unique") if rules.pop(word, False)]
    if field.get("date"):
        rules.pop("pattern", None)
        said.append("YYYY, YYYY-MM or YYYY-MM-DD")
    for name, value in rules.items():
        said.append(f"one of: {', '.join(value)}" if name == "enum" else f"{name} {value}")
    return "; ".join(said)


def fill(app: Sphinx, page: str) -> str:
    """The tables; the vocabulary of measures stands on the screen only."""
    here = app.builder.get_target_uri(page)
    resources = [
        {
            **resource,
            "address": relative_uri(here, str(PurePosixPath("_files/data") / resource["path"])),
            "columns": [{**f, "rule": rule(f)} for f in resource["schema"]["fields"]],
        }
        for resource in tables.package()["resources"]
    ]
    measures = tables.measures().to_dict("records")
    return render("dictionary.html", resources=resources, measures=measures)


def setup(app: Sphinx) -> None:
    """Register the block."""
    add_block(app, "data-dictionary", fill)
