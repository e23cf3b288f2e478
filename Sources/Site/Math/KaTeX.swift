import CDuktape

/// KaTeX, run by the Duktape engine inside this process.
final class KaTeX {
  private let engine: OpaquePointer

  /// Loads KaTeX, which takes about a tenth of a second.
  init(source: [UInt8]) throws(MissingSoftware) {
    guard let engine = duk_create_heap(nil, nil, nil, nil, nil) else {
      fatalError("Duktape has no memory for a heap")
    }
    self.engine = engine
    guard evaluate(Array(KaTeX.polyfill.utf8)), evaluate(source),
      evaluate(Array(KaTeX.caller.utf8))
    else {
      throw MissingSoftware(
        what: "KaTeX at \(Installation.script) does not load: \(result)",
        install: Installation.command)
    }
  }

  deinit { duk_destroy_heap(engine) }

  /// A formula's markup, or why there is none and at which UTF-16 offset of it.
  enum Answer {
    case markup(String)
    case error(message: String, offset: Int)
  }

  func typeset(_ tex: String, display: Bool, macros: [(name: String, expansion: String)]) -> Answer
  {
    duk_get_global_string(engine, "typeset")
    push(tex)
    duk_push_boolean(engine, display ? 1 : 0)
    let object = duk_push_object(engine)
    for macro in macros {
      push(macro.expansion)
      duk_put_prop_string(engine, object, macro.name)
    }
    defer { duk_pop(engine) }
    guard duk_pcall(engine, 3) == 0 else { return .error(message: result, offset: 0) }
    let answer = result
    guard answer.first == "!" else { return .markup(String(answer.dropFirst())) }
    let parts = answer.dropFirst().split(separator: "\n", maxSplits: 1)
    return .error(message: String(parts[1]), offset: Int(parts[0]) ?? 0)
  }

  private func push(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        _ = duk_push_lstring(engine, $0.baseAddress, $0.count)
      }
    }
  }

  /// The string on top of the stack.
  private var result: String {
    var count = 0
    guard let characters = duk_safe_to_lstring(engine, -1, &count) else { return "" }
    return characters.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }

  private func evaluate(_ script: [UInt8]) -> Bool {
    let flags =
      DUK_COMPILE_EVAL | DUK_COMPILE_SAFE | DUK_COMPILE_NOSOURCE | DUK_COMPILE_NOFILENAME
    let failed = script.withUnsafeBytes {
      duk_eval_raw(engine, $0.bindMemory(to: CChar.self).baseAddress, script.count, flags)
    }
    guard failed == 0 else { return false }
    duk_pop(engine)
    return true
  }

  /// What KaTeX uses and ECMAScript 5 lacks.
  private static let polyfill = """
    Array.prototype.fill = function (value) {
      for (var i = 0; i < this.length; i++) this[i] = value;
      return this;
    };
    """

  /// Commands that need trust, such as `\\href`, are errors rather than red text in the page.
  static let caller = """
    function typeset(tex, display, macros) {
      try {
        return "+" + katex.renderToString(tex, {
          displayMode: display, output: "htmlAndMathml", throwOnError: true, strict: false,
          macros: macros,
          trust: function (context) {
            throw new katex.ParseError(context.command + " is not allowed in a formula");
          }
        });
      } catch (error) {
        if (!(error instanceof katex.ParseError)) throw error;
        return "!" + (error.position || 0) + "\\n" + error.message;
      }
    }
    """
}
