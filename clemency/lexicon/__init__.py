"""The lexicon: every word and rule that reads claims, as YAML that anybody may add a word to."""

import functools
import pathlib
import re
import typing

import yaml

from clemency.lexicon.match import NOTHING, TOKEN, Known, Matcher, fold

_FOLDER = pathlib.Path(__file__).parent
# Marks of words, by which one look at the sum of a sentence's marks tells what need not be searched in it: what may
# begin a number, one if a bound leads it, a date, a day told from another one, a stretch of time, a season; a colon.
NUMBER, ALONE, DATE, RELATIVE, STEP, SEASON, COLON = (1 << n for n in range(7))
_DATE_LENGTHS = (1, 2, 4)  # digits of a day, a month and a year
_NOTHING = "(?!)"  # a pattern that nothing matches
_OF_PERSONS = frozenset(["persons", "held_persons", "labels", "groups"])  # sections that a noun joined to another is of
_PLAIN = (*NOTHING, 0, 1)  # what is known of most words: one for all of them, which takes less memory
_BREAKS = {";": 8, ":": 5, "—": 3, "(": 3, ")": 3, ",": 2, '"': 1}  # how much what parts clauses sets words apart


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML in which `no`, `on` and `yes` are words, as somebody who adds one to a list means them."""


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if letter in "tTfF" or not tag.endswith(":bool")]
    for letter, resolvers in _Loader.yaml_implicit_resolvers.items()
}


class Language:
    """One language's words: `rules` as written, `phrases` by section, `matcher` over them, numbers and months."""

    def __init__(self, code):
        self.rules = load_yaml(f"{code}.yaml")
        self.code = code
        self.prepare = prepare_belarusian if code == "be" else fold
        self.matcher, self.phrases = Matcher(), {}
        opens = [line for line in self.rules["furniture"] if line.startswith("^")]
        inside = [line for line in self.rules["furniture"] if line not in opens]
        self._furniture_opens = re.compile("|".join(opens) or _NOTHING)
        # the search for what may stand inside skips to its first letters, which it cannot from the edge of a word
        self._furniture_hint = re.compile("|".join(inside)) if inside else None
        self._furniture_inside = re.compile(rf"\b(?:{'|'.join(inside)})")
        self.number_words = self._fold_keys(self.rules["numbers"]["words"] | self.rules["numbers"]["hundreds"])
        self.halves = [half.split() for half in self.rules["numbers"]["and_a_half"]]
        self.hundreds = self._fold_keys(self.rules["numbers"]["hundreds"])
        self.scales = self._fold_keys(self.rules["numbers"]["scales"])
        self.months = self._fold_keys(self.rules["dates"]["months"])
        self.months |= {f"mid-{name}": number for name, number in self.months.items()}
        self.month_stems = [name for name in self.months if not any(one in name for one in self.months if one != name)]
        self.weekdays = self._fold_keys(self.rules["dates"]["weekdays"])
        self.ordinal_days = self._fold_keys(self.rules["dates"]["ordinal_days"])
        self.units = self._fold_keys(self.rules["dates"]["units"])
        self.seasons = self._fold_keys(self.rules["dates"]["seasons"])
        ordinals = self.rules["linking"]["ordinals"].values()
        self.ordinals = tuple(self.prepare(stem) for stems in ordinals for stem in stems)
        self.events_of = tuple(map(self.prepare, self.rules["dates"]["events_of"]))
        self.superlatives = tuple(map(self.prepare, self.rules["dates"]["superlative_stems"]))
        self.event_nouns = frozenset(map(self.prepare, self.rules["dates"]["event_nouns"]))
        self._words_of_mark = self._list_words_of_marks()
        self.words = {use: frozenset(map(self.prepare, words)) for use, words in self.rules["words"].items()}
        self.known = Known(self._look_up)
        self.nationalities = frozenset(self.rules["nationalities"])
        self._fill_matcher()

    def respell(self, words):
        """The folded words of a sentence as the language's own phrases are spelled."""
        return respell_belarusian(words) if self.code == "be" else words

    def _list_words_of_marks(self):
        """The words that bear each mark."""
        numbers, dates = self.rules["numbers"], self.rules["dates"]
        steps = [word for word, unit in self.units.items() if unit != "hour"]
        return {
            NUMBER: {*self.number_words, *numbers["scales_need_one"]},
            ALONE: {*numbers["scales_alone"]},
            DATE: {*self.months},
            RELATIVE: {*self.weekdays, *dates["ago"], *dates["ago_of_last"], *dates["after"]},
            STEP: {*steps, *dates["later"], *dates["passed"]},
            SEASON: {*self.seasons},
            COLON: {":"},
        }

    def _look_up(self, word):
        """What the matcher tells of a word, its marks, and how far it sets others apart."""
        width = 1 + _BREAKS.get(word, 2 if word in self.words["conjunctions"] else 0)
        (singles, *others), ended = self.matcher.look_up(word)
        if "-" in word:
            singles = [*singles, *(single for single in self._look_up_parts(word) if single not in singles)] or ()
        known = (singles, *others), ended, self._mark(word), width
        return _PLAIN if known == _PLAIN else known

    def _look_up_parts(self, word):
        """What the nouns of «женщин-политзаключенных» say of persons; «ex-prisoners» are none any more."""
        first, *rest = word.split("-")
        if first in self.words["held_no_more"]:
            return ()
        singles = (single for part in (first, *rest) if part for single in self.matcher.look_up(part)[0][0])
        return dict.fromkeys(single for single in singles if single[0] in _OF_PERSONS)

    def _mark(self, word):
        """What may begin at a word, as the sum of its marks."""
        marks = sum(mark for mark, words in self._words_of_mark.items() if word in words)
        if "-" in word and all(part in self.months for part in word.split("-", 1)):
            marks |= DATE
        if word[0].isdecimal():
            marks |= NUMBER | (DATE if "." in word or len(word) in _DATE_LENGTHS else 0)
        return marks | (NUMBER if "-" in word else 0)

    def _fold_keys(self, words):
        return {self.prepare(str(word)): value for word, value in words.items()}

    def _add(self, section, entry, phrases):
        phrases = [self._add_endings(self._spell_numbers(str(phrase))) for phrase in phrases]
        self.phrases.setdefault(section, []).extend(map(self.prepare, phrases))
        self.matcher.add(section, entry, phrases, self.prepare)

    def _add_endings(self, phrase):
        """A phrase with the forms of its words that end otherwise: `адпусціл*` stands for «адпусціў», too."""
        for ending, other in self.rules["also_ends"].items():
            if ending not in phrase:
                continue
            options = (part.split("|") for part in phrase.split())
            phrase = " ".join("|".join(_with_ending(words, ending, other)) for words in options)
        return phrase

    def _spell_numbers(self, phrase):
        """A phrase in which a number, `#`, may also be a word, such as «two»."""
        if "#" not in phrase:
            return phrase
        numbers = "|".join(["#", *self.number_words])
        return " ".join(numbers if part == "#" else part for part in phrase.split())

    def is_furniture(self, line):
        """Whether a line, in lower case, belongs to the page and not to what it reports."""
        if self._furniture_opens.match(line):
            return True
        return bool(self._furniture_hint and self._furniture_hint.search(line) and self._furniture_inside.search(line))

    def _fill_matcher(self):
        rules = self.rules
        for rule in rules["relations"]:
            meaning = Meaning(rule["id"], rule["relation"])
            self._add("relation_before", meaning, rule["before"])
            self._add("relation_after", meaning, rule["after"])
        for rule in rules["kinds"]:
            trigger = Trigger(rule["id"], rule["kind"], rule.get("status", ""), rule.get("weight"))
            self._add("kind", trigger, rule["phrases"])
        for kind, phrases in rules["mechanisms"].items():
            self._add("kind", Trigger(f"{self.code}.mechanism.{kind}", kind, ""), phrases)
        for rule in rules["statuses"]:
            self._add("status", Meaning(rule["id"], rule["status"]), rule["phrases"])
        for rule in rules["bare"]:
            self._add("bare", Meaning(rule["id"], rule["counts"]), rule["phrases"])
            self._add("bare_after", Meaning(rule["id"], rule["counts"]), rule.get("after", []))
        for rule in rules["refusals"]:
            refusal = Refusal(rule["id"], rule["reason"], rule.get("unless_noun", False))
            self._add("refuse_before", refusal, rule["before"])
            self._add("refuse_after", refusal, rule["after"])
        for section in ("labels", "groups", "nationalities", "sources"):
            for name, phrases in rules[section].items():
                self._add("groups" if section == "nationalities" else section, name, phrases)
        for place, sections in _PLAIN_SECTIONS.items():
            words = rules[place] if place else rules
            for section in sections:
                self._add(section, "", words[section])
        self._fill_speakers_and_dates()

    def _fill_speakers_and_dates(self):
        rules = self.rules
        self._add("heads", "official", rules["speech"]["heads_of_state"])
        for name, phrases in rules["speech"]["anaphora"].items():
            self._add("speaker_again", name, phrases)
        for section in (
            "day_offsets",
            "spans",
            "parts_of_year",
            "halves",
            "parts_of_month",
            "frames",
            "same_day",
            "aftermath",
            "named_months",
        ):
            for phrase, value in rules["dates"][section].items():
                self._add(section, value, [phrase])
        for actor in load_actors():
            self._add("actor", (actor["class"], actor["name"]), actor["aliases"])
            if self.code == "be":  # «У Dissidentby»: a name in Latin letters stays as it is among Cyrillic ones
                latin = [alias for alias in actor["aliases"] if not _CYRILLIC.search(alias)]
                self.matcher.add("actor", (actor["class"], actor["name"]), latin)
        for code, words in load_yaml("countries.yaml").items():
            self._add("country", code, words)
        for holiday in load_holidays():
            entry = holiday["name"], holiday["month"], holiday["day"], holiday["country"]
            self._add("holiday", entry, holiday["names"])
        for event in load_yaml("events.yaml"):
            self._add("known_event", (event["date"], event["name"], tuple(event["countries"])), event["names"])


