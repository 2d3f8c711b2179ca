### Siaran: yang diterima orang, menulisnya, menyetujui, dan mengikuti jalannya.

# Di bawah setiap siaran, dan jawaban atas tombolnya.
broadcast-fewer = Atur kabar
broadcast-join = Ikut
broadcast-joined = Tercatat: Anda ikut.
broadcast-recalled = ⚠️ Pesan ini sudah ditarik oleh petugas. Isinya tidak berlaku lagi.
broadcast-button-recalled = Siaran ini sudah ditarik, jadi tombolnya tidak berlaku lagi.
broadcast-button-gone = Yang dituju tombol ini sudah tidak ada. Lihat yang baru dari menu.

# Menulis: langkah demi langkah.
broadcast-ask-text =
    📣 <b>Siaran</b>, langkah 1 dari 4

    Tulis pesannya persis seperti yang akan diterima orang. Huruf tebal dan miring ikut terkirim. Boleh juga kirim <b>foto</b> atau <b>berkas</b> dengan keterangan di bawahnya.
broadcast-ask-cut =
    ⚠️ Teks ini <b>{ $length } karakter</b>. Lebih dari 4.096 tidak muat dalam satu pesan, jadi ponsel memotongnya. Yang tersimpan berakhir di:

    <i>… { $ending }</i>

    Kalau itu belum akhirnya, tulis ulang yang lebih ringkas.
broadcast-cut-keep = Sudah lengkap, lanjut
broadcast-cut-rest = Sisa teks ({ $length } karakter) <b>tidak ikut tersimpan</b>: teksnya terlalu panjang untuk satu pesan.
broadcast-ask-buttons =
    📣 <b>Siaran</b>, langkah 2 dari 4

    Tombol di bawah pesan: { $buttons ->
        [none] belum ada.
       *[other] { $buttons }
    }

    Tombol <b>Atur kabar</b> selalu kami tambahkan paling bawah.
broadcast-button-line = <b>{ $caption }</b>, { $kind ->
        [link] ke { $target }
        [programme] membuka pelatihan
        [vacancy] membuka lowongan
       *[join] mencatat siapa yang ikut
    }
broadcast-ask-link =
    📣 Tulis judul tombolnya, lalu tautannya, dalam satu pesan. Contoh:

    <code>Baca syaratnya https://disnaker.bantenprov.go.id</code>
broadcast-ask-programme = 📣 Tombolnya membuka pelatihan apa? Tulis namanya, misalnya <i>las</i> atau <i>barista</i>.
broadcast-ask-vacancy = 📣 Tombolnya membuka lowongan apa? Tulis jabatan atau perusahaannya, misalnya <i>welder</i>.
broadcast-ask-join = 📣 Apa judul tombolnya? Tekan <b>Ikut</b>, atau tulis judul lain, misalnya <i>Saya datang</i>.
broadcast-found = 📣 Pilih salah satu, atau tulis kata lain.
broadcast-found-none = Tidak ada yang cocok dengan kata itu. Coba kata lain.
broadcast-no-link = Di pesan itu tidak ada judul dan tautan. Tulis keduanya, dan awali tautannya dengan https://.
broadcast-ask-audience =
    📣 <b>Siaran</b>, langkah 3 dari 4

    Penerima: { $audience }

    Sampai ke <b>{ $people } orang</b>. Yang mematikan siaran atau tidak terjangkau tidak dihitung.
