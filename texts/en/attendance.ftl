### Attendance: a summary for the trainee, and the roll at the staff's desk.

attendance-summary =
    Attendance: present <b>{ $present }</b>, late <b>{ $late }</b>, excused <b>{ $excused }</b>, absent <b>{ $absent }</b> of { $counted } meetings.{ $days ->
        [none] { "" }
       *[other] {" "}Absent on { $days }.
    }{ $allowed ->
        [none] { "" }
       *[other] {" "}Absences allowed: { $allowed }.
    }
attendance-classes =
    📅 <b>Attendance</b>

    Which class? Quicker still: scan the code on the trainee's card with your phone's camera.
attendance-no-class = 📅 No class has trainees and meetings yet.
attendance-meetings = 📅 Which meeting?
attendance-no-meeting = 📅 This class has no meeting until tomorrow.
attendance-meeting = Meeting { $number } · { $day }
attendance-roll =
    📅 <b>{ $programme }</b>, meeting <b>{ $number }</b>
    { $when }

    { $cancelled ->
        [yes] This meeting is cancelled, so nobody's attendance is noted.
       *[no] Present { $present }, late { $late }, excused { $excused }, absent { $absent }, not noted { $open }. Choose a name to note it.
    }
attendance-record =
    📅 <b>{ $name }</b> ({ $number })
    { $programme }, meeting { $meeting }

    Now: <b>{ $state }</b>
attendance-told-present =
    { $day ->
        [none] present { $clock }
       *[other] present, noted { $day }, { $clock }
    }
attendance-told-late =
    { $minutes ->
        [none] late
       *[other] { $minutes } minutes late
    }
attendance-told-excused = excused ({ $why })
attendance-told-absent = absent
attendance-told-open = not noted
attendance-state-present = present
attendance-state-late = late
attendance-state-excused = excused
attendance-state-absent = absent
attendance-state-open = not noted
attendance-mark-present = Note as present
attendance-mark-late = Note as late
attendance-mark-excused = Note as excused
attendance-mark-absent = Note as absent
attendance-ask-excuse = 📅 Why is <b>{ $name }</b> excused from meeting { $meeting }?
attendance-why-sick = Ill
attendance-why-family = Family matters
attendance-why-duty = Official duty
attendance-why-other = Another reason
attendance-marked = { $name }: { $state }
attendance-correct = Correct it
attendance-see-roll = See the roll

error-meeting-not-held = 📅 That meeting is cancelled, or none of this class. Nobody's attendance is noted.
error-meeting-ahead = 📅 That meeting only begins { $starts_at }. Before its day, all that can be noted is an excuse.
error-reason-missing = ⚠️ This wants a reason. Choose one of the buttons.
