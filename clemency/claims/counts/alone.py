"""Whether a number stands alone: whether nothing beside it is what it could count."""

NEAR = 3  # words that may stand between a number and the words that let it stand alone
PAUSES = ".,;:!?()\"'—"


def stands_alone(state, n, number):
    """Whether the number is followed by no word that it could count: «1,532 pages» counts pages."""
    end = max(number.noun, number.last)
    if not may_be_bare(state, number):
        return False
    if number.of_people:
        return True
    small = state.text.language.words
    while end < len(state.words) and state.words[end] in small["cases"] | small["such"]:
        end += 1  # «verified 344 such cases»
    if end >= state.text.sentences[n][1] or state.words[end] in PAUSES:
        item = not number.in_words and number.value < 100 and end < len(state.words) and state.words[end] in ".)"
        return number.first > state.text.sentences[n][0] or not item  # «1.» numbers an item
    return (
        is_first(state, number)
        or ends_count(state, n, end)
        or any(hit.first == end for hit in state.text.hits[n].of("anaphora"))
    )


def may_be_bare(state, number):
    """Whether a number has no noun, or one that only says «people» or «names», and is no year."""
    small, noun = state.text.language.words, state.words[number.last : number.noun]
    if number.subject is not None:
        return False
    if number.has_noun and not (small["names"] | small["more"] | small["anybody"]).issuperset(noun):
        return False
    year = number.relation == "=" and len(state.words[number.first]) == 4 and 1900 <= number.value <= 2100
    return not (number.in_words and number.value < 2) and not year


def ends_count(state, n, end):
    """Whether what stands at a word begins nothing that could be counted: a pause, a preposition, a date."""
    word = state.words[end] if end < state.text.sentences[n][1] else "."
    if word in PAUSES or word in state.text.language.words["after_bare"]:
        return True
    return any(when.first == end for when in state.whens[n])


def leads_to(words, hit, number):
    """Whether a phrase stands right before a number: «there were 969», «таких, по его словам, 290»."""
    gap, ends = words[hit.last : number.opens], tuple(words.language.words["verb_endings"])
    if gap == ["—"]:
        return True  # «всего — 48»
    if ends and hit.last - hit.first == 1 and any(len(word) > NEAR and word.endswith(ends) for word in gap):
        return False  # «их приняли больше десятка» counts what was adopted
    if len(gap) > 1 and gap[0] == gap[-1] == ",":
        return gap.count(",") == 2
    return hit.last <= number.opens and len(gap) <= NEAR and not any(word in PAUSES and word != '"' for word in gap)


def is_first(state, number):
    """Whether a number is led by «the first» and followed by the verb that says what was done."""
    small, told = state.text.language.words, state.words[number.last : number.last + 1]
    return state.words[number.first - 1] in small["first_of"] and small["auxiliaries"].issuperset(told)


def is_named(state, number):
    """Whether a number counts names on a list, or «more»."""
    small, noun = state.text.language.words, state.words[number.last : number.noun]
    return not (small["names"] | small["more"]).isdisjoint(noun)
