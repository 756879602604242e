"""How values stand in the files that a release is described by: quoted for YAML, escaped for Markdown."""

import json
import re
from collections.abc import Iterable

# what YAML 1.2 does not let stand in a stream, beyond what JSON escapes; Source: https://yaml.org/spec/1.2.2/#51-character-set
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LONE = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile(r"([\\`*_\[\]<>|#!~&])")
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def quoted(value: str) -> str:
    """A string as YAML: in double quotes, which every reader takes for a string."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(_LONE.sub("\ufffd", value), ensure_ascii=False))


def plain(value: str) -> str:
    """Words in Markdown that mean nothing but themselves."""
    return _MARKUP.sub(r"\\\1", _BREAKS.sub(" ", value))


def page(lines: Iterable[str]) -> bytes:
    """Lines as a file in UTF-8, which holds no lone surrogates."""
    return _LONE.sub("\ufffd", "".join(f"{line}\n" for line in lines)).encode()
