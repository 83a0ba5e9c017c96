"""`python -m tfcompat`."""

from tfcompat.cli.main import main

main()
