"""The command line: arguments in, text and exit code out. Each file here with an `add_to` is a sub-command."""
