public import CPostilModule
import PostilModel

/// Owns the C copies of values until it goes away.
///
/// SAFETY: every pointer handed out lies in a block that the arena allocated and frees in `deinit`; users keep the arena
/// alive for the time of the call that reads them.
public final class Arena {
  private var blocks: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var left = 0

  /// How many lists and records a value may consist of, one within the other; the interface takes no more.
  static let mostLevels = 4
  let mostLevels: Int

  /// An empty arena.
  ///
  /// - Parameter leavesOutTooDeep: Whether what is nested too deeply for the interface becomes null, as in the metadata of foreign
  ///   records; else it is passed on, and refused by who reads it.
  public init(leavesOutTooDeep: Bool = false) { mostLevels = leavesOutTooDeep ? Self.mostLevels : .max }

  deinit { for block in blocks { block.deallocate() } }

  @usableFromInline func allocate(_ count: Int) -> UnsafeMutableRawPointer {
    let needed = (count + 15) & ~15
    if needed > left || next == nil {
      let size = max(needed, 32 << 10)
      let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      blocks.append(block)
      next = block
      left = size
    }
    guard let start = next else { return UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1) }
    next = start + needed
    left -= needed
    return start
  }

  /// A copy of `text`.
  public func bytes(_ text: String) -> postil_bytes {
    guard !text.isEmpty else { return postil_bytes(start: nil, count: 0) }
    var text = text
    return text.withUTF8 { source in
      let start = allocate(source.count)
      if let base = source.baseAddress { start.copyMemory(from: base, byteCount: source.count) }
      return postil_bytes(start: start.assumingMemoryBound(to: UInt8.self), count: UInt64(source.count))
    }
  }

  /// A copy of `elements` as an array.
  @inlinable public func array<Element: BitwiseCopyable>(_ elements: some Collection<Element>) -> postil_array {
    let stride = MemoryLayout<Element>.stride
    let count = elements.count
    guard count > 0 else { return postil_array(first: nil, count: 0, stride: UInt32(stride)) }
    let first = allocate(stride * count)
    var next = first
    for element in elements {
      next.storeBytes(of: element, as: Element.self)
      next += stride
    }
    return postil_array(first: UnsafeRawPointer(first), count: UInt32(count), stride: UInt32(stride))
  }

  /// A copy of `spans`.
  public func spans(_ spans: [Span]) -> postil_array { array(spans.lazy.map(postil_span.init)) }
}

extension postil_span {
  /// The same span in C.
  public init(_ span: Span) { self.init(start: UInt32(span.start), end: UInt32(span.end)) }
}
