#!/usr/bin/env python3
"""Compares the scores of a run with the best on record.

usage: check_scores.py FOLDER [--record]

FOLDER holds what the scorers print as JSON: seeds.json, c3pa.json, opp115.json, goppc.json; those that are absent are
not judged. Fails where a figure is more than 0.01 below the best in scores.json, where a figure on record is gone, or
where what must be none is not: traps sprung, pairs wrongly called a contradiction, documents without a result,
breaches of the JSON contract. --record raises the record to what is better now; it never lowers it.
"""
import json
import sys
from pathlib import Path

RECORD = Path(__file__).with_name("scores.json")
TOLERANCE = 0.01
CORPORA = ("c3pa", "opp115", "goppc")
MACROS = (
    "f1",
    "grounded_f1",
    "specificity",
    "balanced_accuracy",
    "evidence_any_precision",
    "evidence_any_f1",
    "evidence_any_hit",
)


def fraction(text):
    """The value of "m/n"; None for "0/0"."""
    part, whole = (int(number) for number in text.split("/"))
    return part / whole if whole else None


def seeds_figures(report):
    figures = {f"found, {grade}": fraction(text) for grade, text in report["found"].items()}
    # A pair that only seems to contradict should not be reported, so more is not better there.
    pairs = {f"pairs, {verdict}": fraction(text) for verdict, text in report["pairs"].items() if verdict != "apparent-only"}
    none = {
        "traps sprung": report["sprung"],
        "pairs wrongly called a contradiction": report["pairs_wrongly_called_contradiction"],
    }
    return figures | pairs, none


def corpus_figures(report):
    figures = {}
    for scope, name in (("total", "all"), ("total_discriminative", "8+ of each")):
        macro = report.get(scope, {}).get("macro", {})
        figures |= {f"{name}, {figure}": macro.get(figure) for figure in MACROS}
    figures["stance, accuracy"] = (report.get("stance") or {}).get("accuracy")
    none = {"documents without a result": report["failed"], "breaches of the contract": report["problems"]}
    return figures, none


def read(folder, name):
    """The figures of one report: (figures that should be high, things that must be none); None where it was not made."""
    path = folder / f"{name}.json"
    if not path.exists():
        return None
    figures, none = (seeds_figures if name == "seeds" else corpus_figures)(json.loads(path.read_text("utf-8")))
    return {name: value for name, value in figures.items() if value is not None}, none


def judge(name, figures, best):
    """Prints a row for each figure and gives the number of those that are too low or gone."""
    failures = 0
    for figure in sorted(figures.keys() | best.keys()):
        now, record = figures.get(figure), best.get(figure)
        if now is None:
            verdict = "GONE"
        elif record is None:
            verdict = "new"
        elif now < record - TOLERANCE:
            verdict = "WORSE"
        else:
            verdict = "better" if now > record + 0.00005 else ""
        failures += verdict in ("GONE", "WORSE")
        show = lambda value: "     -" if value is None else f"{value:6.4f}"
        print(f"{name:7} {figure:38} {show(record)} {show(now)} {verdict}".rstrip())
    return failures


def main(argv):
    arguments = [argument for argument in argv if argument != "--record"]
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    folder, record = Path(arguments[0]), json.loads(RECORD.read_text("utf-8"))
    failures = judged = 0
    for name in ("seeds", *CORPORA):
        try:
            report = read(folder, name)
        except (ValueError, KeyError, TypeError, AttributeError) as why:
            print(f"{name:7} no report of the scorer's form: {why!r}")
            failures, judged = failures + 1, judged + 1
            continue
        if report is None:
            print(f"{name:7} not measured")
            continue
        figures, none = report
        best = record.setdefault(name, {})
        failures += judge(name, figures, best)
        for what, found in none.items():
            print(f"{name:7} {what:38}      0 {len(found):6} {'NOT NONE' if found else ''}".rstrip())
            for item in list(found)[:20]:
                print(f"        {item}")
            failures += bool(found)
        judged += len(figures.keys() | best.keys()) + len(none)
        best.update({figure: round(max(now, best.get(figure, 0)), 4) for figure, now in figures.items()})
    if "--record" in argv:
        RECORD.write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", "utf-8")
    if judged:
        print(f"scores: {judged - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
