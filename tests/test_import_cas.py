"""What UIMA's tools write, into a corpus and back."""

import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from dateline.engine.opening import opened
from dateline.engine.settings import UsageError
from dateline.exporters.marks import marks_of
from dateline.importers import brat
from dateline.importers.archives import members_of
from dateline.importers.files import LARGEST
from dateline.importers.markup import walked
from dateline.loading.texts import Copies
from dateline.model.standoff import Standoff

from tests.foreign import IMPORTS, ORIGINAL, bring, linked, said
from tests.laid import HERE


@pytest.fixture
def cast(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "corpora" / "cast", tmp_path / "cast"))


@pytest.fixture
def ship(cast: Path, tmp_path: Path) -> Path:
    """A folder with the sample as a CAS, written by the export of the corpus that it was brought into."""
    pytest.importorskip("cassis")
    bring(cast, "brat", IMPORTS / "ship.ann")
    folder = tmp_path / "cas"
    folder.mkdir()
    write(cast, folder)
    shutil.rmtree(cast / "articles")
    return folder


def back(root: Path) -> Standoff:
    document = marks_of(opened(root, Copies(None)).articles[0])
    assert document
    return document


def write(root: Path, folder: Path) -> None:
    from dateline.exporters import cas as written_cas  # noqa: PLC0415 - an extra

    files = written_cas.written(back(root))
    assert files == written_cas.written(back(root))
    for name, data in files.items():
        (folder / (name if name == "TypeSystem.xml" else f"ship{Path(name).suffix}")).write_bytes(data)


@pytest.mark.parametrize("suffix", ["xmi", "json", "zip"])
def test_what_came_from_a_cas_goes_back_as_it_was(cast: Path, ship: Path, suffix: str, tmp_path: Path) -> None:
    from dateline.importers import cas  # noqa: PLC0415 - an extra

    if suffix == "zip":
        with zipfile.ZipFile(ship / "ship.zip", "w") as archive:
            archive.write(ship / "ship.xmi", "ship.xmi")
            archive.write(ship / "TypeSystem.xml", "TypeSystem.xml")
    before = cas.read(ship / f"ship.{suffix}")[0]
    code, output = bring(cast, "cas", ship / f"ship.{suffix}")
    assert code == 0, output
    assert "left out" not in output
    again = tmp_path / "again"
    again.mkdir()
    write(cast, again)
    after = cas.read(again / "ship.xmi")[0]
    assert after.text == before.text
    assert said(after) == said(before)
    assert linked(after) == linked(before)


def test_a_cas_says_what_the_brat_files_say(ship: Path) -> None:
    from dateline.importers import cas  # noqa: PLC0415 - an extra

    document = cas.read(ship / "ship.xmi")[0]
    bare = {(label.rpartition(".")[2], parts, attributes) for label, parts, attributes in said(document)}
    assert bare == said(brat.read(IMPORTS / "ship.ann")[0])


def test_returns_in_the_text_of_a_cas_shift_nothing(cast: Path, ship: Path) -> None:
    cassis = pytest.importorskip("cassis")
    system = cassis.load_typesystem((ship / "TypeSystem.xml").read_text("utf-8"))
    made = cassis.Cas(typesystem=system)
    made.sofa_string = "A \U0001f6a2 talk\r\n\ud55c\uad6d said so.\r\nDenmark left."
    at = made.sofa_string.index("Denmark")
    made.add(system.get_type("dateline.Mention")(begin=at, end=at + 7))
    (ship / "crlf.xmi").write_text(made.to_xmi(), "utf-8")
    code, output = bring(cast, "cas", ship / "crlf.xmi")
    assert code == 0, output
    assert [mark.words for mark in back(cast).marks] == [("Denmark",)]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('Form="name"', 'Fom="name"', "dateline.Mention has no Fom in the type system"),
        ("<dateline:Cue ", "<dateline:Queue ", "the type system has no dateline.Queue"),
        ('end="56"', 'end="9999"', "ship.xmi:2: end 9999 lies past the end of the text"),
        ('end="56"', 'end="28"', "ship.xmi:2: end 28 lies inside a character"),
        ('end="56"', f'end="{"9" * 5000}"', '99999" is no offset'),
        ('end="56"', 'end="two"', 'end "two" is no offset'),
        (' sofaString="', ' sofaSting="', "uima.cas.Sofa has no sofaSting"),
        ('xmi:id="3"', 'xmi:id="2"', "another element has the xmi:id 2, too"),
        ("<xmi:XMI", '<!DOCTYPE a [<!ENTITY b "c">]><xmi:XMI', "ship.xmi:2: it has declarations of its own"),
        ("</xmi:XMI>", "", "it is no XML"),
        ("utf-8", "klingon", "encoding"),
        ('sofa="1"', 'sofa="x"', "ship.xmi:2: it is an annotation of the text x, which does not exist"),
        ('members="', 'members="9999 ', "it cannot be read as a CAS"),
    ],
)
def test_a_broken_xmi_gives_one_located_message(cast: Path, ship: Path, old: str, new: str, why: str) -> None:
    text = (ship / "ship.xmi").read_text("utf-8").replace("UTF-8", "utf-8")
    ends = sorted(int(part.partition('"')[0]) for part in text.split(' end="')[1:])
    old = f'end="{ends[3]}"' if old.startswith("end=") else old
    assert old in text
    (ship / "ship.xmi").write_text(text.replace(old, new), "utf-8")
    code, output = bring(cast, "cas", ship / "ship.xmi")
    assert code == 2
    assert why in output
    assert "ship.xmi" in output
    assert "\n" not in output.strip()
    assert not (cast / "articles").exists()


