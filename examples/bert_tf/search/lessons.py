"""What a tiny BERT learns from `sentences.txt`: words and following sentences, subjects, and answers to questions.

The file has four subjects, each below a line that begins with #, and a paragraph for each thing of which it tells.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("sentences.txt")
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
# A sentence of a paragraph, the question that it answers, and the thing of which both tell: the first {}.
QUESTIONS = (
    (r"The ([a-z]+) lives (.+)\.", "Where does the {} live?"),
    (r"It eats (.+)\.", "What does the {} eat?"),
    (r"The ([a-z]+) is (.+)\.", "What colour is the {}?"),
    (r"The ([a-z]+) works (.+)\.", "Where does the {} work?"),
    (r"Every day the ([a-z]+) makes (.+)\.", "What does the {} make?"),
    (r"For this the ([a-z]+) needs (.+)\.", "What does the {} need?"),
    (r"The ([a-z]+) grows (.+)\.", "Where does the {} grow?"),
    (r"People make (.+) of the [a-z]+\.", "What do people make of the {}?"),
    (r"(.+) is the capital of [A-Z][a-z]+\.", "Which city is the capital of {}?"),
    (r"The people of ([A-Z][a-z]+) speak (.+)\.", "What do the people of {} speak?"),
    (r"[A-Z][a-z]+ sells (.+)\.", "What does {} sell?"),
)
HELD_BACK = 5  # of so many paragraphs, one's questions are not learned


class Paragraph(NamedTuple):
    """`thing`: of what it tells, such as "panda"."""

    subject: str
    thing: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


class Question(NamedTuple):
    """`answer` stands in the paragraph's text from `start` on; without one it does not answer."""

    text: str
    paragraph: Paragraph
    answer: str = ""
    start: int = 0


def paragraphs(path: Path = FILE) -> list[Paragraph]:
    found, subject = [], ""
    for each in path.read_text(encoding="utf-8").split("\n\n"):
        if each.startswith("# "):
            subject = each[2:].strip()
            continue
        sentences = tuple(re.findall(r"[^.?]+[.?]", each.replace("\n", " ")))
        sentences = tuple(sentence.strip() for sentence in sentences)
        thing = re.search(r"^The ([a-z]+) |capital of ([A-Z][a-z]+)", sentences[0])
        found.append(Paragraph(subject, next(filter(None, thing.groups())), sentences))
    return found


def vocabulary(known: list[Paragraph]) -> dict[str, int]:
    """Every word of the text and of the questions, and letters for all others."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    texts = [each.text for each in known] + [question for _, question in QUESTIONS]
    words = sorted({word for text in texts for word in re.findall(r"[a-z]+", text.lower())} - set(letters))
    tokens = [*SPECIAL, ".", "?", ",", *letters, *(f"##{letter}" for letter in letters), *words]
    return {token: number for number, token in enumerate(tokens)}


def pairs(known: list[Paragraph]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Sentences and those that follow them: to learn from, and to be asked about."""
    found = [pair for each in known for pair in zip(each.sentences, each.sentences[1:], strict=False)]
    asked = found[::9]
    return [each for each in found if each not in asked], asked


def questions(known: list[Paragraph]) -> tuple[list[Question], list[Question]]:
    """With their answers, to learn from and to be asked about, of different paragraphs."""
    learned, asked = [], []
    for number, paragraph in enumerate(known):
        found = []
        for pattern, question in QUESTIONS:
            for sentence in paragraph.sentences:
                match = re.fullmatch(pattern, sentence)
                if match and "?" not in sentence:
                    answer = match.groups()[-1]
                    start = paragraph.text.index(sentence) + match.start(match.lastindex)
                    found.append(Question(question.format(paragraph.thing), paragraph, answer, start))
        (asked if number % HELD_BACK == 2 else learned).extend(found)
    return learned, asked


def passages(known: list[Paragraph], own: Paragraph | None = None) -> list[str]:
    """A paragraph on each subject, of those whose questions are not learned; `own` on its subject, if it is given."""
    found = {each.subject: each for number, each in reversed(list(enumerate(known))) if number % HELD_BACK == 2}
    return [each.text for each in (found | ({own.subject: own} if own else {})).values()]


def varied(given: Question, known: list[Paragraph], draw: random.Random) -> Question:
    """The question of another thing by name, lest names be learned by heart; one time in five it has no answer.

    Then its paragraph is one on another subject.
    """
    if draw.random() < 0.2:
        others = [each for each in known if each.subject != given.paragraph.subject]
        return given._replace(paragraph=draw.choice(others), answer="", start=0)
    old, new = given.paragraph.thing, draw.choice([e.thing for e in known if e.subject == given.paragraph.subject])
    if new in given.paragraph.text:
        return given
    swap = re.compile(rf"\b{old}\b")
    sentences = tuple(swap.sub(new, each) for each in given.paragraph.sentences)
    start = len(swap.sub(new, given.paragraph.text[: given.start]))
    return Question(swap.sub(new, given.text), given.paragraph._replace(sentences=sentences), given.answer, start)
