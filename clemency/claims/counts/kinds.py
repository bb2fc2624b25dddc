"""What a number counts: the kind, status and measure that the words around it give."""

import bisect
import dataclasses

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.distance import measure_apart, measure_distance
from clemency.claims.counts.status import read_status

_CROSSING = 4  # what it costs an act that another count stands between
_BESIDE = 3  # what may lie between people held and what they are held for
_REASON = 8  # and between that and its reason, which follows in the clause
_STATES = (".prosecuted", ".trial", ".recognised", ".recognised.words")  # rules that tell who people are, too
ACCUSED = ".accused"  # the rule for nouns such as «suspects», which count where nothing else does
_PARTS = frozenset(",.;:—()")
_STOPS = '.,;:!?()"—'
_ENDS_PART = frozenset(",;:—)")
_REACH = 14  # the most that may lie between a number and the words that say what it counts


@dataclasses.dataclass(slots=True)
class Reading:
    """What was decided of one number."""

    kind: str
    rule: str
    status: str
    stock: bool
    cost: float
    trigger: object = None  # the Hit that decided, or None
    label: object = None  # the Hit of a label such as political prisoners
    series: bool = False  # goes on from a count before it, so that it needs no noun
    after: object = None  # the draft that it goes on from, if it has neither noun nor verb of its own


def is_political(label):
    """Whether a wording for imprisoned people, a hit of the section `labels`, names political prisoners."""
    return label.entry == "political_prisoners"


def read_kind(number, words, hits):
    """Decide what a number counts, or None if nothing near it says so."""
    span = (number.opens if number.subject is None else number.subject, _end_of_count(number, hits))
    label = _find_label(number, words, span, hits)
    named = _list_acts(number, words, span, hits)
    accused = [hit for hit in named if hit.entry.rule.endswith(ACCUSED)]
    named = [hit for hit in named if hit not in accused] if accused else named
    best, triggers = _choose_act(number, words, span, hits, named)
    if accused and best and _holds_rival(span, best[2], number.rivals):
        best = None  # «27 became suspects, two were let go»
    if number.subject is not None and _counts_held(number, hits):
        return Reading("other", "stock.held", "occurred", True, 0)
    if label and (told := _find_act_of_those(span, words, hits)):
        return _read_act((0, told.first, told), [], [told], (told.first, told.first), label, words, hits)
    stock = _nearest(words, span, hits.of("stock"), 14)
    if beside := _read_label_beside(number, words, span, hits, label):
        return beside
    if stock and span[1] < len(words) and words[span[1]] in words.language.words["relatives"]:
        stock = (stock[0] + 6, stock[1])  # «31 citizens who had been serving time were brought home»
    if label and best and _leaves_out_all(number, label, best[2], words):
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, 0, label=label[1])
    if label and stock and _is_stock(best, stock, words, span, hits):
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, stock[0], label=label[1])
    if best and _stay_behind(best[2], words, span, hits):
        best = None
    if best and not (stock and stock[0] < best[0] - 4 and best[2].entry.kind not in EVENT_KINDS):
        return _read_act(best, named, triggers, span, label, words, hits)
    one = number.in_words and number.value == 1 and (number.subject is None or (label and label[0]))
    if label and one and not (stock or hits.of("held")):
        return None  # «one political prisoner, Mikalai K., was taken to hospital»
    read = (_read_label(number, words, span, hits, label) if label else None) or _read_held(number, words, span, hits)
    return read or _read_accused(span, accused)


def _list_acts(number, words, span, hits):
    """The acts of a sentence without those that are told of another count, of a time or of nobody counted."""
    said = _find_new_verb(number, words, hits)
    return [
        hit
        for hit in hits.of("kind")
        if not (
            (said and hit.last < said)
            or _heads_row(hit, number, words)
            or _is_of_speaker(hit, span, words)
            or _names_time(hit, number, words)
            or _names_others(hit, number, words, hits)
        )
    ]


def _find_label(number, words, span, hits):
    """The nearest label of political prisoners, as (distance, hit), outside of names and questions, or None."""
    asked = [hit.last for hit in hits.of("how_many") if span[1] <= hit.first]
    labels = [hit for hit in hits.of("labels") if is_political(hit) and not _names(hit, span, words, hits)]
    # «300 reporters are in prison, 40 of them named political prisoners»
    labels = [hit for hit in labels if not _tells_of_part(words, span, hit, number.parts)]
    # «ask four people how many political prisoners there are»
    return _nearest(words, span, [hit for hit in labels if hit.first not in asked], 9)