@pytest.mark.parametrize(
    ("text", "why"), [("{", "x.json:1:2: it is no JSON"), ("[" * 100_000, "too deep"), ("[]", "no CAS in JSON")]
)
def test_a_broken_json_gives_one_message(cast: Path, tmp_path: Path, text: str, why: str) -> None:
    pytest.importorskip("cassis")
    (tmp_path / "x.json").write_text(text)
    code, output = bring(cast, "cas", tmp_path / "x.json")
    assert code == 2
    assert why in output


def test_an_xmi_without_its_type_system_is_told(cast: Path, ship: Path) -> None:
    (ship / "TypeSystem.xml").unlink()
    code, output = bring(cast, "cas", ship / "ship.xmi")
    assert code == 2
    assert "put TypeSystem.xml beside it" in output


def test_without_the_library_its_name_is_told(cast: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    (tmp_path / "x.xmi").write_text("")
    code, output = bring(cast, "cas", tmp_path / "x.xmi", options=ORIGINAL)
    assert code == 2
    assert 'pip install "dateline[cas]"' in output


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.xmi", b"\0" * (LARGEST + 1))
    with pytest.raises(UsageError, match=r"x\.zip: x\.xmi: it unpacks to more than 16 MiB"):
        members_of(tmp_path / "x.zip")
    (tmp_path / "y.zip").write_bytes(b"PK\x03\x04broken")
    with pytest.raises(UsageError, match="it is no archive"):
        members_of(tmp_path / "y.zip")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>', "x:1: it has declarations"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "x:1: it has declarations"),
        (b"<a>" * 300, "x:1: more than 200 elements"),
        (b"<a>&b;</a>", "x:1: it is no XML"),
        (b'<!DOCTYPE a SYSTEM "a.dtd">\n<a>&b;</a>', "x:2: it names an entity"),
        (b"<a>\n\xff</a>", "x:2: it is no XML"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "encoding"),
        (b"", "x:1: it is no XML"),
        (b"<a>" + b"<b/>" * 200_002 + b"</a>", "x: 200,001 annotations are more than the 200,000"),
    ],
)
def test_xml_with_entities_or_faults_is_refused_at_its_line(data: bytes, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        walked("x", data)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"Form": "name"', '"Fom": "name"', "dateline.Mention has no Fom in the type system"),
        ('"%TYPE": "dateline.Cue"', '"%TYPE": "dateline.Queue"', "the type system has no dateline.Queue"),
        ('"%TYPE": "dateline.Cue", ', "", "has no %TYPE"),
        ('"%TYPES": {', '"%TIPES": {', "%TYPES is an object"),
        ('"begin": 51', '"begin": "50"', "begin is no whole number"),
        ('"begin": 51', '"begin": 1e400', "begin is no whole number"),
        ('"begin": 51', '"begin": -1', 'begin "-1" is no offset'),
        ('"begin": 51', '"begin": 5000', "begin 5000 lies past the end of the text"),
        ('"begin": 51', f'"begin": {"5" * 5000}', "a number in it has thousands of digits"),
        ('"begin": 51', '"begin": NaN', "NaN is no value of JSON"),
        ('"%ID": 3,', '"%ID": 2,', "%ID 2: another feature structure has this id, too"),
        ('"%ID": 3,', '"%ID": "x",', "a number is expected for %ID"),
        ('"@sofa": 1', '"@sofa": 99', "it is an annotation of the text 99, which does not exist"),
        ('"%MEMBERS": [', '"%MEMBERS": [9999, ', "%MEMBERS names %ID 9999, which does not exist"),
        ("Lise Dahl, who", "Lise\\ud800 Dahl, who", "its text holds U+D800, half a character"),
    ],
)
def test_a_json_whose_type_system_lacks_something_is_told(cast: Path, ship: Path, old: str, new: str, why: str) -> None:
    text = (ship / "ship.json").read_text("utf-8")
    assert old in text
    (ship / "ship.json").write_text(text.replace(old, new), "utf-8")
    code, output = bring(cast, "cas", ship / "ship.json")
    assert code == 2
    assert why in output
    assert not (cast / "articles").exists()


