import PostilModuleKit
import Testing

@testable import EntityExtraction

/// Where `ChunkCutter` cuts, and what `ChunkReader` and `KindVotes` make of all chunks together.
@Suite struct ChunkTests {
  struct Cut: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let parts: [String]

    init(_ description: String, _ text: String, _ parts: [String]) {
      testDescription = description
      self.text = text
      self.parts = parts
    }
  }

  static let cuts = [
    Cut("two names side by side", "Mira Ildra and Thomas Torvex", ["Mira Ildra", "Thomas Torvex"]),
    Cut("one name with of", "Ministry of Health", ["Ministry of Health"]),
    Cut("a name within a name", "Ministry of Health and Water", ["Ministry of Health and Water"]),
    Cut("words that one head ends", "Water and Health Authority", ["Water and Health Authority"]),
    Cut("an event that one head ends", "Water and Health Cup", ["Water and Health Cup"]),
    Cut("nationalities within a name", "Ministry of Korrish and Water", ["Ministry of Korrish and Water"]),
    Cut("plain words behind of", "Ministry of Public Authority", ["Ministry of Public Authority"]),
    Cut("a body of its own behind of", "Ministry of Velmora Authority", ["Ministry", "Velmora Authority"]),
    Cut("an acronym behind of", "Ministry of VWX", ["Ministry", "VWX"]),
    Cut("of behind what is no head", "Ildra of Torvex", ["Ildra", "Torvex"]),
    Cut("a second of", "Ministry of Health of Torvex", ["Ministry of Health of Torvex"]),
    Cut("a second of before an acronym", "Ministry of Health of VWX", ["Ministry of Health", "VWX"]),
    Cut("a place with of", "Lake of Ildra", ["Lake of Ildra"]),
    Cut("no article at the beginning", "The Ildra Torvex", ["Ildra Torvex"]),
    Cut("no letters behind a name", "Mira Ildra OBE", ["Mira Ildra"]),
    Cut("what an institution is for", "Museum of Water", ["Museum of Water"]),
    Cut("where an institution is", "Museum of Ildra", ["Museum", "Ildra"]),
    Cut("no joint at the end", "Ildra Torvex for", ["Ildra Torvex"]),
    Cut("nothing but an article", "The", []),
  ]

  @Test(arguments: cuts, ["", "é 👩‍👩‍👧 العراق "])
  func `a chunk is cut where two names meet`(_ c: Cut, prefix: String) throws {
    let made = HandMade(c.text, behind: prefix, ChunkJudgeTests.candidates)
    let words = ChunkWord.words(of: made.span(c.text), in: made.document, made.known)
    let parts = ChunkCutter.parts(of: words)
    #expect(parts.map { $0.map { made.words($0.span) }.joined(separator: " ") } == c.parts)
  }

  private static func read(_ text: String, chunks: [String], prefix: String = "") throws -> (
    names: [String], undecided: [String], made: HandMade
  ) {
    let made = HandMade(text, behind: prefix, ChunkJudgeTests.candidates + chunks.map { ("chunk", [:], $0) })
    let reader = ChunkReader(
      made.document, made.learned, try HandMade.tables.get(), dates: SpanSet(count: made.document.utf8.count))
    var maker = made.maker
    let found = reader.read { maker.mention($0, $1, $2, by: $3, candidate: $4) }
    return (
      found.mentions.map { "\($0.text): \($0.kind) \($0.cause?.id.split(separator: "/").last ?? "")" },
      found.undecided.map { "\(made.words($0.span))\($0.isStart ? " start" : "")\($0.isLoneHead ? " head" : "")" }, made
    )
  }

  @Test(arguments: ["", "é 👩‍👩‍👧 العراق.\n\n"])
  func `contexts of one text vote together`(prefix: String) throws {
    let text = "They live near Ildra. She slept near Ildra. It was Ildra, 58, who came."
    let found = try Self.read(text, chunks: ["Ildra"], prefix: prefix)
    #expect(
      found.names == [
        "Ildra: location context-of-place", "Ildra: location context-of-place",
        "Ildra: location names.chunk.by-contexts-elsewhere",
      ])
  }

  @Test func `a vote that decides names the contexts elsewhere`() throws {
    let text = "They live near Ildra. She slept near Ildra. It was Ildra, 58, who came."
    let made = HandMade(text, ChunkJudgeTests.candidates + [("chunk", [:], "Ildra")])
    let reader = ChunkReader(
      made.document, made.learned, try HandMade.tables.get(), dates: SpanSet(count: made.document.utf8.count))
    var maker = made.maker
    let last = try #require(reader.read { maker.mention($0, $1, $2, by: $3, candidate: $4) }.mentions.last)
    #expect(last.evidence.map { made.document.candidates[$0].rule } == ["hand/near ", "hand/near "])
  }

  @Test(arguments: ["", "é 👩‍👩‍👧 العراق.\n\n"])
  func `what nothing tells stays undecided, with its place in the sentence`(prefix: String) throws {
    let found = try Self.read(
      "Ildra slept. They saw Torvex. Then the Authority came.", chunks: ["Ildra", "Torvex", "Authority"], prefix: prefix
    )
    #expect(found.names.isEmpty)
    #expect(Set(found.undecided) == ["Ildra start", "Torvex", "Authority head"])
  }

  @Test func `what an office is of is no name, nor what follows it behind and`() throws {
    let text = "The Minister of Ildra Health and Torvex Public Water slept."
    #expect(try Self.read(text, chunks: ["Ildra Health and Torvex Public Water"]).undecided.isEmpty)
    let other = "The plan of Ildra Health and Torvex Public Water failed."
    #expect(
      try Self.read(other, chunks: ["Ildra Health and Torvex Public Water"]).undecided
        == ["Ildra Health", "Torvex Public Water"])
  }

  @Test func `a sentence in a quotation begins behind its mark`() throws {
    let found = try Self.read("He cried, “Ildra slept.” She said: Torvex slept.", chunks: ["Ildra", "Torvex"])
    #expect(found.undecided == ["Ildra start", "Torvex start"])
  }

  @Test func `a line of capitals is a heading, which has no supposed names`() throws {
    #expect(try Self.read("Ildra Torvex Wins Big Prize Today", chunks: ["Ildra Torvex"]).names.isEmpty)
    #expect(
      try Self.read("We saw that Ildra Torvex wins a big prize", chunks: ["Ildra Torvex"]).names
        == ["Ildra Torvex: person personal-words"])
  }

  @Test func `a chunk in capitals is taken as in a heading`() throws {
    #expect(try Self.read("We saw that ILDRA TORVEX wins a big prize", chunks: ["ILDRA TORVEX"]).names.isEmpty)
  }

  @Test func `a thousand votes are told by the first of them`() throws {
    var votes = KindVotes(weights: try HandMade.tables.get().weights.votes)
    for number in 0..<1000 { votes.add("Ildra", .location, .likely, contexts: [number]) }
    #expect(votes.contexts("Ildra", for: .location) == Array(0..<Mention.mostWitnesses))
    #expect(votes.contexts("Ildra", for: .person).isEmpty)
  }

  @Test func `votes count by certainty, and a tie leaves the kind as it is`() throws {
    var votes = KindVotes(weights: try HandMade.tables.get().weights.votes)
    votes.add("Ildra", .location, .likely)
    votes.add("Ildra", .person, .supposed)
    #expect(votes.winner("Ildra", standing: .person) == .location)
    votes.add("Ildra", .person, .supposed)
    votes.add("Ildra", .person, .supposed)
    #expect(votes.winner("Ildra", standing: .person) == .person)
    #expect(votes.winner("Ildra", standing: .location) == .location)
    votes.add("Ildra", .organization, .sure)
    #expect(votes.winner("Ildra", standing: .location) == .organization)
    #expect(votes.winner("Torvex", standing: .misc) == .misc)
  }
}
