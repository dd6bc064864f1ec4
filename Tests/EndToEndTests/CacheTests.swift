import Foundation
import Testing

/// What earlier starts found out about the rules makes starts faster, and changes nothing else.
@Suite struct CacheTests {
  private let folder: TemporaryFolder
  private let chain: String
  private let text: String

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(
      "signs.yaml",
      """
      postil: 1
      ruleset: signs
      types:
        sign: {}
      rules:
        - id: sign
          type: sign
          pattern: '(?<=\\p{L}{2} )signs? of (?:rain|snow)'
      """)
    chain = try folder.write("postil.yaml", "postil: 1\nsteps:\n  - rules: [signs.yaml]\n")
    text = try folder.write("a.txt", "“É” – no signs of rain, a sign of snow, signs of sun.")
  }

  private var kept: [String] {
    let cache = folder.path + "/cache/postil"
    return ((try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []).map { "\(cache)/\($0)" }
  }

  private func report(_ options: String...) throws -> String {
    let run = try Program.run(
      ["annotate", "--chain", chain, text] + options, environment: ["XDG_CACHE_HOME": folder.path + "/cache"])
    #expect(run.status == 0)
    #expect(run.output.contains("signs of rain"))
    return run.output
  }

  @Test func `a second start reads what the first one wrote, and reports the same`() throws {
    let first = try report()
    let written = try kept.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(written.count == 1)
    #expect(try report() == first)
    #expect(try kept.map { try Data(contentsOf: URL(fileURLWithPath: $0)) } == written)
  }

  @Test(arguments: [0, 70, 200])
  func `a damaged cache is made anew`(_ length: Int) throws {
    let first = try report()
    let path = try #require(kept.first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(length).write(to: URL(fileURLWithPath: path))
    #expect(try report() == first)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == whole.count)
  }

  @Test func `--no-cache leaves none`() throws {
    let first = try report("--no-cache")
    #expect(kept.isEmpty)
    #expect(try report() == first)
  }
}
