"""Who could speak: the bodies, offices and persons that a sentence names, and what a document's outlet is."""

import bisect
import itertools
import operator

from clemency.claims.counts.distance import measure_distance
from clemency.claims.voices.outlets import PERSONS, find_outlet_names, find_own_class
from clemency.claims.voices.people import find_named, find_people, index_people
from clemency.lexicon import load_actor_countries, load_actors
from clemency.lexicon.match import Hit, fold

HEAD = "head of state"  # what «the president» is, until it is known whose
_BACK = 40  # sentences with actors before one
STOPS = (":", ",", ".", ";", '"', "(", "—")


def find_actors(hits, words, homes, people=()):
    """Everybody in a sentence who could speak: the longest hits first, none inside another.

    `people` are hits of persons whom the document has introduced by their office.

    Officials of a country other than the `homes` that the document is about are a foreign government; so is
    a country or its capital that speaks itself («Vilnius said»).
    """
    if not people and not hits.hold_any(_NAMING):
        return []
    countries, speakers = hits.of("country"), [*hits.of_any("actor", "sources", "heads", "speaker_again"), *people]
    rows = [
        _place(hit, countries, homes, words)
        for hit in speakers
        if hit.last - hit.first < 5 or not _holds_number(hit, words)
    ]
    actors = hits.of("actor")
    owners = [hit.last for hit in actors if words[hit.last : hit.last + 1] == ["'s"]] if actors else ()
    if owners:  # «Foro Penal's president» speaks for the group, not for a state
        owned = {i for at in owners for i in range(at + 1, at + 4) if "," not in words[at:i]}
        rows = [hit for hit in rows if hit.section not in ("sources", "heads") or hit.first not in owned]
    if countries:
        rows += [
            Hit("sources", "official" if hit.entry in homes else "foreign_government", hit.first, hit.last)
            for hit in _speaking_countries(hits, words)
        ]
    if hits.of("roles"):
        rows = [hit for hit in rows if not _speaks_for_another(hit, rows, hits, words)] or rows
    if len(rows) > 1 and any(hit.entry == "unknown" for hit in rows):  # «a lawyer close to the ministry»
        close = words.language.words["close"]
        rows = [hit for hit in rows if close.isdisjoint(words[max(0, hit.first - _CLOSE) : hit.first])]
    if outlets := hits.of("outlet"):  # «our experts»
        own = {i for hit in outlets for i in range(hit.first, hit.last)}
        rows = [hit for hit in rows if hit.first not in own]
    return _keep_longest(rows)


def _holds_number(hit, words):
    """Whether a phrase with a gap has run over a count: «the center Viasna counted 1,012 political prisoners»."""
    known = words.language.number_words
    return any(word[0].isdecimal() or word in known for word in words[hit.first : hit.last])


_FIRST = operator.attrgetter("first")
_CLOSE = 7  # words from what tells that a source is close to a body to the body
_ASIDE = 7  # words between a country and its verb
_BEHALF = 10  # words that tell for whom or when it speaks, with the verb
_SAYING = frozenset(["verbs", "before"])
_NAMING = frozenset(["country", "actor", "sources", "heads", "speaker_again"])


def _speaking_countries(hits, words):
    """The hits of countries that speak themselves: «Vilnius said», «according to Kyiv»."""
    countries = hits.of("country")
    verbs, leads = {hit.first for hit in hits.of("verbs")}, {hit.last for hit in hits.of("before")}
    if not verbs and not leads:
        return []
    named = {hit.last for hit in hits.of("actor")}
    return [
        hit
        for hit in countries
        if hit.first not in named
        and (
            (hit.first in leads and words[hit.last : hit.last + 1] and words[hit.last] in STOPS)
            or (_has_verb(words, hit.last, verbs) and _may_be_subject(words, hit.first))
        )
    ]


def _has_verb(words, at, verbs):
    """Whether a verb of saying follows a country, behind small words or an aside: «Qatar, which mediated, said».

    What tells when or for whom it speaks may stand between, too: «Estonia on behalf of eight states said».
    """
    if words[at : at + 1] == [","]:
        comma = next((i for i in range(at + 1, min(at + _ASIDE, len(words))) if words[i] == ","), at)
        return comma > at + 1 and comma + 1 in verbs
    small = words.language.words
    while at < len(words) and at not in verbs and (words[at] in small["auxiliaries"] or words[at] in small["adverbs"]):
        at += 1
    if at not in verbs and at < len(words) and words[at] in small["circumstances"]:
        at = next((i for i in range(at + 2, min(at + _BEHALF, len(words))) if i in verbs or words[i] in STOPS), at)
    return at in verbs


