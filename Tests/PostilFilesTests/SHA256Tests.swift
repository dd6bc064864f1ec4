import Foundation
import PostilFiles
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4 examples, and lengths round the block's end as `sha256sum` gives them.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `known hashes`(_ text: String, _ expected: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == expected)
  }

  /// As `head -c N /dev/zero | tr '\0' a | sha256sum` gives them, round the end of a block.
  @Test(arguments: [
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
    (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
  ])
  func `lengths round a block's end`(_ length: Int, _ expected: String) {
    #expect(SHA256.hexadecimal(of: Array(repeating: 0x61, count: length)) == expected)
  }

  @Test func `a file has the hash of its bytes, a missing one none`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("postil-\(UUID().uuidString)").path
    defer { unlink(path) }
    #expect(SHA256.hexadecimal(ofFile: path) == nil)
    let bytes = [UInt8](repeating: 0x61, count: 2_500_000)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(SHA256.hexadecimal(ofFile: path) == SHA256.hexadecimal(of: bytes))
  }
}
