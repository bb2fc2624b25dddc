"""Who: credit a claim to whoever states it, or to the outlet where nobody is named."""

import bisect

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.distance import measure_distance
from clemency.claims.counts.reading import is_political
from clemency.claims.dates.news import is_opening
from clemency.claims.dates.process import RECOGNISED, is_of_cascade
from clemency.claims.voices.choose import choose_voice
from clemency.claims.voices.named import find_agent
from clemency.claims.voices.speech import voice_of_speech
from clemency.claims.voices.voice import Voice
from clemency.documents.edtf import read_bounds

_OFFICIAL = Voice(0, 0, "official", "")
_MEDIA = Voice(0, 0, "media", "")
_ACTS = ("pardon", "amnesty", "commutation")  # which are a state's own
_COUNTED_BY_OTHERS = ("political_prisoners", "convicted", "detained")  # no state counts whom it persecutes
_OTHER_SIDES = ("opposition", "foreign_government")  # they tell themselves what officials did
_NEXT = 20  # sentences back to who told the counts that others go on from
_PROCESS = 8  # sentences back to the first count of an amnesty that is carried out
_DEATHS = (".died", ".died.words")  # in custody
_WEEK, _MONTH = 5, 31  # days; the former of work
_LEADS = 2  # paragraphs that one sentence leads up to
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


def points_back(state, n, draft):
    """Whether sentence n says who told a count of the one before, not only one of its own: «The ministry said so»."""
    hits, first = state.text.hits[n], state.text.sentences[n][0]
    counts = any(other.value is not None for other in state.drafts.of_sentence(n))
    if any(hit.first <= first + 1 or not counts for hit in hits.of("of_it")):
        return True
    return bool(hits.of("of_act")) and draft.kind in EVENT_KINDS


def is_hedged(state, draft):
    """Whether nobody is named to state a count but «it is expected»."""
    hedges = state.text.hits[draft.sentence].of("unknown") if draft.voice.source_class == "unknown" else ()
    return any(hit.first <= draft.voice.first < hit.last for hit in hedges)


def says_more_of(state, n, draft, voice):
    """Whether officials go on to speak of the same count: «He pardoned 20. The office said that 11 of the 20 …»."""
    first, last = state.text.sentences[n]
    number = set(state.words[draft.first : draft.last]) & {word for word in state.words[first:last] if word.isdecimal()}
    return voice.source_class == "official" and draft.kind in _ACTS and bool(number)


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
        draft.voice = (
            voice_of_speech(state, draft)
            or voice_of_retelling(state, draft)
            or voice_of_process(state, draft)
            or voice_of_count(state, draft)
            or voice_of_decree(state, draft)
            or voice_of_context(state, draft)
            or voice_of_act(state, draft)
            or voice_of_next(state, draft)
            or voice_of_list(state, draft)
            or voice_of_nobody(state, draft)
        )


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
        draft.rule.endswith((".same", ".held")) and draft.when and draft.kind in _ACTS
    )  # «a month earlier it was six»
    return draft.after not in (None, draft.whole) and not is_named_by_others(draft) and not again


def is_named_by_others(draft):
    """Whether a count is of those whom others than its first source know by name: «reporters identified nine»."""
    return draft.rule.endswith(".identified")


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
    sentences = state.document.sentences
    told = whole.voice_is_own and whole.voice.source_class not in ("unknown", "media")
    return told and sentences[whole.sentence].paragraph == sentences[draft.sentence].paragraph


def voice_of_process(state, draft):
    """What an amnesty has brought is counted by whoever gave its first count, until somebody else speaks."""
    if draft.value is None or draft.status == "planned" or draft.headline or is_history(state, draft):
        return None
    step, heard = is_of_cascade(draft) or draft.kind == "release", set()
    for n in range(draft.sentence, max(-1, draft.sentence - _PROCESS), -1):
        if (step or state.text.hits[n].of("reports")) and (voice := voice_of_lead(state, n, draft)):
            return voice if heard <= {voice.source_class} else None
        if not step:
            heard |= {voice.source_class for voice in state.voices[n]} - {"unknown", "media"}
            continue
        for other in state.drafts.of_sentence(n):
            told = other is not draft and other.value is not None and other.voice_is_own and not other.headline
            if told and same_section(state, n, draft.sentence) and is_step_after(state, other, draft):
                return other.voice if heard <= {other.voice.source_class} else None
        heard |= {voice.source_class for voice in state.voices[n]} - {"unknown", "media"}
    return None


