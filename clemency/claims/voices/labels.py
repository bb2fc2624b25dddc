"""Wordings: which words are used for imprisoned people, and whose words they are."""

import bisect

from clemency.claims.claim import Label
from clemency.claims.counts.reading import is_political
from clemency.claims.text import QUOTED
from clemency.claims.voices.choose import choose_voice


def find_labels(text, voices):
    """Every wording of a document for imprisoned people, in order, one list a sentence.

    Words inside quotation marks are the speaker's; so are the words that an attributed sentence counts with.
    Others are the outlet's own: it may put an official count under words that officials never use.
    """
    document, labels = text.document, [[] for _ in text.hits]
    labelled = text.sentences_with("labels")
    if not labelled:
        return labels
    quoted = [match.span() for match in QUOTED.finditer(document.text, document.body_start, document.body_end)]
    speakers = _speakers_of(quoted, text, voices)
    for n in labelled:
        sentence, rows, spans = document.sentences[n], labels[n], []
        for hit in sorted(text.hits[n].of("labels"), key=lambda h: (h.first, -h.last)):
            start, end = text.starts[hit.first], text.ends[hit.last - 1]
            if any(first <= start and end <= last for first, last in spans):
                continue
            spans.append((start, end))
            voice = _voice_of(text, hit, start, n, quoted, speakers, voices)
            name = voice.name if voice else document.outlet
            rows.append(
                Label(
                    document.document,
                    start,
                    end,
                    document.text[start:end],
                    hit.entry,
                    voice.source_class if voice else "media",
                    name,
                    sentence.text,
                )
            )
    return labels


def _voice_of(text, hit, start, n, quoted, speakers, voices):
    """Whose words a hit is: the speaker's if quoted or counted by him, else nobody's but the outlet's."""
    quotation = bisect.bisect_right(quoted, start, key=lambda span: span[0]) - 1
    if quotation >= 0 and start < quoted[quotation][1]:
        return speakers[quotation]
    if text.document.sentences[n].zone == "headline":
        return None
    voice = choose_voice(text.words, (hit.first, hit.last), voices[n])
    own = ("human_rights", "igo", "opposition") if is_political(hit) else ("official",)
    return voice if voice and voice.source_class in own else None


def _speakers_of(quoted, text, voices):
    """For each quotation the voice of the sentence that closes it, or of the one that opens it, or of one before."""
    speakers, last = [], None
    for first, end in quoted:
        near = [voice for n in text.sentences_in(first, end) for voice in voices[n]]
        near = [voice for voice in near if voice.source_class != "unknown"]
        last = near[-1] if near else last
        speakers.append(last)
    return speakers
