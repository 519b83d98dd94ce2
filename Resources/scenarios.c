// Practice worlds.
#include "shelf.h"

BYTES(scenario_contoso_retail) = {
#embed "Scenarios/contoso-retail.json"
};
BYTES(scenario_contoso_large) = {
#embed "Scenarios/contoso-large.json"
};
BYTES(scenario_left_out) = {
#embed "Scenarios/left-out.json"
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

static const struct tillside_resource files[] = {
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
  ENTRY("Scenarios/left-out.json", scenario_left_out),
  ENTRY("Scenarios/wide-scripts.json", scenario_wide_scripts),
};

const struct shelf tillside_scenarios = SHELF(files);
