"""Who: credit a claim to whoever states it, or to the outlet where nobody is named."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.distance import measure_distance
from clemency.claims.counts.reading import is_political
from clemency.claims.dates.news import is_news
from clemency.claims.dates.process import RECOGNISED
from clemency.claims.voices.around import (
    ACTS,
    is_named_by_others,
    voice_of_context,
    voice_of_count,
    voice_of_retelling,
)
from clemency.claims.voices.before import (
    voice_of_act,
    voice_of_decree,
    voice_of_list,
    voice_of_next,
    voice_of_process,
)
from clemency.claims.voices.choose import choose_voice
from clemency.claims.voices.named import find_agent
from clemency.claims.voices.speech import voice_of_speech
from clemency.claims.voices.voice import Voice

_OFFICIAL = Voice(0, 0, "official", "")
_MEDIA = Voice(0, 0, "media", "")
_OTHER_SIDES = ("opposition", "foreign_government")  # they tell themselves what officials did
_WEEK = 5  # days of work
_UNKNOWN = Voice(0, 0, "unknown", "")


def hear_voice(state, draft, voices):
    """Give a draft the attribution of its own sentence, or the body whose act it counts."""
    draft.voice = choose_voice(state.words, draft.span, voices)
    if draft.voice is None or draft.voice.source_class == "media":
        agent = find_agent(state.text, draft, state.history)
        if agent and not (agent.source_class == "official" and state.outlet_class in _OTHER_SIDES):
            draft.voice = agent
            voices.append(agent)
    if draft.rule == "stock.held" and draft.voice and draft.voice.source_class == "human_rights":
        names = not state.text.language.words["names"].isdisjoint(state.words[draft.first : draft.last])
        labels = state.text.hits[draft.sentence].of("labels")
        own = any(measure_distance(state.words, draft.span, (hit.first, hit.last)) > 3 for hit in labels)
        political = own and any(is_political(hit) for hit in labels)
        if names or (political and draft.last - draft.first <= 3 and not draft.breakdown):
            draft.kind, draft.rule = "political_prisoners", "stock.counted-by-a-rights-group"


def credit_sources(state):
    """«X made it public» credits the sentence before; «the figures come from X» the whole document."""
    for n, draft in state.named_again:
        voice = next((voice for voice in state.voices[n] if voice.source_class != "unknown"), None)
        if voice and (draft.voice is None or draft.voice.source_class == "media"):
            draft.voice = voice
    for n, hits in enumerate(state.text.hits):
        voices = state.voices[n] and [voice for voice in state.voices[n] if voice.source_class != "unknown"]
        if voices and hits.of("figures_from"):
            for draft in state.drafts:
                if draft.voice is None and draft.status != "planned":
                    draft.voice = voices[0]
        elif voices:
            for draft in state.drafts.of_sentence(n - 1):
                # whose act it was, and the outlet that reminds of it, give way to who told of it
                loose = draft.voice is None or draft.voice.is_agent or draft.voice.source_class == "media"
                loose = loose or is_hedged(state, draft)
                more = draft.voice is None and says_more_of(state, n, draft, voices[0])
                if more or (loose and points_back(state, n, draft)):
                    draft.voice = voices[0]
        elif state.voices[n] and hits.of("of_it"):
            credit_unnamed(state, n)


def credit_unnamed(state, n):
    """«Relatives told of it» credits the sentence before to them, who are no body; «it is reported» to nobody."""
    hits, first = state.text.hits[n], state.text.sentences[n][0]
    hedges = {hit.first for hit in hits.of("unknown")}
    told = [voice for voice in state.voices[n] if voice.first not in hedges]
    opens = any(hit.first <= first + 1 for hit in hits.of("of_it"))
    for draft in state.drafts.of_sentence(n - 1) if told and opens and state.same_paragraph(n - 1, n) else ():
        draft.voice = draft.voice or told[0]


def points_back(state, n, draft):
    """Whether sentence n says who told a count of the one before, not only one of its own: «The ministry said so»."""
    hits, first = state.text.hits[n], state.text.sentences[n][0]
    counts = any(other.value is not None for other in state.drafts.of_sentence(n))
    if any(hit.first <= first + 1 or not counts for hit in hits.of("of_it")):
        return True
    if draft.kind in ACTS and not counts and any(hit.first <= first + 1 for hit in hits.of("dated")):
        return True  # «It was signed on Monday, the agency reports»
    return bool(hits.of("of_act")) and draft.kind in EVENT_KINDS


def is_hedged(state, draft):
    """Whether nobody is named to state a count but «it is expected»."""
    hedges = state.text.hits[draft.sentence].of("unknown") if draft.voice.source_class == "unknown" else ()
    return any(hit.first <= draft.voice.first < hit.last for hit in hedges)


def says_more_of(state, n, draft, voice):
    """Whether officials go on to speak of the same count: «He pardoned 20. The office said that 11 of the 20 …»."""
    first, last = state.text.sentences[n]
    number = set(state.words[draft.first : draft.last]) & {word for word in state.words[first:last] if word.isdecimal()}
    return voice.source_class == "official" and draft.kind in ACTS and bool(number)


def resolve_forward(state):
    """«According to him», before anybody is named, is whoever is named first."""
    named = [voice for voice in state.history if voice.source_class]
    first = next((voice for voice in named if not voice.is_body), named[0] if named else None)
    for voices in state.voices:
        for voice in voices:
            if not voice.source_class:
                voice.source_class, voice.name = (first.source_class, first.name) if first else ("unknown", "")


def settle_source(state, draft):
    """The source of a draft: its own attribution, what its surroundings say, or the outlet."""
    if draft.rule == "plain.none" and (draft.voice is None or draft.voice.source_class != "official"):
        draft.voice = _OFFICIAL  # only a state says that it holds no political prisoners
    if draft.voice and (draft.voice.source_class, draft.voice.name) == (state.outlet_class, state.outlet_name):
        draft.voice = voice_of_speech(state, draft) or draft.voice  # «we have counted 12» may be somebody's answer
    if draft.voice and draft.voice.is_agent and is_told_of_past(state, draft):
        draft.voice = voice_of_nobody(state, draft)
    if draft.voice and is_hedged(state, draft):
        draft.voice = voice_of_whole(state, draft) or draft.voice
    draft.voice_is_own = draft.voice is not None
    if not draft.voice_is_own and goes_on(draft) and draft.after.voice_is_own:
        draft.voice = draft.after.voice
    elif not draft.voice_is_own and shares_voice(state, draft):
        draft.voice = draft.whole.voice
    elif not draft.voice_is_own:
        draft.voice = next(voice for rule in _RULES if (voice := rule(state, draft)))


def voice_of_whole(state, draft):
    """Who told the count whose parts a sentence tells: «7,900 are covered, he said. Of them, as expected, …»."""
    n = draft.sentence
    wholes = [other.whole for other in state.drafts.of_sentence(n) if other.whole]
    if not wholes and any(hit.first == state.text.sentences[n][0] for hit in state.text.hits[n].of("anaphora")):
        wholes = state.drafts.of_sentence(n - 1)
    told = [whole for whole in wholes if whole.sentence < n and shares_voice_of(state, draft, whole)]
    return told[0].voice if told else None


def goes_on(draft):
    """Whether a number goes on from the count before it, and is not somebody else's tally of the same people."""
    again = (
        draft.rule.endswith((".same", ".held")) and draft.when and draft.kind in ACTS
    )  # «a month earlier it was six»
    return draft.after not in (None, draft.whole) and not is_named_by_others(draft) and not again


