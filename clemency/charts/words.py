"""Every word that a chart says: the one place to translate."""

from clemency.chronology.wording import describe_count, describe_date

_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
MOST_WORDS = 12  # of a title
_SIGNS = {"=": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "~ "}

KINDS = {
    "pardon": "Pardons",
    "amnesty": "Amnesties",
    "commutation": "Commutations",
    "release": "Releases",
    "exchange": "Exchanges",
    "political_prisoners": "Political prisoners",
    "convicted": "People convicted",
    "detained": "People detained",
    "other": "Other counts",
}
CLASSES = {
    "official": "official",
    "human_rights": "human-rights group",
    "media": "media",
    "opposition": "opposition",
    "foreign_government": "foreign government",
    "igo": "international organisation",
    "unknown": "source unknown",
}
MEASURES = {
    "event": "act",
    "flow": "flow: one act",
    "cumulative": "total since a start",
    "stock": "stock: at a moment",
}
CONDITIONS = {
    "measure": "Measure",
    "unit": "Unit",
    "population": "Population",
    "mechanism": "Mechanism",
    "date": "Date or period",
    "territory": "Territory",
    "independence": "Independent sources",
}
ANSWERS = {"yes": "same", "no": "differs", "unknown": "unknown"}
INDEPENDENCE = {"yes": "yes", "no": "no", "unknown": "unknown"}

