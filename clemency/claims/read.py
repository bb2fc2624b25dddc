"""Read a document's claims: each number of persons, with who says it, when, and in which sentence."""

import dataclasses
import hashlib
import re

from clemency.claims.claim import EVENT_KINDS, Claim, Rejected
from clemency.claims.dates import close_period, find_dates, find_reference
from clemency.claims.draft import Draft
from clemency.claims.kinds import Reading as Kind
from clemency.claims.kinds import measure_distance, read_kind, read_status
from clemency.claims.labels import find_labels
from clemency.claims.merge import merge_repeats
from clemency.claims.numbers import attach_noun, find_numbers, find_refusal
from clemency.claims.parts import NATIONALITIES, counts_own_group, find_anaphora, find_group, pair_women_and_men
from clemency.claims.speakers import Voice, choose_voice, find_agent, find_mention, find_outlet_class, find_voices
from clemency.claims.text import Text
from clemency.documents.edtf import join_period, read_bounds

CONTEXT = 32  # characters of context on either side of a quotation
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u2009\u202f ]\d{3})*(?:[.,]\d+)?")
_HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
_MEDIA = Voice(0, 0, "media", "")
_UNKNOWN = Voice(0, 0, "unknown", "")


@dataclasses.dataclass(slots=True)
class Reading:
    """What one document says: its claims, the numbers refused, and the wordings for imprisoned people."""

    claims: list
    rejected: list
    labels: list


def read_claims(document):
    """The claims of a document, in order of where they stand."""
    reader = _Reader(document)
    reader.read()
    reader.labels = find_labels(reader.text, reader.voices)
    return Reading(reader.finish(), reader.finish_rejected(), reader.labels)


