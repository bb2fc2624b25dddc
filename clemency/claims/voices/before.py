"""Whose a count is by who told those before it: of the same amnesty, act, decree or list."""

from clemency.claims.dates.news import MONTH, is_history, is_news
from clemency.claims.dates.process import RECOGNISED, is_of_cascade
from clemency.claims.voices.around import ACTS, is_named_by_others

_NEXT = 20  # sentences back to who told the counts that others go on from
_MORE = 3  # words from where a sentence begins to a count that adds to the one before
_DAY = 10  # letters of a date that names a day
_DECREE = 4  # sentences back to who told of a decree
_PROCESS = 8  # sentences back to the first count of an amnesty that is carried out
_LEADS = 2  # paragraphs that one sentence leads up to


def voice_of_process(state, draft):
    """What an amnesty has brought is counted by whoever gave its first count, until somebody else speaks."""
    if draft.value is None or draft.status == "planned" or draft.headline or is_history(state, draft):
        return None
    step, heard = is_of_cascade(draft) or draft.kind == "release", set()
    for n in _back_from(draft.sentence, _PROCESS):
        if (step or state.text.hits[n].of("reports")) and (voice := voice_of_lead(state, n, draft)):
            return voice if heard <= {voice.source_class} else None
        if not step:
            heard |= {voice.source_class for voice in state.voices[n]} - {"unknown", "media"}
            continue
        for other in state.drafts.of_sentence(n):
            told = other is not draft and other.value is not None and other.voice_is_own and not other.headline
            if told and state.same_section(n, draft.sentence) and is_step_after(state, other, draft):
                return other.voice if heard <= {other.voice.source_class} else None
        heard |= {voice.source_class for voice in state.voices[n]} - {"unknown", "media"}
    return None


def is_step_after(state, other, draft):
    """Whether a count is of the amnesty that another one is of: its extent, or a step told in the same paragraph."""
    if other.kind == "amnesty":
        return draft.kind != "release" or draft.date == other.date
    return is_of_cascade(other) and state.same_paragraph(other.sentence, draft.sentence)


def voice_of_lead(state, n, draft):
    """Who tells, in a sentence without any count, how an amnesty goes on or what a report says: the counts follow.

    «The prosecutors took stock of the amnesty. From the colony 41 prisoners have gone home.»
    """
    sentences, hits = state.document.sentences, state.text.hits[n]
    near = n < draft.sentence and sentences[draft.sentence].paragraph - sentences[n].paragraph <= _LEADS
    if not near or not state.same_section(n, draft.sentence) or sentences[n].zone == "headline":
        return None
    amnesty = any(hit.entry.rule.endswith(".amnesty") for hit in hits.of("kind"))
    amnesty = amnesty and (draft.when is None or is_news(state, draft, MONTH))
    if not (amnesty or hits.of("reports")) or any(d.value is not None for d in state.drafts.of_sentence(n)):
        return None
    told = [voice for voice in state.voices[n] if voice.source_class in ("official", "human_rights", "igo")]
    return told[-1] if told else None


def voice_of_act(state, draft):
    """What became of those whom officials said to be pardoned is told from what they said, until others speak.

    «The ministry announced pardons for 412 people. 286 of them have been freed.»
    """
    acts = (*ACTS, "release")
    later = draft.kind == "release" and draft.date is not None  # «Seven will leave prison on 26 May»
    told = draft.kind in acts and draft.value is not None and (later or not draft.when) and not draft.headline
    if not told or is_named_by_others(draft) or state.text.hits[draft.sentence].of("background"):
        return None
    for n in _back_from(draft.sentence, _PROCESS):
        for other in state.drafts.of_sentence(n):
            whole = other.kind in acts and not other.headline and (other.value or 0) > draft.value
            said = other.voice_is_own and other.voice.source_class == "official" and other is not draft
            dated = draft.date is None or (other.date or "").rstrip("~") == draft.date.rstrip("~")
            dated = dated or (later and is_soon_after(other.date or "", draft.date))
            if whole and said and dated and state.same_section(n, draft.sentence):
                return other.voice
        if any(voice.source_class not in ("unknown", "official") for voice in state.voices[n]):
            return None
    return None


