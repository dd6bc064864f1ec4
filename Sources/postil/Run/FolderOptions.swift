import ArgumentParser

/// What becomes of a folder that a run was stopped in, or that holds reports of earlier runs.
struct FolderOptions: ParsableArguments {
  @Flag(help: "Go on where a run into the folder was stopped: same inputs, rules, modules and settings.")
  var resume = false

  @Flag(help: "Leave a run that was stopped at what it finished: a report marked incomplete. Takes no inputs.")
  var salvage = false

  @Flag(help: "Throw away what a stopped run finished, and begin anew.")
  var restart = false

  @Flag(help: "Remove reports of earlier runs from the folder that this run does not write.")
  var clean = false

  func validate() throws {
    let flags = [("--resume", resume), ("--salvage", salvage), ("--restart", restart)].filter(\.1).map(\.0)
    if flags.count > 1 { throw ValidationError("\(flags.joined(separator: " and ")) exclude each other") }
  }

  /// The first flag that needs a folder.
  var flag: String? {
    resume ? "--resume" : salvage ? "--salvage" : restart ? "--restart" : clean ? "--clean" : nil
  }
}
