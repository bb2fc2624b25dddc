"""The command line: what scripts call."""

import json
import pathlib
import subprocess
import sys

import pytest

from clemency.__main__ import main
from clemency.claims.claim import Claim
from clemency.commands import TABLES
from clemency.table import columns

ROOT = pathlib.Path(__file__).parent.parent


def run(capsys, *arguments):
    """Exit status, standard output and standard error of a command."""
    status = main(list(arguments))
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_json_lines(capsys, table):
    """One object a line, all with the same columns, and exit status 0."""
    status, out, _ = run(capsys, table, str(ROOT / "seeds"))
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert rows
    assert len({tuple(row) for row in rows}) == 1


def test_claims_have_the_columns_of_the_design(capsys):
    """The columns stand in their order."""
    _, out, _ = run(capsys, "claims", str(ROOT / "seeds"))
    assert list(json.loads(out.splitlines()[0])) == list(columns(Claim))


def test_every_span_reads_back_as_its_quote(capsys):
    """Offsets are code points of the document as decoded, and prefix and suffix stand beside them."""
    _, out, _ = run(capsys, "claims", str(ROOT / "seeds"))
    for line in out.splitlines():
        claim = json.loads(line)
        text = (ROOT / "seeds" / f"{claim['document']}.txt").read_bytes().decode()
        start, end = claim["sentence_start"], claim["sentence_end"]
        assert text[start:end] == claim["quote"]
        assert start <= claim["start"] < claim["end"] <= end
        assert text[:start].endswith(claim["prefix"]) and text[end:].startswith(claim["suffix"])
        for other in claim["appearances"]:
            assert text[other["start"] : other["end"]] == other["quote"]


def test_the_rejected_show_what_was_left_out(capsys):
    """The sidebar's names and victims, the age, and the habitual holidays are refused, each with a reason."""
    _, out, _ = run(capsys, "rejected", str(ROOT / "seeds"))
    rows = {(row["text"], row["rule"].rpartition(".")[2]): row for row in map(json.loads, out.splitlines())}
    for key in (
        ("14", "sidebar"),
        ("2,700", "sidebar"),
        ("50", "age-bound"),
        ("May 9", "habitual"),
        ("July 3", "habitual"),
    ):
        assert rows[key]["reason"].endswith(".")


def test_the_explanation_names_claims_refusals_and_rules(capsys):
    """A person can see what was read in each sentence, and why."""
    _, out, _ = run(capsys, "claims", "--explain", str(ROOT / "seeds"))
    assert "has pardoned [eight women and eight men]" in out
    assert "by en.pardon" in out
    assert "- '50' en.age-bound" in out
    assert "- '14' zone.sidebar" in out


def test_wrong_input_is_one_line_and_status_1(capsys):
    """No traceback: what is wrong, and where."""
    status, out, err = run(capsys, "claims", "nowhere")
    assert (status, out) == (1, "")
    assert err == "clemency: nowhere: no such file or folder.\n"


def test_wrong_usage_is_status_2():
    """An unknown command is wrong usage."""
    with pytest.raises(SystemExit) as stopped:
        main(["claimz", "seeds"])
    assert stopped.value.code == 2


def test_a_closed_pipe_is_no_error():
    """`| head` may stop reading at any time."""
    command = f"{sys.executable} -m clemency rejected seeds | head -n 1"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert len(done.stdout.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_tables_follow_the_rulings_beside_the_documents(capsys, tmp_path):
    """A claim that a person rejected is among the refused, here as in the report."""
    text = "Ruler pardons 16 prisoners\n\nHe has pardoned 16 prisoners. Another 18 prisoners were freed in July.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    _, before, _ = run(capsys, "claims", str(tmp_path))
    (tmp_path / "rulings.csv").write_text(
        "ruling,reviewer,reviewed,reason,document,quote\n"
        "reject,A. Nowak,2026-01-02,It is another country.,a,Another 18 prisoners were freed in July.\n",
        encoding="utf-8",
    )
    status, after, error = run(capsys, "claims", str(tmp_path))
    assert (status, error) == (0, "")
    assert len(after.splitlines()) == len(before.splitlines()) - 1
    _, refused, _ = run(capsys, "rejected", str(tmp_path))
    assert "ruling.reject" in refused
