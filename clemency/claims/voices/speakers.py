"""Who says it: attributions in a sentence, and who is meant by «the group», «he» or an unnamed voice."""

import dataclasses

from clemency.claims.counts.distance import measure_distance
from clemency.claims.voices.actors import HEAD, STOPS, actors_of, class_of, find_own_class, is_body, prefer_named
from clemency.lexicon import COLON, NUMBER

# In one attribution that names several, the one whose figure it is: a ministry before the paper that reports it.
_RANK = {
    "": 0,
    "official": 0,
    "human_rights": 0,
    "opposition": 0,
    "foreign_government": 0,
    "igo": 0,
    "media": 5,
    "unknown": 6,
}
# «The ministry» may be one of another country, and «the organisation» one of states, if that spoke last.
_KIN = {"official": ("official", "foreign_government"), "human_rights": ("human_rights", "igo")}


@dataclasses.dataclass(slots=True)
class Voice:
    """A source at the words `[first, last)`: its class, its name (or ""), and whether what it says stands before it."""

    first: int
    last: int
    source_class: str  # "" until it is known who «he» is
    name: str
    follows: bool = False
    is_body: bool = False
    is_agent: bool = False  # who did what is counted, and nobody says that it told of it


_ADVERBIAL = 6  # words that may tell at once where or when something was said
_BESIDE = 2  # words between a verb and its subject right beside it
_CIRCUMSTANCES = 9  # words that may tell where, when or how something was said
_CLOSES = (".", "!", "?", ")", '"')  # marks that a sentence may end with
_OFFICE = 5  # words from a name to the office that is told of it
_TAIL = 8  # words that may name at the end who says it
_RELATIVE = 4  # words from a count to what is told of those counted
_GUEST = 6  # words between «an interview with» and the body that is asked


def find_voices(text, number, history):
    """The attributions of a sentence.

    `history` holds the voices before it, for pronouns and «the group». A verb of saying takes the actor nearest it;
    a word such as «according to» takes the one after it.
    """
    hits = text.hits[number]
    speaks = text.marks[number] & COLON or hits.hold_any(_SPEAKING)
    voices = _hear(text, number, history) if speaks else []
    voices += [] if voices else _voice_at_end(text, number, history)
    own = hits.of_any("outlet", "recalls")
    if own:
        own = [hit for hit in own if all(_is_parted(text.words, hit, v) or _is_recalled(hit, v) for v in voices)]
        voices += [_voice_of_outlet(text, hit) for hit in own]
    return _drop_doubles(voices)


def _voice_of_outlet(text, hit):
    """The outlet's own voice; of what it reported before it reminds as any outlet does, though it be a state's."""
    source_class, name = find_own_class(text)
    recalled = hit.section == "recalls" and source_class == "official"
    return Voice(hit.first, hit.last, "media" if recalled else source_class, name)


def _is_recalled(hit, voice):
    """Whether it is the outlet itself that has reported before: «Как сообщалось, …»."""
    return voice.source_class == "unknown" and hit.first < voice.last and voice.first < hit.last


def _is_parted(words, hit, voice):
    """Whether another statement than that of a voice begins before a hit: «officials say 227; we know 92 names»."""
    return ";" in words[min(hit.last, voice.last) : max(hit.first, voice.first)]


_SPEAKING = frozenset(["before", "verbs", "unknown"])


def _hear(text, number, history):
    """The attributions of a sentence in the order in which they are found: those before colons, then by word."""
    words, hits = text.words, text.hits[number]
    actors = actors_of(text, number)
    before = len(history)  # what is heard in the sentence itself counts as history, too, while it is read
    history += _voices_before_colons(text, number, actors, history)
    # «the United States» states nothing, nor does what «is expected»
    silent = {i for hit in hits.of_any("not_speech", "country", "unknown") for i in range(hit.first, hit.last)}
    for hit in hits.of_any("before", "verbs"):
        if hit.section == "before":
            history += _voice_after(words, hit, actors, history, hits)
        elif hit.first not in silent:
            history += _voice_of_verb(text, number, hit, actors, history)
    if history[before:]:
        history += _voices_of_ellipsis(text, actors, history, history[before].last)
    # «12 are expected, he said»: who expects it is nobody that «he» could be
    voices = history[before:] + [Voice(hit.first, hit.last, "unknown", "") for hit in hits.of("unknown")]
    del history[before:]
    return voices


