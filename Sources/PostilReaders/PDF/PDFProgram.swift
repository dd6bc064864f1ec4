import Foundation

/// Runs poppler's `pdftotext`, which knows where on a PDF document's pages words stand.
struct PDFProgram {
  /// What ends it, so that a broken document holds up no run: seconds of computing, and kilobytes of memory.
  private static let limits = "ulimit -t 300; ulimit -v 4194304"
  /// More than this is not read of one document, in bytes.
  private static let mostBytes = 512 << 20
  private static let name = "pdftotext"

  private let path: String

  /// Nil where no folder of `folders`, divided by colons as in `PATH`, has the program.
  init?(in folders: String? = ProcessInfo.processInfo.environment["PATH"]) {
    let found = (folders ?? "").split(separator: ":").map { "\($0)/\(Self.name)" }
      .first(where: FileManager.default.isExecutableFile)
    guard let found else { return nil }
    path = found
  }

  /// Why there is no answer.
  enum Fault: Error {
    /// It is no PDF document, or damaged, or asks for a password.
    case refused
    case tooLarge
    case notStarted(reason: String)
  }

  /// Pages, blocks, lines and words of the document at `file`, with their places, in XHTML.
  func layout(of file: String) throws(Fault) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // A file whose name begins with a hyphen is no option.
    let named = file.hasPrefix("/") ? file : "./" + file
    process.arguments = ["-c", "\(Self.limits); exec \"$@\"", "sh", path, "-bbox-layout", named, "-"]
    let output = Pipe()
    (process.standardInput, process.standardOutput, process.standardError) = (
      FileHandle.nullDevice, output, FileHandle.nullDevice
    )
    do { try process.run() } catch { throw .notStarted(reason: error.localizedDescription) }
    let bytes = Self.bytes(of: output.fileHandleForReading)
    if bytes.count > Self.mostBytes { process.terminate() }
    process.waitUntilExit()
    guard bytes.count <= Self.mostBytes else { throw .tooLarge }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else { throw .refused }
    return bytes
  }

  /// All that comes, up to one piece more than is read.
  private static func bytes(of pipe: FileHandle) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= mostBytes, let piece = try? pipe.read(upToCount: 1 << 20), !piece.isEmpty { bytes += piece }
    return bytes
  }
}
