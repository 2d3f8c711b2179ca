### Changing phones: asked on the new one, the card compared at the counter, news for both.

phones-open = New phone: move my data
phones-ask =
    ⚙️ <b>Move data to this phone</b>

    For somebody whose phone is lost or replaced. What is the registration number? Example: <i>PBK-2025-2-0147</i>.

    Then you get a code. Show the code and the identity card (KTP) to the staff where the training is, so that nobody else can take your data.
phones-stray = That is no registration number. Write it with its letters and digits.
phones-no-such-number = We don't know that registration number. One looks like this: <i>PBK-2025-2-0147</i>. Forgotten it? The staff at the counter can look it up.
phones-consent =
    ⚙️ Before data moves to this phone, we need you to agree to how it is used.

    Read and decide first, then go on from here.
phones-go-on = Go on moving data
phones-code =
    ⚙️ Your code: <b>{ $code }</b>

    Take the KTP and this phone to the staff of { $provider }. They compare the card, then registration <b>{ $number }</b> moves to this phone. It is good until <b>{ $until }</b>, once.

    Send this code to nobody.
phones-waiting =
    ⚙️ The request for <b>{ $number }</b> waits for the staff until { $until }.

    Show the code that we have sent, with the KTP. Can't find it? Ask for a new one.
phones-new-code = Ask for a new code
phones-withdraw = Take the request back
phones-withdrawn = ⚙️ The request is taken back. The data stays on the phone before.
phones-link =
    ⚙️ The staff have compared the KTP. Move the data of <b>{ $name }</b> (registration { $number }) to this phone?

    Go on only if this is the phone of { $name }.
phones-link-yes = Yes, move it here
phones-came =
    ⚙️ The data of <b>{ $name }</b> is on this phone now, with documents, card and reminders.

    { $lines }
phones-left =
    ⚠️ The data of <b>{ $name }</b> (registration { $number }) has moved to another phone on { $when }, after the staff of { $provider } compared the KTP.

    What comes next is sent to that phone. If { $name } did not want this, tell us now.
phones-not-me = We did not want this
phones-object =
    ⚠️ Take the KTP of { $name } to the staff of { $provider } as soon as you can, and name <b>{ $number }</b>. Who approved it and when is on record there.

    To have the data back on this phone, ask for a code below and show it to the staff.
phones-want-back = Ask for a code
phones-refused =
    ⚙️ The staff could not move registration <b>{ $number }</b> to this phone: { $why }.

    The data stays on the phone before. Do you have the right KTP with you now? Ask for a new code.
phones-because-name = the name on the KTP differs
phones-because-nik = the NIK on the KTP differs
phones-because-birthday = the date of birth on the KTP differs
phones-because-absent = the holder of the KTP was not at the counter
error-no-such-takeover = ⚙️ That request is no longer good: it was used, taken back, or its time is over.
error-already-on-this-phone = Registration <b>{ $number }</b> is on this phone already, so nothing needs to move.
error-too-many-takeovers = ⚙️ This phone has asked too often today. Try again after { $until }, or go to the staff.
error-own-takeover = ⚙️ A request from your own phone has to be approved by a colleague.

phones-desk =
    📣 <b>An applicant's new phone</b>

    Type the 8 digits on the applicant's new phone. It has no code yet? Type the registration number to make a link.

    { $lines ->
        [none] No request is waiting.
       *[other] Waiting ({ $count }):
            { $lines }
    }
phones-desk-line = • { $number }, since { $asked }
phones-desk-neither = That is neither a code of 8 digits nor a registration number we know.
phones-desk-compare =
    📣 Compare with the KTP in your hand:

    Name: <b>{ $name }</b>
    Date of birth: <b>{ $birthday }</b>
    Last 4 digits of the NIK: <b>{ $nik }</b>
    Registration: { $number }, { $programme }

    If all three agree, everything of theirs moves to the phone that shows this code, and the phone before is told.
phones-desk-compare-link =
    📣 Compare with the KTP in your hand:

    Name: <b>{ $name }</b>
    Date of birth: <b>{ $birthday }</b>
    Last 4 digits of the NIK: <b>{ $nik }</b>
    Registration: { $number }, { $programme }

    If all three agree, make a link. It is good for 30 minutes and one phone, so show it only to the holder of the KTP.
phones-desk-fits = It fits, move it
phones-desk-fits-not = It does not fit
phones-desk-why =
    📣 What does not fit for { $name } ({ $number })?

    The phone that has asked is told why.
phones-why-name = The name differs
phones-why-nik = The NIK differs
phones-why-birthday = The birthday differs
phones-why-absent = They are not here
phones-desk-link = It fits, make a link
phones-desk-link-made = Have { $name } scan this with the new phone, or open { $address }
phones-desk-approved = 📣 The data of <b>{ $name }</b> ({ $number }) has moved. Both phones are told, and your name is on record.
phones-desk-refused = 📣 The request for { $number } is refused. The phone that has asked is told.
