/// A problem in something the user wrote, shown with the line it is on.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// A stable code a user can search for, such as `R012`. Never reused for another meaning.
  public let code: Code
  /// Errors leave something out; warnings do not.
  public var severity: Severity { code.severity }
  /// What is wrong: lower case, no final period, naming the offending value.
  public let message: String
  /// Where it is wrong.
  public let location: SourceLocation
  /// The text of that line, without its end; nil when it cannot be shown.
  public let sourceLine: String?
  /// What to do about it, when there is one likely answer.
  public let help: String?

  /// Makes a diagnostic.
  public init(
    code: Code, message: String, location: SourceLocation, sourceLine: String? = nil,
    help: String? = nil
  ) {
    self.code = code
    self.message = message
    self.location = location
    self.sourceLine = sourceLine
    self.help = help
  }

  /// The message with the line, a caret under the column, and the help.
  public var rendered: String {
    var text = "\(location): \(severity.rawValue): \(message) [\(code)]"
    if let sourceLine {
      let number = String(location.line)
      let margin = String(repeating: " ", count: number.count)
      let before = sourceLine.unicodeScalars.prefix(location.column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
      text += "\n\(number) | \(Self.visible(sourceLine))\n\(margin) | \(before)^"
    }
    if let help { text += "\n  = help: \(help)" }
    return text
  }

  /// `line` with control characters, tabs aside, replaced, so that nothing in a file reaches the terminal as a command.
  private static func visible(_ line: String) -> String {
    String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { $0.value < 32 && $0 != "\t" || $0.value == 127 ? "\u{FFFD}" : $0 }))
  }
}
