"""An encoder and a decoder over lists of tensors, one per step, trained and sampled in one graph."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def sequence_classifier(
    decoding: list[Any], labels: list[Any], sampling_decoding: list[Any] | None = None, name: str | None = None
) -> tuple[Any, Any]:
    """Probabilities [batch, steps, classes] and the summed cross entropy, of logits [batch, classes] per step.

    The probabilities are those of `sampling_decoding` where it is given.
    """
    with v1.name_scope(name, "sequence_classifier", [decoding, labels]):
        losses, predictions = [], []
        for step, logits in enumerate(decoding):
            losses.append(
                v1.nn.softmax_cross_entropy_with_logits(
                    labels=labels[step], logits=logits, name=f"sequence_loss/xent_raw{step}"
                )
            )
            predictions.append(v1.nn.softmax(sampling_decoding[step] if sampling_decoding else logits))
        loss = v1.reduce_sum(v1.add_n(losses, name="sequence_loss/xent"), name="sequence_loss")
        return v1.stack(predictions, axis=1), loss


def seq2seq_inputs(
    x: Any, y: Any, input_length: int, output_length: int, sentinel: Any = None, name: str | None = None
) -> tuple[list[Any], list[Any], list[Any]]:
    """Encoder inputs, decoder inputs and decoder outputs, a list each, from [batch, steps, width].

    The sentinel [batch, width], zeros by default, comes before the decoder's inputs and after its outputs.
    """
    with v1.name_scope(name, "seq2seq_inputs", [x, y]):
        inputs, outputs = v1.unstack(x, axis=1), v1.unstack(y, axis=1)
        # By identity: a sentinel that is a tensor has no truth value, and 1.15 refused one.
        if sentinel is None:
            sentinel = v1.zeros(v1.stack([v1.shape(x)[0], outputs[0].get_shape()[1]]))
            sentinel.set_shape(outputs[0].get_shape())
        return inputs, [sentinel, *outputs], [*outputs, sentinel]


def rnn_decoder(
    decoder_inputs: list[Any], initial_state: Any, cell: Any, scope: Any = None
) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
    """Outputs and states of each step on the inputs given, then those on the decoder's own outputs."""
    with v1.variable_scope(scope or "dnn_decoder"):
        outputs, states = [], [initial_state]
        with v1.name_scope("training", values=[decoder_inputs, initial_state]):
            for step, each in enumerate(decoder_inputs):
                if step > 0:
                    v1.get_variable_scope().reuse_variables()
                output, state = cell(each, states[-1])
                outputs.append(output)
                states.append(state)
        with v1.name_scope("sampling", values=[initial_state]):
            sampled, sampled_states = outputs[:1], states[:1] * 2 if outputs else states[:1]
            for _ in decoder_inputs[1:]:
                output, state = cell(sampled[-1], sampled_states[-1])
                sampled.append(output)
                sampled_states.append(state)
    return outputs, states, sampled, sampled_states


def rnn_seq2seq(
    encoder_inputs: list[Any],
    decoder_inputs: list[Any],
    encoder_cell: Any,
    decoder_cell: Any = None,
    dtype: Any = None,
    scope: Any = None,
) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
    """`rnn_decoder` from the last state of `encoder_cell`, by the same cell unless another is given."""
    with v1.variable_scope(scope or "rnn_seq2seq"):
        _, state = v1.nn.static_rnn(encoder_cell, encoder_inputs, dtype=dtype or v1.float32)
        return rnn_decoder(decoder_inputs, state, decoder_cell or encoder_cell)
