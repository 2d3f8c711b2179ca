### Registration: questions, review, number, and answers to what can't be taken.

registration-head =
    📝 <b>{ $programme }</b>{ $name ->
        [none] { "" }
        [new] {", "}for someone else
       *[other] {", "}for <b>{ $name }</b>
    }
    Step { $at } of { $of }
registration-head-correct =
    📝 <b>{ $programme }</b>{ $name ->
        [none] { "" }
        [new] {", "}for someone else
       *[other] {", "}for <b>{ $name }</b>
    }
    Changing: { $what }
registration-line-name = name
registration-line-nik = NIK
registration-line-birthday = date of birth
registration-line-phone = mobile number
registration-line-education = education
registration-line-domicile = domicile
registration-line-guardian = parent or guardian
registration-line-guardian-name = parent's or guardian's name
registration-line-guardian-consent = parent's or guardian's consent
registration-line-review = review

registration-ask-name =
    { $other ->
        [yes] <b>What is the applicant’s full name?</b>
       *[no] <b>What is your full name?</b>
    }
    Write it as on your identity card (KTP), since this is the name for the list of participants and the certificate.
registration-ask-nik =
    { $other ->
        [yes] <b>What is the applicant’s NIK?</b>
       *[no] <b>What is your NIK?</b>
    }
    Write the 16 digits on your identity card (KTP). We need it so that each person registers once. It is kept locked and never shown in full.
registration-ask-birthday =
    { $other ->
        [yes] According to NIK { $nik } the applicant was born on <b>{ $birthday }</b>.
       *[no] According to NIK { $nik } you were born on <b>{ $birthday }</b>.
    }

    <b>Is that right?</b>
registration-ask-phone =
    { $other ->
        [yes] <b>What is the applicant’s mobile number?</b>
       *[no] <b>What is your mobile number?</b>
    }
    Tap <b>{ registration-share-phone }</b> below, or type it, such as 081234567890. We need it so that the staff can reach { $other ->
        [yes] the applicant
       *[no] you
    }.
registration-ask-education =
    { $other ->
        [yes] <b>What is the highest education the applicant has finished?</b>
       *[no] <b>What is the highest education you have finished?</b>
    }
    Choose, or write it yourself, such as <i>paket C</i> or <i>D1</i>. It is used to check what the course requires.
registration-ask-domicile =
    { $other ->
        [yes] <b>Where does the applicant live now?</b>
       *[no] <b>Where do you live now?</b>
    }
    Choose, or write your district, such as <i>Pasar Kemis</i>. It may differ from your KTP. It is used to record where participants come from.
registration-ask-guardian =
    <b>Who gives consent?</b>
    { $other ->
        [yes] The applicant is not 18 yet, so
       *[no] You are not 18 yet, so
    } this registration needs the consent of a parent or guardian.
registration-ask-guardian-name =
    <b>What is their full name?</b>
    Write it as on the identity card, so that staff know who gives consent. This name is stored locked.
registration-ask-guardian-consent =
    <b>Hand this phone to { $guardian }.</b>

    “I allow { $name } to register for { $programme } and take part, and their data to be used for that.”

    If they agree, it is the parent or guardian who presses the button below. This consent is needed because the applicant is not 18 yet.
registration-ask-review =
    <b>Check before you send.</b>

    { $lines }

    All right? Send it. What is wrong can be changed with the buttons below.
registration-now = It says now: <b>{ $value }</b>.

registration-review-name = Name: <b>{ $value }</b>
registration-review-nik = NIK: <b>{ $value }</b>
registration-review-birthday = Date of birth: <b>{ $value }</b>
registration-review-phone = Mobile number: <b>{ $value }</b>
registration-review-education = Education: <b>{ $value }</b>
registration-review-domicile = Domicile: <b>{ $value }</b>
registration-review-guardian = Consent of: <b>{ $value }</b>
registration-review-wave = Wave: <b>{ $value }</b>

registration-education-none = No primary school
registration-education-sd = Primary (SD)
registration-education-smp = Junior high (SMP)
registration-education-sma = Senior high (SMA)
registration-education-smk = Vocational (SMK)
registration-education-d1 = Diploma 1 (D1)
registration-education-d2 = Diploma 2 (D2)
registration-education-d3 = Diploma 3 (D3)
registration-education-s1 = Bachelor (S1, D4)
registration-education-s2 = Master (S2) or above

