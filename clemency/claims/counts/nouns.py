"""What noun a number counts: behind it, implied by the words beside it, or the subject that it is said of."""

from clemency.claims.counts.reading import is_political

_WINDOW = 4  # words that may stand between a number and its noun
_SHORT = 4  # letters of a word too short to be known by its ending
_SUBJECT = 20  # words that may stand between a noun and a number that is said of it


def attach_noun(number, words, first, last, hits):
    """Find the noun that the number counts: the first person word within a few words, not past punctuation."""
    limit = min(last, number.last + _WINDOW + 1)
    nouns = [
        hit
        for hit in hits.of_any("persons", "labels")
        if number.last <= hit.first < limit and (hit.section == "persons" or is_political(hit))
    ]
    start = number.last + _heads_row(number, words, first, last) if nouns else limit
    for i in range(start, limit):
        if _ends_search(words, i, start):
            return
        ends = [hit.last for hit in nouns if hit.first == i]
        if ends:
            number.noun, number.has_noun = max(ends), True
            _extend_noun(number, nouns, words, last, hits)
            return


def _ends_search(words, i, start):
    """Whether no noun behind a word is one that the number before it counts."""
    word, small = words[i], words.language.words
    if word in small["modals"]:
        return True  # «больш за 1500 будуць вызвалены»
    if word in '.,;:!?()[]"—':
        return word != '"' or i > start
    # «one for 12,000 inmates», «two statements on prisoners», «12 авторов потребовали освобождения …»
    return i > start and (word[0].isdecimal() or word in small["apart"] or _is_verb(word, tuple(small["past_endings"])))


def _extend_noun(number, nouns, words, last, hits):
    """Take the last of several nouns that stand together, which is the noun itself: «13 other prisoners»."""
    for hit in nouns:
        near = number.noun <= hit.first <= number.noun + (hit.section == "persons")
        if near and (hit.first == number.noun or number.noun >= last or _joins_nouns(number.noun, words, hits)):
            number.noun = max(number.noun, hit.last)


def _joins_nouns(i, words, hits):
    """Whether a word between two nouns is a part of what is counted: no pause, number, verb or act."""
    word = words[i]
    if word in ".,;:()" or word[0].isdecimal() or word in words.language.words["modals"]:
        return False  # «чалавек будуць вызвалены»
    return not any(act.first == i for act in hits.of("kind"))


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
            if len(between) <= _SUBJECT and not any(
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
