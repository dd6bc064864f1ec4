import Foundation
import PostilJSON
import PostilModel

/// A file read line by line; lines met before can be read again by their place.
///
/// Reads with `pread`, so that memory does not grow with the file.
public final class LineFile: Sendable {
  /// A line that is not empty.
  public struct Line: Sendable {
    /// The line's number, from 1.
    public let number: Int
    /// Where it stands in the file, in bytes, without its line end.
    public let range: Range<Int>
    /// What it holds.
    public let bytes: [UInt8]

    /// The JSON value of the line; nil when it is none.
    public var value: JSONValue? { try? JSONParser.value(of: bytes) }
  }

  /// The JSON value of `line`.
  ///
  /// - Throws: ``ReportError`` with the line's number when it is none.
  public func value(on line: Line) throws(ReportError) -> JSONValue {
    do throws(JSONError) {
      return try JSONParser.value(of: line.bytes)
    } catch {
      throw ReportError(description: "'\(path)' line \(line.number) \(error)")
    }
  }

  private static let chunk = 1 << 20

  /// The file's path.
  public let path: String
  private let descriptor: Int32

  /// - Throws: ``ReportError`` when the file cannot be read.
  public init(path: String) throws(ReportError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReportError(description: "'\(path)' cannot be read") }
  }

  deinit { close(descriptor) }

  /// Calls `body` with every line that is not empty, at most `size` at a time, in order.
  public func batches(of size: Int, _ body: ([Line]) throws -> Void) throws {
    var batch: [Line] = []
    try eachLine { line in
      batch.append(line)
      if batch.count == size {
        try body(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    if !batch.isEmpty { try body(batch) }
  }

  /// The first line that is not empty; nil when there is none.
  public func firstLine() throws(ReportError) -> Line? {
    var first: Line?
    do {
      try eachLine { line in
        first = line
        throw ReportError(description: "")
      }
    } catch {
      if first == nil { throw ReportError(description: "'\(path)' cannot be read") }
    }
    return first
  }

  /// The line met before at `range`; its number is not known any more and given as 0.
  public func line(at range: Range<Int>) -> Line { Line(number: 0, range: range, bytes: bytes(at: range)) }

  /// The bytes at `range`, fewer at the end of the file.
  public func bytes(at range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(descriptor, buffer.baseAddress! + count, range.count - count, off_t(range.lowerBound + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
  }

  private func eachLine(_ body: (Line) throws -> Void) throws {
    var (pending, start, offset, number) = ([UInt8](), 0, 0, 0)
    func emit(_ bytes: [UInt8]) throws {
      number += 1
      let line = bytes.last == .carriageReturn ? Array(bytes.dropLast()) : bytes
      if !line.isEmpty { try body(Line(number: number, range: start..<start + line.count, bytes: line)) }
      start += bytes.count + 1
    }
    while true {
      let chunk = bytes(at: offset..<offset + Self.chunk)
      guard !chunk.isEmpty else { break }
      offset += chunk.count
      var rest = chunk[...]
      while let end = rest.firstIndex(of: .lineFeed) {
        try emit(pending + rest[..<end])
        pending.removeAll()
        rest = rest[(end + 1)...]
      }
      pending += rest
    }
    if !pending.isEmpty { try emit(pending) }
  }
}
