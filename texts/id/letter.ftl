### Pesan yang datang tanpa diminta.

letter-meeting =
    🔔 { $name ->
        [none] Anda
       *[other] { $name }
    } ada kelas <b>{ $programme }</b> <b>{ $when }</b>.
    Tempat: { $place }.{ $topic ->
        [none] { "" }
       *[other] {" "}Materi: { $topic }.
    }
letter-meeting-moved =
    📅 Jadwal kelas <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    } berubah.

    { $before ->
        [none] Sekarang
       *[other] Semula { $before }. Sekarang
    } <b>{ $when }</b>. Tempat: { $place }.
    Pengingatnya ikut berubah.
letter-meeting-cancelled =
    📅 Kelas <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    } pada { $when } <b>dibatalkan</b>, jadi tidak perlu datang.
letter-draft-closing =
    🔔 Pendaftaran <b>{ $programme }</b> ditutup <b>{ $when }</b>. Isian { $name ->
        [none] Anda
       *[other] { $name }
    } belum selesai, dan jawabannya masih tersimpan.
letter-admitted =
    🎓 { $confirmed ->
        [yes] Kursi { $name ->
            [none] Anda
           *[other] { $name }
        } di <b>{ $programme }</b> sudah dikonfirmasi petugas di loket.
       *[no] { $name ->
            [none] Anda
           *[other] { $name }
        } diterima di <b>{ $programme }</b>.
    } Nomor pendaftaran: <b>{ $number }</b>.{ $starts ->
        [none] { "" }
       *[other] {" "}Pelatihan mulai <b>{ $starts }</b>.
    }

    Jadwal dan kartu peserta sudah bisa dilihat, dan kami ingatkan sebelum tiap pertemuan.
letter-registration-open =
    🎓 Pendaftaran <b>{ $programme }</b> sudah dibuka ({ $wave }).{ $closes ->
        [none] { "" }
       *[other] {" "}Tutup <b>{ $closes }</b>.
    }

    Anda meminta diberi tahu tentang ini.
letter-stage-test =
    🔔 { $name ->
        [none] Anda
       *[other] { $name }
    } ada tes seleksi <b>{ $programme }</b> <b>{ $when }</b>.{ $place ->
        [none] { "" }
       *[other] {"\u000A"}Tempat: { $place }, kecuali petugas mengabarkan tempat lain.
    }
    Nomor pendaftaran: { $number }.
letter-stage-interview =
    🔔 { $name ->
        [none] Anda
       *[other] { $name }
    } ada wawancara seleksi <b>{ $programme }</b> <b>{ $when }</b>.{ $place ->
        [none] { "" }
       *[other] {"\u000A"}Tempat: { $place }, kecuali petugas mengabarkan tempat lain.
    }
    Nomor pendaftaran: { $number }.
letter-stage-moved =
    📅 Jadwal { $stage ->
        [test] tes seleksi
        [interview] wawancara seleksi
       *[other] daftar ulang
    } <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    } berubah.

    { $before ->
        [none] Sekarang
       *[other] Semula { $before }. Sekarang
    } <b>{ $when }</b>{ $stage ->
        [reregistration] { $until ->
            [none] { "" }
           *[other] , sampai <b>{ $until }</b>
        }
       *[other] { "" }
    }.
    Nomor pendaftaran: { $number }.
letter-reregistration-open =
    📝 Daftar ulang <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    } sudah dibuka.{ $until ->
        [none] { "" }
       *[other] {" "}Batasnya <b>{ $until }</b>.
    }
    Kursi tanpa daftar ulang diberikan kepada peserta cadangan. Nomor pendaftaran: { $number }.
letter-reregistration-ends =
    🔔 Daftar ulang <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    } berakhir <b>{ $until }</b>. Kursi tanpa daftar ulang diberikan kepada peserta cadangan.

    Sudah daftar ulang? Tidak ada lagi yang perlu dilakukan. Nomor pendaftaran: { $number }.
letter-papers-missing =
    📝 Berkas pendaftaran <b>{ $number }</b>, { $programme }{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    }, belum lengkap. Masih kurang: <b>{ $papers }</b>.{ $unreadable ->
        [none] { "" }
       *[other] {" "}Kiriman yang belum terbaca: { $unreadable }.
    }

    Kirim foto atau PDF-nya di sini, atau serahkan ke petugas{ $until ->
        [none] {" "}di tempat pendaftaran.
       *[other] {" "}paling lambat <b>{ $until }</b>.
    }
letter-papers-due =
    🔔 Berkas pendaftaran <b>{ $number }</b>, { $programme }{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    }, masih kurang: <b>{ $papers }</b>. Hari terakhirnya <b>{ $until }</b>.
letter-papers-complete =
    📝 Berkas pendaftaran <b>{ $number }</b>, { $programme }{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    }, sudah lengkap. Terima kasih.
