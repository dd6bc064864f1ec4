import Foundation

/// Which file of the disk a path or a descriptor leads to, whatever its name.
public struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// Nil where there is no file of the disk: nothing, a pipe, a terminal, a device.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Nil where the descriptor is closed or no file of the disk.
  public init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }

  /// Whether `path` leads to a pipe or socket, which can be read once.
  public static func isPipe(path: String) -> Bool { [S_IFIFO, S_IFSOCK].contains(sort(path)) }

  /// Whether `path` leads to a device, which may have no end.
  public static func isDevice(path: String) -> Bool { [S_IFCHR, S_IFBLK].contains(sort(path)) }

  private static func sort(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  /// `path` with the links on its way followed, made absolute; of a file that is not there yet, by the folder that it would lie in.
  public static func resolved(_ path: String) -> String {
    if let whole = real(path) { return whole }
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let folder = url.deletingLastPathComponent().path
    guard folder != url.path else { return url.path }
    return resolved(folder) + (folder == "/" ? "" : "/") + url.lastPathComponent
  }

  private static func real(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
