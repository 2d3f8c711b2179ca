### Jawaban untuk hal-hal di luar jalur.

other-old-button = Tombol itu dari layar lama dan sudah berganti. Data Anda tetap tersimpan. Mulai lagi dari menu.
other-nothing-to-cancel = Tidak ada yang sedang berjalan. Semua yang sudah Anda kirim tetap tersimpan.
other-question-closed = Baik, pertanyaan tadi ditutup. Semua yang sudah Anda kirim tetap tersimpan.
other-command-unknown = Perintah itu belum saya kenal. Tulis saja yang Anda cari, misalnya <i>las</i>, atau buka menu.
other-command-like = Maksud Anda /{ $command }? Tekan perintah itu, atau buka menu.
other-sticker = Terima kasih stikernya. Tulis saja yang Anda cari, misalnya <i>kursus jahit</i>.
other-voice = Pesan suara belum bisa saya dengar. Tulis singkat saja, misalnya <i>las</i> atau <i>lowongan</i>.
other-audio = Rekaman belum bisa saya dengar. Tulis singkat saja, misalnya <i>las</i> atau <i>lowongan</i>.
other-video-note = Video belum bisa saya lihat. Tulis singkat saja, misalnya <i>las</i> atau <i>lowongan</i>.
other-video = Video belum bisa saya lihat. Tulis singkat saja, misalnya <i>las</i> atau <i>lowongan</i>.
other-photo = Foto belum saya perlukan sekarang, jadi tidak saya simpan. Tulis saja yang Anda cari.
other-animation = Gambar bergerak belum bisa saya baca. Tulis saja yang Anda cari.
other-document = Berkas belum saya perlukan sekarang, jadi tidak saya simpan. Tulis saja yang Anda cari.
other-spreadsheet = Ini lembar kerja (Excel atau CSV), jadi tidak saya simpan. Berkas pendaftaran, misalnya KTP atau ijazah, dikirim sebagai foto atau PDF.
other-list =
    📝 Ini lembar kerja. Sebelum dibuka tempatnya, belum saya baca dan tidak saya simpan.

    { $scores ->
        [yes] Nilai: buka kelasnya, tekan <b>{ selection-send-scores }</b>.{" "}
       *[no] { "" }
    }{ $pupils ->
        [yes] Daftar siswa: buka kelompoknya, tekan <b>{ schools-send-list }</b>.{" "}
       *[no] { "" }
    }Lalu kirim sekali lagi.
other-location = Lokasi belum saya perlukan sekarang, jadi tidak saya simpan. Domisili bisa diisi di Pengaturan.
other-contact = Nomor telepon belum saya perlukan sekarang, jadi tidak saya simpan.
other-poll = Jajak pendapat belum bisa saya ikuti. Tulis saja yang Anda cari.
other-dice = Semoga beruntung! Kalau mencari pelatihan, tulis saja namanya, misalnya <i>barista</i>.
other-forwarded =
    ⚠️ Ini pesan terusan tanpa teks, jadi belum bisa saya periksa. Kalau itu tawaran kerja, teruskan atau tempel tulisannya.

    Lowongan yang benar tidak pernah meminta uang. Kalau Anda diminta transfer, jangan bayar, dan tanyakan dulu ke Disnaker.
other-anything = Itu belum bisa saya baca. Tulis saja yang Anda cari, misalnya <i>las</i> atau <i>lowongan</i>.
other-edited = Pesan yang diubah tidak saya baca ulang. Kirim sekali lagi sebagai pesan baru.
other-in-group = Agar data Anda aman, saya hanya melayani di obrolan pribadi.
other-in-group-toast = Buka obrolan pribadi dengan saya dulu.
other-open-private = Buka obrolan pribadi

error-outdated-consent = Penjelasan tentang penggunaan data sudah diperbarui. Baca lagi dari Bantuan, lalu jawab di sana.
error-unknown-language = Bahasa itu belum kami pakai. Pilih bahasa di Pengaturan.
error-unknown-stream = Bidang itu tidak ada lagi di daftar kami. Pilih bidang lain dari menu.
error-impossible-hour = Jam itu tidak bisa dipakai untuk pengingat. Pilih jam lain di Pengaturan.
error-empty-quiet-hours = Jam tenang perlu jam mulai dan jam selesai yang berbeda. Pilih lagi di Pengaturan.
error-no-such-account = Data Anda sudah dihapus, jadi tombol itu tidak berlaku lagi. Mulai lagi dari menu.
