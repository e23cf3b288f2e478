#!/usr/bin/env python3
"""Opens each page of a built site in Chromium and prints what a reader waits for.

  python3 Benchmarks/Site/pages.py [_site] [width]

One JSON object a line: the page, its kilobytes compressed, milliseconds to the first paint of
content, the longest task, how far things moved. The goals from the local disk: 150 KB, 300 ms, 50 ms,
nothing. The last line has the largest of each.
"""
import gzip
import json
import os
import pathlib
import subprocess
import sys

WATCH = """
window.moved = 0; window.tasks = [0];
new PerformanceObserver(list => list.getEntries().forEach(e => moved += e.value))
  .observe({ type: "layout-shift", buffered: true });
new PerformanceObserver(list => list.getEntries().forEach(e => tasks.push(e.duration)))
  .observe({ type: "longtask", buffered: true });
"""
READ = """
new Promise(done => setTimeout(() => done({
  paint_ms: Math.round(performance.getEntriesByName("first-contentful-paint")[0].startTime),
  task_ms: Math.round(Math.max(...tasks)), moved: Math.round(moved * 1e4) / 1e4,
}), 700))
"""


class Chromium:
    def __init__(self):
        to_read, self.to_write = os.pipe()
        self.to_hear, to_say = os.pipe()
        self.process = subprocess.Popen(
            ["sh", "-c", f'exec chromium "$@" 3<&{to_read} 4>&{to_say}', "sh", "--headless",
             "--no-sandbox", "--remote-debugging-pipe", "about:blank"],
            pass_fds=(to_read, to_say), stderr=subprocess.DEVNULL)
        self.rest, self.last = b"", 0

    def messages(self):
        while True:
            while b"\0" not in self.rest:
                self.rest += os.read(self.to_hear, 1 << 16)
            message, self.rest = self.rest.split(b"\0", 1)
            yield json.loads(message)

    def call(self, method, session=None, until=None, **parameters):
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.to_write, json.dumps(message).encode() + b"\0")
        result, seen = None, until is None
        for answer in self.messages():
            if answer.get("id") == self.last:
                result = answer["result"]
            seen = seen or answer.get("method") == until
            if result is not None and seen:
                return result

    def measure(self, address, width):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable", session)
        self.call("Emulation.setDeviceMetricsOverride", session, width=width, height=900,
                  deviceScaleFactor=1, mobile=False)
        self.call("Page.addScriptToEvaluateOnNewDocument", session, source=WATCH)
        self.call("Page.navigate", session, until="Page.loadEventFired", url=address)
        result = self.call("Runtime.evaluate", session, expression=READ, awaitPromise=True,
                           returnByValue=True)
        self.call("Target.closeTarget", targetId=target)
        return result["result"]["value"]


def main():
    site = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "_site").resolve()
    width = int(sys.argv[2]) if len(sys.argv) > 2 else 1280
    chromium = Chromium()
    # The first page also pays for starting the browser.
    pages = sorted(site.glob("*.html")) + [site / "api" / "index.html", site / "api" / "Network.html"]
    chromium.measure(pages[0].as_uri(), width)
    most = {}
    for page in pages:
        if not page.exists():
            continue
        line = {"page": str(page.relative_to(site)),
                "kb": round(len(gzip.compress(page.read_bytes(), 9)) / 1000)}
        line.update(chromium.measure(page.as_uri(), width))
        print(json.dumps(line), flush=True)
        for name, value in line.items():
            if name != "page":
                most[name] = max(most.get(name, 0), value)
    print(json.dumps({"page": "most", **most}))
    chromium.call("Browser.close")


if __name__ == "__main__":
    main()
