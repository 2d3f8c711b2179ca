### A pupil's placement: tying a phone to it, where and when it is, the guardian's consent.

placements-see = See the placement
placements-you =
    🏫 This link is for <b>{ $name }</b>, { $study }, { $school }.

    Is this you? Once connected, place, dates, card and certificate of the apprenticeship are on this phone.
placements-yes = Yes, this is me
placements-no = It is not me
placements-consent = 🏫 Before you connect, read what your data is for. Once you have agreed, open your teacher's link again.
placements-connected = Your phone is connected.
placements-left = You are no longer in this apprenticeship.
placements-mine =
    🏫 <b>{ $host }</b>
    { $address }

    <b>{ $days }</b>
    { $programme }
    Supervisors: { $schoolsupervisor } (school), { $hostsupervisor } (host){ $guardian ->
        [none] { "" }
       *[other] {"\u000A\u000A"}Guardian: { $guardian }. { $agreed ->
            [none] The school holds their signed consent. They may also agree on this phone.
           *[other] Agreed on this phone, { $agreed }.
        }
    }
placements-guardian = As guardian, I agree
placements-agreed = Thank you. The guardian's consent is noted.
