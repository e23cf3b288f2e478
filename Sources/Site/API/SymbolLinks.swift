/// Where the names in a piece of Swift lead.
struct SymbolLinks: Sendable {
  /// Types, and functions that are called without a dot.
  private var types: [String: String] = [:]
  private var functions: [String: String] = [:]
  /// Methods by name and first label, as `train(on:`, of which there is but one page.
  private var methods: [String: String] = [:]
  /// What stands before an address, on the page that has the link.
  var prefix: String
  /// Names that mean something else here.
  var hidden: Set<String> = []

  static let none = SymbolLinks()

  private init() { prefix = "" }

  init(_ pages: InterfacePages, prefix: String) {
    self.prefix = prefix
    // A name of two modules means now one, now the other.
    let uses = Dictionary(pages.pages.map { ($0.name, 1) }, uniquingKeysWith: +)
    for page in pages.pages where uses[page.name] == 1 {
      switch page.declarations[0].kind {
      case .function: functions[page.name] = page.file
      case .operator: break
      default: types[page.name] = page.file
      }
    }
    var owners: [String: String] = [:]
    for declaration in pages.interface.declarations where !declaration.parent.isEmpty {
      guard declaration.kind == .method || declaration.kind == .typeMethod,
        let name = declaration.name.nameWithLabel, let address = pages.addresses[declaration.id]
      else { continue }
      let owner = address.prefix { $0 != "#" }
      if methods[name] == nil { methods[name] = address }
      // What several types have is not told apart by its name.
      if owners[name, default: String(owner)] != owner { methods[name] = "" }
      owners[name] = String(owner)
    }
    methods = methods.filter { !$0.value.isEmpty }
  }

  var isEmpty: Bool { types.isEmpty && functions.isEmpty }

  /// Where a type's name leads.
  func type(_ name: String) -> String? { address(types[name], of: name) }

  /// Where a function's name leads.
  func function(_ name: String) -> String? { address(functions[name], of: name) }

  /// Where a method's name leads that is called with `label` first.
  func method(_ name: String, label: String) -> String? {
    address(methods["\(name)(\(label):"], of: name)
  }

  private func address(_ address: String?, of name: String) -> String? {
    hidden.contains(name) ? nil : address.map { prefix + $0 }
  }
}

extension String {
  /// `train(on:` of `train(on:minimizing:)`; nil where the first argument has no label.
  fileprivate var nameWithLabel: String? {
    guard let colon = firstIndex(of: ":"), !baseName.isEmpty else { return nil }
    let start = String(self[...colon])
    return start.contains("(_:") || !start.contains("(") ? nil : start
  }
}
