/// The script by which an opened page follows its lesson.
///
/// It asks for the number of the last build until it is another, reads the page anew and puts the
/// parts that differ in the place of the old ones, so that the place that is read stays and nothing
/// else is drawn again. Where parts differ that the page's own scripts have taken in hand, or the code
/// of its live blocks, it loads the page again.
enum PreviewScript {
  static func element(_ version: PreviewPage.Version) -> String {
    """
    <script id="\(id)" data-version="\(version.build)" data-program="\(version.program)">\
    \(source)</script>
    """
  }

  private static let id = "gradus.preview"

  private static let source = #"""
    (async () => {
      const own = document.currentScript
      const isSame = (one, other) => one.cloneNode(false).isEqualNode(other.cloneNode(false))
      const busy = ".experiment, .quiz, .reveal, .controls, script, style, svg, input, details"
      const isBusy = node => node.nodeType === 1 && (node.matches(busy) || node.querySelector(busy))
      const formulas = nodes => nodes
        .flatMap(node => [...node.querySelectorAll?.(".katex, .katex-html") ?? []])
        .map(node => node.outerHTML).join()

      // The page as it is served now.
      const read = async () => {
        const answer = await fetch(location.href)
        const page = new DOMParser().parseFromString(await answer.text(), "text/html")
        const script = page.getElementById(own.id)
        page.version = script.dataset.version
        page.program = script.dataset.program
        script.remove()
        return page
      }

      // What makes an element of this page, which was served as `old`, one that is served as `next`;
      // nothing where that is not known.
      const changes = (element, old, next) => {
        if (old.isEqualNode(next)) return []
        const parts = [...element.childNodes], olds = [...old.childNodes]
        const nexts = [...next.childNodes], most = Math.min(olds.length, nexts.length)
        let start = 0, end = 0
        while (start < most && olds[start].isEqualNode(nexts[start])) start++
        while (start + end < most && olds.at(-1 - end).isEqualNode(nexts.at(-1 - end))) end++
        const gone = olds.slice(start, olds.length - end)
        const come = nexts.slice(start, nexts.length - end)
        const places = parts.slice(start, olds.length - end)
        if (gone.some((node, index) => places[index]?.nodeName !== node.nodeName)) return
        if (gone.length === come.length
          && gone.every((node, index) => node.nodeType === 1 && isSame(node, come[index]))) {
          const found = gone.map((node, index) => changes(places[index], node, come[index]))
          return found.every(Boolean) ? found.flat() : undefined
        }
        // The style sheet of formulas follows from all of them.
        if ([...gone, ...come].some(isBusy) || formulas(gone) !== formulas(come)) return
        const behind = parts[olds.length - end] ?? null
        return [() => {
          for (const place of places) place.remove()
          for (const node of come) element.insertBefore(document.importNode(node, true), behind)
        }]
      }

      let version = own.dataset.version, shown
      for (;;) {
        try {
          shown ??= await read()
          if (shown.version !== version) return location.reload()
          const answer = await fetch(`/-/version?after=${version}`)
          if (await answer.text() === version) continue
          const next = await read()
          const isAlike = shown.head.isEqualNode(next.head) && own.dataset.program === next.program
          const found = isAlike ? changes(document.body, shown.body, next.body) : undefined
          if (!found) return location.reload()
          for (const change of found) change()
          shown = next
          version = next.version
        } catch { await new Promise(done => setTimeout(done, 500)) }
      }
    })()
    """#
}
