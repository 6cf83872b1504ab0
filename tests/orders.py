"""Finds code whose result may have another order on another machine."""

import ast
from collections.abc import Iterator

SORTS = {"sort_values", "sort_index", "argsort", "sort"}
LISTINGS = {"glob", "iglob", "rglob", "iterdir", "listdir", "scandir", "walk"}
SETS = {"set", "frozenset", "union", "intersection", "difference", "symmetric_difference"}
# what gives the same for any order of what it is given
ANY_ORDER = {"sorted", "set", "frozenset", "sum", "any", "all", "len", "min", "max", "Counter"}
IN_ORDER = {"list", "tuple", "enumerate", "iter", "zip", "map", "filter", "join", "DataFrame"}


def _called(node: ast.AST) -> str:
    """The name of the function that a call calls, "" where this is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def _is_set(node: ast.AST, names: set[str]) -> bool:
    if isinstance(node, ast.Set | ast.SetComp) or _called(node) in SETS:
        return True
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub):
        return _is_set(node.left, names) or _is_set(node.right, names)
    return isinstance(node, ast.Name) and node.id in names


def _sets(function: ast.AST) -> set[str]:
    """Names that are given a set, and nothing else, somewhere in a function or module."""
    given = {}
    for node in ast.walk(function):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign) and node.value:
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Name):
                given.setdefault(target.id, []).append(node.value)
    names = set()
    for _ in range(3):  # a set made of sets made of sets
        names = {n for n, values in given.items() if all(_is_set(v, names) for v in values)}
    return names


def _parents(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def _any_order(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    """Whether the order in which a node gives things is lost in the same statement."""
    while (node := parents.get(node)) is not None and not isinstance(node, ast.stmt):
        if _called(node) in ANY_ORDER or isinstance(node, ast.SetComp):
            return True
    return False


def _scopes(tree: ast.Module) -> Iterator[ast.AST]:
    yield tree
    yield from (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef))


def _iterated(node: ast.AST) -> list[ast.AST]:
    """What a node goes through in order."""
    if isinstance(node, ast.For | ast.comprehension):
        return [node.iter]
    if isinstance(node, ast.Starred):
        return [node.value]
    return node.args if _called(node) in IN_ORDER else []


def _stable(call: ast.Call) -> bool:
    kinds = [k.value for k in call.keywords if k.arg == "kind"]
    return [getattr(kind, "value", "") for kind in kinds] == ["stable"]


def found(code: str) -> list[str]:
    """Lines of code whose result may have another order, each with the reason."""
    tree = ast.parse(code)
    parents, faults = _parents(tree), set()
    for node in ast.walk(tree):
        name = _called(node)
        of_list = name == "sort" and not any(k.arg == "by" for k in node.keywords)
        of_numpy = of_list and getattr(getattr(node.func, "value", None), "id", "") == "np"
        if name in SORTS and (not of_list or of_numpy) and not _stable(node):
            faults.add((node.lineno, f'{name} without kind="stable"'))
        of_tree = getattr(getattr(node.func, "value", None), "id", "") == "ast" if name else False
        if name in LISTINGS and not of_tree and not _any_order(node, parents):
            faults.add((node.lineno, f"{name} without sorted()"))
    for scope in _scopes(tree):
        names = _sets(scope)
        for node in ast.walk(scope):
            for through in _iterated(node):
                if (
                    _is_set(through, names)
                    and not _any_order(node, parents)
                    and not (
                        isinstance(node, ast.comprehension)
                        and isinstance(parents[node], ast.SetComp)
                    )
                ):
                    faults.add((through.lineno, "goes through a set without sorted()"))
    return [f"line {line}: {why}" for line, why in sorted(faults)]
