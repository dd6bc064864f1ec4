import Foundation
import PostilModel
import PostilPipeline

/// The sample documents through the built-in chain, with what only the library tells.
public enum SeedDocuments {
  /// The chain or the documents are not there.
  public struct Missing: Error {
    /// What was sought.
    public let what: String
  }

  private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The three documents, by name.
  ///
  /// - Throws: ``Missing``, and what the chain throws.
  public static func annotated() throws -> [AnnotatedDocument] {
    let seeds = checkout.appendingPathComponent("seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: seeds.path).filter { $0.hasSuffix(".txt") }.sorted()
    guard !names.isEmpty else { throw Missing(what: seeds.path) }
    return try annotated(
      names.map { Document(id: $0, text: try String(contentsOf: seeds.appendingPathComponent($0), encoding: .utf8)) })
  }

  /// Documents through the built-in chain.
  ///
  /// - Throws: ``Missing``, and what the chain throws.
  public static func annotated(_ documents: [Document]) throws -> [AnnotatedDocument] {
    let file = try ChainFile.find(nil, from: checkout.path)
    let build = ChainBuilder(file: file, extraRules: [], moduleFolders: [], overrides: []).build()
    guard let chain = build.chain else { throw Missing(what: "chain: \(build.problems) \(build.diagnostics)") }
    let worker = try DocumentWorker(chain)
    return documents.map { worker.annotate($0) }
  }
}
