import PostilModel
import PostilRecords

/// brat's standoff format: the text, and beside it text-bound annotations with their features as notes.
struct BratWriter: ReportWriter {
  private let files: FileSink
  private var names = ExportNames()

  init(files: @escaping FileSink) { self.files = files }

  func begin(_ run: RunInformation) {}
  func end(_ outcome: RunOutcome) {}

  mutating func write(_ document: AnnotatedDocument) throws {
    guard document.error == nil else { return }
    let path = names.path(of: document.document)
    let map = OffsetMap(document.document.text)
    let lines = ExportedAnnotation.all(document).enumerated().map { number, annotation in
      entry(annotation, number + 1, map)
    }
    try files(path + ".txt", Array(document.document.text.utf8)[...])
    try files(path + ".ann", Array(lines.joined().utf8)[...])
  }

  private func entry(_ annotation: ExportedAnnotation, _ number: Int, _ map: OffsetMap) -> String {
    let parts = Self.fragments(annotation.text)
    guard !parts.isEmpty else { return "" }
    let start = map.codePointOffset(ofUTF8: annotation.span.start)
    let places = parts.map { "\(start + $0.start) \(start + $0.end)" }.joined(separator: ";")
    let words = parts.map(\.text).joined(separator: " ")
    let type = String(annotation.type.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "_" })
    let line = "T\(number)\t\(type) \(places)\t\(words)\n"
    return annotation.features.isEmpty
      ? line : line + "#\(number)\tAnnotatorNotes T\(number)\t\(Self.escaped(annotation.featuresJSON))\n"
  }

  /// The characters that brat's reader, which is Python's, takes for the end of a line (`str.splitlines`).
  private static let lineEnds: Set<Unicode.Scalar> = [
    "\n", "\r", "\u{0B}", "\u{0C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  /// JSON without line ends, which stand in its texts alone.
  private static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: lineEnds.contains) else { return json }
    return json.unicodeScalars.map { scalar in
      lineEnds.contains(scalar)
        ? "\\u" + String(scalar.value, radix: 16).leftPadded(to: 4) : String(Character(scalar))
    }.joined()
  }

  /// The parts of a text between line ends: brat takes no annotation over one.
  private static func fragments(_ text: String) -> [(start: Int, end: Int, text: String)] {
    var parts: [(start: Int, end: Int, text: String)] = []
    var part = String.UnicodeScalarView()
    var (start, at) = (0, 0)
    func close() { if !part.isEmpty { parts.append((start, at, String(part))) } }
    for scalar in text.unicodeScalars {
      if lineEnds.contains(scalar) {
        close()
        part = String.UnicodeScalarView()
        start = at + 1
      } else {
        part.append(scalar)
      }
      at += 1
    }
    close()
    return parts
  }
}
