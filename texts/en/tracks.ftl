### Tracks abroad: the checklist, what interest is for, and warnings against brokers.

tracks-see = See what to prepare
tracks-text =
    🎓 <b>Preparing for { $title }</b>{ $whose ->
        [none] { "" }
       *[other] {" "}· <b>{ $whose }</b>
    }
    { $left ->
        [0] <b>All { $total } done</b>, as far as is noted here.
       *[other] <b>{ $done } of { $total } done.</b>
    }{ $next ->
        [none] { "" }
       *[other] {" "}Next: <b>{ $next }</b>.
    }{ $failed ->
        [0] { "" }
       *[other] {" "}Not met: { $failed }.
    }

    { $kinds }

    { $whose ->
        [none] Your track number is <b>{ $number }</b>: show it at the counter. Staff of { $provider } can see and confirm what you have ticked.
       *[other] This track's number is <b>{ $number }</b>: show it at the counter. Staff of { $provider } can see and confirm what is ticked.
    }
tracks-text-new =
    🎓 <b>Preparing for { $title }</b>{ $whose ->
        [none] { "" }
       *[other] {" "}· <b>{ $whose }</b>
    }
    <b>{ $total } things</b> to prepare{ $done ->
        [0] { "" }
       *[other] ; { $done } of them Jawara knows already from { $whose ->
            [none] your data
           *[other] the data of { $whose }
        }
    }.

    { $kinds }

    Press "Follow this track" to tick what you have. Staff of { $provider } can then see { $whose ->
        [none] your ticks and your name, to help you
       *[other] the ticks and the name, to help
    } and to confirm them.
tracks-kind = { $kind ->
        [self] About you
        [skill] Skill
        [language] Language
        [certificate] Certificates
       *[document] Documents
    } { $done } of { $total }
tracks-follow = Follow this track
tracks-leave = Stop following
tracks-followed = Good, the progress is noted.
tracks-left = The ticks are kept, should you go on.
tracks-cautions = Beware of brokers
tracks-others = For somebody else
tracks-ask-holder = Whose track is it?
tracks-somebody-else = somebody else
tracks-somebody-else-way = Somebody else
tracks-holder = { $name }
tracks-holder-following = { $name } · following
tracks-gone = That track is not on this phone any more.
tracks-whose =
    🎓 <b>Preparing for { $title }</b>
    For whom? Everybody on this phone has a list and ticks of their own.

    "Somebody else" is for whoever has never applied from this phone.
tracks-ask =
    🎓 <b>Preparing for { $title }</b>
    <b>Whose track is it?</b> Track number { $number } was followed from this phone before we knew for whom.

    Choose the person: the ticks stay, and what Jawara knows from their registration is ticked as well.
tracks-item =
    🎓 <b>{ $title }</b> ({ $kind ->
        [self] about you
        [skill] skill
        [language] language
        [certificate] certificate
       *[document] document
    }){ $whose ->
        [none] { "" }
       *[other] {" "}· <b>{ $whose }</b>
    }
    { $state }

    { $about }

    <i>{ $source }{ $confirmed ->
        [no] . Not confirmed by the provider yet
       *[yes] { "" }
    }{ $expired ->
        [yes] . It may have changed
       *[no] { "" }
    }.</i>
tracks-state-open = <b>Not yet.</b>
tracks-state-open-new = <b>Not yet.</b> Follow the track to tick it.
tracks-state-told = <b>Done</b>, { $whose ->
        [none] as you say yourself
       *[other] ticked on this phone
    } ({ $day }).
tracks-state-known = <b>Done</b>, as Jawara knows from { $proof ->
        [none] { $whose ->
            [none] your data
           *[other] the data of { $whose }
        }
       *[other] { $proof }
    }.
tracks-state-confirmed = <b>Done</b>, confirmed by staff ({ $by }, { $day }).
tracks-state-failed = <b>Not met</b> by { $whose ->
        [none] what you have told
       *[other] the data of { $whose }
    }. Check the requirements, or ask the staff.
tracks-have = I have it
tracks-have-not = Take the tick back
tracks-noted = Noted.
tracks-see-cluster = See { $title }
tracks-send-paper = Send a photo
tracks-check-rules = Check requirements

