"""The packages of TensorFlow 1's time: modules and names that they have dropped since, given back to old code.

A package that is not installed stays absent, and a name that is there keeps its meaning.
"""
