"""A schema of the standard as an editor wants it: in one piece, with ids as terms, and each word where an editor shows it.

It accepts what the schema accepts. A language server (yaml-language-server 2) resolves references against ``$id``, and would ask
the network for what lies in another folder; of alternatives, it shows the description of the one that fits, not of the whole;
it tells an object's ``errorMessage`` at every misspelt field; and of the keys of a map it says nothing unless they are properties.
"""

import posixpath
import re
from collections.abc import Mapping
from typing import Any

from dateline.model import standard

Schema = dict[str, Any]

_OF_A_FILE = ("$schema", "$id", "version", "source", "date", "terms")
_LOCAL = re.compile(r"_.*|[tq][0-9]+|published")  # what an article knows by itself
_LONGEST = 200  # characters of a name: more helps nobody in a list
# a name is shown as it is written: as no link, and as no picture, which an editor would fetch
_MARKDOWN = re.compile(r"[\\`*_\[\]()<>!&#~|:]")


def bundle(kind: str, terms: Mapping[str, Mapping[str, str]]) -> Schema:
    """Give the schema of a kind of record without references to other files.

    ``terms`` are known ids by the part of the common schema that takes them, each with the name of its record.
    """
    name = f"{standard.VERSION}/{kind}.schema.json"
    parts: Schema = {}
    whole: Schema = _gathered(standard.document(name), name, name, parts)
    for part, names in terms.items():
        if (key := f"common.{part}") in parts:
            parts |= _offering(key, parts[key], names)
    del whole["$id"]
    whole["$defs"] = whole.get("$defs", {}) | dict(sorted(parts.items()))
    worded: Schema = _worded(whole, whole["$defs"])
    return worded


def _gathered(node: Any, name: str, top: str, parts: Schema) -> Any:  # noqa: ANN401 - JSON of any shape
    """Give a copy whose references stay in it; what they led to in other files is gathered in ``parts``."""
    if isinstance(node, list):
        return [_gathered(item, name, top, parts) for item in node]
    if not isinstance(node, dict):
        return node
    copy = {key: _gathered(value, name, top, parts) for key, value in node.items()}
    if isinstance(reference := node.get("$ref"), str):
        copy["$ref"] = _part(reference, name, top, parts)
    return copy


def _part(reference: str, name: str, top: str, parts: Schema) -> str:
    """Gather what a reference in the file ``name`` leads to; give the reference by which it is found from then on."""
    found, target = standard.referred(reference, name)
    pointer = reference.partition("#")[2]
    if target == top:
        return f"#{pointer}"
    stem = posixpath.basename(target).removesuffix(".json").removesuffix(".schema")
    key = stem + pointer.removeprefix("/$defs").replace("/", ".")
    if key not in parts:
        parts[key] = {}  # a part may refer to itself
        own = {word: value for word, value in found.items() if word not in _OF_A_FILE}
        parts[key] = _gathered(own, target, top, parts)
    return f"#/$defs/{key}"


def _offering(key: str, part: Schema, names: Mapping[str, str]) -> Schema:
    """The same kind of id, with the known ones as terms. A record may be newer than the schema: other ids are no mistake."""
    told = {name: words[:_LONGEST] for name, words in names.items() if re.search(part["pattern"], name)}
    if not told:
        return {}
    known, other = f"{key}.known", f"{key}.other"
    shape = {word: part[word] for word in ("type", "pattern", "maxLength", "errorMessage") if word in part}
    terms = {
        "type": "string",
        "errorMessage": part["errorMessage"],
        "enum": list(told),
        "enumDescriptions": list(told.values()),
        "markdownEnumDescriptions": [f"**{name}**: {_plain(words)}" for name, words in told.items()],
    }
    # an example that is a term would be offered twice, and one that is another corpus's would mislead
    examples = {"examples": local} if (local := [each for each in part.get("examples", ()) if _LOCAL.fullmatch(each)]) else {}
    about = {"title": part["title"], "description": part["description"]} | examples
    return {
        # an editor takes alternatives of one title and description for one: each has a title of its own
        known: {"title": f"known {part['title']}"} | terms,
        other: {"title": f"another {part['title']}"} | shape | {"not": {"$ref": f"#/$defs/{known}"}},
        key: about | {"anyOf": [{"$ref": f"#/$defs/{known}"}, {"$ref": f"#/$defs/{other}"}]},
    }


def _worded(node: Any, parts: Schema) -> Any:  # noqa: ANN401 - JSON of any shape
    """Give a copy with descriptions and messages where an editor looks for them."""
    if isinstance(node, list):
        return [_worded(item, parts) for item in node]
    if not isinstance(node, dict):
        return node
    own = _with_keys(_with_messages(_with_descriptions(node, parts)), parts)
    if isinstance(told := own.get("description"), str):
        own = {"markdownDescription": told} | own
    return {word: _worded(value, parts) for word, value in own.items()}


def _with_descriptions(node: Schema, parts: Schema) -> Schema:
    """Where alternatives have a description together, each has it."""
    if not isinstance(node.get("description"), str):
        return node
    if "anyOf" not in (found := _followed(node, parts)):
        return node
    told = {"description": node["description"]}
    branches = [followed if "anyOf" in (followed := _followed(branch, parts)) else branch for branch in found["anyOf"]]
    return found | {"anyOf": [branch | told for branch in branches]}


def _with_messages(node: Schema) -> Schema:
    """Where alternatives have a message together, each has it, and the fields beside them have not."""
    if "oneOf" not in node or not isinstance(message := node.get("errorMessage"), str):
        return node
    rest = {word: value for word, value in node.items() if word != "errorMessage"}
    return rest | {"oneOf": [branch | {"errorMessage": message} for branch in node["oneOf"]]}


def _with_keys(node: Schema, parts: Schema) -> Schema:
    """Where a map's keys are terms, each is a property with the term's description."""
    values = node.get("additionalProperties")
    if not isinstance(node.get("propertyNames"), dict) or not isinstance(values, dict):
        return node
    names = _followed(node["propertyNames"], parts)
    terms = _followed(names.get("anyOf", [names])[0], parts)
    told = zip(terms.get("enum", ()), terms.get("enumDescriptions", ()), strict=True)
    properties = {name: values | {"description": words, "markdownDescription": _plain(words)} for name, words in told}
    if not properties:
        return node
    if "anyOf" in names:
        return node | {"properties": properties}
    closed = {word: value for word, value in node.items() if word != "propertyNames"}
    return closed | {"properties": properties, "additionalProperties": False}


def _followed(node: Schema, parts: Schema) -> Schema:
    """What a reference leads to, with the words that stand beside the reference."""
    if not isinstance(reference := node.get("$ref"), str):
        return node
    found: Schema = parts[reference.removeprefix("#/$defs/")]
    return found | {word: value for word, value in node.items() if word != "$ref"}


def _plain(words: str) -> str:
    return _MARKDOWN.sub(lambda match: f"\\{match[0]}", words)
