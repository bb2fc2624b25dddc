"""One claim, several appearances: a headline and its body, or a rounded figure and the exact one, are one claim."""

import bisect
import datetime

from clemency.documents.edtf import read_bounds

_WEEK = datetime.timedelta(days=7)
_SOON = 2  # sentences behind a count within which «another» tells of other people
_STEPS = (1000, 500, 100, 50, 10)  # what news rounds to
_ACTS = {"pardon", "release", "amnesty", "exchange"}


def merge_repeats(drafts):
    """Drafts with repeats folded into the one that says most; two equal numbers of one sentence stay two."""
    kept, like = [], _Like()
    for draft in drafts:
        place = next((at for at in like.find(draft) if is_repeat(kept[at], draft)), None)
        if place is None:
            like.add(draft, len(kept))
            kept.append(draft)
            continue
        other = kept[place]
        swap = draft.value is not None and _says_more(draft, other)
        best, rest = (draft, other) if swap else (other, draft)
        kept[place] = absorb(best, rest)
        if swap:
            like.add(draft, place)
    return _drop_headlines(kept)


class _Like:
    """Where drafts stand in a list, by what a repeat has in common: its value, or a value rounded to near it.

    It spares comparing every draft with every other one, which takes time by the square.
    """

    def __init__(self):
        self._places = {}  # by value, or by kind where there is none
        self._exact, self._rounded = [], []  # the values, sorted, of numbers told exactly and of vague round ones

    def add(self, draft, place):
        """Note where a draft stands."""
        self._places.setdefault(self._key(draft), []).append(place)
        values = self._exact if draft.relation == "=" else self._rounded if _is_round(draft) else []
        if draft.value is not None:
            at = bisect.bisect_left(values, draft.value)
            if values[at : at + 1] != [draft.value]:
                values.insert(at, draft.value)

    def find(self, draft):
        """The places, in order, of all that the draft could repeat; values within a twentieth, and a little more."""
        keys = [self._key(draft), *([self._key(draft.after)] if _tells_exactly(draft) else [])]
        if draft.value is not None:
            values = self._rounded if draft.relation == "=" else self._exact
            first = bisect.bisect_left(values, draft.value * 0.94)
            keys += values[first : bisect.bisect_right(values, draft.value * 1.07)]
        return sorted({place for key in keys for place in self._places.get(key, ())})

    @staticmethod
    def _key(draft):
        return draft.kind if draft.value is None else draft.value


def _drop_headlines(drafts):
    """Drafts with each headline's count folded into the count of its text, by whatever word the two call the act."""
    told, headlines = [draft for draft in drafts if not draft.headline], []
    for headline in drafts:
        if not headline.headline:
            continue
        body = None
        if headline.value is not None:
            same = [draft for draft in told if draft.value is not None]
            body = next((draft for draft in same if draft.value == headline.value), None) or next(
                (draft for draft in same if _is_vague(headline, draft)), None
            )
        if body:
            absorb(body, headline)
        else:
            headlines.append(headline)
    return headlines + told


def _is_vague(headline, draft):
    """Whether a headline's «over a hundred» or «almost 14,000» is the vaguer word for an exact number of its text."""
    low, number = headline.value, draft.value
    if draft.relation != "=" or low == number or low < 10:
        return False
    return (headline.relation in (">", ">=") and low < number <= 1.5 * low) or (
        headline.relation == "~" and abs(low - number) * 10 <= low
    )


def is_repeat(one, two):
    """Whether two drafts of different sentences state the same count of the same thing."""
    if one.value is None or two.value is None:
        return (
            one.value == two.value
            and one.kind == two.kind
            and _same_status(one, two)
            and not _differ(one.date, two.date)
        )
    if one.sentence == two.sentence and (two.more or one.kind != two.kind):
        return False
    if not _same_kind(one, two):
        return False
    if two.more and not one.headline and 0 < two.sentence - one.sentence <= _SOON:
        return False  # «He freed four. The release of another four was approved»
    if one.value != two.value:
        return _is_rounded(one, two) and one.stock == two.stock and not _lie_apart(one.date, two.date)
    if one.headline or two.headline or one.definite or two.definite:
        return True
    if _have_two_sources(one, two) or {one.relation, two.relation} == {"=", ">"}:
        return False
    if one.also or two.also:
        return False
    if _is_hedge_of(one, two):
        return True
    return (
        bool(one.period) == bool(two.period)
        and not _lie_apart(one.date, two.date)
        and not _differ(_own_date(one), _own_date(two))
    )


