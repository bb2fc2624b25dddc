"""Which numbers can count persons, and which readings of them stand; the others are refused by name."""

import itertools

from clemency.claims.counts.acts import is_beyond_rival
from clemency.claims.counts.beside import find_refusal
from clemency.claims.counts.distance import measure_apart
from clemency.claims.counts.endangered import is_sick_part
from clemency.claims.counts.nouns import attach_noun, find_implied, find_subject
from clemency.claims.counts.numbers import is_of_them
from clemency.messages import say

_WHOLE_OF_RATIO = 100  # no ratio in words is «one in more than that»
_CORRECTED = 5  # words, at most, from a number to the one that corrects it
_LONGEST = 40  # years of a sentence
_BEFORE_MONTH = 2  # words behind «one» that a month may stand among
_OPENS_ASIDE, _CLOSES_ASIDE = ",(—", ",.;:)—"


def keep_counts(state, n, numbers, last, hits):
    """The numbers that could count persons; the others are refused by name."""
    kept, before = [], None
    dated = {i for when in state.whens[n] for i in range(when.first, when.last)}
    ratios, corrected = find_ratios(numbers, state.words), find_corrected(numbers, state.words)
    for number in numbers:
        attach_noun(number, state.words, state.text.sentences[n][0], last, hits)
        refusal = (
            find_surname(state, n, number)
            or find_mark(state, n, number)
            or (number.first in ratios and ("number.ratio", say("A ratio, not a count of persons.")))
            or (number.first in corrected and ("number.corrected", say("A number that the next one corrects.")))
            or find_refusal(number, state.words, last, hits, dated)
            or goes_on_refused(state, number, before, hits)
            or find_years_of(state, number, dated)
            or find_age(state, number)
        )
        if refusal and kept and kept[-1] is before[0] and is_taken_from(kept[-1], number, refusal, state.words):
            state.reject(n, kept[-1].first, kept.pop().last, *refusal)
        before = number, refusal
        if not number.has_noun:
            find_implied(number, state.words, last)
        if not number.has_noun:
            find_subject(number, state.words, state.text.sentences[n][0], hits, dated)
        if refusal:
            state.reject(n, number.first, number.last, *refusal)
        elif not state.in_scope:
            state.reject(
                n, number.opens, number.last, "document.no-custody", say("The document is not about people in custody.")
            )
        elif number.in_words and number.value == 1 and (is_no_count(state, n, number) or dates_month(number, dated)):
            continue
        else:
            kept.append(number)
    return kept


def find_ratios(numbers, words):
    """Where the numbers begin of «one in seven is a woman», a small one in words, then a greater one."""
    joins, units = words.language.rules["numbers"]["ratio"], words.language.units
    return {
        first
        for one, two in itertools.pairwise(numbers)
        if one.in_words and words[one.last : two.first] in joins and 0 < one.value < two.value <= _WHOLE_OF_RATIO
        if two.last >= len(words) or words[two.last] not in units
        for first in (one.first, two.first)
    }


def find_corrected(numbers, words):
    """Where the numbers begin that the next one corrects: «не 30 человек, а 28»."""
    small = words.language.words
    pairs = itertools.pairwise(numbers) if small["instead"] else ()
    return {
        one.first
        for one, two in pairs
        if words[one.opens - 1] in small["negations"] and two.opens - one.last <= _CORRECTED
        if words[two.opens - 2] == "," and words[two.opens - 1] in small["instead"]
    }


def is_taken_from(part, whole, refusal, words):
    """Whether a number only says of how many things another one is told: «five of the 19 offences»."""
    between, small = words[part.last : whole.opens], words.language.words
    things = refusal[0].endswith((".things", ".duration", ".money"))
    return things and between[:1] != [] and between[0] in small["one_of"] and small["definite"].issuperset(between[1:])


def find_years_of(state, number, dated):
    """The rule that refuses «three years of six»: what is left unsaid behind a length of time is its unit."""
    at, words, language = number.opens - 1, state.words, state.text.language
    if number.has_noun or words[at] not in language.words["one_of"] or at - 1 not in dated:
        return None
    served = words[at - 2]
    served = int(served) if served.isdecimal() else language.number_words.get(served, number.value)
    if words[at - 1] not in language.units or not served < number.value <= _LONGEST:
        return None
    return "number.duration", say("A length of time, not a count of persons.")


