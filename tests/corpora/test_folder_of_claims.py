"""A report on a folder of claims is that on the documents that they were read from; of many claims it shows some."""

import csv
import dataclasses
import json

import pytest
from report.project import copy_project

from clemency.__main__ import main
from clemency.charts.flow_and_stock import draw_flow_and_stock
from clemency.charts.timeline import draw_timeline
from clemency.documents.read import InputError
from clemency.report import excerpt, package, tables
from clemency.report.blocks import as_text
from clemency.report.build import MOST_ATTACHED, _list_attachments
from clemency.report.evidence import list_evidence
from clemency.report.findings import describe_report, list_acts, list_findings
from clemency.report.parameters import ParameterError, Parameters, read_parameters
from clemency.report.provenance import write_crate
from clemency.report.results import read_results, read_sources
from clemency.report.shown import show_excerpt
from clemency.report.texts import list_texts
from clemency.report.verify import check_seeds

from .conftest import assemble

FILTERS = (
    {},
    {"date_from": "2025", "date_to": "2025-09"},
    {"kinds": "pardon,release"},
    {"include_planned": "no"},
    {"documents": "0*", "kinds": "political_prisoners"},
    {"countries": "BY,US", "kinds": "pardon"},
)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with the texts, and with the claims of the same texts in the folder kept."""
    with pytest.MonkeyPatch.context() as patch:
        folder = assemble(copy_project(tmp_path_factory.mktemp("folder")))
        patch.chdir(folder)
        assert main(["claims", "corpus", "--out", "kept"]) == 0
        yield folder


@pytest.fixture(scope="module")
def cut(project):
    """An excerpt of the claims kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        for name, most in {
            "MOST_CLAIMS": 20,
            "MOST_ACTS": 12,
            "MOST_TOTALS": 2,
            "MOST_STOCKS": 4,
            "MOST_PAIRS": 1,
        }.items():
            patch.setattr(excerpt, name, most)
        return read_results(Parameters(claims="kept"))


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("given", FILTERS, ids=str)
def test_claims_kept_are_those_of_the_documents(given):
    """Whatever the parameters ask for: the same claims, events, pairs and arithmetic, and as many left out."""
    read, kept = read_results(Parameters(seeds="corpus", **given)), read_results(Parameters(claims="kept", **given))
    for table in ("claims", "events", "comparisons"):
        assert getattr(kept, table) == getattr(read, table)
    assert kept.left_out == read.left_out
    told = {claim.document for claim in read.claims}
    assert [row.document for row in kept.documents] == [row.document for row in read.documents if row.document in told]
    assert [check for check in kept.checks if check.claims] == [
        check for check in read.checks if check.claims and check.document in told
    ]


@pytest.mark.usefixtures("project")
def test_texts_of_a_folder_are_those_of_the_documents():
    """The evidence and the documents in full are the same, marks and all."""
    read, kept = read_results(Parameters(seeds="corpus")), read_results(Parameters(claims="kept"))
    assert list_evidence(kept) == list_evidence(read)
    texts = {text["name"]: text for text in list_texts(read)["documents"]}
    assert all(text == texts[text["name"]] for text in list_texts(kept)["documents"])


def test_a_person_rules_on_claims_of_a_folder(project):
    """A rulings.csv beside the claims rejects one by its words, also one that the window would have kept out."""
    claim = next(claim for claim in read_results(Parameters(claims="kept")).claims if claim.kind == "pardon")
    rulings = project / "kept" / "rulings.csv"
    head = "ruling,reviewer,reviewed,reason,document,quote,claim\n"
    quote = " ".join(claim.quote.split()).replace('"', '""')
    rulings.write_text(f'{head}reject,A. B.,2026-01-02,It is a test.,{claim.document},"{quote}",{claim.claim_id}\n')
    try:
        claims = read_results(Parameters(claims="kept")).claims
    finally:
        rulings.unlink()
    assert claim.claim_id not in {other.claim_id for other in claims}


