import StoreModel
import Strings
import TaskSync

/// Commands about the selected checklist item; nil where they mean the task.
func itemCommand(
  _ id: CommandID, _ page: TaskPage, _ details: TaskDetails?, _ state: inout AppState
) -> [Effect]? {
  if id == .addItem {
    ask(.newItem(page.task), limit: TitleLimit.item, &state)
    return []
  }
  guard let items = details?.checklist, items.indices.contains(page.cursor.row - 1) else { return nil }
  let index = page.cursor.row - 1
  let item = items[index]
  switch id {
  case .taskComplete:
    return change([page.task], .itemTicks, &state) { _ in [.check(item: item.id, isChecked: !item.isChecked)] }
  case .editTask:
    ask(.itemTitle(page.task, item: item.id), item.title, limit: max(TitleLimit.item, item.title.utf16.count), &state)
    return []
  case .deleteTask:
    let effects = change([page.task], .checklist, &state) { _ in [.removeItem(id: item.id)] }
    if !effects.isEmpty { state.notice = Notice(state.look.words(.noticeItemRemoved, ["title": item.title])) }
    return effects
  case .itemUp where index > 0:
    // The selection follows its item once the checklist is told.
    let after = index > 1 ? items[index - 2].id : nil
    return change([page.task], .checklist, &state) { _ in [.moveItem(id: item.id, after: after)] }
  case .itemDown where index + 1 < items.count:
    return change([page.task], .checklist, &state) { _ in [.moveItem(id: item.id, after: items[index + 1].id)] }
  case .itemUp, .itemDown: return []
  default: return nil
  }
}

extension AppState {
  /// The checklist item the worker is at.
  var itemAtHand: TaskDetails.ChecklistItem? {
    guard case .task(let page) = page, let items = shift?.details[page.task]?.checklist,
      items.indices.contains(page.cursor.row - 1)
    else { return nil }
    return items[page.cursor.row - 1]
  }

  /// Whether the item at hand can be moved.
  var mayMoveItem: Availability { itemAtHand == nil ? .disabled(.reasonNoItem) : mayChange(.checklist) }

  /// On a task's page Enter ticks the selected item or opens the selected link; everywhere else what is selected, if there is something.
  var mayOpen: Availability {
    switch overlay {
    case nil: break
    case .choice(let choice) where choice.shown.isEmpty && !choice.takesSeveral: return .disabled(.choiceNothing)
    case .finder(let finder) where finder.matches(finder.closed(self)).isEmpty: return .disabled(.finderNothing)
    default: return .enabled
    }
    if let ask = phone?.page?.ask { return ask == .account || ask == .decision ? .enabled : .disabled(.reasonNotAsked) }
    switch page {
    case .task where itemAtHand != nil: return mayComplete
    case .task(let page):
      let first = 1 + (shift?.details[page.task]?.checklist.count ?? 0)
      return page.cursor.row >= first ? .enabled : .disabled(.reasonNoLink)
    case .tasks where shift?.board.pane == nil: return whyNoTasks == nil ? .enabled : .disabled(.reasonNoTask)
    case .standing: return shift?.outbox.isEmpty == false ? .enabled : .disabled(.reasonNothingUnsent)
    case .history(let page): return history(page).isEmpty ? .disabled(.reasonNoTask) : .enabled
    default: return .enabled
    }
  }

  /// Only a question can be declined.
  var mayDecline: Availability { phone?.page?.ask == .decision ? .enabled : .disabled(.reasonNotAsked) }

  /// Space means the item where one is selected, else the task.
  var mayComplete: Availability { mayChange(itemAtHand == nil ? .status : .itemTicks) }

  /// `e` and `D` mean the item where one is selected, else the task.
  var mayEdit: Availability { itemAtHand == nil ? mayEditTask : mayChange(.itemTitles) }
  var mayDelete: Availability { mayChange(itemAtHand == nil ? .whole : .checklist) }
}
