"""Which of a sentence's acts a number counts: the nearest, without those told of other numbers, times or people."""

import bisect

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.distance import measure_apart, measure_distance
from clemency.lexicon import NUMBER

_CROSSING = 4  # what it costs an act that another count stands between
_STATES = (".prosecuted", ".trial", ".recognised", ".recognised.words")  # rules that tell who people are, too
ACCUSED = ".accused"  # the rule for nouns such as «suspects», which count where nothing else does
_BESIDE_VERB = 3  # what it costs an act that only words which describe people part it from them
_DESCRIPTION = 24  # words that may tell who people are before what became of them
_OWN_VERB = 4  # what it costs an act that a count behind it has a verb of its own
PARTS = frozenset(",.;:—()")
_STOPS = '.,;:!?()"—'
ENDS_PART = frozenset(",;:—)")
_REFUSAL = 4  # words of «отказали им в помиловании», in which the act is what was not done
_REACH = 14  # the most that may lie between a number and the words that say what it counts


def list_acts(number, words, span, hits):
    """The acts of a sentence without those that are told of another count, of a time or of nobody counted."""
    said, acts = _find_new_verb(number, words, hits), hits.of("kind")
    refused = [hit for hit in acts if hit.entry.rule.endswith(".refused") and hit.last - hit.first <= _REFUSAL]
    return [
        hit
        for hit in acts
        if not (
            (said and hit.last < said)
            or (refused and _is_refused(hit, refused, words))
            or _heads_row(hit, number, words)
            or _is_of_speaker(hit, span, words)
            or _names_time(hit, number, words)
            or _names_others(hit, number, words, hits)
            or _is_counted(hit, number, words)
        )
    ]


def _is_refused(act, refused, words):
    """Whether a noun inside a refusal names an act that was not done: «отказали в помиловании 31 осужденному»."""
    inside = any(one.first < act.first and act.last <= one.last for one in refused)
    return inside and words[act.last - 1].endswith(tuple(words.language.words["noun_endings"]))


def find_act_of_those(span, words, hits):
    """The act of «212 political prisoners could be found among those who came out», or None."""
    acts = [hit for hit in hits.of("kind") if hit.entry.kind in EVENT_KINDS and hit.first >= span[1]]
    for lead in hits.of_any("among", "inclusion", "anaphora") if acts else ():
        gap = words[span[1] : lead.first]
        if lead.first > span[1] and ENDS_PART.isdisjoint(gap) and len(gap) <= _REACH:
            told = next((act for act in acts if lead.first < act.first <= lead.last + 1), None)
            if told:
                return told
    return None


def choose_act(number, words, span, hits, named):
    """The act that is nearest to a count, and those it was chosen from: what only describes people comes last."""
    held, states = hits.of("held"), hits.of_any("held", "stock")
    triggers = [hit for hit in named if not _describes(hit, span, words, held)]
    if span[1] > max(number.noun, number.last):
        triggers = _drop_population(triggers, span, words)
    triggers = _drop_names(triggers, span)
    triggers = _drop_circumstances(triggers, span, words, states)
    best = _find_best(number, words, span, triggers, states)
    if not held and len(triggers) < len(named) and (best is None or _cross_rivals(span, best[2], number.rivals)):
        triggers = named  # «170 people convicted in July», with nothing else said of them
        best = _find_best(number, words, span, triggers, states)
    return best, triggers


def _drop_population(triggers, span, words):
    """Acts without the one that says of whom some are counted: «fourteen of those let out are back in detention»."""
    named = next((hit for hit in triggers if hit.first == span[1]), None)
    small = words.language.words["auxiliaries"]
    told = named and any(
        named.last <= hit.first <= named.last + 5
        and not small.isdisjoint(gap := words[named.last : hit.first])
        and not ENDS_PART.intersection(gap)  # «1,404 of them freed, the rest had their terms cut»
        for hit in triggers
    )
    return [hit for hit in triggers if hit.first != span[1]] if told else triggers


def _drop_names(triggers, span):
    """The acts without those that only name the people counted: «five of the pardoned were detained again»."""
    named = [hit for hit in triggers if span[0] < hit.first and hit.last <= span[1]]
    if not named:
        return triggers
    told = (hit for hit in triggers if span[1] <= hit.first <= span[1] + _REACH)
    again = any(hit.entry.kind in ("convicted", "detained") for hit in told)
    return [hit for hit in triggers if hit not in named] if again else triggers


