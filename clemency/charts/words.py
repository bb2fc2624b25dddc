"""Every word that a chart says: the one place to translate."""

from clemency.chronology.wording import describe_count, describe_date, say_name
from clemency.messages import Vocabulary, join, say, say_in, say_many, write_number

MOST_WORDS = 12  # of a title
MOST_SPEAKERS = 8  # that a hover text or a cell names
_SIGNS = {"=": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "~ "}

KINDS = Vocabulary(
    "heading of a chart",
    {
        "pardon": "Pardons",
        "amnesty": "Amnesties",
        "commutation": "Commutations",
        "release": "Releases",
        "exchange": "Exchanges",
        "political_prisoners": "Political prisoners",
        "convicted": "People convicted",
        "detained": "People detained",
        "other": "Other counts",
    },
)
CLASSES = Vocabulary(
    "class of source on a chart",
    {
        "official": "official",
        "human_rights": "human-rights group",
        "media": "media",
        "opposition": "opposition",
        "foreign_government": "foreign government",
        "igo": "international organisation",
        "unknown": "source unknown",
    },
)
MEASURES = Vocabulary(
    "measure on a chart",
    {
        "event": "act",
        "flow": "flow: one act",
        "cumulative": "total since a start",
        "stock": "stock: at a moment",
    },
)
CONDITIONS = Vocabulary(
    "condition",
    {
        "measure": "Measure",
        "unit": "Unit",
        "population": "Population",
        "mechanism": "Mechanism",
        "date": "Date or period",
        "territory": "Territory",
        "independence": "Independent sources",
    },
)
ANSWERS = Vocabulary("answer to a condition", {"yes": "same", "no": "differs", "unknown": "unknown"})
INDEPENDENCE = Vocabulary("answer to whether sources are independent", {"yes": "yes", "no": "no", "unknown": "unknown"})

NAMES = Vocabulary(
    "act on a chart",
    {
        "pardon": "pardon",
        "amnesty": "amnesty",
        "commutation": "commutation",
        "release": "release",
        "exchange": "exchange",
    },
)
STATUSES = Vocabulary(
    "status on a chart",
    {
        "occurred": "occurred",
        "announced": "announced",
        "planned": "planned",
        "demanded": "demanded",
        "denied": "denied",
        "habitual": "habitual",
        "hypothetical": "hypothetical",
    },
)
LANES = Vocabulary(
    "lane of the timeline",
    {
        "totals": "Totals since a start",
        "planned": "Planned",
        "planned_undated": "Planned, date not known",
        "undated": "Date not known",
    },
)
PEOPLE = Vocabulary(
    "people after their number",
    {
        "pardon": "pardoned",
        "amnesty": "amnestied",
        "commutation": "sentences cut",
        "release": "released",
        "exchange": "exchanged",
        "political_prisoners": "political prisoners",
        "convicted": "convicted",
        "detained": "detained",
        "other": "persons",
    },
)
COMPARABLE = ("comparable", "with_caveats")
VERDICTS = Vocabulary(
    "verdict on a chart",
    {
        "comparable": "comparable",
        "with_caveats": "comparable with caveats",
        "not_comparable": "not comparable",
        "unknown": "unknown",
    },
)
HEADS = Vocabulary(
    "class of source at the head of a column",
    {
        "official": "official",
        "human_rights": "rights group",
        "media": "media",
        "opposition": "opposition",
        "foreign_government": "foreign state",
        "igo": "intergov. body",
        "unknown": "source unknown",
    },
)
PHRASES = Vocabulary(
    "on a chart",
    {
        "no_number": "no number",
        "no_label": "no words for them",
        "undated_counts": "on no axis",
        "no_waves": "The documents count no act that has a month",
        "persons": "persons",
        "comparison": "Official figures beside those of human-rights groups; persons",
        "no_pair": "The documents give no official number beside a rights group’s number.",
        "nearest_miss": "The nearest pair",
        "nearest_remark": "and what keeps it from being compared",
    },
)
COLUMNS = Vocabulary(
    "column of a chart's table",
    {
        "kind": "Kind",
        "measure": "Measure",
        "persons": "Persons",
        "date": "Date",
        "speaker": "Who says so",
        "class": "Class of source",
        "status": "Status",
        "act": "Act or period",
        "says": "What it says",
        "official": "Official figure",
        "rights": "Rights group’s figure",
        "difference": "Difference",
        "verdict": "Verdict",
    },
)
TABLE_COMPARISON = ("official", "rights", "difference", "verdict")
TABLE_COUNTS = ("kind", "measure", "persons", "date", "speaker", "class")
TABLE_SOURCES = ("act", "class", "says", "speaker")
TABLE_TIMELINE = (*TABLE_COUNTS, "status")


