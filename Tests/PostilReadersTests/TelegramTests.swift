import Foundation
import PostilModel
import PostilReaders
import Testing

/// `result.json` of Telegram Desktop.
@Suite struct TelegramTests {
  private static func chat(_ messages: String, type: String = "public_channel") -> String {
    #"{"name": "Velmora é News", "type": "\#(type)", "id": 1234567890, "messages": [\#(messages)]}"#
  }

  private static let messages = #"""
    {"id": 1, "type": "service", "date": "2024-03-01T10:00:00", "action": "create_channel", "text": ""},
    {"id": 2, "type": "message", "date": "2024-03-02T01:30:00", "date_unixtime": "1709328600", "from": "Velmora é News",
     "from_id": "channel1234567890", "author": "Zoë", "forwarded_from": "Korr Watch",
     "text": ["The bridge is ", {"type": "bold", "text": "öpen"}, ", says ", {"type": "mention", "text": "@brandt"}, "."],
     "text_entities": [{"type": "plain", "text": "The bridge is "}]},
    {"id": 3, "type": "message", "date": "2024-03-02T12:00:00", "from": null, "text": "", "photo": "photos/1.jpg"},
    {"id": 4, "type": "unsupported", "date": "2024-03-02T12:00:00", "text": "x"},
    {"id": 5, "type": "message", "date": "2024-03-03T12:00:00", "from": "Ada", "reply_to_message_id": 2, "text": "افتتح الجسر 🙂"},
    {"id": 6, "type": "message", "date": "2024-03-04T12:00:00", "text_entities": [{"type": "plain", "text": "Only entities"}]},
    {"id": 7, "type": "message", "date": "2024-03-05T12:00:00", "text": "",
     "poll": {"question": "Should the bridge be free?", "closed": false, "total_voters": 4,
       "answers": [{"text": "Yes", "voters": 3, "chosen": false}, {"text": "Nein, ü", "voters": 1, "chosen": false}]}}
    """#

  @Test func `a chat gives a document for every message with words`() throws {
    let documents = try InputFile.documents(Self.chat(Self.messages), name: "result.json")
    #expect(documents.map(\.id) == [2, 5, 6, 7].map { "result.json#\($0)" })
    #expect(documents[0].text == "The bridge is öpen, says @brandt.")
    #expect(documents[0].date == DocumentDate(value: "2024-03-01T21:30:00Z", origin: .record))
    #expect(documents[0].said("outlet") == "Velmora é News" && documents[0].said("author") == "Zoë")
    #expect(documents[0].said("forwardedFrom") == "Korr Watch" && documents[0].metadata["messageId"] == 2)
    #expect(documents[1].text == "افتتح الجسر 🙂" && documents[1].date?.value == "2024-03-03T12:00:00")
    #expect(documents[1].metadata["replyTo"] == 2 && documents[1].said("author") == "Ada")
    #expect(documents[2].text == "Only entities")
    #expect(documents[3].text == "Should the bridge be free?\n○ Yes – 75%\n○ Nein, ü – 25%")
  }

  @Test func `an export of all chats names the chat of a message`() throws {
    let chats = ["7", "8"].map { id in
      #"{"name": "Group \#(id)", "type": "private_group", "id": \#(id), "messages": [{"id": 1, "type": "message", "date": "2024-03-02T12:00:00", "from": "Ada", "text": "é \#(id)"}]}"#
    }
    let export = """
      {"about": "Here is the data you requested.", "personal_information": {"user_id": 1}, "contacts": {"list": []},
       "chats": {"about": "é", "list": [\(chats[0])]}, "left_chats": {"about": "é", "list": [\(chats[1])]}}
      """
    let documents = try InputFile.documents(export, name: "result.json")
    #expect(documents.map(\.id) == ["result.json#7/1", "result.json#8/1"])
    #expect(documents.map(\.text) == ["é 7", "é 8"])
    #expect(documents[0].said("chat") == "Group 7" && documents[0].said("outlet") == nil)
    #expect(documents[0].said("member") == "7/1" && documents[0].said("file") == "result.json")
  }

  @Test func `control characters that are no JSON are left out, backslashes stay`() throws {
    let message =
      #"{"id": 1, "type": "message", "date": "2024-03-02T12:00:00", "text": "a\x01b \\x41 é\u0007"}"#
    let documents = try InputFile.documents("\u{FEFF}" + Self.chat(message), name: "result.json")
    #expect(documents.map(\.text) == [#"ab \x41 é"#])
  }

  @Test func `a message without a readable date keeps its text`() throws {
    let message = #"{"id": 1, "type": "message", "date": "soon", "date_unixtime": "x", "text": "é"}"#
    let documents = try InputFile.documents(Self.chat(message), name: "result.json")
    #expect(documents.map(\.text) == ["é"] && documents[0].remarks.map(\.code) == ["I001"])
  }

  @Test(arguments: ["", #"{"id": 1, "type": "service", "text": "x"}"#, #"3, null, "x", {"type": 7}"#])
  func `a chat without words is told`(_ messages: String) throws {
    let error = try InputFile.error(Array(Self.chat(messages).utf8), name: "result.json")
    #expect(error?.hasSuffix("is an export from Telegram without any text to read") == true)
  }

  @Test func `an export that was cut is an error that says where`() throws {
    let error = try InputFile.error(Array(Self.chat(Self.messages).utf8.dropLast(40)), name: "result.json")
    #expect(error?.contains("cannot be read: the file") == true)
  }

  @Test func `other JSON is no chat`() throws {
    let files = ["a.txt": Array("é".utf8), "b.json": Array(#"{"messages": [{"type": "message"}], "x": 1}"#.utf8)]
    #expect(try InputFile.inputs(files).map(\.id) == ["a.txt"])
  }
}
