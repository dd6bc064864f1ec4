import PostilJSON
import PostilModel
import PostilRecords

/// One record a line (``ReportRecord``); a long one is given out in pieces.
struct JSONLWriter: ReportWriter {
  /// How much of a record is held before it is given out, in bytes; its text comes as one.
  private static let piece = 64 << 10

  private let sink: ByteSink
  /// Kept from record to record, so that its room is.
  private var json = JSONBytes()

  init(sink: @escaping ByteSink) { self.sink = sink }

  func begin(_ run: RunInformation) {}
  func end(_ outcome: RunOutcome) {}

  mutating func write(_ document: AnnotatedDocument) throws {
    try ReportRecord.write(document, to: &json) { json in
      if json.bytes.count >= Self.piece { try json.drain(sink) }
    }
    json.newline()
    try json.drain(sink)
  }
}
