"""Numbers of persons: read them from digits and words, with their relation, or refuse them by a named rule."""

import dataclasses

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.reading import is_political
from clemency.claims.counts.values import read_bounds, read_value, read_words, scale_later
from clemency.lexicon import ALONE, NUMBER
from clemency.messages import say

WINDOW = 4  # words that may stand between a number and its noun
WHOLE = ".whole"  # the rules for a number of which only a part is told: «a third of the 300»
_HOURS = 24  # of a day
OLDEST = 120  # years; a greater number is no age
_SHORT = 4  # letters of a word too short to be known by its ending
_BEHIND = 3  # words of a noun that «or more» may follow
AS_MANY = 3  # words behind a number that «and as many» may stand among
SUBJECT = 20  # words that may stand between a noun and a number that is said of it


@dataclasses.dataclass(slots=True)
class Number:
    """A number in the words `[first, last)`; `opens` is where its relation begins, `noun` where its noun ends."""

    first: int
    last: int
    low: float | None
    high: float | None
    relation: str
    opens: int
    noun: int = 0
    has_noun: bool = False
    subject: int | None = None  # where «the number of those held» begins, if the number follows at a distance
    definite: bool = False  # "the thirteen": known already
    in_words: bool = False
    of_people: bool = False  # «двое»: a number word that counts nothing but people
    rivals: list = ()  # where the sentence's counts open, in order, parts apart: an act beyond another is rather its
    parts: list = ()  # the sentence's counts that are tied to one before: «of whom 2,000»
    population: bool = False  # the whole of which another number is a part: «115 out of 1,300»
    anaphora: object = None  # the hit of «of them» or the like, by which it points back to a count before it
    listed: bool = False  # a part of the count before its colon: «eight persons: five Poles and three Belarusians»
    until: object = None  # the number that it rose or fell to: «from 1,227 to 1,103»
    scale: int = 1  # the thousand of «three thousand»

    def is_near(self, hit):
        """Whether words such as a label begin behind the number, with two words at most between."""
        return 0 <= hit.first - self.last <= 2

    @property
    def value(self):
        """The number stated."""
        return self.low if self.low is not None else self.high


def find_numbers(text, n, taken):
    """Numbers of sentence n that are not in the `taken` set of word positions (dates)."""
    words, language, hits = text.words, text.language, text.hits[n]
    first, last = text.sentences[n]
    # «more than a thousand» is «больше тысячи», where the word stands alone
    bounded = {words[hit.last] for hit in hits.of("relation_before") if hit.last < last}
    bounded.intersection_update(language.rules["numbers"]["scales_alone"])
    numbers, end = [], first
    for i in text.find_marked(n, NUMBER | ALONE if bounded else NUMBER):
        word = words[i]
        if i < end or i in taken or not (words.marks[i] & NUMBER or word in bounded):
            continue
        bounds = read_bounds(word, language) if "-" in word else None
        value, after = (bounds[0], i + 1) if bounds else read_value(words, i, last, language)
        if value is None and word in bounded:
            rest, end_of_rest = read_words(words, i + 1, last, language)  # «more than тысячи ста»
            lower = rest is not None and rest < language.scales[word]
            value, after = (language.scales[word] + rest, end_of_rest) if lower else (language.scales[word], i + 1)
        if value is not None:
            value, after = scale_later(value, after, words, hits)
            number = Number(i, after, value, value, "=", i, after, in_words=not word[0].isdecimal())
            number.of_people = word in language.words["of_people"]
            if number.in_words or after > i + 1:
                number.scale = max(language.scales.get(word, 1) for word in words[i:after])
            if bounds and after == i + 1:
                number.high, number.relation = bounds[1], "range"
            numbers.append(number)
            end = after
    if len(numbers) > 1:
        levels = {hit.last for hit in hits.of("bare") if hit.entry.value == "level"}
        _join_ranges(numbers, words, language, levels)
    if numbers:
        _add_as_many(numbers, words, last, language)
        _read_relations(numbers, words, first, hits)
    return numbers


