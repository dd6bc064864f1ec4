import PostilModel
import PostilReports

extension Comparison {
  /// The comparison as tidy CSV (RFC 4180): a line for each item and set.
  ///
  /// With two sets the figures of the second against the first stand in the lines of the second.
  public var csv: String { ComparisonCSV(comparison: self).text }
}

/// Items and sets as lines of cells.
struct ComparisonCSV {
  private typealias Column = (name: String, cell: (Line) -> String)

  /// What a line says.
  private struct Line {
    let row: Comparison.Row
    let group: Int
    let side: Comparison.Side
    let contrast: Comparison.Contrast?
    let change: Comparison.Change?
  }

  let comparison: Comparison

  var text: String {
    let columns = columns
    let lines = comparison.rows.flatMap { row in comparison.groups.indices.map { line(row, $0) } }
    return CSVText.line(columns.map(\.name))
      + lines.map { line in CSVText.line(columns.map { $0.cell(line) }) }.joined()
  }

  private func line(_ row: Comparison.Row, _ group: Int) -> Line {
    Line(
      row: row, group: group, side: row.sides[group], contrast: row.contrasts.first { $0.target == group },
      change: row.changes.first { $0.group == group })
  }

  private var columns: [Column] { identity + counts + tones + contrasts + tests }

  private var identity: [Column] {
    let places = comparison.placesInSeries
    return [
      ("facet", { $0.row.facet.rawValue }), ("item", { $0.row.name }), ("set", { comparison.groups[$0.group].name }),
      ("series", { places[$0.group]?.series ?? "" }), ("period", { places[$0.group]?.period ?? "" }),
      ("base", { $0.row.base.rawValue }),
    ]
  }

  private var counts: [Column] {
    [
      ("count", { "\($0.side.count)" }), ("size", { "\(comparison.groups[$0.group].size($0.row.base))" }),
      ("rate", { number($0.side.rate) }), ("documents", { "\($0.side.documents)" }),
      ("setDocuments", { "\(comparison.groups[$0.group].documents)" }), ("copies", { "\($0.side.copies)" }),
      ("shareLow", { number($0.side.share?.lowerBound) }), ("shareHigh", { number($0.side.share?.upperBound) }),
      ("dp", { number($0.side.dispersion) }),
    ]
  }

  private var tones: [Column] {
    [
      ("positive", { $0.side.tone.map { "\($0.positive)" } ?? "" }),
      ("neutral", { $0.side.tone.map { "\($0.neutral)" } ?? "" }),
      ("negative", { $0.side.tone.map { "\($0.negative)" } ?? "" }),
      ("scored", { $0.side.tone.map { "\($0.scored)" } ?? "" }),
      ("meanScore", { number($0.side.tone?.mean) }), ("meanScoreLow", { number($0.side.tone?.interval?.lowerBound) }),
      ("meanScoreHigh", { number($0.side.tone?.interval?.upperBound) }),
    ]
  }

  private var contrasts: [Column] {
    [
      ("reference", { $0.contrast.map { $0.reference.map { comparison.groups[$0].name } ?? "rest" } ?? "" }),
      ("logRatio", { number($0.contrast?.logRatio) }),
      ("logRatioLow", { number($0.contrast?.test?.interval.lowerBound) }),
      ("logRatioHigh", { number($0.contrast?.test?.interval.upperBound) }),
      ("lrc", { number($0.contrast?.test?.conservative) }), ("g2", { number($0.contrast?.test?.g2) }),
      ("bic", { number($0.contrast?.test?.bic) }), ("p", { number($0.contrast?.test?.p) }),
      ("leastP", { number($0.contrast?.test?.least) }), ("q", { number($0.contrast?.test?.q) }),
    ]
  }

  private var tests: [Column] {
    [
      ("omnibusG2", { number($0.row.omnibus?.g2) }), ("omnibusP", { number($0.row.omnibus?.p) }),
      ("omnibusLeastP", { number($0.row.omnibus?.least) }), ("omnibusQ", { number($0.row.omnibus?.q) }),
      ("toneP", { number($0.row.toneTest?.p) }), ("toneLeastP", { number($0.row.toneTest?.least) }),
      ("toneQ", { number($0.row.toneTest?.q) }), ("changeP", { number($0.change?.p) }),
      ("changeQ", { number($0.change?.q) }),
      ("names", { $0.row.names.joined(separator: "; ") }),
    ]
  }

  private func number(_ value: Double?) -> String {
    value.map { $0.isFinite ? $0.plainText : $0 > 0 ? "inf" : "-inf" } ?? ""
  }
}

extension Comparison {
  /// The series and period that each set is.
  var placesInSeries: [Int: (series: String, period: String)] {
    let places = series.flatMap { series in
      series.periods.compactMap { period in period.group.map { ($0, (series.name, period.label)) } }
    }
    return Dictionary(places) { first, _ in first }
  }
}
