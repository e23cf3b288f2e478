#!/usr/bin/env python3
"""Moves each live panel of a built site in a browser and prints what a reader waits for.

  python3 Benchmarks/Site/live.py [_site] [chromium|firefox] [page …]

One JSON object a line: the panel (page and index); the kilobytes of its lesson's program, compressed;
milliseconds from the first touch until it can be moved; from a move to its first, perhaps partial, and
to its final result, for the move back to the initial position (the middle of three); of these, the
milliseconds in the program (`run_ms`); those of the native run at that position, as the build has
noted it (`native_ms`, its start included), and the ratio; pictures a second while the first control is
dragged for two seconds; the most memory of the program in megabytes. The goals: 150 ms to the first
result and 30 pictures a second for what trains nothing. The last line has the worst of each.
"""
import json
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time

from pages import Chromium

# Whatever a worker does is timed inside of it.
WATCH = r"""
(() => {
  const inside = `(() => {
    const instantiate = WebAssembly.instantiate, post = postMessage
    let memory, ran = 0, most = 0
    WebAssembly.instantiate = async (...values) => {
      const { exports } = await instantiate(...values)
      memory = exports.memory
      const web_run = block => {
        const start = performance.now(), result = exports.web_run(block)
        ran = performance.now() - start
        return result
      }
      return { exports: { ...exports, web_run } }
    }
    postMessage = message => {
      if (message.result) message.watch = { ran, memory: most = Math.max(most, memory.buffer.byteLength) }
      post(message)
    }
  })();`
  window.watched = { results: 0, memory: 0, ran: 0, onResult() {} }
  const Whole = Blob
  window.Blob = function (parts, options) {
    return new Whole(options?.type === "text/javascript" ? [inside, ...parts] : parts, options)
  }
  const Plain = Worker
  window.Worker = function (address) {
    const worker = new Plain(address), post = worker.postMessage.bind(worker)
    let share
    worker.postMessage = message => { share = message.share; post(message) }
    worker.addEventListener("message", ({ data }) => {
      if (!data.watch) return
      watched.memory = Math.max(watched.memory, data.watch.memory)
      // After the page has shown it.
      queueMicrotask(() => {
        watched.results += 1
        watched.ran = data.watch.ran
        watched.onResult(share)
      })
    })
    return worker
  }
})()
"""
MEASURE = r"""
(async index => {
  const root = document.querySelectorAll("[data-live]")[index]
  const groups = [...root.querySelectorAll(".controls fieldset")]
  const state = () => root.querySelector(".state span")?.textContent ?? ""
  const frame = () => new Promise(requestAnimationFrame)
  const move = (control, place) => {
    const range = groups[control].querySelector("[type=range]"), radios = groups[control].querySelectorAll("[type=radio]")
    if (!range) return radios[Math.round(place)].click()
    range.value = place
    range.dispatchEvent(new Event("input", { bubbles: true }))
  }
  const settled = async () => {
    for (let tries = 0; tries < 3000; tries++) {
      if (/^(At|As printed|The program)/.test(state()) && !root.matches(".computing")) return
      await frame()
    }
    throw Error(`${index} stays at: ${state()}`)
  }
  const start = performance.now()
  for (const name of ["down", "up"]) groups[0].dispatchEvent(new Event("pointer" + name, { bubbles: true }))
  while (!state()) await frame()
  const ready = performance.now() - start
  // The first control has a range of places, or some to choose from.
  const radios = [...groups[0].querySelectorAll("[type=radio]")], isSpan = groups[0].matches(".span")
  const isRange = groups[0].querySelector("[type=range]")
  const [low, high] = isSpan ? [Number(isRange.min), Number(isRange.max)] : [0, radios.length - 1]
  const home = isSpan ? Number(isRange.defaultValue) : radios.findIndex(input => input.defaultChecked)
  const moves = []
  for (let round = 0; round < 3; round++) {
    for (const place of [home > low ? low : high, home]) {
      let first = 0, since
      const done = new Promise(resolve => watched.onResult = share => {
        first ||= performance.now() - since
        if (share === 1) resolve(performance.now() - since)
      })
      await new Promise(done => setTimeout(done, 100))
      since = performance.now()
      move(0, place)
      const final = await Promise.race([done, new Promise(done => setTimeout(done, 15000, 15000))])
      if (place === home) moves.push({ first, final, ran: watched.ran })
      await settled()
    }
  }
  const middle = name => moves.map(move => move[name]).sort((a, b) => a - b)[1]
  watched.onResult = () => {}
  const before = watched.results, from = performance.now()
  let turn = 0
  while (performance.now() - from < 2000) {
    const part = (performance.now() - from) / 2000
    move(0, isRange ? low + (high - low) * (1 - Math.cos(2 * Math.PI * part)) / 2 : turn++ % (high + 1))
    await frame()
  }
  const pictures = (watched.results - before) / (performance.now() - from) * 1000
  await settled()
  return {
    ready_ms: Math.round(ready), first_ms: Math.round(middle("first")), final_ms: Math.round(middle("final")),
    run_ms: Math.round(middle("ran") * 10) / 10, pictures: Math.round(pictures * 10) / 10,
    memory_mb: Math.round(watched.memory / 2 ** 20),
  }
})
"""


