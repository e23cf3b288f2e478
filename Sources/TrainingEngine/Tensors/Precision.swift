internal import TrainingKernels

/// How numbers are stored: 32 bits, as networks are trained, or 64, as derivatives are checked.
///
/// ```swift
/// Tensor(0.1, precision: .double).value  // == 0.1
/// Tensor(0.1, precision: .float).value  // == 0.10000000149011612
/// ```
public enum Precision: Sendable {
  /// 24 significant bits, about seven decimal digits; largest number 3.4e38.
  case float
  /// 53 significant bits, about sixteen decimal digits; largest number 1.8e308.
  case double

  var name: String { self == .float ? ".float" : ".double" }
  var kernel: TKPrecision { self == .float ? .float32 : .float64 }
  var byteCount: Int { self == .float ? 4 : 8 }
}
