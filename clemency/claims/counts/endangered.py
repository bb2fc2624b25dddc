"""Those among people held whose health or life is in danger: the sick of a list, «at least 36 of them need a doctor».

They are counted beside the people held, not in their breakdown: as `other`, since all that are held is another number.
"""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.groups import OWN_GROUPS
from clemency.claims.counts.parts import follows_part
from clemency.claims.counts.reading import Reading

_STOPS = ".;"


def read_endangered(state, n, number, group, whole):
    """What a number counts of whom words for sickness or danger tell: a part of those held, or those on a list."""
    hits = state.text.hits[n].of("endangered")
    if not (hits or (n and state.text.hits[n - 1].of("endangered"))):
        return None
    part = group in (None, "chronically_ill") and _is_part(state, n, number, whole)  # not «11 women among them»
    told = part or _is_on_list(state, n, number, hits)
    return Reading("other", "stock.endangered", "occurred", True, 0, series=True) if told else None


def is_sick_part(state, n, number, whole):
    """Whether a number only says how some of those are whom an act has freed: «six of them are gravely ill»."""
    freed = number.anaphora and whole and not whole.stock
    return bool(freed) and _tells_of_danger(state, n, number)


def _is_part(state, n, number, whole):
    """Whether a number is of some of those held, in a clause that tells of danger and of no act."""
    held = number.anaphora and whole and whole.stock and not follows_part(state, n, number)
    return bool(held) and _tells_of_danger(state, n, number)


def _tells_of_danger(state, n, number):
    """Whether a number's clause tells of sickness or danger, and neither of an act nor of an age."""
    words, (first, last), hits = state.words, state.text.sentences[n], state.text.hits[n]
    begin = next((i + 1 for i in range(number.opens - 1, first, -1) if words[i] in _STOPS), first)
    end = next((i for i in range(max(number.noun, number.last), last) if words[i] in _STOPS), last)
    acts = (hit for hit in hits.of("kind") if hit.entry.kind in EVENT_KINDS)  # «36 of them, gravely ill, were let go»
    aged = (hit for hit in hits.of("groups") if hit.entry in OWN_GROUPS)
    if any(number.last <= hit.first < end for hit in (*acts, *aged)):
        return False
    return any(begin <= hit.first and hit.last <= end for hit in hits.of("endangered"))


def _is_on_list(state, n, number, hits):
    """Whether a number is of those on a list of the sick: «we asked about the list of the sick: it has 96 names»."""
    small, end = state.text.language.words, max(number.noun, number.last)
    listed = [hit for hit in state.text.hits[n].of_any("on_list", "on_it") if 0 <= number.opens - hit.last <= 1]
    if not listed or not (number.has_noun or end >= state.text.sentences[n][1]):
        return False
    if any(hit.last <= number.opens for hit in hits):
        return True
    before = state.words[slice(*state.text.sentences[n - 1])] if n and listed[0].section == "on_it" else ()
    return bool(n and state.text.hits[n - 1].of("endangered")) and not small["lists"].isdisjoint(before)
