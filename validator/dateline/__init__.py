"""The validator of annotated diplomatic news: it judges dates, speakers and cross-references before a merge."""

__version__ = "0.1.0"
