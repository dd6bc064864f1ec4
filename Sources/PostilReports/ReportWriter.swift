import Foundation
import PostilModel
import PostilRecords

/// What a report says of the run that made it.
public struct RunInformation: Sendable {
  /// A heading for people.
  public let title: String
  /// What the decisions mean by which modules made annotations, by their ids.
  public let decisions: [String: String]

  /// Makes a run's description.
  public init(title: String, decisions: [String: String] = [:]) {
    self.title = title
    self.decisions = decisions
  }

  /// Of a run over `inputs` as the user named them: a folder that is named by where it is, as `.`, gives its own name.
  public init(inputs: [String], decisions: [String: String] = [:]) {
    self.init(title: inputs.map(Self.name).joined(separator: ", "), decisions: decisions)
  }

  private static func name(of input: String) -> String {
    guard ["", ".", ".."].contains(input.split(separator: "/").last ?? "") else { return input }
    return URL(fileURLWithPath: input).standardizedFileURL.lastPathComponent
  }
}

/// How a report is written.
public struct ReportOptions: Sendable {
  let color: Bool
  let width: Int
  let scratch: String
  let type: String?

  /// - Parameters:
  ///   - scratch: A folder for files that are needed while a report is written.
  ///   - color: Whether a terminal that shows colours reads it.
  ///   - width: The columns there are.
  ///   - type: The type of annotations whose table alone is written; all where it is nil. Formats without tables pass it over.
  public init(
    color: Bool = false, width: Int = 100, scratch: String = FileManager.default.temporaryDirectory.path,
    type: String? = nil
  ) {
    self.color = color
    self.width = width
    self.scratch = scratch
    self.type = type
  }
}

/// Where a report's bytes go.
public typealias ByteSink = (ArraySlice<UInt8>) throws -> Void

/// Where the files of a format with many go: a name below the format's folder, and bytes to append to that file.
public typealias FileSink = (String, ArraySlice<UInt8>) throws -> Void

/// Writes the records of a run in one format.
public protocol ReportWriter {
  /// Called once, first.
  mutating func begin(_ run: RunInformation) throws
  /// Called for each document, in order; when it returns, the sink has got the whole record.
  mutating func write(_ document: AnnotatedDocument) throws
  /// Called once, last, with how far the run came.
  mutating func end(_ outcome: RunOutcome) throws
}

/// The formats there are: a new one is one file and one case.
public enum ReportFormat: String, CaseIterable, Sendable {
  case jsonl, text, html, csv, brat, conll, webannotation, xmi

  /// The name of the file in an output folder, or of the folder where ``isFolder``.
  public var fileName: String {
    switch self {
    case .text: "report.txt"
    case .webannotation: "report.jsonld"
    case .csv, .brat, .xmi: rawValue
    default: "report.\(rawValue)"
    }
  }

  /// Whether it cannot go to standard output.
  public var needsFolder: Bool { self == .html || isFolder }

  /// Whether the format is a folder of files.
  public var isFolder: Bool { [.csv, .brat, .xmi].contains(self) }

  /// A writer of this format.
  ///
  /// - Parameters:
  ///   - sink: Takes the bytes of a format of one file.
  ///   - files: Takes the files of a format that is a folder.
  public func makeWriter(
    options: ReportOptions, sink: @escaping ByteSink, files: @escaping FileSink = { _, _ in }
  ) -> any ReportWriter {
    switch self {
    case .jsonl: JSONLWriter(sink: sink)
    case .text: TextWriter(options: options, sink: sink)
    case .html: HTMLWriter(sink: sink)
    case .csv: CSVWriter(files: files, scratch: options.scratch, type: options.type)
    case .brat: BratWriter(files: files)
    case .conll: ConllWriter(sink: sink)
    case .webannotation: WebAnnotationWriter(sink: sink)
    case .xmi: XMIWriter(files: files)
    }
  }
}
