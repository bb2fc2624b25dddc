"""Which date expression of a sentence a count goes with: the nearest one that dates nothing else."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.distance import measure_distance
from clemency.claims.dates.process import ROUTINE

_PARTED, _PAIRED = 6, 12  # words that a date counts as farther from a count, if it may be, or is, another's
_RANKED = 9  # words between «the most sweeping act of mercy» and what it is compared with
_ENDING = 3  # letters that an ordinal may end in, behind its stem


def nearest(state, span, at, whens, reach, spoken=6):
    """The date expression nearest to a count or to its trigger; one inside an attribution counts as farther."""
    if not whens:
        return None
    rows, n = [], len(state.voices) - 1
    others = [draft for draft in state.drafts.of_sentence(n) if draft.span != span and draft.value is not None]
    for when in whens:
        place = (when.first, when.last)
        told = any(is_spoken(when, voice) or lies_in_attribution(when, voice) for voice in state.voices[-1])
        own = when.role == "since" and counts_since(state, span, place)
        if is_compared(state, span, place) or (belongs_to_past(state, span, at, place) and not (told or own)):
            continue
        if when.role == "span" and len(when.date or "") == 4 and follows_ordinal(state, place):
            continue
        if stands_in_relative(state, span, at, place, when.date):
            continue
        if when.date and is_unreal(state, span, place):
            continue
        if span[1] <= place[0] and not told and _is_of_next_clause(state.words, span, place, others):
            continue
        distance = min(measure_distance(state.words, span, place), measure_distance(state.words, at, place))
        cost = sum(spoken for voice in state.voices[-1] if is_spoken(when, voice))
        cost += sum(2 * spoken for voice in state.voices[-1] if lies_in_attribution(when, voice))
        parted = opens_next(state.words, span, place, others) or any(
            lies_between(other.span, span, place) or closes_before(state.words, other.span, span, place)
            for other in others
        )
        paired = any(is_paired(state.words, other.span, place) for other in others)
        rows.append((distance + cost + (_PAIRED if paired else _PARTED if parted else 0), when.first, when))
    best = min(rows, key=lambda row: row[:2], default=None)
    return best[2] if best and best[0] <= reach else None


def stands_in_relative(state, span, at, place, date):
    """Whether a date stands in a relative clause of another noun: «Under X, who took office in July, 61 were freed».

    «Ten came home, some of whom had been locked up since 2017»: that of some of them may open a period, without a date,
    and may end its sentence.
    """
    words, relatives = state.words, state.text.language.words["relatives"]
    first, last = state.text.sentences[state.text.sentence_at(place[0])]
    opens = next((i for i in range(place[0] - 1, first, -1) if words[i] == ","), None)
    if opens is None:
        return False
    of_some = words[opens + 2] in words.language.words["prepositions"] and words[opens + 3] in relatives
    if not of_some and not (date and words[opens + 1] in relatives):
        return False
    closes = next((i for i in range(place[1], last) if words[i] == ","), None)
    inside = [part for part in (span, at) if opens < part[0] and (closes is None or part[0] < closes)]
    return (of_some or closes is not None) and not inside


def is_unreal(state, span, place):
    """Whether a date after a count is of what would have been: «found only two, who would have left in May anyway»."""
    words, hits = state.words, state.text.hits[state.text.sentence_at(place[0])]
    unreal = [hit.last for hit in hits.of("status") if hit.entry.value == "hypothetical" and span[1] <= hit.first]
    return any(0 <= place[0] - last <= 3 and "," not in words[last : place[0]] for last in unreal)


def follows_ordinal(state, place, first=0):
    """Whether a year only says since when acts are counted: «the first decree of 2026»."""
    stems = state.text.language.ordinals
    first = max(first, place[0] - 4, state.text.sentences[state.text.sentence_at(place[0])][0])
    language = state.text.language
    words = [word for word in state.words[first : place[0]] if _is_ordinal(word, stems)]
    return any(word not in language.weekdays and word not in language.number_words for word in words)


def tells_place(state, when):
    """Whether a period only says since when acts are counted: «the decree, the seventh since July, covers 32»."""
    first = max(when.first - 4, state.text.sentences[state.text.sentence_at(when.first)][0])
    breaks = [i for i in range(first, when.first) if state.words[i] in (",", ";", ":", "—")]
    if when.role != "since":
        return False
    place = (when.first, when.last)
    return follows_ordinal(state, place, breaks[-1] if breaks else first) or _follows_superlative(state, when.first)


def _follows_superlative(state, at):
    """Whether a word such as «largest» stands before «since» in its clause: «the largest swap of spies since 1985»."""
    language = state.text.language
    ranked, stems, of = language.words["superlatives"], language.superlatives, language.rules["dates"]["of"]
    for i in range(at - 1, max(at - _RANKED, state.text.sentences[state.text.sentence_at(at)][0]) - 1, -1):
        word = state.words[i]
        if word in (",", ";", ":", "—"):
            return False
        if (word in ranked and state.words[i + 1] not in of) or word.startswith(stems):
            return True
    return False


def _is_ordinal(word, stems):
    """Whether a word is a stem with no more than an ending: «десятый», not «десятилетие»."""
    return any(word.startswith(stem) and len(word) - len(stem) <= _ENDING for stem in stems)


def opens_next(words, span, place, others):
    """Whether a date after a count, behind a comma, opens what is told of a further one: «502 in May, in June, 201»."""
    near, joins = words[max(span[1], place[0] - 3) : place[0]], words.language.words["conjunctions"]
    joined = near[:1] == [","] and near[1:2] and near[1] in joins  # «14 in June, and in July 16»
    if not span[1] < place[0] or not ("," in near[-2:] or joined):
        return False
    return any(other.first >= place[1] for other in others) and not any(
        span[1] <= other.first < place[0] for other in others
    )


def lies_between(count, span, place):
    """Whether another count stands between a count and a date, which is then rather the date of that one."""
    return span[1] <= count[0] < place[0] or place[1] <= count[0] < span[0]


def closes_before(words, count, span, place):
    """Whether a date closes what is told of the count before: «222 to Washington in May, then 12 to Rome in June»."""
    between = count[1] <= place[0] and place[1] <= span[0] and "," in words[place[1] : span[0]]
    return between and not parts_clauses(words, count, place)


def is_paired(words, count, place):
    """Whether a date stands right beside a count, as in a series: «20 — in October», «January — 24»."""
    if count[1] <= place[0] <= count[1] + 2:
        return "," not in words[count[1] : place[0]]
    return place[1] == count[0] - 1 and words[place[1]] == "—"


def is_spoken(when, voice):
    """Whether a date is that of an attribution: «the office said on Monday», «on Tuesday the president announced»."""
    if voice.last <= when.first:
        return voice.first <= when.first + 1 and when.first - voice.last <= 2
    if voice.first < when.first and when.last == voice.last - 1:
        return not (voice.follows or voice.is_agent)  # «experts today welcomed the release»
    return not voice.follows and 0 <= voice.first - when.last <= 4


def lies_in_attribution(when, voice):
    """Whether a date stands between a verb of saying and whoever says it: «…, reported last week the ministry»."""
    return voice.follows and voice.first < when.first and when.last <= voice.last


def is_in_clause_of(words, when, draft, others):
    """Whether a date stands in another clause, which has a count of its own: «1,220 are held, and in May 26 came»."""
    place = (when.first, when.last)
    if not parts_clauses(words, draft.span, place):
        return False
    return any(other.value is not None and not parts_clauses(words, other.span, place) for other in others)


def _is_of_next_clause(words, span, place, others):
    """Whether a date behind a count is of a further clause with one: «two cover 38, while last year's covered 9»."""
    return parts_clauses(words, span, place) and not all(parts_clauses(words, other.span, place) for other in others)


