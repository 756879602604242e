"""Who stands for whom: the posts that a person holds on a day, and the bodies and states above an actor."""

from collections.abc import Iterable

from dateline.model.corpus import Registry
from dateline.model.edtf import Edtf
from dateline.model.records import Actor, Post

_TOPMOST = ("state", "intergovernmental")  # kinds that need nothing above them
_STATELESS = ("IGO", "NGO", "ISM", "IMG", "MNC")  # PLOVER's codes for what belongs to no one state: they join nobody


def can_hold(post: Post, when: Edtf | None) -> bool:
    """Whether the post can have been held then: not if that lies before its first day or after its last."""
    if when is None or when.qualifier:
        return True
    too_early = when.last is not None and post.first is not None and when.last < post.first
    too_late = when.first is not None and post.last is not None and post.last < when.first
    return not too_early and not too_late


def lies_within_term(post: Post, when: Edtf, days: int = 0) -> bool:
    """Whether all days of ``when`` lie inside the term, its first and last day apart: on those offices change hands.

    ``days`` are how far from both they have to lie.
    """
    if when.qualifier or when.first is None or when.last is None:
        return False
    if post.first is None or post.start is None or post.start.value.last is None:
        return False
    ends = post.end.value.first if post.end and post.last else None
    began = (when.first - post.start.value.last).days > days
    return began and (post.open_end or (ends is not None and (ends - when.last).days > days))


def is_attested(post: Post, when: Edtf) -> bool:
    """Whether the post is known to have been held on that day."""
    days = [day.value for day in post.attested if not day.value.qualifier]
    return not when.qualifier and any(day.first == when.first == when.last == day.last for day in days)


def is_surely_held(post: Post, when: Edtf | None) -> bool:
    """Whether the post was held then beyond doubt: within its term, or on a day that somebody attests."""
    return when is not None and (lies_within_term(post, when) or is_attested(post, when))


def circle_of(registry: Registry, name: str, when: Edtf | None) -> frozenset[str] | None:
    """The actor, the bodies above it and those of the posts that it can have held then, and the states of their countries.

    None where that is not known: a record is missing, says nothing of where its actor belongs, or is of a group, whose
    members no record lists.
    """
    circle: set[str] = set()
    waiting = [name]
    while waiting:
        if (next_name := waiting.pop()) in circle:
            continue
        actor = registry.actor(next_name)
        if actor is None or actor.kind == "group":
            return None
        bodies, state = _bodies_above(actor, when), _state_of(actor)
        if not bodies and state is None and actor.kind not in _TOPMOST:
            return None
        circle.add(next_name)
        waiting += bodies
        if state and registry.is_known("actor", state):
            waiting.append(state)
        elif state:
            circle.add(state)  # a state joins its bodies without a record of its own
    return frozenset(circle)


def are_apart(registry: Registry, some: Iterable[str], others: Iterable[str], when: Edtf | None) -> bool:
    """Whether surely none of some has anything to do with any of the others: no body and no state stands above both."""
    circles = [circle_of(registry, name, when) for name in some]
    other_circles = [circle_of(registry, name, when) for name in others]
    return all(one and other and not one & other for one in circles for other in other_circles)


def _bodies_above(actor: Actor, when: Edtf | None) -> list[str]:
    posts = [post.of.id for post in actor.posts if can_hold(post, when)]
    return [*posts, actor.part_of.id] if actor.part_of else posts


def _state_of(actor: Actor) -> str | None:
    return actor.country.lower() if actor.country and actor.country not in _STATELESS else None