def _join_ranges(numbers, words, language, levels):
    """«from 20 to 30», «20-30»: two numbers become one range, if the first is the smaller; «205 for 205» is one.

    What «rose from 20 to 30» stood first at one number and then at the other; before it, the verb ends at one of the
    `levels`.
    """
    rules, i = language.rules["numbers"], 0
    swaps = rules["one_for_one"]
    while i + 1 < len(numbers):
        one, two = numbers[i], numbers[i + 1]
        between = words[one.last : two.first]
        if one.low == two.low and between in (swaps, ["-", *swaps, "-"]):
            one.last, one.noun, one.has_noun = two.last, two.noun, True  # «they swapped 205 for 205 captives»
            del numbers[i + 1]
            continue
        if opens_level(one, words) and two.first in levels:
            one.until = two
            i += 1
            continue
        if _goes_higher(one, two, between, language):
            numbers[i : i + 2] = [Number(one.first, two.last, one.low, two.high, "range", one.opens, two.last)]
            continue
        opened = one.first and words[one.first - 1] in rules["range_opens"]
        alike = one.in_words == two.in_words and one.of_people == two.of_people  # not «colony № 2 — трое»
        dashed = alike and len(between) == 1 and between[0] in ("-", "—")
        if (
            (dashed or opened and between and between[0] in rules["range"])
            and two.scale > one.scale
            and one.low is not None
            and one.low < 1000
        ):
            one.low = one.high = round(one.low * two.scale)  # «from three to four thousand», «5–6 thousand»
        near = one.low is not None and one.low < two.high < one.low * 5 and words[one.last] in rules["range_bare"]
        joined = dashed or (len(between) == 1 and (opened or near) and between[0] in rules["range"])
        if joined and one.low is not None and one.low < two.high and one.low * 10 > two.high:
            numbers[i : i + 2] = [Number(one.first, two.last, one.low, two.high, "range", one.opens, two.last)]
        i += 1


def opens_level(number, words):
    """Whether «from» stands right before a number."""
    return number.first > 0 and words[number.first - 1] in words.language.rules["numbers"]["range_opens"]


def _add_as_many(numbers, words, last, language):
    """«Eight women and as many men»: the words stand for the number before them."""
    for at, number in reversed([*enumerate(numbers)]):
        end = number.last + AS_MANY
        joins = [i for i in range(number.last, min(end, last)) if words[i] in language.words["and"]]
        for phrase in map(str.split, language.rules["numbers"]["as_many"]) if joins else ():
            first = joins[0] + 1
            if words[first : first + len(phrase)] == phrase:
                after = first + len(phrase)
                same = Number(first, after, number.low, number.high, "=", first, after, in_words=True)
                numbers.insert(at + 1, same)


def _goes_higher(one, two, between, language):
    """Whether a number corrects the one before it upwards: «thirty, maybe forty», «seven or eight»."""
    if not between or one.low is None or two.high is None or not one.low < two.high <= 2 * one.low:
        return False
    if len(between) == 1 and between[0] in language.words["either_or"]:
        return two.high - one.low <= max(2, one.low / 2)
    return between[0] == "," and len(between) > 1 and language.words["perhaps"].issuperset(between[1:])


def _read_relations(numbers, words, first, hits):
    """Give each number of a sentence the relation that the words beside it tell, unless it is a range."""
    leading = hits.of("relation_before")
    # «he spoke of "about twenty" beneficiaries» tells how many, and not of whom he spoke
    leads = hits.of("particles") if leading else ()
    pauses = {'"', ","}  # «according to the news agency, about 19,600», «speaks of about a thousand»
    of = words.language.words["prepositions"]
    leads = [hit for hit in leads if words[hit.last - 2] not in of and pauses.isdisjoint(words[hit.first : hit.last])]
    particles = {hit.last for hit in leads}
    # «fell from 1,227 to 1,103» is no «up to», where the two are one word
    levels = hits.of_any("bare", "running_total") if leading else ()
    levels = {hit.last for hit in levels if hit.last - hit.first > 1}
    leading = [hit for hit in leading if hit.last not in particles]
    leading = [hit for hit in leading if hit.entry.value != "<=" or hit.last not in levels]
    for number in numbers:
        if number.relation != "range":
            _read_relation(number, words, first, hits, leading)


def _read_relation(number, words, first, hits, leading):
    """The longest relation that ends where the number begins, or begins where it ends."""
    opens, language = number.first, words.language
    between = language.rules["numbers"]["after_relation"]
    before = [hit for hit in leading if hit.last == opens or (hit.last == opens - 1 and words[hit.last] in between)]
    ends = number.last, number.last + (number.last < len(words) and words[number.last] == ",")
    after = (hit for hit in hits.of("relation_after") if hit.first in ends or _is_behind(number, hit, words))
    best = min(before, key=lambda hit: hit.first) if before else next(after, None)
    if best:
        number.relation = best.entry.value
        number.opens = min(opens, best.first)
        if words[best.first] == "+":
            number.last = number.noun = best.last
    if number.relation in (">=", ">"):
        number.high = None
    elif number.relation in ("<=", "<"):
        number.low = None
    while number.opens > first and words[number.opens - 1] in language.words["scalars"]:
        number.opens -= 1  # «only 24 of those»
    if number.opens > first and words[number.opens - 1] in language.words["definite"]:
        number.definite = all(hit.last != number.opens for hit in hits.of("background"))  # not «in all the 13»


