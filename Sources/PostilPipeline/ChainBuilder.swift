import Foundation
import PostilDiagnostics
import PostilMatching
import PostilModel
import PostilModuleHost
import PostilRules
import PostilText

/// Loads the modules and rules that a chain file names and puts them together.
public struct ChainBuilder {
  private let file: ChainFile
  private let extraRules: [String]
  private let moduleFolders: [String]
  private let overrides: [ModuleOverride]
  private let replaced: String?
  private let repeatedLines: RepeatedLines
  private let cache: RuleCache

  /// - Parameters:
  ///   - extraRules: Files and folders of rulesets that join the chain.
  ///   - moduleFolders: Folders of modules to search first.
  ///   - overrides: Settings that win over those of the chain file.
  ///   - replaced: The file or folder that `extraRules` stand in for: rulesets of the same names give them their place, others of this
  ///     file or folder are left out.
  ///   - repeatedLines: Lines that are boilerplate because they repeat.
  ///   - cache: What is known of rules already; what is found out of others is added.
  public init(
    file: ChainFile, extraRules: [String], moduleFolders: [String], overrides: [ModuleOverride],
    replaced: String? = nil, repeatedLines: RepeatedLines = .none, cache: RuleCache = RuleCache()
  ) {
    self.cache = cache
    self.repeatedLines = repeatedLines
    self.replaced = replaced
    self.file = file
    self.extraRules = extraRules
    self.moduleFolders = moduleFolders
    self.overrides = overrides
  }

  /// The chain with all that is wrong; one broken rule leaves the others running, a broken order nothing.
  ///
  /// - Parameter earlier: A build whose modules are taken in place of loading them anew.
  public func build(reusing earlier: ChainBuild? = nil) -> ChainBuild {
    var diagnostics: [Diagnostic] = []
    var search = earlier?.search ?? ModuleSearch.modules(in: moduleFolders)
    let programs = ProgramSteps(file).load(reusing: search.modules, &diagnostics)
    search.modules = programs + search.modules.filter { $0.command == nil }
    var problems = search.refusals.map { "\($0)" }
    diagnostics += ChainOrder.diagnostics(of: file, modules: search.modules)
    var settingErrors: [String] = []
    let settings = settings(of: search.modules, &diagnostics, &settingErrors)
    let plan = RulePlan(file: file, extraRules: extraRules)
    var texts = TextTables(folder: Installation.rulesFolder)
    let tables = texts.tables(of: file.language)
    let loader = RuleLoader(
      manifests: search.modules.map(\.manifest), knownTypes: Set(file.inputTypes),
      order: file.steps.map { $0.module?.text },
      inflections: Inflections(lemmas: tables["lemmas"] ?? [], endings: tables["inflections"] ?? []), cache: cache)
    let loaded = loader.load(plan.files, replacing: replaced != nil)
    diagnostics += plan.diagnostics + loaded.diagnostics
    let others = plan.files.names(under: replaced.map { [$0] } ?? []).subtracting(plan.files.names(under: extraRules))
    let placed = plan.place(loaded.rulesets.filter { !others.contains($0.file) }, in: file, &diagnostics)
    let isBroken = diagnostics.contains { $0.code.stage == .chain } || !settingErrors.isEmpty
    var steps: [(module: LoadedModule?, rulesets: [Ruleset], settings: Features)] = []
    for (step, rulesets) in zip(file.steps, placed.steps) {
      let module = step.module.flatMap { name in search.modules.first { $0.manifest.name == name.text } }
      steps.append((module, rulesets, module.flatMap { settings[$0.manifest.name] } ?? [:]))
    }
    if !placed.final.isEmpty { steps.append((nil, placed.final, [:])) }
    let chain = isBroken ? nil : chain(of: steps, tables, &texts, &problems)
    diagnostics += texts.diagnostics
    problems += texts.problems
    return ChainBuild(
      chain: chain, rulesets: steps.flatMap(\.rulesets), diagnostics: diagnostics, problems: problems,
      settingErrors: settingErrors, ruleFiles: plan.files, search: search)
  }

  /// The chain of steps that are in order, with what `texts` know of its language.
  private func chain(
    of steps: [(module: LoadedModule?, rulesets: [Ruleset], settings: Features)],
    _ tables: [String: [[String]]], _ texts: inout TextTables, _ problems: inout [String]
  ) -> Chain {
    return Chain(
      steps: steps, textAnalyzer: textAnalyzer(tables, &problems),
      numbers: NumberWords(rows: tables["numbers"] ?? []), words: SentenceWords(tables: tables),
      language: ChainLanguage(file.language, among: texts.languages()), cache: cache)
  }

  private func textAnalyzer(_ tables: [String: [[String]]], _ problems: inout [String]) -> TextAnalyzer {
    var forms = BoilerplateForms.none
    do throws(BoilerplateForms.Failure) {
      forms = try BoilerplateForms(rows: tables["boilerplate"] ?? [])
    } catch {
      problems.append("no boilerplate is known by its form: \(error)")
    }
    return TextAnalyzer(language: TextLanguage(tables: tables), boilerplate: forms, repeated: repeatedLines)
  }

  /// The effective settings of each module of the chain.
  private func settings(
    of modules: [LoadedModule], _ diagnostics: inout [Diagnostic], _ errors: inout [String]
  ) -> [String: Features] {
    var all: [String: Features] = [:]
    for step in file.steps {
      guard let name = step.module, let module = modules.first(where: { $0.manifest.name == name.text }) else {
        continue
      }
      var features = module.manifest.defaultSettings
      for entry in step.settings {
        guard let setting = module.manifest.settings.first(where: { $0.name == entry.name.text }) else {
          diagnostics.append(
            file.diagnostic(
              .unknownSetting, "module '\(name.text)' has no setting '\(entry.name.text)'", at: entry.name,
              help: Self.help(for: entry.name.text, in: module.manifest)))
          continue
        }
        switch SettingValues.value(entry.value.text, of: setting) {
        case .success(let value): features[setting.name] = value
        case .failure(let problem):
          diagnostics.append(file.diagnostic(.settingNotAllowed, problem.message, at: entry.value))
        }
      }
      all[name.text] = features
    }
    for override in overrides {
      do throws(SettingProblem) {
        let (setting, value) = try self.value(
          of: override, among: modules.map(\.manifest).filter { all[$0.name] != nil })
        all[override.module]?[setting] = value
      } catch {
        errors.append("--set \(override.module).\(override.setting): \(error.message)")
      }
    }
    return all
  }

  /// The setting that `override` names among those of the chain's modules, with its value.
  private func value(
    of override: ModuleOverride, among manifests: [ModuleManifest]
  ) throws(SettingProblem) -> (setting: String, value: FeatureValue) {
    guard let manifest = manifests.first(where: { $0.name == override.module }) else {
      let names = manifests.map(\.name)
      throw SettingProblem(
        "the chain has no module '\(override.module)'; "
          + (Suggestion.help(for: override.module, among: names) ?? "it has \(names.joined(separator: ", "))"))
    }
    guard let setting = manifest.settings.first(where: { $0.name == override.setting }) else {
      throw SettingProblem(
        "module '\(manifest.name)' has no such setting; " + Self.help(for: override.setting, in: manifest))
    }
    return (setting.name, try SettingValues.value(override.value, of: setting).get())
  }

  /// What setting may be meant, or all there are.
  private static func help(for setting: String, in manifest: ModuleManifest) -> String {
    let names = manifest.settings.map(\.name)
    return Suggestion.help(for: setting, among: names)
      ?? (names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))")
  }
}
