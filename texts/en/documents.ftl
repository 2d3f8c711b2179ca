### Documents of a registration, sent in the chat, and the staff's desk where they are opened.

documents-begin = Send papers
documents-see-all = See papers
documents-send = Send { $paper }
documents-see = See { $paper }
documents-instead = Replace { $paper }

documents-summary = Papers: { $papers }.
documents-summary-line = { $paper } { $lacking ->
        [yes] missing
       *[no] sent
    }

documents-text =
    📝 <b>Papers of { $number }</b>
    { $programme }{ $name ->
        [none] { "" }
       *[other] , for <b>{ $name }</b>
    }

    { $lines }

    { $until ->
        [closed] The time for sending papers is over. If something is missing, the staff ask for it here.
        [none] No deadline is set. The sooner, the better.
       *[other] They can be sent and replaced until <b>{ $until }</b>.
    }
documents-line =
    { $state ->
        [missing] • { $paper }: <b>missing</b>
        [asked] • { $paper }: <b>asked for by the staff</b>
        [unreadable] • { $paper }: <b>can't be read</b>, send it again
        [gone] • { $paper }: <b>lost on our side</b>, send it again
        [again] • { $paper }: sent again { $when }
       *[sent] • { $paper }: sent { $when }
    }
documents-none =
    { $removed ->
        [none] 📝 Registration <b>{ $number }</b> needs no papers through Jawara. If the staff ask for any, you hear of it here.
       *[other] 📝 The papers of registration <b>{ $number }</b> have been deleted, { $removed }: their time was up. Scores, attendance and certificates stay on record.
    }

documents-ask =
    📝 <b>Send { $name ->
        [none] your { $paper }
       *[other] the { $paper } of { $name }
    }</b>
    For { $programme }. A bright picture with nothing cut off, or a PDF: { $mb } MB and { $pages } pages at most.

    { $why } Papers are kept locked. Only the provider's staff can open them, and each time is written down. They are deleted by themselves <b>{ $days } days</b> after the training, or the registration, has ended.
documents-why-ktp = We need it to check your name and NIK.
documents-why-ijazah = We need it to check the schooling that is asked for.
documents-why-photo = We need it for your participant's card and certificate.
documents-why-ak1 = We need it to see that you are registered as a job seeker.
documents-why-domicile = We need it to check where you live.
documents-why-family = We need it to check your address.
documents-why-skck = We need it because the place of training asks for it.
documents-why-health = We need it so that you are safe in the workshop.

documents-received =
    <b>{ $paper }</b> received. { $left ->
        [none] All papers are sent. The staff look through them next.
       *[other] Still to come: <b>{ $left }</b>.
    }
documents-done = 📝 { documents-received }

documents-paper =
    📝 <b>{ $paper }</b>, { $number }

    Sent { $when }: { $media ->
        [pdf] PDF, { $pages ->
            [1] 1 page
           *[other] { $pages } pages
        }
       *[picture] a picture
    }. { $openings ->
        [0] Not yet opened by the staff.
        [1] Opened once by the staff.
       *[other] Opened { $openings } times by the staff.
    }{ $state ->
        [unreadable] {" "}<b>The staff can't read it.</b> Send one that is brighter, with nothing cut off.
        [asked] {" "}<b>The staff ask for it again.</b>
        [gone] {" "}<b>It was lost on our side.</b> Please send it once more.
       *[other] { "" }
    }
documents-show = See what I sent
documents-replace = Replace
documents-take-back = Take back
documents-shown = { $paper }, { $number }. Only you and the provider's staff can see it.
documents-take-back-ask =
    ⚠️ <b>Take back: { $paper }?</b>

    It is deleted from Jawara, and the staff can't look at it. This can't be undone.
documents-keep = No, leave it
documents-take-back-really = Yes, delete it
documents-taken-back = <b>{ $paper }</b> is deleted.

documents-which =
    📝 <b>What is this?</b>
    Choose, or write its name, such as <i>KTP</i>. We ask so that it gets to the right place.
documents-no-paper = Not a paper
documents-dropped = 📝 Very well, we have not kept it.
documents-file-settled = 📝 That file no longer waits for an answer. Send it once more if it is still needed.

