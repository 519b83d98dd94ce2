import CloudNetwork
import Strings

extension LoopbackReceiver {
  /// A receiver that speaks the words of one language.
  init(words: Words) {
    func page(_ title: BrowserPhrase, _ text: BrowserPhrase) -> LoopbackPages.Page {
      LoopbackPages.Page(title: words(title), text: words(text))
    }
    self.init(
      pages: LoopbackPages(
        accepted: page(.loopbackAcceptedTitle, .loopbackAccepted),
        notOurs: page(.loopbackNotOursTitle, .loopbackNotOurs), spent: page(.loopbackSpentTitle, .loopbackSpent),
        missing: page(.loopbackMissingTitle, .loopbackMissing)))
  }
}