def find_age(state, number):
    """The rule that refuses «Ales Bialiatski, 63, left»: an age beside a name."""
    words, first, last = state.words, number.first, number.last
    if (
        first < 2
        or number.has_noun
        or number.opens != first
        or not 10 <= number.value <= 110
        or not words[first].isdecimal()
    ):
        return None
    around = [*words[first - 1 : first], *words[last : last + 1]]
    name = first - 3 if words[first - 2] == "." else first - 2  # «Mikhail L., 67»
    aside = around in ([",", ","], ["(", ")"], [",", "."]) and name >= 0
    named = state.text.is_capital(name) and words[name].isalpha() and words[name] not in state.text.language.months
    if not (aside and (named or (around == [",", ","] and names_one(state, first - 1)))):
        return None
    return "number.age", say("The age of the person named before it.")


def names_one(state, comma):
    """Whether a person named only by what he is stands before a comma: «the former candidate, 59, got off a bus»."""
    small, n = state.text.language.words, state.text.sentence_at(comma)
    nouns = [hit for hit in state.text.hits[n].of_any("persons", "roles") if hit.last == comma]
    begin = max(state.text.sentences[n][0], min((hit.first for hit in nouns), default=comma) - 3)
    return bool(nouns) and not small["one_person"].isdisjoint(state.words[begin:comma])


def find_surname(state, n, number):
    """The rule that refuses «Ольга Сорока»: a number word with a capital after another one is a name."""
    if not number.in_words or not state.text.language.rules["speech"]["names_decline"]:
        return None
    first, last = number.first, number.last
    named = first - 1 >= state.text.sentences[n][0] and state.words[first - 1].isalpha()
    if named and last == first + 1 and state.text.is_capital(first) and state.text.is_capital(first - 1):
        return "number.name", say("Part of a name, not a count.")
    return None


def find_mark(state, n, number):
    """The rule that refuses «Justicia 11J», «UMID-24»: capitals grown together with a number make a name of it."""
    text, i, dash, first = state.text, number.last, number.first - 1, state.text.sentences[n][0]
    joined = dash > 0 and state.words[dash] == "-" and text.ends[dash - 1] == text.starts[number.first] - 1
    if joined and not number.in_words and text.is_capital(dash - 1) and state.words[dash - 1].isalpha():
        return "number.name", say("Part of a name, not a count.")
    led = number.definite and not number.in_words and first < dash and text.is_capital(dash)
    if led and i < len(state.words) and text.is_capital(i):  # «by the count of The 88 Project»
        return "number.name", say("Part of a name, not a count.")
    glued = i < len(state.words) and text.starts[i] == text.ends[i - 1] and state.words[i - 1][0].isdecimal()
    if glued and len(state.words[i]) <= 2 and state.words[i].isalpha() and text.is_capital(i):
        return "number.name", say("Part of a name, not a count.")
    return None


def goes_on_refused(state, number, before, hits):
    """The refusal of the number before, if this one only goes on from it.

    So do «Articles 342 and 130», «69, of them 12», «four years of the nine» and «of 530 people killed, 71 were minors».
    """
    if not (before and before[1]):
        return None
    other, refusal = before
    between, small = state.words[other.last : number.opens], state.text.language.words
    if refusal[0].endswith(".article"):
        return refusal if set(between) <= {",", "/", "-", *small["and"]} else None
    if refusal[0].endswith(".duration") and _is_of_span(between, small) and not number.has_noun:
        return refusal
    if state.words[other.opens - 1] in small["one_of"] and between.count(",") == 1 and _opens_clause(state, other):
        return refusal
    if number.has_noun:
        return None
    of_things = refusal[0].endswith(".things")  # «14 pages, and on 3 of them»
    points_back = any(
        hit.last == number.opens or (of_things and hit.first == number.last) for hit in hits.of("anaphora")
    )
    return refusal if points_back and len(between) <= 8 else None


def _is_of_span(between, small):
    """Whether no more than «years of the» stands between a length of time and the number that it is a part of."""
    at = next((i for i, word in enumerate(between) if word in small["one_of"]), None)
    return at in (1, 2) and small["definite"].issuperset(between[at + 1 :])


def _opens_clause(state, number):
    """Whether a number stands near the beginning of its clause, behind no more than a preposition."""
    first = state.text.sentences[state.text.sentence_at(number.first)][0]
    return number.opens - first <= 2 or state.words[number.opens - 2] in _OPENS_ASIDE


def is_no_count(state, n, number):
    """«One» without a noun is a pronoun; «not one» counts nobody, and «one of them» stands for no count."""
    small, words = state.text.language.words, state.words
    if number.has_noun and any(hit.first == number.noun for hit in state.text.hits[n].of("verbs")):
        return True  # «one member asked for the exchange of two agents»
    one_of = number.last < len(words) and words[number.last] in small["one_of"]
    group = any(0 < hit.first - number.last <= 3 for hit in state.text.hits[n].of("groups"))  # «one has a disability»
    return not (number.has_noun or group) or one_of or words[number.first - 1] in small["nobody"]


