import Crypto
import Foundation

/// SHA-256 (FIPS 180-4) as 64 hexadecimal digits.
public enum SHA256 {
  /// The hash of `bytes`.
  public static func hexadecimal(of bytes: [UInt8]) -> String { digits(Crypto.SHA256.hash(data: bytes)) }

  /// The hash of the file at `path`, read in pieces; nil when it cannot be read.
  public static func hexadecimal(ofFile path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var hash = Crypto.SHA256()
    do {
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
    } catch {
      return nil
    }
    return digits(hash.finalize())
  }

  private static func digits(_ hash: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
