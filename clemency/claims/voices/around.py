"""Whose a count is by the voices around it: of its section, its paragraph and the sentences beside it."""

import bisect

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.dates.news import is_history, is_news, is_opening
from clemency.claims.dates.process import RECOGNISED, is_of_cascade

ACTS = ("pardon", "amnesty", "commutation")  # which are a state's own
_COUNTED_BY_OTHERS = ("political_prisoners", "convicted", "detained")  # no state counts whom it persecutes
_DEATHS = (".died", ".died.words")  # in custody


def is_named_by_others(draft):
    """Whether a count is of those whom others than its first source know by name: «reporters identified nine»."""
    return draft.rule.endswith(".identified")


def voice_of_retelling(state, draft):
    """Who published what an outlet says that it retells, until somebody else speaks: «Here are the main figures»."""
    first = next(iter(state.text.sentences_with("retells")), draft.sentence)
    if first >= draft.sentence or draft.value is None or draft.headline or state.outlet_class != "media":
        return None
    told = state.same_section(first, draft.sentence)
    of_report = told and any(state.text.hits[n].of("reports") for n in (first - 1, first) if n >= 0)
    return state.around.first_until(draft.sentence) if of_report else None


class Around:
    """The voices that could state figures, by section and by paragraph, once all sentences are heard."""

    def __init__(self, state):
        self._section_of, self._sentences = state.sections, state.document.sentences
        self._sections, self._paragraphs = {}, {}
        steps = [draft for draft in state.drafts if is_of_cascade(draft) and draft.value]
        self.has_process = bool(steps)
        self.has_amnesty = any(draft.kind != "commutation" for draft in steps)
        for n, voices in enumerate(state.voices):
            section, paragraph = self._section_of[n], self._sentences[n].paragraph
            for voice in voices:
                if voice.source_class not in ("unknown", "media"):
                    _, classes = self._sections.setdefault(section, (voice, {}))
                    classes.setdefault(voice.source_class, n)
                    self._paragraphs.setdefault((section, paragraph), []).append((n, voice))

    def of_section(self, n):
        """The first voice in the section of a sentence, and the classes of all its voices, with where each begins."""
        return self._sections.get(self._section_of[n], (None, {}))

    def first_until(self, n):
        """The first voice in the section of a sentence, if none of another class has been heard up to there."""
        first, classes = self.of_section(n)
        heard = [begins for begins in classes.values() if begins <= n]
        return first if len(heard) == 1 else None

    def last_before(self, n):
        """The last voice of a sentence's paragraph before the sentence itself, or None."""
        place = self._section_of[n], self._sentences[n].paragraph
        heard = self._paragraphs.get(place, ())
        before = bisect.bisect_left(heard, n, key=lambda row: row[0])
        return heard[before - 1][1] if before else None


def voice_of_count(state, draft):
    """A count that an outlet does not make itself is the paragraph's last speaker's, or that of officials, if only
    these speak in its section.

    Officials never count political prisoners: such counts are not credited to them without their saying so.
    """
    process = draft.kind == "release" and draft.status == "occurred" and state.around.has_process
    process = process and (draft.when is None or is_news(state, draft))
    # «the amnesty of 2020 benefited 512» is told as history
    process = process or (draft.kind == "amnesty" and (draft.when is None or is_news(state, draft)))
    if not (draft.stock or process or draft.kind in ("other", "convicted", "detained", "commutation")):
        return None
    if state.outlet_class == "media" and draft.kind == "political_prisoners" and is_countrys_total(state, draft):
        return None
    first, classes = state.around.of_section(draft.sentence)
    told = process and not is_named_by_others(draft) and not state.text.hits[draft.sentence].of("background")
    alone = state.around.first_until(draft.sentence) if told or is_of_cascade(draft) else None
    only = first if classes.keys() in ({"official"}, {"igo"}) else None
    for voice in (state.around.last_before(draft.sentence), only, alone):
        if voice is None or (voice.source_class == "official" and is_history(state, draft)):
            continue
        if voice.source_class != "official" or not is_counted_by_others(state, draft):
            return voice
    return None


def is_countrys_total(state, draft):
    """Whether a sentence opens as a country's total, which an outlet adds: «In total there are 1,254 in Belarus»."""
    first, last = state.text.sentences[draft.sentence]
    hits = state.text.hits[draft.sentence]
    country = hits.of("country") or not state.text.language.words["country"].isdisjoint(state.words[first:last])
    return bool(country) and any(hit.first == first for hit in hits.of("totals"))


def is_counted_by_others(state, draft):
    """Whether officials give no such count: of those persecuted, recognised or dead, or in a rights group's text."""
    if draft.kind in _COUNTED_BY_OTHERS or draft.rule.endswith((*RECOGNISED, *_DEATHS)):
        return True
    return state.outlet_class == "human_rights" and not is_of_cascade(draft)


def voice_of_context(state, draft):
    """The voice that the sentences beside a draft give it, or the only body that speaks in its section."""
    if draft.status == "planned":
        return voice_after_lead(state, draft)
    beside = voice_after_lead(state, draft) or voice_before(state, draft)
    first, classes = state.around.of_section(draft.sentence)
    alone = classes.keys() == {"igo"} or (
        classes.keys() == {"human_rights"} and not draft.stock and not is_history(state, draft)
    )
    alone = alone and draft.value is not None
    return beside or (first if alone and not is_opening(state, draft.sentence) else None)


def voice_after_lead(state, draft):
    """The official voice of one of the two sentences after an opening that reports a decree without a source.

    «He has pardoned 22 convicts. The decree was signed for humanity's sake, the press office wrote.»
    """
    if draft.kind not in ACTS or draft.value is None or draft.status == "planned":
        return None
    opening = is_opening(state, draft.sentence)
    told = (other for other in state.drafts if other.value is not None and not other.headline)
    told = told if opening else (other for other in told if state.same_paragraph(other.sentence, draft.sentence))
    if not (draft.headline or draft is next(told, draft)) or not (opening or is_news(state, draft)):
        return None
    for n in range(draft.sentence + 1, min(draft.sentence + 3, len(state.voices))):
        about = state.text.hits[n].of_any("kind", "decree", "groups")
        near = state.same_paragraph(n, draft.sentence)
        if not (opening or near):
            return None
        official = [voice for voice in state.voices[n] if voice.source_class == "official"]
        same = near and n == draft.sentence + 1 and not state.drafts.of_sentence(n)
        if (about or same) and official and state.same_section(n, draft.sentence):
            return official[0]
    return None


def voice_before(state, draft):
    """The voice of the sentence just before in the paragraph, if that one states no count of its own.

    «The press service reported a new decree. On the list are 31 people.»
    """
    n = draft.sentence - 1
    if (
        n < 0
        or not state.same_paragraph(n, draft.sentence)
        or any(other.value is not None for other in state.drafts.of_sentence(n))
    ):
        return None
    if not state.text.hits[n].of_any("kind", "decree"):
        return None
    if draft.when and draft.when in state.whens[draft.sentence] and draft.when.role == "span":
        return None  # «he pardoned them, his office says. In June 14 were taken out likewise» is no more what it says
    if is_history(state, draft) and (state.text.hits[draft.sentence].of("background") or draft.kind in EVENT_KINDS):
        return None  # «The previous edict was published on 29 August and applied to 19 people»
    primary = [voice for voice in state.voices[n] if voice.source_class in ("official", "human_rights", "igo")]
    if draft.kind in _COUNTED_BY_OTHERS:
        primary = [voice for voice in primary if voice.source_class != "official"]
    return primary[-1] if primary and not draft.stock else None
