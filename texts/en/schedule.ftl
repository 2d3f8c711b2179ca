### My schedule: registrations, meetings, calendar, and withdrawing.

schedule-text =
    📅 <b>My schedule</b>

    { $meetings }

    { $applications }
schedule-empty =
    📅 <b>My schedule</b>

    You have no registration yet. Choose a course first; once you have registered, its number and timetable are here.
schedule-no-meetings = No class meetings yet. They appear here once you are accepted.
schedule-next = <b>Next meetings</b>
schedule-meeting =
    • <b>{ $when }</b>: { $name ->
        [none] { "" }
       *[other] { $name },{" "}
    }{ $programme }, { $place }
schedule-meeting-cancelled =
    • { $when }: { $name ->
        [none] { "" }
       *[other] { $name },{" "}
    }{ $programme } <b>cancelled</b>
schedule-place-unknown = place to be announced
schedule-applications = <b>Registrations</b>
schedule-line =
    • <b>{ $number }</b>: { $name ->
        [none] { "" }
       *[other] <b>{ $name }</b>,{" "}
    }{ $programme }, { $state }
schedule-state-submitted = waiting for the selection
schedule-state-reserve = on the reserve
schedule-state-offered = a seat, waiting for an answer
schedule-state-admitted = accepted
schedule-state-not_selected = not selected
schedule-state-declined = seat let go
schedule-state-lapsed = not confirmed
schedule-state-withdrawn = withdrawn

schedule-see-number = See { $number }
schedule-see-of = { $name }: { $number }
schedule-calendar = Save to calendar
schedule-reminders = Set reminders
schedule-courses = See courses
schedule-see-class = See the class
schedule-resume = Go on with registration

schedule-application =
    📝 Registration number <b>{ $number }</b>

    { $programme }, { $wave }
    State: <b>{ $state }</b>
    Name: { $name }
    NIK: { $nik }

    { $history }
schedule-history-submitted = Sent { $when }.
schedule-history-reserve = On the reserve since { $when }.
schedule-history-offered = Seat offered { $when }.
schedule-history-admitted = Accepted { $when }.
schedule-history-not_selected = Results announced { $when }.
schedule-history-declined = Let go { $when }.
schedule-history-lapsed = The deadline passed { $when }.
schedule-history-withdrawn = Withdrawn { $when }.
schedule-papers =
    { $until ->
        [none] Papers missing: <b>{ $papers }</b>.
       *[other] Papers missing: <b>{ $papers }</b>, by { $until }.
    }
schedule-withdraw = Withdraw

schedule-ask-withdraw =
    ⚠️ <b>Withdraw registration { $number }?</b>

    { $state ->
        [admitted] { $name ->
            [none] Your seat
           *[other] The seat of { $name }
        } in { $programme } goes to somebody else, and its reminders stop.
        [reserve] { $name ->
            [none] You give up your
           *[other] { $name } gives up the
        } place on the reserve of { $programme }.
       *[other] { $name ->
            [none] You leave
           *[other] { $name } leaves
        } the selection for { $programme }, and this number is no longer valid.
    } This can't be undone.{ $closes ->
        [none] { "" }
       *[other] {" "}You can register again only while registration is open, until { $closes }.
    }
schedule-stay = No, I stay
schedule-withdraw-really = Yes, withdraw
schedule-withdrawn = 📝 Registration <b>{ $number }</b> for { $programme } is withdrawn.
schedule-withdrawn-already = This registration is withdrawn already.
schedule-ended-already = This registration has ended, so there is nothing to withdraw.

schedule-calendar-caption = 📅 Open this file to save { $count ->
        [1] one meeting
       *[other] { $count } meetings
    } in your phone's calendar. If the timetable changes, ask for it again here.
schedule-calendar-empty = There are no meetings to save yet. The timetable is there once you are accepted.

error-no-such-applicant = 📝 That person’s data is no longer on this phone. It may have been deleted, or moved to another phone.
error-no-such-application = 📝 That registration is not one of this account. Those that are stand in your schedule.
error-not-possible = That can't be changed any more.
error-class-full = All { $capacity } seats are taken.
