### Messages that come unasked.

letter-meeting =
    🔔 { $name ->
        [none] Your class
       *[other] The class of { $name },
    } <b>{ $programme }</b> is <b>{ $when }</b>.
    Place: { $place }.{ $topic ->
        [none] { "" }
       *[other] {" "}Topic: { $topic }.
    }
letter-meeting-moved =
    📅 The timetable of <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}for { $name }
    } has changed.

    { $before ->
        [none] It is now
       *[other] It was { $before }. It is now
    } <b>{ $when }</b>. Place: { $place }.
    Its reminders move with it.
letter-meeting-cancelled =
    📅 The class <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}for { $name }
    } on { $when } is <b>cancelled</b>, so there is no need to come.
letter-draft-closing =
    🔔 Registration for <b>{ $programme }</b> closes <b>{ $when }</b>, and { $name ->
        [none] yours
       *[other] that of { $name }
    } is not finished. Your answers are still kept.
letter-admitted =
    🎓 { $confirmed ->
        [yes] { $name ->
            [none] Your
           *[other] { $name }’s
        } seat in <b>{ $programme }</b> has been confirmed by staff at the counter.
       *[no] { $name ->
            [none] You are
           *[other] { $name } is
        } accepted for <b>{ $programme }</b>.
    } Registration number: <b>{ $number }</b>.{ $starts ->
        [none] { "" }
       *[other] {" "}The training begins on <b>{ $starts }</b>.
    }

    You can see the timetable and the participant card now, and we remind you before each meeting.
letter-registration-open =
    🎓 Registration for <b>{ $programme }</b> is open ({ $wave }).{ $closes ->
        [none] { "" }
       *[other] {" "}It closes <b>{ $closes }</b>.
    }

    You asked to be told of this.
letter-stage-test =
    🔔 { $name ->
        [none] Your
       *[other] { $name }’s
    } selection test for <b>{ $programme }</b> is <b>{ $when }</b>.{ $place ->
        [none] { "" }
       *[other] {"\u000A"}Place: { $place }, unless staff tell you another.
    }
    Registration number: { $number }.
letter-stage-interview =
    🔔 { $name ->
        [none] Your
       *[other] { $name }’s
    } selection interview for <b>{ $programme }</b> is <b>{ $when }</b>.{ $place ->
        [none] { "" }
       *[other] {"\u000A"}Place: { $place }, unless staff tell you another.
    }
    Registration number: { $number }.
letter-stage-moved =
    📅 The { $stage ->
        [test] selection test
        [interview] selection interview
       *[other] enrolment
    } for <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}({ $name })
    } was moved.

    { $before ->
        [none] It is now
       *[other] It was { $before }. It is now
    } <b>{ $when }</b>{ $stage ->
        [reregistration] { $until ->
            [none] { "" }
           *[other] , until <b>{ $until }</b>
        }
       *[other] { "" }
    }.
    Registration number: { $number }.
letter-reregistration-open =
    📝 Enrolment (daftar ulang) for <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}({ $name })
    } is open.{ $until ->
        [none] { "" }
       *[other] {" "}It ends <b>{ $until }</b>.
    }
    A seat nobody enrols for goes to the next of the reserve. Registration number: { $number }.
letter-reregistration-ends =
    🔔 Enrolment (daftar ulang) for <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}({ $name })
    } ends <b>{ $until }</b>. A seat nobody enrols for goes to the next of the reserve.

    Enrolled already? Then there is nothing more to do. Registration number: { $number }.
letter-papers-missing =
    📝 The papers of registration <b>{ $number }</b>, { $programme }{ $name ->
        [none] { "" }
       *[other] {" "}({ $name })
    }, are not complete. Still missing: <b>{ $papers }</b>.{ $unreadable ->
        [none] { "" }
       *[other] {" "}Sent, and not readable: { $unreadable }.
    }

    Send a picture or a PDF here, or hand them to the staff{ $until ->
        [none] {" "}where you registered.
       *[other] {" "}by <b>{ $until }</b>.
    }
letter-papers-due =
    🔔 The papers of registration <b>{ $number }</b>, { $programme }{ $name ->
        [none] { "" }
       *[other] {" "}({ $name })
    }, still lack: <b>{ $papers }</b>. The last day is <b>{ $until }</b>.
