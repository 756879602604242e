"""What belongs together, because it is joined with one another, or with what is (a union of sets, each known by a member)."""

from collections.abc import Hashable, Iterable
from itertools import pairwise
from typing import Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)


class Groups(Generic[Member]):
    """Groups of members; one that nothing was joined with is a group of its own."""

    def __init__(self) -> None:
        self._above: dict[Member, Member] = {}

    def join(self, members: Iterable[Member]) -> None:
        """Let members, and all that is joined with them, be one group."""
        for one, other in pairwise(map(self.root, members)):
            self._above[self.root(other)] = self.root(one)

    def root(self, member: Member) -> Member:
        """The member by which the group of a member is known."""
        while (above := self._above.setdefault(member, member)) != member:
            self._above[member] = self._above[above]  # shortens the way for those who ask later
            member = above
        return member