def _voices_of_ellipsis(text, actors, history, since):
    """«Viasna counts 1,499, Dissidentby — 1,835»: who stands right before a number, once a verb of saying was told."""
    words, voices = text.words, []
    joins = {",", ";", *words.language.words["conjunctions"]}
    for actor in actors:
        dashed = words[actor.last : actor.last + 1] == ["—"]
        at = actor.last + dashed
        if actor.first < since or at >= len(words) or not words.marks[at] & NUMBER:
            continue
        if dashed or not joins.isdisjoint(words[actor.first - 3 : actor.first]):
            voices.append(_make_voice(actor, actor.first, at, history, False))
    return voices


def _voices_before_colons(text, number, actors, history):
    """«State agency BelTA: …»; «President Gitanas Nausėda: "…"», where a sentence begins with who speaks."""
    if not text.marks[number] & COLON:
        return []
    first, last = text.sentences[number]
    voices = []
    for actor in actors:
        colon = actor.last
        while colon < last and colon < actor.last + 4 and text.words[colon] not in STOPS:
            colon += 1
        quoted = text.words[colon + 1 : colon + 2] == ['"']
        named = all(text.is_capital(i) for i in range(actor.last, colon))
        if colon < last and text.words[colon] == ":" and actor.first <= first + 6 and (named or quoted):
            voices.append(_make_voice(prefer_named(actor, actors, text.words), actor.first, colon + 1, history, False))
    return voices


def _voice_at_end(text, number, history):
    """«14 were released — Interior Ministry», «14 were released (Viasna)»: the body that a sentence ends with."""
    words, (first, last) = text.words, text.sentences[number]
    while last > first and words[last - 1] in _CLOSES:
        last -= 1
    tail = words[max(first, last - _TAIL) : last]
    if "—" not in tail and "(" not in tail:
        return []
    headline = text.document.sentences[number].zone == "headline"
    for actor in actors_of(text, number):
        opens = actor.first - (words[actor.first - 1] == '"')
        known = is_body(actor) and (actor.section == "actor" or headline)
        if known and last <= actor.last <= last + 1 and opens > first + 1 and words[opens - 1] in ("—", "("):
            return [_make_voice(actor, opens - 1, last, history, True)]
    return []


def _make_voice(actor, first, last, history, follows):
    if actor.section in ("actor", "person"):
        return Voice(first, last, *actor.entry, follows, is_body(actor))
    if actor.section == "speaker_again" and actor.entry == "any":
        body = next((voice for voice in reversed(history) if voice.is_body or voice.source_class == "opposition"), None)
        return Voice(first, last, *([body.source_class, body.name] if body else ["unknown", ""]), follows)
    if actor.section == "speaker_again" and actor.entry == HEAD:
        person = (voice for voice in reversed(history) if voice.source_class in _KIN["official"] and not voice.is_body)
        person = next(person, None)
        return Voice(first, last, *((person.source_class, person.name) if person else ("official", "")), follows)
    if actor.section == "speaker_again":
        kin = _KIN.get(actor.entry, (actor.entry,))
        named = next((voice for voice in reversed(history) if voice.source_class in kin), None)
        again = (named.source_class, named.name) if named else (actor.entry, "")
        return Voice(first, last, *again, follows)
    return Voice(first, last, actor.entry, "", follows, is_body(actor))


