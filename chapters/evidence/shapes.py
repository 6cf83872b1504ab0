"""Whether a settings file has the shape it must have: each fault in a sentence with file and key.

A shape is a JSON Schema. Objects may only have the keys that their shape names, so that a slip of
the pen is told and not ignored; `"additionalProperties": True` lets others in.
"""

from difflib import get_close_matches

TYPES = {
    "object": "a mapping of keys to values",
    "array": "a list",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}


def _key(path: list[str | int]) -> str:
    """A place in a file: resources[3].schema."""
    return "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path).lstrip(".")


def _kind(wanted: str | list[str]) -> str:
    return " or ".join(TYPES[kind] for kind in ([wanted] if isinstance(wanted, str) else wanted))


def _sentences(error: object) -> list[str]:
    """What is wrong at one place, in words."""
    wanted, found, shown = error.validator_value, error.instance, f"{error.instance!r:.60}"
    if error.validator == "type":
        return [f"{shown} is not {_kind(wanted)}"]
    if error.validator == "required":
        return [f"the key {name!r} is missing" for name in wanted if name not in found]
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        return [
            f"the key {name!r} is unknown"
            + "".join(
                f" (did you mean {near!r}?)" for near in get_close_matches(str(name), known, 1)
            )
            for name in found
            if name not in known
        ]
    if error.validator in ("enum", "const"):
        words = wanted if error.validator == "enum" else [wanted]
        return [f"{shown} is not one of: {', '.join(map(str, words))}"]
    if error.validator == "pattern":
        return [f"{shown} does not have the form {error.schema.get('description', wanted)}"]
    if error.validator in ("minItems", "minLength"):
        return ["is empty"]
    if error.validator == "minimum":
        return [f"{shown} is below {wanted}"]
    return [f"{shown} is not allowed here"]


def _closed(shape: object) -> object:
    """A shape whose objects have no keys but those named."""
    if isinstance(shape, list):
        return [_closed(part) for part in shape]
    if not isinstance(shape, dict):
        return shape
    shape = {name: _closed(part) for name, part in shape.items()}
    if isinstance(shape.get("properties"), dict) and "type" in shape:
        shape.setdefault("additionalProperties", False)
    return shape


def faults(found: object, shape: dict, file: str) -> list[str]:
    """Where `found`, as read from `file`, differs from its shape: a sentence each."""
    import jsonschema  # slow to import; a build that finds nothing to do needs none of it

    errors = jsonschema.Draft7Validator(_closed(shape)).iter_errors(found)
    told = []
    for error in sorted(errors, key=lambda error: [str(part) for part in error.absolute_path]):
        key = _key(list(error.absolute_path))
        place = f"{file}, key {key}" if key else file
        told += [f"{place}: {sentence}" for sentence in _sentences(error)]
    return list(dict.fromkeys(told))
