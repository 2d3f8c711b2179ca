### The welcome: who we are, consent, domicile, interest.

welcome-consent =
    <b>Welcome to Jawara.</b>

    Jawara helps you find job training in Banten, register, remember your classes and hear of vacancies. It is run by { $operator }. <b>It is free.</b>

    To register you, we keep your details (name, NIK with date of birth and sex, mobile number, education, domicile, the papers you send), only for registration, reminders and the news you ask for. You can see and delete them at any time in the settings. Do you agree?
welcome-trial = the Jawara team, as a trial
welcome-consent-changed = The text on the use of data has been renewed. Please read it once more.
welcome-stray = I can't read that yet. Press one of the buttons, or write your answer.
welcome-agree = Yes, I agree
welcome-decline = No, just looking
welcome-withdraw = Withdraw my consent
welcome-agreed-already = <b>You have agreed.</b> You can withdraw your consent at any time.
welcome-skip = Skip
welcome-domicile = Where do you live? We ask so that we can show you vacancies in your region.
welcome-region-unknown = I don't know that place yet. Write the name of the regency, city or district, such as <i>Pasar Kemis</i>.
welcome-which-region = Several places bear that name. Which one is it?
welcome-interests = Which field interests you most? We put it on top. You can add others later in the settings.
welcome-interest-unknown = That field is not here yet. Choose the nearest one, or skip.
welcome-other-streams = Other fields ›
welcome-done-agreed = Thank you. You can register now.
welcome-done-withdrawn = Your consent is withdrawn. You can delete what is stored under Settings, See my data.
welcome-done-declined = All right, we don't ask for your details. You can still see all courses and vacancies. Should you change your mind, open Help.

language-name-id = Bahasa Indonesia
language-name-en = English
