import Foundation

/// The system makes no process.
public struct ProcessError: Error, Equatable, CustomStringConvertible {
  /// The system's error number.
  public let code: Int32

  /// Says why.
  public init(code: Int32) { self.code = code }

  /// What the system says.
  public var description: String { String(cString: strerror(code)) }
}
