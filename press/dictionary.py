"""The data dictionary, printed from `data/datapackage.json`: tables, columns, rules, licences."""

from pathlib import PurePosixPath

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from evidence.ledger import tables

from .ledger import TEMPLATES


class data_dictionary(nodes.General, nodes.Element):
    """Where the dictionary stands on a page."""


class DataDictionary(SphinxDirective):
    """All tables of the data package."""

    def run(self) -> list[nodes.Node]:
        """One node that stands for the dictionary."""
        return [data_dictionary(page=self.env.docname)]


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


def visit_dictionary(self: HTML5Translator, node: data_dictionary) -> None:
    """Write the tables; the vocabulary of measures stands on the screen only."""
    builder = self.builder
    here = builder.get_target_uri(node["page"])
    resources = [
        {
            **resource,
            "address": relative_uri(here, str(PurePosixPath("_files/data") / resource["path"])),
            "columns": [{**f, "rule": rule(f)} for f in resource["schema"]["fields"]],
        }
        for resource in tables.package()["resources"]
    ]
    measures = tables.measures().to_dict("records")
    template = TEMPLATES.get_template("dictionary.html")
    self.body.append(template.render(resources=resources, measures=measures))
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_node(data_dictionary, html=(visit_dictionary, None))
    app.add_directive("data-dictionary", DataDictionary)
