/// The text of a new rule file.
public enum RuleTemplate {
  /// A commented file with one rule that works, for the type and the ruleset `name`.
  public static func text(named name: String) -> String {
    let plain = String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    let type = plain.first?.isLetter == true ? plain : "my-\(plain)"
    return """
      # yaml-language-server: $schema=postil.schema.json
      # The schema above is what 'postil rules schema > postil.schema.json' prints.
      postil: 1
      ruleset: my.\(type)
      title: What these rules find

      # New types of annotations, with the features that they may bear.
      types:
        \(type): {features: {name: string}}

      # Fragments of patterns, used as ${number}.
      definitions:
        number: '(?:\\d+|two|three|several)'

      rules:
        - id: counted
          title: A number of things
          type: \(type)
          # Single quotes keep backslashes as they are. (?<name>…) is a capture.
          pattern: '\\b${number} (?<name>boats?|bridges?)\\b'
          features: {name: '${name|lower}'}
          examples:
            - {text: 'They built [[two bridges]] here.', features: {name: bridges}}
            - {text: 'They built bridges.', none: true}

      """
  }
}
