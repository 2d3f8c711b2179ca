### Kartu peserta: yang tertulis di atasnya, dan yang terjadi bila dipindai.

card-see = Lihat kartu peserta
card-title = KARTU PESERTA
card-programme = Pelatihan
card-wave = Gelombang
card-place = Tempat
card-note = Tunjukkan kepada petugas di setiap pertemuan.
card-caption =
    🎓 Ini <b>kartu peserta { $name }</b>, nomor <b>{ $number }</b>. Tunjukkan di setiap pertemuan: petugas memindai kodenya, dan kehadirannya tercatat.

    Simpan gambarnya di HP, atau cetak. Kodenya tidak memuat NIK maupun nomor telepon.
card-lost = Kartu hilang? Buat baru
card-ask-renew = ⚠️ Buat kartu baru? Kartu yang lama langsung tidak berlaku, juga yang sudah dicetak. Ini tidak bisa dibatalkan.
card-keep = Tidak, pakai yang lama
card-renew = Ya, buat kartu baru
card-renewed = 🎓 Kartu yang lama sudah tidak berlaku. Kartu yang baru ada di bawah ini.
card-stranger =
    🎓 Ini kode kartu peserta pelatihan. Yang bisa memakainya hanya petugas pelatihan, untuk mencatat kehadiran.

    Menemukan kartu orang lain? Serahkan kepada petugas pelatihan.
card-scanned =
    { $already ->
        [yes] 📅 Sudah tercatat sebelumnya: <b>{ $name }</b>, { $programme }, pertemuan { $meeting }: <b>{ $state }</b>
       *[no] ✔ <b>{ $name }</b>, { $programme }, pertemuan { $meeting }: <b>{ $state }</b>
    }
card-which-meeting =
    📅 Kartu <b>{ $name }</b>, { $programme }, dipindai pukul <b>{ $clock }</b>. Kelasnya sedang tidak ada pertemuan.

    Untuk pertemuan yang mana?
card-no-meeting = 📅 Kartu <b>{ $name }</b>, { $programme }, dipindai pukul <b>{ $clock }</b>. Kelasnya tidak punya pertemuan hari ini maupun dalam 7 hari terakhir, jadi tidak ada yang dicatat.

error-no-trainee = 📝 Kartu, kehadiran, dan sertifikat hanya untuk peserta yang punya kursi di kelas. Pendaftaran ini tidak, atau tidak lagi, mempunyainya.
error-no-such-card = ⚠️ Kode kartu itu tidak ada di catatan kami. Minta peserta membuka kartunya lagi dari <i>Jadwal saya</i>.
error-card-replaced = ⚠️ Kartu ini sudah diganti pada { $replaced_at }, jadi tidak berlaku lagi. Minta peserta menunjukkan kartunya yang baru.
error-other-provider = ⚠️ Kelas itu diselenggarakan pihak lain, di luar tugas Anda.
