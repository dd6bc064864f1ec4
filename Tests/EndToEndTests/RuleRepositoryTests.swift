import Foundation
import Testing

/// A repository of rules with its hook and its workflow.
@Suite struct RuleRepositoryTests {
  private let folder: TemporaryFolder
  private var project: String { folder.path + "/project" }

  /// A project, committed.
  init() throws {
    folder = try TemporaryFolder()
    #expect(try Program.run(["init", "project"], in: folder.path).status == 0)
    #expect(try shell("git init -q -b main && \(Self.commit)").status == 0)
  }

  private static let commit = "git add . && git -c user.name=a -c user.email=a@example.org commit -qm x"

  private func shell(_ script: String) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-ec", script]
    process.currentDirectoryURL = URL(fileURLWithPath: project)
    let beside = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    process.environment = ProcessInfo.processInfo.environment.merging(["PATH": beside + ":/usr/bin:/bin"]) { $1 }
    let file = try folder.write("output", Data())
    let output = FileHandle(forWritingAtPath: file)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    return (try String(contentsOfFile: file, encoding: .utf8), process.terminationStatus)
  }

  /// A second file of rules, which finds one thing in the seeds, and none of the first.
  private func addRules() throws {
    _ = try folder.write(
      "project/rules/harbours.yaml",
      """
      postil: 1
      ruleset: my.harbours
      types: {harbour: {features: {}}}
      rules:
        - id: harbour
          pattern: '\\bharbour\\b'
          examples: ['É, the [[harbour]].', {text: 'Harbours.', none: true}]
      """)
  }

  private var hook: String { "'\(Program.checkout)/Scripts/rules-diff-hook'" }

  @Test func `the hook tells what a change since the last commit does, new files and removed ones too`() throws {
    #expect(try shell("\(hook) rules seeds").output.hasPrefix("0 differences"))
    try addRules()
    let added = try shell("\(hook) rules seeds")
    #expect(added.status == 1 && added.output.contains("1 differences"), "\(added.output)")
    #expect(added.output.contains("added") && added.output.contains("harbour"), "\(added.output)")
    #expect(try shell("\(hook) rules seeds --allow 1").status == 0)
    #expect(try shell("\(Self.commit) && \(hook) rules seeds").status == 0)
    let removed = try shell("rm rules/harbours.yaml && \(hook) rules seeds")
    #expect(removed.status == 1 && removed.output.contains("removed"), "\(removed.output)")
  }

  @Test func `a commit without the rules is nothing to compare with`() throws {
    try addRules()
    let run = try shell("mv rules others && \(hook) others seeds")
    #expect(run.status == 0 && run.output == "HEAD has no others: there is nothing to compare with\n", "\(run.output)")
  }

  @Test(arguments: [("0", 1), ("1", 0), ("0%", 1), ("1%", 1), ("100%", 0)])
  func `differences beyond a number or a share fail`(allowed: String, status: Int32) throws {
    try addRules()
    let run = try shell(
      "git stash -qu && cp -r rules ../before && git stash pop -q && postil rules diff ../before rules seeds --allow \(allowed)"
    )
    #expect(run.status == status, "\(run.output)")
  }

  @Test(arguments: ["-1", "2.5", "x%", "-1%", "nan%"])
  func `an allowance that is none is refused`(allowed: String) throws {
    let run = try Program.run("diff", "--allow=\(allowed)", "a", "b")
    #expect(run.status == 2 && run.errors.contains("'\(allowed)'"), "\(run.errors)")
  }

  @Test func `two reports may differ as much as is allowed, but not in their documents`() throws {
    let all = try Program.run(["annotate", "--format", "jsonl", "seeds"], in: project)
    let one = try Program.run(["annotate", "--format", "jsonl", "seeds/survey.txt"], in: project)
    let names = try [("all", all), ("one", one)].map { try folder.write("\($0).jsonl", $1.output) }
    #expect(try Program.run("diff", names[0], names[0], "--allow", "100%").status == 0)
    #expect(try Program.run("diff", names[0], names[1], "--allow", "100%").status == 1)
  }

  @Test func `the commands of the workflow pass in a new project, and its diff tells a change`() throws {
    let workflow = try String(
      contentsOfFile: Program.checkout + "/Documentation/Recipes/rule-repository.yml", encoding: .utf8)
    let commands = workflow.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^ +(?:- run: )?(postil .*|git worktree .*)$/).map { String($0.1) }
    }
    #expect(commands.count == 5)
    _ = try shell("git update-ref refs/remotes/origin/main main")
    let script = "export GITHUB_BASE_REF=main ALLOW=2%\n" + commands.joined(separator: "\n")
    let same = try shell(script)
    #expect(same.status == 0, "\(same.output)")
    #expect(FileManager.default.fileExists(atPath: project + "/rules.xml"))
    try addRules()
    let changed = try shell("git worktree remove --force ../before; rm -r out; " + script)
    #expect(changed.status == 1 && changed.output.contains("harbour"), "\(changed.output)")
  }
}