def _with_ending(words, ending, other):
    """The options of one place of a phrase, each that has an ending followed by the same with the other one."""
    ended = [word.removesuffix(ending) + other for word in words if word.endswith(ending) and word != ending]
    return [*words, *(word for word in ended if word not in words)]


# Sections that are no more than lists of phrases, by where they stand in a language's file.
_PLAIN_SECTIONS = {
    "": (
        "persons", "held_persons", "number_of", "stock", "held", "running_total", "same_count", "on_list", "on_it",
        "there", "together", "how_many", "how_many_left",
        "anaphora", "inclusion", "among", "whole_opens", "make_up", "not_persons", "names_not_acts", "custody",
        "none_left",
        "decree", "decrees", "in_each", "decreed", "draft_law", "particles", "background", "prisoners_of_war",
        "endangered", "expelled", "forecast", "forecast_after",
    ),
    "speech": ("verbs", "before", "figures_from", "of_it", "of_act", "totals", "retells", "unknown",
               "pronouns", "possessives", "roles", "not_speech",
               "reports",
               "outlet", "recalls", "talks_with", "offices", "causes", "appeals", "bodies"),
    "dates": (
        "since", "since_then", "eve", "weekend", "begins", "days_before", "same_period", "that_time", "sums_up", "past",
        "year_begins", "year_middles", "year_ends", "to_the_day", "same_holiday", "compared",
        "causes_of", "begun", "it_was", "described", "until", "completes", "as_of", "dated",
    ),
    "numbers": ("vague",),
}  # fmt: skip


