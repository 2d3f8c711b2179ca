### Answers to what lies off the path.

other-old-button = That button belongs to an older screen and has changed. Nothing of yours is lost. Start again from the menu.
other-nothing-to-cancel = Nothing is under way. Everything you have sent is still kept.
other-question-closed = All right, that question is closed. Everything you have sent is still kept.
other-command-unknown = I don't know that command yet. Simply write what you are looking for, such as <i>welding</i>, or open the menu.
other-command-like = Did you mean /{ $command }? Tap it, or open the menu.
other-sticker = Thank you for the sticker. Simply write what you are looking for, such as <i>sewing course</i>.
other-voice = I can't listen to voice messages yet. Please write a word or two, such as <i>welding</i> or <i>vacancies</i>.
other-audio = I can't listen to recordings yet. Please write a word or two, such as <i>welding</i> or <i>vacancies</i>.
other-video-note = I can't watch videos yet. Please write a word or two, such as <i>welding</i> or <i>vacancies</i>.
other-video = I can't watch videos yet. Please write a word or two, such as <i>welding</i> or <i>vacancies</i>.
other-photo = No photo is needed now, so I have not kept it. Simply write what you are looking for.
other-animation = I can't read moving pictures yet. Simply write what you are looking for.
other-document = No file is needed now, so I have not kept it. Simply write what you are looking for.
other-spreadsheet = This is a spreadsheet, so I have not kept it. Papers for a registration, such as an identity card or a diploma, are sent as a photo or a PDF.
other-list =
    📝 This is a spreadsheet. Until its place is open, I neither read nor keep it.

    { $scores ->
        [yes] Scores: open the class, press <b>{ selection-send-scores }</b>.{" "}
       *[no] { "" }
    }{ $pupils ->
        [yes] A list of pupils: open the group, press <b>{ schools-send-list }</b>.{" "}
       *[no] { "" }
    }Then send it once more.
other-location = No location is needed now, so I have not kept it. You can set your domicile in the settings.
other-contact = No phone number is needed now, so I have not kept it.
other-poll = I can't take part in polls yet. Simply write what you are looking for.
other-dice = Good luck! If you are looking for a course, write its name, such as <i>barista</i>.
other-forwarded =
    ⚠️ This is a forwarded message without words, so I can't check it yet. If it is a job offer, forward or paste its text.

    No genuine vacancy asks for money. If you are asked to pay, don't, and ask the manpower office (Disnaker) first.
other-anything = I can't read that yet. Simply write what you are looking for, such as <i>welding</i> or <i>vacancies</i>.
other-edited = I don't read edited messages again. Please send it once more as a new message.
other-in-group = To keep your data safe, I only work in a private chat.
other-in-group-toast = Open a private chat with me first.
other-open-private = Open the private chat

error-outdated-consent = The text on the use of data has been renewed. Read it again from Help, and answer there.
error-unknown-language = We don't speak that language yet. Choose one in the settings.
error-unknown-stream = That field is no longer on our list. Choose another one from the menu.
error-impossible-hour = Reminders can't be sent at that hour. Choose another one in the settings.
error-empty-quiet-hours = Quiet hours need a beginning and an end that differ. Choose again in the settings.
error-no-such-account = Your data has been deleted, so that button no longer works. Start again from the menu.
