### Meja petugas: seleksi, peringkat, hasil, dan kursi.

selection-classes =
    📝 <b>Seleksi dan kursi</b>

    Kelas yang mana?{ $waiting ->
        [0] { "" }
       *[other] {" "}<b>{ $waiting } perubahan peringkat</b> menunggu petugas kedua.
    }
selection-no-class = 📝 Belum ada kelas dengan pendaftar.
selection-see-waiting = Lihat yang menunggu
selection-class =
    📝 <b>{ $programme }</b>, { $wave }

    { selection-applicants }. { $seats }

    { $list }
selection-applicants =
    { $people } pendaftar{ $left ->
        [0] { "" }
       *[other] , dan { $left } yang tidak ikut lagi
    }
selection-seats = { $seats } kursi: { $confirmed } pasti, { $offered } ditawarkan, { $free } kosong. Cadangan: { $waiting } orang.
selection-no-seats = Jumlah kursinya belum diisi di katalog, jadi hasil belum bisa diumumkan.
selection-first-come = Kelas ini tanpa seleksi: yang mendaftar lebih dulu dapat kursi.
selection-no-list = { $scored } orang sudah ada nilainya. Daftar peringkat belum disusun.
selection-list-drawn =
    Daftar peringkat disusun { $drawn } oleh { $by }. Hasilnya belum diumumkan.{ $waiting ->
        [0] { "" }
       *[other] {" "}<b>{ $waiting } perubahan</b> menunggu petugas kedua.
    }
selection-list-scheduled = Hasil diumumkan <b>{ $at }</b>. Sampai saat itu nilai dan peringkat tertutup; batalkan dulu jadwalnya kalau ada yang perlu diubah.
selection-list-announced = Hasil sudah diumumkan { $at }. Yang sudah dikabarkan tetap berlaku.
selection-gaps = Belum dinilai: <b>{ $unscored }</b>. Berkas belum lengkap: <b>{ $lacking }</b>. Tidak hadir: <b>{ $absent }</b>.
selection-see-gaps = Lihat yang belum
selection-gaps-of =
    📝 <b>{ $programme }</b>

    { $open ->
        [0] Semua yang menunggu seleksi sudah dinilai, dan berkasnya lengkap.
       *[other] Siapa yang belum? Pilih daftarnya.
    }
selection-gap-unscored = Belum dinilai ({ $count })
selection-gap-lacking = Berkas belum lengkap ({ $count })
selection-gap-absent = Tidak hadir ({ $count })
selection-see-class = Lihat kelasnya
selection-see-people = Lihat pendaftar
selection-send-scores = Kirim nilai
selection-draw = Susun peringkat
selection-see-list = Lihat peringkat
selection-announce = Umumkan hasil
selection-take-back = Batalkan jadwal
selection-taken-back = Jadwal pengumuman dibatalkan. Belum ada yang dikabarkan.

# Pendaftar.
selection-people =
    📝 { selection-applicants }, urut nomor

    Pilih nama untuk melihat nilai dan kursinya.
selection-people-lacking =
    📝 { $count } pendaftar { $gap ->
        [unscored] belum dinilai
        [lacking] berkasnya belum lengkap
       *[absent] tidak hadir
    }, urut nomor

    Pilih nama untuk melihat nilai dan kursinya.
selection-person =
    📝 <b>{ $name }</b> ({ $number })
    { $programme }

    Keadaan: <b>{ $state }</b>{ $until ->
        [none] { "" }
       *[other] {" "}sampai { $until }
    }{ $rank ->
        [none] { "" }
       *[other] . Peringkat { $rank }
    }.
    { $scores }{ $scorable ->
        [yes] {""}

    Mencatat nilai: tulis <code>nilai { $number } tes 81,25</code>
       *[no] { "" }
    }
selection-score-test =
    Tes: { $points ->
        [none] belum ada nilai
        [absent] tidak hadir
       *[other] <b>{ $points }</b>
    }
selection-score-interview =
    Wawancara: { $points ->
        [none] belum ada nilai
        [absent] tidak hadir
       *[other] <b>{ $points }</b>
    }