def test_an_unfinished_folder_is_refused(project):
    """The error names the folder and what to do."""
    (project / "begun").mkdir(exist_ok=True)
    with pytest.raises(InputError, match="begun: no manifest.json"):
        read_results(Parameters(claims="begun"))


def test_a_report_has_documents_or_claims():
    """Both are refused; without either it is the documents in seeds; what is given beside a file goes before it."""
    with pytest.raises(ParameterError, match="claims: kept and seeds, corpus, cannot both be"):
        Parameters(seeds="corpus", claims="kept")
    assert (Parameters().folder, Parameters(claims="kept").folder) == ("seeds", "kept")


@pytest.mark.usefixtures("project")
def test_claims_given_beside_a_file_take_the_place_of_its_documents():
    """CLAIMS=kept needs no change to a file that names seeds."""
    parameters, _ = read_parameters("parameters/default.yaml", ["NAME=x", "CLAIMS=kept"])
    assert (parameters.seeds, parameters.claims) == ("", "kept")


@pytest.mark.usefixtures("project")
def test_a_sheet_for_review_needs_documents():
    """A folder of claims is refused in words."""
    with pytest.raises(ParameterError, match="claims: kept holds claims"):
        read_sources(Parameters(claims="kept"))


def test_a_changed_file_of_claims_is_told_by_verify(project):
    """The manifest knows what each file was."""
    (project / "parameters" / "kept.yaml").write_text("claims: kept\n")
    (project / "reports" / "kept" / "data").mkdir(parents=True, exist_ok=True)
    (project / "reports" / "kept" / "data" / "documents.csv").write_text("document,sha256\n")
    assert check_seeds(project, "kept") == []
    part = next((project / "kept" / "labels").iterdir())
    content = part.read_bytes()
    part.write_bytes(content + b" ")
    try:
        assert [problem.partition(" has changed")[0] for problem in check_seeds(project, "kept")] == [
            f"kept/labels/{part.name}"
        ]
    finally:
        part.write_bytes(content)


def test_the_crate_names_the_files_of_claims(project):
    """With the hash of each."""
    results = read_results(Parameters(claims="kept"))
    front = {"title": "A", "description": "B", "date": [2026, 1, 2], "language": "en"}
    crate = write_crate(project, project / "figures", "x", Parameters(claims="kept"), results, front)
    assert "../../kept/manifest.json" in crate
    assert "../../kept/claims/part-00000.parquet" in crate


def test_an_excerpt_counts_everything(cut):
    """Sentences give the numbers of all documents, claims and acts, not of those shown."""
    assert len(cut.claims) < len(cut.whole.claims)
    said = as_text([run for line in [describe_report(cut), *list_findings(cut)] for run in line])
    assert f"{len(cut.whole.claims)} claims" in said
    assert f"{len(list_acts(cut.whole))} acts" in said
    pairs = len(cut.whole.comparisons)
    assert f"{pairs} pairs" in said


def test_an_excerpt_hangs_together(cut):
    """Its events name claims and events that it holds, and every claim has its document with its text."""
    claims, events = {claim.claim_id for claim in cut.claims}, {event.event_id for event in cut.events}
    for event in cut.events:
        assert event.claims
        assert claims.issuperset(event.claims)
        assert events.issuperset([*event.contains, *event.may_contain, *(doubt["event"] for doubt in event.doubts)])
    for claim in cut.claims:
        assert cut.document_of[claim.document].text[claim.sentence_start : claim.sentence_end] == claim.quote
    for pair in cut.comparisons:
        assert claims.issuperset((pair.official, pair.human_rights))


def test_an_excerpt_shows_the_largest_acts_of_each_kind(cut):
    """The act of most persons of a kind is among them."""
    for kind in {act.kind for act in list_acts(cut.whole)}:
        acts = [act for act in list_acts(cut.whole) if act.kind == kind]
        most = max(act.low or 0 for act in acts)
        assert any((act.low or 0) == most for act in list_acts(cut) if act.kind == kind)


