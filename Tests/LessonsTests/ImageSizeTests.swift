import Lessons
import Testing

struct ImageSizeTests {
  private func size(of bytes: [UInt8]) -> ImageSize? {
    let course = Course.read(
      CourseFolder(
        name: "lessons",
        contents: [
          ("course.yml", Array("title: T".utf8)), ("01-a.md", Array("# A\n\n![p](p.x)".utf8)),
          ("p.x", bytes),
        ])
    ).course
    return course.imageSizes["p.x"]
  }

  @Test(
    arguments: [
      (
        "PNG",
        [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] + Array("IHDR".utf8)
          + [0, 0, 1, 44, 0, 0, 0, 100, 8, 2, 0, 0, 0]
      ),
      ("GIF", Array("GIF89a".utf8) + [44, 1, 100, 0, 0, 0, 0]),
      ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 17, 8, 0, 100, 1, 44, 3]),
      ("lossy WebP", Array("RIFF----WEBPVP8 ----".utf8) + [0, 0, 0, 0x9D, 1, 0x2A, 44, 1, 100, 0]),
      (
        "lossless WebP",
        Array("RIFF----WEBPVP8L----".utf8) + [0x2F, 43, 0xC1, 24, 0] + [0, 0, 0, 0, 0]
      ),
      ("WebP", Array("RIFF----WEBPVP8X----".utf8) + [0, 0, 0, 0, 43, 1, 0, 99, 0, 0]),
      ("SVG", Array("<?xml version='1.0'?>\n<svg width=\"300px\" xmlns='x' height='99.6'>".utf8)),
    ] as [(String, [UInt8])])
  func isReadFromTheFile(_ kind: String, _ bytes: [UInt8]) {
    #expect(size(of: bytes) == ImageSize(width: 300, height: 100), "\(kind)")
    // What is cut off anywhere tells no other size, and does no harm.
    for count in bytes.indices {
      let size = size(of: Array(bytes[..<count]))
      #expect(size == nil || size == ImageSize(width: 300, height: 100), "\(kind), \(count) bytes")
    }
  }

  @Test(arguments: [
    "no picture", "<svg viewBox='0 0 24 24'>", "<svg width='100%' height='100%'>",
    "<svg width='3em' height='2em'>", "<svg width='1e30' height='5'>",
  ])
  func isNotGuessed(_ text: String) {
    #expect(size(of: Array(text.utf8)) == nil)
  }
}
