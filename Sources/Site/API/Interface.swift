/// The public declarations of the modules that lessons import.
///
/// Made from the symbol graphs that the compiler writes, or from what an earlier build kept of them:
///
///     let interface = Interface(symbolGraphs: graphs)
///     Interface(cache: interface.cache) == interface   // == true
public struct Interface: Equatable, Sendable {
  /// In the order of the modules, their files and the declarations in them.
  var declarations: [Declaration]
  var conformances: [Conformance] = []
  /// What tells it from others.
  var digest = ""

  /// Nothing: a site without pages for declarations.
  public static let empty = Interface(declarations: [])

  /// One declaration.
  struct Declaration: Equatable, Sendable {
    /// The name that the compiler gives it, unique and for nobody to read.
    var id: String
    /// What a member is a member of; empty at the top of a module.
    var parent = ""
    var module: String
    var kind: Kind
    /// Its name with its labels: `train(on:minimizing:)`.
    var name: String
    /// It and what it is in: `Network.Summary`.
    var path: String
    /// How it is written, piece by piece.
    var code: [Piece]
    /// The Markdown above it.
    var comment: String
  }

  /// A piece of a declaration.
  struct Piece: Equatable, Sendable {
    /// What it is, as the compiler says: `keyword`, `typeIdentifier`.
    var kind: String
    var text: String
    /// The declaration that it names, or nothing.
    var id = ""
  }

  /// A type's protocol or superclass.
  struct Conformance: Equatable, Sendable {
    var type: String
    var id: String
    var name: String
  }

  /// What is declared; the raw values are the compiler's.
  enum Kind: String, CaseIterable, Sendable {
    case structure = "swift.struct"
    case `class` = "swift.class"
    case enumeration = "swift.enum"
    case `protocol` = "swift.protocol"
    case actor = "swift.actor"
    case typeAlias = "swift.typealias"
    case function = "swift.func"
    case macro = "swift.macro"
    case variable = "swift.var"
    case enumerationCase = "swift.enum.case"
    case associatedType = "swift.associatedtype"
    case initializer = "swift.init"
    case typeProperty = "swift.type.property"
    case typeMethod = "swift.type.method"
    case property = "swift.property"
    case method = "swift.method"
    case typeSubscript = "swift.type.subscript"
    case `subscript` = "swift.subscript"
    case `operator` = "swift.func.op"

    /// Whether it has members.
    var isType: Bool {
      switch self {
      case .structure, .class, .enumeration, .protocol, .actor: true
      default: false
      }
    }

    /// What a reader calls it.
    var title: String {
      switch self {
      case .structure: "Structure"
      case .class: "Class"
      case .enumeration: "Enumeration"
      case .protocol: "Protocol"
      case .actor: "Actor"
      case .typeAlias: "Type alias"
      case .macro: "Macro"
      case .variable: "Variable"
      case .function, .operator: "Function"
      default: "Member"
      }
    }
  }
}