tracks-wishes =
    🎓 <b>Your interest: { $title }</b>
    You are told first as soon as it opens. To help the planning, choose a trade, and a country if you wish for one.

    Trade: <b>{ $kind ->
        [none] not chosen
       *[other] { $kind }
    }</b>
    Country: <b>{ $destination ->
        [none] any
       *[other] { $destination }
    }</b>

    Press a choice once more to take it back. { $alone ->
        [yes] Staff of { $provider } see how many are interested, and your name and phone number if you have applied for something.
       *[no] The interest is of all on this phone: the news comes once, and staff of { $provider } see the number without names. Whoever follows the checklist is noted on their own.
    }
tracks-set-wishes = Say what you wish
tracks-no-wish = Withdraw my interest

tracks-warning =
    ⚠️ <b>Beware of brokers for work abroad</b>

    { $lines }

    <i>{ $sources }. { $confirmed ->
        [yes] { "" }
       *[no] Not confirmed by the provider yet.
    }</i>
tracks-warning-line = • { $text }
tracks-warning-none =
    ⚠️ <b>Beware of brokers for work abroad</b>

    Pay nobody before you have asked Disnaker.
tracks-check-offer = Check this offer
tracks-how-to-check =
    ⚠️ <b>Check a job offer</b>

    Forward the offer to this chat, or type <b>check offer</b> and paste its text. Jawara looks for signs of fraud: asking for money, promises to leave for sure, tourist visas, papers kept back.

    The message is not stored.
tracks-offer-signs =
    ⚠️ <b>Be careful with this offer.</b> What we found in it:

    { $signs }

    Do not pay, and do not hand over original papers. Ask Disnaker or BP3MI first.
tracks-sign-money = • it asks for money: "{ $said }"
tracks-sign-haste = • a promise nobody can keep: "{ $said }"
tracks-sign-visa = • a visa or papers that are not for work: "{ $said }"
tracks-sign-papers = • original papers are kept: "{ $said }"
tracks-offer-clean =
    ⚠️ We found no sign of fraud that we know in that message. <b>That does not make it safe.</b>

    Make sure that the company is licensed: ask Disnaker or BP3MI before you pay or hand over papers.

tracks-desk = 🎓 The tracks abroad of your provider. The number behind: people who follow it.
tracks-desk-none = 🎓 Your provider has no track abroad.
tracks-desk-one =
    🎓 <b>{ $title }</b>
    <b>{ $followers ->
        [1] 1 person</b> follows
       *[other] { $followers } people</b> follow
    } its checklist, <b>{ $people }</b> { $people ->
        [1] waits
       *[other] wait
    } to hear of its opening.
tracks-desk-numbers =
    Region: { $regions }
    Age: { $ages }
    Trade: { $kinds }
    Country: { $destinations }
tracks-desk-unknown = not known
tracks-desk-any = any
tracks-desk-count = { $what } { $count }
tracks-desk-names = See the names
tracks-desk-names-text =
    🎓 <b>Interested in { $title }</b>

    { $lines }
tracks-desk-name-line = { $name }, { $phone }: { $kind }, { $destination }, { $region }
tracks-desk-no-name = Name not known
tracks-desk-follower = { $name } · { $done } of { $total }
tracks-desk-follower-text =
    🎓 <b>{ $name }</b>, track number { $number }
    { $title }: <b>{ $done } of { $total } done</b>.

    Press a thing to confirm it.
tracks-desk-item =
    🎓 <b>{ $title }</b> · { $name }, track number { $number }
    { $state }

    Confirm only what you have seen yourself. Who and when is written down.
tracks-desk-state-open = Not ticked.
tracks-desk-state-told = Done, as they say themselves ({ $day }).
tracks-desk-state-known = Done, as Jawara knows from { $proof ->
        [none] their data
       *[other] { $proof }
    }.
tracks-desk-state-confirmed = Confirmed by { $by } ({ $day }).
tracks-desk-state-failed = Not met by what they have told.
tracks-desk-confirm = Confirm
tracks-desk-unconfirm = Take it back
tracks-desk-why = 🎓 The confirmation of <b>{ $title }</b> for { $name } will be taken back. Why?
tracks-desk-keep = Leave it as it is

error-no-such-track = That programme has no checklist. See other programmes from the menu.
error-not-followed = No track is followed under that number. It stands on its holder's checklist screen.
error-no-such-item = That is not on the checklist any more. Open the list once more.
error-item-confirmed = Staff have confirmed that. If it is wrong, ask them to take it back.
error-unknown-wish = That choice is gone. Open the programme once more.
