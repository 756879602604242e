"""Words into calls: the only room that prints, exits, and knows Typer. One command a file."""

import contextlib
import errno
import gc
import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn, TextIO

_RARELY = 200_000  # objects, after which Python looks for rings of them that nothing refers to: more than a check of one file makes


def program() -> NoReturn:
    """Run the command line as a program of its own, and leave at once.

    To take all apart at the end, object by object, takes a tenth of the time of a check of one file, and to look for rings of
    objects while the program is loaded another thirtieth. Nothing is left to others to do at exit: what is written is flushed,
    temporary files are gone. Whatever has to see the end (coverage, a profiler) calls ``main``.
    """
    gc.set_threshold(_RARELY)
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    else:
        code = 0
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError, ValueError):
            stream.flush()
    os._exit(code)


def main() -> None:
    """Run the command line; end with the exit code that the outcome has."""
    try:
        _run()
    except KeyboardInterrupt:  # also while the program is being loaded
        sys.exit(130)


def _run() -> None:
    from dateline.cli.console import Guarded  # noqa: PLC0415 - what takes time is loaded where Ctrl-C ends quietly
    from dateline.engine.settings import UsageError  # noqa: PLC0415 - as above
    from dateline.loading.source import why  # noqa: PLC0415 - as above

    with contextlib.suppress(ValueError):  # elsewhere than in the main thread, where nobody ends a program
        signal.signal(signal.SIGTERM, _ended)
    try:
        with contextlib.redirect_stderr(Guarded(sys.stderr)):
            _written_out(_command())
    except UsageError as error:
        _end(2, str(error))
    except BrokenPipeError:
        # the reader of our output has left: nothing more to say, and nothing to flush at exit
        _silence(sys.stdout)
        sys.exit(141)
    except OSError as error:
        # a name too long, a folder that is closed or gone, a disk that is full: the system's matter, and the user's
        _end(2, f"{why(error)}: {error.filename or 'the working directory or the output'}")
    except Exception as error:  # noqa: BLE001 - whatever is left is an error of ours: it is told in a line, never as a traceback
        _end(3, f"dateline failed ({type(error).__name__}: {error}); please report this with the command you ran")


def _command() -> Callable[[], None]:
    """What the words on the command line ask for: a plain check, as a hook asks for it, or what Typer makes of them."""
    from dateline.cli.checking import checked, plainly_asked  # noqa: PLC0415 - as above

    if asked := plainly_asked(sys.argv[1:]):
        return lambda: sys.exit(checked(asked))
    from dateline.cli.app import app  # noqa: PLC0415 - Typer alone takes a third of the time of a check of one file

    return app


def _ended(*_: object) -> None:
    """End as the system ends a program, but so that what was begun is taken back."""
    sys.exit(128 + signal.SIGTERM)


def _written_out(app: Callable[[], None]) -> None:
    """Run the commands, and see to it that what they print is written before the end."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    try:
        app()
    finally:
        sys.stdout.flush()


def _end(code: int, words: str) -> NoReturn:
    """Complain, as far as anybody listens, and end."""
    from dateline.cli.console import complain  # noqa: PLC0415 - as above

    with contextlib.suppress(OSError, AttributeError):
        complain(words)
        sys.stderr.flush()
    for stream in (sys.stdout, sys.stderr):
        _silence(stream)
    sys.exit(code)


def _silence(stream: TextIO) -> None:
    """Let nothing more be written, where it could not be: Python would end with a code of its own."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
