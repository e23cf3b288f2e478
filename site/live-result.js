// What a run has given, as elements of the page: tables, and a drawing as a file.
(() => {
  const { make } = gradus.live

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

  Object.assign(gradus.live, { table, fileOf })
})()
