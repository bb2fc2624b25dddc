"""People: persons whom a text introduces by their office, so that a surname alone is known later."""

from clemency.lexicon.match import Hit, Known

_STEM = 2  # the letters of an ending that a surname may change, in languages that decline names


def find_people(text, place):
    """The persons a document introduces beside an office, by surname, each with the class and name of the office.

    «Interior Minister Ivan Kubrakov» and «Pavel Sapelka, a lawyer with Viasna» let «Kubrakov» and «Sapelka» speak
    for the ministry and for the group. `place` gives each hit the class that it has in this document.
    """
    people = {}
    for n in text.sentences_with("roles"):
        hits = text.hits[n]
        roles = [hit for hit in hits.of("roles") if not _is_former(text, n, hit)]
        if not roles:
            continue
        offices = [place(n, hit) for hit in hits.of_any("actor", "sources", "heads")]
        known = {i for hit in hits.of_any("actor", "country") for i in range(hit.first, hit.last)}
        taken = known | {i for hit in offices for i in range(hit.first, hit.last)}
        for role in roles:
            for name in (_name_after(text, n, role, taken), _name_before(text, n, role)):
                office = name and known.isdisjoint(range(*name)) and _office_of(text, role, name, offices)
                if office:
                    entry = office.entry if office.section == "actor" else (office.entry, "")
                    people.setdefault(text.words[name[1] - 1], entry)
    return people


def _is_former(text, number, role):
    """Whether somebody no longer holds the office: «former president Mikheil Saakashvili»."""
    first = max(text.sentences[number][0], role.first - 3)
    return not text.language.words["former"].isdisjoint(text.words[first : role.last])


def find_named(text, number):
    """Hits of the people known by surname in a sentence, for the longest names first."""
    if text.people is None:
        return []
    first, last = text.sentences[number]
    entries = enumerate(map(text.people.__getitem__, text.words[first:last]), first)
    return [Hit("person", entry, i, i + 1) for i, entry in entries if entry and text.is_capital(i)]


def index_people(people, language):
    """Whom each word names, or None; in a language that declines names its last letters may differ."""
    stems, declines = {}, language.rules["speech"]["names_decline"]
    for order, (name, entry) in enumerate(people.items()):
        stems.setdefault(name[: max(4, len(name) - _STEM)], []).append((order, len(name), entry))

    def look_up(word):
        if word in people or not declines:
            return people.get(word)
        near = [known for end in range(len(word) + 1) for known in stems.get(word[:end], ())]
        return min((known for known in near if len(word) <= known[1] + _STEM), default=(0, 0, None))[2]

    return Known(look_up)


def _office_of(text, role, name, offices):
    """The office that a role is of: the one that holds it, else the nearest between the role and what ends it."""
    first, last = min(role.first, name[0]), max(role.last, name[1])
    inside = [hit for hit in offices if hit.first < role.last and role.first < hit.last]
    if name[0] > role.first:  # «Foro Penal director Alfredo Romero», «юрист «Вясны» Павел Сапелка»
        near = [hit for hit in offices if first - 3 <= hit.first and hit.last <= last]
        near = [hit for hit in near if hit.entry != "unknown" and "," not in text.words[hit.last : role.first]]
    else:  # «Pavel Sapelka, a lawyer with the rights group Viasna»
        near = [hit for hit in offices if role.last <= hit.first <= role.last + 6]
        near = [hit for hit in near if "," not in text.words[role.last : hit.first]]
    found = inside + near
    return min(found, key=lambda hit: (hit.section != "actor", hit.first - hit.last), default=None)


def _name_after(text, number, role, taken):
    """The name right after a role, behind at most four words, which may name the office: «глава МВД Иван Кубраков».

    `taken` are the places of the words that name offices and countries.
    """
    last = text.sentences[number][1]
    for start in range(role.last, min(role.last + 5, last)):
        if start not in taken and _is_name(text, start, last):
            end = _end_of_name(text, start, last)
            return (start, end) if end - start > 1 else None
        if text.words[start] in text.language.words["prepositions"] or text.words[start] in ".;:(":
            return None
    return None


def _name_before(text, number, role):
    """The name before a role, parted from it by a comma and at most two words: «Sergei Protasenya, the head of»."""
    first = text.sentences[number][0]
    for comma in range(role.first - 1, max(first, role.first - 4), -1):
        if text.words[comma] == ",":
            start = comma
            while start > first and _is_name(text, start - 1, comma):
                start -= 1
            return (start, comma) if comma - start > 1 else None
    return None


def _is_name(text, i, last):
    return i < last and len(text.words[i]) > 1 and text.words[i][0].isalpha() and text.is_capital(i)


def _end_of_name(text, start, last):
    while _is_name(text, start, last):
        start += 1
    return start
