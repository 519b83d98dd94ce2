import Terminal
import Workspace

// Keys to frames in one process, without terminal, network and disk: `make bench` prints the lines with the others.

/// What a worker presses in a minute of work, over and over: moving, tabs, a task, menus, a filter, pages and back.
let minute = [
  "Down", "Down", "Down", "PageDown", "Up", "End", "Home", "1", "Down", "3", "PageDown", "PageDown", "Enter", "Down",
  "Down", "Escape", "2", "Down", "s", "Escape", "4", "Down", "Enter", "Down", "Down", "Escape", "3", "x", "Down", "x",
  "/", "d", "a", "i", "r", "y", "Down", "Enter", "Down", "Enter", "Escape", "Escape", "F2", "Escape", "F3", "Down",
  "Escape", "F4", "Escape", "?", "u", "Escape", "e", "Escape", "v", "Down", "v", "Escape", "c", "a", "b", "Enter",
  "Escape", "d",
]

func row(_ what: String, _ figure: Double, _ goal: Double, _ note: String = "") {
  let text = (figure * 1000).rounded() / 1000
  print("| \(what)\(note) | \(text) ms |  |  | <= \(goal) ms |")
}

for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
  var state = BenchStore.state(tasks: 10_000, size: size)
  var shown = draw(state)
  var times = KeyTimes()
  for _ in 0..<40 {
    for name in minute { if let key = Key(name) { times.press(key, named: name, &state, &shown) } }
  }
  let place = "10,000 tasks, \(size.columns) x \(size.rows)"
  row("key to frame in the process, \(place): median", times.median, 1)
  row("key to frame in the process, \(place): 99th of 100", times.p99, 4, " (worst: \(times.worst.key))")
}

var state = BenchStore.state(tasks: 100_000, size: .smallest)
var shown = draw(state)
var filter = KeyTimes()
for text in ["dairy 4", "äpfel", "person 7", "zz"] {
  for name in ["3", "/"] + text.map({ $0 == " " ? "Space" : String($0) }) {
    guard let key = Key(name) else { continue }
    if name == "3" || name == "/" {
      _ = update(&state, .terminal(.key(key)))
    } else {
      filter.press(key, named: name, &state, &shown)
    }
  }
  for _ in text { if let key = Key("Backspace") { filter.press(key, named: "Backspace", &state, &shown) } }
  if let key = Key("Escape") { _ = update(&state, .terminal(.key(key))) }
}
row("filter over 100,000 tasks, a key: median", filter.median, 8)
row("filter over 100,000 tasks, a key: slowest", filter.worst.milliseconds, 8, " (\(filter.worst.key))")
