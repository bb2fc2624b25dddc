"""Numbers without a word for what they count: a list, a question or the people spoken of before them says it."""

from clemency.claims.claim import EVENT_KINDS, OCCURRED
from clemency.claims.counts.alone import ends_count, leads_to, may_be_bare, stands_alone
from clemency.claims.counts.phrases import read_phrase
from clemency.claims.counts.reading import Reading, is_political
from clemency.claims.counts.refusals import is_running_total
from clemency.claims.counts.series import read_answer, read_counted, read_further, read_row, read_selected, read_series
from clemency.claims.counts.told import find_last_count, follows_refused, go_on

_NEAR = 2  # words between those named and a relative pronoun, or between it and the number
_RELATIVE = 14  # words between a relative pronoun and the number that it leads to


def read_bare(state, n, number):
    """What a number without a noun of its own counts, by the words beside it and what was counted before, or None."""
    reading, hits = read_after(state, n, number), state.text.hits[n]
    if reading:
        return reading
    if not stands_alone(state, n, number):
        return read_it_was(state, n, number) or read_total(state, n, number)
    reading = read_relative(state, n, number)
    if reading:
        return reading
    parts = hits.of("inclusion")
    for hit in hits.of("bare"):
        among = any(part.first <= hit.first and hit.last <= part.last for part in parts)  # «сярод іх трое»
        if not among and leads_to(state.words, hit, number):
            reading = read_phrase(hit, state, n, number)
            if reading:
                return reading
    for read in (read_row, read_series, read_further, read_answer, read_selected, read_counted, read_total):
        reading = read(state, n, number)
        if reading:
            return reading
    return None


def read_it_was(state, n, number):
    """«He freed 12 priests in May. In June it was 19 clergymen»: another such act, at a time of its own."""
    last = find_last_count(state, n - 2)
    leads = [hit for hit in state.text.hits[n].of("bare") if hit.entry.value == "same" and hit.last == number.opens]
    if not (number.has_noun and last and last.kind in EVENT_KINDS and leads):
        return None
    dated = any(0 <= leads[0].first - when.last <= 1 for when in state.whens[n])
    return go_on(last, leads[0].entry.rule) if dated else None


def read_total(state, n, number):
    """«It let 146 more go. This takes the total since May to 1,515»: as many as the act before and those before it."""
    small, end = state.text.language.words, max(number.noun, number.last)
    follows = state.words[end : end + 1]  # «bringing to 24 the number of …»
    alone = may_be_bare(state, number) and (small["definite"].issuperset(follows) or stands_alone(state, n, number))
    if not (alone and (is_running_total(state, number) or _sums_up(state, n, number))):
        return None
    last = find_last_count(state, n - 2)
    if last is None or last.stock or last.status not in OCCURRED or number.value <= last.value:
        return None
    return None if follows_refused(state, n, number) else go_on(last, "bare.total")


def _sums_up(state, n, number):
    """Whether words such as «that makes» lead to a number that is counted since a day."""
    sums = (hit for hit in state.text.hits[n].of("bare") if hit.entry.value == "sum")
    since = any(when.role == "since" for when in state.whens[n])
    return since and any(leads_to(state.words, hit, number) for hit in sums)


def read_relative(state, n, number):
    """«… no relief for the political prisoners, who number 1,187»: those whom a relative pronoun points back to."""
    words, hits = state.words, state.text.hits[n]
    at = _find_relative(state, n, number)
    if at is None or any(at <= hit.first < number.opens for hit in hits.of("kind")):
        return None
    gap = words[at + 1 : number.opens]
    aside = gap[:1] == gap[-1:] == [","] and gap.count(",") == 2  # «которых, по данным «Вясны», 1187»
    direct = words[at - 1] == "," and (aside or len(gap) <= _NEAR)
    if not direct and not any(at <= hit.last and leads_to(words, hit, number) for hit in hits.of("bare")):
        return None
    ends = next((i for i in range(at - 1, at - _NEAR - 2, -1) if words[i] == ","), at)
    told = [hit for hit in hits.of_any("labels", "held_persons") if 0 <= ends - hit.last <= _NEAR]
    told = [hit for hit in told if not any(hit.last <= noun.first < ends for noun in hits.of("persons"))]
    label = next((hit for hit in told if hit.section == "labels"), None)
    if not told or (label and not is_political(label)):
        return None
    kind = "political_prisoners" if label or state.political else "other"
    return Reading(kind, "bare.relative", "occurred", True, 0, label=label, series=True)


def _find_relative(state, n, number):
    """Where the relative pronoun of a number's clause stands, or None; «of whom 36 are women» counts only a part."""
    words, small = state.words, state.text.language.words
    first = max(state.text.sentences[n][0] + _NEAR, number.opens - _RELATIVE)
    whose = {i for i in range(first, number.opens) if words[i] in small["who"] and words[i + 1] in small["figures"]}
    at = next((i for i in range(number.opens - 1, first, -1) if i in whose or words[i] in small["relatives"]), None)
    if at is None or number.anaphora or any(word[0].isdecimal() for word in words[at : number.opens]):
        return None
    leads = {",", *small["owners"], *small["figures"]}
    return at if words[at - 1] in leads else None


def read_after(state, n, number):
    """What a number counts by the words right behind it: «508 remain», «было еще около 60 политических», or None."""
    end = max(number.noun, number.last)
    for hit in state.text.hits[n].of("bare_after"):
        if hit.first == end and may_be_bare(state, number) and ends_count(state, n, hit.last):
            return read_phrase(hit, state, n, number)
        last = find_last_count(state, n - 2)
        if hit.first == end and hit.entry.value == "tally" and number.has_noun and last and last.kind in EVENT_KINDS:
            return go_on(last, hit.entry.rule)  # «Last month two more priests followed»
    return None
