import ArgumentParser
@main struct Postil: ParsableCommand {}
