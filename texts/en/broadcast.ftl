### Broadcasts: what people get, writing one, approving it, and following it.

# Below each broadcast, and what its buttons answer.
broadcast-fewer = Choose messages
broadcast-join = I'll join
broadcast-joined = Noted: you'll join.
broadcast-recalled = ⚠️ This message was taken back by staff. It holds no longer.
broadcast-button-recalled = This broadcast was taken back, so its buttons hold no longer.
broadcast-button-gone = What this button led to is gone. See what is new from the menu.

# Writing: step by step.
broadcast-ask-text =
    📣 <b>Broadcast</b>, step 1 of 4

    Write the message exactly as people are to get it. Bold and italics go with it. You can also send a <b>photo</b> or a <b>file</b> with a caption.
broadcast-ask-cut =
    ⚠️ This text has <b>{ $length } characters</b>. More than 4,096 do not fit into one message, so phones cut it there. What is kept ends with:

    <i>… { $ending }</i>

    If that is not its end, write a shorter one.
broadcast-cut-keep = It is all, go on
broadcast-cut-rest = The rest of the text ({ $length } characters) <b>is not kept</b>: it was too long for one message.
broadcast-ask-buttons =
    📣 <b>Broadcast</b>, step 2 of 4

    Buttons below the message: { $buttons ->
        [none] none yet.
       *[other] { $buttons }
    }

    We always add <b>Choose messages</b> at the bottom.
broadcast-button-line = <b>{ $caption }</b>, { $kind ->
        [link] to { $target }
        [programme] opens a course
        [vacancy] opens a vacancy
       *[join] notes who will join
    }
broadcast-ask-link =
    📣 Write the button's caption, then its link, in one message. For example:

    <code>Read the terms https://disnaker.bantenprov.go.id</code>
broadcast-ask-programme = 📣 Which course does the button open? Write its name, such as <i>welding</i> or <i>barista</i>.
broadcast-ask-vacancy = 📣 Which vacancy does the button open? Write the job or the company, such as <i>welder</i>.
broadcast-ask-join = 📣 What does the button say? Press <b>I'll join</b>, or write another caption, such as <i>I'm coming</i>.
broadcast-found = 📣 Choose one, or write another word.
broadcast-found-none = Nothing fits that word. Try another one.
broadcast-no-link = That message has no caption and link. Write both, and begin the link with https://.
broadcast-ask-audience =
    📣 <b>Broadcast</b>, step 3 of 4

    For: { $audience }

    It reaches <b>{ $people ->
        [1] 1 person
       *[other] { $people } people
    }</b>. Those who muted broadcasts or can't be reached are not counted.
broadcast-criterion-role = 📣 Who gets it? It now reaches <b>{ $people }</b>.
broadcast-criterion-waves = 📣 Which wave's people? There may be several. It now reaches <b>{ $people }</b>.
broadcast-criterion-programmes = 📣 Interested in or taking which course? Write its name, such as <i>welding</i>, then choose. It now reaches <b>{ $people }</b>.
broadcast-criterion-streams = 📣 Interested in or taking which field? There may be several. It now reaches <b>{ $people }</b>.
broadcast-criterion-regions = 📣 Living where? There may be several. It now reaches <b>{ $people }</b>.
broadcast-criterion-states = 📣 With a registration in which state? There may be several. It now reaches <b>{ $people }</b>.
broadcast-criterion-others = 📣 More choices of whom it is for. It now reaches <b>{ $people }</b>.
broadcast-criterion-more = 📣 Which language, and last seen when? It now reaches <b>{ $people }</b>.
broadcast-review =
    📣 <b>Broadcast</b>, step 4 of 4. Above is the message, exactly as it will arrive.

    For: { $audience }
    It reaches <b>{ $people ->
        [1] 1 person
       *[other] { $people } people
    }</b>, { $lasts }.
    Time: <b>{ $start ->
        [none] as soon as it is sent
       *[other] { $start }
    }</b>{ $approval ->
        [yes] . As it is for more than { $limit } people, a colleague has to approve it.
       *[no] .
    }
broadcast-lasts-minutes = { $minutes ->
        [0] less than a minute
        [1] about 1 minute
       *[other] about { $minutes } minutes
    }
