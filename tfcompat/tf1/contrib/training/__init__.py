"""`tf.contrib.training` of 1.15: hyperparameters, input queues that bucket and resample, training and evaluation."""

from tfcompat.tf1 import lazy

HOMES = {
    ".bucket_ops": "bucket bucket_by_sequence_length",
    ".device_setter": "GreedyLoadBalancingStrategy RandomStrategy byte_size_load_fn",
    ".evaluation": (
        "StopAfterNEvalsHook checkpoints_iterator evaluate_once evaluate_repeatedly get_or_create_eval_step "
        "wait_for_new_checkpoint"
    ),
    ".summary_at_end": "SummaryAtEndHook",
    ".feeding_queue_runner": "FeedingQueueRunner",
    ".hparam": "HParams",
    ".hparam_values": "parse_values",
    ".resample": "resample_at_rate weighted_resample",
    ".sampling_ops": "rejection_sample stratified_sample",
    ".sequence_batch": "NextQueuedSequenceBatch",
    ".sequence_queueing_state_saver": "SequenceQueueingStateSaver batch_sequences_with_states",
    ".training": (
        "add_gradients_summaries clip_gradient_norms clip_gradient_norms_fn create_train_op multiply_gradients train"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
