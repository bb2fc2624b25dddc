"""Versions of an event: what each class of sources says of it, claims that agree put together."""

import dataclasses

from clemency.charts.marks import Span, When, read_span, read_when
from clemency.chronology.places import find_abroad
from clemency.claims.claim import OCCURRED, SOURCE_CLASSES
from clemency.messages import country_name


@dataclasses.dataclass(slots=True)
class Version:
    """Claims of one event and one source class that agree in number and do not differ in date."""

    event: object  # None for a stock
    claims: list  # the first one stands for all of them
    when: When | Span | None
    date: str | None
    others: list = dataclasses.field(default_factory=list)  # versions of other classes that say just the same
    country: str = ""  # its name, if the documents are about others, too, and mostly about another one

    @property
    def claim(self):
        """The claim that stands for all of them."""
        return self.claims[0]

    @property
    def all_claims(self):
        """Its claims and those of the others that say just the same."""
        return [claim for version in (self, *self.others) for claim in version.claims]

    @property
    def kind(self):
        """The kind of the act, or of the population."""
        return self.event.kind if self.event else self.claim.kind


def name_countries(versions, claims, documents):
    """Tell each version the name of its country, if that is not the one that most documents are about."""
    abroad = find_abroad(claims, documents)
    for version in versions:
        code = abroad.get(version.claim.claim_id)
        version.country = "" if code is None else country_name(code)


def count_acts(events):
    """How many of some events are acts that happened, and how many are totals of such acts."""
    happened = [event for event in events if event.status in OCCURRED]
    totals = sum(event.measure == "cumulative" for event in happened)
    return len(happened) - totals, totals


def _width(claim):
    """How sure a claim's date is: a known day before a range, a range before none."""
    when = read_when(claim.date, claim.earliest, claim.latest)
    if when is None:
        return (2, 0, 0)
    if when.first is None or when.last is None:
        return (1, 1, 0)
    return (0, (when.last - when.first).days, when.approximate + when.inferred)


def _overlaps(one, other):
    """Whether the dates of two claims can be the same day; an unknown date can be any."""
    start = max(filter(None, (one.earliest, other.earliest)), default=None)
    end = min(filter(None, (one.latest, other.latest)), default=None)
    return start is None or end is None or start <= end


def _can_join(version, claim):
    """Whether a claim says the same as a version, or nothing that differs from it."""
    head = version[0]
    same_count = (head.low, head.high, head.relation) == (claim.low, claim.high, claim.relation)
    return head.source_class == claim.source_class and (same_count or claim.relation is None) and _overlaps(head, claim)


def find_versions(event, claim_of):
    """The versions of an event, those that agree put together; parts of a whole are none: a part is no other number."""
    claims = [claim_of[name] for name in event.claims if name in claim_of]
    claims = [claim for claim in claims if not claim.part_of]
    claims.sort(
        key=lambda claim: (
            SOURCE_CLASSES.index(claim.source_class),
            claim.relation is None,
            _width(claim),
            claim.claim_id,
        )  # fmt: skip
    )
    groups = []
    for claim in claims:
        group = next((group for group in groups if _can_join(group, claim)), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return _put_together([_make_version(event, group) for group in groups])


def _put_together(versions):
    """Versions of several classes that agree in number and date become one, led by the first class."""
    found = {}
    for version in versions:
        claim = version.claim
        first = found.setdefault((claim.low, claim.high, claim.relation, version.when), version)
        if first is not version:
            first.others.append(version)
    return list(found.values())


def _make_version(event, claims):
    """A version with its own date, or the event's if its claims give none."""
    claim = claims[0]
    if event.measure == "cumulative":
        date = claim.period or event.date
        return Version(event, claims, read_span(date), date)
    when = read_when(claim.date, claim.earliest, claim.latest)
    if when:
        return Version(event, claims, when, claim.date)
    return Version(event, claims, read_when(event.date, event.earliest, event.latest), event.date)
