import Foundation

@testable import PostilComparison

/// Reports made for tests.
enum Fixtures {
  /// The folder with the figures that other programs made.
  static let reference = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Reference")

  /// The lines of a tab-separated file, as numbers.
  static func numbers(_ name: String) throws -> [[Double]] {
    try String(contentsOf: reference.appendingPathComponent(name), encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t").compactMap { Double($0) }
    }
  }

  /// A record's line: names are found where they stand in the text.
  static func line(
    _ id: String, set: String = "s", date: String? = nil, outlet: String? = nil, text: String, names: [String] = [],
    more: [String] = []
  ) -> String {
    var head = [#""id":"\#(id)""#, #""set":"\#(set)""#]
    if let date { head.append(#""date":"\#(date)""#) }
    if let outlet { head.append(#""outlet":"\#(outlet)""#) }
    let annotations = names.flatMap { name in
      text.ranges(of: name).map { range in
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        let end = start + name.unicodeScalars.count
        return
          #"{"type":"person","start":\#(start),"end":\#(end),"text":"\#(name)","features":{"entity":"\#(name)"},"by":{"module":"m","rule":"r/name"}}"#
      }
    }
    let escaped = text.replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
    return
      #"{"schema":"postil.report/1","document":{\#(head.joined(separator: ","))},"text":"\#(escaped)","annotations":[\#((annotations + more).joined(separator: ","))]}"#
  }

  /// A statement's annotation.
  static func statement(_ source: String, score: Double, start: Int = 0, end: Int = 4) -> String {
    let tone = score > 0 ? "positive" : score < 0 ? "negative" : "neutral"
    return
      #"{"type":"statement","start":\#(start),"end":\#(end),"text":"","features":{"sourceEntity":"\#(source)","sentiment":"\#(tone)","score":\#(score)},"by":{"module":"m","rule":"r/said"}}"#
  }
}

extension Gold: ExpressibleByArrayLiteral {
  /// Gold without notes.
  public init(arrayLiteral documents: GoldDocument...) { self.init(documents: documents) }
}

/// A folder that goes with the test.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("comparison-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes lines to a file and returns its path.
  func write(_ name: String, _ lines: [String]) throws -> String {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// Writes bytes as they are and returns the file's path.
  func write(_ name: String, raw: String) throws -> String {
    let file = try write(name, [])
    try Data(raw.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// The comparison of reports made of lines.
  func comparison(_ sets: [[String]], options: ComparisonOptions = ComparisonOptions()) throws -> Comparison {
    let inputs = try sets.enumerated().map { number, lines in
      try ComparisonInput(argument: "set\(number)=" + write("\(number)-\(UUID().uuidString).jsonl", lines))
    }
    return try Comparer.comparison(of: inputs, options: options)
  }
}
