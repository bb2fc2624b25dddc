"""Reading on one core, from bytes to rows: the labelled texts one by one, and as many characters in long texts."""

import csv
import functools
import itertools
import json
import pathlib

from bench.measuring import Case
from clemency.claims.read import read_claims
from clemency.documents.read import make_document
from clemency.table import row

ROUNDS = 10
LABELLED = pathlib.Path(__file__).parents[1] / "labelled"
SHORT = "texts of 10 kB in one endless line"
YARDSTICKS = (SHORT,)  # a ratio of 1 for the longer ones means that time grows as the text does, and not faster
CHARACTERS = 300_000  # that each case reads


def list_cases(_folder):
    """The labelled texts, and texts put together from them: many of 10 kB, fewer of 100 kB, one of 300 kB."""
    texts = load_texts()
    alone = list(fill(texts, CHARACTERS))
    return [
        Case("the labelled texts, one by one", functools.partial(read_all, alone), documents=len(alone)),
        *(
            Case(name, functools.partial(read_all, join_texts(texts, size)), documents=CHARACTERS // size)
            for name, size in ((SHORT, 10_000), ("of 100 kB", 100_000), ("of 300 kB", 300_000))
        ),
    ]


def load_texts():
    """The labelled texts as (bytes, row of sources.csv)."""
    with (LABELLED / "sources.csv").open(encoding="utf-8") as file:
        return [((LABELLED / "articles" / known["file"]).read_bytes(), known) for known in csv.DictReader(file)]


def fill(texts, characters):
    """The texts over and over, until they hold so many characters."""
    for data, known in itertools.cycle(texts):
        if characters <= 0:
            return
        characters -= len(data.decode())
        yield data, known


def join_texts(texts, size):
    """The English texts over and over as one line without end, cut into texts of one size."""
    english = [(data, known) for data, known in texts if known["language"] == "en"]
    line = " ".join(" ".join(data.decode().split()) for data, _ in fill(english, 2 * CHARACTERS))
    return [(line[start : start + size].encode(), {"language": "en"}) for start in range(0, CHARACTERS, size)]


def read_all(documents):
    """Read documents as the command does: decode, find the zones, read the claims, write them as JSON."""
    for number, (data, known) in enumerate(documents):
        for claim in read_claims(make_document(f"text-{number}", data, known)).claims:
            json.dumps(row(claim), ensure_ascii=False)
