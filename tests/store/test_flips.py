"""A byte of the file that was changed is noticed, named, and nothing of the file is used."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.store.flips import a_file, named
from tests.store.power_loss import KEY

from megaroth.store import copies, store
from megaroth.store.pages import PAGE, damaged_pages, intact


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return a_file(tmp_path_factory.mktemp("flips") / "a.ledger")


def test_every_byte_is_under_a_digest(whole: bytes) -> None:
    """All bytes of the file, without SQLite: free pages, unused space, the header and the digests themselves."""
    assert damaged_pages(lambda amount, at: whole[at : at + amount], len(whole)) == []
    for at in range(len(whole)):
        page = at - at % PAGE
        changed = bytearray(whole[page : page + PAGE])
        changed[at % PAGE] ^= 1 + at % 255
        assert not intact(bytes(changed), page)


def test_the_whole_way_names_the_page(whole: bytes, tmp_path: Path) -> None:
    path, rng = tmp_path / "a.ledger", random.Random(1)
    header = range(100)
    others = rng.sample(range(100, len(whole)), 150)
    for at in (*header, *others):
        changed = bytearray(whole)
        changed[at] ^= 1 << rng.randrange(8)
        path.write_bytes(changed)
        # The first bytes tell SQLite what the file is; without them it is named as no ledger.
        assert named(path, at) in (("page",) if at >= 100 else ("page", "ledger-locked", "not-a-ledger")), at
        assert isinstance(store.read(path), list) or at >= 100
        assert isinstance(store.append(path, [], create=False), list) or at >= 100


def test_pages_in_each_others_place_and_a_file_that_was_cut(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    swapped = whole[:PAGE] + whole[2 * PAGE : 3 * PAGE] + whole[PAGE : 2 * PAGE] + whole[3 * PAGE :]
    for other in (swapped, whole[:-PAGE], whole[:-1], whole[:100], b"", whole + bytes(PAGE), whole + b"x"):
        path.write_bytes(other)
        found = store.verify(path)
        assert isinstance(found, list), len(other)
        assert found[0].code == "ledger-damaged"


def test_a_record_that_was_changed_with_its_digest_breaks_the_chain(tmp_path: Path) -> None:
    """Whoever knows the format can make the digests of pages anew; the chain of records still tells."""
    from megaroth.store.pages import DIGEST, digest_of

    path = tmp_path / "a.ledger"
    whole = bytearray(a_file(path))
    at = whole.index(b'"amount":"0.07"')
    whole[at + 13] ^= 1
    page = at - at % PAGE
    whole[page + PAGE - DIGEST : page + PAGE] = digest_of(bytes(whole[page : page + PAGE]), page)
    path.write_bytes(whole)
    found = store.read(path)
    assert isinstance(found, list)
    assert "record 9 is not the one that was written" in found[0].message


def test_a_record_is_named_where_a_page_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    whole = bytearray(a_file(path))
    whole[whole.index(b'"amount":"0.07"') + 12] ^= 1
    path.write_bytes(whole)
    found = store.verify(path)
    assert isinstance(found, list)
    assert "record 9" in found[0].message


def encrypted(folder: Path, passphrase: str) -> tuple[Path, bytes]:
    """The same ledger under a passphrase."""
    path, locked = folder / "a.ledger", folder / "locked.ledger"
    a_file(path)
    assert isinstance(copies.backup(path, locked, new_passphrase=passphrase), copies.Copied)
    return locked, locked.read_bytes()


def test_an_encrypted_file_names_the_page_too(tmp_path: Path) -> None:
    locked, whole = encrypted(tmp_path, KEY)
    rng = random.Random(2)
    assert b"contribute" not in whole
    pages = range(0, len(whole), PAGE)
    # The eight bytes that are not encrypted, in every bit; the salt; every page's text, random number and proof.
    every_bit = [(at, bit) for at in range(16, 24) for bit in range(8)]
    others = [at for page in pages for at in (page + 100, page + PAGE - 70, page + PAGE - 1)]
    for at, bit in (*every_bit, *[(at, rng.randrange(8)) for at in (0, 15, *others)]):
        changed = bytearray(whole)
        changed[at] ^= 1 << bit
        locked.write_bytes(changed)
        assert named(locked, at, KEY) == "page", (at, bit)
    for other in (whole + bytes(PAGE), whole + b"x", whole[:-1], whole[:-PAGE], whole[:100], b""):
        locked.write_bytes(other)
        found = store.verify(locked, passphrase=KEY)
        assert isinstance(found, list)
        assert found[0].code == "ledger-damaged"


def test_pages_of_an_encrypted_file_in_each_others_place(tmp_path: Path) -> None:
    locked, whole = encrypted(tmp_path, KEY)
    locked.write_bytes(whole[:PAGE] + whole[2 * PAGE : 3 * PAGE] + whole[PAGE : 2 * PAGE] + whole[3 * PAGE :])
    found = store.verify(locked, passphrase=KEY)
    assert isinstance(found, list)
    assert "page 2 (bytes 4096 to 8191), page 3 (bytes 8192 to 12287) are not as written" in found[0].message


def test_an_encrypted_file_under_a_passphrase(tmp_path: Path) -> None:
    locked, whole = encrypted(tmp_path, "long and secret")
    assert isinstance(store.verify(locked, passphrase="long and secret"), store.Stored)
    assert [f.code for f in store.verify(locked)] == ["ledger-locked"]  # type: ignore[union-attr]
    for wrong, changed in (("other", whole), ("long and secret", bytes([whole[0] ^ 1]) + whole[1:])):
        locked.write_bytes(changed)
        found = store.verify(locked, passphrase=wrong)
        assert isinstance(found, list)
        assert found[0].code == "ledger-damaged"
        assert "the passphrase is not the one of this ledger, or page 1 (bytes 0 to 4095)" in found[0].message
    locked.write_bytes(whole[: 2 * PAGE] + bytes([whole[2 * PAGE] ^ 1]) + whole[2 * PAGE + 1 :])
    assert named(locked, 2 * PAGE, "long and secret") == "page"


def test_an_encrypted_file_that_only_may_not_be_written(tmp_path: Path) -> None:
    """A denied disk is not told as damage: here SQLite's own word for it, with the file as it was written."""
    import apsw

    from megaroth.store.file import _diagnosed, opened

    locked, _ = encrypted(tmp_path, KEY)
    with opened(locked, passphrase=KEY) as file:
        connection = file.connection
    error = apsw.ReadOnlyError("attempt to write a readonly database")
    assert _diagnosed(locked, connection, KEY, "", error) is error