def _find_act_of_those(span, words, hits):
    """The act of «212 political prisoners could be found among those who came out», or None."""
    acts = [hit for hit in hits.of("kind") if hit.entry.kind in EVENT_KINDS and hit.first >= span[1]]
    for lead in hits.of_any("among", "inclusion", "anaphora") if acts else ():
        gap = words[span[1] : lead.first]
        if lead.first > span[1] and _ENDS_PART.isdisjoint(gap) and len(gap) <= _REACH:
            told = next((act for act in acts if lead.first < act.first <= lead.last + 1), None)
            if told:
                return told
    return None


def _choose_act(number, words, span, hits, named):
    """The act that is nearest to a count, and those it was chosen from: what only describes people comes last."""
    held, states = hits.of("held"), hits.of_any("held", "stock")
    triggers = [hit for hit in named if not _describes(hit, span, words, held)]
    if span[1] > max(number.noun, number.last):
        triggers = _drop_population(triggers, span, words)
    triggers = _drop_names(triggers, span)
    best = _find_best(number, words, span, triggers, states)
    if not held and len(triggers) < len(named) and (best is None or _cross_rivals(span, best[2], number.rivals)):
        triggers = named  # «170 people convicted in July», with nothing else said of them
        best = _find_best(number, words, span, triggers, states)
    return best, triggers


def _read_accused(span, accused):
    """A count of those accused of whom nothing more is said: «the prosecutors speak of 17 suspects», or None."""
    told = next((hit for hit in accused if span[0] < hit.first < span[1]), None)
    return Reading("other", told.entry.rule, "occurred", False, 0, told) if told else None


def _read_act(best, named, triggers, span, label, words, hits):
    """The act that a number counts, with its mechanism and its status; of a denied one, what those counted are.

    «36 persons imprisoned for political reasons have not been released» are held.
    """
    hit = _find_mechanism(best[2], triggers, span, words) or best[2]
    status = read_status(hit, span, words, hits)
    if status == "demanded" and ".considered" in hit.entry.rule:
        status = "occurred"  # «1,042 asked for mercy» is no demand of whoever tells it
    if status == "denied" and (told := _find_description(named, triggers, span)):
        return Reading(told.entry.kind, told.entry.rule, "occurred", False, best[0], told, label and label[1])
    if status == "denied" and hit.entry.kind == "release" and label and label[0] <= _REASON:
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, best[0], label=label[1])
    return Reading(hit.entry.kind, hit.entry.rule, status, False, best[0], hit, label and label[1])


def _read_label(number, words, span, hits, label):
    """What a label near a number counts where no act does: those held, or all that were ever recognised, or None."""
    apart, hit = label
    if number.subject is not None and not apart:
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, 0, label=hit)
    if apart <= 6 and number.has_noun:
        opened = any(opens_period(words, one) for one in _in_clause(words, span, hits.of_any("since", "since_then")))
        if opened and words.language.words["still"].isdisjoint(words[span[0] : span[1] + 12]):
            return Reading("other", "stock.ever-recognised", "occurred", False, apart, label=hit)
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, apart, label=hit)
    if apart <= 6 and _ends_clause(number, words) and hit.last <= span[0]:
        # «political prisoners in the country: 1,200»
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, 0, None, hit, True)
    return None


def _counts_held(number, hits):
    """Whether a number is that of people held: «the number of jailed journalists falls to 29»."""
    opens = next(hit.last for hit in hits.of("number_of") if hit.first == number.subject)
    told = any(opens <= hit.first < number.first for hit in hits.of("kind"))  # «the number of detainees released»
    political = any(is_political(hit) for hit in hits.of("labels"))
    held = hits.of("held_persons")
    named = any(
        hit.first == number.subject and hit.last == opens for hit in held
    )  # «the prison population stood at 200»
    return not (told or political) and (named or any(opens <= hit.first <= opens + 1 for hit in held))


def _drop_population(triggers, span, words):
    """Acts without the one that says of whom some are counted: «fourteen of those let out are back in detention»."""
    named = next((hit for hit in triggers if hit.first == span[1]), None)
    small = words.language.words["auxiliaries"]
    told = named and any(
        named.last <= hit.first <= named.last + 5
        and not small.isdisjoint(gap := words[named.last : hit.first])
        and not _ENDS_PART.intersection(gap)  # «1,404 of them freed, the rest had their terms cut»
        for hit in triggers
    )
    return [hit for hit in triggers if hit.first != span[1]] if told else triggers


