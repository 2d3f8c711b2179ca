### Melihat-lihat pelatihan.

courses-streams =
    🎓 <b>Pelatihan kerja di Banten</b>

    Lihat menurut bidang atau penyelenggara, atau tulis saja yang Anda cari.
courses-by-open = Yang sedang dibuka ({ $count })
courses-by-cluster = Menurut bidang
courses-by-provider = Menurut penyelenggara
courses-open = 🎓 <b>{ $count } kelas</b> sedang menerima pendaftaran. Yang paling dulu ditutup ada di atas.
courses-open-none = 🎓 Belum ada kelas yang menerima pendaftaran. Buka satu program lalu tekan "Beri tahu saya".
courses-clusters = 🎓 Pilih bidangnya. Angka di belakang adalah jumlah program.
courses-providers = 🎓 Pilih penyelenggaranya.
courses-cluster = 🎓 <b>{ $title }</b>: { $count } program.
courses-provider =
    🎓 <b>{ $name }</b>: { $count } program.{ $aliases ->
        [none] { "" }
       *[other] {" "}Dikenal juga sebagai { $aliases }.
    }
courses-caption-open = { $title } · dibuka
courses-caption-planned = { $title } · segera
courses-caption-closes = { $title } · s.d. { $date }

courses-programme =
    🎓 <b>{ $title }</b>
    { $summary }

    { $status }
    Penyelenggara: { $provider }
    Sertifikat: { $certificates }

    <i>{ $source } (isi ringkasnya dari Jawara)</i>
courses-status-open = <b>Pendaftaran dibuka</b>{ $date ->
        [none] .
       *[other] {" "}sampai <b>{ $date }</b>.
    }
courses-status-jawara = Belum ada gelombang yang dibuka. Tekan "Beri tahu saya", dan kami kabari begitu dibuka.
courses-status-waiting = Pendaftaran belum dibuka. <b>Anda kami kabari</b> begitu dibuka.
courses-status-interest = <b>Masih rencana</b>, belum bisa mendaftar. Tekan "Beri tahu saya", dan kami kabari begitu dibuka.
courses-status-siapkerja = Pendaftarannya lewat <b>SIAPkerja</b>, situs Kementerian Ketenagakerjaan.
courses-status-school = Pendaftarannya lewat <b>sekolah</b>.
courses-certificate-internal = balai
courses-certificate-bnsp = BNSP
courses-certificate-official = resmi
courses-certificate-none = belum disebutkan
courses-see-open-class = Lihat kelas yang dibuka
courses-see-steps = Lihat cara mendaftar
courses-see-plan = Lihat rencananya
courses-see-rules = Lihat syarat
courses-see-classes = Lihat gelombang
courses-see-place = Lihat di peta
courses-share-it = Bagikan
courses-tell-me = Beri tahu saya
courses-tell-me-not = Tidak usah diberi tahu
courses-will-tell = Baik, kami kabari begitu dibuka.
courses-will-not-tell = Baik, tidak kami kabari lagi.

courses-rules =
    🎓 <b>Syarat { $title }</b>
    { $rules }

    <i>{ $sources }</i>
courses-rule = • { $rule }
courses-rule-expired = • { $rule } <i>(mungkin sudah berubah)</i>
courses-rules-none = 🎓 Syarat <b>{ $title }</b> belum disebutkan sumbernya. Umumnya diminta KTP dan ijazah.
courses-steps =
    🎓 <b>Cara mendaftar { $title }</b>
    { $steps }

    <i>Langkah umum; penyelenggara belum mengonfirmasinya.</i>
courses-plan =
    🎓 <b>Rencana { $title }</b>
    { $steps }

    <i>{ $source }</i>
courses-share =
    🎓 Bagikan <b>{ $title }</b> dengan tautan ini:
    { $link }
courses-share-send = Kirim ke teman
courses-place =
    🎓 <b>{ $name }</b>
    { $address }
courses-unknown-link = 🎓 Tautan itu tidak mengarah ke program mana pun. Bisa jadi terpotong, atau programnya sudah tidak ada di daftar kami.
courses-place-unknown = 🎓 Tempatnya belum disebutkan.
courses-address-unknown = Alamat lengkap belum disebutkan
courses-address-approximate = { $address } (letak perkiraan)
courses-referral =
    🎓 <b>{ $title }</b>
    { $about }

    <i>{ $source }</i>

courses-classes = 🎓 Gelombang <b>{ $title }</b>, yang terbaru di atas.
courses-classes-none = 🎓 Belum ada gelombang <b>{ $title }</b>. Tekan "Beri tahu saya" di layar sebelumnya.
courses-class =
    🎓 <b>{ $title }</b>
    { $wave }: <b>{ $state }</b>

    { $seats }{ $mode ->
        [first_come] {" "}Siapa cepat dia dapat.
       *[other] {" "}Peserta dipilih lewat seleksi.
    }
    { $stages }
    { $place ->
        [none] Tempat menyusul.
       *[other] Tempat: { $place }.
    } { $funder ->
        [none] Sumber dana belum disebutkan.
       *[other] Dana: { $funder }.
    }

    <i>{ $source }</i>
courses-seats = <b>{ $seats } kursi</b>, { $applicants } pendaftar.
courses-seats-inferred = <b>{ $seats } kursi</b> (perkiraan), { $applicants } pendaftar.
courses-seats-unknown = Jumlah kursi belum disebutkan, { $applicants } pendaftar.
courses-seats-past = <b>{ $seats } kursi</b>{ $inferred ->
    [yes] {" "}(perkiraan)
   *[no] { "" }
}{ $participants ->
    [0] .
   *[other] , { $participants } peserta di seluruh gelombang.
}
courses-starts-on = • Pelatihan: mulai { $date }
courses-dates-unknown = • Tanggalnya belum disebutkan.
courses-stage = • { $stage }: { $dates }
courses-register = Daftar sekarang
courses-state-planned = rencana
courses-state-open = pendaftaran dibuka
courses-state-closed = pendaftaran ditutup
courses-state-running = sedang berjalan
courses-state-finished = selesai
courses-short-planned = rencana
courses-short-open = dibuka
courses-short-closed = ditutup
courses-short-running = berjalan
courses-short-finished = selesai
courses-stage-registration = Pendaftaran
courses-stage-papers = Periksa berkas
courses-stage-test = Tes
courses-stage-interview = Wawancara
courses-stage-results = Pengumuman
courses-stage-reregistration = Daftar ulang
courses-stage-training = Pelatihan
courses-stage-certificates = Sertifikat

error-no-such-programme = Program itu tidak ada lagi di daftar kami. Lihat program lain dari menu.
error-no-such-class = Kelas itu tidak ada lagi di daftar kami. Lihat kelas lain dari menu.