broadcast-lasts-hours = about { $hours } h { $minutes } min
broadcast-ask-changes = 📣 What is to be changed? All else stays as it is.
broadcast-ask-time =
    📣 When is it to be sent? Choose, or write a day and an hour (WIB), such as <i>tomorrow 08.00</i> or <i>1/12/2026 08.00</i>.

    Each person's quiet hours are kept.
broadcast-bad-time = That can't be read as a time yet. Write the day and the hour, such as <i>tomorrow 08.00</i>.
broadcast-past-time = { $when } has gone by. Write a time to come.
broadcast-far-time = That is more than a year ahead. Check the year.
broadcast-ask-sure =
    ⚠️ Send it to <b>{ $people ->
        [1] 1 person
       *[other] { $people } people
    }</b>, { $start ->
        [none] now
       *[other] { $start }
    }?

    What was sent can still be corrected or taken back, but people may have read it by then.
broadcast-ask-discard = ⚠️ Discard this broadcast? Its text, buttons and audience are lost. Nobody has got it yet.
broadcast-discarded = 📣 The broadcast was discarded. Nobody got it.
broadcast-parked = 📣 The broadcast is kept. Go on at any time from the staff desk.
broadcast-scheduled = 📣 The broadcast is scheduled: <b>{ $start }</b>, to about <b>{ $people } people</b>. Until then it can be changed or cancelled.
broadcast-waiting = 📣 The broadcast waits for approval. { $asked ->
        [0] There is no other approver yet whom we could tell. Ask an administrator to add one.
        [1] We tell 1 approver, outside of quiet hours. You hear from us as soon as there is an answer.
       *[other] We tell { $asked } approvers, outside of quiet hours. You hear from us as soon as there is an answer.
    }
broadcast-started = 📣 Sending has begun. Follow it in the message below.
broadcast-test-sent = Sent to this chat.
broadcast-elsewhere = That broadcast is not being written any more. This is where it stands.

# What is no answer.
broadcast-stray-text = That can't be broadcast. Send a text, one photo, or one file.
broadcast-stray-album = A broadcast has one photo or file only. The first one is used.
broadcast-stray = I can't read that here. Write the answer, or press one of the buttons.
broadcast-stray-edited = I don't read edited messages again. Send it once more as a new message.
broadcast-stray-words = Press one of the buttons below.
broadcast-stray-correction = Pictures and files can't be replaced. Send the new text alone.
broadcast-refused = Telegram refuses this message: { $why }. Change the text or the buttons.

# Captions at the staff's desk.
broadcast-add-link = Add a link
broadcast-add-programme = Add a course
broadcast-add-vacancy = Add a vacancy
broadcast-add-join = Add "I'll join"
broadcast-drop-buttons = Drop all buttons
broadcast-next = Go on
broadcast-without-buttons = Go on without buttons
broadcast-later = Go on later
broadcast-pick-role = Choose who
broadcast-pick-waves = Choose waves
broadcast-pick-programmes = Choose courses
broadcast-pick-streams = Choose fields
broadcast-pick-regions = Choose regions
broadcast-pick-states = Choose states
broadcast-pick-others = More choices
broadcast-pick-more = Language, last seen
broadcast-role-everyone = Everyone
broadcast-role-applicants = Applicants
broadcast-role-trainees = Trainees
broadcast-role-alumni = Alumni
broadcast-role-staff = Staff
broadcast-state-submitted = Waiting for selection
broadcast-state-admitted = Accepted
broadcast-state-withdrawn = Withdrawn
broadcast-state-reserve = On the reserve
broadcast-state-offered = Offered a seat
broadcast-state-not_selected = Not selected
broadcast-state-declined = Let the seat go
broadcast-state-lapsed = Did not confirm
broadcast-language-id = Indonesian
broadcast-language-en = English
broadcast-seen-any = Seen at any time
broadcast-seen-days = Seen in { $days } days
broadcast-of-waves = wave { $waves }
broadcast-living-in = in { $regions }
broadcast-seen-within = seen in the last { $days } days
broadcast-test = Send it to me
broadcast-edit = Change it
broadcast-edit-text = Change text
broadcast-edit-buttons = Change buttons
broadcast-edit-audience = Change audience
broadcast-edit-time = Change time
broadcast-send-now = Send now
broadcast-send-then = Schedule it
broadcast-ask-approval = Ask for approval
broadcast-discard = Discard broadcast
broadcast-discard-sure = Yes, discard
broadcast-keep = No, keep it
broadcast-now = As soon as it is sent
broadcast-tomorrow = Tomorrow, 08.00
broadcast-not-yet = Not yet, look again
broadcast-sure-now = Yes, send
broadcast-sure-then = Yes, schedule

