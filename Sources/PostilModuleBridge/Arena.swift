public import CPostilModule
import PostilModel

/// Owns the C copies of values until it goes away.
///
/// SAFETY: every pointer handed out lies in a block that the arena allocated and frees in `deinit`; users keep the arena
/// alive for the time of the call that reads them.
public final class Arena {
  private static let blockSize = 32 << 10

  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var free: [UnsafeMutableRawBufferPointer] = []
  private var rows = Room()
  private var texts = Room()

  /// What is free of a block.
  private struct Room {
    var next: UnsafeMutableRawPointer?
    var left = 0
  }

  /// How many lists and records a value may consist of, one within the other; the interface takes no more.
  static let mostLevels = 4
  let mostLevels: Int

  /// An empty arena.
  ///
  /// - Parameter leavesOutTooDeep: Whether what is nested too deeply for the interface becomes null, as in the metadata of foreign
  ///   records; else it is passed on, and refused by who reads it.
  public init(leavesOutTooDeep: Bool = false) { mostLevels = leavesOutTooDeep ? Self.mostLevels : .max }

  deinit {
    for block in blocks { block.deallocate() }
    for block in free { block.deallocate() }
  }

  private static func block(_ size: Int) -> UnsafeMutableRawBufferPointer { .allocate(byteCount: size, alignment: 16) }

  /// Forgets all that was copied; the next copies take its room.
  public func removeAll() {
    for block in blocks { if block.count == Self.blockSize { free.append(block) } else { block.deallocate() } }
    blocks.removeAll(keepingCapacity: true)
    (rows, texts) = (Room(), Room())
  }

  @usableFromInline func allocate(_ count: Int) -> UnsafeMutableRawPointer {
    allocate((count + 15) & ~15, in: &rows)
  }

  private func allocate(_ count: Int, in room: inout Room) -> UnsafeMutableRawPointer {
    if count > room.left || room.next == nil {
      let block = count > Self.blockSize ? Self.block(count) : free.popLast() ?? Self.block(Self.blockSize)
      blocks.append(block)
      room = Room(next: block.baseAddress, left: block.count)
    }
    guard let start = room.next else { return UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1) }
    room = Room(next: start + count, left: room.left - count)
    return start
  }

  /// A copy of `text`.
  public func bytes(_ text: String) -> postil_bytes {
    guard !text.isEmpty else { return postil_bytes(start: nil, count: 0) }
    var text = text
    return text.withUTF8 { source in
      let start = allocate(source.count, in: &texts)
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
