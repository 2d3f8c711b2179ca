### Schools: groups of pupils, their lists, and what the provider decides.

schools-open = Open school groups
schools-see-group = See the group
schools-welcome =
    🏫 Welcome. You now send pupils for <b>{ $school }</b>.

    Here you send groups for an apprenticeship and see how they stand. Type /sekolah at any time to open it.
schools-groups =
    🏫 <b>Apprenticeship groups</b>

    { $count ->
        [0] There is no group yet.
       *[other] Groups: <b>{ $count }</b>, waiting for the provider's decision: { $waiting }.
    }
schools-new = Add: { $school }
schools-no-class = 🏫 No wave takes groups of schools at present. Ask the provider.
schools-which-class = 🏫 Which programme is this group for?
schools-form =
    🏫 <b>The group</b>

    Copy the lines below, fill in your own, and send them:

    { $lines }
schools-again-form = Put it right, and send all the lines again. To stop, type <b>cancel</b>.
schools-again-list = Put it right, and send the list for <b>{ $host }</b> again, with at most <b>{ $free }</b> pupils.
schools-form-line = { $label }: { $value }
schools-example-host = PT Contoh Logam
schools-example-address = Jalan Raya Serang Km 12, Cikande
schools-example-starts-on = 11/01/2027
schools-example-ends-on = 09/04/2027
schools-example-places = 12
schools-example-school-supervisor = Bu Wati
schools-example-host-supervisor = Pak Joko
schools-list =
    🏫 <b>Pupils: { $host }</b>

    Send an Excel file (.xlsx) or CSV with at most <b>{ $free }</b> pupils. A list that was not accepted yet is replaced. Columns: name, nik, birth date, sex (M/F), class. For those under 18 also: guardian, relation, consent.

    <b>Yes</b> below consent means that the school holds the guardian's signed paper. The NIK keeps a pupil from being listed twice.
schools-sample = Get a sample list
schools-sample-below = Delete the sample line, fill it in, and send it back.
schools-reason =
    🏫 Send back the list of <b>{ $school }</b>?

    The { $waiting } pupils who wait are deleted, and the school sends a new list. Write why; the school will read it.
schools-group =
    🏫 <b>{ $host }</b>
    { $address }

    { $school }, { $programme }
    <b>{ $days }</b>
    Supervisors: { $schoolsupervisor } (school), { $hostsupervisor } (host)

    <b>{ $places }</b> places: { $accepted } accepted, { $waiting } waiting, { $free } free. Phones connected: { $connected }.
    State: <b>{ $state }</b>
schools-state-open = waits for its list
schools-state-sent = waits for a decision
schools-state-returned = sent back
schools-state-accepted = accepted
schools-accept = Accept
schools-return = Send back
schools-pupils = See pupils
schools-codes = Make pupils' links
schools-codes-below =
    { $count ->
        [1] One link, for one pupil and one use.
       *[other] { $count } links, each for one pupil and one use.
    } Links made before no longer work.
schools-no-codes = All accepted pupils are connected already.
schools-send-list = Send the list
schools-edit = Change the group
schools-pupil-list =
    🏫 <b>{ $host }</b>

    { $accepted } accepted, { $waiting } waiting of { $places } places; { $free } free. Phones connected: { $connected }.
schools-pupil =
    🏫 <b>{ $name }</b>, { $study }
    Number { $number }: <b>{ $state }</b>

    Phone: { $connected ->
        [yes] connected
       *[no] not connected yet
    }.{ $consent ->
        [none] { "" }
       *[other] {" "}{ $consent }
    }
schools-consent = Guardian: { $guardian }. The school holds their signed consent{ $phone ->
        [none] .
       *[other] ; they agreed on the phone as well, { $phone }.
    }
schools-pupil-submitted = waits for a decision
schools-pupil-reserve = reserve
schools-pupil-offered = offered
schools-pupil-admitted = accepted
schools-pupil-not_selected = not accepted
schools-pupil-declined = declined
schools-pupil-lapsed = not answered
schools-pupil-withdrawn = withdrawn
schools-withdraw = Withdraw this pupil
schools-ask-withdraw = ⚠️ Withdraw <b>{ $name }</b> from this group? Another pupil can have the place. Who is connected is told. Why? Choose below, or write it.
schools-keep = No, leave it
schools-why-left = Left the school
schools-why-replaced = Replaced by another
schools-why-ill = Ill
schools-why-other = Another reason
schools-why-own = Withdrawn by the pupil
schools-withdrawn = The pupil is withdrawn. To replace them, send a list with the new pupil alone.
schools-accepted = The group is accepted. The school is told.
schools-returned = The list is sent back. The school is told.
schools-kept = The group is saved.
schools-sent =
    { $count ->
        [one] <b>{ $count } pupil</b> was sent. The provider looks at it; the answer comes here.
       *[other] <b>{ $count } pupils</b> were sent. The provider looks at them; the answer comes here.
    }