def head_columns(names):
    """The heads of a table's columns."""
    return [COLUMNS[name] for name in names]


def say_number(value):
    """A small number as a word, if the language writes it so, a larger one in figures."""
    small = say_in("from none on", "no one two three four five six seven eight nine ten eleven twelve").split()
    return small[value] if value < len(small) else write_number(value)


def say_acts(n):
    """So many acts: "one act", "three acts"."""
    return say_many("{n} act", "{n} acts", n, n=say_number(n))


def say_totals(n):
    """So many totals."""
    return say_many("{n} total", "{n} totals", n, n=say_number(n))


def say_documents(n):
    """So many documents."""
    return say_many("{n} document", "{n} documents", n, n=say_number(n))


def say_count(low, high, relation):
    """A stated number with its sign: "16", "> 300", "≥ 13", "~ 1,400", "10–20"; "" if none is stated."""
    if relation is None or (low is None and high is None):
        return ""
    if low is not None and high is not None and low != high:
        return f"{write_number(low)}–{write_number(high)}"
    return f"{_SIGNS.get(relation, '')}{write_number(low if low is not None else high)}"


def say_speaker(claim):
    """Who states a figure: by name, or by class where nobody is named."""
    return say_name(claim.source_name) if claim.source_name else CLASSES[claim.source_class]


def say_speakers(claims):
    """Everyone who states a figure, each once; a class stands in only if none of it is named."""
    named = [say_name(name) for name in dict.fromkeys(claim.source_name for claim in claims if claim.source_name)]
    if len(named) > MOST_SPEAKERS:
        names = ", ".join(named[:MOST_SPEAKERS])
        return say("{names} and {n} more", names=names, n=len(named) - MOST_SPEAKERS)
    return ", ".join(named) or CLASSES[claims[0].source_class]


def say_classes(claims):
    """The classes of sources that state a figure, each once."""
    return ", ".join(dict.fromkeys(CLASSES[claim.source_class] for claim in claims))


def say_years(first, last):
    """The years that two days span: "2025", "2020 to 2025"."""
    if first.year == last.year:
        return str(first.year)
    return say_in("years", "{first} to {last}", first=str(first.year), last=str(last.year))


def head_lane(name):
    """Heading of a lane."""
    return LANES[name] if name in LANES else KINDS[name]


def say_lane(name, n):
    """What a lane holds."""
    if name == "totals":
        return say("they contain acts and are added to none")
    return say("not part of the chronology") if name in ("planned", "planned_undated") else say_acts(n)


def lower_first(text):
    """A phrase as it stands inside a sentence."""
    return text[:1].lower() + text[1:]


