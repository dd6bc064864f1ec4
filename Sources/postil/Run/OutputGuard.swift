import Foundation
import PostilFiles
import PostilReaders

/// Keeps a run from reading what it writes.
enum OutputGuard {
  /// `sources` without those that the run would write to: files of the report's folder below a folder that was given, and the file that
  /// standard output goes to.
  ///
  /// - Parameters:
  ///   - folder: The folder of the reports; nil where they go to standard output.
  /// - Returns: What is left, and how many were left out.
  /// - Throws: ``Failure`` when such a file was named itself, or nothing is left.
  static func readable(_ sources: [DocumentSource], folder: String?) throws -> (sources: [DocumentSource], leftOut: Int)
  {
    let isOutput = test(folder: folder)
    let own = sources.filter { $0.path.map(isOutput) ?? false }
    guard let first = own.first, let path = first.path else { return (sources, 0) }
    let place =
      folder.map { "the folder '\($0)', which the reports go to" } ?? "standard output, which the report goes to"
    if own.contains(where: \.isNamed) || own.count == sources.count {
      throw Failure("'\(path)' lies in \(place); write elsewhere, or the input would be overwritten")
    }
    return (sources.filter { source in !(source.path.map(isOutput) ?? false) }, own.count)
  }

  /// Refuses to write the one file `output` in the place of an input.
  static func check(_ inputs: some Sequence<String>, output: String?) throws {
    guard let output, let identity = FileIdentity(path: output) else { return }
    if let input = inputs.first(where: { FileIdentity(path: $0) == identity }) {
      throw Failure("'\(output)' is also the input '\(input)'; write elsewhere, or the input would be overwritten")
    }
  }

  private static func test(folder: String?) -> (String) -> Bool {
    guard let folder else {
      let output = FileIdentity(descriptor: ReportOutput.descriptor)
      return { path in output != nil && FileIdentity(path: path) == output }
    }
    let whole = FileIdentity.resolved(folder)
    return { path in FileIdentity.resolved(path).hasPrefix(whole + "/") }
  }
}
