#!/usr/bin/env python3
"""Compares what `./dateline stage feed` reads in feeds that other people collected with the parse that they expect.

  benchmarks/feeds.py             compare, and print every value that differs
  benchmarks/feeds.py --json      print the figures alone, for accuracy.py
  benchmarks/feeds.py FOLDER      compare another folder of such feeds

A folder holds feeds with the expected parse beside each: x.xml with x.json, or x.json with x_expected.json. Compared is every
value that the expected parse gives for a title, link, id, date, content, description, author, category or enclosure, of the
feed and of its items, after white space and addresses are written in one way. A value that the parse leaves out is not compared.

Exit code: 0 at least 97 % equal and nothing failed (or no data, or --json), 1 less, 2 the stage failed.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

HOME = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("DATELINE_EVALUATION", HOME.parent / "shared"))
FLOOR = 0.97
# What the expected parse calls a value, and what the stage calls it
FEED = {"title": "title", "link": "link", "home_page_url": "link", "id": "feedId", "description": "description",
        "subtitle": "description", "language": "language", "published": "publishedText", "pubDate": "publishedText",
        "updated": "updatedText", "lastBuildDate": "updatedText", "publishedParsed": "published",
        "pubDateParsed": "published", "updatedParsed": "updated", "lastBuildDateParsed": "updated"}
ITEM = {"title": "title", "link": "link", "url": "link", "id": "id", "description": "summary", "summary": "summary",
        "content": "content", "content_html": "content", "content_text": "content", "published": "publishedText",
        "pubDate": "publishedText", "date_published": "publishedText", "updated": "updatedText",
        "date_modified": "updatedText", "publishedParsed": "published", "pubDateParsed": "published",
        "updatedParsed": "updated"}


def one_way(value):
    """White space and addresses as they are compared."""
    text = re.sub(r"\s+", " ", str(value)).strip()
    if re.match(r"https?://\S+$", text, re.I):
        parts = urllib.parse.urlsplit(text)
        text = urllib.parse.urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, parts.fragment))
    return re.sub(r"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.0+)?(?:Z|\+00:00)$", r"\1Z", text)


def people(expected):
    """Every name, mail and home page among the authors."""
    found = [expected[key] for key in ("author", "managingEditor") if expected.get(key)] + (expected.get("authors") or [])
    for person in found:
        if isinstance(person, str):
            yield person
        else:
            yield from (person[key] for key in ("name", "email", "uri", "url") if person.get(key))


def categories(expected):
    for category in (expected.get("categories") or []) + (expected.get("tags") or []):
        if isinstance(category, str):
            yield category
        else:
            yield from (category[key] for key in ("term", "label", "scheme", "value", "domain") if category.get(key))


def enclosures(expected):
    for file in (expected.get("enclosures") or []) + (expected.get("attachments") or []):
        names = {"url": "url", "type": "type", "length": "length", "mime_type": "type", "size_in_bytes": "length"}
        yield {ours: file[theirs] for theirs, ours in names.items() if file.get(theirs) is not None}


def leaves(values):
    return [value for entry in values for value in entry.values() if value is not None]


def values(expected, actual, names):
    """Gives field, expected value and what the stage has there; a list when it may be any of several."""
    for theirs, ours in names.items():
        value = expected.get(theirs)
        if isinstance(value, dict):
            value = value.get("value")
        if value:
            yield theirs, value, actual.get(ours)
    if expected.get("guid"):
        guid = expected["guid"]
        yield "guid", guid["value"] if isinstance(guid, dict) else guid, actual.get("id")
    for link in expected.get("links") or []:
        url = link if isinstance(link, str) else link.get("href")
        if url:
            yield "links", url, [found["url"] for found in actual.get("links", [])]
    for person in people(expected):
        yield "author", person, leaves(actual.get("people", []))
    for category in categories(expected):
        yield "category", category, leaves(actual.get("terms", []))
    for number, file in enumerate(enclosures(expected)):
        found = actual.get("enclosures", [])
        for key, value in file.items():
            yield "enclosure " + key, value, found[number][key] if number < len(found) else None


def compare(name, expected, actual, differences):
    compared = 0

    def look(where, theirs, ours, names):
        nonlocal compared
        for field, value, found in values(theirs, ours, names):
            compared += 1
            several = found if isinstance(found, list) else [found]
            if one_way(value) not in [one_way(one) for one in several if one is not None]:
                differences.append(f"{name} {where}{field}: expected {json.dumps(value, ensure_ascii=False)[:120]}"
                                   f" but was {json.dumps(found, ensure_ascii=False)[:120]}")

    look("", expected, actual, FEED)
    items = expected.get("entries", expected.get("items", []))
    compared += 1
    if len(items) != len(actual.get("items", [])):
        differences.append(f"{name} items: expected {len(items)} but was {len(actual.get('items', []))}")
    for number, (theirs, ours) in enumerate(zip(items, actual.get("items", []))):
        look(f"item {number} ", theirs, ours, ITEM)
    return compared


def pairs(folder):
    """Feeds and the file of their expected parse, None where there is none."""
    for path in sorted(folder.rglob("*.xml")) + sorted(folder.rglob("*.json")):
        beside = path.with_suffix(".json") if path.suffix == ".xml" else path.with_name(path.stem + "_expected.json")
        is_expectation = path.suffix == ".json" and (path.stem.endswith("_expected") or path.with_suffix(".xml").exists())
        if not is_expectation:
            yield path, beside if beside.exists() else None


def stage(folder, feeds):
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        lines = [json.dumps({"id": str(path.relative_to(folder)), "file": str(path)}) for path, _ in feeds]
        (scratch / "input.jsonl").write_text("\n".join(lines) + "\n")
        done = subprocess.run([str(HOME / "dateline"), "stage", "feed", "--input", str(scratch / "input.jsonl"),
                               "--output", str(scratch / "output.jsonl")], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.stderr.write(done.stderr)
            sys.exit(2)
        return [json.loads(line) for line in (scratch / "output.jsonl").read_text().splitlines()]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=pathlib.Path, default=SHARED / "data" / "feeds")
    arguments.add_argument("--json", action="store_true", help="print the figures alone")
    given = arguments.parse_args()
    if not given.folder.is_dir():
        print(f"SKIPPED: no feeds at {given.folder}; name the folder of the data in DATELINE_EVALUATION", file=sys.stderr)
        return 0
    feeds = list(pairs(given.folder.resolve()))
    differences, compared, errors = [], 0, 0
    for (path, expectation), actual in zip(feeds, stage(given.folder.resolve(), feeds)):
        errors += "error" in actual
        if expectation:
            compared += compare(actual["id"], json.loads(expectation.read_text()), actual, differences)
    equal = 1 - len(differences) / max(1, compared)
    if given.json:
        print(json.dumps({"equal": equal, "values": compared, "errors": errors}))
        return 0
    print("\n".join(differences))
    print(f"{len(feeds)} feeds, {compared} values compared, {len(differences)} differ: {equal:.4f} equal; {errors} failed")
    return 0 if equal >= FLOOR and errors == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
