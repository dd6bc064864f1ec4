/// Why a report cannot be read.
public struct ReportError: Error, CustomStringConvertible, Sendable {
  /// One sentence with the file and, for a record, the line.
  public let description: String

  /// Makes an error of one sentence.
  public init(description: String) { self.description = description }
}
