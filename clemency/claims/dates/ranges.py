"""Periods that words join, open or name again: «from January to May», «since July», «over the same period»."""

from clemency.claims.dates.periods import COUNTED, OF_EVENT, WRITTEN
from clemency.claims.dates.steps import step_back
from clemency.documents.edtf import read_bounds
from clemency.messages import mark, say, say_day, say_in

_LEADS = 5  # words between «since» and an event: «since the very beginning of the full-scale war»

_MONTH = 7  # letters of a month as EDTF
_YEAR = 4  # and of a year
_BESIDE_EVENT = 3  # words from an event to its date, with «в» or «от»


def join_ranges(finder):
    """From 1 January to 1 December 2025: dates that a word joins, after one that opens a period; «in May and June»."""
    finder.found.sort(key=lambda when: when.first)
    kept = []
    for when in finder.found:
        one = kept[-1] if kept else None
        if one and one.date and when.date and _are_joined(finder, one, when):
            one.last, one.role, one.date, one.start = when.last, "range", when.date, _begin(one.start or one.date, when)
            one.reason = say(WRITTEN, words=finder.quote(one.first, when.last))
        else:
            kept.append(when)
    finder.found = kept


def _are_joined(finder, one, two):
    """Whether two dates are the ends of a period, or whole months or years that follow each other."""
    rules, joins = finder.rules, finder.language.words["and"]
    between = _words_between(finder, one, two)
    opener = finder.words[_find_edge(finder, one.first) - 1]
    if opener in rules["between"] and len(between) == 1 and between[0] in joins:
        return True
    if (
        opener in rules["range_opens"]
        and len(between) == 1
        and (between[0] == "—" or between[0] in rules["range_joins"])
    ):
        return True
    if opener in rules["range_opens"] and not between and finder.words[two.first] in rules["range_joins"]:
        return True  # «from July until now»
    # «in 2024-2025», «January–May», «30 June – 6 July»
    days = one.role == two.role == "point" and len(two.date) == 10 and one.date < two.date
    whole = between in (["-"], ["—"]) and len(one.date) == len(two.date) and (len(one.date) <= 7 or days)
    if len(between) == 1 and between[0] in joins and _follow(one, two):
        # «on 3 May and 5 June»: what is told of both days together, unless it is usual on each of them
        return not any(hit.entry.value == "habitual" for hit in finder.hits.of("status"))
    return whole or (between == [","] and _are_consecutive(one, two))


def _words_between(finder, one, two):
    """The words between two dates, but for those that belong to one of them: «2024-го», «up to the end of»."""
    rules, first, last = finder.rules, one.last, _find_edge(finder, two.first)
    if finder.words[first] == "-" and finder.words[first + 1] in rules["year_endings"]:
        first += 2
    if finder.words[first] in rules["beside_year"]["after"]:
        first += 1 + (finder.words[first + 1] == ".")
    between = finder.words[first:last]
    if len(between) == 2 and between[1] in rules["range_joins"] and between[0] in rules["before_join"]:
        return between[1:]
    return between


def _find_edge(finder, at):
    """Where a date at a word begins with its edge or article: «the end of May», «начала июля», «this January»."""
    for hit in finder.hits.of_any("year_begins", "year_middles", "year_ends"):
        if hit.last == at:
            at = hit.first
    while at > finder.first and finder.words[at - 1] in finder.rules["before_end"]:
        at -= 1
    return at


def _begin(start, when):
    """The start of a period, a year before its end's where it would lie after that: «from July to January 2025»."""
    first, last = read_bounds(start)[0], read_bounds(when.date)[1]
    if first and last and first > last and first.year == last.year:
        return start.replace(f"{first.year:04}", f"{first.year - 1:04}", 1)
    return start


def _follow(one, two):
    """Whether of two dates of the same precision the second lies after the first."""
    alike = one.role == two.role and len(one.date) == len(two.date) and "[" not in one.date
    return _are_consecutive(one, two) or (alike and one.role in ("point", "span") and one.date < two.date)


def _are_consecutive(one, two):
    """Whether of two whole months, or two whole years, one follows the other: «in January and February»."""
    roles = ("span", "name", "range") if one.role == "range" else ("span", "name")
    dates = [when.date for when in (one, two) if when.role in roles and when.date and "?" not in when.date]
    if len(dates) < 2 or len(dates[0]) != len(dates[1]) or len(dates[0]) not in (4, 7):
        return False
    first, last = ((int(date[:4]), int(date[5:] or 0)) for date in dates)
    if len(dates[0]) == 4:
        return last[0] == first[0] + 1
    return last[0] * 12 + last[1] == first[0] * 12 + first[1] + 1


