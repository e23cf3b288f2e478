extension ChartGrid: Graphic {
  /// The height at which plots are a little wider than high.
  public func height(forWidth width: Int) -> Int {
    Int(GridLayout(self, width: Double(width), height: nil).height)
  }

  /// The panels as one SVG element; see ``Chart/svg(width:height:id:name:)``.
  public func svg(width: Int = 640, height: Int? = nil, id: String = "chart", name: String = "")
    -> String
  {
    GridLayout(self, width: Double(width), height: height.map { Double($0) })
      .drawing(id: id, name: name.utf8.isEmpty ? subject : name, description: summary)
  }

  /// How many panels there are and what each is called; each describes itself.
  public var summary: String {
    let names = charts.map { $0.name }
    let remarks = allRemarks.isEmpty ? "" : " " + allRemarks.joined(separator: " ")
    return subject + ": " + names.joined(separator: "; ") + "." + remarks
  }

  /// What is missing from each panel, and why.
  public var notices: [String] {
    charts.flatMap { chart in chart.notices.map { chart.name + ": " + $0 } }
  }

  /// The data of each panel.
  public var panelData: [PanelData] {
    charts.map { chart in
      let data = chart.panelData[0]
      return PanelData(title: chart.name, table: data.table, csv: data.csv)
    }
  }

  private var subject: String {
    charts.count == 1 ? "1 panel" : String(charts.count) + " panels"
  }
}

extension Chart {
  /// What tells the chart from other panels.
  fileprivate var name: String {
    options.title.utf8.isEmpty
      ? Summary(ChartPlan(self), Findings(ChartPlan(self))).subject : options.title
  }
}
