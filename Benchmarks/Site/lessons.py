#!/usr/bin/env python3
"""Builds courses of 10, 100 and 1,000 lessons without code and prints what each costs.

  python3 Benchmarks/Site/lessons.py [.build/release/gradus]

One JSON object a line: lessons, seconds of the clock and of the processors, milliseconds a lesson,
megabytes of memory at most, megabytes of pages. The goal: 1,000 lessons in 3 s on two cores, within
400 MB, and as many milliseconds a lesson as with 100.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

PARAGRAPH = (
    "The gradient of layer {0} is the gradient of the layer behind it, times its weights and the "
    "slope of its units; with {0} layers, `w` is multiplied **{0} times**, and a [factor](#more) "
    "below one leaves nothing to learn from. See [the lesson before]({1})."
)


def lesson(number, before):
    sections = "\n\n".join(
        f"## {title}\n\n{PARAGRAPH.format(number, before)}\n\n| depth | factor |\n|---|---|\n"
        f"| {number} | {part} |\n\n- one\n- two\n\n> [!NOTE]\n> Number {number}.\n\n"
        f"{PARAGRAPH.format(number + part, before)}"
        for part, title in enumerate(["First", "More", "Then", "Last"])
    )
    return f"---\ntitle: Lesson {number}\ndescription: The lesson number {number}.\n---\n\n{sections}\n"


def measure(gradus, count):
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/lessons")
        with open(f"{folder}/lessons/course.yml", "w") as file:
            file.write("title: Many lessons\nurl: https://example.org/\nglossary: {slope: How steep.}\n")
        name = ""
        for number in range(1, count + 1):
            before, name = name, f"{number:04}-lesson-{number}.md"
            with open(f"{folder}/lessons/{name}", "w") as file:
                file.write(lesson(number, before or name))
        start = time.perf_counter()
        process = subprocess.Popen(
            [gradus, "build"], cwd=folder, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status:
            sys.exit(f"{gradus} ended with {status}")
        size = sum(
            os.path.getsize(os.path.join(path, file))
            for path, _, files in os.walk(f"{folder}/_site") for file in files)
        return {
            "lessons": count, "seconds": round(seconds, 3),
            "processor_seconds": round(usage.ru_utime + usage.ru_stime, 3),
            "ms_per_lesson": round(1000 * seconds / count, 2),
            "memory_mb": round(usage.ru_maxrss / 1024), "site_mb": round(size / 1e6, 1),
        }


if __name__ == "__main__":
    tool = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/gradus")
    for lessons in [10, 100, 1000]:
        print(json.dumps(measure(tool, lessons)), flush=True)
