import PostilModel

/// The smallest hashes of a text's five-word shingles: how many of them agree estimates the texts' Jaccard similarity.
///
/// One-permutation MinHash (Li, Owen and Zhang 2012) with bins filled by rotation (Shrivastava and Li 2014).
public struct Sketch: Hashable, Sendable {
  /// The number of bins.
  public static let bins = 64
  private static let shingle = 5

  /// The smallest hash in each bin.
  public let values: [UInt32]

  /// - Parameter values: ``bins`` hashes.
  init?(values: [UInt32]) {
    guard values.count == Self.bins else { return nil }
    self.values = values
  }

  /// The sketch of `text`; nil when it has fewer than twenty words, of which nothing can be said.
  public init?(of text: String) {
    var words: [UInt64] = []
    guard Words.each(in: text, { words.append($0) }) >= 20 else { return nil }
    var bins = [UInt32?](repeating: nil, count: Self.bins)
    for start in 0...(words.count - Self.shingle) {
      let hash = words[start..<start + Self.shingle].reduce(UInt64(0)) { SplitMix.mixed($0 &* 31 &+ $1) }
      let bin = Int(hash >> 58)
      bins[bin] = min(bins[bin] ?? .max, UInt32(truncatingIfNeeded: hash))
    }
    values = Self.filled(bins)
  }

  private static func filled(_ bins: [UInt32?]) -> [UInt32] {
    bins.indices.map { bin in
      let distance = (0..<Self.bins).first { bins[(bin + $0) % Self.bins] != nil } ?? 0
      let value = bins[(bin + distance) % Self.bins] ?? 0
      return value &+ UInt32(distance) &* 0x9E37_79B9
    }
  }

  /// The share of bins that agree.
  public func similarity(to other: Sketch) -> Double {
    Double(zip(values, other.values).reduce(0) { $1.0 == $1.1 ? $0 + 1 : $0 }) / Double(Self.bins)
  }

  /// The hashes as hexadecimal digits, eight each.
  var text: String {
    values.map { String($0, radix: 16).leftPadded(to: 8) }.joined()
  }

  /// Reads ``text`` back.
  init?(text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 8 * Self.bins else { return nil }
    let values = (0..<Self.bins).compactMap {
      UInt32(String(decoding: digits[8 * $0..<8 * $0 + 8], as: UTF8.self), radix: 16)
    }
    self.init(values: values)
  }
}
