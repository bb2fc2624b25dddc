"""Attributions by a verb of saying: who its subject is, before it, behind it, beside an aside, or «he»."""

from clemency.claims.counts.distance import measure_distance
from clemency.claims.voices.actors import STOPS, class_of, is_body, prefer_named
from clemency.claims.voices.voice import Voice, make_voice, opens_statement, stands_after
from clemency.lexicon.match import Hit

_ADVERBIAL = 6  # words that may tell at once where or when something was said
_APPOSED = 3  # words from a comma to a name that only says more of who stands before it
_ASIDE = 24  # words that may part a subject from its verb
_SUBJECT = 4  # words from where a clause begins to its subject
_BESIDE = 2  # words between a verb and its subject right beside it
_CIRCUMSTANCES = 9  # words that may tell where, when or how something was said
_OFFICE = 5  # words from a name to the office that is told of it


def voice_of_verb(text, number, hit, actors, history):
    """X says; says X; he says, back to whoever spoke last."""
    words, first = text.words, text.sentences[number][0]
    if _is_noun(words, hit, first) or _is_told(words, hit, actors):
        return []
    hearer = _find_hearer(text, hit, actors)
    if hearer:
        actors, hit = [a for a in actors if a is not hearer[0]], Hit(hit.section, hit.entry, hit.first, hearer[1])
    before = _list_subjects(text, number, hit, actors)
    at = hit.first, hit.last
    after = [a for a in actors if a.first >= hit.last and measure_distance(words, (a.first, a.last), at) <= 6]
    voices = _voice_behind(text, number, hit, actors, before, after, history)
    voices = voices or _voice_before(text, number, hit, actors, before, history)
    told = [a for a in _objects_of_telling(words, text.hits[number], after) if class_of(a) == "media"]
    named = hearer and not after and text.is_capital(hit.last)
    if not voices and (named or (told and told == after)):
        return [Voice(hit.first, hit.last, "unknown", "", stands_after(words, hit.first))]
    if voices or not after or _is_own_statement(words, hit, first) or _is_demand(text.hits[number], hit):
        return voices
    return [make_voice(after[0], hit.first, after[0].last, history, True)]


def _is_demand(hits, verb):
    """Whether who stands behind a verb of saying is only asked for something: «we call on the authorities to»."""
    return any(hit.first <= verb.first < hit.last for hit in hits.of("status") if hit.entry.value == "demanded")


def _find_hearer(text, hit, actors):
    """The outlet to which somebody else says something, where no word marks it, with where it ends; or None.

    «…, рассказал «Позірку» правозащитник», «…, сообщили агентству в МВД», «Юрист рассказал «Позірку», что …»: who
    speaks stands right behind it, or before, if what is said follows.
    """
    words, last = text.words, text.sentences[text.sentence_at(hit.first)][1]
    if text.language.rules["speech"]["before_subject"]:
        return None
    at = hit.last + (words[hit.last : hit.last + 1] == ['"'])
    heard = next((a for a in actors if a.first == at and class_of(a) == "media"), None)
    if not heard:
        return None
    end = heard.last + (words[heard.last : heard.last + 1] == ['"'])
    names = end < last and text.is_capital(end)
    follows = words[end : end + 1] == [","] and not words.language.words["that"].isdisjoint(words[end + 1 : end + 2])
    behind = any(0 <= a.first - end <= _BESIDE and words[end] not in ".,;:—(" for a in actors if a is not heard)
    return (heard, end) if names or follows or behind else None


def _voice_behind(text, number, hit, actors, before, after, history):
    """The voice of a verb that trails what it states, or leads «the figure», by whoever stands behind it."""
    words, first = text.words, text.sentences[number][0]
    near = after and after[0].first - hit.last <= 1
    if near and any(other.first < hit.first < other.last for other in text.hits[number].of("of_it")):
        # «38 were freed — this figure was given by the ministry»
        return [make_voice(prefer_named(after[0], after, words), hit.first, after[0].last, history, True)]
    named = before and before[-1].last == hit.first  # «"Viasna" reported», though a quotation mark stands between
    trails = words[hit.first - 1] in (",", "—", '"') and not named
    again = next((h for h in text.hits[number].of("pronouns") if h.first == hit.last), None) if trails else None
    if again:  # «…, сказала она депутатам»
        return _voice_of_pronoun(words, again, hit, actors, first, history)
    inverted = text.language.rules["speech"]["before_subject"]
    leads = not inverted or words[hit.first] in inverted
    told = words[hit.first - 1] in words.language.words["as"] and not named  # «как подсчитала «Вясна»»
    behind = _find_subject_behind(text, hit, actors) if leads and (trails or told) else None
    if behind:
        return [make_voice(prefer_named(behind, after or [behind], words), hit.first, behind.last, history, True)]
    return []


