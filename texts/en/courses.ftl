### Browsing the courses.

courses-streams =
    🎓 <b>Job training in Banten</b>

    Browse by field or provider, or simply write what you are looking for.
courses-by-open = Open now ({ $count })
courses-by-cluster = By field
courses-by-provider = By provider
courses-open = 🎓 { $count ->
        [one] <b>One class</b> takes registrations now.
       *[other] <b>{ $count } classes</b> take registrations now. The one that closes first is on top.
    }
courses-open-none = 🎓 No class takes registrations at the moment. Open a programme and press "Tell me".
courses-clusters = 🎓 Choose a field. The number is how many programmes it has.
courses-providers = 🎓 Choose a provider.
courses-cluster = 🎓 <b>{ $title }</b>: { $count ->
        [one] one programme.
       *[other] { $count } programmes.
    }
courses-provider =
    🎓 <b>{ $name }</b>: { $count ->
        [one] one programme.
       *[other] { $count } programmes.
    }{ $aliases ->
        [none] { "" }
       *[other] {" "}Also known as { $aliases }.
    }
courses-caption-open = { $title } · open
courses-caption-planned = { $title } · soon
courses-caption-closes = { $title } · to { $date }

courses-programme =
    🎓 <b>{ $title }</b>
    { $summary }

    { $status }
    Provider: { $provider }
    Certificates: { $certificates }

    <i>{ $source } (summary by Jawara)</i>
courses-status-open = <b>Registration is open</b>{ $date ->
        [none] .
       *[other] {" "}until <b>{ $date }</b>.
    }
courses-status-jawara = No wave is open yet. Press "Tell me" and we write once it opens.
courses-status-waiting = Registration is not open yet. <b>We will tell you</b> once it is.
courses-status-interest = <b>Still a plan</b>, nobody can register yet. Press "Tell me" and we write once it opens.
courses-status-siapkerja = Registration goes through <b>SIAPkerja</b>, the Ministry of Manpower's site.
courses-status-school = Registration goes through your <b>school</b>.
courses-certificate-internal = the centre's own
courses-certificate-bnsp = BNSP
courses-certificate-official = official
courses-certificate-none = not stated yet
courses-see-open-class = See the open class
courses-see-steps = See how to register
courses-see-plan = See the plan
courses-see-rules = See requirements
courses-see-classes = See waves
courses-see-place = See on the map
courses-share-it = Share
courses-tell-me = Tell me
courses-tell-me-not = Don't tell me
courses-will-tell = All right, we will tell you once it opens.
courses-will-not-tell = All right, we won't write about it any more.

courses-rules =
    🎓 <b>Requirements of { $title }</b>
    { $rules }

    <i>{ $sources }</i>
courses-rule = • { $rule }
courses-rule-expired = • { $rule } <i>(may have changed)</i>
courses-rules-none = 🎓 No source tells the requirements of <b>{ $title }</b>. KTP and diploma are usually asked for.
courses-steps =
    🎓 <b>How to register for { $title }</b>
    { $steps }

    <i>These are the usual steps; the provider has not confirmed them yet.</i>
courses-plan =
    🎓 <b>The plan for { $title }</b>
    { $steps }

    <i>{ $source }</i>
courses-share =
    🎓 Share <b>{ $title }</b> with this link:
    { $link }
courses-share-send = Send to a friend
courses-place =
    🎓 <b>{ $name }</b>
    { $address }
courses-unknown-link = 🎓 That link leads to no programme. It may have been cut off, or the programme is no longer on our list.
courses-place-unknown = 🎓 The place is not known yet.
courses-address-unknown = Full address not known yet
courses-address-approximate = { $address } (approximate position)
courses-referral =
    🎓 <b>{ $title }</b>
    { $about }

    <i>{ $source }</i>

courses-classes = 🎓 Waves of <b>{ $title }</b>, the newest on top.
courses-classes-none = 🎓 <b>{ $title }</b> has no wave yet. Press "Tell me" on the screen before.
courses-class =
    🎓 <b>{ $title }</b>
    { $wave }: <b>{ $state }</b>

    { $seats }{ $mode ->
        [first_come] {" "}First come, first served.
       *[other] {" "}Participants are selected.
    }
    { $stages }
    { $place ->
        [none] Place to be told.
       *[other] Place: { $place }.
    } { $funder ->
        [none] Who pays for it is not known yet.
       *[other] Funded by { $funder }.
    }

    <i>{ $source }</i>
courses-seats = <b>{ $seats } seats</b>, { $applicants ->
        [one] 1 applicant.
       *[other] { $applicants } applicants.
    }
courses-seats-inferred = <b>{ $seats } seats</b> (estimated), { $applicants ->
        [one] 1 applicant.
       *[other] { $applicants } applicants.
    }
courses-seats-unknown = Seats not stated, { $applicants ->
        [one] 1 applicant.
       *[other] { $applicants } applicants.
    }
courses-seats-past = <b>{ $seats } seats</b>{ $inferred ->
    [yes] {" "}(estimated)
   *[no] { "" }
}{ $participants ->
    [0] .
   *[other] , { $participants } participants in the whole wave.
}
courses-starts-on = • Training: begins { $date }
courses-dates-unknown = • No dates are set yet.
courses-stage = • { $stage }: { $dates }
courses-register = Register now
courses-state-planned = planned
courses-state-open = registration open
courses-state-closed = registration closed
courses-state-running = running
courses-state-finished = finished
courses-short-planned = planned
courses-short-open = open
courses-short-closed = closed
courses-short-running = running
courses-short-finished = finished
courses-stage-registration = Registration
courses-stage-papers = Checking of papers
courses-stage-test = Test
courses-stage-interview = Interview
courses-stage-results = Results
courses-stage-reregistration = Confirmation
courses-stage-training = Training
courses-stage-certificates = Certificates

error-no-such-programme = That programme is no longer on our list. See others from the menu.
error-no-such-class = That class is no longer on our list. See others from the menu.
