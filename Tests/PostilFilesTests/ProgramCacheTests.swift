import Foundation
import PostilFiles
import Testing

@Suite struct ProgramCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("postil-" + UUID().uuidString).path

  private func cache(_ name: String = "things") throws -> ProgramCache {
    try #require(ProgramCache(name, environment: ["XDG_CACHE_HOME": folder]))
  }

  private var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/postil")) ?? []).map { "\(folder)/postil/\($0)" }
  }

  @Test func `what was written is read`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try cache().read() == [])
    try cache().write([1, 2, 3])
    #expect(try cache().read() == [1, 2, 3])
    #expect(try cache("others").read() == [])
    try cache().write([])
    #expect(try cache().read() == [])
  }

  @Test func `a damaged file is not read`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try cache().write(Array("é: what was found out".utf8))
    let path = try #require(files.first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in [0, 15, 16, whole.count - 1] {
      var damaged = whole
      damaged[place] ^= 1
      try damaged.write(to: URL(fileURLWithPath: path))
      #expect(try cache().read() == [])
      try whole.prefix(place).write(to: URL(fileURLWithPath: path))
      #expect(try cache().read() == [])
    }
  }

  @Test func `files of a few builds are kept`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try cache().write([1])
    for build in 0..<6 {
      let path = "\(folder)/postil/things-\(build)"
      try Data().write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(build))], ofItemAtPath: path)
    }
    try Data().write(to: URL(fileURLWithPath: "\(folder)/postil/others-1"))
    try cache().write([2])
    let names = files.map { URL(fileURLWithPath: $0).lastPathComponent }
    #expect(names.filter { $0.hasPrefix("things-") }.count == 4)
    #expect(Set(names).isSuperset(of: ["things-5", "things-4", "things-3", "others-1"]))
    #expect(try cache().read() == [2])
  }

  @Test func `a folder that cannot be written is no fault`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data().write(to: URL(fileURLWithPath: folder))
    try cache().write([1])
    #expect(try cache().read() == [])
  }

  @Test(arguments: [[:], ["XDG_CACHE_HOME": "relative"], ["HOME": ""]])
  func `without an absolute folder there is no cache`(_ environment: [String: String]) {
    #expect(ProgramCache("things", environment: environment) == nil)
  }
}