def _keep_longest(rows):
    """Of hits that overlap the longest, actors before others, in order of where they begin."""
    if len(rows) < 2:
        return rows
    rows.sort(key=_FIRST)
    if all(one.last <= two.first for one, two in itertools.pairwise(rows)):
        return rows  # most often none overlap
    rows.sort(key=lambda hit: (hit.first - hit.last, hit.section != "actor", hit.first))
    kept = []
    for hit in rows:
        if not any(other.first < hit.last and hit.first < other.last for other in kept):
            kept.append(hit)
    return sorted(kept, key=_FIRST)


def _may_be_subject(words, first):
    """Whether a country's name at a word can be what speaks; where names decline it must open its clause."""
    if first == 0:
        return True
    before, small = words[first - 1], words.language.words
    if words.language.rules["speech"]["names_decline"]:
        return not before[0].isalnum() or before in small["and"] or before in small["conjunctions"]
    return before != "'s" and before not in small["prepositions"]


def _speaks_for_another(hit, rows, hits, words):
    """Whether a spokesman or a lawyer is that of a body named right beside: «a spokeswoman for the group»."""
    if hit.section != "sources":
        return False
    if not any(role.last == hit.last and role.first <= hit.first + 1 for role in hits.of("roles")):
        return False
    joins = words.language.words["prepositions"]
    after = [row for row in rows if hit.last <= row.first <= hit.last + 3 and row.entry != "unknown"]
    named = any(
        words[hit.last] == "," and row.first <= hit.last + 2 and row.section == "actor" and row.entry[1] in PERSONS
        for row in after
    )  # «her adviser, Franak Viacorka»
    return (
        named
        or any(row.first == hit.last or words[hit.last] in joins for row in after)
        or any(row.last == hit.first and row.entry != "unknown" for row in rows)
    )


def actors_of(text, number):
    """The actors of a sentence, found once."""
    if number not in text.actors:
        actors = find_actors(text.hits[number], text.words, text.homes, find_named(text, number))
        spoken = text.hits[number].of("speaker_again")
        again = spoken and any(actor.section == "speaker_again" for actor in actors)
        if again or (actors and find_own_class(text)[0] == "foreign_government"):
            actors = [_find_office(text, number, actor, actors) for actor in actors]
        more = _find_outlet(text, number)
        if bodies := text.hits[number].of("bodies"):
            more = [*more, *_find_named_bodies(text, number, bodies)]
        text.actors[number] = _keep_longest([*actors, *more]) if more else actors
    return text.actors[number]


def _find_named_bodies(text, number, bodies):
    """The groups of a sentence that nobody has listed, where somebody speaks: «the Tatar Resource Center counts».

    The `bodies` are hits of the words that such names end with.
    """
    begins, named = text.sentences[number][0], []
    for hit in bodies if text.hits[number].hold_any(_SAYING) else ():
        first = hit.first
        while first > begins and text.words[first - 1][0].isalpha() and text.is_capital(first - 1):
            first -= 1
        first += first == begins and text.words[first] in text.language.words["one_person"]
        if first < hit.first and text.is_capital(hit.first):
            named.append(Hit("sources", "human_rights", first, hit.last))
    return named


def _find_reporter(text, number, actor):
    """Who was named before with a report, where an actor is «the report», though others may have spoken since."""
    if not any(hit.last == actor.last for hit in text.hits[number].of("reports")):
        return None
    for n in reversed(text.sentences_with("reports")):
        known = text.actors.get(n, ()) if n < number else ()
        named = [other for other in known if class_of(other) in ("igo", "human_rights")]
        if named:
            return named[0]
    return None


def _find_bearer(text, actor):
    """Whoever was named before with the capital word that an actor ends with: «the Group of Independent Experts»."""
    noun = text.words[actor.last - 1]
    if not text.is_capital(actor.last - 1):
        return None
    for others in itertools.islice(reversed(text.actors.values()), _BACK):
        for other in others:
            if other.section in ("actor", "sources") and noun in text.words[other.first : other.last]:
                return Hit(other.section, other.entry, actor.first, actor.last)
    return None


def _find_office(text, number, actor, actors):
    """«The office of Tsikhanouskaya» is hers, and «the Office», in a text that an office publishes, is that office.

    «The president» is a person, and «the Group» the one that bears the word in its name.
    """
    if actor.section != "speaker_again":
        own = find_own_class(text)
        named = own[0] == "foreign_government" and text.words[actor.first] in fold(text.document.outlet).split()
        return Hit("sources", own[0], actor.first, actor.last) if named and actor.entry == "official" else actor
    if actor.entry == "official" and any(hit.last == actor.last for hit in text.hits[number].of("heads")):
        return Hit(actor.section, HEAD, actor.first, actor.last)
    if actor.entry != "any":
        return _find_bearer(text, actor) or actor
    owner = next((other for other in actors if other.section == "actor" and other.first == actor.last), None)
    if owner:
        return Hit("actor", owner.entry, actor.first, owner.last)
    reporter = _find_reporter(text, number, actor)
    if reporter:
        return Hit(reporter.section, reporter.entry, actor.first, actor.last)
    own = find_own_class(text)
    named = own[0] != "media" and text.words[actor.last - 1] in fold(text.document.outlet).split()
    return Hit("actor", own, actor.first, actor.last) if named else actor


