import Foundation

/// Which other names documents have in common with those of a person: short forms are used among people who know the same
/// people.
struct Company {
  /// A document that has fewer other names tells nothing.
  static let fewest = 5
  /// Whose full name stands in so many documents is known without company.
  static let prominence = 5
  /// How many times as many documents as the full name a short form may stand in.
  static let surplus = 2
  /// A name weighs the logarithm of how rare it is; one that the documents share must weigh so much: one document in twenty.
  static let rarity = 3.0
  /// Of these kinds it must be, where no document calls the person so: places are shared by strangers.
  static let tellers: Set = ["person", "organization"]
  /// All of them together must weigh so much for the root of the number of names in the document. As `rarity`, fitted to the
  /// PolNeAR and worldwide newswire development texts, where 30 of 59 surnames that had one bearer were another's.
  static let weight = 1.75
  /// A smaller set is taken for a part of one of so many documents.
  static let least = 300

  private let counts: [NameCount]
  /// The numbers of the names in each document.
  private let names: [Int: [Int]]

  init(_ counts: [NameCount]) {
    self.counts = counts
    var names: [Int: [Int]] = [:]
    for (number, count) in counts.enumerated() {
      for document in count.documents { names[document, default: []].append(number) }
    }
    self.names = names
  }

  /// Whether nothing tells against `name` meaning what `others` name: they are prominent, or share enough with each document
  /// of it.
  ///
  /// - Parameters:
  ///   - isCalled: Whether a document uses `name` for `others`.
  ///   - byProminence: Whether prominence is enough.
  ///   - bySilence: Whether it is enough that a document has too few other names to tell.
  func admits(
    _ name: NameCount, _ others: [NameCount], isCalled: Bool = false, byProminence: Bool = true,
    bySilence: Bool = true
  ) -> Bool {
    let documents = others.reduce(into: Set<Int>()) { $0.formUnion($1.documents) }
    if byProminence, documents.count >= Self.prominence, documents.count * Self.surplus >= name.documents.count {
      return true
    }
    let own = Set((others + [name]).map(\.name))
    return name.documents.allSatisfy { documents.contains($0) || isInCompany($0, documents, own, isCalled, bySilence) }
  }

  private func isInCompany(_ document: Int, _ others: Set<Int>, _ own: Set<String>, _ isCalled: Bool, _ bySilence: Bool)
    -> Bool
  {
    let present = (names[document] ?? []).filter { !own.contains(counts[$0].name) }
    if present.count < Self.fewest { return bySilence }
    let shared = present.filter { !counts[$0].documents.isDisjoint(with: others) }
    return shared.contains { (isCalled || Self.tellers.contains(counts[$0].kind)) && weight($0) >= Self.rarity }
      && shared.map(weight).reduce(0, +) >= Self.weight * Double(present.count).squareRoot()
  }

  private func weight(_ number: Int) -> Double {
    log(1 + Double(max(names.count, Self.least)) / Double(counts[number].documents.count))
  }
}
