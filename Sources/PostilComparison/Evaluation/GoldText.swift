import Foundation
import PostilRecords

/// Texts that gold is read from.
enum GoldText {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The file's text without a byte order mark.
  ///
  /// - Throws: ``ReportError`` when the file cannot be read.
  static func file(_ path: String) throws(ReportError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ReportError(description: "'\(path)' cannot be read")
    }
    return String(decoding: withoutMark(Array(data)), as: UTF8.self)
  }

  /// `bytes` without a byte order mark in front.
  static func withoutMark(_ bytes: [UInt8]) -> [UInt8] { bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes }

  /// The lines of `text`, empty ones too; a line ends at LF, CR LF or CR, and nowhere else.
  static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }
}

/// Holds the words of annotations against what stands at their spans.
struct SpanProof {
  private let text: [Unicode.Scalar]

  init(_ text: [Unicode.Scalar]) { self.text = text }

  /// Why `item` cannot be right; nil when it can.
  func fault(_ item: ReportRecord.Item) -> String? {
    let name = "the annotation \(item.id.isEmpty ? "" : "\(item.id) ")(\(item.type), \(item.start) to \(item.end))"
    guard item.end <= text.count else {
      return "\(name) ends beyond the text, which has \(text.count) code points"
    }
    guard !item.text.isEmpty, !Self.isSame(item.text, words(item.start, item.end)) else { return nil }
    return "\(name) says '\(item.text)', but '\(words(item.start, item.end))' stands there\(shift(item))"
  }

  /// The words of a span.
  func words(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[min(start, text.count)..<min(max(start, end), text.count)])
    return String(view)
  }

  /// Whether the words are the same but for white space: standoff files write line ends as spaces.
  static func isSame(_ left: String, _ right: String) -> Bool {
    func plain(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.properties.generalCategory != .control }
    }
    return plain(left) == plain(right)
  }

  /// Where the words stand instead, as far as they do, and what that looks like.
  private func shift(_ item: ReportRecord.Item) -> String {
    let wanted = Array(item.text.unicodeScalars)
    guard wanted.count <= text.count else { return "" }
    let places = (0...text.count - wanted.count).filter { text[$0] == wanted[0] }
      .filter { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
    guard let nearest = places.min(by: { abs($0 - item.start) < abs($1 - item.start) }) else { return "" }
    let distance = nearest - item.start
    let ends = text[..<min(max(nearest, item.start), text.count)].count { $0 == "\n" }
    let told = "; the same words stand \(abs(distance)) code points \(distance > 0 ? "later" : "earlier")"
    return abs(distance) == ends
      ? told + ", one for each line end: the text had other line ends (LF or CR LF) then" : told
  }
}
