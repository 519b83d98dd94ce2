#include "resources.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// To add a file: its bytes here, its name in the table below. A test compares the table with the folders.
#define BYTES(symbol) static const unsigned char symbol[]

BYTES(scenario_contoso_retail) = {
#embed "Scenarios/contoso-retail.json"
};

BYTES(scenario_contoso_large) = {
#embed "Scenarios/contoso-large.json"
};

BYTES(scenario_faq_1_owners) = {
#embed "Scenarios/faq-1-owners.json"
};

BYTES(scenario_faq_2_communications_manager) = {
#embed "Scenarios/faq-2-communications-manager.json"
};

BYTES(scenario_faq_3_hierarchy) = {
#embed "Scenarios/faq-3-hierarchy.json"
};

BYTES(scenario_faq_4_sign_in) = {
#embed "Scenarios/faq-4-sign-in.json"
};

BYTES(scenario_faq_5_link_teams) = {
#embed "Scenarios/faq-5-link-teams.json"
};

BYTES(scenario_faq_6_clear_token) = {
#embed "Scenarios/faq-6-clear-token.json"
};

BYTES(scenario_faq_7_no_managers) = {
#embed "Scenarios/faq-7-no-managers.json"
};

BYTES(scenario_faq_8_manager_leaves) = {
#embed "Scenarios/faq-8-manager-leaves.json"
};

BYTES(scenario_hostile_text) = {
#embed "Scenarios/hostile-text.json"
};

BYTES(scenario_wide_scripts) = {
#embed "Scenarios/wide-scripts.json"
};

BYTES(strings_en) = {
#embed "Strings/en.strings"
};

BYTES(strings_en_us) = {
#embed "Strings/en-US.strings"
};

BYTES(strings_de) = {
#embed "Strings/de.strings"
};

BYTES(strings_es) = {
#embed "Strings/es.strings"
};

BYTES(tape_access_questioned) = {
#embed "Tapes/access-questioned.tape"
};

BYTES(tape_sign_in_browser) = {
#embed "Tapes/sign-in-browser.tape"
};

BYTES(tape_give_up_changes) = {
#embed "Tapes/give-up-changes.tape"
};

BYTES(tape_scan) = {
#embed "Tapes/scan.tape"
};

BYTES(tape_wide_scripts) = {
#embed "Tapes/wide-scripts.tape"
};

BYTES(tape_faq_1_owners) = {
#embed "Tapes/faq-1-owners.tape"
};

BYTES(tape_faq_2_communications_manager) = {
#embed "Tapes/faq-2-communications-manager.tape"
};

BYTES(tape_faq_3_hierarchy) = {
#embed "Tapes/faq-3-hierarchy.tape"
};

BYTES(tape_faq_4_sign_in) = {
#embed "Tapes/faq-4-sign-in.tape"
};

BYTES(tape_faq_5_link_teams) = {
#embed "Tapes/faq-5-link-teams.tape"
};

BYTES(tape_faq_6_clear_token) = {
#embed "Tapes/faq-6-clear-token.tape"
};

BYTES(tape_faq_7_no_managers) = {
#embed "Tapes/faq-7-no-managers.tape"
};

BYTES(tape_faq_8_manager_leaves) = {
#embed "Tapes/faq-8-manager-leaves.tape"
};

BYTES(tape_why_integration_off) = {
#embed "Tapes/why-integration-off.tape"
};

BYTES(tape_why_no_permission) = {
#embed "Tapes/why-no-permission.tape"
};

BYTES(tape_why_offline) = {
#embed "Tapes/why-offline.tape"
};

BYTES(tape_why_filtered) = {
#embed "Tapes/why-filtered.tape"
};

BYTES(tape_why_all_done) = {
#embed "Tapes/why-all-done.tape"
};

BYTES(tape_why_nothing_published) = {
#embed "Tapes/why-nothing-published.tape"
};

BYTES(tape_idle_lock) = {
#embed "Tapes/idle-lock.tape"
};

BYTES(tape_manager_override) = {
#embed "Tapes/manager-override.tape"
};

BYTES(tape_offline_edit) = {
#embed "Tapes/offline-edit.tape"
};

BYTES(tape_wrong_store) = {
#embed "Tapes/wrong-store.tape"
};

BYTES(tape_shift) = {
#embed "Tapes/shift.tape"
};

