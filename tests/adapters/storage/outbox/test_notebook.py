"""The adapters' notes, on both databases and across a restart."""

from adapters.storage import MasterKey, open_storage


async def test_notes_survive_a_restart_and_shelves_are_kept_apart(database_url: str) -> None:
    keys = MasterKey.from_text(MasterKey.generate())
    storage = await open_storage(database_url, keys, {})
    await storage.notebook.write("teams/places", "p", "first")
    await storage.notebook.write("teams/places", "p", "second")
    await storage.notebook.write("teams/posts", "p", "another")
    await storage.close()
    again = await open_storage(database_url, keys, {})
    try:
        assert await again.notebook.read("teams/places", "p") == "second"
        await again.notebook.erase("teams/places", "p")
        await again.notebook.erase("teams/places", "never written")
        assert await again.notebook.read("teams/places", "p") is None
        assert await again.notebook.read("teams/posts", "p") == "another"
    finally:
        await again.close()
