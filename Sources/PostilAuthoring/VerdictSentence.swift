import PostilModel
import PostilPipeline
import PostilRules

/// Says in a sentence what became of a rule at a place of a text.
struct VerdictSentence {
  let text: String

  func sentence(_ verdict: RuleVerdict) -> String {
    switch verdict {
    case .otherDocument(let test, nil): "'document' asks for '\(test)', of which the document has none"
    case .otherDocument(let test, let value?):
      "the document's '\(test)' is '\(value.text(in: text))', which is not what 'document' asks for"
    case .outsideScope(let scope): "the place lies in no \(scope), which the rule's scope asks for"
    case .noMatch(let taken, let wanted, let pattern, let next, let caseless):
      "the pattern took '\(taken)' and then wanted \(quoted(wanted)) of \(quoted(pattern)), but \(self.next(next))"
        + ignoringCase(caseless)
    case .noBeginning(let wanted, let pattern, let caseless):
      "no part of the pattern takes the text here" + (wanted.map { ": it wants \(quoted($0)) of " } ?? ": ")
        + quoted(pattern) + ignoringCase(caseless)
    case .heldByOwn(let match, let earlier):
      "it would find '\(text[match])', but its own match before it, '\(text[earlier])', takes a part of that"
    case .notTried(let literals, let pattern):
      "the pattern is not tried here, for want of one of its literals nearby, such as "
        + literals.map(quoted).joined(separator: ", ") + ": " + quoted(pattern)
    case .noTerm(let lexicons, let near):
      "no term of \(lexicons.map(quoted).joined(separator: ", ")) stands here as whole words"
        + (near.map { "; \(self.near($0))" } ?? "")
    case .sequenceStopped(let element, let description, let span, let hint):
      "the sequence " + (span.isEmpty ? "does not begin here" : "took '\(text[span])'")
        + ": element \(element), \(description), does not follow" + (hint.map { "; \(self.hint($0))" } ?? "")
    case .noTrigger(let description): "no trigger of the event stands near: it wants \(description)"
    case .roleMissing(let role, let description, let trigger, let hint):
      "the event of '\(text[trigger])' has nothing for its role '\(role)', \(description)"
        + (hint.map { ": \(self.hint($0))" } ?? "")
    case .tooLittleEvidence(let score, let threshold, let items):
      "the evidence adds up to \(score.plainText), below \(threshold.plainText): "
        + (items.isEmpty ? "no item counted" : items.joined(separator: ", "))
    case .outsideEvidence(let match):
      "the evidence adds up, but its annotation reaches from the first to the last item: '\(text[match])'"
    case .ofModule(let module): "frames are matched by the module '\(module)', and by this one it made nothing here"
    case .outsideCapture, .captureAbsent, .condition, .matchLimit, .limit, .lost, .rejected, .unused, .annotated:
      judged(verdict)
    }
  }

  /// What became of a match.
  private func judged(_ verdict: RuleVerdict) -> String {
    switch verdict {
    case .outsideCapture(let capture, let match):
      "it matched '\(text[match])', but annotates only the capture '\(capture)', which does not cover the place"
    case .captureAbsent(let capture, let match): "in the match '\(text[match])' the capture '\(capture)' took no part"
    case .condition(let relation, let obstacle, let match):
      "it matched '\(text[match])', but its condition '\(relation)' does not hold"
        + (obstacle.map { ": \(self.obstacle($0))" } ?? "")
    case .matchLimit(let limit): "the rule had reached its limit of \(limit) matches before this place"
    case .limit(let limit): "the rule hit a limit in this document: \(limit)"
    case .lost(let rule, let span, let match, let advantage):
      "it found '\(text[match])', but lost the place to \(rule), which found '\(text[span])' and \(self.advantage(advantage))"
    case .rejected(let reason, let match, let winner):
      "it found '\(text[match])', but the module left it out: \(reason)"
        + (winner.map { "; \($0.rule) had found '\(text[$0.span])'" } ?? "")
    case .unused(let match): "it found '\(text[match])', but the module made nothing of it"
    case .annotated(let annotations):
      "it did: " + annotations.map { "\($0.type) '\(text[$0.span])'" }.joined(separator: ", ")
    case .otherDocument, .outsideScope, .noMatch, .noBeginning, .heldByOwn, .notTried, .noTerm, .sequenceStopped,
      .noTrigger, .roleMissing, .tooLittleEvidence, .outsideEvidence, .ofModule:
      sentence(verdict)
    }
  }

  private func ignoringCase(_ match: Span?) -> String {
    match.map { "; were case ignored, as with (?i), it would find '\(text[$0])'" } ?? ""
  }

  private func next(_ next: RuleVerdict.Next) -> String {
    switch next {
    case .end(of: .document): return "the text ends there"
    case .end(of: let scope): return "the \(scope) ends there"
    case .character(let character):
      let codes = character.unicodeScalars.map { "U+" + Self.hexadecimal($0.value) }.joined(separator: " ")
      let isPlain = character.isASCII && !character.isWhitespace && character.asciiValue.map { $0 > 0x20 } == true
      return "there stands "
        + (isPlain ? "'\(character)'" : character.isWhitespace ? codes : "'\(character)' (\(codes))")
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    String(value, radix: 16, uppercase: true).leftPadded(to: 4)
  }

  private func near(_ near: RuleVerdict.NearTerm) -> String {
    let term = "'\(near.term)' of '\(near.lexicon)'"
    switch near.difference {
    case .letterCase: return "\(term) does in letters of another case: see 'case' of the lexicon"
    case .wordEnd: return "\(term) does as a part of a longer word"
    case .beginning(let taken): return "\(term) begins here with '\(taken)'"
    }
  }

  private func hint(_ hint: RuleVerdict.SequenceHint) -> String {
    switch hint {
    case .otherFeature(let obstacle): self.obstacle(obstacle)
    case .inGap(let span): "what the gap must not hold stands in it: '\(text[span])'"
    case .tooFar(let distance, let unit, let most):
      "it stands \(distance) \(unit)s on, and the gap takes \(most) at most"
    case .end(of: let scope): "the \(scope) ends there"
    }
  }

  private func hint(_ hint: RuleVerdict.RoleHint) -> String {
    switch hint {
    case .otherFeature(let obstacle): self.obstacle(obstacle)
    case .inBetween(let span): "what may not stand between does: '\(text[span])'"
    case .outOfReach(let span): "the nearest, '\(text[span])', stands outside its reach"
    case .taken(let span): "'\(text[span])' plays another role, or one of another event"
    }
  }

  private func obstacle(_ obstacle: RuleVerdict.Obstacle) -> String {
    let words = "'\(text[obstacle.span])'"
    guard let test = obstacle.test else { return "there stands \(words)" }
    return "of \(words) the feature '\(test.feature)' is "
      + (test.value.map { "'\($0.text(in: text))', which 'where' does not ask for" } ?? "absent")
  }

  private func advantage(_ advantage: RuleVerdict.Advantage) -> String {
    switch advantage {
    case .earlierPhase: "is of an earlier phase"
    case .earlierStart: "begins earlier"
    case .longer: "is longer"
    case .priority(let higher, let lower): "has the higher priority, \(higher) over \(lower)"
    case .earlierRule: "stands earlier in the rules"
    }
  }

  private func quoted(_ text: String) -> String {
    text.count > 120 ? "'\(text.prefix(100))…'" : "'\(text)'"
  }
}