# A kind whose words also describe people («convicted of …») must stand nearer to the number than one that does not.
_WEIGHT = {
    "pardon": 0,
    "release": 0,
    "amnesty": 1.5,
    "commutation": -1,
    "exchange": 0,
    "other": 0.5,
    "convicted": 1,
    "detained": 1,
}


_HEAVY = 3


class Trigger:
    """A kind's rule: its id, the kind, the status that its words carry by themselves, and a weight of its own.

    The weight is added to the words that lie between a number and the rule's words: of two rules the lighter wins.
    Words of much weight mean other things, too, and those for an act's extent («it covers») speak of one named before:
    neither name an act by themselves. Those for one side of an exchange («handed over») are `of_swap`.
    """

    __slots__ = ("kind", "names_act", "of_swap", "rule", "status", "weight")

    def __init__(self, rule, kind, status, weight=None):
        self.rule, self.kind, self.status = rule, kind, status
        self.weight = _WEIGHT[kind] if weight is None else weight
        self.of_swap = rule.endswith(".handed")
        self.names_act = self.weight < _HEAVY and not rule.endswith("extent")


class Meaning(typing.NamedTuple):
    """A rule that gives a number its relation, or a statement its status: its id and what it gives."""

    rule: str
    value: str


class Refusal(typing.NamedTuple):
    """A rule that refuses a number: its id, its reason, and whether a noun of persons right after overrules it."""

    rule: str
    reason: str
    unless_noun: bool


@functools.lru_cache
def load_yaml(name):
    """A file of the lexicon."""
    return yaml.load((_FOLDER / name).read_text(encoding="utf-8"), _Loader)


def list_languages():
    """The codes of all languages that are read; one that is written in Latin letters, too, has a second code."""
    return sorted(code for languages in load_yaml("languages.yaml").values() for code in languages)


@functools.lru_cache
def load_language(code):
    """The words of `en`, `ru` or `be`; Belarusian in Latin letters, `be-Latn`, is read by `be`."""
    language = code.partition("-")[0]
    return Language(code) if code == language else load_language(language)


def load_actors():
    """Those who speak in the news: a list of {name, class, aliases}."""
    return load_yaml("actors.yaml")


