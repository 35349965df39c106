"""The OpenAPI description, made of the models that validate and answer."""

from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from adapters.intake.answers import PATH, RESULT, BatchResult, Result
from adapters.intake.contact import KEY, Shapes
from adapters.intake.limits import JSON, LINES, MAIL, MOST_AT_ONCE
from adapters.intake.problems import PROBLEM, ProblemBody
from adapters.intake.signing import IDEMPOTENCY, SIGNATURE, TIMESTAMP
from adapters.intake.signing import KEY as KEY_HEADER

Json = dict[str, Any]
_AT: Final = "#/components/schemas/{model}"
_SIGNED: Final = (
    "Requests are signed. `X-UCB-Signature` is `v1=` and the HMAC-SHA256, in hex, of "
    "`v1:{timestamp}:{method}:{path}:{idempotency key}:{body}`, where `timestamp` is that of "
    "`X-UCB-Timestamp`, `path` stands as in the request line with its query, and idempotency key "
    "and body are empty where there is none. `X-UCB-Key` names the key."
)
_PROBLEMS: Final = {
    400: "It cannot be read: no UTF-8, no JSON, or without an Idempotency-Key.",
    401: "It is not signed as it must be.",
    404: "There is no such result, or no contacts are taken here.",
    408: "It did not arrive in time.",
    409: "Another contact was sent under this key before.",
    413: "It is too large.",
    415: "This kind of content is not taken.",
    422: "Fields are at fault; each is named. Nothing was kept.",
    429: "Too many requests are in hand. Wait, then send it again.",
    503: "It cannot be kept at this moment. Send it again.",
}


def description(shapes: Shapes) -> Json:
    taken: list[type[BaseModel]] = [shapes.contact, shapes.item]
    answered: list[type[BaseModel]] = [Result, BatchResult, ProblemBody]
    _, made = models_json_schema(
        [(model, "validation") for model in taken]
        + [(model, "serialization") for model in answered],
        ref_template=_AT,
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Contacts for UCB",
            "version": "1",
            "summary": "Tell the bot that somebody made contact.",
            "description": _SIGNED,
        },
        "paths": {
            PATH: {"post": _take_one()},
            f"{PATH}/batch": {"post": _take_many()},
            f"{PATH}/{{receipt}}": {"get": _read()},
        },
        "components": {
            "schemas": made["$defs"],
            "securitySchemes": {
                "key": _header(KEY_HEADER, "The name of your key, such as `crm/2026`."),
                "timestamp": _header(TIMESTAMP, "Seconds since 1970, at most 300 from our clock."),
                "signature": _header(SIGNATURE, _SIGNED),
            },
        },
        "security": [{"key": [], "timestamp": [], "signature": []}],
    }


def _take_one() -> Json:
    return {
        "operationId": "takeContact",
        "summary": "One contact, or one mail of which only the header is looked at.",
        "parameters": [
            {
                "name": IDEMPOTENCY,
                "in": "header",
                "required": True,
                "description": "Names this contact. Again with the same contact: the same answer.",
                "schema": {"type": "string", "pattern": KEY},
            }
        ],
        "requestBody": _body({JSON: _ref("Contact"), MAIL: {"type": "string"}}),
        "responses": _responses(202, "Result", "It is kept.", 400, 408, 409, 413, 415, 422),
    }


def _take_many() -> Json:
    many = {"type": "array", "items": _ref("Item"), "minItems": 1, "maxItems": MOST_AT_ONCE}
    return {
        "operationId": "takeContacts",
        "summary": f"Up to {MOST_AT_ONCE} contacts; the good ones are kept, the others listed.",
        "requestBody": _body({JSON: many, LINES: {"type": "string"}}),
        "responses": _responses(
            202, "BatchResult", "At least one is kept.", 400, 408, 409, 413, 415, 422
        ),
    }


def _read() -> Json:
    return {
        "operationId": "readResult",
        "summary": "What became of a contact that you sent.",
        "parameters": [
            {
                "name": "receipt",
                "in": "path",
                "required": True,
                "schema": {"type": "string", "pattern": RESULT},
            }
        ],
        "responses": _responses(200, "Result", "It is kept, and this became of it.", 400, 404, 413),
    }


def _body(kinds: Json) -> Json:
    return {"required": True, "content": {kind: {"schema": s} for kind, s in kinds.items()}}


def _responses(good: int, model: str, words: str, *bad: int) -> Json:
    found: Json = {str(good): _response(words, JSON, model)}
    for status in sorted({*bad, 401, 404, 429, 503}):
        found[str(status)] = _response(_PROBLEMS[status], PROBLEM, "ProblemBody")
    return found


def _response(words: str, kind: str, model: str) -> Json:
    return {"description": words, "content": {kind: {"schema": _ref(model)}}}


def _ref(model: str) -> Json:
    return {"$ref": _AT.format(model=model)}


def _header(name: str, words: str) -> Json:
    return {"type": "apiKey", "in": "header", "name": name, "description": words}
