"""Sections show themselves only if the documents have something for them, and say no more than those give."""

import dataclasses
import datetime

import pytest
from chronology.made import make_claim, make_document

from clemency.chronology.link import link_claims
from clemency.report import sections
from clemency.report.blocks import Prose, as_text
from clemency.report.parameters import Parameters
from clemency.report.results import Results, read_results

from .project import ROOT

VIASNA = {"kind": "political_prisoners", "measure": "stock", "source_class": "human_rights", "source_name": "Viasna"}


def make_results(claims, text="Belarus."):
    """The results that some claims make, all of documents with this text."""
    documents = [make_document(text, name) for name in sorted({claim.document for claim in claims})]
    fields = {field.name: [] for field in dataclasses.fields(Results) if field.default is dataclasses.MISSING}
    events = link_claims(claims, documents)
    return Results(**{**fields, "documents": documents, "claims": list(claims), "events": events, "left_out": {}})


def read_rows(section):
    """The cells of a section's last table as plain text."""
    return [[as_text(cell) for cell in row] for row in section.blocks[-1].rows]


@pytest.fixture
def seeds(monkeypatch):
    """What the two seeds hold."""
    monkeypatch.chdir(ROOT)
    return read_results(Parameters())


@pytest.fixture
def shown(monkeypatch):
    """What sections show, in order."""
    found = []
    monkeypatch.setattr(sections, "display", lambda output, **_: found.append(output))
    return found


@pytest.mark.parametrize(
    "show",
    [
        sections.show_disagreements, sections.show_doubts, sections.show_waves, sections.show_stocks,
        sections.show_cascades, sections.show_side_by_side, sections.show_sources,
    ],
)  # fmt: skip
def test_two_documents_have_nothing_for_most_sections(seeds, shown, show):
    """Then there is neither a heading nor an empty table."""
    show(seeds)._ipython_display_()
    assert shown == []


def test_a_section_with_something_shows_heading_lead_and_blocks(shown):
    """In this order, as outputs of their own."""
    text = Prose("Text.")
    sections.Section("Heading", "Lead.", text)._ipython_display_()
    assert [getattr(output, "data", output) for output in shown] == ["## Heading\n\nLead.", text]


def test_coverage_counts_what_was_read(seeds):
    """Documents, sentences, claims, refused numbers and claims without a date are counted, whatever was read."""
    [facts] = sections.show_coverage(seeds).blocks
    told = {term: as_text(line) for term, line in facts.pairs}
    assert told["Documents"] == "2"
    assert told["Claims kept"].startswith(f"{len(seeds.claims)},")
    assert told["Refused"] == f"{len(seeds.rejected)}"


def test_every_version_of_a_disagreement_stands_with_who_states_it():
    """30 and 31 of one day are kept side by side."""
    one = {"day": "2024-08-16", "source_class": "official", "source_name": "press office"}
    other = {"day": "2024-08-16", "source_class": "media", "source_name": "daily"}
    claims = [make_claim("a", n=30, **one), make_claim("b", n=31, **other)]
    [[act, field, versions]] = read_rows(sections.show_disagreements(make_results(claims)))
    assert act.startswith("Pardon of 30 to 31")
    assert (field, versions) == ("number", "30 (press office, officials) – 31 (daily, news outlet)")


def test_a_doubt_is_shown_once_with_its_reason():
    """Two acts that may be one are one row, not two."""
    claims = [make_claim("a", n=30, day="2024-08-16"), make_claim("b", n=12, day="2024-08-16")]
    [row] = read_rows(sections.show_doubts(make_results(claims)))
    assert row[2] == "Same kind and same day, but other numbers."


def test_of_very_many_rows_the_first_are_shown_and_counted():
    """A table of 50 doubts is not read; the caption says how many there are."""
    days = [(datetime.date(2024, 1, 1) + datetime.timedelta(weeks=n)).isoformat() for n in range(50)]
    claims = [make_claim(f"{name}{day}", n=n, day=day) for day in days for name, n in (("a", 30), ("b", 12))]
    [table] = sections.show_doubts(make_results(claims)).blocks
    assert len(table.rows) == 40
    assert table.caption.endswith("These are the first 40 of 50; the data holds all.")