def title_timeline(acts, totals, certain, possible, years):
    """The finding of the timeline: how many acts, and what a total contains of them."""
    if not acts and not totals:
        return say("The documents name no act of clemency")
    if not acts:
        return say("The documents give totals but name no act")
    found, n = say_acts(acts), say_number(certain or possible)
    if totals == 1 and not certain and possible:
        return say("The documents name {acts}; one total may contain {n}", acts=found, n=n)
    if totals == 1 and certain and possible:
        return say("The documents name {acts}; one total contains at least {n}", acts=found, n=n)
    if totals == 1 and certain:
        return say("The documents name {acts}; one total contains {n}", acts=found, n=n)
    if totals:
        return say("The documents name {acts} and {totals}", acts=found, totals=say_totals(totals))
    return say("The documents name {acts}", acts=found) + (f", {years}" if years else "")


def alt_timeline(kinds, documents, title, planned):
    """The alternative text of the timeline."""
    what = join([lower_first(KINDS[kind]) for kind in kinds]) or say_in("of what a chart is", "acts")
    known = {"what": what, "documents": say_documents(documents), "finding": lower_first(title)}
    if not planned:
        return say("Timeline of {what} in {documents}, where {finding}", **known)
    return say_many(
        "Timeline of {what} in {documents}, where {finding}; {n} planned act stands apart",
        "Timeline of {what} in {documents}, where {finding}; {n} planned acts stand apart",
        planned,
        n=say_number(planned),
        **known,
    )


def subtitle_timeline(years):
    """Measure, population, period of the timeline."""
    return _add_years(say("Acts of clemency by date, with the persons counted"), years)


def add_excerpt(text, acts, every):
    """A subtitle with how many acts are drawn, if they are not all."""
    if acts == every:
        return text
    shown = say("drawn: {n} of {all} acts, the largest of each kind", n=acts, all=every)
    return f"{text}; {shown}"


def add_pairs(text, pairs, every):
    """A subtitle with how many pairs of figures are asked about, if they are not all."""
    if pairs == every:
        return text
    shown = say("the {n} of most persons, or nearest, of {all} pairs", n=pairs, all=every)
    return f"{text}; {shown}"


def _add_years(text, years):
    """A subtitle with the years that a chart spans."""
    return f"{text}; {years}" if years else text


def title_flow_and_stock(flow, kind, ends):
    """The finding of flows and stocks: the largest single act, and the lowest and highest stock of a population."""
    parts = []
    if flow and flow[2] in ("=", "range", "~"):
        parts.append(say("single acts count up to {count}", count=describe_count(*flow)))
    elif flow:
        parts.append(say("single acts count {count}", count=describe_count(*flow)))
    if ends:
        parts.append(f"{lower_first(KINDS[kind])}: {ends[0] if ends[0] == ends[1] else _join_ends(*ends)}")
    text = "; ".join(parts) or say("the documents count neither acts nor stocks")
    if len(text.split()) > MOST_WORDS:
        text = parts[0]
    return text[:1].upper() + text[1:]


def _join_ends(low, high):
    """From one number to another, where both may carry a sign."""
    if low[0].isdigit() and high[0].isdigit() and "–" not in low + high:
        return f"{low}–{high}"
    return say_in("numbers with their signs", "{low} to {high}", low=low, high=high)


def subtitle_flow_and_stock(years):
    """Measure, population, period of flows and stocks."""
    return _add_years(say("Persons in single acts (flow) and persons at a moment (stock)"), years)


def alt_flow_and_stock(flows, totals, stocks, title):
    """The alternative text of flows and stocks."""
    parts = [
        say_many("{n} counted act", "{n} counted acts", flows, n=say_number(flows)) if flows else "",
        say_totals(totals) if totals else "",
        say_many("{n} stock", "{n} stocks", stocks, n=say_number(stocks)) if stocks else "",
    ]
    data = join([part for part in parts if part]) or say_in("of what a chart is", "no counts")
    return say("Stem and dot chart of {data}, where {finding}", data=data, finding=lower_first(title))


def head_panel(version):
    """Heading of a panel of counts like this one."""
    kind = KINDS[version.kind]
    return say("{kind}, elsewhere", kind=kind) if version.country else kind


