import PostilModuleKit

/// Words that say what the line they stand on is.
struct PollCue {
  /// What they say, by the type of their candidate.
  enum Kind: String, CaseIterable {
    case label = "poll-label"
    case prompt = "poll-prompt"
    case helper = "poll-helper"
    case votes = "poll-votes"
    case button = "poll-button"
    case author = "poll-author"
    case own = "poll-own"
    case order = "poll-order"
    case doubt = "poll-doubt"
    /// A date of the document; it has no candidate.
    case date = "date"

    /// Whether a line may consist of such words.
    var fillsLines: Bool { self != .doubt && self != .order }
    /// The reason that a poll gives for its score.
    var reason: String { String(rawValue.dropFirst(rawValue.hasPrefix("poll-") ? 5 : 0)) }
  }

  let kind: Kind
  let span: Span
  let weight: Double
  /// How many voted, where they say so.
  let votes: Double?
  /// The rule that found them.
  let rule: String
  /// By index among the document's candidates; nil for a date.
  let candidate: Int?
}

/// What stands before an answer: a circle, a box, a letter, …
struct PollMark {
  /// Kinds that may stand side by side.
  private static let pictures: Set<ReaderEvidence> = [.emoji, .box, .circle]

  /// The kind, which is also the reason that a poll gives for its score.
  let kind: ReaderEvidence
  /// The letter or number.
  let place: String
  /// Where that stands; nil where the marker has none.
  let placeSpan: Span?
  let span: Span
  let candidate: Int

  /// Whether `next` may stand before the answer behind this one's.
  func isFollowed(by next: PollMark) -> Bool {
    guard kind == next.kind || (Self.pictures.contains(kind) && Self.pictures.contains(next.kind)) else { return false }
    guard !place.isEmpty, !next.place.isEmpty else { return place.isEmpty == next.place.isEmpty }
    if let number = Int(place), let following = Int(next.place) { return following == number + 1 }
    guard let letter = place.lowercased().utf8.first, let following = next.place.lowercased().utf8.first else {
      return false
    }
    return following == letter + 1
  }
}

/// A share, a number of votes, or both.
struct PollFigure {
  let span: Span
  let share: Double?
  let votes: Double?
  let candidate: Int
}
