"""Who uses which words for the same people."""

import dataclasses

from clemency.chronology.acts import fold_text


@dataclasses.dataclass(slots=True)
class WordUse:
    """One speaker's words for one concept, with the quotations they stand in."""

    concept: str
    source_class: str
    source_name: str
    words: list  # the wordings as written, each once
    quotations: list  # [{document, start, end, label, quote}], a quotation that stands twice only once


def tabulate_words(labels):
    """One row for each concept and speaker, sorted; the same quotation in one document or several counts once."""
    rows, seen = {}, {}
    for label in sorted(labels, key=lambda label: (label.document, label.start, label.end)):
        key = (label.concept, label.source_class, label.source_name)
        row = rows.setdefault(key, WordUse(*key, [], []))
        wording = label.label.strip(" .,;:“”\"«»„'‘’")
        if fold_text(wording) not in {fold_text(word) for word in row.words}:
            row.words.append(wording)
        quotation = (fold_text(label.quote), fold_text(wording))
        if quotation not in seen.setdefault(key, set()):
            seen[key].add(quotation)
            row.quotations.append(
                {name: getattr(label, name) for name in ("document", "start", "end", "label", "quote")}
            )
    return [rows[key] for key in sorted(rows)]
