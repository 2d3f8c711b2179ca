### Pendaftaran: pertanyaan, pemeriksaan, nomor, dan jawaban atas yang tidak bisa diterima.

registration-head =
    📝 <b>{ $programme }</b>{ $name ->
        [none] { "" }
        [new] {", "}untuk orang lain
       *[other] {", "}untuk <b>{ $name }</b>
    }
    Langkah { $at } dari { $of }
registration-head-correct =
    📝 <b>{ $programme }</b>{ $name ->
        [none] { "" }
        [new] {", "}untuk orang lain
       *[other] {", "}untuk <b>{ $name }</b>
    }
    Mengubah: { $what }
registration-line-name = nama
registration-line-nik = NIK
registration-line-birthday = tanggal lahir
registration-line-phone = nomor HP
registration-line-education = pendidikan
registration-line-domicile = domisili
registration-line-guardian = orang tua atau wali
registration-line-guardian-name = nama orang tua atau wali
registration-line-guardian-consent = izin orang tua atau wali
registration-line-review = pemeriksaan

registration-ask-name =
    { $other ->
        [yes] <b>Siapa nama lengkap pendaftar?</b>
       *[no] <b>Siapa nama lengkap Anda?</b>
    }
    Tulis seperti di KTP, karena nama ini yang tercantum di daftar peserta dan sertifikat.
registration-ask-nik =
    { $other ->
        [yes] <b>Berapa NIK pendaftar?</b>
       *[no] <b>Berapa NIK Anda?</b>
    }
    Tulis 16 angka yang ada di KTP. Kami perlu NIK agar satu orang terdaftar satu kali. NIK disimpan terkunci dan tidak pernah tampil utuh di obrolan.
registration-ask-birthday =
    { $other ->
        [yes] Menurut NIK { $nik }, pendaftar lahir pada <b>{ $birthday }</b>.
       *[no] Menurut NIK { $nik }, Anda lahir pada <b>{ $birthday }</b>.
    }

    <b>Benar?</b>
registration-ask-phone =
    { $other ->
        [yes] <b>Berapa nomor HP pendaftar?</b>
       *[no] <b>Berapa nomor HP Anda?</b>
    }
    Tekan <b>{ registration-share-phone }</b> di bawah, atau ketik nomornya, misalnya 081234567890. Kami perlu nomor ini agar petugas bisa menghubungi { $other ->
        [yes] pendaftar
       *[no] Anda
    }.
registration-ask-education =
    { $other ->
        [yes] <b>Apa pendidikan terakhir yang sudah ditamatkan?</b>
       *[no] <b>Apa pendidikan terakhir yang sudah Anda tamatkan?</b>
    }
    Pilih, atau tulis sendiri, misalnya <i>paket C</i> atau <i>D1</i>. Ini dipakai untuk memeriksa syarat pelatihan.
registration-ask-domicile =
    { $other ->
        [yes] <b>Sekarang pendaftar tinggal di mana?</b>
       *[no] <b>Sekarang Anda tinggal di mana?</b>
    }
    Pilih, atau tulis kecamatannya, misalnya <i>Pasar Kemis</i>. Boleh berbeda dari alamat di KTP. Ini dipakai untuk mendata asal peserta.
registration-ask-guardian =
    <b>Siapa yang memberi izin?</b>
    { $other ->
        [yes] Pendaftar belum berusia 18 tahun, jadi
       *[no] Anda belum berusia 18 tahun, jadi
    } pendaftaran ini perlu izin orang tua atau wali.
registration-ask-guardian-name =
    <b>Siapa nama lengkapnya?</b>
    Tulis seperti di KTP, agar petugas tahu siapa yang memberi izin. Nama ini disimpan terkunci.
registration-ask-guardian-consent =
    <b>Berikan HP ini kepada { $guardian }.</b>

    “Saya mengizinkan { $name } mendaftar dan mengikuti { $programme }, dan datanya dipakai untuk itu.”

    Kalau setuju, orang tua atau wali sendiri yang menekan tombol di bawah. Izin ini diperlukan karena pendaftar belum berusia 18 tahun.
registration-ask-review =
    <b>Periksa sebelum dikirim.</b>

    { $lines }

    Sudah benar? Kirim. Yang keliru bisa diubah dengan tombol di bawah.
registration-now = Sekarang tertulis: <b>{ $value }</b>.

registration-review-name = Nama: <b>{ $value }</b>
registration-review-nik = NIK: <b>{ $value }</b>
registration-review-birthday = Tanggal lahir: <b>{ $value }</b>
registration-review-phone = Nomor HP: <b>{ $value }</b>
registration-review-education = Pendidikan: <b>{ $value }</b>
registration-review-domicile = Domisili: <b>{ $value }</b>
registration-review-guardian = Izin dari: <b>{ $value }</b>
registration-review-wave = Gelombang: <b>{ $value }</b>

