"""tap.py LOG STATUS: adds up TAP, or the TAP inside meson's testlog.json, and prints "PASSED FAILED".

A failing test is told in full on descriptor 3. A program that ended badly without a failing line of its own (a
crash, a plan not kept, no TAP at all) counts as one failure, so that nothing that went wrong adds up to nothing.
"""
import json
import os
import re
import sys


def told(name, text):
    os.write(3, f"--- {name}\n{text.rstrip()}\n".encode())


def add_up(name, text, went_well):
    ok = len(re.findall(r"^ok\b(?!.*# SKIP)", text, re.M))
    bad = len(re.findall(r"^not ok\b", text, re.M))
    plan = re.findall(r"^1\.\.(\d+)", text, re.M)
    lines = len(re.findall(r"^(?:not )?ok\b", text, re.M))
    if not bad and (not went_well or len(plan) != 1 or int(plan[0]) != lines or not lines):
        text += f"\nended badly: {lines} results, planned {plan}, success {went_well}"
        bad = 1
    if bad:
        told(name, text)
    for line in re.findall(r"^ok\b.*# SKIP.*", text, re.M):
        os.write(3, f"skipped: {line}\n".encode())
    return ok, bad


def main(log, status):
    if not log.endswith(".json"):
        with open(log, encoding="utf-8", errors="replace") as f:
            return add_up(os.path.basename(log), f.read(), status == 0)
    ok = bad = 0
    if os.path.exists(log):
        with open(log, encoding="utf-8", errors="replace") as f:
            for test in map(json.loads, f):
                text = test.get("stdout", "")
                good = test["result"] in ("OK", "EXPECTEDFAIL", "SKIP")
                if not good:
                    text += "\n" + test.get("stderr", "") + "\nresult: " + test["result"]
                more = add_up(test["name"], text, good)
                ok, bad = ok + more[0], bad + more[1]
    if status and not bad:
        told(log, "meson test ended badly")
        bad = 1
    return ok, bad


if __name__ == "__main__":
    print(*main(sys.argv[1], int(sys.argv[2])))
