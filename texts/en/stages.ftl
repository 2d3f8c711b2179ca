### The stages of a wave: for those in it, and at the staff's desk.

stages-see = See its stages
stages-here =
    { $here ->
        [none] { $next ->
            [none] All stages of this wave are over.
           *[other] You are here: waiting for <b>{ $next }</b>, { $dates }.
        }
       *[other] You are here: <b>{ $here }</b>.{ $next ->
            [none] { "" }
           *[other] {" "}Next: { $next }, { $dates }.
        }
    }
stages-mine =
    📅 <b>Stages of { $programme }</b>
    { $wave }

    { $lines }

    { $here }
stages-line =
    { $standing ->
        [done] { $stage }: over
        [now] <b>{ $stage }: under way</b>, { $dates }
        [late] <b>{ $stage }: not all are out yet</b>, { $dates }
       *[ahead] { $stage }: { $dates }
    }
stages-undated = date to follow

stages-waves = 📅 <b>Waves</b>: choose the one to look at.
stages-no-waves = 📅 Your provider has no waves in the catalogue yet.
stages-open-wave = See the wave
stages-wave =
    📅 <b>{ $code }</b>, { $title }

    { $lines }

    Waiting for the selection: { $submitted }, papers missing: { $lacking }, admitted: { $admitted }.{ $next ->
        [none] {" "}All stages are over.
       *[other] {" "}Next: <b>{ $next }</b>{ $due ->
            [none] .
           *[other] , { $due }.
        }
    }
stages-move =
    { $which ->
        [registration-began] Open registration
        [registration-ended] Close registration
        [papers-began] Start checking papers
        [papers-ended] End checking papers
        [test-invited] Invite to the selection
        [test-began] Start the test
        [test-ended] End the test
        [interview-invited] Invite to the selection
        [interview-began] Start the interviews
        [interview-ended] End the interviews
        [results-began] Announce the results
        [results-ended] Announce what is left
        [reregistration-began] Start confirmation
        [reregistration-ended] End confirmation
        [training-began] Start the training
        [training-ended] End the training
        [certificates-began] Start certificates
       *[certificates-ended] End certificates
    }
stages-what =
    { $which ->
        [registration-began] People can register from now on, and those who wait for it are told.
        [registration-ended] From now on nobody can register.
        [papers-began] Staff are told how many papers wait to be checked.
        [test-invited] All who wait for the selection are told when their test and interview are, and which papers are missing.
        [interview-invited] All who wait for the selection are told when their interview is, and which papers are missing.
        [results-began] The results of all classes go out now, and seats are offered. What was told can't be taken back.
        [results-ended] The results of the classes that are left go out now, and seats are offered. What was told can't be taken back.
        [reregistration-ended] Seats already offered can still be confirmed until the deadline people were told.
        [training-began] Seats are not passed on any more, and the reserve is told that no seat came free.
        [training-ended] This wave is over.
        [certificates-began] Staff are told that certificates wait to be noted.
       *[other] It is noted on the wave's timeline.
    }
stages-ask =
    ⚠️ <b>{ $move } ({ $code })?</b>

    { $what }{ $due ->
        [none] { "" }
       *[other] {" "}It is planned for { $due }.
    } A stage can't be turned back.

    What is the reason? Choose it below, or write it, and it is done at once. The reason and your name are noted.
stages-keep = No, leave it for now
stages-why-ready = Everything is ready
stages-why-late = Its time has passed
stages-why-told = Told to by the head
stages-why-date = The date was wrong
stages-done = ✅ Done: { $move }.

error-nothing-to-move = 📅 That was done already. How it stands now is below.
error-out-of-order = 📅 It is not its turn yet: another stage comes first, as told below.
error-results-not-ready = ⚠️ Not to be announced yet: the lists of { $titles } are not ready. Complete the scores, draw up the lists, then try again.
error-results-on-their-way = 📅 Every list has its minute. This stage ends by itself as soon as the last one is out.
error-wave-cannot-move = ⚠️ This wave's dates do not allow it yet. Look at its dates in the catalogue first.
error-no-such-stage = 📅 This wave has no such stage any more.
error-no-such-wave = 📅 That wave is not there any more.

stages-letter-invited =
    📝 { $name ->
        [none] You are
       *[other] { $name } is
    } invited to the selection for <b>{ $programme }</b>.

    { $lines }{ $place ->
        [none] { "" }
       *[other] {"\u000A"}Place: { $place }, unless staff tell you another.
    }

    { $papers ->
        [none] Bring your original KTP and the registration number <b>{ $number }</b>.
       *[other] Papers are still missing: <b>{ $papers }</b>. Hand them in before the day, here or to staff. Registration number: <b>{ $number }</b>.
    }
stages-letter-invited-line = { $stage }: <b>{ $when }</b>
stages-letter-staff-papers =
    📝 Papers of the wave <b>{ $wave }</b> are to be checked now: <b>{ $count ->
        [1] 1 registration
       *[other] { $count } registrations
    }</b>, of which { $sent } { $sent ->
        [1] has
       *[other] have
    } sent documents.{ $until ->
        [none] { "" }
       *[other] {" "}Be done by <b>{ $until }</b>; after that applicants are invited to the selection.
    }
stages-letter-staff-results =
    📝 { $when ->
        [none] The results of the wave <b>{ $wave }</b> should be out by now.
       *[other] The results of the wave <b>{ $wave }</b> go out <b>{ $when }</b>.
    } { $unready ->
        [0] All { $ready } classes are ready, and go out by themselves at that time. They must not yet? Move the stage.
       *[other] Not ready: <b>{ $titles }</b>{ $more ->
            [0] { "" }
           *[other] {" "}and { $more } more classes
        }. Complete the scores and draw up the lists{ $when ->
            [none] , then announce them.
           *[other] ; classes that are ready go out by themselves at that time.
        }
    }
stages-letter-staff-certificates = 🎓 The training of the wave <b>{ $wave }</b> is over. The certificates of <b>{ $count ->
        [1] 1 trainee
       *[other] { $count } trainees
    }</b> wait to be noted at the staff's desk.
