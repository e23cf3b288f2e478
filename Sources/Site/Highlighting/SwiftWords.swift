/// The words that mean something to Swift's grammar, by where they do.
enum SwiftWords {
  /// Keywords wherever a name could stand.
  static let reserved: Set<String> = [
    "Self", "as", "associatedtype", "async", "await", "break", "case", "catch", "class",
    "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough",
    "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout",
    "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
    "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch",
    "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  /// Keywords that can label an argument and never begin one.
  static let labels: Set<String> = [
    "as", "catch", "default", "defer", "do", "else", "for", "func", "import", "in", "is", "repeat",
    "return", "static", "throw", "throws", "where", "while",
  ]

  /// Keywords before a declaration, names everywhere else.
  static let modifiers: Set<String> = [
    "borrowing", "consuming", "convenience", "distributed", "dynamic", "final", "indirect",
    "infix", "isolated", "lazy", "mutating", "nonisolated", "nonmutating", "open", "optional",
    "override", "package", "postfix", "prefix", "required", "sending", "unowned", "weak",
  ]

  /// What a modifier stands before; `self` in `[weak self]`.
  static let declarations: Set<String> = [
    "actor", "associatedtype", "case", "class", "enum", "extension", "fileprivate", "func", "init",
    "internal", "let", "operator", "private", "protocol", "public", "self", "static", "struct",
    "subscript", "typealias", "var",
  ]

  /// Keywords before a type, names everywhere else.
  static let beforeTypes: Set<String> = ["actor", "any", "each", "some"]

  /// Keywords at the start of an accessor, names everywhere else.
  static let accessors: Set<String> = ["didSet", "get", "set", "willSet"]
}
