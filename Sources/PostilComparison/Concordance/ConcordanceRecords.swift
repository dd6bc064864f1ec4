import PostilJSON
import PostilReports

extension Concordance {
  /// The first `most` lines as CSV (RFC 4180).
  public func csv(most: Int) -> String {
    let head = ["set", "outlet", "date", "documentSet", "document", "start", "end", "left", "keyword", "right"]
    let cells = lines.prefix(most).map { line in
      [
        line.set, line.outlet ?? "", line.date ?? "", line.document.set, line.document.id, "\(line.span.lowerBound)",
        "\(line.span.upperBound)", line.left, line.keyword, line.right,
      ]
    }
    return ([head] + cells).map(CSVText.line).joined()
  }

  /// The first `most` lines as JSON, `postil.concordance/1`.
  public func json(most: Int) -> [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.field("schema", "postil.concordance/1")
      json.field("subject", title)
      json.field("places", lines.count)
      json.field("warnings", warnings)
      json.key("lines")
      json.array { json in for line in lines.prefix(most) { write(line, &json) } }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ line: Line, _ json: inout JSONBytes) {
    json.object { json in
      json.field("set", line.set)
      json.field("outlet", line.outlet)
      json.field("date", line.date)
      json.field("documentSet", line.document.set)
      json.field("document", line.document.id)
      json.field("start", line.span.lowerBound)
      json.field("end", line.span.upperBound)
      json.field("left", line.left)
      json.field("keyword", line.keyword)
      json.field("right", line.right)
    }
  }
}
