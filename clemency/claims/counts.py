"""Counts: each number of a sentence becomes a claim, a part of one, or a refusal."""

import bisect

from clemency.claims.bare import find_held_before, read_alone, read_answer, read_bare, read_such
from clemency.claims.claim import EVENT_KINDS
from clemency.claims.draft import Draft
from clemency.claims.kinds import Reading as Kind
from clemency.claims.kinds import is_beyond_rival, measure_apart, read_kind
from clemency.claims.numbers import attach_noun, find_implied, find_refusal, find_subject
from clemency.claims.parts import (
    NOUN_GROUPS,
    OWN_GROUPS,
    TOLD_GROUPS,
    counts_own_group,
    find_anaphora,
    find_group,
    mark_listed,
    pair_women_and_men,
)
from clemency.lexicon.match import Hits
from clemency.messages import say

_OPENS_ASIDE, _CLOSES_ASIDE = ",(—", ",.;:)—"
_DECREE = 3  # sentences back to the decree by which people will be freed
_NEAR = 8  # sentences: a part stands no farther after its whole


def keep_counts(state, n, numbers, last, hits):
    """The numbers that could count persons; the others are refused by name."""
    kept, before = [], None
    dated = {i for when in state.whens[n] for i in range(when.first, when.last)}
    for number in numbers:
        attach_noun(number, state.words, state.text.sentences[n][0], last, hits)
        refusal = (
            find_surname(state, n, number)
            or find_refusal(number, state.words, last, hits, dated)
            or goes_on_refused(state, number, before, hits)
            or find_age(state, number)
        )
        before = number, refusal
        if not number.has_noun:
            find_implied(number, state.words, last)
        if not number.has_noun:
            find_subject(number, state.words, state.text.sentences[n][0], hits, dated)
        if refusal:
            state.reject(n, number.first, number.last, *refusal)
        elif not state.in_scope:
            state.reject(
                n, number.opens, number.last, "document.no-custody", say("The document is not about people in custody.")
            )
        elif number.in_words and number.value == 1 and is_no_count(state, n, number):
            continue
        else:
            kept.append(number)
    return kept


def find_age(state, number):
    """The rule that refuses «Ales Bialiatski, 63, left»: an age beside a name."""
    words, first, last = state.words, number.first, number.last
    if (
        first < 2
        or number.has_noun
        or number.opens != first
        or not 10 <= number.value <= 110
        or not words[first].isdecimal()
    ):
        return None
    around = [*words[first - 1 : first], *words[last : last + 1]]
    name = first - 3 if words[first - 2] == "." else first - 2  # «Mikhail L., 67»
    aside = around in ([",", ","], ["(", ")"], [",", "."]) and name >= 0 and state.text.is_capital(name)
    named = aside and words[name].isalpha() and words[name] not in state.text.language.months
    return ("number.age", say("The age of the person named before it.")) if named else None


def find_surname(state, n, number):
    """The rule that refuses «Ольга Сорока»: a number word with a capital after another one is a name."""
    if not number.in_words or not state.text.language.rules["speech"]["names_decline"]:
        return None
    first, last = number.first, number.last
    named = first - 1 >= state.text.sentences[n][0] and state.words[first - 1].isalpha()
    if named and last == first + 1 and state.text.is_capital(first) and state.text.is_capital(first - 1):
        return "number.name", say("Part of a name, not a count.")
    return None


def goes_on_refused(state, number, before, hits):
    """The refusal of the number before, if this one only goes on from it: «Articles 342 and 130», «69, of them 12»."""
    if not (before and before[1]):
        return None
    between = state.words[before[0].last : number.opens]
    if before[1][0].endswith(".article"):
        return before[1] if set(between) <= {",", "/", "-", *state.text.language.words["and"]} else None
    of_things = before[1][0].endswith(".things")  # «14 pages, and on 3 of them»
    points_back = any(
        hit.last == number.opens or (of_things and hit.first == number.last) for hit in hits.of("anaphora")
    )
    return before[1] if points_back and len(between) <= 8 and not number.has_noun else None


