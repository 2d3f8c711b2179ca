### Certificates: one's own, checking anybody's, and noting them at the staff's desk.

certificate-see = See certificates
certificate-kind-internal = centre
certificate-kind-bnsp = BNSP
certificate-kind-official = official
certificate-line =
    Certificate ({ $kind }): { $state ->
        [passed] <b>passed</b>, its number will follow
        [failed] <b>not passed yet</b>
        [issued] <b>issued</b>, number { $number }
       *[none] no result yet
    }.
certificate-mine = 🎓 <b>Certificates of { $name }</b>
certificate-mine-issued =
    Certificate ({ $kind }): <b>issued</b> { $day }
    Number: <b>{ $number }</b>
    Anybody can check that it is genuine here: { $link }
certificate-share = Share ({ $kind })
certificate-genuine =
    🎓 <b>This certificate is genuine.</b>

    { $certificates }

    We do not show its holder's name. Compare number and date with what is printed.
certificate-verified =
    { $kind ->
        [bnsp] Certificate of BNSP
        [official] Official certificate
       *[internal] Certificate of the training centre
    }, number <b>{ $number }</b>
    Course: { $programme }{ $example ->
        [yes] {" "}(example)
       *[no] { "" }
    }
    Issued by: { $kind ->
        [bnsp] BNSP (training at { $provider })
       *[internal] { $provider }
    }
    Date: <b>{ $day }</b>
certificate-unknown =
    ⚠️ A certificate with that number or link is <b>not</b> in Jawara's records. Check it letter by letter.

    Jawara only knows of training whose trainees registered here. Still in doubt? Ask the provider.
certificate-how = 🎓 To check a certificate, write <i>check certificate</i> and its number, such as <i>check certificate 012/UPTD/2026</i>.
certificate-too-many = ⚠️ You have checked { $count } numbers within an hour. So that numbers can't be guessed, go on at <b>{ $clock }</b>. Links of certificates still open.
certificate-classes =
    🎓 <b>Certificates</b>

    Which class?
certificate-no-class = 🎓 No class whose trainees get a certificate yet.
certificate-list =
    🎓 Certificates ({ $kind }), <b>{ $programme }</b>

    Issued { $issued }, passed { $passed }, not passed { $failed }, no result yet { $none }. Choose a name to note it.
certificate-list-internal = See the centre's
certificate-list-bnsp = See BNSP's
certificate-list-official = See official ones
certificate-one =
    🎓 <b>{ $name }</b> ({ $number })
    { $programme }

    { $line }{ $issuable ->
        [yes] {" "}Is its number there? Write: <code>issue { $number } { $kind } NUMBER</code>

    You may add its date, such as 20/11/2026. Without one it is today's.
       *[no] { "" }
    }
certificate-mark-passed = Note as passed
certificate-mark-failed = Note as not passed
certificate-mark-back = Take its number back
certificate-state-none = no result yet
certificate-state-passed = passed
certificate-state-failed = not passed
certificate-state-issued = issued
certificate-ask =
    ⚠️ Note <b>{ $name }</b> as { $state ->
        [failed] not passed
       *[other] passed
    } for the certificate ({ $kind })? The trainee is told at once.
certificate-ask-why = ⚠️ This takes back a result of <b>{ $name }</b> (certificate: { $kind }) that was told already. The trainee will be told, with the reason. What is it?
certificate-keep = No, leave it
certificate-sure = Yes, note it
certificate-why-slip = A slip of ours
certificate-why-person = Mixed up with another
certificate-why-news = A new result
certificate-noted = Noted.

error-no-such-certificate =
    🎓 This course gives no certificate of { $kind ->
        [bnsp] BNSP
        [official] official
       *[other] the centre
    }.
error-certificate-stands =
    🎓 That certificate { $state ->
        [none] has no result yet
        [passed] is passed
        [failed] is not passed yet
       *[issued] is issued
    }, so it can't be noted as { $wanted ->
        [passed] passed
        [failed] not passed
       *[issued] issued
    }.{ $state ->
        [failed] {" "}Note the result of the repeated test first.
       *[other] { "" }
    }
error-training-ahead =
    🎓 { $starts_on ->
        [none] The training has not begun
       *[other] The training only begins <b>{ $starts_on }</b>
    }, so no result can be noted yet. { $whose ->
        [group] If this group starts earlier, have its dates changed first.
       *[wave] If it has begun earlier, move the wave on first, under "See waves".
    }
error-bad-certificate-number = 🎓 A certificate's number has 1 to 64 letters or digits. Example: 71102 7212 4 0001234 2026.
error-certificate-ahead = 📅 The certificate's date, <b>{ $issued_on }</b>, is still to come. Check it once more.
error-certificate-number-taken = ⚠️ The number <b>{ $number }</b> is that of another trainee's certificate. Check it once more.
