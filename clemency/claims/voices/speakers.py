"""Who says it: the attributions of a sentence, by «according to», a verb of saying, a colon or what it ends with."""

from clemency.claims.voices.actors import STOPS, actors_of, is_body, prefer_named
from clemency.claims.voices.outlets import find_own_class
from clemency.claims.voices.verbs import voice_of_verb
from clemency.claims.voices.voice import RANK, Voice, last_spoken, make_voice, stands_after
from clemency.lexicon import COLON, NUMBER

_CLOSES = (".", "!", "?", ")", '"')  # marks that a sentence may end with
_ASIDE = 12  # words between a comma and a colon that tell where or when somebody says what follows
_TAIL = 8  # words that may name at the end who says it


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
            history += voice_of_verb(text, number, hit, actors, history)
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
            voices.append(make_voice(actor, actor.first, at, history, False))
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
        named = all(text.is_capital(i) for i in range(actor.last, colon))
        if named and colon < last and text.words[colon] == ",":  # «US envoy Coale, outside the embassy: …»
            colon = next((i for i in range(colon, min(colon + _ASIDE, last)) if text.words[i] == ":"), colon)
        quoted = text.words[colon + 1 : colon + 2] == ['"']
        if colon < last and text.words[colon] == ":" and actor.first <= first + 6 and (named or quoted):
            voices.append(make_voice(prefer_named(actor, actors, text.words), actor.first, colon + 1, history, False))
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
            return [make_voice(actor, opens - 1, last, history, True)]
    return []


def _voice_after(words, hit, actors, history, hits):
    """According to X; по данным X; with a pronoun, whoever spoke last."""
    near = [a for a in actors if hit.first <= a.first <= hit.last + 4 and ";" not in words[hit.last : a.first]]
    own = {h.first for h in hits.of_any("pronouns", "possessives")} & set(range(hit.first, hit.last + 2))
    if not near or not own.isdisjoint(range(hit.first, hit.last)) and near[0].first >= hit.last:
        body = next((a for a in reversed(actors) if a.last <= hit.first and is_body(a)), None)
        if own and body:  # «the regime freed 330, if its own announcements are to be believed»
            return [make_voice(body, hit.first, hit.last, history, stands_after(words, hit.first))]
        if own and not history:
            return [Voice(hit.first, hit.last, "", "", stands_after(words, hit.first))]
        if own:
            return [
                Voice(hit.first, hit.last, history[-1].source_class, history[-1].name, stands_after(words, hit.first))
            ]
        return []
    if near[0].section == "sources" and near[0].first in own and (spoken := last_spoken(history)):
        return [Voice(hit.first, near[0].last, *spoken, stands_after(words, hit.first))]
    if near[0].section == "speaker_again" and near[1:] and near[1].first - near[0].last <= 1:
        near = near[1:]  # «it follows from the report of the prison service»
    best = prefer_named(near[0], near, words)
    return [make_voice(best, hit.first, max(best.last, near[0].last), history, stands_after(words, hit.first))]


def _drop_doubles(voices):
    """One voice a place: of two that overlap, the one with the more telling class."""
    if len(voices) < 2:
        return voices
    kept = []
    for voice in sorted(voices, key=lambda v: (RANK[v.source_class], not v.name, v.first)):
        if not any(other.first < voice.last and voice.first < other.last for other in kept):
            kept.append(voice)
    return sorted(kept, key=lambda v: v.first)
