"""Which of a sentence's voices states what stands at some of its words."""

from clemency.claims.counts.distance import measure_distance
from clemency.claims.voices.voice import RANK, opens_statement

_RELATIVE = 4  # words from a count to what is told of those counted


def _opens_another(words, voice):
    """Whether a voice says another thing than what stands before it.

    «123 were let go, and the United States said that it would …», «123 were let go hours after Washington said …».
    """
    aside = words[voice.first - 1] in words.language.words["subordinators"]
    return opens_statement(words, voice.first) or (aside and "," not in words[voice.first : voice.last])


def choose_voice(words, span, voices):
    """The voice that states what stands at a span of words, or None.

    An attribution that leads («according to X, …») holds for what follows it, up to the next; one that trails
    («…, X says») for what stands before it.
    """
    if not voices:
        return None
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
                (0 if beside else RANK[voice.source_class]) + distance + (12 if wrong and not beside else 0),
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
    """Whether a voice states all of a sentence up to it: «12 are expected, and 40 would follow, the office said».

    Another number that no conjunction joins is told against what stands before it: «12 were expected; 4 came, it said».
    """
    if not voice.follows or voice.source_class in ("unknown", "media") or span[1] > voice.first:
        return False
    gap = words[span[1] : voice.first]
    counts = any(word[:1].isdecimal() for word in gap)
    return not counts or (";" not in gap and not words.language.words["and"].isdisjoint(gap))
