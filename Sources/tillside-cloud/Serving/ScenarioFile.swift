import FoundationEssentials
import PracticeCloud

/// The scenario a person named: one of this program, or a file of their own.
enum ScenarioFile {
  /// A name with a slash or `.json` in it is a file.
  static func read(_ name: String) throws(CloudFault) -> Scenario {
    guard name.contains("/") || name.hasSuffix(".json") else {
      do throws(ScenarioError) { return try Scenario.load(named: name) } catch { throw .scenario(error, nil) }
    }
    guard let content = FileManager.default.contents(atPath: name) else { throw .fileUnreadable(path: name) }
    let bytes = Array(content)
    do throws(ScenarioError) { return try Scenario.read(bytes, name: name) } catch {
      throw .scenario(error, ScenarioPlace(of: error, in: bytes, name: name))
    }
  }
}
