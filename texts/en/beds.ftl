### The dormitory: asked about with the seat, granted in order, given back; and at the staff's desk.

beds-question = <b>Do you need a bed in the dormitory?</b> The provider has one. We ask so that it can be made ready.
beds-yes = Yes, I need one
beds-no = No need
beds-answer = Say if you need a bed
beds-see = See the dormitory
beds-mine =
    🎓 <b>Dormitory, { $programme }</b>

    { $state ->
        [none] Do you need a bed? Your answer can be changed until the training begins.
        [asked] You have asked for a bed.{ $known ->
            [no] {" "}Nobody has told yet how many there are; as soon as they do, you hear of it.
           *[yes] { $given ->
                [none] { "" }
               *[other] {" "}They are given out from <b>{ $given }</b> on, and you hear of it.
            }
        }
        [granted] <b>You have a bed in the dormitory.</b> Not needed after all? Give it back for somebody else.
        [reserve] You are <b>number { $place } on the reserve</b> for a bed. As soon as one is free, you hear of it.
        [gone] The bed went with the seat.
       *[not_needed] You need no bed. Your answer can be changed until the training begins.
    }

    { $far ->
        [yes] The order: who lives in another regency or city first, then by rank.
       *[no] The order is by rank; without one, who registered first.
    }
beds-none-here = 🎓 The dormitory is for those who have a seat, where the provider has one.
beds-no-more = Not needed any more
beds-give-back = Give the bed back
beds-ask-give-back =
    ⚠️ <b>Give the bed back ({ $programme })?</b>

    It goes to the next of the reserve at once. Your seat in the training stays.
beds-keep = No, I keep it
beds-give-back-really = Yes, give it back

beds-list =
    🎓 <b>Dormitory { $code }</b>

    { $lines }

    { $people ->
        [0] Nobody has asked for a bed yet.
       *[other] { $people } people: those who have a bed, then those who wait, in their order.
    }
beds-unknown = The catalogue does not tell how many beds there are, so none can be granted.
beds-count =
    { $side ->
        [women] Women
        [men] Men
       *[all] All
    }: { $beds } beds, { $granted } granted, { $free } free, { $waiting } waiting
beds-state =
    { $state ->
        [granted] has one
        [reserve] reserve
        [asked] asked
        [gone] gone
       *[not_needed] not needed
    }
beds-one =
    🎓 <b>{ $name }</b>, { $number }

    Dormitory: { $state ->
        [granted] has a bed
        [reserve] on the reserve
        [asked] has asked, not given out yet
        [gone] gone with the seat
       *[not_needed] needs none
    }.
beds-grant = Grant a bed
beds-take = Take the bed back
beds-leave = No, leave it
beds-ask-move =
    ⚠️ <b>{ $granted ->
        [yes] Grant { $name } ({ $number }) a bed, before those in line?
       *[no] Take back the bed of { $name } ({ $number })?
    }</b>

    { $granted ->
        [yes] They are told. Why? Choose below, or write it.
       *[no] The next of the reserve gets it. Why? Choose below, or write it. They are told, with that reason.
    }
beds-why-far = Lives far away
beds-why-health = For their health
beds-why-asked = They asked for it
beds-why-absent = Not slept in
beds-why-other = Another reason
beds-moved = ✅ It is noted.

beds-letter-granted =
    🎓 { $name ->
        [none] You have
       *[other] { $name } has
    } <b>a bed in the dormitory</b> for { $programme }. Registration number: <b>{ $number }</b>.

    Not needed after all? Give it back at <i>See the dormitory</i>, so that somebody else can use it.
beds-letter-reserve =
    📝 { $name ->
        [none] You are
       *[other] { $name } is
    } <b>number { $place } on the reserve</b> for a bed ({ $programme }). The seat in the training stays. As soon as one is free, we tell you.
beds-letter-not_needed =
    📝 { $name ->
        [none] Your
       *[other] { $name }’s
    } bed in the dormitory for { $programme } was given back by staff.{ $why ->
        [none] { "" }
       *[other] {" "}The reason: { $why }.
    } The seat in the training stays. Registration number: { $number }.

    You know nothing of this? Tell staff at once.

error-no-dormitory = 🎓 This provider has no dormitory in the catalogue.
error-no-seat = 🎓 The dormitory is for those who have a seat.
error-beds-closed = 🎓 The training has begun, so no bed can be asked for here any more. Ask staff.
error-beds-unknown = 🎓 The catalogue does not tell how many beds there are, so none can be granted.
error-no-bed-free = 🎓 All beds for them are granted.
error-no-bed = 🎓 There is no bed that could be given back.
