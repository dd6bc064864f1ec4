import CPostilModule
import PostilModel
import PostilModuleBridge

/// One call of a module: takes what it gives and checks it; the first breach of the contract ends the call's worth.
final class Call {
  private let manifest: ModuleManifest
  private let input: ModuleInput?
  private let text: UnsafeBufferPointer<UInt8>
  private(set) var output = ModuleOutput()
  private(set) var breach: String?
  private(set) var error: String?

  /// - Parameter input: Nil while an instance is made, when nothing may be emitted.
  init(manifest: ModuleManifest, input: ModuleInput?, text: UnsafeBufferPointer<UInt8>) {
    self.manifest = manifest
    self.input = input
    self.text = text
  }

  func emit(_ emission: postil_emission) -> Int64 {
    do {
      guard let input else { throw Breach("an annotation outside of analyze") }
      let type = try emission.type.text()
      let span = try checked(emission.span)
      guard !span.isEmpty else { throw Breach("an empty span for '\(type)'") }
      guard let contract = manifest.assigns.first(where: { $0.type == type }) else {
        throw Breach("the type '\(type)', which its manifest does not assign")
      }
      let features = try emission.features.features()
      for feature in features { try check(feature, contract) }
      output.annotations.append(
        Annotation(
          type: type, span: span, features: features, provenance: try provenance(emission, of: input.candidates)))
      return Int64(input.annotations.count + output.annotations.count - 1)
    } catch {
      record(error)
      return -1
    }
  }

  /// What an emission says of its making.
  private func provenance(_ emission: postil_emission, of candidates: [Candidate]) throws -> Provenance {
    let sources = emission.candidates.indices()
    if let wrong = sources.first(where: { $0 >= candidates.count }) {
      throw Breach("candidate \(wrong), which is none")
    }
    return Provenance(
      module: manifest.name, rules: sources.map { candidates[$0].rule }.uniqued(),
      annotations: emission.annotations.indices(), decision: try decision(emission.decision))
  }

  /// The manifest's own text of the id, so that annotations share it; nil when none is given.
  private func decision(_ bytes: postil_bytes) throws -> String? {
    let id = try bytes.text()
    guard !id.isEmpty else { return nil }
    guard let declared = manifest.decisions.first(where: { $0.id == id }) else {
      throw Breach("the decision '\(id)', which is not in its manifest")
    }
    return declared.id
  }

  func setFeature(_ index: Int, _ feature: postil_feature) -> Int32 {
    do {
      guard let input, index < input.annotations.count else { throw Breach("annotation \(index), which is none") }
      let type = input.annotations[index].type
      guard let contract = manifest.refines.first(where: { $0.type == type }) else {
        throw Breach("a feature for '\(type)', which its manifest does not refine")
      }
      let name = try feature.name.text()
      guard let value = try feature.value.featureValue() else { throw Breach("null for '\(name)'") }
      try check(.init(name: name, value: value), contract)
      output.refinements.append(.init(annotation: index, feature: name, value: value))
      return 0
    } catch {
      record(error)
      return -1
    }
  }

  func reject(_ candidate: Int, _ reason: postil_bytes) {
    do {
      let reason = try reason.text()
      guard let input, candidate < input.candidates.count else { throw Breach("candidate \(candidate), which is none") }
      guard manifest.rejectReasons.contains(reason) else {
        throw Breach("the reason '\(reason)', which is not in its manifest")
      }
      output.rejections.append((candidate, reason))
    } catch {
      record(error)
    }
  }

  func diagnose(_ message: postil_bytes, _ span: postil_span) {
    do {
      let place = span.start < span.end ? try checked(span) : nil
      output.diagnostics.append(
        DocumentDiagnostic(code: "M001", message: try message.text(), module: manifest.name, span: place))
    } catch {
      record(error)
    }
  }

  func fail(_ message: postil_bytes) { error = (try? message.text()) ?? "an error message that is not UTF-8" }

  func find(_ names: postil_array, _ found: (Int, Span) -> Void) {
    guard let input else { return }
    var texts: [String] = []
    names.forEach(as: postil_bytes.self, zero: postil_bytes()) { texts.append((try? $0.text()) ?? "") }
    NameSearch(text: text, tokens: input.structure.tokens).find(texts, found)
  }

  /// Checks what can be known only at the end: an annotation may refer to one that is emitted later, and be made from it.
  func finish() {
    guard breach == nil, let input else { return }
    let count = input.annotations.count + output.annotations.count
    if let wrong = output.annotations.lazy.flatMap(\.provenance.annotations).first(where: { $0 >= count }) {
      breach = "annotation \(wrong), which is none"
    }
    let values = output.annotations.flatMap { $0.features.map(\.value) } + output.refinements.map(\.value)
    if let wrong = values.lazy.flatMap(\.references).first(where: { $0 >= count }) {
      breach = "a reference to annotation \(wrong), which is none"
    }
  }

  private func record(_ error: any Error) {
    guard breach == nil else { return }
    breach = (error as? Breach)?.what ?? "\(error)"
  }

  private func checked(_ span: postil_span) throws -> Span {
    let checked = try span.span()
    guard checked.end <= text.count else { throw Breach("a span \(checked.start)–\(checked.end) outside the text") }
    guard isBoundary(checked.start), isBoundary(checked.end) else {
      throw Breach("a span \(checked.start)–\(checked.end) that cuts a code point")
    }
    return checked
  }

  private func isBoundary(_ offset: Int) -> Bool { offset == text.count || !text[offset].isContinuation }

  private func check(_ feature: Features.Entry, _ contract: ModuleManifest.TypeContract) throws {
    guard let declared = contract.features.first(where: { $0.name == feature.name }) else {
      throw Breach("the feature '\(feature.name)' of '\(contract.type)', which its manifest does not declare")
    }
    guard declared.kind.accepts(feature.value) else {
      throw Breach("a value for '\(feature.name)' of '\(contract.type)' that is no \(declared.kind)")
    }
    try check(feature.value)
  }

  private func check(_ value: FeatureValue) throws {
    switch value {
    case .span(let span): _ = try checked(postil_span(span))
    case .list(let values): for value in values { try check(value) }
    case .record(let fields): for field in fields { try check(field.value) }
    case .number(let number) where !number.isFinite: throw Breach("a number that is not finite")
    default: break
    }
  }
}

extension FeatureValue {
  /// The annotations that the value refers to, at any depth.
  fileprivate var references: [Int] {
    switch self {
    case .annotation(let index): [index]
    case .list(let values): values.flatMap(\.references)
    case .record(let fields): fields.flatMap(\.value.references)
    default: []
    }
  }
}

/// What a module did against its contract.
private struct Breach: Error {
  let what: String

  init(_ what: String) { self.what = what }
}
