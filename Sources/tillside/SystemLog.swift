import CHardening
import SessionCore

/// The machine's log, where audit events go.
enum SystemLog {
  @Sendable static func write(_ event: AuditEvent) { chardening_log(event.line, event.isWarning ? 1 : 0) }
}
