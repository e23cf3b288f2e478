// Tells values by pointer and keyboard: one tab stop a chart, arrows move, Escape leaves.
(() => {
  const tip = document.createElement("div"), all = "[data-points], path > title"
  let ring, current, owner
  tip.className = "chart-tip"
  const points = svg => svg.points ||= [...svg.querySelectorAll(all)].flatMap(node => {
    const data = node.dataset, mark = node.parentNode
    if (data.points) return data.points.split(";").map(text => {
      const [x, y, value, ...at] = text.split(",")
      return { g: node, x, y, text: (data.name ? data.name + ", " : "") + `${data.x} ${at}, ${data.y} ${value}` }
    })
    const box = mark.getBBox()
    node.remove()
    return [{ g: mark.parentNode, x: box.x + box.width / 2, y: box.y, text: node.textContent }]
  })
  const held = () => ring && ring === document.activeElement
  const place = point => new DOMPoint(point.x, point.y).matrixTransform(point.g.getScreenCTM())
  const hide = () => {
    tip.remove()
    ring?.remove()
    ring = current = null
  }
  const show = (svg, point, focus) => {
    if (!point || current === point) return
    hide()
    current = point
    owner = svg
    point.g.insertAdjacentHTML("beforeend", `<circle cx="${point.x}" cy="${point.y}" r="6" class="chart-ring" tabindex="-1" role="graphics-symbol"/>`)
    ring = point.g.lastChild
    ring.ariaLabel = point.text
    tip.textContent = point.text
    document.body.append(tip)
    const at = place(point), high = tip.offsetHeight
    tip.style.left = Math.max(4, Math.min(at.x + 8, document.body.clientWidth - tip.offsetWidth - 4)) + "px"
    tip.style.top = (at.y > high + 12 ? at.y - high - 8 : at.y + 8) + "px"
    if (focus) ring.focus()
    if (focus) svg.tabIndex = -1
  }
  const nearest = (list, x, y) => {
    const far = (point, at = place(point)) => 9 * (at.x - x) ** 2 + (at.y - y) ** 2
    return list.reduce((best, point) => best && far(best) <= far(point) ? best : point, null)
  }
  const tellValues = svg => {
    if (!svg.querySelector(all)) return
    svg.tabIndex = 0
    svg.setAttribute("role", "graphics-document")
    svg.onpointermove = event => held() || show(svg, nearest(points(svg), event.x, event.y))
    svg.onpointerleave = event => event.relatedTarget === tip || hide()
    svg.addEventListener("focusout", () => svg.tabIndex = 0)
    svg.onkeydown = event => {
      const list = points(svg), at = list.indexOf(current), key = event.key.slice(5), up = key === "Up"
      let next
      if (key === "Right") next = list[at + 1]
      else if (key === "Left") next = list.at(at < 0 ? -1 : Math.max(at - 1, 0))
      else if (at >= 0 && (up || key === "Down")) {
        const { x, y } = place(current)
        next = nearest(list.filter(one => one.g !== current.g && place(one).y < y === up), x, y)
      } else return
      event.preventDefault()
      show(svg, next, true)
    }
  }
  document.querySelectorAll("svg.chart").forEach(tellValues)
  // Charts that come later are handed over.
  window.gradus = Object.assign(window.gradus || {}, { tellValues })
  tip.onpointerleave = hide
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !current) return
    held() && owner.focus()
    hide()
  })
})()
