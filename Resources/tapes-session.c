// Tapes of the session: signing in, lock, hand-over, sign-out, and who may do what.
#include "shelf.h"

BYTES(tape_access_questioned) = {
#embed "Tapes/access-questioned.tape"
};
BYTES(tape_cut_off) = {
#embed "Tapes/cut-off.tape"
};
BYTES(tape_give_up_changes) = {
#embed "Tapes/give-up-changes.tape"
};
BYTES(tape_give_up_many) = {
#embed "Tapes/give-up-many.tape"
};
BYTES(tape_hand_over_later) = {
#embed "Tapes/hand-over-later.tape"
};
BYTES(tape_hand_over) = {
#embed "Tapes/hand-over.tape"
};
BYTES(tape_idle_lock) = {
#embed "Tapes/idle-lock.tape"
};
BYTES(tape_idle_minutes) = {
#embed "Tapes/idle-minutes.tape"
};
BYTES(tape_kiosk) = {
#embed "Tapes/kiosk.tape"
};
BYTES(tape_left_team) = {
#embed "Tapes/left-team.tape"
};
BYTES(tape_manager_override) = {
#embed "Tapes/manager-override.tape"
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
BYTES(tape_phone_narrow) = {
#embed "Tapes/phone-narrow.tape"
};
BYTES(tape_plain_paper) = {
#embed "Tapes/plain-paper.tape"
};
BYTES(tape_plain_shift) = {
#embed "Tapes/plain-shift.tape"
};
BYTES(tape_provider_odd) = {
#embed "Tapes/provider-odd.tape"
};
BYTES(tape_quit) = {
#embed "Tapes/quit.tape"
};
BYTES(tape_real_store) = {
#embed "Tapes/real-store.tape"
};
BYTES(tape_receipt) = {
#embed "Tapes/receipt.tape"
};
BYTES(tape_receipt_token) = {
#embed "Tapes/receipt-token.tape"
};
BYTES(tape_roles) = {
#embed "Tapes/roles.tape"
};
BYTES(tape_sent_on_the_way_out) = {
#embed "Tapes/sent-on-the-way-out.tape"
};
BYTES(tape_server_clock) = {
#embed "Tapes/server-clock.tape"
};
BYTES(tape_session_ended) = {
#embed "Tapes/session-ended.tape"
};
BYTES(tape_sign_in_another_computer) = {
#embed "Tapes/sign-in-another-computer.tape"
};
BYTES(tape_sign_in_answer_spent) = {
#embed "Tapes/sign-in-answer-spent.tape"
};
BYTES(tape_sign_in_answers) = {
#embed "Tapes/sign-in-answers.tape"
};
BYTES(tape_sign_in_app) = {
#embed "Tapes/sign-in-app.tape"
};
BYTES(tape_sign_in_browser) = {
#embed "Tapes/sign-in-browser.tape"
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
BYTES(tape_sign_in_code_old) = {
#embed "Tapes/sign-in-code-old.tape"
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
BYTES(tape_sign_in_more_numbers) = {
#embed "Tapes/sign-in-more-numbers.tape"
};
BYTES(tape_sign_in_numbers) = {
#embed "Tapes/sign-in-numbers.tape"
};
BYTES(tape_sign_in_offline) = {
#embed "Tapes/sign-in-offline.tape"
};
BYTES(tape_sign_in_phone_no) = {
#embed "Tapes/sign-in-phone-no.tape"
};
BYTES(tape_sign_in_phone) = {
#embed "Tapes/sign-in-phone.tape"
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
BYTES(tape_start_after_due) = {
#embed "Tapes/start-after-due.tape"
};
BYTES(tape_start_help) = {
#embed "Tapes/start-help.tape"
};
BYTES(tape_two_unsent) = {
#embed "Tapes/two-unsent.tape"
};
BYTES(tape_words_of_a_new_task) = {
#embed "Tapes/words-of-a-new-task.tape"
};
BYTES(tape_wrong_store) = {
#embed "Tapes/wrong-store.tape"
};

static const struct tillside_resource files[] = {
  ENTRY("Tapes/access-questioned.tape", tape_access_questioned),
  ENTRY("Tapes/cut-off.tape", tape_cut_off),
  ENTRY("Tapes/give-up-changes.tape", tape_give_up_changes),
  ENTRY("Tapes/give-up-many.tape", tape_give_up_many),
  ENTRY("Tapes/hand-over-later.tape", tape_hand_over_later),
  ENTRY("Tapes/hand-over.tape", tape_hand_over),
  ENTRY("Tapes/idle-lock.tape", tape_idle_lock),
  ENTRY("Tapes/idle-minutes.tape", tape_idle_minutes),
  ENTRY("Tapes/kiosk.tape", tape_kiosk),
  ENTRY("Tapes/left-team.tape", tape_left_team),
  ENTRY("Tapes/manager-override.tape", tape_manager_override),
  ENTRY("Tapes/pin-gone.tape", tape_pin_gone),
  ENTRY("Tapes/pin-off.tape", tape_pin_off),
  ENTRY("Tapes/pin.tape", tape_pin),
  ENTRY("Tapes/phone-narrow.tape", tape_phone_narrow),
  ENTRY("Tapes/plain-paper.tape", tape_plain_paper),
  ENTRY("Tapes/plain-shift.tape", tape_plain_shift),
  ENTRY("Tapes/provider-odd.tape", tape_provider_odd),
  ENTRY("Tapes/quit.tape", tape_quit),
  ENTRY("Tapes/real-store.tape", tape_real_store),
  ENTRY("Tapes/receipt.tape", tape_receipt),
  ENTRY("Tapes/receipt-token.tape", tape_receipt_token),
  ENTRY("Tapes/roles.tape", tape_roles),
  ENTRY("Tapes/sent-on-the-way-out.tape", tape_sent_on_the_way_out),
  ENTRY("Tapes/server-clock.tape", tape_server_clock),
  ENTRY("Tapes/session-ended.tape", tape_session_ended),
  ENTRY("Tapes/sign-in-another-computer.tape", tape_sign_in_another_computer),
  ENTRY("Tapes/sign-in-answer-spent.tape", tape_sign_in_answer_spent),
  ENTRY("Tapes/sign-in-answers.tape", tape_sign_in_answers),
  ENTRY("Tapes/sign-in-app.tape", tape_sign_in_app),
  ENTRY("Tapes/sign-in-browser.tape", tape_sign_in_browser),
  ENTRY("Tapes/sign-in-busy.tape", tape_sign_in_busy),
  ENTRY("Tapes/sign-in-cancelled.tape", tape_sign_in_cancelled),
  ENTRY("Tapes/sign-in-code.tape", tape_sign_in_code),
  ENTRY("Tapes/sign-in-code-old.tape", tape_sign_in_code_old),
  ENTRY("Tapes/sign-in-declined.tape", tape_sign_in_declined),
  ENTRY("Tapes/sign-in-elsewhere.tape", tape_sign_in_elsewhere),
  ENTRY("Tapes/sign-in-expired.tape", tape_sign_in_expired),
  ENTRY("Tapes/sign-in-lost.tape", tape_sign_in_lost),
  ENTRY("Tapes/sign-in-more-numbers.tape", tape_sign_in_more_numbers),
  ENTRY("Tapes/sign-in-numbers.tape", tape_sign_in_numbers),
  ENTRY("Tapes/sign-in-offline.tape", tape_sign_in_offline),
  ENTRY("Tapes/sign-in-phone-no.tape", tape_sign_in_phone_no),
  ENTRY("Tapes/sign-in-phone.tape", tape_sign_in_phone),
  ENTRY("Tapes/sign-in-refused.tape", tape_sign_in_refused),
  ENTRY("Tapes/sign-in-second-proof.tape", tape_sign_in_second_proof),
  ENTRY("Tapes/sign-in-unknown-code.tape", tape_sign_in_unknown_code),
  ENTRY("Tapes/sign-in-wrong-password.tape", tape_sign_in_wrong_password),
  ENTRY("Tapes/start-after-due.tape", tape_start_after_due),
  ENTRY("Tapes/start-help.tape", tape_start_help),
  ENTRY("Tapes/two-unsent.tape", tape_two_unsent),
  ENTRY("Tapes/words-of-a-new-task.tape", tape_words_of_a_new_task),
  ENTRY("Tapes/wrong-store.tape", tape_wrong_store),
};

const struct shelf tillside_session_tapes = SHELF(files);