def is_step_after(state, other, draft):
    """Whether a count is of the amnesty that another one is of: its extent, or a step told in the same paragraph."""
    if other.kind == "amnesty":
        return draft.kind != "release" or draft.date == other.date
    return is_of_cascade(other) and same_paragraph(state, other.sentence, draft.sentence)


def voice_of_retelling(state, draft):
    """Who published what an outlet says that it retells, until somebody else speaks: «Here are the main figures»."""
    first = next(iter(state.text.sentences_with("retells")), draft.sentence)
    if first >= draft.sentence or draft.value is None or draft.headline or state.outlet_class != "media":
        return None
    told = same_section(state, first, draft.sentence)
    of_report = told and any(state.text.hits[n].of("reports") for n in (first - 1, first) if n >= 0)
    return state.around.first_until(draft.sentence) if of_report else None


def voice_of_lead(state, n, draft):
    """Who tells, in a sentence without any count, how an amnesty goes on or what a report says: the counts follow.

    «The prosecutors took stock of the amnesty. From the colony 41 prisoners have gone home.»
    """
    sentences, hits = state.document.sentences, state.text.hits[n]
    near = n < draft.sentence and sentences[draft.sentence].paragraph - sentences[n].paragraph <= _LEADS
    if not near or not same_section(state, n, draft.sentence) or sentences[n].zone == "headline":
        return None
    amnesty = any(hit.entry.rule.endswith(".amnesty") for hit in hits.of("kind"))
    amnesty = amnesty and (draft.when is None or is_news(state, draft, _MONTH))
    if not (amnesty or hits.of("reports")) or any(d.value is not None for d in state.drafts.of_sentence(n)):
        return None
    told = [voice for voice in state.voices[n] if voice.source_class in ("official", "human_rights", "igo")]
    return told[-1] if told else None


def voice_of_act(state, draft):
    """What became of those whom officials said to be pardoned is told from what they said, until others speak.

    «The ministry announced pardons for 412 people. 286 of them have been freed.»
    """
    acts = (*_ACTS, "release")
    told = draft.kind in acts and draft.value is not None and not draft.when and not draft.headline
    if not told or is_named_by_others(draft) or state.text.hits[draft.sentence].of("background"):
        return None
    for n in range(draft.sentence, max(-1, draft.sentence - _PROCESS), -1):
        for other in state.drafts.of_sentence(n):
            whole = other.kind in acts and not other.headline and (other.value or 0) > draft.value
            said = other.voice_is_own and other.voice.source_class == "official" and other is not draft
            dated = draft.date is None or (other.date or "").rstrip("~") == draft.date.rstrip("~")
            if whole and said and dated and same_section(state, n, draft.sentence):
                return other.voice
        if any(voice.source_class not in ("unknown", "official") for voice in state.voices[n]):
            return None
    return None


def voice_of_next(state, draft):
    """What goes on, without a date of its own, from the counts of the sentences before is told by who told them.

    «The White House said that 24 were exchanged, 16 of them from Russia. The other eight were flown to Moscow.»
    """
    n, sentences = draft.sentence, state.document.sentences
    before = [other.value or 0 for other in state.drafts.of_sentence(n - 1)]
    here = [other.value or 0 for other in state.drafts.of_sentence(n)]
    splits = len(here) > 1 and sum(here) in before  # «23 were granted. 13 were pardoned in May, ten in June»
    if draft.value is None or (draft.when and not splits) or draft.stock or draft.headline or is_named_by_others(draft):
        return None
    sums_up = splits or (len(before) > 1 and sum(before) == draft.value)  # «in all, mercy was shown to 428»
    past = state.text.hits[n].of("background") and draft.status != "planned"
    if (past and not sums_up) or state.voices[n]:
        return None
    if splits:
        whole = next(other for other in state.drafts.of_sentence(n - 1) if other.value == sum(here))
        return whole.voice if whole.voice.source_class not in ("unknown", "media") else None
    for n in range(draft.sentence - 1, max(-1, draft.sentence - _NEXT), -1):
        if sentences[n].paragraph != sentences[draft.sentence].paragraph:
            return None
        told = [other.voice for other in state.drafts.of_sentence(n) if other.voice_is_own and other.value is not None]
        if told or any(voice.source_class != "unknown" for voice in state.voices[n]):
            return told[-1] if told and told[-1].source_class not in ("unknown", "media") else None
    return None


