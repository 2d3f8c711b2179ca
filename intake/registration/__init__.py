"""From "may I?" to a number: checks of the rules, drafts, submissions, the next chances."""
