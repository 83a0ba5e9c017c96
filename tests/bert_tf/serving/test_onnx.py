"""ONNX models say of ids what the Keras model says of them, at any batch and length."""

import numpy as np
import onnxruntime
import pytest

import bert_tf
from tests.support import tiny_texts

MODELS = (
    "BertModel", "BertForSequenceClassification", "BertForPreTraining", "BertForQuestionAnswering",
    "BertForMultipleChoice", "SentenceEmbedder",
)  # fmt: skip


@pytest.mark.parametrize("name", MODELS)
def test_the_same_answers(tmp_path, name):
    model, tokenizer = tiny_texts.model(name, num_hidden_layers=1), tiny_texts.tokenizer()
    path = bert_tf.export(model, tokenizer, tmp_path / "m", format="onnx")
    assert {each.name for each in path.iterdir()} == {"model.onnx", "vocab.txt", "tokenizer_config.json"}
    session = onnxruntime.InferenceSession(str(path / "model.onnx"))
    assert [each.name for each in session.get_inputs()] == ["input_ids", "attention_mask", "token_type_ids"]
    outputs = [each.name for each in session.get_outputs()]
    for count in (2, 5):
        given = tokenizer(
            tiny_texts.texts(count, seed=count), truncation=True, max_length=20, padding=True, return_tensors="np"
        )
        given = {key: np.asarray(value, "int32") for key, value in given.items()}
        if name == "BertForMultipleChoice":
            given = {key: value[np.newaxis] for key, value in given.items()}
        expected = model(given)
        expected = expected._asdict() if hasattr(expected, "_asdict") else {"vectors": expected}
        assert set(outputs) == {key for key, value in expected.items() if value is not None}
        for key, value in zip(outputs, session.run(None, given), strict=True):
            np.testing.assert_allclose(value, expected[key], atol=1e-5)
