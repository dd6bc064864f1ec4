import PostilNames

/// Full names in another style: with a short form of the given name, or without `Jr.`.
extension PersonGroups {
  /// Gives the names of groups to the group that has them in another style, those in the fewest documents first.
  mutating func joinStyles() {
    let order = groups.indices.sorted {
      (groups[$0].documents.count, groups[$1].name) < (groups[$1].documents.count, groups[$0].name)
    }
    for group in order {
      guard let other = ofOtherStyle(group) else { continue }
      for member in groups[group].members {
        groups[other.group].add(.init(count: member.count, name: member.name, link: member.link ?? other.link))
        register(member.name, other.group)
      }
      groups[group] = PersonGroup()
    }
  }

  /// The groups that may have the names of `group` in another style.
  private func partners(of group: Int) -> [(group: Int, link: NameLink)] {
    let members = groups[group].members
    let others = Set(members.flatMap { alike($0.name) }).subtracting([group]).sorted()
    return others.compactMap { other in
      let links = members.compactMap { groups[other].styleLink(with: $0.name, nicknames) }
      guard links.count == members.count, let link = links.first(where: { $0 == .suffix }) ?? links.first else {
        return nil
      }
      return boldness.allows(link) ? (other, link) : nil
    }
  }

  /// The only group that may have the names of `group` in another style, in company; no document has both where one leaves out
  /// the generation.
  private func ofOtherStyle(_ group: Int) -> (group: Int, link: NameLink)? {
    let members = groups[group].members
    let fitting = partners(of: group)
    guard fitting.count == 1, let found = fitting.first, partners(of: found.group).count == 1 else { return nil }
    let isApart = found.link != .suffix || groups[found.group].documents.isDisjoint(with: groups[group].documents)
    let isInCompany = members.allSatisfy {
      !groups[found.group].contradicts($0.count) && isNear($0.count, found.group, byProminence: false, bySilence: false)
    }
    return isApart && isInCompany ? found : nil
  }
}
