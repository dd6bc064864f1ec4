import PostilRecords

/// A document as an annotating program exports it, before its offsets are proved against its text.
struct ExportedDocument {
  /// What is marked in it.
  struct Mark {
    let start: Int
    let end: Int
    let label: String
    /// The words marked; nil where the export does not repeat them.
    let words: String?
  }

  /// Its id; nil where the export has none that its sources know.
  let id: String?
  let text: String
  let marks: [Mark]

  /// The gold, with spans in code points.
  ///
  /// Programs in browsers count UTF-16 units, others code points, and no export says which. Where the text holds characters
  /// that both count differently, the unit is taken by which more marks hold their words, or else cut no word.
  ///
  /// - Parameter number: The document's place in the export, from 1.
  /// - Throws: ``ReportError`` when a mark ends beyond the text or its words stand elsewhere.
  func gold(number: Int, place: String, told: inout ExportNotes) throws(ReportError) -> GoldDocument {
    if let odd = marks.first(where: { $0.start < 0 || $0.end < $0.start }) {
      throw ReportError(description: "\(place): \(odd.start) to \(odd.end) is no span")
    }
    let proof = SpanProof(Array(text.unicodeScalars))
    let plain = items { $0 }
    let places = codePoints
    let inUnits = places.map { places in items { $0 >= 0 && $0 < places.count ? places[$0] : .max / 2 } }
    let (faults, unitFaults) = (doubts(plain, proof), inUnits.map { doubts($0, proof) } ?? .max)
    let chosen = unitFaults < faults ? inUnits ?? plain : plain
    if unitFaults < faults { told.inUnits += 1 }
    if let fault = chosen.lazy.compactMap(proof.fault).first { throw ReportError(description: "\(place): \(fault)") }
    told.empty += chosen.count { $0.start == $0.end }
    told.cutting += zip(chosen, marks).count { $1.words == nil && cutsWord($0, proof) }
    return GoldDocument(
      id: id ?? "\(number)", text: .whole(text), items: chosen.filter { $0.start < $0.end }, isUnnamed: id == nil)
  }

  private func items(_ place: (Int) -> Int) -> [ReportRecord.Item] {
    marks.enumerated().map { number, mark in
      ReportRecord.Item(
        id: "g\(number + 1)", type: GoldType.named(mark.label), start: place(mark.start),
        end: max(place(mark.start), place(mark.end)), text: mark.words ?? "")
    }
  }

  /// For each UTF-16 unit and the end the code point it lies in; nil where both count alike.
  private var codePoints: [Int]? {
    guard text.utf16.count != text.unicodeScalars.count else { return nil }
    var places: [Int] = []
    for (place, scalar) in text.unicodeScalars.enumerated() {
      places += [Int](repeating: place, count: UTF16.width(scalar))
    }
    return places + [text.unicodeScalars.count]
  }

  /// How many items cannot be right, or look so.
  private func doubts(_ items: [ReportRecord.Item], _ proof: SpanProof) -> Int {
    zip(items, marks).count { proof.fault($0) != nil || $1.words == nil && cutsWord($0, proof) }
  }

  /// Whether a span without its words begins or ends inside a word, or with white space.
  private func cutsWord(_ item: ReportRecord.Item, _ proof: SpanProof) -> Bool {
    func letter(_ words: String) -> Bool { words.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false }
    func cut(_ place: Int) -> Bool {
      place > 0 && letter(proof.words(place - 1, place)) && letter(proof.words(place, place + 1))
    }
    let words = proof.words(item.start, item.end)
    let isPadded = words.first?.isWhitespace ?? false || words.last?.isWhitespace ?? false
    return isPadded || cut(item.start) || cut(item.end)
  }
}

/// What is told of exports.
struct ExportNotes {
  /// Documents whose offsets count UTF-16 units.
  var inUnits = 0
  /// Marks of no length.
  var empty = 0
  /// Marks without words that begin or end inside a word.
  var cutting = 0
  /// Documents that were rejected, skipped or not annotated, and marks without label.
  var leftOut: [String: Int] = [:]

  /// One sentence each.
  func sentences(_ program: String) -> [String] {
    func told(_ count: Int, _ text: String) -> [String] { count > 0 ? ["\(count) \(text)"] : [] }
    return ["gold: an export of \(program)"]
      + told(inUnits, "documents count offsets in UTF-16 units; they were converted")
      + told(empty, "marks of no length are left out")
      + told(
        cutting,
        "marks begin or end inside a word, and the export does not repeat their words: look whether they are right")
      + leftOut.sorted { $0.key < $1.key }.flatMap { told($0.value, $0.key) }
  }
}
