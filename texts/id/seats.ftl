### Kursi: penawaran, konfirmasi, cadangan, peringkat, dan surat-suratnya.

seats-confirm = Ya, saya ikut
seats-decline = Tidak jadi ikut
seats-keep = Tunggu, saya pikir dulu
seats-decline-really = Ya, lepas kursinya
seats-see-standing = Lihat peringkat saya
seats-until = Kursi ini menunggu jawaban. Konfirmasi paling lambat <b>{ $until }</b>.
seats-place =
    { $name ->
        [none] Anda
       *[other] { $name }
    } nomor <b>{ $place }</b> di daftar cadangan. Kalau ada kursi kosong, kami kabari di sini.
seats-confirmed =
    🎓 { $already ->
        [yes] Kursi ini memang sudah milik { $name ->
            [none] Anda
           *[other] { $name }
        }.
       *[no] Kursi { $name ->
            [none] Anda
           *[other] { $name }
        } di <b>{ $programme }</b> sudah pasti.
    } Nomor pendaftaran: <b>{ $number }</b>.

    Jadwal kelas sudah bisa dilihat, dan kami ingatkan sebelum tiap pertemuan.
seats-ask-decline =
    ⚠️ <b>Lepas kursi { $name ->
        [none] { "" }
       *[other] { $name } di{" "}
    }{ $programme }?</b>

    Kursinya langsung ditawarkan kepada cadangan berikutnya, dan tidak bisa diminta kembali.{ $until ->
        [none] { "" }
       *[other] {" "}Anda masih bisa memikirkannya sampai { $until }.
    }
seats-declined =
    📝 Kursi { $name ->
        [none] Anda
       *[other] { $name }
    } di { $programme } sudah dilepas. Terima kasih sudah memberi tahu; orang lain bisa memakainya.

    Data Anda kami simpan untuk pendaftaran berikutnya.
error-offer-past = ⚠️ Batas waktunya sudah lewat ({ $deadline }), jadi kursinya dilepas.
error-no-offer = 📝 Saat ini tidak ada kursi yang menunggu jawaban Anda.
error-seat-given-back = Kursi itu sudah dilepas pada { $at }. Tidak ada yang berubah.
error-no-seat-to-give = 📝 Tidak ada kursi yang bisa dilepas di pendaftaran ini.
error-of-a-group = 🏫 Ini siswa yang dikirim sekolah. Tarik lewat kelompoknya (/sekolah), supaya sekolahnya ikut dikabari.
error-training-over = 🎓 Pelatihannya sudah selesai, jadi kursinya tidak bisa dilepas lagi. Kehadiran dan sertifikatnya tetap tercatat.
seats-why-asked = Permintaan sendiri
seats-why-work = Sudah bekerja
seats-why-ill = Sakit
seats-why-rules = Tidak memenuhi syarat
seats-standing =
    📝 <b>Peringkat { $name ->
        [none] Anda
       *[other] { $name }
    }: { $rank } dari { $of }</b>
    { $programme }, { $seats } kursi

    Nilai akhir: <b>{ $total }</b>
    { $parts }

    { $moved }
seats-part-test =
    { $points ->
        [none] Tes: tidak ada nilai (bobot { $weight }%)
       *[other] Tes: { $points } (bobot { $weight }%)
    }
seats-part-interview =
    { $points ->
        [none] Wawancara: tidak ada nilai (bobot { $weight }%)
       *[other] Wawancara: { $points } (bobot { $weight }%)
    }
seats-not-moved = Urutan ini murni dari nilai. Nilai sama: yang tesnya lebih tinggi, lalu wawancaranya, lalu yang mendaftar lebih dulu.
seats-moved = { $count } peringkat diubah petugas dengan persetujuan petugas kedua. Alasannya: { $reasons }.
seats-no-standing = 📝 Hasil seleksi kelas ini belum diumumkan, atau kelas ini tanpa peringkat.
seats-chance = Daftar { $programme }
seats-see-chances = Lihat peluang lain
seats-chance-line =
    • <b>{ $programme }</b>{ $closes ->
        [none] { "" }
       *[other] {" "}(tutup { $closes })
    }
seats-chances =
    📝 <b>Peluang lain{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    }</b>

    { $lines }

    Data yang sudah ada langsung terisi.
seats-no-chances =
    📝 Belum ada kelas lain yang dibuka dan cocok{ $name ->
        [none] { "" }
       *[other] {" "}untuk { $name }
    }.
