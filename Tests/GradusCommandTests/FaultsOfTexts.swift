/// A function of JavaScript: the texts of a drawing that leave it or lie over each other.
///
/// A sloping text takes its own slanted room; two texts meet if no side of either parts them.
let faultsOfTexts = """
  svg => {
    const name = svg.getAttribute("aria-label"), view = svg.viewBox.baseVal
    const boxes = [...svg.querySelectorAll("text")].map(e => {
      const b = e.getBBox(), m = svg.getScreenCTM().inverse().multiply(e.getScreenCTM())
      const [l, r, t, d] = [b.x + 0.5, b.x + b.width - 0.5, b.y + 1, b.y + b.height - 1]
      return [e.textContent, [[l, t], [r, t], [r, d], [l, d]].map(([x, y]) =>
        [m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f])]
    })
    const parts = (p, q) => p.some(([x, y], i) => {
      const [u, v] = p[(i + 1) % 4], along = ([a, b]) => (a - x) * (v - y) - (b - y) * (u - x)
      return q.every(corner => along(corner) >= 0)
    })
    const outside = boxes.filter(([, q]) => q.some(([x, y]) =>
      x < -1 || x > view.width + 1 || y < -1 || y > view.height + 1))
    const over = boxes.flatMap(([a, p], i) => boxes.slice(i + 1)
      .filter(([, q]) => !parts(p, q) && !parts(q, p)).map(([b]) => name + ": " + a + " over " + b))
    return outside.map(([t]) => name + ": " + t + " leaves it").concat(over)
  }
  """