schools-stray-form = That can't be read. Send it as text.
schools-stray-list = That can't be read. Send the list as an .xlsx or .csv file.
schools-stray-reason = Write why, in words.
schools-mistakes =
    { $count ->
        [one] ⚠️ <b>{ $count } thing has to be put right.</b> Nothing is saved yet.
       *[other] ⚠️ <b>{ $count } things have to be put right.</b> Nothing is saved yet.
    }
schools-mistakes-more = … and { $count } more.
schools-mistake =
    { $row ->
        [0] { $column }: { $what }
       *[other] Row { $row }, { $column }: { $what }
    }
schools-column-name = name
schools-column-nik = NIK
schools-column-born = birth date
schools-column-sex = sex
schools-column-study = class
schools-column-guardian = guardian
schools-column-relation = relation
schools-column-consent = consent
schools-column-host = Place
schools-column-address = Address
schools-column-starts-on = From
schools-column-ends-on = Until
schools-column-places = Places
schools-column-school-supervisor = School supervisor
schools-column-host-supervisor = Host supervisor
schools-mistake-missing = is empty
schools-mistake-name = <i>{ $found }</i> is no person's name
schools-mistake-nik = is no whole NIK, which has 16 digits. If Excel has changed it, make the column Text and type it again
schools-mistake-date = <i>{ $found }</i> is no date; an example: 15/01/2009
schools-mistake-sex = <i>{ $found }</i> is not known; write M or F
schools-mistake-not-of-nik = differs from the NIK, which says { $found }
schools-mistake-guardian = is wanted, as they are under 18
schools-mistake-relation = <i>{ $found }</i> is not known; write mother, father or guardian
schools-mistake-consent = write yes if the school holds the guardian's signed consent
schools-mistake-too-long = is too long
schools-mistake-too-many = at most { $found } rows
schools-mistake-twice = is the same as in row { $found }
schools-mistake-applied = is registered in this wave already
schools-mistake-elsewhere = is in another group on those days { $found }
schools-mistake-before-start = is before the first day
schools-mistake-past = is past
schools-mistake-too-far = at most a year
schools-mistake-places = <i>{ $found }</i> is no number; write 1 to 500

error-no-such-group = 🏫 That group does not exist, or is not your school's.
error-no-such-pupil = 🏫 That pupil does not exist, or is not your school's.
error-pupil-has-phone = 🏫 That pupil has connected a phone. Their data is deleted there, at <b>See my data</b>.
error-bad-pupil-code = This link was used or replaced. Ask your teacher for a new one.
error-too-many-pupils = ⚠️ The list has <b>{ $given }</b> pupils, and <b>{ $free }</b> places are free. Nothing is saved: the school says who goes.
error-too-few-places = ⚠️ There are <b>{ $held }</b> pupils already. There can't be fewer places.
error-group-stands =
    🏫 { $state ->
        [accepted] This group is accepted already.
        [returned] This list was sent back already.
       *[other] Its list was not sent yet.
    }
error-group-over = 🏫 This group's apprenticeship has ended, { $ends_on }.
error-bad-sheet =
    ⚠️ { $why ->
        [unreadable] That file can't be read. Send an Excel file (.xlsx) or CSV.
        [empty] That file holds no list.
        [double] There are two columns <b>{ $found }</b>. Delete one of them.
        [wide] Row { $found } has more cells than columns. Save it as .xlsx and send it again.
        [quote] The quotation mark (") in row { $found } is not closed.
        [too_big] That file is bigger than { $found } MB. Save the table alone.
        [too_many] It has more than { $found } rows.
        [old_excel] This is an old Excel file (.xls). Save it as .xlsx and send it again.
        [locked] That file is locked with a password. Save it without one and send it again.
        [sheets] Several sheets have the same columns ({ $found }). Make them one sheet and send it again.
        [formula] There is a formula that was never worked out. Open it in Excel, save it, and send it again.
       *[other] There is no column <b>{ $why }</b>. One row must name all the columns. Nothing is saved yet.
    }
