"""In a real browser: nothing is asked of a network, nothing stands in anybody's way, and keys are enough."""

import csv
import json
import shutil
import subprocess

import pytest

from .browser import Browser, find_browser
from .project import ROOT

PACKAGES = ROOT / ".venv" / "web" / "node_modules"  # where .ci/run puts axe-core and vnu-jar, from npm
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_TABS = 400


def find_package(path):
    """A file of an npm package; without it the test is skipped."""
    if not (PACKAGES / path).is_file():
        name = path.split("/")[0]
        pytest.skip(f"{name} is not there: npm install --prefix .venv/web {name}")
    return PACKAGES / path


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """A browser for all tests of this module."""
    if not find_browser():
        pytest.skip("no browser is installed (chromium)")
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def report(project):
    """The default report as a file."""
    return project / "reports" / "report.html"


def walk_to(browser, condition):
    """Press Tab until the element in focus meets a condition in JavaScript; returns whether it did."""
    for _ in range(MOST_TABS):
        browser.press("Tab")
        if browser.evaluate(f"(it => Boolean({condition}))(document.activeElement)"):
            return True
    return False


def list_shown(browser):
    """The numbers of the claims that the table shows, in its order."""
    rows = "[...document.querySelectorAll('#table-claims tbody tr')].filter(row => !row.hidden)"
    return browser.evaluate(f"{rows}.map(row => Number(row.cells[0].textContent))")


@pytest.fixture(scope="module", params=["", "belarusian", "corpus"])
def every_report(request):
    """The default report, the one in Belarusian, and that on a larger corpus, as a file."""
    folder = request.getfixturevalue(request.param or "project")
    return folder / "reports" / request.param / "report.html"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation(browser, every_report, width, dark):
    """WCAG 2.2 A and AA and best practices hold on phones and desks, on light and dark pages, in each report."""
    axe = find_package("axe-core/axe.min.js").read_text(encoding="utf-8")
    browser.open(every_report, width, dark)
    browser.evaluate(f"{axe};0")
    options = json.dumps({"runOnly": RULES})
    found = browser.evaluate(
        f"axe.run(document, {options}).then(all => all.violations.map(one => [one.id, one.nodes.map(n => n.html)]))"
    )
    assert found == []


def test_the_html_checker_finds_no_error(every_report):
    """The page is HTML as it is written down (Nu HTML checker)."""
    if not shutil.which("java"):
        pytest.skip("java is not installed, which the HTML checker needs")
    checker = find_package("vnu-jar/build/dist/vnu.jar")
    done = subprocess.run(
        [shutil.which("java"), "-jar", checker, "--errors-only", every_report],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stderr, done.returncode) == ("", 0)


@pytest.mark.parametrize("script", [True, False])
def test_the_one_file_is_all_that_is_asked_for(browser, report, script):
    """Opened from a file the report requests itself and nothing else, and has nothing to complain about."""
    browser.open(report, script=script)
    assert browser.requests == [report.as_uri()]
    assert browser.messages == []


def test_the_policy_stops_what_is_smuggled_in(browser, report, tmp_path):
    """A script, a handler, a style and a picture that are put into the page do nothing and send nothing."""
    smuggled = (
        "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'><style>h1{position:fixed}</style>"
        "<img src='http://127.0.0.1:9/seen'><svg onload='window.ran = 3'></svg>"
    )
    page = report.read_text(encoding="utf-8").replace("</main>", f"{smuggled}</main>")
    copy = tmp_path / "report.html"
    copy.write_text(page, encoding="utf-8")
    browser.open(copy)
    assert browser.evaluate("window.ran === undefined")
    assert browser.evaluate("getComputedStyle(document.querySelector('h1')).position") == "static"
    assert browser.requests == [copy.as_uri()]
    assert any("Content Security Policy" in message for message in browser.messages)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_is_never_wider_than_the_window(browser, every_report, width):
    """Down to 320 pixels, or 400 % zoom, nobody has to move the page sideways."""
    browser.open(every_report, width)
    assert browser.evaluate("document.documentElement.scrollWidth") <= width


