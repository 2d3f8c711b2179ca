### Messages that come unasked.

letter-meeting =
    🔔 Your class <b>{ $programme }</b> is <b>{ $when }</b>.
    Place: { $place }.{ $topic ->
        [none] { "" }
       *[other] {" "}Topic: { $topic }.
    }
letter-meeting-moved =
    📅 The timetable of <b>{ $programme }</b> has changed.

    { $before ->
        [none] It is now
       *[other] It was { $before }. It is now
    } <b>{ $when }</b>. Place: { $place }.
    Its reminders move with it.
letter-meeting-cancelled =
    📅 The class <b>{ $programme }</b> on { $when } is <b>cancelled</b>. You don't need to come.
letter-draft-closing =
    🔔 Registration for <b>{ $programme }</b> closes <b>{ $when }</b>, and yours is not finished. Your answers are still kept.
letter-admitted =
    🎓 You are accepted for <b>{ $programme }</b>. Registration number: <b>{ $number }</b>.

    You can see the timetable now, and we remind you before each meeting.
letter-registration-open =
    🎓 Registration for <b>{ $programme }</b> is open ({ $wave }).{ $closes ->
        [none] { "" }
       *[other] {" "}It closes <b>{ $closes }</b>.
    }

    You asked to be told of this.
letter-place-unknown = to be announced
letter-resume = Go on with registration
letter-register = Register now
letter-see-class = See the class
letter-see-schedule = See my schedule
letter-see-application = See my registration
letter-tell-no-more = Don't tell me
letter-fewer = Set reminders
