"""What is known of a document while it is being read: drafts, voices and dates so far."""

import bisect
import itertools

from clemency.claims.claim import Rejected
from clemency.claims.dates.reference import find_reference
from clemency.claims.draft import Drafts
from clemency.claims.scope import is_in_scope
from clemency.claims.text import Text
from clemency.claims.voices.actors import know_people
from clemency.claims.voices.named import find_mention
from clemency.claims.voices.outlets import find_own_class
from clemency.claims.voices.voice import is_nested
from clemency.documents.edtf import read_bounds

_SUBJECT = 3  # words from where a sentence begins to its subject
_BESIDE = 2  # words between two expressions for one time


def _join_items(sentences):
    """The paragraph of each sentence; items of a list that a semicolon joins are of the first one's."""
    passage = paragraph = None
    joins = False
    for sentence in sentences:
        same = sentence.paragraph == paragraph
        passage = passage if joins or same else sentence.paragraph
        yield passage
        paragraph, joins = sentence.paragraph, sentence.text.endswith(";")


def find_exact(whens):
    """The first date of a sentence, or a more exact one right beside it: «five years ago, in December 2016»."""
    first, second = [*whens, None][:2]
    if second is None or not (first.date and second.date) or second.first - first.last > _BESIDE:
        return first
    (start, end), (begins, ends) = read_bounds(first.date), read_bounds(second.date)
    about = first.date[4:] == "~" and begins and abs(start.year - begins.year) <= 1
    within = about or (start and begins and start <= begins and ends <= end)
    within = within and len(second.date) > len(first.date.strip("~"))
    return second if within else first


