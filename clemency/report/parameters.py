"""The parameters of a report: read from YAML and the command line, typed, and checked before anything starts."""

import dataclasses
import difflib
import pathlib
import re

import yaml

from clemency.claims.claim import KINDS
from clemency.documents.edtf import read_bounds
from clemency.messages import list_languages, mark
from clemency.report.project import ParameterError, choose_name

LANGUAGES = list_languages()
PRIVACY = ("none", "initials")
PAPERS = ("a4", "letter")
RESERVED_NAMES = ("data", "default")  # reports/data holds the tables of the default report
SEEDS = "seeds"
DEEPEST = 3  # a list in the list of parameters, and one step more for a better message
_DATE_FORMS = "write a year, month or day, such as 2025, 2025-01 or 2025-01-31"


def _suggest(word, known):
    """What to write instead of an unknown word: the closest known one, then all of them."""
    close = difflib.get_close_matches(word.lower(), known, n=1)
    hint = f"did you mean {close[0]}? " if close else ""
    return f"{hint}There are: {', '.join(known)}"


def _read_text(value):
    """One line of text, 1 to 200 characters."""
    if not isinstance(value, str) or not 0 < len(value.strip()) <= 200 or not value.isprintable():
        raise ParameterError(f"{value!r} is not a line of text of 1 to 200 characters")
    return value.strip()


def _read_folder(value):
    """A folder inside the project, as a path from its root."""
    path = pathlib.PurePath(_read_text(value))
    if path.is_absolute() or ".." in path.parts or path.parts[:1] == ("~",):
        raise ParameterError(f"{value!r} leads out; name a folder of this project, such as seeds")
    return str(path)


def _read_choice_of_folder(value):
    """A folder inside the project; empty for none."""
    return "" if value is None or value == "" else _read_folder(value)


def _read_date(value):
    """A year, month or day as EDTF; empty for no limit."""
    if value is None or value == "":
        return ""
    text = str(value)
    if isinstance(value, bool) or not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        raise ParameterError(f"{text!r} is not a date; {_DATE_FORMS}")
    try:
        read_bounds(text)
    except ValueError:
        raise ParameterError(f"{text!r} is not in the calendar; {_DATE_FORMS}") from None
    return text


def _read_list(value):
    """A list of words; a text is split at its commas, and empty stands for no choice."""
    items = value.split(",") if isinstance(value, str) else value
    if items is None:
        return []
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ParameterError(f"{value!r} is not a list of words, such as [one, another]")
    return [item.strip() for item in items if item.strip()]


def _read_kinds(value):
    """A list of kinds of claims, in the order of the data, each once."""
    kinds = _read_list(value)
    for kind in kinds:
        if kind not in KINDS:
            raise ParameterError(f"there is no kind {kind!r}; {_suggest(kind, KINDS)}")
    return [kind for kind in KINDS if kind in kinds]


def _read_countries(value):
    """A list of ISO codes of countries, in capitals."""
    codes = [code.upper() for code in _read_list(value)]
    for code in codes:
        if not re.fullmatch("[A-Z]{2}", code):
            raise ParameterError(f"{code!r} is not the code of a country; write two letters, such as BY for Belarus")
    return codes


def _read_choice(value):
    """Yes or no."""
    if isinstance(value, bool):
        return value
    choices = {"yes": True, "true": True, "no": False, "false": False}
    if not isinstance(value, str) or value.lower() not in choices:
        raise ParameterError(f"{value!r} is neither yes nor no")
    return choices[value.lower()]


def _choose_from(*choices):
    """Reads one of a few words."""

    def read(value):
        if value not in choices:
            raise ParameterError(f"{value!r} is not one of: {', '.join(choices)}")
        return value

    return read


def _read_language(value):
    """The language that the report is written in."""
    if value not in LANGUAGES:
        raise ParameterError(f"the report cannot be written in {value!r}. There are: {', '.join(LANGUAGES)}")
    return value


