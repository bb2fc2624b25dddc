"""The whole that a part is of: a count before it, or one that stands beside it, «115 out of 1,300»."""

import itertools

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.numbers import WHOLE, has_own_clause
from clemency.claims.counts.parts import follows_part
from clemency.lexicon import NUMBER

_OUT_OF = 3  # words of «out of the»
_NEAR = 8  # sentences: a part stands no farther after its whole
_COPULA = 2  # words of «are» or «have been» between people and their group
_NOT = 6  # words that may stand between «not» and «one of»
_OF = 5  # words back from the number of a whole to «of»
_RATIO = 6  # words that a count and what it counts may fill before «из 140»
_ENDS = ".,;:)—"


def mark_listed(numbers, words, dated):
    """Mark the parts of «eight persons: five Poles and three Belarusians», which add up to the count before the colon.

    Counts with dates of their own, whose word positions are `dated`, are no parts.
    """
    for at, whole in enumerate(numbers):
        rest = numbers[at + 1 :]
        if len(rest) < 2 or ":" not in words[max(whole.noun, whole.last) : rest[0].opens] or whole.relation != "=":
            continue
        parts, total = [], 0
        for part in rest:
            named = part.has_noun and part.relation == "="
            if total >= whole.value or not named or not dated.isdisjoint(range(whole.last, part.last)):
                break
            parts.append(part)
            total += part.value
        for part in parts if total == whole.value and len(parts) > 1 else ():
            part.listed = True


def find_whole(state, value, anaphora=None):
    """The count that a part belongs to: the nearest one before it that is not smaller, of the act that is named."""
    n = len(state.voices) - 1
    near = [draft for draft in state.drafts.back_to(n - _NEAR) if draft.value is not None]
    large = [draft for draft in near if draft.value >= value]
    if not anaphora:
        return _find_divided(near, large[0], n) if large else None
    acts = state.text.hits[n].of("kind")
    stated = _find_stated(state, large, anaphora)
    if stated:
        return stated  # «Thirty-five of the 117 are women»
    named = {hit.entry.kind for hit in acts if anaphora.first <= hit.first <= anaphora.last}  # «among the pardoned»
    whole = next((draft for draft in large if draft.kind in named), large[0] if large else None)
    return whole and _find_divided(near, whole, n)


def _find_divided(near, part, n):
    """The count that was divided into a row of counts before sentence n, if they add up to it; or else the part itself.

    «He pardoned 168. It frees 154, halves the terms of nine and lifts the fines of five; eleven are women.»
    """
    total = 0
    for at, draft in enumerate(near):
        if draft.sentence == n or draft.relation != "=" or draft.kind not in EVENT_KINDS:
            break
        if at > 1 and draft.value == total and any(one is part for one in near[:at]):
            return draft
        total += draft.value
    return part


def _find_stated(state, drafts, anaphora):
    """The draft, of some, whose number stands right behind «of the», or None."""
    words = state.words[anaphora.last : anaphora.last + 1]
    value = words and words[0].isdecimal() and int(words[0])
    return next((draft for draft in drafts if value and draft.value == value), None)


def find_whole_of_row(state, n, number, anaphora):
    """The whole of the parts before a number, which goes on their row: «46 women and 30 foreigners. 14 were minors»."""
    if anaphora:  # «eleven of those pardoned are women, six of them mothers»
        joined = anaphora.first == number.last and state.words[number.opens - 1] == ","
        told = state.parts_in.get(n) if joined else None
        return told[-1] if told and told[-1].value >= number.value else None
    told = state.parts_in.get(n) if follows_part(state, n, number) else None
    if not told and n and state.same_paragraph(n - 1, n) and not state.drafts.of_sentence(n):
        told = state.parts_in.get(n - 1)
    return told[-1] if told and told[-1].value >= number.value else None


def is_population(state, number, hits):
    """Whether the number is the whole in «115 out of more than 1,300»."""
    marks, small = state.words.marks, state.text.language.words
    opens = (number.opens, number.first)
    part = _find_part(state.words, number.opens, small)
    if part is not None and marks[part] & NUMBER and state.text.language.number_words.get(state.words[part]) != 1:
        return True  # but not «one of 123 freed that day»
    wholes = (hit for hit in hits.of("refuse_before") if hit.entry.rule.endswith(WHOLE) and hit.last in opens)
    if any(wholes):
        return not has_own_clause(number, state.words)
    wholes = [hit for hit in hits.of("whole_opens") if hit.last in opens and hit.first > 0]
    if not wholes:
        return False
    nobody = small["nobody"]
    if not any(number.last <= hit.first < number.noun for hit in hits.of("labels")):  # «not one of the 14 was freed»
        wholes = [hit for hit in wholes if nobody.isdisjoint(state.words[max(0, hit.first - _NOT) : hit.first])]
    if any(marks[hit.first - 1] & NUMBER for hit in wholes):
        return True
    if any(_ends_ratio(number, hit, state) for hit in wholes):
        return True
    nouns = [hit for hit in hits.of_any("persons", "labels") if any(hit.last == whole.first for whole in wholes)]
    # «nine politicals out of about eighty people»
    return any(marks[hit.first - 1] & NUMBER for hit in nouns)


