### The staff's desk: selection, ranking, results, and seats.

selection-classes =
    📝 <b>Selection and seats</b>

    Which class?{ $waiting ->
        [0] { "" }
        [one] {" "}<b>{ $waiting } move</b> on a list waits for a second person.
       *[other] {" "}<b>{ $waiting } moves</b> on lists wait for a second person.
    }
selection-no-class = 📝 No class has applicants yet.
selection-see-waiting = See what waits
selection-class =
    📝 <b>{ $programme }</b>, { $wave }

    { selection-applicants }. { $seats }

    { $list }
selection-applicants =
    { $people ->
        [one] { $people } applicant
       *[other] { $people } applicants
    }{ $left ->
        [0] { "" }
       *[other] , and { $left } no longer in it
    }
selection-seats = { $seats } seats: { $confirmed } confirmed, { $offered } offered, { $free } free. On the reserve: { $waiting }.
selection-no-seats = The catalogue does not say how many seats there are, so results can't be announced yet.
selection-first-come = This class has no selection: whoever registers first has a seat.
selection-no-list = { $scored } have a score. No ranked list is drawn up yet.
selection-list-drawn =
    The ranked list was drawn up { $drawn } by { $by }. Its results are not announced.{ $waiting ->
        [0] { "" }
        [one] {" "}<b>{ $waiting } move</b> waits for a second person.
       *[other] {" "}<b>{ $waiting } moves</b> wait for a second person.
    }
selection-list-scheduled = Results go out <b>{ $at }</b>. Until then scores and ranks are closed; take the minute back first if something has to change.
selection-list-announced = Results went out { $at }. What was told stays.
selection-gaps = Without a score: <b>{ $unscored }</b>. Papers missing: <b>{ $lacking }</b>. Did not come: <b>{ $absent }</b>.
selection-see-gaps = See what lacks
selection-gaps-of =
    📝 <b>{ $programme }</b>

    { $open ->
        [0] All who wait for the selection have a score, and their papers are complete.
       *[other] Who lacks what? Choose the list.
    }
selection-gap-unscored = Without a score ({ $count })
selection-gap-lacking = Papers missing ({ $count })
selection-gap-absent = Did not come ({ $count })
selection-see-class = See the class
selection-see-people = See applicants
selection-send-scores = Send scores
selection-draw = Draw up the list
selection-see-list = See the list
selection-announce = Announce results
selection-take-back = Take back the minute
selection-taken-back = The minute is taken back. Nobody has been told anything.

# Applicants.
selection-people =
    📝 { selection-applicants }, by number

    Choose a name to see their scores and seat.
selection-people-lacking =
    📝 { $count ->
        [one] { $count } applicant
       *[other] { $count } applicants
    }{ $gap ->
        [unscored] {" "}without a score
        [lacking] {" "}with papers missing
       *[absent] {" "}who did not come
    }, by number

    Choose a name to see their scores and seat.
selection-person =
    📝 <b>{ $name }</b> ({ $number })
    { $programme }

    State: <b>{ $state }</b>{ $until ->
        [none] { "" }
       *[other] {" "}until { $until }
    }{ $rank ->
        [none] { "" }
       *[other] . Rank { $rank }
    }.
    { $scores }{ $scorable ->
        [yes] {""}

    To note a score: write <code>score { $number } test 81.25</code>
       *[no] { "" }
    }
selection-score-test =
    Test: { $points ->
        [none] no score yet
        [absent] absent
       *[other] <b>{ $points }</b>
    }
selection-score-interview =
    Interview: { $points ->
        [none] no score yet
        [absent] absent
       *[other] <b>{ $points }</b>
    }
selection-absent-test = Absent from the test
selection-absent-interview = Absent from interview
selection-noted = Noted.
selection-noted-test =
    Noted: { $number }, test { $points ->
        [absent] absent
       *[other] <b>{ $points }</b>
    }.
selection-noted-interview =
    Noted: { $number }, interview { $points ->
        [absent] absent
       *[other] <b>{ $points }</b>
    }.
selection-state-submitted = awaits selection
selection-state-reserve = on the reserve
selection-state-offered = offered a seat
selection-state-admitted = has the seat
selection-state-not-selected = not selected
selection-state-declined = let the seat go
selection-state-lapsed = too late
selection-state-withdrawn = withdrawn
selection-confirm = Confirm the seat
selection-confirmed = The seat is theirs.
selection-confirmed-already = The seat was theirs already.
selection-let-go = Let the seat go
selection-ask-let-go =
    ⚠️ <b>Let the seat of { $name } ({ $number }) go?</b>

    { $passed ->
        [yes] Their seat in { $programme } is offered to the next of the reserve at once
       *[no] The training has begun, so their seat in { $programme } goes to nobody else
    }, and can't be had back.{ $bed ->
        [yes] {" "}Their bed in the dormitory goes with it.
       *[no] { "" }
    }

    What is the reason? Choose it below, or write it. They are told, with that reason.
