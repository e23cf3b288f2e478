// The program of a lesson's live blocks: how a page gets it, and the workers that run it.
(() => {
  const { make } = gradus.live

  // It comes as a script, which works from a disk as well, and is compiled once.
  const modules = {}, receivers = {}
  const receive = (slug, packed) => receivers[slug](compiled(packed))
  const moduleOf = slug => modules[slug] ||= new Promise((receive, onerror) => {
    receivers[slug] = receive
    document.head.append(make("script", { src: `live/${slug}.js`, onerror }))
  })

  // No browser unpacks better than “deflate” by itself, which makes programs a third larger than LZMA does;
  // this reads the bits that its specification tells (https://www.7-zip.org/sdk.html), as far as the tool
  // writes them: a header of 13 bytes, lc = 3, lp = pb = 0, the length known.
  function unpacked(packed) {
    const view = new DataView(packed.buffer), bytes = new Uint8Array(view.getUint32(5, true))
    const range = Uint32Array.of(-1), code = Uint32Array.of(view.getUint32(14))
    let next = 18

    // How likely a zero is, of 2048; each bit moves it.
    const odds = count => new Uint16Array(count).fill(1024)
    const take = isOne => {
      if (range[0] < 2 ** 24) {
        range[0] <<= 8
        code[0] = code[0] << 8 | packed[next++]
      }
      return isOne ? 1 : 0
    }
    const bit = (model, index) => {
      const bound = (range[0] >>> 11) * model[index], isOne = code[0] >= bound
      if (isOne) {
        range[0] -= bound
        code[0] -= bound
        model[index] -= model[index] >> 5
      } else {
        range[0] = bound
        model[index] += 2048 - model[index] >> 5
      }
      return take(isOne)
    }
    const evenBit = () => {
      range[0] >>>= 1
      const isOne = code[0] >= range[0]
      if (isOne) code[0] -= range[0]
      return take(isOne)
    }
    const number = (model, size, start = 0) => {
      let path = 1
      for (let place = 0; place < size; place++) path = path << 1 | bit(model, start + path)
      return path - (1 << size)
    }
    const reversed = (model, size, start = 0) => {
      let path = 1, result = 0
      for (let place = 0; place < size; place++) {
        const one = bit(model, start + path)
        path = path << 1 | one
        result |= one << place
      }
      return result
    }

    const counts = () => ({ isLong: odds(2), low: odds(8), middle: odds(8), high: odds(256) })
    const count = ({ isLong, low, middle, high }) =>
      2 + (!bit(isLong, 0) ? number(low, 3) : !bit(isLong, 1) ? 8 + number(middle, 3) : 16 + number(high, 8))
    const [isMatch, isOld, isNotFirst, isNotSecond, isNotThird, isNotSingle] = Array.from({ length: 6 }, () => odds(12))
    const newCounts = counts(), oldCounts = counts()
    const letters = odds(8 * 768), slots = odds(4 * 64), middles = odds(128), lows = odds(16)

    // A byte as the one before it, and the one expected after a match, make it likely.
    const letter = () => {
      const start = end && 768 * (bytes[end - 1] >> 5)
      let path = 1, expected = state > 6 ? bytes[end - first] | 256 : 0
      while (path < 256) {
        const guess = expected >> 7 & 1, one = bit(letters, start + (expected && 256 + 256 * guess) + path)
        path = path << 1 | one
        expected = expected && one === guess ? expected << 1 | 256 : 0
      }
      return path
    }
    const distance = count => {
      const slot = number(slots, 6, 64 * Math.min(count - 2, 3)), size = (slot >> 1) - 1
      if (slot < 4) return slot + 1
      const start = (2 | slot & 1) << size
      if (slot < 14) return 1 + start + reversed(middles, size, start - slot)
      let high = 0
      for (let place = 4; place < size; place++) high = high << 1 | evenBit()
      return 1 + start + (high << 4) + reversed(lows, 4)
    }

    // What came last, and the last four distances.
    let state = 0, first = 1, second = 1, third = 1, fourth = 1, end = 0
    while (end < bytes.length) {
      if (!bit(isMatch, state)) {
        bytes[end] = letter()
        end++
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
        continue
      }
      const after = state < 7 ? 0 : 3
      let length = 1
      if (!bit(isOld, state)) {
        length = count(newCounts);
        [first, second, third, fourth] = [distance(length), first, second, third]
        state = 7 + after
      } else {
        if (!bit(isNotFirst, state)) {
          if (!bit(isNotSingle, state)) {
            bytes[end] = bytes[end++ - first]
            state = after ? 11 : 9
            continue
          }
        } else if (!bit(isNotSecond, state)) [first, second] = [second, first]
        else if (!bit(isNotThird, state)) [first, second, third] = [third, first, second]
        else [first, second, third, fourth] = [fourth, first, second, third]
        length = count(oldCounts)
        state = after ? 11 : 8
      }
      for (const last = end + length; end < last; end++) bytes[end] = bytes[end - first]
    }
    return bytes
  }

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
      receive(WebAssembly.compile(data.buffer))
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
