### Several pieces of news in one message.

digest-letter =
    🔔 <b>{ $count } pieces of news</b> for you:
    { $lines }
digest-more = …and { $count } more. See the menu.
digest-opening = • Registration for <b>{ $programme }</b> is open{ $closes ->
        [none] { "" }
       *[other] , closes { $closes }
    }
digest-vacancies = • { $count ->
        [1] <b>New vacancy</b> that fits: { $title }
       *[other] <b>{ $count } new vacancies</b> that fit
    }
digest-other = • { $line }
digest-see = See { $what }
digest-see-vacancies = See vacancies
digest-fewer = Set notifications