def _is_behind(number, hit, words):
    """Whether «or more» stands behind the noun of a number: «13 political prisoners or more»."""
    gap = words[number.last : hit.first]
    joins = 0 < len(gap) <= _BEHIND and words[hit.first] in words.language.words["either_or"]
    return joins and all(map(str.isalpha, gap))


def attach_noun(number, words, first, last, hits):
    """Find the noun that the number counts: the first person word within a few words, not past punctuation."""
    limit = min(last, number.last + WINDOW + 1)
    nouns = [hit for hit in hits.of_any("persons", "labels") if number.last <= hit.first < limit]
    nouns = [hit for hit in nouns if hit.section == "persons" or is_political(hit)]
    if not nouns:
        return
    start = number.last + _heads_row(number, words, first, last)
    for i in range(start, limit):
        told = _is_verb(words[i], tuple(words.language.words["past_endings"]))
        if i > start and (words[i][0].isdecimal() or words[i] in words.language.words["apart"] or told):
            return  # «one for 12,000 inmates», «two statements on prisoners», «12 авторов потребовали освобождения …»
        if words[i] in words.language.words["modals"]:
            return  # «больш за 1500 будуць вызвалены»
        if words[i] in '.,;:!?()[]"—' and not (words[i] == '"' and i == start):
            return
        ends = [hit.last for hit in nouns if hit.first == i]
        if ends:
            number.noun, number.has_noun = max(ends), True
            for hit in nouns:  # «13 other prisoners»: the last of several such words is the noun itself
                between = words[number.noun] if hit.first > number.noun and number.noun < last else ""
                beside = not between or (
                    between not in ".,;:()"
                    and not between[0].isdecimal()
                    and between not in words.language.words["modals"]  # «чалавек будуць вызвалены»
                    and not any(act.first == number.noun for act in hits.of("kind"))
                )
                near = number.noun <= hit.first <= number.noun + (hit.section == "persons")
                if near and hit.first < limit and beside:
                    number.noun = max(number.noun, hit.last)
            return


def _is_verb(word, endings):
    """Whether a word is a verb in the past, by its ending: what follows is not what a number before it counts."""
    return len(word) > _SHORT and word.endswith(endings)


def find_implied(number, words, last):
    """Whether the words beside a number say that it counts persons, without a noun after it.

    «Of four, who are home by now» counts persons, and «человек сорок» is about forty of them.
    """
    small, after = words.language.words, number.last
    ahead = words[number.first - 1] if number.first else ""
    ends = after >= last or words[after] in '.,;:!?)"—' or words[after] in small["after_bare"]
    if ahead in small["noun_first"] and ends:
        number.has_noun, number.relation = True, "~" if number.relation == "=" else number.relation
    after += after < last and words[after] == "," != ahead  # «a customs officer, 58, who got six years»
    noun = words[number.last] if number.last < last else "."
    people = number.last + 1 < last and noun.isalpha() and words[number.last + 1] in small["who_alone"]
    if people and noun not in small["after_bare"] | small["prepositions"]:
        number.noun, number.has_noun = number.last + 1, True  # «four Tamils who had spent 14 years in custody»
    year = len(words[number.first]) == 4 and not number.in_words and number.relation == "="
    if after < last and words[after] in small["who"] and not year:
        number.noun, number.has_noun = after + 1, True


def _heads_row(number, words, first, last):
    """Whether a number stands before a colon at the head of a row: «194: political detainees identified so far»."""
    return number.last < last and words[number.last] == ":" and number.opens - first <= 1


def find_subject(number, words, first, hits, dated):
    """Give a number without a noun the one that it is said of: «the number of those held has risen to 200».

    Words of dates, whose positions are `dated`, may stand between the two; other numbers may not.
    """
    froms = words.language.rules["numbers"]["range_opens"]  # «rose from 1,100 to 1,200»
    for hit in hits.of("number_of"):
        if first <= hit.first and hit.last <= number.opens and not _is_of_nobody(hit, number, words, hits):
            between = range(hit.last, number.opens)
            if len(between) <= SUBJECT and not any(
                words[i] in ";:" or (words[i][0].isdecimal() and i not in dated and words[i - 1] not in froms)
                for i in between
            ):
                number.subject, number.has_noun = hit.first, True


