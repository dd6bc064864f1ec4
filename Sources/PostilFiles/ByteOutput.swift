import Foundation

/// A file or pipe that bytes go to, whole or with an error.
///
/// A class, since it owns the descriptor of a file that it opened. Used from one thread at a time.
public final class ByteOutput {
  /// Why writing stopped without anybody's fault.
  public enum Stop: Error {
    /// The reader of a pipe has gone.
    case readerGone
  }

  private let descriptor: Int32
  private let isOwned: Bool
  /// What error messages call it.
  private let name: String

  /// What was standard output when the program began (``ReportOutput``), which stays open.
  public static func standardOutput() -> ByteOutput {
    ByteOutput(descriptor: ReportOutput.descriptor, isOwned: false, name: "standard output")
  }

  /// Standard error, which stays open.
  public static func standardError() -> ByteOutput {
    ByteOutput(descriptor: STDERR_FILENO, isOwned: false, name: "standard error")
  }

  /// Opens a new file, or empties an old one.
  ///
  /// - Throws: ``FileError``.
  public static func create(_ path: String) throws(FileError) -> ByteOutput { try opened(path, O_CREAT | O_TRUNC) }

  /// Opens a file, made if it is missing, to write behind its end.
  ///
  /// - Throws: ``FileError``.
  public static func appending(_ path: String) throws(FileError) -> ByteOutput { try opened(path, O_CREAT | O_APPEND) }

  private static func opened(_ path: String, _ flags: Int32) throws(FileError) -> ByteOutput {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else { throw FileError(.write, path: path) }
    return ByteOutput(descriptor: descriptor, isOwned: true, name: path)
  }

  private init(descriptor: Int32, isOwned: Bool, name: String) {
    self.descriptor = descriptor
    self.isOwned = isOwned
    self.name = name
  }

  deinit { if isOwned { close(descriptor) } }

  /// Writes all of `bytes`.
  ///
  /// - Throws: ``FileError``, or ``Stop``.
  public func write(_ bytes: some Collection<UInt8>) throws {
    let isWritten: Void? = try bytes.withContiguousStorageIfAvailable { try write(UnsafeRawBufferPointer($0)) }
    if isWritten == nil { try Array(bytes).withUnsafeBytes { try write($0) } }
  }

  /// Makes what was written outlast a loss of power.
  public func synchronize() throws(FileError) {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw FileError(.write, path: name) }
  }

  private func write(_ buffer: UnsafeRawBufferPointer) throws {
    var done = 0
    while done < buffer.count {
      let count = Foundation.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      if count >= 0 {
        done += count
      } else if errno == EPIPE {
        throw Stop.readerGone
      } else if errno != EINTR {
        throw FileError(.write, path: name)
      }
    }
  }
}
