/// Which page has which declaration, and under what address.
struct InterfacePages {
  let interface: Interface
  private(set) var pages: [Page] = []
  /// The address of each declaration by the compiler's name for it, as `Network.html#train`.
  private(set) var addresses: [String: String] = [:]
  /// What each type has, in the order of its source.
  private(set) var members: [String: [Interface.Declaration]] = [:]

  /// What each type conforms to or inherits from, and what does so of it.
  private(set) var supertypes: [String: [(name: String, id: String)]] = [:]
  private(set) var subtypes: [String: [(name: String, id: String)]] = [:]
  /// The addresses of declarations by the names that comments have for them.
  private var names: [String: String] = [:]

  /// A type, or functions of one name.
  struct Page {
    var name: String
    /// Its file in the folder of these pages.
    var file: String
    var declarations: [Interface.Declaration]
    var module: String { declarations[0].module }
    /// Its place in the list of the pages.
    var anchor: String { String(file.dropLast(".html".count)) }
  }

  init(_ interface: Interface) {
    self.interface = interface
    var files: Set<String> = ["index.html"]
    var functions: [String: Int] = [:]
    for declaration in interface.declarations where !declaration.parent.isEmpty {
      members[declaration.parent, default: []].append(declaration)
    }
    for declaration in interface.declarations where declaration.parent.isEmpty {
      let name = declaration.name.baseName
      let isFunction = declaration.kind == .function || declaration.kind == .operator
      if isFunction, let page = functions["\(declaration.module).\(name)"] {
        pages[page].declarations.append(declaration)
        continue
      }
      if isFunction { functions["\(declaration.module).\(name)"] = pages.count }
      // Two modules may have one name, and some file systems take `Show` for `show`.
      let taken = files.contains("\(name.addressPart).html".lowercased())
      let file = unique((taken ? "\(declaration.module).\(name)" : name).addressPart) {
        files.insert("\($0).html".lowercased()).inserted
      }
      pages.append(Page(name: name, file: "\(file).html", declarations: [declaration]))
    }
    for page in pages {
      var anchors: Set<String> = []
      func add(_ declaration: Interface.Declaration, in path: String, isTop: Bool) {
        let name = path + declaration.name.baseName
        let isWhole = isTop && page.declarations.count == 1
        let anchor =
          isWhole ? "" : unique(name.addressPart) { anchors.insert($0.lowercased()).inserted }
        addresses[declaration.id] = page.file + (isWhole ? "" : "#\(anchor)")
        for member in members[declaration.id] ?? [] where addresses[member.id] == nil {
          add(member, in: isTop ? "" : "\(name).", isTop: false)
        }
      }
      for declaration in page.declarations { add(declaration, in: "", isTop: true) }
    }
    var paths: [String: String] = [:]
    for declaration in interface.declarations {
      paths[declaration.id] = declaration.path
      if names[declaration.path] == nil { names[declaration.path] = addresses[declaration.id] }
    }
    for link in interface.conformances {
      supertypes[link.type, default: []].append((link.name, link.id))
      if let path = paths[link.type], addresses[link.id] != nil {
        subtypes[link.id, default: []].append((path, link.type))
      }
    }
  }

  /// Where a name in a comment leads: a type's, a function's, `Type/member`, or on the type's own
  /// page a member's alone.
  func address(of name: String, on page: Page) -> String? {
    if name == page.name { return nil }
    let path = name.replacing("/", with: ".")
    return names[path] ?? (path.contains("(") ? names["\(page.name).\(path)"] : nil)
  }

  /// The id on its page of a declaration.
  func anchor(of declaration: Interface.Declaration) -> String {
    addresses[declaration.id]?.split(separator: "#").dropFirst().first.map(String.init) ?? ""
  }
}

/// The name, or the name with the first number that makes it new.
private func unique(_ name: String, isNew: (String) -> Bool) -> String {
  if isNew(name) { return name }
  var number = 2
  while !isNew("\(name)-\(number)") { number += 1 }
  return "\(name)-\(number)"
}

extension String {
  /// `train` of `train(on:minimizing:)`; an operator's `+` of `+(_:_:)`.
  var baseName: String {
    firstIndex(of: "(").map { $0 == startIndex ? self : String(self[..<$0]) } ?? self
  }

  /// The name with nothing in it that means something in an address or a path.
  var addressPart: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ".": result.unicodeScalars.append(scalar)
      default: result += "-" + String(scalar.value, radix: 16)
      }
    }
    return result.hasPrefix(".") ? "-" + result : result
  }
}
