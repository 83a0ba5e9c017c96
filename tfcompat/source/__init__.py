"""Source files as values: scripts, modules, and the cells of notebooks."""
