"""Numbers of a sentence, in digits or words: their values, ranges and relations such as «more than»."""

import dataclasses

from clemency.claims.counts.values import read_bounds, read_value, read_words, scale_later
from clemency.lexicon import ALONE, NUMBER

WHOLE = ".whole"  # the rules for a number of which only a part is told: «a third of the 300»
_BEHIND = 3  # words of a noun that «or more» may follow
_THOUSAND = 1000  # the least number that is no share of a thousand behind it
_AS_MANY = 3  # words behind a number that «and as many» may stand among


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
    bounded = _list_bounded(words, last, hits) if hits.of("relation_before") else ()
    numbers, end = [], first
    for i in text.find_marked(n, NUMBER | ALONE if bounded else NUMBER):
        if i < end or i in taken or not (words.marks[i] & NUMBER or words[i] in bounded):
            continue
        number = _read_number(words, i, last, bounded, hits)
        if number:
            numbers.append(number)
            end = number.last
    if len(numbers) > 1:
        levels = {hit.last for hit in hits.of("bare") if hit.entry.value == "level"}
        _join_ranges(numbers, words, levels)
    if numbers:
        _add_as_many(numbers, words, last, language)
        _read_relations(numbers, words, first, hits)
    return numbers


def _list_bounded(words, last, hits):
    """The words that stand alone for a number behind its bound: «more than a thousand» is «больше тысячи»."""
    led = (words[hit.last] for hit in hits.of("relation_before") if hit.last < last)
    return {*words.language.rules["numbers"]["scales_alone"]}.intersection(led)


def _read_number(words, i, last, bounded, hits):
    """The number that begins at a word, or None; a thousand alone is one if it is among the `bounded`."""
    word, language = words[i], words.language
    bounds = read_bounds(word, language) if "-" in word else None
    value, after = (bounds[0], i + 1) if bounds else read_value(words, i, last, language)
    if value is None and word in bounded:
        rest, end_of_rest = read_words(words, i + 1, last, language)  # «more than тысячи ста»
        lower = rest is not None and rest < language.scales[word]
        value, after = (language.scales[word] + rest, end_of_rest) if lower else (language.scales[word], i + 1)
    if value is None:
        return None
    value, after = scale_later(value, after, words, hits)
    number = Number(i, after, value, value, "=", i, after, in_words=not word[0].isdecimal())
    number.of_people = word in language.words["of_people"]
    if number.in_words or after > i + 1:
        number.scale = max(language.scales.get(word, 1) for word in words[i:after])
    if bounds and after == i + 1:
        number.high, number.relation = bounds[1], "range"
    return number


def _join_ranges(numbers, words, levels):
    """«from 20 to 30», «20-30»: two numbers become one range, if the first is the smaller; «205 for 205» is one.

    What «rose from 20 to 30» stood first at one number and then at the other; before it, the verb ends at one of the
    `levels`.
    """
    swaps, i = words.language.rules["numbers"]["one_for_one"], 0
    while i + 1 < len(numbers):
        one, two = numbers[i], numbers[i + 1]
        between = words[one.last : two.first]
        if one.low == two.low and between in (swaps, ["-", *swaps, "-"]):
            one.last, one.noun, one.has_noun = two.last, two.noun, True  # «they swapped 205 for 205 captives»
            del numbers[i + 1]
        elif opens_level(one, words) and two.first in levels:
            one.until = two
            i += 1
        elif _goes_higher(one, two, between, words.language):
            numbers[i : i + 2] = [_make_range(one, two)]
        else:
            if _is_range(one, two, between, words):
                numbers[i : i + 2] = [_make_range(one, two)]
            i += 1


def _make_range(one, two):
    """The range from one number to another."""
    return Number(one.first, two.last, one.low, two.high, "range", one.opens, two.last)