class _Reader:
    """One document being read, sentence by sentence."""

    def __init__(self, document):
        self.document = document
        self.text = Text(document)
        self.words = self.text.words
        self.drafts, self.rejected = [], []
        self.voices, self.whens = [], []
        self.history = []  # voices so far, for «the group» and «he»
        self.last_when = self.last_period = None
        self.parts_in = {}  # sentence -> wholes whose parts it has named
        self.labels = []
        self.outlet_class, self.outlet_name = find_outlet_class(document.outlet, self.text.home)
        self.named_again = []  # (sentence, draft): another sentence that states a draft's count
        self.used = set()  # word positions of dates that date a claim
        sections = [hit.section for hits in self.text.hits for hit in hits]
        self.in_scope = "custody" in sections and sections.count("custody") >= sections.count("not_persons")

    def read(self):
        """Read every sentence, then settle what only the whole document decides."""
        for n in range(len(self.text.sentences)):
            self.read_sentence(n)
        self.credit_sources()
        self.resolve_forward()
        for draft in self.drafts:
            self.settle_source(draft)
        self.drafts = merge_repeats(self.drafts)
        self.drop_vague_repeats()

    # One sentence.

    def read_sentence(self, n):
        """Find the sentence's dates, voices and numbers, and draft what it states."""
        text, hits = self.text, self.text.hits[n]
        first, last = text.sentences[n]
        reference = find_reference(self.document, self.document.sentences[n].start)
        planned = self.is_planned(n)
        whens = find_dates(text, n, reference, self.last_when, self.last_period, planned)
        self.whens.append(whens)
        voices = find_voices(text, n, self.history)
        self.voices.append(voices)
        taken = {i for when in whens for i in range(when.first, when.last)}
        numbers = find_numbers(self.words, first, last, text.language, hits, taken)
        before = len(self.drafts)
        self.read_numbers(n, self.keep_counts(n, numbers, last, hits), hits)
        self.read_plain(n, hits, before)
        for draft in self.drafts[before:]:
            draft.voice = choose_voice(self.words, draft.span, voices)
            if (
                draft.rule == "stock.held"
                and draft.voice
                and draft.voice.source_class == "human_rights"
                and self.counts_names(draft)
            ):
                draft.kind, draft.rule = "political_prisoners", "stock.names-on-a-list"
            if draft.voice is None or draft.voice.source_class == "media":
                agent = find_agent(text, draft, self.history)
                if agent:
                    draft.voice = agent
                    voices.append(agent)
            self.settle_date(draft, n, reference)
        self.note_dates(n, whens, hits)
        spoken = [voice for voice in voices if voice.source_class not in ("", "unknown", "media")]
        self.history += spoken or [voice for voice in (find_mention(text, n, self.history),) if voice]
        if whens:
            self.last_when = whens[0]
            self.last_period = next(
                (when for when in reversed(whens) if when.role in ("since", "range")), self.last_period
            )

    def is_planned(self, n):
        """Whether every act that a sentence names is planned or demanded, so that its dates may lie ahead."""
        hits = self.text.hits[n]
        statuses = [read_status(hit, (hit.first, hit.first), self.words, hits) for hit in hits if hit.section == "kind"]
        return bool(statuses) and all(status in ("planned", "demanded") for status in statuses)

    def keep_counts(self, n, numbers, last, hits):
        """The numbers that could count persons; the others are refused by name."""
        kept = []
        for number in numbers:
            attach_noun(number, self.words, last, hits)
            refusal = find_refusal(number, self.words, last, hits)
            if refusal:
                self.reject(n, number.first, number.last, *refusal)
            elif not self.in_scope:
                self.reject(
                    n, number.opens, number.last, "document.no-custody", "The document is not about people in custody."
                )
            elif number.in_words and (number.low or number.high) == 1 and not number.has_noun:
                continue
            else:
                kept.append(number)
        return kept

    def read_numbers(self, n, numbers, hits):
        """Draft the sentence's counts; parts go to their wholes."""
        counted = [number for number in numbers if not self.is_population(number, hits)]
        groups = {id(number): None for number in numbers}
        for number, following in zip(counted, [*counted[1:], None], strict=False):
            groups[id(number)] = (find_group(number, following, self.words, hits) or (None,))[0]
        before, i = len(self.drafts), 0
        while i < len(numbers):
            number, following = numbers[i], numbers[i + 1] if i + 1 < len(numbers) else None
            if following and pair_women_and_men(number, following, groups, self.words):
                self.read_pair(n, number, following, groups, hits)
                i += 2
                continue
            self.read_number(n, number, groups[id(number)], hits, before)
            i += 1

    def read_pair(self, n, one, two, groups, hits):
        """«Eight women and eight men» is one count of sixteen, or the parts of one already stated."""
        parts = {groups[id(number)]: int(number.low) for number in (one, two) if number.low is not None}
        total = sum(parts.values())
        whole = self.find_whole(total)
        reading = read_kind(one, self.words, hits)
        same_sentence = whole is not None and whole.sentence == n
        if reading and reading.trigger and not same_sentence and one.relation == two.relation == "=":
            draft = self.make_draft(n, one, reading, hits)
            draft.low = draft.high = total
            draft.last = max(two.noun, two.last)
            draft.breakdown = parts
        elif whole is not None:
            whole.breakdown |= parts

    def read_number(self, n, number, group, hits, before):
        """Draft one count, or add it to its whole, or refuse it."""
        words = self.words
        anaphora = find_anaphora(number, words, hits)
        value = number.low if number.low is not None else number.high
        reading = read_kind(number, words, hits)
        whole = self.find_whole(value)
        listed = any(draft.sentence == n and value in draft.breakdown.values() for draft in self.drafts)
        inside = reading and reading.trigger and number.last <= reading.trigger.first < number.noun
        own = group in counts_own_group(number, words, hits) and not anaphora and not inside
        loose = not (reading and reading.trigger) or self.follows_part(n, number) or group in NATIONALITIES
        loose = loose or (whole is not None and whole.sentence == n and reading.trigger.last <= whole.last + 2)
        loose = loose or inside  # «five of the pardoned are over 50»
        is_part = group and whole is not None and not own and (anaphora or loose)
        if is_part and not self.is_population(number, hits):
            whole.breakdown.setdefault(group, int(value))
            self.parts_in.setdefault(n, []).append(whole)
            return
        if self.is_population(number, hits) and not (reading and reading.label):
            self.reject(
                n,
                number.opens,
                number.last,
                "number.whole",
                "The whole that a part is taken from; it is counted where it is first stated.",
            )
            return
        reading = (
            reading
            or self.continue_list(n, number, before)
            or self.repeat_of_headline(number, value, anaphora)
            or self.read_item(n, number)
        )
        if reading and reading.stock and anaphora:
            if self.names_again(n, value):
                return
            reading.kind = "political_prisoners" if self.drafts and self.drafts[-1].label else reading.kind
        if reading and anaphora and reading.kind in ("convicted", "detained") and whole is not None and not whole.stock:
            self.reject(
                n,
                number.opens,
                number.last,
                "number.part",
                "A part of the count before it, of which no group is known.",
            )
            return
        if reading and reading.kind in ("amnesty", "pardon") and self.is_about_things(hits):
            self.reject(
                n,
                number.opens,
                number.last,
                "number.no-custody",
                "An amnesty or pardon of something other than people in custody.",
            )
            return
        if reading is None or listed or not self.is_countable(number, reading, anaphora):
            self.reject(
                n,
                number.opens,
                number.last,
                "number.no-kind",
                "Nothing beside it says that it counts people pardoned, released or imprisoned.",
            )
            return
        if self.is_population(number, hits):
            reading.kind, reading.rule, reading.stock, reading.status, reading.trigger = (
                "political_prisoners",
                "stock.population",
                True,
                "occurred",
                None,
            )
        self.make_draft(n, number, reading, hits)

    def follows_part(self, n, number):
        """Whether the number goes on a list of parts begun in this sentence: «…, 14 suffer from chronic diseases»."""
        return bool(self.parts_in.get(n)) and self.words[number.opens - 1] in (",", "and", "и", "і", "а")

    def counts_names(self, draft):
        """Whether a rights group counts the names on its list."""
        names = self.text.language.rules["names"]
        return any(word in names for word in self.words[draft.first : draft.last])

    def is_about_things(self, hits):
        """Whether the sentence speaks of taxes, cards or birds, and not of custody."""
        sections = {hit.section for hit in hits}
        return "not_persons" in sections and "custody" not in sections

    def continue_list(self, n, number, before):
        """«45,000 will go home, and 45,000 others for good»: a count joined to the one before it shares its kind."""
        earlier = self.drafts[before:]
        if not (earlier and earlier[-1].trigger and earlier[-1].sentence == n):
            return None
        same = any(hit.section == "same_count" and hit.last == number.opens for hit in self.text.hits[n])
        joins = same or self.words[number.opens - 1] in (",", "—", ":", *self.text.language.rules["and"])
        trigger = earlier[-1].trigger
        if not joins or not (number.has_noun or same):
            return None
        return Kind(earlier[-1].kind, earlier[-1].rule, earlier[-1].status, False, 0, None if same else trigger)

    def repeat_of_headline(self, number, value, anaphora):
        """«On the list are 31 people»: a body repeats its headline's number without the word for the act."""
        for draft in self.drafts:
            if draft.value == value and not draft.stock and (number.has_noun and draft.headline or anaphora):
                return Kind(draft.kind, draft.rule, draft.status, False, 0)
        return None

    def read_item(self, n, number):
        """«• 4 September – another 30»: an item of a list counts what the heading over the list names."""
        sentences = self.document.sentences
        if sentences[n].text[0] not in "-–—•*·" or number.opens - self.text.sentences[n][0] > 6:
            return None
        for other in range(n - 1, -1, -1):
            if sentences[other].zone != "body":
                kinds = [
                    hit.entry
                    for hit in self.text.hits[other]
                    if hit.section == "kind" and hit.entry.kind in EVENT_KINDS
                ]
                return Kind(kinds[0].kind, kinds[0].rule, "occurred", False, 0) if kinds else None
        return None

    def names_again(self, n, value):
        """«Viasna can name ten political prisoners on the list»: a count already stated, by another voice."""
        for draft in reversed(self.drafts):
            if draft.value == value and not draft.stock and draft.sentence != n:
                draft.repeats.append(n)
                self.named_again.append((n, draft))
                return True
        return False

    def is_countable(self, number, reading, anaphora):
        """A number without a noun counts only right beside the words that say what it counts."""
        if number.has_noun:
            return True
        if number.in_words and number.low is not None and number.low <= 2:
            return False
        if self.is_running_total(number):
            return True
        limit = 5 if anaphora or number.definite else 3
        near = (
            measure_distance(self.words, (number.first, number.last), (reading.trigger.first, reading.trigger.last))
            if reading.trigger
            else reading.cost
        )
        return near <= limit or bool(anaphora and near <= 9)

    def is_population(self, number, hits):
        """Whether the number is the whole in «115 out of more than 1,300»."""
        return any(
            hit.section == "whole_opens"
            and hit.last in (number.opens, number.first)
            and hit.first > 0
            and (self.words[hit.first - 1][0].isdigit() or self.words[hit.first - 1] in self.text.language.number_words)
            for hit in hits
        )

    def is_running_total(self, number):
        """Whether «bringing the total to» or the like leads up to the number."""
        hits = self.text.hits[self.text.sentence_at(number.first)]
        return any(hit.section == "running_total" and 0 <= number.opens - hit.last <= 1 for hit in hits)

    def find_whole(self, value):
        """The count that a part belongs to: the nearest one before it that is not smaller."""
        for draft in reversed(self.drafts):
            if draft.value is not None and draft.value >= value:
                near = len(self.voices) - 1 - draft.sentence
                if near <= 8:
                    return draft
        return None

    def make_draft(self, n, number, reading, hits):
        """A draft of a number's claim, with «one named person and 13 others» counted as 14."""
        words = self.words
        named, opens = self.count_named(n, number)
        low, high = (None if bound is None else int(bound) + named for bound in (number.low, number.high))
        kind, status = reading.kind, reading.status
        stock = reading.stock
        if kind == "release" and status == "demanded":
            # Those whose release is asked for are people held: a stock, not an act.
            kind, status, stock = "political_prisoners", "occurred", True
        draft = Draft(
            n,
            opens,
            max(number.noun, number.last),
            kind,
            reading.rule,
            status,
            low,
            high,
            number.relation,
            stock,
            reading.trigger,
            reading.label,
        )
        draft.headline = self.document.sentences[n].zone == "headline"
        draft.definite = number.definite
        draft.total = self.is_running_total(number)
        near = self.words[number.opens - 1 : number.opens] + self.words[number.last : number.last + 2]
        draft.more = bool(set(near) & set(self.text.language.rules["more"]))
        draft.also = any(
            word in self.text.language.rules["also"]
            for word in self.words[max(self.text.sentences[n][0], number.opens - 6) : number.opens]
        )
        if not named:
            draft.breakdown = counts_own_group(number, words, hits)
        self.drafts.append(draft)
        return draft

    def count_named(self, n, number):
        """How many named persons a count of «others» adds, and where they begin: «X and 13 others» is 13 + 1."""
        words, first = self.words, self.text.sentences[n][0]
        other = self.text.language.rules["others"]
        follows = any(word in other for word in words[number.last : number.last + 2])
        joins = number.opens - 1 >= first and words[number.opens - 1] in self.text.language.rules["and"]
        if not follows or not joins or number.relation != "=":
            return 0, number.opens
        names, i, inside = 0, number.opens - 2, False
        while i >= first and (self.text.is_capital(i) or words[i] == ","):
            if words[i] == ",":
                inside = False
            elif not inside:
                names, inside = names + 1, True
            i -= 1
        return names, i + 1 if names else number.opens

    # Statements without a number.

    def read_plain(self, n, hits, before):
        """Draft an act stated without a number: an amnesty, or political prisoners to be freed."""
        sentence = self.document.sentences[n]
        if not self.in_scope or sentence.zone == "headline":
            return
        if self.drafts[before:]:
            return
        for hit in hits:
            if hit.section == "none_left":
                self.drafts.append(
                    Draft(n, hit.first, hit.last, "political_prisoners", "plain.none", "denied", stock=True)
                )
                return
        for hit in hits:
            act = hit.section == "kind" and hit.entry.kind in ("amnesty", "pardon", "release") and hit.entry.weight < 4
            if act and self.is_statement(hits):
                habitual = any(other.section == "status" and other.entry == "habitual" for other in hits)
                status = "habitual" if habitual else read_status(hit, (hit.first, hit.first), self.words, hits)
                if status == "habitual":
                    self.reject_habitual(n)
                elif self.is_told(hit, status, hits):
                    draft = Draft(n, hit.first, hit.last, hit.entry.kind, hit.entry.rule, status, trigger=hit)
                    draft.label = next(
                        (h for h in hits if h.section == "labels" and h.entry == "political_prisoners"), None
                    )
                    self.drafts.append(draft)
                return

    def is_statement(self, hits):
        """Whether a word for an act speaks of persons, and of an act rather than of a tax."""
        return not any(other.section == "not_persons" for other in hits)

    def is_told(self, hit, status, hits):
        """An uncounted act is a claim if it is an amnesty with a time or a plan, or concerns political prisoners."""
        sections = {other.section for other in hits}
        label = any(
            other.section == "labels"
            and other.entry == "political_prisoners"
            and measure_distance(self.words, (hit.first, hit.last), (other.first, other.last)) <= 14
            for other in hits
        )
        if hit.entry.kind == "amnesty":
            dated = any(when.role in ("point", "span") and when.date for when in self.whens[-1])
            return status in ("planned", "denied", "announced") or (status == "occurred" and dated)
        if status in ("planned", "demanded"):
            return label
        return label and status == "occurred" and "vague" in sections and hit.entry.kind == "release"

    def drop_vague_repeats(self):
        """A statement without a number gives way to a counted claim of the same kind and status."""
        done, kept = ("occurred", "announced"), []
        for draft in self.drafts:
            counted = [
                other
                for other in self.drafts
                if other.value is not None
                and other.kind == draft.kind
                and (other.status in done) == (draft.status in done)
            ]
            if draft.value is not None or not counted or draft.kind == "political_prisoners":
                kept.append(draft)
            elif len(counted) == 1 and not counted[0].date and not counted[0].period:
                counted[0].date, counted[0].date_basis, counted[0].date_reason = (
                    draft.date,
                    draft.date_basis,
                    draft.date_reason,
                )
        self.drafts = kept

    # When.

    def settle_date(self, draft, n, reference):
        """Date a draft by its sentence, or by what it may inherit; never by a guess."""
        whens = self.whens[n]
        periods = [when for when in whens if when.role in ("since", "range")]
        points = [when for when in whens if when.role in ("point", "span") and when.date]
        at = (draft.trigger.first, draft.trigger.last) if draft.trigger else draft.span
        if draft.stock:
            self.date_stock(draft, points, reference)
            return
        first = self.text.sentences[n][0]
        when = self.nearest(draft.span, at, periods, 14) or next(
            (when for when in periods if when.first <= first + 1), None
        )
        if when:
            draft.period, draft.when = close_period(when, reference), when
            draft.date_basis, draft.date_reason = when.basis, when.reason
        elif draft.total and self.open_total(draft, reference):
            pass
        elif self.nearest(draft.span, at, points, 40):
            when = self.nearest(draft.span, at, points, 40)
            draft.when, draft.date, draft.date_basis, draft.date_reason = when, when.date, when.basis, when.reason
        elif draft.status in ("occurred", "announced", "denied"):
            self.inherit_date(draft, n, reference)
        if draft.when:
            self.used.update(range(draft.when.first, draft.when.last))

    def open_total(self, draft, reference):
        """A running total goes on from the period or the day that the sentences before it name."""
        when = self.last_period or self.last_when
        start = when and (when.start or when.date)
        if start:
            draft.when, draft.period = when, join_period(start, reference.edtf or None)
            draft.date_basis, draft.date_reason = "relative", f"A running total, counted from {when.reason}"
        return bool(start)

    def nearest(self, span, at, whens, reach, spoken=6):
        """The date expression nearest to a count or to its trigger; one inside an attribution counts as farther."""
        rows = []
        for when in whens:
            place = (when.first, when.last)
            distance = min(measure_distance(self.words, span, place), measure_distance(self.words, at, place))
            inside = any(
                voice.first <= when.first + 1 and when.first - voice.last <= 2
                for voice in self.voices[-1]
                if voice.last <= when.first
            )
            rows.append((distance + (spoken if inside else 0), when.first, when))
        best = min(rows, key=lambda row: row[:2], default=None)
        return best[2] if best and best[0] <= reach else None

    def date_stock(self, draft, points, reference):
        """A stock is dated by a day in its sentence, else by the document's own date."""
        when = self.nearest(draft.span, draft.span, points, 8, spoken=0)
        if when:
            draft.when, draft.date, draft.date_basis, draft.date_reason = when, when.date, when.basis, when.reason
            self.used.update(range(when.first, when.last))
        elif reference.edtf:
            draft.date = reference.edtf
            draft.date_basis = "dateline" if reference.has_dateline else self.document.published_basis
            draft.date_reason = f"The sentence gives no day; a number of people held is dated by {reference.name}."
        else:
            draft.date_reason = "Neither the sentence nor the document gives a day."

    def inherit_date(self, draft, n, reference):
        """An act without a date takes the paragraph's, or in the opening the document's own."""
        sentences = self.document.sentences
        hits = self.text.hits[n]
        paragraph = sentences[n].paragraph
        if (
            any(hit.section == "that_time" for hit in hits)
            and self.last_when
            and (self.last_when.date or self.last_when.start)
        ):
            self.take(draft, self.last_when, "relative", " is what ‘then’ points back to")
            return
        for other in reversed(self.drafts):
            same = (
                sentences[other.sentence].paragraph == paragraph
                or self.carries_out(other, draft)
                or (_is_of_cascade(other) and _is_of_cascade(draft))
            )
            if (
                other.sentence <= n
                and other is not draft
                and other.period
                and other.when
                and other.when.role == "range"
                and same
            ):
                draft.period, draft.date_basis = other.period, "relative"
                draft.date_reason = f"The sentence goes on within the same period: {other.date_reason}"
                return
            known = other.when or _is_of_cascade(other)
            if other.sentence < n and same and known and other.date and _may_share_date(other, draft):
                draft.date, draft.date_basis = other.date, "relative"
                draft.date_reason = f"The sentence gives no date; it goes on from the one before: {other.date_reason}"
                return
        if self.inherit_headline(draft, n) or self.inherit_entry(draft, n, reference):
            return
        if (draft.kind in EVENT_KINDS or _is_of_cascade(draft)) and self.is_opening(n) and reference.edtf:
            exact = reference.has_dateline or reference.edtf.startswith("[") or reference.edtf.endswith("~")
            draft.date = reference.edtf if exact else reference.edtf + "~"
            draft.date_basis = "dateline" if reference.has_dateline else "inferred"
            draft.date_reason = f"The sentence gives no date; it is the news of {reference.name}."
        else:
            draft.date_reason = "The document gives no date for it."

    def carries_out(self, one, two):
        """Whether a release is one of the counts of an amnesty that the document gives as of a day."""
        return one.kind == "amnesty" and bool(one.when) and one.value is not None and two.kind == "release"

    def inherit_entry(self, draft, n, reference):
        """An entry of a chronicle or a live page that opens with its day or its hour tells of that day."""
        block = self.document.blocks[self.document.sentences[n].paragraph]
        before = self.document.blocks[max(0, self.document.sentences[n].paragraph - 1)]
        dated = len(self.document.datelines) > 1 and any(
            block.start <= line.start < block.end for line in self.document.datelines
        )
        timed = before.zone == "heading" and _HOUR.fullmatch(self.document.text[before.start : before.end].strip())
        if (dated or timed) and reference.edtf:
            draft.date, draft.date_basis = reference.edtf, "dateline"
            draft.date_reason = f"The sentence gives no date; its entry is of {reference.name}."
        return bool(dated or timed)

    def inherit_headline(self, draft, n):
        """A monthly or yearly review counts for the month or year that its headline names."""
        if draft.headline or draft.kind in EVENT_KINDS:
            return False
        for other, sentence in enumerate(self.document.sentences[:n]):
            if sentence.zone != "headline":
                break
            for when in self.whens[other]:
                if when.role == "span" and when.date and len(when.date) in (4, 7) and when.basis == "stated":
                    draft.date, draft.date_basis = when.date, "stated"
                    draft.date_reason = f"The sentence gives no date; the headline's {when.reason}"
                    return True
        return False

    def take(self, draft, when, basis, words):
        """Date a draft by an expression of another sentence."""
        draft.date, draft.date_basis, draft.date_reason = (
            when.date or when.start,
            basis,
            when.reason.rstrip(".") + f";{words}.",
        )

    def is_opening(self, n):
        """Whether a sentence stands in the headline or in the first paragraph of its section."""
        sentences = self.document.sentences
        if sentences[n].zone == "headline":
            return True
        starts = [line.start for line in self.document.datelines if line.start <= sentences[n].start]
        begin = starts[-1] if starts else 0
        body = [s.paragraph for s in sentences if s.zone == "body" and s.start >= begin]
        return bool(body) and sentences[n].paragraph == body[0]

    def note_dates(self, n, whens, hits):
        """Refuse habitual dates by name."""
        if any(hit.section == "status" and hit.entry == "habitual" for hit in hits):
            for when in whens:
                if when.first not in self.used:
                    self.reject(
                        n,
                        when.first,
                        when.last,
                        "date.habitual",
                        "A day on which acts are usually held, not the date of one.",
                    )
                    self.used.update(range(when.first, when.last))

    def reject_habitual(self, n):
        """Refuse a statement of what is usually done."""
        first, last = self.text.sentences[n]
        self.reject(n, first, last, "statement.habitual", "It says what is usually done, not what happened.")

    # Who.

    def credit_sources(self):
        """«X made it public» credits the sentence before; «the figures come from X» the whole document."""
        for n, draft in self.named_again:
            voice = next((voice for voice in self.voices[n] if voice.source_class != "unknown"), None)
            if voice and (draft.voice is None or draft.voice.source_class == "media"):
                draft.voice = voice
        for n, hits in enumerate(self.text.hits):
            sections = {hit.section for hit in hits}
            voices = [voice for voice in self.voices[n] if voice.source_class not in ("unknown",)]
            if "figures_from" in sections and voices:
                for draft in self.drafts:
                    if draft.voice is None and draft.status != "planned":
                        draft.voice = voices[0]
            elif "of_it" in sections and voices:
                for draft in self.drafts:
                    if draft.voice is None and 0 < n - draft.sentence <= 1:
                        draft.voice = voices[0]

    def resolve_forward(self):
        """«According to him», before anybody is named, is whoever is named first."""
        named = [voice for voice in self.history if voice.source_class]
        first = next((voice for voice in named if not voice.is_body), named[0] if named else None)
        for voices in self.voices:
            for voice in voices:
                if not voice.source_class:
                    voice.source_class, voice.name = (first.source_class, first.name) if first else ("unknown", "")

    def settle_source(self, draft):
        """The source of a draft: its own attribution, the only voice of its section, or the outlet."""
        if draft.voice is not None:
            draft.voice_is_own = True
            return
        sentences = self.document.sentences
        said = [
            voice
            for n, voices in enumerate(self.voices)
            for voice in voices
            if voice.source_class not in ("unknown", "media") and self.same_section(n, draft.sentence)
        ]
        same_paragraph = [
            voice
            for n, voices in enumerate(self.voices)
            for voice in voices
            if n <= draft.sentence
            and sentences[n].paragraph == sentences[draft.sentence].paragraph
            and voice.source_class not in ("unknown", "media")
        ]
        classes = {voice.source_class for voice in said}
        counts = draft.stock or draft.kind in ("other", "convicted", "detained", "commutation")
        if (
            counts
            and same_paragraph
            and not (draft.kind == "political_prisoners" and same_paragraph[-1].source_class == "official")
        ):
            draft.voice = same_paragraph[-1]
        elif counts and len(classes) == 1 and not (draft.kind == "political_prisoners" and "official" in classes):
            draft.voice = said[0]
        elif self.voice_before(draft) and draft.status != "planned":
            draft.voice = self.voice_before(draft)
        elif draft.status == "planned" and draft.value is not None:
            draft.voice = _UNKNOWN
        elif self.outlet_class != "media":
            draft.voice = Voice(0, 0, self.outlet_class, self.outlet_name)
        elif draft.stock:
            draft.voice = _UNKNOWN
        else:
            draft.voice = _MEDIA

    def voice_before(self, draft):
        """The voice of the sentence just before in the paragraph, if that one states no count of its own.

        «The press service reported a new decree. On the list are 31 people.»
        """
        n, sentences = draft.sentence - 1, self.document.sentences
        if (
            n < 0
            or sentences[n].paragraph != sentences[draft.sentence].paragraph
            or any(other.sentence == n and other.value is not None for other in self.drafts)
        ):
            return None
        if not any(hit.section in ("kind", "decree") for hit in self.text.hits[n]):
            return None
        primary = [voice for voice in self.voices[n] if voice.source_class in ("official", "human_rights", "igo")]
        return primary[-1] if primary and not draft.stock else None

    def same_section(self, n, other):
        """Whether no dateline parts two sentences."""
        sentences = self.document.sentences
        low, high = sorted((sentences[n].start, sentences[other].start))
        return not any(low < line.start <= high for line in self.document.datelines)

    # Rows.

    def reject(self, n, first, last, rule, reason):
        """Note a number or statement that was looked at and refused."""
        start, end = self.text.starts[first], self.text.ends[last - 1]
        self.rejected.append(
            Rejected(
                self.document.document,
                start,
                end,
                self.document.text[start:end],
                self.document.sentences[n].text,
                rule,
                reason,
            )
        )

    def finish_rejected(self):
        """The refused numbers, with those of the parts that are not read."""
        for block in self.document.blocks:
            if block.zone in ("sidebar", "furniture"):
                line = self.document.text[block.start : block.end]
                for match in _DIGITS.finditer(line):
                    start = block.start + match.start()
                    reason = "It stands in a sidebar or page furniture, which is not part of the report."
                    self.rejected.append(
                        Rejected(
                            self.document.document,
                            start,
                            start + len(match.group()),
                            match.group(),
                            line,
                            f"zone.{block.zone}",
                            reason,
                        )
                    )
        return sorted(self.rejected, key=lambda row: (row.start, row.end, row.rule))

    def finish(self):
        """The drafts as claims, in order of where they stand."""
        claims = [self.make_claim(draft) for draft in self.drafts]
        return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind))

    def make_claim(self, draft):
        """The row of a draft."""
        text, sentence = self.document.text, self.document.sentences[draft.sentence]
        start, end = self.text.starts[draft.first], self.text.ends[draft.last - 1]
        edtf = draft.period or draft.date
        earliest, latest = read_bounds(edtf) if edtf else (None, None)
        label, label_class = self.find_label(draft)
        others = [self.document.sentences[n] for n in sorted(set(draft.repeats)) if n != draft.sentence]
        return Claim(
            claim_id=make_claim_id(self.document.document, start, end, draft.kind),
            document=self.document.document,
            start=start,
            end=end,
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            quote=sentence.text,
            prefix=text[max(0, sentence.start - CONTEXT) : sentence.start],
            suffix=text[sentence.end : sentence.end + CONTEXT],
            appearances=[{"start": other.start, "end": other.end, "quote": other.text} for other in others],
            kind=draft.kind,
            measure=_measure(draft),
            low=draft.low,
            high=draft.high,
            relation=draft.relation if draft.value is not None else None,
            breakdown=dict(sorted(draft.breakdown.items())),
            part_of=None,
            date=None if draft.period else draft.date,
            earliest=earliest and earliest.isoformat(),
            latest=latest and latest.isoformat(),
            date_basis=draft.date_basis,
            date_reason=draft.date_reason or "The document gives no date for it.",
            period=draft.period,
            status=draft.status,
            source_class=draft.voice.source_class,
            source_name=draft.voice.name or (self.document.outlet if draft.voice.source_class == "media" else ""),
            label=label,
            label_source_class=label_class,
            rule=draft.rule,
        )

    def find_label(self, draft):
        """The words for the people counted, nearest to the count or from where it is repeated, and whose they are."""
        for n in (draft.sentence, *draft.repeats):
            rows = [hit for hit in self.text.hits[n] if hit.section == "labels"]
            if n == draft.sentence:
                at = draft.span
                rows = [
                    hit
                    for hit in rows
                    if measure_distance(self.words, at, (hit.first, hit.last))
                    <= (14 if hit.first >= draft.first else (5 if hit.entry == "political_prisoners" else -1))
                ]
                rows.sort(
                    key=lambda hit: (measure_distance(self.words, at, (hit.first, hit.last)), hit.first - hit.last)
                )
            if rows:
                start = self.text.starts[rows[0].first]
                found = next(label for label in self.labels if label.start <= start < label.end)
                return found.label, found.source_class
        return "", ""


def _is_of_cascade(draft):
    """Whether a count belongs to carrying out an amnesty: considered, refused, cut, released under it."""
    return draft.kind in ("amnesty", "commutation") or draft.rule.endswith((".considered", ".refused"))


def _may_share_date(one, two):
    """Counts of one process (considered, freed, refused) share a date; two acts of one kind do not."""
    return one.kind != two.kind or one.kind == "other"


def _measure(draft):
    if draft.stock:
        return "stock"
    if draft.value is None:
        return "event"
    return "cumulative" if draft.period or draft.total else "flow"


def make_claim_id(document, start, end, kind):
    """A name made from document, span and kind: the same on every machine and in every order of reading."""
    digest = hashlib.sha256(f"{document}\0{start}\0{end}\0{kind}".encode()).hexdigest()
    return f"{kind.replace('_', '-')}-{digest[:10]}"
