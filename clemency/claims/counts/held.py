"""Which numbers count people held: political prisoners by a label, or others by words such as «in prison»."""

from clemency.claims.claim import EVENT_KINDS
from clemency.claims.counts.acts import ENDS_PART, PARTS, tells_of_part
from clemency.claims.counts.distance import measure_apart, measure_distance
from clemency.claims.counts.reading import Reading, is_political

_BESIDE = 3  # what may lie between people held and what they are held for
_STOCK = 14  # and between people and the word that they are held
REASON = 8  # and between that and its reason, which follows in the clause


def find_political(number, words, span, hits):
    """The nearest label of political prisoners, as (distance, hit), outside of names and questions, or None."""
    if not hits.of("labels"):
        return None
    asked = [hit.last for hit in hits.of("how_many") if span[1] <= hit.first]
    labels = [hit for hit in hits.of("labels") if is_political(hit) and not _is_in_name(hit, span, words, hits)]
    # «300 reporters are in prison, 40 of them named political prisoners»
    labels = [hit for hit in labels if not tells_of_part(words, span, hit, number.parts)]
    # «ask four people how many political prisoners there are»
    return find_nearest(words, span, [hit for hit in labels if hit.first not in asked], 9)


def read_label(number, words, span, hits, label):
    """What a label near a number counts where no act does: those held, or all that were ever recognised, or None."""
    apart, hit = label
    if number.subject is not None and not apart:
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, 0, label=hit)
    if apart <= 6 and number.has_noun:
        opened = any(opens_period(words, one) for one in _in_clause(words, span, hits.of_any("since", "since_then")))
        if opened and words.language.words["still"].isdisjoint(words[span[0] : span[1] + 12]):
            return Reading("other", "stock.ever-recognised", "occurred", False, apart, label=hit)
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, apart, label=hit)
    if apart <= 6 and _ends_clause(number, words) and hit.last <= span[0]:
        # «political prisoners in the country: 1,200»
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, 0, None, hit, True)
    return None


def counts_held(number, hits):
    """Whether a number is that of people held: «the number of jailed journalists falls to 29»."""
    opens = next(hit.last for hit in hits.of("number_of") if hit.first == number.subject)
    told = any(opens <= hit.first < number.first for hit in hits.of("kind"))  # «the number of detainees released»
    political = any(is_political(hit) for hit in hits.of("labels"))
    held = hits.of("held_persons")
    named = any(
        hit.first == number.subject and hit.last == opens for hit in held
    )  # «the prison population stood at 200»
    return not (told or political) and (named or any(opens <= hit.first <= opens + 1 for hit in held))


def _is_in_name(label, span, words, hits):
    """Whether a label is a part of a body's name: «the Union for the Freedom of Political Prisoners found six»."""
    if any(span[0] <= hit.first and hit.last <= span[1] for hit in hits.of("held_persons")):
        return False  # «the union counts 357 such prisoners»
    bodies = (hit for hit in hits.of_any("actor", "sources") if hit.first < label.first)
    return any(label.last <= hit.last <= span[0] and "," not in words[hit.first : label.first] for hit in bodies)


def read_label_beside(number, words, span, hits, label):
    """Whom a label right beside a number counts, whatever else the sentence tells, or None."""
    if not label:
        return None
    apart, hit = label
    if any(0 <= hit.first - act.last <= 1 and is_over(act.entry) for act in hits.of("kind")):
        return None  # «of freed political prisoners, by its count, there were three»
    if any(act.first < hit.first < act.last and ".died" in act.entry.rule for act in hits.of("kind")):
        return None  # «the death toll among political prisoners has risen to eight»
    told = any(0 <= act.first - span[1] <= 1 for act in hits.of("kind"))  # «418 prisoners, three died in custody»
    before = not (number.has_noun or told) and hit.last == span[0] - 1 and words[span[0] - 1] in ",("
    same_counts = (other for other in hits.of("same_count") if other.last == span[0])
    same_count = any(apart <= 6 or other.first < hit.first for other in same_counts)
    same_count = same_count and not _tells_why(words, span, hit, hits)
    between = set(words[span[1] : hit.first])
    is_that = not number.has_noun and between and between <= set(words.language.words["auxiliaries"])
    gap = words[hit.last : span[0]]
    if gap[:1] == [","] and "," in gap[1:]:
        gap = gap[gap.index(",", 1) + 1 :]
    aside = _ends_clause(number, words) and hit.last <= span[0] and len(gap) <= 3 and PARTS.isdisjoint(gap)
    # «политзаключенных освободили 14» tells an act, and «политзаключенных признали 14» another one
    aside = aside and not any(hit.last <= act.first and act.last <= span[0] for act in hits.of("kind"))
    listed = number.has_noun and apart == 0 and any(other.last == span[0] for other in hits.of("on_list"))
    # «the remaining political prisoners, about 1,000», «put their number at 1,100», «115 are political prisoners»,
    # «политзаключенных, по данным «Вясны», сегодня 1258», «on our list are 41 political prisoners»
    if not (before or same_count or is_that or aside or listed):
        return None
    series = bool(is_that or aside)
    return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, 0, None, hit, series)


