"""What all tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.laid import MINIMAL, copy_of

# how long an example takes is no matter of right or wrong
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the minimal corpus, to be spoilt."""
    return copy_of(MINIMAL, tmp_path / "corpus")
