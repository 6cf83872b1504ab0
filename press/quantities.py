"""What counts as a number in a text, written in digits or in words.

Numbers: any digits; cardinal words from "three" up, and "zero"; "two" before something that is
counted ("two doctors"); hundreds, thousands, millions, dozens; half, fractions ("a third
of", "two thirds"); multiples ("twice", "doubled", "tenfold"). Quotation marks excuse nothing.

No numbers: ordinary words ("one", "both", "the two", "a pair", "first", "a third reading", "once",
"several"), dates, versions, what names a section or figure, and units ("percent", "per 1,000",
"in thousands"). Four digits from 1800 to 2099 are a year where a date can stand ("in 2019", "the
2020 article", "1999–2001", "2019, 2020") and nothing that is counted follows: "2000 doctors" and
"in 2000 doctors left" are quantities, "in 2000, doctors left" is a year.
"""

import re

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
YEAR = r"(?:1[89]|20)\d\d"
ALLOWED = (
    rf"\b\d{{1,2}} {MONTH}(?: {YEAR})?\b"  # 27 January 2022
    rf"|\b{MONTH} (?:\d{{1,2}}, )?{YEAR}\b"  # May 2019; January 27, 2022
    rf"|\b{YEAR}-\d\d(?:-\d\d)?\b"  # 2022-01-27
    rf"|\b{YEAR}[–/]\d\d\b"  # 2019/20
    rf"|\b{YEAR}s\b"  # 1990s
    r"|\b\d+\.\d+\.\d+\b"  # a version
    r"|\b(?:section|chapter|figure|table|paragraph|fig\.) \d+(?:\.\d+)*\b"
    # units and names
    r"|\b(?:per|for each|for every|in every) "
    r"(?:1,000,000|100,000|10,000|1,?000|100|hundred|thousand|million)\b"
    r"|\bin (?:thousands|millions|billions)\b(?! of)"
    r"|\bin (?:thousand|million|billion)(?:\b|s of (?:dollars|euros|pesos)\b)"
    r"|\((?:thousand|million|billion)\b[^()]*\)"
    r"|\b9[059] percent (?:confidence |credible )?intervals?\b"
    r"|(?-i:\b[A-Z]{2,}-\d{1,2}\b)"  # COVID-19
    r"|\bCC BY(?:-[A-Z]{2})* \d\.\d"
    r"|\b(?:from|at|above|below) zero\b"
    rf"|\b(?:(?:one|a|each|every|first|second|third|fourth|last) )?quarter of {YEAR}\b"
)
CARDINALS = (
    "zero three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
PARTS = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth|thousandth"
WORDS = (
    rf"\b(?:{'|'.join(CARDINALS)}|hundreds?|thousands?|millions?|billions?|trillions?|dozens?"
    r"|(?:one|two|a|few|several|some) per ?cent|(?:one[- ])?half|halves|halv(?:ed|ing)|twice|thrice"
    r"|doubl(?:es|ed|ing)|tripl(?:es?|ed|ing)|quadrupl(?:es?|ed|ing)"
    rf"|(?:two|{'|'.join(CARDINALS)}|hundred|thousand|million)fold"
    rf"|(?:{PARTS.replace('|quarter', '')})s|(?:two|one)[- ](?:{PARTS})s?"
    # "a third of it", "by a third", not "a third reading"
    rf"|a (?:{PARTS})(?= (?:of|more|less|fewer|lower|higher|larger|smaller|above|below|as|and|or"
    r"|to|in)\b|\W*$|[.,;:!?)])(?! of May))\b"
)
TOKEN = re.compile(
    rf"(?P<allowed>{ALLOWED})"
    rf"|(?<![$€£¥.,\d])(?P<year>\b{YEAR}\b)(?![.,]?\d|\s?%)"
    rf"|(?P<number>\d[\d.,]*|[¼-¾⅐-⅞]|{WORDS})"
    r"|(?P<two>\btwo\b)",
    re.IGNORECASE,
)
# what stands before a year: these make it a date
BEFORE = set(
    "in of on for from to until till by since before after during through throughout around "
    "between and or than against the this that these those its their an a early late mid year "
    "years spring summer autumn winter circa was is".split()
)
# of these, what also joins things that are counted
JOINS = {"and", "or", "to"}
HEDGES = re.compile(
    r"\b(?:about|some|nearly|almost|over|roughly|approximately|only|(?:more|less|fewer) than"
    r"|at (?:least|most))\W*$",
    re.IGNORECASE,
)
# "the two doctors" have been named before
REFERS = re.compile(
    r"\b(?:the|these|those|both|his|her|its|their|first|last|other) $", re.IGNORECASE
)
# words that end what can be counted by the number before them
STOPS = set(
    "a an the this that these those its their his her our and or but nor as if so than then to in "
    "on at by of for from with without into over under after before since until during between "
    "is are was were be been has have had does did do will would can could may might it they he "
    "she we there who which what when where how not no none one".split()
)
PLURALS = set("people persons men women children staff physicians dollars km kilometres".split())


def countable(units: list[str], labels: list[str]) -> set[str]:
    """The nouns that a vocabulary counts, in lower case: plurals of its units and labels."""
    others = set("as has its us was gets keeps pays receives causes costs offers measures rules "
                 "states kinds ways basis".split())  # fmt: skip
    words = {word.lower() for text in (*units, *labels) for word in re.findall(r"[^\W\d_]+", text)}
    plural = {word for word in words if re.fullmatch(r"\w{2,}[^s]s", word)}
    return (plural - others) | PLURALS


def _counts(after: str, nouns: set[str], any_plural: bool) -> bool:
    """Whether what follows a number is something that it counts."""
    following = re.match(r"(?:[ -]+[^\W\d_]+(?:[’'][^\W\d_]+)?){1,3}", after)
    for word in re.findall(r"[^\W\d_]+", following[0].lower()) if following else []:
        if word in STOPS:
            return False
        if word in nouns:
            return True
        if re.fullmatch(r"\w{2,}[^su]s", word):  # or a verb, "the count of 2019 gives"
            return any_plural
    return False


def _is_count(before: str, after: str, nouns: set[str]) -> bool:
    """Whether "two" between these texts counts something that was not named before."""
    return not REFERS.search(before) and _counts(after, nouns, any_plural=False)


def _is_year(before: str, after: str, nouns: set[str]) -> bool:
    """Whether four digits between these texts are a date."""
    if HEDGES.search(before) or re.match(r" of (?:them|us|these|those|the|whom|which)\b", after):
        return False
    word = re.search(r"([^\W\d_]+)\W*$", before)
    close = re.fullmatch(r".*?[^\W\d_]+ ", before, re.DOTALL)  # a word stands right before
    if close and word[1].lower() not in BEFORE and not before.rstrip().endswith(("’s", "'s", "s’")):
        return False
    weak = not close or word[1].lower() in JOINS
    return not _counts(after, nouns, any_plural=weak)


def bare_numbers(text: str, nouns: set[str] = frozenset(PLURALS)) -> list[str]:
    """The numbers in a text that no rule allows; `nouns` as `countable` gives them."""
    text = " ".join(text.split())
    bare = {
        "allowed": lambda *_: False,
        "number": lambda *_: True,
        "two": _is_count,
        "year": lambda *around: not _is_year(*around),
    }
    return [
        match[0].rstrip(".,")
        for match in TOKEN.finditer(text)
        if bare[match.lastgroup](text[: match.start()], text[match.end() :], nouns)
    ]
