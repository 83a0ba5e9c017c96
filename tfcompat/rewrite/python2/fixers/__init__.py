"""What fissix's own fixers leave: one file an idiom, found by walking, in fissix's pattern language."""
