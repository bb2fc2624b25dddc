"""Speech: whose words stand between quotation marks, behind a dash, or in the answers of an interview."""

import re

from clemency.claims.speakers import find_speaking_body

QUOTED = re.compile(r"“[^”]{1,1500}”|«[^»]{1,1500}»|\"[^\"]{1,1500}\"")
_DASHES = "—–-"
_QUESTIONS = 2  # a text with as many paragraphs that ask something is an interview


def voice_of_speech(state, draft):
    """Who speaks the words that a draft stands in, where its own sentence does not say; None outside speech."""
    return voice_of_quotation(state, draft) or voice_of_dash(state, draft) or voice_of_answer(state, draft)


def voice_of_quotation(state, draft):
    """The voice at either end of the quotation around a draft, or else of the sentence that leads up to it."""
    document, at = state.document, state.text.starts[draft.first]
    span = next((span for span in find_quotations(state) if span[0] <= at < span[1]), None)
    if not span:
        return None
    inside = [n for n, sentence in enumerate(document.sentences) if sentence.start < span[1] and sentence.end > span[0]]
    outside = [
        voice
        for n in (inside[-1], inside[0])
        for voice in state.voices[n]
        if not span[0] <= state.text.starts[voice.first] < span[1]
    ]
    before = inside[0] - 1
    if not outside and before >= 0 and document.sentences[before].paragraph == document.sentences[inside[0]].paragraph:
        outside = state.voices[before][-1:]
    return next(iter(outside), None)


def find_quotations(state):
    """The quotations of a document's body that hold more than a name, found once."""
    if state.quotations is None:
        document = state.document
        found = QUOTED.finditer(document.text, document.body_start, document.body_end)
        state.quotations = [match.span() for match in found if len(match.group()) > 60]
    return state.quotations


def voice_of_dash(state, draft):
    """The voice of a paragraph of direct speech, which opens with a dash: «— …, — said the deputy. — …»."""
    sentences = state.document.sentences
    paragraph = sentences[draft.sentence].paragraph
    block = state.document.blocks[paragraph]
    text = state.document.text[block.start : block.end]
    if text[:1] not in _DASHES or text.count(text[:1] + " ") < 2:
        return None
    spoken = [voice for n, row in enumerate(state.voices) if sentences[n].paragraph == paragraph for voice in row]
    return next(iter(spoken), None)


def voice_of_answer(state, draft):
    """In an interview, what is no question is the answer of the body that the text names before the first one."""
    asked = find_questions(state)
    paragraph = state.document.sentences[draft.sentence].paragraph
    if len(asked) < _QUESTIONS or paragraph <= asked[0] or paragraph in asked:
        return None
    for n, sentence in enumerate(state.document.sentences):
        if sentence.paragraph >= asked[0]:
            return None
        body = find_speaking_body(state.text, n)
        if body:
            return body
    return None


def find_questions(state):
    """The paragraphs that end with a question, found once."""
    if state.questions is None:
        document = state.document
        places = sorted({sentence.paragraph for sentence in document.sentences if sentence.zone != "headline"})
        text, blocks = document.text, document.blocks
        state.questions = [n for n in places if text[blocks[n].start : blocks[n].end].rstrip(' "”»').endswith("?")]
    return state.questions