selection-absent-test = Catat absen tes
selection-absent-interview = Catat absen wawancara
selection-noted = Tercatat.
selection-noted-test =
    Tercatat: { $number }, tes { $points ->
        [absent] tidak hadir
       *[other] <b>{ $points }</b>
    }.
selection-noted-interview =
    Tercatat: { $number }, wawancara { $points ->
        [absent] tidak hadir
       *[other] <b>{ $points }</b>
    }.
selection-state-submitted = menunggu seleksi
selection-state-reserve = cadangan
selection-state-offered = ditawari kursi
selection-state-admitted = kursinya pasti
selection-state-not-selected = belum lolos
selection-state-declined = melepas kursi
selection-state-lapsed = lewat batas waktu
selection-state-withdrawn = mundur
selection-confirm = Konfirmasi kursinya
selection-confirmed = Kursinya sudah pasti.
selection-confirmed-already = Kursinya memang sudah pasti.
selection-let-go = Lepas kursinya
selection-ask-let-go =
    ⚠️ <b>Lepas kursi { $name } ({ $number })?</b>

    { $passed ->
        [yes] Kursi di { $programme } langsung ditawarkan kepada cadangan berikutnya
       *[no] Pelatihannya sudah mulai, jadi kursi di { $programme } tidak untuk orang lain lagi
    }, dan tidak bisa diminta kembali.{ $bed ->
        [yes] {" "}Tempat di asrama ikut lepas.
       *[no] { "" }
    }

    Apa alasannya? Pilih di bawah ini, atau tulis. Orangnya kami kabari beserta alasan itu.
selection-keep = Tidak, biarkan
selection-let-gone =
    Kursinya sudah dilepas.{ $made ->
        [0] {" "}Belum ada cadangan yang menunggu.
       *[other] {" "}Cadangan berikutnya sudah dikabari.
    }

# Nilai dari berkas.
selection-ask-scores =
    📝 <b>Nilai { $programme }</b>

    Kirim berkas XLSX atau CSV. Nama kolomnya: <b>nomor</b>, <b>tes</b>, <b>wawancara</b>. Nilai 0 sampai 100, misalnya 81,25; yang tidak hadir: absen.

    Untuk satu orang cukup tulis <code>nilai 0001 tes 81,25</code>
selection-stray-scores = Itu bukan berkas nilai. Kirim XLSX atau CSV sebagai berkas, atau tulis misalnya <code>nilai 0001 tes 81,25</code>
selection-file-taken = { $count } nilai dibaca, { $new } di antaranya baru atau berubah.
selection-bad-file =
    ⚠️ <b>Belum ada yang disimpan.</b>
    { $lines }
    { $more ->
        [0] Perbaiki, lalu kirim lagi.
       *[other] Dan { $more } kesalahan lain. Perbaiki, lalu kirim lagi.
    }
