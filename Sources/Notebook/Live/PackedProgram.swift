import CLZMA
import Foundation

extension Data {
  /// The data as an LZMA file whose header tells its length, which `live-module.js` unpacks.
  ///
  /// - Parameter isFast: Whether time counts for more than size.
  package func packed(isFast: Bool = false) -> Data {
    var options = lzma_options_lzma()
    lzma_lzma_preset(&options, isFast ? 1 : 6)
    // Code of WebAssembly is not aligned.
    (options.lc, options.lp, options.pb) = (3, 0, 0)
    var stream = lzma_stream()
    precondition(
      lzma_alone_encoder(&stream, &options) == LZMA_OK, "liblzma is not the one compiled for")
    defer { lzma_end(&stream) }
    let input = [UInt8](self)
    var output = [UInt8](repeating: 0, count: 1024 + lzma_stream_buffer_bound(count))
    let length = input.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = input.count
        stream.next_out = output.baseAddress
        stream.avail_out = output.count
        precondition(
          lzma_code(&stream, LZMA_FINISH) == LZMA_STREAM_END, "the bound is enough for all input")
        return Int(stream.total_out)
      }
    }
    // The encoder, which may be fed piece by piece, leaves the length open.
    for place in 0..<8 { output[5 + place] = UInt8(truncatingIfNeeded: count >> (8 * place)) }
    return Data(output.prefix(length))
  }
}
