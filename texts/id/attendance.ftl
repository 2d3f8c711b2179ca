### Kehadiran: ringkasan untuk peserta, dan daftar hadir di meja petugas.

attendance-summary =
    Kehadiran: hadir <b>{ $present }</b>, terlambat <b>{ $late }</b>, izin <b>{ $excused }</b>, tidak hadir <b>{ $absent }</b> dari { $counted } pertemuan.{ $days ->
        [none] { "" }
       *[other] {" "}Tidak hadir pada { $days }.
    }{ $allowed ->
        [none] { "" }
       *[other] {" "}Batas tidak hadir: { $allowed } kali.
    }
attendance-classes =
    📅 <b>Kehadiran</b>

    Kelas yang mana? Lebih cepat lagi: pindai kode di kartu peserta dengan kamera HP Anda.
attendance-no-class = 📅 Belum ada kelas yang punya peserta dan pertemuan.
attendance-meetings = 📅 Pertemuan yang mana?
attendance-no-meeting = 📅 Kelas ini belum punya pertemuan sampai besok.
attendance-meeting = Pertemuan { $number } · { $day }
attendance-roll =
    📅 <b>{ $programme }</b>, pertemuan <b>{ $number }</b>
    { $when }

    { $cancelled ->
        [yes] Pertemuan ini dibatalkan, jadi kehadirannya tidak dicatat.
       *[no] Hadir { $present }, terlambat { $late }, izin { $excused }, tidak hadir { $absent }, belum dicatat { $open }. Pilih nama untuk mencatat.
    }
attendance-record =
    📅 <b>{ $name }</b> ({ $number })
    { $programme }, pertemuan { $meeting }

    Sekarang: <b>{ $state }</b>
attendance-told-present =
    { $day ->
        [none] hadir { $clock }
       *[other] hadir, dicatat { $day }, { $clock }
    }
attendance-told-late =
    { $minutes ->
        [none] terlambat
       *[other] terlambat { $minutes } menit
    }
attendance-told-excused = izin ({ $why })
attendance-told-absent = tidak hadir
attendance-told-open = belum dicatat
attendance-state-present = hadir
attendance-state-late = terlambat
attendance-state-excused = izin
attendance-state-absent = tidak hadir
attendance-state-open = belum dicatat
attendance-mark-present = Catat hadir
attendance-mark-late = Catat terlambat
attendance-mark-excused = Catat izin
attendance-mark-absent = Catat tidak hadir
attendance-ask-excuse = 📅 Mengapa <b>{ $name }</b> izin dari pertemuan { $meeting }?
attendance-why-sick = Sakit
attendance-why-family = Urusan keluarga
attendance-why-duty = Tugas resmi
attendance-why-other = Alasan lain
attendance-marked = { $name }: { $state }
attendance-correct = Perbaiki catatan
attendance-see-roll = Lihat daftar hadir

error-meeting-not-held = 📅 Pertemuan itu dibatalkan, atau bukan milik kelas ini. Kehadirannya tidak dicatat.
error-meeting-ahead = 📅 Pertemuan itu baru dimulai { $starts_at }. Sebelum harinya, yang bisa dicatat hanya izin.
error-reason-missing = ⚠️ Yang ini perlu alasan. Pilih alasannya dari tombol.