def _is_range(one, two, between, words):
    """Whether «from … to», «and» or a dash makes a range of two numbers; the first may share the other's thousand."""
    rules, opened = words.language.rules["numbers"], opens_level(one, words)
    if one.low is None or not between:
        return False
    alike = one.in_words == two.in_words and one.of_people == two.of_people  # not «colony № 2 — трое»
    dashed = alike and len(between) == 1 and between[0] in ("-", "—")
    joins = between[0] in rules["range"]
    bare = alike and len(between) == 1 and words[one.last] in rules["range_bare"]
    if (dashed or bare or (opened and joins)) and two.scale > one.scale and one.low < _THOUSAND:
        one.low = one.high = round(one.low * two.scale)  # «from three to four thousand», «5–6 thousand»
    near = one.low < two.high < one.low * 5 and words[one.last] in rules["range_bare"]
    joined = dashed or (len(between) == 1 and (opened or near) and joins)
    return joined and one.low < two.high < one.low * 10


def opens_level(number, words):
    """Whether «from» stands right before a number."""
    return number.first > 0 and words[number.first - 1] in words.language.rules["numbers"]["range_opens"]


def _add_as_many(numbers, words, last, language):
    """«Eight women and as many men»: the words stand for the number before them."""
    for at, number in reversed([*enumerate(numbers)]):
        end = min(number.last + _AS_MANY, last)
        if language.words["and"].isdisjoint(words[number.last : end]):
            continue
        first = next(i for i in range(number.last, end) if words[i] in language.words["and"]) + 1
        for phrase in map(str.split, language.rules["numbers"]["as_many"]):
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
    leading = _list_leading(words, hits) if hits.of("relation_before") else ()
    for number in numbers:
        if number.relation != "range":
            _read_relation(number, words, first, hits, leading)


def _list_leading(words, hits):
    """The words for a relation that may lead a number, without those that are a part of other words."""
    # «he spoke of "about twenty" beneficiaries» tells how many, and not of whom he spoke
    pauses = {'"', ","}  # «according to the news agency, about 19,600», «speaks of about a thousand»
    of = words.language.words["prepositions"]
    particles = {
        hit.last
        for hit in hits.of("particles")
        if words[hit.last - 2] not in of and pauses.isdisjoint(words[hit.first : hit.last])
    }
    # «fell from 1,227 to 1,103» is no «up to», where the two are one word
    levels = {hit.last for hit in hits.of_any("bare", "running_total") if hit.last - hit.first > 1}
    leading = (hit for hit in hits.of("relation_before") if hit.last not in particles)
    return [hit for hit in leading if hit.entry.value != "<=" or hit.last not in levels]


def _read_relation(number, words, first, hits, leading):
    """The longest relation that ends where the number begins, or begins where it ends."""
    opens, language = number.first, words.language
    best = _find_leading(opens, words, leading) if leading else None
    if best is None and hits.of("relation_after"):
        best = _find_trailing(number, words, hits)
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


def _find_leading(opens, words, leading):
    """The longest relation that ends where a number opens, or before a small word there; None without one."""
    between = words.language.rules["numbers"]["after_relation"]
    before = (hit for hit in leading if hit.last == opens or (hit.last == opens - 1 and words[hit.last] in between))
    return min(before, key=lambda hit: hit.first, default=None)


def _find_trailing(number, words, hits):
    """The first relation that begins where a number ends, or behind its noun; None without one."""
    ends = number.last, number.last + (number.last < len(words) and words[number.last] == ",")
    after = (hit for hit in hits.of("relation_after") if hit.first in ends or _is_behind(number, hit, words))
    return next(after, None)


def _is_behind(number, hit, words):
    """Whether «or more» stands behind the noun of a number: «13 political prisoners or more»."""
    gap = words[number.last : hit.first]
    joins = 0 < len(gap) <= _BEHIND and words[hit.first] in words.language.words["either_or"]
    return joins and all(map(str.isalpha, gap))


def has_own_clause(number, words):
    """Whether a clause of their own tells of those counted: «some of the 553 prisoners it promised to release»."""
    small = words.language.words
    word = words[number.noun] if number.has_noun and number.noun < len(words) else ""
    return word in small["relatives"] or word in small["pronouns_of_bodies"]


def is_of_them(number, hits):
    """Whether «of them» or the like follows right after the number, which thereby counts people."""
    return any(hit.first == number.last for hit in hits.of("anaphora"))
