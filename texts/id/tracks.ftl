### Jalur ke luar negeri: daftar persiapan, minat, dan peringatan tentang calo.

tracks-see = Lihat persiapannya
tracks-text =
    🎓 <b>Persiapan { $title }</b>{ $whose ->
        [none] { "" }
       *[other] {" "}· <b>{ $whose }</b>
    }
    { $left ->
        [0] <b>Semua { $total } sudah</b>, menurut catatan ini.
       *[other] <b>{ $done } dari { $total } sudah.</b>
    }{ $next ->
        [none] { "" }
       *[other] {" "}Berikutnya: <b>{ $next }</b>.
    }{ $failed ->
        [0] { "" }
       *[other] {" "}Belum terpenuhi: { $failed }.
    }

    { $kinds }

    { $whose ->
        [none] Nomor jalur Anda <b>{ $number }</b>: tunjukkan di loket. Petugas { $provider } bisa melihat dan mengonfirmasi centang Anda.
       *[other] Nomor jalur ini <b>{ $number }</b>: tunjukkan di loket. Petugas { $provider } bisa melihat dan mengonfirmasi centangnya.
    }
tracks-text-new =
    🎓 <b>Persiapan { $title }</b>{ $whose ->
        [none] { "" }
       *[other] {" "}· <b>{ $whose }</b>
    }
    <b>{ $total } hal</b> yang perlu disiapkan{ $done ->
        [0] { "" }
       *[other] , { $done } sudah Jawara ketahui dari data { $whose ->
            [none] Anda
           *[other] { $whose }
        }
    }.

    { $kinds }

    Tekan "Ikuti jalur ini" untuk mencentang yang sudah ada. Petugas { $provider } bisa melihat { $whose ->
        [none] centang dan nama Anda
       *[other] centang dan namanya
    }, supaya bisa membantu dan mengonfirmasi.
tracks-kind = { $kind ->
        [self] Syarat diri
        [skill] Keterampilan
        [language] Bahasa
        [certificate] Sertifikat
       *[document] Dokumen
    } { $done } dari { $total }
tracks-follow = Ikuti jalur ini
tracks-leave = Berhenti mengikuti
tracks-followed = Baik, kemajuannya kami catat.
tracks-left = Baik. Centangnya tersimpan bila ingin lanjut.
tracks-cautions = Waspada calo
tracks-others = Untuk orang lain
tracks-ask-holder = Jalur siapa ini?
tracks-somebody-else = orang lain
tracks-somebody-else-way = Orang lain
tracks-holder = { $name }
tracks-holder-following = { $name } · diikuti
tracks-gone = Jalur itu tidak ada lagi di HP ini.
tracks-whose =
    🎓 <b>Persiapan { $title }</b>
    Untuk siapa? Tiap orang di HP ini punya daftar dan centang sendiri.

    "Orang lain" untuk yang belum pernah mendaftar lewat HP ini.
tracks-ask =
    🎓 <b>Persiapan { $title }</b>
    <b>Jalur siapa ini?</b> Jalur nomor { $number } diikuti lewat HP ini sebelum kami tahu untuk siapa.

    Pilih orangnya: centangnya tetap, dan yang Jawara ketahui dari pendaftarannya ikut tercentang.
tracks-item =
    🎓 <b>{ $title }</b> ({ $kind ->
        [self] syarat diri
        [skill] keterampilan
        [language] bahasa
        [certificate] sertifikat
       *[document] dokumen
    }){ $whose ->
        [none] { "" }
       *[other] {" "}· <b>{ $whose }</b>
    }
    { $state }

    { $about }

    <i>{ $source }{ $confirmed ->
        [no] . Belum dikonfirmasi penyelenggara
       *[yes] { "" }
    }{ $expired ->
        [yes] . Mungkin sudah berubah
       *[no] { "" }
    }.</i>
tracks-state-open = <b>Belum.</b>
tracks-state-open-new = <b>Belum.</b> Ikuti jalurnya untuk mencentang.
tracks-state-told = <b>Sudah</b>, { $whose ->
        [none] menurut Anda sendiri
       *[other] dicentang di HP ini
    } ({ $day }).
tracks-state-known = <b>Sudah</b>, Jawara mengetahuinya dari { $proof ->
        [none] data { $whose ->
            [none] Anda
           *[other] { $whose }
        }
       *[other] { $proof }
    }.
tracks-state-confirmed = <b>Sudah</b>, dikonfirmasi petugas ({ $by }, { $day }).
tracks-state-failed = <b>Belum terpenuhi</b> menurut data { $whose ->
        [none] Anda
       *[other] { $whose }
    }. Periksa syaratnya, atau tanyakan kepada petugas.
tracks-have = Sudah saya punya
tracks-have-not = Batalkan centang
tracks-noted = Tercatat.
tracks-see-cluster = Lihat { $title }
tracks-send-paper = Kirim foto
tracks-check-rules = Periksa syarat

