/// What a reader points with.
enum BrowserPointer: String, CaseIterable {
  case mouse, touch
}

/// A key that tests press, as the browsers' protocols know it.
enum BrowserKey: String {
  case tab = "Tab"
  case arrowRight = "ArrowRight"
  case arrowLeft = "ArrowLeft"
  case arrowUp = "ArrowUp"
  case arrowDown = "ArrowDown"
  case pageUp = "PageUp"
  case home = "Home"
  case enter = "Enter"

  /// The number that Windows gave it.
  var code: Int {
    switch self {
    case .tab: 9
    case .enter: 13
    case .pageUp: 33
    case .home: 36
    case .arrowLeft: 37
    case .arrowUp: 38
    case .arrowRight: 39
    case .arrowDown: 40
    }
  }

  /// Its private character in WebDriver.
  var unicode: String {
    switch self {
    case .tab: "\u{E004}"
    case .enter: "\u{E007}"
    case .pageUp: "\u{E00E}"
    case .home: "\u{E011}"
    case .arrowLeft: "\u{E012}"
    case .arrowUp: "\u{E013}"
    case .arrowRight: "\u{E014}"
    case .arrowDown: "\u{E015}"
    }
  }

  /// What it types.
  var text: String? { self == .enter ? "\r" : nil }
}