BYTES(tape_sign_in_answers) = {
#embed "Tapes/sign-in-answers.tape"
};

BYTES(tape_sign_in_app) = {
#embed "Tapes/sign-in-app.tape"
};

BYTES(tape_sign_in_busy) = {
#embed "Tapes/sign-in-busy.tape"
};

BYTES(tape_sign_in_cancelled) = {
#embed "Tapes/sign-in-cancelled.tape"
};

BYTES(tape_sign_in_code) = {
#embed "Tapes/sign-in-code.tape"
};

BYTES(tape_sign_in_declined) = {
#embed "Tapes/sign-in-declined.tape"
};

BYTES(tape_sign_in_elsewhere) = {
#embed "Tapes/sign-in-elsewhere.tape"
};

BYTES(tape_sign_in_expired) = {
#embed "Tapes/sign-in-expired.tape"
};

BYTES(tape_sign_in_lost) = {
#embed "Tapes/sign-in-lost.tape"
};

BYTES(tape_sign_in_numbers) = {
#embed "Tapes/sign-in-numbers.tape"
};

BYTES(tape_sign_in_offline) = {
#embed "Tapes/sign-in-offline.tape"
};

BYTES(tape_sign_in_phone) = {
#embed "Tapes/sign-in-phone.tape"
};

BYTES(tape_sign_in_phone_no) = {
#embed "Tapes/sign-in-phone-no.tape"
};

BYTES(tape_sign_in_refused) = {
#embed "Tapes/sign-in-refused.tape"
};

BYTES(tape_sign_in_second_proof) = {
#embed "Tapes/sign-in-second-proof.tape"
};

BYTES(tape_sign_in_unknown_code) = {
#embed "Tapes/sign-in-unknown-code.tape"
};

BYTES(tape_sign_in_wrong_password) = {
#embed "Tapes/sign-in-wrong-password.tape"
};

BYTES(tape_start_help) = {
#embed "Tapes/start-help.tape"
};

BYTES(tape_cannot) = {
#embed "Tapes/cannot.tape"
};

