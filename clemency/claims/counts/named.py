"""Named persons whom a count of others adds: «Ales Bialiatski and 13 others» are 14."""


def count_named(state, n, number, trigger):
    """How many named persons a count of «others» adds, and where they begin.

    «X and 13 others were freed» is 13 + 1, and so are «X was freed together with 13 others», «together with X».
    """
    words, small, first = state.words, state.text.language.words, state.text.sentences[n][0]
    follows = any(word in small["others"] for word in words[number.last : number.last + 2])
    if number.has_noun and words[number.opens - 1] in small["others_ahead"] and words[number.opens - 2] in small["and"]:
        names, opens = _count_names(state, first, number.opens - 3)  # «Ivan Petrov and another 11 prisoners»
        placed = opens > first and words[opens - 1] in small["after_bare"]  # «in Minsk and 11 more people in …»
        return (0, number.opens) if placed or not names or number.relation != "=" else (names, opens)
    more = follows or words[number.opens - 1] in small["others_ahead"]
    leads = [hit.last for hit in state.text.hits[n].of("together") if hit.last < number.opens] if more else ()
    if leads and number.relation == "=":
        return _count_names_from(state, n, leads[-1], number.opens), number.opens
    if not follows or number.relation != "=":
        return 0, number.opens
    heads = [","] if state.document.sentences[n].zone == "headline" else []  # «Statkevich, five others walk free»
    if number.opens - 1 >= first and words[number.opens - 1] in (*small["and"], *heads):
        names, opens = _count_names(state, first, number.opens - 2)
        return names, opens if names else number.opens
    beside = any(hit.last == number.opens for hit in state.text.hits[n].of("together"))
    if beside and trigger and trigger.first < number.opens:
        end = trigger.first - 1
        while end > first and words[end] in small["auxiliaries"]:
            end -= 1
        return _count_names(state, first, end)[0], number.opens
    return 0, number.opens


def _count_names(state, first, end):
    """How many names, joined by commas, end at a word, and where they begin."""
    names, i, inside = 0, end, False
    while i >= first and (state.text.is_capital(i) or state.words[i] == ","):
        if state.words[i] == ",":
            inside = False
        elif not inside:
            names, inside = names + 1, True
        i -= 1
    return names, i + 1


def _count_names_from(state, n, first, end):
    """How many names, joined by «and», begin at a word: «together with Ales Bialiatski 122 others were freed».

    A country or a body joins whoever acts, and not those touched.
    """
    names, inside = 0, False
    if any(first <= hit.first < end for hit in state.text.hits[n].of_any("country", "actor")):
        return 0
    for i in range(first, end):
        if state.text.is_capital(i):
            names, inside = names + (not inside), True
        elif state.words[i] in state.text.language.words["and"]:
            inside = False
        else:
            break
    return names
