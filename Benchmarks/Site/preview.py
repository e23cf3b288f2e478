#!/usr/bin/env python3
"""Edits a lesson while `gradus serve` shows it in Chromium, and prints how long each edit takes to
be seen: from the moment before the file is written to the frame that has the new text.

  python3 Benchmarks/Site/preview.py [.build/release/gradus] [lessons] [edits] [lesson …]

One JSON object a line: the lesson and what was edited in it; the milliseconds of the middle edit, of
the slowest, and since the page was last loaded as a whole; where in the page the reader was; for
code of a lesson with live blocks, until the page gets their new program. The course has to be built
beforehand; a copy of it is edited. The goals: 200 ms for prose; 1,500 ms and the lesson's own run
time for code; as little as possible for live blocks.
"""
import json
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

from pages import Chromium

# Tells of the first frame that has text which was not there before.
WATCH = """
(() => {
  let last = sessionStorage.last ?? ""
  const look = () => {
    const found = document.body?.textContent.match(/edited \\d+ times/)?.[0]
    if (!found || found === last) return
    last = sessionStorage.last = found
    requestAnimationFrame(() => setTimeout(() =>
      seen(JSON.stringify({ text: found, at: performance.timeOrigin + performance.now(),
        page: performance.now(), place: scrollY }))))
  }
  new MutationObserver(look).observe(document,
    { childList: true, subtree: true, characterData: true })
  addEventListener("DOMContentLoaded", look)
})()
"""


class Preview:
    def __init__(self, gradus, folder):
        self.tool = subprocess.Popen(
            [gradus, "serve", "--port", "0"], cwd=folder, stdout=subprocess.PIPE, text=True)
        self.address = self.tool.stdout.readline().strip()
        self.chromium = Chromium()

    def open(self, page):
        """Opens a page and reads on to its middle."""
        call = self.chromium.call
        target = call("Target.createTarget", url="about:blank")["targetId"]
        self.session = call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime"]:
            call(f"{domain}.enable", self.session)
        call("Runtime.addBinding", self.session, name="seen")
        call("Page.addScriptToEvaluateOnNewDocument", self.session, source=WATCH)
        while True:
            call("Page.navigate", self.session, until="Page.loadEventFired",
                 url=f"{self.address}/{page}")
            height = call("Runtime.evaluate", self.session, returnByValue=True, expression="""
              document.querySelector("article, main") && document.body.scrollHeight""")
            if (height["result"].get("value") or 0) > 3000:
                break
            time.sleep(0.2)
        call("Runtime.evaluate", self.session, expression="""
          document.documentElement.style.scrollBehavior = "auto"; scrollTo(0, 2500)""")
        time.sleep(0.5)

    def seen(self, text):
        for message in self.chromium.messages():
            if message.get("method") == "Runtime.bindingCalled":
                found = json.loads(message["params"]["payload"])
                if found["text"] == text:
                    return found


def measure(preview, file, edit, edits):
    times, pages, places, programs = [], [], [], []
    for number in range(1, edits + 1):
        marker = f"edited {number + 1000 * (edit is edit_code)} times"
        text = edit(file.read_text(), marker)
        start = time.time() * 1000
        file.write_text(text)
        found = preview.seen(marker)
        times.append(found["at"] - start)
        pages.append(found["page"])
        places.append(found["place"])
        if edit is edit_code and "//| live: true" in text:
            # It is sent when it is there.
            urllib.request.urlopen(f"{preview.address}/live/{file.stem[3:]}.js").read()
            programs.append(time.time() * 1000 - start)
        time.sleep(0.3)
    line = {"ms": round(statistics.median(times)), "most_ms": round(max(times)),
            "page_ms": round(statistics.median(pages)),
            "place": sorted({round(place) for place in places})}
    if programs:
        line["program_ms"] = round(statistics.median(programs))
    return line


def edit_prose(text, marker):
    """Changes, or adds, a sentence below the first heading of a section."""
    if re.search(r"This was edited \d+ times\.", text):
        return re.sub(r"edited \d+ times", marker, text)
    return re.sub(r"(\n## [^\n]+\n)", rf"\1\nThis was {marker}.\n", text, count=1)


def edit_code(text, marker):
    """Changes, or adds, what the first experiment prints."""
    if re.search(r'print\("edited \d+ times"\)', text):
        return re.sub(r"edited \d+ times", marker, text)
    return re.sub(
        r"(```swift[^\n]*\n(?://\|[^\n]*\n)*)", rf'\1print("{marker}")\n', text, count=1)


def main():
    gradus = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/gradus").absolute()
    course = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "lessons")
    edits = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        shutil.copytree(course, folder / "lessons")
        shutil.copytree(".gradus", folder / ".gradus")
        preview = Preview(gradus, folder)
        try:
            for name in sys.argv[4:] or ["02-one-number-to-the-power-l", "14-diagnose-this-network"]:
                file = folder / "lessons" / f"{name}.md"
                text = file.read_text()
                preview.open(f"{name[3:]}.html")
                line = {"lesson": name, "edit": "prose"}
                line.update(measure(preview, file, edit_prose, edits))
                print(json.dumps(line), flush=True)
                file.write_text(text)
                time.sleep(1)
                line = {"lesson": name, "edit": "code"}
                line.update(measure(preview, file, edit_code, min(edits, 3)))
                print(json.dumps(line), flush=True)
        finally:
            preview.chromium.call("Browser.close")
            preview.tool.terminate()


main()
