### The staff's desk: menu, invitations, and the list of those who were not told.

staff-menu =
    📣 <b>Staff desk</b>

    Hello, { $name }. From here you write to many people at once, run selections, look through papers, note attendance and certificates, and see who could not be told.{ $waiting ->
        [0] { "" }
        [1] {" "}<b>1 broadcast</b> waits for approval.
       *[other] {" "}<b>{ $waiting } broadcasts</b> wait for approval.
    }
staff-welcome =
    📣 Welcome, <b>{ $name }</b>. You are now { $role ->
        [approver] an approver of broadcasts and ranks
        [admin] an administrator
       *[staff] a member of staff
    } in Jawara.

    Write /staf at any time to open the staff desk.
staff-new = Write a broadcast
staff-resume = Go on with broadcast
staff-list = See all broadcasts
staff-untold = See who was not told
staff-waves = See waves
staff-phones = An applicant's new phone
staff-documents = See applicants' papers
staff-more = See more
staff-more-text = 📣 <b>The staff's desk</b>: what else there is.
staff-promises = See placements
staff-what-placement = a note on their placement
staff-tracks = See tracks abroad
staff-attendance = Note attendance
staff-certificates = Note certificates
staff-selection = See selection and seats
staff-schools = See school groups
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
staff-why-no-phone = Has connected no phone yet
staff-why-other = Can't be reached

staff-how-score = 📣 I can't read that. A score is written like this: <code>nilai PBK-2025-3-0001 tes 81,25</code>. Also <i>wawancara</i>; who was not there: <i>absen</i>.
staff-how-issue = 📣 I can't read that. A certificate's number is written like this: <code>terbit PBK-2025-3-0001 bnsp 71102 7212 4 0001234 2026</code>. The kinds are <i>balai</i>, <i>bnsp</i> and <i>resmi</i>. The day may stand behind it, such as 20/11/2026.
staff-how-place = 📣 I can't read that. A placement is written like this: <code>salur PBK-2025-3-0001 bekerja PT Contoh 15/12/2026 4900000</code>. Day and wage may be left out. Only introduced? Write <i>kenal</i> instead of <i>bekerja</i>.

error-bad-invitation = This link has been used, or is too old. Ask whoever invited you for a new one.
