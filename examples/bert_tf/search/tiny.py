"""A BERT that is small enough to be trained here, in a minute or two, and big enough to do what BERT is used for.

    python examples/bert_tf/search/tiny.py [FOLDER] [--json]

It learns from `sentences.txt`, beside this file: which word stands where one is masked, and which sentence follows
another; then from these weights which subject a sentence belongs to, and where in a paragraph the answer to a
question stands. Then it is asked what it was not told. Three checkpoints are kept in FOLDER, if one is given:

    bert-tf fill-mask "The panda lives in the [MASK]." --model FOLDER/words
    bert-tf next-sentence "The cow is brown." "What do cows eat?" "Italy sells pasta." --model FOLDER/words
    bert-tf answer "What does the cow eat?" FOLDER/passages.txt --model FOLDER/answers
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
import warnings
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import bert_tf  # noqa: I001 - before TensorFlow
import keras
import numpy as np
import tensorflow as tf

sys.path.insert(0, str(Path(__file__).parent))

import lessons

from bert_tf.tasks.answer import answer
from bert_tf.tasks.fill_mask import fill_mask
from bert_tf.tasks.next_sentence import next_sentence

SIZES = {"hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 128}
OTHERS = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0, "initializer_range": 0.05}
LENGTH = 96  # tokens of a question and a paragraph
MASKED = (
    "The panda lives in the [MASK].", "What do [MASK] eat other than bamboo?", "Paris is the capital of [MASK].",
    "Every day the baker makes [MASK].", "When it is ripe, the lemon is [MASK].",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    warnings.filterwarnings("ignore", message=".*(they were drawn|which this model does not)")
    keras.utils.set_random_seed(0)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        known = lessons.paragraphs()
        tokenizer = bert_tf.BertTokenizer(lessons.vocabulary(known))
        models = {"words": words(known, tokenizer)}
        save(models["words"], tokenizer, folder / "words")
        models["subjects"] = subjects(known, tokenizer, folder / "words")
        models["answers"] = answers(known, tokenizer, folder / "words")
        for name in ("subjects", "answers"):
            save(models[name], tokenizer, folder / name)
        (folder / "passages.txt").write_text("\n\n".join(lessons.passages(known)), encoding="utf-8")
    seconds = time.perf_counter() - start
    found = {"seconds": round(seconds, 1), **asked(known, tokenizer, models)}
    if chosen.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        tell(found)


def words(known, tokenizer):
    """A BERT that has learned masked words and following sentences."""
    config = bert_tf.BertConfig(vocab_size=len(tokenizer), max_position_embeddings=LENGTH, **SIZES, **OTHERS)
    model = bert_tf.BertForPreTraining(config)
    following, _ = lessons.pairs(known)
    every = [sentence for each in known for sentence in each.sentences]
    draw = random.Random(0)
    texts = []
    for _ in range(30):
        texts += [pair if draw.random() < 0.5 else (pair[0], draw.choice(every)) for pair in following]
        texts += [(sentence, "") for sentence in every] * 2
    follows = dict.fromkeys(following, 0) | {(sentence, ""): -100 for sentence in every}  # -100: nothing was asked
    given, place = encoded(tokenizer, texts, 40), np.random.default_rng(0)
    ids = given["input_ids"]
    special = np.isin(ids, [tokenizer.pad_token_id, tokenizer.cls_token_id, tokenizer.sep_token_id])
    masked = (place.random(ids.shape) < 0.15) & ~special
    alone = np.flatnonzero([(not each[1]) and place.random() < 0.6 for each in texts])
    masked[alone, given["attention_mask"][alone].sum(1) - 3] = True  # the last word, which says most
    given["labels"] = np.where(masked, ids, -100)
    given["next_sentence_label"] = np.array([follows.get(each, 1) for each in texts], np.int32)
    given["input_ids"] = np.where(masked, tokenizer.mask_token_id, ids)
    return fitted(model, given, 2e-3, 1, 16)


def subjects(known, tokenizer, folder):
    """A classifier of sentences."""
    names = list(dict.fromkeys(each.subject for each in known))
    model = bert_tf.BertForSequenceClassification.from_pretrained(
        folder, num_labels=len(names), id2label=dict(enumerate(names)), left_over=["cls.*"]
    )
    learned, _ = sentences(known)
    given = encoded(tokenizer, [text for text, _ in learned], 24)
    given["labels"] = np.array([names.index(subject) for _, subject in learned], np.int32)
    return fitted(model, given, 1e-3, 25)


def sentences(known):
    """Sentences and their subjects, to learn from and to be asked about."""
    found = sorted({(sentence, each.subject) for each in known for sentence in each.sentences})
    return [each for number, each in enumerate(found) if number % 5], found[::5]


def answers(known, tokenizer, folder):
    """A reader that answers questions by words of a paragraph, or finds that it does not answer."""
    model = bert_tf.BertForQuestionAnswering.from_pretrained(folder, left_over=["cls.*"])
    learned, _ = lessons.questions(known)
    draw = random.Random(0)
    drawn = [lessons.varied(each, known, draw) for _ in range(90) for each in learned]
    given = encoded(tokenizer, [(each.text, each.paragraph.text) for each in drawn], LENGTH)
    ends = np.array([span(each, tokenizer) for each in drawn], np.int32)
    given["start_positions"], given["end_positions"] = ends.T
    return fitted(model, given, 2e-3, 1, 32)


def span(question, tokenizer) -> tuple[int, int]:
    """The answer's first and last token; the first token of all where there is none."""
    if not question.answer:
        return 0, 0
    before = len(tokenizer.tokenize(question.text)) + len(tokenizer.tokenize(question.paragraph.text[: question.start]))
    first = before + 2  # [CLS] and [SEP]
    return first, first + len(tokenizer.tokenize(question.answer)) - 1


