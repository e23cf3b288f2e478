// What makes a lesson's program, as a page gets it, one that this browser compiles.
(() => {
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

  // A browser without relaxed instructions calls functions of the program in place of its multiply-adds: a
  // call takes three bytes as well. To find them, the code is read as its specification tells
  // (https://webassembly.github.io/spec/core/binary/instructions.html).
  const plain = bytes => {
    let at = 8
    const number = () => {
      let value = 0, place = 0, byte
      do value |= ((byte = bytes[at++]) & 127) << place, place += 7
      while (byte > 127)
      return value >>> 0
    }
    const list = read => { for (let count = number(); count > 0; count--) read() }
    const place = () => { number(); number() }
    const skip = code => {
      if (code === 0x0e) { list(number); number() }
      else if (code === 0x1c) list(number)
      else if (code === 0x11) place()
      else if (code === 0x43) at += 4
      else if (code === 0x44) at += 8
      else if (code >= 0x28 && code <= 0x3e) place()
      else if (code >= 0x02 && code <= 0x04 || code === 0x0c || code === 0x0d || code === 0x10
        || code >= 0x20 && code <= 0x26 || code >= 0x3f && code <= 0x42 || code === 0xd0 || code === 0xd2) number()
    }
    const skipWide = code => {
      if (code === 8 || code === 10 || code === 12 || code === 14) place()
      else if (code > 8) number()
    }
    const skipVector = code => {
      if (code <= 11 || code >= 84 && code <= 93) place()
      if (code === 12 || code === 13) at += 16
      if (code >= 21 && code <= 34 || code >= 84 && code <= 91) at++
    }
    const functions = {}, named = { 0x105: "web_madd_float32", 0x107: "web_madd_float64" }
    const call = (start, code) => {
      const index = functions[named[code]]
      if (!(index < 1 << 14) || at !== start + 3) throw new Error("no function for a multiply-add")
      bytes.set([0x10, index & 127 | 128, index >> 7], start)
    }
    const body = () => {
      const end = number() + at
      list(place)
      while (at < end) {
        const start = at, code = bytes[at++]
        if (code === 0xfc) skipWide(number())
        else if (code === 0xfd) {
          const vector = number()
          vector in named ? call(start, vector) : skipVector(vector)
        } else skip(code)
      }
      if (at !== end) throw new Error("unknown instructions")
    }
    const exported = () => {
      const count = number(), name = new TextDecoder().decode(bytes.subarray(at, at += count))
      at++
      functions[name] = number()
    }
    while (at < bytes.length) {
      const section = bytes[at++], end = number() + at
      if (section === 7) list(exported)
      if (section === 10) list(body)
      at = end
    }
    return bytes
  }

  Object.assign(gradus.live, { unpacked, plain })
})()
