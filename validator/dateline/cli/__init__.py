"""Words into calls: the only room that prints, exits, and knows Typer. One command a file."""

import contextlib
import os
import sys


def main() -> None:
    """Run the command line; end with the exit code that the outcome has."""
    from dateline.cli.app import app  # noqa: PLC0415 - typer takes a tenth of a second
    from dateline.cli.console import Guarded, complain  # noqa: PLC0415 - as above
    from dateline.engine.settings import UsageError  # noqa: PLC0415 - as above

    try:
        with contextlib.redirect_stderr(Guarded(sys.stderr)):
            app()
    except UsageError as error:
        complain(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # the reader of our output has left: nothing more to say, and nothing to flush at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except Exception as error:  # noqa: BLE001 - whatever is left is an error of ours: it is told in a line, never as a traceback
        complain(f"dateline failed ({type(error).__name__}: {error}); please report this with the command you ran")
        sys.exit(3)
