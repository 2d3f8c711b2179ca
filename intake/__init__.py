"""Who gets a seat: drafts of registrations, applications, timetables and their reminders."""
