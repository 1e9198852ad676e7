"""Making, opening, refusing, migrating and copying project files."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from annotator.domain.errors import EnvironmentFault, InputError, NewerFileError
from annotator.domain.progress import Progress
from annotator.storage import migrate
from annotator.storage.database import APPLICATION_ID, Database
from annotator.storage.faults import fault
from annotator.storage.shelf import Why, folder_of
from annotator.storage.shelf import kept as kept_backups
from annotator.storage.store import Store
from tests.unit.storage.builders import DOCUMENT, TEXT, add, commit, mark, record


def _files(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def _execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def _layout(database: Database) -> list[tuple[object, ...]]:
    """Return what the file is made of; white space differs after ALTER TABLE."""
    return [
        (kind, name, table, " ".join((sql or "").split()))
        for kind, name, table, sql in database.rows(
            "SELECT type, name, tbl_name, sql FROM sqlite_master"
        )
    ]


def test_a_new_project_knows_itself(tmp_path: Path) -> None:
    path = tmp_path / "my news.annot"
    with Store.create(path, schema_toml="a = 1", name="My news") as store:
        info = store.info()
        assert (info.name, info.version, info.pipeline) == (
            "My news",
            migrate.VERSION,
            "",
        )
        assert info.created.endswith("Z")
        assert len(info.id) == 32
        assert store.schema_toml() == "a = 1"
        assert store.documents.ids() == []
        assert store.check(Progress()) == []
    assert _files(tmp_path) == ["my news.annot"]


def test_what_is_set_survives(path: Path) -> None:
    with Store.open(path) as store:
        store.set_pipeline("en_core_web_sm")
        store.set_schema_toml("b = “2”")
        project = store.info()
    with Store.open(path) as store:
        assert store.info() == project
        assert project.pipeline == "en_core_web_sm"
        assert store.schema_toml() == "b = “2”"


def test_create_refuses_to_replace(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(InputError, match="exists already"):
        Store.create(path, schema_toml="", name="x")
    assert path.read_bytes() == before


def test_create_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a folder"):
        Store.create(tmp_path / "no" / "x.annot", schema_toml="", name="x")
    assert _files(tmp_path) == []


def test_a_failed_create_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="surrogate"):
        Store.create(tmp_path / "x.annot", schema_toml="\ud83d", name="x")
    assert _files(tmp_path) == []


def test_open_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not there"):
        Store.open(tmp_path / "none.annot")
    with pytest.raises(InputError, match="not there or not a file"):
        Store.open(tmp_path)
    text = tmp_path / "text.annot"
    text.write_text("An article.\n" * 100)
    with pytest.raises(InputError, match="not an Annotator project"):
        Store.open(text)
    foreign = tmp_path / "foreign.db"
    _execute(foreign, "CREATE TABLE documents (id)")
    with pytest.raises(InputError, match="not an Annotator project"):
        Store.open(foreign)
    assert _files(tmp_path) == ["foreign.db", "text.annot"]


def test_an_empty_project_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hollow.annot"
    _execute(path, f"PRAGMA application_id = {APPLICATION_ID}", "CREATE TABLE t (a)")
    with pytest.raises(InputError, match="damaged"):
        Store.open(path)


def test_a_cut_off_file_is_called_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:8192])
    with pytest.raises(InputError, match="damaged"):
        Store.open(path)


def _damage(path: Path, name: str, old: bytes, new: bytes) -> None:
    """Replace bytes in the first page of a table or index."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()
    data = bytearray(path.read_bytes())
    content = data[(page - 1) * size : page * size]
    assert old in content
    data[(page - 1) * size : page * size] = content.replace(old, new)
    path.write_bytes(data)


def test_an_index_that_does_not_fit_is_found(path: Path) -> None:
    identity = DOCUMENT.encode()
    wrong = identity[:-1] + b"x"
    _damage(path, "sqlite_autoindex_document_texts_1", identity, wrong)
    with Store.open(path) as store:
        found = [str(problem) for problem in store.check(Progress())]
    assert any("SQLite finds: row 1 missing from index" in p for p in found), found


def test_a_page_of_rubbish_is_found(path: Path) -> None:
    _damage(path, "documents", b"\x0d", b"\x55")
    with Store.open(path) as store:
        found = [str(problem) for problem in store.check(Progress())]
        with pytest.raises(InputError, match="damaged"):
            store.documents.rows(store.annotator("ann").id)
        with pytest.raises(InputError, match="damaged"):
            store.documents.ids()
    assert any("damaged" in problem for problem in found), found


