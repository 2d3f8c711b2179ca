### Checking the requirements: questions before the form, the verdict, and what can be done.

eligibility-check = Check first
eligibility-check-mine = Check for me
eligibility-head =
    📝 <b>{ $programme }</b>: checking requirements{ $other ->
        [yes] {" "}for somebody else
       *[no] { "" }
    }
    { $left ->
        [1] One more question.
       *[other] { $left } more questions.
    }
eligibility-why = We ask because of this requirement: <i>{ $rule }</i>. Your answer is stored locked, only to check requirements.
eligibility-skip = Skip

eligibility-ask-sex =
    { $other ->
        [yes] <b>Is the applicant a woman or a man?</b>
       *[no] <b>Are you a woman or a man?</b>
    }
eligibility-ask-age =
    { $other ->
        [yes] <b>How old will the applicant be on { $date }?</b>
       *[no] <b>How old will you be on { $date }?</b>
    }
    Choose, or write the date of birth, such as <i>5 January 1999</i>.
eligibility-ask-birthday =
    { $other ->
        [yes] <b>When was the applicant born?</b>
       *[no] <b>When were you born?</b>
    }
    Write for instance <i>5 January 1999</i>. The age is right at the limit, so the day is needed.
eligibility-ask-education =
    { $other ->
        [yes] <b>What is the highest school the applicant has finished?</b>
       *[no] <b>What is the highest school you have finished?</b>
    }
    Choose, or write it yourself, such as <i>paket C</i>.
eligibility-ask-domicile =
    { $other ->
        [yes] <b>Where does the applicant live now?</b>
       *[no] <b>Where do you live now?</b>
    }
    Choose, or write the district, such as <i>Pasar Kemis</i>.
eligibility-ask-activity =
    { $other ->
        [yes] <b>Is the applicant at school or in work at present?</b>
       *[no] <b>Are you at school or in work at present?</b>
    }
eligibility-ask-height =
    { $other ->
        [yes] <b>How tall is the applicant?</b>
       *[no] <b>How tall are you?</b>
    }
    Choose, or write it in centimetres, such as <i>160</i>.
eligibility-ask-vision =
    { $other ->
        [yes] <b>Is the applicant colour-blind?</b>
       *[no] <b>Are you colour-blind?</b>
    }
eligibility-ask-papers =
    { $other ->
        [yes] <b>Does the applicant have { $papers }?</b>
       *[no] <b>Do you have your { $papers }?</b>
    }
eligibility-ask-language =
    { $other ->
        [yes] <b>Has the applicant passed the test { $tests }?</b>
       *[no] <b>Have you passed the test { $tests }?</b>
    }
eligibility-ask-term =
    { $other ->
        [yes] <b>It takes { $years } years. Is the applicant ready for that?</b>
       *[no] <b>It takes { $years } years. Are you ready for that?</b>
    }

eligibility-sex-f = Woman
eligibility-sex-m = Man
eligibility-age-below = Under { $end }
eligibility-age-between = { $low } to { $high }
eligibility-age-above = { $low } or older
eligibility-height-below = Under { $end } cm
eligibility-height-between = { $low } to { $high } cm
eligibility-height-above = { $low } cm or more
eligibility-activity-idle = Neither
eligibility-activity-smk = Pupil of an SMK
eligibility-activity-school = Other school, studies
eligibility-activity-work = In work
eligibility-vision-good = Not colour-blind
eligibility-vision-bad = Yes, colour-blind
eligibility-papers-all = Yes, all
eligibility-papers-not = Something is missing
eligibility-language-yes = Passed
eligibility-language-no = Not yet
eligibility-term-yes = Yes, ready
eligibility-term-no = No
eligibility-paper-ktp = KTP
eligibility-paper-ijazah = diploma
eligibility-paper-ak1 = AK1 card
eligibility-paper-kk = family card
eligibility-paper-foto = photograph
eligibility-paper-skck = police record (SKCK)
eligibility-paper-surat-sehat = health certificate

eligibility-verdict-yes = ✅ { $other ->
        [yes] <b>Yes.</b> The applicant meets
       *[no] <b>Yes, you can.</b> You meet
    } the requirements of <b>{ $programme }</b> that still hold. { $seats ->
        [first] First come, first served, while there are seats.
       *[chosen] Who is admitted is decided by staff.
    }
eligibility-verdict-incomplete = 📝 <b>Something is still missing</b> for <b>{ $programme }</b>. This is left to see to:
eligibility-verdict-no = ⛔ <b>Not yet</b> for <b>{ $programme }</b>, because of this:
eligibility-verdict-undecided = 📝 <b>{ $programme }</b>: we can't tell for certain.
eligibility-to-do = • <b>{ $rule }</b>. { $advice }
eligibility-source = <i>{ $source }</i>
eligibility-line = • { $rule }
eligibility-more = • There are { $count } more; press <b>{ courses-see-rules }</b>.
eligibility-expired = ⚠️ This rule may have changed; staff decide:

eligibility-do-wait = { $date ->
        [none] Wait until the age of { $years } is reached, then register again.
       *[other] The age of { $years } is reached on { $date }; register again after that.
    }
eligibility-do-age = The age is outside these limits.
eligibility-do-education = Learning can go on, for instance by Paket A, B or C.
eligibility-do-domicile = Ask for similar training at the BLK where you live.
eligibility-do-sex = The provider has set this requirement.
eligibility-do-height = The height is below that limit.
eligibility-do-vision = Many other programmes don't ask for it.
eligibility-do-idle = Register again once you are neither at school nor in work.
eligibility-do-pupil = Registration goes through a teacher, while one is at an SMK.
eligibility-do-term = Should you change your mind, check again at any time.
eligibility-do-papers = Get them before the selection: KTP at Disdukcapil, diploma at your school, AK1 card at Disnaker.
eligibility-do-language = Take the test, and keep its result.
eligibility-do-test = This is tested at the selection, so begin to practise now.
eligibility-do-unknown = Not answered yet; staff will look into it.

eligibility-nearest = Nearest, and open to you: <b>{ $title }</b>{ $date ->
        [none] , open now.
       *[other] , open until { $date }.
    }
eligibility-nearest-none = No other class that suits you is open yet. You can ask to be told on a programme's page.
eligibility-ask-human = Is something wrong here? Ask the staff: { $human }
eligibility-see-nearest = See { $title }
eligibility-open-form = Fill in the form
eligibility-again = Answer again
eligibility-see-form = Check my answers
eligibility-gone = 📝 That check is long over. Begin again from the programme's page.
eligibility-consent-missing =
    📝 To check the requirements, we need to store your answers. That is only allowed with your consent.

    First read what data is used for, then decide.

error-unknown-sex = I can't read that yet. Write <i>woman</i> or <i>man</i>.
error-unknown-activity = I can't read that yet. Write for instance <i>school</i>, <i>studies</i>, <i>work</i> or <i>neither</i>.
error-unreadable-age = That can't be read as an age or a date of birth. Examples: <i>17</i>, <i>1999</i> or <i>5 January 1999</i>.
error-unreadable-height = Height is written in centimetres. Example: <i>160</i>.
error-no-check = 📝 The requirements have not been checked yet. Begin from the programme's page.
error-other-trait-open = That question is answered already.
error-not-eligible = ⛔ By the requirements that still hold, this registration can't be sent yet.
