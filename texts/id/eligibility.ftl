### Cek syarat: pertanyaan sebelum formulir, hasilnya, dan apa yang bisa dilakukan.

eligibility-check = Cek syarat dulu
eligibility-check-mine = Cek syarat saya
eligibility-head =
    📝 <b>{ $programme }</b>: cek syarat{ $other ->
        [yes] {" "}untuk orang lain
       *[no] { "" }
    }
    { $left ->
        [1] Satu pertanyaan lagi.
       *[other] Masih { $left } pertanyaan.
    }
eligibility-why = Kami tanyakan karena syaratnya: <i>{ $rule }</i>. Jawaban disimpan terkunci, hanya untuk mengecek syarat.
eligibility-skip = Lewati

eligibility-ask-sex =
    { $other ->
        [yes] <b>Pendaftar perempuan atau laki-laki?</b>
       *[no] <b>Anda perempuan atau laki-laki?</b>
    }
eligibility-ask-age =
    { $other ->
        [yes] <b>Berapa usia pendaftar pada { $date }?</b>
       *[no] <b>Berapa usia Anda pada { $date }?</b>
    }
    Pilih, atau tulis tanggal lahirnya, misalnya <i>5 Januari 1999</i>.
eligibility-ask-birthday =
    { $other ->
        [yes] <b>Kapan tanggal lahir pendaftar?</b>
       *[no] <b>Kapan tanggal lahir Anda?</b>
    }
    Tulis misalnya <i>5 Januari 1999</i>. Usianya tepat di batas syarat, jadi perlu tanggalnya.
eligibility-ask-education =
    { $other ->
        [yes] <b>Apa pendidikan terakhir yang sudah pendaftar tamatkan?</b>
       *[no] <b>Apa pendidikan terakhir yang sudah Anda tamatkan?</b>
    }
    Pilih, atau tulis sendiri, misalnya <i>paket C</i>.
eligibility-ask-domicile =
    { $other ->
        [yes] <b>Sekarang pendaftar tinggal di mana?</b>
       *[no] <b>Sekarang Anda tinggal di mana?</b>
    }
    Pilih, atau tulis kecamatannya, misalnya <i>Pasar Kemis</i>.
eligibility-ask-activity =
    { $other ->
        [yes] <b>Apakah pendaftar sedang sekolah atau bekerja?</b>
       *[no] <b>Apakah Anda sedang sekolah atau bekerja?</b>
    }
eligibility-ask-height =
    { $other ->
        [yes] <b>Berapa tinggi badan pendaftar?</b>
       *[no] <b>Berapa tinggi badan Anda?</b>
    }
    Pilih, atau tulis dalam sentimeter, misalnya <i>160</i>.
eligibility-ask-vision =
    { $other ->
        [yes] <b>Apakah pendaftar buta warna?</b>
       *[no] <b>Apakah Anda buta warna?</b>
    }
eligibility-ask-papers =
    { $other ->
        [yes] <b>Apakah pendaftar sudah punya { $papers }?</b>
       *[no] <b>Apakah Anda sudah punya { $papers }?</b>
    }
eligibility-ask-language =
    { $other ->
        [yes] <b>Apakah pendaftar sudah lulus tes { $tests }?</b>
       *[no] <b>Apakah Anda sudah lulus tes { $tests }?</b>
    }
eligibility-ask-term =
    { $other ->
        [yes] <b>Lamanya { $years } tahun. Apakah pendaftar bersedia?</b>
       *[no] <b>Lamanya { $years } tahun. Apakah Anda bersedia?</b>
    }

eligibility-sex-f = Perempuan
eligibility-sex-m = Laki-laki
eligibility-age-below = Di bawah { $end } tahun
eligibility-age-between = { $low } sampai { $high } tahun
eligibility-age-above = { $low } tahun ke atas
eligibility-height-below = Di bawah { $end } cm
eligibility-height-between = { $low } sampai { $high } cm
eligibility-height-above = { $low } cm ke atas
eligibility-activity-idle = Tidak keduanya
eligibility-activity-smk = Sekolah di SMK
eligibility-activity-school = Sekolah lain atau kuliah
eligibility-activity-work = Bekerja
eligibility-vision-good = Tidak buta warna
eligibility-vision-bad = Ya, buta warna
eligibility-papers-all = Sudah punya
eligibility-papers-not = Ada yang belum
eligibility-language-yes = Sudah lulus
eligibility-language-no = Belum
eligibility-term-yes = Ya, bersedia
eligibility-term-no = Tidak
eligibility-paper-ktp = KTP
eligibility-paper-ijazah = ijazah
eligibility-paper-ak1 = kartu AK1
eligibility-paper-kk = kartu keluarga
eligibility-paper-foto = pas foto
eligibility-paper-skck = SKCK
eligibility-paper-surat-sehat = surat sehat