def _find_outlet(text, number):
    """The outlet, as one who speaks, where a sentence has it say something: «Hrodna.life knows of 84 people»."""
    if text.outlets is None:
        text.outlets = {}
        for place in find_outlet_names(text.document):
            word = bisect.bisect_left(text.starts, place[0])
            last = bisect.bisect_left(text.starts, place[1])
            entry = find_own_class(text)
            text.outlets.setdefault(text.sentence_at(word), []).append(Hit("actor", entry, word, last))
    hits = text.outlets.get(number, ())
    if not hits:
        return ()
    tells = text.language.words["tells"]  # «BelaPAN was told»
    verbs = {hit.first for hit in text.hits[number].of("verbs") if text.words[hit.first] not in tells}
    leads = {i for hit in text.hits[number].of("before") for i in range(hit.first, hit.last + 2)}
    return [hit for hit in hits if hit.first in leads or not verbs.isdisjoint(range(hit.last, hit.last + 3))]


def know_people(text):
    """Let a text know the persons whom it introduces by their office."""
    people = find_people(text, lambda n, hit: _place_again(text, n, hit))
    text.people = index_people(people, text.language) if people else None


def _place_again(text, n, hit):
    """The class of an office; «ministry spokesman» is that of a foreign ministry, if only such a one was just named."""
    placed = _place(hit, text.hits[n].of("country"), text.homes, text.words)
    again = text.hits[n].of("speaker_again") if n and placed.entry == "official" else ()
    if not any(other.entry == "official" and other.first <= hit.first < other.last for other in again):
        return placed
    before = text.hits[n - 1]
    others = [
        _place(other, before.of("country"), text.homes, text.words) for other in before.of_any("actor", "sources")
    ]
    if {class_of(other) for other in others} & {"official", "foreign_government"} == {"foreign_government"}:
        return Hit(hit.section, "foreign_government", hit.first, hit.last)
    return placed


def _place(hit, countries, homes, words):
    """An official of another country is a foreign government: one named, or one beside the country's name.

    A state agency quoted abroad is the voice of a state like any other.
    """
    if hit.section == "actor":
        official = hit.entry[0] == "official" and homes and hit.entry[1] not in _AGENCIES
        if official and load_actor_countries().get(hit.entry[1], homes[0]) not in homes:
            return Hit(hit.section, ("foreign_government", hit.entry[1]), hit.first, hit.last)
    if not countries or hit.section not in ("sources", "heads") or hit.entry != "official":
        return hit
    before = [c for c in countries if 0 <= hit.first - c.last <= 2 and "," not in words[c.last : hit.first]]
    after = [c for c in countries if 0 <= c.first - hit.last <= 2 and "," not in words[hit.last : c.first]]
    beside = [country.entry for country in before + after]
    if not beside and words[hit.first - 1] in words.language.words["theirs"]:  # «ОАЭ, и по подсчету их МИД»
        beside = [country.entry for country in countries if country.last <= hit.first][-1:]
    if beside and not any(home in beside for home in homes):
        return Hit(hit.section, "foreign_government", hit.first, hit.last)
    return hit


def prefer_named(actor, actors, words):
    """The actor, or one of its class that is named right beside it: «Volha Chuprys, deputy head of the office».

    A lawyer or an analyst, who speaks for nobody, gives way to any body beside: «an analyst of the group Viasna».
    """
    if actor.section == "actor":
        return actor
    bearer = next((other for other in actors if other.section == "actor" and other.first == actor.last), None)
    if bearer and bearer.entry[1] in PERSONS and class_of(actor) == "official":
        return bearer  # «prime minister Donald Tusk»
    loose = class_of(actor) in ("unknown", "media")
    for other in actors:
        distance = measure_distance(words, (other.first, other.last), (actor.first, actor.last))
        same = other.section == "actor" and other.entry[0] == class_of(actor)
        if distance <= 6 and (same or (loose and class_of(other) not in ("unknown", "media"))):
            return other
    return actor


def class_of(actor):
    """The source class of an actor; of «the group» what it is a group of, or "any"."""
    entry = actor.entry[0] if actor.section in ("actor", "person") else actor.entry
    return "official" if entry == HEAD else entry


def is_body(actor):
    """Whether an actor is a body rather than a person."""
    if actor.section == "actor":
        return actor.entry[1] not in PERSONS
    return actor.section == "sources"


_AGENCIES = {actor["name"] for actor in load_actors() if actor.get("agency")}