def _drop_names(triggers, span):
    """The acts without those that only name the people counted: «five of the pardoned were detained again»."""
    told = [hit for hit in triggers if span[1] <= hit.first <= span[1] + _REACH]
    again = any(hit.entry.kind in ("convicted", "detained") for hit in told)
    named = [hit for hit in triggers if again and span[0] < hit.first and hit.last <= span[1]]
    return [hit for hit in triggers if hit not in named] if named else triggers


def _names(label, span, words, hits):
    """Whether a label is a part of a body's name: «the Union for the Freedom of Political Prisoners found six»."""
    if any(span[0] <= hit.first and hit.last <= span[1] for hit in hits.of("held_persons")):
        return False  # «the union counts 357 such prisoners»
    bodies = (hit for hit in hits.of_any("actor", "sources") if hit.first < label.first)
    return any(label.last <= hit.last <= span[0] and "," not in words[hit.first : label.first] for hit in bodies)


def _find_best(number, words, span, triggers, states):
    """The act that is nearest to a count, as (cost, its first word, the hit), or None beyond the reach."""
    costs = (
        (_cost_of_trigger(words, span, hit, states), hit.first, hit)
        for hit in triggers
        if not _opens_next(words, span, hit, number.rivals)
        and not _tells_of_part(words, span, hit, number.parts)
        and not _tells_of_rest(words, span, hit)
        and not _is_of_rival(span, hit, number.rivals)
    )
    ranked = sorted(costs, key=lambda row: (row[0] + _cross_rivals(span, row[2], number.rivals), row[1]))
    return next((row for row in ranked if row[0] <= _REACH), None)


def _read_label_beside(number, words, span, hits, label):
    """Whom a label right beside a number counts, whatever else the sentence tells, or None."""
    if not label:
        return None
    apart, hit = label
    if any(0 <= hit.first - act.last <= 1 and is_over(act.entry) for act in hits.of("kind")):
        return None  # «of freed political prisoners, by its count, there were three»
    if any(act.first < hit.first < act.last and ".died" in act.entry.rule for act in hits.of("kind")):
        return None  # «the death toll among political prisoners has risen to eight»
    told = any(0 <= act.first - span[1] <= 1 for act in hits.of("kind"))  # «418 prisoners, three died in custody»
    before = not (number.has_noun or told) and hit.last == span[0] - 1 and words[span[0] - 1] in ",("
    same_counts = (other for other in hits.of("same_count") if other.last == span[0])
    same_count = any(apart <= 6 or other.first < hit.first for other in same_counts)
    between = set(words[span[1] : hit.first])
    is_that = not number.has_noun and between and between <= set(words.language.words["auxiliaries"])
    gap = words[hit.last : span[0]]
    if gap[:1] == [","] and "," in gap[1:]:
        gap = gap[gap.index(",", 1) + 1 :]
    aside = _ends_clause(number, words) and hit.last <= span[0] and len(gap) <= 3 and _PARTS.isdisjoint(gap)
    # «политзаключенных освободили 14» tells an act, and «политзаключенных признали 14» another one
    aside = aside and not any(hit.last <= act.first and act.last <= span[0] for act in hits.of("kind"))
    listed = number.has_noun and apart == 0 and any(other.last == span[0] for other in hits.of("on_list"))
    # «the remaining political prisoners, about 1,000», «put their number at 1,100», «115 are political prisoners»,
    # «политзаключенных, по данным «Вясны», сегодня 1258», «on our list are 41 political prisoners»
    if not (before or same_count or is_that or aside or listed):
        return None
    series = bool(is_that or aside)
    return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, 0, None, hit, series)


def _leaves_out_all(number, label, act, words):
    """Whether an act is refused to all who are held: «it leaves out all of the 1,200 political prisoners»."""
    if label[0] or ".refused" not in act.entry.rule or act.last > number.opens:
        return False
    return number.definite or not words.language.words["all_of"].isdisjoint(words[act.last : number.opens])


def is_over(act):
    """Whether those of whom an act is told are held no more."""
    return act.kind in EVENT_KINDS or ".died" in act.rule