def _lie_apart(one, two):
    """Whether two dates lie more than a week apart."""
    if not one or not two:
        return False
    (first, last), (start, end) = read_bounds(one), read_bounds(two)
    return (last and start and start - last > _WEEK) or (first and end and first - end > _WEEK)


def _have_two_sources(one, two):
    """Whether two different named sources state the count: what each of them says is a claim of its own."""
    if not (one.voice_is_own and two.voice_is_own):
        return False
    classes = {one.voice.source_class, two.voice.source_class}
    return len(classes) == 2 and not classes & {"media", "unknown"}


def _is_hedge_of(one, two):
    return {one.relation, two.relation} == {"=", "~"}


def _own_date(draft):
    return draft.date if draft.when else None


def _same_kind(one, two):
    if one.definite or two.definite:
        return True
    return one.kind == two.kind or ({one.kind, two.kind} <= _ACTS)


def _same_status(one, two):
    done = ("occurred", "announced")
    return (one.status in done) == (two.status in done) and ((one.status == "denied") == (two.status == "denied"))


def _differ(one, two):
    """Whether two dates, both known, name different days; a month holds its days."""
    if not one or not two:
        return False
    short, long = sorted((one.strip("~[]"), two.strip("~[]")), key=len)
    return not long.startswith(short) and "/" not in long and ".." not in long and ".." not in short


def _tells_exactly(draft):
    """Whether a count only makes one before it exact: «more than 7,000», then «the exact figure was 7,749»."""
    return draft.rule.endswith(".exact") and draft.after is not None


def _is_rounded(one, two):
    """«Nearly 6,000», then 5,774: the vaguer number is the exact one rounded, and lies within a twentieth of it.

    7,850 is no «around 7,500»: whoever rounds to hundreds would say 7,900.
    """
    vague, exact = (one, two) if one.relation != "=" else (two, one)
    if _tells_exactly(exact) and exact.after is vague:
        return True
    if vague.relation not in ("~", ">", ">=") or exact.relation != "=" or one.kind not in _ACTS:
        return False
    number = vague.value
    above = vague.relation == "~" or exact.value >= number
    step = next(step for step in (*_STEPS, 1) if number % step == 0)
    apart = abs(number - exact.value) * (2 if vague.relation == "~" else 1)
    near = apart <= step and abs(number - exact.value) * 20 <= number
    return _same_status(one, two) and above and _is_round(vague) and near


def _is_round(draft):
    return draft.value is not None and draft.value >= 100 and draft.value % 10 == 0


def _says_more(one, two):
    """Whether the first of two repeats should stand for both: the exact number, if the other is it rounded."""
    if one.value != two.value:
        return two.relation != "="
    return weigh(one) > weigh(two)


def weigh(draft):
    """How much a draft says: body before headline, then a hedge, a source, a date of its own."""
    rounded = draft.relation == "~" and draft.value is not None and draft.value % 1000 == 0
    return (
        not draft.headline,
        not draft.definite,
        3 * (draft.relation != "=" and not rounded) + 2 * _is_primary(draft) + bool(draft.when),
    )


def _is_primary(draft):
    return draft.voice_is_own and draft.voice.source_class in ("official", "human_rights")


def absorb(best, rest):
    """The better draft, completed by what only the other one says."""
    best.repeats += [rest.sentence, *rest.repeats]
    if _is_primary(rest) and not best.voice_is_own:
        best.voice, best.voice_is_own = rest.voice, True
    if rest.when and not best.when and not rest.period:
        best.take_date(rest.date_basis, rest.date_reason, rest.date, rest.period, rest.when)
    elif rest.date and not (best.date or best.period):
        best.take_date(rest.date_basis, rest.date_reason, rest.date, when=best.when)
    if best.label is None:
        best.label = rest.label
    best.breakdown = rest.breakdown | best.breakdown
    return best