def _find_part(words, opens, small):
    """The word before «of» that leads to a number, «13 of 52», «22 of the promised 60», or None."""
    for at in (opens - 1, opens - 3):
        if at > 0 and words[at] in small["one_of"] and (at == opens - 1 or words[at + 1] in small["definite"]):
            return at - 1
    return None


def join_wholes(numbers, words, hits):
    """Let a count take the noun of the whole right behind it: «13 of the 52 prisoners» count prisoners.

    «Of the 52 freed» takes what names them, if anything else is told of the part.
    """
    small = words.language.words
    for one, two in itertools.pairwise(numbers):
        gap = words[one.last : two.opens]
        if not two.population or one.has_noun or len(gap) > _OUT_OF or small["one_of"].isdisjoint(gap):
            continue
        has_noun = two.has_noun and small["auxiliaries"].isdisjoint(words[two.last : two.noun])
        end = two.noun if has_noun else two.last
        acts = [hit for hit in hits.of("kind") if hit.first >= end]
        named = acts[0].last if acts and acts[0].first == end and not has_noun else end
        if named == end or acts[-1].first >= named:
            one.noun, one.has_noun = named, has_noun


def tells_of_group(state, number, whole, group, hits):
    """Whether only a group is told of some of those an act names: «13 of the 52 freed prisoners are foreigners»."""
    words, nouns = state.words, (hit.last for hit in hits.of("persons") if hit.first >= whole.last)
    end = next(nouns, whole.last)
    if not (group and whole.population and number.low is not None and number.value < whole.value) or end >= len(words):
        return False
    named = any(whole.last <= hit.first and hit.last <= end for hit in hits.of("kind"))
    ends = [hit.first for hit in hits.of("groups") if hit.entry == group and end < hit.first <= end + _COPULA]
    gap = words[end : ends[0]] if ends else ()
    copula = len(gap) > 0 and words.language.words["auxiliaries"].issuperset(gap)
    return named and copula


def _ends_ratio(number, hit, state):
    """Whether a number that ends its clause is the whole of one some words before: «19 ходатайств о … из 140»."""
    words, before = state.words, range(max(0, hit.first - _RATIO), hit.first)
    if number.has_noun or (number.last < len(words) and words[number.last] not in _ENDS):
        return False
    near = [i for i in before if words.marks[i] & NUMBER]
    return bool(near) and all(word.isalpha() for word in words[near[-1] + 1 : hit.first])


def find_front(state, n, numbers):
    """Where a whole that stands before its part ends, and where what is told begins: «of the 64 who had asked, 22 …».

    A comma parts the two, or the whole ends with its noun: «Из 64 осуждённых помиловали 22». None if the sentence
    has no such whole.
    """
    if len(numbers) < 2:
        return None
    if _find_of(state, n, numbers[0].opens) is None:
        return None
    end = max(numbers[0].noun, numbers[0].last)
    comma = next((i for i in range(end, numbers[1].opens) if state.words[i] == ","), None)
    if comma is not None:
        return comma, comma + 1
    # in English a participle right behind the noun may tell of all of them: «of the 64 convicts freed 22 were …»
    beside = numbers[1].opens == end and numbers[0].has_noun
    return (end, end) if beside or state.text.language.words["verb_endings"] else None


def _find_of(state, n, opens):
    """Where the «of» stands that opens a sentence and leads to its first number: «of the country's 1,190», or None."""
    words, small, first = state.words, state.text.language.words, state.text.sentences[n][0]
    at = next((i for i in range(opens - 1, max(first, opens - _OF) - 1, -1) if words[i] in small["one_of"]), None)
    if at is None or not all(word.isalpha() or word == "'s" for word in words[at:opens]):
        return None
    leads = small["conjunctions"] | small["and"] | small["adverbs"] | small["after_bare"]
    opened = any(hit.first == first and hit.last > at for hit in state.text.hits[n].of("whole_opens"))  # «out of»
    return at if opened or words[at - 1] == "," or leads.issuperset(words[first:at]) else None