documents-stray-text = I am waiting for a picture or a PDF, not for words. Rather later? Write <i>later</i>.
documents-stray-sound = That is a voice message. I am waiting for a picture or a PDF.
documents-stray-film = That is a video. I am waiting for a picture or a PDF.
documents-stray-edited = I don't read edited messages again. Send the picture or PDF as a new message.
documents-stray-other = I can't read that. I am waiting for a picture or a PDF.
documents-stray-choice = I don't know that one. Press a button, or write <i>no</i>.

documents-desk =
    📝 <b>Applicants' papers</b>

    Write the registration number, such as <i>PBK-2025-3-0001</i>{ $latest ->
        [0] . No papers have come yet.
       *[other] , or choose one that came last.
    }
documents-desk-stray = I am waiting for a registration number, such as <i>PBK-2025-3-0001</i>.
documents-desk-text =
    📝 <b>{ $number }</b>, { $name }
    { $programme }{ $state ->
        [withdrawn] , <b>withdrawn</b>
       *[other] { "" }
    }

    { $lines }
documents-desk-none =
    📝 <b>{ $number }</b>, { $name }
    { $programme }

    This course asks for no papers, and none were sent.
documents-desk-line =
    { $state ->
        [missing] • { $paper }: not sent
        [asked] • { $paper }: asked for
        [unreadable] • { $paper }: can't be read, asked for again
        [gone] • { $paper }: <b>lost from the store</b>, ask again
        [again] • { $paper }: <b>sent again</b> { $when }
       *[sent] • { $paper }: sent { $when }
    }
documents-desk-paper =
    📝 <b>{ $number }</b>, { $name }

    { $line }{ $media ->
        [none] { "" }
        [pdf] {" "}(PDF, { $pages ->
            [1] 1 page
           *[other] { $pages } pages
        }, { $kilobytes } KB). Times opened: { $openings }.
       *[picture] {" "}(picture, { $kilobytes } KB). Times opened: { $openings }.
    }

    Each time you open it, your name and the time are written down. The applicant can see that.
documents-desk-show = Open it
documents-desk-ask = Ask for it
documents-desk-ask-again = Ask for it again
documents-desk-shown = { $paper }, { $number }, { $name }. Please don't photograph it or pass it on.
documents-desk-sure =
    ⚠️ <b>Ask { $name } for: { $paper }?</b>

    { $sent ->
        [yes] What was sent is marked as unreadable.
       *[no] It is marked as missing.
    } The owner of { $number } is told at once. Until when?
documents-desk-days = Within { $days } days
documents-desk-no-deadline = No deadline
documents-desk-asked = <b>{ $paper }</b> was asked for.

error-papers-closed =
    📝 { $until ->
        [none] Papers for that registration are not taken now.
       *[other] Papers for that registration were taken until { $until }.
    } If something is missing, the staff ask for it here.
error-unknown-paper = 📝 That paper is not asked for in this registration.
error-no-such-document = 📝 That paper was replaced or taken back. Those that are there stand in its registration.
error-not-of-your-provider = Your provider has no registration with that number.
error-document-lost = It was lost on our side, and has to be sent once more.
error-document-damaged = ⚠️ It is there, and can't be opened. Jawara's administrator has to look at the key.
error-document-unreachable = The file has not arrived from Telegram. Please send it once more.
error-document-too-large = That file is too large. { $most_mb } MB at most. An easy way: send it from the gallery as a plain photo.
error-unknown-document = That file holds neither a picture (JPG, PNG) nor a PDF, whatever its name says. A right one: a photo from your phone's camera.
error-heic-picture = That file is an iPhone's HEIC photo, which we can't open yet. Send it from the gallery as a plain photo, not as a file.
error-broken-picture = That picture is damaged or cut off, so it can't be opened. Take a new one, and send that.
error-picture-too-large = That picture has more than { $most_megapixels } megapixels. Send it from the gallery as a plain photo; Telegram makes it smaller by itself.
error-picture-too-small = That picture is too small to read ({ $width } × { $height } pixels). Send the original, not its thumbnail.
error-broken-pdf = That PDF is damaged or cut off, so it can't be opened. Save it anew, or send a photo instead.
error-locked-pdf = That PDF is locked with a password. Save it without one, or send a photo instead.
error-pdf-too-long = That PDF has { $pages } pages. { $most } at most. Send only the pages that are needed.
