"""The maker of hostile documents makes what it says; what the reader does with them is tested beside the reader."""

from __future__ import annotations

from tests.reader.hostile import KINDS, hostile


def test_every_kind_is_made_the_same_twice() -> None:
    for seed in range(len(KINDS)):
        name, made = hostile(seed)
        assert len(made) < 4_000_000
        if name != "locked_with_password":  # its key is made of chance
            assert hostile(seed) == (name, made)
    assert len({hostile(seed)[0] for seed in range(len(KINDS))}) == len(KINDS) > 40
