import PostilModel
import Testing

@testable import PostilModuleKit

/// The values that an analyzer is made with.
@Suite struct SettingsTests {
  @Test func `frames come as they are handed over, in order`() {
    let frames = [FrameRule(rule: "r/b", text: "é ~ a"), FrameRule(rule: "r/a", text: "")]
    let settings = Settings(["size": 2, "frames": .list(frames.map(\.value))])
    #expect(settings.frames == frames)
    #expect(settings.number("size") == 2)
  }

  @Test(arguments: [[:], ["frames": []], ["frames": "x"], ["frames": [.record(["rule": "r/a"])]]] as [Features])
  func `there are no frames where none are given`(values: Features) {
    #expect(Settings(values).frames.isEmpty)
  }
}