broadcast-criterion-role = 📣 Siapa yang menerima? Sekarang sampai ke <b>{ $people } orang</b>.
broadcast-criterion-waves = 📣 Peserta gelombang mana? Boleh lebih dari satu. Sekarang sampai ke <b>{ $people } orang</b>.
broadcast-criterion-programmes = 📣 Peminat atau peserta pelatihan apa? Tulis namanya, misalnya <i>las</i>, lalu pilih. Sekarang sampai ke <b>{ $people } orang</b>.
broadcast-criterion-streams = 📣 Peminat atau peserta bidang apa? Boleh lebih dari satu. Sekarang sampai ke <b>{ $people } orang</b>.
broadcast-criterion-regions = 📣 Yang tinggal di mana? Boleh lebih dari satu. Sekarang sampai ke <b>{ $people } orang</b>.
broadcast-criterion-states = 📣 Dengan status pendaftaran apa? Boleh lebih dari satu. Sekarang sampai ke <b>{ $people } orang</b>.
broadcast-criterion-others = 📣 Pilihan lain untuk penerimanya. Sekarang sampai ke <b>{ $people } orang</b>.
broadcast-criterion-more = 📣 Bahasa apa, dan terakhir aktif kapan? Sekarang sampai ke <b>{ $people } orang</b>.
broadcast-review =
    📣 <b>Siaran</b>, langkah 4 dari 4. Di atas ini pesannya, persis seperti yang akan sampai.

    Penerima: { $audience }
    Sampai ke <b>{ $people } orang</b>, { $lasts }.
    Waktu: <b>{ $start ->
        [none] begitu dikirim
       *[other] { $start }
    }</b>{ $approval ->
        [yes] . Karena lebih dari { $limit } orang, perlu persetujuan petugas lain.
       *[no] .
    }
broadcast-lasts-minutes = { $minutes ->
        [0] kurang dari 1 menit
       *[other] sekitar { $minutes } menit
    }
broadcast-lasts-hours = sekitar { $hours } jam { $minutes } menit
broadcast-ask-changes = 📣 Apa yang diubah? Yang lain tetap seperti sekarang.
broadcast-ask-time =
    📣 Kapan dikirim? Pilih, atau tulis hari dan jam WIB, misalnya <i>besok 08.00</i> atau <i>1/12/2026 08.00</i>.

    Jam tenang setiap orang tetap dihormati.
broadcast-bad-time = Itu belum bisa dibaca sebagai waktu. Tulis hari dan jamnya, misalnya <i>besok 08.00</i>.
broadcast-past-time = { $when } sudah lewat. Tulis waktu yang akan datang.
broadcast-far-time = Itu lebih dari setahun lagi. Periksa tahunnya.
broadcast-ask-sure =
    ⚠️ Kirim ke <b>{ $people } orang</b>, { $start ->
        [none] sekarang
       *[other] { $start }
    }?

    Yang sudah terkirim masih bisa diperbaiki atau ditarik, tetapi orang bisa saja sudah membacanya.
broadcast-ask-discard = ⚠️ Buang siaran ini? Teks, tombol, dan pilihan penerimanya hilang. Belum ada yang menerimanya.
broadcast-discarded = 📣 Siaran dibuang. Tidak ada yang menerimanya.
broadcast-parked = 📣 Siaran disimpan. Lanjutkan kapan saja dari meja petugas.
broadcast-scheduled = 📣 Siaran dijadwalkan: <b>{ $start }</b>, ke sekitar <b>{ $people } orang</b>. Sampai saat itu masih bisa diubah atau dibatalkan.
broadcast-waiting = 📣 Siaran menunggu persetujuan. { $asked ->
        [0] Belum ada penyetuju lain yang bisa kami beri tahu. Minta pengelola menambahkannya.
       *[other] Kami beri tahu { $asked } penyetuju, di luar jam tenang mereka. Anda dikabari begitu ada jawaban.
    }
broadcast-started = 📣 Siaran mulai dikirim. Jalannya ada di pesan di bawah ini.
broadcast-test-sent = Dikirim ke obrolan ini.
broadcast-elsewhere = Siaran itu sudah tidak sedang ditulis. Ini keadaannya sekarang.

# Yang bukan jawaban.
broadcast-stray-text = Yang itu tidak bisa disiarkan. Kirim teks, satu foto, atau satu berkas.
broadcast-stray-album = Hanya satu foto atau berkas untuk satu siaran. Yang dipakai yang pertama.
broadcast-stray = Yang itu belum bisa saya baca di sini. Tulis jawabannya, atau tekan salah satu tombol.
broadcast-stray-edited = Pesan yang diubah tidak saya baca ulang. Kirim sekali lagi sebagai pesan baru.
broadcast-stray-words = Tekan salah satu tombol di bawah ini.
broadcast-stray-correction = Gambar atau berkas tidak bisa diganti. Kirim teks penggantinya saja.
broadcast-refused = Telegram menolak pesan ini: { $why }. Perbaiki teks atau tombolnya.