def shares_voice(state, draft):
    """Whether a part goes on from a whole that somebody counts: «1,800 were charged, it said. 700 of them …»."""
    whole = draft.whole
    if whole is None or draft.kind == "political_prisoners" or is_named_by_others(draft):
        return False
    if draft.when and draft.when in state.whens[draft.sentence] and state.text.hits[draft.sentence].of("background"):
        return False  # «Earlier, in June, 14 were taken to the border»
    return shares_voice_of(state, draft, whole)


def shares_voice_of(state, draft, whole):
    """Whether somebody counts a whole in the paragraph of a draft."""
    told = whole.voice_is_own and whole.voice.source_class not in ("unknown", "media")
    return told and state.same_paragraph(whole.sentence, draft.sentence)


def voice_of_nobody(state, draft):
    """Without any attribution an act is the outlet's, a plan or a stock nobody's; a state agency says all itself."""
    planned = draft.status == "planned" and draft.value is not None
    if state.outlet_class != "media":
        return Voice(0, 0, state.outlet_class, state.outlet_name)
    if planned:
        return _UNKNOWN
    return _UNKNOWN if draft.stock else _MEDIA


def is_told_of_past(state, draft):
    """Whether an outlet recalls what officials did some time ago: «In January the regime pardoned 5,800».

    A rights group tells itself what courts and services do, unless they carry out an amnesty, which only they count.
    """
    if draft.voice.source_class != "official":
        return False
    if state.outlet_class in ("human_rights", "igo"):
        return not state.around.has_amnesty or draft.rule.endswith(RECOGNISED)
    own = draft.when is not None and draft.when in state.whens[draft.sentence]
    return own and draft.kind in EVENT_KINDS and not is_news(state, draft, _WEEK)


_RULES = (  # whose a count is that its sentence names nobody for: the first that knows
    voice_of_speech,
    voice_of_retelling,
    voice_of_process,
    voice_of_count,
    voice_of_decree,
    voice_of_context,
    voice_of_act,
    voice_of_next,
    voice_of_list,
    voice_of_nobody,
)
