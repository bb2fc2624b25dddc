"""Who: credit a claim to whoever states it, or to the outlet where nobody is named."""

from clemency.claims.kinds import measure_distance
from clemency.claims.speakers import Voice, choose_voice, find_agent
from clemency.claims.when import is_of_cascade, is_opening

_OFFICIAL = Voice(0, 0, "official", "")
_MEDIA = Voice(0, 0, "media", "")
_UNKNOWN = Voice(0, 0, "unknown", "")


def hear_voice(state, draft, voices):
    """Give a draft the attribution of its own sentence, or the body whose act it counts."""
    draft.voice = choose_voice(state.words, draft.span, voices)
    if draft.voice is None or draft.voice.source_class == "media":
        agent = find_agent(state.text, draft, state.history)
        if agent:
            draft.voice = agent
            voices.append(agent)
    if draft.rule == "stock.held" and draft.voice and draft.voice.source_class == "human_rights":
        names = set(state.text.language.rules["names"]) & set(state.words[draft.first : draft.last])
        labels = [hit for hit in state.text.hits[draft.sentence] if hit.section == "labels"]
        own = any(measure_distance(state.words, draft.span, (hit.first, hit.last)) > 3 for hit in labels)
        political = own and any(hit.entry == "political_prisoners" for hit in labels)
        if names or (political and draft.last - draft.first <= 3 and not draft.breakdown):
            draft.kind, draft.rule = "political_prisoners", "stock.counted-by-a-rights-group"


def credit_sources(state):
    """«X made it public» credits the sentence before; «the figures come from X» the whole document."""
    for n, draft in state.named_again:
        voice = next((voice for voice in state.voices[n] if voice.source_class != "unknown"), None)
        if voice and (draft.voice is None or draft.voice.source_class == "media"):
            draft.voice = voice
    for n, hits in enumerate(state.text.hits):
        sections = {hit.section for hit in hits}
        voices = [voice for voice in state.voices[n] if voice.source_class not in ("unknown",)]
        if "figures_from" in sections and voices:
            for draft in state.drafts:
                if draft.voice is None and draft.status != "planned":
                    draft.voice = voices[0]
        elif "of_it" in sections and voices:
            for draft in state.drafts:
                if draft.voice is None and 0 < n - draft.sentence <= 1:
                    draft.voice = voices[0]


def resolve_forward(state):
    """«According to him», before anybody is named, is whoever is named first."""
    named = [voice for voice in state.history if voice.source_class]
    first = next((voice for voice in named if not voice.is_body), named[0] if named else None)
    for voices in state.voices:
        for voice in voices:
            if not voice.source_class:
                voice.source_class, voice.name = (first.source_class, first.name) if first else ("unknown", "")


def settle_source(state, draft):
    """The source of a draft: its own attribution, the only voice of its section, or the outlet."""
    if draft.rule == "plain.none" and (draft.voice is None or draft.voice.source_class != "official"):
        draft.voice = _OFFICIAL  # only a state says that it holds no political prisoners
    if draft.voice is not None:
        draft.voice_is_own = True
        return
    sentences = state.document.sentences
    said = [
        voice
        for n, voices in enumerate(state.voices)
        for voice in voices
        if voice.source_class not in ("unknown", "media") and same_section(state, n, draft.sentence)
    ]
    same_paragraph = [
        voice
        for n, voices in enumerate(state.voices)
        for voice in voices
        if n <= draft.sentence
        and sentences[n].paragraph == sentences[draft.sentence].paragraph
        and voice.source_class not in ("unknown", "media")
    ]
    classes = {voice.source_class for voice in said}
    process = (
        draft.kind == "release"
        and draft.status == "occurred"
        and any(is_of_cascade(other) and other.value for other in state.drafts)
    )
    counts = draft.stock or process or draft.kind in ("other", "convicted", "detained", "commutation")
    if (
        counts
        and same_paragraph
        and not (draft.kind == "political_prisoners" and same_paragraph[-1].source_class == "official")
    ):
        draft.voice = same_paragraph[-1]
    elif counts and len(classes) == 1 and not (draft.kind == "political_prisoners" and "official" in classes):
        draft.voice = said[0]
    elif voice_after_lead(state, draft):
        draft.voice = voice_after_lead(state, draft)
    elif voice_before(state, draft) and draft.status != "planned":
        draft.voice = voice_before(state, draft)
    elif classes in ({"human_rights"}, {"igo"}) and draft.value is not None and not is_opening(state, draft.sentence):
        draft.voice = said[0]
    elif draft.status == "planned" and draft.value is not None:
        draft.voice = _UNKNOWN
    elif state.outlet_class != "media":
        draft.voice = Voice(0, 0, state.outlet_class, state.outlet_name)
    elif draft.stock:
        draft.voice = _UNKNOWN
    else:
        draft.voice = _MEDIA


def voice_after_lead(state, draft):
    """The official voice of one of the two sentences after an opening that reports a decree without a source.

    «He has pardoned 22 convicts. The decree was signed for humanity's sake, the press office wrote.»
    """
    if draft.kind not in ("pardon", "amnesty", "commutation") or draft.value is None or draft.status == "planned":
        return None
    first = next((other for other in state.drafts if other.value is not None and not other.headline), draft)
    if not (draft.headline or draft is first) or not is_opening(state, draft.sentence):
        return None
    for n in range(draft.sentence + 1, min(draft.sentence + 3, len(state.voices))):
        about = any(hit.section in ("kind", "decree", "groups") for hit in state.text.hits[n])
        official = [voice for voice in state.voices[n] if voice.source_class == "official"]
        if about and official and same_section(state, n, draft.sentence):
            return official[0]
    return None


def voice_before(state, draft):
    """The voice of the sentence just before in the paragraph, if that one states no count of its own.

    «The press service reported a new decree. On the list are 31 people.»
    """
    n, sentences = draft.sentence - 1, state.document.sentences
    if (
        n < 0
        or sentences[n].paragraph != sentences[draft.sentence].paragraph
        or any(other.sentence == n and other.value is not None for other in state.drafts)
    ):
        return None
    if not any(hit.section in ("kind", "decree") for hit in state.text.hits[n]):
        return None
    primary = [voice for voice in state.voices[n] if voice.source_class in ("official", "human_rights", "igo")]
    return primary[-1] if primary and not draft.stock else None


def same_section(state, n, other):
    """Whether no dateline parts two sentences."""
    sentences = state.document.sentences
    low, high = sorted((sentences[n].start, sentences[other].start))
    return not any(low < line.start <= high for line in state.document.datelines)
