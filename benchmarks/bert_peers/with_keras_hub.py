"""keras_hub's `BertBackbone` on TensorFlow. It takes GELU's approximation whatever the checkpoint says."""

import numpy as np


class KerasHub:
    """In a `tf.function` with free sizes."""

    jit_compile = False

    def __init__(self, folder):
        import os

        os.environ["KERAS_BACKEND"] = "tensorflow"
        import keras_hub
        import tensorflow as tf

        self.model = keras_hub.models.BertBackbone.from_preset(str(folder))
        free = tf.TensorSpec([None, None], tf.int32)
        signature = None if self.jit_compile else [dict.fromkeys(("token_ids", "padding_mask", "segment_ids"), free)]
        self.function = tf.function(
            lambda given: self.model(given)["sequence_output"],
            input_signature=signature,
            jit_compile=self.jit_compile,
        )

    @staticmethod
    def given(ids):
        return {"token_ids": ids, "padding_mask": np.ones_like(ids), "segment_ids": np.zeros_like(ids)}

    def forward(self, ids):
        return self.function(self.given(ids)).numpy()


class KerasHubXla(KerasHub):
    """Compiled by XLA, for each shape anew."""

    jit_compile = True


class KerasHubPredict(KerasHub):
    def forward(self, ids):
        return self.model.predict(self.given(ids), batch_size=len(ids), verbose=0)["sequence_output"]
