import Foundation
import Testing

/// The project that `postil init` writes, used as its messages say.
@Suite struct ProjectTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String..., in place: String) throws -> Program.Outcome {
    try Program.run(arguments, in: place)
  }

  @Test func `what it writes passes its own check, and its seeds show each kind of finding`() throws {
    let project = folder.path + "/é news"
    let made = try run("init", "é news", in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("wrote postil.yaml, rules/works.yaml, "))
    let check = try run("rules", "check", "rules", in: project)
    #expect(check.status == 0 && check.output == "1 rules, 0 errors, 0 warnings\n", "\(check.errors)")
    let test = try run("rules", "test", "rules", in: project)
    #expect(test.status == 0 && test.output.hasPrefix("2 examples, 0 failed"), "\(test.errors)")
    let report = try run("annotate", "--strict", "--format", "jsonl", "seeds", in: project)
    #expect(report.status == 0, "\(report.errors)")
    #expect(report.records.count == 2)
    let types = report.records.flatMap { $0["annotations"] as? [[String: Any]] ?? [] }.compactMap {
      $0["type"] as? String
    }
    #expect(Set(types).isSuperset(of: ["timex", "person", "organization", "location", "statement", "poll", "works"]))
  }

  @Test func `the Makefile's check is what CI runs`() throws {
    #expect(try run("init", "new", in: folder.path).status == 0)
    let make = Process()
    make.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    make.arguments = ["make", "-s", "-C", folder.path + "/new", "check"]
    let beside = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    make.environment = ProcessInfo.processInfo.environment.merging(["PATH": beside + ":/usr/bin:/bin"]) { $1 }
    make.standardOutput = FileHandle.nullDevice
    make.standardError = FileHandle.nullDevice
    try make.run()
    make.waitUntilExit()
    #expect(make.terminationStatus == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/new/out/report.html"))
  }

  @Test func `nothing is written over, and nothing beside it`() throws {
    let kept = try folder.write("rules/works.yaml", "mine é")
    _ = try folder.write("notes.txt", "mine")
    let run = try run("init", ".", in: folder.path)
    #expect(run.status == 2)
    #expect(
      run.errors.hasPrefix("postil: error: '.' has rules/works.yaml already, and nothing was written; "),
      "\(run.errors)")
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "mine é")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["notes.txt", "rules"])
  }

  @Test func `a folder with other files takes a project, a file does not`() throws {
    _ = try folder.write("notes.txt", "mine")
    #expect(try run("init", ".", in: folder.path).status == 0)
    let run = try run("init", "notes.txt", in: folder.path)
    #expect(run.status == 2 && run.errors.contains("notes.txt"), "\(run.errors)")
    #expect(try String(contentsOfFile: folder.path + "/notes.txt", encoding: .utf8) == "mine")
  }
}
