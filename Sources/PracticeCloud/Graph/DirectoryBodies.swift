import CloudWire

extension ODataWriter {
  /// A team as `/me/joinedTeams` has it: everything but id, name and description is null there.
  mutating func team(_ team: Team, tenant: String) {
    object { $0.teamMembers(team, tenant: tenant) }
  }

  mutating func teamMembers(_ team: Team, tenant: String) {
    member("id", team.id)
    for name in ["createdDateTime", "internalId", "classification", "specialization", "visibility", "webUrl"] {
      member(name, nil)
    }
    member("displayName", team.name)
    member("description", team.about)
    member("isArchived", false)
    member("tenantId", tenant)
    for name in [
      "memberSettings", "guestSettings", "messagingSettings", "funSettings",
      "summary",
    ] {
      member(name, nil)
    }
  }

  mutating func group(_ team: Team, isTyped: Bool) {
    object { $0.groupMembers(team, isTyped: isTyped) }
  }

  mutating func groupMembers(_ team: Team, isTyped: Bool) {
    if isTyped, hasMetadata { member("@odata.type", "#microsoft.graph.group") }
    member("id", team.id)
    member("displayName", team.name)
    member("description", team.about)
    member("groupTypes", ["Unified"])
    member("mailEnabled", true)
    member("securityEnabled", false)
    member("resourceProvisioningOptions", ["Team"])
    member("visibility", "Private")
  }
}