def _parameter(read, default, description):
    """One parameter: how a value is read, what it is when nobody says, and what it does."""
    metadata = {"read": read, "description": description}
    if isinstance(default, list):
        return dataclasses.field(default_factory=list, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


@dataclasses.dataclass(frozen=True)
class Parameters:
    """What a report is made from; making one checks every value and raises ParameterError."""

    title: str = _parameter(_read_text, "Amnesties and pardons", mark("Title of the report"))
    seeds: str = _parameter(
        _read_choice_of_folder, "", mark("Folder that holds the documents; seeds if no folder of claims is given")
    )
    claims: str = _parameter(_read_choice_of_folder, "", mark("Folder of claims read before, in place of documents"))
    documents: str = _parameter(_read_text, "*", mark("Which documents, by file name; * stands for anything"))
    countries: list = _parameter(
        _read_countries, [], mark("Countries that the documents are about, by their ISO codes; empty for all")
    )
    date_from: str = _parameter(_read_date, "", mark("First day of the window; empty for no limit"))
    date_to: str = _parameter(_read_date, "", mark("Last day of the window; empty for no limit"))
    kinds: list = _parameter(_read_kinds, [], mark("Kinds of claims; empty for all"))
    official_sources: list = _parameter(_read_list, [], mark("Sources that stand for officials; empty for all of them"))
    human_rights_sources: list = _parameter(_read_list, [], mark("Human-rights sources; empty for all of them"))
    include_planned: bool = _parameter(
        _read_choice, True, mark("Whether to show acts that are only planned or demanded")
    )
    language: str = _parameter(_read_language, "en", mark("Language of the report"))
    strict: bool = _parameter(_read_choice, False, mark("Whether one document that cannot be read stops the report"))
    privacy: str = _parameter(
        _choose_from(*PRIVACY), "none", mark("none, or initials for the names of persons listed in names.csv")
    )
    paper: str = _parameter(_choose_from(*PAPERS), "a4", mark("Paper of the PDF: a4 or letter"))

    def __post_init__(self):
        for field in dataclasses.fields(self):
            try:
                value = field.metadata["read"](getattr(self, field.name))
            except ParameterError as error:
                raise ParameterError(f"{field.name}: {error}") from None
            object.__setattr__(self, field.name, value)
        if self.seeds and self.claims:
            raise ParameterError(
                f"claims: {self.claims} and seeds, {self.seeds}, cannot both be; leave one of them empty"
            )
        if not self.claims and not self.seeds:
            object.__setattr__(self, "seeds", SEEDS)
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ParameterError(f"date_to: {self.date_to} is before date_from, {self.date_from}")

    @property
    def folder(self):
        """The folder that everything comes from: that of the documents, or of the claims."""
        return self.claims or self.seeds

    @property
    def first_day(self):
        """First day of the window, or None."""
        return read_bounds(self.date_from)[0] if self.date_from else None

    @property
    def last_day(self):
        """Last day of the window, or None."""
        return read_bounds(self.date_to)[1] if self.date_to else None


def list_parameters():
    """The parameters as {name: what it does}, in order."""
    return {field.name: field.metadata["description"] for field in dataclasses.fields(Parameters)}


class _Loader(yaml.BaseLoader):
    """YAML of texts, lists and names alone: nothing is guessed (no, 2025-01-01), called, or given twice."""

    depth = 0

    def compose_node(self, parent, index):
        event = self.peek_event()
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None):
            raise ParameterError(f"line {line}: write the value itself; *references and !tags are not read")
        if self.depth > DEEPEST:
            raise ParameterError(f"line {line}: nested too deeply; write one parameter a line")
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise ParameterError(f"line {line}: write one parameter a line, such as date_from: 2025-01-01")
            if key.value in seen:
                raise ParameterError(f"line {line}: {key.value} is given twice; keep one")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_file(path):
    """The values of a parameter file as a dict, each name known; ParameterError names file and line."""
    path = pathlib.Path(path)
    try:
        values = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except FileNotFoundError:
        raise ParameterError(f"{path}: there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ParameterError(f"{path}: cannot be read as UTF-8 text ({type(error).__name__})") from None
    except yaml.YAMLError as error:
        line = error.problem_mark.line + 1 if getattr(error, "problem_mark", None) else 1
        problem = getattr(error, "problem", None) or "a character that YAML does not allow"
        raise ParameterError(f"{path}, line {line}: not valid YAML: {problem}") from None
    except ParameterError as error:
        raise ParameterError(f"{path}: {error}") from None
    if not values:
        return {}
    if not isinstance(values, dict):
        raise ParameterError(f"{path}: write one parameter a line, such as date_from: 2025-01-01")
    for name in values:
        if name not in list_parameters():
            raise ParameterError(f"{path}: there is no parameter {name}; {_suggest(name, list(list_parameters()))}")
    return values


def read_overrides(words):
    """Values from `NAME=value` words in capitals, as (values, output name or None); ParameterError for others."""
    known = {name.upper(): name for name in list_parameters()}
    values, output = {}, None
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise ParameterError(f"{word}: write overrides as NAME=value, such as DATE_FROM=2025-01-01")
        if name == "NAME":
            output = value
        elif name in known:
            values[known[name]] = value
        else:
            close = difflib.get_close_matches(name.upper(), ["NAME", *known], n=1)
            hint = f"did you mean {close[0]}? " if close else ""
            raise ParameterError(f"there is no parameter {name}; {hint}There are: {', '.join(['NAME', *known])}")
    return values, output


def check_name(name):
    """The name of a report, safe as a folder: small letters, digits and hyphens; ParameterError otherwise."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", name) or name in RESERVED_NAMES:
        raise ParameterError(
            f"NAME: {name!r} cannot name a folder of reports/; use small letters, digits and hyphens, "
            f"such as since-2025 (not {' or '.join(RESERVED_NAMES)})"
        )
    return name


def read_parameters(path, overrides=()):
    """The checked parameters and the name of the report ("" for the default one) from a file and overrides.

    The name is NAME=, else the file's own; overrides without a NAME are refused, since they would replace
    the report of the file by another one.
    """
    path = pathlib.Path(path)
    values = read_file(path)
    changed, given = read_overrides(overrides)
    try:
        Parameters(**values)
    except ParameterError as error:
        raise ParameterError(f"{path}: {error}") from None
    if changed.get("claims") or changed.get("seeds"):  # what is given beside the file takes the place of either
        values = {name: value for name, value in values.items() if name not in ("claims", "seeds")}
    parameters = Parameters(**{**values, **changed})
    name = choose_name(path, {key: getattr(parameters, key) for key in changed}, given)
    if name is None:
        raise ParameterError("these parameters make another report: give it a name, such as NAME=since-2025")
    return parameters, check_name(name) if name or given is not None else name