def test_two_members_of_one_name_are_refused_and_each_has_the_types_beside_it(cast: Path, ship: Path, tmp_path: Path) -> None:
    xmi, types = (ship / "ship.xmi").read_text("utf-8"), (ship / "TypeSystem.xml").read_text("utf-8")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a/TypeSystem.xml", types)
        archive.writestr("b/b.xmi", xmi.replace("dateline:Cue ", "dateline:Queue "))
        archive.writestr("b/TypeSystem.xml", types.replace("dateline.Cue<", "dateline.Queue<"))
    code, output = bring(cast, "cas", tmp_path / "x.zip")
    assert code == 0, output
    assert "of the label dateline.Queue" in output
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(tmp_path / "x.zip", "a") as archive:
        archive.writestr("b/b.xmi", xmi)
    with pytest.raises(UsageError, match=r"two members with the name b/b\.xmi"):
        members_of(tmp_path / "x.zip")


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_damaged_archive_is_told(tmp_path: Path, method: int) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", method) as archive:
        archive.writestr("x.xmi", "words " * 500)
    data = bytearray((tmp_path / "x.zip").read_bytes())
    data[50:70] = bytes(20)
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(UsageError, match="no archive that can be read"):
        members_of(tmp_path / "x.zip")


def test_a_link_with_a_role_leads_to_its_target(cast: Path, tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    system = cassis.TypeSystem()
    between = system.create_type("x.PartLink", "uima.cas.TOP")
    for kind in ("Quote", "Source"):
        system.create_type(f"x.{kind}", "uima.tcas.Annotation")
    system.create_feature(between, "role", "uima.cas.String")
    system.create_feature(between, "target", "x.Source")
    system.create_feature(system.get_type("x.Quote"), "parts", "uima.cas.FSArray", elementType="x.PartLink")
    made = cassis.Cas(typesystem=system)
    made.sofa_string = "A talk\nKari Holm said so."
    source = system.get_type("x.Source")(begin=7, end=16)
    link = between(role="source", target=source)
    parts = system.get_type("uima.cas.FSArray")(elements=[link])
    made.add(source)
    made.add(system.get_type("x.Quote")(begin=22, end=24, parts=parts))
    (tmp_path / "x.xmi").write_text(made.to_xmi(), "utf-8")
    (tmp_path / "TypeSystem.xml").write_text(system.to_xml(), "utf-8")
    code, output = bring(cast, "cas", tmp_path / "x.xmi")
    assert code == 0, output
    assert "left out" not in output
    assert "source: Kari Holm" in next((cast / "articles").iterdir()).read_text("utf-8")


@pytest.mark.parametrize("suffix", ["json", "xmi"])
@pytest.mark.parametrize("name", ["x y", "x=None, y", "x=print()", "{x}", "x-1", ""])
def test_names_that_would_be_run_as_code_are_refused(cast: Path, ship: Path, suffix: str, name: str) -> None:
    types, document = ship / "TypeSystem.xml", ship / "ship.json"
    types.write_text(types.read_text("utf-8").replace("<name>Tenure</name>", f"<name>{name}</name>"), "utf-8")
    old = '"Tenure": {"%NAME": "Tenure"'
    assert old in document.read_text("utf-8")
    document.write_text(document.read_text("utf-8").replace(old, f'"{name}": {{"%NAME": "Tenure"'), "utf-8")
    code, output = bring(cast, "cas", ship / f"ship.{suffix}")
    assert code == 2
    assert f'the type system has the name "{name}"' in output
    assert not (cast / "articles").exists()


def test_a_name_within_a_feature_is_judged_as_well(cast: Path, ship: Path) -> None:
    text = (ship / "ship.json").read_text("utf-8")
    (ship / "ship.json").write_text(text.replace('"Tenure": {"%NAME": "Tenure"', '"Tenure": {"%NAME": "x=print()"'), "utf-8")
    code, output = bring(cast, "cas", ship / "ship.json")
    assert code == 2
    assert 'the type system has the name "x=print()"' in output