def _voice_before(text, number, hit, actors, before, history):
    """The voice of a verb by a pronoun or a subject that stands before it."""
    words, first = text.words, text.sentences[number][0]
    pronouns = text.hits[number].of("pronouns")
    pronoun = next((h for h in pronouns if 0 <= hit.first - h.last <= 2 or _opens_for(words, h, hit, first)), None)
    if pronoun and not (before and before[-1].first > pronoun.first):
        return _voice_of_pronoun(words, pronoun, hit, actors, first, history)
    if not before or _is_in_aside(words, before[-1], hit):
        before = _subject_before_aside(text, hit, actors, first) or before
    return [_voice_of_subject(text, number, hit, actors, before, history)] if before else []


def _find_subject_behind(text, hit, actors):
    """Who stands right behind a verb that trails, or behind what only tells where, when or how it was said; or None.

    «…, сообщил в соцсети президент», «…, заявил, представляя документ, замминистра».
    """
    words, small = text.words, text.language.words
    for actor in actors:
        gap = words[hit.last : actor.first]
        if actor.first < hit.last or len(gap) > _CIRCUMSTANCES:
            continue
        if len(gap) <= _BESIDE:
            return actor
        commas = [i for i, word in enumerate(gap) if word == ","]
        aside = len(commas) == _BESIDE and commas[0] == 0
        opens = gap[0] in small["circumstances"] and not commas
        parted = any(word in STOPS or word in small["that"] for i, word in enumerate(gap[:-1]) if i not in commas)
        if (aside or opens) and not parted and gap[-1] not in small["circumstances"]:
            return actor
    return None


def _opens_for(words, pronoun, hit, first):
    """Whether a sentence opens with a pronoun, and only says when before its verb: «It had by Friday confirmed 44»."""
    gap = words[pronoun.last : hit.first]
    if pronoun.first > first or not 0 < len(gap) <= _CIRCUMSTANCES or not set(STOPS).isdisjoint(gap):
        return False
    small = words.language.words
    auxiliary = gap[0] in small["auxiliaries"]
    return gap[auxiliary : auxiliary + 1] != [] and gap[auxiliary] in small["circumstances"]


def _is_noun(words, hit, first):
    """Whether a word that can be a verb of saying is a noun here: «the report»."""
    nouns = words.language.rules["speech"]["nouns_too"]
    return hit.first > first and words[hit.first - 1] in nouns["after"] and words[hit.first] in nouns["verbs"]


def _is_told(words, hit, actors):
    """Whether a body only hears what nobody is named to say: «the committee has been told that 8,500 will go»."""
    small = words.language.words
    if words[hit.first] not in small["tells"] or words[hit.first - 1] not in small["auxiliaries"]:
        return False
    hears = any(0 <= hit.first - actor.last <= 2 for actor in actors)
    return hears and words[hit.last] not in small["owners"] | small["apart"]


def _list_subjects(text, number, hit, actors):
    """The actors before a verb of saying who may be its subject; in «said on the air of state radio» that is none."""
    words, venues = text.words, text.language.words["venues"]
    told, at = _objects_of_telling(words, text.hits[number], actors), (hit.first, hit.last)
    return [
        a
        for a in actors
        if a.last <= hit.first
        and a not in told
        and words[a.first - 1] not in venues
        and measure_distance(words, (a.first, a.last), at) <= 9
    ]


def _is_own_statement(words, hit, first):
    """Whether who stands behind a verb of saying is not its subject.

    «We have confirmed 12 with their families», «it reminds that Lukashenko has pardoned 12».
    """
    small, comma = words.language.words, words[hit.last : hit.last + 1] == [","]
    if not small["we"].isdisjoint(words[max(first, hit.first - 3) : hit.first]):
        return True
    return not small["that"].isdisjoint(words[hit.last + comma : hit.last + comma + 1])


def _voice_of_subject(text, number, hit, actors, before, history):
    """The voice of a verb whose subject stands among the actors before it, with the body that the subject is of."""
    words, (first, last) = text.words, text.sentences[number]
    start = max(before, key=lambda a: a.last)
    if words[hit.first - 1] in words.language.words["and"] and before[0].first <= first + 2:
        start = before[0]  # «Tsikhanouskaya thanked Donald Trump and recalled that …»
    named = [a for a in actors if a.section == "actor" and not is_body(a) and 0 < start.first - a.last <= _OFFICE]
    if named and words[named[-1].last] == "," == words[start.last]:
        start = named[-1]  # «Dmytro Lubinets, the parliament's commissioner for human rights, said»
    near = [a for a in actors if a.last <= start.first and start.first - a.last <= 6]
    near += [a for a in before if a.first in (start.last, start.last + 1)]  # «the lawyers of Cubalex»
    near = [a for a in near if not _is_other_statement(words, a.last, start.first)]
    group = [*near, start]
    opens = min(a.first for a in group)
    trails = opens > first and _is_trailing(words, opens, hit.last, last) and not _is_aside(words, opens, first)
    trails = trails and not opens_statement(words, opens)
    return make_voice(prefer_named(start, group, words), opens, hit.last, history, trails)