registration-education-none = Belum tamat SD
registration-education-sd = SD
registration-education-smp = SMP
registration-education-sma = SMA
registration-education-smk = SMK
registration-education-d1 = D1
registration-education-d2 = D2
registration-education-d3 = D3
registration-education-s1 = S1 atau D4
registration-education-s2 = S2 ke atas

registration-guardian-mother = ibu
registration-guardian-father = ayah
registration-guardian-guardian = wali
registration-guardian-agrees = Saya, { $name }, mengizinkan
registration-yes = Ya, benar
registration-nik-wrong = NIK saya salah
registration-share-phone = Bagikan nomor saya
registration-phone-hint = 081234567890
registration-keep = Biarkan seperti ini
registration-later = Lanjut nanti
registration-cancel = Batalkan
registration-send = Kirim pendaftaran
registration-send-words = kirim kirimkan daftar daftarkan send submit
registration-correct-name = Ubah nama
registration-correct-nik = Ubah NIK
registration-correct-phone = Ubah nomor HP
registration-correct-education = Ubah pendidikan
registration-correct-domicile = Ubah domisili
registration-correct-guardian = Ubah wali
registration-resume = Lanjutkan pendaftaran
registration-see-class = Lihat kelasnya
registration-see-courses = Lihat pelatihan
registration-see-schedule = Lihat jadwal

registration-on-to-phone = 📝 <b>{ $programme }</b>: tersimpan. Pertanyaan berikutnya ada di bawah.
registration-phone-kept =
    Nomor HP { $other ->
        [yes] pendaftar
       *[no] Anda
    } kami catat: <b>{ $phone }</b>.
registration-phone-aside = Pertanyaan nomor HP kami simpan dulu.
registration-phone-cancelled = Pertanyaan nomor HP tidak perlu dijawab lagi.
registration-nik-again = Baik, kita ulangi NIK-nya. Cocokkan dengan KTP Anda.
registration-prefilled =
    Kami isi dengan data { $name ->
        [none] Anda
       *[other] { $name }
    } yang terakhir, jadi Anda cukup memeriksa.
registration-first = Ini pertanyaan pertama.
registration-answered-already = Pertanyaan itu sudah dijawab. Ini pertanyaan sekarang.
registration-other-class = Tombol itu untuk pendaftaran lain. Ini yang sedang berjalan.
registration-cannot-skip = Pertanyaan ini tidak bisa dilewati, karena penyelenggara memerlukannya. Kalau belum siap, tekan <b>{ registration-later }</b>: jawaban Anda tetap tersimpan.
registration-not-a-name = Itu belum nama. Contoh: <i>Siti Aminah</i>.

registration-parked =
    📝 Pendaftaran <b>{ $programme }</b> kami simpan. Lanjutkan kapan saja dari menu, atau tulis <i>lanjut</i>.{ $closes ->
        [none] { "" }
       *[other] {" "}Ditutup <b>{ $closes }</b>.
    }
registration-ask-cancel =
    ⚠️ <b>Batalkan pendaftaran { $programme }?</b>

    { $lost ->
        [none] Belum ada jawaban yang hilang.
       *[other] Yang akan hilang: { $lost }.
    }

    Kalau hanya perlu istirahat, tekan <b>{ registration-later }</b>.
registration-ask-cancel-words = Tulis <i>ya</i> untuk membatalkan, atau <i>tidak</i> untuk melanjutkan.
registration-go-on = Tidak, lanjutkan
registration-cancel-really = Ya, batalkan
registration-cancelled = 📝 Pendaftaran <b>{ $programme }</b> dibatalkan, dan isiannya sudah kami hapus. Anda bisa mendaftar lagi selama pendaftaran dibuka.
registration-gone = 📝 Tidak ada pendaftaran yang sedang diisi. Yang sudah dikirim ada di jadwal Anda.

registration-other-draft =
    📝 Pendaftaran { $name ->
        [none] Anda
       *[other] { $name }
    } di <b>{ $programme }</b> belum selesai. Pendaftaran diisi satu per satu.

    Kalau memulai yang baru, { $lost ->
        [none] pendaftaran itu ditutup; belum ada jawaban yang hilang.
       *[other] yang sudah diisi di sana dihapus: { $lost }.
    }
