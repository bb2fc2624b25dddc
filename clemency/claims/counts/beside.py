"""Numbers refused by the words beside them, which count things, years, money or hours and no persons."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.numbers import WHOLE, has_own_clause, is_of_them
from clemency.claims.counts.reading import is_political
from clemency.messages import say

_HOURS = 24  # of a day
_CLAUSE = 5  # words from cases to what was done in them
_OLDEST = 120  # years; a greater number is no age


def find_refusal(number, words, last, hits, dated):
    """The rule (id, reason) that refuses the number, or None; words of dates, such as «a year ago», refuse none."""
    for hit in hits.of("refuse_before"):
        if hit.last in (number.first, number.opens) and not _is_excused(number, hit, words, hits):
            return hit.entry[0], say(hit.entry[1])
    around = words[number.first - 1 : number.first] + words[number.last : number.last + 1]
    if ":" in around and _is_hour(number, words):
        return "number.hour", say("An hour of the day, not a count of persons.")
    return _find_refusal_behind(number, words, last, hits, dated) or _find_refusal_of_form(number, words)


def _find_refusal_behind(number, words, last, hits, dated):
    """The rule that refuses a number by what it counts, such as years or pages, or None."""
    noun_at = number.noun if number.has_noun else last + 1
    if words[noun_at - 1 : noun_at] and words[noun_at - 1] in words.language.words["more"]:
        noun_at += 1  # «eight more years»
    limit = min(last, number.last + 4, noun_at)
    for hit in hits.of("refuse_after"):
        if not number.last <= hit.first < limit or (hit.first in dated and hit.first != number.last):
            continue
        rule, between = hit.entry.rule, words[number.last : hit.first]
        reach = 0 if rule.endswith(".difference") else 2  # not «eleven of the 52 had less than a month»
        if len(between) > reach or any(word in '.,;:()"' for word in between):
            continue
        if rule.endswith(".duration") and not words.language.words["definite"].isdisjoint(between):
            continue  # «1,500 the year before»
        if _tells_of_persons(number, hit, words, hits):
            continue
        if not (rule.endswith((".things", ".duration")) and _is_parted(number, hit, words, hits)):
            return hit.entry[0], say(hit.entry[1])
    return None


def _find_refusal_of_form(number, words):
    """The rule that refuses a number by how it is written, or None."""
    if _names_year(number, words):
        return "number.name", say("A year in a name, such as «Amnesty-2014», not a count of persons.")
    if "/" in (words[number.first - 1], *words[number.last : number.last + 1]):
        return "number.slash", say("A part of a number such as 2022/23, not a count of persons.")
    if isinstance(number.low, float) or isinstance(number.high, float):
        return "number.fraction", say("A fraction, not a count of persons.")
    if not number.value:
        return "number.zero", say("Nought counts nobody.")
    return None


def _is_excused(number, hit, words, hits):
    """Whether what a number counts, or how it is written, overrules the words before it that would refuse it."""
    rule = hit.entry.rule
    return (
        (hit.entry.unless_noun and (number.has_noun or is_of_them(number, hits)))
        or (rule.endswith(".age") and (number.value > _OLDEST or _is_level(hit, hits)))
        or (rule.endswith((".crowd", ".casualties", ".term.duration")) and _is_in_act(hit, hits))
        or (rule.endswith((".term.duration", ".name")) and number.of_people)
        or (rule.endswith((".article", ".articles")) and (_is_amount(number, words) or _ends_subject(hit, hits)))
        or (rule.endswith((".casualties", ".population")) and _is_in_custody(hit, hits))
        or (rule.endswith(".hour") and number.value > _HOURS)
        or (rule.endswith(".things") and _leads_act(hit, hits))
        or (rule.endswith(".helped") and _is_let_out(number, hits))
        # «two thirds of the 1,187 political prisoners are young»: they are held, whatever is told of a part of them
        or (rule.endswith(WHOLE) and has_own_clause(number, words))
        or (rule.endswith(WHOLE) and any(is_political(label) and number.is_near(label) for label in hits.of("labels")))
    )


def _ends_subject(hit, hits):
    """Whether a word that leads numbers of articles is a verb here: «the prisoners now number 948»."""
    return any(opens.first < hit.first and opens.last == hit.last for opens in hits.of("number_of"))


def _is_in_custody(hit, hits):
    """Whether words for deaths, or for who lives somewhere, speak of prisons: «the country's prison population»."""
    told = (act for act in hits.of("kind") if act.entry.rule.endswith(".died"))
    return any(other.first < hit.last and hit.first < other.last for other in (*told, *hits.of("held")))


def _is_level(refusing, hits):
    """Whether what «reached» a number is a number itself: «the number of those pardoned reached 71»."""
    levels = any(hit.last == refusing.last for hit in hits.of_any("bare", "running_total"))
    return levels and any(hit.last <= refusing.first for hit in hits.of("number_of"))


def _is_in_act(refusing, hits):
    """Whether the words that would refuse a number belong to an act: «26 took part in the exchange» of prisoners."""
    return any(act.first <= refusing.first and refusing.last <= act.last for act in hits.of("kind"))


def _is_let_out(number, hits):
    """Whether an act follows those counted at once: «it helped 52 people to leave prison»."""
    end = max(number.noun, number.last)
    return any(act.entry.kind in EVENT_KINDS and 0 <= act.first - end <= 1 for act in hits.of("kind"))


