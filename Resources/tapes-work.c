// Tapes of the work: tasks, edits, conflicts, screens and languages.
#include "shelf.h"

BYTES(tape_busy) = {
#embed "Tapes/busy.tape"
};
BYTES(tape_cannot) = {
#embed "Tapes/cannot.tape"
};
BYTES(tape_checklist_full) = {
#embed "Tapes/checklist-full.tape"
};
BYTES(tape_checklist) = {
#embed "Tapes/checklist.tape"
};
BYTES(tape_clocks) = {
#embed "Tapes/clocks.tape"
};
BYTES(tape_conflict) = {
#embed "Tapes/conflict.tape"
};
BYTES(tape_dates) = {
#embed "Tapes/dates.tape"
};
BYTES(tape_day) = {
#embed "Tapes/day.tape"
};
BYTES(tape_decision_help) = {
#embed "Tapes/decision-help.tape"
};
BYTES(tape_decisions) = {
#embed "Tapes/decisions.tape"
};
BYTES(tape_deleted_by_me) = {
#embed "Tapes/deleted-by-me.tape"
};
BYTES(tape_details_unread) = {
#embed "Tapes/details-unread.tape"
};
BYTES(tape_disk) = {
#embed "Tapes/disk.tape"
};
BYTES(tape_edges) = {
#embed "Tapes/edges.tape"
};
BYTES(tape_empty_rows) = {
#embed "Tapes/empty-rows.tape"
};
BYTES(tape_gone_list) = {
#embed "Tapes/gone-list.tape"
};
BYTES(tape_half_typed) = {
#embed "Tapes/half-typed.tape"
};
BYTES(tape_help_for_every_page) = {
#embed "Tapes/help-for-every-page.tape"
};
BYTES(tape_history_days) = {
#embed "Tapes/history-days.tape"
};
BYTES(tape_history) = {
#embed "Tapes/history.tape"
};
BYTES(tape_hostile_text) = {
#embed "Tapes/hostile-text.tape"
};
BYTES(tape_item_taken_off) = {
#embed "Tapes/item-taken-off.tape"
};
BYTES(tape_language_american) = {
#embed "Tapes/language-american.tape"
};
BYTES(tape_language_german) = {
#embed "Tapes/language-german.tape"
};
BYTES(tape_language_spanish) = {
#embed "Tapes/language-spanish.tape"
};
BYTES(tape_large_store) = {
#embed "Tapes/large-store.tape"
};
BYTES(tape_left_out) = {
#embed "Tapes/left-out.tape"
};
BYTES(tape_limits) = {
#embed "Tapes/limits.tape"
};
BYTES(tape_links) = {
#embed "Tapes/links.tape"
};
BYTES(tape_lists) = {
#embed "Tapes/lists.tape"
};
BYTES(tape_loose_ends) = {
#embed "Tapes/loose-ends.tape"
};
BYTES(tape_made_elsewhere) = {
#embed "Tapes/made-elsewhere.tape"
};
BYTES(tape_made_twice) = {
#embed "Tapes/made-twice.tape"
};
BYTES(tape_manager) = {
#embed "Tapes/manager.tape"
};
BYTES(tape_mouse) = {
#embed "Tapes/mouse.tape"
};
BYTES(tape_network) = {
#embed "Tapes/network.tape"
};
BYTES(tape_new_day) = {
#embed "Tapes/new-day.tape"
};
BYTES(tape_no_news) = {
#embed "Tapes/no-news.tape"
};
BYTES(tape_note_long) = {
#embed "Tapes/note-long.tape"
};
BYTES(tape_note_too_long) = {
#embed "Tapes/note-too-long.tape"
};
BYTES(tape_note) = {
#embed "Tapes/note.tape"
};
BYTES(tape_offline_edit) = {
#embed "Tapes/offline-edit.tape"
};
BYTES(tape_old_change) = {
#embed "Tapes/old-change.tape"
};
BYTES(tape_one_list_fails) = {
#embed "Tapes/one-list-fails.tape"
};
BYTES(tape_operations) = {
#embed "Tapes/operations.tape"
};
BYTES(tape_own_keys) = {
#embed "Tapes/own-keys.tape"
};
BYTES(tape_scan) = {
#embed "Tapes/scan.tape"
};
BYTES(tape_shift) = {
#embed "Tapes/shift.tape"
};
BYTES(tape_slow_reading) = {
#embed "Tapes/slow-reading.tape"
};
BYTES(tape_typed_for_gone) = {
#embed "Tapes/typed-for-gone.tape"
};
BYTES(tape_undo) = {
#embed "Tapes/undo.tape"
};
BYTES(tape_undo_meanwhile) = {
#embed "Tapes/undo-meanwhile.tape"
};
BYTES(tape_undo_too_late) = {
#embed "Tapes/undo-too-late.tape"
};
BYTES(tape_unsent) = {
#embed "Tapes/unsent.tape"
};
BYTES(tape_wide_screen) = {
#embed "Tapes/wide-screen.tape"
};
BYTES(tape_wide_scripts) = {
#embed "Tapes/wide-scripts.tape"
};

