"""A client of yaml-language-server, over stdio: it opens a text as an editor does, and asks what the editor would show."""

import json
import shutil
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

NPM = shutil.which("npm")  # the Makefile asks for it, too; it comes with node
PROGRAM = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
CURSOR = "|"
_CAN = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}


class Server:
    """The language server of a workspace, with settings as an editor sends them and no way to the network."""

    def __init__(self, workspace: Path, settings: Mapping[str, object]) -> None:
        self._workspace = workspace
        self._last = 0
        self._opened: set[str] = set()
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        yaml = {"hover": True, "completion": True, "validate": True} | {"schemas": settings["yaml.schemas"]}
        yaml["schemaStore"] = {"enable": settings["yaml.schemaStore.enable"]}
        # whatever it tried to fetch would fail at a port where nobody listens, and be told as a problem
        self._settings = {"yaml": yaml, "http": {"proxy": "http://127.0.0.1:9", "proxyStrictSSL": False}}
        self._process = subprocess.Popen(
            [shutil.which("node") or "node", PROGRAM, "--stdio"],
            cwd=workspace,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        folder = {"uri": workspace.as_uri(), "name": workspace.name}
        self._ask("initialize", processId=None, rootUri=folder["uri"], workspaceFolders=[folder], capabilities=_CAN)
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self._settings)
        self._configured = False
        while not self._configured:
            self._receive()

    def __enter__(self) -> Self:
        """Be ready."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def completions(self, path: str, text: str) -> dict[str, str]:
        """What is offered at the cursor, ``|``: labels, and what is said of each."""
        uri, place = self._open_at(path, text)
        found = self._ask("textDocument/completion", textDocument={"uri": uri}, position=place)
        return {item["label"]: _words(item.get("documentation", "")) for item in found["items"]}

    def hover(self, path: str, text: str) -> str:
        """What is shown for the word under the cursor."""
        uri, place = self._open_at(path, text)
        found = self._ask("textDocument/hover", textDocument={"uri": uri}, position=place)
        return _words(found["contents"]) if found else ""

    def problems(self, path: str, text: str) -> list[str]:
        """What is underlined: the messages."""
        uri = self._open(path, text)
        while uri not in self._diagnostics:
            self._receive()
        return [found["message"] for found in self._diagnostics[uri]]

    def _open_at(self, path: str, text: str) -> tuple[str, dict[str, int]]:
        before, found, after = text.partition(CURSOR)
        assert found, "no cursor"
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self._open(path, before + after), place

    def _open(self, path: str, text: str) -> str:
        uri = (self._workspace / path).as_uri()
        self._last += 1
        self._diagnostics.pop(uri, None)
        document = {"uri": uri, "languageId": "yaml", "version": self._last}
        if uri in self._opened:
            self._tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])
        else:
            self._tell("textDocument/didOpen", textDocument=document | {"text": text})
        self._opened.add(uri)
        return uri

    def _ask(self, method: str, **params: object) -> Any:  # noqa: ANN401 - JSON of any shape
        self._last += 1
        wanted = self._last
        self._send({"id": wanted, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == wanted and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, **params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message; what the server tells or asks on its own is seen to."""
        patience = threading.Timer(100, self._process.kill)  # a server that says nothing more must not stop the tests
        patience.start()
        try:
            message = self._read()
        finally:
            patience.cancel()
        if message.get("method") == "textDocument/publishDiagnostics":
            told = message["params"]
            self._diagnostics[told["uri"]] = told["diagnostics"]
        elif "method" in message and "id" in message:
            self._answer(message)
        return message

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message

    def _answer(self, message: dict[str, Any]) -> None:
        result = None
        if message["method"] == "workspace/configuration":
            self._configured = True
            result = [self._settings.get(item.get("section", "")) for item in message["params"]["items"]]
        self._send({"id": message["id"], "result": result})


def _words(told: str | dict[str, str]) -> str:
    return told if isinstance(told, str) else told["value"]
