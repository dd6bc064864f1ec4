/// What SQLite refused.
public struct StoreError: Error, CustomStringConvertible, Sendable {
  /// The file.
  public let path: String
  /// SQLite's own number, for looking up in sqlite.org/rescode.html; 0 when the fault is not SQLite's.
  public let code: Int32
  /// SQLite's words.
  public let reason: String

  /// What to do about it, where one answer is likely.
  public var help: String?

  /// One sentence.
  public var description: String {
    "'\(path)': \(reason)" + (code == 0 ? "" : " (SQLite \(code))") + (help.map { "; \($0)" } ?? "")
  }
}
