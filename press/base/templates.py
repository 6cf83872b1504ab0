"""The templates of pages, which lie in the `styles` of their rooms; what they are given is text."""

import jinja2

from press import ROOT

ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(sorted((ROOT / "press").glob("*/styles"))),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)


def render(name: str, **given: object) -> str:
    """A template, by its name, with what it shows."""
    return ENVIRONMENT.get_template(name).render(given)
