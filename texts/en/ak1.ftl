### The AK1 card: its date, and the reminders to report it.

ak1-ask =
    🔔 <b>On which date was your AK1 card issued?</b>
    Write it as on the card, for example <i>3/11/2025</i>. We need the date to remind you to report every six months.
ak1-today = Issued today
ak1-stray = I can't read that. Write the date.
ak1-kept =
    🔔 <b>AK1 card</b>

    Issued: { $issued }
    { $ended ->
        [yes] It was valid until { $ends }. Get a new card at Disnaker, then change the date here.
       *[no] Valid until: { $ends }
    }
    { $report ->
        [none] { "" }
       *[other] Next report: <b>{ $report }</b>
    }
    { $muted ->
        [yes] You have switched off all reminders, so we don't remind you.
       *[no] We remind you a week before, and on the day.
    }
ak1-change = Change the date
ak1-forget = Delete the date
ak1-consent = 🔔 The date on your AK1 card is personal data. We keep it once you agree to the use of your data.
ak1-read-consent = Read the use of data

error-ak1-not-a-date = That can't be read as a date. Write day, month and year. Example: <i>3/11/2025</i>.
error-ak1-in-future = { $issued_on } is still to come. Look for the date of issue on your card. Example: <i>3/11/2025</i>.
error-ak1-expired = A card issued on { $issued_on } has not been valid since { $ended_on }. Get a new one at Disnaker, then write its date here.