def _voice_after(words, hit, actors, history, hits):
    """According to X; по данным X; with a pronoun, whoever spoke last."""
    near = [a for a in actors if hit.first <= a.first <= hit.last + 4 and ";" not in words[hit.last : a.first]]
    own = {h.first for h in hits.of_any("pronouns", "possessives")} & set(range(hit.first, hit.last + 2))
    if not near or not own.isdisjoint(range(hit.first, hit.last)) and near[0].first >= hit.last:
        body = next((a for a in reversed(actors) if a.last <= hit.first and is_body(a)), None)
        if own and body:  # «the regime freed 330, if its own announcements are to be believed»
            return [_make_voice(body, hit.first, hit.last, history, _stands_after(words, hit.first))]
        if own and not history:
            return [Voice(hit.first, hit.last, "", "", _stands_after(words, hit.first))]
        if own:
            return [
                Voice(hit.first, hit.last, history[-1].source_class, history[-1].name, _stands_after(words, hit.first))
            ]
        return []
    if near[0].section == "sources" and near[0].first in own and (spoken := _last_spoken(history)):
        return [Voice(hit.first, near[0].last, *spoken, _stands_after(words, hit.first))]
    if near[0].section == "speaker_again" and near[1:] and near[1].first - near[0].last <= 1:
        near = near[1:]  # «it follows from the report of the prison service»
    best = prefer_named(near[0], near, words)
    return [_make_voice(best, hit.first, max(best.last, near[0].last), history, _stands_after(words, hit.first))]


def _is_told(words, hit, actors):
    """Whether a body only hears what nobody is named to say: «the committee has been told that 8,500 will go»."""
    small = words.language.words
    if words[hit.first] not in small["tells"] or words[hit.first - 1] not in small["auxiliaries"]:
        return False
    hears = any(0 <= hit.first - actor.last <= 2 for actor in actors)
    return hears and words[hit.last] not in small["prepositions"] | small["apart"]


def _last_spoken(history):
    """The class and the name of whoever spoke last, for «her office»; None if nobody has."""
    known = (voice for voice in reversed(history) if voice.source_class not in ("", "unknown", "media"))
    voice = next(known, None)
    return voice and (voice.source_class, voice.name)


def _stands_after(words, first):
    """Whether an attribution follows what it states; «they said that, according to X, …» opens a statement of X's."""
    if first > 1 and words[first - 1] == ",":
        small = words.language.words
        return words[first - 2] not in small["that"] and words[first - 2] not in small["conjunctions"]
    return first > 0 and words[first - 1] in (",", '"', ".", "—", ")")


def _voice_of_verb(text, number, hit, actors, history):
    """X says; says X; he says, back to whoever spoke last."""
    words, at = text.words, (hit.first, hit.last)
    first = text.sentences[number][0]
    if _is_noun(words, hit, first) or _is_told(words, hit, actors):
        return []
    before = _list_subjects(text, number, hit, actors)
    after = [a for a in actors if a.first >= hit.last and measure_distance(words, (a.first, a.last), at) <= 6]
    inverted = text.language.rules["speech"]["before_subject"]
    leads = not inverted or words[hit.first] in inverted
    of_it = any(other.first < hit.first < other.last for other in text.hits[number].of("of_it"))
    if of_it and after and after[0].first - hit.last <= 1:  # «38 were freed — this figure was given by the ministry»
        return [_make_voice(prefer_named(after[0], after, words), hit.first, after[0].last, history, True)]
    named = before and before[-1].last == hit.first  # «"Viasna" reported», though a quotation mark stands between
    trails = words[hit.first - 1] in (",", "—", '"') and not named
    pronouns = text.hits[number].of("pronouns")
    again = next((h for h in pronouns if h.first == hit.last), None) if trails else None
    if again:  # «…, сказала она депутатам»
        return _voice_of_pronoun(words, again, hit, actors, first, history)
    told = words[hit.first - 1] in words.language.words["as"] and not named  # «как подсчитала «Вясна»»
    behind = _find_subject_behind(text, hit, actors) if leads and (trails or told) else None
    if behind:
        return [_make_voice(prefer_named(behind, after or [behind], words), hit.first, behind.last, history, True)]
    pronoun = next((h for h in pronouns if 0 <= hit.first - h.last <= 2 or _opens_for(words, h, hit, first)), None)
    if pronoun and not (before and before[-1].first > pronoun.first):
        return _voice_of_pronoun(words, pronoun, hit, actors, first, history)
    before = before or _subject_before_aside(words, hit, actors, first)
    if before:
        return [_voice_of_subject(text, number, hit, actors, before, history)]
    if not after or _is_own_statement(words, hit, first):
        return []
    return [_make_voice(after[0], hit.first, after[0].last, history, True)]


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
    trails = trails and not _opens_statement(words, opens)
    return _make_voice(prefer_named(start, group, words), opens, hit.last, history, trails)