registration-resume-other = Lanjutkan yang itu
registration-switch = Hapus, mulai yang baru
registration-already =
    📝 { $name ->
        [none] Anda
       *[other] { $name }
    } sudah terdaftar di gelombang ini dengan nomor <b>{ $number }</b>. Satu orang satu pendaftaran dalam satu gelombang.

    Mau pindah kelas? Tarik dulu yang itu. Untuk orang lain yang memakai HP ini, tekan <b>{ registration-another }</b>.
registration-another = Daftarkan orang lain
error-several-known = 📝 HP ini dipakai beberapa orang. Pilih dulu untuk siapa.
registration-for-whom =
    📝 <b>Untuk siapa pendaftaran ini?</b>

    HP ini dipakai beberapa orang. Data yang sudah kami simpan tidak perlu ditulis lagi.
registration-somebody-else = Orang lain
registration-choose-whom = Pilih orangnya
registration-consent-missing =
    📝 Untuk mendaftar, kami perlu menyimpan nama, NIK, dan nomor HP Anda. Itu hanya boleh dengan persetujuan Anda.

    Baca dulu untuk apa data dipakai, lalu putuskan.
registration-consent-then = Sesudah setuju, teruskan dari sini.
registration-read-consent = Baca dan putuskan

registration-sent =
    📝 <b>{ $programme }</b>: terkirim.

    { $lines }
registration-sent-already = Sudah terkirim. Nomor pendaftaran Anda sudah ada di obrolan ini, dan di jadwal.
registration-number =
    📝 Pendaftaran terkirim. Nomor { $called ->
        [none] Anda
       *[other] untuk { $called }
    }:

    <b>{ $number }</b>

    <b>{ $programme }</b>, { $wave }
    Atas nama: { $name }

    { $state ->
        [admitted] { $called ->
            [none] Anda
           *[other] { $called }
        } dapat kursi. Jadwalnya bisa dilihat di bawah ini. Simpan nomor ini.
        [reserve] Kursinya sudah terisi semua. { $called ->
            [none] Anda
           *[other] { $called }
        } nomor <b>{ $place }</b> di daftar tunggu; kalau ada kursi kosong, kami tawarkan di sini. Simpan nomor ini.
       *[other] { $closes ->
            [none] Selanjutnya petugas memeriksa datanya.
           *[other] Selanjutnya, setelah pendaftaran ditutup ({ $closes }), petugas memeriksa datanya.
        } Bila diterima, kabarnya datang di sini. Simpan nomor ini.
    }

registration-stray-sticker = Terima kasih stikernya. Untuk pertanyaan ini saya perlu jawaban tertulis.
registration-stray-sound = Pesan suara belum bisa saya dengar. Tulis jawabannya.
registration-stray-picture = Foto, video, dan berkas tidak diperlukan di sini, jadi tidak saya simpan. Cukup tulis jawabannya.
registration-stray-location = Lokasi tidak diperlukan di sini, jadi tidak saya simpan. Tulis jawabannya.
registration-stray-contact = Nomor HP belum ditanyakan. Jawab dulu pertanyaan ini.
registration-stray-others-contact = Itu kontak orang lain. Kami perlu nomor Anda sendiri: tekan <b>{ registration-share-phone }</b> atau ketik nomornya.
registration-stray-forwarded = Itu pesan terusan. Tulis jawabannya dengan kata-kata Anda sendiri.
registration-stray-long = Terlalu panjang untuk pertanyaan ini. Tulis jawabannya saja, beberapa kata.
registration-stray-command = Perintah itu belum saya kenal, jadi tidak saya anggap jawaban.
registration-stray-edited = Pesan yang diubah tidak saya baca ulang. Kirim sekali lagi sebagai pesan baru.
registration-stray-other = Itu belum bisa saya baca. Tulis jawabannya, atau tekan tombolnya.