tracks-wishes =
    🎓 <b>Minat Anda: { $title }</b>
    Anda kami kabari lebih dulu begitu dibuka. Agar rencananya sesuai kebutuhan, pilih bidang, dan negara bila sudah ada keinginan.

    Bidang: <b>{ $kind ->
        [none] belum dipilih
       *[other] { $kind }
    }</b>
    Negara: <b>{ $destination ->
        [none] mana saja
       *[other] { $destination }
    }</b>

    Tekan sekali lagi untuk membatalkan pilihan. { $alone ->
        [yes] Petugas { $provider } melihat jumlah peminat, dan nama serta nomor HP bila Anda pernah mendaftar.
       *[no] Minat ini untuk semua di HP ini: kabarnya datang sekali, dan petugas { $provider } melihat jumlahnya tanpa nama. Dengan mengikuti persiapannya, tiap orang tercatat sendiri.
    }
tracks-set-wishes = Atur minat
tracks-no-wish = Tarik minat saya

tracks-warning =
    ⚠️ <b>Waspada calo kerja ke luar negeri</b>

    { $lines }

    <i>{ $sources }. { $confirmed ->
        [yes] { "" }
       *[no] Belum dikonfirmasi penyelenggara.
    }</i>
tracks-warning-line = • { $text }
tracks-warning-none =
    ⚠️ <b>Waspada calo kerja ke luar negeri</b>

    Jangan membayar siapa pun sebelum bertanya ke Disnaker.
tracks-check-offer = Cek tawaran ini
tracks-how-to-check =
    ⚠️ <b>Periksa tawaran kerja</b>

    Teruskan pesan tawaran itu ke sini, atau ketik <b>cek tawaran</b> lalu tempel teksnya. Jawara mencari tanda penipuan: permintaan uang, janji pasti berangkat, visa wisata, dokumen ditahan.

    Pesannya tidak disimpan.
tracks-offer-signs =
    ⚠️ <b>Hati-hati dengan tawaran ini.</b> Yang kami temukan di dalamnya:

    { $signs }

    Jangan bayar dan jangan serahkan dokumen asli. Tanyakan dulu ke Disnaker atau BP3MI.
tracks-sign-money = • meminta uang: "{ $said }"
tracks-sign-haste = • janji yang tidak bisa dijamin: "{ $said }"
tracks-sign-visa = • visa atau dokumen yang bukan untuk bekerja: "{ $said }"
tracks-sign-papers = • dokumen asli ditahan: "{ $said }"
tracks-offer-clean =
    ⚠️ Tidak ada tanda penipuan yang kami kenali dalam pesan itu. <b>Itu belum berarti aman.</b>

    Pastikan perusahaannya berizin: tanyakan ke Disnaker atau BP3MI sebelum membayar atau menyerahkan dokumen.

tracks-desk = 🎓 Jalur ke luar negeri yang diselenggarakan tempat Anda. Angka di belakang: orang yang mengikutinya.
tracks-desk-none = 🎓 Tempat Anda tidak menyelenggarakan jalur ke luar negeri.
tracks-desk-one =
    🎓 <b>{ $title }</b>
    <b>{ $followers } orang</b> mengikuti daftar persiapannya, <b>{ $people }</b> menunggu kabar pembukaan.
tracks-desk-numbers =
    Wilayah: { $regions }
    Usia: { $ages }
    Bidang: { $kinds }
    Negara: { $destinations }
tracks-desk-unknown = tidak diketahui
tracks-desk-any = mana saja
tracks-desk-count = { $what } { $count }
tracks-desk-names = Lihat nama peminat
tracks-desk-names-text =
    🎓 <b>Peminat { $title }</b>

    { $lines }
tracks-desk-name-line = { $name }, { $phone }: { $kind }, { $destination }, { $region }
tracks-desk-no-name = Nama belum diketahui
tracks-desk-follower = { $name } · { $done } dari { $total }
tracks-desk-follower-text =
    🎓 <b>{ $name }</b>, nomor jalur { $number }
    { $title }: <b>{ $done } dari { $total } sudah</b>.

    Tekan satu hal untuk mengonfirmasinya.
tracks-desk-item =
    🎓 <b>{ $title }</b> · { $name }, nomor jalur { $number }
    { $state }

    Konfirmasi hanya bila Anda sudah melihat aslinya. Siapa dan kapan ikut tercatat.
tracks-desk-state-open = Belum dicentang.
tracks-desk-state-told = Sudah, menurut orangnya ({ $day }).
tracks-desk-state-known = Sudah, Jawara mengetahuinya dari { $proof ->
        [none] datanya
       *[other] { $proof }
    }.
tracks-desk-state-confirmed = Sudah dikonfirmasi { $by } ({ $day }).
tracks-desk-state-failed = Menurut data orangnya belum terpenuhi.
tracks-desk-confirm = Konfirmasi
tracks-desk-unconfirm = Cabut konfirmasi
tracks-desk-why = 🎓 Konfirmasi <b>{ $title }</b> untuk { $name } akan dicabut. Apa alasannya?
tracks-desk-keep = Biarkan seperti itu

error-no-such-track = Program itu tidak punya daftar persiapan. Lihat program lain dari menu.
error-not-followed = Tidak ada jalur yang diikuti dengan nomor itu. Nomornya tertera di layar persiapan orangnya.
error-no-such-item = Hal itu tidak ada lagi di daftar persiapan. Buka daftarnya sekali lagi.
error-item-confirmed = Hal itu sudah dikonfirmasi petugas. Bila keliru, minta petugas mencabutnya.
error-unknown-wish = Pilihan itu tidak ada lagi. Buka programnya sekali lagi.