def _drop_circumstances(triggers, span, words, states):
    """The acts without those that only describe people of whom more is told: «men held in raids have been freed»."""
    if len(triggers) < 2 or not span[1] < len(words) or words[span[1]] in PARTS:
        return triggers
    own = next((hit for hit in triggers if _is_told_behind(hit, span, words, states)), None)
    if own is None:
        return triggers
    return [hit for hit in triggers if not span[1] <= hit.first < own.first or hit.entry.kind in EVENT_KINDS]


def _is_told_behind(hit, span, words, states):
    """Whether an act is told, by a verb, of people whom the words between describe, with no pause."""
    gap, small = words[span[1] : hit.first], words.language.words
    if not 0 < len(gap) <= _DESCRIPTION or not _opens_description(span[1], gap[0], small, states):
        return False
    told = any(word in small["auxiliaries"] for word in (*gap[-2:], words[hit.first]))
    numbers = words.language.number_words
    return told and PARTS.isdisjoint(gap) and not any(word[0].isdecimal() or word in numbers for word in gap)


def _find_best(number, words, span, triggers, states):
    """The act that is nearest to a count, as (cost, its first word, the hit), or None beyond the reach."""
    best, least = None, None
    for hit in triggers:
        if (
            _opens_next(words, span, hit, number.rivals)
            or tells_of_part(words, span, hit, number.parts)
            or _tells_of_rest(words, span, hit)
            or _is_of_rival(words, span, hit, number.rivals)
        ):
            continue
        cost = _cost_of_trigger(words, span, hit, states)
        rank = cost + _cross_rivals(span, hit, number.rivals), hit.first
        if cost <= _REACH and (best is None or rank < least):
            best, least = (cost, hit.first, hit), rank
    return best


def _describes(hit, span, words, held):
    """Whether «convicted» or «detained» only describes those counted: «25 people convicted of extremism»."""
    if hit.entry.kind not in ("convicted", "detained") and not hit.entry.rule.endswith(_STATES):
        return False
    if hit.entry.rule.endswith((".cases", ".acts")):
        return False  # «119 cases of detention», «300 arrests»
    gap, small = words[span[1] : hit.first], words.language.words
    if not gap and words[hit.first] in small["finite"]:
        return False  # «22 face charges of aiding extremism»
    if not gap and words[hit.last - 1].endswith(tuple(small["noun_endings"])):
        return False  # «128 задержаний и 14 обысков» counts the acts themselves
    clause = gap[gap[:1] == [","] :]
    if span[0] < hit.first and hit.last <= span[1]:
        return True  # «two convicted fraudsters had slipped in among the pardoned»
    if clause[:1] and clause[0] in small["relatives"] and len(clause) <= 4:
        return True  # «32 people who were sentenced for extremism have been pardoned»
    if any(state.first < hit.first and hit.last <= state.last for state in held):
        return True  # «still detained» is how they are, not what was done
    near = 0 <= len(gap) <= 1 or small["participle_joins"].issuperset(gap)  # «charged with or convicted of treason»
    follows = near and span[1] <= hit.first and words[hit.first - 1] not in small["auxiliaries"]
    if words[hit.last - 1].endswith(tuple(small["verb_endings"])):
        return False  # «трох чалавек затрымалі на мяжы» tells an act
    return follows and hit.last < len(words) and words[hit.last] not in _STOPS


