"""Groups hold what is joined, however it came to be."""

from dateline.model.groups import Groups
from hypothesis import given
from hypothesis import strategies as st


def groups_of(joined: list[list[int]]) -> Groups[int]:
    groups = Groups[int]()
    for members in joined:
        groups.join(members)
    return groups


def test_two_groups_become_one_by_any_of_their_members() -> None:
    groups = groups_of([[1, 2], [3, 4], [2, 4]])
    assert len({groups.root(member) for member in (1, 2, 3, 4)}) == 1
    assert groups.root(5) == 5


def test_a_member_may_be_named_twice() -> None:
    groups = groups_of([[1, 2, 1, 3, 2]])
    assert len({groups.root(member) for member in (1, 2, 3)}) == 1


@given(st.lists(st.lists(st.integers(0, 12), max_size=4), max_size=10))
def test_groups_are_those_of_a_search_from_member_to_member(joined: list[list[int]]) -> None:
    groups = groups_of(joined)
    reached = {member: {member} for member in range(13)}
    for _ in range(13):
        for members in joined:
            together = set().union(*(reached[member] for member in members))
            reached |= {member: reached[member] | together for member in together}
    assert all((groups.root(one) == groups.root(other)) is (other in reached[one]) for one in range(13) for other in range(13))