def is_no_count(state, n, number):
    """«One» without a noun is a pronoun; «not one» counts nobody, and «one of them» stands for no count."""
    small, words = state.text.language.words, state.words
    one_of = number.last < len(words) and words[number.last] in small["one_of"]
    group = any(0 < hit.first - number.last <= 3 for hit in state.text.hits[n].of("groups"))  # «one has a disability»
    return not (number.has_noun or group) or one_of or words[number.first - 1] in small["nobody"]


def read_numbers(state, n, numbers, hits):
    """Draft the sentence's counts; parts go to their wholes."""
    for number in numbers:
        number.population = is_population(state, number, hits)
    tied = [find_anaphora(number, state.words, hits) for number in numbers]
    opens = [number.opens for number, anaphora in zip(numbers, tied, strict=True) if not anaphora]
    parts = [
        number for number, anaphora in zip(numbers, tied, strict=True) if anaphora and anaphora.section == "anaphora"
    ]
    for number in numbers:
        number.rivals, number.parts = opens, parts
    counted = [number for number in numbers if not number.population]
    groups = {id(number): None for number in numbers}
    for number, following in zip(counted, [*counted[1:], None], strict=False):
        groups[id(number)] = (find_group(number, following, state.words, hits) or (None,))[0]
    front = find_front(state, n, numbers)
    mark_listed(numbers, state.words, {i for when in state.whens[n] for i in range(when.first, when.last)})
    before, i = len(state.drafts), 0
    while i < len(numbers):
        number, following = numbers[i], numbers[i + 1] if i + 1 < len(numbers) else None
        if following and pair_women_and_men(number, following, groups, state.words):
            read_pair(state, n, number, following, groups, hits)
            i += 2
            continue
        near = hits
        if front:  # what is said of the whole is not said of its part, and the other way round
            near = Hits(hit for hit in hits if (hit.last <= front if number is numbers[0] else hit.first > front))
        read_number(state, n, number, groups[id(number)], near, before)
        i += 1


def find_front(state, n, numbers):
    """The comma behind a whole that stands before its part, or None: «of the 64 who had asked, 22 were pardoned»."""
    if len(numbers) < 2:
        return None
    words, small, first = state.words, state.text.language.words, state.text.sentences[n][0]
    at = numbers[0].opens - 1
    at -= at > first and words[at] in small["definite"]
    if at < first or words[at] not in small["one_of"] or at - first > 2:
        return None
    between = range(max(numbers[0].noun, numbers[0].last), numbers[1].opens)
    return next((i for i in between if words[i] == ","), None)


def read_pair(state, n, one, two, groups, hits):
    """«Eight women and eight men» is one count of sixteen, or the parts of one already stated."""
    parts = {groups[id(number)]: int(number.low) for number in (one, two) if number.low is not None}
    total = sum(parts.values())
    whole = find_whole(state, total, find_anaphora(one, state.words, hits))
    reading = read_kind(one, state.words, hits)
    told = whole is not None and whole.value == total and reading is not None and whole.kind != reading.kind
    stated = whole is not None and (whole.sentence == n or told)  # what else is said of them is no other count
    points_back = find_anaphora(one, state.words, hits) and whole is not None
    if reading and reading.trigger and not stated and not points_back and one.relation == two.relation == "=":
        draft = make_draft(state, n, one, reading, hits)
        draft.low = draft.high = total
        draft.last = max(two.noun, two.last)
        draft.breakdown = parts
    elif whole is not None:
        whole.breakdown |= parts
        state.parts_in.setdefault(n, []).append(whole)


