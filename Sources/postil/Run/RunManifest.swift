import Foundation
import PostilComparison
import PostilFiles
import PostilJSON
import PostilModel
import PostilPipeline
import PostilReaders
import PostilRecords

/// What made a report: program, libraries, modules with settings, rules, lexicons and tables, identities, repeated lines and inputs, with their SHA-256.
struct RunManifest {
  private static let schema = "postil.manifest/1"
  /// The fields that say what made the report, in their order.
  private static let lists = ["libraries", "modules", "rules", "lexicons", "identities", "boilerplate", "inputs"]

  /// The fields.
  let members: [JSONValue.Member]

  /// - Parameters:
  ///   - arguments: The words of a command line that make the same records.
  ///   - ruleFiles: The files of rules that users wrote or that came with the program.
  ///   - identities: The file of identities that was given.
  ///   - boilerplate: The file of repeated lines that was given.
  ///   - limits: The words that say what a document may cost; a run can be gone on with under others.
  init(
    arguments: [String], chain: Chain, ruleFiles: [String], identities: String?, boilerplate: String?,
    inputs: [DocumentSource], limits: [String]
  ) {
    let entries: [String: JSONValue] = [
      "libraries": .array(ProgramVersion.libraries.map(Self.library)),
      "modules": .array(chain.steps.compactMap(Self.module)),
      "rules": .array(ruleFiles.map { Self.file($0, name: Self.name($0)) }),
      "lexicons": .array(Self.tables(beside: ruleFiles, of: chain).map { Self.file($0, name: Self.name($0)) }),
      "identities": .array(identities.map { [Self.file($0, name: Self.name($0))] } ?? []),
      "boilerplate": .array(boilerplate.map { [Self.file($0, name: Self.name($0))] } ?? []),
      "inputs": .array(inputs.map { Self.file($0.path, name: $0.path ?? "-") }),
    ]
    members =
      [("schema", .string(Self.schema)), ("postil", .string(ProgramVersion.number))].map(JSONValue.Member.init)
      + [JSONValue.Member(name: "arguments", value: .array(arguments.map(JSONValue.string)))]
      + (limits.isEmpty ? [] : [JSONValue.Member(name: "limits", value: .array(limits.map(JSONValue.string)))])
      + Self.lists.map { JSONValue.Member(name: $0, value: entries[$0] ?? .array([])) }
  }

  /// The manifest that was written before.
  init(_ value: JSONValue) { members = value.members ?? [] }

  /// The bytes of `manifest.json`.
  func bytes(_ outcome: RunOutcome) -> [UInt8] {
    var json = JSONBytes()
    json.object { json in
      for member in members {
        json.key(member.name)
        json.value(member.value)
        if member.name == "postil" { outcome.write(to: &json) }
      }
    }
    json.newline()
    return json.bytes
  }

  /// What is not the same in `other`: `postil`, or the kind and name of an entry, such as `rules en/dates.yaml`.
  func differences(to other: RunManifest) -> [String] {
    var names = ["postil", "arguments"].filter { self[$0] != other[$0] }
    for list in Self.lists where list != "libraries" || self[list] != nil && other[list] != nil {
      let (own, others) = (self.entries(list), other.entries(list))
      guard own != others else { continue }
      let changed = Set(own).symmetricDifference(others).compactMap { ($0["name"] ?? $0["path"])?.string }
      names += changed.isEmpty ? ["the order of \(list)"] : Set(changed).sorted().map { "\(list) \($0)" }
    }
    return names
  }

  /// What makes records of a list: a store's library makes none.
  private func entries(_ list: String) -> [JSONValue] {
    (self[list]?.array ?? []).filter { $0["name"]?.string != Provenance.storeLibrary }
  }

  /// The inputs that are no files of the disk, such as standard input: they can be read once.
  var passingInputs: [String] {
    (self["inputs"]?.array ?? []).filter { $0["sha256"] == .null }.compactMap { $0["path"]?.string }
  }

  /// The words of a command line that make the same records, from the folder in which it was given; nil where they are not told.
  var argumentsWithLimits: [String]? { words("arguments").map { (words("limits") ?? []) + $0 } }

  private func words(_ name: String) -> [String]? { self[name]?.array.map { $0.compactMap(\.string) } }

  private subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

  private static func library(_ name: String, _ version: String) -> JSONValue {
    .object([
      JSONValue.Member(name: "name", value: .string(name)), JSONValue.Member(name: "version", value: .string(version)),
    ])
  }

  private static func module(_ step: Chain.Step) -> JSONValue? {
    step.module.map { module in
      let command = module.command.map { JSONValue.array($0.words.map(JSONValue.string)) }
      return .object(
        [
          JSONValue.Member(name: "name", value: .string(module.manifest.name)),
          JSONValue.Member(name: "version", value: .string(module.manifest.version)),
          JSONValue.Member(name: "sha256", value: hash(module.path)),
        ] + (command.map { [JSONValue.Member(name: "command", value: $0)] } ?? []) + [
          JSONValue.Member(name: "settings", value: JSONValue(plain: .record(step.settings)))
        ])
    }
  }

  private static func file(_ path: String?, name: String) -> JSONValue {
    .object([
      JSONValue.Member(name: "path", value: .string(name)),
      JSONValue.Member(name: "sha256", value: path.map(hash) ?? .null),
    ])
  }

  /// The files of lexicons and tables: those that lie beside the rules, and all tables that modules were given.
  private static func tables(beside ruleFiles: [String], of chain: Chain) -> [String] {
    let beside = tables(beside: ruleFiles)
    let known = Set(beside.map(canonical))
    let given = chain.steps.flatMap(\.rulesets).flatMap(\.tables).map(\.path).filter { !known.contains(canonical($0)) }
    return beside + Set(given).sorted()
  }

  private static func canonical(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

  private static func tables(beside ruleFiles: [String]) -> [String] {
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

  /// Null for what is no file of the disk.
  private static func hash(_ path: String) -> JSONValue {
    guard FileIdentity(path: path) != nil else { return .null }
    return SHA256.hexadecimal(ofFile: path).map(JSONValue.string) ?? .null
  }
}
