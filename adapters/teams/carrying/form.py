"""A form packed into the data of its own dialog.

Teams sends back what was typed, but not the form. With the form in the data it can be shown again
with what is wrong, by any replica and after a restart, without keeping anything.
"""

import base64
import binascii
import json
import zlib
from dataclasses import replace
from datetime import time
from functools import cache
from typing import Final

from cattrs.preconf.json import JsonConverter, make_converter
from cattrs.strategies import configure_tagged_union

from adapters.chat.payloads import Malformed
from bot.views.card import Block
from bot.views.form import Field, Form, TextField

LARGEST: Final = 200_000
"""Bytes that a packed form may have when it is unpacked."""


def bare(form: Form) -> Form:
    """Without texts: what is typed in their fields comes back in their place."""
    fields = tuple(replace(f, value="") if isinstance(f, TextField) else f for f in form.fields)
    return replace(form, fields=fields)


def packed(form: Form) -> str:
    words = json.dumps(_converter().unstructure(form), ensure_ascii=False)
    return base64.urlsafe_b64encode(zlib.compress(words.encode(), 9)).decode()


def unpacked(text: str) -> Form:
    """Raises ``Malformed`` for anything ``packed`` did not make."""
    try:
        reader = zlib.decompressobj()
        words = reader.decompress(base64.urlsafe_b64decode(text), LARGEST)
        if not reader.eof:
            raise Malformed("form")
        form: Form = _converter().structure(json.loads(words), Form)
    except (ValueError, binascii.Error, zlib.error, KeyError, TypeError, ExceptionGroup):
        raise Malformed("form") from None
    return form


@cache
def _converter() -> JsonConverter:
    converter = make_converter(omit_if_default=True)
    converter.register_unstructure_hook(time, time.isoformat)
    converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
    configure_tagged_union(Block, converter, tag_name="is")
    configure_tagged_union(Field, converter, tag_name="is")
    return converter
