import Foundation

/// A file or pipe that bytes go to, whole or with an error.
struct ByteOutput {
  /// Why writing stopped.
  enum Stop: Error {
    /// The reader of a pipe has gone: no failure of ours.
    case readerGone
  }

  let descriptor: Int32
  /// What error messages call it.
  let name: String

  /// Opens a new file, or empties an old one.
  static func create(_ path: String) throws -> ByteOutput { try opened(path, O_CREAT | O_TRUNC) }

  /// Opens a file that is there, to write behind its end.
  static func appending(_ path: String) throws -> ByteOutput { try opened(path, O_APPEND) }

  private static func opened(_ path: String, _ flags: Int32) throws -> ByteOutput {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else {
      throw Failure(
        "cannot write '\(path)': \(String(cString: strerror(errno)))", status: Failure.Status.documentsFailed)
    }
    return ByteOutput(descriptor: descriptor, name: "'\(path)'")
  }

  /// Writes all of `bytes`.
  func write(_ bytes: ArraySlice<UInt8>) throws {
    try bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Foundation.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count >= 0 {
          done += count
        } else if errno == EPIPE {
          throw Stop.readerGone
        } else if errno != EINTR {
          throw Failure(
            "cannot write to \(name): \(String(cString: strerror(errno)))", status: Failure.Status.documentsFailed)
        }
      }
    }
  }
}
