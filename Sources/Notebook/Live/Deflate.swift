import CZlib
import Foundation

extension Data {
  /// The data compressed as browsers decompress by themselves: `deflate-raw`.
  ///
  /// - Parameter isFast: whether time counts for more than size.
  func deflated(isFast: Bool = false) -> Data {
    var stream = z_stream()
    let rawWindow: Int32 = -15
    let isReady = deflateInit2_(
      &stream, isFast ? Z_BEST_SPEED : Z_BEST_COMPRESSION, Z_DEFLATED, rawWindow, 9,
      Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(isReady == Z_OK, "zlib is not the one that was compiled for")
    defer { deflateEnd(&stream) }
    var input = [UInt8](self)
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(count))))
    let length = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        let end = CZlib.deflate(&stream, Z_FINISH)
        precondition(end == Z_STREAM_END, "the bound is enough for all input")
        return Int(stream.total_out)
      }
    }
    return Data(output.prefix(length))
  }
}
