### Sekolah: kelompok siswa magang, daftarnya, dan keputusan penyelenggara.

schools-open = Buka kelompok sekolah
schools-see-group = Lihat kelompok
schools-welcome =
    🏫 Selamat bergabung. Anda sekarang pengirim siswa untuk <b>{ $school }</b>.

    Di sini Anda mengirim kelompok magang dan melihat kabarnya. Tulis /sekolah kapan saja untuk membukanya.
schools-groups =
    🏫 <b>Kelompok magang</b>

    { $count ->
        [0] Belum ada kelompok.
       *[other] Ada <b>{ $count }</b> kelompok, { $waiting } menunggu keputusan penyelenggara.
    }
schools-new = Tambah: { $school }
schools-no-class = 🏫 Belum ada gelombang magang yang menerima kelompok sekolah. Tanyakan kepada penyelenggaranya.
schools-which-class = 🏫 Kelompok ini untuk program yang mana?
schools-form =
    🏫 <b>Data kelompok</b>

    Salin baris di bawah ini, ganti isinya, lalu kirim:

    { $lines }
schools-again-form = Perbaiki, lalu kirim semua barisnya lagi. Batal? Tulis <b>batal</b>.
schools-again-list = Perbaiki, lalu kirim lagi daftarnya untuk <b>{ $host }</b>, paling banyak <b>{ $free }</b> siswa.
schools-form-line = { $label }: { $value }
schools-example-host = PT Contoh Logam
schools-example-address = Jalan Raya Serang Km 12, Cikande
schools-example-starts-on = 11/01/2027
schools-example-ends-on = 09/04/2027
schools-example-places = 12
schools-example-school-supervisor = Bu Wati
schools-example-host-supervisor = Pak Joko
schools-list =
    🏫 <b>Daftar siswa: { $host }</b>

    Kirim berkas Excel (.xlsx) atau CSV, paling banyak <b>{ $free }</b> siswa. Daftar yang belum diterima akan diganti. Kolomnya: nama, nik, tanggal lahir, jenis kelamin (L/P), kelas. Untuk yang belum 18 tahun juga: nama wali, hubungan wali, izin wali.

    Menulis <b>ya</b> di kolom izin wali berarti sekolah memegang surat izin wali yang sudah ditandatangani. NIK dipakai agar seorang siswa tidak tercatat dua kali.
schools-sample = Minta contoh daftar
schools-sample-below = Hapus baris contohnya, isi, lalu kirim kembali.
schools-reason =
    🏫 Kembalikan daftar <b>{ $school }</b>?

    { $waiting } siswa yang menunggu akan dihapus, dan sekolah mengirim daftar baru. Tulis alasannya; sekolah akan membacanya.
schools-group =
    🏫 <b>{ $host }</b>
    { $address }

    { $school }, { $programme }
    <b>{ $days }</b>
    Pembimbing: { $schoolsupervisor } (sekolah), { $hostsupervisor } (industri)

    Tempat <b>{ $places }</b>: diterima { $accepted }, menunggu { $waiting }, kosong { $free }. HP tersambung: { $connected }.
    Keadaan: <b>{ $state }</b>
schools-state-open = menunggu daftar siswa
schools-state-sent = menunggu keputusan
schools-state-returned = dikembalikan
schools-state-accepted = diterima
schools-accept = Terima
schools-return = Kembalikan
schools-pupils = Lihat siswa
schools-codes = Buat tautan siswa
schools-codes-below = { $count } tautan, masing-masing untuk satu siswa dan satu kali pakai. Tautan yang dibuat sebelumnya tidak berlaku lagi.
schools-no-codes = Semua siswa yang diterima sudah tersambung.
schools-send-list = Kirim daftar siswa
schools-edit = Ubah data kelompok
schools-pupil-list =
    🏫 <b>{ $host }</b>

    Diterima { $accepted }, menunggu { $waiting } dari { $places } tempat; kosong { $free }. HP tersambung: { $connected }.
schools-pupil =
    🏫 <b>{ $name }</b>, { $study }
    Nomor { $number }: <b>{ $state }</b>

    HP: { $connected ->
        [yes] tersambung
       *[no] belum tersambung
    }.{ $consent ->
        [none] { "" }
       *[other] {" "}{ $consent }
    }
schools-consent = Wali: { $guardian }. Surat izinnya dipegang sekolah{ $phone ->
        [none] .
       *[other] ; wali juga setuju lewat HP, { $phone }.
    }
schools-pupil-submitted = menunggu keputusan
schools-pupil-reserve = cadangan
schools-pupil-offered = ditawari
schools-pupil-admitted = diterima
schools-pupil-not_selected = tidak diterima
schools-pupil-declined = dilepas
schools-pupil-lapsed = tidak dijawab
schools-pupil-withdrawn = ditarik
schools-withdraw = Tarik siswa ini
schools-ask-withdraw = ⚠️ Tarik <b>{ $name }</b> dari kelompok ini? Tempatnya bisa diisi siswa lain. Siswa yang sudah tersambung akan diberi tahu. Apa alasannya? Pilih di bawah ini, atau tulis.
schools-keep = Tidak, biarkan
schools-why-left = Keluar dari sekolah
schools-why-replaced = Diganti siswa lain
schools-why-ill = Sakit
schools-why-other = Alasan lain
schools-why-own = Ditarik siswa sendiri
schools-withdrawn = Siswa sudah ditarik. Untuk penggantinya, kirim daftar berisi siswa pengganti saja.
schools-accepted = Kelompok diterima. Sekolah diberi tahu.
schools-returned = Daftar dikembalikan. Sekolah diberi tahu.
schools-kept = Data kelompok tersimpan.
schools-sent =
    { $count ->
       *[other] <b>{ $count } siswa</b> terkirim. Penyelenggara memeriksanya; kabarnya datang di sini.
    }
