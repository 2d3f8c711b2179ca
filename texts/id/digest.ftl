### Beberapa kabar dalam satu pesan.

digest-letter =
    🔔 Ada <b>{ $count } kabar</b> untuk Anda:
    { $lines }
digest-more = …dan { $count } lagi. Lihat di menu.
digest-opening = • Pendaftaran <b>{ $programme }</b> dibuka{ $closes ->
        [none] { "" }
       *[other] , tutup { $closes }
    }
digest-vacancies = • { $count ->
        [1] <b>Lowongan baru</b> yang cocok: { $title }
       *[other] <b>{ $count } lowongan</b> baru yang cocok
    }
digest-other = • { $line }
digest-see = Lihat { $what }
digest-see-vacancies = Lihat lowongan
digest-fewer = Atur kabar