def test_keys_lead_from_a_mark_to_its_sentence_and_back(browser, report):
    """Tab to a mark of a chart, Enter to the claim, Tab to a place that cites it, Enter, and the place is there."""
    browser.open(report)
    assert walk_to(browser, "it.closest('svg') && it.getAttribute('href')?.startsWith('#claim-')")
    browser.press("Enter")
    claim = browser.evaluate("document.querySelector(':target').id")
    assert claim.startswith("claim-")
    assert browser.evaluate("document.querySelector(':target mark').textContent")
    assert walk_to(browser, "it.closest('.back') && it.textContent.startsWith('figure')")
    assert browser.evaluate("document.activeElement.closest('li').id") == claim
    browser.press("Enter")
    assert browser.evaluate("document.querySelector(':target').id").startswith("figure-")


def test_keys_lead_from_a_claim_into_the_whole_text_and_back(browser, report):
    """The marked words in the document lead to the claim that leads to them."""
    browser.open(report)
    assert walk_to(browser, "it.getAttribute('href')?.startsWith('#text-')")
    claim = browser.evaluate("document.activeElement.closest('li').id")
    browser.press("Enter")
    assert browser.evaluate("document.querySelector(':target').closest('.text') !== null")
    assert browser.evaluate("document.querySelector(':target').getAttribute('href')") == f"#{claim}"


def test_the_claims_are_chosen_and_sorted_by_keys_alone(browser, report):
    """Letters choose in a list, the rows follow at once, and a sentence tells how many are left."""
    browser.open(report)
    everything = list_shown(browser)
    assert walk_to(browser, "it.dataset.key === 'source'")
    browser.press("H")
    chosen = list_shown(browser)
    assert 0 < len(chosen) < len(everything)
    told = browser.evaluate("document.querySelector('.finder [role=status]').textContent")
    assert told == f"Shows {len(chosen)} of {len(everything)} claims."
    assert walk_to(browser, "it.matches('.finder button')")
    browser.press("Enter")
    assert list_shown(browser) == everything
    browser.evaluate("document.querySelector('.finder [data-order]').focus()")
    browser.press("l", times=2)
    assert list_shown(browser) != everything
    assert sorted(list_shown(browser)) == everything


def test_words_are_found_without_their_accents_and_capitals(browser, report):
    """Whoever cannot type ŭ finds Łukašenka's pardons, and a word that is nowhere leaves nothing."""
    browser.open(report)
    browser.evaluate("document.querySelector('.finder input').focus()")
    for letter in "viasna":
        browser.press(letter)
    assert len(list_shown(browser)) == 1
    for letter in "xx":
        browser.press(letter)
    assert list_shown(browser) == []


def test_a_citation_holds_the_sentence_and_its_address_and_no_path(browser, report):
    """The button copies the words of the claim, its document and its place, but not where the file lies."""
    browser.open(report)
    browser.evaluate("navigator.clipboard.writeText = text => (window.copied = text, Promise.resolve())")
    assert walk_to(browser, "it.matches('button.copy')")
    claim = browser.evaluate("document.activeElement.closest('li').id")
    browser.press("Enter")
    copied = browser.evaluate("window.copied")
    assert copied.startswith("“")
    assert copied.endswith(f"report.html#{claim}")
    assert str(report.parent) not in copied
    assert browser.evaluate("document.getElementById('told').textContent") == "The citation is copied."


def test_without_scripts_every_claim_is_there_and_no_control_that_does_nothing(browser, report):
    """A browser that runs no script shows the table, and neither filters nor buttons."""
    browser.open(report, script=False)
    assert len(list_shown(browser)) > 3
    seen = "[...document.querySelectorAll('button, input, select')].filter(it => it.offsetParent).length"
    assert browser.evaluate(seen) == 0


def test_the_address_of_a_claim_shows_it(browser, report):
    """Whoever follows a citation stands before the claim."""
    with (report.parent / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        *_, last = csv.DictReader(file)
    name = last["claim_id"]
    browser.open(report, place=f"#claim-{name}")
    top = browser.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    assert 0 <= top < 844
