"""Writes `bert_tf/tokenizer/unicode_tables.json`: what BERT does with each character, asked from `tokenizers`.

Run with the newest Python at hand (its `unicodedata` gives the combining classes) and the `tokenizers` library:

    python tests/golden/record_unicode_tables.py

Sets of characters are lists of [first, last]; `lower` and `decomposition` are mappings from a character to its text.
Hangul syllables are decomposed by rule and left out.
"""

import json
import unicodedata
from pathlib import Path

from tokenizers.normalizers import NFD, BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

TARGET = Path(__file__).parents[2] / "bert_tf" / "tokenizer" / "unicode_tables.json"
HANGUL = range(0xAC00, 0xD7A4)
LAST_MARK = "\u0345"  # of the highest combining class: every other mark that `tokenizers` knows goes before it


def ranges(points):
    """[first, last] of each run of consecutive code points."""
    runs = []
    for point in points:
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return runs


def only(**chosen):
    """The BERT normalizer with one step switched on."""
    steps = {"clean_text": False, "handle_chinese_chars": False, "strip_accents": False, "lowercase": False}
    return BertNormalizer(**{**steps, **chosen}).normalize_str


def main():
    clean, chinese, accents = only(clean_text=True), only(handle_chinese_chars=True), only(strip_accents=True)
    lower, split, decompose = only(lowercase=True), BertPreTokenizer().pre_tokenize_str, NFD().normalize_str
    sets = {name: [] for name in ("removed", "space", "chinese", "punctuation", "nonspacing")}
    table = {"lower": {}, "decomposition": {}, "combining": {}}
    for point in range(0x110000):
        if 0xD800 <= point < 0xE000:
            continue
        char = chr(point)
        cleaned = clean(char)
        if cleaned == "":
            sets["removed"].append(point)
        elif cleaned == " ":
            sets["space"].append(point)
        if chinese(char) != char:
            sets["chinese"].append(point)
        if accents(char) == "":
            sets["nonspacing"].append(point)
        if len(split(f"a{char}b")) == 3:
            sets["punctuation"].append(point)
        if lower(char) != char:
            table["lower"][char] = lower(char)
        if decompose(char) != char and point not in HANGUL:
            table["decomposition"][char] = decompose(char)
        if char == LAST_MARK or (unicodedata.combining(char) and decompose(LAST_MARK + char) != LAST_MARK + char):
            table["combining"].setdefault(str(unicodedata.combining(char)), []).append(point)
    table.update({name: ranges(points) for name, points in sets.items()})
    table["combining"] = {order: ranges(points) for order, points in table["combining"].items()}
    TARGET.write_text(json.dumps(table, ensure_ascii=True, sort_keys=True, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
