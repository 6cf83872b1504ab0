"""Random sequences of edits, builds, kills and damage: the book is that of its sources, always.

`python tests/helpers/sequences.py 200 [FIRST]` runs as many sequences, by seed. Each begins with a
small book and ends with a build; what is then published must be, byte for byte, what a first build
of the same sources publishes elsewhere.
"""

import contextlib
import copy
import os
import random
import shutil
import signal
import struct
import sys
import tempfile
import time
import zlib
from pathlib import Path

from checkout import PAGES, Checkout, toc
from tinybook import NOTEBOOK
from warm import Warm

from press import ROOT

STEPS = 6  # edits, builds and damages in a sequence
LONGEST = 8.0  # seconds into a build at which it is killed at the latest
WORDS = "alder beech cedar elder hazel larch maple olive poplar rowan spruce willow".split()
FILES = (
    "chapters/helper.py", "chapters/extra.csv", "chapters/_part.md", "chapters/take.txt",
    "chapters/img/photo.png", "images/photo.png", "chapters/evidence/extra.py",
    "chapters/evidence/extra.json", "chapters/img/more.png", "chapters/more.txt",
)  # fmt: skip
OPTIONAL = FILES[-2:]  # looked for, and not always there
CELL = """```{code-cell}
import helper, os
from pathlib import Path
from evidence import extra, show
from evidence.ledger import tables
rows = Path("extra.csv").read_text().split()
there = sorted(os.listdir("img")), os.path.exists("more.txt")
there += (tables.claim("parole-approvals.united-states.2015-09.cuba-journal")["locator"],)
print(CODE, helper.VALUE, rows, extra.value(), there)
show.result("NAME-result", "the word " + helper.VALUE)
```
"""


