### Invited first to the next wave, for those who got no seat.

invitations-stop = No more invitations
invitations-again = Invite first again
invitations-on = ⚙️ All right. When a course without a seat this time opens again, { $name } is invited first.
invitations-off = ⚙️ All right, { $name } is invited no more. What is open can still be seen under Courses.
