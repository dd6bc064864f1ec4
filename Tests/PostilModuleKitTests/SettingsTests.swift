import PostilModel
import Testing

@testable import PostilModuleKit

/// The values that an analyzer is made with.
@Suite struct SettingsTests {
  @Test func `frames come as they are handed over, in order`() {
    let frames = [FrameRule(rule: "r/b", type: "é", text: "é ~ a"), FrameRule(rule: "r/a", type: "t", text: "")]
    let settings = Settings(["size": 2, "frames": .list(frames.map(\.value))])
    #expect(settings.frames == frames)
    #expect(settings.number("size") == 2)
  }

  @Test(
    arguments: [
      [:], ["frames": []], ["frames": "x"], ["frames": [.record(["rule": "r/a"])]],
      ["frames": [.record(["rule": "r/a", "frame": "é"])]],
    ] as [Features])
  func `there are no frames where none are given`(values: Features) {
    #expect(Settings(values).frames.isEmpty)
  }

  @Test func `tables come as they are handed over, by their names`() throws {
    let rows = [ModuleTable.Row([("né", "é"), ("value", "-0.5")]), ModuleTable.Row([("né", ""), ("value", "")])]
    let factors = ModuleTable(name: "factors", rows: rows)
    let settings = Settings(["size": 2, "tables": .record(["factors": factors.value, "none": []])])
    #expect(settings.tables == ["factors": factors, "none": ModuleTable(name: "none", rows: [])])
    #expect(try settings.table("factors").number(of: "é", in: "value") == -0.5)
    #expect(settings.table("other") == ModuleTable(name: "other", rows: []))
  }

  @Test(arguments: [[:], ["tables": []], ["tables": "x"], ["tables": .record([:])]] as [Features])
  func `there are no tables where none are given`(values: Features) {
    #expect(Settings(values).tables.isEmpty)
  }

  @Test func `what is no row is left out`() {
    let values: Features = ["tables": .record(["t": ["x", .record([:]), .record(["a": 1]), .record(["a": "é"])]])]
    #expect(Settings(values).table("t").rows == [ModuleTable.Row([("a", "é")])])
  }
}
