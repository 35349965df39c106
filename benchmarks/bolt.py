"""The baseline: an empty handler of slack-bolt, as its documentation writes one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.names import FORM, PATH
from benchmarks.bots import SECRET, TOKEN, free_port
from benchmarks.sink import Sink
from benchmarks.wire import Caller
from bot.app.web import served


@asynccontextmanager
async def empty_handler(sink: Sink, *, process_before_response: bool) -> AsyncIterator[Caller]:
    """Acknowledges ``/ucb`` and every form of ours, and does nothing else."""
    app = AsyncApp(
        signing_secret=SECRET,
        client=AsyncWebClient(TOKEN, base_url=f"{sink.url}/api/"),
        process_before_response=process_before_response,
    )

    @app.command("/ucb")
    async def command(ack: AsyncAck) -> None:
        await ack()

    @app.view(FORM)
    async def submission(ack: AsyncAck) -> None:
        await ack()

    port = free_port()
    async with served(app.web_app(PATH), "127.0.0.1", port):
        caller = await Caller.to(port, SECRET)
        yield caller
        await caller.close()