def read_number(state, n, number, group, hits, before):
    """Draft one count, or add it to its whole, or refuse it by name."""
    value, population = number.value, number.population
    anaphora = find_anaphora(number, state.words, hits)
    reading = read_kind(number, state.words, hits)
    whole = find_whole(state, value, anaphora)
    own = reading and reading.trigger and whole and reading.trigger.first > whole.last
    if number.listed and whole is not None and whole.sentence == n and not own:
        if group:
            whole.breakdown.setdefault(group, int(value))
        else:
            state.reject(
                n,
                number.opens,
                number.last,
                "number.part",
                say("A part of the count before it, of which no group is known."),
            )
        return
    if not population and group and whole is not None and is_part(state, n, number, group, reading, whole, anaphora):
        whole.breakdown.setdefault(group, int(value))
        state.parts_in.setdefault(n, []).append(whole)
        return
    if reading and reading.rule == "stock.held" and not number.has_noun and goes_on(state, n, number, hits):
        reading = None  # «36 such in one prison, in another — two»: what was told before says more
    if not population or is_labelled(number, reading):
        reading = read_such(state, n, number) or reading or borrow_kind(state, n, number, anaphora, before)
        if reading and not is_countable(state, number, reading, anaphora):
            reading = continue_list(state, n, number, before) or reading
        if not reading or not is_countable(state, number, reading, anaphora):
            reading = read_bare(state, n, number) or reading
        if reading and reading.stock and anaphora:
            if names_again(state, n, value):
                return
            reading = read_identified_among(state, n, number, reading, whole, anaphora) or reading
            if reading.stock:
                reading.kind = "political_prisoners" if state.drafts and state.drafts[-1].label else reading.kind
    if reading and reading.rule.endswith("extent"):
        reading.kind = find_act_before(state, number) or find_decree(state, n) or reading.kind
    if reading and reading.rule.endswith(".recognised") and is_running_total(state, number):
        reading = Kind("political_prisoners", "stock.political-prisoners", "occurred", True, 0)
    if reading and reading.rule in ("stock.held", "stock.prisoners") and number.has_noun:
        reading = read_list(state, n, number) or reading
    if reading and reading.rule == "stock.held" and is_held_for_politics(state, n, number):
        reading.kind = "political_prisoners"
    if reading and reading.rule == "stock.held" and not number.has_noun:
        reading.kind = find_held_before(state, n) or reading.kind
    if reading and reading.status == "planned" and is_decreed(state, n, reading):
        reading.status = "announced"
    refusal = refuse_count(state, n, number, group, reading, whole, anaphora)
    if refusal:
        state.reject(n, number.opens, number.last, *refusal)
        return
    if population:
        reading = Kind("political_prisoners", "stock.population", "occurred", True, 0, label=reading.label)
    draft = make_draft(state, n, number, reading, hits)
    draft.after = reading.after
    draft.whole = whole if anaphora else find_known(draft)


def read_identified_among(state, n, number, reading, whole, anaphora):
    """«It found at least 313 political prisoners among them»: so many of those whom an act has freed, or None."""
    if not (whole and whole.kind in EVENT_KINDS and reading.label and anaphora.first >= number.last):
        return None
    hits = state.text.hits[n]
    leads = any(hit.last == number.opens for hit in hits.of("bare") if hit.entry.value == "identified")
    # «nine of these were on its list of political prisoners»
    before = state.words[anaphora.last : reading.label.first]
    listed = anaphora.first == number.last and not state.text.language.words["lists"].isdisjoint(before)
    if (leads and anaphora.section == "inclusion") or (listed and not whole.stock):
        return Kind(whole.kind, "bare.identified", "occurred", False, 0, label=reading.label, after=whole)
    return None


def goes_on(state, n, number, hits):
    """Whether «таких» right before a number, or a dash after the count of an act, points back to what was told."""
    last = state.drafts.of_sentence(n)[-1:]
    if state.words[number.opens - 1] == "—" and last and last[0].kind in EVENT_KINDS:
        return True
    return any(hit.last == number.opens and hit.entry.value == "such" for hit in hits.of("bare"))


def is_held_for_politics(state, n, number):
    """Whether «1,186 people are behind bars» goes on from two sentences that speak of political prisoners."""
    if not (
        number.has_noun and state.text.language.words["anybody"].issuperset(state.words[number.last : number.noun])
    ):
        return False
    return any(is_label(hit) for m in range(max(0, n - 2), n) for hit in state.text.hits[m].of("labels"))