def open_onwards(finder):
    """«From the spring of 2020 on» opens a period."""
    for when in finder.found:
        on = when.last < finder.last and finder.words[when.last] in finder.rules["onwards"]
        opens = set(finder.words[max(finder.first, when.first - 2) : when.first]) & set(finder.rules["range_opens"])
        if on and opens and when.date:
            when.role, when.start, when.date = "since", when.start or when.date, None


def open_periods(finder, frames):
    """Since July; since then; over the same period; since the vote, where the text knows the day of one."""
    for hit in sorted(
        finder.hits.of_any("since_then", "same_period", "since"), key=lambda hit: hit.section != "since_then"
    ):
        if hit.section == "since_then" and (_tells_which(finder, hit) or _leads_on(finder, hit)):
            continue
        if hit.section == "since_then":
            near = [when for when in finder.found if when.last <= hit.first and when.role != "name"]
            before = max(near, key=lambda when: (when.last, len(when.date or ""))) if near else _period_before(finder)
            if before:
                _open_from_before(finder, hit, before)
        elif hit.section == "same_period":
            _repeat_period(finder, hit)
        elif hit.section == "since":
            _open_since(finder, hit, frames.get("event"))


def _tells_which(finder, hit):
    """Whether what happened on a day follows behind a comma: «с того дня, как он помиловал 15»."""
    after = finder.words[hit.last : hit.last + 2]
    told = any(other.first == hit.last + 1 for other in finder.hits.of("before"))  # «с тех пор, как отмечают там»
    return after[:1] == [","] and not told and not set(finder.rules["day_when"]).isdisjoint(after)


def _leads_on(finder, hit):
    """Whether «ever since» leads to a date of its own: «ever since the war ended in 2009»."""
    inside = any(other.first > hit.first and other.last == hit.last for other in finder.hits.of("since"))
    behind = (when.first for when in finder.found if hit.last <= when.first <= hit.last + _LEADS)
    return inside and any("," not in finder.words[hit.last : first] for first in behind)


def _period_before(finder):
    """The last expression before the sentence; of several in one, that which opens a period."""
    if not (finder.period and finder.before):
        return finder.before
    together = finder.text.sentence_at(finder.period.first) == finder.text.sentence_at(finder.before.first)
    return finder.period if together else finder.before


def _repeat_period(finder, hit):
    """«In the same month», «over the same period»: what the text named last that lasted, or began then."""
    near = [when for when in finder.found if when.last <= hit.first and when.role in ("span", "range", "since")]
    lasting = [finder.before] if finder.before and finder.before.role != "point" else []
    if finder.period and lasting and len(finder.before.date or "") == 4:
        lasting = []  # «over the same time», after a period and «the protests of 2020»
    before = max(near, key=lambda when: when.last) if near else next(iter([*lasting, finder.period, finder.before]))
    year = next((when for when in finder.found if 0 <= when.first - hit.last <= 1 and _is_year(when)), None)
    if before and before is not year and year and _repeat_in_year(finder, hit, before, year):
        return
    if before and before.role == "span" and before.date:
        reason = mark("{words} points back: {reason}")
        finder.add(hit.first, hit.last, before.date, "relative", reason, "span", reason=before.reason)
    elif before:
        _open_from_before(finder, hit, before)


def _is_year(when):
    """Whether an expression is a year, or tells that it was a year ago."""
    date = (when.date or "").rstrip("~")
    return len(date) == _YEAR or (when.basis == "relative" and when.role == "point" and date[:_YEAR].isdecimal())


def _repeat_in_year(finder, hit, before, year):
    """«In the same period of last year»: the months or days of the period before, in that year."""
    last = (before.date if before.role != "since" else finder.reference.edtf) or ""
    start = before.start or last
    if not (start[:4].isdecimal() and last[:4].isdecimal()) or len(last) < _MONTH:
        return False
    back = int(last[:4]) - int(year.date[:4])
    first, last = (f"{int(date[:4]) - back}{date[4:].replace('-02-29', '-02-28')}" for date in (start, last))
    finder.found.remove(year)
    reason = mark("{words} points back: {reason}")
    finder.add(hit.first, year.last, last, "relative", reason, "range", first, reason=before.reason)
    return True


def _open_from_before(finder, hit, before):
    start = before.start or before.date
    end = before.date if before.role == "range" else None
    if start:
        role, reason = "range" if end else "since", mark("{words} points back: {reason}")
        finder.add(hit.first, hit.last, end, "relative", reason, role, start, reason=before.reason)


