### Sambutan: siapa kami, persetujuan, domisili, minat.

welcome-consent =
    <b>Selamat datang di Jawara.</b>

    Jawara membantu Anda mencari pelatihan kerja di Banten, mendaftar, mengingat jadwal, dan mengetahui lowongan baru. Dijalankan oleh { $operator }. <b>Gratis.</b>

    Untuk mendaftarkan Anda, kami menyimpan data diri (nama, NIK beserta tanggal lahir dan jenis kelamin, nomor HP, pendidikan, domisili, berkas yang Anda kirim), hanya untuk pendaftaran, pengingat, dan kabar yang Anda minta. Data bisa dilihat dan dihapus kapan saja di Pengaturan. Anda setuju?
welcome-trial = tim Jawara, sebagai uji coba
welcome-consent-changed = Penjelasan tentang penggunaan data sudah diperbarui. Baca sekali lagi, ya.
welcome-stray = Itu belum bisa saya baca. Tekan salah satu tombol, atau tulis jawabannya.
welcome-agree = Ya, saya setuju
welcome-decline = Tidak, lihat-lihat saja
welcome-withdraw = Tarik persetujuan
welcome-agreed-already = <b>Anda sudah setuju.</b> Persetujuan ini bisa ditarik kapan saja.
welcome-skip = Lewati
welcome-domicile = Anda tinggal di mana? Kami tanyakan agar bisa menunjukkan lowongan di daerah Anda.
welcome-region-unknown = Daerah itu belum saya kenal. Tulis nama kabupaten, kota, atau kecamatannya, misalnya <i>Pasar Kemis</i>.
welcome-which-region = Nama itu ada di beberapa daerah. Yang mana?
welcome-interests = Bidang apa yang paling Anda minati? Kami tampilkan paling atas. Yang lain bisa ditambah nanti di Pengaturan.
welcome-interest-unknown = Bidang itu belum ada di sini. Pilih yang paling dekat, atau lewati.
welcome-other-streams = Bidang lain ›
welcome-done-agreed = Terima kasih. Anda sudah bisa mendaftar.
welcome-done-withdrawn = Persetujuan Anda sudah ditarik. Data yang tersimpan bisa Anda hapus lewat Pengaturan, Lihat data saya.
welcome-done-declined = Baik, data diri Anda tidak kami minta. Semua pelatihan dan lowongan tetap bisa dilihat. Kalau berubah pikiran, buka Bantuan.

language-name-id = Bahasa Indonesia
language-name-en = English
