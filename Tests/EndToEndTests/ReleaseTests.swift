import Foundation
import Testing

/// What a version says of itself, and the notices that go with it.
@Suite struct ReleaseTests {
  private static func file(_ path: String) throws -> String {
    try String(contentsOfFile: "\(Program.checkout)/\(path)", encoding: .utf8)
  }

  @Test func `the version names commit, libraries and module interface`() throws {
    let run = try Program.run("--version")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    let program = try #require(lines.first?.wholeMatch(of: /postil (\d+\.\d+\.\d+), commit (.+)/))
    #expect(program.2 == "not told to this build" || program.2.contains(/^[0-9a-f]{12}(-dirty)?$/), "\(program.2)")
    #expect(try Self.file("CHANGELOG.md").contains("\n## \(program.1) "), "a section of this version")
    let header = try Self.file("Sources/CPostilModule/include/postil_module.h")
    let interface = try #require(header.firstMatch(of: /#define POSTIL_ABI_VERSION (\d+)u/)?.1)
    #expect(lines.last?.hasPrefix("module interface \(interface) ") == true)

    let folder = try TemporaryFolder()
    let document = try folder.write("d.txt", "É. A quiet day.")
    _ = try Program.run("annotate", "--quiet", "--output", folder.path + "/out", document)
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out/manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let libraries = try #require(manifest["libraries"] as? [[String: String]])
    #expect(lines.dropFirst().dropLast() == libraries.map { "\($0["name"] ?? "") \($0["version"] ?? "")" }[...])
    #expect(manifest["postil"] as? String == String(program.1))
  }

  @Test func `every package that lists are made from has its notice`() throws {
    let notice = try Self.file("NOTICE")
    let table = try Self.file("rules/sources/README.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
    let sources = table.map { $0.split(separator: "|")[1] }.joined(separator: "; ")
    let feasts = try Self.file("rules/en/date-normalization/feasts.tsv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false)[1] }.joined(separator: "; ")
    let packages = Set((sources + "; " + feasts).matches(of: /[A-Za-z-]+ \d+(\.\d+)+/).map { String($0.0) })
    #expect(packages.count >= 10)
    for package in packages { #expect(notice.contains(package), "\(package)") }
  }

  @Test func `what the package depends on has its notice`() throws {
    let notice = try Self.file("NOTICE")
    let package = try Self.file("Package.swift")
    let dependencies = package.matches(of: /github\.com\/[^\/]+\/([a-z-]+)/).map(\.1)
    #expect(dependencies.count >= 3)
    for dependency in dependencies { #expect(notice.contains("  \(dependency) "), "\(dependency)") }
  }

  @Test func `every command has a manual page with its options`() throws {
    let folder = try TemporaryFolder()
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "\(Program.checkout)/Scripts/man-pages")
    script.arguments = [Program.path, folder.path]
    try script.run()
    script.waitUntilExit()
    #expect(script.terminationStatus == 0)
    for command in ["annotate", "rules diff", "entities merge"] {
      let name = "postil-" + command.replacing(" ", with: "-")
      let page = try String(contentsOfFile: "\(folder.path)/\(name).1", encoding: .utf8)
      let help = try Program.run(command.split(separator: " ").map(String.init) + ["--help"]).output
      let options = Set(help.matches(of: /(?m)^ +(--[a-z-]+)/).map { String($0.1) })
      #expect(options.count > 1)
      for option in options { #expect(page.contains("\\fB\(option.replacing("-", with: "\\-"))\\fR"), "\(option)") }
    }
  }
}