def _cost_of_trigger(words, span, hit, states):
    gap = words[hit.last : span[0]]
    if gap[:1] == ["—"] and words.language.words["with_part"].issuperset(gap[1:]):
        return 0  # «127 freed, on parole — 54», «станоўчы вынік — у 6940»
    distance = measure_apart(words, span, hit)
    gap = words[span[1] : hit.first]
    if gap == ["—"] and words[hit.last - 1].endswith(tuple(words.language.words["verb_endings"])):
        distance = 0  # «признали 40 человек, а 116 — осудили»
    if len(gap) > 2 and gap[0] in words.language.words["relatives"] and gap[1] == "," and "," in gap[2:]:
        distance = min(distance, len(gap) - gap.index(",", 2))  # «16 people who, as it announced, were pardoned»
    small = words.language.words
    told = hit.first > span[1] and not small["auxiliaries"].isdisjoint(words[hit.first - 2 : hit.first])
    behind = words[hit.last : hit.last + 1] if hit.first > span[1] else ()
    told = told or not small["them"].isdisjoint(behind)  # «… left after the king pardoned them»
    if told and gap and len(gap) <= _DESCRIPTION and _opens_description(span[1], gap[0], small, states):
        # «13,200 people charged with treason, terrorism and the like have been freed»
        distance = min(distance, 8 if "," in gap else _BESIDE_VERB)
    gap = words[hit.last : span[0]]
    if gap and opens_clause(words, span, gap):
        distance += _OWN_VERB
    if gap == list(gap)[-1:] and gap and gap[0] in small["and"]:
        distance += 1  # «have their sentences cut and 2,000 will be set free»: what joins opens another statement
    if gap[-1:] == [","] and gap.count(",") == 2 and ":" not in gap:  # «detained were, by its count, 214»
        distance = min(distance, gap.index(","))
    weight = -0.5 if ".mechanism." in hit.entry.rule else hit.entry.weight
    holds = hit.first == span[0] and span[1] < hit.last  # «207 detentions and 44 criminal convictions»
    return distance + (min(weight, 1) if holds else weight)


def opens_clause(words, span, gap):
    """Whether a count behind a gap is the subject of its own verb: «… were arrested, and 43 people were tried»."""
    small = words.language.words
    if not words[span[1] : span[1] + 1] or words[span[1]] not in small["past_auxiliaries"]:
        return False
    return not (small["conjunctions"] | small["and"] | small["that"]).isdisjoint(gap[-2:])


def _opens_description(end, word, small, states):
    """Whether what follows a count only says who they are: «people held in penal colonies … were brought out»."""
    return word in small["relatives"] or word in small["participle_joins"] or any(hit.first == end for hit in states)


def _heads_row(hit, number, words):
    """Whether an act heads the row of another number: «… — 27, pardoned — 31»."""
    place = bisect.bisect_left(number.rivals, hit.last + 1)
    rows = hit.last < len(words) and words[hit.last] == "—" and place < len(number.rivals)
    return rows and number.rivals[place] == hit.last + 1 != number.opens


def _names_others(hit, number, words, hits):
    """Whether an act is a noun that others than those counted follow: «27 министров обсуждали освобождение узников».

    Whoever is counted as «people», or as held or freed, may still be whom it touches.
    """
    endings = tuple(words.language.words["noun_endings"])
    if not (endings and words[hit.last - 1].endswith(endings)) or not (
        number.has_noun or _counts_things(number, words)
    ):
        return False
    near = [noun for noun in hits.of("persons") if 0 <= noun.first - hit.last <= 1]
    if not near or number.opens < near[0].last and hit.first < number.noun:
        return False
    gap = words[near[0].last : number.opens]
    if not PARTS.isdisjoint(gap) or not words.language.words["anybody"].isdisjoint(words[number.last : number.noun]):
        return False
    return not any(number.last <= one.first < number.noun for one in hits.of_any("held_persons", "labels", "kind"))


def _is_counted(hit, number, words):
    """Whether an act is a noun that another number counts: «161 задержание и 104 осужденных», «161 arrests»."""
    at = hit.first - 1
    if number.anaphora or number.first <= at < number.last or not words.marks[at] & NUMBER:
        return False
    endings = tuple(words.language.words["noun_endings"])
    return hit.entry.rule.endswith((".acts", ".cases")) or words[hit.last - 1].endswith(endings)


def _counts_things(number, words):
    """Whether a word follows a number that is no word which may follow one alone: «27 министров»."""
    word = words[number.last] if number.last < len(words) else "."
    return word.isalpha() and word not in words.language.words["after_bare"]


def _find_new_verb(number, words, hits):
    """Where «and» joins a verb of saying right before a count: «it noted the releases and speaks of 1,110», or None."""
    small = words.language.words
    if number.has_noun:
        return None
    verbs = (hit for hit in hits.of_any("verbs", "bare") if 0 <= number.opens - hit.last <= 1)
    return next((hit.first for hit in verbs if words[hit.first - 1] in small["and"]), None)


def _names_time(hit, number, words):
    """Whether an act only says when: «its count before the release stood at 1,227»; one «of» people is theirs."""
    small, at = words.language.words, hit.first - 1
    beside = hit.first < number.last and number.opens <= hit.last
    if hit.last >= len(words) or words[hit.last] in small["one_of"] or beside:
        return False
    told = words[at] in small["one_time"]
    at -= told
    return at >= 0 and (words[at] in small["time_of"] or (told and words[at] in small["time_of_one"]))


