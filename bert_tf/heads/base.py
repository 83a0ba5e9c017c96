"""What every model with a head does: the encoder runs, the head gives its scores, and labels give the loss."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

import keras
import tensorflow as tf

from bert_tf import replicas
from bert_tf.config import BertConfig
from bert_tf.inputs import INPUTS, spread
from bert_tf.model import BertModel
from bert_tf.pretrained import Pretrained


class BertHead(Pretrained):
    """A `BertModel`, in `bert`, and a head on it. Called like one, with labels besides, also inside the mapping.

    `fit` needs no loss of its own: the head's is used, with the labels as `y` or among the inputs.
    """

    fresh = ("cls.*", "classifier.*", "qa_outputs.*", "pooler.*")
    targets: tuple[str, ...] = ("labels",)
    pools = True  # whether the head takes the pooled vector

    def __init__(self, config: BertConfig | Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        self.bert = BertModel(self.config, add_pooling_layer=self.pools, name="bert", dtype=self.dtype_policy)
        self.make()
        self.built = True

    @abstractmethod
    def make(self) -> None:
        """Makes the head's layers, called by Hugging Face's names."""

    @abstractmethod
    def scores(self, outputs: Any, training: bool | None) -> Any:
        """The head's scores out of what `BertModel` returns: one of the named tuples of `outputs`."""

    @abstractmethod
    def cost(self, scores: Any, targets: Mapping[str, Any]) -> Any:
        """The loss, a scalar.

        Raises:
          TypeError, ValueError: a label has another dtype, shape or range.
        """

    def call(
        self,
        input_ids: Any = None,
        attention_mask: Any = None,
        token_type_ids: Any = None,
        position_ids: Any = None,
        inputs_embeds: Any = None,
        head_mask: Any = None,
        labels: Any = None,
        training: bool | None = None,
    ) -> Any:
        """The inputs of `BertModel`, and the labels, without which there is no loss.

        Raises:
          TypeError, ValueError: an input or a label has another dtype, shape or range; the text says which.
        """
        return self.run(
            (input_ids, attention_mask, token_type_ids, position_ids, inputs_embeds, head_mask), (labels,), training
        )

    def run(self, inputs: tuple[Any, ...], targets: tuple[Any, ...], training: bool | None) -> Any:
        """`call`, whatever its labels are called."""
        names = (*INPUTS, *self.targets)
        given = spread(dict(zip(names, (*inputs, *targets), strict=True)), names)
        labels = {name: given.pop(name) for name in self.targets}
        given = {name: value for name, value in given.items() if value is not None}
        if not {"input_ids", "inputs_embeds"} & set(given):
            raise ValueError("give either input_ids or inputs_embeds; received neither.")
        scores = self.answer(given, training)
        if any(each is None for each in labels.values()):
            return scores
        return scores.with_loss(self.cost(scores, labels))

    def answer(self, given: Mapping[str, Any], training: bool | None) -> Any:
        """The head's scores of the inputs."""
        return self.scores(self.bert(given, training=training), training)

    def dropout(self) -> keras.layers.Dropout:
        """The head's own dropout."""
        c = self.config
        rate = c.hidden_dropout_prob if c.classifier_dropout is None else c.classifier_dropout
        return keras.layers.Dropout(rate, name="dropout", dtype=self.dtype_policy)

    def make_train_function(self, force: bool = False) -> Any:
        """Keras'; under `tf.distribute` the optimizer clips and accumulates as for the whole batch."""
        replicas.whole(self.optimizer)
        return super().make_train_function(force)

    def compute_loss(
        self, x: Any = None, y: Any = None, y_pred: Any = None, sample_weight: Any = None, training: bool = True
    ) -> Any:
        """Keras' `Model.compute_loss`; without a compiled loss the head's own.

        Raises:
          ValueError: there are no labels, neither as `y` nor among the inputs.
        """
        if self._compile_loss is not None:
            return super().compute_loss(x, y, _plain(y_pred), sample_weight, training)
        if y is None and y_pred.loss is None:
            raise ValueError(f"training needs labels: {', '.join(self.targets)}, as y or among the inputs.")
        loss = y_pred.loss if y is None else self.cost(y_pred, self._by_name(y))
        return sum(self.losses, loss)

    def compute_metrics(self, x: Any, y: Any, y_pred: Any, sample_weight: Any = None) -> dict[str, Any]:
        """Keras' `Model.compute_metrics`, on the scores."""
        return super().compute_metrics(x, y, _plain(y_pred), sample_weight)

    def get_metrics_result(self) -> Any:
        """Keras' `Trainer.get_metrics_result`; with several workers each step's and each epoch's of them all.

        Keras reduces a step's numbers along an axis there, and reads each worker's own at the end of an epoch.
        """
        strategy = self.distribute_strategy
        if not _workers(strategy):
            return super().get_metrics_result()
        context = tf.distribute.get_replica_context()
        if context is not None and context.strategy is strategy:
            return {name: tf.reshape(value, [1]) for name, value in super().get_metrics_result().items()}
        with strategy.scope():
            return super().get_metrics_result()

    def _maybe_symbolic_build(self, iterator: Any = None, data_batch: Any = None) -> None:
        """Keras' own takes a batch's mean over several workers, which fails for mappings; a share has its shapes."""
        if iterator is not None and _workers(self.distribute_strategy):
            local = self.distribute_strategy.experimental_local_results
            batch = next(next(iter(iterator))[2])
            iterator, data_batch = None, keras.tree.map_structure(lambda each: local(each)[0], batch)
        super()._maybe_symbolic_build(iterator, data_batch)

    def _by_name(self, y: Any) -> Mapping[str, Any]:
        if isinstance(y, Mapping):
            return y
        each = tuple(y) if len(self.targets) > 1 else (y,)
        return dict(zip(self.targets, each, strict=True))


def _workers(strategy: tf.distribute.Strategy) -> bool:
    """Whether there are several, which reduce together what one of them has."""
    return isinstance(strategy, tf.distribute.MultiWorkerMirroredStrategy) and strategy.num_replicas_in_sync > 1


def _plain(scores: Any) -> Any:
    """What a compiled loss or metric compares with the labels: the logits alone, or the head's two, without a loss."""
    each = [value for name, value in scores._asdict().items() if name != "loss"]
    return each[0] if len(each) == 1 else tuple(each)
