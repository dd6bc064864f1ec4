/// The files of a new module that builds and loads.
public struct ModuleTemplate {
  /// What it is written in.
  public enum Language: String, CaseIterable, Sendable {
    case swift, c, python
  }

  /// A file by its path below the module's folder.
  public struct File: Sendable {
    /// The path.
    public let path: String
    /// Its whole text.
    public let text: String
  }

  private let name: String
  private let manifestName: String

  /// - Parameter name: A Swift type's name, such as `WeaponFinder`; nil is returned for any other.
  public init?(name: String) {
    let isName =
      name.first.map { $0.isASCII && $0.isUppercase } == true
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isName else { return nil }
    self.name = name
    var words = ""
    for character in name {
      if character.isUppercase, !words.isEmpty { words += "-" }
      words += character.lowercased()
    }
    manifestName = words
  }

  /// The files and the commands that build the module, load it, try its rules and run it.
  ///
  /// - Parameter home: The folder of Postil's own package, or where its header or its file for Python lies, as a path from the module's
  ///   folder.
  public func files(in language: Language, home: String) -> (files: [File], commands: [String]) {
    switch language {
    case .swift:
      (
        [
          File(path: "Package.swift", text: package(home)), File(path: "Sources/\(name)/\(name).swift", text: swift),
          rules, chain,
        ],
        ["swift build -c release", "postil modules check .build/release/lib\(name).so"] + trying(in: ".build/release")
      )
    case .c:
      (
        [File(path: "\(name).c", text: source), rules, chain],
        [
          "cc -shared -fPIC -O2 -I \(home) -o lib\(name).so \(name).c", "postil modules check lib\(name).so",
        ] + trying(in: ".")
      )
    case .python:
      (
        [File(path: "\(fileName).py", text: python), rules, programChain],
        [
          "cp \(home)/postil_module.py .", "postil rules test --chain postil.yaml rules.yaml",
          "postil annotate --chain postil.yaml --format text DOCUMENTS",
        ]
      )
    }
  }

  /// The commands that try the rules and run the chain, which `postil` finds in the folder.
  private func trying(in folder: String) -> [String] {
    [
      "postil rules test --modules \(folder) rules.yaml",
      "postil annotate --modules \(folder) --format text DOCUMENTS",
    ]
  }

  /// The name of the file of a module in Python.
  private var fileName: String { manifestName.replacing("-", with: "_") }

  private var programChain: File {
    File(
      path: "postil.yaml",
      text: """
        postil: 1
        steps:
          - module: {command: [python3, \(fileName).py], name: \(manifestName)}
            rules: [rules.yaml]

        """)
  }

  private var chain: File {
    File(
      path: "postil.yaml",
      text: """
        postil: 1
        steps:
          - module: \(manifestName)
            rules: [rules.yaml]

        """)
  }

  private var rules: File {
    File(
      path: "rules.yaml",
      text: """
        postil: 1
        ruleset: my.\(manifestName)
        module: \(manifestName)
        rules:
          - id: word
            type: \(manifestName)-candidate
            pattern: '\\bexample\\b'
            examples:
              - 'An [[example]].'
              - {text: 'Examples.', none: true}

        """)
  }

  private func package(_ home: String) -> String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "\(name)",
      products: [.library(name: "\(name)", type: .dynamic, targets: ["\(name)"])],
      dependencies: [.package(name: "postil", path: "\(home)")],
      targets: [
        .target(name: "\(name)", dependencies: [.product(name: "PostilModuleKit", package: "postil")])
      ],
      swiftLanguageModes: [.v6]
    )

    """
  }

  private var swift: String {
    """
    import PostilModuleKit

    /// Turns every candidate that kept its place into an annotation.
    public struct \(name): Analyzer {
      public static let manifest = ModuleManifest(
        name: "\(manifestName)", version: "0.1.0", assigns: [.init("\(manifestName)", "what this module finds")],
        inputs: [.init("\(manifestName)-candidate", "what its rules find")])

      public init(settings: Settings) {}

      public mutating func analyze(_ document: DocumentView) -> Analysis {
        var analysis = Analysis()
        for index in document.candidates(ofType: "\(manifestName)-candidate") {
          analysis.annotations.append(
            NewAnnotation(type: "\(manifestName)", span: document.candidates[index].span, candidates: [index]))
        }
        return analysis
      }
    }

    @c(postil_module_\(name))
    public func entry() -> UnsafePointer<postil_module> { exportModule(\(name).self) }

    """
  }

  private var python: String {
    """
    from postil_module import Document, Module, run


    class \(name)(Module):
        \"\"\"Turns every candidate that kept its place into an annotation.\"\"\"

        name = "\(manifestName)"
        assigns = {"\(manifestName)": "what this module finds"}
        inputs = {"\(manifestName)-candidate": "what its rules find"}

        def analyze(self, document: Document) -> None:
            for candidate in document.candidates:
                if candidate.lost_to is None:
                    document.annotate("\(manifestName)", candidate.start, candidate.end, candidates=[candidate.index])


    run(\(name))

    """
  }

  private var source: String {
    """
    #include "postil_module.h"
    #include <stdlib.h>
    #include <string.h>

    static const char manifest[] =
        "{\\"name\\":\\"\(manifestName)\\",\\"version\\":\\"0.1.0\\","
        "\\"assigns\\":[{\\"type\\":\\"\(manifestName)\\",\\"meaning\\":\\"what this module finds\\"}],"
        "\\"inputs\\":[{\\"type\\":\\"\(manifestName)-candidate\\",\\"meaning\\":\\"what its rules find\\"}]}";

    static void *create(const postil_module *module, const postil_host *host, postil_array settings) {
      (void)module, (void)host, (void)settings;
      return malloc(1);
    }

    /* Turns every candidate that kept its place into an annotation. */
    static int32_t analyze(void *instance, const postil_host *host, const postil_document *document) {
      (void)instance;
      for (uint32_t i = 0; i < document->candidates.count; i++) {
        const postil_candidate *candidate =
            (const postil_candidate *)((const char *)document->candidates.first + i * document->candidates.stride);
        if (candidate->lost_to != POSTIL_NONE) continue;
        postil_emission emission;
        memset(&emission, 0, sizeof emission);
        emission.size = sizeof emission;
        emission.span = candidate->span;
        emission.type.start = (const uint8_t *)"\(manifestName)";
        emission.type.count = strlen("\(manifestName)");
        emission.candidates.first = &i;
        emission.candidates.count = 1;
        emission.candidates.stride = sizeof i;
        host->emit(host->context, &emission);
      }
      return 0;
    }

    const postil_module *postil_module_\(name)(void) {
      static postil_module module;
      module.size = sizeof module;
      module.abi_version = POSTIL_ABI_VERSION;
      module.manifest.start = (const uint8_t *)manifest;
      module.manifest.count = sizeof manifest - 1;
      module.create = create;
      module.analyze = analyze;
      module.destroy = free;
      return &module;
    }

    """
  }
}