def _is_other_statement(words, last, first):
    """Whether what stands between two bodies, the second at `first`, ends what the first one states."""
    small, gap = words.language.words, words[last:first]
    joined = any(gap[i] in small["conjunctions"] and gap[i - 1] == "," for i in range(1, len(gap)))
    counted = any(word[0].isdecimal() and gap[i - 1] != "," for i, word in enumerate(gap))  # no «, 52, an activist»
    parted = joined or counted or not small["that"].isdisjoint(gap)  # «the minister recalled that monitors registered»
    return ";" in gap or parted or opens_statement(words, first)


def _objects_of_telling(words, hits, actors):
    """Those who are told what another says: in «a member told the agency that it had …» the agency states nothing."""
    tells = words.language.words["tells"]
    ends = {hit.last for hit in hits.of("verbs") if words[hit.first] in tells}
    return [actor for actor in actors if actor.first in ends] if ends else ()


def _is_in_aside(words, actor, hit):
    """Whether an aside that ends before a verb only names somebody: «Viasna, which relies on families, confirmed»."""
    near = words[max(0, actor.first - _APPOSED) : actor.first]
    return words[actor.last : hit.first].count(",") == 1 and "," not in near


def _subject_before_aside(text, hit, actors, first):
    """The body that a sentence opens with, where an aside parts it from its verb: «Foro Penal, a group of …, said».

    The name of whoever speaks for it may stand before the aside: «Ministry spokesman Ivan Petrov, who …, said».
    """
    words = text.words
    if words[first] in words.language.words["circumstances"] and "," in words[first : first + _ADVERBIAL]:
        first = words.index(",", first) + 1  # «In Strasbourg, the assembly, whose members …, said»
    subject = [a for a in actors if first <= a.first <= first + _SUBJECT][:1]
    beside = [a for a in actors if subject and subject[0].last <= a.first <= subject[0].last + 1]
    subject = beside[-1:] or subject  # «the lawyers of Foro Penal, who stand at the gates, said»
    if not subject or hit.first - subject[0].last > _ASIDE:
        return []
    at = next((i for i in range(subject[0].last, hit.first) if not text.is_capital(i)), hit.first)
    opens = _is_apart(words, subject[0].last, hit.first) or words[at] == ","
    return subject if opens and "," in words[max(subject[0].last + 1, hit.first - 6) : hit.first] else []


def _is_apart(words, at, verb):
    """Whether an aside follows a subject that ends at a word, behind what tells when: «Viasna on Friday, who …, said».

    What tells when or where holds no number, unless that of a day, before the verb.
    """
    if words[at] in (",", "'s"):
        return True
    counted = not words.language.number_words.keys().isdisjoint(words[at:verb])
    counted = counted or any(word[0].isdecimal() for word in words[at + _BESIDE + 1 : verb])
    return words[at] in words.language.words["circumstances"] and not counted


def _spoken_before(history, first, hit):
    """The voice that spoke last, in a list; «are expected to» in the sentence itself, begun at `first`, is nobody's.

    But «it is expected» says so of the verb itself, a hit.
    """
    for voice in reversed(history):
        if voice.source_class != "unknown" or voice.first < first or voice.first <= hit.first < voice.last:
            return [voice]
    return []


def _voice_of_pronoun(words, pronoun, hit, actors, first, history):
    """«He said» is the subject of its own sentence if that is named, else whoever spoke last."""
    subject = [a for a in actors if a.first <= first + 3 and a.last <= pronoun.first]
    if pronoun.last - pronoun.first > 1:  # «appeals were read by the commission, its secretary said»
        known = [a for a in actors if a.last <= pronoun.first and class_of(a) != "unknown"]
        subject = known[-1:] or subject
    spoken = [make_voice(a, a.first, a.last, history, False) for a in subject[:1] if class_of(a) != "unknown"]
    spoken = spoken or _spoken_before(history, first, hit)  # «former prisoners were flown out, he said»
    spoken = spoken or [Voice(first, first, "unknown", "")]
    opens, closes = min(pronoun.first, hit.first), max(pronoun.last, hit.last)
    trails = opens > first and stands_after(words, opens)
    return [Voice(opens, closes, voice.source_class, voice.name, trails) for voice in spoken]


def _is_aside(words, opens, first):
    """Whether a clause only adds a circumstance: «…, when the government promised a number of releases»."""
    before = words[max(first, opens - 3) : opens]
    before = before[before.index(",") + 1 :] if "," in before else before  # «are to leave at once, the minister said»
    return not words.language.words["subordinators"].isdisjoint(before)


def _is_trailing(words, opens, closes, last):
    """Whether an attribution closes its clause: a comma before it, and the end or punctuation soon after it."""
    led = any(word in (",", '"', "—", ")") for word in words[max(0, opens - 4) : opens])
    rest = words[closes:last]
    ends = next((n for n, word in enumerate(rest) if word in '.,;:!?"'), len(rest))
    small = words.language.words
    when = rest[:1] and rest[0] in small["when"]  # «…, the minister said when he presented the bill»
    counts = rest[:1] and rest[0] not in small["circumstances"] | small["when"]
    counts = counts and any(word[0].isdecimal() for word in rest[:ends])
    return led and (ends <= 6 or bool(when)) and not counts  # «the envoy named 25, Viasna confirmed 22 releases»
