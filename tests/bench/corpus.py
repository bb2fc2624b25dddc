"""A made-up archive of any size: the labelled texts, varied, among other news; the same for the same seed.

A document about pardons is a labelled text with other numbers, days and given names, its paragraphs in another order.
The other ones are put together from the sentences of other_news.yaml; of these, one in ten has a sentence or two about
courts, police or prisons, and is read closely for nothing.
"""

import csv
import json
import pathlib
import random
import re

import yaml

TESTS = pathlib.Path(__file__).parent.parent
LANGUAGES = {"en": 50, "ru": 35, "be": 12, "be-Latn": 3}  # of a hundred documents about other things
_COURTS = 0.1
_NUMBER = re.compile(r"(?<![\d.,:/-])\d{1,4}(?![\d.,:/-]*\d)")
_NAMES = re.compile(
    r"\b(?:Maria|Alaksandar|Siarhei|Ihar|Volha|Мария|Александр|Сергей|Игорь|Ольга|Сяргей|Ігар|Вольга)\b"
)
_OTHERS = {"M": ["Anna", "Viktar", "Maryna", "Paviel"], "М": ["Анна", "Виктор", "Марина", "Павел"]}


def write_archive(path, count, share, seed=1):
    """Write an archive of `count` documents, `share` of them about pardons, as JSON Lines; returns its path."""
    texts, news = _load_texts(), yaml.safe_load((TESTS / "bench/other_news.yaml").read_text(encoding="utf-8"))
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            chance = random.Random(seed * 1_000_000_007 + number)
            about = chance.random() < share
            row = _vary_text(chance, chance.choice(texts)) if about else _make_news(chance, news)
            file.write(json.dumps({"id": f"doc-{number:07}", **row}, ensure_ascii=False) + "\n")
    return path


def _load_texts():
    """The labelled texts with what is known of them."""
    texts = []
    for sources in sorted(TESTS.rglob("sources.csv")):
        with sources.open(encoding="utf-8", newline="") as file:
            rows = {row["file"]: row for row in csv.DictReader(file)}
        for path in sorted((sources.parent / "articles").glob("*.txt")):
            row = {key: rows.get(path.name, {}).get(key, "") for key in ("published", "outlet", "url", "language")}
            texts.append(row | {"text": path.read_text(encoding="utf-8")})
    return texts


def _vary_text(chance, row):
    """A labelled text with other numbers, days and names, and its paragraphs behind the second in another order."""
    paragraphs = row["text"].split("\n\n")
    tail = paragraphs[2:]
    chance.shuffle(tail)
    text = _NUMBER.sub(lambda found: _vary_number(chance, found.group()), "\n\n".join([*paragraphs[:2], *tail]))
    text = _NAMES.sub(lambda found: chance.choice(_OTHERS["M" if found.group().isascii() else "М"]), text)
    return row | {"text": text, "url": f"https://example.org/{chance.randrange(10**9)}"}


def _vary_number(chance, digits):
    """Another number of the same kind: a year stays a year, what could be a day stays a day."""
    number = int(digits)
    if digits.startswith("0") or 1900 <= number < 2100:
        return digits
    if number <= 31:
        return str(chance.randint(2, 28))
    return str(chance.randint(max(32, number // 2), number + number // 2))


def _make_news(chance, news):
    """A document about something else."""
    code = chance.choices(list(LANGUAGES), LANGUAGES.values())[0]
    words = news[code]
    sentences = [chance.choice(words["news"]) for _ in range(chance.randint(10, 22))]
    if chance.random() < _COURTS:
        sentences[-1:] = chance.sample(words["courts"], chance.randint(1, 2))
    cells = {"n": lambda: chance.randint(2, 900), "d": lambda: chance.randint(1, 28)}
    cells |= {"m": lambda: chance.choice(words["months"]), "p": lambda: chance.choice(words["places"])}
    cells |= {"s": lambda: chance.choice(words["surnames"])}
    filled = [re.sub(r"\{(\w)\}", lambda found: str(cells[found[1]]()), sentence) for sentence in sentences]
    paragraphs = [" ".join(filled[at : at + 4]) for at in range(1, len(filled), 4)]
    day = f"20{chance.randint(18, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {
        "text": "\n\n".join([filled[0].rstrip("."), *paragraphs]),
        "published": day,
        "outlet": "Example News",
        "url": f"https://example.org/{chance.randrange(10**9)}",
        "language": "",
    }
