// The program of a lesson's live blocks: how a page gets it, and the workers that run it.
(() => {
  const { make, unpacked, plain } = gradus.live

  // It comes as a script, which works from a disk as well, and is compiled once.
  const modules = {}, receivers = {}
  const receive = (slug, packed) => receivers[slug](compiled(packed))
  const moduleOf = slug => modules[slug] ||= new Promise((receive, onerror) => {
    receivers[slug] = receive
    document.head.append(make("script", { src: `live/${slug}.js`, onerror }))
  })

  // What a worker does; each run begins with the memory as it was before the first.
  function work(unpacked) {
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
      if (data.packed) {
        const { buffer } = unpacked(Uint8Array.from(atob(data.packed), letter => letter.charCodeAt(0)))
        return postMessage({ buffer }, [buffer])
      }
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
  const hire = () => new Worker(
    address ||= URL.createObjectURL(new Blob([`(${work})(${unpacked})`], { type: "text/javascript" })))
  const compiled = packed => new Promise((receive, fail) => {
    const worker = hire()
    worker.onerror = fail
    worker.onmessage = ({ data }) => {
      worker.terminate()
      receive(WebAssembly.compile(data.buffer).catch(() => WebAssembly.compile(plain(new Uint8Array(data.buffer)))))
    }
    worker.postMessage({ packed })
  })
  const workerFor = module => new Promise((ready, fail) => {
    const worker = hire()
    worker.onerror = fail
    worker.onmessage = ({ data }) => {
      worker.isFused = data.isFused
      data.ready ? ready(worker) : fail()
    }
    worker.postMessage({ module })
  })

  Object.assign(gradus.live, { receive, moduleOf, workerFor })
})()
