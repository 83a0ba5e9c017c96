"""Texts that part tokenizers: every script, marks in any order, special tokens, long words, odd blanks."""

import random

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
