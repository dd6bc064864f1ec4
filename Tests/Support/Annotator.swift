import Foundation

/// The built program with its shipped rules, for the tests of modules.
public struct Annotator {
  /// An annotation of a report.
  public struct Found: Sendable {
    /// The annotation's type.
    public let type: String
    /// The words it covers.
    public let text: String
    /// Its features as text; the elements of a list are divided by bars.
    public let features: [String: String]

    init?(_ value: Any) {
      guard let record = value as? [String: Any], let type = record["type"] as? String,
        let text = record["text"] as? String
      else { return nil }
      self.type = type
      self.text = text
      features = (record["features"] as? [String: Any] ?? [:]).compactMapValues(Self.written)
    }

    private static func written(_ value: Any) -> String? {
      switch value {
      case let text as String: text
      case let list as [Any]: list.compactMap(written).joined(separator: "|")
      case let number as NSNumber: number.stringValue
      case let record as [String: Any]:
        record.sorted { $0.key < $1.key }.compactMap { name, value in written(value).map { "\(name) \($0)" } }
          .joined(separator: " ")
      default: nil
      }
    }

    /// A feature that is a string, or the words of one that is a span.
    public subscript(_ name: String) -> String? { features[name] }
  }

  /// The program ended with this status and these words.
  public struct Failure: Error {
    /// The exit status.
    public let status: Int32
    /// What it wrote on standard error.
    public let errors: String
  }

  private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Annotates documents in one run; the result is in their order.
  ///
  /// - Parameter arguments: Options beside the format's.
  /// - Throws: ``Failure`` when the program fails.
  public static func annotate(_ texts: [String], date: String? = nil, arguments: [String] = []) throws -> [[Found]] {
    let records = texts.enumerated().map { index, text in
      var record = ["id": String(index), "text": text]
      record["date"] = date
      return record
    }
    return try annotate(records: records, arguments: arguments)
  }

  /// Annotates documents that are written as records of JSONL.
  ///
  /// - Throws: ``Failure`` when the program fails.
  public static func annotate(records: [[String: Any]], arguments: [String] = []) throws -> [[Found]] {
    let lines = try records.map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
    }
    return try run(Data(lines.joined(separator: "\n").utf8), arguments)
  }

  private static func run(_ input: Data, _ arguments: [String]) throws -> [[Found]] {
    let output = try output(
      of: ["annotate", "--input-format", "jsonl", "--format", "jsonl"] + arguments + ["-"], input: input)
    return try output.split(separator: "\n").map { line in
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (record?["annotations"] as? [Any] ?? []).compactMap(Found.init)
    }
  }

  /// What the program writes when it runs in the checkout.
  ///
  /// - Throws: ``Failure`` when the program fails.
  public static func output(of arguments: [String], input: Data = Data()) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("postil-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["stdin", "stdout", "stderr"].map { folder.appendingPathComponent($0) }
    try input.write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("postil")
    process.arguments = arguments
    process.currentDirectoryURL = checkout
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        status: process.terminationStatus, errors: (try? String(contentsOf: names[2], encoding: .utf8)) ?? "")
    }
    return try String(contentsOf: names[1], encoding: .utf8)
  }

  /// What `postil rules test` says of the files that a page of the documentation shows under a name in bold.
  public static func testExamples(inPage page: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("postil-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    var file: URL?
    var block: [Substring]?
    let text = try String(contentsOf: checkout.appendingPathComponent("Documentation/" + page), encoding: .utf8)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if block == nil, let name = line.firstMatch(of: /^\*\*([\w\/.]+)\*\*/) {
        file = folder.appendingPathComponent(String(name.1))
      }
      guard line.hasPrefix("```") else {
        block?.append(line)
        continue
      }
      if let lines = block, let name = file {
        try FileManager.default.createDirectory(
          at: name.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: name)
        (block, file) = (nil, nil)
      } else if file != nil {
        block = []
      }
    }
    return try output(of: ["rules", "test", folder.path])
  }
}
