### Janji penempatan kerja: untuk lulusan, dan meja petugas yang berjanji.

promises-see = Lihat penempatan kerja
promises-mine =
    💼 <b>Penempatan kerja: { $programme }</b>
    Janji { $provider }: { $promise }

    { $state }
    { $answer }

    <i>{ $source }</i>
promises-state-promised = Catatan penyelenggara: <b>belum ada</b>{ $due ->
        [none] .
       *[other] , paling lambat { $due }.
    }
promises-state-introduced = Catatan penyelenggara: <b>dikenalkan ke { $company }</b>.
promises-state-placed = Catatan penyelenggara: <b>bekerja di { $company }</b>{ $since ->
        [none] { "" }
       *[other] {" "}sejak { $since }
    }, upah { $wage ->
        [none] tidak disebutkan
       *[other] { $wage } per bulan
    }.
promises-state-not-placed = Catatan penyelenggara: <b>belum tersalur</b> ({ $why }).
promises-state-declined = Catatan penyelenggara: <b>kerjanya ditolak</b> ({ $why }).
promises-answer-none = Anda belum menjawab.
promises-answer-yes = Jawaban Anda: <b>benar</b>.
promises-answer-no = Jawaban Anda: <b>belum benar</b>. Apa yang berbeda?
promises-answer-not-there = Jawaban Anda: <b>saya tidak bekerja di sana</b>.
promises-answer-elsewhere = Jawaban Anda: <b>saya bekerja di tempat lain</b>.
promises-answer-wage = Jawaban Anda: <b>upahnya berbeda</b>.
promises-answer-nothing = Bila ada kabar, Anda kami tanya.
promises-yes = Ya, itu benar
promises-no = Belum benar
promises-not-there = Tidak bekerja di sana
promises-elsewhere = Bekerja di tempat lain
promises-wage = Upahnya berbeda
promises-changed = Catatannya sudah berubah. Ini yang terbaru.
promises-noted = Terima kasih, jawaban Anda tercatat.
promises-why-no-opening = belum ada lowongan
promises-why-not-chosen = tidak lolos seleksi
promises-why-ended = sudah tidak di sana
promises-why-slip = salah catat
promises-why-far = terlalu jauh
promises-why-wage = upahnya kurang
promises-why-other-job = sudah punya pekerjaan lain
promises-why-study = sekolah lagi

promises-classes = 💼 Kelas yang pesertanya dijanjikan penempatan. Angka di belakang: pesertanya.
promises-classes-none = 💼 Belum ada kelas yang pesertanya dijanjikan penempatan kerja.
promises-class =
    💼 <b>{ $programme }</b>, { $wave }
    Dijanjikan kepada <b>{ $promised } orang</b>.

    Bekerja, dibenarkan orangnya: <b>{ $confirmed }</b>
    Bekerja, kata penyelenggara saja: { $told }
    Bekerja, dibantah orangnya: { $contradicted }
    Belum tersalur: { $notplaced }; menolak: { $declined }
    Belum ada hasil: { $open } (lewat waktu { $overdue }, tanpa batas { $undated })
    { $atwork ->
        [0] { "" }
       *[other] Belum tersalur, tetapi mengaku bekerja: { $atwork }.
    }{ $without ->
        [0] { "" }
       *[other] {" "}Tercatat bekerja, mengaku belum: { $without }.
    }
promises-one =
    💼 <b>{ $name }</b>, { $number }
    { $programme }. Janji { $provider }{ $due ->
        [none] { "" }
       *[other] , paling lambat { $due }
    }.

    { $state }
    Kata orangnya: { $answer ->
        [none] belum menjawab
        [yes] benar
        [no] belum benar
        [not_there] tidak bekerja di sana
        [elsewhere] bekerja di tempat lain
       *[wage] upahnya berbeda
    }.

    { $writes ->
        [yes] Untuk perusahaan baru, tanggal, dan upah, tulis: <b>salur { $number } bekerja PT Contoh 15/12/2026 4900000</b>
       *[no] Yang mencatat hanya petugas penyelenggara yang berjanji.
    }
promises-short-promised = belum ada
promises-short-introduced = dikenalkan
promises-short-placed = bekerja
promises-short-confirmed = bekerja, benar
promises-short-contradicted = dibantah
promises-short-not-placed = belum tersalur
promises-short-declined = menolak
promises-mark-introduced = Dikenalkan ke…
promises-mark-placed = Bekerja di…
promises-mark-not-placed = Belum tersalur…
promises-mark-declined = Orangnya menolak…
promises-ask-company =
    💼 <b>{ $name }</b>: { $state ->
        [placed] bekerja
       *[introduced] dikenalkan
    } di perusahaan mana?

    Perusahaan lain, tulis: <b>salur { $number } { $state ->
        [placed] bekerja
       *[introduced] kenal
    } PT Contoh</b>
promises-ask-why = 💼 <b>{ $name }</b>: apa alasannya? Orangnya membaca alasan ini.
promises-keep = Biarkan seperti itu
promises-works-elsewhere = ⚠️ Sudah tercatat bekerja di perusahaan lain. Tekan <b>{ promises-mark-not-placed }</b> dan pilih alasannya, lalu tulis lagi.
promises-written = Tercatat, orangnya dikabari.

error-no-promise = Untuk program ini tidak ada janji penempatan kerja yang kami ketahui.
error-company-missing = Nama perusahaannya belum ada. Tulis seperti: salur PBK-2025-3-0001 bekerja PT Contoh
error-unknown-placement-answer = Jawaban itu tidak ada dalam pilihan. Tekan salah satu tombolnya.
