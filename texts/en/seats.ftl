### Seats: offers, confirming, the reserve, ranks, and their letters.

seats-confirm = Yes, I'll take it
seats-decline = I won't take it
seats-keep = Wait, let me think
seats-decline-really = Yes, let it go
seats-see-standing = See my rank
seats-until = This seat is waiting for you. Confirm it by <b>{ $until }</b>.
seats-place = You are <b>number { $place }</b> on the reserve list. Should a seat be free, we tell you here.
seats-confirmed =
    🎓 { $already ->
        [yes] This seat is yours already.
       *[no] Your seat in <b>{ $programme }</b> is certain.
    } Registration number: <b>{ $number }</b>.

    You can see the timetable now, and we remind you before each class.
seats-ask-decline =
    ⚠️ <b>Let go of the seat in { $programme }?</b>

    It is offered to the next person on the reserve at once, and can't be had back.{ $until ->
        [none] { "" }
       *[other] {" "}You can still think about it until { $until }.
    }
seats-declined =
    📝 You have let go of your seat in { $programme }. Thank you for telling us; somebody else can use it.

    We keep your data for your next registration.
error-offer-past = ⚠️ The deadline has passed ({ $deadline }), so the seat goes to the next on the reserve.
error-no-offer = 📝 No seat is waiting for your answer at present.
seats-standing =
    📝 <b>Your rank: { $rank } of { $of }</b>
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
seats-moved = { $count } ranks were changed by staff and approved by a second person. Why: { $reasons }.
seats-no-standing = 📝 The results of this class are not out yet, or it has no ranking.
