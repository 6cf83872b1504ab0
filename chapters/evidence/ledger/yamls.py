"""Files of YAML as their text says it: whatever is wrong with one is told in a sentence."""

from pathlib import Path

import yaml

# the loader in C says the same, five times as fast; not every machine has it
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Yaml(Loader):
    """A key that stands twice is a fault, where YAML's own loader would take the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        found = super().construct_mapping(node, deep)
        if len(found) < len(node.value) and all(k.value != "<<" for k, _ in node.value):
            raise yaml.MarkedYAMLError(problem="a key stands twice", problem_mark=node.start_mark)
        return found


def read_text(path: Path) -> tuple[str, list[str]]:
    """A file's text, or the sentence that says why it cannot be read."""
    try:
        return path.read_text(encoding="utf-8"), []
    except FileNotFoundError:
        return "", [f"{path.name}: the file is missing"]
    except UnicodeDecodeError as error:
        return "", [f"{path.name}: byte {error.start} is not UTF-8 text"]


def parse(text: str, name: str) -> tuple[object, list[str]]:
    """What a text of YAML holds, or the sentence that says why it cannot be read."""
    try:
        return yaml.load(text, _Yaml), []
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [f"{name}, line {mark.line + 1}: {error.problem or error.context}"]
    except yaml.YAMLError as error:  # a character that YAML does not know
        return None, [f"{name}: {' '.join(str(error).split())}"]


def read(path: Path) -> tuple[object, list[str]]:
    """What a file of YAML holds, or the sentence that says why it cannot be read."""
    text, told = read_text(path)
    return (None, told) if told else parse(text, path.name)
