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
    if let wrong = Self.firstInvalidByte(in: bytes) {
      throw diagnostic(
        .unreadableFile, "the file '\(name)' is not UTF-8: byte 0x\(String(bytes[wrong], radix: 16, uppercase: true))",
        at: location(atByte: wrong), help: "save it as UTF-8")
    }
  }

  /// Where the bytes first cannot be UTF-8.
  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded): offset += encoded.count
      case .error, .emptyInput: return min(offset, bytes.count - 1)
      }
    }
  }

  /// The whole text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Where the text begins: behind a byte order mark, if there is one.
  var textStart: Int { lineStarts[0] }

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

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0]
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while let end = bytes.first(.lineFeed, from: offset, to: bytes.count) {
        offset = end + 1
        starts.append(offset)
      }
    }
    return starts
  }

  /// The line and column of a byte of the file.
  public func location(atByte offset: Int) -> SourceLocation {
    let line = max(1, lineStarts.partitioningIndex { $0 > offset })
    let start = min(lineStarts[line - 1], offset)
    let column = 1 + bytes[start..<min(offset, bytes.count)].count { !$0.isContinuation }
    return SourceLocation(file: name, line: line, column: column)
  }

  /// Where the comment begins that stands in place of an empty scalar's text; nil where none does.
  public func comment(inPlaceOf scalar: YAMLScalar) -> SourceLocation? {
    guard scalar.text.isEmpty, scalar.style == .plain, let offset = utf8Offset(of: scalar.location) else { return nil }
    let start = offset + bytes[offset...].prefix { $0 == .space || $0 == .tab }.count
    return start < bytes.count && bytes[start] == UInt8(ascii: "#") ? location(atByte: start) : nil
  }

  /// The place of the character at `utf8Offset` of a scalar's text, whatever the scalar's style.
  public func location(of scalar: YAMLScalar, atUTF8 utf8Offset: Int) -> SourceLocation {
    guard var places = ScalarPlaces(of: scalar, in: self) else { return scalar.location }
    return location(atByte: places.offset(ofByte: utf8Offset))
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
