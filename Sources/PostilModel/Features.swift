/// Named values in the order in which they were set; reports keep that order.
public struct Features: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One named value.
  public struct Entry: Hashable, Sendable {
    /// The feature's name.
    public let name: String
    /// The feature's value.
    public let value: FeatureValue

    /// Pairs a name with a value.
    public init(name: String, value: FeatureValue) {
      self.name = name
      self.value = value
    }
  }

  private var entries: [Entry]

  /// No features.
  public init() { entries = [] }

  /// Features in the order given; of two with one name the later wins, in the place of the earlier.
  public init(_ entries: some Sequence<Entry>) { self.init(Array(entries)) }

  /// Features in the order given; of two with one name the later wins, in the place of the earlier.
  public init(_ entries: [Entry]) {
    if Self.areDistinct(entries) {
      self.entries = entries
      return
    }
    self.entries = []
    self.entries.reserveCapacity(entries.count)
    var places: [String: Int] = [:]
    for entry in entries {
      if self.entries.count < Self.mostSearched {
        if let known = place(of: entry.name) { self.entries[known] = entry } else { self.entries.append(entry) }
        continue
      }
      // Many features, such as the metadata of a foreign record, are found by a table: their time stays linear.
      if places.isEmpty { for (place, known) in self.entries.enumerated() { places[known.name] = place } }
      if let place = places[entry.name] {
        self.entries[place] = entry
      } else {
        places[entry.name] = self.entries.count
        self.entries.append(entry)
      }
    }
  }

  /// Whether the entries are few and have different names.
  private static func areDistinct(_ entries: [Entry]) -> Bool {
    guard entries.count <= mostSearched else { return false }
    for place in entries.indices.dropFirst() {
      for earlier in 0..<place where entries[earlier].name == entries[place].name { return false }
    }
    return true
  }

  /// Up to so many features, looking through all is the fastest way to find one.
  private static let mostSearched = 16

  /// Features in the order written.
  public init(dictionaryLiteral elements: (String, FeatureValue)...) {
    self.init(elements.lazy.map { Entry(name: $0.0, value: $0.1) })
  }

  private func place(of name: String) -> Int? {
    for place in entries.indices where entries[place].name == name { return place }
    return nil
  }

  /// The value of the feature `name`; absent features are nil. Setting nil removes the feature.
  public subscript(name: String) -> FeatureValue? {
    get { place(of: name).map { entries[$0].value } }
    set {
      let index = place(of: name)
      switch (index, newValue) {
      case (let index?, let value?): entries[index] = Entry(name: name, value: value)
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(name: name, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension Features: RandomAccessCollection {
  /// The first place, 0.
  public var startIndex: Int { entries.startIndex }
  /// One past the last place.
  public var endIndex: Int { entries.endIndex }
  /// The entry at a place.
  public subscript(position: Int) -> Entry { entries[position] }
}
