"""Made-up documents and parameter files: each must be read, or refused in words; `make fuzz COUNT=100000`."""

import io
import pathlib
import sys
import tempfile
import time

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from clemency.chronology.checks import find_checks
from clemency.chronology.link import link_claims
from clemency.claims.read import read_claims
from clemency.comparison.compare import compare_claims
from clemency.documents.read import InputError, make_document
from clemency.report.package import TABLES, write_csv
from clemency.report.parameters import ParameterError, list_parameters, read_parameters

WORDS = (
    "pardoned", "released", "amnesty", "prisoners", "political prisoners", "women", "men", "others", "of them",
    "Łukašenka", "Viasna", "his press office said", "according to", "since", "in all", "more than", "about", "nearly",
    "July 2", "2 July 2025", "2025-07-02", "June", "yesterday", "last year", "between", "and", "not", "will", "never",
    "16", "1,328", "300", "0", "1", "9" * 20, "9" * 5000, "½", "٣", "²", "XIV", "20%", "-5", "3.5",
    "sixteen", "a dozen",
    "помиловал", "освобождены", "политзаключённых", "сообщила", "2 июля 2025 года", "шестнадцать", "человек",
    "памілаваў", "палітвязняў", "вызвалілі", "ліпеня", "pamiłavaŭ", "palitviaźniaŭ", "vyzvalili",
    # HTML, templates, Typst, Markdown, formulas, and characters that steer what is shown
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% raw %}", "#let x = 1", "#read(\"/etc/passwd\")", "$x$",
    "[a](javascript:b)",
    "=1+1", "@SUM(A1)", "\u202e", "\u2066", "\u200b", "\x0b", "\x1b[31m", "\x07", "\ufeff", "\ud7ff",
    "\U0001f600", "A\u030a",
    "MINSK, 2 July 2025.", "1)", "—", "“", "”", "…", "...", "\n\n", "\n", "\r\n", "\t", ":", ";", ",", ".", "(", ")",
)  # fmt: skip
PIECES = st.one_of(st.sampled_from(WORDS), st.text(max_size=12), st.integers().map(str))
TEXTS = st.lists(PIECES, max_size=60).flatmap(
    lambda words: st.sampled_from((" ", "", "\n")).map(lambda gap: gap.join(words))
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1251", "latin-1")
CONTENTS = st.one_of(
    st.tuples(TEXTS, st.sampled_from(ENCODINGS)).map(lambda pair: pair[0].encode(pair[1], "replace")),
    st.binary(max_size=200),
)
PAGES = st.tuples(PIECES, PIECES, TEXTS, TEXTS).map(
    lambda parts: (
        "<html><head><title>{0}</title><meta property='article:published_time' content='{1}'></head><body><article>"
        "<h1>{0}</h1><time datetime='{1}'>{1}</time><b itemprop='datePublished'>{1}&#11;</b><p>{2}</p>"
        "<p>The ruler has pardoned eight women and eight men, his press office reports, in a decree.</p><p>{3}</p>"
        "</article></body></html>"
    ).format(*parts)
)
SETTINGS = {
    "database": None,
    "deadline": None,
    "phases": (Phase.generate, Phase.shrink),
    "suppress_health_check": list(HealthCheck),
}
VALUES = st.one_of(
    st.sampled_from(("", "yes", "2025", "2025-02-30", "[pardon]", "[[a]]", "{a: b}",
    "!!python/name:os.system", "&a x", "*a",
                     "|", "> x", "../..", "/etc", "'", '"', "# x", "- a", "? b", "%", "@", "`", "~", "null",
                     "2025-01-01/..")),
    st.text(max_size=20),
)  # fmt: skip
NAMES = st.one_of(st.sampled_from(list(list_parameters())), st.text(max_size=10))


def try_document(data, ending):
    """Read a document and everything that follows from it; its claims must stand where they say."""
    try:
        document = make_document("made-up", data, ending=ending)
    except InputError as error:
        assert "\n" not in str(error)
        return
    reading = read_claims(document)
    for claim in reading.claims:
        assert 0 <= claim.sentence_start <= claim.start <= claim.end <= claim.sentence_end <= len(document.text)
        assert document.text[claim.sentence_start : claim.sentence_end] == claim.quote
    events = link_claims(reading.claims, [document])
    checks = find_checks([document], reading.claims)
    comparisons = compare_claims(reading.claims, events, [document])
    rows = {"documents": [document], "claims": reading.claims, "rejected": reading.rejected, "labels": reading.labels,
            "events": events, "comparisons": comparisons, "checks": checks}  # fmt: skip
    for table, (row_class, _, _) in TABLES.items():
        with io.TextIOWrapper(io.BytesIO(), encoding="utf-8") as file:
            write_csv(rows[table], row_class, file)


def try_parameters(path, text):
    """Read a parameter file: parameters, or an error of one line."""
    path.write_bytes(text.encode("utf-8", "replace"))
    try:
        read_parameters(path)
    except ParameterError as error:
        assert "\n" not in str(error)


def main(count):
    """Try as many documents as `count` says, a tenth as many web pages and as many parameter files.

    The first failure is shown, shrunk.
    """
    started = time.monotonic()
    settings(max_examples=count, **SETTINGS)(given(CONTENTS)(lambda data: try_document(data, ".txt")))()
    print(f"{count:,} documents in {time.monotonic() - started:,.0f} s: each was read, or refused in words")
    pages = PAGES.map(lambda page: page.encode("utf-8", "replace"))
    settings(max_examples=count // 10, **SETTINGS)(given(pages)(lambda page: try_document(page, ".html")))()
    print(f"{count // 10:,} web pages: each was read, or refused in words")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "made-up.yaml")
        lines = st.lists(st.one_of(st.tuples(NAMES, VALUES).map(": ".join), st.text(max_size=30)), max_size=6)
        texts = lines.map("\n".join)
        settings(max_examples=count // 10, **SETTINGS)(given(texts)(lambda text: try_parameters(path, text)))()
    print(f"{count // 10:,} parameter files: each was read, or refused in words")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
