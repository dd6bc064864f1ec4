import Foundation
import PostilDiagnostics
import PostilModel

/// A file that the user wrote, read whole, with its lines at hand for diagnostics.
public struct SourceFile: Sendable {
  /// What diagnostics call it.
  public let name: String
  /// Its bytes, which are UTF-8.
  public let bytes: [UInt8]
  /// Where each line begins.
  private let lineStarts: [Int]

  /// A file whose content is known.
  public init(name: String, text: String) {
    self.name = name
    bytes = Array(text.utf8)
    lineStarts = Self.lineStarts(of: bytes)
  }

  /// Reads the file at `path`.
  ///
  /// - Throws: A ``Diagnostic`` when it is missing, a folder, unreadable, or not UTF-8.
  public init(path: String, name: String) throws(Diagnostic) {
    func refusal(_ message: String, help: String? = nil) -> Diagnostic {
      Diagnostic(
        code: .unreadableFile, message: message, location: SourceLocation(file: name, line: 1, column: 1), help: help)
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw refusal("the file '\(name)' does not exist")
    }
    guard !isFolder.boolValue else { throw refusal("'\(name)' is a folder, not a file") }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw refusal("the file '\(name)' cannot be read: \(error.localizedDescription)")
    }
    self.name = name
    bytes = Array(data)
    lineStarts = Self.lineStarts(of: bytes)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw refusal("the file '\(name)' is not UTF-8", help: "save it as UTF-8")
    }
  }

  /// The whole text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// How many lines there are; behind a last line feed another one begins.
  var lineCount: Int { lineStarts.count }

  /// Where line number `line`, from 1, stands, without its end.
  func bounds(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == .carriageReturn { end -= 1 }
    return start..<end
  }

  /// Line number `line`, from 1, without its end.
  func line(_ line: Int) -> String? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    return String(decoding: bytes[bounds(ofLine: line)].prefix(400), as: UTF8.self)
  }

  /// The place of `location` in ``text``, in UTF-8; nil where the file has no such line.
  public func utf8Offset(of location: SourceLocation) -> Int? {
    guard location.line >= 1, location.line <= lineStarts.count else { return nil }
    var offset = lineStarts[location.line - 1]
    for _ in 1..<max(location.column, 1) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset].isContinuation { offset += 1 }
    }
    return offset
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where bytes[offset] == .lineFeed { starts.append(offset + 1) }
    }
    return starts
  }

  /// The place of the character at `utf8Offset` of a scalar's text; of a scalar that is folded over lines or has escapes,
  /// the place where it begins.
  func location(of scalar: YAMLScalar, atUTF8 utf8Offset: Int) -> SourceLocation {
    let before = String(decoding: Array(scalar.text.utf8).prefix(utf8Offset), as: UTF8.self)
    let start = scalar.location
    switch scalar.style {
    case .literal:
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      let number = start.line + lines.count
      guard let line = line(number) else { return start }
      let indent = line.unicodeScalars.prefix { $0 == " " }.count
      return SourceLocation(
        file: start.file, line: number, column: indent + 1 + (lines.last?.unicodeScalars.count ?? 0))
    case .plain, .singleQuoted:
      let isOneLine = line(start.line)?.contains(scalar.text.replacing("'", with: scalar.style == .plain ? "'" : "''"))
      guard isOneLine == true else { return start }
      let quotes = scalar.style == .singleQuoted ? 1 + before.unicodeScalars.count { $0 == "'" } : 0
      return SourceLocation(
        file: start.file, line: start.line, column: start.column + quotes + before.unicodeScalars.count)
    case .doubleQuoted, .folded: return start
    }
  }

  /// A diagnostic with the line that it is about.
  public func diagnostic(
    _ code: Diagnostic.Code, _ message: String, line: Int, column: Int,
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: code, message: message,
      location: SourceLocation(file: name, line: line, column: column),
      sourceLine: self.line(line), help: help)
  }

  /// A diagnostic at a place of this file.
  public func diagnostic(
    _ code: Diagnostic.Code, _ message: String, at location: SourceLocation,
    help: String? = nil
  ) -> Diagnostic {
    diagnostic(code, message, line: location.line, column: location.column, help: help)
  }
}
