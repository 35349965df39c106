from io import BytesIO

import pytest

from tests.adapters.playground.stage import ALERTS, ASHA, MORGAN, Stage, error_of


async def test_a_file_from_the_bot_to_a_person(stage: Stage) -> None:
    answer = await stage.slack.files_upload_v2(
        channel=ALERTS,
        filename="log & list.csv",
        title="The log",
        content="a,b\n1,2\n",
        initial_comment="Here it is",
    )
    assert answer["file"]["title"] == "The log"
    (message,) = await stage.messages(MORGAN, ALERTS)
    assert message["text"] == "Here it is"
    (file,) = message["files"]
    assert (file["name"], file["size"]) == ("log & list.csv", 8)
    async with stage.http.get(f"{stage.base}{file['url_private']}") as download:
        assert await download.text() == "a,b\n1,2\n"
        assert download.headers["Content-Disposition"] == 'attachment; filename="log _ list.csv"'


async def announced(stage: Stage, length: int = 3) -> tuple[str, str]:
    answer = await stage.slack.files_getUploadURLExternal(filename="a.txt", length=length)
    return answer["file_id"], answer["upload_url"]


async def test_a_file_in_a_form(stage: Stage) -> None:
    file_id, url = await announced(stage)
    async with stage.http.post(url, data={"file": BytesIO(b"abc")}) as answer:
        assert answer.status == 200
    done = await stage.slack.files_completeUploadExternal(
        files=[{"id": file_id}], channel_id=ALERTS
    )
    assert done["files"][0]["title"] == "a.txt"


@pytest.mark.parametrize("body", [b"ab", b"abcd", b""])
async def test_another_length_than_announced(stage: Stage, body: bytes) -> None:
    file_id, url = await announced(stage)
    async with stage.http.post(url, data=body) as answer:
        assert answer.status == 400
    call = stage.slack.files_completeUploadExternal(files=[{"id": file_id}])
    assert await error_of(call) == "file_not_found"


async def test_an_upload_is_taken_once_and_shared_before_it_is_handed_out(stage: Stage) -> None:
    file_id, url = await announced(stage)
    for status in (200, 404):
        async with stage.http.post(url, data=b"abc") as answer:
            assert answer.status == status
    async with stage.http.get(f"{stage.base}/playground/files/{file_id}") as download:
        assert download.status == 404
    await stage.slack.files_completeUploadExternal(files=[{"id": file_id}])
    assert await stage.messages(ASHA, ALERTS) == []


async def test_what_is_refused(stage: Stage) -> None:
    slack = stage.slack
    assert await error_of(announced(stage, 0)) == "invalid_arguments"
    assert await error_of(announced(stage, 20_000_001)) == "file_upload_size_restricted"
    file_id, _ = await announced(stage)
    complete = slack.files_completeUploadExternal
    assert await error_of(complete(files=[{"id": "F0NONE"}])) == "file_not_found"
    assert await error_of(complete(files=[])) == "invalid_arguments"
    assert await error_of(complete(files=[{"id": file_id}], channel_id="C0NONE")) == (
        "channel_not_found"
    )
    async with stage.http.post(f"{stage.base}/upload/F0NONE", data=b"x") as answer:
        assert answer.status == 404
