"""Withheld text, filled into a copy of a release from a reader's own lawful copies, paragraph by paragraph.

What is filled in is verified by the digests that the release holds. The copy must never be taken for the release: it has no
card, no citation and no description for search engines, says on its first page what it is, and keeps itself out of git.
"""

from collections.abc import Mapping

from dateline.exporters import card, changes, citation, croissant, datapackage, sums
from dateline.exporters.filling import Filled, Texts, Withheld, with_texts
from dateline.model.copy import aligned
from dateline.model.text import JOINT, digest, fingerprint

MARK = "NOT-FOR-PUBLICATION.md"
_MARK = """# Not for publication

This is a private copy of a release, into which `dateline hydrate` filled texts that are withheld there. **They belong to others.**
Do not publish this folder, and do not commit it. What may be passed on is the release that it was made from.
"""
_IGNORED = b"# texts that belong to others: nothing here is to be committed\n*\n"
_PUBLIC = (card.NAME, croissant.NAME, citation.NAME, changes.NAME, datapackage.PATH, sums.NAME)


def filled(one: Withheld, copy: str) -> Filled:
    """What of a copy is the text that is withheld; what is not is named."""
    texts = aligned(copy, one.blocks).texts
    blocks = {block: texts[block] for block, known in one.blocks if block in texts and fingerprint(texts[block]) == known}
    differing = tuple(f"{one.article}: {block} is not as annotated" for block, _ in one.blocks if block not in blocks)
    if differing:
        return Filled(blocks, None, differing)
    text = JOINT.join(blocks[block] for block, _ in one.blocks)
    if one.digest and digest(text) != one.digest:
        return Filled(blocks, None, (f"{one.article}: the text as a whole is not as annotated",))
    return Filled(blocks, text)


def hydrated(files: Mapping[str, bytes], texts: Texts) -> dict[str, bytes]:
    """The files of the copy by path. Parquet, which is not filled, is left out: it would look as if it were.

    Raises:
        NotReadableError: if a file cannot be read.

    """
    kept = {path: content for path, content in files.items() if path not in _PUBLIC and not path.endswith(".parquet")}
    made = {path: with_texts(path, kept, texts) for path in kept} | {MARK: _MARK.encode(), ".gitignore": _IGNORED}
    return made | {sums.NAME: sums.sums(made)}