def is_decreed(state, n, reading):
    """Whether a decree was signed by which somebody will be freed: «By the decree, 20 will walk free»."""
    if reading.kind not in ("pardon", "release", "commutation"):
        return False
    for m in range(n, max(-1, n - _DECREE - 1), -1):
        if state.text.hits[m].of("draft_law"):
            return False
        if state.text.hits[m].of("decreed"):
            return True
    return False


def find_known(draft):
    """The act of whose people «the group could identify 212»; such a count has no day of its own."""
    return draft.after if draft.rule.endswith(".identified") else None


def find_act_before(state, number):
    """The act that «it covers» speaks of: a pardon or an amnesty, whichever was named last before the number."""
    if state.acts is None:
        acts = state.text.list_hits("kind")
        state.acts = [hit for hit in acts if hit.entry.kind in ("pardon", "amnesty") and hit.entry.names_act]
    place = bisect.bisect_left(state.acts, number.opens, key=lambda hit: hit.first)
    named = (state.acts[i] for i in range(place - 1, -1, -1) if state.acts[i].last <= number.opens)
    return next((hit.entry.kind for hit in named), None)


def find_decree(state, n):
    """«He signed a decree. It concerns 21 people»: a decree of which no more is said is one of pardon."""
    near = state.text.hits[max(0, n - 1) : n + 1]
    return "pardon" if any(hits.of("decree") for hits in near) else None


def is_part(state, n, number, group, reading, whole, anaphora):
    """Whether a count with a group, such as women, is a part of the whole before it rather than a claim."""
    if describes_all(state, n, number, group):
        return False
    trigger = reading.trigger if reading else None
    inside = trigger and number.last <= trigger.first < number.noun  # «five of the pardoned are over 50»
    if lists_groups(state, n, group) and whole.kind in EVENT_KINDS:
        return True
    own = group in OWN_GROUPS and group in counts_own_group(number, state.words, state.text.hits[n])
    if own and trigger and not anaphora and not inside and not follows_part(state, n, number):
        return False
    if tells_of_part(state, n, number, group, trigger):
        return True
    of_whole = trigger and whole.sentence == n and trigger.last <= whole.last + 2
    listed = trigger and trigger.entry.rule.endswith(".pardon.words") and whole.kind in ("pardon", "release")
    if listed and group in NOUN_GROUPS and whole.sentence >= n - _DECREE - 1:
        return True  # «the decree includes nine women»
    held = reading and reading.stock and reading.rule != "stock.prisoners"  # «prisoners» alone may be of the whole
    loose = not (trigger or held) or inside or of_whole or follows_part(state, n, number)
    sentences = state.document.sentences
    same = sentences[whole.sentence].paragraph == sentences[n].paragraph
    near = whole.sentence == n or (whole.sentence == n - 1 and same and not trigger)
    if group in state.text.language.nationalities:
        loose = near or lists_nationalities(state, n) or follows_part(state, n, number)
    return bool(anaphora or loose)


def describes_all(state, n, number, group):
    """Whether a group is that of everybody counted: «another three, every one of them a Lithuanian citizen»."""
    end, all_of = max(number.noun, number.last), state.text.language.words["all_of"]
    hits = (hit for hit in state.text.hits[n].of("groups") if hit.entry == group and end < hit.first <= end + 6)
    return any(not all_of.isdisjoint(state.words[end : hit.first]) for hit in hits)


def tells_of_part(state, n, number, group, trigger):
    """Whether what is said of a number is the group itself, before any act: «eleven have children», «у восьми дети»."""
    if group not in TOLD_GROUPS:
        return False
    end = max(number.noun, number.last)
    told = [hit.first for hit in state.text.hits[n].of("groups") if hit.entry == group and hit.first >= end]
    return bool(told) and told[0] - end <= 3 and (not trigger or trigger.first > told[0])


