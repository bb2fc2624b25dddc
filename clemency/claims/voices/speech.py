"""Speech: whose words stand between quotation marks, behind a dash, or in the answers of an interview."""

import bisect
import itertools

from clemency.claims.text import QUOTED
from clemency.claims.voices.named import find_guests, find_speaking_body

_DASHES = "—–-"
_ENDS = ".,!?…"  # what stands before the mark that closes a sentence said, not a name
_MOST = 0.6  # of the answers
_QUESTIONS = 2  # a text with as many paragraphs that ask something is an interview


def voice_of_speech(state, draft):
    """Who speaks the words that a draft stands in, where its own sentence does not say; None outside speech."""
    return voice_of_quotation(state, draft) or voice_of_dash(state, draft) or voice_of_answer(state, draft)


def voice_of_quotation(state, draft):
    """The voice at either end of the quotation around a draft, or else of the sentence that leads up to it."""
    at = state.text.starts[draft.first]
    quotations = find_quotations(state)
    before = bisect.bisect_right(quotations, at, key=lambda span: span[0])
    span = quotations[before - 1] if before else (0, 0)
    if at >= span[1]:
        return None
    inside = state.text.sentences_in(*span)
    outside = [
        voice
        for n in (inside[-1], inside[0])
        for voice in state.voices[n]
        if not span[0] <= state.text.starts[voice.first] < span[1]
    ]
    before = inside[0] - 1
    if not outside and before >= 0 and state.same_paragraph(before, inside[0]):
        outside = state.voices[before][-1:]
    return next(iter(outside), None)


def find_quotations(state):
    """The quotations of a document's body that hold more than a name, found once."""
    if state.quotations is None:
        document = state.document
        found = QUOTED.finditer(document.text, document.body_start, document.body_end)
        state.quotations = [
            match.span() for match in found if len(match.group()) > (25 if match.group()[-2] in _ENDS else 60)
        ]
    return state.quotations


def voice_of_dash(state, draft):
    """The voice of a paragraph of direct speech, which opens with a dash: «— …, — said the deputy. — …»."""
    paragraph = state.document.sentences[draft.sentence].paragraph
    if paragraph not in state.dashes:
        state.dashes[paragraph] = _find_dashed_voice(state, state.document.blocks[paragraph])
    return state.dashes[paragraph]


def _find_dashed_voice(state, block):
    text = state.document.text
    if text[block.start] not in _DASHES or text.count(text[block.start] + " ", block.start, block.end) < 2:
        return None
    spoken = (voice for n in state.text.sentences_in(block.start, block.end) for voice in state.voices[n])
    return next(spoken, None)


def voice_of_answer(state, draft):
    """In an interview, what is no question is the answer of the body that the text names before the first one."""
    if state.interview is None:
        state.interview = Interview(state)
    return state.interview.find_answerer(state.document.sentences[draft.sentence].paragraph)


class Interview:
    """The paragraphs of a document that end with a question, and the body that it names before the first of them."""

    def __init__(self, state):
        document, text = state.document, state.document.text
        places = {sentence.paragraph: document.blocks[sentence.paragraph] for sentence in document.sentences}
        self._asked = {n for n, block in places.items() if block.zone != "headline" and _asks(text, block)}
        self._first = min(self._asked, default=0)
        self._dashed = {n for n, block in places.items() if text[block.start] in _DASHES}
        # where questions stand behind dashes, what follows the last answer without one is a note of the outlet's
        self._last = max(self._asked) if self._asked and self._asked <= self._dashed else len(document.blocks)
        lead = itertools.takewhile(lambda sentence: sentence.paragraph < self._first, document.sentences)
        before = range(len([*lead]))
        bodies = [body for n in before if (body := find_speaking_body(state.text, n))]
        bodies = [body for n in before for body in find_guests(state.text, n)] or bodies
        talks = len(self._asked) >= _QUESTIONS and self._converses(state) and not self._explains(state, places)
        known = [body for body in bodies if body.source_class != "unknown"]
        self._body = next(iter([*known[-1:], *bodies]), None) if talks else None

    def _converses(self, state):
        """Whether one asks behind a dash, or says «you», or answers as «I»; who only explains asks nobody."""
        words, told = state.words, state.text.language.words
        if not self._asked.isdisjoint(self._dashed):
            return True
        for sentence, (first, last) in zip(state.document.sentences, state.text.sentences, strict=True):
            pronouns = told["addressed"] if sentence.paragraph in self._asked else told["first_person"]
            if sentence.paragraph >= self._first and not pronouns.isdisjoint(words[first:last]):
                return True
        return False

    def _explains(self, state, places):
        """Whether the outlet itself answers, which names in most answers who says what."""
        answers = [n for n in places if n > self._first and n not in self._asked]
        told = {
            sentence.paragraph
            for sentence, voices in zip(state.document.sentences, state.voices, strict=True)
            if any(voice.source_class not in ("unknown", "media") for voice in voices)
        }
        return sum(n in told for n in answers) > _MOST * len(answers)

    def find_answerer(self, paragraph):
        """Who speaks a paragraph, if it answers."""
        answers = paragraph > self._first and paragraph not in self._asked
        return self._body if answers and (paragraph in self._dashed or paragraph < self._last) else None


def _asks(text, block):
    return text[block.start : block.end].rstrip(' "”»').endswith("?")
