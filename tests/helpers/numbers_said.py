"""The numbers that the words of a page can mean, in figures or in words."""

import re

ONES = (
    "one two three four five six seven eight nine ten eleven twelve",
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
)
WORDS = {word: n for line in ONES for n, word in enumerate(line.split(), start=1)}
WORDS |= {"hundred": 100, "cien": 100}
TIMES = {
    "thousand": 1e3, "mil": 1e3, "million": 1e6, "millones": 1e6, "billion": 1e9,
}  # fmt: skip
FIGURE = re.compile(r"\d+(?:[.,’  ]\d+)*")


def _readings(figure: str) -> set[float]:
    """What one figure can be: its marks part thousands, or the last of them decimals."""
    marks = r"[.,’  ]"
    whole = {float(re.sub(marks, "", figure))} if re.fullmatch(rf"\d{{1,3}}({marks}\d{{3}})*|\d+",
                                                               figure) else set()  # fmt: skip
    decimal = re.fullmatch(r"(\d+(?:[,’  ]\d{3})*)[.](\d+)|(\d+(?:[.]\d{3})*),(\d+)", figure)
    if decimal:
        head, tail = decimal[1] or decimal[3], decimal[2] or decimal[4]
        whole.add(float(re.sub(marks, "", head) + "." + tail))
    parts = re.split(r"[  ]", figure)  # two numbers side by side
    return whole | {n for part in parts if part != figure for n in _readings(part)}


def numbers_said(text: str) -> set[float]:
    """Every number that `text` can mean: "2.3 billion" is 2,300,000,000, "siete mil" is 7,000."""
    found: set[float] = set()
    times = "|".join(TIMES)
    for figure in FIGURE.finditer(text):
        follow = re.match(rf" ({times})\b(?: (\d{{3}})\b)?", text[figure.end() :])
        for number in _readings(figure[0]):
            found.add(number)
            if follow:
                found.add(number * TIMES[follow[1]] + float(follow[2] or 0))
    for word in re.finditer(rf"\b({'|'.join(WORDS)})\b(?: ({times})\b)?", text.lower()):
        found.add(WORDS[word[1]] * TIMES.get(word[2], 1))
    return found