letter-papers-complete =
    📝 The papers of registration <b>{ $number }</b>, { $programme }{ $name ->
        [none] { "" }
       *[other] {" "}({ $name })
    }, are complete. Thank you.
letter-absences-reached =
    🔔 { $name ->
        [none] You have
       *[other] { $name } has
    } been <b>absent { $absent ->
        [one] once
       *[other] { $absent } times
    }</b> from <b>{ $programme }</b>. That is as often as is allowed ({ $allowed }), so let it not be more.

    Is something in the way? Tell the staff before the meeting, so that it is noted as excused.
letter-absences-exceeded =
    ⚠️ { $name ->
        [none] You have
       *[other] { $name } has
    } been <b>absent { $absent ->
        [one] once
       *[other] { $absent } times
    }</b> from <b>{ $programme }</b>, more often than is allowed ({ $allowed }). Speak to the training staff as soon as you can.

    Were you there, or excused? Tell the staff; the record can be put right.
letter-certificate-passed =
    🎓 { $name ->
        [none] You have
       *[other] { $name } has
    } <b>passed</b> for the certificate ({ $kind }) of <b>{ $programme }</b>. Its number will follow, and we will tell you.{ $why ->
        [none] { "" }
       *[other] {" "}This replaces what we told you before. The reason: { $why }.
    }
letter-certificate-failed =
    🎓 { $name ->
        [none] You have
       *[other] { $name } has
    } <b>not passed yet</b> for the certificate ({ $kind }) of <b>{ $programme }</b>.{ $why ->
        [none] { "" }
       *[other] {" "}This replaces what we told you before. The reason: { $why }.
    }

    Ask the training staff when the test can be repeated. Once it is passed, we note it and tell you. Other certificates of this course stay as they are.
letter-certificate-issued =
    🎓 The certificate ({ $kind }) of <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}for { $name }
    } is issued. Number: <b>{ $number }</b>, dated { $day }.{ $why ->
        [none] { "" }
       *[other] {" "}This replaces the earlier number. The reason: { $why }.
    }

    The link that shows a company it is genuine is behind <i>See certificates</i>.
letter-ak1-report =
    🔔 Your AK1 card is to be reported { $today ->
        [yes] today
       *[no] on
    } <b>{ $day }</b>. Report to Disnaker, so that it stays valid.
letter-ak1-ends =
    🔔 Your AK1 card is no longer valid { $today ->
        [yes] from today
       *[no] from
    } <b>{ $day }</b>. Still looking for work? Get a new card at Disnaker, then change the date here.
letter-ak1-change = Change the card's date
letter-place-unknown = to be announced
letter-resume = Go on with registration
letter-register = Register now
letter-see-class = See the class
letter-see-schedule = See my schedule
letter-see-application = See my registration
letter-tell-no-more = Don't tell me
letter-fewer = Set reminders
letter-invited =
    🎓 Registration for <b>{ $programme }</b> is open again ({ $wave }), and { $name ->
        [none] you hear
       *[other] { $name } hears
    } of it first.{ $closes ->
        [none] { "" }
       *[other] {" "}It closes <b>{ $closes }</b>.
    }

    What you gave last time is filled in already. Check it, then send it.
letter-invited-use = Check and send
letter-other-chances = See other classes
letter-offer =
    🎓 { $promoted ->
        [yes] A seat is free in <b>{ $programme }</b>, and it is { $name ->
            [none] your turn
           *[other] the turn of { $name }
        }.
       *[no] { $name ->
            [none] You have
           *[other] { $name } has
        } passed the selection for <b>{ $programme }</b>.
    } Confirm the seat by <b>{ $until }</b>.

    Without an answer it goes to the next on the reserve. Registration number: { $number }.
letter-offer-half =
    🔔 { $name ->
        [none] Your seat
       *[other] The seat of { $name }
    } in <b>{ $programme }</b> is not confirmed yet. The deadline is <b>{ $until }</b>. Registration number: { $number }.