def picture(colour: int) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([colour, 50, 90]) * 8) * 8)
    parts = [chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def content(name: str, word: str) -> str | bytes:
    """A file of the story that has a word in it, or a colour by its place among the words."""
    texts = {
        ".py": f'VALUE = "{word}"\n', ".csv": f"word\n{word}\n", ".md": f"Included {word}.\n",
        ".txt": f"{word}\n", ".json": f'"{word}"\n', ".png": picture(20 * WORDS.index(word)),
    }  # fmt: skip
    if name.startswith("chapters/evidence/extra.py"):
        return (
            '"""A module with a file beside it."""\nimport json\nfrom pathlib import Path\n\n\n'
            f"def value():\n    text = Path(__file__).with_suffix('.json').read_text()\n"
            f"    return '{word}', json.loads(text)\n"
        )
    return texts[Path(name).suffix]


class Story:
    """A small book that is edited: what it says is kept here, and written out after each edit."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.dice = random.Random(seed)
        self.checkout = Checkout(folder)
        names = ("ash", "fir", "oak")
        self.says = {
            "pages": {name: self.page() for name in names},
            "order": [*names, "ledger", "references", "made"],
            "files": {name: self.word() for name in FILES if name not in OPTIONAL},
            "title": self.word(), "style": "", "fault": "", "locator": "para", "numbered": 1,
        }  # fmt: skip
        self.past = [copy.deepcopy(self.says)]
        self.claims = self.checkout.read("data/claims.csv").replace(",para 4,", ",LOCATOR,")
        self.write()

    def word(self) -> str:
        return self.dice.choice(WORDS)

    def name(self, kind: str) -> str:
        """The name of a page that is not there yet."""
        return f"{kind}-{WORDS[len(self.says['pages'])]}"

    def page(self) -> dict:
        """What a new page says."""
        images = ["", "img/photo.png", "../images/photo.png", "img/photo.*"]
        return {"title": self.word(), "words": self.word(), "sections": [self.word()],
                "code": self.word(), "chapter": self.dice.random() < 0.7,
                "image": self.dice.choice(images), "claim": self.dice.random() < 0.5}  # fmt: skip

    def text(self, name: str) -> str:
        """The source of a page."""
        page = self.says["pages"][name]
        others = [other for other in self.listed() if other != name]
        lines = [f"({name}-place)=", f"# {page['title']} {name}", "", f"It says {page['words']}."]
        lines += [f"\nSee {{ref}}`{other}-place` and [](./{other}.md)." for other in others]
        lines += ["\n```{include} _part.md\n```\n\nTake {download}`it <take.txt>`."]
        if page["image"]:
            lines += [f"\n![A picture of {name}]({page['image']})"]
        if page["claim"]:
            lines += ["\nThere were {claim}`pb-professionals`, {cite}`E001`."]
        for number, word in enumerate(page["sections"]):
            lines += [f"\n## Of {word} {'again ' * number}\n", f"An {{index}}`{word}`."]
        if page["chapter"]:
            code = "1 / 0" if self.says["fault"] == name else repr(page["code"])
            lines += ["", CELL.replace("CODE", code).replace("NAME", name)]
        chapters = [other for other in self.listed() if self.says["pages"][other]["chapter"]]
        lines += [f"\nComputed: {{result}}`{other}-result`." for other in chapters]
        return (NOTEBOOK + "\n" if page["chapter"] else "") + "\n".join(lines) + "\n"

    def listed(self) -> list[str]:
        """The pages of the story that the table of contents names."""
        return [name for name in self.says["order"] if name in self.says["pages"]]

    def write(self) -> None:
        """Write what has changed; sometimes with a date of long ago."""
        says, wanted = self.says, dict(PAGES)
        for name in ("one", "two"):
            del wanted[f"chapters/{name}.md"]
        wanted |= {f"chapters/{name}.md": self.text(name) for name in self.listed()}
        front = wanted["chapters/index.md"].replace("(one.md)", "(ledger.md)")
        wanted["chapters/index.md"] = f"{front}\nIt is {says['title']}.\n"
        wanted |= {name: content(name, word) for name, word in says["files"].items()}
        numbered = f"  numbered: {says['numbered']}\n" if says["numbered"] else ""
        contents = toc([f"chapters/{name}" for name in says["order"]])
        wanted["_toc.yml"] = contents.replace("  numbered: 1\n", numbered or "  maxdepth: 2\n")
        config = (ROOT / "_config.yml").read_text(encoding="utf-8")
        wanted["_config.yml"] = config.replace("title: ", f"title: {says['title']} # ", 1)
        style = (ROOT / "press/site/styles/screen.css").read_text(encoding="utf-8")
        wanted["press/site/styles/screen.css"] = f"{style}/* {says['style']} */\n"
        wanted["data/claims.csv"] = self.claims.replace(",LOCATOR,", f",{says['locator']},")
        for path in (self.checkout.folder / "chapters").glob("**/*.*"):
            name = path.relative_to(self.checkout.folder).as_posix()
            known = name in wanted or name.startswith("chapters/evidence/")
            if path.is_file() and not known and self.dice.random() < 0.5:
                path.unlink()  # else the file of a page stays that no table of contents names
        for name in set(FILES) - set(wanted):
            (self.checkout.folder / name).unlink(missing_ok=True)
        for name, text in wanted.items():
            raw = text.encode() if isinstance(text, str) else text
            path = self.checkout.folder / name
            if not path.exists() or path.read_bytes() != raw:
                self.checkout.write(name, raw)
                if self.dice.random() < 0.3:
                    os.utime(path, (1.5e9, 1.5e9))

    def edit(self) -> str:
        """Change one thing, or undo; returns what."""
        says, dice = self.says, self.dice
        name = dice.choice(self.listed() or ["ash"])
        kind = dice.choice(
            "title words sections code chapter image claim file file file optional order remove add"
            " rename book style locator numbered fault undo undo".split()
        )
        page = says["pages"].get(name, {})
        if kind in ("title", "words", "code", "sections") and page:
            page[kind] = [self.word()] * dice.randrange(3) if kind == "sections" else self.word()
        elif kind in ("chapter", "claim") and page:
            page[kind] = not page[kind]
        elif kind == "image" and page:
            page[kind] = self.page()["image"]
        elif kind == "file":
            says["files"][dice.choice(FILES[:-2])] = self.word()
        elif kind == "optional":
            name = dice.choice(OPTIONAL)
            if says["files"].pop(name, None) is None:
                says["files"][name] = self.word()
        elif kind == "order":
            dice.shuffle(says["order"])
        elif kind == "remove" and len(self.listed()) > 1:
            says["order"].remove(name)
        elif kind == "add":
            gone = [name for name in says["pages"] if name not in says["order"]]
            says["order"].insert(0, gone[0] if gone else self.name("page"))
            says["pages"].setdefault(says["order"][0], self.page())
        elif kind == "rename" and page:
            new = self.name("new")
            says["pages"][new] = says["pages"].pop(name)
            says["order"][says["order"].index(name)] = new
        elif kind in ("book", "style", "locator"):
            says["title" if kind == "book" else kind] = self.word()
        elif kind == "numbered":
            says["numbered"] = 1 - says["numbered"]
        elif kind == "fault":
            chapters = [n for n in self.listed() if says["pages"][n]["chapter"]]
            says["fault"] = dice.choice([*chapters, ""])
        elif kind == "undo":
            says = self.says = copy.deepcopy(dice.choice(self.past))
        self.past.append(copy.deepcopy(says))
        self.write()
        return f"{kind} {name}" if kind not in ("undo", "order") else kind

    def damage(self) -> str:
        """Damage one file of the build folder, or the folder; returns which and how."""
        build = self.checkout.folder / "_build"
        work = [p for p in build.glob("work/*") if p.is_file() and p.name != "lock"]
        kinds = [
            [p for p in build.glob("html/**/*") if p.is_file()], work,
            [p for p in build.glob("work/kept/**/*") if p.is_file()],
            [p for name in ("doctrees", "html", "jupyter_execute", "staged") for p in
             (build / "work" / name).glob("**/*") if p.is_file()],
            list(build.glob("pdf/*")), list(build.glob("html/CHECKSUMS")), list(build.glob("*")),
        ]  # fmt: skip
        paths = sorted(self.dice.choice([paths for paths in kinds if paths] or [[]]))
        if not paths:
            return "nothing to damage"
        path = self.dice.choice(paths)
        if path.is_dir():
            if path.name != "work":  # the rest of it is as old as the book
                shutil.rmtree(path)
            return f"deleted {path.relative_to(build)}"
        kind = self.dice.choice(["cut", "emptied", "altered", "longer", "deleted", "moved"])
        old = path.read_bytes()
        if kind == "deleted":
            path.unlink()
        elif kind == "moved":
            path.rename(path.with_name(f"{path.name}.moved"))
        else:
            middle = len(old) // 2
            altered = old[:middle] + bytes([old[middle] ^ 1]) + old[middle + 1 :] if old else b"x"
            new = {"cut": old[:middle], "emptied": b"", "altered": altered, "longer": old + b"x\n"}
            path.write_bytes(new[kind])
        return f"{kind} {path.relative_to(build)}"

    def kill(self, warm: Warm) -> str:
        """Begin a build and kill it at some moment; does not wait for what it has started."""
        what = [["html"], []][self.dice.random() < 0.4]
        number = warm.start(self.checkout.folder, what, Path(f"{self.checkout.folder}.killed.log"))
        moment = LONGEST * self.dice.random() ** 2
        how = self.dice.choice([signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
        send = self.dice.choice([os.kill, os.killpg])
        time.sleep(moment)
        with contextlib.suppress(ProcessLookupError):
            send(number, how)
        warm.wait(number)
        return f"killed {what} after {moment:.2f} s: {how.name} {send.__name__}"

    def step(self, warm: Warm) -> str:
        """One thing that happens to a book; returns what."""
        kind = self.dice.choices(["edit", "build", "damage", "kill"], [5, 3, 2, 1])[0]
        if kind == "edit":
            return self.edit()
        if kind == "damage":
            return self.damage()
        if kind == "kill":
            return self.kill(warm)
        what = [["html"], []][self.dice.random() < 0.3]
        status, said = warm.build(self.checkout.folder, *what)
        assert self.says["fault"] or (status == 0 and "Traceback" not in said), said
        return f"built {what}: {status}"


def clean(story: Story, warm: Warm, what: list[str]) -> dict[str, bytes]:
    """What a first build of the same sources publishes, with nothing left of the others."""
    build = story.checkout.folder / "_build"
    aside = build.rename(story.checkout.folder.with_name(f"{story.checkout.folder.name} mended"))
    kept = Path("work/kept/fonts")  # named by content, and slow to make
    if (aside / kept).exists():
        shutil.copytree(aside / kept, build / kept)
        (build / "work/CACHEDIR.TAG").touch()
    status, said = warm.build(story.checkout.folder, *what)
    assert status == 0, said
    return story.checkout.published()


class Differing(AssertionError):
    """The book is not the one that a first build of its sources makes."""


def run(seed: int, warm: Warm, folder: Path) -> None:
    """One sequence. Raises Differing where the book is not that of its sources, and
    AssertionError where a build does not end as it should."""
    story = Story(seed, folder)
    for _ in range(STEPS):
        print(f"  {story.step(warm)}", flush=True)
    story.says["fault"] = ""
    story.write()
    what = [["html"], []][story.dice.random() < 0.4]
    for _ in ("first", "second"):
        status, said = warm.build(folder, *what)
        assert status == 0, said
    assert "Nothing changed" in said, said
    found = story.checkout.published()
    whole = any(name.startswith("pdf/") for name in found)
    assert whole or what, said
    wanted = clean(story, warm, [] if whole else ["html"])
    different = {name for name in {*found, *wanted} if found.get(name) != wanted.get(name)}
    if different:
        raise Differing(sorted(different))


def main(count: int, first: int) -> None:
    """Run sequences by seed. Leaves with 1 where one has failed; its folder stays."""
    warm, failed, differing = Warm(), [], []
    top = Path(tempfile.mkdtemp(prefix="sequences-"))
    for seed in range(first, first + count):
        print(f"sequence {seed}", flush=True)
        folder = top / str(seed)
        folder.mkdir()
        try:
            run(seed, warm, folder)
        except AssertionError as error:
            print(f"sequence {seed} failed in {folder}: {error}", flush=True)
            (differing if isinstance(error, Differing) else failed).append(seed)
        else:
            for path in top.glob(f"{seed}*"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    warm.close()
    others = f", {len(failed)} whose builds failed ({failed})" if failed else ""
    print(f"{count} sequences from {first}, {len(differing)} differing {differing}{others}")
    sys.exit(bool(failed or differing))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 0)