def lists_nationalities(state, n):
    """Whether a sentence parts people by nationality: «five Belarusians were freed, along with three Poles»."""
    return len(find_counted_groups(state, n) & state.text.language.nationalities) > 1


def lists_groups(state, n, group):
    """Whether a sentence counts several groups that overlap, as parts of a whole: «254 women and 21 foreigners»."""
    counted = find_counted_groups(state, n) - state.text.language.nationalities
    return group in counted and len(counted) > 1 and counted != {"women", "men"}


def find_counted_groups(state, n):
    """The groups of a sentence that a number stands before."""
    words, language = state.words, state.text.language
    return {
        hit.entry
        for hit in state.text.hits[n].of("groups")
        if any(
            word[0].isdecimal() or word in language.number_words for word in words[max(0, hit.first - 2) : hit.first]
        )
    }


def borrow_kind(state, n, number, anaphora, before):
    """The kind of a number that has no word for it beside it: from a list, a headline, or the heading over it."""
    return (
        continue_list(state, n, number, before)
        or repeat_of_headline(state, n, number, anaphora)
        or read_item(state, n, number)
        or read_list(state, n, number)
        or (read_answer(state, n, number) if number.has_noun else None)
        or read_alone(state, n, number)
    )


def refuse_count(state, n, number, group, reading, whole, anaphora):
    """The rule and the reason that refuse a number which could have counted persons, or None."""
    if number.population and not is_labelled(number, reading):
        return "number.whole", say("The whole that a part is taken from; it is counted where it is first stated.")
    if group and whole is None and anaphora and (anaphora.first == number.last or anaphora.section == "among"):
        return "number.part", say("A part of people who are not counted.")
    if reading and anaphora and whole is not None and is_described(state, n, number, reading, whole, anaphora):
        return "number.part", say("A part of the count before it, of which no group is known.")
    if reading and reading.kind in ("amnesty", "pardon") and is_about_things(state.text.hits[n]):
        return "number.no-custody", say("An amnesty or pardon of something other than people in custody.")
    if reading and reading.stock and number.definite and not number.has_noun:
        return "number.known", say("Those counted are known already; it only says what they are.")
    listed = any(number.value in draft.breakdown.values() for draft in state.drafts.of_sentence(n))
    if reading is None or listed or not is_countable(state, number, reading, anaphora):
        return "number.no-kind", say("Nothing beside it says that it counts people pardoned, released or imprisoned.")
    return None


def follows_part(state, n, number):
    """Whether the number goes on a list of parts begun in this sentence: «…, 14 suffer from chronic diseases»."""
    small, at = state.text.language.words, number.opens - 1
    if state.words[at] == "—":  # «…, инвалидов — 112»
        at = next((hit.first - 1 for hit in state.text.hits[n].of("groups") if hit.last == at), at)
    at -= state.words[at] in small["with_part"]  # «…, у 11 хронические заболевания»
    before = state.words[at]
    return bool(state.parts_in.get(n)) and (before == "," or before in small["goes_on"])


def is_described(state, n, number, reading, whole, anaphora):
    """Whether a part only says who they were, «including five convicted of arson», rather than what became of them."""
    if is_aside(state, n, number, anaphora):
        return True
    if reading.stock and whole.sentence == n:
        return not any(hit.first >= number.last for hit in state.text.hits[n].of_any("stock", "held"))
    if anaphora.section in ("inclusion", "among"):
        own = reading.trigger and 0 <= reading.trigger.first - max(number.noun, number.last) <= 1
        return whole.sentence == n and reading.trigger is whole.trigger and not reading.label and not own
    small, trigger = state.text.language.words, reading.trigger
    if trigger and trigger is whole.trigger and whole.sentence == n and trigger.last <= whole.first:
        return True  # «the amnesty covered 3,150, and 297 of them committed new crimes»
    told = trigger and not small["auxiliaries"].isdisjoint(state.words[trigger.first - 2 : trigger.first])
    told = told and state.words[trigger.last] not in small["participle_leads"]
    return reading.kind in ("convicted", "detained") and not whole.stock and not told


