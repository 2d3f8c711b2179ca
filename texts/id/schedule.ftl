### Jadwal saya: pendaftaran, pertemuan, kalender, dan menarik pendaftaran.

schedule-text =
    📅 <b>Jadwal saya</b>

    { $meetings }

    { $applications }
schedule-empty =
    📅 <b>Jadwal saya</b>

    Anda belum punya pendaftaran. Pilih pelatihan dulu; sesudah mendaftar, nomor dan jadwalnya ada di sini.
schedule-no-meetings = Belum ada pertemuan kelas. Jadwalnya muncul di sini setelah Anda diterima.
schedule-next = <b>Pertemuan berikutnya</b>
schedule-meeting =
    • <b>{ $when }</b>: { $name ->
        [none] { "" }
       *[other] { $name },{" "}
    }{ $programme }, { $place }
schedule-meeting-cancelled =
    • { $when }: { $name ->
        [none] { "" }
       *[other] { $name },{" "}
    }{ $programme } <b>dibatalkan</b>
schedule-place-unknown = tempat menyusul
schedule-applications = <b>Pendaftaran</b>
schedule-line =
    • <b>{ $number }</b>: { $name ->
        [none] { "" }
       *[other] <b>{ $name }</b>,{" "}
    }{ $programme }, { $state }
schedule-state-submitted = menunggu seleksi
schedule-state-reserve = cadangan
schedule-state-offered = dapat kursi, menunggu jawaban
schedule-state-admitted = diterima
schedule-state-not_selected = belum lolos
schedule-state-declined = kursi dilepas
schedule-state-lapsed = tidak dikonfirmasi
schedule-state-withdrawn = sudah ditarik

schedule-see-number = Lihat { $number }
schedule-see-of = { $name }: { $number }
schedule-calendar = Simpan ke kalender
schedule-reminders = Atur pengingat
schedule-courses = Lihat pelatihan
schedule-see-class = Lihat kelasnya
schedule-resume = Lanjutkan pendaftaran

schedule-application =
    📝 Nomor pendaftaran <b>{ $number }</b>

    { $programme }, { $wave }
    Keadaan: <b>{ $state }</b>
    Nama: { $name }
    NIK: { $nik }

    { $history }
schedule-history-submitted = Dikirim { $when }.
schedule-history-reserve = Cadangan sejak { $when }.
schedule-history-offered = Kursi ditawarkan { $when }.
schedule-history-admitted = Diterima { $when }.
schedule-history-not_selected = Hasil diumumkan { $when }.
schedule-history-declined = Dilepas { $when }.
schedule-history-lapsed = Batas konfirmasi lewat { $when }.
schedule-history-withdrawn = Ditarik { $when }.
schedule-papers =
    { $until ->
        [none] Berkas kurang: <b>{ $papers }</b>.
       *[other] Berkas kurang: <b>{ $papers }</b>, paling lambat { $until }.
    }
schedule-withdraw = Tarik pendaftaran

schedule-ask-withdraw =
    ⚠️ <b>Tarik pendaftaran { $number }?</b>

    { $state ->
        [admitted] Kursi { $name ->
            [none] Anda
           *[other] { $name }
        } di { $programme } dilepas untuk orang lain, dan pengingatnya berhenti.
        [reserve] Tempat { $name ->
            [none] Anda
           *[other] { $name }
        } di daftar cadangan { $programme } dilepas.
       *[other] { $name ->
            [none] Anda
           *[other] { $name }
        } tidak ikut seleksi { $programme } lagi, dan nomor ini tidak berlaku.
    } Ini tidak bisa dibatalkan.{ $closes ->
        [none] { "" }
       *[other] {" "}Mendaftar lagi hanya bisa selama pendaftaran dibuka, sampai { $closes }.
    }
schedule-stay = Tidak, saya tetap ikut
schedule-withdraw-really = Ya, tarik
schedule-withdrawn = 📝 Pendaftaran <b>{ $number }</b> untuk { $programme } sudah ditarik.
schedule-withdrawn-already = Pendaftaran ini sudah ditarik.
schedule-ended-already = Pendaftaran ini sudah selesai, jadi tidak ada yang perlu ditarik.

schedule-calendar-caption = 📅 Buka berkas ini untuk menyimpan { $count } pertemuan di kalender HP Anda. Kalau jadwal berubah, minta lagi di sini.
schedule-calendar-empty = Belum ada pertemuan yang bisa disimpan. Jadwalnya ada setelah Anda diterima.

error-no-such-applicant = 📝 Data orang itu tidak ada lagi di HP ini. Mungkin sudah dihapus atau dipindahkan ke HP lain.
error-no-such-application = 📝 Pendaftaran itu tidak ada di HP ini. Mungkin sudah dihapus, atau dipindahkan ke HP lain oleh petugas. Yang ada tercantum di jadwal.
error-not-possible = Itu sudah tidak bisa diubah.
error-class-full = Semua { $capacity } kursi sudah terisi.
