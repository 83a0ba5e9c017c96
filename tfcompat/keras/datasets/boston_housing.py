"""`keras.datasets.boston_housing` of 2.3.1."""

from tfcompat.keras.datasets.shuffled import load_data_of

load_data = load_data_of("boston_housing")
__all__ = ["load_data"]