selection-keep = No, leave it
selection-let-gone =
    The seat is let go.{ $made ->
        [0] {" "}Nobody waits on the reserve.
       *[other] {" "}The next of the reserve has been told.
    }

# Scores from a file.
selection-ask-scores =
    📝 <b>Scores of { $programme }</b>

    Send an XLSX or CSV file. Its columns: <b>nomor</b>, <b>tes</b>, <b>wawancara</b>. Scores are 0 to 100, such as 81.25; for whoever did not come: absent.

    For one person write <code>score 0001 test 81.25</code>
selection-stray-scores = That is no file of scores. Send XLSX or CSV as a file, or write, for one, <code>score 0001 test 81.25</code>
selection-file-taken =
    { $count ->
        [1] 1 score
       *[other] { $count } scores
    } read, { $new } of them new or changed.
selection-bad-file =
    ⚠️ <b>Nothing was kept.</b>
    { $lines }
    { $more ->
        [0] Mend the file and send it again.
       *[other] And { $more } more. Mend the file and send it again.
    }
selection-mistake = Row { $row }, column { $column }: { $what }
selection-mistake-no-columns = There is no row that names the columns: nomor, and tes or wawancara.
selection-mistake-no-number = no registration number.
selection-mistake-twice = { $found } stands there twice.
selection-mistake-no-score = “{ $found }” is no score from 0 to 100 with two decimals at most.
selection-mistake-formula = its formula was never reckoned. Open it in Excel, save, and send it again.
selection-mistake-stranger = { $found } is no applicant of this class.
selection-mistake-gone = { $found } is no longer in the selection.
selection-mistake-too-many = More than { $found } rows. Split the file in two.
selection-mistake-too-big = The file is bigger than { $found } MB. Save the table of scores alone.
selection-mistake-old-excel = This is an old Excel file ({ $found }). Save it as XLSX.
selection-mistake-locked = This file is locked with a password. Save it without one.
selection-mistake-double = Two columns mean the same ({ $found }). Delete one of them.
selection-mistake-wide = Row { $found } has more cells than columns. Save as XLSX, or write "81,25" in quotation marks.
selection-mistake-quote = The quotation mark (") in row { $found } is not closed.
selection-mistake-sheets = Several sheets have the same columns ({ $found }). Send a file for each sheet.
selection-mistake-unreadable = This is no table that can be read ({ $found }). Save it as XLSX or CSV.

# The list, and moves on it.
selection-list =
    📝 <b>Ranked list of { $programme }</b>, { $count ->
        [one] { $count } person
       *[other] { $count } people
    }

    { $lines }
selection-list-line =
    { $rank }. { $number } { $name }, <b>{ $points }</b>{ $drawn ->
        [none] { "" }
       *[other] {" "}(drawn as { $drawn })
    }{ $passed ->
        [yes] { "" }
       *[no] {" "}· below the mark
    }{ $state ->
        [none] { "" }
       *[other] {" "}· { $state }
    }
selection-list-gone = 📝 No ranked list is drawn up yet.
selection-see-moves = See moves
selection-move = Move somebody
selection-no-moves = 📝 This order is that of the scores: no move was asked for.
selection-moves = 📝 <b>Moves on the list</b>, as they were asked for
selection-no-waiting = 📝 No move on a list waits.
selection-waiting = 📝 <b>For a second person</b>
selection-move-waiting = waits
selection-move-approved = approved
selection-move-refused = refused
selection-ask-move =
    📝 <b>Move somebody on the list of { $programme }</b>

    Write the number, the new rank, and why, in one line, such as: <code>0009 3 Reserved for people with a disability</code>

    Everybody on the list can read why, so name nobody. It counts once a second person has approved it.
selection-stray-move = That could not be read. Such as: <code>0009 3 Reserved for people with a disability</code>
selection-moves-dropped =
    ⚠️ The list is drawn up anew, so { $count ->
        [one] { $count } move on the one before holds
       *[other] { $count } moves on the one before hold
    } no longer. Ask again for what is still needed.
selection-move-asked = Noted. The second person hears of it; at night, the next morning.
selection-move-one =
    📝 <b>{ $number }</b>, { $programme }
    { $state ->
        [approved] Stands at <b>{ $to }</b> now.
       *[other] Stands at { $rank }, wanted at <b>{ $to }</b>.
    }

    Why: { $why }
    Asked for by { $by }. { $state ->
        [approved] <b>Approved</b> by { $who }.
        [refused] <b>Refused</b> by { $who }{ $refusal ->
            [none] { "" }
           *[other] : { $refusal }
        }.
       *[waiting] Waits for a second person.
    }
selection-approve = Approve
selection-refuse = Refuse
selection-drop-move = Take it back
selection-ask-refusal = 📝 Why is { $number } not to be moved? { $by } will read it.
selection-refusal-why = Not reason enough
selection-refusal-proof = No proof of it
selection-refusal-person = The wrong person
selection-refusal-own = Taken back by the asker
selection-letter-asked = <b>A move on a ranked list waits for your word.</b>
selection-letter-decided =
    📝 The move of { $number } ({ $programme }) to { $to }: { $state ->
        [approved] <b>approved</b> by { $who }
       *[refused] <b>refused</b> by { $who }{ $refusal ->
            [none] { "" }
           *[other] , { $refusal }
        }
    }.
selection-letter-held =
    ⚠️ <b>The results of { $programme } did not go out.</b> { $reason ->
        [capacity] The catalogue no longer says how many seats there are. Write it in, and announce them again.
        [training] The training has begun, and nobody could take a seat any more. Check its date, and announce them again.
       *[moves] A move on the list is not decided. Decide it, and announce them again.
    }

    No applicant has been told anything.

# Announcing.
selection-ask-minute =
    📝 <b>Announce the results of { $programme }</b>

    From when on? Write, for one, <i>tomorrow 10.00</i> or <i>5/12 08.00</i>, or announce them now.
selection-now = Announce now
selection-stray-minute = That time could not be read. Such as: tomorrow 10.00, Monday 09.30, 5/12/2026 08.00.
selection-far-minute = { broadcast-far-time }
selection-past-minute = That time is past ({ $when }). Write another one.
selection-ask-sure =
    ⚠️ <b>Announce the results of { $programme }?</b> { $at ->
        [none] They go out <b>right now</b>
       *[other] They go out from <b>{ $at }</b> on
    } and can't be taken back then.

    • <b>{ $offered }</b> are offered a seat
    • <b>{ $reserve }</b> are on the reserve
    • <b>{ $rest }</b> are not selected{ $at ->
        [none] { "" }
       *[other] {""}

    Another time? Just write it.
    }
selection-look-again = No, look again
selection-sure = Yes, announce
selection-other-minute = Another time
selection-going-out = The results are going out.
selection-minute-set = Noted.

error-no-score = 📝 “{ $told }” is no score. Write 0 to 100, such as 81.25, or absent.
error-nobody-to-rank = 📝 Nobody waits for the selection of this class.
error-nobody-scored = 📝 No score is noted in this class yet. Note the scores first, then draw up the list.
error-no-ranking = 📝 No ranked list is drawn up yet. Draw it up first.
error-already-announced = 📝 The results of this class are out. What was told stays.
error-no-capacity = 📝 The catalogue does not say how many seats this class has. Write it in first.
error-scores-changed = 📝 Some scores are newer than the list. Draw it up once more.
error-not-on-the-list = 📝 { $count } have applied since the list was drawn up. Draw it up once more.
error-results-scheduled =
    📝 The results of this class have their minute{ $at ->
        [none] { "" }
       *[other] {" "}({ $at })
    }, so scores and ranks are closed. Take it back first.
error-overrides-pending = 📝 { $count ->
        [one] { $count } move on the list waits
       *[other] { $count } moves on the list wait
    } for a second person. Decide first, then announce.
error-training-begun =
    📝 Results have to come before the training begins{ $at ->
        [none] { "" }
       *[other] {" "}({ $at })
    }. After that nobody can take a seat.
error-not-scheduled = 📝 No minute is set for the results of this class.
error-list-changed = 📝 The list has been drawn up anew since that message. Look at it, then announce.
error-no-reason = 📝 Write why, too. Everybody on the list can read it.
error-out-of-range = 📝 There is no rank { $rank }. Those who passed stand at 1 to { $last }.
error-stands-there = 📝 They stand at { $rank } already. Write another rank.
error-not-passed = 📝 { $number } was absent or is below the pass mark, so another rank gives no seat. If the score is wrong, put the score right.
error-no-such-override = 📝 That move is not on the list as it is now. The list may have been drawn up anew.
error-override-settled =
    📝 That move is { $state ->
        [refused] refused
       *[approved] approved
    } already.
error-not-approver = 📝 Only an approver of that provider decides moves on its lists.
error-deadline-past = 📝 That time is past ({ $until }). Write another one.
