"""Flows as stems, totals as spans, stocks as dots: panels of their own over one axis of time, each from zero."""

from clemency.charts import words
from clemency.charts.canvas import Canvas
from clemency.charts.frame import draw_head, draw_heading, draw_ticks, finish_chart
from clemency.charts.labels import Piece
from clemency.charts.lanes import HEADING_ROOM, ROW, Entry, draw_blocks, draw_list, pack_lane
from clemency.charts.marks import has_ends, has_inferred_year, make_axis, read_when, shows_class
from clemency.charts.panel import Point, draw_panel, find_left
from clemency.charts.style import LEFT, RIGHT
from clemency.charts.versions import Version, count_acts, find_versions, name_countries
from clemency.chronology.places import find_country
from clemency.chronology.populations import classify_label
from clemency.chronology.stocks import find_stock_series
from clemency.chronology.wording import describe_count, describe_date
from clemency.claims.claim import EVENT_KINDS, KINDS, OCCURRED

_FEW = 12  # counts that have room to name who speaks
_APART = 8  # times: numbers that differ more have panels of their own
_SEVERAL = 3  # small numbers that are worth a panel of their own


def draw_flow_and_stock(events, claims, documents, every=None):
    """Draw counted acts, totals and stocks; a panel for each kind, since amnesties and pardons differ in magnitude.

    If `events` are some of `every` event, the subtitle says how many.
    """
    flows, totals = _list_flows(events, {claim.claim_id: claim for claim in claims})
    stocks = _list_stocks(claims, documents)
    versions = [*flows, *stocks, *totals]
    name_countries(versions, claims, documents)
    flows, stocks = _make_points(flows), _make_points(stocks)
    left = find_left([point for point in (*flows, *stocks) if point.version.when])
    axis = make_axis([version.when for version in versions if version.when], left)
    years = words.say_years(*axis.days) if axis else ""
    title = _find_title(flows, stocks)
    drawn, acts = (count_acts(some)[0] for some in (events, every or events))
    subtitle = words.add_excerpt(words.subtitle_flow_and_stock(years), drawn, acts)
    canvas = Canvas()
    top = draw_head(canvas, title, subtitle)
    series_of = _number_series(claims, documents)
    top, left_out = _draw_dated(canvas, top, axis, totals, (flows, stocks), series_of) if axis else (top, 0)
    lost = sorted((version for version in versions if not version.when), key=lambda one: KINDS.index(one.kind))
    if lost:
        top = draw_list(
            canvas,
            top,
            [_make_entry(version) for version in lost],
            words.LANES["undated"],
            words.PHRASES["undated_counts"],
            False,
        )
    says = {
        "name": "flow-and-stock",
        "title": title,
        "subtitle": subtitle,
        "alt": words.alt_flow_and_stock(len(flows), len(totals), len(stocks), title),
        "table_header": words.head_columns(words.TABLE_COUNTS),
    }
    rows = [(_make_row(version), version.all_claims) for version in versions]
    about = {claim.claim_id for claim in claims if claim.relation and _is_counted(claim)}
    silent = len(flows) > _FEW or len(stocks) > _FEW
    remark = words.say_remarks(left_out, silent and any(has_inferred_year(version.when) for version in versions))
    return finish_chart(canvas, top, says, rows, about, documents, remark)


def _is_counted(claim):
    """Whether a claim with a number is one of those that this chart is about."""
    return claim.measure == "stock" or claim.kind in EVENT_KINDS


def _list_flows(events, claim_of):
    """Versions of counted acts, and of totals; parts, and what did not occur, are neither."""
    flows, totals = [], []
    for event in events:
        if event.status in OCCURRED:
            versions = [version for version in find_versions(event, claim_of) if version.claim.relation]
            (totals if event.measure == "cumulative" else flows).extend(versions)
    return flows, totals