def test_an_excerpt_changes_nothing_in_the_whole(cut, tmp_path):
    """The data holds every claim, and every event with all of its claims."""
    whole = read_results(Parameters(claims="kept"))
    assert (cut.whole.claims, cut.whole.events) == (whole.claims, whole.events)
    tables = []
    for results in (cut, whole):
        package.write_package(tmp_path, results, Parameters(claims="kept"), "")
        tables.append((tmp_path / "claims.csv").read_bytes())
    assert tables[0] == tables[1]


def test_a_table_does_not_list_very_many_acts_that_a_total_may_contain(cut, tmp_path, monkeypatch):
    """The cell is empty then, which is not the empty list of a total that may contain none."""
    monkeypatch.setattr(package, "MOST_POSSIBLE", 1)
    package.write_package(tmp_path, cut, Parameters(claims="kept"), "")
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        cells = {row["event_id"]: row["may_contain"] for row in csv.DictReader(file)}
    listed = {event.event_id: event.may_contain for event in cut.whole.events}
    assert cells == {name: "" if len(acts) > 1 else json.dumps(acts) for name, acts in listed.items()}
    assert {"", "[]"} < set(cells.values())


def test_charts_and_tables_of_an_excerpt_say_so(cut):
    """The title counts all acts, the subtitle those that are drawn, and a caption tells where the rest is."""
    whole = cut.whole
    chart = draw_timeline(cut.events, whole.claims, whole.documents, every=whole.events)
    acts = len(list_acts(whole))
    assert f"{acts} acts" in chart.title
    assert f"{len(list_acts(cut))} of {acts} acts" in chart.subtitle
    flows = draw_flow_and_stock(cut.events, cut.claims, whole.documents, whole.events)
    assert f"{len(list_acts(cut))} of {acts} acts" in flows.subtitle
    assert f"of {len(whole.claims)}; data/claims.csv holds all" in tables.tabulate_claims(cut).caption


def test_years_count_acts_and_add_no_people(cut):
    """All acts are in the table of years, each once."""
    table = next(block for block in show_excerpt(cut).blocks if block.describe()["type"] == "table")
    numbers = [as_text(cell) for row in table.rows for cell in row[1:]]
    assert sum(int(number.replace("–", "0")) for number in numbers) == len(list_acts(cut.whole))


@pytest.mark.usefixtures("project")
def test_a_small_report_is_no_excerpt():
    """Nothing is cut, and nothing is said of it."""
    results = read_results(Parameters(seeds="corpus"))
    assert results.full is None
    assert not show_excerpt(results).blocks


def test_large_tables_are_not_attached_to_the_pdf(tmp_path):
    """The smallest files go in as long as there is room."""
    for name, size in {"a.csv": MOST_ATTACHED, "b.csv": 1, "c.json": MOST_ATTACHED - 1}.items():
        (tmp_path / name).write_text("x" * size)
    files = [tmp_path / name for name in ("a.csv", "b.csv", "c.json")]
    assert [file["name"] for file in _list_attachments(files)] == ["b.csv", "c.json"]


def test_names_in_a_folder_of_claims_are_shortened(project):
    """In quotations and texts alike, by the names.csv beside the claims."""
    claim = next(claim for claim in read_results(Parameters(claims="kept")).claims if "Viasna" in claim.quote)
    (project / "kept" / "names.csv").write_text("name,also,official\nViasna,,\n")
    try:
        results = read_results(Parameters(claims="kept", privacy="initials"))
    finally:
        (project / "kept" / "names.csv").unlink()
    assert "Viasna" not in results.claim_of[claim.claim_id].quote
    assert not any("Viasna" in str(dataclasses.astuple(row)) for row in results.claims)
