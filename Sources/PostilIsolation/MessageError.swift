/// Why bytes are no message: a module may have written over the memory or into the pipe of its worker.
enum MessageError: Error {
  case cut
  case badValue
}
