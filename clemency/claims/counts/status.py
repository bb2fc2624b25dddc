"""The status of an act: occurred, announced, planned, demanded, denied or hypothetical, by the words around it."""

from clemency.claims.counts.acts import opens_clause
from clemency.claims.counts.distance import measure_apart, measure_distance

_SUBJECT = 3  # words of a subject between a count and its verb


def read_status(trigger, span, words, hits):
    """The status of a trigger: its own, or what the words that lead up to it say."""
    if trigger.entry.status:
        return trigger.entry.status
    if trigger.first and words[trigger.first - 1] in words.language.words["negations"]:
        return "denied"
    stated = hits.of("status")
    if span[1] <= trigger.first and any(hit.last == span[0] and hit.entry.value == "denied" for hit in stated):
        return "denied"  # «none of the 65 people arrested at a meeting in June had been let out»
    would = words.language.words["subjunctive"]
    apart = words[min(span[1], trigger.last) : max(span[0], trigger.first)]
    if would and words[trigger.last : trigger.last + 1] and words[trigger.last] in would and "," not in apart:
        return "hypothetical"  # «60 тысячам простили бы остаток срока»
    statuses = _rank_statuses(trigger, span, words, hits) if stated else ()
    if not statuses:
        return "occurred"
    strong = (status for status in ("announced", "denied", "demanded") if status in statuses)
    return next(strong, statuses[0])


def _rank_statuses(trigger, span, words, hits):
    """The statuses that the words near a trigger or before its count tell, the nearest first."""
    rows, found = [], hits.of("status")
    if opens_clause(words, span, words[max(0, span[0] - 2) : span[0]]):
        found = [hit for hit in found if hit.last > span[0]]  # «… would benefit, and 1,840 of them had gone home»
    wider = [*found, *hits.of("before")]  # «if its announcements are to be believed»
    for hit in found:
        if any(hit is not other and _lies_inside(hit, other) for other in wider):
            continue  # «can confirm the release of 176» plans nothing, and who does not rule one out denies none
        between = trigger.last <= hit.first < span[0]
        joined = span[1] < hit.first and words[hit.first - 1] in words.language.words["and"]  # «… and demands»
        follows = _follows(trigger, span, hit, words) and not joined
        if any(told.first <= hit.first < told.last and _is_of_other(told, span, words) for told in hits.of("forecast")):
            continue  # «freed 1,200 instead of the expected 2,500»
        if ".considered" in trigger.entry.rule and trigger.first <= hit.first and hit.last <= trigger.last:
            continue  # «90 petitions are under review»
        if (hit.first >= trigger.last and not (between or follows)) or span[0] <= hit.first < span[1]:
            continue  # «some 900 appeals for mercy» demand nothing
        distance = measure_apart(words, (trigger.first, trigger.last), hit)
        if hit.last <= span[0] and span[1] <= trigger.first:  # «expects thirty, maybe forty more to walk out»
            distance = measure_distance(words, (hit.first, hit.last), span)
            distance += measure_distance(words, span, (trigger.first, trigger.last))
        if distance <= 5 or (span[1] <= hit.first and distance <= 9):
            rows.append((distance, hit.first, hit.entry.value))
    return [row[2] for row in sorted(rows)]


def _is_of_other(told, span, words):
    """Whether what was thought beforehand is a count right behind these words, and not the count asked for."""
    return told.last != span[0] and any(word[0].isdecimal() for word in words[told.last : told.last + 1])


def _follows(trigger, span, hit, words):
    """Whether what is said of an act stands right behind its count: «освобождать 1500 человек не намерен».

    Behind an infinitive, its subject may stand between: «помиловать 12 осужденных президент отказался».
    """
    gap, endings = words[span[1] : hit.first], tuple(words.language.words["infinitive_endings"])
    leads = trigger.first < span[0] and trigger.last <= span[1]  # «an exchange of 90 prisoners was refused»
    if not (leads and 0 <= hit.first - span[1] <= _SUBJECT):
        return False
    if len(gap) <= 1:  # not «the pardon, granted to 14, does not …»
        return gap != [","] or "," not in words[trigger.first : span[0]]
    return bool(endings) and words[trigger.last - 1].endswith(endings) and all(map(str.isalpha, gap))


def _lies_inside(one, two):
    """Whether a hit is a part of a longer one."""
    return two.first <= one.first and one.last <= two.last and one.last - one.first < two.last - two.first
