"""Those among people held whose health or life is in danger: the sick of a list, «at least 36 of them need a doctor».

They are counted beside the people held, not in their breakdown: as `other`, since all that are held is another number.
"""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.kinds import Reading
from clemency.claims.counts.parts import OWN_GROUPS, follows_part

_STOPS = ".;"


def read_endangered(state, n, number, group, whole):
    """What a number counts of whom words for sickness or danger tell: a part of those held, or those on a list."""
    hits = state.text.hits[n].of("endangered")
    if not (hits or (n and state.text.hits[n - 1].of("endangered"))):
        return None
    part = group in (None, "chronically_ill") and _is_part(state, n, number, whole, hits)  # not «11 women among them»
    told = part or _is_on_list(state, n, number, hits)
    return Reading("other", "stock.endangered", "occurred", True, 0, series=True) if told else None


def _is_part(state, n, number, whole, hits):
    """Whether a number is of some of those held, in a clause that tells of danger and of no act."""
    if not (number.anaphora and whole and whole.stock) or follows_part(state, n, number):
        return False
    words, (first, last) = state.words, state.text.sentences[n]
    end = max(number.noun, number.last)
    begin = next((i + 1 for i in range(number.opens - 1, first, -1) if words[i] in _STOPS), first)
    end = next((i for i in range(end, last) if words[i] in _STOPS), last)
    acts = state.text.hits[n].of("kind")
    if any(hit.entry.kind in EVENT_KINDS and number.last <= hit.first < end for hit in acts):
        return False  # «36 of them, gravely ill, were let go»
    aged = (hit for hit in state.text.hits[n].of("groups") if hit.entry in OWN_GROUPS)
    if any(number.last <= hit.first < end for hit in aged):
        return False
    return any(begin <= hit.first and hit.last <= end for hit in hits)


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
