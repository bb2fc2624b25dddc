"""The timeline: acts in lanes by kind, totals as spans, planned and undated claims in lanes of their own."""

from clemency.charts import words
from clemency.charts.canvas import Canvas
from clemency.charts.frame import draw_head, draw_heading, draw_holidays, draw_ticks, finish_chart, pack_holidays
from clemency.charts.labels import Piece
from clemency.charts.lanes import HEADING_ROOM, ROW, Entry, draw_blocks, draw_list, pack_lane
from clemency.charts.marks import has_inferred_year, make_axis, shows_class
from clemency.charts.style import LEFT, RIGHT
from clemency.charts.versions import count_acts, find_versions, name_countries
from clemency.chronology.wording import describe_count, describe_date
from clemency.claims.claim import EVENT_KINDS, OCCURRED

_MOST_ROWS = 46  # as many fit a page; beyond, labels say less before the figure grows
_UNDATED = "number, kind, speaker"
_DETAILS = ("number, date, speaker", "number, date", "number")


def draw_timeline(events, claims, documents, include_planned=True, holidays=(), every=None):
    """Draw the chronology of events; `holidays` are (name, month, day) and stand as faint lines where names fit.

    If `events` are some of `every` event, the title counts all of them, and the subtitle says how many are drawn.
    """
    lanes = _sort_lanes(events, {claim.claim_id: claim for claim in claims}, include_planned)
    versions = [version for lane in lanes.values() for group in lane for version in group]
    name_countries(versions, claims, documents)
    axis = make_axis([version.when for version in versions if version.when], LEFT)
    years = words.say_years(*axis.days) if axis else ""
    acts, totals = count_acts(every or events)
    is_excerpt = every is not None and len(every) > len(events)
    title = words.title_timeline(acts, totals, 0, 0, years) if is_excerpt else _find_title(lanes, years)
    subtitle = words.add_excerpt(words.subtitle_timeline(years), count_acts(events)[0], acts)
    canvas, silent = Canvas(), False
    top = draw_head(canvas, title, subtitle)
    if axis:
        top, silent = _draw_dated(canvas, top, axis, lanes, holidays)
    top = _draw_undated(canvas, top, lanes)
    kinds = [kind for kind in EVENT_KINDS if any(version.kind == kind for version in versions)]
    planned = len(lanes["planned"]) + len(lanes["planned_undated"])
    says = {
        "name": "timeline",
        "title": title,
        "subtitle": subtitle,
        "alt": words.alt_timeline(kinds, len(documents), title, planned),
        "table_header": words.head_columns(words.TABLE_TIMELINE),
    }
    rows = [(_make_row(version), version.all_claims) for version in versions]
    about = {claim.claim_id for claim in claims if claim.kind in EVENT_KINDS and claim.measure != "stock"}
    hollow = silent and any(has_inferred_year(version.when) for version in versions)
    return finish_chart(canvas, top, says, rows, about, documents, words.say_remarks(0, hollow))


def _sort_lanes(events, claim_of, include_planned):
    """Lanes in order of drawing, {name: [versions of an event, …]}; what did not occur is drawn only if planned."""
    lanes = {name: [] for name in (*EVENT_KINDS, "totals", "planned", "planned_undated", "undated")}
    for event in events:
        planned = event.status not in OCCURRED
        if event.kind not in EVENT_KINDS or (planned and not (include_planned and event.status == "planned")):
            continue
        versions = find_versions(event, claim_of)
        dated = [version for version in versions if version.when]
        undated = [version for version in versions if not version.when]
        name = "planned" if planned else "totals" if event.measure == "cumulative" else event.kind
        if dated:
            lanes[name].append(dated)
        if undated:
            lanes["planned_undated" if planned else "undated"].append(undated)
    return lanes


def _find_title(lanes, years):
    """The finding: how many acts, and what a total contains of them."""
    acts = {group[0].event.event_id for kind in (*EVENT_KINDS, "undated") for group in lanes[kind] if _is_act(group)}
    totals = {group[0].event.event_id: group[0].event for group in lanes["totals"]}
    only = next(iter(totals.values())) if len(totals) == 1 else None
    certain, possible = (len(only.contains), len(only.may_contain)) if only else (0, 0)
    return words.title_timeline(len(acts), len(totals), certain, possible, years)


def _is_act(group):
    """Whether versions are of an act, not of a total."""
    return group[0].event.measure != "cumulative"


