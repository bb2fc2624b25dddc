"""What a number written in digits or in words comes to: «1,328», «4 тыс. 212», «a hundred and ten»."""

_MOST_DIGITS = 15  # with the signs between them; no count of persons is longer
_THOUSAND = 1000  # the least word for a number that may stand behind its relation


def read_value(words, i, last, language):
    """The value that begins at word i and where it ends, or (None, i)."""
    word, rules = words[i], language.rules["numbers"]
    if word[0].isdecimal():
        value, end = _digits(word), i + 1
    else:
        value, end = read_words(words, i, last, language)
    if value is None:
        return None, i
    halved = skip_half(words, end, last)
    if halved > end:
        value, end = value + 0.5, halved  # «six and a half thousand»; without a thousand it is a fraction
    if end < last and words[end] in language.scales and language.scales[words[end]] > 1:
        single = len(words[end]) == 1
        if not single or words[i][0].isdecimal():
            value, end = round(value * language.scales[words[end]]), end + 1
            if end + 1 < last and words[end] == ".":  # «6 тыс. осужденных»; at the end it closes the sentence
                end += 1
            if end < last and words[end].isdecimal() and len(words[end]) <= 3 and rules["goes_on_after_scale"]:
                value, end = value + int(words[end]), end + 1  # «4 тыс. 212»
    return value, end


def skip_half(words, i, last):
    """Where «and a half» ends, if it begins at word i, or else i."""
    for half in words.language.halves:
        if i < last and words[i] == half[0] and words[i : min(i + len(half), last)] == half:
            return i + len(half)
    return i


def read_words(words, i, last, language):
    """A number in words: «twenty-five», «a hundred and ten», «две тысячи сто двадцать»."""
    scaled, total, end, start = 0, 0, i, i
    rules = language.rules["numbers"]
    if (
        words[i] in rules["scales_need_one"]
        and not (i + 1 < last and words[i + 1] in (language.hundreds | language.scales))
        and words[i] not in language.number_words
    ):
        return None, i
    while end < last:
        word = words[end]
        parts = [language.number_words.get(part) for part in word.split("-")]
        if word in language.hundreds and word not in rules["words"]:
            total = (total or 1) * 100 if total < 100 else total + 100  # «twelve hundred»
        elif len(parts) > 1 and parts[0] and (parts[0] < 20 or parts[0] % 10):
            break  # «one-two» is no number
        elif all(parts) and (total == 0 or sum(parts) < _lowest_place(total)):
            total += sum(parts)
        elif word in language.scales and (total or end > start) and language.scales[word] > 1:
            scaled, total = scaled + round((total or 1) * language.scales[word]), 0
        elif not (
            word in rules["joins"] and total >= 100 and end + 1 < last and _is_number_word(words[end + 1], language)
        ) and not (end == start and word in rules["scales_need_one"]):
            break
        end += 1
    total += scaled
    if i and words[i - 1] in rules["halves"]:
        total //= 2  # «half a dozen»
    if i and words[i] in language.hundreds and words[i - 1] in rules["vague"]:
        return None, i  # «several hundred»
    return (total, end) if total else (None, i)


def read_bounds(word, language):
    """The two numbers of «сорок-пятьдесят» or «пять-шесть», or None; «twenty-five» is one."""
    bounds = [language.number_words.get(part) for part in word.split("-")]
    if len(bounds) != 2 or not all(bounds) or bounds[0] >= bounds[1] or bounds[1] > 10 * bounds[0]:
        return None
    return bounds


def scale_later(value, end, words, hits):
    """A value and its end with a thousand that follows its relation: «14 с лишним тысяч» are more than 14,000."""
    scales = words.language.scales
    for hit in hits.of("relation_after") if value < _THOUSAND else ():
        if hit.first == end and hit.last < len(words) and scales.get(words[hit.last], 1) >= _THOUSAND:
            return round(value * scales[words[hit.last]]), end
    return value, end


def _digits(word):
    """1,328 and 1 328 and 1, 300 are grouped; 2.2 has a decimal; 3.07.2024 is no number."""
    if len(word) > _MOST_DIGITS:
        return None
    if word.isdecimal():
        return int(word)
    groups = word.replace(", ", ",").replace(" ", ",").replace(".", ",").split(",")
    if all(len(group) == 3 for group in groups[1:]):
        return int("".join(groups))
    return float(".".join(groups)) if len(groups) == 2 else None


def _is_number_word(word, language):
    return all(part in language.number_words for part in word.split("-"))


def _lowest_place(total):
    for place in (1000, 100, 10):
        if total % place == 0:
            return place
    return 0