eligibility-verdict-yes = ✅ <b>Bisa.</b> { $other ->
        [yes] Pendaftar
       *[no] Anda
    } memenuhi syarat <b>{ $programme }</b> yang masih berlaku. { $seats ->
        [first] Siapa cepat dia dapat, selama kursinya masih ada.
       *[chosen] Siapa yang diterima tetap ditentukan petugas.
    }
eligibility-verdict-incomplete = 📝 <b>Perlu dilengkapi</b> untuk ikut <b>{ $programme }</b>. Ini yang masih perlu diurus:
eligibility-verdict-no = ⛔ <b>Belum bisa</b> ikut <b>{ $programme }</b>, karena syarat ini:
eligibility-verdict-undecided = 📝 <b>{ $programme }</b>: belum bisa kami pastikan.
eligibility-to-do = • <b>{ $rule }</b>. { $advice }
eligibility-source = <i>{ $source }</i>
eligibility-line = • { $rule }
eligibility-more = • Masih ada { $count } syarat lain; tekan <b>{ courses-see-rules }</b>.
eligibility-expired = ⚠️ Aturan ini mungkin sudah berubah; petugas yang memutuskan:

eligibility-do-wait = { $date ->
        [none] Tunggu sampai genap { $years } tahun, lalu daftar lagi.
       *[other] Genap { $years } tahun pada { $date }; daftar lagi sesudahnya.
    }
eligibility-do-age = Usianya di luar batas itu.
eligibility-do-education = Pendidikan bisa dilanjutkan, misalnya lewat Paket A, B, atau C.
eligibility-do-domicile = Pelatihan serupa bisa ditanyakan di BLK tempat Anda tinggal.
eligibility-do-sex = Syarat ini ditetapkan penyelenggara.
eligibility-do-height = Tingginya di bawah batas itu.
eligibility-do-vision = Program lain banyak yang tidak memintanya.
eligibility-do-idle = Daftar lagi kalau sudah tidak sekolah dan tidak bekerja.
eligibility-do-pupil = Daftarnya lewat guru, selama masih sekolah di SMK.
eligibility-do-term = Kalau berubah pikiran, cek lagi kapan saja.
eligibility-do-papers = Siapkan sebelum seleksi: KTP di Disdukcapil, ijazah di sekolah, kartu AK1 di Disnaker.
eligibility-do-language = Ikut tesnya, lalu simpan hasilnya.
eligibility-do-test = Ini diuji saat seleksi, jadi berlatihlah dari sekarang.
eligibility-do-unknown = Belum terjawab; petugas yang akan memeriksa.

eligibility-nearest = Yang terdekat dan cocok: <b>{ $title }</b>{ $date ->
        [none] , sedang dibuka.
       *[other] , dibuka sampai { $date }.
    }
eligibility-nearest-none = Belum ada kelas lain yang dibuka dan cocok. Kabarnya bisa diminta di halaman program.
eligibility-ask-human = Ada yang keliru? Tanya petugas: { $human }
eligibility-see-nearest = Lihat { $title }
eligibility-open-form = Isi formulir
eligibility-again = Jawab ulang
eligibility-see-form = Periksa isian
eligibility-gone = 📝 Cek syarat itu sudah lama. Mulai lagi dari halaman programnya.
eligibility-consent-missing =
    📝 Untuk mengecek syarat, kami perlu menyimpan jawaban Anda. Itu hanya boleh dengan persetujuan Anda.

    Baca dulu untuk apa data dipakai, lalu putuskan.

error-unknown-sex = Itu belum bisa saya baca. Tulis <i>perempuan</i> atau <i>laki-laki</i>.
error-unknown-activity = Itu belum bisa saya baca. Tulis misalnya <i>sekolah</i>, <i>kuliah</i>, <i>bekerja</i>, atau <i>tidak keduanya</i>.
error-unreadable-age = Itu belum terbaca sebagai usia atau tanggal lahir. Contoh: <i>17</i>, <i>1999</i>, atau <i>5 Januari 1999</i>.
error-unreadable-height = Tinggi badan ditulis dalam sentimeter. Contoh: <i>160</i>.
error-no-check = 📝 Syaratnya belum dicek. Mulai dari halaman programnya.
error-other-trait-open = Pertanyaan itu sudah dijawab.
error-not-eligible = ⛔ Menurut syarat yang masih berlaku, pendaftaran ini belum bisa dikirim.