def _make_entries(lane, detail, hollow):
    """Entries of a lane, [[one for each version of an event], …], by date."""
    heard = set()
    return [
        [_make_entry(version, detail, hollow, heard, group[0]) for version in group]
        for group in sorted(lane, key=lambda group: _order(group[0]))
    ]


def _make_entry(version, detail, hollow, heard, first):
    """A mark and its label; where labels leave out who speaks, the first of each class (`heard`) says it."""
    claim = version.claim
    count = words.say_count(claim.low, claim.high, claim.relation)
    words_after = [words.NAMES[version.kind]] if "kind" in detail else []
    if not count and first is not version:
        words_after.append(words.PHRASES["no_number"])
    if "date" in detail and (first is version or first.date != version.date):
        words_after.append(describe_date(version.date))
    words_after += [*_name(version, detail, heard), *filter(None, [version.country])]
    lead = bool(version.when) and not shows_class(version.when, claim.source_class)
    pieces = [Piece(count, claim.source_class, bold=True, shape=lead)] if count or lead else []
    if words_after:
        pieces.append(Piece(", ".join(words_after), claim.source_class))
    for other in version.others:
        pieces.append(Piece(", ".join(_name(other, detail, heard)), other.claim.source_class, shape=True))
    return Entry(version, pieces, words.say_version(version), hollow)


def _name(version, detail, heard):
    """Who speaks, if the label is to say it: [name] or []."""
    source_class = version.claim.source_class
    new = source_class not in heard
    heard.add(source_class)
    if "speaker" in detail:
        return [words.say_speakers(version.claims)]
    return [words.CLASSES[source_class]] if new else []


def _order(version):
    """Versions by their first possible day, then by kind and name, so that the order is the same everywhere."""
    claim, event = version.claim, version.event
    day = claim.earliest or claim.latest or version.date or ""
    return day, EVENT_KINDS.index(event.kind), event.event_id


def _pack_lanes(lanes, axis):
    """The dated lanes, packed with as much detail as a page has room for, and whether labels leave out the date."""
    for detail in _DETAILS:
        packed = []
        for name in (*EVENT_KINDS, "totals", "planned"):
            if lanes[name]:
                packed.append((name, *pack_lane(_make_entries(lanes[name], detail, name == "planned"), axis)))
        if sum(rows for _, _, rows in packed) <= _MOST_ROWS:
            break
    return packed, "date" not in detail


def _draw_dated(canvas, top, axis, lanes, holidays):
    """The lanes that share the axis of time; returns where they end, and whether labels leave out the date."""
    named, name_rows = pack_holidays(axis, holidays)
    start = top + name_rows * 4
    at = start + 5
    packed, silent = _pack_lanes(lanes, axis)
    for name, blocks, rows in packed:
        bottom = at + HEADING_ROOM + rows * ROW + 2.5
        canvas.cuts.append(at)
        if name == "planned":
            canvas.box(LEFT, at + 0.8, RIGHT, bottom - 0.8, outline="connector", dashes=(1.2, 0.8))
        else:
            canvas.line([(LEFT, at), (RIGHT, at)], "rule", 0.2)
        inset = 3 if name == "planned" else 0
        draw_heading(canvas, at + 4.6, words.head_lane(name), words.say_lane(name, len(lanes[name])), LEFT + inset)
        draw_blocks(canvas, blocks, at + HEADING_ROOM, axis)
        at = bottom
    tall = at - start > 100
    draw_ticks(canvas, axis, start, at, again=tall)
    draw_holidays(canvas, named, top, start, at)
    return at + (6 if tall else 2), silent


def _draw_undated(canvas, top, lanes):
    """Claims without a date, which no axis may place; returns where they end."""
    for name in ("planned_undated", "undated"):
        if lanes[name]:
            groups = _make_entries(lanes[name], _UNDATED, hollow=True)
            entries = [entry for group in groups for entry in group]
            remark = words.say_lane(name, len(lanes[name]))
            top = draw_list(canvas, top, entries, words.head_lane(name), remark, name == "planned_undated")
    return top


def _make_row(version):
    """One row of the table of values."""
    claim = version.claim
    return [
        words.say_kind(version.kind, version.country),
        words.MEASURES[version.event.measure],
        describe_count(claim.low, claim.high, claim.relation),
        describe_date(version.date),
        words.say_speakers(version.all_claims),
        words.say_classes(version.all_claims),
        words.STATUSES[claim.status],
    ]