def _tells_why(words, span, label, hits):
    """Whether a label only says why something was done: «by its count 41 were convicted on political charges»."""
    return any(_tells_act(words, act) for act in hits.of("kind") if span[1] <= act.first < label.first)


def _tells_act(words, act):
    """Whether an act is a verb that tells what was done: «were convicted», «асудзілі»."""
    small = words.language.words
    return words[act.first - 1] in small["auxiliaries"] or words[act.last - 1].endswith(tuple(small["verb_endings"]))


def leaves_out_all(number, label, act, words):
    """Whether an act is refused to all who are held: «it leaves out all of the 1,200 political prisoners»."""
    if label[0] or ".refused" not in act.entry.rule or act.last > number.opens:
        return False
    small = words.language.words
    return number.definite or not (small["all_of"] | small["nobody"]).isdisjoint(words[act.last : number.opens])


def is_over(act):
    """Whether those of whom an act is told are held no more."""
    return act.kind in EVENT_KINDS or ".died" in act.rule


def read_held(number, words, span, hits):
    """A count of people held, of whom nothing more is said, or None."""
    parts = [hit.last for hit in hits.of("inclusion") if span[1] <= hit.first]  # «8,500, including those held at home»
    held = [hit for hit in hits.of("held") if not any(0 <= hit.first - last <= _BESIDE for last in parts)]
    others = words.language.words["whose"]  # «70 белорусов, чьи родные сидят в тюрьме»
    held = [hit for hit in held if others.isdisjoint(words[span[1] : hit.first])]
    stock = find_nearest(words, span, held, 14)
    if stock and any(_says_why(words, stock[1], hit) for hit in hits.of("labels") if is_political(hit)):
        # «people who, it believes, are still held on political grounds»
        return Reading("political_prisoners", "stock.political-prisoners", "occurred", True, stock[0])
    small = words.language.words
    verb = span[1] < len(words) and words[span[1]] in small["auxiliaries"]  # «40 are believed to be still in prison»
    if stock and stock[0] <= (14 if number.has_noun else 8 if verb else 4):
        return Reading("other", "stock.held", "occurred", True, stock[0])
    former = not words.language.words["held_no_more"].isdisjoint(words[number.last : span[1]])
    held = any(span[0] <= hit.first and hit.last <= span[1] for hit in hits.of("held_persons"))
    if held and not former and not (number.in_words and number.value == 1):  # «keeping one prisoner costs …»
        return Reading("other", "stock.prisoners", "occurred", True, 0)
    return None


def _says_why(words, held, label):
    """Whether a label says why people are held: beside that, or behind it in the clause."""
    gap = words[held.last : label.first]
    if gap and len(gap) <= REASON and not ENDS_PART.intersection(gap):
        return words.language.words["conjunctions"].isdisjoint(gap)  # «detained on what appear to be political charges»
    return measure_distance(words, (held.first, held.last), (label.first, label.last)) <= _BESIDE


def _ends_clause(number, words):
    """Whether nothing follows a number in its clause, so that what it counts must stand before it."""
    return not number.has_noun and (number.last == len(words) or words[number.last] in {".", ",", ";", "—", "("})


