"""`keras.datasets.imdb` of 2.3.1."""

from tfcompat.keras.datasets.shuffled import load_data_of

load_data = load_data_of("imdb")
__all__ = ["load_data"]