def dates_month(number, dated):
    """Whether «one» belongs to a date behind it, whose word positions are `dated`: «in one month of August only»."""
    return not dated.isdisjoint(range(number.last, number.last + _BEFORE_MONTH))


def refuse_count(state, n, number, group, reading, whole, anaphora):
    """The rule and the reason that refuse a number which could have counted persons, or None."""
    if number.population and not is_labelled(number, reading):
        return "number.whole", say("The whole that a part is taken from; it is counted where it is first stated.")
    if group and whole is None and anaphora and is_of_uncounted(number, reading, anaphora):
        return "number.part", say("A part of people who are not counted.")
    described = reading and anaphora and whole is not None
    described = described and is_described(state, n, number, reading, whole, anaphora)
    if described or is_sick_part(state, n, number, whole):
        return "number.part", say("A part of the count before it, of which no group is known.")
    if reading and is_listed_behind(state, n, number, reading):
        return "number.part", say("A part of the count before it, of which no group is known.")
    if reading and is_further_item(state, n, number, group, reading):
        return "number.part", say("A part of people who are not counted.")
    if reading and reading.kind in ("amnesty", "pardon") and is_about_things(state.text.hits[n]):
        return "number.no-custody", say("An amnesty or pardon of something other than people in custody.")
    if reading and reading.stock and number.definite and not number.has_noun:
        return "number.known", say("Those counted are known already; it only says what they are.")
    listed = any(number.value in draft.breakdown.values() for draft in state.drafts.of_sentence(n))
    if reading is None or listed or not is_countable(state, number, reading, anaphora):
        return "number.no-kind", say("Nothing beside it says that it counts people pardoned, released or imprisoned.")
    return None


def is_of_uncounted(number, reading, anaphora):
    """Whether a part is of people of whom nobody said how many they are: «of those pardoned, 13 are women»."""
    told = reading.trigger if reading else None
    named = told is not None and anaphora.first <= told.first < anaphora.last <= number.opens
    return anaphora.first == number.last or anaphora.section == "among" or named


def is_described(state, n, number, reading, whole, anaphora):
    """Whether a part only says who they were, «including five convicted of arson», rather than what became of them."""
    if is_aside(state, n, number, anaphora):
        return True
    if reading.stock and whole.sentence == n:
        return not any(hit.first >= number.last for hit in state.text.hits[n].of_any("stock", "held"))
    if anaphora.section in ("inclusion", "among"):
        end, trigger = max(number.noun, number.last), reading.trigger
        same = trigger is whole.trigger or (trigger and is_beyond_rival(number, trigger))
        # «ten came home, two children among them, to Germany flew 13»
        same = same or (trigger and end <= trigger.first and "," in state.words[end : trigger.first])
        own = trigger and 0 <= trigger.first - end <= 1
        return bool(whole.sentence == n and same and not reading.label and not own)
    small, trigger = state.text.language.words, reading.trigger
    if trigger and trigger is whole.trigger and whole.sentence == n and trigger.last <= whole.first:
        return True  # «the amnesty covered 3,150, and 297 of them committed new crimes»
    if trigger and reading.kind == whole.kind == "release" and whole.sentence == n and trigger.first >= number.last:
        return True  # «33 were let out, and two of them were questioned after their release»
    told = trigger and not small["auxiliaries"].isdisjoint(state.words[trigger.first - 2 : trigger.first])
    told = told and state.words[trigger.last] not in small["participle_leads"]
    return reading.kind in ("convicted", "detained") and not whole.stock and not told


def is_aside(state, n, number, anaphora):
    """Whether a part only stands beside its whole and tells nothing: «20 people, nine of them teachers, were freed»."""
    words, start, last = state.words, number.opens, state.text.sentences[n][1]
    if anaphora.first != number.last or words[start - 1] not in _OPENS_ASIDE:
        return False
    end = next((i for i in range(anaphora.last, last) if words[i] in _CLOSES_ASIDE), last)
    told = state.text.hits[n].of_any("kind", "labels", "held", "stock")
    return not any(hit.first < end and start < hit.last for hit in told)


def is_listed_behind(state, n, number, reading):
    """Whether a colon opens a list of those counted, in which a number stands: «four are on trial: a cook, two …»."""
    ends = next((i for i in range(number.last, state.text.sentences[n][1]) if state.words[i] in _CLOSES_ASIDE), None)
    if any(ends and number.last <= hit.first < ends for hit in state.text.hits[n].of("kind")):
        return False  # «26 were amnestied: for eleven the sentence is over»
    for draft in state.drafts.of_sentence(n):
        told = draft.trigger is reading.trigger is not None and number.value < (draft.value or 0)
        dated = any(when.first > draft.last for when in state.whens[n])  # «90 came out: 38 in June, 52 in July»
        if told and not dated and draft.last < number.opens and state.words[draft.last] == ":":
            return True
    return False


