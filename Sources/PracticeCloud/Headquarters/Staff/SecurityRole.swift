/// A role headquarters gives to an employee (Retail and Commerce > Employees > Users > User's roles).
enum SecurityRole: String, Hashable, Sendable, CaseIterable {
  case worker
  /// Becomes owner of the store's team at the next provisioning.
  case storeManager = "store-manager"
  case regionalManager = "regional-manager"
  /// What makes an employee a communications manager in Teams (FAQ).
  case retailTaskManager = "retail-task-manager"
  /// "Allow task management" of the permission group: may create and assign tasks at the till.
  case allowTaskManagement = "allow-task-management"
}

extension Person {
  /// Everything headquarters has given them.
  var securityRoles: [SecurityRole] {
    var roles: [SecurityRole] = []
    switch role {
    case .worker: roles.append(.worker)
    case .manager: roles.append(.storeManager)
    case .regional: roles.append(.regionalManager)
    case .communications: break
    }
    if isTaskManager { roles.append(.retailTaskManager) }
    if mayManageTasks { roles.append(.allowTaskManagement) }
    return roles
  }
}
