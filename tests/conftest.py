"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.laid import MINIMAL, copy_of


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The tokens of memories that tests make are not the user's."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


# how long an example takes is no matter of right or wrong
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the minimal corpus, to be spoilt."""
    return copy_of(MINIMAL, tmp_path / "corpus")
