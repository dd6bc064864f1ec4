import Foundation
import PostilFiles
import Testing

/// Files appear whole or not, whatever happens while they are written.
@Suite struct WholeFileTests {
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("files-" + UUID().uuidString).path
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) -> String? {
      FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
  }

  private struct Fault: Error {}

  @Test func `what is written takes the place of what was there`() throws {
    let folder = try Folder()
    for text in ["old é", "new العراق"] {
      try WholeFile.write(text.utf8, to: folder.path + "/f")
      #expect(folder.text("f") == text)
    }
    #expect(folder.names == ["f"])
  }

  @Test func `a fault in between leaves the old file, and no other`() throws {
    let folder = try Folder()
    try WholeFile.write("old".utf8, to: folder.path + "/f")
    #expect(throws: Fault.self) {
      try WholeFile.write(to: folder.path + "/f") { output in
        try output.write("half of the n".utf8)
        throw Fault()
      }
    }
    #expect(folder.text("f") == "old")
    #expect(folder.names == ["f"])
    #expect(throws: Fault.self) { try WholeFile.write(to: folder.path + "/g") { _ in throw Fault() } }
    #expect(folder.names == ["f"])
  }

  @Test func `a device is written directly, and what it refuses is told`() throws {
    try WholeFile.write("gone".utf8, to: "/dev/null")
    let error = #expect(throws: FileError.self) { try WholeFile.write("much".utf8, to: "/dev/full") }
    #expect(error?.code == ENOSPC)
    #expect(error?.description == "cannot write '/dev/full': No space left on device")
  }

  @Test func `a link keeps leading where it led, and rights stay`() throws {
    let folder = try Folder()
    try WholeFile.write("old".utf8, to: folder.path + "/f")
    chmod(folder.path + "/f", 0o640)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: folder.path + "/f")
    try WholeFile.write("new".utf8, to: folder.path + "/link")
    #expect(folder.text("f") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link") == folder.path + "/f")
    let rights = try FileManager.default.attributesOfItem(atPath: folder.path + "/f")[.posixPermissions] as? Int
    #expect(rights == 0o640)
  }

  @Test func `a folder that is not there is named`() throws {
    let folder = try Folder()
    let error = #expect(throws: FileError.self) { try WholeFile.write("x".utf8, to: folder.path + "/none/f") }
    #expect(error?.code == ENOENT)
  }

  @Test func `a file is one file under all its names`() throws {
    let folder = try Folder()
    try WholeFile.write("x".utf8, to: folder.path + "/f")
    try WholeFile.write("x".utf8, to: folder.path + "/g")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "f")
    try FileManager.default.linkItem(atPath: folder.path + "/f", toPath: folder.path + "/hard")
    let own = FileIdentity(path: folder.path + "/f")
    #expect(own != nil)
    for name in ["f", "link", "hard", "../\(URL(fileURLWithPath: folder.path).lastPathComponent)/f"] {
      #expect(FileIdentity(path: "\(folder.path)/\(name)") == own)
    }
    #expect(FileIdentity(path: folder.path + "/g") != own)
    #expect(FileIdentity(path: folder.path + "/none") == nil)
    #expect(FileIdentity(path: "/dev/null") == nil)
    #expect(FileIdentity.resolved(folder.path + "/link") == FileIdentity.resolved(folder.path + "/f"))
    #expect(FileIdentity.resolved(folder.path + "/none/x") == FileIdentity.resolved(folder.path) + "/none/x")
  }

  @Test func `a lock is given back with its owner, and tells whether it is on the file`() throws {
    let folder = try Folder()
    let path = folder.path + "/lock"
    var first: FileLock? = try FileLock(path: path, subject: "the folder")
    #expect(first?.isOn(path) == true)
    #expect(folder.text("lock") == "\(getpid())\n")
    let error = #expect(throws: FileError.self) { try FileLock(path: path, subject: "the folder") }
    #expect(error?.action == .lockHeld(process: getpid()))
    #expect(error?.description.contains("process \(getpid()) is writing to 'the folder'") == true)
    unlink(path)
    #expect(first?.isOn(path) == false)
    first = nil
    #expect(try FileLock(path: path, subject: "the folder").isOn(path))
  }
}