def is_further_item(state, n, number, group, reading):
    """Whether a number only goes on with who is among others: «among the new prisoners are a doctor, two brothers»."""
    trigger = reading.trigger
    if trigger is None or group or reading.label and reading.label.first >= number.opens:
        return False
    hits = state.text.hits[n].of_any("among", "inclusion")
    leads = (hit for hit in hits if hit.first < trigger.first < hit.last <= number.opens)
    further = {",", *state.text.language.words["and"]}
    return any(not further.isdisjoint(state.words[hit.last : number.opens]) for hit in leads)


def is_about_things(hits):
    """Whether the sentence speaks of taxes, cards or birds, and not of custody."""
    return bool(hits.of("not_persons")) and not hits.of("custody")


def is_labelled(number, reading):
    """Whether a label is a whole's own: «of 1,300 political prisoners», not «nine political prisoners out of 80»."""
    return bool(reading and reading.label) and reading.label.first >= number.opens


def is_countable(state, number, reading, anaphora):
    """A number without a noun counts only right beside the words that say what it counts."""
    if number.has_noun or reading.series:
        return True
    if number.in_words and number.low is not None and number.low <= 2:
        of_them = reading.cost <= 1 and is_of_them(number, state.text.hits[state.text.sentence_at(number.first)])
        return number.of_people or of_them or (number.value == 2 and is_subject(state, number, reading))
    if is_running_total(state, number):
        return True
    n = state.text.sentence_at(number.first)
    limit = 5 if anaphora or number.definite or is_selected(state, number) else 3
    if starts_with_more(state, number) or is_followed_by_verb(state, number):
        limit = 9
    if ends_clause_of(state, number, reading.trigger):
        limit = 6
    if any(hit.first == number.last for hit in state.text.hits[n].of("sums_up")):
        limit = 9  # «prisoners released under the deal, 52 in total»
    near = reading.cost
    beyond = reading.trigger and is_beyond_rival(number, reading.trigger)
    if reading.trigger:
        near = min(near, measure_apart(state.words, (number.first, number.last), reading.trigger))
        near -= count_dated(state, number, reading.trigger)
    if beyond:
        limit = 3
    return near <= limit or bool(anaphora and near <= 9)


def ends_clause_of(state, number, trigger):
    """Whether a number ends the clause that its act opens: «his courts sentenced under such articles over 1,900»."""
    words, last = state.words, state.text.sentences[state.text.sentence_at(number.first)][1]
    ends = number.last >= last or words[number.last] in ".,;—"
    return bool(ends and trigger and trigger.last <= number.opens and "," not in words[trigger.last : number.opens])


def is_followed_by_verb(state, number):
    """Whether a number is what a clause speaks of: «no fewer than 3,700 can count on a year less»."""
    small, last = state.text.language.words, state.text.sentences[state.text.sentence_at(number.first)][1]
    return number.last < last and state.words[number.last] in small["modals"] | small["auxiliaries"]


def count_dated(state, number, trigger):
    """How many words of dates part a number from its act: «freed, over the same three years, were only twelve»."""
    n = state.text.sentence_at(number.first)
    dates = [*state.whens[n], *state.text.hits[n].of("same_period")]
    gap = range(trigger.last, number.opens)
    return len({i for when in dates for i in range(when.first, when.last) if i in gap})


def is_subject(state, number, reading):
    """Whether a number stands right before the verb of its act: «two died in custody», «two were freed»."""
    between = state.words[number.last : reading.trigger.first] if reading.trigger else ["?"]
    return (
        reading.trigger is not None
        and number.last <= reading.trigger.first
        and (state.text.language.words["auxiliaries"].issuperset(between))
    )


def is_selected(state, number):
    """Whether «the first», «the last» or «the remaining» leads the number."""
    return number.opens > 0 and state.words[number.opens - 1] in state.text.language.words["selected"]


def starts_with_more(state, number):
    """Whether «another» leads the number, which then needs no noun: «another 52, all foreigners, are to be freed»."""
    first = state.text.sentences[state.text.sentence_at(number.first)][0]
    return number.opens > first and state.words[number.opens - 1] in state.text.language.words["more"]


def is_running_total(state, number):
    """Whether «bringing the total to» or the like leads up to the number."""
    hits = state.text.hits[state.text.sentence_at(number.first)]
    return any(0 <= number.opens - hit.last <= 1 for hit in hits.of("running_total"))
