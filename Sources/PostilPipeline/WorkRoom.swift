/// How much may be held that workers are at: 16 documents and 8 MB of text a worker, one document at least, whatever their number.
public struct WorkRoom: Sendable {
  private let workers: Int
  private var documents = 0
  private var bytes = 0

  /// Room for so many workers.
  public init(workers: Int) { self.workers = workers }

  /// Whether something is to be given out before more is taken.
  public var isFull: Bool { documents >= 16 * workers || bytes >= (8 << 20) * workers }

  /// Takes a document of so many bytes.
  public mutating func take(_ size: Int) {
    documents += 1
    bytes += size
  }

  /// Has the room of a document of so many bytes again.
  public mutating func release(_ size: Int) {
    documents -= 1
    bytes -= size
  }
}
