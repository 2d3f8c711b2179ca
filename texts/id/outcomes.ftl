### Kabar lulusan: pertanyaannya dan jawabannya.

outcomes-ask =
    🎓 Sudah <b>{ $months } bulan</b> sejak pelatihan <b>{ $programme }</b> selesai. Apa kabar { $name ->
        [none] Anda
       *[other] { $name }
    } sekarang?

    Kami tanyakan agar pelatihan makin sesuai dengan kebutuhan kerja. Yang ditampilkan hanya jumlahnya, tanpa nama.
outcomes-employed = Sudah bekerja
outcomes-self-employed = Usaha sendiri
outcomes-studying = Sekolah lagi
outcomes-not-yet = Belum
outcomes-told =
    🎓 Terima kasih. Jawaban Anda untuk { $months } bulan setelah { $programme }: <b>{ $answer ->
        [employed] sudah bekerja
        [self_employed] usaha sendiri
        [studying] sekolah lagi
       *[not_yet] belum bekerja
    }</b>.

    { $answer ->
        [not_yet] Mungkin ada yang cocok di lowongan atau pelatihan lain.
       *[other] Semoga lancar.
    } Kalau keliru, tekan jawaban yang lain.
outcomes-vacancies = Lihat lowongan
outcomes-courses = Lihat pelatihan

error-unknown-outcome = Jawaban itu tidak ada dalam pilihan. Tekan salah satu tombol di pertanyaannya.