def _read_held(number, words, span, hits):
    """A count of people held, of whom nothing more is said, or None."""
    parts = [hit.last for hit in hits.of("inclusion") if span[1] <= hit.first]  # «8,500, including those held at home»
    held = [hit for hit in hits.of("held") if not any(0 <= hit.first - last <= _BESIDE for last in parts)]
    others = words.language.words["whose"]  # «70 белорусов, чьи родные сидят в тюрьме»
    held = [hit for hit in held if others.isdisjoint(words[span[1] : hit.first])]
    stock = _nearest(words, span, held, 14)
    if stock and any(_says_why(words, stock[1], hit) for hit in hits.of("labels") if is_political(hit)):
        # «people who, it believes, are still held on political grounds»
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, stock[0])
    small = words.language.words
    verb = span[1] < len(words) and words[span[1]] in small["auxiliaries"]  # «40 are believed to be still in prison»
    if stock and stock[0] <= (14 if number.has_noun else 8 if verb else 4):
        return Reading("other", "stock.held", "occurred", True, stock[0])
    former = not words.language.words["held_no_more"].isdisjoint(words[number.last : span[1]])
    held = any(span[0] <= hit.first and hit.last <= span[1] for hit in hits.of("held_persons"))
    if held and not former and not (number.in_words and number.value == 1):  # «keeping one prisoner costs …»
        return Reading("other", "stock.prisoners", "occurred", True, 0)
    return None


def _says_why(words, held, label):
    """Whether a label says why people are held: beside that, or behind it in the clause."""
    gap = words[held.last : label.first]
    if gap and len(gap) <= _REASON and not _ENDS_PART.intersection(gap):
        return words.language.words["conjunctions"].isdisjoint(gap)  # «detained on what appear to be political charges»
    return measure_distance(words, (held.first, held.last), (label.first, label.last)) <= _BESIDE


def _ends_clause(number, words):
    """Whether nothing follows a number in its clause, so that what it counts must stand before it."""
    return not number.has_noun and (number.last == len(words) or words[number.last] in {".", ",", ";", "—", "("})


def _end_of_count(number, hits):
    """Where the words of a count end, with «of them» that may follow it."""
    end = max(number.noun, number.last)
    return max((hit.last for hit in hits.of("anaphora") if hit.first == end), default=end)


def _describes(hit, span, words, held):
    """Whether «convicted» or «detained» only describes those counted: «25 people convicted of extremism»."""
    if hit.entry.kind not in ("convicted", "detained") and not hit.entry.rule.endswith(_STATES):
        return False
    if hit.entry.rule.endswith((".cases", ".acts")):
        return False  # «119 cases of detention», «300 arrests»
    gap, small = words[span[1] : hit.first], words.language.words
    if not gap and words[hit.first] in small["finite"]:
        return False  # «22 face charges of aiding extremism»
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
    if len(gap) > 2 and gap[0] in words.language.words["relatives"] and gap[1] == "," and "," in gap[2:]:
        distance = min(distance, len(gap) - gap.index(",", 2))  # «16 people who, as it announced, were pardoned»
    small = words.language.words
    told = hit.first > span[1] and any(word in small["auxiliaries"] for word in words[hit.first - 2 : hit.first])
    if told and gap and len(gap) <= 24 and _opens_description(span[1], gap[0], small, states):
        distance = min(distance, 8)  # «13,200 people charged with treason, terrorism and the like have been freed»
    gap = words[hit.last : span[0]]
    if gap == list(gap)[-1:] and gap and gap[0] in small["and"]:
        distance += 1  # «have their sentences cut and 2,000 will be set free»: what joins opens another statement
    if gap[-1:] == [","] and gap.count(",") == 2 and ":" not in gap:  # «detained were, by its count, 214»
        distance = min(distance, gap.index(","))
    weight = -0.5 if ".mechanism." in hit.entry.rule else hit.entry.weight
    holds = hit.first == span[0] and span[1] < hit.last  # «207 detentions and 44 criminal convictions»
    return distance + (min(weight, 1) if holds else weight)


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
    if not _PARTS.isdisjoint(gap) or not words.language.words["anybody"].isdisjoint(words[number.last : number.noun]):
        return False
    return not any(number.last <= one.first < number.noun for one in hits.of_any("held_persons", "labels", "kind"))


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


def _tells_of_part(words, span, hit, parts):
    """Whether an act is told only of a part of those counted: «8,000 people, of whom 2,000 will be set free»."""
    return any(
        span[1] <= part.opens and part.last <= hit.first and not _ENDS_PART.intersection(words[part.last : hit.first])
        for part in parts
    )


def _tells_of_rest(words, span, hit):
    """Whether an act is told only of those left over: «7,212 were amnestied, 1,404 of them freed, the rest kept in»."""
    gap = words[span[1] : hit.first]
    opens = max((i for i, word in enumerate(gap) if word in _PARTS), default=len(gap))
    return not words.language.words["rest"].isdisjoint(gap[opens + 1 :][:3])