registration-guardian-mother = mother
registration-guardian-father = father
registration-guardian-guardian = guardian
registration-guardian-agrees = I, { $name }, allow it
registration-yes = Yes, that's right
registration-nik-wrong = My NIK is wrong
registration-share-phone = Share my number
registration-phone-hint = 081234567890
registration-keep = Keep it as it is
registration-later = Later
registration-cancel = Cancel
registration-send = Send registration
registration-send-words = send submit register kirim
registration-correct-name = Change name
registration-correct-nik = Change NIK
registration-correct-phone = Change mobile number
registration-correct-education = Change education
registration-correct-domicile = Change domicile
registration-correct-guardian = Change guardian
registration-resume = Go on with registration
registration-see-class = See the class
registration-see-courses = See courses
registration-see-schedule = See my schedule

registration-on-to-phone = 📝 <b>{ $programme }</b>: kept. The next question is below.
registration-phone-kept =
    We have noted { $other ->
        [yes] the applicant’s
       *[no] your
    } mobile number: <b>{ $phone }</b>.
registration-phone-aside = We leave the question of the mobile number for now.
registration-phone-cancelled = The question of the mobile number need not be answered any more.
registration-nik-again = All right, let us do the NIK again. Compare it with your KTP.
registration-prefilled =
    We have filled in what { $name ->
        [none] you
       *[other] { $name }
    } gave last time, so you only need to check it.
registration-first = This is the first question.
registration-answered-already = That question has been answered. Here is the present one.
registration-other-class = That button is for another registration. Here is the present one.
registration-cannot-skip = This question can't be skipped, because the organiser needs it. If you are not ready, tap <b>{ registration-later }</b>: your answers stay kept.
registration-not-a-name = That is not a name yet. Example: <i>Siti Aminah</i>.

registration-parked =
    📝 We have kept your registration for <b>{ $programme }</b>. Go on at any time from the menu, or write <i>continue</i>.{ $closes ->
        [none] { "" }
       *[other] {" "}It closes <b>{ $closes }</b>.
    }
registration-ask-cancel =
    ⚠️ <b>Cancel the registration for { $programme }?</b>

    { $lost ->
        [none] No answers will be lost yet.
       *[other] You will lose: { $lost }.
    }

    If you only need a break, tap <b>{ registration-later }</b>.
registration-ask-cancel-words = Write <i>yes</i> to cancel, or <i>no</i> to go on.
registration-go-on = No, go on
registration-cancel-really = Yes, cancel it
registration-cancelled = 📝 The registration for <b>{ $programme }</b> is cancelled, and its answers are deleted. You can register again while registration is open.
registration-gone = 📝 No registration is being filled in. What you have sent is in your schedule.

registration-other-draft =
    📝 { $name ->
        [none] Your registration
       *[other] The registration of { $name }
    } for <b>{ $programme }</b> is not finished. They are filled in one at a time.

    If you start the new one, { $lost ->
        [none] that one is closed; no answers are lost yet.
       *[other] what you have filled in there is deleted: { $lost }.
    }
registration-resume-other = Go on with that one
registration-switch = Delete it, start anew
registration-already =
    📝 { $name ->
        [none] You are
       *[other] { $name } is
    } registered in this wave already, with number <b>{ $number }</b>. One person has one registration in a wave.

    Want another class? Withdraw that one first. For somebody else who uses this phone, tap <b>{ registration-another }</b>.
registration-another = Register someone else
error-several-known = 📝 Several people use this phone. Choose first for whom it is.
registration-for-whom =
    📝 <b>For whom is this registration?</b>

    Several people use this phone. What we know already need not be written again.
registration-somebody-else = Somebody else
registration-choose-whom = Choose the person
registration-consent-missing =
    📝 To register you, we need to keep your name, NIK and mobile number. We may do so only if you agree.

    First read what the data is used for, then decide.
registration-consent-then = Once you have agreed, go on from here.
registration-read-consent = Read and decide

registration-sent =
    📝 <b>{ $programme }</b>: sent.

    { $lines }
registration-sent-already = Sent already. Your registration number is in this chat, and in your schedule.
registration-number =
    📝 { $called ->
        [none] Your registration is sent. Your number:
       *[other] The registration is sent. The number for { $called }:
    }

    <b>{ $number }</b>

    <b>{ $programme }</b>, { $wave }
    For: { $name }

    { $state ->
        [admitted] { $called ->
            [none] You have
           *[other] { $called } has
        } a seat. Its timetable is below. Keep this number.
        [reserve] All seats are taken. { $called ->
            [none] You are
           *[other] { $called } is
        } number <b>{ $place }</b> on the waiting list; should a seat be free, we offer it here. Keep this number.
       *[other] { $closes ->
            [none] Next, the staff check the data.
           *[other] Next, once registration has closed ({ $closes }), the staff check the data.
        } If there is a seat, the news comes here. Keep this number.
    }