letter-absences-reached =
    🔔 { $name ->
        [none] Anda
       *[other] { $name }
    } sudah <b>{ $absent } kali tidak hadir</b> di <b>{ $programme }</b>. Batasnya { $allowed } kali, jadi jangan sampai bertambah.

    Ada halangan? Beri tahu petugas sebelum pertemuan, supaya dicatat izin.
letter-absences-exceeded =
    ⚠️ { $name ->
        [none] Anda
       *[other] { $name }
    } sudah <b>{ $absent } kali tidak hadir</b> di <b>{ $programme }</b>, melewati batas { $allowed } kali. Hubungi petugas pelatihan secepatnya.

    Sebenarnya hadir atau sudah izin? Sampaikan kepada petugas; catatannya bisa diperbaiki.
letter-certificate-passed =
    🎓 { $name ->
        [none] Anda
       *[other] { $name }
    } <b>lulus</b> untuk sertifikat { $kind } <b>{ $programme }</b>. Nomor sertifikatnya menyusul, dan kami kabari.{ $why ->
        [none] { "" }
       *[other] {" "}Ini menggantikan kabar sebelumnya. Alasannya: { $why }.
    }
letter-certificate-failed =
    🎓 { $name ->
        [none] Anda
       *[other] { $name }
    } <b>belum lulus</b> untuk sertifikat { $kind } <b>{ $programme }</b>.{ $why ->
        [none] { "" }
       *[other] {" "}Ini menggantikan kabar sebelumnya. Alasannya: { $why }.
    }

    Tanyakan jadwal ujian ulang kepada petugas pelatihan. Begitu lulus, hasilnya kami catat dan kabari. Sertifikat lain dari pelatihan ini tidak terpengaruh.
letter-certificate-issued =
    🎓 Sertifikat { $kind } <b>{ $programme }</b>{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    } sudah terbit. Nomor: <b>{ $number }</b>, tanggal { $day }.{ $why ->
        [none] { "" }
       *[other] {" "}Ini menggantikan nomor sebelumnya. Alasannya: { $why }.
    }

    Tautan untuk menunjukkan keasliannya kepada perusahaan ada di <i>Lihat sertifikat</i>.
letter-ak1-report =
    🔔 Kartu AK1 Anda waktunya dilaporkan { $today ->
        [yes] hari ini
       *[no] pada
    } <b>{ $day }</b>. Lapor ke Disnaker agar kartunya tetap berlaku.
letter-ak1-ends =
    🔔 Masa berlaku kartu AK1 Anda habis { $today ->
        [yes] hari ini
       *[no] pada
    } <b>{ $day }</b>. Masih mencari kerja? Buat kartu baru di Disnaker, lalu ubah tanggalnya di sini.
letter-ak1-change = Ubah tanggal kartu
letter-place-unknown = menyusul
letter-resume = Lanjutkan pendaftaran
letter-register = Daftar sekarang
letter-see-class = Lihat kelasnya
letter-see-schedule = Lihat jadwal
letter-see-application = Lihat pendaftaran
letter-tell-no-more = Tidak usah diberi tahu
letter-fewer = Atur pengingat
letter-invited =
    🎓 Pendaftaran <b>{ $programme }</b> dibuka lagi ({ $wave }), dan { $name ->
        [none] Anda
       *[other] { $name }
    } kami kabari lebih dulu.{ $closes ->
        [none] { "" }
       *[other] {" "}Tutup <b>{ $closes }</b>.
    }

    Data dari pendaftaran sebelumnya sudah terisi. Periksa, lalu kirim.
letter-invited-use = Periksa dan kirim
letter-other-chances = Lihat kelas lain
letter-offer =
    🎓 { $promoted ->
        [yes] Ada kursi kosong di <b>{ $programme }</b>, dan sekarang giliran { $name ->
            [none] Anda
           *[other] { $name }
        }.
       *[no] { $name ->
            [none] Anda
           *[other] { $name }
        } lolos seleksi <b>{ $programme }</b>.
    } Konfirmasi paling lambat <b>{ $until }</b>.

    Tanpa konfirmasi, kursi ini untuk cadangan berikutnya. Nomor pendaftaran: { $number }.
letter-offer-half =
    🔔 Kursi { $name ->
        [none] Anda
       *[other] { $name }
    } di <b>{ $programme }</b> belum dikonfirmasi. Batasnya <b>{ $until }</b>. Nomor pendaftaran: { $number }.
letter-offer-last =
    ⚠️ Kursi { $name ->
        [none] Anda
       *[other] { $name }
    } di <b>{ $programme }</b> sebentar lagi lepas. Konfirmasi sebelum <b>{ $until }</b>. Nomor pendaftaran: { $number }.