def say_measure(flow, large):
    """What a panel measures; of much larger numbers than those of the panel before, which measures the same, that."""
    if large:
        return say("larger numbers, on a scale of their own")
    return say("persons in a single act (flow)") if flow else say("persons at a moment (stock)")


def say_remarks(left_out, hollow):
    """What the marks do not say themselves: labels that are left out, and what a hollow mark means."""
    remarks = []
    if hollow:
        remarks.append(say("Hollow: year inferred."))
    if left_out:
        remarks.append(
            say_many(
                "{n} label left out for want of room: every value is in the table.",
                "{n} labels left out for want of room: every value is in the table.",
                left_out,
            )
        )
    return " ".join(remarks)


def say_footer(sources, documents, shown, total, undated):
    """Sources, and how many claims are shown."""
    named = ", ".join(sources[:MOST_SPEAKERS])
    if len(sources) > MOST_SPEAKERS:
        named = say("{names} and {n} more", names=named, n=len(sources) - MOST_SPEAKERS)
    read = say_many("{n} document read.", "{n} documents read.", documents, n=say_number(documents))
    return [
        say("Sources: {names}; {read}", names=named, read=read) if named else read,
        say("{shown} of {total} claims shown; {undated} undated.", shown=shown, total=total, undated=undated),
    ]


def say_hover(kind, claims, date, country=""):
    """The words that a pointer brings up on a mark."""
    count = describe_count(claims[0].low, claims[0].high, claims[0].relation)
    return f"{say_kind(kind, country)}: {count}; {describe_date(date)}; {say_speakers(claims)}"


def say_version(version):
    """The same of a version of an event, or of a stock."""
    return say_hover(version.kind, version.all_claims, version.date, version.country)


def say_kind(kind, country):
    """The kind of a count, with its country if that has to be said."""
    return ", ".join(filter(None, (KINDS[kind], country)))


def title_comparison(pairs, agreeing, compared):
    """The finding of the comparison: how many pairs, and how many of them agree."""
    if not compared:
        return say("No official figure stands beside a rights group’s")
    if not pairs:
        return say("No official figure can be compared with a rights group’s")
    if pairs == 1 and agreeing:
        return say("One pair of figures can be compared, and agrees")
    if pairs == 1:
        return say("One pair of figures can be compared, and differs")
    if not agreeing:
        return say("Official and rights groups’ figures agree in none of {pairs} pairs", pairs=say_number(pairs))
    return say(
        "Official and rights groups’ figures agree in {n} of {pairs} pairs",
        n=say_number(agreeing),
        pairs=say_number(pairs),
    )


def alt_comparison(drawn, compared, title):
    """The alternative text of the comparison."""
    finding = lower_first(title)
    if drawn:
        return say_many(
            "Range plot of {n} comparable pair of figures, where {finding}",
            "Range plot of {n} comparable pairs of figures, where {finding}",
            drawn,
            n=say_number(drawn),
            finding=finding,
        )
    if not compared:
        return say("Panel in place of a comparison of figures, where {finding}", finding=finding)
    return say_many(
        "Table of the nearest of {n} pair of figures, where {finding}",
        "Table of the nearest of {n} pairs of figures, where {finding}",
        compared,
        n=say_number(compared),
        finding=finding,
    )


def say_difference(low, high):
    """How much higher or lower the official number is, as far as the two numbers tell."""
    if low is None and high is None:
        return say("the difference can’t be computed")
    if low == high == 0:
        return say("no difference")
    if (low is None and high > 0) or (high is None and low < 0):
        return _say_most(high, low)
    if low is None or high is None:
        return _say_least(low, high)
    if low < 0 < high:
        return say("official number from {low} lower to {high} higher", low=-low, high=high)
    ends = sorted((abs(low), abs(high)))
    span = write_number(ends[0])
    if low != high:
        span = say_in("numbers", "{low} to {high}", low=ends[0], high=ends[1])
    if high > 0:
        return say("official number {span} higher", span=span)
    return say("official number {span} lower", span=span)