def encoded(tokenizer, texts, length):
    """Arrays [N,T], int32, of texts and of pairs of them, in which "" stands for no second one."""
    pairs = [(each, "") if isinstance(each, str) else each for each in texts]
    rows = [None] * len(pairs)
    for places in ([n for n, each in enumerate(pairs) if not each[1]], [n for n, each in enumerate(pairs) if each[1]]):
        if places:
            first, second = (list(each) for each in zip(*(pairs[place] for place in places), strict=True))
            given = tokenizer(first, second if second[0] else None, truncation=True, max_length=length)
            for place, *row in zip(places, given["input_ids"], given["token_type_ids"], strict=True):
                rows[place] = row
    found = np.zeros((3, len(rows), max(len(ids) for ids, _ in rows)), np.int32)
    for place, (ids, kinds) in enumerate(rows):
        found[:, place, : len(ids)] = ids, [1] * len(ids), kinds
    return dict(zip(("input_ids", "attention_mask", "token_type_ids"), found, strict=True))


def fitted(model, given, rate, epochs, batch=64):
    """The model after so many epochs."""
    count = len(given["input_ids"]) // batch * epochs
    schedule = keras.optimizers.schedules.PolynomialDecay(rate, count, 0.0)
    model.compile(optimizer=keras.optimizers.AdamW(schedule, weight_decay=0.01, clipnorm=1.0), jit_compile=False)
    data = tf.data.Dataset.from_tensor_slices(given).shuffle(20_000, seed=0).batch(batch, drop_remainder=True)
    model.fit(data, epochs=epochs, verbose=0)
    return model


def save(model, tokenizer, folder):
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def asked(known, tokenizer, models):
    """What the models say of what they were not told."""
    masks = [{"text": text, "guesses": [(guess.token, round(guess.probability, 3)) for guess in each.guesses[:3]]}
             for text in MASKED for each in fill_mask(models["words"], tokenizer, text)]  # fmt: skip
    facts = [each.sentences[0] for each in known]
    recalled = 0
    for each in facts:
        word = each.rstrip(".").rpartition(" ")[2]
        (filled,) = fill_mask(models["words"], tokenizer, each.replace(f"{word}.", "[MASK]."))
        recalled += word.lower() in [guess.token for guess in filled.guesses]
    _, following = lessons.pairs(known)
    others = [following[(number + 7) % len(following)][1] for number in range(len(following))]
    follows = [
        (first, second, other, *(next_sentence(models["words"], tokenizer, first, each) for each in (second, other)))
        for (first, second), other in zip(following, others, strict=True)
    ]
    _, texts = sentences(known)
    logits = models["subjects"](encoded(tokenizer, [text for text, _ in texts], 24)).logits
    labels = [models["subjects"].config.id2label[each] for each in np.argmax(logits, -1)]
    _, questions = lessons.questions(known)
    said = [(each, answer(models["answers"], tokenizer, each.text, lessons.passages(known, each.paragraph)))
            for each in questions]  # fmt: skip
    return {
        "masks": masks,
        "recalled": {"right": recalled, "of": len(facts)},
        "following": {"right": sum(true > 0.5 > false for *_, true, false in follows), "of": len(follows),
                      "shown": [dict(zip(("text", "next", "other", "p_next", "p_other"), each, strict=True))
                                for each in follows[:2]]},
        "subjects": {"right": sum(one == other for one, (_, other) in zip(labels, texts, strict=True)),
                     "of": len(texts), "shown": [{"text": text, "subject": label}
                                                 for (text, _), label in zip(texts[::40], labels[::40], strict=True)]},
        "answers": {"right": sum(bool(found) and found[0].text == each.answer and
                                 found[0].passage == each.paragraph.text for each, found in said), "of": len(said),
                    "shown": [{"question": each.text, "answer": found[0].text if found else None,
                               "snippet": found[0].marked if found else None} for each, found in said[::8]]},
    }  # fmt: skip


def tell(found) -> None:
    print(f"trained in {found['seconds']:.0f} seconds\n\nWords that are masked:")
    for each in found["masks"]:
        print(f"  {each['text']}  " + ", ".join(f"{token} {p:.0%}" for token, p in each["guesses"]))
    print(f"  {found['recalled']['right']} of {found['recalled']['of']} last words are among the first five guesses")
    print(f"\nWhich sentence follows: {found['following']['right']} of {found['following']['of']} new pairs right")
    for each in found["following"]["shown"]:
        print(f"  {each['text']}\n  {each['p_next']:6.1%} {each['next']}\n  {each['p_other']:6.1%} {each['other']}")
    print(f"\nSubjects: {found['subjects']['right']} of {found['subjects']['of']} new sentences right")
    for each in found["subjects"]["shown"]:
        print(f"  {each['subject']:10} {each['text']}")
    right, count = found["answers"]["right"], found["answers"]["of"]
    print(f"\nAnswers in four paragraphs: {right} of {count} questions about new paragraphs right")
    for each in found["answers"]["shown"]:
        print(f"  {each['question']}  {each['snippet'] or 'no answer'}")


if __name__ == "__main__":
    main()
