"""What a number counts when its own clause does not say it: by the counts, headlines and acts told before it."""

import dataclasses

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.bare import read_after, read_bare
from clemency.claims.counts.kinds import read_kind
from clemency.claims.counts.lists import read_decreed, read_item, read_list
from clemency.claims.counts.reading import Reading
from clemency.claims.counts.refusals import is_countable
from clemency.claims.counts.series import read_alone, read_answer, read_such


def read_around(state, n, number, reading, anaphora, before):
    """What a number counts by its own clause, or else by the list, the headline or the people told of before it."""
    if reading and reading.trigger and state.words[max(number.noun, number.last) :][:1] == ["—"]:
        behind = reading.trigger.last < number.opens  # «six left by pardon, two — after the visit»
        reading = (read_parallel(state, n, number, before) if behind else None) or reading
    if reading and reading.rule == "stock.held" and not number.has_noun:
        reading = read_after(state, n, number) or reading
    reading = read_such(state, n, number) or reading or borrow_kind(state, n, number, anaphora, before)
    if reading and not is_countable(state, number, reading, anaphora):
        reading = continue_list(state, n, number, before) or read_parallel(state, n, number, before) or reading
    if not reading or not is_countable(state, number, reading, anaphora):
        reading = read_bare(state, n, number) or read_from(state, n, number) or reading
    return reading


def read_from(state, n, number):
    """What a number counts that rose or fell to another one: «the list shrank from 1,268 people to 1,189», or None."""
    reading = number.until and read_kind(number.until, state.words, state.text.hits[n])
    return dataclasses.replace(reading, series=True) if reading and reading.stock else None


def read_of_them(state, n, number, reading, whole):
    """What a stock counts that is one of people told of before: of those freed, or of political prisoners."""
    reading = read_identified_among(state, n, number, reading, whole) or reading
    if reading.stock and state.drafts and state.drafts[-1].label:
        reading.kind = "political_prisoners"
    return reading


def read_identified_among(state, n, number, reading, whole):
    """«At least 313 political prisoners were among them»: so many of those whom an act has freed, or None."""
    if not (whole and whole.kind in EVENT_KINDS and reading.label) or whole.stock:
        return None
    if any(hit.first >= number.last for hit in state.text.hits[n].of("held")):
        return None  # «three of them, all political prisoners, are back in jail»
    return Reading(whole.kind, "bare.identified", "occurred", False, 0, label=reading.label, after=whole)


def goes_on(state, n, number, hits):
    """Whether «таких» right before a number, or a dash after the count of an act, points back to what was told."""
    last = state.drafts.of_sentence(n)[-1:]
    if state.words[number.opens - 1] == "—" and last and last[0].kind in EVENT_KINDS:
        return True
    return any(hit.last == number.opens and hit.entry.value == "such" for hit in hits.of("bare"))


def borrow_kind(state, n, number, anaphora, before):
    """The kind of a number that has no word for it beside it: from a list, a headline, or the heading over it."""
    return (
        continue_list(state, n, number, before)
        or read_parallel(state, n, number, before)
        or repeat_of_headline(state, n, number, anaphora)
        or read_item(state, n, number)
        or read_decreed(state, n, number)
        or read_list(state, n, number)
        or (read_answer(state, n, number) if number.has_noun else None)
        or read_alone(state, n, number)
    )


def continue_list(state, n, number, before):
    """«45,000 will go home, and 45,000 others for good»: a count joined to the one before it shares its kind."""
    earlier = state.drafts[before:]
    if not (earlier and earlier[-1].sentence == n):
        return None
    same = any(hit.last == number.opens for hit in state.text.hits[n].of("same_count"))
    if same and earlier[-1].stock:
        return Reading(earlier[-1].kind, earlier[-1].rule, "occurred", True, 0, series=True)
    small, at = state.text.language.words, number.opens - 1
    # «the release of 52 in September and of 14 in June»: the preposition is told again
    at -= state.words[at] in small["prepositions"] and state.words[at] == state.words[earlier[-1].first - 1]
    joins = same or state.words[at] in (",", "—", ":", *small["and"], *small["then"])
    trigger = earlier[-1].trigger
    # «55 were freed: in Minsk — 24, in Hrodna — 31» names the parts of a count
    dashed = state.words[number.opens - 1] == "—" and ":" not in state.words[earlier[-1].last : number.opens]
    dated = any(0 <= when.first - number.last <= 1 for when in state.whens[n])  # «37 on 16 September»
    told = earlier[-1].trigger or earlier[-1].after or dashed
    if not joins or not told or not (number.has_noun or same or dashed or dated):
        return None
    series = dashed or dated
    last, own = earlier[-1], None if same else trigger
    return Reading(last.kind, last.rule, last.status, last.stock, 0, own, None, series)


def read_parallel(state, n, number, before):
    """«61 were pardoned of their terms and 137 of their fines»: a count that the preposition of the one before follows.

    So does a dash in place of the verb: «six left by pardon, two — after the visit».
    """
    earlier, end, small = state.drafts[before:], max(number.noun, number.last), state.text.language.words
    joins = state.words[number.opens - 1] in (",", *small["and"])
    if not (joins and earlier and earlier[-1].trigger) or end >= state.text.sentences[n][1]:
        return None
    verbs = (draft for draft in reversed(earlier) if state.words[draft.last] != "—")
    told, word = next(verbs, earlier[-1]), state.words[end]
    if told.trigger is None:
        return None
    leads = word in small["prepositions"] | small["after_bare"] and word not in small["conjunctions"] | small["and"]
    if word != "—" and not (leads and word in state.words[told.last : number.opens]):
        return None
    hits = _find_told(state, n, end)
    if not hits:
        kind = "release" if word == "—" and ".mechanism." in told.rule else told.kind
        return Reading(kind, told.rule, told.status, told.stock, 0, told.trigger, series=True)
    own = word == "—" and hits[0].section == "kind" and hits[0].entry.kind in EVENT_KINDS
    return Reading(hits[0].entry.kind, hits[0].entry.rule, told.status, False, 0, hits[0], series=True) if own else None


def _find_told(state, n, start):
    """What is told in the rest of a clause: acts, or that people are held."""
    last = state.text.sentences[n][1]
    end = next((i for i in range(start, last) if state.words[i] in ",;:"), last)
    return [hit for hit in state.text.hits[n].of_any("kind", "held", "labels") if start <= hit.first < end]


def repeat_of_headline(state, n, number, anaphora):
    """«On the list are 31 people»: a body repeats its headline's number without the word for the act."""
    for draft in state.drafts.of_value(number.value, n):
        if not draft.stock and (number.has_noun and draft.headline or anaphora):
            return Reading(draft.kind, draft.rule, draft.status, False, 0)
    return None


def names_again(state, n, value):
    """«Viasna can name ten political prisoners on the list»: a count already stated, by another voice."""
    for draft in reversed(state.drafts.of_value(value, n)):
        if not draft.stock and draft.sentence != n:
            draft.repeats.append(n)
            state.named_again.append((n, draft))
            return True
    return False