selection-mistake = Baris { $row }, kolom { $column }: { $what }
selection-mistake-no-columns = Baris nama kolom tidak ditemukan. Namanya: nomor, dan tes atau wawancara.
selection-mistake-no-number = tidak ada nomor pendaftaran.
selection-mistake-twice = { $found } ditulis dua kali.
selection-mistake-no-score = “{ $found }” bukan nilai 0 sampai 100, paling banyak dua angka di belakang koma.
selection-mistake-formula = rumusnya belum dihitung. Buka di Excel, simpan, lalu kirim lagi.
selection-mistake-stranger = { $found } bukan pendaftar kelas ini.
selection-mistake-gone = { $found } sudah tidak ikut seleksi.
selection-mistake-too-many = Barisnya lebih dari { $found }. Bagi menjadi dua berkas.
selection-mistake-too-big = Berkasnya lebih dari { $found } MB. Simpan tabel nilainya saja.
selection-mistake-old-excel = Ini Excel lama ({ $found }). Simpan sebagai XLSX.
selection-mistake-locked = Berkas ini terkunci kata sandi. Simpan tanpa kata sandi.
selection-mistake-double = Dua kolom berarti sama ({ $found }). Hapus salah satu.
selection-mistake-wide = Baris { $found } punya lebih banyak isi daripada kolom. Simpan sebagai XLSX, atau tulis "81,25" dalam tanda kutip.
selection-mistake-quote = Tanda kutip (") di baris { $found } tidak ditutup.
selection-mistake-sheets = Beberapa lembar berkolom sama ({ $found }). Kirim satu berkas untuk setiap lembar.
selection-mistake-unreadable = Ini bukan tabel yang bisa dibaca ({ $found }). Simpan sebagai XLSX atau CSV.

# Peringkat dan perubahannya.
selection-list =
    📝 <b>Peringkat { $programme }</b>, { $count } orang

    { $lines }
selection-list-line =
    { $rank }. { $number } { $name }, <b>{ $points }</b>{ $drawn ->
        [none] { "" }
       *[other] {" "}(semula { $drawn })
    }{ $passed ->
        [yes] { "" }
       *[no] {" "}· tidak lolos nilai
    }{ $state ->
        [none] { "" }
       *[other] {" "}· { $state }
    }
selection-list-gone = 📝 Daftar peringkat belum disusun.
selection-see-moves = Lihat perubahan
selection-move = Ubah peringkat
selection-no-moves = 📝 Urutan ini murni dari nilai: belum ada perubahan yang diminta.
selection-moves = 📝 <b>Perubahan peringkat</b>, urut permintaan
selection-no-waiting = 📝 Tidak ada perubahan peringkat yang menunggu.
selection-waiting = 📝 <b>Menunggu petugas kedua</b>
selection-move-waiting = menunggu
selection-move-approved = disetujui
selection-move-refused = ditolak
selection-ask-move =
    📝 <b>Ubah peringkat { $programme }</b>

    Tulis nomor, peringkat baru, dan alasannya dalam satu baris, misalnya: <code>0009 3 Afirmasi penyandang disabilitas</code>

    Alasannya bisa dibaca semua orang di daftar, jadi jangan menyebut nama. Perubahan baru berlaku setelah disetujui petugas kedua.
selection-stray-move = Belum terbaca. Contoh: <code>0009 3 Afirmasi penyandang disabilitas</code>
selection-moves-dropped =
    ⚠️ Daftar disusun ulang, jadi { $count } perubahan pada daftar sebelumnya tidak berlaku lagi. Minta lagi kalau masih perlu.
selection-move-asked = Tercatat. Petugas kedua kami kabari; pada malam hari, pagi berikutnya.
selection-move-one =
    📝 <b>{ $number }</b>, { $programme }
    { $state ->
        [approved] Sekarang di peringkat <b>{ $to }</b>.
       *[other] Peringkat sekarang { $rank }, diminta menjadi <b>{ $to }</b>.
    }

    Alasan: { $why }
    Diminta oleh { $by }. { $state ->
        [approved] <b>Disetujui</b> { $who }.
        [refused] <b>Ditolak</b> { $who }{ $refusal ->
            [none] { "" }
           *[other] : { $refusal }
        }.
       *[waiting] Menunggu petugas kedua.
    }
selection-approve = Setujui
selection-refuse = Tolak
selection-drop-move = Tarik permintaan
selection-ask-refusal = 📝 Mengapa { $number } tidak dipindah? { $by } akan membaca alasan ini.
selection-refusal-why = Alasannya belum cukup
selection-refusal-proof = Belum ada buktinya
selection-refusal-person = Tertukar orang
selection-refusal-own = Ditarik yang meminta
selection-letter-asked = <b>Ada perubahan peringkat yang menunggu persetujuan Anda.</b>
selection-letter-decided =
    📝 Perubahan peringkat { $number } ({ $programme }) ke { $to }: { $state ->
        [approved] <b>disetujui</b> { $who }
       *[refused] <b>ditolak</b> { $who }{ $refusal ->
            [none] { "" }
           *[other] , { $refusal }
        }
    }.
selection-letter-held =
    ⚠️ <b>Hasil { $programme } tidak jadi diumumkan.</b> { $reason ->
        [capacity] Jumlah kursinya sekarang kosong di katalog. Isi dulu jumlah kursi, lalu umumkan lagi.
        [training] Pelatihannya sudah dimulai, jadi tidak ada lagi yang bisa mengambil kursi. Periksa tanggalnya, lalu umumkan lagi.
       *[moves] Ada perubahan peringkat yang belum diputuskan. Putuskan dulu, lalu umumkan lagi.
    }

    Belum ada pendaftar yang dikabari.

# Pengumuman.
selection-ask-minute =
    📝 <b>Umumkan hasil { $programme }</b>

    Mulai kapan? Tulis misalnya <i>besok 10.00</i> atau <i>5/12 08.00</i>, atau umumkan sekarang.
selection-now = Umumkan sekarang
selection-stray-minute = Waktunya belum terbaca. Contoh: besok 10.00, Senin 09.30, 5/12/2026 08.00.
selection-far-minute = { broadcast-far-time }
selection-past-minute = Waktu itu sudah lewat ({ $when }). Tulis waktu lain.
selection-ask-sure =
    ⚠️ <b>Umumkan hasil { $programme }?</b> { $at ->
        [none] Kabarnya dikirim <b>sekarang juga</b>
       *[other] Kabarnya dikirim mulai <b>{ $at }</b>
    } dan tidak bisa ditarik.

    • <b>{ $offered } orang</b> ditawari kursi
    • <b>{ $reserve } orang</b> masuk cadangan
    • <b>{ $rest } orang</b> belum lolos{ $at ->
        [none] { "" }
       *[other] {""}

    Ingin waktu lain? Tulis saja.
    }
selection-look-again = Tidak, periksa lagi
selection-sure = Ya, umumkan
selection-other-minute = Ganti waktunya
selection-going-out = Hasilnya sedang dikirim.
selection-minute-set = Tercatat.

error-no-score = 📝 “{ $told }” bukan nilai. Tulis 0 sampai 100, misalnya 81,25, atau absen.
error-nobody-to-rank = 📝 Belum ada pendaftar yang menunggu seleksi di kelas ini.
error-nobody-scored = 📝 Belum ada nilai di kelas ini. Catat nilainya dulu, lalu susun peringkat.
error-no-ranking = 📝 Daftar peringkat belum disusun. Susun dulu, lalu ulangi.
error-already-announced = 📝 Hasil kelas ini sudah diumumkan. Yang sudah dikabarkan tetap berlaku.
error-no-capacity = 📝 Jumlah kursi kelas ini belum diisi di katalog. Isi dulu jumlahnya, lalu umumkan.
error-scores-changed = 📝 Ada nilai yang lebih baru dari daftarnya. Susun peringkat sekali lagi.
error-not-on-the-list = 📝 { $count } orang mendaftar setelah daftar disusun. Susun peringkat sekali lagi.
error-results-scheduled =
    📝 Hasil kelas ini sudah dijadwalkan{ $at ->
        [none] { "" }
       *[other] {" "}{ $at }
    }, jadi nilai dan peringkatnya tertutup. Batalkan dulu jadwalnya.
error-overrides-pending = 📝 { $count } perubahan peringkat masih menunggu petugas kedua. Putuskan dulu, lalu umumkan.
error-training-begun =
    📝 Hasil harus keluar sebelum pelatihan dimulai{ $at ->
        [none] { "" }
       *[other] {" "}({ $at })
    }. Sesudah itu tidak ada lagi yang bisa mengambil kursi.
error-not-scheduled = 📝 Hasil kelas ini memang belum dijadwalkan.
error-list-changed = 📝 Daftarnya sudah disusun lagi sejak pesan itu. Lihat peringkatnya, lalu umumkan.
error-no-reason = 📝 Tulis juga alasannya. Semua orang di daftar bisa membacanya.
error-out-of-range = 📝 Peringkat { $rank } tidak ada. Yang lolos nilai menempati 1 sampai { $last }.
error-stands-there = 📝 Peringkatnya sudah { $rank }. Tulis peringkat yang lain.
error-not-passed = 📝 { $number } tidak hadir atau di bawah nilai minimum, jadi peringkat lain tidak memberinya kursi. Kalau nilainya salah, perbaiki nilainya.
error-no-such-override = 📝 Perubahan itu tidak ada di daftar yang sekarang. Bisa jadi daftarnya sudah disusun lagi.
error-override-settled =
    📝 Perubahan itu sudah { $state ->
        [refused] ditolak
       *[approved] disetujui
    }.
error-not-approver = 📝 Memutuskan perubahan peringkat hanya untuk penyetuju penyelenggara itu.
error-deadline-past = 📝 Waktu itu sudah lewat ({ $until }). Tulis waktu lain.
