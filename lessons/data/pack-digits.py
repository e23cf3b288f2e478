"""Packs digits.csv (beside this file) into Sources/TrainingKernels/Digits.c, which see."""

import csv
import pathlib

here = pathlib.Path(__file__).resolve().parent
digits = here.parent.parent / "Sources/TrainingKernels/Digits.c"

with open(here / "digits.csv") as file:
    rows = [[int(value) for value in row] for row in list(csv.reader(file))[1:]]

packed = bytearray()
for *pixels, _ in rows:
    bits = sum(pixel << (5 * i) for i, pixel in enumerate(pixels))
    packed += bits.to_bytes(40, "little")
labels = [row[-1] for row in rows] + [0]
packed += bytes(low | high << 4 for low, high in zip(labels[0::2], labels[1::2]))

lines, line = [], " "
for byte in packed:
    if len(line) + len(f" {byte},") > 100:
        lines.append(line)
        line = " "
    line += f" {byte},"
lines.append(line)

head, rest = digits.read_text().split("packed[] = {\n")
tail = rest.split("};\n", 1)[1]
digits.write_text(head + "packed[] = {\n" + "\n".join(lines) + "\n};\n" + tail)
