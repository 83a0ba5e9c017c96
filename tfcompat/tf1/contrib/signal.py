"""`tf.contrib.signal` of 1.15, which went on as `tf.signal`."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf.signal": (
        "frame hamming_window hann_window inverse_stft inverse_stft_window_fn linear_to_mel_weight_matrix "
        "mfccs_from_log_mel_spectrograms overlap_and_add stft"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
