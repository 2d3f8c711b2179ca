### Tahap sebuah gelombang: bagi yang ikut di dalamnya, dan di meja petugas.

stages-see = Lihat tahapannya
stages-here =
    { $here ->
        [none] { $next ->
            [none] Semua tahap gelombang ini sudah selesai.
           *[other] Anda di sini: menunggu <b>{ $next }</b>, { $dates }.
        }
       *[other] Anda di sini: <b>{ $here }</b>.{ $next ->
            [none] { "" }
           *[other] {" "}Berikutnya: { $next }, { $dates }.
        }
    }
stages-mine =
    📅 <b>Tahap { $programme }</b>
    { $wave }

    { $lines }

    { $here }
stages-line =
    { $standing ->
        [done] { $stage }: selesai
        [now] <b>{ $stage }: sedang berjalan</b>, { $dates }
        [late] <b>{ $stage }: belum semua keluar</b>, { $dates }
       *[ahead] { $stage }: { $dates }
    }
stages-undated = tanggal menyusul

stages-waves = 📅 <b>Gelombang</b>: pilih yang ingin dilihat.
stages-no-waves = 📅 Belum ada gelombang dari penyelenggara Anda di katalog.
stages-open-wave = Lihat gelombang
stages-wave =
    📅 <b>{ $code }</b>, { $title }

    { $lines }

    Menunggu seleksi: { $submitted }, berkas kurang: { $lacking }, diterima: { $admitted }.{ $next ->
        [none] {" "}Semua tahap sudah selesai.
       *[other] {" "}Berikutnya: <b>{ $next }</b>{ $due ->
            [none] .
           *[other] , { $due }.
        }
    }
stages-move =
    { $which ->
        [registration-began] Buka pendaftaran
        [registration-ended] Tutup pendaftaran
        [papers-began] Mulai periksa berkas
        [papers-ended] Akhiri periksa berkas
        [test-invited] Undang ke seleksi
        [test-began] Mulai tes
        [test-ended] Akhiri tes
        [interview-invited] Undang ke seleksi
        [interview-began] Mulai wawancara
        [interview-ended] Akhiri wawancara
        [results-began] Umumkan hasil
        [results-ended] Umumkan sisa hasil
        [reregistration-began] Mulai daftar ulang
        [reregistration-ended] Akhiri daftar ulang
        [training-began] Mulai pelatihan
        [training-ended] Akhiri pelatihan
        [certificates-began] Mulai tahap sertifikat
       *[certificates-ended] Akhiri tahap sertifikat
    }
stages-what =
    { $which ->
        [registration-began] Orang bisa mendaftar sejak sekarang, dan yang menunggu kabar diberi tahu.
        [registration-ended] Sejak sekarang tidak ada pendaftaran baru.
        [papers-began] Petugas dikabari berapa berkas yang menunggu diperiksa.
        [test-invited] Semua yang menunggu seleksi dikabari waktu tes dan wawancaranya, juga berkas yang masih kurang.
        [interview-invited] Semua yang menunggu seleksi dikabari waktu wawancaranya, juga berkas yang masih kurang.
        [results-began] Hasil semua kelas keluar sekarang, dan kursi ditawarkan. Yang sudah dikabarkan tidak bisa ditarik.
        [results-ended] Hasil kelas yang tersisa keluar sekarang, dan kursi ditawarkan. Yang sudah dikabarkan tidak bisa ditarik.
        [reregistration-ended] Kursi yang sudah ditawarkan tetap bisa dikonfirmasi sampai batas waktu yang dikabarkan.
        [training-began] Kursi tidak dialihkan lagi, dan cadangan yang masih menunggu dikabari tidak mendapat kursi.
        [training-ended] Gelombang ini selesai.
        [certificates-began] Petugas dikabari bahwa sertifikat menunggu dicatat.
       *[other] Ini dicatat pada garis waktu gelombang.
    }
stages-ask =
    ⚠️ <b>{ $move } ({ $code })?</b>

    { $what }{ $due ->
        [none] { "" }
       *[other] {" "}Rencananya baru { $due }.
    } Tahap tidak bisa dimundurkan.

    Apa alasannya? Pilih di bawah ini, atau tulis; sesudah itu langsung dijalankan. Alasan dan nama Anda dicatat.
stages-keep = Tidak, biarkan dulu
stages-why-ready = Semuanya sudah siap
stages-why-late = Jadwalnya terlewat
stages-why-told = Arahan pimpinan
stages-why-date = Tanggalnya keliru
stages-done = ✅ Sudah: { $move }.

error-nothing-to-move = 📅 Tahap itu sudah dijalankan. Keadaannya sekarang ada di bawah ini.
error-out-of-order = 📅 Belum gilirannya: ada tahap lain yang harus dijalankan lebih dulu, seperti tercantum di bawah ini.
error-results-not-ready = ⚠️ Belum bisa diumumkan: daftar { $titles } belum siap. Lengkapi nilainya, susun peringkatnya, lalu coba lagi.
error-results-on-their-way = 📅 Semua daftar sudah punya waktu keluar. Tahap ini selesai sendiri begitu yang terakhir keluar.
error-wave-cannot-move = ⚠️ Tanggal gelombang ini belum membolehkannya. Periksa tanggalnya di katalog lebih dulu.
error-no-such-stage = 📅 Gelombang ini tidak punya tahap itu lagi.
error-no-such-wave = 📅 Gelombang itu tidak ada lagi.

stages-letter-invited =
    📝 { $name ->
        [none] Anda
       *[other] { $name }
    } diundang ke seleksi <b>{ $programme }</b>.

    { $lines }{ $place ->
        [none] { "" }
       *[other] {"\u000A"}Tempat: { $place }, kecuali petugas mengabarkan tempat lain.
    }

    { $papers ->
        [none] Bawa KTP asli dan nomor pendaftaran <b>{ $number }</b>.
       *[other] Berkas masih kurang: <b>{ $papers }</b>. Lengkapi sebelum hari seleksi, di sini atau di petugas. Nomor pendaftaran: <b>{ $number }</b>.
    }
stages-letter-invited-line = { $stage }: <b>{ $when }</b>
stages-letter-staff-papers =
    📝 Berkas gelombang <b>{ $wave }</b> sekarang diperiksa: <b>{ $count } pendaftaran</b>, { $sent } di antaranya sudah mengirim dokumen.{ $until ->
        [none] { "" }
       *[other] {" "}Selesaikan paling lambat <b>{ $until }</b>; sesudah itu pendaftar diundang ke seleksi.
    }
stages-letter-staff-results =
    📝 { $when ->
        [none] Hasil gelombang <b>{ $wave }</b> seharusnya sudah diumumkan.
       *[other] Hasil gelombang <b>{ $wave }</b> diumumkan <b>{ $when }</b>.
    } { $unready ->
        [0] Semua { $ready } kelas siap, dan keluar sendiri pada waktunya. Belum boleh keluar? Pindahkan tahapnya.
       *[other] Belum siap: <b>{ $titles }</b>{ $more ->
            [0] { "" }
           *[other] {" "}dan { $more } kelas lain
        }. Lengkapi nilainya dan susun peringkatnya{ $when ->
            [none] , lalu umumkan.
           *[other] ; kelas yang siap keluar sendiri pada waktunya.
        }
    }
stages-letter-staff-certificates = 🎓 Pelatihan gelombang <b>{ $wave }</b> sudah selesai. Sertifikat <b>{ $count } peserta</b> menunggu dicatat di meja petugas.