def _is_of_rival(span, hit, rivals):
    """Whether an act holds another number than the one it is weighed for: «update 2: Minsk turns 27 people over»."""
    inside = bisect.bisect_left(rivals, hit.last) > bisect.bisect_left(rivals, hit.first + 1)
    return inside and not hit.first <= span[0] < hit.last


def _cross_rivals(span, hit, rivals):
    """What it costs an act that another number stands between it and a count: it is rather that number's act."""
    return _CROSSING if _holds_rival(span, hit, rivals) else 0


def is_beyond_rival(number, hit):
    """Whether another count stands between a number and an act."""
    return _holds_rival((number.opens, max(number.noun, number.last)), hit, number.rivals)


def _holds_rival(span, hit, rivals):
    if hit.first < span[0] and span[1] <= hit.last:  # «sentences of 119 were quashed and 28 had theirs reduced»
        low, high = span[1], hit.last
    else:
        low, high = (span[1], hit.first) if span[1] <= hit.first else (hit.last, span[0])
    return bisect.bisect_left(rivals, high) > bisect.bisect_left(rivals, low)


def _find_description(named, triggers, span):
    """What became of people of whom an act is denied: «none of the 65 arrested at a meeting had been let out»."""
    return next((hit for hit in named if hit not in triggers and 0 <= hit.first - span[1] <= 1), None)


def _find_mechanism(best, triggers, span, words):
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


def _nearest(words, span, hits, reach):
    """The nearest hit as (distance, hit), or None beyond the reach."""
    if not hits:
        return None
    rows = [(measure_apart(words, span, hit), hit.first, hit) for hit in hits]
    best = min(rows, key=lambda row: row[:2], default=None)
    return (best[0], best[2]) if best and best[0] <= reach else None


def _stay_behind(act, words, span, hits):
    """Whether an act is told of others, and those counted are held: «seven walked free, three stayed in the colony»."""
    apart = act.last <= span[0] and "," in words[act.last : span[0]]
    return apart and any(hit.first == span[1] for hit in hits.of("held"))


def _is_stock(best, stock, words, span, hits):
    """Whether people are counted as held rather than as touched by an act.

    An act that stands nearer decides, unless a word such as «still» says that they are held now; a count
    «since» a day is no stock without such a word.
    """
    clause = words[max(0, span[0] - 8) : span[1] + 12]
    near = words[stock[1].first : stock[1].last] + clause[6:]
    still = not words.language.words["still"].isdisjoint(near)
    since = any(
        opens_period(words, hit) and abs(hit.first - span[1]) <= 16 and hit.first >= span[0] - 12
        for hit in _in_clause(words, span, hits.of_any("since", "since_then"))
    )
    if since and not still:
        return False
    if best is None:
        return True
    act, cost = best[2].entry.kind, best[0] - best[2].entry.weight
    if act == "other" and stock[0] <= 2 and cost > stock[0] + 4:
        return True  # «51 political detainees are in prison, some of them awaiting trial»
    if act in ("convicted", "detained", "other"):
        return (still and cost > 2) or (not since and stock[0] <= cost + 2 and act != "other")
    there = any(hit.last == span[0] for hit in hits.of("there"))
    return stock[0] + (2 if not still and not there else 0) < cost


def _in_clause(words, span, hits):
    """The hits that no semicolon, and no comma before a conjunction or a relative clause, parts from a count."""
    small, near = words.language.words, []
    joins, relatives = small["conjunctions"], small["relatives"] | small["subordinators"]
    for hit in hits:
        first, last = (span[1], hit.first) if hit.first >= span[1] else (hit.last, span[0])
        gap = words[first:last]
        parted = any(
            one == "," and (two in joins or three in relatives or two in relatives)
            for one, two, three in zip(gap, gap[1:], [*gap[2:], ""], strict=False)
        )
        if ";" not in gap and not parted:
            near.append(hit)
    return near


def opens_period(words, hit):
    """Whether a hit is «since», or a preposition such as «с» that means it before a date."""
    if hit.section != "since" or words.language.rules["dates"]["since_anything"]:
        return hit.section in ("since", "since_then")
    near, dates = words[hit.last : hit.last + 2], words.language.months.keys() | words.language.units.keys()
    year = any(word.isdecimal() and 1900 <= int(word) <= 2100 for word in near)
    return year or any(word in dates for word in near) or (near[:1] and near[0][0].isdecimal() and "." in near[0])
