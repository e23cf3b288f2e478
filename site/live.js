// Runs the blocks of a page that are live: the lesson's own Swift, as WebAssembly. Before a control is
// touched nothing happens; where a browser lacks something, nothing is said and the page stays as it is.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)")
  const slow = 300, mostSeconds = 10, now = () => performance.now()
  // What the page says, in the course's language.
  const word = (english, ...values) => (window.gradus?.word || String)(english).replace(/%/g, () => values.shift())
  const make = (name, values, ...children) => {
    const element = Object.assign(document.createElement(name), values)
    element.append(...children)
    return element
  }

  // A lesson's program comes as a script, which works from a disk as well, and is compiled once.
  const modules = {}, receivers = {}
  const compiled = async text => {
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))
    return WebAssembly.compile(await new Response(stream).arrayBuffer())
  }
  window.gradus = Object.assign(window.gradus || {}, {
    live: { receive: (slug, text) => receivers[slug](compiled(text)) }
  })
  const moduleOf = slug => modules[slug] ||= new Promise((receive, onerror) => {
    receivers[slug] = receive
    document.head.append(make("script", { src: `live/${slug}.js`, onerror }))
  })

  // What a worker does; each run begins with the memory as it was before the first.
  function work() {
    const gradus = {
      stop: (pointer, count) => said = ["The program stopped: %", text(pointer, count)],
      exhausted: () => said = ["The program asked for more than the 256 MB of memory that a page gives it."],
      // Normal deviates, up to 64 MB, which the next run mostly draws again.
      recall: (...stream) => {
        const to = stream.pop(), drawn = kept.get(String(stream))
        if (drawn) new Float64Array(program.memory.buffer, to, drawn.length).set(drawn)
        return drawn ? 1 : 0
      },
      keep: (...stream) => {
        const from = stream.pop(), count = stream[2]
        if ((room -= count) < 0) {
          kept.clear()
          room = 8e6 - count
        }
        kept.set(String(stream), new Float64Array(program.memory.buffer, from, count).slice())
      },
      progress: (done, of) => {
        if (performance.now() < told + 50) return
        told = performance.now()
        postMessage({ progress: of > 0 ? done / of : 0 })
      }
    }
    const kept = new Map()
    let program, memory, stack, said, told, room = 8e6
    const bytes = (from, count) => new Uint8Array(program.memory.buffer, from, count)
    const text = (pointer, count) => new TextDecoder().decode(bytes(pointer, count))
    const run = ({ block, settings, share }) => {
      const all = bytes()
      all.set(memory)
      all.fill(0, memory.length)
      program.__stack_pointer.value = stack
      for (const [name, number] of settings) {
        const letters = new TextEncoder().encode(name)
        bytes(program.web_room(letters.length)).set(letters)
        program.web_set(letters.length, number)
      }
      program.web_limit(share)
      const result = program.web_run(block)
      return JSON.parse(text(result, program.web_count()))
    }
    onmessage = async ({ data }) => {
      said = null
      told = performance.now()
      try {
        if (!data.module) return postMessage({ result: run(data) })
        program = (await WebAssembly.instantiate(data.module, { gradus })).exports
        program.__wasm_call_ctors()
        memory = bytes().slice()
        stack = program.__stack_pointer.value
        postMessage({ ready: true, isFused: program.web_is_fused() === 1 })
      } catch (error) {
        postMessage({
          failure: said || [/call stack|recursion|bounds/.test(error.message)
            ? "The program ran out of stack (a function that calls itself without end?)."
            : "The program trapped: an overflow, a nil that was unwrapped, or an index out of range."]
        })
      }
    }
  }
  let address
  const hire = module => new Promise((ready, fail) => {
    const worker = new Worker(address ||= URL.createObjectURL(new Blob([`(${work})()`], { type: "text/javascript" })))
    worker.onerror = fail
    worker.onmessage = ({ data }) => {
      worker.isFused = data.isFused
      data.ready ? ready(worker) : fail()
    }
    worker.postMessage({ module })
  })

  // Numbers as the rest of the page writes them.
  const written = number => {
    const size = Math.abs(number), [digits, power] = number.toExponential().split("e")
    const text = size && (size < 1e-3 || size >= 1e6 && number % 1)
      ? `${digits}\u202F×\u202F10${power.replace("+", "").replace(/./g, sign => sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign])}`
      : size < 1e4 ? String(number) : String(number).replace(/\B(?=(\d{3})+($|\.))/g, "\u202F")
    return text.replace("-", "−")
  }

  // One of a few names, whose radio buttons stay.
  const picker = group => {
    const radios = [...group.querySelectorAll("input")], texts = radios.map(radio => radio.nextElementSibling.textContent)
    const index = () => radios.findIndex(radio => radio.checked)
    return {
      name: group.dataset.name, number: index, text: () => texts[index()], link: index,
      initial: texts[radios.findIndex(radio => radio.defaultChecked)],
      isInitial: () => radios[index()].defaultChecked,
      reset: () => radios.forEach(radio => radio.checked = radio.defaultChecked),
      take: part => {
        const radio = radios[/^\d+$/.test(part) ? part : texts.indexOf(part)]
        if (radio) radio.checked = true
      },
      focus: () => radios[index()].focus()
    }
  }

  // A number: a range whose whole positions are the listed values.
  const slider = (group, moved) => {
    const values = picker(group), radios = [...group.querySelectorAll("input")], last = radios.length - 1
    const texts = radios.map(radio => radio.nextElementSibling.textContent)
    const numbers = group.dataset.numbers.split(" ").map(Number), isWhole = "whole" in group.dataset
    const spread = list => (Math.max(...list) - Math.min(...list)) / Math.abs(list.reduce((sum, one) => sum + one, 0))
    const steps = scale => numbers.slice(1).map((number, index) => scale(number) - scale(numbers[index]))
    const isGeometric = numbers.every(number => number > 0) && spread(steps(Math.log)) < spread(steps(Number))
    const numberAt = place => {
      const low = Math.min(Math.floor(place), last - 1), part = place - low, a = numbers[low], b = numbers[low + 1]
      if (part === 0 || part === 1) return part ? b : a
      const number = isGeometric ? a * (b / a) ** part : a + (b - a) * part
      const unit = isWhole ? 1 : 10 ** Math.floor(Math.log10(Math.abs(b - a) / 50))
      return Number((Math.round(number / unit) * unit).toPrecision(12))
    }
    const placeOf = number => {
      if (numbers.includes(number)) return numbers.indexOf(number)
      const scale = isGeometric ? Math.log : Number
      const low = numbers.findIndex((a, index) => (number - a) * (number - numbers[index + 1]) < 0)
      return low < 0 ? -1 : low + (scale(number) - scale(numbers[low])) / (scale(numbers[low + 1]) - scale(numbers[low]))
    }
    const initial = radios.findIndex(radio => radio.defaultChecked)
    const range = make("input", { type: "range", min: 0, max: last, step: "any", ariaLabel: values.name })
    const output = make("output", { ariaLive: "off" })
    const ticks = texts.map((text, index) => make("span", { onclick: () => { set(index); moved() } }, text))
    const scale = make("div", { className: "ticks", ariaHidden: "true" }, ...ticks)
    let number
    const text = () => texts[numbers.indexOf(number)] ?? written(number)
    const set = place => {
      const near = Math.round(place)
      number = numberAt(Math.abs(place - near) < 0.04 ? near : place)
      range.value = placeOf(number)
      range.ariaValueText = output.value = text()
    }
    range.oninput = () => {
      set(Number(range.value))
      moved()
    }
    // The address is written for all controls together.
    range.onchange = event => event.stopPropagation()
    range.onkeydown = event => {
      const step = { ArrowRight: 0.1, ArrowUp: 0.1, ArrowLeft: -0.1, ArrowDown: -0.1, PageUp: 1, PageDown: -1 }[event.key]
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      let place = placeOf(number)
      const isEnd = () => step > 0 ? place >= last : place <= 0
      do {
        place = Math.abs(step) < 1 ? Math.round((place + step) * 10) / 10
          : step > 0 ? Math.floor(place + 1e-9) + 1 : Math.ceil(place - 1e-9) - 1
      } while (numberAt(Math.max(0, Math.min(place, last))) === number && !isEnd())
      set(Math.max(0, Math.min(place, last)))
      moved()
    }
    ticks.forEach((tick, index) => tick.style.setProperty("--at", index / last))
    const isFocused = radios.includes(document.activeElement)
    set(values.number())
    group.querySelector("legend").append(" ", output)
    group.querySelector(".values").hidden = true
    group.append(make("div", { className: "range" }, range, scale))
    if (isFocused) range.focus()
    // Where labels are too wide, some are left out.
    new ResizeObserver(() => {
      const every = Math.ceil(Math.max(...ticks.map(tick => tick.scrollWidth + 8)) * last / Math.max(scale.clientWidth, 1))
      ticks.forEach((tick, index) => tick.classList.toggle("mute", index % every > 0))
    }).observe(scale)
    const least = Math.min(...numbers), most = Math.max(...numbers)
    return {
      name: values.name, number: () => number, text, initial: texts[initial],
      isInitial: () => number === numbers[initial],
      // A whole number alone is the place of a listed value.
      link: () => numbers.includes(number) ? numbers.indexOf(number) : /[.e]/.test(number) ? number : number + ".0",
      reset: () => { values.reset(); set(initial) },
      take: part => {
        const place = /^\d+$/.test(part) ? Number(part) : texts.includes(part) ? texts.indexOf(part) : placeOf(Number(part))
        if (place >= 0 && place <= last) set(place)
      },
      to: number => set(placeOf(Math.max(least, Math.min(number, most)))),
      focus: () => range.focus()
    }
  }

  // A number of a range, in steps of its own.
  const span = (group, moved) => {
    const range = group.querySelector("input"), name = group.dataset.name
    const [least, most, step, initial] = [range.min, range.max, range.step, range.defaultValue].map(Number)
    const output = group.querySelector("output")
    let number
    const text = () => written(number)
    const set = wanted => {
      const stop = Number((least + Math.round((wanted - least) / step) * step).toPrecision(12))
      number = wanted === initial ? initial : Math.max(least, Math.min(stop, most))
      range.value = number
      range.ariaValueText = output.value = text()
    }
    range.oninput = () => {
      set(Number(range.value))
      moved()
    }
    range.onchange = event => event.stopPropagation()
    set(Number(range.value))
    return {
      name, number: () => number, text, initial: written(initial), isSpan: true,
      isInitial: () => number === initial, link: () => number,
      reset: () => set(initial),
      take: part => { if (part !== "" && part >= least && part <= most) set(Number(part)) },
      to: set, focus: () => range.focus()
    }
  }

  // What a pixel along an axis stands for; its scale tells the values of the two ends, straightened.
  const valueAt = (pixel, scale) => {
    const type = scale[0], [low, high, from, to, threshold] = scale.slice(1).map(Number)
    const straight = low + (pixel - from) / (to - from) * (high - low), sign = Math.sign(straight)
    if (type === "log") return 10 ** straight
    if (type === "root") return sign * straight ** 2
    if (type === "symmetric") return sign * (10 ** Math.abs(straight) - 1) * threshold
    return straight
  }

  const table = (name, columns, rows) => {
    const isNumber = cell => /^(?=.*[\p{N}∞])[\p{N}+\-−–.,∞×⁻±%eE \u2009\u202F\u00A0…]+$|^(NaN|–|—)$/u.test(cell)
    const style = columns.map((_, column) => rows.length && rows.every(row => isNumber(row[column])) ? "right" : "")
    const row = (name, cells) => make("tr", {}, ...cells.map((cell, column) =>
      make(cell ? name : "td", { className: style[column], ...name === "th" && cell && { scope: "col" } }, cell)))
    return make("div", { className: "scroll", role: "group", ariaLabel: name, tabIndex: 0 }, make("table", {},
      make("thead", {}, row("th", columns)), make("tbody", {}, ...rows.map(cells => row("td", cells)))))
  }

  // A drawing as a file of its own, in the colors in which it is seen.
  const fileOf = svg => {
    const file = svg.cloneNode(true), probe = make("i"), known = {}
    const pixel = make("canvas", { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true })
    svg.parentNode.append(probe)
    const painted = color => known[color] ||= (() => {
      probe.style.color = color === "currentColor" ? getComputedStyle(svg).color : color
      pixel.clearRect(0, 0, 1, 1)
      pixel.fillStyle = getComputedStyle(probe).color
      pixel.fillRect(0, 0, 1, 1)
      const [red, green, blue, opacity] = pixel.getImageData(0, 0, 1, 1).data
      return opacity < 255 ? `rgba(${red},${green},${blue},${opacity / 255})`
        : "#" + [red, green, blue].map(part => part.toString(16).padStart(2, "0")).join("")
    })()
    for (const element of [file, ...file.querySelectorAll("*")]) for (const attribute of element.attributes) {
      if (/^(var\(|color-mix\(|currentColor)/.test(attribute.value)) attribute.value = painted(attribute.value)
    }
    const ground = document.createElementNS(svg.namespaceURI, "rect")
    for (const [name, value] of [["width", "100%"], ["height", "100%"], ["fill", painted("var(--chart-ground)")]]) ground.setAttribute(name, value)
    file.prepend(ground)
    file.setAttribute("font-family", "system-ui, sans-serif")
    probe.remove()
    return "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(file))
  }

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
      while (hands.length < 2) hands.push(hire(module))
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
      const shares = trains && usual > slow && !calm.matches ? [1 / 16, 1 / 4, 1] : [1]
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
      hands[0] ||= hire(module)
      run.sign = setTimeout(() => { computing(); hands[1] ||= hire(module); run.sign = null }, 150)
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
      hands.push(hire(module))
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
  if (window.WebAssembly && window.Worker && window.DecompressionStream) document.querySelectorAll("[data-live]").forEach(panel)
})()
