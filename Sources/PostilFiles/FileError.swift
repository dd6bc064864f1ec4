import Foundation

/// What the system refused to do with a file.
public struct FileError: Error, Equatable, Sendable {
  /// What was tried.
  public enum Action: Equatable, Sendable {
    case write
    case rename
    case makeFolder
    case lock
    /// The file is locked by a process, whose number is given if it is known.
    case lockHeld(process: Int32?)
  }

  /// What was tried.
  public let action: Action
  /// The file, as messages call it.
  public let path: String
  /// The system's number, `errno`.
  public let code: Int32

  /// Makes an error out of what the system said last.
  public init(_ action: Action, path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }
}

extension FileError {
  /// What `body` returns; what Foundation says of a file that it writes on the way is told of `path`.
  public static func of<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as CocoaError {
      let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
      throw FileError(.write, path: path, code: cause.map { Int32($0.code) } ?? EIO)
    }
  }
}

extension FileError: CustomStringConvertible {
  /// One sentence: lower case, no final period.
  public var description: String {
    let reason = String(cString: strerror(code))
    switch action {
    case .write: return "cannot write '\(path)': \(reason)"
    case .rename: return "cannot put '\(path)' in its place: \(reason)"
    case .makeFolder: return "cannot make the folder '\(path)': \(reason)"
    case .lock: return "cannot lock '\(path)': \(reason)"
    case .lockHeld(let process):
      let owner = process.map { "process \($0)" } ?? "another process"
      return "\(owner) is writing to '\(path)'; wait for it to end, or write elsewhere"
    }
  }
}