def _is_of_nobody(hit, number, words, hits):
    """Whether «the number» is said of no noun: «it cites the number of 1,640», «the total since May came to 1,515»."""
    small = words.language.words
    if hit.last == number.opens:
        return words[hit.first] in small["figures"] | small["definite"]
    if any(hit.first <= noun.first < number.opens for noun in hits.of_any("kind", "labels", "held", "persons")):
        return False
    levels = (level for level in hits.of_any("bare", "running_total") if level.first <= hit.last)
    return (
        words[hit.last] in ',;:—"'
        or words[hit.last] in small["after_bare"]
        or any(level.last == hit.last + 1 for level in levels)
    )


def is_of_them(number, hits):
    """Whether «of them» or the like follows right after the number, which thereby counts people."""
    return any(hit.first == number.last for hit in hits.of("anaphora"))


def _is_excused(number, hit, words, hits):
    """Whether what a number counts, or how it is written, overrules the words before it that would refuse it."""
    rule = hit.entry.rule
    return (
        (hit.entry.unless_noun and (number.has_noun or is_of_them(number, hits)))
        or (rule.endswith(".age") and (number.value > OLDEST or _is_level(hit, hits)))
        or (rule.endswith((".crowd", ".casualties", ".term.duration")) and _is_in_act(hit, hits))
        or (rule.endswith((".term.duration", ".name")) and number.of_people)
        or (rule.endswith((".article", ".articles")) and (_is_amount(number, words) or _ends_subject(hit, hits)))
        or (rule.endswith((".casualties", ".population")) and _is_in_custody(hit, hits))
        or (rule.endswith(".hour") and number.value > _HOURS)
        or (rule.endswith(".things") and _leads_act(hit, hits))
        or (rule.endswith(".helped") and _is_let_out(number, hits))
        # «two thirds of the 1,187 political prisoners are young»: they are held, whatever is told of a part of them
        or (rule.endswith(WHOLE) and any(is_political(label) and number.is_near(label) for label in hits.of("labels")))
    )


def _ends_subject(hit, hits):
    """Whether a word that leads numbers of articles is a verb here: «the prisoners now number 948»."""
    return any(opens.first < hit.first and opens.last == hit.last for opens in hits.of("number_of"))


def _is_in_custody(hit, hits):
    """Whether words for deaths, or for who lives somewhere, speak of prisons: «the country's prison population»."""
    told = (act for act in hits.of("kind") if act.entry.rule.endswith(".died"))
    return any(other.first < hit.last and hit.first < other.last for other in (*told, *hits.of("held")))


def find_refusal(number, words, last, hits, dated):
    """The rule (id, reason) that refuses the number, or None; words of dates, such as «a year ago», refuse none."""
    for hit in hits.of("refuse_before"):
        if hit.last in (number.first, number.opens) and not _is_excused(number, hit, words, hits):
            return hit.entry[0], say(hit.entry[1])
    if ":" in (words[number.first - 1 : number.first] + words[number.last : number.last + 1]) and _is_hour(
        number, words
    ):
        return "number.hour", say("An hour of the day, not a count of persons.")
    noun_at = number.noun if number.has_noun else last + 1
    limit = min(last, number.last + 4)
    for hit in hits.of("refuse_after"):
        beside = number.last <= hit.first < limit and hit.first < noun_at
        beside = beside and (hit.first not in dated or hit.first == number.last)
        if beside and not _tells_of_persons(number, hit, words, hits):
            between = words[number.last : hit.first]
            if hit.entry.rule.endswith((".things", ".duration")) and _is_parted(number, hit, words, hits):
                continue
            if hit.entry.rule.endswith(".duration") and not words.language.words["definite"].isdisjoint(between):
                continue  # «1,500 the year before»
            reach = 0 if hit.entry.rule.endswith(".difference") else 2  # not «eleven of the 52 had less than a month»
            if not any(word in '.,;:()"' for word in between) and len(between) <= reach:
                return hit.entry[0], say(hit.entry[1])
    if _names_year(number, words):
        return "number.name", say("A year in a name, such as «Amnesty-2014», not a count of persons.")
    if "/" in (words[number.first - 1], *words[number.last : number.last + 1]):
        return "number.slash", say("A part of a number such as 2022/23, not a count of persons.")
    if isinstance(number.low, float) or isinstance(number.high, float):
        return "number.fraction", say("A fraction, not a count of persons.")
    if not number.value:
        return "number.zero", say("Nought counts nobody.")
    return None


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
    passed = any(act.entry.kind in ("convicted", "detained") for act in begun)
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
    return any(0 <= number.opens - lead.last <= 2 for lead in leads) or any(
        0 <= number.opens - 1 - act.last <= 1 for act in acts
    )


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
