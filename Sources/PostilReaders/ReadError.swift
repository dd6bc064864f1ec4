/// Why a document, or a whole input, cannot be read.
public struct ReadError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Kind: Equatable, Sendable {
    case missing
    case unreadable(reason: String)
    /// A folder without documents, with what of it is left out.
    case noDocuments(leftOut: String?)
    /// A kind of file that is not read.
    case notRead(UnreadKind)
    /// What came through a pipe is of another kind than a text.
    case otherFormat(InputFormat)
    case binary
    /// A file that should hold documents, such as "a news feed", and holds none.
    case holdsNothing(String)
    /// A file that is not what it should be, and what is wrong with it.
    case malformed(String)
    /// The byte at which decoding stopped, from 0.
    case undecodable(offset: Int, encoding: String)
    case badRecord(line: Int, reason: String)
    /// Metadata in a file beside the text, and what is wrong with it.
    case badSidecar(String)
    case badDate(String)
    case repeatedKey(String)
    /// A report's record of a document that failed, with the error told there.
    case failedBefore(String)
  }

  /// The file or folder as the user named it.
  public let path: String
  /// What is wrong.
  public let kind: Kind
}

extension ReadError: CustomStringConvertible {
  /// One sentence with what to do, lower case, no final period.
  public var description: String {
    switch kind {
    case .missing: "there is no file or folder '\(path)'"
    case .unreadable(let reason): "'\(path)' cannot be read: \(reason)"
    case .noDocuments(let leftOut): "the folder '\(path)' holds no documents" + (leftOut.map { "; \($0)" } ?? "")
    case .otherFormat(let format):
      "'\(path)' is no text; give it with --input-format \(format.rawValue)"
    case .notRead(let kind): "'\(path)' is \(kind.name), which is not read; \(kind.advice)"
    case .failedBefore(let error): error
    case .binary: "'\(path)' is no text: it holds bytes of a binary file"
    case .holdsNothing(let name): "'\(path)' is \(name) without any text to read"
    case .malformed(let reason): "'\(path)' cannot be read: \(reason)"
    case .undecodable(let offset, let encoding):
      "'\(path)' is not \(encoding) at byte \(offset); name its encoding, as in --encoding windows-1252"
    case .badRecord(let line, let reason): "'\(path)' line \(line): \(reason)"
    case .badSidecar(let reason): "'\(path)' must be one JSON object of metadata: \(reason)"
    case .badDate(let date): "'\(date)' is no date; write yyyy-mm-dd"
    case .repeatedKey(let key):
      "two documents are called '\(key)' ('\(path)'); name a set as NAME=PATH to tell them apart"
    }
  }
}