schools-stray-form = Itu belum bisa dibaca. Kirim datanya sebagai tulisan.
schools-stray-list = Itu belum bisa dibaca. Kirim daftarnya sebagai berkas .xlsx atau .csv.
schools-stray-reason = Tulis alasannya dengan kata-kata.
schools-mistakes = ⚠️ <b>{ $count } hal perlu diperbaiki.</b> Belum ada yang disimpan.
schools-mistakes-more = … dan { $count } lagi.
schools-mistake =
    { $row ->
        [0] { $column }: { $what }
       *[other] Baris { $row }, { $column }: { $what }
    }
schools-column-name = nama
schools-column-nik = NIK
schools-column-born = tanggal lahir
schools-column-sex = jenis kelamin
schools-column-study = kelas
schools-column-guardian = nama wali
schools-column-relation = hubungan wali
schools-column-consent = izin wali
schools-column-host = Tempat
schools-column-address = Alamat
schools-column-starts-on = Mulai
schools-column-ends-on = Selesai
schools-column-places = Jumlah tempat
schools-column-school-supervisor = Pembimbing sekolah
schools-column-host-supervisor = Pembimbing industri
schools-mistake-missing = belum diisi
schools-mistake-name = <i>{ $found }</i> bukan nama orang
schools-mistake-nik = bukan NIK yang utuh, yaitu 16 angka. Bila Excel mengubahnya, jadikan kolomnya Teks lalu ketik lagi
schools-mistake-date = <i>{ $found }</i> bukan tanggal; contoh: 15/01/2009
schools-mistake-sex = <i>{ $found }</i> tidak dikenal; tulis L atau P
schools-mistake-not-of-nik = tidak sama dengan NIK-nya, yang berisi { $found }
schools-mistake-guardian = wajib diisi, karena belum 18 tahun
schools-mistake-relation = <i>{ $found }</i> tidak dikenal; tulis ibu, ayah, atau wali
schools-mistake-consent = tulis ya bila sekolah memegang surat izin wali
schools-mistake-too-long = terlalu panjang
schools-mistake-too-many = paling banyak { $found } baris
schools-mistake-twice = sama dengan baris { $found }
schools-mistake-applied = sudah terdaftar di gelombang ini
schools-mistake-elsewhere = pada tanggal itu tercatat di kelompok lain { $found }
schools-mistake-before-start = lebih awal dari hari pertama
schools-mistake-past = sudah lewat
schools-mistake-too-far = paling lama satu tahun
schools-mistake-places = <i>{ $found }</i> bukan jumlah; tulis 1 sampai 500

error-no-such-group = 🏫 Kelompok itu tidak ada, atau bukan milik sekolah Anda.
error-no-such-pupil = 🏫 Siswa itu tidak ada, atau bukan dari sekolah Anda.
error-pupil-has-phone = 🏫 Siswa itu sudah menyambungkan HP. Datanya dihapus di sana, lewat <b>Lihat data saya</b>.
error-bad-pupil-code = Tautan ini sudah dipakai atau sudah diganti. Minta tautan baru kepada guru Anda.
error-too-many-pupils = ⚠️ Daftar berisi <b>{ $given }</b> siswa, tempat yang kosong <b>{ $free }</b>. Belum ada yang disimpan: sekolah yang memilih siapa yang berangkat.
error-too-few-places = ⚠️ Sudah ada <b>{ $held }</b> siswa. Jumlah tempat tidak bisa lebih kecil.
error-group-stands =
    🏫 { $state ->
        [accepted] Kelompok ini sudah diterima.
        [returned] Daftar ini sudah dikembalikan.
       *[other] Daftar siswanya belum dikirim.
    }
error-group-over = 🏫 Magang kelompok ini sudah selesai, { $ends_on }.
error-bad-sheet =
    ⚠️ { $why ->
        [unreadable] Berkas itu tidak bisa dibaca. Kirim berkas Excel (.xlsx) atau CSV.
        [empty] Berkas itu tidak berisi daftar.
        [double] Kolom <b>{ $found }</b> ada dua. Hapus salah satu.
        [wide] Baris { $found } punya lebih banyak isi daripada kolom. Simpan sebagai .xlsx, lalu kirim lagi.
        [quote] Tanda kutip (") di baris { $found } tidak ditutup.
        [too_big] Berkas itu lebih dari { $found } MB. Simpan tabelnya saja.
        [too_many] Barisnya lebih dari { $found }.
        [old_excel] Ini Excel lama (.xls). Simpan sebagai .xlsx, lalu kirim lagi.
        [locked] Berkas itu terkunci kata sandi. Simpan tanpa kata sandi, lalu kirim lagi.
        [sheets] Beberapa lembar berkolom sama ({ $found }). Jadikan satu lembar, lalu kirim lagi.
        [formula] Ada rumus yang belum dihitung. Buka di Excel, simpan, lalu kirim lagi.
       *[other] Tidak ada kolom <b>{ $why }</b>. Semua nama kolom harus ada di satu baris. Belum ada yang disimpan.
    }
