"""What a report takes from a folder of claims: the rows that its parameters ask for, and texts only of what it shows.

The filters are asked of the files themselves, so that of a large folder little more is read than the report needs.
"""

import json
import pathlib

from clemency.archive.run import INPUT, REFUSED
from clemency.archive.stamp import hash_rules
from clemency.archive.store import MANIFEST, open_database, read_manifest, scan_table
from clemency.claims.claim import Claim, Label, Rejected
from clemency.claims.read import Reading
from clemency.claims.rulings import FILE, apply_rulings, check_documents, read_rulings
from clemency.documents.document import Document
from clemency.documents.read import InputError, part_document
from clemency.report.selection import NOT_YET, choose_countries, choose_names, filter_claims
from clemency.table import columns

AMONG = "document IN (SELECT unnest($names))"
_ROWS = {"claims": Claim, "documents": Document, "rejected": Rejected, "labels": Label}


class Folder:
    """A finished folder of claims; InputError if it is not finished, or not what it says."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.manifest = read_manifest(self.path)

    @property
    def has_own_rules(self):
        """Whether the claims were read by other rules than those that are here."""
        return self.manifest["rules"] != hash_rules()

    def ask(self, question, table, **values):
        """The rows that answer a question in SQL, where {table} stands for a table and $name for a value."""
        import duckdb

        asked = {name: value for name, value in values.items() if f"${name}" in question}
        try:
            with open_database() as database:
                return database.execute(question.replace("{table}", scan_table(self.path, table)), asked).fetchall()
        except (duckdb.Error, OSError) as error:
            reason = f"{table} cannot be read ({str(error).partition(chr(10))[0]})"
            raise InputError(f"{self.path}: {reason}. Make the folder anew with claims --out.") from None

    def read_rows(self, table, condition=AMONG, **values):
        """The rows of a table that meet a condition, in the order of the documents and of places in them."""
        names = columns(_ROWS[table])
        listed = ", ".join(_write_column(name, described["type"]) for name, described in names.items())
        answer = self.ask(f"SELECT {listed} FROM {{table}} WHERE {condition}", table, **values)
        rows = [_ROWS[table](*cells) for cells in answer]
        return sorted(rows, key=lambda row: row.document)  # within a document they are in order already

    def list_files(self):
        """The files of the folder that its claims are told by, with the manifest first."""
        parts = [part for table in self.manifest["tables"].values() for part in table["files"]]
        names = [MANIFEST, INPUT, REFUSED, FILE, *(part["name"] for part in parts)]
        return [self.path / name for name in names if (self.path / name).is_file()]

    def list_unread(self):
        """What could not be read when the claims were, as (file and line, what is wrong)."""
        path = self.path / REFUSED
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()
        return [
            (row["file"] if row["line"] is None else f"{row['file']}, line {row['line']}", row["problem"])
            for row in rows
        ]

    def list_countries(self):
        """The country that each document is about, {name: ISO code or nothing}, in the order of the names."""
        rows = self.ask("SELECT document, split_part(countries, ' ', 1) FROM {table}", "documents")
        return dict(sorted(rows))

    def list_sources(self):
        """The names of all who state a claim."""
        answer = self.ask("SELECT DISTINCT source_name FROM {table} WHERE source_name <> ''", "claims")
        return {name for (name,) in answer}

    def read_claims(self, parameters):
        """(claims that the parameters keep, their documents, how many claims each parameter leaves out).

        What persons ruled in the folder's rulings.csv is heeded first, since it may change what keeps a claim out.
        """
        countries = self.list_countries()
        rulings = read_rulings(self.path / FILE)
        check_documents(rulings, list(countries))
        chosen = choose_names(choose_countries(countries, parameters.countries), parameters.documents)
        ruled = sorted({ruling.document for ruling in rulings} & set(chosen))
        asked = _Conditions(parameters, sorted(set(chosen) - set(ruled)))
        claims = self.read_rows("claims", asked.kept, **asked.values)
        left_out = self._count_left_out(asked, len(claims))
        claims += self._apply_rulings(rulings, ruled)
        documents = self.read_rows("documents", names=sorted({claim.document for claim in claims}))
        kept, more = filter_claims(claims, documents, parameters)
        kept.sort(key=lambda claim: (claim.document, claim.start, claim.end, claim.kind))
        told = {claim.document for claim in kept}
        documents = [document for document in documents if document.document in told]
        return kept, documents, {reason: left_out[reason] + more[reason] for reason in more}

    def _count_left_out(self, asked, kept):
        """How many claims the files keep back, by the parameter that has it so."""
        question = (
            f"SELECT count(*) FILTER (NOT ({asked.kinds})), count(*) FILTER ({asked.kinds} AND NOT ({asked.status})), "
            f"count(*) FILTER ({asked.kinds} AND {asked.status}) FROM {{table}} WHERE {AMONG}"
        )
        ((kinds, planned, others),) = self.ask(question, "claims", **asked.values)
        return {"kinds": kinds, "include_planned": planned, "window": others - kept}

    def _apply_rulings(self, rulings, names):
        """The claims of the ruled documents as persons left them; rejected ones are gone."""
        documents = self.read_rows("documents", names=names)
        self.read_texts(documents)
        read = {name: [] for name in names}
        for claim in self.read_rows("claims", names=names):
            read[claim.document].append(claim)
        readings = [Reading(read[document.document], [], []) for document in documents]
        return [claim for reading in apply_rulings(rulings, documents, readings) for claim in reading.claims]

    def read_texts(self, documents):
        """Give some documents their texts, and cut them into blocks and sentences as they were when they were read."""
        names = [document.document for document in documents if not document.text]
        answer = self.ask(f"SELECT document, text FROM {{table}} WHERE {AMONG}", "texts", names=names)
        texts = dict(answer)
        for document in documents:
            if document.document in texts:
                _add_text(document, texts[document.document])


def _write_column(name, kind):
    """A column as it is asked for: a day as text."""
    return f'CAST("{name}" AS VARCHAR)' if kind == "date" else f'"{name}"'


def _add_text(document, text):
    """Give a document its text; what is known of it stays."""
    parted = part_document(document.document, text, document.sha256, {"language": document.language}, {})
    document.text, document.blocks = text, parted.blocks
    document.datelines, document.sentences = parted.datelines, parted.sentences


class _Conditions:
    """What keeps a claim, as conditions in SQL with their values; where no day is known is left to be asked later."""

    def __init__(self, parameters, names):
        self.kinds = "kind IN (SELECT unnest($kinds))" if parameters.kinds else "true"
        self.status = "true" if parameters.include_planned else "status NOT IN (SELECT unnest($planned))"
        first = "(latest IS NULL OR latest >= $first)" if parameters.first_day else "true"
        last = "(earliest IS NULL OR earliest <= $last)" if parameters.last_day else "true"
        window = f"(coalesce(date, period) IS NULL OR ({first} AND {last}))"
        self.kept = f"{AMONG} AND {self.kinds} AND {self.status} AND {window}"
        self.values = {"names": names, "kinds": parameters.kinds, "planned": list(NOT_YET)}
        self.values |= {"first": parameters.first_day, "last": parameters.last_day}
