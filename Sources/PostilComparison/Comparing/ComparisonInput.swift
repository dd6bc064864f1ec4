import Foundation
import PostilRecords

/// One argument of a comparison: a name and the reports or summaries behind it.
public struct ComparisonInput: Sendable {
  /// What the set is called.
  public let name: String
  /// Its reports and summaries.
  public let sources: [SummarySource]

  /// Makes an input out of its parts.
  public init(name: String, sources: [SummarySource]) {
    self.name = name
    self.sources = sources
  }

  /// The input that `argument` names: `PATH` or `NAME=PATH`.
  ///
  /// - Throws: ``ReportError`` when nothing there can be read.
  public init(argument: String) throws(ReportError) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    let isNamed = parts.count == 2 && !parts[0].contains("/") && !FileManager.default.fileExists(atPath: argument)
    let path = isNamed ? parts[1] : argument
    self.init(name: isNamed ? parts[0] : Self.name(of: path), sources: try SummarySource.all(at: path))
  }

  /// Different names for inputs of one name.
  public static func distinct(_ inputs: [ComparisonInput]) -> [ComparisonInput] {
    var seen: [String: Int] = [:]
    return inputs.map { input in
      seen[input.name, default: 0] += 1
      let number = seen[input.name] ?? 1
      return number == 1 ? input : ComparisonInput(name: "\(input.name) (\(number))", sources: input.sources)
    }
  }

  private static func name(of path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let name = url.pathExtension == "jsonl" ? url.deletingPathExtension().lastPathComponent : url.lastPathComponent
    return name == "report" ? url.deletingLastPathComponent().lastPathComponent : name
  }
}
