"""Texts that part tokenizers: every script, marks in any order, special tokens, long words, odd blanks."""

import random

WORDS = (
    "[PAD] [UNK] [CLS] [SEP] [MASK] want ##want ##ed wa un runn ##ing , low lowest the quick brown fox jump ##s over "
    "lazy dog a ##a b ##b c ##c n ##n ##a ##ive naive ! ? . ' don t u s i e ##e o ##o \u535a \u63a8 "
    "\u30c6 ##\u30b9 ##\u30c8 \u00fc ##\u00ef ##\u00e9 ( ) - 1 ##2 3 19 ##99 ##. allen ##nl ##p sentence mask cls "
    "\u03c3 ##\u03c2 ##\u03c3"
).split()
VOCAB = {token: index for index, token in enumerate(dict.fromkeys(WORDS))}
SWITCHES = (
    {"do_lower_case": True},
    {"do_lower_case": False},
    {"do_lower_case": True, "strip_accents": False},
    {"do_lower_case": False, "strip_accents": True, "tokenize_chinese_chars": False},
)
ODD = (
    "[MASK] [CLS] [SEP] [PAD] [UNK] [mask] don't U.S.A. na\u00efve \u00dcn\u00efc\u00f6d\u00e9 \u535a\u63a8 "
    "\u30c6\u30b9\u30c8 \ud55c\uad6d\uc5b4 \u03a3\u03c2 \u2026 \u2014 \u0130 \u01c5 \u00df \ufb01 \u00ad \u200e "
    "\u302e\u0323\u0307 \U0001d165\U0001d16d \u0f71\u0f74 \u1100 \uac01\u0345\U0001d165"
).split(" ")
BLANKS = (" ", "\t", "\n", "\u3000", "\u00a0", "  ", "")


def _point(rng: random.Random) -> str:
    while True:
        point = rng.randint(0, rng.choice((0x24F, 0x3000, 0xFFFF, 0x10FFFF)))
        if not 0xD800 <= point < 0xE000:
            return chr(point)


def text(rng: random.Random, words: list[str]) -> str:
    """One text of up to 14 parts."""
    parts = []
    for _ in range(rng.randint(0, 14)):
        kind = rng.random()
        if kind < 0.4:
            parts.append(rng.choice(words).replace("##", ""))
        elif kind < 0.6:
            parts.append("".join(_point(rng) for _ in range(rng.randint(1, 6))))
        elif kind < 0.7:
            parts.append("".join(chr(rng.choice((rng.randint(97, 122), rng.randint(0x300, 0x36F)))) for _ in range(5)))
        elif kind < 0.72:
            parts.append("a" * rng.randint(95, 105))
        else:
            parts.append(rng.choice(ODD))
        parts.append(rng.choice(BLANKS))
    return "".join(parts)


def everything(tokenizer, *texts, **options):
    """What a call gives with all it can return, or that it is refused."""
    try:
        found = tokenizer(*texts, return_offsets_mapping=True, return_special_tokens_mask=True, **options)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return "refused"
    values = {name: [list(x) if isinstance(x, tuple) else x for x in value] for name, value in found.items()}
    rows = len(found["input_ids"]) if options.get("return_overflowing_tokens") else 1
    return (
        repr((values, [found.word_ids(i) for i in range(rows)], [found.sequence_ids(i) for i in range(rows)]))
        .replace("(", "[")
        .replace(")", "]")
    )


def any_options(rng, pair):
    if rng.random() < 0.5:
        return {}
    strategies = [True, "only_first", "longest_first", *(["only_second"] if pair else [])]
    chosen = {
        "truncation": rng.choice(strategies),
        "max_length": rng.randint(3, 20),
        "stride": rng.choice([0, 0, 1, 2]),
    }
    chosen["return_overflowing_tokens"] = rng.random() < 0.5
    if rng.random() < 0.5:
        chosen["padding"] = "max_length"
    return chosen
