// The standard library's `rounded` calls the C library on processors without the instruction, and
// so does the optimizer for a conversion to Int and back.

extension Double {
  /// The greatest whole number that is not greater.
  var roundedDown: Double {
    // Next to 1.5 * 2^52 a Double holds whole numbers only.
    let anchor = 6_755_399_441_055_744.0
    guard abs(self) < 2_251_799_813_685_248 else { return self }
    let nearest = self + anchor - anchor
    return nearest > self ? nearest - 1 : nearest
  }

  /// The least whole number that is not less.
  var roundedUp: Double { -(-self).roundedDown }
}
