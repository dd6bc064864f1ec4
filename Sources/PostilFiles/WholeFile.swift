import Foundation

/// A file that appears whole or not at all: what stood at its path stays until the new one is complete.
///
/// The bytes go to a file beside it, which takes its place by rename(2). What is no file of the disk, such as a pipe or
/// `/dev/stdout`, is written directly. A symbolic link keeps leading where it led.
public enum WholeFile {
  /// Writes `bytes` to the file at `path`.
  ///
  /// - Throws: ``FileError``, or ``ByteOutput/Stop``; what stood at `path` is then as it was.
  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws {
    try write(to: path) { try $0.write(bytes) }
  }

  /// Writes what `body` gives to the file at `path`.
  ///
  /// - Returns: What `body` returns.
  /// - Throws: ``FileError``, or what `body` throws; what stood at `path` is then as it was.
  public static func write<Result>(to path: String, _ body: (ByteOutput) throws -> Result) throws -> Result {
    let target = FileIdentity.resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { return try body(try ByteOutput.create(target)) }
    let part = "\(target).\(getpid()).part"
    do {
      let output = try ByteOutput.create(part)
      let result = try body(output)
      try output.synchronize()
      if exists { chmod(part, status.st_mode & 0o7777) }
      try put(part, at: target)
      return result
    } catch {
      unlink(part)
      throw error
    }
  }

  /// Gives the file or folder at `part` the name `path`, in place of a file that has it.
  ///
  /// - Throws: ``FileError``.
  public static func put(_ part: String, at path: String) throws(FileError) {
    guard rename(part, path) == 0 else { throw FileError(.rename, path: path) }
  }
}