def test_rubbish_where_the_version_stands_is_refused(path: Path) -> None:
    _damage(path, "alembic_version", b"\x0d", b"\x55")
    with pytest.raises(InputError, match="damaged"):
        Store.open(path)


def test_a_file_without_its_project_row_is_refused(path: Path) -> None:
    _execute(path, "DELETE FROM project")
    with pytest.raises(InputError, match="what project it is"):
        Store.open(path)


def test_a_newer_file_is_not_touched(path: Path) -> None:
    _execute(
        path,
        f"PRAGMA user_version = {migrate.VERSION + 1}",
        "UPDATE alembic_version SET version_num = '0099'",
    )
    before, names = path.read_bytes(), _files(path.parent)
    with pytest.raises(NewerFileError, match="update the program"):
        Store.open(path)
    assert path.read_bytes() == before
    assert _files(path.parent) == names


def test_a_newer_file_is_told_by_its_contents_too(path: Path) -> None:
    _execute(path, "UPDATE alembic_version SET version_num = '0007'")
    with pytest.raises(NewerFileError, match="version 7"):
        Store.open(path)


def test_a_file_that_may_not_be_opened(path: Path, monkeypatch) -> None:
    def refuse(*_args: object, **_kw: object) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(EnvironmentFault, match="cannot be opened"):
        Store.open(path)


def test_the_template_equals_the_migrations(tmp_path: Path, path: Path) -> None:
    database = Database(tmp_path / "migrated.db")
    for number in range(1, migrate.VERSION + 1):
        with database.transaction(durable=True):
            migrate.run_step(database, migrate.SCRIPTS, number)
    with Store.open(path) as store:
        assert sorted(_layout(database)) == sorted(_layout(store._db))
    version = database.value("PRAGMA user_version")
    assert version == migrate.stored_version(database) == migrate.VERSION
    database.close()


# -- migrations ------------------------------------------------------------


NEXT = migrate.VERSION + 1


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """Return the real migrations with two more after them, the second one broken."""
    folder = tmp_path / "scripts 100%"
    shutil.copytree(migrate.SCRIPTS, folder)
    head = "import sqlalchemy as sa\nfrom alembic import op\n"
    for number, body in (
        (NEXT, "op.add_column('annotators', sa.Column('colour', sa.String()))"),
        (NEXT + 1, "op.create_table('half', sa.Column('a', sa.Integer()))\n    1 / 0"),
    ):
        (folder / "versions" / f"r{number:04d}_test.py").write_text(
            f"{head}revision = '{number:04d}'\ndown_revision = '{number - 1:04d}'\n"
            f"def upgrade():\n    {body}\n"
        )
    return folder


def test_a_migration_keeps_a_copy_of_the_file(path: Path, scripts: Path) -> None:
    database = Database(path)
    backup = migrate.migrate(database, scripts=scripts, target=NEXT)
    assert backup is not None
    assert backup.name.startswith("project.")
    assert backup.name.endswith(".before-update.annot")
    assert migrate.stored_version(database) == NEXT
    assert database.value("PRAGMA user_version") == NEXT
    assert database.rows("SELECT name, colour FROM annotators") == [("ann", None)]
    assert database.value("PRAGMA foreign_keys") == 1
    database.close()
    with Store.open(backup) as old:
        assert old.info().version == migrate.VERSION
        assert old.annotators()[0].name == "ann"


def test_a_failing_migration_leaves_the_version_before_it(
    path: Path, scripts: Path
) -> None:
    database = Database(path)
    with pytest.raises(EnvironmentFault, match=rf"version {NEXT + 1} \(division"):
        migrate.migrate(database, scripts=scripts, target=NEXT + 1)
    assert migrate.stored_version(database) == NEXT
    assert database.value("PRAGMA user_version") == NEXT
    assert not database.rows("SELECT 1 FROM sqlite_master WHERE name = 'half'")
    assert [kept.why for kept in kept_backups((folder_of(database),))] == [
        Why.MIGRATION
    ]
    database.close()


def test_a_migration_may_not_break_references(path: Path, scripts: Path) -> None:
    script = scripts / "versions" / f"r{NEXT:04d}_test.py"
    script.write_text(
        script.read_text().replace(
            "op.add_column('annotators', sa.Column('colour', sa.String()))",
            "op.execute('DELETE FROM documents')",
        )
    )
    database = Database(path)
    with pytest.raises(EnvironmentFault, match="references"):
        migrate.migrate(database, scripts=scripts, target=NEXT)
    assert database.value("SELECT count(*) FROM documents") == 1
    assert migrate.stored_version(database) == migrate.VERSION
    database.close()


