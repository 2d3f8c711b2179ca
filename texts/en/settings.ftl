### Settings, help, and my data.

settings-text =
    ⚙️ <b>Settings</b>

    Domicile: { $domicile ->
        [none] not set
       *[other] { $domicile }
    }
settings-reminders = Set reminders
settings-alerts = Set vacancy alerts
settings-domicile = Change domicile
settings-interests = Change interests
settings-quiet = Set quiet hours
settings-ak1 = Note my AK1 card
settings-my-data = See my data
settings-reminders-text =
    🔔 <b>Class reminders</b>

    The evening before: <b>{ $evening ->
        [none] no
       *[other] at { $evening } WIB
    }</b>
    On the day itself: <b>{ $hours ->
        [0] no
        [1] 1 hour before
       *[other] { $hours } hours before
    }</b>
    Quiet hours: { $quiet }. A reminder that falls into them comes after them.
settings-reminders-muted = 🔔 All reminders are off: classes, tests, enrolment, papers and AK1 card. We still tell you of changes and results.
settings-evening = Evening, { $hour }.00
settings-no-evening = Evening: no
settings-hours = { $hours ->
    [1] 1 hour before
   *[other] { $hours } hours before
}
settings-no-hours = That day: no
settings-mute = Mute all reminders
settings-unmute = Switch reminders on
settings-news = Set broadcasts
settings-news-text =
    🔔 <b>Broadcasts</b> from training providers: <b>{ $broadcasts ->
        [on] on
       *[off] off
    }</b>.

    They are announcements to many people, such as the opening of a wave. We still tell you of your results and of changes.
settings-news-on = Switch broadcasts on
settings-news-off = Switch broadcasts off
settings-quiet-text = 🔔 { $quiet ->
        [none] You keep no quiet hours. Messages may come at any time.
       *[other] Your quiet hours: <b>{ $quiet }</b>. What falls into them waits until they end.
    }
settings-quiet-never = No quiet hours
settings-domicile-text = ⚙️ Where do you live? We ask so that we can show you vacancies in your region.
settings-interests-text = ⚙️ Which fields interest you? Those you choose come first. Press to choose or to let go.

help-text =
    <b>Help</b>

    Simply write what you are looking for, such as <i>welding</i> or <i>electrician vacancies</i>. The words <i>menu</i>, <i>back</i> and <i>cancel</i> work everywhere. To check whether a certificate is genuine, write <i>check certificate</i> and its number. All of Jawara is free.

    Would you rather speak to a person? <b>{ $human }</b>, Monday to Friday in working hours.
help-consent = Read the use of data

data-text =
    ⚙️ <b>Your data in Jawara</b>

    Consent: { $consent ->
        [none] not given
       *[other] { $consent }
    }
    { $people ->
        [none] No personal details yet.
       *[other] { $people }
    }
    Registrations: { $applications ->
        [none] none
       *[other] { $applications }
    }
    Not finished: { $draft ->
        [none] none
       *[other] { $draft }
    }
    AK1 card: { $ak1 ->
        [none] not noted
       *[other] issued { $ak1 }
    }
    Interests: { $interests }, marked vacancies: { $marks }, messages sent: { $notices }, answers after training: { $outcomes }, answers for requirements: { $told }, guardians' consent: { $guardians }, papers: { $documents }
data-person = <b>{ $name }</b>, NIK { $nik }, phone { $phone }
data-people = People on this phone: <b>{ $names }</b>
data-send = Send as a file
data-erase = Delete my data
data-file = All your data in Jawara. NIK and phone number are written in full, so keep it safe.
data-keep = No, keep my data
data-erase-sure = Yes, delete everything
data-erase-ask =
    ⚠️ Delete all your data? This can't be undone.

    What is lost: your details, interests, reminders, and { $applications ->
        [none] your history.
       *[other] the registration <b>{ $applications }</b> with its papers and its chance of a seat.
    }{ $certificates ->
        [none] { "" }
       *[other] {" "}The certificate <b>{ $certificates }</b> can't be checked in Jawara any more.
    }
data-erased = All your data has been deleted. You can start again from the menu at any time.