def _is_of_speaker(hit, span, words):
    """Whether somebody tells of himself, in a clause before the count: «when I arrived, there were 90 women»."""
    if hit.last >= span[0] or words.language.words["speaker"].isdisjoint(words[max(0, hit.first - 2) : hit.first]):
        return False
    return "," in words[hit.last : span[0]]


def _opens_next(words, span, hit, rivals):
    """Whether an act opens the next statement: «in his unit are 70, and freed were only two», «1,253; freed 18»."""
    place, small = bisect.bisect_left(rivals, hit.last), words.language.words
    if hit.first < span[0] and span[1] < hit.last and not small["relatives"].isdisjoint(words[span[1] : hit.last]):
        return True  # «the list has 1,017 names, of which 48 were added»
    if hit.first < span[1] or place == len(rivals) or rivals[place] - hit.last > 2:
        return False
    parts = small["next_statement"] | {","} if ".mechanism." in hit.entry.rule else small["next_statement"]
    return not parts.isdisjoint(words[span[1] : hit.first])  # «314 got parole, by pardon 228 walked out»


def tells_of_part(words, span, hit, parts):
    """Whether an act is told only of a part of those counted: «8,000 people, of whom 2,000 will be set free»."""
    return len(parts) > 0 and any(
        span[1] <= part.opens and part.last <= hit.first and not ENDS_PART.intersection(words[part.last : hit.first])
        for part in parts
    )


def _tells_of_rest(words, span, hit):
    """Whether an act is told only of those left over: «7,212 were amnestied, 1,404 of them freed, the rest kept in»."""
    gap, rest = words[span[1] : hit.first], words.language.words["rest"]
    if rest.isdisjoint(gap):
        return False
    opens = max((i for i, word in enumerate(gap) if word in PARTS), default=len(gap))
    return not rest.isdisjoint(gap[opens + 1 :][:3])


def _is_of_rival(words, span, hit, rivals):
    """Whether an act holds another number than the one it is weighed for: «update 2: Minsk turns 27 people over».

    Of two that it holds, the last one is told: «на списке 1454 человека, еще 22 добавили за неделю».
    """
    first, last = bisect.bisect_left(rivals, hit.first + 1), bisect.bisect_left(rivals, hit.last)
    if not first < last or not hit.first <= span[0] < hit.last:
        return first < last
    return span[1] <= rivals[last - 1] and "," in words[span[1] : rivals[last - 1]]


def _cross_rivals(span, hit, rivals):
    """What it costs an act that another number stands between it and a count: it is rather that number's act."""
    return _CROSSING if holds_rival(span, hit, rivals) else 0


def is_beyond_rival(number, hit):
    """Whether another count stands between a number and an act."""
    return holds_rival((number.opens, max(number.noun, number.last)), hit, number.rivals)


def holds_rival(span, hit, rivals):
    """Whether another count, one of those that open at `rivals`, stands between a count and an act."""
    if hit.first < span[0] and span[1] <= hit.last:  # «sentences of 119 were quashed and 28 had theirs reduced»
        low, high = span[1], hit.last
    else:
        low, high = (span[1], hit.first) if span[1] <= hit.first else (hit.last, span[0])
    return bisect.bisect_left(rivals, high) > bisect.bisect_left(rivals, low)


def find_description(named, triggers, span):
    """What became of people of whom an act is denied: «none of the 65 arrested at a meeting had been let out»."""
    return next((hit for hit in named if hit not in triggers and 0 <= hit.first - span[1] <= 1), None)


def find_mechanism(best, triggers, span, words):
    """The mechanism named in the clause of a release: «left prison by presidential pardon» is a pardon."""
    if best.entry.kind != "release":
        return None
    for hit in triggers:
        lo, hi = (hit.last, span[0]) if hit.last <= span[0] else (span[1], hit.first)
        if (
            ".mechanism." in hit.entry.rule
            and not (best.last <= hit.first and "," in words[max(span[1], best.last) : hit.first])
            and words.language.words["conjunctions"].isdisjoint(words[lo:hi])
            and measure_distance(words, span, (hit.first, hit.last)) <= _REACH
        ):
            return hit
    return None
