/// Why a JSON value is no record, or a record no annotated document.
public struct RecordError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// Another schema, or none, or no document with an id.
    case noRecord
    case noText
    case noType
    case noSpan
    /// The ends, in code points, and the feature that they belong to, if one.
    case spanOutsideText(start: Int, end: Int, feature: String?)
    case badDate(String)
    /// The field that holds a value of another kind, and the kind that it should hold.
    case wrongKind(field: String, expected: String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The annotation that is wrong, by its id, or by its number from 1 where it has none.
  public let annotation: String?

  /// Makes an error.
  public init(_ reason: Reason, annotation: String? = nil) {
    self.reason = reason
    self.annotation = annotation
  }
}

extension RecordError: CustomStringConvertible {
  /// One sentence: lower case, no final period.
  public var description: String {
    let subject = annotation.map { "annotation '\($0)'" } ?? "the record"
    switch reason {
    case .noRecord: return "the line is no record of \(ReportRecord.schema)"
    case .noText: return "the record has no 'text', in which offsets count"
    case .noType: return "\(subject) has no 'type'"
    case .noSpan: return "\(subject) has no span: 'start' and 'end' in code points, the end behind the start"
    case .spanOutsideText(let start, let end, let feature):
      let owner = feature.map { "the feature '\($0)' of \(subject)" } ?? subject
      return "\(owner) has the span \(start)–\(end), which does not lie within the text"
    case .wrongKind(let field, let expected): return "'\(field)' of \(subject) is not \(expected)"
    case .badDate(let date): return "'\(date)' is no date; write yyyy-mm-dd"
    }
  }
}
