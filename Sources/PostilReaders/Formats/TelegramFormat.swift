import Foundation
import PostilJSON
import PostilModel

/// `result.json` as Telegram Desktop exports it, of one chat or of all: a document a message.
struct TelegramFormat: CollectionFormat {
  let name = "telegram"
  let title = "an export from Telegram"
  let endings: Set<String> = []

  func recognizes(_ head: FileHead) -> Bool {
    guard head.isLikeJSON, head.start.first == "{" else { return false }
    if head.holds("\"messages\":"), TelegramChat.kinds.contains(where: { head.holds("\"\($0)\"") }) { return true }
    return head.holds("\"about\":") && head.holds("\"chats\":") && head.holds("\"list\":")
      || head.holds("\"personal_information\":")
  }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    let export: JSONValue
    do {
      export = try Self.value(of: try source.bytes())
    } catch let error as JSONError {
      throw ReadError(path: source.displayName, kind: .malformed("the file \(error)"))
    }
    let lists = ["chats", "left_chats"].compactMap { export[$0]?["list"]?.array }
    guard !lists.isEmpty || export["messages"] != nil else {
      throw ReadError(path: source.displayName, kind: .malformed("it has neither 'messages' nor 'chats'"))
    }
    for chat in export["messages"] == nil ? lists.joined().map({ $0 }) : [export] {
      guard try TelegramChat(chat, isAlone: lists.isEmpty).read(each: each) else { return }
    }
  }

  /// The value, with control characters read that are written as `\x01`, which is no JSON.
  private static func value(of bytes: [UInt8]) throws(JSONError) -> JSONValue {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    do throws(JSONError) { return try JSONParser.value(of: bytes) } catch {
      let mended = mended(bytes)
      guard mended.count > bytes.count else { throw error }
      return try JSONParser.value(of: mended)
    }
  }

  /// `bytes` with `\x01` written as `\u0001`.
  private static func mended(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes {
      if isEscaped, byte == UInt8(ascii: "x") { mended += Array("u00".utf8) } else { mended.append(byte) }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return mended
  }
}

/// A chat of an export.
private struct TelegramChat {
  /// The kinds of chats that exports name.
  static let kinds = [
    "saved_messages", "replies", "verification_codes", "personal_chat", "bot_chat", "private_group",
    "private_supergroup", "public_supergroup", "private_channel", "public_channel",
  ]

  let name: String?
  let id: String?
  let isChannel: Bool
  /// Whether it is the file's only one, whose messages need no other name.
  let isAlone: Bool
  private let messages: [JSONValue]

  init(_ chat: JSONValue, isAlone: Bool) {
    name = chat["name"]?.string?.nonEmpty
    id = chat["id"]?.plainText.nonEmpty
    isChannel = chat["type"]?.string?.hasSuffix("channel") ?? false
    self.isAlone = isAlone
    messages = chat["messages"]?.array ?? []
  }

  /// Calls `each` for every message with words; false when it returned false.
  func read(each: (FileMember) throws -> Bool) throws -> Bool {
    for (number, message) in messages.enumerated() where message["type"]?.string == "message" {
      guard let content = content(of: message) else { continue }
      let id = message["id"]?.plainText.nonEmpty ?? "\(number + 1)"
      guard try each(FileMember(id: isAlone ? id : "\(self.id ?? name ?? "chat")/\(id)", content)) else { return false }
    }
    return true
  }

  /// Nil for a message without words.
  private func content(of message: JSONValue) -> FileContent? {
    let parts = [Self.text(message["text"]) ?? Self.text(message["text_entities"]), Self.poll(message["poll"])]
    let text = parts.compactMap { $0 }.joined(separator: "\n\n")
    guard !text.isEmpty else { return nil }
    let author = message["from"]?.string
    let dating = Self.date(of: message)
    var metadata = Features(known: [
      (isChannel ? "outlet" : "chat", name), ("author", author == name ? message["author"]?.string : author),
      ("authorId", message["from_id"]?.string), ("forwardedFrom", message["forwarded_from"]?.string),
      ("chatId", id),
    ])
    metadata["messageId"] = message["id"].flatMap(FeatureValue.init(plain:))
    metadata["replyTo"] = message["reply_to_message_id"].flatMap(FeatureValue.init(plain:))
    return FileContent(text: text, metadata: metadata, date: dating.date, remarks: dating.remarks)
  }

  /// The moment in UTC, else the day where the export was made.
  private static func date(of message: JSONValue) -> InputDate {
    let seconds = message["date_unixtime"].flatMap { Double($0.plainText) }
    guard let seconds, (0..<4e9).contains(seconds) else {
      return InputDate(message["date"].flatMap(FeatureValue.init(plain:)), origin: .record)
    }
    return InputDate(.string(Date(timeIntervalSince1970: seconds).ISO8601Format()), origin: .record)
  }

  /// A text, an array of texts and of objects with one, or nil where there are no words.
  private static func text(_ value: JSONValue?) -> String? {
    let text = value?.string ?? value?.array?.map { $0.string ?? $0["text"]?.string ?? "" }.joined() ?? ""
    let words = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
    return words.allSatisfy(\.isWhitespace) ? nil : words
  }

  /// The question and its answers, a line each, with what share of the voters gave them.
  private static func poll(_ poll: JSONValue?) -> String? {
    guard let poll, let question = text(poll["question"]) else { return nil }
    let answers = poll["answers"]?.array ?? []
    let votes = answers.map { $0["voters"]?.integer ?? 0 }
    let all = votes.reduce(0) { $0.addingReportingOverflow($1).partialValue }
    let lines = zip(answers, votes).compactMap { answer, votes -> String? in
      guard let answer = text(answer["text"]) else { return nil }
      return "○ \(answer)" + (all > 0 ? " – \(Int((100 * Double(votes) / Double(all)).rounded()))%" : "")
    }
    return ([question] + lines).joined(separator: "\n")
  }
}
