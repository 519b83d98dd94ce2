// Tapes of head office: the eight answers of the FAQ, and why there are no tasks.
#include "shelf.h"

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
BYTES(tape_head_office) = {
#embed "Tapes/head-office.tape"
};
BYTES(tape_no_profile) = {
#embed "Tapes/no-profile.tape"
};
BYTES(tape_practice_refused) = {
#embed "Tapes/practice-refused.tape"
};
BYTES(tape_practice_world) = {
#embed "Tapes/practice-world.tape"
};
BYTES(tape_why_all_done) = {
#embed "Tapes/why-all-done.tape"
};
BYTES(tape_why_filtered) = {
#embed "Tapes/why-filtered.tape"
};
BYTES(tape_why_integration_off) = {
#embed "Tapes/why-integration-off.tape"
};
BYTES(tape_why_lists_unreadable) = {
#embed "Tapes/why-lists-unreadable.tape"
};
BYTES(tape_why_no_lists) = {
#embed "Tapes/why-no-lists.tape"
};
BYTES(tape_why_no_permission) = {
#embed "Tapes/why-no-permission.tape"
};
BYTES(tape_why_no_plans) = {
#embed "Tapes/why-no-plans.tape"
};
BYTES(tape_why_not_mapped) = {
#embed "Tapes/why-not-mapped.tape"
};
BYTES(tape_why_nothing_published) = {
#embed "Tapes/why-nothing-published.tape"
};
BYTES(tape_why_offline) = {
#embed "Tapes/why-offline.tape"
};
BYTES(tape_why_team_unclear) = {
#embed "Tapes/why-team-unclear.tape"
};

static const struct tillside_resource files[] = {
  ENTRY("Tapes/faq-1-owners.tape", tape_faq_1_owners),
  ENTRY("Tapes/faq-2-communications-manager.tape", tape_faq_2_communications_manager),
  ENTRY("Tapes/faq-3-hierarchy.tape", tape_faq_3_hierarchy),
  ENTRY("Tapes/faq-4-sign-in.tape", tape_faq_4_sign_in),
  ENTRY("Tapes/faq-5-link-teams.tape", tape_faq_5_link_teams),
  ENTRY("Tapes/faq-6-clear-token.tape", tape_faq_6_clear_token),
  ENTRY("Tapes/faq-7-no-managers.tape", tape_faq_7_no_managers),
  ENTRY("Tapes/faq-8-manager-leaves.tape", tape_faq_8_manager_leaves),
  ENTRY("Tapes/head-office.tape", tape_head_office),
  ENTRY("Tapes/no-profile.tape", tape_no_profile),
  ENTRY("Tapes/practice-refused.tape", tape_practice_refused),
  ENTRY("Tapes/practice-world.tape", tape_practice_world),
  ENTRY("Tapes/why-all-done.tape", tape_why_all_done),
  ENTRY("Tapes/why-filtered.tape", tape_why_filtered),
  ENTRY("Tapes/why-integration-off.tape", tape_why_integration_off),
  ENTRY("Tapes/why-lists-unreadable.tape", tape_why_lists_unreadable),
  ENTRY("Tapes/why-no-lists.tape", tape_why_no_lists),
  ENTRY("Tapes/why-no-permission.tape", tape_why_no_permission),
  ENTRY("Tapes/why-no-plans.tape", tape_why_no_plans),
  ENTRY("Tapes/why-not-mapped.tape", tape_why_not_mapped),
  ENTRY("Tapes/why-nothing-published.tape", tape_why_nothing_published),
  ENTRY("Tapes/why-offline.tape", tape_why_offline),
  ENTRY("Tapes/why-team-unclear.tape", tape_why_team_unclear),
};

const struct shelf tillside_head_office_tapes = SHELF(files);