def is_soon_after(date, later):
    """Whether a day follows another one in its month or the next: both are given to the day."""
    return len(date) == len(later) == _DAY and date < later <= f"{date[:5]}{int(date[5:7]) + 1:02}{date[7:]}"


def voice_of_next(state, draft):
    """What goes on, without a date of its own, from the counts of the sentences before is told by who told them.

    «The White House said that 24 were exchanged, 16 of them from Russia. The other eight were flown to Moscow.»
    """
    n = draft.sentence
    before = [other.value or 0 for other in state.drafts.of_sentence(n - 1)]
    here = [other.value or 0 for other in state.drafts.of_sentence(n)]
    splits = len(here) > 1 and sum(here) in before  # «23 were granted. 13 were pardoned in May, ten in June»
    more = is_added(state, draft)
    if (
        draft.value is None
        or (draft.when and not (splits or more))
        or draft.stock
        or draft.headline
        or is_named_by_others(draft)
    ):
        return None
    sums_up = splits or (len(before) > 1 and sum(before) == draft.value)  # «in all, mercy was shown to 428»
    past = state.text.hits[n].of("background") and draft.status != "planned"
    if (past and not sums_up) or state.voices[n]:
        return None
    if splits:
        whole = next(other for other in state.drafts.of_sentence(n - 1) if other.value == sum(here))
        return whole.voice if whole.voice.source_class not in ("unknown", "media") else None
    for n in _back_from(draft.sentence, 2 if more and draft.when else _NEXT)[1:]:
        if not state.same_paragraph(n, draft.sentence):
            return None
        told = [other.voice for other in state.drafts.of_sentence(n) if other.voice_is_own and other.value is not None]
        if told or any(voice.source_class != "unknown" for voice in state.voices[n]):
            return told[-1] if told and told[-1].source_class not in ("unknown", "media") else None
    return None


def is_added(state, draft):
    """Whether a sentence opens with a further count: «Another 304 were pardoned in June»."""
    first = state.text.sentences[draft.sentence][0]
    more = state.text.language.words["more"]
    return draft.first <= first + _MORE and not more.isdisjoint(state.words[first : first + _MORE])


def voice_of_list(state, draft):
    """Whose list of prisoners it is, and who recognises them: the rights group that spoke last before.

    «Viasna spoke of 96 trials. On 1 January the list held 1,446 names; 714 were recognised within the year.»
    """
    if draft.headline or not draft.rule.endswith((".on-list", *RECOGNISED)):
        return None
    for n in _back_from(draft.sentence, _PROCESS)[1:]:
        for voice in reversed(state.voices[n]):
            if voice.source_class == "human_rights" and state.same_section(n, draft.sentence):
                return voice
    return None


def voice_of_decree(state, draft):
    """Who told, just before, of a decree that no count is given for yet: the counts that follow are its.

    «He signed a decree on pardon. His press office reported this. The document pardons 462 people.»
    """
    n, sentences = draft.sentence, state.document.sentences
    if draft.kind not in ACTS or draft.value is None or draft.headline or draft.status == "planned":
        return None
    if state.text.hits[n].of("background") or not is_news(state, draft):
        return None
    for m in _back_from(n, _DECREE)[1:]:
        told = [voice for voice in state.voices[m] if voice.source_class not in ("unknown", "media")]
        near = sentences[n].paragraph - sentences[m].paragraph <= 1 and sentences[m].zone == "body"
        if not near or any(other.value is not None for other in state.drafts.of_sentence(m)):
            return None
        if told:
            about = state.text.hits[m].of_any("of_it", "decree", "kind")
            return told[-1] if about and told[-1].source_class == "official" and state.same_section(m, n) else None
    return None


def _back_from(n, most):
    """The numbers of sentence n and those before it, the last one first, so many at most."""
    return range(n, max(-1, n - most), -1)
