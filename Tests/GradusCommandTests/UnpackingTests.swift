import Foundation
import Notebook
import Testing

/// What the tool packs is what a page unpacks.
@Suite(.serialized, .enabled(if: !LiveBrowser.installed.isEmpty, "no browser is installed"))
struct UnpackingTests {
  /// Data that make use of all that the packing has: near and far copies, long and short ones,
  /// copies from where the last ones came from, and bytes that nothing tells.
  static let data: [(name: String, bytes: [UInt8])] = [
    ("one byte", [7]),
    ("zeros", Array(repeating: 0, count: 100_000)),
    ("every byte", (0...255).map { UInt8($0) }),
    ("noise", noise(70_000)),
    ("noise twice, far apart", noise(300_000) + Array(noise(300_000)[1000..<200_000])),
    (
      "columns of a few kinds",
      (0..<60_000).map { UInt8(truncatingIfNeeded: [$0, $0 / 7, $0 * $0 / 64][$0 % 3]) }
    ),
    (
      "rows that differ in a byte",
      (0..<40_000).map { $0 % 97 == 0 ? UInt8(truncatingIfNeeded: $0 / 97) : UInt8($0 % 89) }
    ),
  ]

  @Test(arguments: LiveBrowser.installed)
  func aPageUnpacksWhatTheToolHasPacked(_ browser: LiveBrowser) throws {
    let panel = try LivePanel(StandIn.page(), in: browser)
    for (name, bytes) in Self.data {
      for isFast in [false, true] {
        let packed = Data(bytes).packed(isFast: isFast).base64EncodedString()
        // Instead of being compiled, the bytes are kept; no script of this name is there.
        let unpacked = try panel.text(
          """
          (() => {
            const script = document.createElement("script"), kept = document.documentElement.dataset
            script.textContent = `
              WebAssembly.compile = async buffer => {
                document.documentElement.dataset.unpacked = btoa([...new Uint8Array(buffer)]
                  .reduce((text, byte) => text + String.fromCharCode(byte), ""))
                return new Promise(() => {})
              }
              gradus.live.moduleOf("none").catch(() => {})
              gradus.live.receive("none", "\(packed)")`
            delete kept.unpacked
            document.head.append(script)
            return until(() => kept.unpacked).then(() => kept.unpacked ?? "")
          })()
          """)
        #expect(Data(base64Encoded: unpacked) == Data(bytes), "\(name)")
      }
    }
  }

  private static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }
}
