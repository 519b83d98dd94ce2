import Glibc
public import SessionCore

/// A call from outside to the running program.
public enum ControlCall {
  /// Asks the instance of a place and waits for its answer, at most so many seconds after it last said something.
  public static func ask(
    _ request: OutsideRequest, at place: InstancePlace, seconds: Int = 5
  ) throws(InstanceFault) -> OutsideAnswer {
    let line: Int32
    do throws(InstanceFault) {
      line = try LocalSocket.open(place, connect)
    } catch {
      // No socket, or one nobody listens at: what a dead program left behind.
      if case .unusable(_, let reason) = error, reason == ENOENT || reason == ECONNREFUSED { throw .nobodyThere }
      throw error
    }
    defer { close(line) }
    LocalSocket.limit(line, to: seconds)
    LocalSocket.send(request.rawValue + "\n", to: line)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while bytes.count < 65_536 {
      let count = recv(line, &piece, piece.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += piece.prefix(count)
    }
    guard let answer = ControlLine.answer(String(decoding: bytes, as: UTF8.self), to: request) else { throw .noAnswer }
    return answer
  }
}
