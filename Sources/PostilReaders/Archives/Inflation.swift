private import CZlib

/// Undoes the compression of gzip files and of members of zip archives (RFC 1951, RFC 1952) with zlib.
enum Inflation {
  /// How the compressed bytes are wrapped.
  enum Form {
    case raw, gzip

    /// What zlib calls it: the size of the window, and a number for the wrapping.
    fileprivate var windowBits: Int32 { self == .raw ? -15 : 31 }
  }

  /// Why there is no result.
  enum Fault: Error {
    /// More bytes than are read of one file; a bomb has such.
    case tooLarge
    case corrupt
  }

  /// More than this is not unpacked of one file, in bytes.
  static let mostBytes = 512 << 20
  private static let pieceSize = 256 << 10

  /// What `bytes` hold: of gzip all members, one behind the other; what was cut gives what it has.
  ///
  /// - Parameter most: More than so many bytes are refused.
  static func inflated(
    _ bytes: ArraySlice<UInt8>, _ form: Form, most: Int = mostBytes
  ) throws(Fault) -> [UInt8] {
    var input = Array(bytes)
    var result: [UInt8] = []
    var start = 0
    repeat {
      start += try inflate(&input, from: start, form, into: &result, most: most)
      guard result.count <= most else { throw .tooLarge }
      // Behind the last member there may be zeros.
    } while form == .gzip && start + 2 < input.count && input[start] == 0x1F && input[start + 1] == 0x8B
    return result
  }

  /// The first bytes of what `bytes`, which may be cut, hold; none where that cannot be read.
  static func beginning(of bytes: [UInt8], _ form: Form, count: Int) -> [UInt8] {
    var input = bytes
    var result: [UInt8] = []
    _ = try? inflate(&input, from: 0, form, into: &result, most: count)
    return Array(result.prefix(count))
  }

  /// Unpacks one stream, no more than one piece beyond `most` bytes in all; gives the number of bytes that it takes.
  private static func inflate(
    _ input: inout [UInt8], from start: Int, _ form: Form, into result: inout [UInt8], most: Int
  ) throws(Fault) -> Int {
    var stream = z_stream()
    guard inflateInit2_(&stream, form.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .corrupt
    }
    defer { inflateEnd(&stream) }
    var piece = [UInt8](repeating: 0, count: pieceSize)
    var written: [UInt8] = []
    var status = Z_OK
    let room = most - result.count
    // SAFETY: zlib reads `avail_in` bytes behind `next_in` and writes `avail_out` bytes behind `next_out`; both arrays live as
    // long as the closures.
    let used = input.withUnsafeMutableBufferPointer { bytes in
      stream.next_in = bytes.baseAddress.map { $0 + start }
      stream.avail_in = UInt32(clamping: bytes.count - start)
      while status == Z_OK, written.count <= room {
        let count = piece.withUnsafeMutableBufferPointer { piece in
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
          return piece.count - Int(stream.avail_out)
        }
        written += piece[..<count]
        if count == 0, stream.avail_in == 0 { break }
      }
      return bytes.count - start - Int(stream.avail_in)
    }
    guard status != Z_DATA_ERROR || !written.isEmpty, status != Z_MEM_ERROR, status != Z_NEED_DICT else {
      throw .corrupt
    }
    result += written
    return status == Z_STREAM_END ? used : input.count - start
  }
}
