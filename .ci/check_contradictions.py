#!/usr/bin/env python3
"""Fails on contradictions found in real policies that nobody has reviewed.

usage: check_contradictions.py BINARY BENCHMARK

Runs `policylint check` over the documents of the benchmark. A contradiction is an error only where it is proved, so each
one in real text must be read by a person, who puts it into reviewed_contradictions.json: document, rule, and a verdict
that begins with "right" (the text does contradict itself) or "wrong" (it doesn't: the rule is to be narrowed, and the
check fails until it is). Documents are named by corpus and number, as `c3pa/db-1`, without what follows the number.
"""
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

REVIEWED = Path(__file__).with_name("reviewed_contradictions.json")
CORPORA = ("c3pa", "opp115", "goppc")


def number(name):
    """What stands for a document: its file's name up to the first `_` or `.`; what follows may be a company's name."""
    return name.split("_")[0].split(".")[0]


def check(binary, folder):
    """The report on all documents of a corpus."""
    documents = sorted(str(path.relative_to(folder)) for path in (folder / "docs").iterdir())
    command = [binary, "check", "--format", "json", "--isolated", "--today", "2026-11-22", *documents]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    try:
        return json.loads(run.stdout), len(documents)
    except ValueError:
        sys.exit(f"{folder.name}: no JSON on standard output (exit {run.returncode}): {run.stderr[:400]}")


def main(argv):
    if len(argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    binary, benchmark = str(Path(argv[0]).resolve()), Path(argv[1])
    reviewed = json.loads(REVIEWED.read_text("utf-8"))
    found, failures, total = defaultdict(set), [], 0
    for corpus in CORPORA:
        report, documents = check(binary, benchmark / corpus)
        total += documents
        if len(report["files"]) + len(report["problems"]) < documents:
            failures.append(f"{corpus}: {documents} documents, {len(report['files'])} reports")
        failures += [f"{corpus}/{number(Path(problem['path'] or '').name)}: {problem['kind']}: {problem['message']}"
                     for problem in report["problems"]]
        for file in report["files"]:
            document = f"{corpus}/{number(Path(file['path']).name)}"
            for diagnostic in file["diagnostics"]:
                if diagnostic["rule"].startswith("contradiction/"):
                    found[document].add(diagnostic["rule"])
    for document in sorted(found):
        for rule in sorted(found[document]):
            verdict = reviewed.get(document, {}).get(rule, "")
            if not verdict.startswith("right"):
                failures.append(f"{document}: {rule}: {verdict or 'not reviewed'}")
    stale = [f"{document}: {rule}" for document in sorted(reviewed) for rule in sorted(reviewed[document])
             if rule not in found[document]]
    for line in failures:
        print(f"FAIL  {line}")
    for line in stale:
        print(f"note  {line} is on the list and no longer found")
    count = sum(len(rules) for rules in found.values())
    print(f"contradictions in {total} documents: {count} found, {len(failures)} unreviewed, wrong or unread")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
