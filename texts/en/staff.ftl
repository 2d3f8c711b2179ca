### The staff's desk: menu, invitations, and the list of those who were not told.

staff-menu =
    📣 <b>Staff desk</b>

    Hello, { $name }. From here you write to many people at once, look through papers, note attendance and certificates, and see who could not be told.{ $waiting ->
        [0] { "" }
        [1] {" "}<b>1 broadcast</b> waits for approval.
       *[other] {" "}<b>{ $waiting } broadcasts</b> wait for approval.
    }
staff-welcome =
    📣 Welcome, <b>{ $name }</b>. You are now { $role ->
        [approver] an approver of broadcasts
        [admin] an administrator
       *[staff] a member of staff
    } in Jawara.

    Write /staf at any time to open the staff desk.
staff-new = Write a broadcast
staff-resume = Go on with broadcast
staff-list = See all broadcasts
staff-untold = See who was not told
staff-documents = See applicants' papers
staff-attendance = Note attendance
staff-certificates = Note certificates
staff-open = Open the staff desk
staff-untold-text =
    ⚠️ <b>Not told: { $count ->
        [1] 1 person
       *[other] { $count } people
    }</b>

    This important news did not arrive on Telegram. Please reach them by phone.

    { $lines }
staff-untold-none = All results and important news have arrived. Nobody needs a call.
staff-untold-line = <b>{ $name }</b>, { $phone }: { $what }. { $why }, since { $since }.
staff-untold-line-many = <b>{ $name }</b>, { $phone }: { $what } and { $more } more. { $why }, since { $since }.
staff-untold-unnamed = No name given
staff-untold-no-phone = no phone number
staff-what-admitted = accepted for training
staff-what-meeting-moved = a class was moved
staff-what-meeting-cancelled = a class was cancelled
staff-what-stage-moved = a date was moved
staff-what-papers-missing = papers are missing
staff-what-papers-complete = papers are complete
staff-what-certificate = result or number of a certificate
staff-what-other = important news
staff-why-blocked = Has blocked Jawara
staff-why-deactivated = Account deleted
staff-why-never-started = Has never started Jawara
staff-why-other = Can't be reached

error-bad-invitation = This link has been used, or is too old. Ask whoever invited you for a new one.