def _say_most(higher, lower):
    """A difference of which only the greatest is known: so many higher, or (less than nought) lower."""
    if higher is not None:
        return say("official number at most {n} higher", n=higher)
    return say("official number at most {n} lower", n=-lower)


def _say_least(higher, lower):
    """A difference of which only the least is known: so many higher, or (less than nought) lower."""
    if higher is not None:
        return say("official number at least {n} higher", n=higher)
    return say("official number at least {n} lower", n=-lower)


def say_pair_date(official, rights):
    """The date of a pair: once if both name the same, else both."""
    dates = [describe_date(claim.period or claim.date) for claim in (official, rights)]
    return " / ".join(dict.fromkeys(dates))


def say_met(conditions):
    """The conditions that a pair does meet."""
    return say("Met: {conditions}.", conditions=join([lower_first(name) for name in conditions]))


def say_period(key):
    """What a row of acts has in common: a month, a year, or that neither is known."""
    if key == "":
        return say("Date not known")
    if key == "vague":
        return say("Other dates")
    return describe_date(key).removesuffix(f" ({say('day not stated')})")


def say_act(kind, date):
    """An act by its date and kind."""
    return f"{describe_date(date)}: {NAMES[kind]}"


def say_share(told, acts):
    """How many of some acts are told."""
    return say("{told} of {acts}", told=told, acts=acts)


def title_sources(alone, acts):
    """The finding of sources against events: how many acts rest on one class of source."""
    if not acts:
        return say("The documents report no act of clemency")
    if not alone:
        return say_many(
            "Every one of {n} act has more than one class of source",
            "Every one of {n} acts has more than one class of source",
            acts,
            n=say_number(acts),
        )
    return say_many(
        "One class of source alone reports {alone} of {n} act",
        "One class of source alone reports {alone} of {n} acts",
        acts,
        alone=say_number(alone),
        n=say_number(acts),
    )


def subtitle_sources(years):
    """Measure, population, period of sources against events."""
    return _add_years(say("Acts of clemency by class of source; an empty place: it says nothing of them"), years)


def alt_sources(acts, classes, title):
    """The alternative text of sources against events."""
    by = say_many("{n} class of source", "{n} classes of source", classes, n=say_number(classes))
    return say(
        "Matrix of {acts} by {classes}, where {finding}", acts=say_acts(acts), classes=by, finding=lower_first(title)
    )


def title_waves(kind, counts):
    """The finding of the waves: the years that have most of them; `counts` is {year: number of acts}."""
    most = max(counts.values())
    years = [str(year) for year, acts in counts.items() if acts == most]
    known = {"kind": KINDS[kind], "years": join(years), "acts": say_acts(most)}
    if len(counts) == 1:
        return say("{kind} in {years}: {acts}", **known)
    if len(years) > 3:
        return say("{kind}: never more than {acts} in a year", **known)
    if len(years) > 1:
        return say("{kind} came most often in {years}: {acts} each", **known)
    return say("{kind} came most often in {years}: {acts}", **known)


def subtitle_waves(years):
    """Measure, population, period of the waves."""
    return _add_years(say("Persons in single acts known to the month or day; one scale for all"), years)


def alt_waves(acts, years, title):
    """The alternative text of the waves."""
    spanned = say_many("{n} year", "{n} years", years, n=say_number(years))
    return say(
        "Stem chart of {acts} in {years}, where {finding}",
        acts=say_acts(acts),
        years=spanned,
        finding=lower_first(title),
    )


def say_year(acts, persons):
    """How many acts a year has, and the least number of persons in them."""
    if not persons:
        return say("{acts}; number of persons open", acts=say_acts(acts))
    return say_many("{acts}; at least {n} person", "{acts}; at least {n} persons", persons, acts=say_acts(acts))
