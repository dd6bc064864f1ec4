import Foundation
import Testing

/// Python with the packages `jsonschema` and `yaml`, which check a schema as editors do; nil where it is not there.
private let python: String? = {
  let path = "/usr/bin/env"
  let process = Process()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = ["python3", "-c", "import jsonschema, yaml; jsonschema.Draft202012Validator"]
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return nil }
  process.waitUntilExit()
  return process.terminationStatus == 0 ? path : nil
}()

/// The schema of rule files, held against files by a validator of its own.
@Suite(.enabled(if: python != nil)) struct RuleSchemaTests {
  private static let folder = Program.checkout + "/Tests/EndToEndTests/RuleSchema"

  /// What the check tells of the files at `paths`.
  private static func check(_ wanted: String, _ paths: [String]) throws -> [String] {
    let folder = try TemporaryFolder()
    let schema = try folder.write("schema.json", try Program.run("rules", "schema").output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(python))
    process.arguments = ["python3", Self.folder + "/check.py", schema, wanted] + paths
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let told = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: told, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func files(in folder: String) throws -> [String] {
    let all =
      FileManager.default.enumerator(atPath: Program.checkout + "/" + folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(Program.checkout)/\(folder)/\($0)" }
  }

  @Test func `what a schema can refuse is refused`() throws {
    #expect(try Self.check("wrong", [Self.folder + "/cases-wrong.yaml"]) == ["50 documents"])
  }

  @Test func `what is right is accepted, unquoted dates among it`() throws {
    #expect(try Self.check("right", [Self.folder + "/cases-right.yaml"]) == ["14 documents"])
  }

  @Test(arguments: ["rules", "Documentation/RuleLibrary"])
  func `every rule file there is is accepted`(folder: String) throws {
    let files = try Self.files(in: folder)
    #expect(files.count > 10)
    #expect(try Self.check("right", files) == ["\(files.count) documents"])
  }

  @Test func `the loader refuses all that the schema refuses`() throws {
    let folder = try TemporaryFolder()
    let cases = try String(contentsOfFile: Self.folder + "/cases-wrong.yaml", encoding: .utf8)
    let texts = cases.split(separator: "---\n").enumerated().map { number, text in
      (name: "r\(number).yaml", text: String(text).replacing("ruleset: s", with: "ruleset: s\(number)"))
    }
    #expect(texts.count == 50)
    for (name, text) in texts { _ = try folder.write("rules/" + name, text) }
    let chain = try folder.write("postil.yaml", "postil: 1\nsteps: [{module: date-normalization}]\n")
    let run = try Program.run("rules", "check", "--errors-only", "--chain", chain, folder.path + "/rules")
    for (name, text) in texts { #expect(run.errors.contains("/rules/\(name):"), "\(text)") }
  }
}