letter-offer-last =
    ⚠️ { $name ->
        [none] Your seat
       *[other] The seat of { $name }
    } in <b>{ $programme }</b> is about to go. Confirm it before <b>{ $until }</b>. Registration number: { $number }.
letter-offer-lapsed =
    📝 { $name ->
        [none] Your seat
       *[other] The seat of { $name }
    } in <b>{ $programme }</b> was not confirmed by { $until }, so it is no longer held.

    We keep your data. Other classes that are open now are below.
letter-seat-let-go =
    📝 { $name ->
        [none] Your
       *[other] { $name }’s
    } seat in <b>{ $programme }</b> was given back by staff at the counter, { $when }. The reason: { $why }.{ $bed ->
        [yes] {" "}The bed in the dormitory went with it.
       *[no] { "" }
    } Registration number: { $number }.

    You know nothing of this? Tell staff at once. Other classes that are open now are below.
letter-reserve =
    📝 { $name ->
        [none] You are
       *[other] { $name } is
    } <b>number { $place } on the reserve</b> for { $programme } (rank { $rank } of { $of }, { $seats } seats).

    Should a seat be free, we offer it in a message here. The answer has a deadline.
letter-waiting =
    📝 { $name ->
        [none] You are
       *[other] { $name } is
    } number <b>{ $place }</b> on the waiting list for { $programme }. Registration number: <b>{ $number }</b>.

    Should a seat be free, we offer it in a message here. The answer has a deadline.
letter-not-selected =
    📝 { $name ->
        [none] You were
       *[other] { $name } was
    } not selected for { $programme } this time (rank { $rank } of { $of }, { $seats } seats).

    We keep the data: when it opens again, { $name ->
        [none] you are
       *[other] { $name } is
    } invited first.
letter-no-seat =
    📝 { $name ->
        [none] You have
       *[other] { $name } has
    } no seat in <b>{ $programme }</b> this time. The training has begun, and there is no seat left to offer. Registration number: <b>{ $number }</b>.

    We keep the data: when it opens again, { $name ->
        [none] you are
       *[other] { $name } is
    } invited first. Other classes that are open now are below.
letter-school-start =
    🔔 { $name ->
        [none] Your apprenticeship
       *[other] The apprenticeship of { $name }
    } begins { $tomorrow ->
        [yes] <b>tomorrow</b>, { $starts }
       *[no] on <b>{ $starts }</b>
    }, at <b>{ $host }</b>, { $address }.

    Supervisor there: { $hostsupervisor }. At school: { $schoolsupervisor }.
letter-school-changed =
    ⚠️ { $name ->
        [none] Your apprenticeship
       *[other] The apprenticeship of { $name }
    } has changed. It is now:

    <b>{ $host }</b>, { $address }
    <b>{ $days }</b>
    Supervisors: { $schoolsupervisor } (school), { $hostsupervisor } (host)
letter-school-withdrawn =
    📝 { $name ->
        [none] You are
       *[other] { $name } is
    } no longer in the apprenticeship at <b>{ $host }</b>, { $days } (number { $number }).

    Ask { $schoolsupervisor } if you did not know of it.
letter-school-accepted-group =
    🏫 The group at <b>{ $host }</b>, { $days }, is <b>accepted</b>: { $accepted } pupils.

    Make the pupils' links and hand them out, so that place, dates and reminders are on their phones.
letter-school-returned-group =
    🏫 The list for <b>{ $host }</b>, { $days }, was <b>sent back</b>: { $reason }

    Put it right and send a new one.
letter-school-changed-group =
    🏫 The group has changed. It is now:

    <b>{ $host }</b>, { $address }
    <b>{ $days }</b>
    Supervisors: { $schoolsupervisor } (school), { $hostsupervisor } (host)
letter-school-withdrawn-group =
    🏫 { $name ->
        [none] A pupil
       *[other] <b>{ $name }</b>
    } (number { $number }) is no longer in the group at <b>{ $host }</b>, { $days }: { $why }.

    Free places now: <b>{ $free }</b>.

letter-placement =
    💼 { $name ->
        [none] { "" }
       *[other] { $name }:{" "}
    }{ $provider } has noted something about your placement after <b>{ $programme }</b>.

    { $state }

    Is it so? Your answer is kept beside their note.
