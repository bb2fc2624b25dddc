"""The comparison: a range plot of comparable pairs; a sentence if they are few; the nearest miss if there are none."""

import dataclasses

from clemency.charts import words
from clemency.charts.axis import CountAxis
from clemency.charts.canvas import Canvas, wrap_text
from clemency.charts.frame import draw_head, draw_heading, finish_chart
from clemency.charts.labels import Piece, break_pieces, write_line
from clemency.charts.marks import SIZE, draw_limit, draw_segment, shape_path
from clemency.charts.panel import LIMITS
from clemency.charts.style import HEADING, LABEL, LEFT, RIGHT
from clemency.chronology.wording import describe_date
from clemency.claims.claim import KINDS
from clemency.comparison.compare import find_nearest_misses
from clemency.comparison.comparison import CONDITIONS
from clemency.comparison.wording import describe_claim
from clemency.messages import write_number

_FEWEST = 3  # values; below, a sentence says more than a chart
_ROW = 7.2  # millimetres for the marks of a pair
_COLUMNS = (40.0, 88.0, 136.0)  # where the columns of the nearest miss begin
_ARROW = 4.4
_LINE = 4.2


@dataclasses.dataclass(slots=True)
class Pair:
    """An official and a rights group's number that can be compared, with every claim that states them."""

    comparison: object
    official: object
    rights: object
    claims: list


def draw_comparison(comparisons, claims, events, documents, every=None):
    """Draw what can be compared, or say that nothing can; `events` tell which pairs are of one and the same act.

    If the comparisons are some of `every` one, the subtitle says how many.
    """
    claim_of = {claim.claim_id: claim for claim in claims}
    pairs = _list_pairs(comparisons, claim_of, events)
    title = words.title_comparison(len(pairs), sum(_agrees(pair.comparison) for pair in pairs), bool(comparisons))
    canvas = Canvas()
    subtitle = words.add_pairs(words.PHRASES["comparison"], len(comparisons), len(every or comparisons))
    top = draw_head(canvas, title, subtitle) + 1
    says = {
        "name": "comparison",
        "title": title,
        "subtitle": subtitle,
        "alt": words.alt_comparison(len(pairs), len(comparisons), title),
        "table_header": words.head_columns(words.TABLE_COMPARISON),
    }
    if len({claim.claim_id for pair in pairs for claim in (pair.official, pair.rights)}) >= _FEWEST:
        top = _draw_ranges(canvas, top, pairs)
    elif pairs:
        top = _draw_sentences(canvas, top, pairs)
    else:
        pairs = [_make_pair(comparison, claim_of) for comparison in find_nearest_misses(comparisons, 1)]
        top = _draw_miss(canvas, top, pairs)
    rows = [(_make_row(pair), pair.claims) for pair in pairs]
    about = {name for comparison in comparisons for name in (comparison.official, comparison.human_rights)}
    return finish_chart(canvas, top, says, rows, about, documents)


def _make_pair(comparison, claim_of):
    """A pair with the two claims that it compares."""
    official, rights = claim_of[comparison.official], claim_of[comparison.human_rights]
    return Pair(comparison, official, rights, [official, rights])


def _list_pairs(comparisons, claim_of, events):
    """Comparable pairs by date; those of one act in which the same sources say the same are one."""
    event_of = {name: event.event_id for event in events for name in event.claims}
    found = {}
    for comparison in comparisons:
        if comparison.verdict not in words.COMPARABLE:
            continue
        pair = _make_pair(comparison, claim_of)
        key = tuple(
            (event_of.get(claim.claim_id, claim.date), claim.source_name, claim.low, claim.high, claim.relation)
            for claim in pair.claims
        )
        known = found.setdefault(key, pair)
        known.claims += [claim for claim in pair.claims if claim not in known.claims]
    return sorted(found.values(), key=lambda pair: (pair.official.earliest or "", pair.comparison.comparison_id))


def _agrees(comparison):
    """Whether the two numbers are the same."""
    return comparison.difference_low == comparison.difference_high == 0


def _read_ends(claim):
    """Lowest and highest number that a mark reaches."""
    return claim.low if claim.low is not None else claim.high, claim.high if claim.high is not None else claim.low


