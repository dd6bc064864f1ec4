import Foundation

/// The sizes of the documents on two sides; those that are nearly equal stand together.
public struct SizeBins: Sendable {
  /// Documents of about one size.
  struct Bin: Sendable {
    var documents = 0.0
    var size = 0.0
  }

  /// The documents' sizes.
  let sizes: [UInt32]
  /// The documents of the one side; all others are the other's.
  let target: Range<Int>
  /// The bins of the one side, then those of the other.
  let bins: [[Bin]]

  /// Puts documents together; those of size 0 count for nothing.
  ///
  /// - Parameters:
  ///   - sizes: Of all documents.
  ///   - target: The documents of the side that is tested against the others.
  public init(sizes: [UInt32], target: Range<Int>) {
    self.sizes = sizes
    self.target = target
    var bins = [[Bin]](repeating: [Bin](repeating: Bin(), count: Self.count), count: 2)
    for (document, size) in sizes.enumerated() where size > 0 {
      bins[target.contains(document) ? 0 : 1][Self.place(of: size)].documents += 1
      bins[target.contains(document) ? 0 : 1][Self.place(of: size)].size += Double(size)
    }
    self.bins = bins
  }

  /// Four bins for each doubling, up to the largest size that fits.
  private static let count = 4 * 32

  /// The bin of documents of `size`, which is no 0.
  static func place(of size: UInt32) -> Int { Int(4 * log2(Double(size))) }

  /// The documents of a side.
  func documents(_ side: Int) -> Int { Int(bins[side].reduce(0) { $0 + $1.documents }) }

  /// The size of a side.
  func size(_ side: Int) -> Double { bins[side].reduce(0) { $0 + $1.size } }
}