# Keterangan tombol di meja petugas.
broadcast-add-link = Tambah tautan
broadcast-add-programme = Tambah pelatihan
broadcast-add-vacancy = Tambah lowongan
broadcast-add-join = Tambah tombol Ikut
broadcast-drop-buttons = Hapus semua tombol
broadcast-next = Lanjut
broadcast-without-buttons = Lanjut tanpa tombol
broadcast-later = Lanjut nanti
broadcast-pick-role = Pilih siapa
broadcast-pick-waves = Pilih gelombang
broadcast-pick-programmes = Pilih pelatihan
broadcast-pick-streams = Pilih bidang
broadcast-pick-regions = Pilih daerah
broadcast-pick-states = Pilih status
broadcast-pick-others = Pilihan lain
broadcast-pick-more = Pilih bahasa, keaktifan
broadcast-role-everyone = Semua orang
broadcast-role-applicants = Pendaftar
broadcast-role-trainees = Peserta pelatihan
broadcast-role-alumni = Lulusan
broadcast-role-staff = Petugas
broadcast-state-submitted = Menunggu seleksi
broadcast-state-admitted = Diterima
broadcast-state-withdrawn = Mengundurkan diri
broadcast-state-reserve = Cadangan
broadcast-state-offered = Ditawari kursi
broadcast-state-not_selected = Belum lolos
broadcast-state-declined = Melepas kursi
broadcast-state-lapsed = Tidak konfirmasi
broadcast-language-id = Bahasa Indonesia
broadcast-language-en = Bahasa Inggris
broadcast-seen-any = Aktif kapan saja
broadcast-seen-days = Aktif { $days } hari terakhir
broadcast-of-waves = gelombang { $waves }
broadcast-living-in = di { $regions }
broadcast-seen-within = aktif dalam { $days } hari terakhir
broadcast-test = Kirim ke saya
broadcast-edit = Ubah isi
broadcast-edit-text = Ubah teks
broadcast-edit-buttons = Ubah tombol
broadcast-edit-audience = Ubah sasaran
broadcast-edit-time = Ubah waktu
broadcast-send-now = Kirim sekarang
broadcast-send-then = Jadwalkan
broadcast-ask-approval = Minta persetujuan
broadcast-discard = Buang siaran
broadcast-discard-sure = Ya, buang
broadcast-keep = Tidak, simpan
broadcast-now = Begitu dikirim
broadcast-tomorrow = Besok pagi, 08.00
broadcast-not-yet = Belum, periksa lagi
broadcast-sure-now = Ya, kirim
broadcast-sure-then = Ya, jadwalkan

# Daftar, dan satu siaran.
broadcast-list = 📣 <b>Daftar siaran</b>, yang terbaru di atas.
broadcast-list-none = 📣 Belum ada siaran.
broadcast-line = { $id }. { $excerpt }
broadcast-empty = (belum ada teks)
broadcast-photo = (foto)
broadcast-document = (berkas)
broadcast-panel =
    📣 <b>Siaran { $id }: { $state }</b>
    <i>{ $excerpt }</i>

    { $facts }
broadcast-by = Oleh { $author }. Penerima: { $audience }
broadcast-people = { $people ->
        [none] Penerima belum dihitung.
       *[other] Sampai ke <b>{ $people } orang</b>.
    }
broadcast-starts = Mulai <b>{ $start }</b>.
broadcast-approved-by = Disetujui { $name }.
broadcast-refused-why = Ditolak: { $why }.
broadcast-sent = Terkirim <b>{ $sent }</b> dari { $filled ->
        [yes] <b>{ $recipients }</b>
       *[no] <b>{ $recipients }</b>, daftar penerima masih disusun
    }.
