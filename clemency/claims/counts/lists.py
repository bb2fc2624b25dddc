"""What a number counts that stands in a list, or tells how long one is: of items, of decrees, of prisoners."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.alone import leads_to
from clemency.claims.counts.reading import Reading, is_political
from clemency.documents.sentences import BULLETS


def read_item(state, n, number):
    """«• 4 September – another 30»: an item of a list counts what the heading over the list names."""
    sentences = state.document.sentences
    if sentences[n].text[0] not in BULLETS or number.opens - state.text.sentences[n][0] > 6:
        return None
    head = state.find_head(n)
    acts = () if head is None else state.text.hits[head].of("kind")
    kinds = (hit.entry for hit in acts if hit.entry.kind in EVENT_KINDS)
    return next((Reading(entry.kind, entry.rule, "occurred", False, 0) for entry in kinds), None)


def read_decreed(state, n, number):
    """«Decrees followed: 30 people in May, then 37», «two acts, with 31 and 32 names»: those whom decrees name.

    So do «the decree of pardon is out. On it are 27 names».
    """
    small, noun = state.text.language.words, state.words[number.last : number.noun]
    if not (small["anybody"] | small["names"] | small["more"]).issuperset(noun):
        return None
    decrees = [hit.last for hit in state.text.hits[n].of("decrees") if hit.last <= number.opens]
    before = decrees or (n and state.text.hits[n - 1].of("decrees"))
    told = any(act.entry.kind == "pardon" for act in state.text.hits[n - 1].of("kind")) if n else False
    if not before or not (told or any(draft.kind == "pardon" for draft in state.drafts)):
        return None
    names = not small["names"].isdisjoint(state.words[number.last : number.last + 3])  # «with 31 and 32 names»
    named = names and state.words[number.opens - 1] in small["with"] | small["and"]
    listed = decrees and ":" in state.words[decrees[-1] : number.opens]
    each = any(hit.first == max(number.noun, number.last) for hit in state.text.hits[n].of("in_each"))
    on_it = names and any(hit.last == number.opens for hit in state.text.hits[n].of("on_it"))
    sums = (hit for hit in state.text.hits[n].of("bare") if hit.entry.value == "sum")
    summed = decrees and any(leads_to(state.words, hit, number) for hit in sums)  # «six decrees together make 178»
    found = listed or named or each or on_it or summed
    return Reading("pardon", "decree.list", "occurred", False, 0, series=True) if found else None


def read_list(state, n, number):
    """«Its list had 1,110 names»: a rights group that speaks of political prisoners counts them on its list."""
    hits = state.text.hits[n]
    near = [hit for hit in hits.of("on_list") if _is_beside(state, hit, number)]
    near += [hit for hit in hits.of("on_it") if hit.last == number.opens and _speaks_of_list(state, n, hit.first)]
    others = any(not is_political(hit) for hit in hits.of("labels")) or _lists_others(state, n - 1)
    small = state.text.language.words
    near = [hit for hit in near if state.words[hit.first - 1] not in small["nobody"] | small["negations"]]
    begin = next((i for i in range(number.opens - 1, state.text.sentences[n][0], -1) if state.words[i] in ":;"), 0)
    beside = any(hit.first == number.last or 0 <= number.opens - hit.last <= 1 for hit in near)
    acts = [hit for hit in hits.of("kind") if begin <= hit.first < number.first]
    acts = [hit for hit in acts if not _tells_of_some(hit, number, hits)]
    if not near or others or acts:  # an act behind the number tells of another one
        return None
    political = state.political or any(_keeps_list(state, n, hit) for hit in near)
    if not (number.has_noun or beside) or not political:
        return None
    return Reading("political_prisoners", "stock.on-list", "occurred", True, 0)


def _keeps_list(state, n, hit):
    """Whether a rights group's name stands in or beside the words for a list: «Viasna's list», «в списке «Весны»»."""
    actors = (actor for actor in state.text.hits[n].of("actor") if actor.entry[0] == "human_rights")
    return any(hit.first - 2 <= actor.last and actor.first <= hit.last + 2 for actor in actors)


def _tells_of_some(act, number, hits):
    """Whether an act is told only of some of those counted: «1,017 names, of which 48 were added»."""
    return any(number.last <= hit.first < act.last for hit in hits.of("anaphora"))


def _is_beside(state, hit, number):
    """Whether at most six words, quotation marks apart, part a list from a number."""
    gap = state.words[hit.last : number.opens] if hit.last <= number.opens else state.words[number.last : hit.first]
    for pause in ",—":
        if gap.count(pause) == 2:  # «in the list, which it made public in May, were 357 names»
            opens = gap.index(pause)
            gap = gap[:opens] + gap[gap.index(pause, opens + 1) + 1 :]
    return len(gap) <= 12 and sum(word != '"' for word in gap) <= 6


def _speaks_of_list(state, n, end=None):
    """Whether a sentence, or the one before with its own words up to `end`, speaks of a list.

    «It added to the list. There are 213 on it now.»
    """
    if n < 0:
        return False
    first, last = state.text.sentences[n] if end is None else (state.text.sentences[max(0, n - 1)][0], end)
    return not state.text.language.words["lists"].isdisjoint(state.words[first:last])


def _lists_others(state, n):
    """Whether a sentence speaks of a list of others: «The security service keeps a list of terrorists»."""
    labels = state.text.hits[n].of("labels") if _speaks_of_list(state, n) else ()
    return bool(labels) and not any(is_political(hit) for hit in labels)