def is_aside(state, n, number, anaphora):
    """Whether a part only stands beside its whole and tells nothing: «20 people, nine of them teachers, were freed»."""
    words, start, last = state.words, number.opens, state.text.sentences[n][1]
    if anaphora.first != number.last or words[start - 1] not in _OPENS_ASIDE:
        return False
    end = next((i for i in range(anaphora.last, last) if words[i] in _CLOSES_ASIDE), last)
    told = state.text.hits[n].of_any("kind", "labels", "held", "stock")
    return not any(hit.first < end and start < hit.last for hit in told)


def is_about_things(hits):
    """Whether the sentence speaks of taxes, cards or birds, and not of custody."""
    return bool(hits.of("not_persons")) and not hits.of("custody")


def continue_list(state, n, number, before):
    """«45,000 will go home, and 45,000 others for good»: a count joined to the one before it shares its kind."""
    earlier = state.drafts[before:]
    if not (earlier and earlier[-1].sentence == n):
        return None
    same = any(hit.last == number.opens for hit in state.text.hits[n].of("same_count"))
    if same and earlier[-1].stock:
        return Kind(earlier[-1].kind, earlier[-1].rule, "occurred", True, 0, series=True)
    joins = same or state.words[number.opens - 1] in (",", "—", ":", *state.text.language.words["and"])
    trigger = earlier[-1].trigger
    # «55 were freed: in Minsk — 24, in Hrodna — 31» names the parts of a count
    dashed = state.words[number.opens - 1] == "—" and ":" not in state.words[earlier[-1].last : number.opens]
    dated = any(0 <= when.first - number.last <= 1 for when in state.whens[n])  # «37 on 16 September»
    told = earlier[-1].trigger or earlier[-1].after or dashed
    if not joins or not told or not (number.has_noun or same or dashed or dated):
        return None
    series = dashed or dated
    return Kind(
        earlier[-1].kind, earlier[-1].rule, earlier[-1].status, False, 0, None if same else trigger, None, series
    )


def repeat_of_headline(state, n, number, anaphora):
    """«On the list are 31 people»: a body repeats its headline's number without the word for the act."""
    for draft in state.drafts.of_value(number.value, n):
        if not draft.stock and (number.has_noun and draft.headline or anaphora):
            return Kind(draft.kind, draft.rule, draft.status, False, 0)
    return None


def read_item(state, n, number):
    """«• 4 September – another 30»: an item of a list counts what the heading over the list names."""
    sentences = state.document.sentences
    if sentences[n].text[0] not in "-–—•*·" or number.opens - state.text.sentences[n][0] > 6:
        return None
    head = state.find_head(n)
    acts = () if head is None else state.text.hits[head].of("kind")
    kinds = (hit.entry for hit in acts if hit.entry.kind in EVENT_KINDS)
    return next((Kind(entry.kind, entry.rule, "occurred", False, 0) for entry in kinds), None)


def read_list(state, n, number):
    """«Its list had 1,110 names»: a rights group that speaks of political prisoners counts them on its list."""
    hits = state.text.hits[n]
    near = [hit for hit in hits.of("on_list") if _is_beside(state, hit, number)]
    near += [hit for hit in hits.of("on_it") if hit.last == number.opens and _speaks_of_list(state, n - 1)]
    others = any(not is_label(hit) for hit in hits.of("labels"))
    beside = any(hit.first == number.last or 0 <= number.opens - hit.last <= 1 for hit in near)
    acts = [hit for hit in hits.of("kind") if hit.first < number.first and not _tells_of_some(hit, number, hits)]
    if not near or others or acts:  # an act behind the number tells of another one
        return None
    if not (number.has_noun or beside) or not state.political:
        return None
    return Kind("political_prisoners", "stock.on-list", "occurred", True, 0)