broadcast-not-sent = Memblokir { $blocked }, gagal { $failed }, lewat waktu { $expired }.
broadcast-uncertain = ⚠️ <b>{ $uncertain } tidak pasti</b>: terputus saat dikirim, mungkin sampai, mungkin tidak.
broadcast-left = Sisa <b>{ $left }</b>, { $speed } per detik{ $ends ->
        [none] { "" }
       *[other] , selesai sekitar { $ends }
    }.
broadcast-left-resting = Sisa <b>{ $left }</b>.
broadcast-left-still = Sisa <b>{ $left }</b>, menunggu giliran. Yang dalam jam tenang menerimanya sesudah itu.
broadcast-cancelled = Tidak dikirim lagi ke { $cancelled } orang.
broadcast-pressed = { $people } orang menekan tombol.
broadcast-job-begins = Perubahan pada pesan yang sudah terkirim sedang disiapkan.
broadcast-job-correct = Perbaikan: <b>{ $sent }</b> dari { $recipients } pesan, gagal { $failed }.
broadcast-job-recall = Penarikan: <b>{ $sent }</b> dari { $recipients } pesan, gagal { $failed }.
broadcast-in-state-draft = sedang ditulis
broadcast-in-state-waiting = menunggu persetujuan
broadcast-in-state-scheduled = dijadwalkan
broadcast-in-state-running = sedang dikirim
broadcast-in-state-paused = dijeda
broadcast-in-state-done = selesai
broadcast-in-state-cancelled = dibatalkan
broadcast-in-state-recalled = ditarik
broadcast-more = Pilihan lain
broadcast-more-text = 📣 <b>Siaran { $id }: { $state }</b>. Ini juga bisa dilakukan.
broadcast-refresh = Segarkan
broadcast-follow = Lihat jalannya
broadcast-preview = Lihat pesannya
broadcast-write-on = Lanjut menulis
broadcast-reopen = Ambil kembali, ubah
broadcast-pause = Jeda
broadcast-resume = Lanjutkan kirim
broadcast-cancel = Batalkan siaran
broadcast-cancel-sure = Ya, batalkan
broadcast-correct = Perbaiki teks
broadcast-recall = Tarik kembali
broadcast-recall-sure = Ya, tarik kembali
broadcast-report = Minta laporan
broadcast-again = Kirim lagi
broadcast-leave = Biarkan
broadcast-ask-cancel = ⚠️ Batalkan siaran ini? { $left ->
        [0] Belum ada yang menerimanya.
       *[other] <b>{ $left } orang</b> tidak akan menerimanya.
    } Ini tidak bisa diurungkan.
broadcast-ask-recall = ⚠️ Tarik kembali dari <b>{ $sent } orang</b>? Pesannya dihapus dari obrolan mereka. Yang lebih tua dari 48 jam diganti keterangan bahwa isinya tidak berlaku. Ini tidak bisa diurungkan.
broadcast-stay = Tidak, biarkan
broadcast-done-paused = Dijeda.
broadcast-done-resumed = Dilanjutkan.
broadcast-done-cancelled = Dibatalkan.
broadcast-done-recalled = Sedang ditarik dari semua orang.
broadcast-done-again = Dikirim lagi ke { $count } orang.
broadcast-done-left = Dibiarkan.
broadcast-moved-on = Sudah berubah: siaran ini { $state }.
broadcast-in-flight = { $count } pesan masih di jalan. Coba lagi beberapa detik lagi.
broadcast-report-file = Laporan siaran { $id }: satu baris setiap penerima, dengan nomor akun dan bukan nama.

# Memperbaiki yang sudah terkirim.
broadcast-ask-correction =
    📣 Tulis teks penggantinya, lengkap. Pesan yang sudah diterima <b>{ $sent } orang</b> berubah menjadi teks itu; tombolnya tetap.

    Teks sekarang:
    <i>{ $excerpt }</i>
