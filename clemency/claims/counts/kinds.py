"""What a number counts: the kind, status and measure that the words around it give."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.acts import (
    ACCUSED,
    choose_act,
    find_act_of_those,
    find_description,
    find_mechanism,
    holds_rival,
    list_acts,
)
from clemency.claims.counts.held import (
    REASON,
    are_kept,
    counts_held,
    find_political,
    find_stock,
    is_stock,
    leaves_out_all,
    read_held,
    read_label,
    read_label_beside,
)
from clemency.claims.counts.reading import Reading
from clemency.claims.counts.status import read_status

_KEPT = ("release", "amnesty")  # acts whose denial says that those counted are held still


def read_kind(number, words, hits):
    """Decide what a number counts, or None if nothing near it says so."""
    span = (number.opens if number.subject is None else number.subject, _end_of_count(number, hits))
    label = find_political(number, words, span, hits)
    named = list_acts(number, words, span, hits)
    accused = [hit for hit in named if hit.entry.rule.endswith(ACCUSED)]
    named = [hit for hit in named if hit not in accused] if accused else named
    best, triggers = choose_act(number, words, span, hits, named)
    if accused and best and holds_rival(span, best[2], number.rivals):
        best = None  # «27 became suspects, two were let go»
    if number.subject is not None and counts_held(number, hits):
        return Reading("other", "stock.held", "occurred", True, 0)
    if label and (told := find_act_of_those(span, words, hits)):
        return _read_act((0, told.first, told), [], [told], (told.first, told.first), label, words, hits)
    stock = find_stock(words, span, hits)
    if beside := read_label_beside(number, words, span, hits, label):
        return beside
    if stock and span[1] < len(words) and words[span[1]] in words.language.words["relatives"]:
        stock = (stock[0] + 6, stock[1])  # «31 citizens who had been serving time were brought home»
    if label and best and leaves_out_all(number, label, best[2], words):
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, 0, label=label[1])
    if label and stock and is_stock(best, stock, words, span, hits):
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, stock[0], label=label[1])
    if best and are_kept(best[2], words, span, hits):
        best = None
    if best and not (stock and stock[0] < best[0] - 4 and best[2].entry.kind not in EVENT_KINDS):
        return _read_act(best, named, triggers, span, label, words, hits)
    one = number.in_words and number.value == 1 and (number.subject is None or (label and label[0]))
    if label and one and not (stock or hits.of("held")):
        return None  # «one political prisoner, Mikalai K., was taken to hospital»
    read = (read_label(number, words, span, hits, label) if label else None) or read_held(number, words, span, hits)
    return read or _read_accused(span, accused)


def _read_accused(span, accused):
    """A count of those accused of whom nothing more is said: «the prosecutors speak of 17 suspects», or None."""
    told = next((hit for hit in accused if span[0] < hit.first < span[1]), None)
    return Reading("other", told.entry.rule, "occurred", False, 0, told) if told else None


def _read_act(best, named, triggers, span, label, words, hits):
    """The act that a number counts, with its mechanism and its status; of a denied one, what those counted are.

    «36 persons imprisoned for political reasons have not been released» are held; so are those of «an amnesty without
    the 1,206 political prisoners».
    """
    hit = find_mechanism(best[2], triggers, span, words) or best[2]
    status = read_status(hit, span, words, hits)
    if status == "demanded" and ".considered" in hit.entry.rule:
        status = "occurred"  # «1,042 asked for mercy» is no demand of whoever tells it
    if status == "denied" and (told := find_description(named, triggers, span)):
        return Reading(told.entry.kind, told.entry.rule, "occurred", False, best[0], told, label and label[1])
    if status == "denied" and hit.entry.kind in _KEPT and label and label[0] <= REASON:
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, best[0], label=label[1])
    return Reading(hit.entry.kind, hit.entry.rule, status, False, best[0], hit, label and label[1])


def _end_of_count(number, hits):
    """Where the words of a count end, with «of them» that may follow it."""
    end = max(number.noun, number.last)
    ties = hits.of("anaphora")
    return max((hit.last for hit in ties if hit.first == end), default=end) if ties else end
