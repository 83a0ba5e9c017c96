"""`tf.contrib.learn.preprocessing`: vocabularies, bytes, and what 1.15 pickled."""

import pickle

import numpy as np
import pytest

import tfcompat.v1 as tf
from tfcompat.tf1.contrib.learn.preprocessing import text

preprocessing = tf.contrib.learn.preprocessing


def test_categories_by_column():
    rows = [["a", 1], ["b", float("nan")], ["a", 2]]
    assert [row.tolist() for row in preprocessing.CategoricalProcessor().fit_transform(rows)] == [
        [1, 1],
        [2, 0],
        [1, 2],
    ]


def test_trimming_numbers_anew_by_frequency():
    words = preprocessing.CategoricalVocabulary()
    for word, count in (("rare", 1), ("often", 5), ("ever", 9)):
        words.add(word, count)
    words.trim(1, 9)
    assert [words.get(word) for word in ("often", "ever")] == [1, 2]  # "ever" was dropped, and is met anew
    words.freeze()
    assert words.get("rare") == 0 and len(words) == 3


def test_a_vocabulary_without_reverse_says_so():
    with pytest.raises(ValueError, match="wasn't initialized with support_reverse"):
        preprocessing.CategoricalVocabulary(support_reverse=False).reverse(0)


def test_bytes_go_back_to_text():
    processor = preprocessing.ByteProcessor(8)
    assert list(processor.reverse(processor.transform(["abc", "фыва"]))) == ["abc", "фыва"]


def test_a_processor_is_saved_and_restored(tmp_path):
    file = str(tmp_path / "vocab")
    processor = preprocessing.VocabularyProcessor(3).fit(["one two"])
    processor.save(file)
    restored = preprocessing.VocabularyProcessor.restore(file)
    assert [row.tolist() for row in restored.transform(["two three one"])] == [[2, 0, 1]]


def test_a_processor_that_1_15_pickled_is_restored(tmp_path):
    file = tmp_path / "vocab"
    processor = preprocessing.VocabularyProcessor(3).fit(["one two"])
    ours = "tfcompat.tf1.contrib.learn.preprocessing"
    # Protocol 0 writes the modules' names as text: these are the ones that 1.15 wrote.
    data = pickle.dumps(processor, 0).replace(ours.encode(), b"tensorflow.contrib.learn.python.learn.preprocessing")
    assert b"tensorflow.contrib.learn.python.learn.preprocessing.text" in data
    file.write_bytes(data)
    restored = preprocessing.VocabularyProcessor.restore(str(file))
    assert type(restored) is text.VocabularyProcessor
    np.testing.assert_array_equal(list(restored.transform(["two"])), [[2, 0, 0]])
