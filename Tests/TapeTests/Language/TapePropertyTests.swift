import Tape
import Terminal
import Testing

@Suite("Any tape and any bytes")
struct TapePropertyTests {
  @Test("printing and reading gives the same steps", arguments: 1...20 as ClosedRange<UInt64>)
  func roundTrip(_ seed: UInt64) {
    var steps = RandomSteps(seed: seed)
    for _ in 0..<200 {
      let lines = (0..<5).map { TapeLine(number: $0 + 1, step: steps.next()) }
      let printed = TapePrinter.print(Tape(file: "a.tape", lines: lines))
      let (tape, faults) = TapeParser.parse(printed, file: "a.tape")
      #expect(faults.isEmpty, "\(printed)")
      #expect(tape.steps == lines.compactMap(\.step), "\(printed)")
      #expect(TapePrinter.print(tape) == printed)
    }
  }

  @Test("random bytes are read or refused, and never stop the program", arguments: 1...20 as ClosedRange<UInt64>)
  func randomBytes(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<300 {
      let bytes = (0..<Int(random.next() % 80)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let (tape, faults) = TapeParser.parse(bytes: bytes, file: "a.tape")
      #expect(tape.steps.count + faults.count <= bytes.count + 1)
      for fault in faults { #expect(fault.description.hasPrefix("a.tape:\(fault.line):\(fault.column): ")) }
    }
  }

  @Test("damaged tapes are read or refused line by line", arguments: 1...20 as ClosedRange<UInt64>)
  func damagedTapes(_ seed: UInt64) {
    var steps = RandomSteps(seed: seed)
    var random = SplitMix(state: seed)
    for _ in 0..<100 {
      var scalars = Array(TapePrinter.print(steps.next()).unicodeScalars)
      for _ in 0..<2 where !scalars.isEmpty {
        let place = Int(random.next() % UInt64(scalars.count))
        if random.next() % 2 == 0 {
          scalars.remove(at: place)
        } else {
          scalars[place] = random.element("\"\\$@#/ é☕\t+x9")
        }
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      let (tape, faults) = TapeParser.parse(text, file: "a.tape")
      #expect(faults.isEmpty ? tape.lines.count <= 1 : tape.lines.isEmpty)
      for fault in faults {
        #expect(fault.line == 1)
        #expect((1...(text.unicodeScalars.count + 1)).contains(fault.column))
      }
    }
  }
}
