"""Score the reader on labelled texts; as a script, print the table that the README keeps."""

import io
import json
import pathlib
import runpy
import sys
import tempfile
from contextlib import redirect_stdout

from clemency.claims.read import read_claims
from clemency.documents.read import read_documents
from clemency.table import row

TESTS = pathlib.Path(__file__).parent
SETS = {"the two seeds": (TESTS / "labelled" / "seeds-gold.jsonl", TESTS.parent / "seeds", None)} | {
    f"{name} set": (TESTS / name / "gold.jsonl", TESTS / name / "articles", TESTS / name / "sources.csv")
    for name in ("labelled", "written", "fresh", "unseen", "latest", "last")
}
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
                runpy.run_path(str(TESTS / "labelled" / "score.py"), run_name="score")["main"]()
        finally:
            sys.argv = before
    return json.loads(output.getvalue().splitlines()[-1])


def format_table():
    """The scores of every set as a Markdown table."""
    scores = {name: score_folder(*paths) for name, paths in SETS.items()}
    lines = ["| | " + " | ".join(scores) + " |", "| --- |" + " ---: |" * len(scores)]
    for tag in ("counted", "breakdown"):
        for part in ("precision", "recall", "f1"):
            lines.append(
                f"| {tag} {part} | " + " | ".join(f"{figures[tag][part]:.2f}" for figures in scores.values()) + " |"
            )
    for field in FIELDS:
        lines.append(
            f"| {field.replace('_', ' ')} right | "
            + " | ".join(f"{figures[field]:.2f}" for figures in scores.values())
            + " |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(format_table())