def _list_stocks(claims, documents):
    """Versions of stocks; the same number of the same source, country and day, in several documents, is one."""
    versions, country_of = {}, {document.document: find_country(document) for document in documents}
    for claim in claims:
        if claim.measure != "stock" or claim.relation is None or claim.status not in OCCURRED or claim.part_of:
            continue
        when = read_when(claim.date, claim.earliest, claim.latest)
        key = (*_define(claim), country_of.get(claim.document), claim.low, claim.high, claim.relation, when)
        versions.setdefault(key, Version(None, [], when, claim.date)).claims.append(claim)
    return list(versions.values())


def _define(claim):
    """Whose count of whom: only stocks that agree in it may be joined."""
    return claim.source_class, claim.source_name, claim.kind, tuple(sorted(classify_label(claim.label)))


def _order(version):
    """Versions by their first possible day, then by claim, so that the order is the same everywhere."""
    return version.claim.earliest or version.claim.latest or "", version.claim.claim_id


def _make_points(versions):
    """Points with labels, by date; the labels name who speaks if they are few, else the first of each class."""
    heard, points, few = set(), [], len(versions) <= _FEW
    for version in sorted(versions, key=_order):
        claim = version.claim
        number = words.say_count(claim.low, claim.high, claim.relation)
        shown = claim.relation in ("=", "~") and version.when and shows_class(version.when, claim.source_class)
        lead = bool(version.when) and not shown
        pieces = [Piece(number, claim.source_class, bold=True, shape=lead)]
        for one in (version, *version.others):
            source_class = one.claim.source_class
            new = source_class not in heard and bool(version.when)
            heard.add(source_class)
            name = words.say_speakers(one.claims) if few else words.CLASSES[source_class] if new else ""
            if few and one is version and version.when:
                name = f"{describe_date(version.date)}, {name}"
            if one is version and version.country:
                name = ", ".join(filter(None, (version.country, name)))
            if name or one is not version:
                pieces.append(Piece(name, source_class, shape=one is not version))
        points.append(Point(version, pieces, words.say_version(version)))
    return points


def _find_title(flows, stocks):
    """The finding: the largest act, and the stocks of the population with most, in the country of most documents."""
    flows, stocks = ([point for point in points if not point.version.country] for points in (flows, stocks))
    certain = [point for point in flows if point.claim.low is not None]
    largest = max(certain, key=lambda point: (point.low, point.claim.relation == "="), default=None)
    flow = (largest.claim.low, largest.claim.high, largest.claim.relation) if largest else None
    by_kind = {}
    for point in stocks:
        by_kind.setdefault(point.claim.kind, []).append(point)
    kind = max(by_kind, key=lambda kind: (len(by_kind[kind]), -KINDS.index(kind)), default=None)
    ordered = sorted(by_kind.get(kind, ()), key=lambda point: (point.low, point.high))
    ends = [words.say_count(point.claim.low, point.claim.high, point.claim.relation) for point in ordered]
    return words.title_flow_and_stock(flow, kind, (ends[0], ends[-1]) if ends else None)


def _draw_dated(canvas, top, axis, totals, counted, series_of):
    """Totals, then a panel for each kind of act, then one for each stock; returns the end and the labels left out."""
    at, left_out = top + 5, 0
    spans = [version for version in totals if version.when]
    if spans:
        at = _draw_totals(canvas, at, axis, spans)
    for points, stems in zip(counted, (True, False), strict=True):
        for chosen in _list_panels(points):
            groups = split_by_size(chosen)
            for group in groups:
                remark = words.say_measure(stems, group is not groups[0])
                at, missing = _draw_kind(canvas, at, axis, group, remark, series_of)
                left_out += missing
    tall = at - top > 100
    draw_ticks(canvas, axis, top, at, again=tall)
    return at + (6 if tall else 1.5), left_out


def _list_panels(points):
    """Dated points of one kind: those of the country that most documents are about, then those of all others."""
    dated = [point for point in points if point.version.when]
    panels = [
        [point for point in dated if point.version.kind == kind and bool(point.version.country) == abroad]
        for kind in KINDS
        for abroad in (False, True)
    ]
    return [panel for panel in panels if panel]


