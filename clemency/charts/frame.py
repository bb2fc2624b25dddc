"""What stands around every chart: title, subtitle, headings of panels, and the footer."""

import collections
import datetime

from clemency.charts import words
from clemency.charts.canvas import measure_text, wrap_text
from clemency.charts.style import HEADING, LEFT, NOTE, RIGHT, SUBTITLE, TITLE
from clemency.chronology.wording import say_name


def _balance(title, room):
    """A title in as few lines as it needs, all about equally long."""
    lines = wrap_text(title, room, TITLE, bold=True)
    while len(narrower := wrap_text(title, room - 2, TITLE, bold=True)) == len(lines) > 1:
        lines, room = narrower, room - 2
    return lines


def draw_head(canvas, title, subtitle):
    """Title and subtitle, left-aligned; returns where they end."""
    baseline = 6.0
    for line in _balance(title, RIGHT - LEFT):
        canvas.write(LEFT, baseline, line, "ink", TITLE, bold=True)
        baseline += 5.8
    baseline -= 0.4
    for line in wrap_text(subtitle, RIGHT - LEFT, SUBTITLE):
        canvas.write(LEFT, baseline, line, "muted", SUBTITLE)
        baseline += 4.2
    return baseline + 0.5


def draw_heading(canvas, baseline, heading, remark="", x=LEFT, backed=True):
    """The heading of a lane or a panel, and a remark beside it."""
    width = canvas.write(x, baseline, heading, "ink", HEADING, bold=True, backed=backed)
    if remark:
        canvas.write(x + width + 2, baseline, remark, "muted", backed=backed)


def draw_ticks(canvas, axis, top, bottom, again=False):
    """Faint lines at the first days of months or years, named right of them: above, and `again` below if tall."""
    for x, text in axis.ticks():
        canvas.line([(x, top + 4), (x, bottom)], "rule", 0.2, under=True)
        if x + 0.8 + measure_text(text) <= RIGHT:
            canvas.write(x + 0.8, top + 3, text, "muted")
            if again:
                canvas.write(x + 0.8, bottom + 3.6, text, "muted")


def pack_holidays(axis, holidays):
    """[(x, name, row)] of the holidays on the axis in at most two rows, or none if their names do not fit."""
    found = []
    for year in range(axis.first.year, axis.last.year + 1):
        days = [(datetime.date(year, month, day), name) for name, month, day in holidays]
        found += [(axis.place_middle(day), name) for day, name in days if axis.first <= day < axis.last]
    placed, ends = [], [axis.left - 2, axis.left - 2]
    for x, name in sorted(found):
        half = measure_text(name) / 2
        middle = min(max(x, axis.left + half), axis.right - half)
        row = next((row for row, end in enumerate(ends) if end + 2 <= middle - half), None)
        if row is None:
            return [], 0
        ends[row] = middle + half
        placed.append((x, middle, name, row))
    return placed, max((row + 1 for *_, row in placed), default=0)


def draw_holidays(canvas, named, top, start, bottom):
    """Faint lines with the names of holidays above them."""
    for x, middle, name, row in named:
        canvas.write(middle, top + 3 + row * 4, name, "muted", align="center")
        canvas.line([(x, top + 4 + row * 4), (x, start)], "connector", 0.15, (0.4, 0.8), under=True)
        canvas.line([(x, start + 4), (x, bottom)], "connector", 0.15, (0.4, 0.8), under=True)


def find_sources(claims):
    """Who states the figures of some claims, those with most claims first; classes only if nobody is named."""
    counts = collections.Counter(say_name(claim.source_name) for claim in claims if claim.source_name)
    counts = counts or collections.Counter(words.CLASSES[claim.source_class] for claim in claims)
    return sorted(counts, key=lambda name: (-counts[name], name))


def _draw_footer(canvas, top, footer):
    """The lines of the footer under a faint rule; returns the height of the whole chart."""
    canvas.cuts.append(top)
    canvas.line([(LEFT, top + 1.5), (RIGHT, top + 1.5)], "rule", 0.2)
    baseline = top + 5.5
    for line in [line for sentence in footer for line in wrap_text(sentence, RIGHT - LEFT, NOTE)]:
        canvas.write(LEFT, baseline, line, "muted", NOTE)
        baseline += 4
    return baseline - 1


def finish_chart(canvas, top, says, rows, about, documents, remark="", led_to=None):
    """Footer, table and pictures: the finished chart.

    `says` has `name`, `title`, `subtitle`, `alt` and `table_header`; `rows` are (cells, claims) of each mark; `about`
    are the ids of all claims that the chart could show, `led_to` those of the claims that its table refers to (all
    that are shown, if it is None).
    """
    shown = {claim.claim_id: claim for _, claims in rows for claim in claims}
    undated = sum(not (claim.date or claim.period) for claim in shown.values())
    total = len(about | shown.keys())
    sentences = words.say_footer(find_sources(list(shown.values())), len(documents), len(shown), total, undated)
    footer = [sentence for sentence in (*sentences, remark) if sentence]
    height = _draw_footer(canvas, top, footer)
    return canvas.finish(
        height,
        **says,
        footer=" ".join(footer),
        table_rows=[cells for cells, _ in rows],
        row_claims=[
            [claim.claim_id for claim in claims if led_to is None or claim.claim_id in led_to] for _, claims in rows
        ],
        shown=len(shown),
        total=total,
        undated=undated,
    )
