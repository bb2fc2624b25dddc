"""What a reader must know of how the report came about: documents that cannot be read, and who reviewed what."""

from clemency.report.blocks import Prose, Table, style
from clemency.report.findings import cite_shown
from clemency.report.words import count

MOST_UNREAD = 50
VERBS = ("confirmed", "amended", "added")


def tabulate_unread(results):
    """One row a file that cannot be read, with what is wrong with it."""
    rows = [[style(name, "code"), reason] for name, reason in results.unread]
    columns = [("File", 3), ("What is wrong", 7)]
    caption = "Files that could not be read."
    if len(rows) > MOST_UNREAD:
        caption += f" These are the first {MOST_UNREAD} of {len(rows):,}; refused.jsonl beside the claims holds all."
    return Table("unread", caption, columns, rows[:MOST_UNREAD], empty="Every document could be read.")


def list_reviewed(results):
    """The claims that a person confirmed, amended or added, as {verb: claim ids}; only verbs that there are."""
    said = [(claim.claim_id, claim.review.partition(":")[0].lower()) for claim in results.whole.claims if claim.review]
    found = {verb: [name for name, words in said if f"{verb} by " in words] for verb in VERBS}
    return {verb: claims for verb, claims in found.items() if claims}


def describe_reviews(results):
    """How many claims a person looked at, and what became of them."""
    reviewed = list_reviewed(results)
    rejected = sum(row.rule.startswith("ruling.reject.") for row in results.rejected)
    if not reviewed and not rejected:
        return Prose("No claim has been reviewed by a person.")
    parts = [[cite_shown(results, f"{len(claims):,} {verb}", *claims)] for verb, claims in reviewed.items()]
    total = sum(map(len, reviewed.values()))
    line = [f"A person reviewed {total:,} of {count(len(results.whole.claims), 'claim')}"]
    for index, part in enumerate(parts):
        line += [": " if index == 0 else " and " if index == len(parts) - 1 else ", ", *part]
    line.append(f"; {count(rejected, 'more claim was', 'more claims were')} rejected." if rejected else ".")
    return Prose(line)
