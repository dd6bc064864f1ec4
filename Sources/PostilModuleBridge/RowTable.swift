public import CPostilModule

/// Rows of the other side of the interface, read where they lie.
///
/// SAFETY: the owner of the memory keeps it for the call that the table belongs to; whoever holds one longer than that drops
/// it at the call's end, as the document of `PostilModuleKit` does. Every access is checked against the count.
public struct RowTable<Row: BitwiseCopyable>: RandomAccessCollection {
  @usableFromInline let first: UnsafeRawPointer?
  @usableFromInline let stride: Int
  @usableFromInline let zero: Row
  /// The number of rows.
  public let count: Int

  /// - Parameter zero: What a row that is shorter than `Row` has behind its end.
  @inlinable public init(_ array: postil_array, zero: Row) {
    first = array.first
    stride = Int(array.stride)
    count = array.first == nil ? 0 : Int(array.count)
    self.zero = zero
  }

  /// The first place, 0.
  @inlinable public var startIndex: Int { 0 }
  /// One past the last place.
  @inlinable public var endIndex: Int { count }

  /// The row at a place.
  @inlinable public subscript(place: Int) -> Row {
    guard place >= 0, place < count, let first else { preconditionFailure("RowTable: no row \(place) of \(count)") }
    let start = first + place * stride
    guard stride < MemoryLayout<Row>.size else { return start.loadUnaligned(as: Row.self) }
    var row = zero
    withUnsafeMutableBytes(of: &row) {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: start, count: stride))
    }
    return row
  }
}

extension postil_array {
  /// The rows of `buffer`, which the array does not keep alive.
  public init<Row: BitwiseCopyable>(_ buffer: UnsafeBufferPointer<Row>) {
    self.init(
      first: UnsafeRawPointer(buffer.baseAddress), count: UInt32(buffer.count), stride: UInt32(MemoryLayout<Row>.stride)
    )
  }
}
