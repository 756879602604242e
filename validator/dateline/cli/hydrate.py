"""``dateline hydrate``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.console import complain, copies_in, note, resolved, tell_lines
from dateline.cli.folder import place_for, released, written
from dateline.cli.options import Texts
from dateline.cli.progress import progress
from dateline.engine.settings import UsageError
from dateline.loading.texts import Copies
from dateline.reporters.summary import counted

if TYPE_CHECKING:
    from dateline.exporters.filling import Filled


def hydrate(
    release: Annotated[Path, typer.Argument(metavar="OUT", help="A release, as dateline export made it.")],
    *,
    texts: Texts = None,
) -> None:
    """Fill withheld texts into a private copy of a release.

    They come from your own copies. What is made is the folder OUT-hydrated beside the release, which itself stays as it is.
    Every paragraph is verified by its digest; what does not match is named and left out.
    """
    from dateline.exporters.filling import withheld_in  # noqa: PLC0415 - what others do not need
    from dateline.exporters.former import NotReadableError  # noqa: PLC0415 - as above
    from dateline.exporters.hydrate import filled, hydrated  # noqa: PLC0415 - as above

    if texts is None:
        raise UsageError("hydrate needs your copies: --texts names their folder, <article id>.txt")
    copies = copies_in(texts)
    name = f"{resolved(release).name}-hydrated"
    wanted = release.with_name(name) if release.name not in ("", "..") else resolved(release).with_name(name)
    folder = place_for(wanted, None, texts)
    with progress(3, "reading") as shown:
        files = released(release, "OUT")
        try:
            found = {one.article: (one, copies.text_of(one.article)) for one in withheld_in(files)}
            shown.step("verifying")
            done = {name: filled(one, copy) for name, (one, copy) in found.items() if copy is not None}
            made = hydrated(files, done)
        except NotReadableError as error:
            raise UsageError(f"{release} cannot be filled: {error}") from error
        shown.step("writing")
        if any(one.blocks for one in done.values()):  # else a copy that was filled before would be lost for nothing
            written(wanted, folder, made)
    if any(path.endswith(".parquet") for path in files):
        note("Parquet is not filled, and not in the copy")
    _tell(wanted, list(found), done, copies)


def _tell(wanted: Path, articles: list[str], done: "dict[str, Filled]", copies: Copies) -> None:
    from dateline.exporters.hydrate import MARK  # noqa: PLC0415 - as above

    whole = [name for name in articles if name in done and done[name].text is not None]
    blocks = sum(len(one.blocks) for one in done.values())
    for name in articles:
        if name not in done:
            note(f"{name}: {copies.trouble_with(name) or 'there is no copy of it'}")
    for trouble in (trouble for one in done.values() for trouble in one.troubles):
        complain(trouble)
    if not blocks:
        complain("no paragraph could be filled in: nothing was written")
        raise typer.Exit(1)
    tell_lines([f"{wanted}: {counted(blocks, 'paragraphs')} filled in, {len(whole)} of {counted(len(articles), 'texts')} whole"])
    note(f"these texts belong to others: {wanted / MARK}")
    raise typer.Exit(1 if any(one.troubles for one in done.values()) else 0)
