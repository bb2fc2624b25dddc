"""What a reader must know of how the report came about: documents that cannot be read, and who reviewed what."""

from clemency.report.blocks import Prose, Table, cite, style
from clemency.report.words import count

VERBS = ("confirmed", "amended", "added")


def tabulate_unread(results):
    """One row a file that cannot be read, with what is wrong with it."""
    rows = [[style(name, "code"), reason] for name, reason in results.unread]
    columns = [("File", 3), ("What is wrong", 7)]
    return Table("unread", "Files that could not be read.", columns, rows, empty="Every document could be read.")


def list_reviewed(results):
    """The claims that a person confirmed, amended or added, as {verb: claim ids}; only verbs that there are."""
    found = {
        verb: [claim.claim_id for claim in results.claims if f"{verb} by " in claim.review.partition(":")[0].lower()]
        for verb in VERBS
    }
    return {verb: claims for verb, claims in found.items() if claims}


def describe_reviews(results):
    """How many claims a person looked at, and what became of them."""
    reviewed = list_reviewed(results)
    rejected = sum(row.rule.startswith("ruling.reject.") for row in results.rejected)
    if not reviewed and not rejected:
        return Prose("No claim has been reviewed by a person.")
    parts = [[cite(f"{len(claims):,} {verb}", *claims)] for verb, claims in reviewed.items()]
    total = sum(map(len, reviewed.values()))
    line = [f"A person reviewed {total:,} of {count(len(results.claims), 'claim')}"]
    for index, part in enumerate(parts):
        line += [": " if index == 0 else " and " if index == len(parts) - 1 else ", ", *part]
    line.append(f"; {count(rejected, 'more claim was', 'more claims were')} rejected." if rejected else ".")
    return Prose(line)
