import PostilJSON
import PostilModel
import PostilRecords

/// One record a line (``ReportRecord``).
struct JSONLWriter: ReportWriter {
  let sink: ByteSink

  func begin(_ run: RunInformation) {}
  func end(_ outcome: RunOutcome) {}

  func write(_ document: AnnotatedDocument) throws {
    var json = JSONBytes()
    ReportRecord(document).write(to: &json)
    json.newline()
    try sink(json.bytes[...])
  }
}
