import Foundation
import Testing

/// The built program, run as its users run it.
struct Program {
  /// What a run left behind.
  struct Outcome {
    let output: String
    let errors: String
    let status: Int32

    /// The report's records.
    var records: [[String: Any]] {
      output.split(separator: "\n").compactMap {
        (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
      }
    }
  }

  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// `postil` lies beside the test bundle.
  static var path: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("postil").path
  }

  /// Runs `postil` in the checkout.
  ///
  /// - Parameter output: A file that standard output goes to instead of the outcome.
  static func run(_ arguments: String..., input: Data = Data(), output: String? = nil) throws -> Outcome {
    try run(arguments, input: input, output: output)
  }

  /// Starts `postil` in the checkout, its standard input a pipe, its output and messages thrown away.
  static func start(_ arguments: [String], input: Pipe) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: checkout)
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs `postil` with arguments in a list.
  ///
  /// - Parameters:
  ///   - environment: Variables beside those of the tests.
  ///   - place: The folder to run in, where that is not the checkout.
  static func run(
    _ arguments: [String], input: Data = Data(), output: String? = nil, environment: [String: String] = [:],
    in place: String? = nil
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: place ?? checkout)
    let inputFile = try folder.write("stdin", input)
    let outputFile = try output ?? folder.write("stdout", Data())
    let errorFile = try folder.write("stderr", Data())
    process.standardInput = FileHandle(forReadingAtPath: inputFile)
    process.standardOutput = FileHandle(forWritingAtPath: outputFile)
    process.standardError = FileHandle(forWritingAtPath: errorFile)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: output == nil ? try String(contentsOfFile: outputFile, encoding: .utf8) : "",
      errors: try String(contentsOfFile: errorFile, encoding: .utf8), status: process.terminationStatus)
  }
}

/// A folder that goes with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("postil-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  func write(_ name: String, _ data: Data) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: file))
    return file
  }

  func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }
}

extension TemporaryFolder {
  /// Compiles a module in C to `lib<name>.so` in the folder.
  func compile(_ module: String, as name: String) throws {
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = [
      "cc", "-shared", "-fPIC", "-I", Program.checkout + "/Sources/CPostilModule/include", "-o",
      path + "/lib\(name).so", try write("\(name).c", module),
    ]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
  }
}