def split_by_size(points):
    """Points as one group, or as a small and a large one where a gap is so wide that several would be crushed."""
    ordered = sorted(points, key=lambda point: point.high)
    gaps = [after.high / max(before.high, 1) for before, after in zip(ordered, ordered[1:], strict=False)]
    widest = max(gaps[_SEVERAL - 1 :], default=0)
    if widest < _APART:
        return [points]
    largest = ordered[gaps.index(widest, _SEVERAL - 1)].high
    return [[point for point in points if (point.high > largest) == large] for large in (False, True)]


def _draw_kind(canvas, top, axis, points, remark, series_of):
    """One panel, as high as its points need; returns where it ends and how many labels found no room."""
    stems = points[0].version.event is not None
    canvas.cuts.append(top)
    canvas.line([(LEFT, top), (RIGHT, top)], "rule", 0.2)
    draw_heading(canvas, top + 4.6, words.head_panel(points[0].version), remark)
    height = min(19 + 3.0 * len(points), 37 + 0.5 * len(points), 100)
    counts, left_out = draw_panel(canvas, top + 8, height, axis, points, stems)
    if not stems:
        _join_stocks(canvas, axis, counts, points, series_of)
    return top + 8 + height + 4, left_out


def _draw_totals(canvas, at, axis, spans):
    """Totals as spans that no axis of persons measures; returns where they end."""
    blocks, rows = pack_lane([[_make_entry(version)] for version in spans], axis)
    canvas.line([(LEFT, at), (RIGHT, at)], "rule", 0.2)
    draw_heading(canvas, at + 4.6, words.LANES["totals"], words.say_lane("totals", len(spans)))
    draw_blocks(canvas, blocks, at + HEADING_ROOM, axis)
    return at + HEADING_ROOM + rows * ROW + 2.5


def _make_entry(version):
    """A total, or a count without a date, with its label."""
    claim = version.claim
    number = words.say_count(claim.low, claim.high, claim.relation)
    date = [describe_date(version.date)] if version.when else []
    told = [words.PEOPLE[version.kind], version.country, *date, words.say_speakers(version.claims)]
    rest = ", ".join(filter(None, told))
    pieces = [Piece(number, claim.source_class, bold=True, shape=bool(version.when)), Piece(rest, claim.source_class)]
    for other in version.others:
        pieces.append(Piece(words.say_speakers(other.claims), other.claim.source_class, shape=True))
    return Entry(version, pieces, words.say_version(version))


def _number_series(claims, documents):
    """{claim id: number of the series} of all stocks of a named source that may be joined."""
    named = [one for one in find_stock_series(claims, documents) if one.source_name]
    return {claim.claim_id: number for number, one in enumerate(named) for claim in one.points}


def _join_stocks(canvas, axis, counts, points, series_of):
    """Thin lines between stocks of one series that are exact, from end to beginning."""
    series = {}
    for point in points:
        number = next((series_of[one.claim_id] for one in point.version.claims if one.claim_id in series_of), None)
        if number is not None and has_ends(point.version.when) and point.claim.relation in ("=", "~"):
            series.setdefault(number, []).append(point)
    for row in series.values():
        for one, other in zip(row, row[1:], strict=False):
            start, end = one.version.when.extent(axis)[1], other.version.when.extent(axis)[0]
            if start < end:
                line = [(start, counts.place(one.low)), (end, counts.place(other.low))]
                canvas.line(line, one.claim.source_class, 0.3, under=True)


def _make_row(version):
    """One row of the table of values."""
    claim, event = version.claim, version.event
    return [
        words.say_kind(version.kind, version.country),
        words.MEASURES["stock" if not event else "cumulative" if event.measure == "cumulative" else "flow"],
        describe_count(claim.low, claim.high, claim.relation),
        describe_date(version.date),
        words.say_speakers(version.all_claims),
        words.say_classes(version.all_claims),
    ]
