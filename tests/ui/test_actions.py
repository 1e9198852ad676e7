"""The table of actions is whole, free of clashes, and everything made from it fits."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QAction, QKeySequence

from annotator.domain.schema_toml import load_schema
from annotator.services.project import default_schema_file
from annotator.ui.actions import (
    ACTIONS,
    TOOLBAR,
    Fact,
    Menu,
    Reach,
    action,
    plain,
    schema_keys,
)
from annotator.ui.shortcuts import COLUMNS, KeySheet, balanced, sections
from annotator.ui.window.command_palette import CommandPalette, rank


@pytest.fixture(scope="module")
def news():
    return load_schema(default_schema_file())


def test_ids_are_unique_and_every_action_is_explained():
    ids = [entry.id for entry in ACTIONS]
    assert len(ids) == len(set(ids))
    for entry in ACTIONS:
        assert entry.help.endswith("."), entry.id
        assert entry.help[0].isupper(), entry.id
        assert plain(entry.text).strip(), entry.id


def test_every_menu_has_actions_with_mnemonics_of_their_own():
    for menu in Menu:
        texts = [entry.text for entry in ACTIONS if entry.menu is menu]
        assert texts
        letters = [t[t.index("&") + 1].lower() for t in texts if "&" in t]
        assert len(letters) == len(set(letters)), (menu, sorted(letters))


def test_the_toolbar_names_actions_with_icons():
    for identifier in filter(None, TOOLBAR):
        assert action(identifier).icon, identifier


def test_keys_are_understood_and_clash_only_where_facts_exclude_each_other():
    owners: dict[str, list] = {}
    for entry in ACTIONS:
        for key in entry.keys:
            sequence = QKeySequence(key)
            assert not sequence.isEmpty(), key
            owners.setdefault(sequence.toString(), []).append(entry)
    for key, entries in owners.items():
        for one, other in itertools.combinations(entries, 2):
            both = one.needs | other.needs
            assert {Fact.PREVIEW, Fact.NO_PREVIEW} <= both, (key, one.id, other.id)


def test_schema_keys_do_not_clash_with_actions(news):
    taken = {QKeySequence(k).toString() for entry in ACTIONS for k in entry.keys}
    for key in schema_keys(news):
        for wanted in (key.key, f"Shift+{key.key}"):
            assert QKeySequence(wanted).toString() not in taken


def test_schema_keys_gather_labels_and_roles(news):
    keys = {key.key: key for key in schema_keys(news)}
    assert keys["p"].text == "Person"
    assert [(k.name, label.name) for k, label in keys["q"].labels] == [
        ("quote", "direct")
    ]
    assert not keys["s"].labels
    assert {(k.name, r.name) for k, r in keys["s"].roles} == {
        ("quote", "speaker"),
        ("claim", "claimant"),
    }
    assert {k.name for k, _ in keys["a"].roles} == {"quote", "claim"}


def test_keys_of_lists_and_fields_reach_no_further_than_the_article():
    for entry in ACTIONS:
        plain_keys = [k for k in entry.keys if k in {"Space", "Return", "Del", "Esc"}]
        if plain_keys:
            assert entry.reach is Reach.ARTICLE, entry.id


def test_the_key_sheet_shows_every_key(qtbot, news):
    shown = sections(schema_keys(news))
    text = "\n".join(" ".join(row) for section in shown for row in section.rows)
    for entry in ACTIONS:
        for key in entry.keys:
            if key.endswith("Enter"):
                continue
            native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            assert native in text, entry.id
    for label in ("Person", "Speaker", "Move by token"):
        assert label in text


def test_the_key_sheet_narrows(qtbot, news):
    sheet = KeySheet(schema_keys(news))
    qtbot.addWidget(sheet)
    sheet.narrow("no such thing")
    assert not labels_of(sheet)
    sheet.field.setText("undo")
    assert any("Ctrl+Z" in text for text in labels_of(sheet))
    assert not any("Person" in text for text in labels_of(sheet))


def labels_of(sheet: KeySheet) -> list[str]:
    from PySide6.QtWidgets import QLabel

    page = sheet._area.widget()
    return [label.text() for label in page.findChildren(QLabel)]


def test_columns_keep_order_and_balance(news):
    shown = sections(schema_keys(news))
    columns = balanced(shown, COLUMNS)
    assert [s for column in columns for s in column] == shown
    heights = [sum(len(s.rows) + 2 for s in column) for column in columns]
    assert max(heights) <= 2 * sum(heights) / COLUMNS


@pytest.mark.parametrize(
    ("query", "text", "fits"),
    [
        ("mark ev", "Mark every further occurrence", 0),
        ("every", "Mark every further occurrence", 1),
        ("ccur", "Mark every further occurrence", 2),
        ("mevf", "Mark every further occurrence", 3),
        ("zzz", "Mark every further occurrence", None),
        ("", "Undo", 0),
        ("ÉTAT", "état", 0),
    ],
)
def test_rank(query, text, fits):
    assert rank(query, text) == fits


def test_the_palette_finds_and_runs_an_action(qtbot):
    ran = []
    actions = []
    for name in ("&Undo Mark PERSON “Ada”", "&Export annotations…", "Zoom &in"):
        made = QAction(name)
        made.triggered.connect(lambda *_, name=name: ran.append(name))
        actions.append(("Edit", made))
    actions[2][1].setEnabled(False)
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    palette.field.setText("expo")
    assert palette.list.count() == 1
    palette.run_current()
    assert ran == ["&Export annotations…"]


def test_the_palette_lists_what_cannot_be_done_last_and_does_not_do_it(qtbot):
    ran = []
    able, unable = QAction("Zoom out"), QAction("Zoom in")
    for made in (able, unable):
        made.triggered.connect(lambda *_, made=made: ran.append(made.text()))
    unable.setEnabled(False)
    palette = CommandPalette([("View", unable), ("View", able)])
    qtbot.addWidget(palette)
    palette.field.setText("zoom")
    assert [palette.list.item(i).text() for i in range(2)] == ["Zoom out", "Zoom in"]
    palette.list.setCurrentRow(1)
    palette.run_current()
    assert ran == []
    palette.field.setText("nothing like it")
    assert palette.list.count() == 0
    assert not palette.none.isHidden()
    palette.run_current()
    assert ran == []
