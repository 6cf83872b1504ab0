"""Formulas, written as in LaTeX, set as MathML: no script and no network are needed to read them.

A browser sets MathML by itself, and paper is set from the same (paper/styles/maths.typ). The font
comes with the pages that need it: many machines have none whose signs grow with what they enclose.
"""

import re
from functools import cache
from html import escape

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.tree import SyntaxTreeNode
from math_core import LatexError, LatexToMathML
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers import mdit
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

# LaTeX's blocks of formulas as one formula: Sphinx gives the whole one number
ALIGNED = r"\begin{aligned}"
BLOCKS = {
    "equation": "",
    "displaymath": "",
    "align": ALIGNED,
    "alignat": ALIGNED,
    "flalign": ALIGNED,
    "split": ALIGNED,
    "eqnarray": r"\begin{array}{rcl}",
    "gather": r"\begin{gathered}",
    "multline": r"\begin{multline*}",
}
BLOCK = re.compile(rf"\\(begin|end)\{{({'|'.join(BLOCKS)})\*?\}}(\{{\d+\}})?")
WHOLE = re.compile(r"\\begin(\{\w+\*?\}).*\\end\1", re.DOTALL)
LABEL = re.compile(r"\\label\{(.*?)\}")
UNUSED = re.compile(r"\\(?:label\{.*?\}|(?:nonumber|notag)\b)")


def one_formula(latex: str) -> str:
    """LaTeX as one formula: its blocks aligned likewise, and what empty lines part below another.

    What LaTeX says of numbers is left out.
    """

    def renamed(found: re.Match) -> str:
        begin = BLOCKS[found[2]]
        rest = "" if found[2] == "alignat" else found[3] or ""
        return (
            begin if found[1] == "begin" else re.sub(r"begin(\{.*?\}).*", r"end\1", begin)
        ) + rest

    text = BLOCK.sub(renamed, UNUSED.sub("", latex))
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    text = r" \\ ".join(parts)
    if r"\\" not in text or (len(parts) == 1 and WHOLE.fullmatch(text)):
        return text
    return rf"{ALIGNED}{text}\end{{aligned}}"


@cache
def _converter() -> LatexToMathML:
    return LatexToMathML(fancy_error=False)


@cache
def mathml(latex: str, display: bool) -> str:
    """A formula as MathML, with its LaTeX for those who cannot see it.

    Raises LatexError for what is no formula.
    """
    found = _converter().convert_with_local_state(one_formula(latex), displaystyle=display)
    told = escape(" ".join(latex.split()))
    return found.replace("<math", f'<math alttext="{told}"', 1)


class CheckFormulas(SphinxPostTransform):
    """Look at all formulas before a page is written."""

    default_priority = 8  # of the forms of an output one has been selected
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Raise ExtensionError, which names chapter and line, for what is no formula."""
        for node in self.document.findall(lambda n: isinstance(n, nodes.math | nodes.math_block)):
            try:
                mathml(node.astext(), isinstance(node, nodes.math_block))
            except LatexError as error:
                place = node
                while not place.line and place.parent:
                    place = place.parent
                raise ExtensionError(
                    f"{self.env.docname}, line {place.line}: the formula “{node.astext().strip()}”"
                    f" cannot be set: {re.sub(r'^[0-9]+: ', '', str(error))}"
                ) from None


def visit_inline(self: HTML5Translator, node: nodes.math) -> None:
    """A formula in a line."""
    self.body.append(mathml(node.astext(), False))
    raise nodes.SkipNode


def visit_block(self: HTML5Translator, node: nodes.math_block) -> None:
    """A formula on a line of its own, with its number if it has one."""
    self.body.append(self.starttag(node, "div", CLASS="math"))
    self.body.append(mathml(node.astext(), True))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})</span>')
        self.add_permalink_ref(node, "Link to this equation")
    self.body.append("</div>\n")
    raise nodes.SkipNode


_render_block = SphinxRenderer.render_amsmath


def render_block(self: SphinxRenderer, token: SyntaxTreeNode) -> None:
    r"""Read a block of LaTeX by its \label, or by its place: myst-parser would draw a random name.

    Raises ExtensionError for two labels, of which one would lead nowhere.
    """
    page, labels = self.sphinx_env.docname, LABEL.findall(token.content)
    if len(labels) > 1:
        raise ExtensionError(
            f"{page}, line {token.map[0] + 1}: a block of formulas has one number and one label,"
            f" but this has {', '.join(labels)}: write one block for each"
        )
    label = labels[0] if labels else f"{page}-{self.sphinx_env.new_serialno('amsmath')}"
    self._random_label = lambda: label
    _render_block(self, token)


_read_dollars = mdit.dollarmath_plugin


def read_dollars(parser: MarkdownIt, **options: object) -> None:
    r"""Let `$$` follow a line of text, as `\begin` may; or dollars would print as they stand."""
    _read_dollars(parser, **options)
    (rule,) = (rule for rule in parser.block.ruler.__rules__ if rule.name == "math_block")
    read = rule.fn

    def look(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        line, count = state.line, len(state.tokens)
        found = read(state, first, last, silent)
        if silent:  # it only asks whether there is one
            state.line = line
            del state.tokens[count:]
        return found

    parser.block.ruler.at(
        "math_block",
        look,
        {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]},
    )


def setup(app: Sphinx) -> None:
    """Register how formulas are read and written, in the place of MathJax."""
    mdit.dollarmath_plugin = read_dollars
    SphinxRenderer.render_amsmath = render_block
    SphinxRenderer.render_math_inline_double = SphinxRenderer.render_math_inline  # in a line
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    app.add_post_transform(CheckFormulas)
