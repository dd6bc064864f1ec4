/// What all questions of one survey share.
enum SurveyMethod {
  static let features = [
    "pollster", "commissionedBy", "fieldStart", "fieldEnd", "sampleSize", "population", "marginOfError", "mode",
    "weighting",
  ]
}
