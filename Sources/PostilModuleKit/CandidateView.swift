import CPostilModule
import PostilModel
import PostilModuleBridge

/// What a rule matched, before the module judges it; read where the host keeps it.
///
/// Valid while the document is analyzed.
public struct CandidateView {
  let tables: ShownTables
  let index: Int

  /// What would be annotated.
  public var span: Span { tables.rows.candidates[index].span.value }
  /// What the rule gives; candidates of one rule and row share it.
  public var origin: CandidateOrigin { tables.origin(of: index) }
  /// By which the origin is told from others that documents share; 0 for one that this candidate alone has.
  @usableFromInline var sharedOrigin: Int {
    let number = tables.rows.candidates[index].origin
    return number & POSTIL_OWN == 0 ? Int(number) + 1 : 0
  }
  /// The type that the rule gives.
  public var type: String { tables.run.names[Int(tables.type(of: index))] }
  /// The rule, as `ruleset/rule`.
  public var rule: String { origin.rule }
  /// The rule's features, templates filled in.
  public var features: Features { origin.features }
  /// The place in the order of the conflict policy among the candidates of this step and type; 0 comes first.
  public var rank: Int { Int(tables.rows.candidates[index].rank) }
  /// The candidate that took this one's place by the conflict policy, by index; nil for a winner.
  public var lostTo: Int? {
    let other = tables.rows.candidates[index].lost_to
    return other == POSTIL_NONE ? nil : Int(other)
  }

  /// The annotations that a `sequence` made it from, by index.
  public var annotations: [Int] {
    let row = tables.rows.candidates[index]
    return (0..<Int(row.source_count)).map { Int(tables.rows.sources[Int(row.first_source) + $0]) }
      .filter { $0 < tables.rows.annotations.count }
  }

  /// The named parts that took part, in the order of the pattern; a term is itself the capture `term`.
  public var captures: [Candidate.Capture] {
    if origin.isTerm { return [.init(name: Candidate.termCapture, span: span)] }
    return groups.map { .init(name: name(of: $0), span: $0.span.value) }
  }

  /// What the part `name` matched, or nil when it took no part.
  public func capture(_ name: String) -> Span? {
    if origin.isTerm { return name == Candidate.termCapture ? span : nil }
    return groups.first { self.name(of: $0) == name }?.span.value
  }

  private var groups: some Collection<postil_capture> {
    let row = tables.rows.candidates[index]
    return (0..<Int(row.capture_count)).lazy.map { tables.rows.captures[Int(row.first_capture) + $0] }
  }

  private func name(of capture: postil_capture) -> String { tables.run.names[Int(capture.name)] }
}
