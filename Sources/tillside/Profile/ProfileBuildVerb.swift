import ArgumentParser
import FoundationEssentials
import StoreDocuments
import StoreModel
import Strings

/// `tillside profile build`: a store profile from what headquarters exports.
struct ProfileBuildVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make a store profile from the CSV of team links and a CSV of staff.",
    discussion: """
      Team links: SOURCETYPE (RetailStore), SOURCEID (the store number, leading zeros kept), TEAMID (empty: no team).
      Staff: STORE, OBJECTID (of the account in Entra), USERNAME, NAME, ROLE (worker, manager, regional, \
      communications), ALLOWTASKMANAGEMENT (yes or no). Columns may be in any order.
      Everything that is wrong is reported at once with row and column, and ends with 65.
      """)

  @Option(help: ArgumentHelp("CSV of team links.", valueName: "file"))
  var links: String

  @Option(help: ArgumentHelp("CSV of staff.", valueName: "file"))
  var staff: String

  @Option(help: ArgumentHelp("Store number as the files have it, leading zeros kept.", valueName: "number"))
  var store: String

  @Option(help: ArgumentHelp("Register; left out, each terminal's own setting counts.", valueName: "number"))
  var register: String?

  @Option(help: ArgumentHelp("Name of the chain.", valueName: "text"))
  var chain = ""

  @Option(help: ArgumentHelp("Town or name of the store.", valueName: "text"))
  var name = ""

  @Option(help: ArgumentHelp("Work this plan only; may be given several times. None: every plan.", valueName: "id"))
  var plan: [String] = []

  @Flag(help: "The Teams integration is switched off: no tasks are shown.")
  var integrationOff = false

  @Flag(help: "Also list the accounts of other stores, so that they are told which store is theirs.")
  var others = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Write here instead of to standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    let words = Words.spoken(in: ProcessInfo.processInfo.environment)
    let (links, linkFaults) = try document(links, words) { bytes throws(DocumentFaults) in try TeamLinks(csv: bytes) }
    let (staff, staffFaults) = try document(staff, words) { bytes throws(DocumentFaults) in try StaffList(csv: bytes) }
    var faults = linkFaults + staffFaults
    var profile = StoreProfile(
      storeNumber: store, chain: chain, storeName: name, register: register ?? "", planIDs: plan,
      isIntegrationOn: !integrationOff, issued: SystemClock.now().wall)
    do throws(DocumentFaults) { profile.teamID = try links?.team(of: store) } catch {
      faults += error.lines(self.links, words)
    }
    do throws(DocumentFaults) { profile.members = try staff?.members(of: store) ?? [] } catch {
      faults += error.lines(self.staff, words)
    }
    if others { profile.neighbours = staff?.others(than: store) ?? [] }
    guard faults.isEmpty else {
      tell(faults)
      throw ExitCode.dataWrong
    }
    try put(ProfileDocument.write(profile), words)
  }

  /// A document, or everything that is wrong with it.
  private func document<Document>(
    _ path: String, _ words: Words, _ make: ([UInt8]) throws(DocumentFaults) -> Document
  ) throws -> (Document?, [String]) {
    let bytes: [UInt8]
    do throws(TextFile.Fault) { bytes = try TextFile.read(path) } catch {
      return (nil, [words(.documentUnreadable, ["place": error.path, "reason": error.reason])])
    }
    do throws(DocumentFaults) { return (try make(bytes), []) } catch { return (nil, error.lines(path, words)) }
  }

  private func put(_ text: String, _ words: Words) throws {
    guard let output else { return print(text, terminator: "") }
    do throws(TextFile.Fault) { try TextFile.write(text, to: output) } catch {
      throw leave(.dataWrong, words(.documentUnwritable, ["place": error.path, "reason": error.reason]))
    }
  }
}
