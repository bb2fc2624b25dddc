"""Score the reader on labelled texts; as a script, print the table of all sets."""

import io
import json
import pathlib
import runpy
import statistics
import sys
import tempfile
from contextlib import redirect_stdout

from clemency.claims.read import read_claims
from clemency.documents.read import read_documents
from clemency.table import row

TESTS = pathlib.Path(__file__).parent
LABELLED = TESTS / "labelled"
SETS_MADE = (
    "written", "fresh", "unseen", "latest", "last", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first", "thirty-second",
    "thirty-third", "thirty-fourth",
)  # fmt: skip
FOLDERS = [LABELLED] + [TESTS / "sets" / name for name in SETS_MADE]
SETS = {"the two seeds": (LABELLED / "seeds-gold.jsonl", TESTS.parent / "seeds", None)} | {
    f"{folder.name} set": (folder / "gold.jsonl", folder / "articles", folder / "sources.csv") for folder in FOLDERS
}
MAIN = ("the two seeds", "labelled set")
UNMET = ("thirty-third set", "thirty-fourth set")  # no rule was made for these
PARTS = (("counted", "precision"), ("counted", "recall"), ("counted", "f1"), ("breakdown", "f1"))
FIELDS = ("relation", "status", "date", "source_class", "provenance", "record")


def score_folder(gold, folder, sources=None):
    """The figures of the scorer that came with the labelled set, for the documents of a folder."""
    claims = [claim for document in read_documents([folder], sources) for claim in read_claims(document).claims]
    with tempfile.TemporaryDirectory() as temporary:
        path = pathlib.Path(temporary) / "claims.jsonl"
        path.write_text(
            "".join(json.dumps(row(claim), ensure_ascii=False) + "\n" for claim in claims), encoding="utf-8"
        )
        output, before = io.StringIO(), sys.argv
        sys.argv = ["score.py", str(gold), str(path)]
        try:
            with redirect_stdout(output):
                runpy.run_path(str(LABELLED / "score.py"), run_name="score")["main"]()
        finally:
            sys.argv = before
    return json.loads(output.getvalue().splitlines()[-1])


def score_sets():
    """The scores of every set, {name: [figure of each column]}."""
    return {name: _list_figures(score_folder(*paths)) for name, paths in SETS.items()}


def _list_figures(figures):
    return [figures[tag][part] for tag, part in PARTS] + [figures[field] for field in FIELDS]


def format_table(scores):
    """The scores of every set as a Markdown table, one row a set: what `make score` prints."""
    names = [f"{tag} {part}" for tag, part in PARTS] + [field.replace("_", " ") for field in FIELDS]
    lines = ["| | " + " | ".join(names) + " |", "| --- |" + " ---: |" * len(names)]
    for name, values in scores.items():
        lines.append(f"| {name} | " + " | ".join(f"{value:.2f}" for value in values) + " |")
    return "\n".join(lines) + "\n"


def sum_up(scores):
    """The scores for the README: those of the sets that rules were mended for as their median and their lowest."""
    kept = {name: values for name, values in scores.items() if name in (*MAIN, *UNMET)}
    columns = [*zip(*(values for name, values in scores.items() if name not in kept), strict=True)]
    met = {
        f"{len(scores) - len(kept)} sets that the rules have met: median": [*map(statistics.median, columns)],
        "the lowest of them": [*map(min, columns)],
    }
    return {name: kept[name] for name in MAIN} | met | {name: kept[name] for name in UNMET}


if __name__ == "__main__":
    sys.stdout.write(format_table(score_sets()))