# The list, and one broadcast.
broadcast-list = 📣 <b>Broadcasts</b>, the newest first.
broadcast-list-none = 📣 There is no broadcast yet.
broadcast-line = { $id }. { $excerpt }
broadcast-empty = (no text yet)
broadcast-photo = (photo)
broadcast-document = (file)
broadcast-panel =
    📣 <b>Broadcast { $id }: { $state }</b>
    <i>{ $excerpt }</i>

    { $facts }
broadcast-by = By { $author }. For: { $audience }
broadcast-people = { $people ->
        [none] The audience was not counted yet.
        [1] It reaches <b>1 person</b>.
       *[other] It reaches <b>{ $people } people</b>.
    }
broadcast-starts = It starts <b>{ $start }</b>.
broadcast-approved-by = Approved by { $name }.
broadcast-refused-why = Refused: { $why }.
broadcast-sent = Sent <b>{ $sent }</b> of { $filled ->
        [yes] <b>{ $recipients }</b>
       *[no] <b>{ $recipients }</b>, the list is still being made
    }.
broadcast-not-sent = Blocked { $blocked }, failed { $failed }, too late { $expired }.
broadcast-uncertain = ⚠️ <b>{ $uncertain } uncertain</b>: cut off while being sent, they may have arrived or not.
broadcast-left = Left <b>{ $left }</b>, { $speed } a second{ $ends ->
        [none] { "" }
       *[other] , done about { $ends }
    }.
broadcast-left-resting = Left <b>{ $left }</b>.
broadcast-left-still = Left <b>{ $left }</b>, waiting their turn. Who is in quiet hours gets it after them.
broadcast-cancelled = { $cancelled } will not get it.
broadcast-pressed = { $people ->
        [1] 1 person
       *[other] { $people } people
    } pressed a button.
broadcast-job-begins = The change to what was sent is being prepared.
broadcast-job-correct = Correction: <b>{ $sent }</b> of { $recipients } messages, failed { $failed }.
broadcast-job-recall = Recall: <b>{ $sent }</b> of { $recipients } messages, failed { $failed }.
broadcast-in-state-draft = being written
broadcast-in-state-waiting = waiting for approval
broadcast-in-state-scheduled = scheduled
broadcast-in-state-running = being sent
broadcast-in-state-paused = paused
broadcast-in-state-done = done
broadcast-in-state-cancelled = cancelled
broadcast-in-state-recalled = taken back
broadcast-more = More choices
broadcast-more-text = 📣 <b>Broadcast { $id }: { $state }</b>. This can be done as well.
broadcast-refresh = Refresh
broadcast-follow = Follow it
broadcast-preview = See the message
broadcast-write-on = Go on writing
broadcast-reopen = Take back, change
broadcast-pause = Pause
broadcast-resume = Go on sending
broadcast-cancel = Cancel broadcast
broadcast-cancel-sure = Yes, cancel
broadcast-correct = Correct the text
broadcast-recall = Take it back
broadcast-recall-sure = Yes, take it back
broadcast-report = Get the report
broadcast-again = Send again
broadcast-leave = Leave them
broadcast-ask-cancel = ⚠️ Cancel this broadcast? { $left ->
        [0] Nobody has got it yet.
        [1] <b>1 person</b> will not get it.
       *[other] <b>{ $left } people</b> will not get it.
    } This can't be undone.
broadcast-ask-recall = ⚠️ Take it back from <b>{ $sent ->
        [1] 1 person
       *[other] { $sent } people
    }</b>? The message is deleted from their chats. One older than 48 hours is replaced by a note that it holds no longer. This can't be undone.