def _draw_ranges(canvas, top, pairs):
    """A row for each pair, a panel for each kind, from zero; returns where they end."""
    for kind in KINDS:
        rows = [(pair, _describe_pair(pair)) for pair in pairs if pair.official.kind == kind]
        if not rows:
            continue
        canvas.cuts.append(top)
        canvas.line([(LEFT, top), (RIGHT, top)], "rule", 0.2)
        draw_heading(canvas, top + 4.6, words.KINDS[kind], words.PHRASES["persons"])
        highest = max(_read_ends(claim)[1] for pair, _ in rows for claim in pair.claims)
        scale = CountAxis(highest, LEFT + 16, RIGHT - 18)
        at = start = top + 8
        for place, (pair, lines) in enumerate(rows):
            canvas.cuts += [at] if place else []
            for number, line in enumerate(lines):
                write_line(canvas, LEFT, at + 3.4 + number * _LINE, line, backed=True)
            at += len(lines) * _LINE
            _draw_range(canvas, at + 3.2, scale, pair)
            at += _ROW
        for value in scale.values:
            canvas.line([(scale.place(value), start), (scale.place(value), at)], "rule", 0.2, under=True)
            canvas.write(scale.place(value), at + 3.4, write_number(value), "muted", align="center")
        top = at + 6.5
    return top


def _describe_pair(pair):
    """Who states the two numbers, when, and the difference in words, as lines."""
    comparison = pair.comparison
    difference = words.say_difference(comparison.difference_low, comparison.difference_high)
    date = words.say_pair_date(pair.official, pair.rights)
    speakers = [
        Piece(words.say_speaker(claim), claim.source_class, shape=True) for claim in (pair.official, pair.rights)
    ]
    return break_pieces([*speakers, Piece(f"{date}: {difference}", "muted")], RIGHT - LEFT - 1)


def _draw_range(canvas, y, scale, pair):
    """The two numbers of a pair on a grey connector, one above the other where they would hide each other."""
    claims = (pair.official, pair.rights)
    ends = [scale.place(_read_ends(claim)[0]) for claim in claims]
    apart = abs(ends[0] - ends[1]) >= 2 * SIZE
    if apart:
        canvas.line([(min(ends), y), (max(ends), y)], "connector", 0.5)
    for number, claim in enumerate(claims):
        same = [other.claim_id for other in pair.claims if other.source_class == claim.source_class]
        canvas.open_mark(same, words.say_hover(claim.kind, [claim], claim.date or claim.period))
        lower = ends[number] < ends[1 - number] or (ends[0] == ends[1] and number == 0)
        _draw_number(canvas, scale, y if apart else y - 1.5 + 3 * number, claim, lower)
        canvas.close_mark()


def _draw_number(canvas, scale, y, claim, lower):
    """One number of a pair, its label left of it if it is the lower one, else right."""
    low, high = (scale.place(value) for value in _read_ends(claim))
    left, right = low - SIZE / 2, high + SIZE / 2
    if high > low:
        draw_segment(canvas, (low, y), (high, y), claim.source_class)
    elif claim.relation in LIMITS:
        way = _ARROW if claim.relation in (">", ">=") else -_ARROW
        left, right = min(left, low + way), max(right, low + way)
        draw_limit(canvas, (low, y), way, claim.source_class, upright=False)
    else:
        exact = claim.relation == "="
        fill, dashes = (claim.source_class, None) if exact else (None, (0.8, 0.5))
        canvas.shape(shape_path(claim.source_class, low, y), fill, claim.source_class, 0.35, dashes)
    number = words.say_count(claim.low, claim.high, claim.relation)
    x, align = (left - 1, "right") if lower else (right + 1, "left")
    canvas.write(x, y + 1.0, number, claim.source_class, bold=True, align=align, backed=True)


def _draw_sentences(canvas, top, pairs):
    """A panel with one sentence for each pair; returns where it ends."""
    lines = [wrap_text(pair.comparison.summary, RIGHT - LEFT - 12 - 2 * SIZE, HEADING) for pair in pairs]
    bottom = top + 6 + sum(len(sentence) * 4.6 + 2 for sentence in lines)
    canvas.box(LEFT, top, RIGHT, bottom, "panel")
    baseline = top + 6.5
    for pair, sentence in zip(pairs, lines, strict=True):
        hover = pair.comparison.summary
        canvas.open_mark([claim.claim_id for claim in pair.claims], hover)
        for number, claim in enumerate((pair.official, pair.rights)):
            place = LEFT + 4 + number * (SIZE + 1)
            canvas.shape(shape_path(claim.source_class, place, baseline - 1.1), claim.source_class)
        for line in sentence:
            canvas.write(LEFT + 12, baseline, line, "ink", HEADING)
            baseline += 4.6
        canvas.close_mark()
        baseline += 2
    return bottom + 2


