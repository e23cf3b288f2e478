import Site
import Testing

struct SwiftLexerTests {
  /// Code, and the same with each colored piece in brackets after its first letter.
  @Test(arguments: [
    ("let a = 1", "k[let] a = n[1]"),
    ("x // note\ny", "x c[// note]\ny"),
    ("/* a /* b */ c */ d", "c[/* a /* b */ c */] d"),
    ("/* never ends", "c[/* never ends]"),
    (#"print("a\n\"b\" \\")"#, #"print(s["a\n\"b\" \\"])"#),
    (#""sum \(f(1) + "x") end""#, #"s["sum \](f(n[1]) + s["x"])s[ end"]"#),
    (##"#"raw \n \#(x) "quoted""#"##, ##"s[#"raw \n \#](x)s[ "quoted""#]"##),
    ("\"\"\"\n  one \"two\"\n  \"\"\" + b", "s[\"\"\"\n  one \"two\"\n  \"\"\"] + b"),
    ("\"never ends\nlet a", "s[\"never ends]\nk[let] a"),
    (#""\"#, #"s["\]"#),
    ("0...9", "n[0]...n[9]"),
    ("0.5..<1_000", "n[0.5]..<n[1_000]"),
    ("1e-9 + 0xFF - 0x1p-3 - 2.5E+3", "n[1e-9] + n[0xFF] - n[0x1p-3] - n[2.5E+3]"),
    ("pair.0 + 1.max", "pair.0 + n[1].max"),
    ("a-1", "a-n[1]"),
    ("@MainActor func f()", "a[@MainActor] k[func] f()"),
    ("#if DEBUG\n#endif", "d[#if] t[DEBUG]\nd[#endif]"),
    ("#filePath", "d[#filePath]"),
    ("Dense(from: 2, to: 16)", "t[Dense](from: n[2], to: n[16])"),
    ("some View, any Layer", "k[some] t[View], k[any] t[Layer]"),
    ("let some = any", "k[let] some = any"),
    (".some(x), .init(), .default, .in", ".some(x), .init(), .default, .in"),
    ("expect(x, in: 0...1)", "expect(x, in: n[0]...n[1])"),
    ("func wait(for step: Int)", "k[func] wait(for step: t[Int])"),
    ("for x in xs where x is Int", "k[for] x k[in] xs k[where] x k[is] t[Int]"),
    ("default: break", "k[default]: k[break]"),
    ("`let` = self", "`let` = k[self]"),
    ("$0.layer + _x", "$0.layer + _x"),
    ("var a: Int { get set }", "k[var] a: t[Int] { k[get] k[set] }"),
    ("{\n  get { 1 }\n  set { }\n}", "{\n  k[get] { n[1] }\n  k[set] { }\n}"),
    ("for a in set { get(set) }", "k[for] a k[in] set { get(set) }"),
    ("final class A", "k[final] k[class] t[A]"),
    ("open(prefix: xs.prefix(3))", "open(prefix: xs.prefix(n[3]))"),
    ("public private(set) var a", "k[public] k[private](set) k[var] a"),
    ("let (δ, η) = (1, nil)", "k[let] (δ, η) = (n[1], k[nil])"),
    ("x < y && Array<Int>() != []", "x < y && t[Array]<t[Int]>() != []"),
    ("try await run { [weak self] in }", "k[try] k[await] run { [k[weak] k[self]] k[in] }"),
    ("repeat { } while a", "k[repeat] { } k[while] a"),
    ("case .sigmoid: 0.25", "k[case] .sigmoid: n[0.25]"),
    ("nonisolated(unsafe) static var a", "k[nonisolated](unsafe) k[static] k[var] a"),
    ("split(separator: /a is \\/b/)", "split(separator: s[/a is \\/b/])"),
    ("a / b / c + (x) /y/ z", "a / b / c + (x) /y/ z"),
    ("", ""),
  ])
  func colors(_ code: String, _ expected: String) {
    var lexer = SwiftLexer(code)
    let tokens = lexer.tokens()
    #expect(tokens.map(\.text).joined() == code)
    let shown = tokens.map { token in
      token.kind == .plain ? token.text : "\(token.kind.rawValue.first!)[\(token.text)]"
    }
    #expect(shown.joined() == expected)
  }

  @Test func losesNothingOfAnyFragment() {
    let code = ###"let a = #"x \#(f("é\(1)")) "# /* c */ + """ \#( "###
    for end in code.indices {
      var lexer = SwiftLexer(String(code[..<end]))
      #expect(lexer.tokens().map(\.text).joined() == code[..<end])
    }
  }
}
