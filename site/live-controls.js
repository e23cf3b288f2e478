// The controls of a live panel: the printed ones, made to go between their listed values.
(() => {
  const make = (name, values, ...children) => {
    const element = Object.assign(document.createElement(name), values)
    element.append(...children)
    return element
  }

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

  window.gradus = Object.assign(window.gradus || {}, { live: { make, picker, slider, span, valueAt } })
})()
