// Runs the blocks of a page that are live: the lesson's own Swift, as WebAssembly. Before a control is
// touched nothing happens; where a browser lacks something, nothing is said and the page stays as it is.
(() => {
  const { make, picker, slider, span, valueAt, table, fileOf, moduleOf, workerFor } = gradus.live
  const calm = matchMedia("(prefers-reduced-motion: reduce)")
  const quick = 150, slow = 300, mostSeconds = 10, now = () => performance.now()
  // What the page says, in the course's language.
  const word = (english, ...values) => (window.gradus?.word || String)(english).replace(/%/g, () => values.shift())

  let active
  const panel = root => {
    const place = root.querySelector(".controls"), groups = [...place.querySelectorAll("fieldset")]
    const name = groups[0].querySelector("input").name.replace(/\.\w+$/, "")
    const printed = [...root.querySelectorAll(".controls ~ .printed samp")].map(samp => ({ samp, text: samp.textContent }))
    const hands = []
    let module, controls, panels, state, status, stop, starting, running, usual = 0, trains = false, shown, sentences, patience, linking, saying, saidAt = 0

    // Of ranges, which may be many, those are told that were moved.
    const words = () => controls.filter(control => !control.isSpan || !control.isInitial())
      .map(control => `${control.name} = ${control.text()}`).join(", ")
    const setting = words => words ? word("At %", words) : word("As printed")
    const sentence = text => word("%.", text)
    const initial = controls => controls.map(control => `${control.name} = ${control.initial}`).join(", ")
    const tell = text => state.textContent = text
    // At most one sentence a second is read aloud.
    const say = text => {
      clearTimeout(saying)
      saying = setTimeout(() => {
        saidAt = now()
        status.textContent = text
      }, Math.max(200, saidAt + 1000 - now()))
    }

    // What a run gave is shown in a panel of its own at every place that changes.
    const draw = (panel, figure) => {
      const drawing = svg => svg.replace(/^<\?.*?\?>/, "")
      panel.innerHTML = `<div class="drawing"><div class="wide">${drawing(figure.wide)}</div><div class="narrow">${drawing(figure.narrow)}</div></div>`
      panel.querySelectorAll("svg.chart").forEach(svg => window.gradus.tellValues?.(svg))
      // The static picture stays behind it where both have the same axes.
      const still = panel.still, axes = side => [...side.querySelectorAll(".wide .chart-axes")].map(axis => axis.outerHTML).join()
      still.classList.toggle("ghost", axes(still) !== "" && axes(still) === axes(panel))
    }
    // What the caption refers to is a link in the printed one.
    const links = (panel, text) => text.split(/(@[\w-]*\w)/).map(part => part[0] === "@"
      && panel.still.querySelector(`a[href$="#${part.slice(1)}"]`)?.cloneNode(true) || part)
    const caption = (panel, text) => {
      const parts = links(panel, text)
      panel.replaceChildren(panel.still.querySelector(".number").cloneNode(true), " ", ...parts)
      return parts.map(part => part.textContent ?? part).join("")
    }
    // The figure as a file, and its numbers, are made when they are looked at, and not at each move.
    const list = (drawing, file, panel, name, figure) => {
      const details = panel.closest("details")
      const fill = () => {
        if (!details.open) return
        file.replaceChildren(make("p", {}, make("a", {
          href: fileOf(drawing.querySelector(".wide svg")), download: `${name}.svg`, ariaLabel: word("% as SVG", name)
        }, word("The drawing as SVG"))))
        panel.replaceChildren(...figure.panels.flatMap(({ title, columns, rows, csv }) => {
          const whole = word("Data of %", name) + (title && `, ${title}`), link = csv && make("a", {
            href: "data:text/csv;charset=utf-8," + encodeURIComponent(csv), download: `${whole}.csv`, ariaLabel: word("% as CSV", whole)
          }, word("All values as CSV"))
          return [...(title || link ? [make("p", {}, title && title + " ", link)] : []), table(whole, columns, rows)]
        }))
      }
      details.ontoggle = fill
      clearTimeout(details.waiting)
      running?.isStale ? details.waiting = setTimeout(fill, 150) : fill()
    }
    const show = ({ start, outputs }) => {
      const rest = [...panels], texts = []
      sentences = []
      for (const output of outputs.slice(start)) {
        if (output.kind === "printed") { texts.push(output.text.replace(/\n$/, "")); continue }
        // A figure's places are its drawing, caption, file and data; a table's, its caption and cells.
        const [first, second, third, fourth] = rest.splice(0, { figure: 4, table: 2, text: 1 }[output.kind] ?? 0)
        if (!first) continue
        if (output.kind === "text") {
          first.replaceChildren(make("pre", { className: "shown", tabIndex: 0 }, make("samp", {}, output.text.replace(/\n$/, ""))))
          continue
        }
        const captioned = output.kind === "figure" ? second : first
        const said = caption(captioned, output.caption)
        sentences.push(said, output.summary?.length < 120 ? output.summary : "")
        const name = captioned.querySelector(".number").textContent
        if (output.kind === "figure") {
          draw(first, output)
          if (said !== output.caption) first.querySelectorAll("svg.chart").forEach(svg => svg.ariaLabel = said)
          list(first, third, fourth, name, output)
        } else second.replaceChildren(table(name, output.columns, output.rows))
      }
      printed.forEach(({ samp }, index) => {
        samp.textContent = texts[index] ?? ""
        samp.parentNode.hidden = texts[index] === undefined
      })
      turn(true)
    }
    const fail = sentence => {
      sentences = [sentence]
      panels.forEach(panel => {
        panel.still.classList.remove("ghost")
        const details = panel.closest("details") || {}
        clearTimeout(details.waiting)
        details.ontoggle = null
        panel.still.querySelector(":scope > .number") ? caption(panel, "") : panel.replaceChildren()
      })
      panels[0]?.replaceChildren(make("pre", { className: "failure", tabIndex: 0 }, make("samp", {}, sentence)))
      turn(true)
    }
    // Turns to what a run gave, or back to what was printed.
    const turn = isLive => {
      root.classList.toggle("live", isLive)
      root.classList.toggle("sweep", !isLive)
      panels.forEach(panel => panel.still.ariaHidden = isLive || null)
      if (!isLive) printed.forEach(({ samp, text }) => {
        samp.textContent = text
        samp.parentNode.hidden = false
      })
    }
    const finish = (run, isInexact) => {
      shown = setting(run.words)
      const faint = root.querySelector(".ghost"), checks = root.querySelector(".claims")
      const still = faint && checks ? "The faint marks and the checks are at %."
        : faint ? "The faint marks are at %." : checks && "The checks are at %."
      const away = controls.filter(control => !control.isInitial())
      tell([
        sentence(shown), still && away[0] && word(still, initial(away)),
        isInexact && word("Computed by this browser; its last digits may differ from the printed ones.")
      ].filter(Boolean).join(" "))
      say(`${sentence(shown)} ${sentences.join(" ")}`)
    }

    const dismiss = () => {
      hands.shift()?.then(worker => worker.terminate())
      while (hands.length < 2) hands.push(workerFor(module))
    }
    const end = () => {
      if (running.worker) dismiss()
      settle()
    }
    const settle = () => {
      for (const timer of [running.limit, running.sign, patience]) clearTimeout(timer)
      running = null
      root.classList.remove("computing")
      if (stop === document.activeElement) controls[0].focus()
      stop.hidden = true
    }
    const begin = async () => {
      if (active !== rest) {
        active?.()
        active = rest
      }
      const shares = trains && usual > quick && !calm.matches ? [1 / 16, 1 / 4, 1] : [1]
      const run = running = { words: words(), settings: controls.map(control => [control.name, control.number()]), since: now() }
      let progress
      const computing = () => {
        root.classList.add("computing")
        stop.hidden = false
        tell(word("Computing …") + (progress !== undefined ? ` ${Math.floor(100 * progress)}\u202F%` : ""))
      }
      const next = () => {
        run.share = shares.shift()
        run.since = now()
        clearTimeout(run.limit)
        run.limit = setTimeout(() => {
          end()
          fail(word("The program had not ended after % seconds, which is all that a page gives it.", mostSeconds))
          usual = mostSeconds * 1000
          finish(run)
        }, mostSeconds * 1000)
        run.worker.postMessage({ block: Number(root.dataset.block), settings: run.settings, share: run.share })
      }
      hands[0] ||= workerFor(module)
      run.sign = setTimeout(() => { computing(); hands[1] ||= workerFor(module); run.sign = null }, quick)
      const worker = await hands[0]
      if (running !== run) return
      run.worker = worker
      worker.onmessage = ({ data }) => {
        if (running !== run) return
        if (data.progress !== undefined) {
          trains = true
          progress = data.progress
          if (!run.sign) computing()
          return
        }
        if (run.share < 1) {
          if (data.result) {
            show(data.result)
            shown = word(run.share === 0.25 ? "%, after a quarter of its steps" : "%, after a sixteenth of its steps", setting(run.words))
          }
          if (!run.isStale) return next()
          settle()
          return begin()
        }
        usual = now() - run.since
        data.result ? show(data.result) : fail(word(...data.failure))
        const { isStale } = run
        settle()
        isStale ? begin() : finish(run, progress !== undefined && data.result && !worker.isFused)
      }
      next()
    }
    const again = () => {
      end()
      begin()
    }
    // The latest setting wins: a run that may soon be done is let finish, another one is ended.
    const moved = () => {
      clearTimeout(linking)
      linking = setTimeout(() => history.replaceState(null, "", `#${name}=${controls.map(control => control.link())}`), 250)
      if (!running) return begin()
      running.isStale = true
      clearTimeout(patience)
      patience = setTimeout(again, trains && usual * (running.share || 0) > slow ? 0 : Math.max(0, running.since + slow - now()))
    }
    const rest = () => { if (!running) hands.splice(0).forEach(hand => hand.then(worker => worker.terminate())) }

    const address = () => {
      const [label, parts] = decodeURIComponent(location.hash.slice(1)).split("=")
      return label === name && parts ? parts.split(",") : null
    }
    const follow = async () => {
      const parts = address()
      if (!parts || !controls && parts.every((part, index) => /^\d+$/.test(part) && !needy.includes(groups[index]))) return
      await start()
      if (!controls) return
      parts.forEach((part, index) => controls[index]?.take(part))
      moved()
    }

    const start = () => starting ||= (async () => {
      module = await moduleOf(root.dataset.live)
      hands.push(workerFor(module))
      await hands[0]
      // Not while a control is being pressed.
      if (pressed) await new Promise(done => addEventListener("pointerup", () => setTimeout(done), { once: true }))
      panels = [...root.querySelectorAll(".positions")].map(positions => {
        const panel = make("div", { className: "position now", still: positions.querySelector(".initial") })
        positions.append(panel)
        return panel
      })
      controls = groups.map(group => (group.matches(".span") ? span
        : group.dataset.numbers && group.querySelectorAll("input").length > 1 ? slider : picker)(group, moved))
      status = make("p", { className: "said", role: "status" })
      stop = make("button", { type: "button", hidden: true, onclick: () => {
        end()
        tell(`${word("Stopped.")} ${sentence(shown ?? word("As printed"))}`)
        say(state.textContent)
      } }, word("Stop"))
      const reset = make("button", { type: "button", onclick: () => {
        if (running) end()
        controls.forEach(control => control.reset())
        controls[0].focus()
        turn(false)
        shown = null
        clearTimeout(linking)
        history.replaceState(null, "", location.href.split("#")[0])
        tell(word("As printed, at %.", initial(controls)))
        say(state.textContent)
      } }, word("Reset"))
      tell(sentence(setting(words())))
      line.append(stop, reset)
      place.append(line, status)
      place.addEventListener("change", event => { if (event.target.type === "radio") moved() })
      if (!controls.every(control => control.isInitial())) moved()
    })().catch(() => offer(false))

    // A mark that is dragged takes the controls along that its handle names.
    let held
    const middle = handle => new DOMPoint(0, 0).matrixTransform(handle.getScreenCTM())
    const grasp = event => {
      if (event.button || held || !event.target.closest(".chart-handle")) return
      const far = handle => Math.hypot(middle(handle).x - event.clientX, middle(handle).y - event.clientY)
      const handle = document.elementsFromPoint(event.clientX, event.clientY)
        .map(element => element.closest(".chart-handle")).filter(handle => handle && root.contains(handle))
        .reduce((best, handle) => far(handle) < far(best) ? handle : best)
      const { x, y } = middle(handle), panel = handle.closest(".positions"), box = panel.getBoundingClientRect()
      held = {
        pointer: event.pointerId, x: event.clientX - x, y: event.clientY - y, panel, box,
        pixels: handle.parentNode.getScreenCTM().inverse(),
        axes: ["x", "y"].filter(axis => handle.dataset[axis])
          .map(axis => ({ axis, name: handle.dataset[axis], scale: handle.parentNode.dataset[axis].split(" ") }))
      }
      event.preventDefault()
      root.setPointerCapture(event.pointerId)
      root.classList.add("dragging")
      start()
    }
    const drag = async event => {
      if (held?.pointer !== event.pointerId) return
      const { x, y, panel, box, pixels, axes } = held, now = panel.getBoundingClientRect()
      const at = new DOMPoint(event.clientX - x + box.x - now.x, event.clientY - y + box.y - now.y).matrixTransform(pixels)
      held.last = at
      if (!controls) await start()
      if (!controls || held && held.last !== at) return
      for (const { axis, name, scale } of axes) controls.find(control => control.name === name)?.to(valueAt(at[axis], scale))
      moved()
    }
    const release = event => {
      if (held?.pointer !== event.pointerId) return
      held = null
      root.classList.remove("dragging")
    }
    root.addEventListener("pointerdown", grasp)
    root.addEventListener("pointermove", drag)
    // A finger on a handle does not scroll the page.
    const keep = event => { if (event.target.closest(".chart-handle")) event.preventDefault() }
    root.addEventListener("touchstart", keep, { passive: false })
    for (const event of ["pointerup", "pointercancel"]) root.addEventListener(event, release)

    // What only a program can move is there where one may run.
    const needy = groups.filter(group => group.hidden), hasHandles = root.querySelector(".chart-handle")
    const line = make("p", { className: "state" }, state = make("span"))
    const offer = canRun => {
      root.classList.toggle("movable", canRun)
      for (const group of needy) group.hidden = !canRun
      place.hidden = groups.every(group => group.hidden)
      if (!canRun) line.remove()
      else if (hasHandles) place.append(line)
    }
    if (hasHandles) tell(word("Marks with arrows can be dragged."))
    offer(true)

    for (const event of ["pointerdown", "focusin"]) place.addEventListener(event, start, { once: true })
    addEventListener("hashchange", follow)
    follow()
  }

  let pressed = false
  addEventListener("pointerdown", event => pressed = !!event.target.closest?.(".controls"), true)
  for (const event of ["pointerup", "pointercancel"]) addEventListener(event, () => pressed = false, true)
  if (window.WebAssembly && window.Worker) document.querySelectorAll("[data-live]").forEach(panel)
})()
