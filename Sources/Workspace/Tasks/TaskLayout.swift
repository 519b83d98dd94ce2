import Terminal

/// Where the parts of the task page stand on a screen of some size.
struct TaskLayout {
  /// Columns of the list of tasks.
  let list: Range<Int>
  /// Rows the list gets, below the tabs.
  let listRows: Int
  /// The pane with the selected task: below the list, or at its right from 120 columns on.
  let detail: Range<Int>
  /// The first row of that pane, and the row after its last.
  let detailRows: Range<Int>
  /// The pane with the lists at the left, from 180 columns on.
  let lists: Range<Int>?

  /// The first row of the list.
  static let top = 3

  init(_ size: Size) {
    let bottom = size.rows - 2
    if size.columns < 120 {
      let height = max(7, size.rows / 4)
      list = 0..<size.columns
      detail = 0..<size.columns
      detailRows = bottom - height + 1..<bottom
      listRows = bottom - height - TaskLayout.top
      lists = nil
      return
    }
    let left = size.columns < 180 ? 0 : 32
    lists = left == 0 ? nil : 0..<left - 1
    let split = left + (size.columns - left) * 64 / 100
    list = left..<split
    detail = split + 2..<size.columns - 1
    detailRows = TaskLayout.top..<bottom
    listRows = bottom - TaskLayout.top
  }

  /// Whether the detail pane stands below the list.
  var isStacked: Bool { detail.lowerBound == list.lowerBound }
}
