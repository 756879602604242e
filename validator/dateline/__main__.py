"""Lets ``python -m dateline`` do what ``dateline`` does."""

from dateline.cli import program

program()
