### The people who share a phone: the data of each, and deleting it.

people-see = See each person
people-list =
    ⚙️ <b>Registered by this phone: { $count ->
        [one] one person
       *[other] { $count } people
    }</b>

    Choose somebody to see or delete their data.
people-none = ⚙️ No personal data on this phone yet.
people-person =
    ⚙️ <b>{ $name }</b>

    NIK: { $nik }
    Date of birth: { $birthday }
    Mobile number: { $phone }
    Education: { $education }
    Domicile: { $domicile }
    Registrations: { $applications ->
        [none] none yet
       *[other] { $applications }
    }
    Documents: { $documents }, consent of a parent or guardian: { $guardians }

    Has something changed? This is brought up to date with the next registration.
people-erase = Delete data of { $name }
people-keep = No, keep it
people-erase-sure = Yes, delete it
people-erase-ask =
    ⚠️ Delete all data of <b>{ $name }</b>? This can't be undone. Others on this phone keep theirs.

    What is lost: personal data, certificates on record, { $tracks ->
        [0] { "" }
       *[other] the checklist for work abroad,{" "}
    }and { $applications ->
        [none] what they have done here.
       *[other] registration <b>{ $applications }</b> with its documents and any chance of a seat.
    }
people-erased = All data of { $name } is deleted from Jawara.
