extension TapeStep {
  /// The step with the names in what it types, does and asks replaced.
  func resolved(_ names: [String: String]) -> TapeStep {
    func value(_ text: TapeText) -> TapeText { TapeText(text.resolved(names)) }
    return switch self {
    case .world(let name): .world(value(name))
    case .set(.theme(let name)): .set(.theme(value(name)))
    case .set(.language(let code)): .set(.language(value(code)))
    case .set(.store(let number)): .set(.store(value(number)))
    case .set(.key(let command, let keys)): .set(.key(value(command), keys))
    case .type(let text): .type(value(text))
    case .paste(let text): .paste(value(text))
    case .scan(let text): .scan(value(text))
    case .click(let text): .click(value(text))
    case .wait(let text, let limit): .wait(value(text), limit: limit)
    case .expect(let expectation): .expect(expectation.resolved(names))
    case .expectNot(let expectation): .expectNot(expectation.resolved(names))
    case .perform(let id): .perform(value(id))
    case .caption(let text): .caption(value(text))
    case .mark(let text): .mark(value(text))
    default: WorldRequest(self, names: names)?.step ?? self
    }
  }
}

extension TapeExpectation {
  /// The expectation with every name replaced.
  func resolved(_ names: [String: String]) -> TapeExpectation {
    let text = TapeText(text.resolved(names))
    return switch self {
    case .text: .text(text)
    case .row(let row, _): .row(row, text)
    case .focus: .focus(text)
    case .role(let role, _): .role(role, text)
    case .screen: .screen(text)
    }
  }
}

extension CloudTrouble {
  /// The trouble with every name replaced.
  func resolved(_ names: [String: String]) -> CloudTrouble {
    var trouble = self
    trouble.match = match.map { TapeText($0.resolved(names)) }
    return trouble
  }
}

extension RemoteEdit {
  /// The change with every name replaced.
  func resolved(_ names: [String: String]) -> RemoteEdit {
    func value(_ text: TapeText) -> TapeText { TapeText(text.resolved(names)) }
    let change: Change =
      switch self.change {
      case .rename(let text): .rename(value(text))
      case .note(let text): .note(value(text))
      case .due(let text): .due(value(text))
      case .check(let text): .check(value(text))
      case .uncheck(let text): .uncheck(value(text))
      case .remove(let text): .remove(value(text))
      case .label(let text): .label(value(text))
      case .assign(let text): .assign(value(text))
      case .unassign(let text): .unassign(value(text))
      case .complete, .reopen, .begin, .copy, .delete, .deleteList: self.change
      }
    return RemoteEdit(change, task: value(task))
  }
}