def _open_since(finder, hit, event):
    """A word such as «since» opens a period from the date behind it, from some time ago, or from an event."""
    before = finder.words[hit.first - 1] if hit.first else ""
    counted = finder.language.units.get(before) if hit.first > finder.first else None
    led = hit.first - 3 >= finder.first and finder.words[hit.first - 3] in finder.rules["of_the"]
    whole = counted == "year" and not led  # but «in the four years since the riot» does
    if whole or finder.is_half(hit.last + 1) or _is_dated(finder, hit):
        return  # «80 years since independence» opens no period
    if any(when.first < hit.first < when.last for when in finder.found):
        return  # «в первые дни после выборов»
    # «he has since pardoned seven» opens none
    if before in finder.rules["before_adverb"] or _open_from_date(finder, hit):
        return
    if counted and _open_from_ago(finder, hit, counted):
        return
    noun = _find_event(finder, hit.last) if event and "?" not in event and event[0] != "[" and not counted else None
    if noun:
        finder.add(hit.first, noun + 1, None, "relative", OF_EVENT, "since", event)
    elif not counted and _open_from_known(finder, hit):
        return
    elif finder.rules["since_anything"] and hit.last < finder.last and not counted:
        reason = mark("{words} opens a period, and its day is not given.")
        finder.add(hit.first, hit.last + 1, None, "unknown", reason, "since")


def _open_from_date(finder, hit):
    """Whether a date behind a word such as «since» was made the start of a period."""
    for when in finder.found:
        near = hit.last <= when.first <= hit.last + 15
        near = near and {",", ";", "."}.isdisjoint(finder.words[hit.last : when.first])
        apart = finder.rules["since_beside"] and when.first - hit.last > 1
        apart = apart and finder.words[hit.last] not in finder.rules["since_of"]
        apart = apart and not _names_event_of(finder, hit.last, when)
        if near and not apart and (when.role in ("point", "span", "name") or when.season) and when.date:
            start = when.start if when.season else when.date
            when.role, when.start, when.date, when.first = "since", start, None, hit.first
            words = finder.quote(hit.first, when.last)
            when.reason = say("{words} opens the period; {reason}", words=words, reason=when.reason)
            return True
    return False


def _names_event_of(finder, at, when):
    """Whether an event stands right after «since», and a date right behind it: «после выборов в августе 2020 года»."""
    stems = finder.language.events_of
    return bool(stems) and finder.words[at].startswith(stems) and when.first - at <= _BESIDE_EVENT


def _open_from_ago(finder, hit, unit):
    """Whether so many units stand before a word such as «since» that they open a period: «the six weeks since»."""
    amount = finder.amount(hit.first - 2) if hit.first - 2 > finder.first else None
    if not (amount and finder.reference.day and finder.words[hit.first - 3] in finder.rules["of_the"]):
        return False
    start = step_back(finder.reference.day, amount, unit)
    finder.add(hit.first - 2, hit.last, None, "relative", COUNTED, "since", start)
    return True


def _open_from_known(finder, hit):
    """Whether an event whose day everybody knows stands behind a word such as «since»: «the full-scale invasion»."""
    day, home = finder.reference.day, finder.text.home
    known = []
    for event in finder.hits.of("known_event"):
        date, name, countries = event.entry
        near = hit.last <= event.first <= hit.last + _LEADS and "," not in finder.words[hit.last : event.first]
        if near and day and date <= day and (not countries or home in countries):
            known.append((date, event.last, name))
    if known:
        date, last, name = max(known)
        reason, told = mark("{words}: {event} was on {day}."), {"event": say_in("event", name), "day": say_day(date)}
        finder.add(hit.first, last, None, "relative", reason, "since", date.isoformat(), **told)
    return bool(known)


def _find_event(finder, at):
    """Where among the next three words one for an event such as a vote stands, or None."""
    words, nouns, stems = finder.words, finder.language.event_nouns, finder.language.events_of
    places = range(at, min(at + 3, finder.last))
    return next((i for i in places if words[i] in nouns or words[i].startswith(stems)), None)


def _is_dated(finder, hit):
    """Whether a word for «since» tells the day of a decree: «папярэдні, ад 2 ліпеня, датычыў 31»."""
    if finder.words[hit.first] not in finder.rules["of_day"]:
        return False
    when = next((when for when in finder.found if when.first == hit.last and len(when.date or "") == 10), None)
    if not when:
        return False
    aside = finder.words[hit.first - 1 : hit.first] == [","] == finder.words[when.last : when.last + 1]
    return aside or any(0 <= hit.first - decree.last <= 1 for decree in finder.hits.of("decree"))
