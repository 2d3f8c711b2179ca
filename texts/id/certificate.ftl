### Sertifikat: milik sendiri, pemeriksaan oleh siapa saja, dan pencatatan di meja petugas.

certificate-see = Lihat sertifikat
certificate-kind-internal = balai
certificate-kind-bnsp = BNSP
certificate-kind-official = resmi
certificate-line =
    Sertifikat { $kind }: { $state ->
        [passed] <b>lulus</b>, nomornya menyusul
        [failed] <b>belum lulus</b>
        [issued] <b>terbit</b>, nomor { $number }
       *[none] belum ada hasil
    }.
certificate-mine = 🎓 <b>Sertifikat { $name }</b>
certificate-mine-issued =
    Sertifikat { $kind }: <b>terbit</b> { $day }
    Nomor: <b>{ $number }</b>
    Siapa pun bisa memeriksa keasliannya di sini: { $link }
certificate-share = Bagikan sertifikat { $kind }
certificate-genuine =
    🎓 <b>Sertifikat ini asli.</b>

    { $certificates }

    Nama pemegangnya tidak kami tampilkan. Cocokkan nomor dan tanggalnya dengan yang tertulis.
certificate-verified =
    { $kind ->
        [bnsp] Sertifikat BNSP
        [official] Sertifikat resmi
       *[internal] Sertifikat balai
    } nomor <b>{ $number }</b>
    Pelatihan: { $programme }{ $example ->
        [yes] {" "}(contoh)
       *[no] { "" }
    }
    Penerbit: { $kind ->
        [bnsp] BNSP (pelatihan di { $provider })
       *[internal] { $provider }
    }
    Tanggal: <b>{ $day }</b>
certificate-unknown =
    ⚠️ Sertifikat dengan nomor atau tautan itu <b>tidak ada</b> di catatan Jawara. Periksa lagi hurufnya satu per satu.

    Jawara hanya mencatat pelatihan yang pesertanya terdaftar di sini. Masih ragu? Tanyakan kepada penyelenggaranya.
certificate-how = 🎓 Untuk memeriksa sertifikat, tulis <i>cek sertifikat</i> dan nomornya, misalnya <i>cek sertifikat 012/UPTD/2026</i>.
certificate-too-many = ⚠️ Anda sudah memeriksa { $count } nomor dalam satu jam. Agar nomor tidak ditebak-tebak, pemeriksaan bisa dilanjutkan pukul <b>{ $clock }</b>. Tautan sertifikat tetap bisa dibuka.
certificate-classes =
    🎓 <b>Sertifikat</b>

    Kelas yang mana?
certificate-no-class = 🎓 Belum ada kelas yang pesertanya mendapat sertifikat.
certificate-list =
    🎓 Sertifikat { $kind }, <b>{ $programme }</b>

    Terbit { $issued }, lulus { $passed }, belum lulus { $failed }, belum ada hasil { $none }. Pilih nama untuk mencatat.
certificate-list-internal = Lihat sertifikat balai
certificate-list-bnsp = Lihat sertifikat BNSP
certificate-list-official = Lihat sertifikat resmi
certificate-one =
    🎓 <b>{ $name }</b> ({ $number })
    { $programme }

    { $line }{ $issuable ->
        [yes] {" "}Sudah ada nomornya? Tulis: <code>terbit { $number } { $kind } NOMOR</code>

    Tanggalnya boleh ditambahkan di belakang, misalnya 20/11/2026. Tanpa itu, tanggalnya hari ini.
       *[no] { "" }
    }
certificate-mark-passed = Catat lulus
certificate-mark-failed = Catat belum lulus
certificate-mark-back = Tarik nomornya
certificate-state-none = belum ada hasil
certificate-state-passed = lulus
certificate-state-failed = belum lulus
certificate-state-issued = terbit
certificate-ask =
    ⚠️ Catat <b>{ $name }</b> { $state ->
        [failed] belum lulus
       *[other] lulus
    } untuk sertifikat { $kind }? Kabarnya langsung dikirim kepada peserta.
certificate-ask-why = ⚠️ Ini membatalkan hasil sertifikat { $kind } milik <b>{ $name }</b> yang sudah dikabarkan. Peserta akan diberi tahu beserta alasannya. Apa alasannya?
certificate-keep = Tidak, biarkan
certificate-sure = Ya, catat
certificate-why-slip = Salah catat
certificate-why-person = Tertukar orang
certificate-why-news = Ada hasil baru
certificate-noted = Tercatat.

error-no-such-certificate =
    🎓 Pelatihan ini tidak memberi sertifikat { $kind ->
        [bnsp] BNSP
        [official] resmi
       *[other] balai
    }.
error-certificate-stands =
    🎓 Sertifikat itu { $state ->
        [none] belum ada hasilnya
        [passed] sudah lulus
        [failed] belum lulus
       *[issued] sudah terbit
    }, jadi belum bisa dicatat { $wanted ->
        [passed] lulus
        [failed] belum lulus
       *[issued] terbit
    }.{ $state ->
        [failed] {" "}Catat dulu hasil ujian ulangnya.
       *[other] { "" }
    }
error-training-ahead =
    🎓 { $starts_on ->
        [none] Pelatihannya belum dimulai
       *[other] Pelatihannya baru dimulai <b>{ $starts_on }</b>
    }, jadi hasil sertifikatnya belum bisa dicatat. { $whose ->
        [group] Bila kelompok ini mulai lebih awal, minta pengelola mengubah tanggalnya dulu.
       *[wave] Bila sudah dimulai lebih awal, majukan dulu gelombangnya di "Lihat gelombang".
    }
error-bad-certificate-number = 🎓 Nomor sertifikat terdiri dari 1 sampai 64 huruf atau angka. Contoh: 71102 7212 4 0001234 2026.
error-certificate-ahead = 📅 Tanggal sertifikatnya, <b>{ $issued_on }</b>, belum tiba. Periksa lagi tanggalnya.
error-certificate-number-taken = ⚠️ Nomor <b>{ $number }</b> sudah dipakai sertifikat peserta lain. Periksa lagi nomornya.