BYTES(tape_checklist) = {
#embed "Tapes/checklist.tape"
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

BYTES(tape_decisions) = {
#embed "Tapes/decisions.tape"
};

BYTES(tape_hand_over) = {
#embed "Tapes/hand-over.tape"
};

BYTES(tape_help_for_every_page) = {
#embed "Tapes/help-for-every-page.tape"
};

BYTES(tape_hostile_text) = {
#embed "Tapes/hostile-text.tape"
};

BYTES(tape_lists) = {
#embed "Tapes/lists.tape"
};

BYTES(tape_manager) = {
#embed "Tapes/manager.tape"
};

BYTES(tape_note) = {
#embed "Tapes/note.tape"
};

BYTES(tape_pin_gone) = {
#embed "Tapes/pin-gone.tape"
};

BYTES(tape_pin_off) = {
#embed "Tapes/pin-off.tape"
};

BYTES(tape_pin) = {
#embed "Tapes/pin.tape"
};

BYTES(tape_quit) = {
#embed "Tapes/quit.tape"
};

BYTES(tape_receipt) = {
#embed "Tapes/receipt.tape"
};

BYTES(tape_session_ended) = {
#embed "Tapes/session-ended.tape"
};

BYTES(tape_sign_in_another_computer) = {
#embed "Tapes/sign-in-another-computer.tape"
};

BYTES(tape_sign_in_more_numbers) = {
#embed "Tapes/sign-in-more-numbers.tape"
};

BYTES(tape_undo) = {
#embed "Tapes/undo.tape"
};

BYTES(tape_wide_screen) = {
#embed "Tapes/wide-screen.tape"
};

BYTES(tape_busy) = {
#embed "Tapes/busy.tape"
};

BYTES(tape_checklist_full) = {
#embed "Tapes/checklist-full.tape"
};

BYTES(tape_decision_help) = {
#embed "Tapes/decision-help.tape"
};

BYTES(tape_deleted_by_me) = {
#embed "Tapes/deleted-by-me.tape"
};

BYTES(tape_hand_over_later) = {
#embed "Tapes/hand-over-later.tape"
};

BYTES(tape_history) = {
#embed "Tapes/history.tape"
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

BYTES(tape_links) = {
#embed "Tapes/links.tape"
};

BYTES(tape_loose_ends) = {
#embed "Tapes/loose-ends.tape"
};

BYTES(tape_made_twice) = {
#embed "Tapes/made-twice.tape"
};

BYTES(tape_new_day) = {
#embed "Tapes/new-day.tape"
};

BYTES(tape_note_long) = {
#embed "Tapes/note-long.tape"
};

BYTES(tape_old_change) = {
#embed "Tapes/old-change.tape"
};

BYTES(tape_one_list_fails) = {
#embed "Tapes/one-list-fails.tape"
};

BYTES(tape_unsent) = {
#embed "Tapes/unsent.tape"
};

BYTES(tape_edges) = {
#embed "Tapes/edges.tape"
};

BYTES(tape_practice_world) = {
#embed "Tapes/practice-world.tape"
};

BYTES(tape_clocks) = {
#embed "Tapes/clocks.tape"
};

BYTES(tape_disk) = {
#embed "Tapes/disk.tape"
};

BYTES(tape_empty_rows) = {
#embed "Tapes/empty-rows.tape"
};

BYTES(tape_give_up_many) = {
#embed "Tapes/give-up-many.tape"
};

BYTES(tape_head_office) = {
#embed "Tapes/head-office.tape"
};

BYTES(tape_history_days) = {
#embed "Tapes/history-days.tape"
};

BYTES(tape_kiosk) = {
#embed "Tapes/kiosk.tape"
};

BYTES(tape_large_store) = {
#embed "Tapes/large-store.tape"
};

BYTES(tape_network) = {
#embed "Tapes/network.tape"
};

BYTES(tape_no_news) = {
#embed "Tapes/no-news.tape"
};

BYTES(tape_no_profile) = {
#embed "Tapes/no-profile.tape"
};

BYTES(tape_note_too_long) = {
#embed "Tapes/note-too-long.tape"
};

BYTES(tape_operations) = {
#embed "Tapes/operations.tape"
};

BYTES(tape_practice_refused) = {
#embed "Tapes/practice-refused.tape"
};

BYTES(tape_roles) = {
#embed "Tapes/roles.tape"
};

BYTES(tape_sign_in_answer_spent) = {
#embed "Tapes/sign-in-answer-spent.tape"
};

BYTES(tape_slow_reading) = {
#embed "Tapes/slow-reading.tape"
};

BYTES(tape_start_after_due) = {
#embed "Tapes/start-after-due.tape"
};

BYTES(tape_why_lists_unreadable) = {
#embed "Tapes/why-lists-unreadable.tape"
};

BYTES(tape_why_no_lists) = {
#embed "Tapes/why-no-lists.tape"
};

BYTES(tape_why_no_plans) = {
#embed "Tapes/why-no-plans.tape"
};

#define ENTRY(name, symbol) {name, symbol, sizeof symbol}

static const struct tillside_resource table[] = {
  ENTRY("Scenarios/contoso-retail.json", scenario_contoso_retail),
  ENTRY("Scenarios/contoso-large.json", scenario_contoso_large),
  ENTRY("Scenarios/faq-1-owners.json", scenario_faq_1_owners),
  ENTRY("Scenarios/faq-2-communications-manager.json", scenario_faq_2_communications_manager),
  ENTRY("Scenarios/faq-3-hierarchy.json", scenario_faq_3_hierarchy),
  ENTRY("Scenarios/faq-4-sign-in.json", scenario_faq_4_sign_in),
  ENTRY("Scenarios/faq-5-link-teams.json", scenario_faq_5_link_teams),
  ENTRY("Scenarios/faq-6-clear-token.json", scenario_faq_6_clear_token),
  ENTRY("Scenarios/faq-7-no-managers.json", scenario_faq_7_no_managers),
  ENTRY("Scenarios/faq-8-manager-leaves.json", scenario_faq_8_manager_leaves),
  ENTRY("Scenarios/hostile-text.json", scenario_hostile_text),
  ENTRY("Scenarios/wide-scripts.json", scenario_wide_scripts),
  ENTRY("Strings/de.strings", strings_de),
  ENTRY("Strings/en-US.strings", strings_en_us),
  ENTRY("Strings/en.strings", strings_en),
  ENTRY("Strings/es.strings", strings_es),
  ENTRY("Tapes/access-questioned.tape", tape_access_questioned),
  ENTRY("Tapes/give-up-changes.tape", tape_give_up_changes),
  ENTRY("Tapes/scan.tape", tape_scan),
  ENTRY("Tapes/wide-scripts.tape", tape_wide_scripts),
  ENTRY("Tapes/faq-1-owners.tape", tape_faq_1_owners),
  ENTRY("Tapes/faq-2-communications-manager.tape", tape_faq_2_communications_manager),
  ENTRY("Tapes/faq-3-hierarchy.tape", tape_faq_3_hierarchy),
  ENTRY("Tapes/faq-4-sign-in.tape", tape_faq_4_sign_in),
  ENTRY("Tapes/faq-5-link-teams.tape", tape_faq_5_link_teams),
  ENTRY("Tapes/faq-6-clear-token.tape", tape_faq_6_clear_token),
  ENTRY("Tapes/faq-7-no-managers.tape", tape_faq_7_no_managers),
  ENTRY("Tapes/faq-8-manager-leaves.tape", tape_faq_8_manager_leaves),
  ENTRY("Tapes/why-integration-off.tape", tape_why_integration_off),
  ENTRY("Tapes/why-no-permission.tape", tape_why_no_permission),
  ENTRY("Tapes/why-offline.tape", tape_why_offline),
  ENTRY("Tapes/why-filtered.tape", tape_why_filtered),
  ENTRY("Tapes/why-all-done.tape", tape_why_all_done),
  ENTRY("Tapes/why-nothing-published.tape", tape_why_nothing_published),
  ENTRY("Tapes/idle-lock.tape", tape_idle_lock),
  ENTRY("Tapes/manager-override.tape", tape_manager_override),
  ENTRY("Tapes/offline-edit.tape", tape_offline_edit),
  ENTRY("Tapes/sign-in-browser.tape", tape_sign_in_browser),
  ENTRY("Tapes/shift.tape", tape_shift),
  ENTRY("Tapes/sign-in-answers.tape", tape_sign_in_answers),
  ENTRY("Tapes/sign-in-app.tape", tape_sign_in_app),
  ENTRY("Tapes/sign-in-busy.tape", tape_sign_in_busy),
  ENTRY("Tapes/sign-in-cancelled.tape", tape_sign_in_cancelled),
  ENTRY("Tapes/sign-in-code.tape", tape_sign_in_code),
  ENTRY("Tapes/sign-in-declined.tape", tape_sign_in_declined),
  ENTRY("Tapes/sign-in-elsewhere.tape", tape_sign_in_elsewhere),
  ENTRY("Tapes/sign-in-expired.tape", tape_sign_in_expired),
  ENTRY("Tapes/sign-in-lost.tape", tape_sign_in_lost),
  ENTRY("Tapes/sign-in-numbers.tape", tape_sign_in_numbers),
  ENTRY("Tapes/sign-in-offline.tape", tape_sign_in_offline),
  ENTRY("Tapes/sign-in-phone.tape", tape_sign_in_phone),
  ENTRY("Tapes/sign-in-phone-no.tape", tape_sign_in_phone_no),
  ENTRY("Tapes/sign-in-refused.tape", tape_sign_in_refused),
  ENTRY("Tapes/sign-in-second-proof.tape", tape_sign_in_second_proof),
  ENTRY("Tapes/sign-in-unknown-code.tape", tape_sign_in_unknown_code),
  ENTRY("Tapes/sign-in-wrong-password.tape", tape_sign_in_wrong_password),
  ENTRY("Tapes/start-help.tape", tape_start_help),
  ENTRY("Tapes/wrong-store.tape", tape_wrong_store),
  ENTRY("Tapes/cannot.tape", tape_cannot),
  ENTRY("Tapes/checklist.tape", tape_checklist),
  ENTRY("Tapes/conflict.tape", tape_conflict),
  ENTRY("Tapes/dates.tape", tape_dates),
  ENTRY("Tapes/day.tape", tape_day),
  ENTRY("Tapes/decisions.tape", tape_decisions),
  ENTRY("Tapes/hand-over.tape", tape_hand_over),
  ENTRY("Tapes/help-for-every-page.tape", tape_help_for_every_page),
  ENTRY("Tapes/hostile-text.tape", tape_hostile_text),
  ENTRY("Tapes/lists.tape", tape_lists),
  ENTRY("Tapes/manager.tape", tape_manager),
  ENTRY("Tapes/note.tape", tape_note),
  ENTRY("Tapes/pin-gone.tape", tape_pin_gone),
  ENTRY("Tapes/pin-off.tape", tape_pin_off),
  ENTRY("Tapes/pin.tape", tape_pin),
  ENTRY("Tapes/quit.tape", tape_quit),
  ENTRY("Tapes/receipt.tape", tape_receipt),
  ENTRY("Tapes/session-ended.tape", tape_session_ended),
  ENTRY("Tapes/sign-in-another-computer.tape", tape_sign_in_another_computer),
  ENTRY("Tapes/sign-in-more-numbers.tape", tape_sign_in_more_numbers),
  ENTRY("Tapes/undo.tape", tape_undo),
  ENTRY("Tapes/wide-screen.tape", tape_wide_screen),
  ENTRY("Tapes/busy.tape", tape_busy),
  ENTRY("Tapes/checklist-full.tape", tape_checklist_full),
  ENTRY("Tapes/decision-help.tape", tape_decision_help),
  ENTRY("Tapes/deleted-by-me.tape", tape_deleted_by_me),
  ENTRY("Tapes/hand-over-later.tape", tape_hand_over_later),
  ENTRY("Tapes/history.tape", tape_history),
  ENTRY("Tapes/language-american.tape", tape_language_american),
  ENTRY("Tapes/language-german.tape", tape_language_german),
  ENTRY("Tapes/language-spanish.tape", tape_language_spanish),
  ENTRY("Tapes/links.tape", tape_links),
  ENTRY("Tapes/loose-ends.tape", tape_loose_ends),
  ENTRY("Tapes/made-twice.tape", tape_made_twice),
  ENTRY("Tapes/new-day.tape", tape_new_day),
  ENTRY("Tapes/note-long.tape", tape_note_long),
  ENTRY("Tapes/old-change.tape", tape_old_change),
  ENTRY("Tapes/one-list-fails.tape", tape_one_list_fails),
  ENTRY("Tapes/unsent.tape", tape_unsent),
  ENTRY("Tapes/edges.tape", tape_edges),
  ENTRY("Tapes/practice-world.tape", tape_practice_world),
  ENTRY("Tapes/clocks.tape", tape_clocks),
  ENTRY("Tapes/disk.tape", tape_disk),
  ENTRY("Tapes/empty-rows.tape", tape_empty_rows),
  ENTRY("Tapes/give-up-many.tape", tape_give_up_many),
  ENTRY("Tapes/head-office.tape", tape_head_office),
  ENTRY("Tapes/history-days.tape", tape_history_days),
  ENTRY("Tapes/kiosk.tape", tape_kiosk),
  ENTRY("Tapes/large-store.tape", tape_large_store),
  ENTRY("Tapes/network.tape", tape_network),
  ENTRY("Tapes/no-news.tape", tape_no_news),
  ENTRY("Tapes/no-profile.tape", tape_no_profile),
  ENTRY("Tapes/note-too-long.tape", tape_note_too_long),
  ENTRY("Tapes/operations.tape", tape_operations),
  ENTRY("Tapes/practice-refused.tape", tape_practice_refused),
  ENTRY("Tapes/roles.tape", tape_roles),
  ENTRY("Tapes/sign-in-answer-spent.tape", tape_sign_in_answer_spent),
  ENTRY("Tapes/slow-reading.tape", tape_slow_reading),
  ENTRY("Tapes/start-after-due.tape", tape_start_after_due),
  ENTRY("Tapes/why-lists-unreadable.tape", tape_why_lists_unreadable),
  ENTRY("Tapes/why-no-lists.tape", tape_why_no_lists),
  ENTRY("Tapes/why-no-plans.tape", tape_why_no_plans),
};

static const size_t count = sizeof table / sizeof table[0];

size_t tillside_resource_count(void) { return count; }

const struct tillside_resource *tillside_resource_at(size_t index) {
  return index < count ? &table[index] : NULL;
}

const struct tillside_resource *tillside_resource_named(const char *name) {
  for (size_t index = 0; index < count; index++) {
    if (strcmp(table[index].name, name) == 0) return &table[index];
  }
  return NULL;
}
