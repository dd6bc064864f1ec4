import Foundation
import Testing

/// `postil doctor`, where all is there and where something is missing.
@Suite struct DoctorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `it tells where program, rules, modules and cache are`() throws {
    let run = try Program.run(["doctor"], environment: ["XDG_CACHE_HOME": folder.path + "/é"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.hasPrefix(try Program.run("--version").output))
    #expect(
      run.output.contains("\nprogram       " + URL(fileURLWithPath: Program.path).resolvingSymlinksInPath().path + "\n")
    )
    #expect(run.output.contains("\nrules         \(Program.checkout)/rules, "))
    #expect(run.output.contains("\nchain         built-in\n"))
    #expect(run.output.contains("\ncache         \(folder.path)/é/postil\n"))
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("module  ") } == 4)
  }

  @Test func `the chain of the folder is told, and the module that it lacks`() throws {
    let chain = try folder.write(
      "postil.yaml", "postil: 1\nsteps:\n  - module: date-normalization\n  - module: weapon-finder\n")
    let run = try Program.run(["doctor"], in: folder.path)
    #expect(run.status == 1)
    let line = run.output.split(separator: "\n").first { $0.hasPrefix("chain ") }
    #expect(line?.contains("missing; ") == true && line?.contains("weapon-finder") == true, "\(chain): \(run.output)")
  }

  @Test func `without rules it says what to do`() throws {
    let run = try Program.run(["doctor"], environment: ["POSTIL_RULES": folder.path])
    #expect(run.status == 1)
    #expect(run.output.contains("\nrules         missing; set POSTIL_RULES "), "\(run.output)")
  }

  @Test func `a module that cannot be loaded is told`() throws {
    _ = try folder.write("libBroken.so", "no library")
    let run = try Program.run("doctor", "--modules", folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("libBroken.so"), "\(run.errors)")
  }
}