def _draw_miss(canvas, top, pairs):
    """A panel that says that no pair can be compared, and what stands in the way of the nearest; returns its end."""
    if not pairs:
        canvas.box(LEFT, top, RIGHT, top + 14, "panel")
        canvas.write(LEFT + 4, top + 8.2, words.PHRASES["no_pair"], "ink", HEADING)
        return top + 16
    pair = pairs[0]
    rows = [_make_cells(pair, name) for name in CONDITIONS if getattr(pair.comparison, name) != "yes"]
    met = [words.CONDITIONS[name] for name in CONDITIONS if getattr(pair.comparison, name) == "yes"]
    rest = wrap_text(words.say_met(met), RIGHT - LEFT - 8) if met else []
    bottom = top + 26 + sum(_count_lines(row) * _LINE + 2.6 for row in rows) + len(rest) * _LINE
    canvas.box(LEFT, top, RIGHT, bottom, "panel")
    draw_heading(
        canvas, top + 6.5, words.PHRASES["nearest_miss"], words.PHRASES["nearest_remark"], LEFT + 4, backed=False
    )
    _draw_heads(canvas, top + 14, pair)
    y = top + 20.5
    for row in rows:
        canvas.line([(LEFT + 4, y), (RIGHT - 4, y)], "connector", 0.2)
        for x, cell, bold in zip((LEFT + 4, *_COLUMNS), row, (False, False, False, True), strict=True):
            for number, line in enumerate(cell):
                canvas.write(x, y + 4.2 + number * _LINE, line, "ink", bold=bold)
        y += _count_lines(row) * _LINE + 2.6
    canvas.line([(LEFT + 4, y), (RIGHT - 4, y)], "connector", 0.2)
    for number, line in enumerate(rest):
        canvas.write(LEFT + 4, y + 4.6 + number * _LINE, line, "muted")
    return bottom + 2


def _draw_heads(canvas, baseline, pair):
    """The two numbers, large, with who states them."""
    for x, room, claim in ((_COLUMNS[0], 46, pair.official), (_COLUMNS[1], 46, pair.rights)):
        canvas.open_mark([claim.claim_id], words.say_hover(claim.kind, [claim], claim.date or claim.period))
        canvas.shape(shape_path(claim.source_class, x + SIZE / 2, baseline - 1.5, 1.1), claim.source_class)
        number = words.say_count(claim.low, claim.high, claim.relation)
        canvas.write(x + SIZE + 1.5, baseline, number, claim.source_class, 12.0, bold=True)
        speaker = wrap_text(words.say_speaker(claim), room)[0]
        canvas.write(x, baseline + 4.6, speaker, claim.source_class)
        canvas.close_mark()


def _make_cells(pair, name):
    """The cells of a condition, each as lines: its name, what either side has, and the answer."""
    sides = [_say_side(claim, name) for claim in (pair.official, pair.rights)]
    answers = words.INDEPENDENCE if name == "independence" else words.ANSWERS
    answer = answers[getattr(pair.comparison, name)]
    texts = (words.CONDITIONS[name], *sides, answer)
    rooms = (33.0, 46.0, 46.0, 18.0)
    return [wrap_text(text, room, LABEL, room == rooms[-1]) for text, room in zip(texts, rooms, strict=True)]


def _say_side(claim, name):
    """What one claim has to say to a condition; nothing where only its document could tell."""
    match name:
        case "measure":
            return words.MEASURES[claim.measure]
        case "population":
            return claim.label or words.PHRASES["no_label"]
        case "mechanism":
            return words.PEOPLE[claim.kind]
        case "date":
            return describe_date(claim.period or claim.date)
        case "independence":
            return words.say_speaker(claim)
        case _:
            return ""


def _count_lines(row):
    """How many lines the longest cell has."""
    return max(len(cell) for cell in row)


def _make_row(pair):
    """One row of the table of values."""
    comparison = pair.comparison
    difference = ""
    if comparison.verdict in words.COMPARABLE:
        difference = words.say_difference(comparison.difference_low, comparison.difference_high)
    verdict = words.VERDICTS[comparison.verdict]
    return [describe_claim(pair.official), describe_claim(pair.rights), difference, verdict]
