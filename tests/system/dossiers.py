"""dossiers.py N [SEED]: N synthetic dossiers as CSV for import, always the same ones; SEED 1 to 26 is in
their codes.

Procedures are those of packs/vn, the agencies are invented ones (lib.sh), because some of their dossiers are late;
people, times and outcomes come from a generator with a seed.
"""
import csv
import datetime
import os
import random
import sys

PACKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../packs/vn")
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ"]
GIVEN = ["An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Minh", "Ngọc", "Phúc", "Quân"]
COLUMNS = ("code,procedure,agency,channel,applicant,received_at,due_at,supplement_requested_at,"
           "supplement_received_at,resolved_at,returned_at,outcome")


def procedures(name, agency):
    with open(os.path.join(PACKS, f"procedures-{name}.csv"), encoding="utf-8-sig") as f:
        return [(row["code"], agency) for row in csv.DictReader(f) if row["code"] != "UNKNOWN"]


def main(count, seed):
    r = random.Random(seed)
    catalogue = procedures("construction", "SMA") + procedures("transport", "SMB")
    first = datetime.date(2022, 1, 4)
    days = [d for d in (first + datetime.timedelta(i) for i in range(340)) if d.weekday() < 5]
    used = {}
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS.split(","))
    for i in range(count):
        procedure, agency = r.choice(catalogue)
        day = days[i * len(days) // count]
        number = used[day, agency] = used.get((day, agency), 0) + 1
        received = datetime.datetime.combine(day, datetime.time(8 + r.randrange(3), r.randrange(60)))
        resolved = returned = outcome = ""
        if r.randrange(10):
            ended = received + datetime.timedelta(minutes=r.randrange(5, 40))
            resolved, returned = f"{ended:%Y-%m-%d %H:%M}", f"{ended + datetime.timedelta(minutes=5):%Y-%m-%d %H:%M}"
            outcome = r.choice(["approved"] * 8 + ["refused", "withdrawn"])
            returned = returned if outcome == "approved" else ""
        out.writerow([f"{agency}.{chr(64 + seed)}-{day:%y%m%d}-{number:04d}", procedure, agency,
                      r.choice(["counter", "online", "postal"]), f"{r.choice(FAMILY)} Mẫu {r.choice(GIVEN)}",
                      f"{received:%Y-%m-%d %H:%M}", "", "", "", resolved, returned, outcome])


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