def _opens_statement(words, first):
    """Whether whoever stands at a word opens a clause that a conjunction joins to another: «…, and Kyiv said»."""
    joins = words.language.words["conjunctions"]
    return any(words[i] in joins and words[i - 1] == "," for i in range(max(1, first - 2), first))


def _is_other_statement(words, last, first):
    """Whether what stands between two bodies, the second at `first`, ends what the first one states."""
    joins = words.language.words["conjunctions"]
    gap = words[last:first]
    parted = any(gap[i] in joins and gap[i - 1] == "," for i in range(1, len(gap)))
    return ";" in gap or parted or _opens_statement(words, first)


def _opens_another(words, voice):
    """Whether a voice says another thing than what stands before it.

    «123 were let go, and the United States said that it would …», «123 were let go hours after Washington said …».
    """
    aside = words[voice.first - 1] in words.language.words["subordinators"]
    return _opens_statement(words, voice.first) or (aside and "," not in words[voice.first : voice.last])


def _objects_of_telling(words, hits, actors):
    """Those who are told what another says: in «a member told the agency that it had …» the agency states nothing."""
    tells = words.language.words["tells"]
    ends = {hit.last for hit in hits.of("verbs") if words[hit.first] in tells}
    return [actor for actor in actors if actor.first in ends]


def _subject_before_aside(words, hit, actors, first):
    """The body that a sentence opens with, where an aside parts it from its verb: «Foro Penal, a group of …, said»."""
    if words[first] in words.language.words["circumstances"] and "," in words[first : first + _ADVERBIAL]:
        first = words.index(",", first) + 1  # «In Strasbourg, the assembly, whose members …, said»
    subject = [a for a in actors if first <= a.first <= first + 3][:1]
    beside = [a for a in actors if subject and subject[0].last <= a.first <= subject[0].last + 1]
    subject = beside[-1:] or subject  # «the lawyers of Foro Penal, who stand at the gates, said»
    opens = subject and hit.first - subject[0].last <= 24 and _is_apart(words, subject[0].last, hit.first)
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
    spoken = [_make_voice(a, a.first, a.last, history, False) for a in subject[:1]] or _spoken_before(
        history, first, hit
    )
    spoken = spoken or [Voice(first, first, "unknown", "")]
    opens, closes = min(pronoun.first, hit.first), max(pronoun.last, hit.last)
    trails = opens > first and _stands_after(words, opens)
    return [Voice(opens, closes, voice.source_class, voice.name, trails) for voice in spoken]


def _is_aside(words, opens, first):
    """Whether a clause only adds a circumstance: «…, when the government promised a number of releases»."""
    return not words.language.words["subordinators"].isdisjoint(words[max(first, opens - 3) : opens])


def _is_trailing(words, opens, closes, last):
    """Whether an attribution closes its clause: a comma before it, and the end or punctuation soon after it."""
    led = any(word in (",", '"', "—", ")") for word in words[max(0, opens - 4) : opens])
    rest = words[closes:last]
    ends = next((n for n, word in enumerate(rest) if word in '.,;:!?"'), len(rest))
    when = rest[:1] and rest[0] in words.language.words["when"]  # «…, the minister said when he presented the bill»
    return led and (ends <= 6 or bool(when))


def _drop_doubles(voices):
    """One voice a place: of two that overlap, the one with the more telling class."""
    if len(voices) < 2:
        return voices
    kept = []
    for voice in sorted(voices, key=lambda v: (_RANK[v.source_class], not v.name, v.first)):
        if not any(other.first < voice.last and voice.first < other.last for other in kept):
            kept.append(voice)
    return sorted(kept, key=lambda v: v.first)


