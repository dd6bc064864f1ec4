import Foundation

/// A lock that one process holds at a time, on a file that names the process.
///
/// The system gives it back when the process ends, however it ends (flock(2)), so a lock that is left over does not hold.
/// A class, since it owns the descriptor.
public final class FileLock {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - path: The file, made if it is missing.
  ///   - subject: What errors say is locked.
  /// - Throws: ``FileError``, of the action ``FileError/Action/lockHeld(process:)`` when another process has it.
  public init(path: String, subject: String) throws(FileError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(.lock, path: subject) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let process = code == EWOULDBLOCK ? Self.process(at: descriptor) : nil
      close(descriptor)
      throw FileError(code == EWOULDBLOCK ? .lockHeld(process: process) : .lock, path: subject, code: code)
    }
    let text = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  deinit { close(descriptor) }

  /// Whether the lock is on the file that is at `path` now, not on one that was there before.
  public func isOn(_ path: String) -> Bool {
    FileIdentity(descriptor: descriptor).map { $0 == FileIdentity(path: path) } ?? false
  }

  private static func process(at descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
