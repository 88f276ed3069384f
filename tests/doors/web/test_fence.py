"""Every route, taken from the router itself, under every attack: a new route cannot escape."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from starlette.routing import Route
from tests.doors.web.client import HOST, KEYS, Client

from megaroth.doors.web.fence import KEEPS_NOTHING, MIB, POLICY

CLIENT = Client()
VALUES = {"name": "Example", "page": "answer", "path": "app.css", "question": "limits"}
NOT_THERE_YET = ("/s/Example/document-page.png",)
"""A picture is there once a document was read."""
ROUTES = [
    (method, route.path.replace("{path:path}", "app.css").format(**VALUES))
    for route in CLIENT.app.routes
    if isinstance(route, Route)
    for method in sorted(route.methods or ())
    if not (route.path == "/s/{name}/{page}" and method == "POST")
] + [("POST", "/s/Example/situation")]
ATTACKS: dict[str, dict[str, Any]] = {
    "a rebound name": {"host": "evil.test:8737"},
    "a name that ends like ours": {"host": "localhost.evil.test:8737"},
    "our name with a dot": {"host": "localhost.:8737"},
    "the address of everybody": {"host": "0.0.0.0:8737"},
    "another port": {"host": "127.0.0.1:80"},
    "no port": {"host": "127.0.0.1"},
    "no host": {"host": None},
    "a user in the host": {"host": "127.0.0.1:8737@evil.test"},
    "no token": {"cookie": None},
    "a wrong token": {"cookie": f"{KEYS.cookie}={KEYS.token[:-1]}x"},
    "an empty token": {"cookie": f"{KEYS.cookie}="},
    "the cookie of another port": {"cookie": f"megaroth-1={KEYS.token}"},
    "a wrong bearer": {"cookie": None, "headers": {"authorization": "Bearer nothing"}},
    "another origin": {"headers": {"origin": "http://evil.test"}},
    "an origin on another port": {"headers": {"origin": "http://127.0.0.1:9999"}},
    "no origin at all": {"headers": {"origin": "null"}},
    "a request from another site": {"headers": {"sec-fetch-site": "cross-site"}},
    "a request from another port": {"headers": {"sec-fetch-site": "same-site"}},
    "too much": {"headers": {"content-length": str(64 * MIB)}},
    "a length that is none": {"headers": {"content-length": "-1"}},
}


def test_there_are_many_routes() -> None:
    assert len(ROUTES) > 25


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_route_refuses(attack: str) -> None:
    before = [(each.name, copy.deepcopy(each.household)) for each in CLIENT.shelf.all()]
    for method, path in ROUTES:
        reply = CLIENT.send(method, path, **ATTACKS[attack])
        assert 400 <= reply.status < 500, (method, path)
        assert "set-cookie" not in reply.headers
        assert KEYS.token not in reply.text
    assert [(each.name, each.household) for each in CLIENT.shelf.all()] == before


def test_the_attacks_are_the_only_reason() -> None:
    """Without an attack the same requests pass the fence: a refusal is not for a route that is no route."""
    for method, path in ROUTES:
        if method in ("GET", "HEAD"):
            assert CLIENT.send(method, path).status in (200, 303) or path in NOT_THERE_YET, path
    assert (
        CLIENT.send("GET", "/s/Example/answer", cookie=None, headers={"authorization": f"Bearer {KEYS.token}"}).status
        == 200
    )
    assert CLIENT.get("/s/Example/answer", headers={"sec-fetch-site": "same-origin"}).status == 200


def test_every_answer_carries_the_policy_and_is_kept_nowhere() -> None:
    for method, path in [*ROUTES, ("GET", "/nothing"), ("PUT", "/"), ("GET", "/s/Nobody/answer")]:
        for cookie in (None, f"{KEYS.cookie}={KEYS.token}"):
            reply = CLIENT.send(method, path, cookie=cookie)
            assert reply.headers["content-security-policy"] == POLICY
            assert reply.headers["x-content-type-options"] == "nosniff"
            assert not any(name.startswith("access-control-") for name in reply.headers)
            if not (path.startswith("/static/") and reply.status == 200):
                assert reply.headers["cache-control"] == KEEPS_NOTHING
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_the_token_moves_into_a_cookie_and_out_of_the_address() -> None:
    reply = CLIENT.get(f"/?token={KEYS.token}", cookie=None)
    assert (reply.status, reply.headers["location"]) == (303, "/")
    cookie = reply.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert CLIENT.get("/?token=wrong", cookie=None).status == 401
    assert CLIENT.get(f"//evil.test/?token={KEYS.token}", cookie=None).status == 404
    assert CLIENT.get(f"/s/Example/answer?token={KEYS.token}", cookie=None).status == 401


def test_a_body_is_counted_while_it_streams() -> None:
    chunks = [b"x" * MIB, b"x" * MIB]
    headers = {"content-type": "application/json", "origin": f"http://{HOST}"}
    assert CLIENT.send("POST", "/api/plan", headers=headers, chunks=chunks).status == 413
    form = {"content-type": "application/x-www-form-urlencoded", "origin": f"http://{HOST}"}
    assert CLIENT.send("POST", "/s/Example/situation", headers=form, chunks=[b"a=" + b"x" * MIB, b"x"]).status == 413


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/vendor/../../render.py",
     "/static/vendor/README.md", "/s/../answer", "/s/..%2f..%2fetc/answer", "/s/Example/../../etc", "/\\evil.test", "/s/Example/answer\x00"],
)  # fmt: skip
def test_no_address_becomes_a_path(path: str) -> None:
    reply = CLIENT.get(path)
    assert reply.status == 404
    assert "root:" not in reply.text


def test_an_error_of_ours_tells_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("canary-4711 in /home/somebody")

    monkeypatch.setattr("megaroth.doors.web.app.answers_of", broken)
    monkeypatch.setattr("megaroth.doors.web.render.answers_of", broken)
    for path in ("/s/Example/answer", "/s/Example/schedule.csv"):
        reply = CLIENT.get(path)
        assert reply.status == 500
        assert "canary" not in reply.text
        assert "Traceback" not in reply.text
        assert "/" not in reply.text.partition("<main")[2].replace("</", "<").replace('href="/"', "")
    told = capsys.readouterr().err
    assert "canary" not in told
    assert "RuntimeError" in told