def voice_of_list(state, draft):
    """Whose list of prisoners it is, and who recognises them: the rights group that spoke last before.

    «Viasna spoke of 96 trials. On 1 January the list held 1,446 names; 714 were recognised within the year.»
    """
    if draft.headline or not draft.rule.endswith((".on-list", *RECOGNISED)):
        return None
    for n in range(draft.sentence - 1, max(-1, draft.sentence - _PROCESS), -1):
        for voice in reversed(state.voices[n]):
            if voice.source_class == "human_rights" and same_section(state, n, draft.sentence):
                return voice
    return None


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
        """The last voice of a sentence's paragraph up to the sentence itself, or None."""
        place = self._section_of[n], self._sentences[n].paragraph
        heard = self._paragraphs.get(place, ())
        before = bisect.bisect_right(heard, n, key=lambda row: row[0])
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


def voice_of_nobody(state, draft):
    """Without any attribution an act is the outlet's, a plan or a stock nobody's; a state agency says all itself."""
    planned = draft.status == "planned" and draft.value is not None
    if state.outlet_class != "media":
        return Voice(0, 0, state.outlet_class, state.outlet_name)
    if planned:
        return _UNKNOWN
    return _UNKNOWN if draft.stock else _MEDIA


def voice_after_lead(state, draft):
    """The official voice of one of the two sentences after an opening that reports a decree without a source.

    «He has pardoned 22 convicts. The decree was signed for humanity's sake, the press office wrote.»
    """
    if draft.kind not in ("pardon", "amnesty", "commutation") or draft.value is None or draft.status == "planned":
        return None
    sentences = state.document.sentences
    paragraph, opening = sentences[draft.sentence].paragraph, is_opening(state, draft.sentence)
    told = (other for other in state.drafts if other.value is not None and not other.headline)
    told = told if opening else (other for other in told if sentences[other.sentence].paragraph == paragraph)
    if not (draft.headline or draft is next(told, draft)) or not (opening or is_news(state, draft)):
        return None
    for n in range(draft.sentence + 1, min(draft.sentence + 3, len(state.voices))):
        about = state.text.hits[n].of_any("kind", "decree", "groups")
        if not opening and sentences[n].paragraph != paragraph:
            return None
        official = [voice for voice in state.voices[n] if voice.source_class == "official"]
        same = sentences[n].paragraph == paragraph and n == draft.sentence + 1 and not state.drafts.of_sentence(n)
        if (about or same) and official and same_section(state, n, draft.sentence):
            return official[0]
    return None


def voice_of_decree(state, draft):
    """Who told, just before, of a decree that no count is given for yet: the counts that follow are its.

    «He signed a decree on pardon. His press office reported this. The document pardons 462 people.»
    """
    n, sentences = draft.sentence, state.document.sentences
    if draft.kind not in _ACTS or draft.value is None or draft.headline or draft.status == "planned":
        return None
    if state.text.hits[n].of("background") or not is_news(state, draft):
        return None
    for m in range(n - 1, max(-1, n - 4), -1):
        told = [voice for voice in state.voices[m] if voice.source_class not in ("unknown", "media")]
        near = sentences[n].paragraph - sentences[m].paragraph <= 1 and sentences[m].zone == "body"
        if not near or any(other.value is not None for other in state.drafts.of_sentence(m)):
            return None
        if told:
            about = state.text.hits[m].of_any("of_it", "decree", "kind")
            return told[-1] if about and told[-1].source_class == "official" and same_section(state, m, n) else None
    return None


def is_history(state, draft, days=_MONTH):
    """Whether the sentence of an act dates it more than some days before the day that its section speaks from."""
    own = draft.when is not None and draft.when in state.whens[draft.sentence] and draft.when.role != "since"
    own = own or bool(draft.date and state.text.hits[draft.sentence].of("that_time"))  # «Then 2,000 were let go»
    day, bounds = state.find_reference(draft.sentence).day, read_bounds(draft.date) if draft.date else None
    return bool(own and day and bounds and bounds[1] and (day - bounds[1]).days > days)


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


def is_news(state, draft, days=3):
    """Whether an act is dated within some days of the day that its section speaks from."""
    day, bounds = state.find_reference(draft.sentence).day, read_bounds(draft.date) if draft.date else None
    return bool(day and bounds and bounds[0] and abs((bounds[0] - day).days) <= days)


def voice_before(state, draft):
    """The voice of the sentence just before in the paragraph, if that one states no count of its own.

    «The press service reported a new decree. On the list are 31 people.»
    """
    n, sentences = draft.sentence - 1, state.document.sentences
    if (
        n < 0
        or sentences[n].paragraph != sentences[draft.sentence].paragraph
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


def same_paragraph(state, n, other):
    """Whether two sentences stand in one paragraph."""
    return state.document.sentences[n].paragraph == state.document.sentences[other].paragraph


def same_section(state, n, other):
    """Whether no dateline parts two sentences."""
    return state.sections[n] == state.sections[other]