static const struct tillside_resource files[] = {
  ENTRY("Tapes/busy.tape", tape_busy),
  ENTRY("Tapes/cannot.tape", tape_cannot),
  ENTRY("Tapes/checklist-full.tape", tape_checklist_full),
  ENTRY("Tapes/checklist.tape", tape_checklist),
  ENTRY("Tapes/clocks.tape", tape_clocks),
  ENTRY("Tapes/conflict.tape", tape_conflict),
  ENTRY("Tapes/dates.tape", tape_dates),
  ENTRY("Tapes/day.tape", tape_day),
  ENTRY("Tapes/decision-help.tape", tape_decision_help),
  ENTRY("Tapes/decisions.tape", tape_decisions),
  ENTRY("Tapes/deleted-by-me.tape", tape_deleted_by_me),
  ENTRY("Tapes/details-unread.tape", tape_details_unread),
  ENTRY("Tapes/disk.tape", tape_disk),
  ENTRY("Tapes/edges.tape", tape_edges),
  ENTRY("Tapes/empty-rows.tape", tape_empty_rows),
  ENTRY("Tapes/gone-list.tape", tape_gone_list),
  ENTRY("Tapes/half-typed.tape", tape_half_typed),
  ENTRY("Tapes/help-for-every-page.tape", tape_help_for_every_page),
  ENTRY("Tapes/history-days.tape", tape_history_days),
  ENTRY("Tapes/history.tape", tape_history),
  ENTRY("Tapes/hostile-text.tape", tape_hostile_text),
  ENTRY("Tapes/item-taken-off.tape", tape_item_taken_off),
  ENTRY("Tapes/language-american.tape", tape_language_american),
  ENTRY("Tapes/language-german.tape", tape_language_german),
  ENTRY("Tapes/language-spanish.tape", tape_language_spanish),
  ENTRY("Tapes/large-store.tape", tape_large_store),
  ENTRY("Tapes/left-out.tape", tape_left_out),
  ENTRY("Tapes/limits.tape", tape_limits),
  ENTRY("Tapes/links.tape", tape_links),
  ENTRY("Tapes/lists.tape", tape_lists),
  ENTRY("Tapes/loose-ends.tape", tape_loose_ends),
  ENTRY("Tapes/made-elsewhere.tape", tape_made_elsewhere),
  ENTRY("Tapes/made-twice.tape", tape_made_twice),
  ENTRY("Tapes/manager.tape", tape_manager),
  ENTRY("Tapes/mouse.tape", tape_mouse),
  ENTRY("Tapes/network.tape", tape_network),
  ENTRY("Tapes/new-day.tape", tape_new_day),
  ENTRY("Tapes/no-news.tape", tape_no_news),
  ENTRY("Tapes/note-long.tape", tape_note_long),
  ENTRY("Tapes/note-too-long.tape", tape_note_too_long),
  ENTRY("Tapes/note.tape", tape_note),
  ENTRY("Tapes/offline-edit.tape", tape_offline_edit),
  ENTRY("Tapes/old-change.tape", tape_old_change),
  ENTRY("Tapes/one-list-fails.tape", tape_one_list_fails),
  ENTRY("Tapes/operations.tape", tape_operations),
  ENTRY("Tapes/own-keys.tape", tape_own_keys),
  ENTRY("Tapes/scan.tape", tape_scan),
  ENTRY("Tapes/shift.tape", tape_shift),
  ENTRY("Tapes/slow-reading.tape", tape_slow_reading),
  ENTRY("Tapes/typed-for-gone.tape", tape_typed_for_gone),
  ENTRY("Tapes/undo.tape", tape_undo),
  ENTRY("Tapes/undo-meanwhile.tape", tape_undo_meanwhile),
  ENTRY("Tapes/undo-too-late.tape", tape_undo_too_late),
  ENTRY("Tapes/unsent.tape", tape_unsent),
  ENTRY("Tapes/wide-screen.tape", tape_wide_screen),
  ENTRY("Tapes/wide-scripts.tape", tape_wide_scripts),
};

const struct shelf tillside_work_tapes = SHELF(files);