def _tells_of_some(act, number, hits):
    """Whether an act is told only of some of those counted: «1,017 names, of which 48 were added»."""
    return any(number.last <= hit.first < act.last for hit in hits.of("anaphora"))


def _is_beside(state, hit, number):
    """Whether at most six words, quotation marks apart, part a list from a number."""
    gap = state.words[hit.last : number.opens] if hit.last <= number.opens else state.words[number.last : hit.first]
    if gap.count(",") == 2:
        opens = gap.index(",")
        gap = (
            gap[:opens] + gap[gap.index(",", opens + 1) + 1 :]
        )  # «in the list, which it made public in May, were 357 names»
    return len(gap) <= 12 and sum(word != '"' for word in gap) <= 6


def _speaks_of_list(state, n):
    """Whether a sentence speaks of a list: «It added to the list. There are 213 on it now»."""
    lists = state.text.language.words["lists"]
    return n >= 0 and not lists.isdisjoint(state.words[slice(*state.text.sentences[n])])


def is_label(hit):
    """Whether a wording for imprisoned people names political prisoners."""
    return hit.entry == "political_prisoners"


def names_again(state, n, value):
    """«Viasna can name ten political prisoners on the list»: a count already stated, by another voice."""
    for draft in reversed(state.drafts.of_value(value, n)):
        if not draft.stock and draft.sentence != n:
            draft.repeats.append(n)
            state.named_again.append((n, draft))
            return True
    return False


def is_countable(state, number, reading, anaphora):
    """A number without a noun counts only right beside the words that say what it counts."""
    if number.has_noun or reading.series:
        return True
    if number.in_words and number.low is not None and number.low <= 2:
        return number.of_people or (number.value == 2 and is_subject(state, number, reading))
    if is_running_total(state, number):
        return True
    limit = 5 if anaphora or number.definite or is_selected(state, number) else 3
    if starts_with_more(state, number) or is_followed_by_verb(state, number):
        limit = 9
    near = reading.cost
    beyond = reading.trigger and is_beyond_rival(number, reading.trigger)
    if reading.trigger:
        near = min(near, measure_apart(state.words, (number.first, number.last), reading.trigger))
        near -= count_dated(state, number, reading.trigger)
    if beyond:
        limit = 3
    return near <= limit or bool(anaphora and near <= 9)


def is_followed_by_verb(state, number):
    """Whether a number is what a clause speaks of: «no fewer than 3,700 can count on a year less»."""
    small, last = state.text.language.words, state.text.sentences[state.text.sentence_at(number.first)][1]
    return number.last < last and state.words[number.last] in small["modals"] | small["auxiliaries"]


def count_dated(state, number, trigger):
    """How many words of dates part a number from its act: «freed, over the same three years, were only twelve»."""
    n = state.text.sentence_at(number.first)
    dates = [*state.whens[n], *state.text.hits[n].of("same_period")]
    gap = range(trigger.last, number.opens)
    return len({i for when in dates for i in range(when.first, when.last) if i in gap})


def is_subject(state, number, reading):
    """Whether a number stands right before the verb of its act: «two died in custody», «two were freed»."""
    between = state.words[number.last : reading.trigger.first] if reading.trigger else ["?"]
    return (
        reading.trigger is not None
        and number.last <= reading.trigger.first
        and (state.text.language.words["auxiliaries"].issuperset(between))
    )


def is_selected(state, number):
    """Whether «the first», «the last» or «the remaining» leads the number."""
    return number.opens > 0 and state.words[number.opens - 1] in state.text.language.words["selected"]


def starts_with_more(state, number):
    """Whether «another» leads the number, which then needs no noun: «another 52, all foreigners, are to be freed»."""
    first = state.text.sentences[state.text.sentence_at(number.first)][0]
    return number.opens > first and state.words[number.opens - 1] in state.text.language.words["more"]


