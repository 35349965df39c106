"""files.*: the two steps around an upload."""

from typing import Final

from adapters.playground.errors import SlackError, missing
from adapters.playground.local_slack import LocalSlack
from adapters.playground.uploads import LARGEST, Upload
from adapters.playground.web_api.arguments import Arguments
from adapters.playground.workspace import BOT_USER, Json


async def get_upload_url(slack: LocalSlack, arguments: Arguments) -> Json:
    name = arguments.required("filename")
    length = arguments.number("length", 0)
    if length <= 0:
        raise SlackError(
            "invalid_arguments", ["[ERROR] must be more than 0 [json-pointer:/length]"]
        )
    if length > LARGEST:
        raise SlackError("file_upload_size_restricted")
    upload = slack.uploads.announce(name, length)
    return {"upload_url": f"{arguments.base}/upload/{upload.id}", "file_id": upload.id}


async def complete_upload(slack: LocalSlack, arguments: Arguments) -> Json:
    named = arguments.structure("files")
    if not isinstance(named, list) or not named:
        raise missing("files")
    channel = arguments.text("channel_id") or None
    if channel is not None and not slack.workspace.knows(channel):
        raise SlackError("channel_not_found")
    uploads = [(_uploaded(slack, item), item) for item in named]
    shared = [
        slack.uploads.share(upload, str(item.get("title") or upload.name), channel)
        for upload, item in uploads
    ]
    objects = [upload.as_object() for upload in shared]
    if channel is not None:
        comment = arguments.text("initial_comment")
        slack.messages.post(channel, BOT_USER, comment, files=objects)
    return {"files": objects}


def _uploaded(slack: LocalSlack, item: object) -> Upload:
    file_id = item.get("id") if isinstance(item, dict) else None
    upload = slack.uploads.find(file_id) if isinstance(file_id, str) else None
    if upload is None or upload.content is None:
        raise SlackError("file_not_found")
    return upload


METHODS: Final = {
    "files.getUploadURLExternal": get_upload_url,
    "files.completeUploadExternal": complete_upload,
}