error-not-digits = NIK hanya berisi angka. Di kiriman Anda ada: { $strange }. Contoh: 3671014501990001.
error-wrong-length = NIK terdiri dari <b>16 angka</b>. Yang Anda kirim { $given } angka. Contoh: 3671014501990001.
error-impossible-date = Angka ke-7 sampai ke-12 pada NIK adalah tanggal lahir (untuk perempuan, tanggalnya ditambah 40). Di sini tertulis tanggal { $day } bulan { $month }, dan itu tidak ada. Cocokkan lagi dengan KTP.
error-zero-serial = Empat angka terakhir NIK tidak pernah 0000. Cocokkan lagi dengan KTP.
error-future-birth = Menurut NIK itu, pemiliknya lahir pada { $born_on }. Tanggal itu belum tiba, jadi ada angka yang keliru. Cocokkan angka ke-7 sampai ke-12 dengan KTP.
error-childs-nik = Menurut NIK itu, pemiliknya lahir pada { $born_on }, jadi masih anak-anak. Kirim NIK orang yang akan ikut pelatihan.
error-phone-not-digits = Nomor HP hanya berisi angka. Contoh: 081234567890.
error-phone-too-short = Nomor HP terdiri dari 10 sampai 13 angka. Yang Anda kirim { $given } angka. Contoh: 081234567890.
error-phone-too-long = Nomor HP terdiri dari 10 sampai 13 angka. Yang Anda kirim { $given } angka. Contoh: 081234567890.
error-landline = { $prefix } adalah kode telepon rumah atau kantor. Kami perlu nomor HP, misalnya 081234567890.
error-not-mobile = Nomor HP di Indonesia diawali 08 atau +62 8. Contoh: 081234567890.
error-foreign-phone = Nomor luar negeri hanya bisa diterima lewat tombol <b>{ registration-share-phone }</b>. Nomor Indonesia bisa diketik, misalnya 081234567890.
error-name-too-short = Nama terdiri dari sedikitnya { $least } huruf. Contoh: <i>Siti Aminah</i>.
error-name-too-long = Nama paling panjang { $most } huruf. Yang Anda kirim { $given } huruf. Tulis namanya saja.
error-name-with-digits = Nama tidak berisi angka. Di kiriman Anda ada: { $digits }. Contoh: <i>Siti Aminah</i>.
error-name-with-symbols = Nama hanya berisi huruf. Di kiriman Anda ada: { $strange }. Contoh: <i>Siti Aminah</i>.
error-name-is-link = Itu alamat internet atau nama pengguna, bukan nama. Contoh: <i>Siti Aminah</i>.
error-name-is-command = Itu perintah, bukan nama. Contoh: <i>Siti Aminah</i>.
error-unknown-education = Jenjang itu belum saya kenal. Pilih di bawah, atau tulis misalnya <i>SMP</i>, <i>STM</i>, <i>paket C</i>, atau <i>D3</i>.
error-unknown-region = Daerah itu belum saya kenal sebagai daerah di Banten. Pilih di bawah, atau tulis kecamatannya, misalnya <i>Cikande</i>. Kalau Anda tinggal di luar Banten, tanyakan dulu ke petugas lewat Bantuan.
error-ambiguous-region = Nama itu ada di beberapa daerah. <b>Yang mana?</b>
error-unknown-relation = Hubungan itu belum saya kenal. Tekan salah satu tombol, atau tulis <i>ibu</i>, <i>ayah</i>, atau <i>wali</i>.
error-guardian-refuses = Tanpa izin orang tua atau wali, pendaftaran ini belum bisa dikirim. Jawaban Anda tetap kami simpan; bicarakan dulu, lalu lanjutkan kapan saja.
error-neither-yes-nor-no = Jawab dengan <i>ya</i> atau <i>tidak</i>, atau tekan salah satu tombol.

error-registration-closed =
    📝 Pendaftaran kelas ini sudah ditutup{ $closed_at ->
        [none] { "" }
       *[other] {" "}sejak <b>{ $closed_at }</b>
    }.

    Di halaman kelasnya Anda bisa meminta diberi tahu bila dibuka lagi.
error-not-yet-open =
    📝 Pendaftaran kelas ini belum dibuka.{ $opens_at ->
        [none] {" "}Tanggalnya belum diumumkan.
       *[other] {" "}Dibuka <b>{ $opens_at }</b>.
    }

    Di halaman kelasnya Anda bisa meminta diberi tahu.
error-registers-elsewhere = 📝 Program ini tidak didaftarkan lewat Jawara. Langkah-langkahnya ada di halaman kelasnya.
error-consent-missing = 📝 Untuk itu kami perlu persetujuan Anda atas penggunaan data.
error-no-draft = 📝 Tidak ada pendaftaran yang sedang diisi.
error-other-draft-open = 📝 Pendaftaran lain belum selesai. Pendaftaran diisi satu per satu.
error-other-question-open = Pertanyaan itu sudah dijawab.
error-answers-missing = Masih ada yang belum dijawab.
error-already-applied = { $number ->
        [none] NIK ini sudah terdaftar di gelombang yang sama dari akun Telegram lain. Kalau angkanya keliru, kirim NIK yang benar. Kalau NIK itu memang milik Anda, hubungi petugas lewat Bantuan.
       *[other] NIK ini sudah terdaftar di gelombang yang sama dengan nomor <b>{ $number }</b>. Satu orang satu pendaftaran dalam satu gelombang. Kalau angkanya keliru, kirim NIK yang benar.
    }