NAMES = {
    "pardon": "pardon",
    "amnesty": "amnesty",
    "commutation": "commutation",
    "release": "release",
    "exchange": "exchange",
}
STATUSES = {
    "occurred": "occurred",
    "announced": "announced",
    "planned": "planned",
    "demanded": "demanded",
    "denied": "denied",
    "habitual": "habitual",
    "hypothetical": "hypothetical",
}
LANES = {
    "totals": "Totals since a start",
    "planned": "Planned",
    "planned_undated": "Planned, date not known",
    "undated": "Date not known",
}
PEOPLE = {
    "pardon": "pardoned",
    "amnesty": "amnestied",
    "commutation": "sentences cut",
    "release": "released",
    "exchange": "exchanged",
    "political_prisoners": "political prisoners",
    "convicted": "convicted",
    "detained": "detained",
    "other": "persons",
}
NO_NUMBER = "no number"
NO_LABEL = "no words for them"
UNDATED_COUNTS = "on no axis"
COMPARABLE = ("comparable", "with_caveats")
VERDICTS = {
    "comparable": "comparable",
    "with_caveats": "comparable with caveats",
    "not_comparable": "not comparable",
    "unknown": "unknown",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HEADS = {
    **CLASSES,
    "human_rights": "rights group",
    "foreign_government": "foreign state",
    "igo": "intergov. body",
}
NO_WAVES = "The documents count no act that has a month"
PERSONS = "persons"
SUBTITLE_COMPARISON = "Official figures beside those of human-rights groups; persons"
NO_PAIR = "The documents give no official number beside a rights group’s number."
NEAREST_MISS = "The nearest pair"
NEAREST_REMARK = "and what keeps it from being compared"
TABLE_COMPARISON = ["Official figure", "Rights group’s figure", "Difference", "Verdict"]
TABLE_COUNTS = ["Kind", "Measure", "Persons", "Date", "Who says so", "Class of source"]
TABLE_SOURCES = ["Act or period", "Class of source", "What it says", "Who says so"]
TABLE_TIMELINE = ["Kind", "Measure", "Persons", "Date", "Who says so", "Class of source", "Status"]


def say_number(number):
    """A small number as a word, a larger one in figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def say_many(number, one, many=None):
    """A number with its noun: "one act", "three acts"."""
    return f"{say_number(number)} {one if number == 1 else many or one + 's'}"


def say_count(low, high, relation):
    """A stated number with its sign: "16", "> 300", "≥ 13", "~ 1,400", "10–20"; "" if none is stated."""
    if relation is None or (low is None and high is None):
        return ""
    if low is not None and high is not None and low != high:
        return f"{low:,}–{high:,}"
    return f"{_SIGNS.get(relation, '')}{low if low is not None else high:,}"


def say_speaker(claim):
    """Who states a figure: by name, or by class where nobody is named."""
    return claim.source_name or CLASSES[claim.source_class]


def say_speakers(claims):
    """Everyone who states a figure, each once; a class stands in only if none of it is named."""
    named = list(dict.fromkeys(claim.source_name for claim in claims if claim.source_name))
    return ", ".join(named) or CLASSES[claims[0].source_class]


def say_classes(claims):
    """The classes of sources that state a figure, each once."""
    return ", ".join(dict.fromkeys(CLASSES[claim.source_class] for claim in claims))


def say_years(first, last):
    """The years that two days span: "2025", "2020 to 2025"."""
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"


def say_list(words):
    """Words joined as in a sentence: "a, b and c"."""
    words = list(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def head_lane(name):
    """Heading of a lane."""
    return LANES.get(name) or KINDS[name]


def say_lane(name, number):
    """What a lane holds."""
    if name == "totals":
        return "they contain acts and are added to none"
    return say_many(number, "act") if name not in ("planned", "planned_undated") else "not part of the chronology"


def lower_first(text):
    """A phrase as it stands inside a sentence."""
    return text[:1].lower() + text[1:]


def title_timeline(acts, totals, certain, possible, years):
    """The finding of the timeline: how many acts, and what a total contains of them."""
    if not acts:
        return "The documents name no act of clemency" if not totals else "The documents give totals but name no act"
    found = f"The documents name {say_many(acts, 'act')}"
    if totals == 1 and certain + possible:
        contains = f"may contain {say_number(possible)}"
        if certain:
            contains = f"contains {'at least ' if possible else ''}{say_number(certain)}"
        return f"{found}; one total {contains}"
    if totals:
        return f"{found} and {say_many(totals, 'total')}"
    return f"{found}, {years}" if years else found


def alt_timeline(kinds, documents, title, planned):
    """The alternative text of the timeline."""
    what = say_list([lower_first(KINDS[kind]) for kind in kinds]) or "acts"
    data = f"Timeline of {what} in {say_many(documents, 'document')}"
    beside = f"; {say_many(planned, 'planned act')} stand{'s' if planned == 1 else ''} apart" if planned else ""
    return f"{data}, where {lower_first(title)}{beside}"


def subtitle_timeline(years):
    """Measure, population, period of the timeline."""
    return f"Acts of clemency by date, with the persons counted{f'; {years}' if years else ''}"


def title_flow_and_stock(flow, kind, ends):
    """The finding of flows and stocks: the largest single act, and the lowest and highest stock of a population."""
    parts = []
    if flow:
        reach = "up to " if flow[2] in ("=", "range", "~") else ""
        parts.append(f"single acts count {reach}{describe_count(*flow)}")
    if ends:
        parts.append(f"{lower_first(KINDS[kind])}: {ends[0] if ends[0] == ends[1] else _join_ends(*ends)}")
    text = "; ".join(parts) or "the documents count neither acts nor stocks"
    if len(text.split()) > MOST_WORDS:
        text = parts[0]
    return text[:1].upper() + text[1:]


def _join_ends(low, high):
    """From one number to another, where both may carry a sign."""
    return f"{low}–{high}" if (low + high).replace(",", "").isdigit() else f"{low} to {high}"


def subtitle_flow_and_stock(years):
    """Measure, population, period of flows and stocks."""
    return f"Persons in single acts (flow) and persons at a moment (stock){f'; {years}' if years else ''}"


def alt_flow_and_stock(flows, totals, stocks, title):
    """The alternative text of flows and stocks."""
    parts = [(flows, "counted act"), (totals, "total"), (stocks, "stock")]
    data = say_list([say_many(number, one) for number, one in parts if number]) or "no counts"
    return f"Stem and dot chart of {data}, where {lower_first(title)}"


def say_measure(flow, large):
    """What a panel measures, and whether it is the one of much larger numbers than the panel before."""
    measure = "persons in a single act (flow)" if flow else "persons at a moment (stock)"
    return f"{measure}; larger numbers, on a scale of their own" if large else measure


def say_remarks(left_out, hollow):
    """What the marks do not say themselves: labels that are left out, and what a hollow mark means."""
    remarks = []
    if hollow:
        remarks.append("Hollow: year inferred.")
    if left_out:
        remarks.append(
            f"{left_out:,} label{'s' if left_out > 1 else ''} left out for want of room: every value is in the table."
        )
    return " ".join(remarks)


def say_footer(sources, documents, shown, total, undated):
    """Sources, and how many claims are shown."""
    named = ", ".join(sources[:8])
    if len(sources) > 8:
        named += f" and {len(sources) - 8} more"
    stated = f"Sources: {named}; " if named else ""
    return [
        f"{stated}{say_many(documents, 'document')} read.",
        f"{shown:,} of {total:,} claims shown; {undated:,} undated.",
    ]


def say_hover(kind, claims, date):
    """The words that a pointer brings up on a mark."""
    count = describe_count(claims[0].low, claims[0].high, claims[0].relation)
    return f"{KINDS[kind]}: {count}; {describe_date(date)}; {say_speakers(claims)}"


def title_comparison(pairs, agreeing, compared):
    """The finding of the comparison: how many pairs, and how many of them agree."""
    if not compared:
        return "No official figure stands beside a rights group’s"
    if not pairs:
        return "No official figure can be compared with a rights group’s"
    if pairs == 1:
        return f"One pair of figures can be compared, and {'agrees' if agreeing else 'differs'}"
    agree = say_number(agreeing) if agreeing else "none"
    return f"Official and rights groups’ figures agree in {agree} of {say_number(pairs)} pairs"


def alt_comparison(drawn, compared, title):
    """The alternative text of the comparison."""
    if drawn:
        return f"Range plot of {say_many(drawn, 'comparable pair')} of figures, where {lower_first(title)}"
    if not compared:
        return f"Panel in place of a comparison of figures, where {lower_first(title)}"
    return f"Table of the nearest of {say_many(compared, 'pair')} of figures, where {lower_first(title)}"


def say_difference(low, high):
    """How much higher or lower the official number is, as far as the two numbers tell."""
    if low is None and high is None:
        return "the difference can’t be computed"
    if low == high == 0:
        return "no difference"
    if low is None:
        return f"official number at {f'most {high:,} higher' if high > 0 else f'least {-high:,} lower'}"
    if high is None:
        return f"official number at {f'least {low:,} higher' if low >= 0 else f'most {-low:,} lower'}"
    if low < 0 < high:
        return f"official number from {-low:,} lower to {high:,} higher"
    ends = sorted((abs(low), abs(high)))
    span = f"{ends[0]:,}" if low == high else f"{ends[0]:,} to {ends[1]:,}"
    return f"official number {span} {'higher' if high > 0 else 'lower'}"


def say_pair_date(official, rights):
    """The date of a pair: once if both name the same, else both."""
    dates = [describe_date(claim.period or claim.date) for claim in (official, rights)]
    return " / ".join(dict.fromkeys(dates))


def say_met(conditions):
    """The conditions that a pair does meet."""
    return f"Met: {say_list([lower_first(name) for name in conditions])}."


def say_period(key):
    """What a row of acts has in common: a month, a year, or that neither is known."""
    if key == "":
        return "Date not known"
    if key == "vague":
        return "Other dates"
    return describe_date(key).removesuffix(" (day not stated)")


def say_act(kind, date):
    """An act by its date and kind."""
    return f"{describe_date(date)}: {NAMES[kind]}"


def say_share(told, acts):
    """How many of some acts are told."""
    return f"{told:,} of {acts:,}"


def title_sources(alone, acts):
    """The finding of sources against events: how many acts rest on one class of source."""
    if not acts:
        return "The documents report no act of clemency"
    if not alone:
        return f"Every one of {say_many(acts, 'act')} has more than one class of source"
    return f"One class of source alone reports {say_number(alone)} of {say_many(acts, 'act')}"


def subtitle_sources(years):
    """Measure, population, period of sources against events."""
    what = "Acts of clemency by class of source; an empty place: it says nothing of them"
    return f"{what}; {years}" if years else what


def alt_sources(acts, classes, title):
    """The alternative text of sources against events."""
    by = say_many(classes, "class of source", "classes of source")
    return f"Matrix of {say_many(acts, 'act')} by {by}, where {lower_first(title)}"


def title_waves(kind, counts):
    """The finding of the waves: the years that have most of them; `counts` is {year: number of acts}."""
    name = KINDS[kind]
    if len(counts) == 1:
        (year, number), *_ = counts.items()
        return f"{name} in {year}: {say_many(number, 'act')}"
    most = max(counts.values())
    years = [str(year) for year, number in counts.items() if number == most]
    each = " each" if len(years) > 1 else ""
    if len(years) > 3:
        return f"{name}: never more than {say_many(most, 'act')} in a year"
    return f"{name} came most often in {say_list(years)}: {say_many(most, 'act')}{each}"


def subtitle_waves(years):
    """Measure, population, period of the waves."""
    return f"Persons in single acts known to the month or day; one scale for all; {years}"


def alt_waves(acts, years, title):
    """The alternative text of the waves."""
    return f"Stem chart of {say_many(acts, 'act')} in {say_many(years, 'year')}, where {lower_first(title)}"


def say_year(acts, persons):
    """How many acts a year has, and the least number of persons in them."""
    return f"{say_many(acts, 'act')}; {f'at least {persons:,} persons' if persons else 'number of persons open'}"