def test_counts_of_one_source_are_a_row_and_its_other_words_another():
    """Political prisoners of two days can be read on; people detained cannot be joined to them."""
    counts = [make_claim("a", n=1328, day="2022-09-06", **VIASNA), make_claim("b", n=1400, day="2023-09-06", **VIASNA)]
    others = make_claim("b", at=50, n=90, day="2023-09-06", **{**VIASNA, "kind": "detained"})
    rows = read_rows(sections.show_stocks(make_results([*counts, others])))
    assert [row[2] for row in rows] == ["1,328 (6 September 2022) → 1,400 (6 September 2023)", "90 (6 September 2023)"]
    assert rows[1][0].endswith("row 2 of 2 of this source")


def test_counts_that_nobody_is_named_for_are_no_series():
    """Two unnamed groups need not be one."""
    unnamed = {**VIASNA, "source_name": ""}
    counts = [
        make_claim("a", n=1328, day="2022-09-06", **unnamed),
        make_claim("b", n=1400, day="2023-09-06", **unnamed),
    ]
    assert sections.show_stocks(make_results(counts)).blocks == ()


def test_why_a_stock_did_not_fall_is_said_where_people_were_freed_between():
    """30 freed, 10 fewer held: others must have been added."""
    counts = [make_claim("a", n=1410, day="2024-07-02", **VIASNA), make_claim("b", n=1400, day="2024-09-02", **VIASNA)]
    freed = make_claim("c", n=30, day="2024-08-16", quote="he pardoned 30 political prisoners")
    blocks = sections.show_stocks(make_results([*counts, freed])).blocks
    assert "the number fell by 10 only, though at least 30 people were freed between" in as_text(blocks[-1].lines[0])


@pytest.mark.parametrize(("released", "said"), [(758, ", as many as"), (757, ", not as many as")])
def test_an_amnesty_stands_step_by_step_with_its_sum(released, said):
    """A sum that fails is shown as one that holds."""
    steps = [
        make_claim(n=2975, kind="other", quote="under the amnesty the cases of 2,975 were considered"),
        make_claim(at=100, n=1515, kind="amnesty", status="denied"),
        make_claim(at=200, n=702, kind="commutation"),
        make_claim(at=300, n=released, kind="release"),
    ]
    [row] = read_rows(sections.show_cascades(make_results(steps)))
    assert row[1:6] == ["–", "2,975", "1,515", "702", f"{released}"]
    assert row[6] == f"{released} + 702 + 1,515 = {released + 702 + 1515:,}{said} were considered"


def test_numbers_of_one_period_stand_side_by_side_by_who_states_them():
    """114 by officials, 24 by a rights group, and neither is the number of the row."""
    period = {"measure": "cumulative", "period": "2025-01-01/2025-12-01", "earliest": "2025-01-01"}
    period["latest"] = "2025-12-01"
    claims = [make_claim("a", n=114, source_class="official", **period)]
    claims.append(make_claim("a", at=50, n=24, source_class="human_rights", source_name="Viasna", **period))
    [row] = read_rows(sections.show_side_by_side(make_results(claims)))
    assert row[0].startswith("Pardon, total")
    assert row[1:] == ["114 (officials)", "24 (Viasna, human-rights group)", "–"]


def test_who_says_nothing_of_an_act_is_named():
    """The rights group reports one of three acts; the others are listed as its silence."""
    days = ("2025-01-18", "2025-07-02", "2025-09-16")
    claims = [make_claim(day, n=20 + n, day=day, source_class="official") for n, day in enumerate(days)]
    claims.append(make_claim("x", n=20, day=days[0], source_class="human_rights"))
    rows = read_rows(sections.show_sources(make_results(claims)))
    assert rows[0] == ["Officials", "3 of 3", "–"]
    assert rows[1][:2] == ["Human-rights group", "1 of 3"]
    assert rows[1][2] == "the pardon of 21 on 2 July 2025, the pardon of 22 on 16 September 2025"
