import Foundation

/// A worker cannot be made.
public struct IsolationError: Error, CustomStringConvertible {
  /// The system's error number.
  public let code: Int32

  /// One sentence, lower case, no final period.
  public var description: String {
    "no process can be made for a worker: \(String(cString: strerror(code))); use fewer --jobs, or leave out --isolate"
  }
}
