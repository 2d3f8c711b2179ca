### Seats: offers, confirming, the reserve, ranks, and their letters.

seats-confirm = Yes, I'll take it
seats-decline = I won't take it
seats-keep = Wait, let me think
seats-decline-really = Yes, let it go
seats-see-standing = See my rank
seats-until = This seat is waiting for an answer. Confirm it by <b>{ $until }</b>.
seats-place =
    { $name ->
        [none] You are
       *[other] { $name } is
    } <b>number { $place }</b> on the reserve list. Should a seat be free, we tell you here.
seats-confirmed =
    🎓 { $already ->
        [yes] { $name ->
            [none] This seat is yours
           *[other] This seat belongs to { $name }
        } already.
       *[no] { $name ->
            [none] Your seat
           *[other] The seat of { $name }
        } in <b>{ $programme }</b> is certain.
    } Registration number: <b>{ $number }</b>.

    You can see the timetable now, and we remind you before each class.
seats-ask-decline =
    ⚠️ <b>Let go of the seat in { $programme }{ $name ->
        [none] { "" }
       *[other] {" "}of { $name }
    }?</b>

    It is offered to the next person on the reserve at once, and can't be had back.{ $until ->
        [none] { "" }
       *[other] {" "}You can still think about it until { $until }.
    }
seats-declined =
    📝 { $name ->
        [none] Your seat
       *[other] The seat of { $name }
    } in { $programme } is let go. Thank you for telling us; somebody else can use it.

    We keep your data for your next registration.
error-offer-past = ⚠️ The deadline has passed ({ $deadline }), so the seat is no longer held.
error-no-offer = 📝 No seat is waiting for your answer at present.
error-seat-given-back = That seat was given back already, on { $at }. Nothing has changed.
error-no-seat-to-give = 📝 This registration has no seat that could be given back.
error-of-a-group = 🏫 This is a pupil whom a school has sent. Withdraw them from their group (/sekolah), so that the school is told as well.
error-training-over = 🎓 The training is over, so the seat can't be given back any more. Attendance and certificates stay on record.
seats-why-asked = Their own wish
seats-why-work = Has found work
seats-why-ill = Ill
seats-why-rules = Does not meet the rules
seats-standing =
    📝 <b>{ $name ->
        [none] Your rank
       *[other] Rank of { $name }
    }: { $rank } of { $of }</b>
    { $programme }, { $seats } seats

    Final mark: <b>{ $total }</b>
    { $parts }

    { $moved }
seats-part-test =
    { $points ->
        [none] Test: no mark (weight { $weight }%)
       *[other] Test: { $points } (weight { $weight }%)
    }
seats-part-interview =
    { $points ->
        [none] Interview: no mark (weight { $weight }%)
       *[other] Interview: { $points } (weight { $weight }%)
    }
seats-not-moved = This order comes from the marks alone. Between equal marks: the better test, then the better interview, then whoever registered first.
seats-moved =
    { $count ->
        [1] One rank was
       *[other] { $count } ranks were
    } changed by staff and approved by a second person. Why: { $reasons }.
seats-no-standing = 📝 The results of this class are not out yet, or it has no ranking.
seats-chance = Register for { $programme }
seats-see-chances = See other chances
seats-chance-line =
    • <b>{ $programme }</b>{ $closes ->
        [none] { "" }
       *[other] {" "}(closes { $closes })
    }
seats-chances =
    📝 <b>Other chances{ $name ->
        [none] { "" }
       *[other] {" "}for { $name }
    }</b>

    { $lines }

    What we know already is filled in.
seats-no-chances =
    📝 No other class that fits is open now{ $name ->
        [none] { "" }
       *[other] {" "}for { $name }
    }.