def test_an_up_to_date_file_needs_no_copy(path: Path) -> None:
    with Store.open(path):
        pass
    assert _files(path.parent) == ["project.annot"]


# -- copies ----------------------------------------------------------------


def test_a_backup_holds_everything_so_far(store: Store, ann, tmp_path: Path) -> None:
    annotation = mark()
    commit(store, ann, put=(annotation,))
    target = tmp_path / "copy.annot"
    store.backup(target)
    commit(store, ann, put=(mark("Norrby", "GPE"),))
    assert [p for p in _files(tmp_path) if p.startswith("copy")] == ["copy.annot"]
    with Store.open(target) as copy:
        assert copy.check(Progress()) == []
        document = copy.documents.ids()[0]
        assert list(copy.layer(document, ann).annotations) == [annotation.id]
        assert copy.undo_name(ann) == "Mark"
    with pytest.raises(InputError, match="exists already"):
        store.backup(target)
    with pytest.raises(InputError, match="not a folder"):
        store.backup(tmp_path / "none" / "copy.annot")


def test_a_backup_where_the_disk_is_full(store: Store, tmp_path, monkeypatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(EnvironmentFault, match="No space left"):
        store.backup(tmp_path / "copy.annot")
    assert not [p for p in _files(tmp_path) if "copy" in p]


# -- faults ----------------------------------------------------------------


def test_a_full_disk_is_said_and_nothing_changes(store: Store, ann) -> None:
    pages = store._db.value("PRAGMA page_count")
    store._db.raw.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(EnvironmentFault, match="the disk is full"), store.bulk() as b:
        b.add_document(record("word " * 20_000))
    assert len(store.documents.ids()) == 1
    store._db.raw.execute("PRAGMA max_page_count = 100000")
    commit(store, ann, put=(mark(),))
    assert store.check(Progress()) == []


def test_a_locked_file_is_said_and_nothing_changes(store: Store, ann) -> None:
    store._db.raw.execute("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentFault, match="another program"):
            commit(store, ann, put=(mark(),))
        other.execute("ROLLBACK")
    assert store.undo_name(ann) is None
    commit(store, ann, put=(mark(),))
    assert store.undo_name(ann) == "Mark"


def test_a_read_only_file_is_said(store: Store, ann) -> None:
    store._db.raw.execute("PRAGMA query_only = ON")
    with pytest.raises(EnvironmentFault, match="read-only"):
        commit(store, ann, put=(mark(),))


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (errno.EROFS, "is read-only; change that or work on a copy"),
        (errno.EACCES, "is read-only"),
        (errno.EIO, "the disk reported an error"),
        (None, "the disk reported an error"),
    ],
)
def test_a_disk_that_became_read_only_is_told_from_a_broken_one(
    path: Path, monkeypatch, reason: int | None, said: str
) -> None:
    def refuse(**_named: object) -> object:
        raise OSError(reason, "no")

    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    if reason is not None:
        monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert said in str(fault(path, error))


def test_half_a_surrogate_pair_is_said(store: Store, ann) -> None:
    with pytest.raises(InputError, match="surrogate"):
        commit(store, ann, put=(mark(note="\ud83d"),))
    assert store.undo_name(ann) is None
    with pytest.raises(InputError, match="surrogate"):
        store.annotator("\udc00")


def test_bugs_are_not_dressed_up(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError):
        store._db.rows("SELECT nonsense")
    store._db.raw.execute("DROP TABLE verdicts")
    with pytest.raises(DBAPIError, match="verdicts"):
        store.documents.rows("x")
    with pytest.raises(sqlite3.IntegrityError), store._db.transaction(durable=True):
        store._db.raw.execute("INSERT INTO places VALUES ('nobody', 'nothing', '{}')")


def test_two_documents_do_not_mix(store: Store) -> None:
    (other,) = add(store, record("Another text."))
    assert store.documents.text(other) == "Another text."
    assert store.documents.text(store.documents.ids()[0]) == TEXT
    with pytest.raises(InputError, match="no document"):
        store.documents.text("0" * 32)
    with pytest.raises(InputError, match="no document"):
        store.documents.get("0" * 32)
