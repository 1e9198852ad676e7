"""What desktops are told: well-formed, and the same everywhere."""

import configparser
import re
import shutil
import struct
import subprocess
import tomllib
from xml.etree import ElementTree as ET

import pytest

from annotator import APP_ID, __version__
from annotator.services.project import SUFFIX

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
TYPE = "application/vnd.annotator.project"


@pytest.fixture
def filled(script, root):
    facts = script("facts")

    def fill(name):
        return facts.fill((root / "packaging" / name).read_text("utf-8"))

    return fill


def parse(text):
    return ET.fromstring(text)  # noqa: S314 - our own file


@pytest.fixture
def metainfo(filled):
    return parse(filled("desktop/annotator.metainfo.xml"))


@pytest.fixture
def desktop(filled):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(filled("desktop/annotator.desktop"))
    return parser["Desktop Entry"]


def test_the_version_stands_in_one_place(root):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "annotator/__init__.py"
    spelled = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])")
    told = [
        path.relative_to(root)
        for path in (root / "packaging").rglob("*")
        if path.is_file()
        and path.suffix not in (".md", ".pyc")
        and spelled.search(path.read_text("utf-8"))
    ]
    # The docstring of facts.py shows what a heading of the changelog looks like.
    assert [str(path) for path in told] in ([], ["packaging/facts.py"])


def test_the_changelog_ends_at_this_version(script):
    changes = script("facts").changes()
    version, date, lines = changes[0]
    assert version == __version__
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", date)
    assert lines
    for _, _, entries in changes:
        assert all(re.match("(Added|Changed|Fixed): ", line) for line in entries)


def test_a_fact_that_nobody_knows_is_an_error(script):
    with pytest.raises(KeyError, match="COLOUR"):
        script("facts").fill("@COLOUR@")


def test_appstream_says_what_the_desktop_entry_says(metainfo, desktop):
    assert metainfo.findtext("id") == APP_ID
    assert metainfo.findtext("launchable") == f"{APP_ID}.desktop"
    assert metainfo.findtext("icon") == desktop["Icon"] == APP_ID
    assert metainfo.findtext("name") == desktop["Name"]
    assert metainfo.findtext("summary") == desktop["Comment"]
    categories = [element.text for element in metainfo.iter("category")]
    assert "".join(f"{name};" for name in categories) == desktop["Categories"]
    release = metainfo.find("releases/release")
    assert release.get("version") == __version__
    assert len(release.findall("description/ul/li")) >= 1


def test_a_double_click_opens_the_project(filled, desktop, metainfo):
    kind = parse(filled("desktop/annotator-mime.xml")).find(f"{MIME}mime-type")
    assert kind.get("type") == TYPE == metainfo.findtext("provides/mediatype")
    assert kind.find(f"{MIME}glob").get("pattern") == f"*{SUFFIX}"
    assert kind.find(f"{MIME}icon").get("name") == APP_ID
    assert desktop["MimeType"] == f"{TYPE};"
    assert desktop["Exec"] == "annotator open %f"
    assert desktop["TryExec"] == metainfo.findtext("provides/binary") == "annotator"


@pytest.mark.parametrize(
    "path",
    [
        "debian/control",
        "debian/changelog",
        "windows/annotator.iss",
        "flatpak/manifest.yml",
    ],
)
def test_templates_ask_for_what_is_known(script, root, path):
    facts = script("facts")
    more = dict.fromkeys(("ARCHITECTURE", "DEPENDS", "SIZE"), "x")
    template = (root / "packaging" / path).read_text("utf-8")
    text = facts.fill(template, more)
    assert not re.search(r"@[A-Z_]+@", text)
    assert (APP_ID if "flatpak" in path else __version__) in text


def test_the_licence_of_the_debian_package_is_ours(root):
    def words(text):
        return re.sub(r"[\s.]+", " ", text).strip()

    ours = (root / "LICENSE").read_text("utf-8").split("\n\n", 2)[2]
    told = (root / "packaging/debian/copyright").read_text("utf-8")
    assert words(ours) in words(told)


def test_icons_hold_every_size(script, qapp):
    icons = script("icons")
    pictures = {size: icons.draw(size) for size in (16, 256)}
    for size, data in pictures.items():
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", data[16:24]) == (size, size)
    windows = icons.ico(pictures)
    for number, (size, data) in enumerate(pictures.items()):
        entry = struct.unpack_from("<BBBBHHII", windows, 6 + 16 * number)
        assert entry[0] == size % 256
        assert windows[entry[7] :][: entry[6]] == data
    apple = icons.icns(pictures)
    assert struct.unpack(">I", apple[4:8]) == (len(apple),)
    assert all(data in apple for data in pictures.values())


def test_the_manual_page_names_every_command_and_option(script):
    import typer.main

    from annotator.cli import app

    text = script("man").page()
    plain = text.replace("\\-", "-").replace("\\e", "\\")
    group = typer.main.get_command(app)
    assert len(group.commands) > 10
    for name, command in group.commands.items():
        section = plain.partition(f".SS annotator {name} ")[2].partition("\n.S")[0]
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("-"):
                    assert option in section, (name, option)
    assert f'"annotator {__version__}"' in text
    assert text.startswith(".TH ANNOTATOR 1 ")


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_manual_page_is_sound(script):
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-b", "-Kutf8"],
        input=script("man").page(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert "Wrong usage." in done.stdout


def test_licences_cover_everything_that_is_required(script):
    sections = dict(script("licences").sections(None))
    titles = " ".join(sections)
    for name in ("spacy", "numpy", "pyside6-essentials", "en-core-web-sm", "DejaVu"):
        assert name in titles
    assert "pytest" not in titles
    assert all(text.strip() for text in sections.values())
    missing = [title for title in sections if title.endswith(": see its text")]
    assert [title for title in missing if "has no text" in sections[title]] == []