def find_stock(words, span, hits):
    """The nearest word that tells of people held, as (distance, hit), or None.

    «By its count 41 people were convicted on political charges»: a source that leads a count tells of nobody held.
    """
    stocks, sources = hits.of("stock"), [hit for hit in hits.of("before") if hit.last <= span[0]]
    if stocks and sources:
        stocks = [hit for hit in stocks if not any(of.first < hit.first and hit.last <= of.last for of in sources)]
    return find_nearest(words, span, stocks, _STOCK)


def find_nearest(words, span, hits, reach):
    """The nearest hit as (distance, hit), or None beyond the reach."""
    best = None
    for hit in hits:
        row = measure_apart(words, span, hit), hit.first
        if row[0] <= reach and (best is None or row < best[0]):
            best = row, hit
    return best and (best[0][0], best[1])


def are_kept(act, words, span, hits):
    """Whether an act is told of others, and those counted are held: «seven walked free, three stayed in the colony».

    So are «36 prisoners who should be released on medical grounds» and «remain in prison».
    """
    apart = act.last <= span[0] and "," in words[act.last : span[0]]
    if apart and any(hit.first == span[1] for hit in hits.of("held")):
        return True
    small, opens = words.language.words, words[span[1] : act.first][:2]
    if small["relatives"].isdisjoint(opens[opens[:1] == [","] :][:1]):
        return False
    lasting = small["still"] | small["auxiliaries"]
    return any(
        act.last < hit.first
        and not lasting.isdisjoint(words[hit.first - 1 : hit.first + 1])
        and small["conjunctions"].isdisjoint(words[act.last : hit.first])
        for hit in hits.of("held")
    )


def is_stock(best, stock, words, span, hits):
    """Whether people are counted as held rather than as touched by an act.

    An act that stands nearer decides, unless a word such as «still» says that they are held now; a count
    «since» a day is no stock without such a word.
    """
    clause = words[max(0, span[0] - 8) : span[1] + 12]
    near = words[stock[1].first : stock[1].last] + clause[6:]
    still = not words.language.words["still"].isdisjoint(near)
    since = any(
        opens_period(words, hit) and abs(hit.first - span[1]) <= 16 and hit.first >= span[0] - 12
        for hit in _in_clause(words, span, hits.of_any("since", "since_then"))
    )
    if since and not still:
        return False
    if best is None:
        return True
    act, cost = best[2].entry.kind, best[0] - best[2].entry.weight
    if act == "other" and stock[0] <= 2 and cost > stock[0] + 4:
        return True  # «51 political detainees are in prison, some of them awaiting trial»
    if act == "convicted" and not still and span[1] <= best[2].first and _tells_act(words, best[2]):
        return False  # «by its count 41 people were convicted on political charges»
    if act in ("convicted", "detained", "other"):
        return (still and cost > 2) or (not since and stock[0] <= cost + 2 and act != "other")
    there = any(hit.last == span[0] for hit in hits.of("there"))
    return stock[0] + (2 if not still and not there else 0) < cost


def _in_clause(words, span, hits):
    """The hits that no semicolon, and no comma before a conjunction or a relative clause, parts from a count."""
    small, near = words.language.words, []
    joins, relatives = small["conjunctions"], small["relatives"] | small["subordinators"]
    for hit in hits:
        first, last = (span[1], hit.first) if hit.first >= span[1] else (hit.last, span[0])
        gap = words[first:last]
        parted = any(
            one == "," and (two in joins or three in relatives or two in relatives)
            for one, two, three in zip(gap, gap[1:], [*gap[2:], ""], strict=False)
        )
        if ";" not in gap and not parted:
            near.append(hit)
    return near


def opens_period(words, hit):
    """Whether a hit is «since», or a preposition such as «с» that means it before a date."""
    if hit.section != "since" or words.language.rules["dates"]["since_anything"]:
        return hit.section in ("since", "since_then")
    near, dates = words[hit.last : hit.last + 2], words.language.months.keys() | words.language.units.keys()
    year = any(word.isdecimal() and 1900 <= int(word) <= 2100 for word in near)
    return year or any(word in dates for word in near) or (near[:1] and near[0][0].isdecimal() and "." in near[0])