class State:
    """One document being read; lists that run by sentence have one entry for each sentence read so far."""

    def __init__(self, document):
        self.document = document
        self.text = Text(document)
        know_people(self.text)
        self.words = self.text.words
        self.drafts, self.rejected = Drafts(), []
        self.voices, self.whens = [], []
        self.dated = frozenset()  # the places of the words of the dates of the sentence that is being read
        self.history = []  # voices so far, for «the group» and «he»
        self.last_when = self.last_period = None
        self._datelines = [line.start for line in document.datelines]
        self.sections = [bisect.bisect_right(self._datelines, sentence.start) for sentence in document.sentences]
        self._heads = [n for n, sentence in enumerate(document.sentences) if sentence.zone != "body"]
        self._passages = [
            *_join_items(document.sentences)
        ]  # by sentence: its paragraph, or that of its list's first item
        self.references, self.openings = {}, {}  # by section: what follows one dateline, up to the next
        self.frames = {}  # the year and the month that the headline names, by their unit; the date of the last event
        self.parts_in = {}  # sentence -> wholes whose parts it has named
        self.labels = []
        self.outlet_class, self.outlet_name = find_own_class(self.text)
        self.named_again = []  # (sentence, draft): another sentence that states a draft's count
        self.quotations = self.interview = None  # found when they are first asked for,
        self.dashes = {}  # and the voice of direct speech, by paragraph
        self.acts = None  # the pardons and amnesties that the text names, once asked for
        self.around = None  # the voices of all sections, once all are heard
        self.used = set()  # word positions of dates that date a claim
        self.in_scope = is_in_scope(self.text)
        self.political = self._is_political()

    def _is_political(self):
        """Whether the document speaks of political prisoners, or of people with a label whom a rights group counts."""
        labels = {hit.entry for hit in self.text.list_hits("labels")}
        if "political_prisoners" in labels or not labels:
            return bool(labels)
        groups = (hit.entry == "human_rights" for hit in self.text.list_hits("sources"))
        return any(groups) or any(hit.entry[0] == "human_rights" for hit in self.text.list_hits("actor"))

    def reject(self, n, first, last, rule, reason):
        """Note a number or statement that was looked at and refused."""
        start, end = self.text.starts[first], self.text.ends[last - 1]
        self.rejected.append(
            Rejected(
                self.document.document,
                start,
                end,
                self.document.text[start:end],
                self.document.sentences[n].text,
                rule,
                reason,
            )
        )

    def find_reference(self, n):
        """The day that sentence n speaks from, worked out once for each dateline."""
        section = self.sections[n]
        if section not in self.references:
            self.references[section] = find_reference(self.document, section)
        return self.references[section]

    def has_dateline(self, block):
        """Whether a block opens with a dateline."""
        line = bisect.bisect_left(self._datelines, block.start)
        return line < len(self._datelines) and self._datelines[line] < block.end

    def same_paragraph(self, n, other):
        """Whether two sentences stand in one paragraph."""
        sentences = self.document.sentences
        return sentences[n].paragraph == sentences[other].paragraph

    def same_passage(self, n, other):
        """Whether two sentences stand in one paragraph or in one list."""
        return self.find_passage(n) == self.find_passage(other)

    def find_passage(self, n):
        """The paragraph of sentence n, or of its list's first item; a month's review dates its items one by one."""
        review = "month" in self.frames or "year" in self.frames
        return self.document.sentences[n].paragraph if review else self._passages[n]

    def same_section(self, n, other):
        """Whether no dateline parts two sentences."""
        return self.sections[n] == self.sections[other]

    def find_head(self, n):
        """The last sentence before sentence n that is a heading's or a headline's, or None."""
        before = bisect.bisect_left(self._heads, n)
        return self._heads[before - 1] if before else None

    def find_opening(self, section):
        """The first paragraph of a section's body, or of what follows a section without one; None if nothing does."""
        if section not in self.openings:
            begin = self.document.datelines[section - 1].start if section else 0
            sentences = self.document.sentences
            first = bisect.bisect_left(sentences, begin, key=lambda sentence: sentence.start)
            bodies = (n for n in range(first, len(sentences)) if sentences[n].zone == "body")
            self.openings[section] = next((sentences[n].paragraph for n in bodies), None)
        return self.openings[section]

    def _has_voice_before(self, n):
        """Whether somebody is named to speak in the paragraph of a sentence before it."""
        before = range(n - 1, -1, -1)
        beside = itertools.takewhile(lambda m: self.same_paragraph(m, n), before)
        return any(voice.source_class not in ("unknown", "media") for m in beside for voice in self.voices[m])

    def _list_speakers(self, n, voices):
        """Who of the voices of sentence n spoke, whom «he» may be; the one who quotes another comes last."""
        spoken = [voice for voice in voices if voice.source_class not in ("", "unknown", "media")]
        # «reportedly» is nobody, an analyst may be «he»
        hedges = {hit.first for hit in self.text.hits[n].of("unknown")}
        spoken = spoken or [v for v in voices if v.source_class == "unknown" and v.first not in hedges]
        # of «the experts recalled that, according to civil society, …» the experts are «they»
        return sorted(spoken, key=lambda voice: not is_nested(self.words, voice.first))

    def remember(self, n, whens, voices):
        """Keep who spoke and which dates stood in sentence n, for what the next sentences point back to."""
        spoken = self._list_speakers(n, voices) if voices else ()
        mention = None if spoken else find_mention(self.text, n, self.history)
        if mention and mention.first - self.text.sentences[n][0] > _SUBJECT and self._has_voice_before(n):
            mention = None  # «Viasna counts 12. Some are held by the army. It also reminds …»
        self.history += spoken or ([mention] if mention else [])
        if self.document.sentences[n].zone == "headline":
            whole = [when for when in whens if when.role == "span" and when.date]
            self.frames |= {{4: "year", 7: "month"}[len(when.date)]: when.date for when in whole if len(when.date) < 8}
        if whens:
            after = self.text.language.rules["dates"]["after_event"]  # «после выборов 28 июля» opens a period, too
            events = [when.start for when in whens if when.role == "since" and self.words[when.first] in after]
            events += [when.date for when in whens if when.role == "name"]
            self.frames |= {"event": events[-1]} if events and events[-1] else {}
            self.last_when = find_exact(whens)
            periods = [when for when in whens if when.role in ("since", "range")]
            self.last_period = periods[-1] if periods else self.last_period
