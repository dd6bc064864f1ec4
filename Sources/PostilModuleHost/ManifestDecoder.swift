import Foundation
import PostilModel

/// Reads the JSON manifest of a module.
enum ManifestDecoder {
  private struct Manifest: Decodable {
    let name: String
    let version: String
    let requires: [String]?
    let assigns: [Contract]?
    let refines: [Contract]?
    let inputs: [Contract]?
    let rejectReasons: [String]?
    let decisions: [Decision]?
    let settings: [Setting]?
  }

  private struct Contract: Decodable {
    let type: String
    let meaning: String?
    let features: [Feature]?
  }

  private struct Feature: Decodable {
    let name: String
    let kind: String
    let meaning: String?
    let choices: [String]?
  }

  private struct Decision: Decodable {
    let id: String
    let meaning: String?
  }

  private struct Setting: Decodable {
    let name: String
    let kind: String
    let standard: String
    let choices: [String]?
    let meaning: String?
    let fromMetadata: Bool?
  }

  /// Why a manifest is refused.
  private struct Fault: Error {
    let reason: String
  }

  static func decode(_ json: [UInt8], path: String) throws(ModuleError) -> ModuleManifest {
    do {
      let raw = try JSONDecoder().decode(Manifest.self, from: Data(json))
      guard !raw.name.isEmpty else { throw Fault(reason: "the name is empty") }
      return ModuleManifest(
        name: raw.name, version: raw.version, requires: raw.requires ?? [], assigns: try contracts(raw.assigns),
        refines: try contracts(raw.refines), inputs: try contracts(raw.inputs), rejectReasons: raw.rejectReasons ?? [],
        decisions: try decisions(raw.decisions), settings: try (raw.settings ?? []).map(setting))
    } catch let fault as Fault {
      throw ModuleError(module: path, kind: .manifest(reason: fault.reason))
    } catch {
      throw ModuleError(module: path, kind: .manifest(reason: "not the JSON of a manifest (\(error))"))
    }
  }

  private static func contracts(_ raw: [Contract]?) throws -> [ModuleManifest.TypeContract] {
    try (raw ?? []).map { contract in
      ModuleManifest.TypeContract(
        contract.type, contract.meaning ?? "",
        features: try (contract.features ?? []).map {
          .init($0.name, try kind($0.kind), $0.meaning ?? "", choices: $0.choices ?? [])
        })
    }
  }

  private static func decisions(_ raw: [Decision]?) throws -> [ModuleManifest.Decision] {
    var seen: Set<String> = []
    return try (raw ?? []).map { decision in
      guard !decision.id.isEmpty else { throw Fault(reason: "a decision has no id") }
      guard seen.insert(decision.id).inserted else { throw Fault(reason: "two decisions are called '\(decision.id)'") }
      return .init(decision.id, decision.meaning ?? "")
    }
  }

  private static func setting(_ raw: Setting) throws -> ModuleManifest.Setting {
    let kind = try kind(raw.kind)
    let standard: FeatureValue? =
      switch kind {
      case .number: Double(raw.standard).map(FeatureValue.number)
      case .boolean: Bool(raw.standard).map(FeatureValue.boolean)
      case .string: .string(raw.standard)
      default: nil
      }
    guard let standard else { throw Fault(reason: "setting '\(raw.name)' has no standard of its kind") }
    return .init(
      raw.name, kind, standard: standard, choices: raw.choices ?? [], meaning: raw.meaning ?? "",
      fromMetadata: raw.fromMetadata ?? false)
  }

  private static func kind(_ text: String) throws -> FeatureKind {
    guard let kind = FeatureKind(text) else { throw Fault(reason: "unknown kind '\(text)'") }
    return kind
  }
}
