### Pesan yang datang tanpa diminta.

letter-meeting =
    🔔 Anda ada kelas <b>{ $programme }</b> <b>{ $when }</b>.
    Tempat: { $place }.{ $topic ->
        [none] { "" }
       *[other] {" "}Materi: { $topic }.
    }
letter-meeting-moved =
    📅 Jadwal kelas <b>{ $programme }</b> berubah.

    { $before ->
        [none] Sekarang
       *[other] Semula { $before }. Sekarang
    } <b>{ $when }</b>. Tempat: { $place }.
    Pengingatnya ikut berubah.
letter-meeting-cancelled =
    📅 Kelas <b>{ $programme }</b> pada { $when } <b>dibatalkan</b>. Anda tidak perlu datang.
letter-draft-closing =
    🔔 Pendaftaran <b>{ $programme }</b> ditutup <b>{ $when }</b>. Isian Anda belum selesai, dan jawabannya masih tersimpan.
letter-admitted =
    🎓 Anda diterima di <b>{ $programme }</b>. Nomor pendaftaran: <b>{ $number }</b>.

    Jadwal kelas sudah bisa dilihat, dan kami ingatkan sebelum tiap pertemuan.
letter-registration-open =
    🎓 Pendaftaran <b>{ $programme }</b> sudah dibuka ({ $wave }).{ $closes ->
        [none] { "" }
       *[other] {" "}Tutup <b>{ $closes }</b>.
    }

    Anda meminta diberi tahu tentang ini.
letter-place-unknown = menyusul
letter-resume = Lanjutkan pendaftaran
letter-register = Daftar sekarang
letter-see-class = Lihat kelasnya
letter-see-schedule = Lihat jadwal
letter-see-application = Lihat pendaftaran
letter-tell-no-more = Tidak usah diberi tahu
letter-fewer = Atur pengingat
