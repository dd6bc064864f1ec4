import ArgumentParser
import PostilComparison
import PostilNames

/// How names that mean one person, body or place are joined across documents.
struct IdentityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Names that mean one person, body or place: join them, none, or a file of 'entities resolve' that tells which.",
      valueName: "join|none|file"))
  var identities = "join"

  @Option(help: "How bold names are joined: strict, usual or bold.")
  var linking = Linking.usual

  func joined() throws -> ComparisonOptions.Identities {
    switch identities {
    case "join": .join(linking, Nicknames.shipped)
    case "none": .none
    default: .table(try IdentityFile(identities).read())
    }
  }
}
