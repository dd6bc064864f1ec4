/// Why a text is no JSON.
public struct JSONError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// Something else must stand here, or the text ends too early.
    case syntax
    /// A string that is not UTF-8.
    case notUTF8
    /// More than ``JSONParser/mostLevels`` arrays and objects inside one another.
    case nestedTooDeeply
  }

  /// What is wrong.
  public let reason: Reason
  /// The byte at which it stopped making sense, from 0.
  public let utf8Offset: Int
}

extension JSONError: CustomStringConvertible {
  /// The end of a sentence, such as `is no JSON at byte 12`.
  public var description: String {
    switch reason {
    case .syntax: "is no JSON at byte \(utf8Offset)"
    case .notUTF8: "is not UTF-8 in the string at byte \(utf8Offset)"
    case .nestedTooDeeply: "is nested deeper than \(JSONParser.mostLevels) levels at byte \(utf8Offset)"
    }
  }
}
