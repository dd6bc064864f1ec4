import CPostilProcess
import Foundation
import PostilPipeline

/// What a worker's process does: it answers requests until there is nobody to answer, and never returns.
struct WorkerLoop {
  let worker: DocumentWorker

  func run() -> Never {
    while let request = receive() {
      guard let document = try? DocumentRequest.document(request[...]) else { break }
      send(DocumentAnswer.bytes(worker.annotate(document)))
    }
    _exit(0)
  }

  /// The next message; nil when the other end was closed.
  private func receive() -> [UInt8]? {
    guard let head = read(MessageFrame.headSize) else { return nil }
    return read(MessageFrame.size(head[...]))
  }

  private func read(_ count: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, isWhole {
        let read = Foundation.read(POSTIL_CHANNEL, buffer.baseAddress?.advanced(by: filled), count - filled)
        if read > 0 { filled += read } else if read == 0 || errno != EINTR { isWhole = false }
      }
    }
    return isWhole ? bytes : nil
  }

  private func send(_ message: [UInt8]) {
    let bytes = MessageFrame.framed(message)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(POSTIL_CHANNEL, $0.baseAddress, $0.count) }
      if count >= 0 { sent += count } else if errno != EINTR { _exit(POSTIL_DESCRIPTOR_LOST) }
    }
  }
}

/// A message in the pipe: its length in front.
enum MessageFrame {
  static let headSize = 4
  /// An answer of more bytes is none.
  static let mostBytes = 1 << 30

  static func framed(_ message: [UInt8]) -> [UInt8] {
    let count = UInt32(clamping: message.count)
    return (0..<headSize).map { UInt8(truncatingIfNeeded: count >> (8 * UInt32($0))) } + message
  }

  /// The length that a head tells.
  static func size(_ head: ArraySlice<UInt8>) -> Int {
    head.prefix(headSize).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