class ChromiumPage:
    def __init__(self):
        self.browser = Chromium()

    def open(self, address):
        target = self.browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.browser.call(
            "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.browser.call("Page.enable", self.session)
        self.browser.call("Emulation.setDeviceMetricsOverride", self.session, width=1280, height=900,
                          deviceScaleFactor=1, mobile=False)
        self.browser.call("Page.navigate", self.session, until="Page.loadEventFired", url=address)

    def value(self, expression):
        answer = self.browser.call("Runtime.evaluate", self.session, expression=expression,
                                   awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def close(self):
        self.browser.call("Browser.close")


class FirefoxPage:
    """Firefox by Marionette: a message is its length, a colon and a JSON list."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        (pathlib.Path(self.profile.name) / "user.js").write_text(
            f'user_pref("marionette.port", {port});')
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--marionette", "--no-remote", "--profile",
             self.profile.name, "--width=1280", "--height=900", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={"HOME": self.profile.name, "PATH": "/usr/bin:/bin"})
        for _ in range(300):
            try:
                self.stream = socket.create_connection(("127.0.0.1", port)).makefile("rwb")
                break
            except OSError:
                time.sleep(0.1)
        self.read()
        self.call("WebDriver:NewSession", capabilities={"alwaysMatch": {}})
        self.call("WebDriver:SetTimeouts", script=300_000)

    def read(self):
        length = b""
        while (byte := self.stream.read(1)) != b":":
            length += byte
        return json.loads(self.stream.read(int(length)))

    def call(self, command, **parameters):
        message = json.dumps([0, 1, command, parameters]).encode()
        self.stream.write(b"%d:%s" % (len(message), message))
        self.stream.flush()
        _, _, error, result = self.read()
        if error:
            raise RuntimeError(error["message"])
        return result

    def open(self, address):
        self.call("WebDriver:Navigate", url=address)

    def value(self, expression):
        script = f"return (async () => {expression})()"
        return self.call("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def close(self):
        self.call("Marionette:Quit", flags=["eForceQuit"])
        self.process.wait()


def native_times(cache):
    """The seconds of each block's run alone, by the program that it is in."""
    times = {}
    for file in cache.glob("*"):
        start, lengths, rest = file.read_bytes().split(b"\n", 2)
        if not start.startswith(b"gradus "):
            continue
        key, seconds, _ = map(int, lengths.split())
        times[rest[key + seconds:]] = rest[key:key + seconds].split()
    return times


def main():
    site = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "_site").resolve()
    browser = FirefoxPage() if "firefox" in sys.argv[2:] else ChromiumPage()
    wanted = [name for name in sys.argv[2:] if name not in ("chromium", "firefox")]
    native = native_times(site.parent / ".gradus" / "live")
    worst = {}
    for page in sorted(site.glob("*.html")):
        text = page.read_text()
        count = len(re.findall(r'data-live="', text))
        if count == 0 or page.name == "course.html" or wanted and page.stem not in wanted:
            continue
        program = re.search(r', "([^"]*)"', (site / "live" / f"{page.stem}.js").read_text())[1].encode()
        for index in range(count):
            browser.open(page.as_uri())
            browser.value("(" + WATCH.strip() + ", 0)")
            line = {"panel": f"{page.stem} {index}", "kb": round(len(program) * 3 / 4000)}
            line.update(browser.value(f"{MEASURE.strip()}({index})"))
            if program in native:
                line["native_ms"] = round(float(native[program][index]) * 1000, 1)
                line["ratio"] = round(line["run_ms"] / line["native_ms"], 2)
            print(json.dumps(line), flush=True)
            for name, value in line.items():
                if name != "panel":
                    best = min if name == "pictures" else max
                    worst[name] = best(worst.get(name, value), value)
    print(json.dumps({"panel": "worst", **worst}))
    browser.close()


if __name__ == "__main__":
    main()