def parts_clauses(words, one, two):
    """Whether a semicolon, or a comma before a conjunction, stands between two places."""
    first, last = (one[1], two[0]) if one[1] <= two[0] else (two[1], one[0])
    joins = words.language.words["conjunctions"]
    return any(words[i] == ";" or (words[i] == "," and words[i + 1] in joins) for i in range(first, last))


def is_compared(state, span, place):
    """Whether a date after a count is that of what it is compared with: «40 were added, 11 fewer than in January»."""
    hits = state.text.hits[state.text.sentence_at(place[0])]
    return any(span[1] <= hit.first and 0 <= place[0] - hit.last <= 3 for hit in hits.of("compared"))


def belongs_to_past(state, span, at, place):
    """Whether a date after an act dates what the people were convicted of: «pardoned 11, jailed over 19 May»."""
    n = state.text.sentence_at(place[0])
    drafts = state.drafts.of_sentence(n)
    triggers = [draft.trigger for draft in drafts if draft.trigger]
    acts = [draft for draft in drafts if draft.span == span and draft.kind in EVENT_KINDS]
    if acts and place[0] >= span[1] and is_of_people(state, span, place, triggers):
        return True
    return place[0] >= at[1] and any(
        hit.entry.kind in ("convicted", "detained") and at[1] <= hit.first and hit.last <= place[0]
        for hit in state.text.hits[n].of("kind")
        if not span[0] <= hit.first < span[1]  # «seven convicted activists» are described, not dated
        and not any(trigger is hit for trigger in triggers)
    )


def counts_since(state, span, place):
    """Whether people are counted by when they came to prison: «63 people jailed since 2022», but no act of freeing."""
    n = state.text.sentence_at(place[0])
    routine = [draft for draft in state.drafts.of_sentence(n) if draft.span == span and draft.kind in ROUTINE]
    if not routine or place[0] < span[1] or "," in state.words[span[1] : place[0]]:
        return False
    return any(span[0] <= hit.first and hit.last <= place[0] for hit in state.text.hits[n].of("described"))


def is_of_people(state, span, place, triggers):
    """Whether a date tells after what the people of an act came to prison: «freed 30 people held after the vote»."""
    words, after = state.words, state.text.language.rules["dates"]["after_event"]
    hits = state.text.hits[state.text.sentence_at(place[0])]
    since = place[0] if any(hit.first == place[0] for hit in hits.of("since")) else None  # «held since 2020»
    led = next((i for i in range(place[0], place[0] - 3, -1) if words[i] in after), since)
    described = hits.of("described") if led else ()
    return any(
        span[0] <= hit.first and 0 <= led - hit.last <= 5 and "," not in words[hit.last : led]
        for hit in described
        if not any(trigger.first < hit.last and hit.first < trigger.last for trigger in triggers)
    )