def choose_voice(words, span, voices):
    """The voice that states what stands at a span of words, or None.

    An attribution that leads («according to X, …») holds for what follows it, up to the next; one that trails
    («…, X says») for what stands before it.
    """
    rows = []
    named = any(_closes(words, span, voice) for voice in voices)
    for voice in voices:
        # One that trails covers all before it, one that leads all after it: the way there hardly counts.
        distance = measure_distance(words, span, (voice.first, voice.last))
        distance = -1 if _tells_of(words, span, voice) else min(distance * 0.5, 3 + distance * 0.05)
        wrong = (voice.last <= span[0]) if voice.follows else (voice.first >= span[1])
        beside = voice.source_class == "unknown" and distance <= 1 and not named
        if wrong and not voice.follows and _opens_another(words, voice):
            continue
        rows.append(
            (
                (0 if beside else _RANK[voice.source_class]) + distance + (12 if wrong and not beside else 0),
                voice.first,
                voice,
            )
        )
    return min(rows, key=lambda row: row[:2])[2] if rows else None


def _tells_of(words, span, voice):
    """Whether a voice states what is told of those counted: «118 people who, according to Viasna, were detained»."""
    near = voice.follows and 0 <= voice.first - span[1] <= _RELATIVE
    return near and words[voice.first - 1] == "," and words[voice.first - 2] in words.language.words["relatives"]


def _closes(words, span, voice):
    """Whether a voice states all of a sentence up to it, with no other number: «12 are expected, the office said»."""
    told = voice.follows and voice.source_class not in ("unknown", "media") and span[1] <= voice.first
    return told and not any(word[:1].isdecimal() for word in words[span[1] : voice.first])


_PERSECUTION = (".prosecuted", ".prosecuted.words", ".trial", ".trial.past")  # which others count than those who do it


def find_agent(text, draft, history):
    """The body whose own act a count is: a ministry that freed 758 people counted them itself.

    A head of state's act is told by the outlet, so persons are no agents in this sense; and those whom a state
    arrests or sentences are counted by others. A rights group is the source of the stock on its own list.
    """
    words, first = text.words, text.sentences[draft.sentence][0]
    actors = actors_of(text, draft.sentence)
    if draft.stock:
        own = [actor for actor in actors if class_of(actor) == "human_rights" and actor.last <= draft.first]
        return (
            _make_voice(prefer_named(own[-1], own, words), own[-1].first, draft.first, history, False) if own else None
        )
    if draft.trigger is None or draft.kind in ("convicted", "detained") or draft.rule.endswith(_PERSECUTION):
        return None
    at = (draft.trigger.first, draft.trigger.last)
    for actor in reversed(actors):
        near = actor.last <= at[0] and measure_distance(words, (actor.first, actor.last), at) <= 5
        if _is_owner(words, actor.first):
            continue  # «hostages of the regime crossed the border»
        if near and class_of(actor) in ("official", "human_rights") and is_body(actor):
            return dataclasses.replace(_make_voice(actor, actor.first, at[1], history, False), is_agent=True)
        if near:
            return None
    pronoun = words[at[0] - 1] in words.language.words["pronouns_of_bodies"] and at[0] - first <= 2
    return history[-1] if pronoun and history and history[-1].is_body else None


def _is_owner(words, first):
    """Whether a body at a word only says whose something is: «hostages of the regime», «members of his office»."""
    small = words.language.words
    return words[first - 1] in small["owners"] or words[first - 2] in small["owners"]


def find_mention(text, number, history):
    """The first named actor of a sentence in which nobody speaks, for the pronouns that follow."""
    for actor in actors_of(text, number):
        if class_of(actor) not in ("media", "unknown") and actor.section != "speaker_again":
            return _make_voice(actor, actor.first, actor.last, history, False)
    return None


def find_speaking_body(text, number):
    """The first of a sentence who could answer questions, as a voice, or None; an analyst answers for nobody."""
    for actor in actors_of(text, number):
        if class_of(actor) not in ("media", "any") and actor.section in ("actor", "person", "sources"):
            return _make_voice(actor, actor.first, actor.last, [], False)
    return None


def find_guests(text, number):
    """With whom a sentence says that somebody talks, as voices: «An interview with a freed journalist», of no body."""
    guests = []
    for hit in text.hits[number].of("talks_with"):
        near = [actor for actor in actors_of(text, number) if 0 <= actor.first - hit.last <= _GUEST]
        guests += [
            _make_voice(actor, actor.first, actor.last, [], False) for actor in near[:1] if class_of(actor) != "any"
        ]
        if not near:
            guests.append(Voice(hit.first, hit.last, "unknown", ""))
    return guests
