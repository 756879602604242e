"""The formats of JSON Schema that the standard uses, judged alike by both engines."""

import re

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,/:;=?@\[\]~A-Za-z0-9._-]+")


def is_uri(value: object) -> bool:
    """Whether a value is an absolute address of characters that RFC 3986 allows; other types are not judged."""
    return not isinstance(value, str) or _URI.fullmatch(value) is not None


FORMATS = {"uri": is_uri}
