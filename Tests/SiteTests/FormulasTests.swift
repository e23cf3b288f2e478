import Foundation
import Lessons
import Site
import TestSupport
import Testing

struct FormulasTests {
  /// The formulas that a course on gradients needs.
  static let formulas = [
    #"\frac{\partial L}{\partial W^{(l)}} = \delta^{(l)} \left(a^{(l-1)}\right)^\top"#,
    #"\left\lVert \prod_{l=k}^{L} J_l \right\rVert_2 \le \prod_{l=k}^{L} \sigma_{\max}(J_l)"#,
    #"\hat{x} = \frac{x - \mathbb{E}[x]}{\sqrt{\mathrm{Var}[x]+\epsilon}}"#,
    #"\hat{m}_t = \frac{m_t}{1-\beta_1^t}, \quad \bar{x}, \tilde{w}, \vec{v}, \dot{y}, \widehat{abc}, \overline{ab}"#,
    #"\begin{aligned} m_t &= \beta_1 m_{t-1} + (1-\beta_1) g_t \\ v_t &= \beta_2 v_{t-1} + (1-\beta_2) g_t^2 \end{aligned}"#,
    #"\mathrm{ReLU}'(z) = \begin{cases} 1 & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}"#,
    #"g \leftarrow g \cdot \min\left(1, \frac{c}{\lVert g \rVert_2}\right)"#,
    #"\mathbb{E}_{x \sim \mathcal{D}}\left[\nabla_\theta \ell(\theta; x)\right] \approx \frac{1}{m} \sum_{i=1}^{m} \nabla_\theta \ell(\theta; x_i)"#,
    #"J = \begin{pmatrix} \frac{\partial f_1}{\partial x_1} & \cdots & \frac{\partial f_1}{\partial x_n} \\ \vdots & \ddots & \vdots \\ \frac{\partial f_m}{\partial x_1} & \cdots & \frac{\partial f_m}{\partial x_n} \end{pmatrix}"#,
    #"h_t = \operatorname{tanh}(W_h h_{t-1} + W_x x_t + b), \quad \theta^\star = \operatorname*{arg\,min}_\theta L(\theta)"#,
    #"\frac{\partial L}{\partial h_0} = \frac{\partial L}{\partial h_T} \underbrace{\prod_{t=1}^{T} \operatorname{diag}\left(\phi'(z_t)\right) W_h}_{\text{vanishes if } \lVert W_h \rVert < 1}"#,
    #"\mathbf{W} \in \mathbb{R}^{n \times m},\; f \colon \mathbb{R}^n \to \mathbb{R},\; \boldsymbol{\theta},\; \nabla^2 L \succeq 0,\; x^{\prime\prime} \ne f''(x),\; 10^{-9},\; \binom{n}{k},\; a \odot b,\; \xrightarrow{t\to\infty} 0"#,
  ]

  @Test(arguments: formulas)
  func typesetsAFormulaForEyesAndForScreenReaders(_ tex: String) throws {
    let page = try readLesson("# T\n\nInline $\(tex)$.\n\n$$\n\(tex)\n$$\n").site().text(
      "a-lesson.html")
    let elements = try PageReader(page).elements
    #expect(elements.filter { $0.name == "math" }.count == 2)
    #expect(elements.filter { $0.attributes["class"] == "katex-html" }.count == 2)
    #expect(elements.contains { $0.attributes["class"] == "katex-display" })
    #expect(elements.allSatisfy { $0.attributes["style"]?.contains("#cc0000") != true })
  }

