import ArgumentParser
import PostilIsolation

/// What a document may cost, and whether modules run in processes of their own.
struct IsolationOptions: ParsableArguments {
  @Flag(
    help:
      "Run the workers as processes: a module that crashes, ends its process, runs on or takes all memory costs one document."
  )
  var isolate = false

  @Option(
    help: ArgumentHelp(
      "How long a document may take (default: any time, with --isolate \(Int(IsolationLimits.standard.seconds))). Without --isolate "
        + "modules are asked to stop.",
      valueName: "seconds"))
  var timeout: Double?

  @Option(
    help: ArgumentHelp(
      "How much memory a process of --isolate may take beyond what the program has taken when it starts it, such as 512M or 2G (default: "
        + "\(IsolationLimits.standard.memory >> 30)G).",
      valueName: "size"))
  var maxMemory: MemorySize?

  func validate() throws {
    if let timeout, !(timeout >= 0.01 && timeout <= 1_000_000) {
      throw ValidationError("--timeout takes seconds from 0.01 to 1000000, not \(timeout.plainText)")
    }
    if maxMemory != nil, !isolate { throw ValidationError("--max-memory needs --isolate") }
  }

  /// What a document may cost a process; nil when there are none.
  var limits: IsolationLimits? {
    let standard = IsolationLimits.standard
    return isolate
      ? IsolationLimits(seconds: timeout ?? standard.seconds, memory: maxMemory?.bytes ?? standard.memory) : nil
  }

  /// The options that were given, as words of a command line.
  var arguments: [String] {
    let given = [("--timeout", timeout?.plainText), ("--max-memory", maxMemory?.text)].flatMap { name, value in
      value.map { [name, $0] } ?? []
    }
    return (isolate ? ["--isolate"] : []) + given
  }
}

/// A number of bytes as people write it: `512M`, `2G`.
struct MemorySize: ExpressibleByArgument {
  let text: String
  let bytes: Int

  init?(argument: String) {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    guard let unit = argument.last.flatMap({ units[Character($0.uppercased())] }),
      let number = Int(argument.dropLast()), number > 0, number <= Int.max >> (unit + 8)
    else { return nil }
    text = argument
    bytes = number << unit
  }
}
