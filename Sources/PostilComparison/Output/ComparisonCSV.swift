import PostilModel
import PostilReports

extension Comparison {
  /// The comparison as CSV (RFC 4180): a line for each item and contrast.
  public var csv: String {
    var lines = [csvHead]
    for row in rows {
      for contrast in row.contrasts { lines.append(cells(row, contrast)) }
    }
    return lines.map { $0.map(CSVText.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private var csvHead: [String] {
    var cells = ["facet", "item", "base", "target", "reference"]
    for group in groups {
      cells += ["count", "documents", "copies", "rate", "dp", "meanScore", "scored"].map { "\($0) \(group.name)" }
    }
    return cells + [
      "logRatio", "logRatioLow", "logRatioHigh", "lrc", "g2", "bic", "p", "leastP", "q", "omnibusG2", "omnibusP",
      "omnibusLeastP", "omnibusQ",
    ]
      + ["toneP", "toneLeastP", "toneQ", "names"]
  }

  private func cells(_ row: Row, _ contrast: Contrast) -> [String] {
    func number(_ value: Double?) -> String { value.map { $0.isFinite ? $0.plainText : $0 > 0 ? "inf" : "-inf" } ?? "" }
    var cells = [row.facet.rawValue, row.name, row.base.rawValue, groups[contrast.target].name]
    cells.append(contrast.reference.map { groups[$0].name } ?? "rest")
    for side in row.sides {
      cells += [
        "\(side.count)", "\(side.documents)", "\(side.copies)", number(side.rate), number(side.dispersion),
        number(side.tone?.mean),
        side.tone.map { "\($0.scored)" } ?? "",
      ]
    }
    let test = contrast.test
    let figures = [
      contrast.logRatio, test?.interval.lowerBound, test?.interval.upperBound, test?.conservative, test?.g2, test?.bic,
      test?.p, test?.least, test?.q, row.omnibus?.g2, row.omnibus?.p, row.omnibus?.least, row.omnibus?.q,
      row.toneTest?.p, row.toneTest?.least, row.toneTest?.q,
    ]
    return cells + figures.map(number) + [row.names.joined(separator: "; ")]
  }
}
