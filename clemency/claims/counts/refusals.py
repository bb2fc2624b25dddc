"""Which readings of numbers stand; the others are refused by name."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.acts import is_beyond_rival
from clemency.claims.counts.distance import measure_apart
from clemency.claims.counts.endangered import is_sick_part
from clemency.claims.counts.numbers import is_of_them
from clemency.claims.counts.parts import follows_part
from clemency.messages import say

_RELATIVE = 3  # words from a relative pronoun to its verb
OPENS_ASIDE, _CLOSES_ASIDE = ",(—", ",.;:)—"


def refuse_count(state, n, number, group, reading, whole, anaphora):
    """The rule and the reason that refuse a number which could have counted persons, or None."""
    if number.population and not is_labelled(number, reading):
        return "number.whole", say("The whole that a part is taken from; it is counted where it is first stated.")
    if whole is None and anaphora and is_of_uncounted(number, group, reading, anaphora):
        return "number.part", say("A part of people who are not counted.")
    described = reading and anaphora and whole is not None
    described = described and is_described(state, n, number, reading, whole, anaphora)
    if described or is_sick_part(state, n, number, whole):
        return "number.part", say("A part of the count before it, of which no group is known.")
    if reading and is_listed_behind(state, n, number, reading):
        return "number.part", say("A part of the count before it, of which no group is known.")
    if reading and (is_further_item(state, n, number, group, reading) or ends_parts(state, n, number, reading)):
        return "number.part", say("A part of people who are not counted.")
    if reading and reading.kind in EVENT_KINDS and is_of_known(state, n, number, whole, anaphora):
        return "number.known", say("Those counted are known already; it only says what they are.")
    if reading and reading.kind in ("amnesty", "pardon") and is_about_things(state.text.hits[n]):
        return "number.no-custody", say("An amnesty or pardon of something other than people in custody.")
    if reading and reading.stock and number.definite and not number.has_noun:
        return "number.known", say("Those counted are known already; it only says what they are.")
    told = state.drafts.of_sentence(n) if reading else ()
    listed = any(number.value in draft.breakdown.values() for draft in told)
    if reading is None or listed or not is_countable(state, number, reading, anaphora):
        return "number.no-kind", say("Nothing beside it says that it counts people pardoned, released or imprisoned.")
    return None


def is_of_uncounted(number, group, reading, anaphora):
    """Whether a part is of people of whom nobody said how many they are: «of those pardoned, 13 are women»."""
    if not group:  # «it welcomes the release of a few people, one American citizen among them»
        return anaphora.section == "inclusion" and number.has_noun and anaphora.first == number.noun
    told = reading.trigger if reading else None
    named = told is not None and anaphora.first <= told.first < anaphora.last <= number.opens
    return anaphora.first == number.last or anaphora.section == "among" or named


def is_described(state, n, number, reading, whole, anaphora):
    """Whether a part only says who they were, «including five convicted of arson», rather than what became of them."""
    if is_aside(state, n, number, anaphora):
        return True
    among = anaphora.section in ("among", "inclusion") and not reading.label
    if among and names_whole(state, number, anaphora, reading.trigger):
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
    held = (hit.first - anaphora.last for hit in state.text.hits[n].of_any("held", "stock"))
    if trigger and whole.sentence == n and trigger.last <= number.opens and any(0 <= gap <= 2 for gap in held):
        return True  # «three were handed over, two of whom had been held in Poland»
    if trigger and trigger is whole.trigger and whole.sentence == n and trigger.last <= whole.first:
        return True  # «the amnesty covered 3,150, and 297 of them committed new crimes»
    if trigger and reading.kind == whole.kind == "release" and whole.sentence == n and trigger.first >= number.last:
        return True  # «33 were let out, and two of them were questioned after their release»
    told = trigger and not small["auxiliaries"].isdisjoint(state.words[trigger.first - 2 : trigger.first])
    told = told and state.words[trigger.last] not in small["participle_leads"]
    return reading.kind in ("convicted", "detained") and not whole.stock and not told


def names_whole(state, number, among, act):
    """Whether an act only says among whom some are: «13 are among those freed», «among those who came out, two …»."""
    if act is None or act.first < among.first:
        return False
    words, small = state.words, state.text.language.words
    at = among.last + (words[among.last : among.last + 1] == [","])
    clause = (
        words[at : at + 1] and words[at] in small["relatives"] | small["that"] and "," in words[act.last : number.opens]
    )
    return act.first <= among.last or bool(clause and act.first <= at + _RELATIVE)


def is_aside(state, n, number, anaphora):
    """Whether a part only stands beside its whole and tells nothing: «20 people, nine of them teachers, were freed»."""
    words, start, last = state.words, number.opens, state.text.sentences[n][1]
    if anaphora.first != number.last or words[start - 1] not in OPENS_ASIDE:
        return False
    end = next((i for i in range(anaphora.last, last) if words[i] in _CLOSES_ASIDE), last)
    told = state.text.hits[n].of_any("kind", "labels", "held", "stock")
    return not any(hit.first < end and start < hit.last for hit in told)


def is_listed_behind(state, n, number, reading):
    """Whether a colon opens a list of those counted, in which a number stands: «four are on trial: a cook, two …»."""
    if not any(_opens_list(state, n, draft, number, reading) for draft in state.drafts.of_sentence(n)):
        return False
    ends = next((i for i in range(number.last, state.text.sentences[n][1]) if state.words[i] in _CLOSES_ASIDE), None)
    acts = state.text.hits[n].of("kind")
    # «26 were amnestied: for eleven the sentence is over»
    return not any(ends and number.last <= hit.first < ends for hit in acts)


def _opens_list(state, n, draft, number, reading):
    """Whether a colon follows a greater count of the same act, without dates behind it."""
    told = draft.trigger is reading.trigger is not None and number.value < (draft.value or 0)
    if not (told and draft.last < number.opens and state.words[draft.last] == ":"):
        return False
    return not any(when.first > draft.last for when in state.whens[n])  # «90 came out: 38 in June, 52 in July»


def is_further_item(state, n, number, group, reading):
    """Whether a number only goes on with who is among others: «among the new prisoners are a doctor, two brothers»."""
    trigger = reading.trigger
    if trigger is None or group or reading.label and reading.label.first >= number.opens:
        return False
    hits = state.text.hits[n].of_any("among", "inclusion")
    leads = (hit for hit in hits if hit.first < trigger.first < hit.last <= number.opens)
    further = {",", *state.text.language.words["and"]}
    return any(not further.isdisjoint(state.words[hit.last : number.opens]) for hit in leads)


def ends_parts(state, n, number, reading):
    """Whether a number goes on from parts, and what is told only says who they are: «24 women and 16 people held …»."""
    end, trigger, small = max(number.noun, number.last), reading.trigger, state.text.language.words
    if not (number.has_noun and trigger) or reading.label or trigger.first < end or not follows_part(state, n, number):
        return False
    if state.words[end] in small["relatives"]:
        return True  # «including 24 women and 16 people who were children when arrested»
    return trigger.first == end and not state.words[trigger.last - 1].endswith(tuple(small["verb_endings"]))


def is_of_known(state, n, number, whole, anaphora):
    """Whether people are told of who were named before: «again the three women went home», «all 11 are home, two …».

    They were not counted where they were first named, or they are some of those just named.
    """
    if anaphora:
        return False
    if number.definite and number.has_noun and (whole is None or whole.value != number.value):
        word = state.words[number.last - 1]
        same = (row for row in state.rejected if row.rule == "number.no-kind")
        return any(row.text.lower().rsplit(maxsplit=1)[-1] == word for row in same)
    told = state.drafts.of_sentence(n)[-1:]
    return bool(told) and told[0].definite and number.of_people and not number.has_noun and number.value < told[0].value


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
    end = max(number.last, number.noun)
    return end < last and state.words[end] in small["modals"] | small["auxiliaries"]


def count_dated(state, number, trigger):
    """How many words of dates part a number from its act: «freed, over the same three years, were only twelve»."""
    n = state.text.sentence_at(number.first)
    dates = [*state.whens[n], *state.text.hits[n].of("same_period")]
    gap = range(trigger.last, number.opens)
    return len({i for when in dates for i in range(when.first, when.last) if i in gap})


def is_subject(state, number, reading):
    """Whether a number stands right before the verb of its act: «two died in custody», «two were freed»."""
    between = state.words[number.last : reading.trigger.first] if reading.trigger else ["?"]
    small = state.text.language.words
    return (
        reading.trigger is not None
        and number.last <= reading.trigger.first
        and (small["auxiliaries"] | small["adverbs"]).issuperset(between)
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
