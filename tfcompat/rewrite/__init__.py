"""Rewriting old source: what `run` does in memory is what `upgrade` writes."""