@functools.lru_cache
def load_actor_countries():
    """The country of each actor that has one, by the actor's name."""
    return {actor["name"]: actor["country"] for actor in load_actors() if "country" in actor}


@functools.lru_cache(maxsize=4096)
def find_actors_named(text):
    """The actors in a name such as an outlet's, each as its class and its name, in order.

    A group whose name is a word elsewhere («Весна») is known by the whole name; a part of a longer title is another's:
    «Беларусь сегодня вечером» is not «Беларусь сегодня».
    """
    find = load_language("en").matcher.find
    words = TOKEN.findall(fold(text))
    hits = find(words).of("actor") or find(['"', *words, '"']).of("actor")
    return [hit.entry for hit in hits if not _is_cut_from_title(words, hit)]


def _is_cut_from_title(words, hit):
    """Whether a name stands inside quotation marks with more words after it."""
    quoted = words[: hit.first].count('"') % 2 and '"' in words[hit.last :]
    return bool(quoted) and words[hit.last][0].isalpha()


@functools.lru_cache(maxsize=4096)
def find_countries_named(text):
    """The countries in a name such as an outlet's, each as its code, in order."""
    return [hit.entry for hit in load_language("en").matcher.find(TOKEN.findall(fold(text))).of("country")]


def load_holidays():
    """Official days: a list of {name, country, month, day, names}."""
    return load_yaml("holidays.yaml")


# Belarusian is written with two Cyrillic spellings and in Latin letters. All three are folded to one form: Cyrillic,
# without the soft sign, which is where the two spellings differ most, and with у for ў, which follows the word before.
_CYRILLIC = re.compile("[а-яіў]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN_PAIRS = {"dz": "дз", "dž": "дж", "dź": "дз", "ch": "х", "ja": "я", "je": "е", "jo": "е", "ju": "ю", "ji": "і"}
_LATIN_SOFT = {"ia": "я", "ie": "е", "io": "е", "iu": "ю"}
_AFTER_L = {"a": "я", "o": "е", "u": "ю", "e": "е"}  # l without a stroke is soft
_LATIN = {
    "a": "а",
    "b": "б",
    "c": "ц",
    "ć": "ц",
    "č": "ч",
    "d": "д",
    "e": "э",
    "f": "ф",
    "g": "г",
    "h": "г",
    "i": "і",
    "j": "й",
    "k": "к",
    "l": "л",
    "ł": "л",
    "m": "м",
    "n": "н",
    "ń": "н",
    "o": "о",
    "p": "п",
    "r": "р",
    "s": "с",
    "ś": "с",
    "š": "ш",
    "t": "т",
    "u": "у",
    "ŭ": "у",
    "v": "в",
    "y": "ы",
    "z": "з",
    "ź": "з",
    "ž": "ж",
}

# The ways in which Latin letters spell a Cyrillic one, whatever stands beside them.
LATIN_SPELLINGS = {}
for _table in (_LATIN_PAIRS, _LATIN_SOFT, _AFTER_L, _LATIN):
    for _latin, _piece in _table.items():
        LATIN_SPELLINGS.setdefault(_piece, []).append(_latin)


def prepare_belarusian(text):
    """The folded form of a Belarusian phrase or text."""
    folded = fold(text)
    if _CYRILLIC.search(folded):
        return _smooth(folded)
    return _LETTERS.sub(lambda run: _IN_CYRILLIC[run[0]], folded)


def respell_belarusian(words):
    """The words of a Belarusian sentence in the form that `prepare_belarusian` gives them; they are folded already."""
    if any(map(_CYRILLIC.search, words)):
        return [_smooth(word) or word for word in words]
    return [*map(_IN_CYRILLIC.__getitem__, words)]


def _smooth(folded):
    return folded.replace("ь", "").replace("ў", "у")


def _spell_in_cyrillic(word):
    """A word in Latin letters, letter by letter."""
    pieces, i = [], 0
    while i < len(word):
        piece, width = _next_letter(word, i)
        pieces.append(piece)
        i += width
    return "".join(pieces)


_IN_CYRILLIC = Known(_spell_in_cyrillic)


def _next_letter(folded, i):
    """The Cyrillic for the Latin that stands at i, and how many characters it stands for."""
    char = folded[i]
    if not char.isalpha():
        return char, 1
    if i and folded[i - 1] == "l" and char in _AFTER_L:
        return _AFTER_L[char], 1
    pair = folded[i : i + 2]
    if pair in _LATIN_PAIRS:
        return _LATIN_PAIRS[pair], 2
    if pair in _LATIN_SOFT and i and folded[i - 1].isalpha():
        return _LATIN_SOFT[pair], 2
    return _LATIN.get(char, char), 1
