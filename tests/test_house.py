"""The house keeps its own rules: imports, locks, packaging, and what its files may name."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ;[^\\\n]*)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n", re.MULTILINE
)
REGISTRIES = (
    ("pypi", "org"),
    ("files", "pythonhosted.org"),
    ("registry", "npmjs.org"),
    ("deb", "debian.org"),
    ("docker", "io/"),
)
NOT_OURS = {".git", ".venv", "data", "dist", "htmlcov", "__pycache__", "node_modules"}


def pyproject() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pinned(lock: str) -> dict[str, str]:
    return dict(PINNED.findall((ROOT / lock).read_text("utf-8")))


def our_files() -> Iterator[Path]:
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        hidden_caches = any(part.endswith("_cache") or part == ".hypothesis" for part in parts)
        if path.is_file() and not NOT_OURS & set(parts) and not hidden_caches:
            yield path


def test_the_import_rules_hold() -> None:
    """In a process of its own: the linter switches off every logger that is there already."""
    linter = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout


def test_the_core_imports_the_standard_library_alone() -> None:
    allowed = sys.stdlib_module_names | {"core"}
    for file in (ROOT / "core").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{file}: imports are absolute"
                names = [node.module or ""]
            else:
                continue
            assert {name.split(".")[0] for name in names} <= allowed, f"{file}:{node.lineno}"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_exact_and_hashed(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    named = [line.split("==")[0] for line in text.splitlines() if re.match(r"[a-zA-Z]", line)]
    assert named == list(pinned(lock))
    assert "://" not in text


def test_both_locks_agree_and_hold_what_the_project_asks_for() -> None:
    running, testing = (pinned(lock) for lock in LOCKS)
    assert running.items() <= testing.items()
    project = pyproject()
    groups = project["dependency-groups"]
    assert isinstance(groups, dict)
    assert isinstance(project["project"], dict)
    assert names(project["project"]["dependencies"]) | names(groups["build"]) <= running.keys()
    assert names(groups["dev"]) <= testing.keys()
    assert not names(groups["dev"]) & running.keys()


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~!; ]", requirement)[0].lower() for requirement in requirements}


def test_the_image_drops_what_only_building_needs() -> None:
    needed_by: dict[str, set[str]] = {}
    name = ""
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        if match := re.match(r"([a-z0-9-]+)==", line):
            name = match[1]
            needed_by[name] = set()
        elif reason := re.match(r"    #(?: via)?\s+(\S+)", line):
            needed_by[name].add(reason[1])
    build = {"hatchling", "editables"}
    build |= {name for name, reasons in needed_by.items() if reasons and reasons <= build}
    removed = re.search(r"uninstall --yes (editables.*) \\", (ROOT / "Dockerfile").read_text())
    assert removed
    assert set(removed[1].split()) == build


def test_the_package_carries_its_data(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("core", "bot", "adapters"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                assert str(file.relative_to(ROOT)) in packed
    assert not any(name.startswith("tests/") for name in packed)


def test_no_file_names_a_registry() -> None:
    hosts = [part + "." + rest for part, rest in REGISTRIES]
    for file in our_files():
        content = file.read_bytes()
        for host in hosts:
            assert host.encode() not in content, f"{file.relative_to(ROOT)} names {host}"


def test_ci_runs_what_a_person_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert lines == ["#!/bin/sh", "set -eu", "make test"]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_make_explains_itself() -> None:
    shown = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for target in ("run", "teams-playground", "test", "lint", "pictures", "bench", "lock", "clean"):
        assert f"make {target} " in shown