def is_population(state, number, hits):
    """Whether the number is the whole in «115 out of more than 1,300»."""
    words, numbers = state.words, state.text.language.number_words
    opens = (number.opens, number.first)
    wholes = [hit for hit in hits.of("whole_opens") if hit.last in opens and hit.first > 0]
    if any(words[hit.first - 1][0].isdecimal() or words[hit.first - 1] in numbers for hit in wholes):
        return True
    nouns = [hit for hit in hits.of_any("persons", "labels") if any(hit.last == whole.first for whole in wholes)]
    # «nine politicals out of about eighty people»
    return any(words[hit.first - 1][0].isdecimal() or words[hit.first - 1] in numbers for hit in nouns)


def is_running_total(state, number):
    """Whether «bringing the total to» or the like leads up to the number."""
    hits = state.text.hits[state.text.sentence_at(number.first)]
    return any(0 <= number.opens - hit.last <= 1 for hit in hits.of("running_total"))


def find_whole(state, value, anaphora=None):
    """The count that a part belongs to: the nearest one before it that is not smaller, of the act that is named."""
    near = state.drafts.back_to(len(state.voices) - 1 - _NEAR)
    large = (draft for draft in near if draft.value is not None and draft.value >= value)
    if not anaphora:
        return next(large, None)
    large, acts = [*large], state.text.hits[len(state.voices) - 1].of("kind")
    named = {hit.entry.kind for hit in acts if anaphora.first <= hit.first <= anaphora.last}  # «among the pardoned»
    return next((draft for draft in large if draft.kind in named), large[0] if large else None)


def make_draft(state, n, number, reading, hits):
    """A draft of a number's claim, with «one named person and 13 others» counted as 14."""
    words = state.words
    named, opens = count_named(state, n, number, reading.trigger)
    low, high = (None if bound is None else int(bound) + named for bound in (number.low, number.high))
    kind, status = reading.kind, reading.status
    stock = reading.stock
    if kind == "release" and status == "demanded" and are_those_left(state, number, reading):
        # Those left whose release is asked for are people held: a stock, not an act.
        kind, status, stock = "political_prisoners", "occurred", True
    draft = Draft(
        n,
        opens,
        max(number.noun, number.last),
        kind,
        reading.rule,
        status,
        low,
        high,
        number.relation,
        stock,
        reading.trigger,
        reading.label,
    )
    draft.headline = state.document.sentences[n].zone == "headline"
    draft.definite = number.definite
    draft.total = is_running_total(state, number)
    near = state.words[number.opens - 1 : number.opens] + state.words[number.last : number.last + 2]
    draft.more = not state.text.language.words["more"].isdisjoint(near)
    draft.also = any(
        word in state.text.language.words["also"]
        for word in state.words[max(state.text.sentences[n][0], number.opens - 6) : number.opens]
    )
    if not named:
        draft.breakdown = counts_own_group(number, words, hits)
    state.drafts.append(draft)
    return draft


def are_those_left(state, number, reading):
    """Whether a count is of all who are still held: «a further 1,150 prisoners», «the remaining 900»."""
    return starts_with_more(state, number) or is_selected(state, number) or number.definite or bool(reading.label)


def is_labelled(number, reading):
    """Whether a label is a whole's own: «of 1,300 political prisoners», not «nine political prisoners out of 80»."""
    return bool(reading and reading.label) and reading.label.first >= number.opens


def count_named(state, n, number, trigger):
    """How many named persons a count of «others» adds, and where they begin.

    «X and 13 others were freed» is 13 + 1, and so is «X was freed together with 13 others».
    """
    words, small, first = state.words, state.text.language.words, state.text.sentences[n][0]
    follows = any(word in small["others"] for word in words[number.last : number.last + 2])
    if number.has_noun and words[number.opens - 1] in small["others_ahead"] and words[number.opens - 2] in small["and"]:
        names, opens = _count_names(state, first, number.opens - 3)  # «Ivan Petrov and another 11 prisoners»
        placed = opens > first and words[opens - 1] in small["after_bare"]  # «in Minsk and 11 more people in …»
        return (0, number.opens) if placed or not names or number.relation != "=" else (names, opens)
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