registration-stray-sticker = Thank you for the sticker. For this question I need a written answer.
registration-stray-sound = I can't listen to voice messages yet. Please write your answer.
registration-stray-picture = Photos, videos and files are not needed here, so I have not kept it. Simply write your answer.
registration-stray-location = No location is needed here, so I have not kept it. Please write your answer.
registration-stray-contact = Your mobile number is not asked for yet. Please answer this question first.
registration-stray-others-contact = That is somebody else's contact. We need your own number: tap <b>{ registration-share-phone }</b> or type it.
registration-stray-forwarded = That is a forwarded message. Please answer in your own words.
registration-stray-long = That is too long for this question. Just the answer, in a few words.
registration-stray-command = I don't know that command, so I have not taken it as an answer.
registration-stray-edited = I don't read edited messages again. Please send it once more as a new message.
registration-stray-other = I can't read that yet. Write your answer, or tap a button.

error-not-digits = A NIK has digits only. Yours has: { $strange }. Example: 3671014501990001.
error-wrong-length = A NIK has <b>16 digits</b>. You sent { $given }. Example: 3671014501990001.
error-impossible-date = Digits 7 to 12 of a NIK are the date of birth (for women, the day plus 40). Here they say day { $day } of month { $month }, which does not exist. Compare it with your KTP.
error-zero-serial = The last four digits of a NIK are never 0000. Compare it with your KTP.
error-future-birth = According to that NIK its holder was born on { $born_on }. That day is still to come, so a digit must be wrong. Compare digits 7 to 12 with your KTP.
error-childs-nik = According to that NIK its holder was born on { $born_on }, and so is a child. Send the NIK of the person who will take the course.
error-phone-not-digits = A mobile number has digits only. Example: 081234567890.
error-phone-too-short = A mobile number has 10 to 13 digits. You sent { $given }. Example: 081234567890.
error-phone-too-long = A mobile number has 10 to 13 digits. You sent { $given }. Example: 081234567890.
error-landline = { $prefix } is the code of a fixed line. We need a mobile number, such as 081234567890.
error-not-mobile = Mobile numbers in Indonesia begin with 08 or +62 8. Example: 081234567890.
error-foreign-phone = A foreign number can only be taken by the button <b>{ registration-share-phone }</b>. An Indonesian one can be typed, such as 081234567890.
error-name-too-short = A name has at least { $least } letters. Example: <i>Siti Aminah</i>.
error-name-too-long = A name has at most { $most } letters. You sent { $given }. Just the name, please.
error-name-with-digits = A name has no digits. Yours has: { $digits }. Example: <i>Siti Aminah</i>.
error-name-with-symbols = A name has letters only. Yours has: { $strange }. Example: <i>Siti Aminah</i>.
error-name-is-link = That is a web address or a user name. Example of a name: <i>Siti Aminah</i>.
error-name-is-command = That is a command. Example of a name: <i>Siti Aminah</i>.
error-unknown-education = I don't know that level yet. Choose below, or write for example <i>SMP</i>, <i>STM</i>, <i>paket C</i> or <i>D3</i>.
error-unknown-region = I don't know that as a place in Banten yet. Choose below, or write your district, such as <i>Cikande</i>. If you live outside Banten, ask the staff first, through Help.
error-ambiguous-region = Several places have that name. <b>Which one is it?</b>
error-unknown-relation = I don't know that relation. Press one of the buttons, or write <i>mother</i>, <i>father</i> or <i>guardian</i>.
error-guardian-refuses = Without the consent of a parent or guardian this registration can't be sent. Your answers stay stored; talk it over first, then go on whenever you like.
error-neither-yes-nor-no = Answer with <i>yes</i> or <i>no</i>, or tap one of the buttons.

error-registration-closed =
    📝 Registration for this class has closed{ $closed_at ->
        [none] { "" }
       *[other] {" "}(<b>{ $closed_at }</b>)
    }.

    On the page of the class you can ask to be told when it opens again.
error-not-yet-open =
    📝 Registration for this class is not open yet.{ $opens_at ->
        [none] {" "}Its date has not been announced.
       *[other] {" "}It opens <b>{ $opens_at }</b>.
    }

    On the page of the class you can ask to be told.
error-registers-elsewhere = 📝 This programme does not register through Jawara. The steps are on the page of the class.
error-consent-missing = 📝 For that we need your agreement to the use of your data.
error-no-draft = 📝 No registration is being filled in.
error-other-draft-open = 📝 Another registration is not finished. They are filled in one at a time.
error-other-question-open = That question has been answered.
error-answers-missing = Something has not been answered yet.
error-already-applied = { $number ->
        [none] This NIK is registered in the same wave from another Telegram account. If a digit is wrong, send the right NIK. If it really is yours, reach the staff through Help.
       *[other] This NIK is registered in the same wave with number <b>{ $number }</b>. One person has one registration in a wave. If a digit is wrong, send the right NIK.
    }
