"""Feature columns: what they are called, how they are parsed, and what they refuse."""

import pytest

import tfcompat.v1 as tf

layers = tf.contrib.layers
WORD = layers.sparse_column_with_hash_bucket("word", 7)
AGE = layers.real_valued_column("age")
BUCKETS = layers.bucketized_column(AGE, [18, 65])


@pytest.mark.parametrize(
    ("column", "name"),
    [
        (WORD, "word"),
        (layers.weighted_sparse_column(WORD, "weight"), "word_weighted_by_weight"),
        (layers.one_hot_column(WORD), "word_one_hot"),
        (layers.embedding_column(WORD, 3), "word_embedding"),
        (layers.scattered_embedding_column("word", 20, 4, hash_key=1), "word_scattered_embedding"),
        (BUCKETS, "age_bucketized"),
        (layers.crossed_column([WORD, BUCKETS], 10), "age_bucketized_X_word"),
    ],
)
def test_name(column, name):
    assert column.name == name


def test_equal_columns_are_one_key():
    assert {WORD: 1}[layers.sparse_column_with_hash_bucket("word", 7)] == 1
    assert layers.sparse_column_with_hash_bucket("word", 8) != WORD


def test_key_begins_with_the_class_and_leaves_functions_out():
    assert WORD.key.startswith("_SparseColumnHashed(column_name='word', ")
    assert "normalizer" not in layers.real_valued_column("age", normalizer=abs).key


def test_boundaries_that_repeat_are_one():
    assert layers.bucketized_column(AGE, [1, 2, 2, 3]).boundaries == (1, 2, 3)


def test_feature_spec_has_each_base_feature_once():
    spec = layers.create_feature_spec_for_parsing([layers.crossed_column([WORD, BUCKETS], 10), AGE])
    assert spec == {"word": tf.VarLenFeature(tf.string), "age": tf.FixedLenFeature([1], tf.float32)}


@pytest.mark.parametrize(
    ("make", "error", "text"),
    [
        (lambda: layers.sparse_column_with_hash_bucket("w", 0), ValueError, "bucket_size must be at least 1"),
        (lambda: layers.sparse_column_with_hash_bucket("w", 9, dtype=tf.float32), ValueError, "string or integer"),
        (lambda: layers.sparse_column_with_hash_bucket("w", 9, hash_keys=[[1]]), ValueError, "pair of integers"),
        (lambda: layers.sparse_column_with_vocabulary_file("w", "f"), ValueError, "vocab_size should be defined"),
        (lambda: layers.real_valued_column("x", dimension=None), TypeError, "_real_valued_var_len_column"),
        (lambda: layers.real_valued_column("x", dimension=0), ValueError, "greater than 0"),
        (lambda: layers.real_valued_column("x", 2, default_value=[1.0]), ValueError, "equal to dimension"),
        (lambda: layers.real_valued_column("x", default_value="one"), TypeError, "compatible with dtype"),
        (lambda: layers.bucketized_column(WORD, [1]), TypeError, "instance of _RealValuedColumn"),
        (lambda: layers.bucketized_column(AGE, [3, 1]), ValueError, "sorted"),
        (lambda: layers.bucketized_column(AGE, []), ValueError, "non-empty"),
        (lambda: layers.crossed_column([WORD], 10), ValueError, "at least 2 elements"),
        (lambda: layers.crossed_column([WORD, AGE], 10), TypeError, "_RealValuedColumn"),
        (lambda: layers.embedding_column(WORD, 3, initializer=0.5), ValueError, "must be callable"),
        (lambda: layers.embedding_column(WORD, 3, ckpt_to_load_from="f"), ValueError, "Must specify both"),
        (lambda: layers.shared_embedding_columns([WORD, AGE], 3), TypeError, "must be _SparseColumn"),
        (lambda: layers.scattered_embedding_column("w", 0, 4, None), ValueError, "greater than 0"),
        (lambda: layers.multi_class_target(1), ValueError, "n_classes must be > 1"),
    ],
)
def test_what_a_column_refuses(make, error, text):
    with pytest.raises(error, match=text):
        make()


def test_a_sparse_column_alone_is_no_input_of_a_network():
    with tf.Graph().as_default(), pytest.raises(ValueError, match="use embedding_column or one_hot_column"):
        layers.input_from_feature_columns({"word": tf.constant([["ape"]])}, [WORD])


def test_two_columns_of_one_key_are_refused():
    twice = [AGE, layers.real_valued_column("age", normalizer=abs)]
    with pytest.raises(ValueError, match="Duplicate feature column key found for column: age"):
        layers.check_feature_columns(twice)


def test_embeddings_are_no_linear_column():
    with tf.Graph().as_default(), pytest.raises(ValueError, match="not supported in linear models"):
        layers.weighted_sum_from_feature_columns(
            {"word": tf.constant([["ape"]])}, [layers.embedding_column(WORD, 3)], 1
        )


def test_sequences_refuse_buckets():
    with tf.Graph().as_default(), pytest.raises(ValueError, match="not currently supported for sequence"):
        layers.sequence_input_from_feature_columns({"age": tf.ones([2, 3, 1])}, [BUCKETS])