broadcast-ask-correction-sure = ⚠️ Di atas ini pesannya setelah diperbaiki. Ganti pada <b>{ $sent } orang</b> yang sudah menerimanya?
broadcast-correction-sure = Ya, ganti pesannya
broadcast-correction-words = Tulis ulang
broadcast-correction-off = Jangan diperbaiki
broadcast-correcting = 📣 Pesan sedang diperbaiki. Jalannya ada di pesan siaran.

# Persetujuan.
broadcast-letter-approval =
    📣 <b>{ $author }</b> meminta persetujuan untuk siaran ke <b>{ $people } orang</b>, { $lasts }.

    Penerima: { $audience }
    Waktu: <b>{ $start ->
        [none] begitu disetujui
       *[other] { $start }
    }</b>
    Pesannya menyusul di bawah ini.
broadcast-letter-approved = 📣 Siaran Anda disetujui { $name }. <i>{ $excerpt }</i>
broadcast-letter-refused = 📣 Siaran Anda belum disetujui: { $why }. Isinya tersimpan, jadi bisa diubah dan diajukan lagi. <i>{ $excerpt }</i>
broadcast-approve = Setujui
broadcast-refuse = Tolak
broadcast-ask-why = 📣 Mengapa ditolak? Penulisnya akan membaca alasan ini.
broadcast-why-text = Isinya belum tepat
broadcast-why-audience = Sasarannya belum tepat
broadcast-why-time = Waktunya belum tepat
broadcast-why-other = Bicarakan dulu
broadcast-you-approved = 📣 Anda menyetujui siaran { $id }. { $author } kami kabari.
broadcast-you-refused = 📣 Anda menolak siaran { $id }. { $author } kami kabari alasannya.
broadcast-not-approver = Menyetujui siaran hanya untuk penyetuju. Hubungi pengelola bila itu tugas Anda.

error-no-such-broadcast = Siaran itu sudah dibuang. Lihat yang lain di daftar siaran.
error-not-yours = Siaran ini sedang ditulis petugas lain. Hanya penulisnya yang bisa mengubahnya.
error-same-person = Ini permintaan Anda sendiri. Persetujuannya harus dari petugas lain.
error-needs-approver = Siaran ini sudah disetujui petugas kedua. Kata-katanya hanya bisa diubah penyetuju yang bukan penulisnya. { $names ->
        [none] Belum ada penyetuju lain: minta pengelola menambahkannya.
       *[other] Yang bisa: <b>{ $names }</b>.
    } Menarik kembali tetap bisa tanpa persetujuan.
error-changed-since = Siaran ini sudah diubah sejak pesan itu. Buka sekali lagi, periksa, lalu putuskan.
error-empty-audience = Belum ada seorang pun yang cocok. Ubah sasarannya.
error-empty-text = Pesannya masih kosong. Tulis teksnya dulu.
error-text-too-long = Teksnya { $length } karakter, batasnya { $limit }. Ringkas dulu, lalu kirim lagi.
error-bad-text = Ada bagian yang tidak bisa dibaca Telegram, di baris { $line }: { $what }. Hapus atau tulis ulang bagian itu.
error-bad-media = Yang bisa disiarkan hanya foto atau berkas.
error-bad-button = { $problem ->
        [no_caption] Tombol perlu judul. Tulis judulnya di depan tautan.
        [long_caption] Judul tombol paling panjang 40 huruf. Ringkas dulu: { $given }
        [link] Tautannya belum benar: { $given }. Contoh: https://disnaker.bantenprov.go.id
        [too_many] Paling banyak 6 tombol. Hapus dulu tombol yang lain.
       *[other] Yang dituju tombol itu sudah tidak ada. Pilih yang lain.
    }
error-no-such-button = Tombol itu sudah tidak ada di siaran ini.
error-bad-audience = Pilihan itu sudah tidak ada: { $given }. Pilih yang lain.
error-ends-too-early = Siaran ini hanya berlaku sampai { $expires_at }, sebelum waktu mulainya. Ubah waktunya.
error-still-in-flight = { $count } pesan masih di jalan. Coba lagi beberapa detik lagi.