def _is_let_out_by(number, hits):
    """Whether an act stands right before a number: whoever is freed was no bystander."""
    return any(act.entry.rule.endswith(".release") and act.last == number.opens for act in hits.of("kind"))


def _is_amount(number, words):
    """Whether a number is one that counts: no article of a law is «more than 1,900», none has its thousands parted."""
    return number.relation != "=" or any(sign in words[number.first] for sign in ", ")


def _leads_act(hit, hits):
    """Whether words that would refuse what follows them are a part of an act: «the law was meant for 7,850 people»."""
    return any(act.first < hit.first < act.last for act in hits.of("kind"))


def _tells_of_persons(number, hit, words, hits):
    """Whether what stands between a number and a word that would refuse it shows that it counts persons after all."""
    return (
        any(number.last <= act.first < hit.first < act.last for act in hits.of("kind"))
        or any(number.last == they.first <= hit.first < they.last for they in hits.of("anaphora"))  # «of these cases»
        or any(
            number.last == they.first and they.last <= hit.first and _stands_alone(words, they)
            for they in hits.of("anaphora")
        )
        or _counts_cases(number, hit, hits)
        or _tells_of_cases(number, hit, words, hits)
        or any(number.last <= group.first < hit.first for group in hits.of("groups"))  # «six over 50 years»
        or (hit.entry.rule.endswith(".bystanders") and _is_let_out_by(number, hits))  # «freed 24 participants»
        or not words.language.words["apart"].isdisjoint(words[number.last : hit.first])
    )


def _stands_alone(words, they):
    """Whether «of them» needs no noun, unlike «of these»: «for 12 of them prison is over», «12 of these prisons»."""
    return words[they.last - 1] not in words.language.words["definite"]


def _is_parted(number, hit, words, hits):
    """Whether an act or a preposition parts a number from a thing: «freed 13 by decree», but not «5 or 6 years»."""
    between = words[number.last : hit.first]
    if any(number.last <= act.first < hit.first for act in hits.of("kind")):
        return True
    small = words.language.words
    if not (small["auxiliaries"] | small["modals"]).isdisjoint(between):
        return True  # «some 2,400 had a year taken off»
    if between and len(between[0]) > 4 and between[0].endswith(tuple(small["verb_endings"])):
        return True  # «89 тысяч дожидались суда»
    goes_on = any(word[0].isdecimal() or word in words.language.number_words for word in between)
    if goes_on:
        return False
    return not words.language.words["after_bare"].isdisjoint(between)


def _counts_cases(number, hit, hits):
    """Whether what follows a number stands for prisoners: «it reviewed 240 cases», «nine deaths behind bars».

    So do sentences that were passed: «twenty-nine sentences were passed in absentia».
    """
    if hit.entry.rule.endswith(".casualties"):
        return any(act.first == hit.first and act.last > hit.last for act in hits.of("kind"))
    if not hit.entry.rule.endswith(".things"):
        return False
    acts = hits.of("kind")
    begun = [act for act in acts if act.first == hit.first and act.last > hit.last]  # «119 cases of detention»
    passed = any(act.entry.kind in ("convicted", "detained", "commutation") for act in begun)
    named = any((act.first, act.last) == (hit.first, hit.last) for act in acts)  # «he granted 14 pardons»
    spanning = [act for act in acts if act.first <= number.first and hit.first < act.last]
    return passed or any(named or act.entry.kind in ("other", "convicted") for act in spanning)


def _tells_of_cases(number, hit, words, hits):
    """Whether cases are those of persons: «it could verify 344 such cases», «refused in 71 cases»."""
    small = words.language.words
    if words[hit.first] not in small["cases"]:
        return False
    leads = (lead for lead in hits.of("bare") if lead.entry.value == "identified")
    placed = words[number.opens - 1] in small["prepositions"] | small["after_bare"]
    acts = hits.of("kind") if placed else ()
    return (
        any(0 <= number.opens - lead.last <= 2 for lead in leads)
        or any(0 <= number.opens - 1 - act.last <= 1 for act in acts)
        or any(_is_done_in(hit, act, words) for act in acts)
    )


def _is_done_in(cases, act, words):
    """Whether an act was done, or refused, in the cases before it: «in 432 cases it found no grounds»."""
    done = act.entry.kind == "commutation" or ".refused" in act.entry.rule
    gap = words[cases.last : act.first] if done and act.first >= cases.last else ["."]
    return len(gap) <= _CLAUSE and not any(word in ".,;:()" for word in gap)


def _names_year(number, words):
    """Whether a year is joined to a word: «Amnesty-2014»."""
    year = number.relation == "=" and len(words[number.first]) == 4 and 1900 <= number.value <= 2100
    return year and number.first > 1 and words[number.first - 1] == "-" and words[number.first - 2][0].isalpha()


def _is_hour(number, words):
    """Whether the number is a part of «11:30», but not of «26: eleven were freed»."""
    before, after = words[max(0, number.first - 2) : number.first], words[number.last : number.last + 2]
    if before[-1:] == [":"]:
        return before[0].isdecimal() and len(words[number.first]) == 2 and not number.in_words
    return after[:1] == [":"] and len(after) > 1 and after[1].isdecimal() and len(after[1]) == 2
