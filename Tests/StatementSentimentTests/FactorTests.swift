import PostilModuleKit
import PostilTestSupport
import Testing

@testable import StatementSentiment

/// The table of factors: what it must hold, and what a table of one's own changes.
@Suite struct FactorTests {
  private func refusal(_ change: (inout [ModuleTable.Row]) -> Void) throws -> String? {
    var rows = try HandMade.factorRows()
    change(&rows)
    do {
      _ = try Factors(ModuleTable(name: Factors.table, rows: rows))
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `the shipped table is whole`() throws {
    #expect(try refusal { _ in } == nil)
  }

  @Test func `a row that is missing is told`() throws {
    let reason = try refusal { $0.removeAll { $0.key == "contrast" } }
    #expect(reason == "factors: no row 'contrast'")
  }

  @Test func `so is one that is no number`() throws {
    let reason = try refusal { $0.append(.init([("factor", "contrast"), ("value", "much")])) }
    #expect(reason == "factors: row 'contrast' has no number in column 'value': 'much'")
  }

  @Test func `and one that nothing is read from`() throws {
    let reason = try refusal { $0.append(.init([("factor", "contrasts"), ("value", "1")])) }
    #expect(reason == "factors: row 'contrasts' is none that the module knows")
  }

  @Test func `without a table nothing changes a word`() throws {
    let made = HandMade("It was not good.")
    let scorer = ToneScorer(words: made.words, factors: try Factors(ModuleTable(name: Factors.table, rows: [])))
    let items = scorer.items(in: made.span("It was not good."), column: .weight)
    #expect(items.map(\.share) == [0.4])
    #expect(scorer.sum(items).label == "positive")
    #expect(scorer.sum([]).label == "neutral")
  }

  @Test func `a factor of one's own weighs`() throws {
    let rows = try HandMade.factorRows() + [.init([("factor", "negation of good"), ("value", "-0.5")])]
    let factors = try Factors(ModuleTable(name: Factors.table, rows: rows))
    let made = HandMade("It was not good.")
    let items = ToneScorer(words: made.words, factors: factors).items(
      in: made.span("It was not good."), column: .weight)
    #expect(items.map(\.written) == ["good +0.4 · not ×-0.5 = -0.2"])
  }
}
