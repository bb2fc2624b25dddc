"""What a reader must know of how the report came about: documents that cannot be read, and who reviewed what."""

from clemency.claims.rulings import SIGNS
from clemency.messages import Nouns, choose, say, say_many, write_number
from clemency.report.blocks import Prose, Table, fill, list_runs, style
from clemency.report.findings import cite_shown

MOST_UNREAD = 50

VERBS = ("confirmed", "amended", "added")
_REVIEWED = Nouns(
    ("claims of a report",),
    {
        "confirmed": ("{n} confirmed", "{n} confirmed"),
        "amended": ("{n} amended", "{n} amended"),
        "added": ("{n} added", "{n} added"),
    },
)


def tabulate_unread(results):
    """One row a file that cannot be read, with what is wrong with it."""
    rows = [[style(name, "code"), reason] for name, reason in results.unread]
    columns = [(say("File"), 3), (say("What is wrong"), 7)]
    caption, empty = say("Files that could not be read."), say("Every document could be read.")
    if len(rows) > MOST_UNREAD:
        caption += " " + say(
            "These are the first {n} of {all}; refused.jsonl beside the claims holds all.", n=MOST_UNREAD, all=len(rows)
        )
    return Table("unread", caption, columns, rows[:MOST_UNREAD], empty=empty)


def list_reviewed(results):
    """The claims that a person confirmed, amended or added, as {verb: claim ids}; only verbs that there are."""
    said = [(claim.claim_id, claim.review) for claim in results.whole.claims if claim.review]
    signs = {verb: SIGNS[verb].partition("{")[0] for verb in VERBS}
    found = {verb: [name for name, review in said if review.startswith(sign)] for verb, sign in signs.items()}
    return {verb: claims for verb, claims in found.items() if claims}


def describe_reviews(results):
    """How many claims a person looked at, and what became of them."""
    reviewed = list_reviewed(results)
    rejected = sum(row.rule.startswith("ruling.reject.") for row in results.rejected)
    if not reviewed and not rejected:
        return Prose(say("No claim has been reviewed by a person."))
    total, claims = sum(map(len, reviewed.values())), len(results.whole.claims)
    line = [
        say_many("A person reviewed {some} of {n} claim", "A person reviewed {some} of {n} claims", claims, some=total)
    ]
    if reviewed:
        parts = [
            [cite_shown(results, _REVIEWED.write(verb, len(claims)), *claims)] for verb, claims in reviewed.items()
        ]
        line = fill("{sentence}: {parts}", sentence=line, parts=list_runs(parts))
    if rejected:
        pattern = choose(
            "{sentence}; {n} more claim was rejected", "{sentence}; {n} more claims were rejected", rejected
        )
        line = fill(pattern, sentence=line, n=write_number(rejected))
    return Prose([*line, "."])
