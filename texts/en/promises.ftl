### Promised placements: for graduates, and the desk of who promised.

promises-see = See your placement
promises-mine =
    💼 <b>Placement in work: { $programme }</b>
    { $provider } promised: { $promise }

    { $state }
    { $answer }

    <i>{ $source }</i>
promises-state-promised = The provider has written down <b>nothing yet</b>{ $due ->
        [none] .
       *[other] , by { $due } at the latest.
    }
promises-state-introduced = The provider says: <b>introduced to { $company }</b>.
promises-state-placed = The provider says: <b>working at { $company }</b>{ $since ->
        [none] { "" }
       *[other] {" "}since { $since }
    }, wage { $wage ->
        [none] not told
       *[other] { $wage } a month
    }.
promises-state-not-placed = The provider says: <b>not placed</b> ({ $why }).
promises-state-declined = The provider says: <b>the job was declined</b> ({ $why }).
promises-answer-none = You have not answered yet.
promises-answer-yes = Your answer: <b>it is so</b>.
promises-answer-no = Your answer: <b>it is not so</b>. What is different?
promises-answer-not-there = Your answer: <b>I do not work there</b>.
promises-answer-elsewhere = Your answer: <b>I work somewhere else</b>.
promises-answer-wage = Your answer: <b>the wage is another one</b>.
promises-answer-nothing = As soon as there is news you are asked.
promises-yes = Yes, it is so
promises-no = It is not so
promises-not-there = I do not work there
promises-elsewhere = I work elsewhere
promises-wage = Another wage
promises-changed = The note has changed. This is the latest.
promises-noted = Thank you, your answer is noted.
promises-why-no-opening = no opening yet
promises-why-not-chosen = not chosen
promises-why-ended = no longer there
promises-why-slip = noted by mistake
promises-why-far = too far away
promises-why-wage = too little pay
promises-why-other-job = has another job
promises-why-study = studies again

promises-classes = 💼 Classes whose trainees were promised a placement. The number behind: its trainees.
promises-classes-none = 💼 No class has trainees who were promised a placement in work.
promises-class =
    💼 <b>{ $programme }</b>, { $wave }
    Promised to <b>{ $promised } people</b>.

    Working, confirmed by themselves: <b>{ $confirmed }</b>
    Working, the provider alone says: { $told }
    Working, which they deny: { $contradicted }
    Not placed: { $notplaced }; declined: { $declined }
    No result yet: { $open } (overdue { $overdue }, no date { $undated })
    { $atwork ->
        [0] { "" }
       *[other] Not placed, yet at work as they say: { $atwork }.
    }{ $without ->
        [0] { "" }
       *[other] {" "}Noted as working, which they are not: { $without }.
    }
promises-one =
    💼 <b>{ $name }</b>, { $number }
    { $programme }. Promised by { $provider }{ $due ->
        [none] { "" }
       *[other] , until { $due }
    }.

    { $state }
    Their own word: { $answer ->
        [none] none yet
        [yes] it is so
        [no] it is not so
        [not_there] not working there
        [elsewhere] working elsewhere
       *[wage] another wage
    }.

    { $writes ->
        [yes] For a new company, a date and a wage, write: <b>place { $number } working PT Contoh 15/12/2026 4900000</b>
       *[no] Only staff of who promised write it down.
    }
promises-short-promised = nothing yet
promises-short-introduced = introduced
promises-short-placed = working
promises-short-confirmed = working, confirmed
promises-short-contradicted = denied
promises-short-not-placed = not placed
promises-short-declined = declined
promises-mark-introduced = Introduced to…
promises-mark-placed = Working at…
promises-mark-not-placed = Not placed…
promises-mark-declined = They declined…
promises-ask-company =
    💼 <b>{ $name }</b>: { $state ->
        [placed] working at
       *[introduced] introduced to
    } which company?

    For another one, write: <b>place { $number } { $state ->
        [placed] working
       *[introduced] introduced
    } PT Contoh</b>
promises-ask-why = 💼 <b>{ $name }</b>: why? They will read the reason.
promises-keep = Leave it as it is
promises-works-elsewhere = ⚠️ They are noted as working at another company. Press <b>{ promises-mark-not-placed }</b> and choose why, then write it once more.
promises-written = Noted, and they are told.

error-no-promise = We know of no promise of a placement for this programme.
error-company-missing = The company's name is missing. Write it like: place PBK-2025-3-0001 working PT Contoh
error-unknown-placement-answer = That answer is none of the choices. Press one of the buttons.