letter-offer-lapsed =
    📝 Kursi { $name ->
        [none] Anda
       *[other] { $name }
    } di <b>{ $programme }</b> tidak dikonfirmasi sampai { $until }, jadi sudah dilepas.

    Data Anda kami simpan. Kelas lain yang sedang dibuka ada di bawah ini.
letter-seat-let-go =
    📝 Kursi { $name ->
        [none] Anda
       *[other] { $name }
    } di <b>{ $programme }</b> dilepas petugas di loket, { $when }. Alasannya: { $why }.{ $bed ->
        [yes] {" "}Tempat di asrama ikut lepas.
       *[no] { "" }
    } Nomor pendaftaran: { $number }.

    Anda tidak tahu tentang ini? Segera hubungi petugas. Kelas lain yang sedang dibuka ada di bawah ini.
letter-reserve =
    📝 { $name ->
        [none] Anda
       *[other] { $name }
    } masuk <b>cadangan nomor { $place }</b> di { $programme } (peringkat { $rank } dari { $of }, kursi { $seats }).

    Kalau ada kursi kosong, kami tawarkan lewat pesan di sini. Jawabannya dibatasi waktu.
letter-waiting =
    📝 { $name ->
        [none] Anda
       *[other] { $name }
    } nomor <b>{ $place }</b> di daftar tunggu { $programme }. Nomor pendaftaran: <b>{ $number }</b>.

    Kalau ada kursi kosong, kami tawarkan lewat pesan di sini. Jawabannya dibatasi waktu.
letter-not-selected =
    📝 { $name ->
        [none] Anda
       *[other] { $name }
    } belum lolos { $programme } kali ini (peringkat { $rank } dari { $of }, kursi { $seats }).

    Datanya kami simpan: kalau dibuka lagi, { $name ->
        [none] Anda
       *[other] { $name }
    } kami undang lebih dulu.
letter-no-seat =
    📝 { $name ->
        [none] Anda
       *[other] { $name }
    } tidak mendapat kursi di <b>{ $programme }</b> kali ini. Pelatihannya sudah dimulai, dan tidak ada lagi kursi yang bisa ditawarkan. Nomor pendaftaran: <b>{ $number }</b>.

    Datanya kami simpan: kalau dibuka lagi, { $name ->
        [none] Anda
       *[other] { $name }
    } kami undang lebih dulu. Kelas lain yang sedang dibuka ada di bawah ini.
letter-school-start =
    🔔 Magang { $name ->
        [none] Anda
       *[other] { $name }
    } dimulai { $tomorrow ->
        [yes] <b>besok</b>, { $starts }
       *[no] <b>{ $starts }</b>
    }, di <b>{ $host }</b>, { $address }.

    Pembimbing di tempat: { $hostsupervisor }. Pembimbing sekolah: { $schoolsupervisor }.
letter-school-changed =
    ⚠️ Data magang { $name ->
        [none] Anda
       *[other] { $name }
    } berubah. Yang berlaku sekarang:

    <b>{ $host }</b>, { $address }
    <b>{ $days }</b>
    Pembimbing: { $schoolsupervisor } (sekolah), { $hostsupervisor } (industri)
letter-school-withdrawn =
    📝 { $name ->
        [none] Anda
       *[other] { $name }
    } tidak lagi tercatat di magang <b>{ $host }</b>, { $days } (nomor { $number }).

    Tanyakan kepada { $schoolsupervisor } bila ini tidak Anda ketahui.
letter-school-accepted-group =
    🏫 Kelompok <b>{ $host }</b>, { $days }, <b>diterima</b>: { $accepted } siswa.

    Buat tautan siswa, lalu bagikan, supaya tempat, tanggal, dan pengingatnya ada di HP mereka.
letter-school-returned-group =
    🏫 Daftar siswa untuk <b>{ $host }</b>, { $days }, <b>dikembalikan</b>: { $reason }

    Perbaiki, lalu kirim daftar yang baru.
letter-school-changed-group =
    🏫 Data kelompok berubah. Yang berlaku sekarang:

    <b>{ $host }</b>, { $address }
    <b>{ $days }</b>
    Pembimbing: { $schoolsupervisor } (sekolah), { $hostsupervisor } (industri)
letter-school-withdrawn-group =
    🏫 { $name ->
        [none] Seorang siswa
       *[other] <b>{ $name }</b>
    } (nomor { $number }) tidak lagi di kelompok <b>{ $host }</b>, { $days }: { $why }.

    Tempat yang kosong sekarang: <b>{ $free }</b>.

letter-placement =
    💼 { $name ->
        [none] { "" }
       *[other] { $name }:{" "}
    }{ $provider } mencatat tentang penempatan kerja Anda setelah <b>{ $programme }</b>.

    { $state }

    Apakah itu benar? Jawaban Anda disimpan di samping catatan mereka.
