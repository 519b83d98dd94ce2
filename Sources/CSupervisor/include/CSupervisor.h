#pragma once

/// Linked by `tillside` alone. Before Swift starts, a constructor hardens the process, and when this will be the full-screen
/// program it forks: the child goes on, the parent stays behind to give the terminal back whatever ends the child.
/// Call this once from Swift: it keeps the constructor in the program.
void csupervisor_keep(void);

/// When the program ends well although something it printed did not arrive, says this line on standard error and ends it
/// with 74 instead: a script must not take half an answer for the whole.
void csupervisor_output_must_arrive(const char *_Nonnull line);

/// The words of the command line, program name first, as the constructor got them: with a static Swift runtime
/// `CommandLine.arguments` is empty in a program whose constructor has run.
int csupervisor_argument_count(void);
const char *_Nullable csupervisor_argument(int place);
