import PostilModuleKit

/// What the rules tell the module apart from candidates.
struct NameTables: Sendable {
  /// What chunks are taken for.
  let chunks: ChunkTable
  let weights: NameWeights
  let leaders: LeaderTable

  /// - Throws: An error that names the frame, or the row of the weights, that cannot be read.
  init(_ settings: Settings) throws {
    chunks = try ChunkTable(settings.frames)
    weights = try NameWeights(settings.table(NameWeights.table))
    leaders = LeaderTable(settings.table(LeaderTable.table))
  }
}