broadcast-stay = No, leave it
broadcast-done-paused = Paused.
broadcast-done-resumed = Going on.
broadcast-done-cancelled = Cancelled.
broadcast-done-recalled = It is being taken back from everyone.
broadcast-done-again = Sent again to { $count }.
broadcast-done-left = Left as they are.
broadcast-moved-on = It has changed: this broadcast is { $state }.
broadcast-in-flight =
    { $count ->
        [1] One message is
       *[other] { $count } messages are
    } still on { $count ->
        [1] its
       *[other] their
    } way. Try again in some seconds.
broadcast-report-file = Report of broadcast { $id }: a line for each recipient, by account number and not by name.

# Correcting what was delivered.
broadcast-ask-correction =
    📣 Write the whole new text. The message that <b>{ $sent ->
        [1] 1 person has
       *[other] { $sent } people have
    }</b> got becomes that text; the buttons stay.

    The text now:
    <i>{ $excerpt }</i>
broadcast-ask-correction-sure = ⚠️ Above is the message as corrected. Replace it for <b>{ $sent ->
        [1] 1 person
       *[other] { $sent } people
    }</b> who have got it?
broadcast-correction-sure = Yes, replace it
broadcast-correction-words = Write it again
broadcast-correction-off = Don't correct it
broadcast-correcting = 📣 The messages are being corrected. Follow it in the broadcast's message.

# Approval.
broadcast-letter-approval =
    📣 <b>{ $author }</b> asks for approval of a broadcast to <b>{ $people ->
        [1] 1 person
       *[other] { $people } people
    }</b>, { $lasts }.

    For: { $audience }
    Time: <b>{ $start ->
        [none] as soon as it is approved
       *[other] { $start }
    }</b>
    The message follows below.
broadcast-letter-approved = 📣 { $name } has approved your broadcast. <i>{ $excerpt }</i>
broadcast-letter-refused = 📣 Your broadcast was not approved: { $why }. It is kept, so you can change it and ask again. <i>{ $excerpt }</i>
broadcast-approve = Approve
broadcast-refuse = Refuse
broadcast-ask-why = 📣 Why is it refused? Its author will read the reason.
broadcast-why-text = The text isn't right yet
broadcast-why-audience = The audience isn't right
broadcast-why-time = The time isn't right
broadcast-why-other = Let's talk first
broadcast-you-approved = 📣 You approved broadcast { $id }. We tell { $author }.
broadcast-you-refused = 📣 You refused broadcast { $id }. We tell { $author } why.
broadcast-not-approver = Only approvers approve broadcasts. Ask an administrator if that is your task.

error-no-such-broadcast = That broadcast was discarded. See the others in the list.
error-not-yours = A colleague is writing this broadcast. Only its author can change it.
error-same-person = This is what you asked for yourself. A colleague has to approve it.
error-needs-approver = A second person has approved this broadcast. Its words can only be changed by an approver who did not write it. { $names ->
        [none] There is no other approver yet: ask an administrator to add one.
       *[other] Who can: <b>{ $names }</b>.
    } Recalling it still needs nobody else.
error-changed-since = This broadcast was changed after that message. Open it once more, check it, then decide.
error-empty-audience = Nobody fits yet. Change the audience.
error-empty-text = The message is still empty. Write its text first.
error-text-too-long = The text has { $length } characters, the most is { $limit }. Make it shorter, then send it again.
error-bad-text = Telegram can't read a part of it, in line { $line }: { $what }. Drop that part or write it anew.
error-bad-media = Only photos and files can be broadcast.
error-bad-button = { $problem ->
        [no_caption] A button needs a caption. Write it in front of the link.
        [long_caption] A caption has 40 letters at most. Make it shorter: { $given }
        [link] The link isn't right yet: { $given }. For example: https://disnaker.bantenprov.go.id
        [too_many] There can be 6 buttons at most. Drop the others first.
       *[other] What that button leads to is gone. Choose another one.
    }
error-no-such-button = This broadcast has no such button any more.
error-bad-audience = That choice is gone: { $given }. Choose another one.
error-ends-too-early = This broadcast holds until { $expires_at }, before it starts. Change the time.
error-still-in-flight =
    { $count ->
        [1] One message is
       *[other] { $count } messages are
    } still on { $count ->
        [1] its
       *[other] their
    } way. Try again in some seconds.