  @Test(arguments: [
    (#"$a + 1️⃣\foo$"#, #"undefined control sequence: \foo"#),
    (#"text $x1️⃣}$ text"#, "did not expect '}'"),
    (#"$x^21️⃣^3$"#, "double superscript"),
    (#"$\frac{a}1️⃣$"#, "unexpected end of input in a macro argument, expected '}'"),
    (#"$\left( x1️⃣$"#, #"expected '\right', got the end of the formula"#),
    (#"é $é + 1️⃣\foo$"#, #"undefined control sequence: \foo"#),
    ("$$\na = b \\\\\n  c 1️⃣\\foo\n$$", #"undefined control sequence: \foo"#),
    ("- item\n\n  $$\n  a\n  b 1️⃣\\foo\n  $$", #"undefined control sequence: \foo"#),
    (#"$1️⃣\href{javascript:alert(1)}{x}$"#, #"\href is not allowed in a formula"#),
    (#"$1️⃣\includegraphics{x.png}$"#, #"\includegraphics is not allowed in a formula"#),
    (#"$1️⃣\def\a{\a\a}\a$"#, "too many expansions"),
  ])
  func pointsAtWhatIsWrong(_ marked: String, _ reason: String) throws {
    let text = MarkedText("# T\n\n" + marked + "\n")
    let diagnostics = try Formulas.check(readLesson(text.text))
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(diagnostic.message.hasPrefix("This formula cannot be typeset: "))
    #expect(diagnostic.message.contains(reason), "\(diagnostic.message)")
    let place = try #require(text.positions["1️⃣"])
    #expect(diagnostic.position == Position(line: place.line, column: place.column))
    #expect(
      diagnostic.sourceLine
        == String(
          text.text.split(separator: "\n", omittingEmptySubsequences: false)[place.line - 1]))
    #expect(diagnostic.path == "lessons/01-a-lesson.md")
  }

  @Test func findsFormulasWhereverTextMayStand() throws {
    let course = readLesson(
      """
      # T

      ## H $\\bad1$

      | $\\bad2$ |
      |---|
      | $\\bad3$ |

      > - *$\\bad4$* [$\\bad5$](https://x.org)

      ::: aside
      $\\bad6$ [^1]
      :::

      [^1]: $\\bad7$
      """)
    let found = try Formulas.check(course).map(\.message)
    for name in 1...7 { #expect(found.contains { $0.contains("\\bad") }, "\(name)") }
    #expect(found.count == 7)
  }

  @Test func namesTheCommandThatInstallsKaTeX() {
    #expect(throws: MissingSoftware.self) { try Installation.read("/nowhere/katex.min.js") }
    do {
      _ = try Installation.read("/nowhere/katex.min.js")
    } catch {
      #expect(
        error.description
          == "KaTeX, which typesets formulas, is missing (there is no /nowhere/katex.min.js). Install it with: apt-get install libjs-katex fonts-katex"
      )
    }
  }

  @Test func takesMacrosFromTheCourse() throws {
    let settings = "title: T\nmacros:\n  \\R: \\mathbb{R}\n"
    let page = try readLesson("# T\n\n$\\R^n$", settings: settings).site().text("a-lesson.html")
    #expect(page.contains("mathbb"))
  }

  @Test func remembersWhatItTypeset() throws {
    let course = readLesson("# T\n\n$a_b$ and $$a_b$$ and $c$")
    let cache = try Formulas(of: course).cache
    #expect(try Formulas(of: course, cache: cache).cache == cache)
    // A changed cache shows in the page, so nothing was typeset anew.
    let forged = String(decoding: cache, as: UTF8.self).replacing("mathnormal", with: "remembered")
    let formulas = try Formulas(of: course, cache: Array(forged.utf8))
    #expect(String(decoding: formulas.cache, as: UTF8.self) == forged)
  }

  @Test func forgetsWhatOtherMacrosOrADamagedFileSay() throws {
    let course = readLesson("# T\n\n$a_b$ and $c$")
    let cache = try Formulas(of: course).cache
    var other = course
    other.macros = [.init(name: "\\R", expansion: "x")]
    #expect(try Formulas(of: other, cache: cache).cache != cache)
    for count in stride(from: 0, to: cache.count, by: 97) {
      #expect(try Formulas(of: course, cache: Array(cache.prefix(count))).cache == cache)
    }
    #expect(try Formulas(of: course, cache: cache + Array("inline 5 -1\n".utf8)).cache == cache)
  }

  @Test func dropsFormulasNoLongerThere() throws {
    let two = try Formulas(of: readLesson("# T\n\n$a$ and $b$")).cache
    let one = readLesson("# T\n\n$a$")
    #expect(try Formulas(of: one, cache: two).cache == Formulas(of: one).cache)
  }

  @Test func bringsOnlyTheFontsThatFormulasUse() throws {
    func fonts(_ text: String) throws -> [String] {
      try readLesson("# T\n\n\(text)").site().files.map(\.path).filter { $0.hasPrefix("fonts/") }
        .map { String($0.dropFirst("fonts/KaTeX_".count).dropLast(".woff2".count)) }
    }
    #expect(try fonts("No formula, and costs of $5.") == [])
    #expect(try fonts("$1 + 2$") == ["Main-Regular"])
    #expect(try fonts("$x$") == ["Main-Italic", "Main-Regular", "Math-Italic"])
    #expect(try fonts("$\\mathbb{R}$").contains("AMS-Regular"))
    #expect(try fonts("$\\boldsymbol{\\theta}$").contains("Math-BoldItalic"))
  }

  @Test func namesOnlyFontsThatItBrings() throws {
    let site = try readLesson("# T\n\n" + FormulasTests.formulas.map { "$\($0)$\n\n" }.joined())
      .site()
    let sheet = try site.text("math.css")
    let named = Set(
      sheet.split(separator: "url(").dropFirst().map { String($0.prefix { $0 != ")" }) })
    #expect(named == Set(site.files.map(\.path).filter { $0.hasPrefix("fonts/") }))
    for file in site.files {
      if case .copy(let path) = file.contents {
        #expect(FileManager.default.fileExists(atPath: path))
      }
    }
  }
}
