"""What all tests share."""

from hypothesis import settings

# how long an example takes is no matter of right or wrong
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")
