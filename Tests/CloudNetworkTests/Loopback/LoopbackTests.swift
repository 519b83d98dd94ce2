import CloudNetwork
import CloudWire
import Synchronization
import Testing

@Suite struct LoopbackTests {
  static let pages = LoopbackPages(
    accepted: .init(title: "Thank you", text: "<Go on> & close"), notOurs: .init(title: "Not ours", text: "n"),
    spent: .init(title: "Spent", text: "s"), missing: .init(title: "Missing", text: "m"))
  static let address = "https://login.example/authorize?state=s1"

  private let answers = Answers()

  private func open(patience: Duration = .seconds(30)) async throws -> any RedirectDoor {
    let door = try #require(await LoopbackReceiver(pages: Self.pages, patience: patience).open())
    let answers = answers
    door.expect(state: "s1", address: Self.address) { answers.add($0) }
    return door
  }

  @Test func theShortAddressForwardsAndOneAnswerIsTaken() async throws {
    let door = try await open()
    let forward = try await LoopbackCaller.get("/", port: door.port)
    #expect(forward.hasPrefix("HTTP/1.1 302 Found\r\n"))
    #expect(forward.contains("\r\nLocation: \(Self.address)\r\n"))
    #expect(
      forward.contains("\r\nReferrer-Policy: no-referrer\r\n") && forward.contains("\r\nCache-Control: no-store\r\n"))
    let wrong = try await LoopbackCaller.get("/?code=c&state=s2", port: door.port)
    #expect(wrong.hasPrefix("HTTP/1.1 400 Bad Request\r\n") && wrong.contains("<h1>Not ours</h1>"))
    #expect(answers.all.isEmpty)
    let right = try await LoopbackCaller.get("/?code=c%2F1&state=s1", port: door.port)
    #expect(right.hasPrefix("HTTP/1.1 200 OK\r\n") && right.contains("<p>&lt;Go on&gt; &amp; close</p>"))
    let second = try await LoopbackCaller.get("/?code=c%2F1&state=s1", port: door.port)
    #expect(second.hasPrefix("HTTP/1.1 410 Gone\r\n") && second.contains("<h1>Spent</h1>"))
    #expect(try await LoopbackCaller.get("/", port: door.port).hasPrefix("HTTP/1.1 410 "))
    #expect(answers.all == ["code=c%2F1&state=s1"])
    await door.close()
  }

  @Test func manyAnswersAtOnceAreOne() async throws {
    let door = try await open()
    let port = door.port
    let replies = await withTaskGroup(of: String?.self) { group in
      for number in 0..<12 {
        group.addTask { try? await LoopbackCaller.get("/?code=c\(number)&state=s1", port: port) }
      }
      return await group.reduce(into: []) { $0.append($1 ?? "") }
    }
    #expect(replies.count { $0.hasPrefix("HTTP/1.1 200 ") } == 1)
    #expect(replies.count { $0.hasPrefix("HTTP/1.1 410 ") } == 11)
    #expect(answers.all.count == 1)
    await door.close()
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "POST /?code=c&state=s1 HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 0\r\n\r\n",
    "GET /favicon.ico HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n\r\n",
    "\u{1}\u{2}\u{3}\r\n\r\n",
    "GET  HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: -1\r\n\r\n",
  ])
  func whateverElseIsSaidChangesNothing(request: String) async throws {
    let door = try await open()
    let reply = try await LoopbackCaller.say(request.replacing("PORT", with: String(door.port)), port: door.port)
    #expect(reply.isEmpty || reply.hasPrefix("HTTP/1.1 4"))
    #expect(!reply.contains("Location"))
    #expect(answers.all.isEmpty)
    #expect(try await LoopbackCaller.get("/?code=c&state=s1", port: door.port).hasPrefix("HTTP/1.1 200 "))
    await door.close()
  }

  @Test func aVisitorWhoNeverFinishesIsShownOut() async throws {
    let door = try await open(patience: .milliseconds(80))
    let slow = try await LoopbackCaller.say(
      "GET /?code=c&state=s1 HTTP/1.1\r\nHost: localhost:\(door.port)\r\n", port: door.port)
    #expect(slow.isEmpty)
    #expect(answers.all.isEmpty)
    await door.close()
  }

  @Test func aCrowdOfSilentVisitorsDoesNotKeepTheAnswerOutForEver() async throws {
    let door = try await open(patience: .seconds(3))
    let port = door.port
    let crowd = (0..<40).map { _ in Task { try? await LoopbackCaller.say("GET", port: port) } }
    for visitor in crowd { _ = await visitor.value }
    // On a machine that is held up, the last of the crowd may still be on the way out, or this visitor be shown out too.
    while answers.all.isEmpty { _ = try? await LoopbackCaller.get("/?code=c&state=s1", port: port) }
    #expect(answers.all == ["code=c&state=s1"])
    await door.close()
  }

  @Test func aClosedDoorListensNoMore() async throws {
    let door = try await open()
    let port = door.port
    let inside = Task { try? await LoopbackCaller.say("GET", port: port) }
    _ = try await LoopbackCaller.get("/", port: port)
    await door.close()
    _ = await inside.value
    await #expect(throws: (any Error).self) { _ = try await LoopbackCaller.get("/?code=c&state=s1", port: port) }
    #expect(answers.all.isEmpty)
  }

  @Test func everyDoorHasAPortOfItsOwn() async throws {
    let first = try await open()
    let second = try await open()
    #expect(first.port != second.port && first.port > 1023)
    await first.close()
    await second.close()
  }
}

/// What came through the door.
private final class Answers: Sendable {
  private let list = Mutex<[String]>([])
  func add(_ answer: String) { list.withLock { $0.append(answer) } }
  var all: [String] { list.withLock { $0 } }
}
