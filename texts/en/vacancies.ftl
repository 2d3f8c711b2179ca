### Vacancies.

vacancies-hub =
    💼 <b>Vacancies of partner companies</b>

    Choose below, or simply write the kind of work. No genuine vacancy ever asks for money.
vacancies-all = All vacancies
vacancies-near = In my region
vacancies-by-stream = By field
vacancies-abroad = Abroad
vacancies-saved = Saved by me
vacancies-alerts = Set vacancy alerts
vacancies-streams = 💼 Choose a field.
vacancies-list = 💼 { $list }: { $count ->
        [one] <b>one vacancy</b>.
       *[other] <b>{ $count } vacancies</b>, the newest on top.
    }
vacancies-list-none = 💼 { $list }: no vacancy yet. Switch on vacancy alerts and we tell you once there is one.
vacancies-vacancy =
    💼 <b>{ $title }</b>{ $example ->
        [yes] {" "}(example)
       *[no] { "" }
    }
    { $company }, { $place }
    Wage: <b>{ $wage }</b>
    { $state ->
        [closed] <b>Closed already.</b>
       *[open] { $closes ->
            [none] No deadline is told.
           *[other] Apply until <b>{ $closes }</b>
        }
    }

    { $description }

    { $verified ->
        [none] ⚠️ Nobody has verified this company yet.
       *[other] Verified: { $verified }.
    } No genuine vacancy ever asks for money.
vacancies-letter =
    💼 { $count ->
        [1] A new vacancy fits you:
       *[other] <b>{ $count } new vacancies</b> fit you:
    }
    { $lines }
vacancies-closed = { $title } · closed
vacancies-line = • <b>{ $title }</b>, { $company }, { $place }
vacancies-fewer = Set vacancy alerts
vacancies-apply = Apply on their site
vacancies-save = Save
vacancies-unsave = Remove from saved
vacancies-hide = Hide
vacancies-unhide = Show again
vacancies-marked-saved = Saved.
vacancies-marked-hidden = Not shown any more.
vacancies-marked-not = Mark removed.
vacancies-wage-unknown = not stated
vacancies-per-hour = { $amount } an hour
vacancies-per-day = { $amount } a day
vacancies-per-week = { $amount } a week
vacancies-per-month = { $amount } a month
vacancies-per-year = { $amount } a year

alerts-off = 🔔 Vacancy alerts are off. Once on, we send one message a day at most, and only what fits.
alerts-on =
    🔔 Vacancy alerts are on, one message a day at most.

    Fields: <b>{ $streams ->
        [none] all
       *[other] { $streams }
    }</b>
    Regions: <b>{ $regions ->
        [none] all of Indonesia
       *[other] { $regions }
    }</b>
    Abroad: <b>{ $abroad ->
        [yes] yes
       *[no] no
    }</b>
alerts-consent = 🔔 To send you vacancy alerts we keep what you choose. You have not agreed to the use of data yet. Read it and agree first, then switch them on.
alerts-switch-on = Switch on
alerts-switch-off = Switch off
alerts-choose-streams = Choose fields
alerts-choose-regions = Choose regions
alerts-abroad-on = Add abroad
alerts-abroad-off = Without abroad
alerts-streams = 🔔 Which fields? No choice means all of them.
alerts-regions = 🔔 Which regions? No choice means all of Indonesia.

error-unknown-vacancy = That vacancy is gone. See others from the menu.
