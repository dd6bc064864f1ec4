import Foundation
import PostilJSON
import PostilModel
import PostilPipeline
import PostilRecords
import PostilReports

/// What made a report: program, modules with settings, rules, lexicons and identities, with their SHA-256.
struct RunManifest {
  private let chain: Chain
  private let ruleFiles: [String]
  private let identities: String?

  /// - Parameters:
  ///   - ruleFiles: The files of rules that users wrote or that came with the program.
  ///   - identities: The file of identities that was given.
  init(chain: Chain, ruleFiles: [String], identities: String?) {
    self.chain = chain
    self.ruleFiles = ruleFiles
    self.identities = identities
  }

  /// Writes `manifest.json` into the report's folder.
  func write(to folder: String) throws {
    try ByteOutput.create("\(folder)/manifest.json").write(json[...])
  }

  private var json: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.field("schema", "postil.manifest/1")
      json.field("postil", Postil.configuration.version)
      json.key("modules")
      json.array { json in for step in chain.steps where step.module != nil { module(step, &json) } }
      files("rules", ruleFiles, &json)
      files("lexicons", lexicons, &json)
      files("identities", identities.map { [$0] } ?? [], &json)
    }
    json.newline()
    return json.bytes
  }

  private func module(_ step: Chain.Step, _ json: inout JSONBytes) {
    guard let module = step.module else { return }
    json.object { json in
      json.field("name", module.manifest.name)
      json.field("version", module.manifest.version)
      json.field("sha256", Self.hash(module.path))
      json.key("settings")
      json.value(JSONValue(plain: .record(step.settings)))
    }
  }

  private func files(_ key: String, _ paths: [String], _ json: inout JSONBytes) {
    json.key(key)
    json.array { json in
      for path in paths {
        json.object { json in
          json.field("path", Self.name(path))
          json.field("sha256", Self.hash(path))
        }
      }
    }
  }

  /// The tables that lie beside the rules.
  private var lexicons: [String] {
    let folders = Set(ruleFiles.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }).sorted()
    return folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".tsv") }.sorted()
        .map { "\(folder)/\($0)" }
    }
  }

  /// The last three parts of a path, so that the same rules have one name on all machines.
  private static func name(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.pathComponents.suffix(3).joined(separator: "/")
  }

  private static func hash(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { SHA256.hexadecimal(of: Array($0)) }
  }
}
