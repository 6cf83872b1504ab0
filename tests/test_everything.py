"""One of everything that an author writes, as pages and on paper: nothing of it is lost."""

import shutil
import sys
from pathlib import Path

import nbformat
import smallbook
from nbformat import v4

HERE = Path(__file__).parent / "everything"


def make(folder: Path) -> Path:
    """The small book with the chapters of `tests/everything`."""
    smallbook.make(folder)
    chapters = folder / "chapters"
    shutil.copytree(HERE, chapters, dirs_exist_ok=True)
    shutil.move(chapters / "_toc.yml", folder / "_toc.yml")
    shutil.move(chapters / "names.md", chapters / "año médicos.md")
    shutil.copy(chapters / "images" / "mark.png", chapters / "images" / "foto año.png")
    (chapters / "images" / "film.mp4").write_bytes(b"no film")
    (chapters / "ledger.md").write_text("# The ledger\n\n```{claim-entries}\n```\n")
    (chapters / "references.md").write_text("# References\n\n```{bibliography}\n:all:\n```\n")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [
        v4.new_markdown_cell("# A notebook that was saved\n\nWith $q_5$ and *words*."),
        v4.new_code_cell('print("from the notebook")'),
    ]
    saved = v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(saved, chapters / "saved.ipynb")
    return folder


if __name__ == "__main__":
    make(Path(sys.argv[1]))
