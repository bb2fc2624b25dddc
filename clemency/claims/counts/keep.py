"""Which numbers of a sentence could count persons; ratios, ages, names and the like are refused by name."""

import itertools

from clemency.claims.counts.beside import find_refusal
from clemency.claims.counts.nouns import attach_noun, find_implied, find_subject
from clemency.claims.counts.refusals import OPENS_ASIDE
from clemency.messages import say

_WHOLE_OF_RATIO = 100  # no ratio in words is «one in more than that»
_CORRECTED = 5  # words, at most, from a number to the one that corrects it
_LONGEST = 40  # years of a sentence
_DAYS = 31  # of a month
_TITLE = 4  # words back from the end of a title to where it opens
_BEFORE_MONTH = 2  # words behind «one» that a month may stand among


def keep_counts(state, n, numbers, last, hits):
    """The numbers that could count persons; the others are refused by name."""
    kept, before, first = [], None, state.text.sentences[n][0]
    dated = state.dated
    odd = find_corrected(numbers, state.words) | find_ratios(numbers, state.words) if len(numbers) > 1 else {}
    for number in numbers:
        attach_noun(number, state.words, first, last, hits)
        refusal = (
            find_surname(state, n, number)
            or find_mark(state, n, number)
            or find_day(state, number, dated)
            or odd.get(number.first)
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
            find_subject(number, state.words, first, hits, dated)
        if refusal:
            state.reject(n, number.first, number.last, *refusal)
        elif not state.in_scope:
            reason = say("The document is not about people in custody.")
            state.reject(n, number.opens, number.last, "document.no-custody", reason)
        elif not (is_one(number) and (is_no_count(state, n, number) or dates_month(number, dated))):
            kept.append(number)
    return kept


def find_ratios(numbers, words):
    """The refusals of «one in seven is a woman», a small number in words, then a greater one, by their first words."""
    refusal = "number.ratio", say("A ratio, not a count of persons.")
    joins, units = words.language.rules["numbers"]["ratio"], words.language.units
    return {
        first: refusal
        for one, two in itertools.pairwise(numbers)
        if one.in_words and words[one.last : two.first] in joins and 0 < one.value < two.value <= _WHOLE_OF_RATIO
        if two.last >= len(words) or words[two.last] not in units
        for first in (one.first, two.first)
    }


def find_corrected(numbers, words):
    """The refusals of numbers that the next one corrects, by their first words: «не 30 человек, а 28»."""
    refusal = "number.corrected", say("A number that the next one corrects.")
    small = words.language.words
    pairs = itertools.pairwise(numbers) if small["instead"] else ()
    return {
        one.first: refusal
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
    titled = i < len(state.words) and state.words[i] == '"' and '"' in state.words[max(first, i - _TITLE) : dash]
    if titled and not number.in_words and text.is_capital(dash) and state.words[dash].isalpha():
        return "number.name", say("Part of a name, not a count.")  # «the single “Pardon 16”»
    glued = i < len(state.words) and text.starts[i] == text.ends[i - 1] and state.words[i - 1][0].isdecimal()
    if glued and len(state.words[i]) <= 2 and state.words[i].isalpha() and text.is_capital(i):
        return "number.name", say("Part of a name, not a count.")
    return None


def find_day(state, number, dated):
    """The rule that refuses «3 and 4 July», «January 16 and 17»: a day joined to one that dates."""
    if number.in_words or number.relation != "=" or number.value > _DAYS or number.has_noun:
        return None
    words, small, first, last = state.words, state.text.language.words, number.first, number.last
    ahead = last + 1 in dated and words[last] in small["and"] and words[last + 1].isdecimal()
    behind = first - 2 in dated and words[first - 1] in small["and"] and words[first - 2].isdecimal()
    if ahead or (behind and number.value > int(words[first - 2]) and words[last] not in small["after_bare"]):
        return "number.date", say("A day of the month, not a count of persons.")
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
    if refusal[0].endswith(".duration") and not number.has_noun:
        summed = any(hit.last == number.opens for hit in hits.of("running_total"))  # «… which brings her total to 33»
        if summed or _is_of_span(between, small):
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
    return number.opens - first <= 2 or state.words[number.opens - 2] in OPENS_ASIDE


def is_one(number):
    """Whether a number is the word «one», which is a pronoun or belongs to a date more often than it counts."""
    return number.in_words and number.value == 1


def is_no_count(state, n, number):
    """«One» without a noun is a pronoun; «not one» counts nobody, and «one of them» stands for no count."""
    small, words = state.text.language.words, state.words
    if number.has_noun and any(hit.first == number.noun for hit in state.text.hits[n].of("verbs")):
        return True  # «one member asked for the exchange of two agents»
    one_of = number.last < len(words) and words[number.last] in small["one_of"]
    if number.has_noun and words[number.last] in small["auxiliaries"]:
        number.noun, number.has_noun = number.last, False  # «one was a journalist»
    group = any(0 < hit.first - number.last <= 3 for hit in state.text.hits[n].of("groups"))  # «one has a disability»
    return not (number.has_noun or group) or one_of or words[number.first - 1] in small["nobody"]


def dates_month(number, dated):
    """Whether «one» belongs to a date behind it, whose word positions are `dated`: «in one month of August only»."""
    return not dated.isdisjoint(range(number.last, number.last + _BEFORE_MONTH))
