import PostilModel

/// The outcomes of examples as JUnit XML, which build servers show.
public struct JUnitReport {
  private let outcomes: [ExampleOutcome]

  /// Takes outcomes in order.
  public init(_ outcomes: [ExampleOutcome]) { self.outcomes = outcomes }

  /// One suite a rule, one case an example; examples to do are skipped.
  public var xml: String {
    var order: [String] = []
    var byRule: [String: [ExampleOutcome]] = [:]
    for outcome in outcomes {
      if byRule[outcome.rule] == nil { order.append(outcome.rule) }
      byRule[outcome.rule, default: []].append(outcome)
    }
    let suites = order.map { suite($0, byRule[$0] ?? []) }.joined()
    let failed = outcomes.count(where: \.isFailure)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="rules" tests="\(outcomes.count)" failures="\(failed)">
      \(suites)</testsuites>

      """
  }

  private func suite(_ rule: String, _ outcomes: [ExampleOutcome]) -> String {
    let failed = outcomes.count(where: \.isFailure)
    let skipped = outcomes.count { $0.todo != nil && !$0.faults.isEmpty }
    let cases = outcomes.map(testCase).joined()
    return "<testsuite name=\"\(XMLText.escaped(rule))\" tests=\"\(outcomes.count)\" failures=\"\(failed)\" "
      + "skipped=\"\(skipped)\">\n\(cases)</testsuite>\n"
  }

  private func testCase(_ outcome: ExampleOutcome) -> String {
    let head =
      "<testcase classname=\"\(XMLText.escaped(outcome.rule))\" name=\"\(XMLText.escaped("\(outcome.location)"))\""
    if outcome.isFailure {
      let message = XMLText.escaped(outcome.faults.joined(separator: "; "))
      return "\(head)><failure message=\"\(message)\"/></testcase>\n"
    }
    if let todo = outcome.todo, !outcome.faults.isEmpty {
      return "\(head)><skipped message=\"\(XMLText.escaped(todo))\"/></testcase>\n"
    }
    return "\(head)/>\n"
  }
}
