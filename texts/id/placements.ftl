### Magang seorang siswa: menyambungkan HP, tempat dan tanggalnya, izin wali.

placements-see = Lihat magang
placements-you =
    🏫 Tautan ini untuk <b>{ $name }</b>, { $study }, { $school }.

    Apakah ini Anda? Sesudah disambungkan, tempat, tanggal, kartu, dan sertifikat magang ada di HP ini.
placements-yes = Ya, ini saya
placements-no = Bukan saya
placements-consent = 🏫 Sebelum tersambung, baca dulu untuk apa data Anda dipakai. Sesudah setuju, buka lagi tautan dari guru Anda.
placements-connected = HP Anda sudah tersambung.
placements-left = Anda tidak lagi tercatat di magang ini.
placements-mine =
    🏫 <b>{ $host }</b>
    { $address }

    <b>{ $days }</b>
    { $programme }
    Pembimbing: { $schoolsupervisor } (sekolah), { $hostsupervisor } (industri){ $guardian ->
        [none] { "" }
       *[other] {"\u000A\u000A"}Wali: { $guardian }. { $agreed ->
            [none] Sekolah memegang surat izinnya. Wali boleh juga menyatakan setuju di HP ini.
           *[other] Sudah setuju lewat HP ini, { $agreed }.
        }
    }
placements-guardian = Saya wali, saya setuju
placements-agreed = Terima kasih. Persetujuan wali tercatat.
