"""Those whom a sentence names without a word of saying: whose act it counts, who could be «he», who is asked."""

import dataclasses

from clemency.claims.counts.distance import measure_distance
from clemency.claims.voices.actors import actors_of, class_of, is_body, prefer_named
from clemency.claims.voices.voice import Voice, make_voice

_GUEST = 6  # words between «an interview with» and the body that is asked
_PERSECUTION = (".prosecuted", ".prosecuted.words", ".trial", ".trial.past")  # which others count than those who do it


def find_agent(text, draft, history):
    """The body whose own act a count is: a ministry that freed 758 people counted them itself.

    A head of state's act is told by the outlet, so persons are no agents in this sense; and those whom a state
    arrests or sentences are counted by others. A rights group is the source of the stock on its own list.
    """
    words, first = text.words, text.sentences[draft.sentence][0]
    actors = actors_of(text, draft.sentence)
    if draft.stock:
        return _find_owner_of_list(words, draft, actors, history)
    if draft.trigger is None or draft.kind in ("convicted", "detained") or draft.rule.endswith(_PERSECUTION):
        return None
    at = (draft.trigger.first, draft.trigger.last)
    for actor in reversed(actors):
        near = actor.last <= at[0] and measure_distance(words, (actor.first, actor.last), at) <= 5
        aside = any(hit.first <= actor.first < hit.last for hit in text.hits[draft.sentence].of("not_speech"))
        if aside or _is_owner(words, actor.first):
            continue  # «six whom activists consider innocent», «hostages of the regime crossed the border»
        if near and class_of(actor) in ("official", "human_rights") and is_body(actor):
            return dataclasses.replace(make_voice(actor, actor.first, at[1], history, False), is_agent=True)
        if near:
            return None
    pronoun = words[at[0] - 1] in words.language.words["pronouns_of_bodies"] and at[0] - first <= 2
    return history[-1] if pronoun and history and history[-1].is_body else None


def _find_owner_of_list(words, draft, actors, history):
    """The rights group that stands before a stock, whose own list it is; or None."""
    groups = [actor for actor in actors if class_of(actor) == "human_rights"]
    own = [actor for actor in groups if actor.last <= draft.first]
    own = own or [actor for actor in groups if _has_list(words, actor.last)]
    return (
        make_voice(prefer_named(own[-1], own, words), own[-1].first, max(own[-1].last, draft.first), history, False)
        if own
        else None
    )


def _has_list(words, at):
    """Whether a body that ends at a word has a list: «there were 1,227 of them on Viasna's list»."""
    return words[at : at + 1] == ["'s"] and not words.language.words["lists"].isdisjoint(words[at + 1 : at + 3])


def _is_owner(words, first):
    """Whether a body at a word only says whose something is: «hostages of the regime», «members of his office»."""
    small = words.language.words
    return words[first - 1] in small["owners"] or words[first - 2] in small["owners"]


def find_mention(text, number, history):
    """The first named actor of a sentence in which nobody speaks, for the pronouns that follow."""
    for actor in actors_of(text, number):
        paper = text.words[actor.last - 1] in text.language.words["papers"]
        again = actor.section == "speaker_again" and (history or actor.entry == "any")
        if class_of(actor) not in ("media", "unknown") and not (again or paper):
            return make_voice(actor, actor.first, actor.last, history, False)
    return None


def find_speaking_body(text, number):
    """The first of a sentence who could answer questions, as a voice, or None; an analyst answers for nobody."""
    near = [actor for actor in actors_of(text, number) if actor.section in ("actor", "person", "sources")]
    near = [actor for actor in near if class_of(actor) not in ("media", "any")]
    known = [actor for actor in near if class_of(actor) != "unknown"]  # «the lawyer Karp works for Viasna»
    return next((make_voice(actor, actor.first, actor.last, [], False) for actor in [*known, *near]), None)


def find_guests(text, number):
    """With whom a sentence says that somebody talks, as voices: «An interview with a freed journalist», of no body."""
    guests = []
    for hit in text.hits[number].of("talks_with"):
        near = [actor for actor in actors_of(text, number) if 0 <= actor.first - hit.last <= _GUEST]
        guests += [
            make_voice(actor, actor.first, actor.last, [], False) for actor in near[:1] if class_of(actor) != "any"
        ]
        if not near:
            guests.append(Voice(hit.first, hit.last, "unknown", ""))
    return guests
