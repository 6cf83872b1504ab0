"""Files that raw HTML names, a picture or a film beside the chapter: they come with the pages.

Sphinx looks after those of Markdown alone. An address that leads to no file would be dead on the
page: it stops the build.
"""

import re
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from press.base.offered import FOLDER

TAG = re.compile(r"<(?:img|source|video|audio|iframe|embed|object|track|a)\s[^>]*>", re.IGNORECASE)
NAMED = re.compile(
    r"""(\s(?:src|poster|data|href)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)


def is_html(node: nodes.Node) -> bool:
    """Whether a node is raw HTML."""
    return isinstance(node, nodes.raw) and "html" in node["format"].split()


class KeepFiles(SphinxTransform):
    """Note the files that raw HTML names."""

    default_priority = 400

    def apply(self, **kwargs: object) -> None:
        """Let Sphinx copy them. Raises ExtensionError for one that is not there."""
        for node in self.document.findall(is_html):
            for tag in TAG.findall(node.astext()):
                for found in NAMED.finditer(tag):
                    self.keep(node, found, tag)

    def keep(self, node: nodes.raw, found: re.Match, tag: str) -> None:
        """Note one file."""
        file = local_file(self.env, address(found))
        if file is None:
            return
        if Path(self.env.srcdir, file).is_file():
            self.env.note_dependency(file)
            self.env.dlfiles.add_file(self.env.docname, file)
        elif "href" not in found[1].lower():  # that may lead to a page
            while not node.line and node.parent:
                node = node.parent
            raise ExtensionError(
                f"{self.env.docname}, line {node.line}: {tag} names a file that is not there"
            )


class PlaceFiles(SphinxPostTransform):
    """Turn their addresses into those of the copies."""

    default_priority = 7  # before anything looks at raw HTML
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Replace each address."""
        for node in list(self.document.findall(is_html)):
            text = TAG.sub(lambda tag: NAMED.sub(self.placed, tag[0]), node.astext())
            if text != node.astext():
                node.replace_self(nodes.raw(text, text, **node.attributes))

    def placed(self, found: re.Match) -> str:
        """An attribute with the address of the copy."""
        file = local_file(self.env, address(found))
        if file not in self.env.dlfiles:
            return found[0]
        place = FOLDER + self.env.dlfiles[file][1]
        here = self.app.builder.get_target_uri(self.env.docname)
        return f'{found[1]}"{quote(relative_uri(here, place))}"'


def address(found: re.Match) -> str:
    """What an attribute says."""
    return next(filter(None, found.groups()[1:]), "")


def local_file(env: object, told: str) -> str | None:
    """The path from the top that an address of a page names; None where it leads elsewhere."""
    parts = urlsplit(told)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return env.relfn2path(unquote(parts.path), env.docname)[0]


def setup(app: Sphinx) -> None:
    """Register both steps."""
    app.add_transform(KeepFiles)
    app.add_post_transform(PlaceFiles)
