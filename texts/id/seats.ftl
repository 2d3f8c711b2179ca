### Kursi: penawaran, konfirmasi, cadangan, peringkat, dan surat-suratnya.

seats-confirm = Ya, saya ikut
seats-decline = Tidak jadi ikut
seats-keep = Tunggu, saya pikir dulu
seats-decline-really = Ya, lepas kursinya
seats-see-standing = Lihat peringkat saya
seats-until = Kursi ini menunggu Anda. Konfirmasi paling lambat <b>{ $until }</b>.
seats-place = Anda nomor <b>{ $place }</b> di daftar cadangan. Kalau ada kursi kosong, kami kabari di sini.
seats-confirmed =
    🎓 { $already ->
        [yes] Kursi ini memang sudah milik Anda.
       *[no] Kursi Anda di <b>{ $programme }</b> sudah pasti.
    } Nomor pendaftaran: <b>{ $number }</b>.

    Jadwal kelas sudah bisa dilihat, dan kami ingatkan sebelum tiap pertemuan.
seats-ask-decline =
    ⚠️ <b>Lepas kursi { $programme }?</b>

    Kursinya langsung ditawarkan kepada cadangan berikutnya, dan tidak bisa diminta kembali.{ $until ->
        [none] { "" }
       *[other] {" "}Anda masih bisa memikirkannya sampai { $until }.
    }
seats-declined =
    📝 Kursi Anda di { $programme } sudah dilepas. Terima kasih sudah memberi tahu; orang lain bisa memakainya.

    Data Anda kami simpan untuk pendaftaran berikutnya.
error-offer-past = ⚠️ Batas waktunya sudah lewat ({ $deadline }), jadi kursinya untuk cadangan berikutnya.
error-no-offer = 📝 Saat ini tidak ada kursi yang menunggu jawaban Anda.
seats-standing =
    📝 <b>Peringkat Anda: { $rank } dari { $of }</b>
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
