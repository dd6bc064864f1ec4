import ArgumentParser
import PostilComparison

/// How many differences leave the exit status 0.
struct DifferenceAllowance: ParsableArguments {
  /// A number of differences, or their share of the annotations before.
  enum Amount: ExpressibleByArgument {
    case count(Int)
    /// In hundredths.
    case share(Double)

    init?(argument: String) {
      if argument.last == "%" {
        guard let share = Double(argument.dropLast()), share.isFinite, share >= 0 else { return nil }
        self = .share(share)
      } else {
        guard let count = Int(argument), count >= 0 else { return nil }
        self = .count(count)
      }
    }
  }

  @Option(
    help: ArgumentHelp(
      "The most differences that leave the exit status 0, as a number or in percent of the annotations before.",
      valueName: "20|2%"))
  var allow = Amount.count(0)

  /// - Throws: `ExitCode`, after telling how many differences there are and may be, where there are more or documents are not the same.
  func check(_ diff: ReportDiff) throws {
    if !diff.isOfSameDocuments { throw ExitCode(Failure.Status.documentsFailed) }
    let most =
      switch allow {
      case .count(let count): count
      case .share(let share): Int((share / 100 * Double(diff.before)).rounded(.down))
      }
    guard diff.changes.count > most else { return }
    if most > 0 { StandardError.write("postil: \(diff.changes.count) differences, and --allow takes \(most)\n") }
    throw ExitCode(Failure.Status.documentsFailed)
  }
}

extension DifferenceAllowance.Amount: CustomStringConvertible {
  var description: String {
    switch self {
    case .count(let count): "\(count)"
    case .share(let share): "\(share)%"
    }
  }
}
