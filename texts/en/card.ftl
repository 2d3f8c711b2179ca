### The participant card: what stands on it, and what a scan brings.

card-see = Show participant card
card-title = PARTICIPANT CARD
card-programme = Course
card-wave = Wave
card-place = Place
card-note = Show it to the staff at each meeting.
card-caption =
    🎓 This is the <b>participant card of { $name }</b>, number <b>{ $number }</b>. Show it at each meeting: staff scan its code, and attendance is noted.

    Keep the picture on your phone, or print it. Its code holds neither the NIK nor the phone number.
card-lost = Lost it? Make a new one
card-ask-renew = ⚠️ Make a new card? The old one stops working at once, printed copies too. This can't be undone.
card-keep = No, keep the old one
card-renew = Yes, make a new one
card-renewed = 🎓 The old card is valid no longer. The new one is below.
card-stranger =
    🎓 This is the code of a trainee's card. Only training staff can use it, to note who attends.

    Have you found somebody's card? Hand it to the training staff.
card-scanned =
    { $already ->
        [yes] 📅 Noted before: <b>{ $name }</b>, { $programme }, meeting { $meeting }: <b>{ $state }</b>
       *[no] ✔ <b>{ $name }</b>, { $programme }, meeting { $meeting }: <b>{ $state }</b>
    }
card-which-meeting =
    📅 The card of <b>{ $name }</b>, { $programme }, was scanned at <b>{ $clock }</b>. The class has no meeting just now.

    For which meeting is it?
card-no-meeting = 📅 The card of <b>{ $name }</b>, { $programme }, was scanned at <b>{ $clock }</b>. The class has no meeting today and had none in the last 7 days, so nothing was noted.

error-no-trainee = 📝 Cards, attendance and certificates are for trainees with a seat in a class. This registration has none, or has it no longer.
error-no-such-card = ⚠️ We have no card with that code. Ask the trainee to open their card again, from <i>My schedule</i>.
error-card-replaced = ⚠️ This card was replaced on { $replaced_at }, so it is valid no longer. Ask the trainee for their new one.
error-other-provider = ⚠️ That class is given by another provider, outside of your duties.
