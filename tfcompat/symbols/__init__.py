"""The vocabulary of TensorFlow 1: every public name, and how it is served today. Imports no TensorFlow."""

from tfcompat.symbols.explain import explain_missing as explain_missing
from tfcompat.symbols.lookup import lookup as lookup
from tfcompat.symbols.lookup import nearest as nearest
from tfcompat.symbols.lookup import renamed as renamed
from tfcompat.symbols.symbol import Symbol as Symbol
from tfcompat.symbols.vocabulary import names as names
